"""Left and right, always the person's own; the screen's are called ``screen_left``."""

from __future__ import annotations

from enum import Enum


class Side(Enum):
    """One side of the person, never of the screen."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side of the same person."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class SiteSide(Enum):
    """Where one site of a point lies: on a side of the person, or on the midline."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"

    @property
    def mirrored(self) -> SiteSide:
        """The same site on a mirrored person; the midline stays where it is."""
        match self:
            case SiteSide.LEFT:
                return SiteSide.RIGHT
            case SiteSide.RIGHT:
                return SiteSide.LEFT
            case SiteSide.MIDLINE:
                return SiteSide.MIDLINE

    @property
    def side(self) -> Side | None:
        """The side of the person, or ``None`` on the midline."""
        return None if self is SiteSide.MIDLINE else Side(self.value)


class PainSide(Enum):
    """Where a reported pain lies within a body region."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDLINE = "midline"
