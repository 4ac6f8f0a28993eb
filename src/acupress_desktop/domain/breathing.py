"""Paced breathing as pure functions of elapsed seconds.

The curve has zero speed at both turns (``sin^2`` in, ``cos^2`` out), so the eye is never pulled.
Rates and ratios follow the cautious defaults: 8 breaths a minute in the first week, 6 afterwards,
a longer out-breath, no hold.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum


class BreathPhase(Enum):
    """Which half of a breath is running."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """One breath: ``in_seconds`` then ``out_seconds``; no holds.

    Bounds: 4 to 12 breaths a minute, in:out between 1:1 and 1:2 (a small tolerance for rounding).
    """

    in_seconds: float
    out_seconds: float

    def __post_init__(self) -> None:
        """Refuse a pattern outside the bounds that untrained people tolerate."""
        rate = self.breaths_per_minute
        ratio = self.out_seconds / self.in_seconds
        if not 4.0 <= rate <= 12.0:
            message = f"breaths_per_minute must be 4 to 12, not {rate:g}"
            raise ValueError(message)
        if not 0.999 <= ratio <= 2.001:
            message = f"out_seconds must be 1 to 2 times in_seconds, not {ratio:g}"
            raise ValueError(message)

    @property
    def breath_seconds(self) -> float:
        """Length of one whole breath in seconds."""
        return self.in_seconds + self.out_seconds

    @property
    def breaths_per_minute(self) -> float:
        """Rate in breaths per minute."""
        return 60.0 / self.breath_seconds


FIRST_WEEK = BreathPattern(3.0, 4.5)
USUAL = BreathPattern(4.0, 6.0)


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
    number = math.floor(elapsed_seconds / pattern.breath_seconds)
    within = elapsed_seconds - number * pattern.breath_seconds
    if within < pattern.in_seconds:
        turn = math.pi / 2 * within / pattern.in_seconds
        return Breath(BreathPhase.IN, within, pattern.in_seconds, math.sin(turn) ** 2, number)
    out = within - pattern.in_seconds
    turn = math.pi / 2 * out / pattern.out_seconds
    return Breath(BreathPhase.OUT, out, pattern.out_seconds, math.cos(turn) ** 2, number)
