"""Tries on a kitchen scale as rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import PRESSURE_TRIAL
from acupress_desktop.domain.pressure import PressureTrial, PressWith, TrialKind
from acupress_desktop.domain.sides import Side
from acupress_desktop.storage.rows import moment_columns, required_moment_in
from acupress_desktop.storage.schema import sql_table
from acupress_desktop.storage.session_rows import add_or_correct
from acupress_desktop.storage.writing import PlainRow, RowWriter


def write(writer: RowWriter, record: PressureTrial) -> None:
    """Add a try, or correct it."""
    add_or_correct(writer, PRESSURE_TRIAL, record.id, content(record))


def add_many(writer: RowWriter, trials: Sequence[PressureTrial]) -> None:
    """Insert many new rows at once."""
    writer.add_many(PRESSURE_TRIAL, [(each.id, content(each)) for each in trials])


def content(record: PressureTrial) -> PlainRow:
    """Spread a try over its columns."""
    return {
        "hand": record.hand.value,
        "press_with": record.press_with.value,
        "kind": record.kind.value,
        "felt_pressure": record.felt_pressure,
        "grams": record.grams,
        **moment_columns("moment", record.moment),
    }


def recall(connection: Connection) -> tuple[PressureTrial, ...]:
    """Return the tries, oldest first."""
    table = sql_table(PRESSURE_TRIAL)
    living = select(table).where(table.c.deleted_utc.is_(None)).order_by(table.c.moment_utc, table.c.id)
    return tuple(
        PressureTrial(
            id=RowId(row["id"]),
            hand=Side(row["hand"]),
            press_with=PressWith(row["press_with"]),
            kind=TrialKind(row["kind"]),
            felt_pressure=row["felt_pressure"],
            grams=row["grams"],
            moment=required_moment_in(dict(row), "moment"),
        )
        for row in connection.execute(living).mappings()
    )
