"""Private files: 0600 in 0700 folders, replaced as a whole or not at all. Standard library only."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from acupress_desktop.domain.troubles import KnownTrouble, disk_trouble

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


@contextlib.contextmanager
def disk_troubles(path: Path) -> Iterator[None]:
    """Turn the operating system's refusals inside into ``KnownTrouble``."""
    try:
        yield
    except OSError as error:
        raise KnownTrouble(disk_trouble(error, path)) from error


@contextlib.contextmanager
def private_umask() -> Iterator[None]:
    """Let files made inside, by SQLite too, be readable by this person only."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def make_private_folder(folder: Path) -> None:
    """Make ``folder`` (parents too) and close it to others; raises ``KnownTrouble``."""
    with disk_troubles(folder), private_umask():
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if stat.S_IMODE(folder.stat().st_mode) != PRIVATE_FOLDER and os.name == "posix":
            folder.chmod(PRIVATE_FOLDER)


def make_private_file(path: Path) -> None:
    """Make an empty file that only this person can read, or close an existing one to others."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), PRIVATE_FILE)
    os.close(descriptor)
    if os.name == "posix":
        path.chmod(PRIVATE_FILE)


def sync_file(path: Path) -> None:
    """Wait until the disk has the content of ``path``."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in ``folder``; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``: afterwards the old or the new file stands there, never a part.

    Raises ``OSError``; the half-written neighbour is removed.
    """
    beside = path.with_name(path.name + ".part")
    try:
        with private_umask():
            make_private_file(beside)
            with beside.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def write_lightly(path: Path, content: bytes) -> None:
    """As ``write_whole``, without waiting for the disk: for what can be made again from the journal."""
    beside = path.with_name(path.name + ".part")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
        try:
            if os.name == "posix":
                os.fchmod(descriptor, PRIVATE_FILE)
            os.write(descriptor, content)
        finally:
            os.close(descriptor)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
