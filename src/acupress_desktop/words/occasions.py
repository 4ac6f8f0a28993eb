"""Sentences about shorter and softer ways through a set."""

from __future__ import annotations

from acupress_desktop.domain.occasions import Room, Voice
from acupress_desktop.words.translate import _, plural


def heading() -> str:
    """Over the list of occasions."""
    return _("Another occasion")


def lead() -> str:
    """What an occasion is."""
    return _(
        "Shorter and softer ways through a set. They only leave something out: points, seconds or pressure. "
        "We chose them ourselves, and nobody has tested them."
    )


def after_the_first_session() -> str:
    """Why there is no occasion yet."""
    return _("Your first session is always the short calm set. After it, you can choose an occasion here.")


def first_session_first() -> str:
    """On the plan of the first session of all, where an occasion was wanted."""
    return _("Because it is your first session, it is the calm set, whatever the occasion.")


def title(english: str) -> str:
    """Title of an occasion, from its file."""
    return _(english)


def sentence(english: str) -> str:
    """A sentence about an occasion, from its file."""
    return _(english)


def low_energy() -> str:
    """The second act of the home page."""
    return _("Low energy today")


def line(points: int, minutes: int, voice: Voice, room: Room) -> str:
    """Such as "3 points, 3 minutes, brief voice"."""
    told = plural("{count} point", "{count} points", points)
    lasts = plural("{count} minute", "{count} minutes", minutes)
    if voice is Voice.BRIEF:
        return _("{points}, {minutes}, brief voice").format(points=told, minutes=lasts)
    if room is Room.DIM:
        return _("{points}, {minutes}, dim screen").format(points=told, minutes=lasts)
    return _("{points}, {minutes}").format(points=told, minutes=lasts)


def made_of(set_title: str) -> str:
    """Of which set an occasion is made."""
    return _("Made of the set “{set}”.").format(set=set_title)


def spoken(occasion_title: str, told: str) -> str:
    """What a screen reader says of a row."""
    return _("{occasion}: {line}. A few safety questions come first.").format(
        occasion=occasion_title, line=told
    )


def choice_name() -> str:
    """Name of the choice on the plan."""
    return _("Which way through the set?")


def whole_set(minutes: int) -> str:
    """The choice that is no occasion."""
    return plural("The whole set, {count} min", "The whole set, {count} min", minutes)


def back_to_the_whole_set() -> str:
    """Where an occasion leaves nothing, or somebody thinks again."""
    return _("Look at the whole set")


def choice(occasion_title: str, minutes: int) -> str:
    """One choice on the plan, such as "Low energy, 3 min"."""
    return _("{occasion}, {minutes} min").format(occasion=occasion_title, minutes=minutes)


def evidence_is_of_the_set() -> str:
    """Before the evidence line of the set, which says nothing about the occasion."""
    return _("What follows is about the whole set. Nobody has tested this shorter way.")


def as_set_eased(occasion_title: str) -> str:
    """Over the plan: which occasion it is."""
    return _("Occasion: {occasion}").format(occasion=occasion_title)
