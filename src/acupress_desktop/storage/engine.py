"""One connection on one thread, with every guard that SQLite offers.

SQLite 3.40, which Python 3.11 links on Debian 12, can corrupt a WAL journal when two connections write and
checkpoint at once (fixed in 3.51.3): nothing but this one connection ever writes.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from acupress_desktop.domain.troubles import (
    DamagedJournal,
    DiskFailed,
    DiskFull,
    InUse,
    KnownTrouble,
    NotWritable,
    Trouble,
)

PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 2000",
    "PRAGMA temp_store = MEMORY",
)
BEGIN_OPTION = "acupress_begin"


class Access(Enum):
    """What a transaction is for."""

    READ = "BEGIN"
    WRITE = "BEGIN IMMEDIATE"


def open_raw(path: Path) -> sqlite3.Connection:
    """Open ``path`` for writing with all guards on; the driver's own BEGIN is switched off."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def reading_raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open ``path`` read-only, for one snapshot; may run on any thread beside the writing connection.

    Without a write-ahead log nobody has the file open; then not even an empty log is put beside it.
    """
    alone = not path.with_name(path.name + "-wal").exists()
    address = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    # A snapshot that was given up half-way may be closed by whichever thread collects it.
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    try:
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


def open_engine(path: Path) -> Engine:
    """Return an engine whose pool is the one connection."""

    def connect() -> sqlite3.Connection:
        connection = open_raw(path)
        connection.execute("PRAGMA journal_mode = WAL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        access = connection.get_execution_options().get(BEGIN_OPTION, Access.READ)
        connection.exec_driver_sql(access.value)

    return engine


@contextlib.contextmanager
def transaction(engine: Engine, access: Access) -> Iterator[Connection]:
    """One transaction: committed at the end, rolled back on any error."""
    with (
        engine.connect() as connection,
        connection.execution_options(**{BEGIN_OPTION: access}).begin(),
    ):
        yield connection


def database_trouble(error: sqlite3.Error, path: Path) -> Trouble | None:
    """Name what SQLite refused, or ``None`` where it is a bug of this app."""
    code = getattr(error, "sqlite_errorcode", None)
    match None if code is None else code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path.parent)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_AUTH:
            return NotWritable(path)
        case sqlite3.SQLITE_IOERR:
            return DiskFailed(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return InUse(path.parent)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedJournal(path, None)
        case _:
            return None


@contextlib.contextmanager
def database_troubles(path: Path) -> Iterator[None]:
    """Turn SQLite's refusals inside into ``KnownTrouble``; bugs pass through."""
    try:
        yield
    except DBAPIError as error:
        original = error.orig
        trouble = database_trouble(original, path) if isinstance(original, sqlite3.Error) else None
        if trouble is None:
            raise
        raise KnownTrouble(trouble) from error
    except sqlite3.Error as error:
        trouble = database_trouble(error, path)
        if trouble is None:
            raise
        raise KnownTrouble(trouble) from error
    except UnicodeDecodeError as error:
        # The driver cannot even read out what SQLite says: the text it quotes from the file is damaged.
        raise KnownTrouble(DamagedJournal(path, None)) from error
