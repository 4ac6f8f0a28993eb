"""Verified copies of the journal, and the way back from one.

A copy is made with SQLite's backup API (a file copy of a WAL journal holds none of the newest rows), synced,
opened again, checked row by row against the original, and only then given its name. So every file that
carries a backup's name was whole when it was made.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import Backup, BackupKind
from acupress_desktop.domain.troubles import BadBackup, DamagedJournal, KnownTrouble
from acupress_desktop.storage.engine import database_troubles, reading_raw
from acupress_desktop.storage.files import (
    disk_troubles,
    make_private_file,
    make_private_folder,
    private_umask,
    sync_file,
    sync_folder,
)
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.verify import Sound, check_connection, check_file, table_sums

DAILY_KEPT = 7
OTHERS_KEPT = 3
"""Of each other kind: a run of imports must not push out the copy made before the first."""

_NAME = re.compile(r"journal_(?P<day>\d{4}-\d\d-\d\d)_(?P<made>\d{8}T\d{12}Z)_(?P<kind>[a-z]+)\.sqlite3")
_STAMP = "%Y%m%dT%H%M%S%fZ"


def list_backups(profile: Profile) -> tuple[Backup, ...]:
    """Return the backups, newest first; files with other names are none of ours."""
    found: list[Backup] = []
    try:
        names = sorted(profile.backups.iterdir())
    except OSError:
        return ()
    for path in names:
        parts = _NAME.fullmatch(path.name)
        if parts is None or parts["kind"] not in {kind.value for kind in BackupKind}:
            continue
        made = datetime.strptime(parts["made"], _STAMP).replace(tzinfo=UTC)
        found.append(Backup(path, made, BackupKind(parts["kind"]), path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True))


def has_daily(profile: Profile, day: date) -> bool:
    """Whether a daily backup of the local ``day`` exists."""
    try:
        return any(profile.backups.glob(f"journal_{day.isoformat()}_*_daily.sqlite3"))
    except OSError:
        return False


def newest_good_backup(profile: Profile) -> Backup | None:
    """Return the newest backup that still passes every check."""
    return next((each for each in list_backups(profile) if isinstance(check_file(each.path), Sound)), None)


def make_backup(profile: Profile, kind: BackupKind, now: Moment) -> Backup:
    """Copy and verify the journal as it is on disk now, then let go of the oldest copies.

    Runs beside the writing connection, on any thread. Raises ``KnownTrouble``; then no copy is listed.
    """
    make_private_folder(profile.backups)
    stamp = now.utc.strftime(_STAMP)
    target = profile.backups / f"journal_{now.local_date.isoformat()}_{stamp}_{kind.value}.sqlite3"
    with disk_troubles(target), database_troubles(profile.journal):
        with reading_raw(profile.journal) as source:
            verdict = copy_verified(source, target)
        if verdict is not None:
            raise KnownTrouble(DamagedJournal(profile.journal, None))
        backup = Backup(target, now.utc, kind, target.stat().st_size)
        _rotate(profile, kind)
    return backup


def copy_verified(source: sqlite3.Connection, target: Path) -> str | None:
    """Copy one snapshot to ``target`` and name it only when it equals the original; else say why not."""
    beside = target.with_name(target.name + ".part")
    try:
        with private_umask():
            beside.unlink(missing_ok=True)
            make_private_file(beside)
            copy = sqlite3.connect(beside, isolation_level=None)
            try:
                source.backup(copy)
                # One file: a copy in WAL mode would leave two more beside it at each look.
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
        sync_file(beside)
        with reading_raw(beside) as again:
            verdict = check_connection(again)
            if not isinstance(verdict, Sound):
                return verdict.what
            if verdict.sums != table_sums(source):
                return "the copy differs from the original"
        beside.replace(target)
        sync_folder(target.parent)
        return None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def _rotate(profile: Profile, kind: BackupKind) -> None:
    """Keep the newest of this kind; other kinds are never touched, so restores cannot push out days."""
    kept = DAILY_KEPT if kind is BackupKind.DAILY else OTHERS_KEPT
    same = [each for each in list_backups(profile) if each.kind is kind]
    for old in same[kept:]:
        old.path.unlink(missing_ok=True)


def restore(profile: Profile, backup: Path, now: Moment) -> None:
    """Put ``backup`` in the journal's place. The caller holds the lock and has closed the journal.

    The journal that stood there is kept: as a verified backup where it is whole, else in ``damaged``.
    Raises ``KnownTrouble``; a refused backup changes nothing.
    """
    if not isinstance(check_file(backup), Sound):
        raise KnownTrouble(BadBackup(backup))
    fresh = profile.journal.with_name(profile.journal.name + ".new")
    with disk_troubles(profile.journal), database_troubles(backup):
        with reading_raw(backup) as source:
            problem = copy_verified(source, fresh)
        if problem is not None:
            raise KnownTrouble(BadBackup(backup))
        # Only now: keeping the present journal may rotate the very backup that was chosen.
        if profile.journal.exists():
            if isinstance(check_file(profile.journal), Sound):
                make_backup(profile, BackupKind.RESTORE, now)
            else:
                keep_damaged(profile, now)
        # A write-ahead log left beside the new file would be replayed into it: rows of another journal.
        for part in profile.journal_parts[1:]:
            part.unlink(missing_ok=True)
        fresh.replace(profile.journal)
        sync_folder(profile.folder)


def keep_damaged(profile: Profile, now: Moment) -> Path:
    """Copy the journal's files as they are into a folder of their own; returns that folder."""
    folder = profile.damaged / now.utc.strftime(_STAMP)
    make_private_folder(folder)
    with disk_troubles(folder), private_umask():
        for part in profile.journal_parts:
            if part.is_file():
                copy = folder / part.name
                make_private_file(copy)
                shutil.copyfile(part, copy)
                sync_file(copy)
        sync_folder(folder)
    return folder
