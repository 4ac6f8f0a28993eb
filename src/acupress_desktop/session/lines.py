"""What the session says, as values. ``words.session`` turns each into a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide


class LineId(Enum):
    """Everything that can be said, each once."""

    PRESS = "press"
    HALF_WAY = "half_way"
    EASE_OFF = "ease_off"
    RELEASE = "release"
    OTHER_SIDE = "other_side"
    NEXT_POINT = "next_point"
    AGAIN = "again"
    PAUSED = "paused"
    GAP_NOTICED = "gap_noticed"
    WAITING_AFTER_GAP = "waiting_after_gap"
    WAITING_AFTER_SLEEP = "waiting_after_sleep"
    WAITING_AFTER_LOCK = "waiting_after_lock"
    GO_ON = "go_on"
    LONGER = "longer"
    LONG_ENOUGH = "long_enough"
    SKIPPED = "skipped"
    BREATHING_OFF = "breathing_off"
    BREATHING_ON = "breathing_on"
    BREATHING_ENOUGH = "breathing_enough"
    HANDS_OFF = "hands_off"
    STOPPED = "stopped"
    EXPIRED = "expired"
    WELL_DONE = "well_done"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: the site it speaks of, a number of seconds, a felt pressure, where it has them."""

    id: LineId
    point: PointCode | None = None
    side: SiteSide | None = None
    seconds: float | None = None
    felt_pressure: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A line and when it was said, in seconds since the session began."""

    at: float
    line: Line
