"""How one point is found and pressed, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide


class PressingPart(Enum):
    """Which part of the hand presses."""

    THUMB = "thumb"
    INDEX_PAD = "index_pad"
    TWO_FINGERS = "two_fingers"
    FLAT_FINGERS = "flat_fingers"
    SOFT_FISTS = "soft_fists"


class PressingHand(Enum):
    """Which hand presses, seen from the side that is pressed."""

    OTHER = "other"
    SAME = "same"
    BOTH = "both"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class MeasuringLine:
    """The drawn line from a place that everybody finds: a landmark's id or a point's code.

    ``cun`` in B-cun of the body part; ``fingers`` says the same in finger-widths of the person pressed.
    """

    from_landmark: str | None
    from_point: PointCode | None
    from_label: str
    cun: float
    fingers: str


@dataclass(frozen=True, slots=True)
class HowTo:
    """One point's instructions. Exactly one of ``place_middle`` and the two sided places is set."""

    point: PointCode
    place_left: str
    place_right: str
    place_middle: str
    steps: tuple[str, ...]
    pressing: PressingPart
    pressing_hand: PressingHand
    press_with: str
    posture: str
    close_up: str
    edges: tuple[str, ...]
    caption: str
    spoken: str
    neighbours: tuple[PointCode, ...]
    instead: tuple[PointCode, ...]
    reach: str
    measure: MeasuringLine | None

    def place(self, side: SiteSide) -> str:
        """Return the place's title on that side, such as "Left hand, back"."""
        match side:
            case SiteSide.LEFT:
                return self.place_left
            case SiteSide.RIGHT:
                return self.place_right
            case SiteSide.MIDLINE:
                return self.place_middle
