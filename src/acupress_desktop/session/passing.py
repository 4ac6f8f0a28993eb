"""Time passing in a session, and how one hold leads to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import Comfort, SessionEnd
from acupress_desktop.domain.protocols import HOLD_SECONDS_MIN, RAMP_SECONDS, READY_SECONDS
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.lines import Line, LineId, Said
from acupress_desktop.session.states import (
    BREATHING_SECONDS_MAX,
    GAP_SECONDS,
    LEAD_IN_SECONDS,
    SHORT_GAP_SECONDS,
    SLEEP_SECONDS,
    Course,
    Finished,
    GetReady,
    HoldDone,
    Holding,
    LeadIn,
    Log,
    Move,
    Moving,
    PauseCause,
    Paused,
    PauseDone,
    Ready,
    State,
    StopCard,
)

HALF_WAY_FROM_SECONDS = 30
"""Shorter holds have no half-way line: it would run into the others."""
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


def pass_time(state: State, now: Instant) -> State:
    """Return ``state`` as it is at ``now``.

    Up to 1.5 s between two instants counts; up to 30 s is a pause that ends by itself with a
    lead-in; more, or a suspend, waits for the person. No gap is ever counted as held.
    """
    match state:
        case Ready() | Finished():
            return state
        case Paused() | StopCard():
            return replace(state, now=now)
        case GetReady() | Holding() | LeadIn():
            return _pass_running(state, now)
        case _:
            assert_never(state)


def pause(state: GetReady | Holding | LeadIn, cause: PauseCause, since: Instant, now: Instant) -> Paused:
    """Return the state in which nothing counts; pressing ended at ``since``."""
    at = state.log.at(now)
    return Paused(
        course=state.course,
        log=say(state.log, at, Line(_WAITING[cause])),
        now=now,
        where=state.to if isinstance(state, LeadIn) else state,
        cause=cause,
        since=since,
    )


def lead_in(where: Moving, course: Course, log: Log, now: Instant) -> LeadIn:
    """Return the three seconds before ``where`` goes on."""
    line = Line(LineId.GO_ON, where.step.point, where.step.side, LEAD_IN_SECONDS)
    return LeadIn(course, say(log, log.at(now), line), now, where, 0.0)


def go_on(where: Moving, course: Course, log: Log, now: Instant) -> Moving:
    """Return ``where`` with what has happened since."""
    return replace(where, course=course, log=log, now=now)


def say(log: Log, at: float, line: Line) -> Log:
    """Return the log with one more spoken line."""
    return replace(log, spoken=(*log.spoken, Said(at, line)))


def log_pause(log: Log, since: Instant, now: Instant, cause: PauseCause) -> Log:
    """Return the log with a pause from ``since`` to ``now``, sleep included."""
    seconds = max(0.0, now.at - since.at, now.boot_at - since.boot_at)
    return replace(log, pauses=(*log.pauses, PauseDone(log.at(since), seconds, cause)))


def log_hold(log: Log, hold: HoldDone) -> Log:
    """Return the log with one more hold."""
    return replace(log, holds=(*log.holds, hold))


def press(state: Ready | GetReady, log: Log, now: Instant, at: float) -> Holding:
    """Return the hold that begins ``at`` at the site that ``state`` leads to."""
    step = state.course.step(state.index)
    again = isinstance(state, GetReady) and state.move is Move.AGAIN
    if isinstance(state, GetReady):
        seconds = state.hold_seconds
    else:
        seconds = min(step.hold_seconds, int(seconds_left_at_site(state.course, log, state.index)))
    line = Line(LineId.PRESS, step.point, step.side, seconds, step.felt_pressure)
    return Holding(
        course=state.course,
        log=say(log, at, line),
        now=now,
        index=state.index,
        order=len(log.holds) + 1,
        began_at=at,
        hold_seconds=seconds,
        held_seconds=0.0,
        changed_by=(*step.changed_by, "repeat") if again else step.changed_by,
    )


def end_hold(holding: Holding, at: float, comfort: Comfort | None = None) -> Log:
    """Return the log with the hold as far as it has come."""
    return log_hold(holding.log, replace(holding.as_done(at=at), comfort=comfort))


def move_on(course: Course, log: Log, now: Instant, index: int, at: float) -> GetReady | Finished:
    """Return what follows the step at ``index``: five seconds to move, or the end."""
    follows = index + 1
    if follows >= len(course.plan.steps):
        return finish(course, log, now, SessionEnd.COMPLETED, at)
    step = course.step(follows)
    same = step.point == course.step(index).point
    move = Move.OTHER_SIDE if same else Move.NEXT_POINT
    line_id = LineId.OTHER_SIDE if same else LineId.NEXT_POINT
    line = Line(line_id, step.point, step.side, READY_SECONDS)
    return GetReady(course, say(log, at, line), now, follows, move, 0.0, step.hold_seconds)


def again(course: Course, log: Log, now: Instant, index: int, at: float) -> GetReady | None:
    """Return the way back to the step at ``index``, or ``None`` where its seconds are used up."""
    step = course.step(index)
    left = seconds_left_at_site(course, log, index)
    if left < HOLD_SECONDS_MIN:
        return None
    line = Line(LineId.AGAIN, step.point, step.side, READY_SECONDS)
    seconds = min(step.hold_seconds, int(left))
    return GetReady(course, say(log, at, line), now, index, Move.AGAIN, 0.0, seconds)


def seconds_left_at_site(course: Course, log: Log, index: int) -> float:
    """Return what may still be pressed at a site in this session, running hold not counted."""
    step = course.step(index)
    return step.site_seconds_max - log.held_at_site(step.point, step.side)


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
        felt_pressure=step.felt_pressure,
        began_at=at,
        ended_at=at,
        comfort=Comfort.SKIPPED,
        step_order=step.order,
    )


def _pass_running(state: GetReady | Holding | LeadIn, now: Instant) -> State:
    last = state.now
    awake_seconds = max(0.0, now.at - last.at)
    slept_seconds = (now.boot_at - last.boot_at) - awake_seconds
    if slept_seconds > SLEEP_SECONDS:
        return pause(state, PauseCause.SUSPEND, last, now)
    if awake_seconds > SHORT_GAP_SECONDS + _CLOCK_NOISE:
        return pause(state, PauseCause.GAP, last, now)
    if awake_seconds > GAP_SECONDS + _CLOCK_NOISE:
        where = state.to if isinstance(state, LeadIn) else state
        log = log_pause(state.log, last, now, PauseCause.GAP)
        log = say(log, log.at(now), Line(LineId.GAP_NOTICED, seconds=awake_seconds))
        return LeadIn(state.course, log, now, where, 0.0)
    return _run(state, now, awake_seconds)


def _run(state: GetReady | Holding | LeadIn, now: Instant, seconds: float) -> State:
    """Spend ``seconds``; what one state does not need, the next one gets."""
    at = state.log.at(now)
    left = seconds
    running: State = state
    while True:
        match running:
            case GetReady():
                need = READY_SECONDS - running.elapsed_seconds
                if left < need - _EXACT:
                    return replace(running, now=now, elapsed_seconds=running.elapsed_seconds + left)
                left = max(0.0, left - need)
                running = press(running, running.log, now, at - left)
            case LeadIn():
                need = LEAD_IN_SECONDS - running.elapsed_seconds
                if left < need - _EXACT:
                    return replace(running, now=now, elapsed_seconds=running.elapsed_seconds + left)
                left = max(0.0, left - need)
                running = go_on(running.to, running.course, running.log, now)
            case Holding():
                need = running.hold_seconds - running.held_seconds
                if left < need - _EXACT:
                    return _hold(running, now, left, at)
                left = max(0.0, left - need)
                running = _complete(_hold(running, now, need, at - left), at - left)
            case Ready() | Paused() | StopCard() | Finished():
                return running
            case _:
                assert_never(running)


def _complete(holding: Holding, at: float) -> GetReady | Finished:
    done = replace(holding.as_done(at=at), held_seconds=float(holding.hold_seconds), completed=True)
    log = say(log_hold(holding.log, done), at, _line(LineId.RELEASE, holding))
    return move_on(holding.course, log, holding.now, holding.index, at)


def _hold(holding: Holding, now: Instant, seconds: float, at: float) -> Holding:
    """Press for ``seconds`` until ``at``, and say what falls due on the way."""
    before, after = holding.held_seconds, holding.held_seconds + seconds
    log, cues = holding.log, holding.cues
    for cue, mark in _marks(holding.hold_seconds):
        if cue not in cues and before < mark <= after:
            log = say(log, at - (after - mark), _line(cue, holding, holding.hold_seconds - mark))
            cues |= {cue}
    course = holding.course
    if course.breathing is BreathingGuide.ON:
        guided = course.guided_seconds + seconds
        if guided >= BREATHING_SECONDS_MAX:
            course = replace(course, breathing=BreathingGuide.OFF_BY_DEFAULT, guided_seconds=guided)
            log = say(log, at, Line(LineId.BREATHING_ENOUGH))
        else:
            course = replace(course, guided_seconds=guided)
    return replace(holding, course=course, log=log, now=now, held_seconds=after, cues=cues)


def _marks(hold_seconds: int) -> tuple[tuple[LineId, float], ...]:
    ease_off = (LineId.EASE_OFF, float(hold_seconds - RAMP_SECONDS))
    if hold_seconds < HALF_WAY_FROM_SECONDS:
        return (ease_off,)
    return ((LineId.HALF_WAY, hold_seconds / 2), ease_off)


def _line(line_id: LineId, holding: Holding, seconds: float | None = None) -> Line:
    point: PointCode = holding.step.point
    side: SiteSide = holding.step.side
    return Line(line_id, point, side, seconds)
