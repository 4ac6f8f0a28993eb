"""From a routine to a set: pressed through the same check, the same plan and the same gate as every other.

There is no second way. What a routine adds is what is pressed, never what is allowed.
"""

from __future__ import annotations

from collections.abc import Iterable

from acupress_desktop.domain.atlas import Atlas, Point, Reach
from acupress_desktop.domain.evidence import EvidenceLine, Grade
from acupress_desktop.domain.exercises import PlannedExercise
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RowId, RuleId
from acupress_desktop.domain.protocols import (
    HOLD_SECONDS_MIN,
    READY_SECONDS,
    SESSIONS_PER_DAY_MAX,
    Frequency,
    Protocol,
    Step,
    StepSides,
    Technique,
)
from acupress_desktop.domain.routines import (
    ExerciseStep,
    PressStep,
    Routine,
    RoutineSides,
    pressure_limit,
    seconds_limit,
)
from acupress_desktop.domain.row_ids import is_row_id

_PREFIX = "R-"
REPEAT_SECONDS = 5
"""What one repeat of an exercise without seconds is reckoned with, in the minutes that are told."""
_SIDES = {
    RoutineSides.BOTH: StepSides.BOTH,
    RoutineSides.LEFT: StepSides.LEFT,
    RoutineSides.RIGHT: StepSides.RIGHT,
    RoutineSides.MIDLINE: StepSides.MIDLINE,
}


class NoSetForComplaint(LookupError):
    """A routine for something that no session is ever offered for."""

    def __init__(self, complaint: ComplaintId) -> None:
        super().__init__(f"no set for {complaint!r}")
        self.complaint = complaint


def protocol_of(routine: RowId) -> ProtocolId:
    """Return the id under which sessions of a routine stand in the journal."""
    return ProtocolId(_PREFIX + routine)


def routine_of(protocol: ProtocolId) -> RowId | None:
    """Return which routine was pressed under an id; ``None`` for the app's own sets."""
    key = protocol.removeprefix(_PREFIX)
    return RowId(key) if protocol.startswith(_PREFIX) and is_row_id(key) else None


def complaints_for_routines(protocols: Iterable[Protocol]) -> tuple[ComplaintId, ...]:
    """Name what a routine can be for: everything that a set is offered for."""
    return tuple(dict.fromkeys(one.complaint for one in protocols if one.offered))


def set_of(routine: Routine, protocols: tuple[Protocol, ...], atlas: Atlas, evidence_text: str) -> Protocol:
    """Make the set that a routine presses.

    Technique and the rules that leave a step out come from the app's own sets, so that a point in a routine
    is never treated more freely than there. A routine for a complaint whose set is not offered is not offered
    either. Raises ``NoSetForComplaint``, and ``UnknownPoint`` for a code that the atlas does not hold.
    """
    own = next((one for one in protocols if one.complaint == routine.complaint), None)
    if own is None:
        raise NoSetForComplaint(routine.complaint)
    steps: list[Step] = []
    exercises: list[PlannedExercise] = []
    for step in routine.steps:
        if isinstance(step, PressStep):
            steps.append(_step(step, atlas[step.point], protocols, routine.complaint))
        else:
            exercises.append(_exercise(step, len(steps)))
    return Protocol(
        id=protocol_of(routine.id),
        complaint=routine.complaint,
        title=routine.name,
        purpose="",
        steps=tuple(steps),
        frequency=Frequency(SESSIONS_PER_DAY_MAX, None, None, ""),
        evidence=EvidenceLine(Grade.VERY_LOW, evidence_text, (), own.evidence.checked),
        offered=own.offered,
        not_offered_because=own.not_offered_because,
        content_version=own.content_version,
        exercises=tuple(exercises),
        routine=routine.id,
    )


def sensible_step(
    point: Point, protocols: Iterable[Protocol], complaint: ComplaintId, key: RowId
) -> PressStep:
    """Return the step that a point begins with in a routine: as the app's own sets press it, or softly."""
    used = [step for _, step in _uses(point.code, protocols, complaint)]
    seconds = used[0].hold_seconds if used else _BEGIN_SECONDS
    pressure = used[0].felt_pressure if used else _BEGIN_PRESSURE
    return PressStep(
        id=key,
        point=point.code,
        sides=RoutineSides.BOTH if point.bilateral else RoutineSides.MIDLINE,
        hold_seconds=max(HOLD_SECONDS_MIN, min(seconds, seconds_limit(point))),
        felt_pressure=min(pressure, pressure_limit(point)),
    )


_BEGIN_SECONDS = 60
_BEGIN_PRESSURE = 3


def steps_of_set(protocol: Protocol, atlas: Atlas, keys: Iterable[RowId]) -> tuple[PressStep, ...]:
    """Return the steps of one of the app's own sets as a routine begins with them.

    A step for the painful side becomes one for both; a session asks nothing about sides of a routine.
    """
    found: list[PressStep] = []
    for step, key in zip(protocol.steps, keys, strict=False):
        point = atlas[step.point]
        found.append(
            PressStep(
                id=key,
                point=step.point,
                sides=RoutineSides.BOTH if point.bilateral else RoutineSides.MIDLINE,
                hold_seconds=min(step.hold_seconds, seconds_limit(point)),
                felt_pressure=min(step.felt_pressure, pressure_limit(point)),
            )
        )
    return tuple(found)


def pressing_seconds(routine: Routine) -> int:
    """Return what a routine presses, with the moves between its sites: what counts towards the day."""
    sites = sum(len(step.sides.sites()) for step in routine.presses)
    holds = sum(step.hold_seconds * len(step.sides.sites()) for step in routine.presses)
    return holds + READY_SECONDS * max(0, sites - 1)


def exercise_seconds(routine: Routine) -> int:
    """Return how long the exercises take; repeats without seconds are reckoned."""
    return sum(
        step.seconds if step.seconds is not None else REPEAT_SECONDS * (step.repeats or 0)
        for step in routine.exercises
    )


def _uses(
    code: PointCode, protocols: Iterable[Protocol], complaint: ComplaintId
) -> list[tuple[Protocol, Step]]:
    """The steps of the app's own sets that press a point, those for the complaint first."""
    found = [(one, step) for one in protocols for step in one.steps if step.point == code]
    return sorted(found, key=lambda use: use[0].complaint != complaint)


def _step(step: PressStep, point: Point, protocols: tuple[Protocol, ...], complaint: ComplaintId) -> Step:
    technique, left_out_by = _technique(point, protocols, complaint)
    return Step(
        point=step.point,
        sides=_SIDES[step.sides],
        hold_seconds=min(step.hold_seconds, seconds_limit(point)),
        short_hold_seconds=None,
        felt_pressure=min(step.felt_pressure, pressure_limit(point)),
        technique=technique,
        left_out_by=left_out_by,
        breathing=step.breathing,
        pattern=step.pattern,
        note=step.note,
        picture=step.id if step.picture else None,
    )


def _technique(
    point: Point, protocols: tuple[Protocol, ...], complaint: ComplaintId
) -> tuple[Technique, tuple[RuleId, ...]]:
    """Say what presses a point, and which rules leave it out for that.

    A point of no set that one's own fingers reach only as thumbs or fists do is treated as the sets treat
    those.
    """
    used = [step for _, step in _uses(point.code, protocols, complaint)]
    if not used and point.reach is Reach.THUMBS_OR_FISTS:
        used = [
            step
            for one in protocols
            for step in one.steps
            if step.technique is Technique.THUMBS_OR_SOFT_FISTS
        ]
    special = [step.technique for step in used if step.technique is not Technique.FINGERS]
    rules = tuple(dict.fromkeys(rule for step in used for rule in step.left_out_by))
    return (special[0] if special else Technique.FINGERS), rules


def _exercise(step: ExerciseStep, steps_before: int) -> PlannedExercise:
    return PlannedExercise(
        after_order=steps_before,
        kind=step.kind,
        title=step.title,
        text=step.note,
        seconds=step.seconds,
        repeats=step.repeats,
        picture=step.id if step.picture else None,
    )
