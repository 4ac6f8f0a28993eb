"""Sentences of the pages on which points are learned: what is due, the quiz, how far one is."""

from __future__ import annotations

from acupress_desktop.domain.learning import Tally
from acupress_desktop.domain.point_practice import FindingShare, ReviewKind, ReviewRating
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words.body import side_words
from acupress_desktop.words.numbers import count_word, sentence_start
from acupress_desktop.words.translate import _, plural

# --- The first page


def page() -> str:
    """Name of both pages."""
    return _("Learn points")


def title(count: int) -> str:
    """How much today holds."""
    if count == 0:
        return _("Nothing to look at right now")
    if count == 1:
        return _("One point to look at today")
    return _("{count} points to look at today").format(count=sentence_start(count_word(count)))


def what_today(back: int, new: int) -> str:
    """Under the title, where today holds something."""
    if not new:
        return plural(
            "{count} point comes back, so that it stays with you.",
            "{count} points come back, so that they stay with you.",
            back,
        )
    begin = plural("{count} point is new.", "{count} points are new.", new)
    if not back:
        return begin
    return _("{back} {new}").format(
        back=plural("{count} point comes back.", "{count} points come back.", back), new=begin
    )


def what_later(when: str) -> str:
    """Under the title, where nothing is left for now; ``when`` such as "tomorrow"."""
    return _("The next point comes back {when}.").format(when=when)


def nothing_in_scope() -> str:
    """Under the title, where the scope holds no point that can be asked for."""
    return _("These points have no single place on a picture to ask for. Choose other points below.")


def no_favourites() -> str:
    """Under the title, where no point is marked."""
    return _("You have marked no points yet. Mark some in the atlas, or choose other points below.")


def new_are_used_up() -> str:
    """Said where today's new points have all begun."""
    return _("Today’s new points have begun.")


def begin() -> str:
    """Starts the quiz."""
    return _("Start")


def more_new(count: int) -> str:
    """Lets more points begin today."""
    return _("{count} more new points").format(count=sentence_start(count_word(count)))


def pace(new_per_day: int) -> str:
    """How the quiz works, in two lines."""
    return _(
        "Each day brings up to {count} new points. A point that you know comes back after days, "
        "then after weeks; one that you do not know yet comes back within minutes."
    ).format(count=count_word(new_per_day))


def no_pressing() -> str:
    """What learning is not."""
    return _(
        "This is for finding points on pictures. Pressing belongs in a session, after the safety questions."
    )


def to_atlas() -> str:
    """Leads to the atlas."""
    return _("To the atlas")


# --- What to learn


def scope_heading() -> str:
    """Over the choice of points."""
    return _("Which points")


def which_line() -> str:
    """What a screen reader calls the choice of a line."""
    return _("Which line")


def which_area() -> str:
    """What a screen reader calls the choice of a part of the body."""
    return _("Which area")


def scope_in_use() -> str:
    """The points that sets press."""
    return _("In use")


def scope_favourites() -> str:
    """The points that the person marked."""
    return _("Favourites")


def scope_line() -> str:
    """The points of one meridian."""
    return _("One line")


def scope_area() -> str:
    """The points of one part of the body."""
    return _("One area")


def scope_all() -> str:
    """Every point."""
    return _("All")


def scope_note(points: int, study: int) -> str:
    """Under the choice: how many points, and that some are never pressed."""
    held = plural("{count} point to learn.", "{count} points to learn.", points)
    if not study:
        return held
    told = plural(
        "{count} of them is for study only: you learn its place, it is not pressed.",
        "{count} of them are for study only: you learn their places, they are not pressed.",
        study,
    )
    return _("{held} {study}").format(held=held, study=told)


# --- How far


def progress_heading() -> str:
    """Over the bars."""
    return _("How far you are")


def by_area() -> str:
    """One of two orders of the bars."""
    return _("By area")


def by_line() -> str:
    """The other order."""
    return _("By line")


def bars_order() -> str:
    """What a screen reader calls the choice between the two orders."""
    return _("Order of the bars")


def all_points() -> str:
    """Name of the bar over all others."""
    return _("All points")


def learned_means() -> str:
    """What the first part of a bar means."""
    return _("Learned: comes back after days or weeks.")


def seen_means() -> str:
    """What the second part of a bar means."""
    return _("Seen: asked already, not settled yet.")


def not_yet_means() -> str:
    """What the last part of a bar means."""
    return _("Not yet: still to come.")


def tally_short(tally: Tally) -> str:
    """Beside a bar, such as "3 learned, 2 seen, 26 not yet"; what is none is left out."""
    parts = [
        words.format(count=count)
        for count, words in (
            (tally.learned, _("{count} learned")),
            (tally.seen, _("{count} seen")),
            (tally.not_yet, _("{count} not yet")),
        )
        if count
    ]
    return _(", ").join(parts)


def tally_spoken(name: str, tally: Tally) -> str:
    """A whole bar, aloud."""
    return _("{name}: {counts}").format(name=name, counts=tally_short(tally))


def hard_heading() -> str:
    """Over the points that were often not found."""
    return _("Points you find hard")


def hard_share(share: FindingShare) -> str:
    """How often a point was not surely found."""
    tries = plural("{count} try", "{count} tries", share.checks)
    return _("not surely found in {unsure} of {tries}").format(unsure=share.unsure, tries=tries)


def hard_none(tries: int) -> str:
    """Where no point is hard, or too little is known."""
    return _(
        "None so far. A point can stand here once you have answered “Did I find it?” "
        "{tries} times on its page in the atlas."
    ).format(tries=count_word(tries))


# --- A question


def close() -> str:
    """Leaves the quiz."""
    return _("Stop")


def done_and_left(done: int, left: int) -> str:
    """How far along, such as "2 done, 6 to go"."""
    return _("{done} done, {left} to go").format(done=done, left=left)


def eyebrow(kind: ReviewKind, done: int, left: int) -> str:
    """Over a question."""
    asked = _("Find the place") if kind is ReviewKind.LOCATE else _("Name the point")
    return _("{asked}: {progress}").format(asked=asked, progress=done_and_left(done, left))


def where_is(point: str) -> str:
    """The question for a place."""
    return _("Where is {point}?").format(point=point)


def which_point() -> str:
    """The question for a name."""
    return _("What is this point called?")


def about_point(label: str, pinyin: str, side: SiteSide) -> str:
    """Under the question for a place: code, pinyin and side; a point without a code has only its pinyin."""
    names = pinyin if label == pinyin else _("{code}, {pinyin}").format(code=label, pinyin=pinyin)
    return _("{names}, {side}").format(names=names, side=side_words(side))


def study_only() -> str:
    """Marks a point that is never pressed."""
    return _("For study only: this point is not pressed.")


def your_place(place: str) -> str:
    """Such as "Your left forearm, inner side"."""
    return _("Your {place}").format(place=place[:1].lower() + place[1:])


def your_region(region: str, side: SiteSide) -> str:
    """Where a place has no name of its own, such as "Upper belly, your left"."""
    match side:
        case SiteSide.LEFT:
            return _("{region}, your left").format(region=region)
        case SiteSide.RIGHT:
            return _("{region}, your right").format(region=region)
        case SiteSide.MIDLINE:
            return region


def spot_spoken(point: str, label: str, side: SiteSide) -> str:
    """A named place on the picture, aloud."""
    return _("{point}, {side}").format(point=named(point, label), side=side_words(side))


def places_name() -> str:
    """What a screen reader calls the offered places."""
    return _("Places on the picture")


def names_name() -> str:
    """What a screen reader calls the offered names."""
    return _("Names")


def place_number(number: int) -> str:
    """Name of a marker while the answer is open."""
    return _("Place {number}").format(number=number)


def place_spoken(number: int, caption: str) -> str:
    """A marker in words while the answer is open."""
    return _("Place {number}: {place}").format(number=number, place=caption)


def marked_point() -> str:
    """Name of the one marker of a question for a name."""
    return _("This point")


def marked_spoken(caption: str) -> str:
    """The one marker in words."""
    return _("The marked point: {place}").format(place=caption)


def picture_spoken(place: str, count: int) -> str:
    """The picture with the offered places."""
    return _("{place}, with {count} numbered places").format(place=place, count=count)


def picture_of_one_spoken(place: str) -> str:
    """The picture with one marked point."""
    return _("{place}, with one marked point").format(place=place)


def name_detail(label: str, pinyin: str) -> str:
    """Under a name: its code and pinyin; a point without a code has only its pinyin."""
    return pinyin if label == pinyin else _("{code}, {pinyin}").format(code=label, pinyin=pinyin)


def named(name: str, label: str) -> str:
    """A point by name and code, such as "Inner Pass, PC6"."""
    return _("{name}, {code}").format(name=name, code=label)


def keys(count: int) -> str:
    """The keys of a question."""
    return _("Keys 1 to {count} choose, Escape stops. Each answer is saved at once.").format(count=count)


# --- After the answer


def right_title() -> str:
    """The answer was right."""
    return _("Yes, that is it.")


def wrong_title() -> str:
    """The answer was not the one that was looked for."""
    return _("Not this one.")


def right_place(point: str) -> str:
    """What the right place is."""
    return _("{point} lies here:").format(point=point)


def this_is(point: str) -> str:
    """What the marked point is called."""
    return _("This is {point}.").format(point=point)


def you_chose_place(number: int, point: str) -> str:
    """Which place was chosen instead, and what lies there."""
    return _("You chose place {number}. That is {point}.").format(number=number, point=point)


def you_chose_name(point: str) -> str:
    """Which name was chosen instead."""
    return _("You chose {point}.").format(point=point)


def first_steps() -> str:
    """Over the first steps of the instructions."""
    return _("How to find it")


def whole_card() -> str:
    """Opens the point in the atlas."""
    return _("Its page in the atlas")


def how_hard() -> str:
    """Over the four ratings of a right answer."""
    return _("How hard was it?")


def rating(rating: ReviewRating) -> str:
    """A rating in plain words."""
    return {
        ReviewRating.AGAIN: _("I guessed"),
        ReviewRating.HARD: _("Hard"),
        ReviewRating.GOOD: _("I knew it"),
        ReviewRating.EASY: _("Easy"),
    }[rating]


def rating_means(rating: ReviewRating) -> str:
    """What a rating says, for those who hear it."""
    return {
        ReviewRating.AGAIN: _("Start over with this point."),
        ReviewRating.HARD: _("It took a long while."),
        ReviewRating.GOOD: _("It came after a moment."),
        ReviewRating.EASY: _("It came at once."),
    }[rating]


def comes_back(when: str) -> str:
    """When the point comes back, such as "back in 10 minutes"."""
    return _("back {when}").format(when=when)


def wrong_comes_back(when: str) -> str:
    """After a wrong answer."""
    return _("It comes back {when}. Saved.").format(when=when)


def saved() -> str:
    """The answer is on the disk."""
    return _("Saved. You can stop at any time.")


def next_question() -> str:
    """Goes on."""
    return _("Next")


# --- When points come back


def in_minutes(minutes: int) -> str:
    """Such as "in 10 minutes"."""
    if minutes < 1:
        return _("at once")
    return plural("in {count} minute", "in {count} minutes", minutes)


def in_hours(hours: int) -> str:
    """Such as "in 3 hours"."""
    return plural("in {count} hour", "in {count} hours", hours)


def in_days(days: int) -> str:
    """Such as "tomorrow" or "in 12 days"."""
    if days < 1:
        return _("later today")
    if days == 1:
        return _("tomorrow")
    return plural("in {count} day", "in {count} days", days)


def in_months(months: int) -> str:
    """Such as "in 4 months"."""
    return plural("in about {count} month", "in about {count} months", months)


# --- The end


def done_title() -> str:
    """Nothing is left for now."""
    return _("That is all for now.")


def done_count(count: int) -> str:
    """How much was answered since the quiz was opened."""
    if count == 0:
        return _("Nothing is due.")
    return plural("You answered {count} question.", "You answered {count} questions.", count)


def back_to_start() -> str:
    """Returns to the first page."""
    return _("Back")
