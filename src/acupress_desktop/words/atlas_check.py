"""Sentences of "Did I find it?": what is often felt, what was felt, how sure the person is."""

from __future__ import annotations

from acupress_desktop.domain.point_practice import Felt, Sureness
from acupress_desktop.words.translate import _


def ask() -> str:
    """Opens the questions."""
    return _("Did I find it?")


def title() -> str:
    """Heading of the panel."""
    return _("Did you find it?")


def how_to_try() -> str:
    """Before anything is felt; this is no session, and no safety question was asked."""
    return _(
        "Feel around lightly with a fingertip; a few seconds are enough. Not over broken, bruised or sore"
        " skin."
    )


def with_somebody() -> str:
    """For points out of a person's own reach."""
    return _("Let somebody else feel around lightly, or use the mirror to look.")


def usual() -> str:
    """Heading: common, not proof."""
    return _("What is often felt here")


def what_do_you_feel() -> str:
    """Question with several answers."""
    return _("What do you feel? Tick what fits.")


def felt(what: Felt) -> str:
    """An answer."""
    return {
        Felt.DULL_ACHE: _("A dull ache"),
        Felt.TENDER: _("Tender"),
        Felt.PULSE: _("A beat"),
        Felt.WARMTH: _("Warmth"),
        Felt.SPREADING: _("It spreads"),
        Felt.NOTHING: _("Nothing special"),
    }[what]


def on_a_beat() -> str:
    """When a beat is ticked."""
    return _("A beat is a blood vessel. Move the finger beside it, and do not press there.")


def on_spreading() -> str:
    """When spreading is ticked."""
    return _("If it tingles, feels numb or shoots like a spark, take the finger away.")


def how_sure() -> str:
    """Question with one answer."""
    return _("How sure are you?")


def sureness(how: Sureness) -> str:
    """An answer."""
    return {
        Sureness.SURE: _("Yes, quite sure"),
        Sureness.ROUGHLY: _("Roughly"),
        Sureness.NOT_FOUND: _("Not found"),
    }[how]


def save() -> str:
    """The main act."""
    return _("Keep this answer")


def choose_first() -> str:
    """What is missing."""
    return _("Say how sure you are first.")


def cancel() -> str:
    """Back to the card without keeping anything."""
    return _("Back to the card")


def kept(how: Sureness, place: str) -> str:
    """After it was kept."""
    said = {
        Sureness.SURE: _("Kept: found, quite sure ({place})."),
        Sureness.ROUGHLY: _("Kept: roughly found ({place})."),
        Sureness.NOT_FOUND: _("Kept: not found ({place})."),
    }[how]
    return said.format(place=place)


def when_not_found() -> str:
    """After an answer without a find, where other points may stand in."""
    return _("That happens to everybody. You can try one of these instead:")


def when_not_found_alone() -> str:
    """The same where no easier point is known."""
    return _("That happens to everybody. Try again another day, or let somebody look with you.")


def take_back() -> str:
    """Undoes what was kept."""
    return _("Take it back")


def done() -> str:
    """Back to the card."""
    return _("Back to the card")
