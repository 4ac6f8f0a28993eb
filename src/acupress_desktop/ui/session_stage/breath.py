"""A breath of two to four parts as a curve over time, and as cells of one second; numbers only, no Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence

from acupress_desktop.ui.session_stage.view import BreathPart, StageBreath

_CELL_MIN_SECONDS = 0.05
"""A part of a second shorter than this gets no cell."""


def fullness_at(parts: Sequence[BreathPart], at_seconds: float) -> float:
    """Return how full a breath is ``at_seconds`` after its begin; breaths follow each other without end."""
    whole = sum(part.seconds for part in parts)
    left = at_seconds % whole
    for part in parts:
        if left < part.seconds:
            return part.begins + (part.ends - part.begins) * math.sin(math.pi / 2 * left / part.seconds) ** 2
        left -= part.seconds
    return parts[-1].ends


def moving_seconds(parts: Sequence[BreathPart], at_seconds: float) -> float:
    """Return how much of a breath had moved ``at_seconds`` after its begin: it stands still while held."""
    left, moved = at_seconds, 0.0
    for part in parts:
        inside = min(left, part.seconds)
        if part.moves:
            moved += inside
        left -= inside
    return moved


def wave_of(parts: Sequence[BreathPart]) -> tuple[BreathPart, ...]:
    """Return the parts that a wave is made of: those in which the breath moves."""
    return tuple(part for part in parts if part.moves)


class Settling:
    """How far a breath that has just begun to be drawn has come in, so that no wave stands there at once.

    ``Settling(seconds)``; tell each moment to ``follow``. What must be exact, the bead, does not wait for it.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._since: float | None = None
        self.share = 1.0
        """0 to 1, with zero speed at both ends."""

    def follow(self, before: StageBreath | None, now: StageBreath | None) -> None:
        """Take the next moment."""
        if now is None:
            self._since, self.share = None, 1.0
        elif before is None:
            self._since, self.share = now.at_seconds, 0.0
        elif self._since is not None:
            passed = now.at_seconds - self._since
            if 0 <= passed < self._seconds:
                self.share = math.sin(math.pi / 2 * passed / self._seconds) ** 2
            else:
                self._since, self.share = None, 1.0


def cells_of(seconds: float) -> tuple[float, ...]:
    """Cut one part of a breath into cells of one second; the last may be a part of one."""
    whole = math.floor(seconds + 1e-9)
    rest = seconds - whole
    return (1.0,) * whole + ((rest,) if rest > _CELL_MIN_SECONDS else ())
