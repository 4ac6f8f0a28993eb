"""One deadline at a time: a single-shot timer behind a small protocol, so that tests need not wait."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance


class Deadline(Protocol):
    """Something that becomes due once, unless started again or cancelled first."""

    @property
    def due(self) -> SignalInstance:
        """Emitted when the time is up."""
        ...

    def start(self, milliseconds: int) -> None:
        """Become due in ``milliseconds``; an earlier start is forgotten."""
        ...

    def cancel(self) -> None:
        """Forget the last start."""
        ...


class TimerDeadline(QObject):
    """A ``Deadline`` on Qt's clock."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.due)

    def start(self, milliseconds: int) -> None:
        """Become due in ``milliseconds``; an earlier start is forgotten."""
        self._timer.start(milliseconds)

    def cancel(self) -> None:
        """Forget the last start."""
        self._timer.stop()


class HandDeadline(QObject):
    """A ``Deadline`` moved by hand: ``pass_time`` in tests and rehearsals stands for the clock."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_ms: int | None = None

    @property
    def running(self) -> bool:
        """Whether something is still to become due."""
        return self._left_ms is not None

    def start(self, milliseconds: int) -> None:
        """Become due after ``milliseconds`` have been passed by hand."""
        self._left_ms = milliseconds

    def cancel(self) -> None:
        """Forget the last start."""
        self._left_ms = None

    def pass_time(self, milliseconds: int) -> None:
        """Let ``milliseconds`` go by."""
        if self._left_ms is None:
            return
        self._left_ms -= milliseconds
        if self._left_ms <= 0:
            self._left_ms = None
            self.due.emit()
