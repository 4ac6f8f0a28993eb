"""Paced breathing as pure functions of elapsed seconds.

The curve has zero speed at both turns (``sin^2`` in, ``cos^2`` out), so the eye is never pulled, and
stands still while the breath is held. Rates and ratios follow the cautious defaults: 8 breaths a minute in
the first week, 6 afterwards, a longer out-breath, no hold.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum
from typing import assert_never

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment

BREATHS_PER_MINUTE_MIN = 4
BREATHS_PER_MINUTE_MAX = 12
OUT_PER_IN_MIN = 1.0
OUT_PER_IN_MAX = 2.0
BREATH_HOLD_SECONDS_MAX = 2.0
"""Nobody is asked to hold a breath for longer, full or empty."""
OWN_BREATH_NAME_CHARACTERS_MAX = 60
_ROUNDING = 1e-6


class BreathPhase(Enum):
    """Which part of a breath is running."""

    IN = "in"
    HOLD_FULL = "hold_full"
    OUT = "out"
    HOLD_EMPTY = "hold_empty"


class StepBreathing(Enum):
    """The breathing guide during one step of a session."""

    AS_SET = "as_set"
    OFF = "off"
    OWN = "own"
    """The pattern that the step names."""


class BreathFault(Enum):
    """Why four phases are no pattern."""

    NOT_IN_STEPS = "not_in_steps"
    """A phase is negative, or no whole number of tenths of a second."""
    TOO_FAST = "too_fast"
    """More than twelve breaths a minute, holds left aside."""
    TOO_SLOW = "too_slow"
    """Fewer than four breaths a minute, holds and all."""
    OUT_SHORTER = "out_shorter"
    OUT_TOO_LONG = "out_too_long"
    HOLD_TOO_LONG = "hold_too_long"


_FAULTS = {
    BreathFault.NOT_IN_STEPS: "phases must be whole tenths of a second, none below zero",
    BreathFault.TOO_FAST: "breaths_per_minute must be 4 to 12, holds left aside; this is faster",
    BreathFault.TOO_SLOW: "breaths_per_minute must be 4 to 12; this is slower",
    BreathFault.OUT_SHORTER: "out_seconds must be 1 to 2 times in_seconds; this is less",
    BreathFault.OUT_TOO_LONG: "out_seconds must be 1 to 2 times in_seconds; this is more",
    BreathFault.HOLD_TOO_LONG: "hold_full_seconds and hold_empty_seconds must be at most 2",
}


def breath_faults(
    in_seconds: float, out_seconds: float, hold_full_seconds: float = 0.0, hold_empty_seconds: float = 0.0
) -> tuple[BreathFault, ...]:
    """Name everything that keeps four phases from being a pattern; nothing where they are one.

    What is left without the holds must be a pattern too, since holds are taken out where they are off.
    """
    phases = (in_seconds, hold_full_seconds, out_seconds, hold_empty_seconds)
    if not all(math.isfinite(seconds) for seconds in phases):
        return (BreathFault.NOT_IN_STEPS,)
    holds = (hold_full_seconds, hold_empty_seconds)
    moving_seconds = in_seconds + out_seconds
    wrong = {
        BreathFault.NOT_IN_STEPS: min(*holds) < 0
        or min(in_seconds, out_seconds) <= 0
        or any(abs(seconds * 10 - round(seconds * 10)) > _ROUNDING for seconds in phases),
        BreathFault.TOO_FAST: moving_seconds < 60 / BREATHS_PER_MINUTE_MAX - _ROUNDING,
        BreathFault.TOO_SLOW: moving_seconds + sum(holds) > 60 / BREATHS_PER_MINUTE_MIN + _ROUNDING,
        BreathFault.OUT_SHORTER: out_seconds < OUT_PER_IN_MIN * in_seconds - _ROUNDING,
        BreathFault.OUT_TOO_LONG: out_seconds > OUT_PER_IN_MAX * in_seconds + _ROUNDING,
        BreathFault.HOLD_TOO_LONG: max(holds) > BREATH_HOLD_SECONDS_MAX + _ROUNDING,
    }
    return tuple(fault for fault, is_wrong in wrong.items() if is_wrong)


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """One breath: in, held full, out, held empty, each in tenths of a second; a hold of 0 is none.

    Bounds: 4 to 12 breaths a minute, in:out between 1:1 and 1:2, each hold at most two seconds.
    """

    in_seconds: float
    out_seconds: float
    hold_full_seconds: float = 0.0
    hold_empty_seconds: float = 0.0

    def __post_init__(self) -> None:
        """Refuse a pattern outside the bounds that untrained people tolerate."""
        faults = breath_faults(
            self.in_seconds, self.out_seconds, self.hold_full_seconds, self.hold_empty_seconds
        )
        if faults:
            raise ValueError(_FAULTS[faults[0]])

    @property
    def phases(self) -> tuple[tuple[BreathPhase, float], ...]:
        """The two to four phases in their order, with their seconds."""
        all_four = (
            (BreathPhase.IN, self.in_seconds),
            (BreathPhase.HOLD_FULL, self.hold_full_seconds),
            (BreathPhase.OUT, self.out_seconds),
            (BreathPhase.HOLD_EMPTY, self.hold_empty_seconds),
        )
        return tuple((phase, seconds) for phase, seconds in all_four if seconds > 0)

    @property
    def breath_seconds(self) -> float:
        """Length of one whole breath in seconds."""
        return round(sum(seconds for _, seconds in self.phases) * 10) / 10

    @property
    def breaths_per_minute(self) -> float:
        """Rate in breaths per minute."""
        return 60.0 / self.breath_seconds

    @property
    def has_holds(self) -> bool:
        """Whether the breath is held anywhere."""
        return self.hold_full_seconds > 0 or self.hold_empty_seconds > 0

    @property
    def without_holds(self) -> BreathPattern:
        """The same way in and out, with no hold between them."""
        return replace(self, hold_full_seconds=0.0, hold_empty_seconds=0.0)


@dataclass(frozen=True, slots=True)
class OwnBreath:
    """A pattern that a person made and named."""

    id: RowId
    moment: Moment
    name: str
    pattern: BreathPattern

    def __post_init__(self) -> None:
        """Refuse a name that is empty or too long."""
        if not 1 <= len(self.name.strip()) <= len(self.name) <= OWN_BREATH_NAME_CHARACTERS_MAX:
            raise ValueError(f"a name has 1 to {OWN_BREATH_NAME_CHARACTERS_MAX} characters")


FIRST_WEEK = BreathPattern(3.0, 4.5)
"""Eight a minute: how everybody begins."""
USUAL = BreathPattern(4.0, 6.0)
"""Six a minute with a longer out-breath."""
SIX_EQUAL = BreathPattern(5.0, 5.0)
"""Six a minute, in as long as out."""
FIVE_A_MINUTE = BreathPattern(4.8, 7.2)


@dataclass(frozen=True, slots=True)
class Breath:
    """Where in a breath the given instant lies; ``fullness`` runs 0 (empty) to 1 (full)."""

    phase: BreathPhase
    phase_elapsed_seconds: float
    phase_seconds: float
    fullness: float
    number: int


def breath_at(pattern: BreathPattern, elapsed_seconds: float) -> Breath:
    """Compute the breath at ``elapsed_seconds`` since the first in-breath began (>= 0)."""
    number, within = divmod(elapsed_seconds, pattern.breath_seconds)
    *earlier, (phase, seconds) = pattern.phases
    for early_phase, early_seconds in earlier:
        if within < early_seconds:
            phase, seconds = early_phase, early_seconds
            break
        within -= early_seconds
    within = min(within, seconds)
    return Breath(phase, within, seconds, _fullness(phase, within / seconds), int(number))


def breath_turns(
    pattern: BreathPattern, after_seconds: float, until_seconds: float
) -> tuple[tuple[float, BreathPhase], ...]:
    """Name each phase that begins later than ``after_seconds`` and not later than ``until_seconds``.

    Each stands with the elapsed seconds at which it begins. The very first in-breath begins at zero.
    """
    found: list[tuple[float, BreathPhase]] = []
    number = max(0, math.floor(after_seconds / pattern.breath_seconds) - 1)
    while number * pattern.breath_seconds <= until_seconds:
        begins = number * pattern.breath_seconds
        for phase, seconds in pattern.phases:
            if after_seconds < begins <= until_seconds:
                found.append((begins, phase))
            begins += seconds
        number += 1
    return tuple(found)


def _fullness(phase: BreathPhase, share: float) -> float:
    turn = math.pi / 2 * share
    match phase:
        case BreathPhase.IN:
            return math.sin(turn) ** 2
        case BreathPhase.HOLD_FULL:
            return 1.0
        case BreathPhase.OUT:
            return math.cos(turn) ** 2
        case BreathPhase.HOLD_EMPTY:
            return 0.0
        case _:
            assert_never(phase)
