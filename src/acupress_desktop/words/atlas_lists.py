"""Sentences of the list of the atlas: what is listed, what was found, why a list is empty."""

from __future__ import annotations

from acupress_desktop.domain.atlas import Meridian
from acupress_desktop.words.translate import _, plural


def points(count: int) -> str:
    """Such as "31 points"."""
    return plural("{count} point", "{count} points", count)


def in_list(count: int) -> str:
    """Under the empty field."""
    return _("{points}. Type a code, a name, hanzi or a body part.").format(points=points(count))


def matches(count: int, every: int) -> str:
    """Under a field with something in it; all points are searched, whatever is listed."""
    if count == 0:
        return _("No match among all {every} points. Tone marks may be left out.").format(every=every)
    found = plural("{count} match", "{count} matches", count)
    return _("{found} among all {every} points.").format(found=found, every=every)


def nearly(count: int) -> str:
    """Under the field, where only nearly right spellings were found."""
    return plural(
        "Nothing is spelled like that. {count} point comes close: look at its code.",
        "Nothing is spelled like that. {count} points come close: look at their codes.",
        count,
    )


def of_set(count: int, title: str) -> str:
    """Under the field, where all matches are the points of one set."""
    return _("{points} of the set: {title}").format(points=points(count), title=title)


def listed_name(listed: str) -> str:
    """What a screen reader calls the list, such as "Points: Lung line (LU)"."""
    return _("Points: {listed}").format(listed=listed)


def found_name() -> str:
    """What a screen reader calls the list while something is looked for."""
    return _("Points: matches")


def which_list() -> str:
    """What a screen reader calls the choice of a list."""
    return _("Which points are listed")


def which_line() -> str:
    """What a screen reader calls the choice of a line."""
    return _("Which line")


def which_area() -> str:
    """What a screen reader calls the choice of a part of the body."""
    return _("Which part of the body")


def which_set() -> str:
    """What a screen reader calls the choice of a set."""
    return _("Which set")


def listed_in_use() -> str:
    """A list: the points that sets press or may press instead."""
    return _("In use")


def listed_all() -> str:
    """A list."""
    return _("All points")


def listed_favourites() -> str:
    """A list."""
    return _("Favourites")


def listed_hard() -> str:
    """A list."""
    return _("Found hard")


def listed_by_line() -> str:
    """Lists by line; which one is asked next."""
    return _("By line (meridian)")


def listed_by_area() -> str:
    """Lists by part of the body; which one is asked next."""
    return _("By part of the body")


def listed_by_set() -> str:
    """Lists by what a set is for; which one is asked next."""
    return _("By what a set is for")


def no_favourites() -> str:
    """In place of an empty list."""
    return _("No favourites yet. “Keep” on the card of a point puts it here.")


def none_found_hard() -> str:
    """In place of an empty list."""
    return _(
        "Nothing here yet. A point comes here once you looked for it twice or more with “Did I find it?” and"
        " were unsure half of the times or more."
    )


def line(meridian: Meridian) -> str:
    """A line or a group of extra points with the letters of its codes, such as "Lung line (LU)"."""
    letters = meridian.value
    if meridian is Meridian.UNCODED:
        return _("Without a code")
    return {
        Meridian.LUNG: _("Lung line ({letters})"),
        Meridian.LARGE_INTESTINE: _("Large intestine line ({letters})"),
        Meridian.STOMACH: _("Stomach line ({letters})"),
        Meridian.SPLEEN: _("Spleen line ({letters})"),
        Meridian.HEART: _("Heart line ({letters})"),
        Meridian.SMALL_INTESTINE: _("Small intestine line ({letters})"),
        Meridian.BLADDER: _("Bladder line ({letters})"),
        Meridian.KIDNEY: _("Kidney line ({letters})"),
        Meridian.PERICARDIUM: _("Pericardium line ({letters})"),
        Meridian.TRIPLE_ENERGIZER: _("Triple energizer line ({letters})"),
        Meridian.GALLBLADDER: _("Gallbladder line ({letters})"),
        Meridian.LIVER: _("Liver line ({letters})"),
        Meridian.GOVERNOR: _("Back midline ({letters})"),
        Meridian.CONCEPTION: _("Front midline ({letters})"),
        Meridian.EXTRA_HEAD_NECK: _("Extra points, head and neck ({letters})"),
        Meridian.EXTRA_CHEST_ABDOMEN: _("Extra points, chest and belly ({letters})"),
        Meridian.EXTRA_BACK: _("Extra points, back ({letters})"),
        Meridian.EXTRA_UPPER_LIMB: _("Extra points, arm and hand ({letters})"),
        Meridian.EXTRA_LOWER_LIMB: _("Extra points, leg and foot ({letters})"),
    }[meridian].format(letters=letters)


def learn() -> str:
    """Leads to the quiz about these points."""
    return _("Learn these points")


def learn_others() -> str:
    """Leads to the quiz, which has no questions about just this list."""
    return _("Learn points")


def show_list() -> str:
    """Unfolds the list, which gives way to the card at large text."""
    return _("Show the list")


def column_code() -> str:
    """Head of a column, heard and not seen."""
    return _("Code")


def column_name() -> str:
    """Head of a column, heard and not seen."""
    return _("Name")


def column_pinyin() -> str:
    """Head of a column, heard and not seen."""
    return _("Chinese name")


def name_of_study(name: str) -> str:
    """The name of a point in the list as it is heard, for those that are not pressed."""
    return _("{name}, for study only").format(name=name)
