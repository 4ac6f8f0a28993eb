"""Sentences of the page on which a person says what today's set is for."""

from __future__ import annotations

from acupress_desktop.domain.protocols import Part
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Choose a set")


def title() -> str:
    """The question."""
    return _("Where does it hurt?")


def lead() -> str:
    """How to answer."""
    return _("Tap the body or pick from the list. A few safety questions come next.")


def title_of_change() -> str:
    """The question, for somebody who has a set."""
    return _("What is today’s set for?")


def group_of_places() -> str:
    """Heading of the sets that have a place."""
    return _("A place")


def group_of_states() -> str:
    """Heading of the sets without a place."""
    return _("Not one place")


def suggestions_for(place: str) -> str:
    """Heading after a tap on the body."""
    return _("For this place: {place}").format(place=place)


def all_sets() -> str:
    """Takes a tap on the body back."""
    return _("All sets")


def set_title(english: str) -> str:
    """Title of a set, from its file."""
    return _(english)


def set_purpose(english: str) -> str:
    """One line about a set, from its file; empty stays empty."""
    return _(english)


def minutes(count: int) -> str:
    """Such as "11 minutes"."""
    return plural("{count} minute", "{count} minutes", count)


def minutes_range(short: int, full: int) -> str:
    """For a set with a short form."""
    return _("{short} or {full} minutes").format(short=short, full=full)


def not_offered() -> str:
    """Mark of a set that cannot be started."""
    return _("For reading only")


def nothing_for(place: str) -> str:
    """For a place without a set."""
    return _(
        "There is no set for this place: {place}. The calm set is not tied to a place. "
        "If something there is new or worries you, have it looked at."
    ).format(place=place)


def chest() -> str:
    """For the chest: no set, ever."""
    return _(
        "For pain in the chest there is no set here. If it is there now and not going away, or comes with "
        "sweating, sickness or short breath, call the emergency number. Otherwise have it checked soon, "
        "before you press anywhere."
    )


def belly() -> str:
    """For the belly: one set, for one reason."""
    return _(
        "For pain in the belly there is no set here, except for period cramps as you know them. "
        "If it is sudden or strong, call the emergency number; otherwise have it checked."
    )


def which_side() -> str:
    """Where a set presses the painful side alone."""
    return _("Which side?")


def side(pain_side: PainSide) -> str:
    """An answer."""
    match pain_side:
        case PainSide.LEFT:
            return _("Left")
        case PainSide.RIGHT:
            return _("Right")
        case PainSide.BOTH:
            return _("Both, one after the other")
        case PainSide.MIDLINE:
            return _("In the middle")


def which_part() -> str:
    """Where a set has one half for the hands and one for the feet."""
    return _("Hands or feet?")


def part(half: Part) -> str:
    """An answer."""
    match half:
        case Part.HANDS:
            return _("Hands")
        case Part.FEET:
            return _("Feet")


def go_on(set_name: str) -> str:
    """The main act."""
    return _("Go on: {set}").format(set=set_name)


def choose_side_first() -> str:
    """What is missing."""
    return _("Say which side first.")


def choose_part_first() -> str:
    """What is missing."""
    return _("Say hands or feet first.")


def choose_set_first() -> str:
    """What is missing."""
    return _("Pick a set from the list.")


def back() -> str:
    """To the page before."""
    return _("Back")


def body_spoken() -> str:
    """Spoken name of the body picture."""
    return _("Body, front and back. Choose the place that hurts; the list beside it holds the same places.")
