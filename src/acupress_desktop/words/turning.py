"""Words of the body that can be turned: from where it is seen, and what its buttons do."""

from __future__ import annotations

from enum import Enum

from acupress_desktop.words.translate import _, plural


class SeenFrom(Enum):
    """Around the body; the sides are the person's own."""

    FRONT = "front"
    FRONT_LEFT = "front left"
    LEFT = "left"
    BACK_LEFT = "back left"
    BACK = "back"
    BACK_RIGHT = "back right"
    RIGHT = "right"
    FRONT_RIGHT = "front right"


class Height(Enum):
    """How high the eye is."""

    LEVEL = "level"
    A_LITTLE_ABOVE = "a little above"
    A_LITTLE_BELOW = "a little below"
    ABOVE = "above"
    BELOW = "below"


def views() -> str:
    """Name of the group of buttons that turn the body."""
    return _("Turn the body")


def front() -> str:
    """Turns to the front."""
    return _("Front")


def back() -> str:
    """Turns to the back."""
    return _("Back")


def your_left() -> str:
    """Turns to the person's own left side."""
    return _("Your left")


def your_right() -> str:
    """Turns to the person's own right side."""
    return _("Your right")


def from_above() -> str:
    """Looks down on the head."""
    return _("Top")


def soles() -> str:
    """Looks at the soles."""
    return _("Soles")


def nearer() -> str:
    """Zooms in."""
    return _("Nearer")


def farther() -> str:
    """Zooms out."""
    return _("Farther")


def whole() -> str:
    """Shows the whole body from the front again."""
    return _("Whole body")


def how() -> str:
    """Description of the view for somebody who cannot see it: what the keys do."""
    return _(
        "Arrow keys turn the body. Plus and minus come nearer and go farther. Shift and an arrow move it."
        " 1 to 6 show front, back, your left, your right, from above and the soles. Home shows the whole"
        " body."
    )


def seen(side: SeenFrom, height: Height, points: int) -> str:
    """From where the body is seen and how many points are in view: the view's name for a screen reader."""
    where = _("{side}, {height}").format(side=_side(side), height=_height(height))
    if height in {Height.ABOVE, Height.BELOW}:
        where = _height(height)
    elif height is Height.LEVEL:
        where = _side(side)
    counted = plural("{count} point in view", "{count} points in view", points)
    return _("Body {where}. {points}.").format(where=where, points=counted)


def _side(side: SeenFrom) -> str:
    return {
        SeenFrom.FRONT: _("from the front"),
        SeenFrom.FRONT_LEFT: _("from the front and your left"),
        SeenFrom.LEFT: _("from your left side"),
        SeenFrom.BACK_LEFT: _("from the back and your left"),
        SeenFrom.BACK: _("from the back"),
        SeenFrom.BACK_RIGHT: _("from the back and your right"),
        SeenFrom.RIGHT: _("from your right side"),
        SeenFrom.FRONT_RIGHT: _("from the front and your right"),
    }[side]


def _height(height: Height) -> str:
    return {
        Height.LEVEL: "",
        Height.A_LITTLE_ABOVE: _("a little from above"),
        Height.A_LITTLE_BELOW: _("a little from below"),
        Height.ABOVE: _("from above"),
        Height.BELOW: _("from below"),
    }[height]
