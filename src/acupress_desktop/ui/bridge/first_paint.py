"""Tells once, after a window has painted itself for the first time: everything heavy waits for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """``FirstPaint(window)``: ``seen`` is emitted once, from the event loop after the first paint."""

    seen = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window: QWidget | None = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._window is not None and event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._window = None
            QTimer.singleShot(0, self.seen.emit)
        return False
