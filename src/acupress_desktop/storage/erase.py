"""Erases everything that the app keeps about a person. Standard library only."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.storage.files import disk_troubles, sync_folder
from acupress_desktop.storage.lock import JournalLock
from acupress_desktop.storage.profile import Profile


@dataclass(frozen=True, slots=True)
class Erased:
    """What was removed, and what could not be."""

    removed: tuple[Path, ...]
    left: tuple[Path, ...]


def erase_everything(profile: Profile) -> Erased:
    """Remove everything that a profile names, with drawn pictures and the sample; files of others stay.

    Close the journal first: raises ``KnownTrouble`` with ``InUse`` while any app holds it. Each file is
    overwritten once before it goes; on flash disks and in snapshots old content may survive all the same.
    """
    if not profile.folder.is_dir():
        return Erased((), ())
    lock = JournalLock(profile.lock)
    try:
        removed: list[Path] = []
        left: list[Path] = []
        for path in _ours(profile):
            try:
                _wipe(path)
                removed.append(path)
            except OSError:
                left.append(path)
        for folder in (profile.sample.backups, profile.sample.damaged, profile.sample.folder):
            _remove_empty(folder)
        for folder in (profile.backups, profile.damaged, profile.logs, profile.bodies):
            _remove_empty(folder)
    finally:
        lock.release()
    with contextlib.suppress(OSError):
        profile.lock.unlink(missing_ok=True)
    with disk_troubles(profile.folder):
        sync_folder(profile.folder)
    _remove_empty(profile.folder)
    return Erased(tuple(removed), tuple(left))


def erase_sample(profile: Profile) -> Erased:
    """Remove the sample journal of a profile, and nothing else."""
    return erase_everything(profile.sample)


def _ours(profile: Profile) -> list[Path]:
    """Return our files: fixed names, their half-written neighbours, and our folders' content."""
    fixed = (*profile.journal_parts, profile.glance, profile.first_picture, profile.settings, profile.device)
    found = [path for path in fixed if _stands(path)]
    for pattern in ("*.part", "journal.sqlite3.new*", "settings-not-used.json"):
        found.extend(sorted(profile.folder.glob(pattern)))
    for folder in (profile.backups, profile.damaged, profile.logs, profile.bodies):
        if folder.is_dir() and not folder.is_symlink():
            found.extend(path for path in sorted(folder.rglob("*")) if path.is_symlink() or not path.is_dir())
    if profile.folder.name != "sample" and profile.sample.folder.is_dir():
        found.extend(_ours(profile.sample))
        found.extend(path for path in (profile.sample.lock,) if _stands(path))
    return list(dict.fromkeys(found))


def _stands(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _wipe(path: Path) -> None:
    """Overwrite and remove one file; a link is removed without touching what it points to."""
    if not path.is_symlink() and path.is_file() and path.stat().st_nlink == 1:
        with contextlib.suppress(OSError), path.open("r+b") as stream:
            left = path.stat().st_size
            block = bytes(1 << 16)
            while left > 0:
                left -= stream.write(block[: min(left, len(block))])
            stream.flush()
            os.fsync(stream.fileno())
    path.unlink()


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        for inner in sorted(folder.iterdir()):
            _remove_empty(inner)
        with contextlib.suppress(OSError):
            folder.rmdir()
