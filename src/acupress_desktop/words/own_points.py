"""Spots that a person marks themselves: always told apart from points of the atlas."""

from __future__ import annotations

from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words.translate import _


def open_list() -> str:
    """Opens the list."""
    return _("My own points")


def title() -> str:
    """Heading of the list."""
    return _("My own points")


def what_they_are() -> str:
    """Below the heading."""
    return _(
        "Places that you marked yourself. They are no points of the atlas: nobody tested them, no set uses"
        " them, and the app never tells you to press them."
    )


def none_yet() -> str:
    """Where nothing was marked."""
    return _("Nothing is marked yet. Turn the body in 3-D, touch a place, and keep it.")


def touched(place: str) -> str:
    """Beside the body, after a place was touched."""
    return _("You touched: {place}.").format(place=place)


def mark_touched() -> str:
    """Keeps the place that was touched."""
    return _("Keep it as my own point")


def mark_middle() -> str:
    """Takes the place in the middle of the view: for those who use keys."""
    return _("Mark the place in the middle")


def nothing_in_the_middle() -> str:
    """Where the middle of the view is beside the body."""
    return _("The middle of the view lies beside the body. Turn or move it first.")


def new_title() -> str:
    """Heading of the question for a name."""
    return _("Keep my own point")


def name() -> str:
    """Label of a field."""
    return _("Name")


def name_hint() -> str:
    """Inside the field."""
    return _("Such as: sore spot under the shoulder")


def note() -> str:
    """Label of a field."""
    return _("Note")


def keep() -> str:
    """Writes it to the journal."""
    return _("Keep")


def close() -> str:
    """Closes the list."""
    return _("Close")


def cancel() -> str:
    """Does not."""
    return _("Do not keep")


def name_missing() -> str:
    """Without a name nothing can be found again."""
    return _("Give it a name first.")


def kept(name: str) -> str:
    """After it was written."""
    return _("Kept: {name}.").format(name=name)


def own(name: str) -> str:
    """The accessible name of a marker."""
    return _("{name}, my own point").format(name=name)


def detail() -> str:
    """Second line of a marker's label."""
    return _("my own point")


def site(place: str, side: SiteSide) -> str:
    """Such as "Upper back, left"; in the middle is what lies on the line between both halves."""
    match side:
        case SiteSide.LEFT:
            return _("{place}, left").format(place=place)
        case SiteSide.RIGHT:
            return _("{place}, right").format(place=place)
        case SiteSide.MIDLINE:
            return _("{place}, middle").format(place=place)


def show() -> str:
    """Turns the body to it."""
    return _("Show on the body")


def take_away() -> str:
    """Deletes it."""
    return _("Take away")


def taken_away(name: str) -> str:
    """After it was deleted."""
    return _("Taken away: {name}.").format(name=name)


def undo() -> str:
    """Brings it back."""
    return _("Undo")
