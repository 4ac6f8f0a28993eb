"""What a pressed pointer does to the body: turn it, move it, or nothing but a click."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF

DEGREES_PER_PX = 0.45
_REMEMBERED_MS = 90
_STALE_MS = 60
_SLOWEST_DEGREES = 45.0
_FASTEST_DEGREES = 720.0
_MILLISECONDS = 1000.0


class Hold(Enum):
    """What a drag does."""

    TURN = "turn"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Throw:
    """The speed at which the body was let go, in degrees a second."""

    yaw: float
    pitch: float


class Grip:
    """One press of a button until it is let go."""

    def __init__(self, hold: Hold, at: QPointF, when_ms: int) -> None:
        self.hold = hold
        self.dragged = False
        self._pressed = at
        self._last = at
        self._trail: deque[tuple[int, QPointF]] = deque([(when_ms, at)])

    def moved(self, at: QPointF, when_ms: int, from_px: int) -> QPointF | None:
        """Return how far the pointer went since last time, ``None`` while it has not left its place."""
        if not self.dragged and (at - self._pressed).manhattanLength() < from_px:
            return None
        self.dragged = True
        gone, self._last = at - self._last, at
        self._trail.append((when_ms, at))
        while when_ms - self._trail[0][0] > _REMEMBERED_MS and len(self._trail) > 2:
            self._trail.popleft()
        return gone

    def thrown(self, when_ms: int) -> Throw | None:
        """Return the speed of the last moment, ``None`` where the pointer had come to rest."""
        first_ms, first = self._trail[0]
        last_ms, last = self._trail[-1]
        passed = last_ms - first_ms
        if self.hold is not Hold.TURN or not self.dragged or passed <= 0 or when_ms - last_ms > _STALE_MS:
            return None
        yaw, pitch = (
            min(_FASTEST_DEGREES, max(-_FASTEST_DEGREES, gone * DEGREES_PER_PX * _MILLISECONDS / passed))
            for gone in (last.x() - first.x(), last.y() - first.y())
        )
        return Throw(yaw, pitch) if abs(yaw) + abs(pitch) > _SLOWEST_DEGREES else None
