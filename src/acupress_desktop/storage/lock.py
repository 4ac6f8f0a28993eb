"""One running app per journal. The operating system lets go of the lock when the process ends, however."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from acupress_desktop.domain.troubles import InUse, KnownTrouble
from acupress_desktop.storage.files import PRIVATE_FILE, disk_troubles

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class JournalLock:
    """Holds ``path`` until ``release``."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once; raises ``KnownTrouble`` with ``InUse`` where another app has it."""
        with disk_troubles(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), PRIVATE_FILE)
        try:
            _take(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise KnownTrouble(InUse(path.parent)) from error
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let go. The file stays: removing it would let two apps lock two files of one name."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
