"""Renews the digests of a table inside the transaction that changed its columns; for migrations only."""

from __future__ import annotations

from sqlalchemy import Connection

from acupress_desktop.storage.rows import row_digest


def redigest(connection: Connection, table: str) -> None:
    """Compute the digest of each row of ``table`` anew, from the columns that it has now."""
    found = connection.exec_driver_sql(f'PRAGMA table_info("{table}")').all()
    names = sorted(column[1] for column in found if column[1] != "digest")
    key = names.index("id")
    columns = ", ".join(f'"{name}"' for name in names)
    rows = connection.exec_driver_sql(f'SELECT {columns} FROM "{table}"').all()  # noqa: S608 - the migration's own names
    for row in rows:
        connection.exec_driver_sql(
            f'UPDATE "{table}" SET digest = ? WHERE id = ?',  # noqa: S608 - the same
            (row_digest(table, tuple(row)), row[key]),
        )
