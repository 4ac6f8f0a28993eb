"""Routines with their steps, and breathing patterns of a person's own, as rows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, Select, func, select

from acupress_desktop.domain.breathing import BreathPattern, OwnBreath, StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, RowId
from acupress_desktop.domain.journal_tables import OWN_BREATH, PRESS, ROUTINE, ROUTINE_STEP
from acupress_desktop.domain.journal_values import pattern_of
from acupress_desktop.domain.routines import (
    PICTURES_CHARACTERS_MAX,
    STEPS_MAX,
    ExerciseStep,
    PressStep,
    Routine,
    RoutineFault,
    RoutineSides,
    RoutineStep,
)
from acupress_desktop.domain.table_shapes import PlainValue
from acupress_desktop.domain.troubles import BadValue, KnownTrouble, Reason
from acupress_desktop.storage.rows import microseconds, moment_columns, required_moment_in
from acupress_desktop.storage.schema import sql_table
from acupress_desktop.storage.session_rows import add_or_correct
from acupress_desktop.storage.writing import PlainRow, RowWriter

Row = Mapping[str, PlainValue]
_ROUTINE = sql_table(ROUTINE)
_STEP = sql_table(ROUTINE_STEP)
_BREATH = sql_table(OWN_BREATH)
_NO_PRESS: PlainRow = dict.fromkeys(("point", "sides", "hold_seconds", "felt_pressure", "breathing"), None)

_NAMELESS = "?"

# --- Writing ---------------------------------------------------------------------------------------------


def write(writer: RowWriter, routine: Routine) -> None:
    """Add a routine or change it; steps that are gone from it are marked deleted and lose their pictures."""
    content = routine_content(routine)
    before = writer.find(ROUTINE, routine.id)
    kept = _steps(writer.connection, (routine.id,)).get(routine.id, ())
    living = (_STEP.c.routine_id == routine.id) & _STEP.c.deleted_utc.is_(None)
    keys = writer.connection.execute(select(_STEP.c.id).where(living)).scalars().all()
    add_or_correct(writer, ROUTINE, routine.id, content)
    if before is not None and kept != routine.steps and writer.existing(ROUTINE, routine.id) == before:
        # The steps are part of the routine: whoever read the old ones holds an old revision.
        writer.touch(ROUTINE, routine.id)
    present = {step.id for step in routine.steps}
    gone: PlainRow = {"deleted_utc": microseconds(writer.now.utc), "picture": ""}
    for key in keys:
        if key not in present:
            writer.change(ROUTINE_STEP, RowId(key), gone)
    for order, step in enumerate(routine.steps, start=1):
        add_or_correct(writer, ROUTINE_STEP, step.id, step_content(routine.id, order, step))
    pictures = writer.connection.execute(select(func.coalesce(func.sum(func.length(_STEP.c.picture)), 0)))
    if pictures.scalar_one() > PICTURES_CHARACTERS_MAX:
        # An export that no import would take again would be no copy.
        raise KnownTrouble(BadValue("picture", Reason.TOO_LARGE, f"≤ {PICTURES_CHARACTERS_MAX}"))


def add_many(writer: RowWriter, routines: Sequence[Routine]) -> None:
    """Insert many new routines at once."""
    writer.add_many(ROUTINE, [(each.id, routine_content(each)) for each in routines])
    steps = [
        (step.id, step_content(each.id, order, step))
        for each in routines
        for order, step in enumerate(each.steps, start=1)
    ]
    writer.add_many(ROUTINE_STEP, steps)


def routine_content(routine: Routine) -> PlainRow:
    """Spread a routine, without its steps, over its columns."""
    return {
        **moment_columns("moment", routine.moment),
        "name": routine.name,
        "complaint": routine.complaint,
        "note": routine.note,
    }


def step_content(routine: RowId, order: int, step: RoutineStep) -> PlainRow:
    """Spread a step over its columns."""
    place: PlainRow = {"routine_id": routine, "step_order": order, "note": step.note, "picture": step.picture}
    if isinstance(step, ExerciseStep):
        exercise: PlainRow = {"title": step.title, "seconds": step.seconds, "repeats": step.repeats}
        return {**place, "kind": step.kind.value, **_NO_PRESS, **exercise, **_breath_content("breath_", None)}
    return {
        **place,
        "kind": PRESS,
        "point": step.point,
        "sides": step.sides.value,
        "hold_seconds": step.hold_seconds,
        "felt_pressure": step.felt_pressure,
        "breathing": step.breathing.value,
        **_breath_content("breath_", step.pattern if step.breathing is StepBreathing.OWN else None),
        "title": "",
        "seconds": None,
        "repeats": None,
    }


def write_breath(writer: RowWriter, record: OwnBreath) -> None:
    """Add a pattern, or change it."""
    add_or_correct(writer, OWN_BREATH, record.id, breath_content(record))


def breath_content(record: OwnBreath) -> PlainRow:
    """Spread a pattern over its columns."""
    return {
        **moment_columns("moment", record.moment),
        "name": record.name,
        **_breath_content("", record.pattern),
    }


def _breath_content(before: str, pattern: BreathPattern | None) -> PlainRow:
    names = ("in", "hold_full", "out", "hold_empty")
    if pattern is None:
        return {f"{before}{name}_tenths": None for name in names}
    seconds = (
        pattern.in_seconds,
        pattern.hold_full_seconds,
        pattern.out_seconds,
        pattern.hold_empty_seconds,
    )
    return {f"{before}{name}_tenths": round(10 * each) for name, each in zip(names, seconds, strict=True)}


# --- Reading ---------------------------------------------------------------------------------------------


def recall(connection: Connection) -> tuple[Routine, ...]:
    """Return the living routines, the one that was changed last first."""
    newest_first = select(_ROUTINE).order_by(_ROUTINE.c.changed_utc.desc(), _ROUTINE.c.id.desc())
    return _routines(connection, newest_first)


def recall_one(connection: Connection, routine: RowId) -> Routine | None:
    """Return one living routine."""
    found = _routines(connection, select(_ROUTINE).where(_ROUTINE.c.id == routine))
    return found[0] if found else None


def recall_name(connection: Connection, routine: RowId) -> str | None:
    """Return the name of a routine, deleted or not."""
    named = select(_ROUTINE.c.name).where(_ROUTINE.c.id == routine)
    return connection.execute(named).scalar_one_or_none()


def _routines(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Routine, ...]:
    rows = connection.execute(query.where(_ROUTINE.c.deleted_utc.is_(None))).mappings().all()
    steps = _steps(connection, [RowId(row["id"]) for row in rows])
    return tuple(_sound_routine(dict(row), list(steps.get(RowId(row["id"]), ()))) for row in rows)


def _sound_routine(row: Row, steps: list[RoutineStep]) -> Routine:
    """Return a routine; what a file brought that can't be in one is left out, and so never pressed."""
    name, note = str(row["name"]), str(row["note"])
    while True:
        try:
            return Routine(
                id=RowId(str(row["id"])),
                moment=required_moment_in(row, "moment"),
                name=name,
                complaint=ComplaintId(str(row["complaint"])),
                note=note,
                steps=tuple(steps),
            )
        except RoutineFault as fault:
            if fault.step is not None:
                del steps[fault.step]
            elif fault.field == "name":
                name = _NAMELESS
            elif fault.field == "note":
                note = ""
            else:
                steps = steps[:STEPS_MAX]


_ASKED_AT_ONCE = 500


def _steps(connection: Connection, routines: Iterable[RowId]) -> dict[RowId, tuple[RoutineStep, ...]]:
    found: dict[RowId, list[RoutineStep]] = {}
    keys = list(routines)
    for start in range(0, len(keys), _ASKED_AT_ONCE):
        query = (
            select(_STEP)
            .where(_STEP.c.routine_id.in_(keys[start : start + _ASKED_AT_ONCE]))
            .where(_STEP.c.deleted_utc.is_(None))
            .order_by(_STEP.c.step_order, _STEP.c.id)
        )
        for row in connection.execute(query).mappings():
            steps = found.setdefault(RowId(row["routine_id"]), [])
            with contextlib.suppress(RoutineFault):
                steps.append(_step(dict(row)))
    return {key: tuple(steps) for key, steps in found.items()}


def _step(row: Row) -> RoutineStep:
    if row["kind"] != PRESS:
        return ExerciseStep(
            id=RowId(str(row["id"])),
            kind=ExerciseKind(row["kind"]),
            title=str(row["title"]),
            note=str(row["note"]),
            seconds=_whole(row["seconds"]),
            repeats=_whole(row["repeats"]),
            picture=str(row["picture"]),
        )
    return PressStep(
        id=RowId(str(row["id"])),
        point=PointCode(str(row["point"])),
        sides=RoutineSides(row["sides"]),
        hold_seconds=int(row["hold_seconds"] or 0),
        felt_pressure=int(row["felt_pressure"] or 0),
        breathing=StepBreathing(row["breathing"]),
        pattern=_pattern(row, "breath_"),
        note=str(row["note"]),
        picture=str(row["picture"]),
    )


def recall_breaths(connection: Connection) -> tuple[OwnBreath, ...]:
    """Return the living patterns, oldest first."""
    living = select(_BREATH).where(_BREATH.c.deleted_utc.is_(None))
    found = []
    for mapping in connection.execute(living.order_by(_BREATH.c.moment_utc, _BREATH.c.id)).mappings():
        row = dict(mapping)
        pattern = _pattern(row, "")
        if pattern is not None:
            # The app gives every pattern a name; a file from elsewhere may not.
            name = row["name"] if row["name"].strip() else _NAMELESS
            found.append(OwnBreath(RowId(row["id"]), required_moment_in(row, "moment"), name, pattern))
    return tuple(found)


def _pattern(row: Row, before: str) -> BreathPattern | None:
    names = ("in", "hold_full", "out", "hold_empty")
    tenths = [_whole(row[f"{before}{name}_tenths"]) for name in names]
    given = [value for value in tenths if value is not None]
    return pattern_of(given[0], given[1], given[2], given[3]) if len(given) == len(names) else None


def _whole(value: PlainValue) -> int | None:
    return None if value is None else int(value)
