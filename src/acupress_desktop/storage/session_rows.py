"""Sessions, holds, ratings, pauses, adverse events and checkpoints as rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeVar

from sqlalchemy import Connection, Select, select

from acupress_desktop.domain import journal as records
from acupress_desktop.domain.exercises import ExerciseKind, ExerciseRecord
from acupress_desktop.domain.ids import OccasionId, PointCode, ProtocolId, RegionId, RowId, RuleId
from acupress_desktop.domain.journal_tables import (
    ADVERSE_EVENT,
    EXERCISE_DONE,
    HOLD,
    HOLD_CHECKPOINT,
    PAUSE,
    RATING,
    SESSION,
)
from acupress_desktop.domain.journal_values import names_text
from acupress_desktop.domain.ports import DayRange, HoldCheckpoint, UnfinishedSession
from acupress_desktop.domain.protocols import DoseStage, Form
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.domain.table_shapes import PlainValue, TableShape
from acupress_desktop.storage.rows import moment_columns, moment_in, required_moment_in
from acupress_desktop.storage.schema import sql_table
from acupress_desktop.storage.writing import PlainRow, RowWriter

Row = Mapping[str, PlainValue]
T = TypeVar("T")

_SESSION = sql_table(SESSION)
_CHECKPOINT = sql_table(HOLD_CHECKPOINT)
_ADVERSE = sql_table(ADVERSE_EVENT)


# --- Writing ---------------------------------------------------------------------------------------------


def session_content(record: records.SessionRecord) -> PlainRow:
    """Spread a session over its columns."""
    return {
        **moment_columns("started", record.started),
        "protocol": record.protocol,
        "content_version": record.content_version,
        "form": record.form.value,
        "stage": record.stage.value,
        "planned_holds": record.planned_holds,
        "planned_seconds": record.planned_seconds,
        "region": record.region,
        "side": None if record.side is None else record.side.value,
        "rules": names_text(record.rules),
        "clearance_json": record.clearance_json,
        **moment_columns("ended", record.ended),
        "end_kind": None if record.end is None else record.end.value,
        "note": record.note,
        "occasion": record.occasion,
        "routine_id": record.routine,
    }


def hold_content(record: records.HoldRecord) -> PlainRow:
    """Spread a hold over its columns."""
    return {
        "session_id": record.session,
        **moment_columns("moment", record.moment),
        "step_order": record.order,
        "point": record.point,
        "side": record.side.value,
        "prescribed_seconds": record.prescribed_seconds,
        "hold_seconds": record.hold_seconds,
        "held_seconds": float(record.held_seconds),
        "completed": 1 if record.completed else 0,
        "changed_by": names_text(record.changed_by),
        "felt_pressure": record.felt_pressure,
        "comfort": None if record.comfort is None else record.comfort.value,
    }


def rating_content(record: records.RatingRecord) -> PlainRow:
    """Spread a rating over its columns."""
    return {
        "session_id": record.session,
        **moment_columns("moment", record.moment),
        "measure": record.measure.value,
        "rating_time": record.time.value,
        "value": record.value,
        "scale": record.scale,
    }


def pause_content(record: records.PauseRecord) -> PlainRow:
    """Spread a pause over its columns."""
    return {
        "session_id": record.session,
        **moment_columns("moment", record.moment),
        "at_seconds": float(record.at_seconds),
        "seconds": float(record.seconds),
        "cause": record.cause,
    }


def adverse_event_content(record: records.AdverseEventRecord) -> PlainRow:
    """Spread an adverse event over its columns."""
    return {
        "session_id": record.session,
        **moment_columns("moment", record.moment),
        "kind": record.kind.value,
        "point": record.point,
        "note": record.note,
        "side": None if record.side is None else record.side.value,
        "region": record.region,
    }


def exercise_content(record: ExerciseRecord) -> PlainRow:
    """Spread an exercise over its columns."""
    return {
        "session_id": record.session,
        **moment_columns("moment", record.moment),
        "exercise_order": record.order,
        "kind": record.kind.value,
        "title": record.title,
        "planned_seconds": record.planned_seconds,
        "repeats": record.repeats,
        "done_seconds": float(record.done_seconds),
        "completed": 1 if record.completed else 0,
    }


def add_many(writer: RowWriter, stories: Sequence[records.SessionStory]) -> None:
    """Insert many whole sessions at once."""
    writer.add_many(SESSION, [(each.session.id, session_content(each.session)) for each in stories])
    writer.add_many(HOLD, [(row.id, hold_content(row)) for each in stories for row in each.holds])
    writer.add_many(RATING, [(row.id, rating_content(row)) for each in stories for row in each.ratings])
    writer.add_many(PAUSE, [(row.id, pause_content(row)) for each in stories for row in each.pauses])
    writer.add_many(
        ADVERSE_EVENT,
        [(row.id, adverse_event_content(row)) for each in stories for row in each.adverse_events],
    )
    exercises = [(row.id, exercise_content(row)) for each in stories for row in each.exercises]
    writer.add_many(EXERCISE_DONE, exercises)


def add_or_correct(writer: RowWriter, shape: TableShape, key: RowId, content: PlainRow) -> None:
    """Insert a row, or change the one of the same key."""
    if writer.find(shape, key) is None:
        writer.add(shape, key, content)
    else:
        writer.change(shape, key, {**content, "deleted_utc": None})


def write_checkpoint(writer: RowWriter, checkpoint: HoldCheckpoint, key: RowId) -> None:
    """Note how far the running hold has come; ``key`` is used where the session has no note yet."""
    content: PlainRow = {
        "session_id": checkpoint.session,
        **moment_columns("moment", checkpoint.moment),
        "step_order": checkpoint.order,
        "held_seconds": float(checkpoint.held_seconds),
    }
    found = _checkpoint_row(writer.connection, checkpoint.session)
    add_or_correct(writer, HOLD_CHECKPOINT, key if found is None else RowId(str(found["id"])), content)


def drop_checkpoint(writer: RowWriter, session: RowId) -> None:
    """Forget how far a hold had come: it is finished."""
    found = _checkpoint_row(writer.connection, session)
    if found is not None:
        writer.drop(HOLD_CHECKPOINT, found["id"])


def _checkpoint_row(connection: Connection, session: RowId) -> Row | None:
    query = select(_CHECKPOINT).where(_CHECKPOINT.c.session_id == session)
    found = connection.execute(query).mappings().first()
    return None if found is None else dict(found)


# --- Reading ---------------------------------------------------------------------------------------------


def recall_story(connection: Connection, session: RowId) -> records.SessionStory | None:
    """Return one living session with all that belongs to it."""
    found = _stories(connection, select(_SESSION).where(_SESSION.c.id == session))
    return found[0] if found else None


def recall_stories(connection: Connection, days: DayRange) -> tuple[records.SessionStory, ...]:
    """Return the living sessions that started on some days, newest first."""
    within = _SESSION.c.started_local_date.between(days.first.isoformat(), days.last.isoformat())
    return _stories(connection, select(_SESSION).where(within))


def recall_unfinished(connection: Connection) -> UnfinishedSession | None:
    """Return the newest living session without an end."""
    found = _stories(connection, select(_SESSION).where(_SESSION.c.end_kind.is_(None)).limit(1))
    if not found:
        return None
    row = _checkpoint_row(connection, found[0].session.id)
    checkpoint = None
    if row is not None:
        checkpoint = HoldCheckpoint(
            session=found[0].session.id,
            order=int(row["step_order"] or 0),
            held_seconds=float(row["held_seconds"] or 0.0),
            moment=required_moment_in(row, "moment"),
        )
    return UnfinishedSession(found[0], checkpoint)


def recall_adverse_events(connection: Connection, days: DayRange) -> tuple[records.AdverseEventRecord, ...]:
    """Return what was unpleasant on some days, newest first; a deleted session takes its own along."""
    deleted = select(_SESSION.c.id).where(_SESSION.c.deleted_utc.is_not(None))
    query = (
        select(_ADVERSE)
        .where(_ADVERSE.c.moment_local_date.between(days.first.isoformat(), days.last.isoformat()))
        .where(_ADVERSE.c.deleted_utc.is_(None))
        .where(_ADVERSE.c.session_id.is_(None) | _ADVERSE.c.session_id.not_in(deleted))
        .order_by(_ADVERSE.c.moment_utc.desc(), _ADVERSE.c.id.desc())
    )
    return tuple(_adverse_event(dict(row)) for row in connection.execute(query).mappings())


def _stories(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[records.SessionStory, ...]:
    living = query.where(_SESSION.c.deleted_utc.is_(None))
    newest_first = living.order_by(_SESSION.c.started_utc.desc(), _SESSION.c.id.desc())
    rows = connection.execute(newest_first).mappings().all()
    keys = [RowId(row["id"]) for row in rows]
    holds = _children(connection, HOLD, keys, ("moment_utc", "id"))
    ratings = _children(connection, RATING, keys, ("moment_utc", "id"))
    pauses = _children(connection, PAUSE, keys, ("at_seconds", "id"))
    events = _children(connection, ADVERSE_EVENT, keys, ("moment_utc", "id"))
    exercises = _children(connection, EXERCISE_DONE, keys, ("exercise_order", "id"))
    return tuple(
        records.SessionStory(
            session=_session(dict(row)),
            holds=tuple(_hold(each) for each in holds.get(key, ())),
            ratings=tuple(_rating(each) for each in ratings.get(key, ())),
            pauses=tuple(_pause(each) for each in pauses.get(key, ())),
            adverse_events=tuple(_adverse_event(each) for each in events.get(key, ())),
            exercises=tuple(_exercise(each) for each in exercises.get(key, ())),
        )
        for key, row in zip(keys, rows, strict=True)
    )


_ASKED_AT_ONCE = 500


def _children(
    connection: Connection, shape: TableShape, sessions: Sequence[RowId], order: tuple[str, ...]
) -> dict[RowId, list[Row]]:
    table = sql_table(shape)
    found: dict[RowId, list[Row]] = {}
    for start in range(0, len(sessions), _ASKED_AT_ONCE):
        query = (
            select(table)
            .where(table.c.session_id.in_(sessions[start : start + _ASKED_AT_ONCE]))
            .where(table.c.deleted_utc.is_(None))
            .order_by(*(table.c[name] for name in order))
        )
        for row in connection.execute(query).mappings():
            found.setdefault(RowId(row["session_id"]), []).append(dict(row))
    return found


def _names(value: PlainValue) -> tuple[str, ...]:
    return tuple(json.loads(str(value)))


def _session(row: Row) -> records.SessionRecord:
    return records.SessionRecord(
        id=RowId(str(row["id"])),
        started=required_moment_in(row, "started"),
        protocol=ProtocolId(str(row["protocol"])),
        content_version=str(row["content_version"]),
        form=Form(row["form"]),
        stage=DoseStage(row["stage"]),
        planned_holds=int(row["planned_holds"] or 0),
        planned_seconds=int(row["planned_seconds"] or 0),
        region=None if row["region"] is None else RegionId(str(row["region"])),
        side=None if row["side"] is None else PainSide(row["side"]),
        rules=tuple(RuleId(name) for name in _names(row["rules"])),
        clearance_json=str(row["clearance_json"]),
        ended=moment_in(row, "ended"),
        end=None if row["end_kind"] is None else records.SessionEnd(row["end_kind"]),
        note=str(row["note"]),
        occasion=None if row["occasion"] is None else OccasionId(str(row["occasion"])),
        routine=None if row["routine_id"] is None else RowId(str(row["routine_id"])),
    )


def _hold(row: Row) -> records.HoldRecord:
    return records.HoldRecord(
        id=RowId(str(row["id"])),
        session=RowId(str(row["session_id"])),
        moment=required_moment_in(row, "moment"),
        order=int(row["step_order"] or 0),
        point=PointCode(str(row["point"])),
        side=SiteSide(row["side"]),
        prescribed_seconds=int(row["prescribed_seconds"] or 0),
        hold_seconds=int(row["hold_seconds"] or 0),
        held_seconds=float(row["held_seconds"] or 0.0),
        completed=row["completed"] == 1,
        changed_by=_names(row["changed_by"]),
        felt_pressure=int(row["felt_pressure"] or 0),
        comfort=None if row["comfort"] is None else records.Comfort(row["comfort"]),
    )


def _rating(row: Row) -> records.RatingRecord:
    return records.RatingRecord(
        id=RowId(str(row["id"])),
        session=RowId(str(row["session_id"])),
        moment=required_moment_in(row, "moment"),
        measure=records.Measure(row["measure"]),
        time=records.RatingTime(row["rating_time"]),
        value=int(row["value"] or 0),
        scale=str(row["scale"]),
    )


def _pause(row: Row) -> records.PauseRecord:
    return records.PauseRecord(
        id=RowId(str(row["id"])),
        session=RowId(str(row["session_id"])),
        moment=required_moment_in(row, "moment"),
        at_seconds=float(row["at_seconds"] or 0.0),
        seconds=float(row["seconds"] or 0.0),
        cause=str(row["cause"]),
    )


def _exercise(row: Row) -> ExerciseRecord:
    return ExerciseRecord(
        id=RowId(str(row["id"])),
        session=RowId(str(row["session_id"])),
        moment=required_moment_in(row, "moment"),
        order=int(row["exercise_order"] or 0),
        kind=ExerciseKind(row["kind"]),
        title=str(row["title"]),
        planned_seconds=None if row["planned_seconds"] is None else int(row["planned_seconds"]),
        repeats=None if row["repeats"] is None else int(row["repeats"]),
        done_seconds=float(row["done_seconds"] or 0.0),
        completed=row["completed"] == 1,
    )


def _adverse_event(row: Row) -> records.AdverseEventRecord:
    return records.AdverseEventRecord(
        id=RowId(str(row["id"])),
        session=None if row["session_id"] is None else RowId(str(row["session_id"])),
        moment=required_moment_in(row, "moment"),
        kind=records.AdverseKind(row["kind"]),
        point=None if row["point"] is None else PointCode(str(row["point"])),
        note=str(row["note"]),
        side=None if row["side"] is None else SiteSide(row["side"]),
        region=None if row["region"] is None else RegionId(str(row["region"])),
    )
