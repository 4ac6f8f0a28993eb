"""``advance``: what an event makes of a state. Pure: time comes with the event.

One function a state, each closed with ``assert_never``; time passes first, so that an event meets
the state that the person saw.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.journal import Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.protocols import READY_SECONDS, Plan
from acupress_desktop.domain.safety.outcome import Clearance
from acupress_desktop.session.acts import (
    Running,
    again_or_enough,
    expire,
    hands_off,
    keep_comfort,
    keep_rating,
    log_symptom,
    log_where,
    long_enough,
    longer,
    pause_for,
    set_breathing,
    stop_for,
)
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.course import Course
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    BreathingOn,
    ComfortGiven,
    Event,
    Longer,
    Next,
    Pause,
    Rated,
    Repeat,
    Resume,
    ScreenLocked,
    SkipSide,
    Stop,
    StopForSymptom,
    SystemSuspended,
    Tick,
)
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.session.logbook import log_hold, log_pause, say
from acupress_desktop.session.passing import go_on, lead_in, pass_time
from acupress_desktop.session.states import (
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Move,
    PauseCause,
    Paused,
    Ready,
    State,
    StopCard,
)
from acupress_desktop.session.walking import (
    again,
    began,
    begin,
    end_hold,
    exercise_again,
    finish,
    leave_exercise,
    move_on,
    open_up,
    press,
    skipped_hold,
)

MORE_PAIN_POINTS = 2
"""Rule S01: pain that rises by this much during a session stops it."""


def prepare(
    clearance: Clearance, plan: Plan, pattern: BreathPattern, cleared: Instant | None = None
) -> Ready:
    """Return a session before its first press.

    ``cleared`` is the instant at which the clearance was given: an hour later nothing begins,
    and nothing goes on from a pause. Raises ``ValueError`` for a plan that the clearance does not cover.
    """
    return Ready(Course(clearance, plan, pattern, clearance.breathing, cleared=cleared))


def advance(state: State, event: Event) -> State:
    """Return the state after ``event``; a state that has no use for it stays as it is."""
    passed = pass_time(state, event.now)
    match passed:
        case Ready():
            return _ready(passed, event)
        case GetReady():
            return _get_ready(passed, event)
        case Holding():
            return _holding(passed, event)
        case Exercising():
            return _exercising(passed, event)
        case LeadIn():
            return _lead_in(passed, event)
        case Paused():
            return _paused(passed, event)
        case StopCard():
            return _stop_card(passed, event)
        case Finished():
            return _finished(passed, event)
        case _:
            assert_never(passed)


def _ready(state: Ready, event: Event) -> State:
    match event:
        case Begin() | Next():
            return begin(state, event.now)
        case Pause() | SystemSuspended() | ScreenLocked():
            return replace(state, begins_in_seconds=None)
        case Tick():
            return open_up(state, event.now)
        case Stop():
            return finish(state.course, began(state, event.now), event.now, SessionEnd.STOPPED, 0.0)
        case StopForSymptom():
            return stop_for(state, began(state, event.now), event, None)
        case BreathingOff() | BreathingOn():
            return set_breathing(state, event, state.waited_seconds)
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return keep_rating(state, event)
        case Resume() | Repeat() | Longer() | SkipSide():
            return state
        case _:
            assert_never(event)


def _get_ready(state: GetReady, event: Event) -> State:
    at = state.log.at(event.now)
    match event:
        case Next():
            return press(state, state.log, event.now, at)
        case Repeat():
            before = state.index if state.move is Move.AGAIN else state.index - 1
            return again_or_enough(state, before, at)
        case SkipSide():
            log = log_hold(state.log, skipped_hold(state, at))
            log = say(log, at, Line(LineId.SKIPPED, state.step.point, state.step.side))
            return move_on(state.course, log, event.now, state.index, at)
        case Pause() | SystemSuspended() | ScreenLocked():
            return pause_for(state, event)
        case Stop():
            return hands_off(state, event)
        case StopForSymptom():
            return stop_for(state, state.log, event, None)
        case BreathingOff() | BreathingOn():
            return set_breathing(state, event, at)
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return _rated_while_running(state, event)
        case Tick() | Begin() | Resume() | Longer():
            return state
        case _:
            assert_never(event)


def _holding(state: Holding, event: Event) -> State:
    at = state.log.at(event.now)
    match event:
        case Next():
            log = say(end_hold(state, at), at, Line(LineId.RELEASE, state.step.point, state.step.side))
            return move_on(state.course, log, event.now, state.index, at)
        case Repeat():
            ended = end_hold(state, at)
            way_back = again(state.course, ended, event.now, state.index, at)
            return long_enough(state, at) if way_back is None else way_back
        case Longer():
            return longer(state, at)
        case SkipSide():
            log = end_hold(state, at, comfort=Comfort.SKIPPED)
            log = say(log, at, Line(LineId.SKIPPED, state.step.point, state.step.side))
            return move_on(state.course, log, event.now, state.index, at)
        case Pause() | SystemSuspended() | ScreenLocked():
            return pause_for(state, event)
        case Stop():
            return hands_off(state, event)
        case StopForSymptom():
            return stop_for(state, end_hold(state, at), event, state)
        case BreathingOff() | BreathingOn():
            return set_breathing(state, event, at)
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return _rated_while_running(state, event)
        case Tick() | Begin() | Resume():
            return state
        case _:
            assert_never(event)


def _exercising(state: Exercising, event: Event) -> State:
    at = state.log.at(event.now)
    match event:
        case Next() if state.ready_left_seconds > 0:
            return replace(state, ready_seconds=READY_SECONDS)
        case Next():
            return leave_exercise(state, at, LineId.EXERCISE_DONE)
        case Repeat():
            return exercise_again(state, at)
        case SkipSide():
            return leave_exercise(state, at, LineId.EXERCISE_SKIPPED)
        case Pause() | SystemSuspended() | ScreenLocked():
            return pause_for(state, event)
        case Stop():
            return hands_off(state, event)
        case StopForSymptom():
            return stop_for(state, log_where(state, state.log, event.now), event, state)
        case BreathingOff() | BreathingOn():
            return set_breathing(state, event, at)
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return _rated_while_running(state, event)
        case Tick() | Begin() | Resume() | Longer():
            return state
        case _:
            assert_never(event)


def _lead_in(state: LeadIn, event: Event) -> State:
    at = state.log.at(event.now)
    match event:
        case Next() | Resume():
            return go_on(state.to, state.course, state.log, event.now)
        case Repeat() | SkipSide():
            return advance(go_on(state.to, state.course, state.log, event.now), event)
        case Longer():
            extended = longer(go_on(state.to, state.course, state.log, event.now), at)
            return replace(state, log=extended.log, to=extended)
        case Pause() | SystemSuspended() | ScreenLocked():
            return pause_for(state, event)
        case Stop():
            return hands_off(state, event)
        case StopForSymptom():
            return stop_for(state, log_where(state.to, state.log, state.now), event, state.to)
        case BreathingOff() | BreathingOn():
            return set_breathing(state, event, at)
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return _rated_while_running(state, event)
        case Tick() | Begin():
            return state
        case _:
            assert_never(event)


def _paused(state: Paused, event: Event) -> State:
    at = state.log.at(event.now)
    match event:
        case Resume() | Begin() | Pause():
            log = log_pause(state.log, state.since, event.now, state.cause)
            if state.course.is_stale(event.now):
                return expire(state, log, at)
            return lead_in(state.where, state.course, log, event.now)
        case Next() | Repeat() | SkipSide():
            log = log_pause(state.log, state.since, event.now, state.cause)
            if state.course.is_stale(event.now):
                return expire(state, log, at)
            return advance(go_on(state.where, state.course, log, event.now), event)
        case Longer():
            extended = longer(go_on(state.where, state.course, state.log, event.now), at)
            return replace(state, log=extended.log, where=extended)
        case Stop():
            log = log_pause(state.log, state.since, event.now, state.cause)
            return hands_off(go_on(state.where, state.course, log, event.now), event)
        case StopForSymptom():
            log = log_pause(state.log, state.since, event.now, state.cause)
            return stop_for(state, log_where(state.where, log, state.since), event, state.where)
        case BreathingOff() | BreathingOn():
            return set_breathing(state, event, at)
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return _rated_while_running(state, event)
        case Tick() | SystemSuspended() | ScreenLocked():
            return state
        case _:
            assert_never(event)


def _stop_card(state: StopCard, event: Event) -> State:
    at = state.log.at(event.now)
    match event:
        case Resume() | Begin():
            log = log_pause(state.log, state.since, event.now, PauseCause.PERSON)
            if state.course.is_stale(event.now):
                return expire(state, log, at)
            return lead_in(state.where, state.course, log, event.now)
        case Stop():
            log = log_where(state.where, state.log, state.since)
            return finish(state.course, log, event.now, SessionEnd.STOPPED, at)
        case StopForSymptom():
            return stop_for(state, log_where(state.where, state.log, state.since), event, state.where)
        case BreathingOff() | BreathingOn():
            return set_breathing(state, event, at)
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return keep_rating(state, event)
        case Tick() | Pause() | Next() | Repeat() | Longer() | SkipSide():
            return state
        case SystemSuspended() | ScreenLocked():
            return state
        case _:
            assert_never(event)


def _finished(state: Finished, event: Event) -> State:
    match event:
        case StopForSymptom():
            return replace(state, log=log_symptom(state.log, event, None))
        case ComfortGiven():
            return keep_comfort(state, event)
        case Rated():
            return keep_rating(state, event)
        case Tick() | Begin() | Pause() | Resume() | Next() | Repeat() | Longer() | SkipSide() | Stop():
            return state
        case BreathingOff() | BreathingOn() | SystemSuspended() | ScreenLocked():
            return state
        case _:
            assert_never(event)


def _rated_while_running(state: Running, event: Rated) -> State:
    """Keep the rating; pain that has risen by two points or more brings the stop card."""
    before = next(
        (
            given.value
            for given in state.log.ratings
            if given.measure is Measure.PAIN and given.time is RatingTime.BEFORE
        ),
        None,
    )
    rose = event.measure is Measure.PAIN and before is not None and event.value >= before + MORE_PAIN_POINTS
    match state:
        case Paused():
            kept: Running = keep_rating(state, event)
        case GetReady():
            kept = keep_rating(state, event)
        case Holding():
            kept = keep_rating(state, event)
        case Exercising():
            kept = keep_rating(state, event)
        case LeadIn():
            kept = keep_rating(state, event)
        case _:
            assert_never(state)
    return advance(kept, Stop(event.now)) if rose else kept
