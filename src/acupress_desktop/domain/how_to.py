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


class Feel(Enum):
    """What lies under the finger at the right place."""

    DIP = "dip"
    CORDS = "cords"
    MUSCLE = "muscle"
    BONE_EDGE = "bone_edge"
    JOINT_GAP = "joint_gap"
    SOFT = "soft"
    SCALP = "scalp"
    SPINE = "spine"
    NAIL = "nail"


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
    """One point's instructions.

    Points that sets press have everything. Others may lack a named place (then the region's name serves), a
    picture of their own choice and a spoken line. A point of study has no words of pressing at all:
    ``pressing`` and ``pressing_hand`` are ``None``, ``press_with`` and ``posture`` empty.
    """

    point: PointCode
    place_left: str
    place_right: str
    place_middle: str
    steps: tuple[str, ...]
    pressing: PressingPart | None
    pressing_hand: PressingHand | None
    press_with: str
    posture: str
    close_up: str
    edges: tuple[str, ...]
    caption: str
    spoken: str
    feel: Feel
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
