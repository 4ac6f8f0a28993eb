"""How sure anybody can be, and where a fact comes from."""

from __future__ import annotations

from datetime import date

from acupress_desktop.domain.evidence import Grade, Source, Verified
from acupress_desktop.words.days import dated
from acupress_desktop.words.translate import _


def certainty(grade: Grade) -> str:
    """Such as "Certainty: very low."."""
    match grade:
        case Grade.VERY_LOW:
            return _("Certainty: very low.")
        case Grade.LOW:
            return _("Certainty: low.")
        case Grade.MODERATE:
            return _("Certainty: moderate.")


def line(english: str) -> str:
    """The plain line of a set, from its file."""
    return _(english)


def source_short(source: Source) -> str:
    """Such as "Matsubara 2011", marked where nobody has read it."""
    if source.verified is Verified.NOT_VERIFIED:
        return _("{source} (not verified)").format(source=source.short)
    return source.short


def source_full(source: Source) -> str:
    """Title and identifier."""
    return _("{title} ({identifier})").format(title=source.title, identifier=source.identifier)


def checked(day: date) -> str:
    """Such as "checked 22 Nov 2026"."""
    return _("checked {day}").format(day=dated(day))


def heading() -> str:
    """Over the evidence line."""
    return _("What is known")
