"""The app is told to end from outside: logout, shutdown, a signal. What was held is kept first.

Left to itself Python would look at a signal only when the next event comes, and the plain signal would end
the process at once; here it is written into a pipe, which wakes the window's own loop.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

_ENDING = ("SIGTERM", "SIGHUP", "SIGINT")
SIGNALLED = 128
"""A process that ended because of a signal says so by this plus its number."""


class Endings(QObject):
    """``listen`` once the application stands; ``stop`` when its loop has ended.

    ``near`` is emitted when the computer may be about to end the app, and nothing more is to be done than to
    keep what was held. ``told`` is emitted with the number of a signal after which the app has to end.
    """

    near = Signal()
    told = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pipe: tuple[int, int] | None = None
        self._woken_before = -1
        self._former: dict[int, object] = {}

    def listen(self, application: QGuiApplication) -> None:
        """Hear logout and shutdown, and on POSIX the signals that end a process."""
        application.commitDataRequest.connect(self.commit)
        if sys.platform == "win32":
            return
        read_end, write_end = os.pipe()
        os.set_blocking(read_end, False)
        os.set_blocking(write_end, False)
        self._pipe = (read_end, write_end)
        for number in (getattr(signal, name) for name in _ENDING):
            self._former[number] = signal.signal(number, _written_by_python)
        self._woken_before = signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
        notifier = QSocketNotifier(read_end, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._read)

    def stop(self) -> None:
        """Leave the signals as they were."""
        if self._pipe is None:
            return
        signal.set_wakeup_fd(self._woken_before)
        for number, former in self._former.items():
            signal.signal(number, former)  # type: ignore[arg-type]
        for notifier in self.findChildren(QSocketNotifier):
            notifier.setEnabled(False)
        for end in self._pipe:
            os.close(end)
        self._pipe = None

    def commit(self) -> None:
        """The login or the computer may end; it may still be called off."""
        self.near.emit()

    def _read(self) -> None:
        if self._pipe is None:
            return
        heard = b""
        with contextlib.suppress(BlockingIOError):
            heard = os.read(self._pipe[0], 64)
        for number in heard:
            if number in self._former:
                self.told.emit(number)


def _written_by_python(_number: int, _frame: FrameType | None) -> None:
    """Python has written the number into the pipe; that is all."""
