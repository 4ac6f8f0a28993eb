"""Whole journals, row by row, out and in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import PERSON, ROUTINE, ROUTINE_STEP, TABLES
from acupress_desktop.domain.ports import Archive, ArchiveRow, ImportCounts
from acupress_desktop.domain.table_shapes import CHANGED, DELETED, REVISION, PlainValue, TableShape
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
    steps = _routine_steps(writer, archive)
    for shape in TABLES:
        rows = [row for row in archive.rows if row.table is shape]
        if shape.one_living:
            # Deleted ones first: they make room for the living answer to the same question.
            rows.sort(key=lambda row: row.values[DELETED] is None)
        _refuse_orphans(writer, archive, rows)
        present = _present(writer, shape, [str(row.values[0]) for row in rows])
        fresh: list[PlainRow] = []
        for row in rows:
            told: PlainRow = dict(zip((each.name for each in shape.columns), row.values, strict=True))
            kept = present.get(str(row.values[0]))
            incoming = steps.settled(row, kept, told)
            if incoming is None:
                unchanged += 1
            elif kept is None:
                incoming = _settle_twin(writer, archive, row, incoming)
                if shape.one_living:
                    writer.insert(shape, incoming)
                else:
                    fresh.append(incoming)
                added += 1
            elif _newer(incoming, kept):
                writer.replace(shape, _settle_twin(writer, archive, row, incoming))
                updated += 1
            elif kept["revision"] == row.values[REVISION] and kept != incoming:
                different = next(name for name in incoming if incoming[name] != kept[name])
                raise KnownTrouble(_refusal(archive, row, BadValue(different, Reason.CONFLICT)))
            else:
                unchanged += 1
        writer.insert_many(shape, fresh)
    _settle_steps(writer, steps)
    return ImportCounts(added, updated, unchanged)


@dataclass(frozen=True, slots=True)
class _RoutineSteps:
    """The living steps of the newer one of each routine that file and journal hold at different revisions."""

    theirs: Mapping[str, set[str]]
    ours: Mapping[str, set[str]]

    def settled(self, row: ArchiveRow, kept: PlainRow | None, incoming: PlainRow) -> PlainRow | None:
        """Return a row as it is to be merged; ``None`` where the journal's own stays.

        The steps of a routine are kept and replaced together, whatever their own revisions say.
        """
        if row.table is not ROUTINE_STEP or kept is None:
            return incoming
        routine = str(incoming["routine_id"])
        if routine in self.ours:
            return None
        if routine in self.theirs and not _newer(incoming, kept) and kept != incoming:
            return {**incoming, "revision": int(kept["revision"] or 0) + 1}
        return incoming


def _routine_steps(writer: RowWriter, archive: Archive) -> _RoutineSteps:
    revisions = {str(row.values[0]): row.values[REVISION] for row in archive.rows if row.table is ROUTINE}
    place = ROUTINE_STEP.position("routine_id")
    living: dict[str, set[str]] = {}
    for row in archive.rows:
        if row.table is ROUTINE_STEP and row.values[DELETED] is None:
            living.setdefault(str(row.values[place]), set()).add(str(row.values[0]))
    theirs: dict[str, set[str]] = {}
    ours: dict[str, set[str]] = {}
    for key, kept in _present(writer, ROUTINE, list(revisions)).items():
        if _newer({"revision": revisions[key]}, kept):
            theirs[key] = living.get(key, set())
        elif kept["revision"] != revisions[key]:
            ours[key] = set(_living_steps(writer, key))
    return _RoutineSteps(theirs, ours)


def _settle_steps(writer: RowWriter, standing: _RoutineSteps) -> None:
    """Take the steps out that only the older one of a routine had."""
    gone: PlainRow = {"deleted_utc": microseconds(writer.now.utc), "picture": ""}
    for routine, steps in (*standing.theirs.items(), *standing.ours.items()):
        for key in _living_steps(writer, routine):
            if key not in steps:
                writer.change(ROUTINE_STEP, RowId(key), gone)


def _living_steps(writer: RowWriter, routine: str) -> Sequence[str]:
    table = sql_table(ROUTINE_STEP)
    living = (table.c.routine_id == routine) & table.c.deleted_utc.is_(None)
    return writer.connection.execute(select(table.c.id).where(living)).scalars().all()


_ASKED_AT_ONCE = 500


def _present(writer: RowWriter, shape: TableShape, keys: Sequence[str]) -> dict[str, PlainRow]:
    """Return those of the rows that the journal holds already."""
    table = sql_table(shape)
    columns = [table.c[column.name] for column in shape.columns]
    found: dict[str, PlainRow] = {}
    for start in range(0, len(keys), _ASKED_AT_ONCE):
        asked = select(*columns).where(table.c.id.in_(keys[start : start + _ASKED_AT_ONCE]))
        for row in writer.connection.execute(asked).mappings():
            found[row["id"]] = dict(row)
    return found


def _newer(row: Mapping[str, PlainValue], present: Mapping[str, PlainValue]) -> bool:
    incoming, kept = row["revision"], present["revision"]
    return isinstance(incoming, int) and isinstance(kept, int) and incoming > kept


def _refusal(archive: Archive, row: ArchiveRow, value: BadValue) -> BadFile:
    return BadFile(archive.file, row.line, row.table.name, value)


def _refuse_orphans(writer: RowWriter, archive: Archive, rows: Sequence[ArchiveRow]) -> None:
    for number, column in enumerate(rows[0].table.columns if rows else ()):
        if not column.parent:
            continue
        wanted = sorted({str(row.values[number]) for row in rows if row.values[number] is not None})
        parent = SQL_TABLES[column.parent]
        known: set[str] = set()
        for start in range(0, len(wanted), _ASKED_AT_ONCE):
            asked = select(parent.c.id).where(parent.c.id.in_(wanted[start : start + _ASKED_AT_ONCE]))
            known.update(writer.connection.execute(asked).scalars())
        for row in rows:
            if row.values[number] is not None and row.values[number] not in known:
                raise KnownTrouble(_refusal(archive, row, BadValue(column.name, Reason.NO_SUCH_PARENT)))


def _settle_twin(writer: RowWriter, archive: Archive, row: ArchiveRow, incoming: PlainRow) -> PlainRow:
    """Two journals may both answer one question: the row changed later stays alive, the other is deleted."""
    name = row.table.one_living
    if not name or incoming["deleted_utc"] is not None:
        return incoming
    table = sql_table(row.table)
    twin = (table.c[name] == incoming[name]) & table.c.deleted_utc.is_(None) & (table.c.id != incoming["id"])
    found = writer.connection.execute(select(table.c.id, table.c.changed_utc).where(twin)).first()
    if found is None:
        return incoming
    if any(
        each.table is row.table and each.values[0] == found.id and each.values[DELETED] is None
        for each in archive.rows
    ):
        raise KnownTrouble(_refusal(archive, row, BadValue(name, Reason.DUPLICATE)))
    deleted: PlainRow = {"deleted_utc": microseconds(writer.now.utc)}
    if found.changed_utc <= int(row.values[CHANGED][0] or 0):
        writer.change(row.table, RowId(found.id), deleted)
        return incoming
    return writer.next_revision({**incoming, **deleted})
