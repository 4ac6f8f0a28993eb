"""A person's own routines: points, exercises, stretches and walks in an order of their own.

A routine is pressed only through the same safety check and the same plan as every other set: see
``domain.routine_sets``. Everything that changes a routine here returns a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final
from unicodedata import category

from acupress_desktop.domain.atlas import Point, Pressability
from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.exercises import (
    EXERCISE_SECONDS_MAX,
    EXERCISE_SECONDS_MIN,
    REPEATS_MAX,
    ExerciseKind,
)
from acupress_desktop.domain.ids import ComplaintId, PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import HOLD_SECONDS_MAX, HOLD_SECONDS_MIN
from acupress_desktop.domain.sides import Side, SiteSide

ROUTINE_NAME_CHARACTERS_MAX = 80
STEP_TITLE_CHARACTERS_MAX = 80
STEP_NOTE_CHARACTERS_MAX = 1000
STEPS_MAX = 60
ROUTINES_MAX = 200
PICTURE_CHARACTERS_MAX = 600_000
"""A picture is kept as the base64 text of a PNG or JPEG file, so at most about 450 kB."""
PICTURES_CHARACTERS_MAX = 120_000_000
"""All pictures of a journal together: an export stays a file that can be read in again."""
ROUTINE_PRESSURE_MIN = 1
ROUTINE_PRESSURE_MAX = 7
"""Nobody plans to press harder than that; what is felt as more than 7 is too much anywhere."""

_LINE_ENDS: Final = "\n\t"
_UNSEEN_KINDS: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NEEDED_UNSEEN: Final = frozenset("\u200c\u200d\u200e\u200f\u00ad")
"""Joiners and marks that some scripts cannot be written without."""


class RoutineSides(Enum):
    """Which sites of a point a step presses; points of the midline have ``MIDLINE``."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"

    def sites(self, first: Side = Side.LEFT) -> tuple[SiteSide, ...]:
        """Return the sites, the first side first."""
        match self:
            case RoutineSides.BOTH:
                return (SiteSide(first.value), SiteSide(first.other.value))
            case RoutineSides.LEFT:
                return (SiteSide.LEFT,)
            case RoutineSides.RIGHT:
                return (SiteSide.RIGHT,)
            case RoutineSides.MIDLINE:
                return (SiteSide.MIDLINE,)


class Fault(Enum):
    """What is wrong with a routine or one of its steps."""

    NAME_EMPTY = "name_empty"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_UNSEEN = "text_unseen"
    """A sign that nobody can see, such as one that turns the order of what is written."""
    TOO_MANY_STEPS = "too_many_steps"
    STEP_TWICE = "step_twice"
    SITE_TWICE = "site_twice"
    SECONDS = "seconds"
    PRESSURE = "pressure"
    REPEATS = "repeats"
    NO_LENGTH = "no_length"
    """An exercise with neither seconds nor repeats."""
    PATTERN = "pattern"
    PICTURE_TOO_LARGE = "picture_too_large"
    UNKNOWN_POINT = "unknown_point"
    NOT_TO_PRESS = "not_to_press"
    """For study only, or not with one's own hand."""
    SIDES = "sides"


class RoutineFault(ValueError):
    """A routine that cannot be: what is wrong, in which field, and of which step (counted from 0)."""

    def __init__(self, fault: Fault, field: str, step: int | None = None) -> None:
        where = field if step is None else f"steps[{step}].{field}"
        super().__init__(f"{where}: {fault.value}")
        self.fault = fault
        self.field = field
        self.step = step

    def of_step(self, step: int) -> RoutineFault:
        """Return the same fault, told of a step."""
        return RoutineFault(self.fault, self.field, step)


@dataclass(frozen=True, slots=True)
class PressStep:
    """One point to press: seconds for each site, felt pressure 1 to 7, the person's own note and picture."""

    id: RowId
    point: PointCode
    sides: RoutineSides
    hold_seconds: int
    felt_pressure: int
    breathing: StepBreathing = StepBreathing.AS_SET
    pattern: BreathPattern | None = None
    note: str = ""
    picture: str = ""

    def __post_init__(self) -> None:
        """Bounds live here, once."""
        if not HOLD_SECONDS_MIN <= self.hold_seconds <= HOLD_SECONDS_MAX:
            raise RoutineFault(Fault.SECONDS, "hold_seconds")
        if not ROUTINE_PRESSURE_MIN <= self.felt_pressure <= ROUTINE_PRESSURE_MAX:
            raise RoutineFault(Fault.PRESSURE, "felt_pressure")
        if (self.breathing is StepBreathing.OWN) is (self.pattern is None):
            raise RoutineFault(Fault.PATTERN, "pattern")
        _check_text("note", self.note, STEP_NOTE_CHARACTERS_MAX, _LINE_ENDS)
        _check_picture(self.picture)


@dataclass(frozen=True, slots=True)
class ExerciseStep:
    """An exercise, stretch or walk in the person's own words; seconds, repeats or both."""

    id: RowId
    kind: ExerciseKind
    title: str
    note: str
    seconds: int | None
    repeats: int | None
    picture: str = ""

    def __post_init__(self) -> None:
        """Bounds live here, once."""
        if not self.title.strip():
            raise RoutineFault(Fault.NAME_EMPTY, "title")
        _check_text("title", self.title, STEP_TITLE_CHARACTERS_MAX)
        _check_text("note", self.note, STEP_NOTE_CHARACTERS_MAX, _LINE_ENDS)
        if self.seconds is None and self.repeats is None:
            raise RoutineFault(Fault.NO_LENGTH, "seconds")
        if self.seconds is not None and not EXERCISE_SECONDS_MIN <= self.seconds <= EXERCISE_SECONDS_MAX:
            raise RoutineFault(Fault.SECONDS, "seconds")
        if self.repeats is not None and not 1 <= self.repeats <= REPEATS_MAX:
            raise RoutineFault(Fault.REPEATS, "repeats")
        _check_picture(self.picture)


RoutineStep = PressStep | ExerciseStep


@dataclass(frozen=True, slots=True)
class Routine:
    """A routine; ``complaint`` says what it is for, and so which questions are asked before it.

    A site stands in it once: what is pressed at one place in a session has one length, which no second step
    adds to.
    """

    id: RowId
    moment: Moment
    name: str
    complaint: ComplaintId
    note: str
    steps: tuple[RoutineStep, ...]

    def __post_init__(self) -> None:
        """Bounds live here, once."""
        if not self.name.strip():
            raise RoutineFault(Fault.NAME_EMPTY, "name")
        _check_text("name", self.name, ROUTINE_NAME_CHARACTERS_MAX)
        _check_text("note", self.note, STEP_NOTE_CHARACTERS_MAX, _LINE_ENDS)
        if len(self.steps) > STEPS_MAX:
            raise RoutineFault(Fault.TOO_MANY_STEPS, "steps")
        seen: set[RowId] = set()
        pressed: set[tuple[PointCode, SiteSide]] = set()
        for at, step in enumerate(self.steps):
            if step.id in seen:
                raise RoutineFault(Fault.STEP_TWICE, "id", at)
            seen.add(step.id)
            if isinstance(step, PressStep):
                sites = {(step.point, site) for site in step.sides.sites()}
                if sites & pressed:
                    raise RoutineFault(Fault.SITE_TWICE, "point", at)
                pressed |= sites

    @property
    def presses(self) -> tuple[PressStep, ...]:
        """The steps that press, in order."""
        return tuple(step for step in self.steps if isinstance(step, PressStep))

    @property
    def exercises(self) -> tuple[ExerciseStep, ...]:
        """The steps that do not press, in order."""
        return tuple(step for step in self.steps if isinstance(step, ExerciseStep))

    def step(self, step: RowId) -> RoutineStep | None:
        """Return one step, or ``None`` where there is none of that key."""
        return next((one for one in self.steps if one.id == step), None)


# --- What the atlas says of a step


def may_be_pressed(point: Point) -> bool:
    """Tell whether a point can be part of a routine at all."""
    return point.pressability in (Pressability.YES, Pressability.LIGHT_ONLY)


def seconds_limit(point: Point) -> int:
    """Return the longest hold of a point in a routine, in seconds."""
    longest = point.max_hold_seconds
    return HOLD_SECONDS_MAX if longest is None else max(HOLD_SECONDS_MIN, min(HOLD_SECONDS_MAX, longest))


def pressure_limit(point: Point) -> int:
    """Return the highest felt pressure of a point in a routine."""
    most = point.max_felt_pressure
    if most is None:
        return ROUTINE_PRESSURE_MAX
    return max(ROUTINE_PRESSURE_MIN, min(ROUTINE_PRESSURE_MAX, most))


def fault_of(step: PressStep, point: Point) -> RoutineFault | None:
    """Return what the atlas has against a step, or ``None``."""
    if not may_be_pressed(point):
        return RoutineFault(Fault.NOT_TO_PRESS, "point")
    if point.bilateral is (step.sides is RoutineSides.MIDLINE):
        return RoutineFault(Fault.SIDES, "sides")
    if step.hold_seconds > seconds_limit(point):
        return RoutineFault(Fault.SECONDS, "hold_seconds")
    if step.felt_pressure > pressure_limit(point):
        return RoutineFault(Fault.PRESSURE, "felt_pressure")
    return None


# --- Editing


def with_step(routine: Routine, step: RoutineStep, at: int | None = None) -> Routine:
    """Add a step, at the end where no place is named. Raises ``RoutineFault``."""
    place = len(routine.steps) if at is None else max(0, min(at, len(routine.steps)))
    return replace(routine, steps=(*routine.steps[:place], step, *routine.steps[place:]))


def with_step_moved(routine: Routine, step: RowId, to: int) -> Routine:
    """Move a step to the place ``to``, counted from 0 among the others; unknown steps move nothing."""
    found = routine.step(step)
    if found is None:
        return routine
    others = tuple(one for one in routine.steps if one.id != step)
    place = max(0, min(to, len(others)))
    return replace(routine, steps=(*others[:place], found, *others[place:]))


def with_step_changed(routine: Routine, step: RoutineStep) -> Routine:
    """Replace the step with the same key. Raises ``RoutineFault`` where it does not fit beside the others."""
    return replace(routine, steps=tuple(step if one.id == step.id else one for one in routine.steps))


def without_step(routine: Routine, step: RowId) -> Routine:
    """Take a step out."""
    return replace(routine, steps=tuple(one for one in routine.steps if one.id != step))


def duplicated(routine: Routine, new_id: Callable[[], RowId], moment: Moment, name: str) -> Routine:
    """Return a copy under another name, with keys of its own."""
    return replace(
        routine,
        id=new_id(),
        moment=moment,
        name=name[:ROUTINE_NAME_CHARACTERS_MAX],
        steps=tuple(replace(step, id=new_id()) for step in routine.steps),
    )


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return ``wanted``, or it with the next free number behind where somebody has that name already."""
    used = {name.casefold() for name in taken}
    if wanted.casefold() not in used:
        return wanted
    number = 2
    while True:
        ending = f" {number}"
        name = wanted[: ROUTINE_NAME_CHARACTERS_MAX - len(ending)].rstrip() + ending
        if name.casefold() not in used:
            return name
        number += 1


def one_line(text: str, characters_max: int) -> str:
    """Return what somebody typed or pasted as a name can be kept: on one line, cut, without unseen signs."""
    kept = "".join(sign for sign in " ".join(text.split()) if not _is_unseen(sign, ""))
    return kept[:characters_max].rstrip()


def many_lines(text: str, characters_max: int) -> str:
    """Return what somebody typed or pasted as a note can be kept."""
    kept = "".join(sign for sign in text.replace("\r\n", "\n") if not _is_unseen(sign, _LINE_ENDS))
    return kept[:characters_max]


def _is_unseen(sign: str, allowed: str) -> bool:
    return category(sign) in _UNSEEN_KINDS and sign not in allowed and sign not in _NEEDED_UNSEEN


def _check_text(field: str, text: str, characters_max: int, allowed: str = "") -> None:
    if len(text) > characters_max:
        raise RoutineFault(Fault.TEXT_TOO_LONG, field)
    if any(_is_unseen(sign, allowed) for sign in text):
        raise RoutineFault(Fault.TEXT_UNSEEN, field)


def _check_picture(picture: str) -> None:
    if len(picture) > PICTURE_CHARACTERS_MAX:
        raise RoutineFault(Fault.PICTURE_TOO_LARGE, "picture")
