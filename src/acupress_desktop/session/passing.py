"""Time passing in a session."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from acupress_desktop.domain.protocols import READY_SECONDS
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.course import Course
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.session.logbook import log_pause, say, title_of
from acupress_desktop.session.marks import count, exercise_marks, hold_marks
from acupress_desktop.session.states import (
    BREATHING_SECONDS_MAX,
    GAP_SECONDS,
    LEAD_IN_SECONDS,
    SHORT_GAP_SECONDS,
    SLEEP_SECONDS,
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Log,
    Moving,
    PauseCause,
    Paused,
    Ready,
    State,
    StopCard,
)
from acupress_desktop.session.walking import begin, complete_hold, leave_exercise, press

_EXACT = 1e-9
"""Sums of many short ticks may miss a whole second by this much."""
_CLOCK_NOISE = 1e-6
"""The difference of two clock readings is rounded; a second and a half is still one."""
_WAITING = {
    PauseCause.GAP: LineId.WAITING_AFTER_GAP,
    PauseCause.SUSPEND: LineId.WAITING_AFTER_SLEEP,
    PauseCause.LOCK: LineId.WAITING_AFTER_LOCK,
    PauseCause.PERSON: LineId.PAUSED,
}
Clocked = Moving | LeadIn
"""The states in which seconds count."""


def pass_time(state: State, now: Instant) -> State:
    """Return ``state`` as it is at ``now``.

    Up to 1.5 s between two instants counts; up to 30 s is a pause that ends by itself with a
    lead-in; more, or a suspend, waits for the person. No gap is ever counted as held or done.
    """
    match state:
        case Finished():
            return state
        case Ready():
            return _wait(state, now)
        case Paused() | StopCard():
            return replace(state, now=now)
        case GetReady() | Holding() | Exercising() | LeadIn():
            return _pass_running(state, now)
        case _:
            assert_never(state)


def pause(state: Clocked, cause: PauseCause, since: Instant, now: Instant) -> Paused:
    """Return the state in which nothing counts; pressing ended at ``since``."""
    where = state.to if isinstance(state, LeadIn) else state
    return Paused(
        course=state.course,
        log=say(state.log, state.log.at(now), Line(_WAITING[cause], title=title_of(where))),
        now=now,
        where=where,
        cause=cause,
        since=since,
    )


def lead_in(where: Moving, course: Course, log: Log, now: Instant) -> LeadIn:
    """Return the three seconds before ``where`` goes on, and say so."""
    line = Line(LineId.GO_ON, seconds=LEAD_IN_SECONDS, title=title_of(where))
    if not isinstance(where, Exercising):
        line = replace(line, point=where.step.point, side=where.step.side)
    return _counted_lead_in(where, course, say(log, log.at(now), line), now)


def go_on(where: Moving, course: Course, log: Log, now: Instant) -> Moving:
    """Return ``where`` with what has happened since."""
    return replace(where, course=course, log=log, now=now)


def _counted_lead_in(where: Moving, course: Course, log: Log, now: Instant) -> LeadIn:
    at = log.at(now)
    log = say(log, at, Line(LineId.COUNT_IN, seconds=LEAD_IN_SECONDS))
    return LeadIn(course, log, now, where, 0.0)


def _wait(state: Ready, now: Instant) -> State:
    """Count down to the first press, where it comes by itself; a short gap is not counted.

    After a long one, or a sleep, nobody may be there: then the person says when to begin.
    """
    last = state.now
    waiting = replace(state, now=now)
    if state.begins_in_seconds is None or last is None:
        return waiting
    awake_seconds, slept_seconds = _passed(last, now)
    if slept_seconds > SLEEP_SECONDS or awake_seconds > SHORT_GAP_SECONDS + _CLOCK_NOISE:
        return replace(waiting, begins_in_seconds=None)
    if awake_seconds > GAP_SECONDS + _CLOCK_NOISE:
        return waiting
    left = state.begins_in_seconds - awake_seconds
    counts = (state.begins_in_seconds, max(0.0, left))
    late = max(0.0, -left)
    log = count(state.log, LineId.COUNT_IN, counts, waiting.waited_seconds - late)
    if left > _EXACT:
        return replace(waiting, log=log, begins_in_seconds=left)
    begun = begin(replace(waiting, log=log), now.later(-late))
    return begun if isinstance(begun, Finished) else _run(begun, now, late)


def _passed(last: Instant, now: Instant) -> tuple[float, float]:
    """Return the seconds that passed awake, and those that were slept."""
    awake_seconds = max(0.0, now.at - last.at)
    return awake_seconds, (now.boot_at - last.boot_at) - awake_seconds


def _pass_running(state: Clocked, now: Instant) -> State:
    last = state.now
    awake_seconds, slept_seconds = _passed(last, now)
    if slept_seconds > SLEEP_SECONDS:
        return pause(state, PauseCause.SUSPEND, last, now)
    if awake_seconds > SHORT_GAP_SECONDS + _CLOCK_NOISE:
        return pause(state, PauseCause.GAP, last, now)
    if awake_seconds > GAP_SECONDS + _CLOCK_NOISE:
        where = state.to if isinstance(state, LeadIn) else state
        log = log_pause(state.log, last, now, PauseCause.GAP)
        line = Line(LineId.GAP_NOTICED, seconds=awake_seconds, title=title_of(where))
        return _counted_lead_in(where, state.course, say(log, log.at(now), line), now)
    return _run(state, now, awake_seconds)


def _run(state: Clocked, now: Instant, seconds: float) -> State:
    """Spend ``seconds``; what one state does not need, the next one gets."""
    at = state.log.at(now)
    left = seconds
    running: State = state
    while isinstance(running, GetReady | Holding | Exercising | LeadIn):
        need = _need(running)
        if need is None or left < need - _EXACT:
            return _spend(running, now, left, at)
        left = max(0.0, left - need)
        running = _leave(_spend(running, now, need, at - left), at - left)
    return running


def _need(running: Clocked) -> float | None:
    """Return the seconds until what runs is over, or ``None`` where the person says when."""
    match running:
        case GetReady():
            return READY_SECONDS - running.elapsed_seconds
        case LeadIn():
            return LEAD_IN_SECONDS - running.elapsed_seconds
        case Holding():
            return running.hold_seconds - running.held_seconds
        case Exercising():
            to_do = running.seconds_left
            return running.ready_left_seconds or to_do
        case _:
            assert_never(running)


def _spend(running: Clocked, now: Instant, seconds: float, at: float) -> Clocked:
    """Let ``seconds`` pass until ``at``, and say what falls due on the way."""
    match running:
        case GetReady():
            elapsed = running.elapsed_seconds + seconds
            log = _count_in(running.log, READY_SECONDS, (running.elapsed_seconds, elapsed), at)
            return replace(running, log=log, now=now, elapsed_seconds=elapsed)
        case LeadIn():
            elapsed = running.elapsed_seconds + seconds
            log = _count_in(running.log, LEAD_IN_SECONDS, (running.elapsed_seconds, elapsed), at)
            return replace(running, log=log, now=now, elapsed_seconds=elapsed)
        case Holding():
            return _hold(running, now, seconds, at)
        case Exercising():
            return _exercise(running, now, seconds, at)
        case _:
            assert_never(running)


def _leave(running: Clocked, at: float) -> State:
    """Return what follows something that is over ``at``."""
    match running:
        case GetReady():
            return press(running, running.log, running.now, at)
        case LeadIn():
            return go_on(running.to, running.course, running.log, running.now)
        case Holding():
            return complete_hold(running, at)
        case Exercising():
            if running.elapsed_seconds <= 0.0:
                return running
            return leave_exercise(running, at, LineId.EXERCISE_DONE)
        case _:
            assert_never(running)


def _count_in(log: Log, whole: float, elapsed: tuple[float, float], at: float) -> Log:
    before, after = elapsed
    return count(log, LineId.COUNT_IN, (whole - before, max(0.0, whole - after)), at)


def _hold(holding: Holding, now: Instant, seconds: float, at: float) -> Holding:
    """Press for ``seconds`` until ``at``."""
    after = holding.held_seconds + seconds
    marked = hold_marks(holding, after, at)
    course, log = holding.course, marked.log
    if holding.pattern is not None:
        guided = course.guided_seconds + seconds
        course = replace(course, guided_seconds=guided)
        if guided >= BREATHING_SECONDS_MAX:
            course = replace(course, breathing=BreathingGuide.OFF_BY_DEFAULT)
            log = say(log, at, Line(LineId.BREATHING_ENOUGH))
    return replace(marked, course=course, log=log, now=now, held_seconds=after)


def _exercise(exercising: Exercising, now: Instant, seconds: float, at: float) -> Exercising:
    """Get ready for it, or do it, for ``seconds`` until ``at``."""
    ready_left = exercising.ready_left_seconds
    if ready_left > 0:
        ready = exercising.ready_seconds + seconds
        if ready > READY_SECONDS - _EXACT:
            ready = READY_SECONDS
        log = _count_in(exercising.log, READY_SECONDS, (exercising.ready_seconds, ready), at)
        return replace(exercising, log=log, now=now, ready_seconds=ready)
    elapsed = exercising.elapsed_seconds + seconds
    whole = exercising.exercise.seconds
    if whole is not None and elapsed > whole - _EXACT:
        elapsed = float(whole)
    log = exercise_marks(exercising, elapsed, at)
    return replace(exercising, log=log, now=now, elapsed_seconds=elapsed)
