"""What the session says, as values. ``words.session`` turns each into a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide


class LineId(Enum):
    """Everything that can be said, each once."""

    GET_READY = "get_ready"
    """Before the first press: where it will be. ``seconds`` is set where it begins by itself."""
    FIND = "find"
    """How that site is found; follows ``GET_READY`` and ``NEXT_POINT``."""
    COUNT_IN = "count_in"
    """A mark, no sentence: three, two, one second until pressing or an exercise begins."""
    COUNT_OUT = "count_out"
    """A mark, no sentence: the last three, two, one second of a hold or an exercise."""
    PRESS = "press"
    BREATHE = "breathe"
    """Small and easy; only where a breath is guided."""
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
    COMFORT_ASK = "comfort_ask"
    """Once a session, after the first point: that each can be told to be fine, too much, or left out."""
    COMFORT_FINE = "comfort_fine"
    COMFORT_SOFTER = "comfort_softer"
    """Too much: ``felt_pressure`` is what is left for this point in this session."""
    COMFORT_LIGHTEST = "comfort_lightest"
    """Too much, and it cannot be pressed more lightly."""
    COMFORT_SKIPPED = "comfort_skipped"
    BREATHE_NORMALLY = "breathe_normally"
    """The guide ends because of what the person felt."""
    EXERCISE = "exercise"
    """An exercise begins: ``title``, with ``seconds`` or ``repeats`` or both."""
    EXERCISE_LAST = "exercise_last"
    """The last five seconds of an exercise."""
    EXERCISE_DONE = "exercise_done"
    EXERCISE_SKIPPED = "exercise_skipped"


MARKS = frozenset({LineId.COUNT_IN, LineId.COUNT_OUT})
"""Lines that are tones and no sentences: no caption, nothing for a screen reader."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: the site it speaks of, a number of seconds, a felt pressure, where it has them.

    ``title`` is that of an exercise, in the person's own words; lines about moving and waiting have it
    where an exercise is what goes on.
    """

    id: LineId
    point: PointCode | None = None
    side: SiteSide | None = None
    seconds: float | None = None
    felt_pressure: int | None = None
    title: str = ""
    repeats: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A line and when it was said, in seconds since the session began; what came before is below zero."""

    at: float
    line: Line
