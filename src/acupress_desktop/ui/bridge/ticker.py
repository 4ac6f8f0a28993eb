"""The beat that makes a session repaint.

It counts nothing: a 33 ms timer fires every 32 ms, so whoever hears the beat asks the session clock.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Qt, QTimer, Signal


class Beat(Enum):
    """How often the ticker beats; the value is the pause in milliseconds."""

    ANIMATION_30 = 33
    ANIMATION_60 = 16
    SECONDS = 250
    """Reduced motion: often enough that a second never shows late by more than a quarter."""


class Ticker(QObject):
    """``start(beat)`` while a session moves, ``stop()`` otherwise: an idle app has no repeating timer."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ticked)

    @property
    def running(self) -> bool:
        """Whether the ticker beats now."""
        return self._timer.isActive()

    def start(self, beat: Beat) -> None:
        """Beat every ``beat`` from now on; starting again changes the beat."""
        smooth = beat is not Beat.SECONDS
        self._timer.setTimerType(Qt.TimerType.PreciseTimer if smooth else Qt.TimerType.CoarseTimer)
        if not self._timer.isActive() or self._timer.interval() != beat.value:
            self._timer.start(beat.value)

    def stop(self) -> None:
        """Be still."""
        self._timer.stop()
