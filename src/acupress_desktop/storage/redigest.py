"""Renews the digests of a table inside the transaction that changed its columns; for migrations only."""

from __future__ import annotations

from sqlalchemy import Connection

from acupress_desktop.storage.rows import row_digest

_AT_ONCE = 200
"""Rows read at once: a session brings along the whole of its safety check."""


def redigest(connection: Connection, table: str) -> None:
    """Compute the digest of each row of ``table`` anew, from the columns that it has now."""
    found = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').all()
    names = sorted(column[1] for column in found if column[1] != "digest")
    key = names.index("id")
    columns = ", ".join(f'"{name}"' for name in names)
    reading = f'SELECT {columns} FROM "{table}" WHERE id > ? ORDER BY id LIMIT {_AT_ONCE}'  # noqa: S608 - the migration's own names
    writing = f'UPDATE "{table}" SET digest = ? WHERE id = ?'  # noqa: S608 - the same
    last = ""
    while rows := connection.exec_driver_sql(reading, (last,)).all():
        connection.exec_driver_sql(writing, [(row_digest(table, tuple(row)), row[key]) for row in rows])
        last = rows[-1][key]
