"""How one thing leads to the next: sites in their order, exercises between them, and the end."""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import Comfort, SessionEnd
from acupress_desktop.domain.plans import BY_PERSON
from acupress_desktop.domain.protocols import HOLD_SECONDS_MIN, READY_SECONDS
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.course import Course
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.session.logbook import log_exercise, log_hold, say
from acupress_desktop.session.states import (
    Exercising,
    Finished,
    GetReady,
    HoldDone,
    Holding,
    Log,
    Move,
    Ready,
)

Onward = GetReady | Exercising | Finished


def open_up(state: Ready, now: Instant) -> Ready:
    """Return the session as it is shown for the first time: it says where it will begin."""
    if state.opened is not None:
        return state
    opened = replace(state, opened=now, now=now)
    seconds = state.begins_in_seconds
    first = pending_exercise(state.course, state.log, state.index, state.cut_off)
    if first is not None:
        title = state.course.plan.exercises[first - 1].title
        return replace(opened, log=say(state.log, 0.0, Line(LineId.GET_READY, seconds=seconds, title=title)))
    step = state.course.step(state.index)
    log = say(state.log, 0.0, Line(LineId.GET_READY, step.point, step.side, seconds))
    return replace(opened, log=say(log, 0.0, Line(LineId.FIND, step.point, step.side)))


def begin(state: Ready, now: Instant) -> Holding | Exercising | Finished:
    """Return what comes first: an exercise, the first site, or the end where the clearance is too old."""
    log = began(state, now)
    if state.course.is_stale(now):
        return finish(state.course, log, now, SessionEnd.EXPIRED, 0.0)
    course = replace(state.course, cleared=state.course.cleared or now)
    begun = replace(state, course=course)
    first = pending_exercise(course, log, state.index, state.cut_off)
    if first is not None:
        return begin_exercise(course, log, now, state.index, first, 0.0)
    return press(begun, log, now, 0.0)


def began(state: Ready, now: Instant) -> Log:
    """Return the log of a session that begins, or ends unbegun, now: what was said before is below zero."""
    waited = replace(state, now=now).waited_seconds
    spoken = tuple(replace(said, at=said.at - waited) for said in state.log.spoken)
    return replace(state.log, began=now, spoken=spoken)


def press(state: Ready | GetReady, log: Log, now: Instant, at: float) -> Holding:
    """Return the hold that begins ``at`` at the site that ``state`` leads to."""
    step = state.course.step(state.index)
    if isinstance(state, GetReady):
        seconds = state.hold_seconds
    else:
        seconds = min(step.hold_seconds, int(seconds_left_at_site(state.course, log, state.index)))
    felt_pressure = log.target_pressure(step)
    changed_by = list(step.changed_by)
    if felt_pressure < step.felt_pressure:
        changed_by.append(BY_PERSON)
    if isinstance(state, GetReady) and state.move is Move.AGAIN:
        changed_by.append("repeat")
    line = Line(LineId.PRESS, step.point, step.side, seconds, felt_pressure)
    return Holding(
        course=state.course,
        log=say(log, at, line),
        now=now,
        index=state.index,
        order=len(log.holds) + 1,
        began_at=at,
        hold_seconds=seconds,
        held_seconds=0.0,
        changed_by=tuple(dict.fromkeys(changed_by)),
    )


def end_hold(holding: Holding, at: float, comfort: Comfort | None = None) -> Log:
    """Return the log with the hold as far as it has come."""
    return log_hold(holding.log, replace(holding.as_done(at=at), comfort=comfort))


def complete_hold(holding: Holding, at: float) -> Onward:
    """Return what follows a hold that was held to its end."""
    done = replace(holding.as_done(at=at), held_seconds=float(holding.hold_seconds), completed=True)
    line = Line(LineId.RELEASE, holding.step.point, holding.step.side)
    log = say(log_hold(holding.log, done), at, line)
    return move_on(holding.course, log, holding.now, holding.index, at)


def move_on(course: Course, log: Log, now: Instant, index: int, at: float) -> Onward:
    """Return what follows the site at ``index``: an exercise, five seconds to move, or the end."""
    point = course.step(index).point
    follows = index + 1
    more = follows < len(course.plan.steps)
    if more and course.step(follows).point != point:
        log = _ask_comfort(log, at, point)
    exercise = pending_exercise(course, log, follows, None)
    if exercise is not None:
        return begin_exercise(course, log, now, follows, exercise, at)
    if more and course.step(follows).point == point:
        return _get_ready(course, log, now, follows, at, Move.OTHER_SIDE)
    return to_site(course, log, now, follows, at)


def to_site(course: Course, log: Log, now: Instant, index: int, at: float) -> GetReady | Finished:
    """Return the way to the site at ``index``, or the end behind the last one."""
    if index >= len(course.plan.steps):
        return finish(course, log, now, SessionEnd.COMPLETED, at)
    return _get_ready(course, log, now, index, at, Move.NEXT_POINT)


def _get_ready(course: Course, log: Log, now: Instant, index: int, at: float, move: Move) -> GetReady:
    step = course.step(index)
    line_id = LineId.OTHER_SIDE if move is Move.OTHER_SIDE else LineId.NEXT_POINT
    log = say(log, at, Line(line_id, step.point, step.side, READY_SECONDS))
    if move is Move.NEXT_POINT:
        log = say(log, at, Line(LineId.FIND, step.point, step.side))
    return GetReady(course, log, now, index, move, 0.0, step.hold_seconds)


def pending_exercise(course: Course, log: Log, index: int, cut_off: int | None) -> int | None:
    """Return the place of the next exercise before the site at ``index``, or ``None`` where that is next."""
    return next(
        (
            place
            for place, _exercise in course.exercises_before(index)
            if place == cut_off or log.exercise(place) is None
        ),
        None,
    )


def begin_exercise(course: Course, log: Log, now: Instant, index: int, order: int, at: float) -> Exercising:
    """Return the exercise at the place ``order`` of the plan, from its start."""
    exercise = course.plan.exercises[order - 1]
    line = Line(
        LineId.EXERCISE,
        seconds=None if exercise.seconds is None else float(exercise.seconds),
        title=exercise.title,
        repeats=exercise.repeats,
    )
    earlier = log.exercise(order)
    return Exercising(
        course=course,
        log=say(log, at, line),
        now=now,
        index=index,
        order=order,
        began_at=at,
        ready_seconds=0.0,
        elapsed_seconds=0.0,
        before_seconds=0.0 if earlier is None else earlier.done_seconds,
    )


def exercise_again(exercising: Exercising, at: float) -> Exercising:
    """Return the same exercise from its start; what was done of it is not lost."""
    fresh = begin_exercise(
        exercising.course, exercising.log, exercising.now, exercising.index, exercising.order, at
    )
    return replace(
        fresh,
        began_at=exercising.began_at,
        before_seconds=exercising.before_seconds + exercising.elapsed_seconds,
    )


def leave_exercise(exercising: Exercising, at: float, line_id: LineId) -> GetReady | Exercising | Finished:
    """Return what follows an exercise that ended or is left; repeats alone are done when that is said.

    Nothing is pressed after a walk that outlasts the clearance.
    """
    seconds = exercising.exercise.seconds
    done = line_id is LineId.EXERCISE_DONE and (seconds is None or exercising.seconds_left == 0.0)
    log = log_exercise(exercising.log, replace(exercising.as_done(at=at), completed=done))
    log = say(log, at, Line(line_id, title=exercising.exercise.title))
    following = pending_exercise(exercising.course, log, exercising.index, None)
    if following is not None:
        return begin_exercise(exercising.course, log, exercising.now, exercising.index, following, at)
    course, now = exercising.course, exercising.now
    if course.is_stale(now) and exercising.index < len(course.plan.steps):
        return finish(course, log, now, SessionEnd.EXPIRED, at)
    return to_site(course, log, now, exercising.index, at)


def again(course: Course, log: Log, now: Instant, index: int, at: float) -> GetReady | None:
    """Return the way back to the step at ``index``, or ``None`` where its seconds are used up."""
    step = course.step(index)
    left = seconds_to_add_at_site(course, log, index, READY_SECONDS)
    if left < HOLD_SECONDS_MIN:
        return None
    line = Line(LineId.AGAIN, step.point, step.side, READY_SECONDS)
    seconds = min(step.hold_seconds, int(left))
    return GetReady(course, say(log, at, line), now, index, Move.AGAIN, 0.0, seconds)


def seconds_left_at_site(course: Course, log: Log, index: int) -> float:
    """Return what may still be pressed at a site in this session, running hold not counted."""
    step = course.step(index)
    return step.site_seconds_max - log.held_at_site(step.point, step.side)


def seconds_to_add_at_site(course: Course, log: Log, index: int, move_seconds: float = 0.0) -> float:
    """Return the same, bounded by what the day has room for beside what the plan still holds behind it."""
    pressed = sum(hold.held_seconds + READY_SECONDS for hold in log.holds)
    ahead = sum(step.hold_seconds + READY_SECONDS for step in course.plan.steps[index + 1 :])
    in_the_day = course.day_seconds - pressed - ahead - move_seconds
    return min(seconds_left_at_site(course, log, index), in_the_day)


def finish(course: Course, log: Log, now: Instant, end: SessionEnd, at: float) -> Finished:
    """Return the end; a walk through the set in which no hold was completed was not completed."""
    if end is SessionEnd.COMPLETED and not any(hold.completed for hold in log.holds):
        end = SessionEnd.STOPPED
    said = {SessionEnd.COMPLETED: LineId.WELL_DONE, SessionEnd.EXPIRED: LineId.EXPIRED}
    line = Line(said.get(end, LineId.STOPPED))
    return Finished(course, say(log, at, line), now, end, at)


def skipped_hold(state: GetReady, at: float) -> HoldDone:
    """Return the record of a site that was left out untouched."""
    step = state.step
    return HoldDone(
        order=len(state.log.holds) + 1,
        point=step.point,
        side=step.side,
        prescribed_seconds=step.prescribed_seconds,
        hold_seconds=state.hold_seconds,
        held_seconds=0.0,
        completed=False,
        changed_by=step.changed_by,
        felt_pressure=state.felt_pressure,
        began_at=at,
        ended_at=at,
        comfort=Comfort.SKIPPED,
        step_order=step.order,
    )


def _ask_comfort(log: Log, at: float, point: PointCode) -> Log:
    """Return the log with the question how a point felt, after the first one that was pressed."""
    asked = any(said.line.id is LineId.COMFORT_ASK for said in log.spoken)
    hold = log.holds[-1] if log.holds else None
    if asked or hold is None or hold.point != point or hold.held_seconds <= 0 or hold.comfort is not None:
        return log
    return say(log, at, Line(LineId.COMFORT_ASK, hold.point, hold.side))
