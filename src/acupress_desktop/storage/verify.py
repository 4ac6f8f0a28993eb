"""Tells whether a database file still holds what was written. Works on any schema, on any thread."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.storage.engine import reading_raw
from acupress_desktop.storage.rows import row_digest


@dataclass(frozen=True, slots=True)
class TableSum:
    """A table's rows in one number: their count and a digest over the digests, in order of the keys."""

    table: str
    rows: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Sound:
    """Everything checked out."""

    sums: tuple[TableSum, ...]

    @property
    def rows(self) -> int:
        """Rows in all tables."""
        return sum(each.rows for each in self.sums)


@dataclass(frozen=True, slots=True)
class Unsound:
    """Something does not; ``what`` is for developers."""

    what: str


Verdict = Sound | Unsound


def row_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the tables that keep digests, in order."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return tuple(
        name
        for (name,) in found.fetchall()
        if any(column[1] == "digest" for column in connection.execute(f"PRAGMA table_info({_quoted(name)})"))
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def columns_by_name(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return a table's columns but the digest, in order of their names."""
    found = connection.execute(f"PRAGMA table_info({_quoted(table)})")
    return tuple(sorted(name for _, name, *_ in found.fetchall() if name != "digest"))


def table_sums(connection: sqlite3.Connection) -> tuple[TableSum, ...]:
    """Add up the digests that the rows carry, without reading what they cover."""
    sums = []
    for table in row_tables(connection):
        total = hashlib.blake2b(digest_size=16)
        count = 0
        for key, digest in connection.execute(f"SELECT id, digest FROM {_quoted(table)} ORDER BY id"):  # noqa: S608 - a table of this file, quoted
            total.update(str(key).encode() + digest)
            count += 1
        sums.append(TableSum(table, count, total.digest()))
    return tuple(sums)


def check_connection(connection: sqlite3.Connection) -> Verdict:
    """Check pages, indexes, keys and every row's digest in the snapshot of ``connection``."""
    try:
        for pragma in ("integrity_check(1)", "foreign_key_check"):
            found = connection.execute(f"PRAGMA {pragma}").fetchone()
            if found is not None and found[0] != "ok":
                return Unsound(f"{pragma}: {found}")
        tables = row_tables(connection)
        if "person" not in tables:
            return Unsound("no journal inside")
        for table in tables:
            damaged = _first_changed_row(connection, table)
            if damaged is not None:
                return Unsound(f"{table} {damaged}: the digest does not fit")
        return Sound(table_sums(connection))
    except (sqlite3.Error, UnicodeDecodeError, ValueError, TypeError) as error:
        # Damage shows as any of these: SQLite's own word, text that is not text, a number out of shape.
        return Unsound(f"{type(error).__name__}: {error}")


def _first_changed_row(connection: sqlite3.Connection, table: str) -> str | None:
    names = columns_by_name(connection, table)
    key = names.index("id")
    columns = ", ".join(map(_quoted, names))
    for *values, digest in connection.execute(f"SELECT {columns}, digest FROM {_quoted(table)}"):  # noqa: S608 - names of this file, quoted
        if row_digest(table, values) != digest:
            return str(values[key])
    return None


def check_file(path: Path) -> Verdict:
    """Check a database file; never writes to it."""
    try:
        with reading_raw(path) as connection:
            return check_connection(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return Unsound(f"{type(error).__name__}: {error}")
