"""The body moving by itself: a flight to a place, or turning on after a fling; at rest nothing runs."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from acupress_desktop.ui.body_3d.pose import Pose, between

_SLOWS_IN_SECONDS = 0.22  # the time after which a third of the speed is left
_MILLISECONDS = 1000.0


class Glide(QObject):
    """``moved`` emits each pose on the way, the last one exactly where it leads; ``landed`` follows."""

    moved = Signal(object)
    landed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way: Callable[[float], Pose] | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._land)

    @property
    def moving(self) -> bool:
        """Whether the body is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def fly(self, start: Pose, goal: Pose, duration_ms: int) -> None:
        """Go from pose to pose, eased as 1-(1-t)^3; without a duration the goal is there at once."""
        self.stop()
        if duration_ms <= 0:
            self.moved.emit(goal)
            self.landed.emit()
            return
        self._way = lambda share: between(start, goal, share)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setDuration(duration_ms)
        self._animation.start()

    def fling(self, start: Pose, yaw_per_second: float, pitch_per_second: float, duration_ms: int) -> None:
        """Turn on at a speed in degrees that dies away; without a duration nothing moves."""
        self.stop()
        if duration_ms <= 0:
            return

        def way(share: float) -> Pose:
            gone = share * duration_ms / _MILLISECONDS
            reach = _SLOWS_IN_SECONDS * (1.0 - math.exp(-gone / _SLOWS_IN_SECONDS))
            return start.turned(yaw_per_second * reach, pitch_per_second * reach)

        self._way = way
        self._animation.setEasingCurve(QEasingCurve.Type.Linear)
        self._animation.setDuration(duration_ms)
        self._animation.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._way = None
        self._animation.stop()

    def arrive(self) -> None:
        """Be at the end of the way now."""
        if self.moving:
            self._animation.setCurrentTime(self._animation.duration())

    def _step(self, share: object) -> None:
        if self._way is not None and isinstance(share, float):
            self.moved.emit(self._way(share))

    def _land(self) -> None:
        if self._way is not None:
            self._way = None
            self.landed.emit()
