"""One window per data folder: a second start brings the first window to the front and ends.

Without a network module the second start leaves a sign in the folder, and the first one watches for it.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

_LOCK_NAME = "window.lock"
_KNOCK_NAME = "window.knock"


class OneWindow(QObject):
    """``taken`` tells whether another process shows this folder; ``knocked`` that one asked to see it."""

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knock = folder / _KNOCK_NAME
        self._lock = QLockFile(str(folder / _LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._mine = self._lock.tryLock(0)
        self._watcher: QFileSystemWatcher | None = None
        if self._mine:
            # A disk that is full takes no sign; then a second start cannot call this window, and that is all.
            with contextlib.suppress(OSError):
                self._knock.touch(mode=0o600)
            self._watcher = QFileSystemWatcher([str(self._knock)], self)
            self._watcher.fileChanged.connect(self._heard)

    @property
    def taken(self) -> bool:
        """Whether another process has the window of this folder.

        A folder that takes no lock at all is nobody's: the window opens and says what is wrong with it.
        """
        return not self._mine and self._lock.error() is QLockFile.LockError.LockFailedError

    def knock(self) -> None:
        """Ask the process that has the window to show it."""
        with contextlib.suppress(OSError):
            self._knock.write_text("show\n", encoding="ascii")

    def release(self) -> None:
        """Let another process have the window."""
        if self._mine:
            self._lock.unlock()
            with contextlib.suppress(OSError):
                self._knock.unlink(missing_ok=True)

    def _heard(self) -> None:
        self.knocked.emit()
