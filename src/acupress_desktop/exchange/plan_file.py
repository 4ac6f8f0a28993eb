"""One routine as a file that another copy opens (docs/data/plan-file.md): what is done, and nobody's name.

A file holds no person, no date and no key. It is read strictly and refused whole, with the place of what is
wrong; a routine that comes in gets keys of its own and replaces nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.routines import (
    STEPS_MAX,
    ExerciseStep,
    Fault,
    PressStep,
    Routine,
    RoutineFault,
    RoutineSides,
    RoutineStep,
    fault_of,
    pressure_limit,
    seconds_limit,
)
from acupress_desktop.domain.step_pictures import PictureFault, picture_fault
from acupress_desktop.domain.troubles import (
    BadFile,
    BadValue,
    DiskFailed,
    KnownTrouble,
    Reason,
    disk_trouble,
)
from acupress_desktop.exchange.whole_file import Counted, settle, whole_file

FORMAT: Final = "acupress-plan"
VERSION: Final = 1
ENDING: Final = "acupress-plan.json"
FILE_BYTES_MAX: Final = 40_000_000
NOTICE_CHARACTERS_MAX: Final = 2000
PRESS: Final = "press"
NUMBER_DIGITS_MAX: Final = 9

TOP: Final = ("format", "version", "notice", "routine")
ROUTINE: Final = ("name", "complaint", "note", "steps")
PRESS_STEP: Final = (
    "kind",
    "point",
    "sides",
    "hold_seconds",
    "felt_pressure",
    "breathing",
    "pattern",
    "note",
    "picture",
)
EXERCISE_STEP: Final = ("kind", "title", "note", "seconds", "repeats", "picture")
PATTERN: Final = ("in_tenths", "hold_full_tenths", "out_tenths", "hold_empty_tenths")
"""The fields of each object, all of them, in the order in which they are written."""


# --- Writing ---------------------------------------------------------------------------------------------


def plan_text(routine: Routine, notice: str) -> str:
    """Return a routine as the text of a file; two of the same routine are equal."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "notice": notice,
        "routine": {
            "name": routine.name,
            "complaint": routine.complaint,
            "note": routine.note,
            "steps": [_plain_step(step) for step in routine.steps],
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def write_plan(path: Path, routine: Routine, notice: str) -> None:
    """Write a routine to a file that only this account can read; raises ``KnownTrouble``."""
    with whole_file(path) as (stream, beside):
        counted = Counted(stream)
        counted.write(plan_text(routine, notice).encode())
        settle(stream)
        stream.close()
        if not counted.stands_in(beside):
            raise KnownTrouble(DiskFailed(path))


def _plain_step(step: RoutineStep) -> dict[str, object]:
    if isinstance(step, ExerciseStep):
        return {
            "kind": step.kind.value,
            "title": step.title,
            "note": step.note,
            "seconds": step.seconds,
            "repeats": step.repeats,
            "picture": step.picture,
        }
    return {
        "kind": PRESS,
        "point": step.point,
        "sides": step.sides.value,
        "hold_seconds": step.hold_seconds,
        "felt_pressure": step.felt_pressure,
        "breathing": step.breathing.value,
        "pattern": _plain_pattern(step.pattern),
        "note": step.note,
        "picture": step.picture,
    }


def _plain_pattern(pattern: BreathPattern | None) -> dict[str, int] | None:
    if pattern is None:
        return None
    seconds = (
        pattern.in_seconds,
        pattern.hold_full_seconds,
        pattern.out_seconds,
        pattern.hold_empty_seconds,
    )
    return {name: round(each * 10) for name, each in zip(PATTERN, seconds, strict=True)}


# --- Reading ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PlanReading:
    """What a file is read against, and what its routine gets: keys and the moment of now."""

    atlas: Atlas
    complaints: frozenset[ComplaintId]
    new_id: Callable[[], RowId]
    now: Moment


def read_plan(path: Path, reading: PlanReading) -> Routine:
    """Read and check a whole file; raises ``KnownTrouble`` with ``BadFile`` naming the place."""
    try:
        with path.open("rb") as stream:
            content = stream.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise KnownTrouble(disk_trouble(error, path)) from error
    return read_plan_bytes(path.name, content, reading)


def read_plan_bytes(name: str, content: bytes, reading: PlanReading) -> Routine:
    """Read what stands in a file of that name."""
    try:
        if len(content) > FILE_BYTES_MAX:
            raise _RefusedError("", Reason.TOO_LARGE, f"≤ {FILE_BYTES_MAX}")
        return _routine(_document(content), reading)
    except _RefusedError as refused:
        value = BadValue(refused.place, refused.reason, refused.allowed)
        raise KnownTrouble(BadFile(name, refused.line, "", value)) from refused


class _RefusedError(Exception):
    """Something in the file cannot be; ``place`` is such as ``routine.steps[2].point``."""

    def __init__(self, place: str, reason: Reason, allowed: str = "", line: int | None = None) -> None:
        super().__init__(place)
        self.place = place
        self.reason = reason
        self.allowed = allowed
        self.line = line


def _document(content: bytes) -> object:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _RefusedError("", Reason.NOT_READABLE, line=line) from error
    try:
        return json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_constant=_no_number,
            parse_float=_no_number,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        raise _RefusedError("", Reason.NOT_READABLE, line=error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise _RefusedError("", Reason.NOT_READABLE) from error


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _RefusedError(_shown(key), Reason.DUPLICATE)
        found[key] = value
    return found


def _no_number(text: str) -> float:
    raise _RefusedError(_shown(text), Reason.NOT_A_NUMBER)


def _whole(text: str) -> int:
    if len(text) > NUMBER_DIGITS_MAX + 1:
        raise _RefusedError(_shown(text), Reason.OUT_OF_RANGE)
    return int(text)


def _shown(text: str) -> str:
    """Return a name from the file as it can stand in a sentence."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in text[:40])
    return plain if len(text) <= 40 else plain + "…"


def _routine(document: object, reading: PlanReading) -> Routine:
    top = _fields(document, "", ("format", "version"), TOP)
    if top["format"] != FORMAT:
        raise _RefusedError("format", Reason.OTHER_KIND_OF_FILE, FORMAT)
    version = _number(top["version"], "version")
    if version > VERSION:
        raise _RefusedError("version", Reason.NEWER_FORMAT, str(VERSION))
    if version < VERSION:
        raise _RefusedError("version", Reason.OUT_OF_RANGE, str(VERSION))
    top = _fields(document, "", TOP, TOP)
    if len(_text(top["notice"], "notice")) > NOTICE_CHARACTERS_MAX:
        raise _RefusedError("notice", Reason.TOO_LONG, f"≤ {NOTICE_CHARACTERS_MAX}")
    plain = _fields(top["routine"], "routine", ROUTINE, ROUTINE)
    complaint = ComplaintId(_text(plain["complaint"], "routine.complaint"))
    if complaint not in reading.complaints:
        raise _RefusedError("routine.complaint", Reason.NOT_A_CHOICE, ", ".join(sorted(reading.complaints)))
    steps = plain["steps"]
    if not isinstance(steps, list):
        raise _RefusedError("routine.steps", Reason.WRONG_TYPE)
    if len(steps) > STEPS_MAX:
        raise _RefusedError("routine.steps", Reason.TOO_LARGE, f"≤ {STEPS_MAX}")
    made = tuple(_step(step, f"routine.steps[{at}]", reading) for at, step in enumerate(steps))
    try:
        return Routine(
            reading.new_id(),
            reading.now,
            _text(plain["name"], "routine.name"),
            complaint,
            _text(plain["note"], "routine.note"),
            made,
        )
    except RoutineFault as fault:
        raise _faulty(fault, "routine" if fault.step is None else f"routine.steps[{fault.step}]") from fault


def _step(step: object, place: str, reading: PlanReading) -> RoutineStep:
    kind = _fields(step, place, ("kind",), None)["kind"]
    kinds = (PRESS, *(one.value for one in ExerciseKind))
    if kind not in kinds:
        raise _RefusedError(f"{place}.kind", Reason.NOT_A_CHOICE, ", ".join(kinds))
    try:
        if kind == PRESS:
            return _press(_fields(step, place, PRESS_STEP, PRESS_STEP), place, reading)
        return _exercise(_fields(step, place, EXERCISE_STEP, EXERCISE_STEP), place, reading)
    except RoutineFault as fault:
        raise _faulty(fault, place) from fault


def _press(plain: dict[str, object], place: str, reading: PlanReading) -> PressStep:
    code = _text(plain["point"], f"{place}.point")
    if code not in reading.atlas:
        raise _RefusedError(f"{place}.point", Reason.NOT_A_CHOICE)
    point = reading.atlas[PointCode(code)]
    sides = _choice(plain["sides"], f"{place}.sides", RoutineSides)
    breathing = _choice(plain["breathing"], f"{place}.breathing", StepBreathing)
    step = PressStep(
        id=reading.new_id(),
        point=point.code,
        sides=sides,
        hold_seconds=_number(plain["hold_seconds"], f"{place}.hold_seconds"),
        felt_pressure=_number(plain["felt_pressure"], f"{place}.felt_pressure"),
        breathing=breathing,
        pattern=_pattern(plain["pattern"], f"{place}.pattern"),
        note=_text(plain["note"], f"{place}.note"),
        picture=_picture(plain["picture"], f"{place}.picture"),
    )
    if (fault := fault_of(step, point)) is not None:
        allowed = {
            Fault.SECONDS: f"≤ {seconds_limit(point)}",
            Fault.PRESSURE: f"≤ {pressure_limit(point)}",
        }
        raise _faulty(fault, place, allowed.get(fault.fault, ""))
    return step


def _exercise(plain: dict[str, object], place: str, reading: PlanReading) -> ExerciseStep:
    return ExerciseStep(
        id=reading.new_id(),
        kind=_choice(plain["kind"], f"{place}.kind", ExerciseKind),
        title=_text(plain["title"], f"{place}.title"),
        note=_text(plain["note"], f"{place}.note"),
        seconds=_optional(plain["seconds"], f"{place}.seconds"),
        repeats=_optional(plain["repeats"], f"{place}.repeats"),
        picture=_picture(plain["picture"], f"{place}.picture"),
    )


def _pattern(value: object, place: str) -> BreathPattern | None:
    if value is None:
        return None
    plain = _fields(value, place, PATTERN, PATTERN)
    breath_in, full, out, empty = (_number(plain[name], f"{place}.{name}") / 10 for name in PATTERN)
    try:
        return BreathPattern(breath_in, out, full, empty)
    except ValueError as error:
        raise _RefusedError(place, Reason.OUT_OF_RANGE) from error


def _picture(value: object, place: str) -> str:
    text = _text(value, place)
    fault = picture_fault(text)
    if fault is not None:
        large = fault in (PictureFault.TOO_LARGE, PictureFault.TOO_MANY_PIXELS)
        raise _RefusedError(place, Reason.TOO_LARGE if large else Reason.NOT_READABLE)
    return text


# --- Single values


def _fields(
    value: object, place: str, needed: Iterable[str], known: Iterable[str] | None
) -> dict[str, object]:
    """Return an object with all of ``needed`` and, where ``known`` is said, nothing else."""
    if not isinstance(value, dict):
        raise _RefusedError(place, Reason.WRONG_TYPE)
    before = f"{place}." if place else ""
    if known is not None:
        names = set(known)
        for name in value:
            if name not in names:
                raise _RefusedError(before + _shown(name), Reason.UNKNOWN_FIELD)
    for name in needed:
        if name not in value:
            raise _RefusedError(before + name, Reason.MISSING)
    return value


def _text(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise _RefusedError(place, Reason.WRONG_TYPE)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _RefusedError(place, Reason.BAD_CHARACTERS) from error
    return value


def _number(value: object, place: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _RefusedError(place, Reason.WRONG_TYPE)
    return value


def _optional(value: object, place: str) -> int | None:
    return None if value is None else _number(value, place)


_E = TypeVar("_E", RoutineSides, StepBreathing, ExerciseKind)


def _choice(value: object, place: str, kind: type[_E]) -> _E:
    for one in kind:
        if one.value == value:
            return one
    raise _RefusedError(place, Reason.NOT_A_CHOICE, ", ".join(one.value for one in kind))


_REASONS = {
    Fault.NAME_EMPTY: Reason.MISSING,
    Fault.TEXT_TOO_LONG: Reason.TOO_LONG,
    Fault.TEXT_UNSEEN: Reason.BAD_CHARACTERS,
    Fault.TOO_MANY_STEPS: Reason.TOO_LARGE,
    Fault.STEP_TWICE: Reason.DUPLICATE,
    Fault.SITE_TWICE: Reason.DUPLICATE,
    Fault.SECONDS: Reason.OUT_OF_RANGE,
    Fault.PRESSURE: Reason.OUT_OF_RANGE,
    Fault.REPEATS: Reason.OUT_OF_RANGE,
    Fault.NO_LENGTH: Reason.MISSING,
    Fault.PATTERN: Reason.DOES_NOT_FIT,
    Fault.PICTURE_TOO_LARGE: Reason.TOO_LARGE,
    Fault.UNKNOWN_POINT: Reason.NOT_A_CHOICE,
    Fault.NOT_TO_PRESS: Reason.NOT_TO_PRESS,
    Fault.SIDES: Reason.DOES_NOT_FIT,
}


def _faulty(fault: RoutineFault, place: str, allowed: str = "") -> _RefusedError:
    return _RefusedError(f"{place}.{fault.field}", _REASONS[fault.fault], allowed)
