"""Looks at what stands in the journal's place before anything is opened for writing."""

from __future__ import annotations

import sqlite3
import stat
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.domain.troubles import (
    DamagedJournal,
    KnownTrouble,
    NewerJournal,
    NotAJournal,
    NotWritable,
    Trouble,
)
from acupress_desktop.storage.backup import list_backups, newest_good_backup
from acupress_desktop.storage.engine import reading_raw
from acupress_desktop.storage.files import disk_troubles
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.schema import APPLICATION_ID

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100


@dataclass(frozen=True, slots=True)
class Absent:
    """No journal yet."""


@dataclass(frozen=True, slots=True)
class Present:
    """A journal of this app, of a schema that this version knows."""

    schema: int


def look(profile: Profile, known_schema: int) -> Absent | Present:
    """Say what stands there; raises ``KnownTrouble`` for what must not be touched. Writes nothing."""
    path = profile.journal
    with disk_troubles(path):
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            if path.is_symlink():
                raise KnownTrouble(NotAJournal(path)) from None
            return Absent()
        if not stat.S_ISREG(mode):
            raise KnownTrouble(NotAJournal(path))
        with path.open("rb") as stream:
            header = stream.read(_HEADER_BYTES)
    if not header:
        # SQLite would take an empty file for a new database and so bury the fact that entries are gone.
        raise KnownTrouble(damaged(profile))
    application = int.from_bytes(header[68:72])
    if not header.startswith(_MAGIC) or len(header) < _HEADER_BYTES or application != APPLICATION_ID:
        raise KnownTrouble(_strange(profile))
    schema = _schema(path, header)
    if schema is None or schema < 1:
        raise KnownTrouble(damaged(profile))
    if schema > known_schema:
        raise KnownTrouble(NewerJournal(path, schema, known_schema))
    return Present(schema)


def damaged(profile: Profile) -> DamagedJournal:
    """Name the damaged journal together with the newest backup that is whole."""
    backup = newest_good_backup(profile)
    return DamagedJournal(profile.journal, None if backup is None else backup.path)


def _strange(profile: Profile) -> Trouble:
    """Backups beside it tell a damaged header from a file that never was a journal."""
    return damaged(profile) if list_backups(profile) else NotAJournal(profile.journal)


def _schema(path: Path, header: bytes) -> int | None:
    """Read the schema number; it may stand in the write-ahead log only, after a kill."""
    log = path.with_name(path.name + "-wal")
    if not log.exists() or log.stat().st_size == 0:
        return int.from_bytes(header[60:64])
    try:
        with reading_raw(path) as connection:
            found = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            raise KnownTrouble(NotWritable(path)) from error
        return None
    except sqlite3.DatabaseError:
        return None
    return int(found[0])
