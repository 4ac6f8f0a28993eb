"""Files that a person gets: written beside, synced, read again, and only then given their name."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from acupress_desktop.domain.troubles import KnownTrouble, disk_trouble

PRIVATE_FILE = 0o600


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[tuple[BinaryIO, Path]]:
    """Give a stream and the name it has for now; the file gets its own name when the block ends well.

    Check the file at the end of the block, after ``stream.close``. On any error no trace is left and what
    stood at ``path`` stands there still. The operating system's refusals become ``KnownTrouble``.
    """
    beside = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        with os.fdopen(descriptor, "w+b") as stream:
            yield stream, beside
            if not stream.closed:
                settle(stream)
        beside.replace(path)
    except OSError as error:
        raise KnownTrouble(disk_trouble(error, path)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def settle(stream: BinaryIO) -> None:
    """Wait until the disk has everything that was written."""
    stream.flush()
    os.fsync(stream.fileno())


class Counted:
    """Writes to a stream and adds up what was written, to compare it with what the disk gives back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._sum = hashlib.blake2b(digest_size=16)

    def write(self, content: bytes) -> None:
        """Write ``content``."""
        self._sum.update(content)
        self._stream.write(content)

    def stands_in(self, path: Path) -> bool:
        """Whether ``path`` holds exactly what was written."""
        found = hashlib.blake2b(digest_size=16)
        with path.open("rb") as again:
            while part := again.read(1 << 20):
                found.update(part)
        return found.digest() == self._sum.digest()
