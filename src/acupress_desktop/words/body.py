"""Places on the body and their sides, always the person's own."""

from __future__ import annotations

from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from acupress_desktop.words.translate import _


def region(title: str) -> str:
    """Translate the title of a region, an area or a union (``regions.toml``)."""
    return _(title)


def sided_region(title: str, side: PainSide | SiteSide | Side | None) -> str:
    """Such as "Shoulder, right"; a region across the midline stands alone."""
    name = region(title)
    match side:
        case Side.LEFT | SiteSide.LEFT | PainSide.LEFT:
            return _("{region}, left").format(region=name)
        case Side.RIGHT | SiteSide.RIGHT | PainSide.RIGHT:
            return _("{region}, right").format(region=name)
        case PainSide.BOTH:
            return _("{region}, both sides").format(region=name)
        case SiteSide.MIDLINE | PainSide.MIDLINE | None:
            return name


def chip(title: str, side: PainSide) -> str:
    """Such as "Left shoulder", for a chip; "Neck" where the side does not matter."""
    match side:
        case PainSide.LEFT:
            return _("Left {region}").format(region=_in_a_sentence(region(title)))
        case PainSide.RIGHT:
            return _("Right {region}").format(region=_in_a_sentence(region(title)))
        case PainSide.BOTH | PainSide.MIDLINE:
            return region(title)


def _in_a_sentence(name: str) -> str:
    """Lower the first letter, which English does inside a sentence."""
    return name[:1].lower() + name[1:]


def your_left() -> str:
    """Words beside the round badge."""
    return _("Your left")


def your_right() -> str:
    """Words beside the square badge."""
    return _("Your right")


def left() -> str:
    """Word beside the round badge of a small picture."""
    return _("left")


def right() -> str:
    """Word beside the square badge of a small picture."""
    return _("right")


def side_words(side: SiteSide) -> str:
    """Such as "left side"."""
    match side:
        case SiteSide.LEFT:
            return _("left side")
        case SiteSide.RIGHT:
            return _("right side")
        case SiteSide.MIDLINE:
            return _("middle")


def both_sides() -> str:
    """For a point pressed on the left and on the right."""
    return _("both sides")


def front() -> str:
    """Label of the front view."""
    return _("Front")


def back_view() -> str:
    """Label of the back view."""
    return _("Back")


def as_seen_by_another() -> str:
    """How the picture is turned by default."""
    return _("As seen by another person")


def as_in_a_mirror() -> str:
    """How the picture is turned when the switch is on."""
    return _("As in a mirror")
