"""Sentences of the page that tells what trials found, what nobody knows, and what is only taught."""

from __future__ import annotations

from acupress_desktop.domain.evidence import Against, Grade
from acupress_desktop.words.numbers import sentence_start
from acupress_desktop.words.translate import _, plural

# --- Page and ways


def page() -> str:
    """Name of the page."""
    return _("Evidence")


def overview_title() -> str:
    """Title of the first page."""
    return _("What is known, and how well")


def overview_lead() -> str:
    """Under it."""
    return _(
        "What trials of pressing found, in plain words. Most of it is uncertain, and trials with dummy "
        "points disagree on whether the exact point matters. We think you should know that before you press."
    )


def all_evidence() -> str:
    """Leads to the first page."""
    return _("All evidence")


def back() -> str:
    """Leads to the page before."""
    return _("Back")


def see_all() -> str:
    """Leads here from a set."""
    return _("See all of it")


def see_studies_of_point() -> str:
    """Leads here from a point."""
    return _("Studies that pressed this point")


def see_by_set() -> str:
    """Leads here from the list of sources."""
    return _("What each of them found, set by set")


def point_title(label: str, english: str) -> str:
    """Such as "PC6, Inner Gate"."""
    return _("{code}, {name}").format(code=label, name=english)


def to_atlas() -> str:
    """Leads to a point in the atlas."""
    return _("Show the point in the atlas")


def points_heading() -> str:
    """Over links to the points of a set."""
    return _("Points of this set")


def sets_heading() -> str:
    """Over links to the sets that hold a point."""
    return _("Sets with this point")


# --- How sure


def grade_short(grade: Grade) -> str:
    """A grade in a list."""
    match grade:
        case Grade.VERY_LOW:
            return _("Very low")
        case Grade.LOW:
            return _("Low")
        case Grade.MODERATE:
            return _("Moderate")


def grade_means(grade: Grade) -> str:
    """What a grade says about the number behind it."""
    match grade:
        case Grade.VERY_LOW:
            return _("Very unsure: what is true may be very different from what was measured.")
        case Grade.LOW:
            return _("Unsure: what is true may well be different from what was measured.")
        case Grade.MODERATE:
            return _("Fairly sure: what is true is probably near to what was measured, but may differ.")


def not_graded() -> str:
    """In the place of a grade."""
    return _("Not graded: there is no result to grade.")


def grade_is_about() -> str:
    """What the grade of a set speaks of."""
    return _("How sure anybody can be that this set, pressed by yourself, makes a difference.")


# --- What it was compared with


def with_dummy_eyebrow() -> str:
    """Over the first block."""
    return _("Against dummy points")


def with_dummy_heading() -> str:
    """Heading of the first block."""
    return _("Is it the points?")


def with_dummy_lead() -> str:
    """What the comparison can tell."""
    return _(
        "Here the others got pressing at wrong places, light touch, or a device that does nothing; some "
        "trials had a third group, and say so. A gap to a dummy is hard to explain by hope, rest and "
        "attention alone."
    )


def without_dummy_eyebrow() -> str:
    """Over the second block."""
    return _("Without dummy points")


def without_dummy_heading() -> str:
    """Heading of the second block."""
    return _("Is it better than not pressing?")


def without_dummy_lead() -> str:
    """What the comparison can and cannot tell."""
    return _(
        "Here the others got usual care, lessons, another care or nothing, or there were no others at all. "
        "People usually knew who was pressed, so hope, rest and attention are part of such a gap."
    )


def pooled_eyebrow() -> str:
    """Over reviews that did not tell their comparisons apart."""
    return _("Dummy and usual care in one number")


def pooled_lead() -> str:
    """What such a number can tell."""
    return _(
        "These reviews put different comparisons together, dummy points among them or perhaps among them. "
        "Their numbers do not tell what is left against a dummy, so none is drawn."
    )


def no_dummy_trial() -> str:
    """Where the first block is empty."""
    return _("We found no trial that compared this with dummy points.")


def no_other_trial() -> str:
    """Where the second block is empty."""
    return _("We found no trial that compared this with usual care, another care or nothing.")


def no_trial_of_point() -> str:
    """For a point that no study names."""
    return _("We found no study that names this point among those pressed.")


def no_number(against: Against) -> str:
    """Where trials were found, but none of them gave a number that can be drawn."""
    match against:
        case Against.DUMMY:
            return _(
                "No trial here gave an average gap that can be drawn. Further down it says what they found."
            )
        case Against.USUAL_CARE | Against.OTHER_CARE:
            return _(
                "No study here gave an average gap that can be drawn. Further down it says what they found."
            )


def against(what: Against) -> str:
    """Heading of one drawing."""
    match what:
        case Against.DUMMY:
            return _("Gap to dummy points")
        case Against.USUAL_CARE:
            return _("Gap to usual care, lessons, waiting or nothing")
        case Against.OTHER_CARE:
            return _("Gap to another care, such as tablets or physical therapy")


def against_short(what: Against) -> str:
    """The same in the line of a study."""
    match what:
        case Against.DUMMY:
            return _("dummy points or a dummy device")
        case Against.USUAL_CARE:
            return _("usual care, lessons, waiting or nothing")
        case Against.OTHER_CARE:
            return _("another care")


# --- One study


def people(count: int | None) -> str:
    """How many took part."""
    if count is None:
        return _("number of people not given in what we read")
    return plural("{count} person", "{count} people", count)


def compared_with(comparator: str) -> str:
    """With what a study compared."""
    return _("compared with: {comparator}").format(comparator=comparator)


def by_themselves() -> str:
    """People pressed themselves."""
    return _("people pressed for themselves")


def not_by_themselves() -> str:
    """A practitioner, a device or a needle did it, or it is not told."""
    return _("not tested as pressing for oneself")


def study_line(people_words: str, compared: str, pressed: str) -> str:
    """Such as "314 people; compared with: health lessons; people pressed for themselves."."""
    return _("{people}; {compared}; {pressed}.").format(
        people=sentence_start(people_words), compared=compared, pressed=pressed
    )


def source_line(short: str, checked: str) -> str:
    """Such as "Li 2018, checked 22 Nov 2026."."""
    return _("{source}, {checked}.").format(source=short, checked=checked)


def not_verified(what: str) -> str:
    """Before what nobody could look up."""
    return _("Not verified: {what}").format(what=what)


def nobody_read_it() -> str:
    """For a source that nobody has seen."""
    return _("Not verified: we have not seen this source.")


def about_sets(titles: str) -> str:
    """On the page of a point: for what a study pressed it."""
    return _("About: {sets}").format(sets=titles)


# --- Beside the trials


def trials_heading() -> str:
    """Over the studies of a block."""
    return _("What each study found")


def not_known_heading() -> str:
    """Over what nobody knows."""
    return _("What nobody knows yet")


def tradition_heading() -> str:
    """Over what is only taught."""
    return _("What tradition says — not tested here")


def tradition_lead() -> str:
    """What this block is."""
    return _("Told as the books tell it, so that you know where a point comes from. It shows no effect.")


def no_tradition() -> str:
    """Where no traditional text was read."""
    return _("We have read no traditional text about this, so we say nothing here.")


def sources_heading() -> str:
    """Over the sources."""
    return _("Sources")


def point_lead() -> str:
    """On the page of a point."""
    return _(
        "Studies press several points together. What one of them adds by itself can hardly be told from "
        "such a study."
    )


# --- The first page


def sentences_heading() -> str:
    """Over ten sentences."""
    return _("What the best trials say")


def list_heading() -> str:
    """Over the list of sets."""
    return _("Every set, and how sure anybody can be")


def studies_of(count: int, with_dummy: int) -> str:
    """Such as "6 studies, 3 of them with dummy points"."""
    if count == 0:
        return _("no study found")
    if with_dummy == 0:
        return plural("{count} study, without dummy points", "{count} studies, none with dummy points", count)
    if with_dummy == count:
        return plural("{count} study, with dummy points", "{count} studies, all with dummy points", count)
    return _("{studies}, {dummies}").format(
        studies=plural("{count} study", "{count} studies", count),
        dummies=plural("{count} of them with dummy points", "{count} of them with dummy points", with_dummy),
    )


def set_detail(studies: str, not_offered: str) -> str:
    """Under the name of a set; ``not_offered`` marks one that is for reading only."""
    return _("{studies}. {mark}").format(studies=studies, mark=not_offered) if not_offered else studies
