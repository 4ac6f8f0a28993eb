"""Taking up a session that was cut off, within an hour of its clearance."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import timedelta

from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.exercises import ExerciseRecord
from acupress_desktop.domain.journal import HoldRecord
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.plans import BY_PERSON
from acupress_desktop.domain.ports import HoldCheckpoint
from acupress_desktop.domain.protocols import HOLD_SECONDS_MIN, Plan
from acupress_desktop.domain.safety.outcome import BreathingGuide, Clearance
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.course import Course
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.states import BREATHING_SECONDS_MAX, ExerciseDone, HoldDone, Log, Ready
from acupress_desktop.session.walking import pending_exercise, seconds_left_at_site

RESUME_WITHIN = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Expired:
    """Too late: the session is closed as it is, and today's questions come first."""


@dataclass(frozen=True, slots=True)
class NothingLeft:
    """Everything was done before the session was cut off."""


def may_resume(given: Moment, when: Moment) -> bool:
    """Tell whether a clearance given then still holds.

    False also where the wall clock was set back before it: then nobody knows how long ago it was.
    """
    return timedelta(0) <= when.utc - given.utc <= RESUME_WITHIN


def take_up(
    clearance: Clearance,
    plan: Plan,
    pattern: BreathPattern,
    kept: tuple[HoldDone, ...],
    when: Moment,
    now: Instant,
    exercises: tuple[ExerciseDone, ...] = (),
) -> Ready | Expired | NothingLeft:
    """Return the session before its next site; ``kept`` are the journal's holds in order.

    ``when`` and ``now`` are the same moment on two clocks: the hour of the clearance goes on, it does
    not begin again. Holds that were kept stay as they are. A site whose last hold was cut off comes
    again, as a new hold within what the site may get, and so does an exercise that was cut off; nothing is
    added for the time in between. ``exercises`` are those that the journal kept. What was held counts towards
    the twenty minutes of guided breathing; nobody kept whether the guide was on.

    Raises ``ValueError`` for a plan that the clearance does not cover.
    """
    if not may_resume(clearance.given, when):
        return Expired()
    age_seconds = (when.utc - clearance.given.utc).total_seconds()
    ready = prepare(clearance, plan, pattern, now.later(-age_seconds))
    course = _as_far_as_guided(ready.course, kept)
    log = Log(holds=kept, exercises=exercises)
    index = _next_index(plan, kept)
    if index < len(plan.steps) and seconds_left_at_site(course, log, index) < HOLD_SECONDS_MIN:
        index += 1
    before = {place for place, _exercise in course.exercises_before(index)}
    last = max((done for done in exercises if done.order in before), key=_order, default=None)
    cut_off = last.order if last is not None and not last.completed else None
    if index < len(plan.steps) or pending_exercise(course, log, index, cut_off) is not None:
        return Ready(course, log, index, cut_off=cut_off)
    return NothingLeft()


def interrupted_hold(
    plan: Plan, records: tuple[HoldRecord, ...], checkpoint: HoldCheckpoint | None
) -> HoldDone | None:
    """Return the hold that was running when the app ended, as far as it was kept.

    It is not among ``records`` yet, and was pressed as softly as they ask for; ``None`` where nothing was
    running or the plan has no such step.
    """
    if checkpoint is None:
        return None
    step = next((step for step in plan.steps if step.order == checkpoint.order), None)
    if step is None:
        return None
    before = Log(holds=tuple(_as_done(record) for record in records))
    felt_pressure = before.target_pressure(step)
    softer = (BY_PERSON,) if felt_pressure < step.felt_pressure else ()
    return HoldDone(
        order=max((record.order for record in records), default=0) + 1,
        point=step.point,
        side=step.side,
        prescribed_seconds=step.prescribed_seconds,
        hold_seconds=max(step.hold_seconds, math.ceil(checkpoint.held_seconds)),
        held_seconds=checkpoint.held_seconds,
        completed=False,
        changed_by=tuple(dict.fromkeys((*step.changed_by, *softer))),
        felt_pressure=felt_pressure,
        began_at=0.0,
        ended_at=0.0,
        step_order=step.order,
    )


def kept_holds(
    plan: Plan, records: tuple[HoldRecord, ...], checkpoint: HoldCheckpoint | None
) -> tuple[HoldDone, ...]:
    """Return everything that the journal kept of a session, the interrupted hold last.

    When in the session they were pressed is not kept: ``began_at`` and ``ended_at`` are 0.
    """
    interrupted = interrupted_hold(plan, records, checkpoint)
    ended = tuple(_as_done(record) for record in sorted(records, key=lambda record: record.order))
    return ended if interrupted is None else (*ended, interrupted)


def kept_exercises(plan: Plan, records: tuple[ExerciseRecord, ...]) -> tuple[ExerciseDone, ...]:
    """Return the exercises that the journal kept, as far as the plan has them."""
    return tuple(
        ExerciseDone(
            order=record.order,
            kind=record.kind,
            title=record.title,
            planned_seconds=record.planned_seconds,
            repeats=record.repeats,
            done_seconds=record.done_seconds,
            completed=record.completed,
            began_at=0.0,
            ended_at=0.0,
        )
        for record in sorted(records, key=lambda record: record.order)
        if 1 <= record.order <= len(plan.exercises)
    )


def _as_far_as_guided(course: Course, kept: tuple[HoldDone, ...]) -> Course:
    unguided = {(step.point, step.side) for step in course.plan.steps if step.breathing is StepBreathing.OFF}
    guided = sum(hold.held_seconds for hold in kept if (hold.point, hold.side) not in unguided)
    over = guided >= BREATHING_SECONDS_MAX
    breathing = BreathingGuide.OFF_BY_DEFAULT if over else course.breathing
    return replace(course, guided_seconds=guided, breathing=breathing)


def _order(done: ExerciseDone) -> int:
    return done.order


def _as_done(record: HoldRecord) -> HoldDone:
    return HoldDone(
        order=record.order,
        point=record.point,
        side=record.side,
        prescribed_seconds=record.prescribed_seconds,
        hold_seconds=record.hold_seconds,
        held_seconds=record.held_seconds,
        completed=record.completed,
        changed_by=record.changed_by,
        felt_pressure=record.felt_pressure,
        began_at=0.0,
        ended_at=0.0,
        comfort=record.comfort,
    )


def _next_index(plan: Plan, kept: tuple[HoldDone, ...]) -> int:
    if not kept:
        return 0
    last = kept[-1]
    places = [
        place for place, step in enumerate(plan.steps) if step.point == last.point and step.side is last.side
    ]
    if not places:
        return 0
    return places[-1] + (1 if last.completed or last.comfort is not None else 0)
