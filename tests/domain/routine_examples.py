"""Routines to test with: one that has everything, and any at all."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from acupress_desktop.domain.atlas import Point
from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.routine_sets import complaints_for_routines
from acupress_desktop.domain.routines import (
    ExerciseStep,
    PressStep,
    Routine,
    RoutineSides,
    RoutineStep,
    may_be_pressed,
    pressure_limit,
    seconds_limit,
)
from acupress_desktop.domain.row_ids import row_id
from tests.domain.safety.world import atlas, protocols

MADE = Moment.of(datetime(2026, 11, 20, 18, 0, tzinfo=UTC))
TINY_PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
OWN_BREATH = BreathPattern(4.0, 6.0)
HELD_BREATH = BreathPattern(4.0, 6.0, 1.0, 0.5)
PRESSABLE: tuple[Point, ...] = tuple(point for point in atlas() if may_be_pressed(point))


def key(number: int) -> RowId:
    return row_id(MADE.utc, number.to_bytes(8))


def press(code: str, number: int, seconds: int = 60, pressure: int = 3, **more: object) -> PressStep:
    bilateral = atlas()[PointCode(code)].bilateral
    given = {"sides": RoutineSides.BOTH if bilateral else RoutineSides.MIDLINE, **more}
    return PressStep(key(number), PointCode(code), hold_seconds=seconds, felt_pressure=pressure, **given)  # type: ignore[arg-type]


def stretch(number: int, title: str = "Chin tucks", **more: object) -> ExerciseStep:
    given = {"kind": ExerciseKind.STRETCH, "note": "", "seconds": 30, "repeats": None, **more}
    return ExerciseStep(key(number), title=title, **given)  # type: ignore[arg-type]


def routine(*steps: RoutineStep, complaint: str = "calm", name: str = "Evening", number: int = 1) -> Routine:
    return Routine(key(number), MADE, name, ComplaintId(complaint), "", steps)


def everything() -> Routine:
    """One of each: sides, midline, light only, breathing, notes, pictures, three exercises."""
    return Routine(
        key(1),
        MADE,
        "After work",
        ComplaintId("neck_shoulder"),
        "Sit by the window.\nTea first.",
        (
            stretch(2, "Shoulder rolls", seconds=None, repeats=10, note="Slowly, backwards."),
            press("GB21", 3, 40, 3, breathing=StepBreathing.OFF, note="My left one is the tight one."),
            press("LI4", 4, 90, 5, sides=RoutineSides.LEFT, breathing=StepBreathing.OWN, pattern=OWN_BREATH),
            press("LI4", 5, 45, 4, sides=RoutineSides.RIGHT),
            stretch(6, "Side bend", seconds=20, repeats=3, picture=TINY_PNG),
            press("EX-HN3", 7, 60, 2, picture=TINY_PNG),
            stretch(8, "Round the block", kind=ExerciseKind.WALK, seconds=900),
        ),
    )


@st.composite
def any_press(draw: st.DrawFn, number: int) -> PressStep:
    point = draw(st.sampled_from(PRESSABLE))
    sided = [RoutineSides.BOTH, RoutineSides.LEFT, RoutineSides.RIGHT]
    breathing = draw(st.sampled_from(StepBreathing))
    return PressStep(
        key(number),
        point.code,
        draw(st.sampled_from(sided)) if point.bilateral else RoutineSides.MIDLINE,
        draw(st.integers(10, seconds_limit(point))),
        draw(st.integers(1, pressure_limit(point))),
        breathing,
        draw(st.sampled_from([OWN_BREATH, HELD_BREATH])) if breathing is StepBreathing.OWN else None,
    )


@st.composite
def any_exercise(draw: st.DrawFn, number: int) -> ExerciseStep:
    seconds = draw(st.none() | st.integers(5, 3600))
    repeats = draw(st.integers(1, 200) if seconds is None else st.none() | st.integers(1, 200))
    return ExerciseStep(key(number), draw(st.sampled_from(ExerciseKind)), "Bend", "", seconds, repeats)


@st.composite
def any_routine(draw: st.DrawFn) -> Routine:
    """Anything that can be built at all: any points, sides, seconds, pressures, exercises, any complaint."""
    steps: list[RoutineStep] = []
    pressed: set[object] = set()
    for number in range(2, 2 + draw(st.integers(1, 8))):
        kind: st.SearchStrategy[RoutineStep] = st.one_of(
            any_press(number), any_press(number), any_exercise(number)
        )
        step = draw(kind)
        if isinstance(step, PressStep):
            sites = {(step.point, site) for site in step.sides.sites()}
            if sites & pressed:
                continue
            pressed |= sites
        steps.append(step)
    complaint = draw(st.sampled_from(complaints_for_routines(protocols())))
    return Routine(key(1), MADE, "Mine", complaint, "", tuple(steps))
