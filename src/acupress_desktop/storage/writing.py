"""Writes rows: checked value by value, with revision, change time and digest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_values import row_problem
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.table_shapes import PlainValue, TableShape
from acupress_desktop.domain.troubles import KnownTrouble, NoSuchRow, StaleEdit
from acupress_desktop.storage.rows import content_of, moment_columns, new_common, row_digest
from acupress_desktop.storage.schema import sql_table

PlainRow = dict[str, PlainValue]


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Writes rows of one person from one device, all changed at ``now``, in one transaction."""

    connection: Connection
    person: RowId
    device: RowId
    now: Moment

    def add(self, shape: TableShape, key: RowId, content: Mapping[str, PlainValue]) -> None:
        """Insert a new row."""
        self.insert(shape, {**new_common(key, self.device, self.now), **content})

    def insert(self, shape: TableShape, row: Mapping[str, PlainValue]) -> None:
        """Insert a row with its common columns as they are."""
        self.connection.execute(sql_table(shape).insert(), self.sealed(shape, row))

    def add_many(self, shape: TableShape, contents: Sequence[tuple[RowId, Mapping[str, PlainValue]]]) -> None:
        """Insert many new rows at once."""
        self.insert_many(
            shape, [{**new_common(key, self.device, self.now), **content} for key, content in contents]
        )

    def insert_many(self, shape: TableShape, rows: Sequence[Mapping[str, PlainValue]]) -> None:
        """Insert many rows with their common columns as they are."""
        if rows:
            self.connection.execute(sql_table(shape).insert(), [self.sealed(shape, row) for row in rows])

    def sealed(self, shape: TableShape, row: Mapping[str, PlainValue]) -> dict[str, PlainValue | bytes]:
        """Check a row and add owner and digest; raises ``KnownTrouble`` for the first bad value."""
        problem = row_problem(shape, [row[column.name] for column in shape.columns])
        if problem is not None:
            raise KnownTrouble(problem)
        owned: PlainRow = {column.name: row[column.name] for column in shape.columns}
        owned["person_id"] = self.person
        digest = row_digest(shape.name, [owned[name] for name in sorted(owned)])
        return {**owned, "digest": digest}

    def find(self, shape: TableShape, key: RowId) -> PlainRow | None:
        """Return a row as it is, deleted or not."""
        table = sql_table(shape)
        found = self.connection.execute(select(table).where(table.c.id == key)).mappings().first()
        return None if found is None else {column.name: found[column.name] for column in shape.columns}

    def existing(self, shape: TableShape, key: RowId) -> PlainRow:
        """Return a row, or raise ``KnownTrouble`` with ``NoSuchRow``."""
        row = self.find(shape, key)
        if row is None:
            raise KnownTrouble(NoSuchRow(shape.name))
        return row

    def change(
        self,
        shape: TableShape,
        key: RowId,
        changes: Mapping[str, PlainValue],
        *,
        seen_revision: int | None = None,
    ) -> PlainRow:
        """Change some columns of a row; returns the row before. Equal content is no new revision."""
        before = self.existing(shape, key)
        if seen_revision is not None and before["revision"] != seen_revision:
            raise KnownTrouble(StaleEdit(shape.name))
        after = {**before, **changes}
        if content_of(shape, after) == content_of(shape, before) and (
            after["deleted_utc"] == before["deleted_utc"]
        ):
            return before
        self.replace(shape, self.next_revision(after))
        return before

    def touch(self, shape: TableShape, key: RowId) -> None:
        """Give a row a new revision because something that belongs to it changed."""
        self.replace(shape, self.next_revision(self.existing(shape, key)))

    def next_revision(self, row: PlainRow) -> PlainRow:
        """Return ``row`` as changed here and now."""
        revision = row["revision"]
        following = {
            "revision": revision + 1 if isinstance(revision, int) else 1,
            "device_id": self.device,
            **moment_columns("changed", self.now),
        }
        return {**row, **following}

    def replace(self, shape: TableShape, row: Mapping[str, PlainValue]) -> None:
        """Overwrite the row of the same key."""
        table = sql_table(shape)
        sealed = self.sealed(shape, row)
        key = sealed.pop("id")
        self.connection.execute(table.update().where(table.c.id == key).values(sealed))

    def drop(self, shape: TableShape, key: PlainValue) -> None:
        """Remove a row for good; only for working state that no export holds."""
        table = sql_table(shape)
        self.connection.execute(table.delete().where(table.c.id == key))
