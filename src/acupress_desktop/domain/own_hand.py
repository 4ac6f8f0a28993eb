"""A distance on the body in a person's own centimetres and finger-widths.

One cun is a share of the person's own body, so it has its own length on every limb. The hand that measures
has its own widths too: where they are known, a distance is counted in them; where not, the old rule of thumb
holds, by which four fingers laid side by side cover three cun.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from acupress_desktop.domain.body_bounds import FOUR_FINGERS_MM, THUMB_MM

FINGERS_PER_CUN: Final = 4.0 / 3.0
THUMBS_IN_FOUR_FINGERS: Final = (2.0, 6.0)
"""No hand has four fingers that are narrower or wider than so many of its thumbs."""

_MANY_FINGERS: Final = 8.0  # from here on the hand is laid on as a whole
_FEW_FINGERS: Final = 1.25  # up to here the thumb measures better, where it is known


class OwnHandError(ValueError):
    """A width lies outside what a hand has; ``field`` is that of `OwnHand`, the bounds are included."""

    def __init__(self, field: str, value: float, low: float, high: float) -> None:
        super().__init__(f"{field} = {value:g} is outside {low:g} to {high:g}")
        self.field = field
        self.value = value
        self.low = low
        self.high = high


@dataclass(frozen=True, slots=True)
class OwnHand:
    """Widths of a person's hand in millimetres; ``None`` = not measured.

    ``thumb_mm`` is the width of the thumb at its last joint, ``four_fingers_mm`` that of four fingers laid
    side by side, at the middle joints. Raises ``OwnHandError``.
    """

    thumb_mm: float | None = None
    four_fingers_mm: float | None = None

    def __post_init__(self) -> None:
        """Refuse what no hand has."""
        for field, value, (low, high) in (
            ("thumb_mm", self.thumb_mm, THUMB_MM),
            ("four_fingers_mm", self.four_fingers_mm, FOUR_FINGERS_MM),
        ):
            if value is not None and not low <= value <= high:  # also true for NaN
                raise OwnHandError(field, value, low, high)
        if self.thumb_mm is not None and self.four_fingers_mm is not None:
            low, high = (share * self.thumb_mm for share in THUMBS_IN_FOUR_FINGERS)
            if not low <= self.four_fingers_mm <= high:
                raise OwnHandError("four_fingers_mm", self.four_fingers_mm, low, high)


UNKNOWN_HAND: Final = OwnHand()


class Width(Enum):
    """What a distance is counted in."""

    THUMB = "thumb"
    FINGER = "finger"
    FOUR_FINGERS = "four_fingers"


class Whose(Enum):
    """Whether the person's own hand was measured, or the rule of thumb is all there is."""

    OWN = "own"
    CLASSIC = "classic"


@dataclass(frozen=True, slots=True)
class DistanceOnYou:
    """A distance as told: ``cun`` from the rule, ``centimetres`` on this body, and a count of widths.

    ``halves`` is the count in half widths, so that 5 is two and a half; it is always "about".
    """

    cun: float
    centimetres: float
    halves: int
    width: Width
    whose: Whose

    @property
    def count(self) -> float:
        """How many widths."""
        return self.halves / 2.0


def on_you(cun: float, cun_mm: float, hand: OwnHand = UNKNOWN_HAND) -> DistanceOnYou:
    """Return a distance of ``cun`` on a body whose local cun is ``cun_mm`` long.

    Own widths are counted to the half. The rule of thumb is no finer than whole fingers.
    """
    length_mm = cun * cun_mm
    finger_mm = None if hand.four_fingers_mm is None else hand.four_fingers_mm / 4.0
    whose = Whose.OWN
    if hand.thumb_mm is not None and (finger_mm is None or length_mm <= _FEW_FINGERS * finger_mm):
        width, halves = Width.THUMB, _halves(length_mm / hand.thumb_mm)
    elif finger_mm is not None and length_mm >= _MANY_FINGERS * finger_mm:
        width, halves = Width.FOUR_FINGERS, _halves(length_mm / (4.0 * finger_mm))
    elif finger_mm is not None:
        width, halves = Width.FINGER, _halves(length_mm / finger_mm)
    else:
        whose = Whose.CLASSIC
        width, halves = Width.FINGER, 2 * max(1, round(cun * FINGERS_PER_CUN))
    return DistanceOnYou(cun, length_mm / 10.0, halves, width, whose)


def _halves(count: float) -> int:
    return max(1, round(2.0 * count))
