"""Goals, practice plans and reminders as rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from acupress_desktop.domain.ids import ProtocolId, RowId
from acupress_desktop.domain.journal_tables import GOAL, PRACTICE_PLAN, REMINDER, ROUTINE
from acupress_desktop.domain.journal_values import names_text
from acupress_desktop.domain.practice import Goal, PracticePlan
from acupress_desktop.domain.reminders import Reminder, ReminderKind, ReminderState, ReminderWording, Weekday
from acupress_desktop.domain.table_shapes import TableShape
from acupress_desktop.storage.rows import moment_columns, moment_in, required_moment_in
from acupress_desktop.storage.schema import sql_table
from acupress_desktop.storage.session_rows import add_or_correct
from acupress_desktop.storage.writing import PlainRow, RowWriter

# --- Writing ---------------------------------------------------------------------------------------------


def write_goal(writer: RowWriter, record: Goal) -> None:
    """Add a goal, or change it."""
    add_or_correct(writer, GOAL, record.id, goal_content(record))


def write_plan(writer: RowWriter, record: PracticePlan) -> None:
    """Add a plan, or change it."""
    if record.routine is not None:
        writer.existing(ROUTINE, record.routine)
    add_or_correct(writer, PRACTICE_PLAN, record.id, plan_content(record))


def write_reminder(writer: RowWriter, record: Reminder) -> None:
    """Add a reminder, or change it."""
    add_or_correct(writer, REMINDER, record.id, reminder_content(record))


def add_many(
    writer: RowWriter, goals: Sequence[Goal], plans: Sequence[PracticePlan], reminders: Sequence[Reminder]
) -> None:
    """Insert many new rows at once."""
    writer.add_many(GOAL, [(each.id, goal_content(each)) for each in goals])
    writer.add_many(PRACTICE_PLAN, [(each.id, plan_content(each)) for each in plans])
    writer.add_many(REMINDER, [(each.id, reminder_content(each)) for each in reminders])


def goal_content(record: Goal) -> PlainRow:
    """Spread a goal over its columns."""
    return {
        **moment_columns("moment", record.moment),
        "words": record.words,
        **moment_columns("ended", record.ended),
    }


def plan_content(record: PracticePlan) -> PlainRow:
    """Spread a plan over its columns."""
    return {
        **moment_columns("moment", record.moment),
        "protocol": record.protocol,
        "routine_id": record.routine,
        "days_per_week": record.days_per_week,
        "sessions_per_day": record.sessions_per_day,
        "review_on": _day_text(record.review_on),
    }


def reminder_content(record: Reminder) -> PlainRow:
    """Spread a reminder over its columns."""
    return {
        **moment_columns("moment", record.moment),
        "kind": record.kind.value,
        "at_minute": record.at_minute,
        "weekdays": names_text([day.value for day in record.weekdays]),
        "on_day": _day_text(record.on_day),
        "days_before": record.days_before,
        "wording": record.wording.value,
        "state": record.state.value,
    }


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


# --- Reading ---------------------------------------------------------------------------------------------


def recall_goals(connection: Connection) -> tuple[Goal, ...]:
    """Return the living goals, oldest first."""
    return tuple(
        Goal(
            id=RowId(row["id"]),
            moment=required_moment_in(row, "moment"),
            words=row["words"],
            ended=moment_in(row, "ended"),
        )
        for row in _living(connection, GOAL)
    )


def recall_plans(connection: Connection) -> tuple[PracticePlan, ...]:
    """Return the living plans, oldest first."""
    return tuple(
        PracticePlan(
            id=RowId(row["id"]),
            moment=required_moment_in(row, "moment"),
            protocol=None if row["protocol"] is None else ProtocolId(row["protocol"]),
            routine=None if row["routine_id"] is None else RowId(row["routine_id"]),
            days_per_week=row["days_per_week"],
            sessions_per_day=row["sessions_per_day"],
            review_on=_day(row["review_on"]),
        )
        for row in _living(connection, PRACTICE_PLAN)
    )


def recall_reminders(connection: Connection) -> tuple[Reminder, ...]:
    """Return the living reminders, oldest first."""
    return tuple(
        Reminder(
            id=RowId(row["id"]),
            moment=required_moment_in(row, "moment"),
            kind=ReminderKind(row["kind"]),
            at_minute=row["at_minute"],
            weekdays=tuple(Weekday(name) for name in json.loads(row["weekdays"])),
            on_day=_day(row["on_day"]),
            days_before=row["days_before"],
            wording=ReminderWording(row["wording"]),
            state=ReminderState(row["state"]),
        )
        for row in _living(connection, REMINDER)
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _living(connection: Connection, shape: TableShape) -> list[dict[str, Any]]:
    table = sql_table(shape)
    query = select(table).where(table.c.deleted_utc.is_(None)).order_by(table.c.moment_utc, table.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]
