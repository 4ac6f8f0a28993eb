"""Whole journals, row by row, out and in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlalchemy import Connection, func, select

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import CHANGED, PERSON, REVISION, TABLES, PlainValue
from acupress_desktop.domain.ports import Archive, ArchiveRow, ImportCounts
from acupress_desktop.domain.troubles import BadFile, BadValue, KnownTrouble, Reason
from acupress_desktop.storage.engine import reading_raw
from acupress_desktop.storage.rows import microseconds
from acupress_desktop.storage.schema import SQL_TABLES, sql_table
from acupress_desktop.storage.writing import PlainRow, RowWriter


def every_row(path: Path) -> Iterator[ArchiveRow]:
    """Yield all rows of one snapshot, parents first, each table in order of its keys.

    On a connection of its own: an export may run on another thread, and may be given up half-way, while
    the journal is written to.
    """
    with reading_raw(path) as connection:
        for shape in TABLES:
            columns = ", ".join(column.name for column in shape.columns)
            for row in connection.execute(f"SELECT {columns} FROM {shape.name} ORDER BY id"):  # noqa: S608 - our own names
                yield ArchiveRow(shape, row)


def holds_nothing(connection: Connection) -> bool:
    """Whether no row but the owner's has ever been written."""
    return all(
        connection.execute(select(func.count()).select_from(sql_table(shape))).scalar_one() == 0
        for shape in TABLES
    )


def adopt(writer: RowWriter, person: RowId) -> RowWriter:
    """Make ``person`` the owner of an empty journal; returns a writer for them."""
    owner = writer.existing(PERSON, writer.person)
    successor = RowWriter(writer.connection, person, writer.device, writer.now)
    successor.insert(PERSON, {**owner, "id": person})
    writer.connection.execute(sql_table(PERSON).delete().where(sql_table(PERSON).c.id == writer.person))
    return successor


def merge(writer: RowWriter, archive: Archive) -> ImportCounts:
    """Write what is new or newer; raises ``KnownTrouble`` with ``BadFile`` on the first contradiction."""
    added = updated = unchanged = 0
    for row in archive.rows:
        incoming: PlainRow = dict(zip((each.name for each in row.table.columns), row.values, strict=True))
        key = RowId(str(incoming["id"]))
        present = writer.find(row.table, key)
        if present is None:
            _refuse_orphan(writer, archive, row, incoming)
            writer.insert(row.table, _settle_twin(writer, archive, row, incoming))
            added += 1
        elif _newer(row, present):
            _refuse_orphan(writer, archive, row, incoming)
            writer.replace(row.table, incoming)
            updated += 1
        elif present["revision"] == row.values[REVISION] and present != incoming:
            different = next(name for name in incoming if incoming[name] != present[name])
            raise KnownTrouble(_refusal(archive, row, BadValue(different, Reason.CONFLICT)))
        else:
            unchanged += 1
    return ImportCounts(added, updated, unchanged)


def _newer(row: ArchiveRow, present: Mapping[str, PlainValue]) -> bool:
    incoming, kept = row.values[REVISION], present["revision"]
    return isinstance(incoming, int) and isinstance(kept, int) and incoming > kept


def _refusal(archive: Archive, row: ArchiveRow, value: BadValue) -> BadFile:
    return BadFile(archive.file, row.line, row.table.name, value)


def _refuse_orphan(writer: RowWriter, archive: Archive, row: ArchiveRow, incoming: PlainRow) -> None:
    for column in row.table.columns:
        key = incoming[column.name]
        if column.parent and key is not None:
            parent = SQL_TABLES[column.parent]
            found = writer.connection.execute(select(parent.c.id).where(parent.c.id == key)).scalar()
            if found is None:
                raise KnownTrouble(_refusal(archive, row, BadValue(column.name, Reason.NO_SUCH_PARENT)))


_ONE_LIVING = {"answer": "question", "advice": "rule"}


def _settle_twin(writer: RowWriter, archive: Archive, row: ArchiveRow, incoming: PlainRow) -> PlainRow:
    """Two journals may both answer one question: the row changed later stays alive, the other is deleted."""
    name = _ONE_LIVING.get(row.table.name)
    if name is None or incoming["deleted_utc"] is not None:
        return incoming
    table = sql_table(row.table)
    twin = (table.c[name] == incoming[name]) & table.c.deleted_utc.is_(None)
    found = writer.connection.execute(select(table.c.id, table.c.changed_utc).where(twin)).first()
    if found is None:
        return incoming
    if any(each.table is row.table and each.values[0] == found.id for each in archive.rows):
        raise KnownTrouble(_refusal(archive, row, BadValue(name, Reason.DUPLICATE)))
    deleted: PlainRow = {"deleted_utc": microseconds(writer.now.utc)}
    if found.changed_utc <= int(row.values[CHANGED][0] or 0):
        writer.change(row.table, RowId(found.id), deleted)
        return incoming
    return writer.next_revision({**incoming, **deleted})
