"""``advance``: what an event makes of a state. Pure: time comes with the event.

One function a state, each closed with ``assert_never``; time passes first, so that an event meets
the state that the person saw.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, assert_never

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.journal import Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.protocols import Plan
from acupress_desktop.domain.safety.outcome import BreathingGuide, Clearance
from acupress_desktop.session.clock import Instant
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
from acupress_desktop.session.passing import (
    again,
    end_hold,
    finish,
    go_on,
    lead_in,
    log_hold,
    log_pause,
    move_on,
    pass_time,
    pause,
    press,
    say,
    seconds_left_at_site,
    skipped_hold,
)
from acupress_desktop.session.states import (
    BREATHING_SECONDS_MAX,
    LONGER_SECONDS,
    Course,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Log,
    Move,
    Moving,
    PauseCause,
    Paused,
    RatingGiven,
    Ready,
    State,
    StopCard,
    SymptomTold,
)

MORE_PAIN_POINTS = 2
"""Rule S01: pain that rises by this much during a session stops it."""

S = TypeVar("S", Ready, GetReady, Holding, LeadIn, Paused, StopCard, Finished)
Running = GetReady | Holding | LeadIn | Paused


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
            log = replace(state.log, began=event.now)
            if state.course.is_stale(event.now):
                return finish(state.course, log, event.now, SessionEnd.EXPIRED, 0.0)
            course = replace(state.course, cleared=state.course.cleared or event.now)
            return press(replace(state, course=course), log, event.now, 0.0)
        case Stop():
            return finish(state.course, state.log, event.now, SessionEnd.STOPPED, 0.0)
        case StopForSymptom():
            return _stop_for(state, state.log, event, None)
        case BreathingOff() | BreathingOn():
            return _set_breathing(state, event, 0.0)
        case ComfortGiven():
            return _keep_comfort(state, event)
        case Rated():
            return _keep_rating(state, event)
        case Tick() | Pause() | Resume() | Repeat() | Longer() | SkipSide():
            return state
        case SystemSuspended() | ScreenLocked():
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
            return _again_or_enough(state, before, at)
        case SkipSide():
            log = log_hold(state.log, skipped_hold(state, at))
            log = say(log, at, Line(LineId.SKIPPED, state.step.point, state.step.side))
            return move_on(state.course, log, event.now, state.index, at)
        case Pause() | SystemSuspended() | ScreenLocked():
            return _pause_for(state, event)
        case Stop():
            return _stop(state, event)
        case StopForSymptom():
            return _stop_for(state, state.log, event, None)
        case BreathingOff() | BreathingOn():
            return _set_breathing(state, event, at)
        case ComfortGiven():
            return _keep_comfort(state, event)
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
            return _long_enough(state, at) if way_back is None else way_back
        case Longer():
            return _longer(state, at)
        case SkipSide():
            log = end_hold(state, at, comfort=Comfort.SKIPPED)
            log = say(log, at, Line(LineId.SKIPPED, state.step.point, state.step.side))
            return move_on(state.course, log, event.now, state.index, at)
        case Pause() | SystemSuspended() | ScreenLocked():
            return _pause_for(state, event)
        case Stop():
            return _stop(state, event)
        case StopForSymptom():
            return _stop_for(state, end_hold(state, at), event, state)
        case BreathingOff() | BreathingOn():
            return _set_breathing(state, event, at)
        case ComfortGiven():
            return _keep_comfort(state, event)
        case Rated():
            return _rated_while_running(state, event)
        case Tick() | Begin() | Resume():
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
            longer = _longer(go_on(state.to, state.course, state.log, event.now), at)
            return replace(state, log=longer.log, to=longer)
        case Pause() | SystemSuspended() | ScreenLocked():
            return _pause_for(state, event)
        case Stop():
            return _stop(state, event)
        case StopForSymptom():
            return _stop_for(state, _log_where(state.to, state.log, state.now), event, state.to)
        case BreathingOff() | BreathingOn():
            return _set_breathing(state, event, at)
        case ComfortGiven():
            return _keep_comfort(state, event)
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
                return _expire(state, log, at)
            return lead_in(state.where, state.course, log, event.now)
        case Next() | Repeat() | SkipSide():
            log = log_pause(state.log, state.since, event.now, state.cause)
            if state.course.is_stale(event.now):
                return _expire(state, log, at)
            return advance(go_on(state.where, state.course, log, event.now), event)
        case Longer():
            longer = _longer(go_on(state.where, state.course, state.log, event.now), at)
            return replace(state, log=longer.log, where=longer)
        case Stop():
            log = log_pause(state.log, state.since, event.now, state.cause)
            return _stop(go_on(state.where, state.course, log, event.now), event)
        case StopForSymptom():
            log = log_pause(state.log, state.since, event.now, state.cause)
            return _stop_for(state, _log_where(state.where, log, state.since), event, state.where)
        case BreathingOff() | BreathingOn():
            return _set_breathing(state, event, at)
        case ComfortGiven():
            return _keep_comfort(state, event)
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
                return _expire(state, log, at)
            return lead_in(state.where, state.course, log, event.now)
        case Stop():
            log = _log_where(state.where, state.log, state.since)
            return finish(state.course, log, event.now, SessionEnd.STOPPED, at)
        case StopForSymptom():
            return _stop_for(state, _log_where(state.where, state.log, state.since), event, state.where)
        case BreathingOff() | BreathingOn():
            return _set_breathing(state, event, at)
        case ComfortGiven():
            return _keep_comfort(state, event)
        case Rated():
            return _keep_rating(state, event)
        case Tick() | Pause() | Next() | Repeat() | Longer() | SkipSide():
            return state
        case SystemSuspended() | ScreenLocked():
            return state
        case _:
            assert_never(event)


def _finished(state: Finished, event: Event) -> State:
    match event:
        case StopForSymptom():
            return replace(state, log=_log_symptom(state.log, event, None))
        case ComfortGiven():
            return _keep_comfort(state, event)
        case Rated():
            return _keep_rating(state, event)
        case Tick() | Begin() | Pause() | Resume() | Next() | Repeat() | Longer() | SkipSide() | Stop():
            return state
        case BreathingOff() | BreathingOn() | SystemSuspended() | ScreenLocked():
            return state
        case _:
            assert_never(event)


def _pause_for(state: GetReady | Holding | LeadIn, event: Pause | SystemSuspended | ScreenLocked) -> Paused:
    match event:
        case Pause():
            cause = PauseCause.PERSON
        case SystemSuspended():
            cause = PauseCause.SUSPEND
        case ScreenLocked():
            cause = PauseCause.LOCK
        case _:
            assert_never(event)
    return pause(state, cause, event.now, event.now)


def _expire(state: Paused | StopCard, log: Log, at: float) -> Finished:
    """Return the end of a session that was left for longer than its clearance holds."""
    kept = _log_where(state.where, log, state.since)
    return finish(state.course, kept, state.now, SessionEnd.EXPIRED, at)


def _stop(state: GetReady | Holding | LeadIn, event: Stop) -> StopCard:
    log = say(state.log, state.log.at(event.now), Line(LineId.HANDS_OFF))
    where = state.to if isinstance(state, LeadIn) else state
    return StopCard(state.course, log, event.now, where, event.now)


def _stop_for(
    state: Ready | Running | StopCard, log: Log, event: StopForSymptom, where: Moving | None
) -> Finished:
    log = _log_symptom(log if log.began else replace(log, began=event.now), event, where)
    end = finish(state.course, log, event.now, SessionEnd.SAFETY_STOP, log.at(event.now))
    return replace(end, symptom=event.kind)


def _log_symptom(log: Log, event: StopForSymptom, where: Moving | None) -> Log:
    point = where.step.point if isinstance(where, Holding) else None
    told = SymptomTold(log.at(event.now), event.kind, point)
    return replace(log, symptoms=(*log.symptoms, told))


def _log_where(where: Moving, log: Log, since: Instant) -> Log:
    """Return the log with the hold that was left at ``since``, if one was running."""
    if isinstance(where, GetReady):
        return log
    return log_hold(log, where.as_done(at=log.at(since)))


def _again_or_enough(state: GetReady, index: int, at: float) -> GetReady:
    way_back = again(state.course, state.log, state.now, index, at)
    return _long_enough(state, at) if way_back is None else way_back


M = TypeVar("M", GetReady, Holding)


def _long_enough(state: M, at: float) -> M:
    line = Line(LineId.LONG_ENOUGH, state.step.point, state.step.side)
    return replace(state, log=say(state.log, at, line))


def _longer(state: Moving, at: float) -> Moving:
    """Return the running hold with up to 15 s more, never beyond what the site may get."""
    if isinstance(state, GetReady):
        return state
    room = seconds_left_at_site(state.course, state.log, state.index) - state.hold_seconds
    more = min(LONGER_SECONDS, int(room))
    if more < 1:
        return _long_enough(state, at)
    line = Line(LineId.LONGER, state.step.point, state.step.side, more)
    return replace(
        state,
        log=say(state.log, at, line),
        hold_seconds=state.hold_seconds + more,
        changed_by=tuple(dict.fromkeys((*state.changed_by, "longer"))),
        cues=state.cues - {LineId.EASE_OFF},
    )


def _set_breathing(state: S, event: BreathingOff | BreathingOn, at: float) -> S:
    course = state.course
    wanted = BreathingGuide.ON if isinstance(event, BreathingOn) else BreathingGuide.OFF_BY_DEFAULT
    if wanted is course.breathing:
        return state
    if wanted is BreathingGuide.ON and course.guided_seconds >= BREATHING_SECONDS_MAX:
        return replace(state, log=say(state.log, at, Line(LineId.BREATHING_ENOUGH)))
    line = LineId.BREATHING_ON if wanted is BreathingGuide.ON else LineId.BREATHING_OFF
    return replace(state, course=replace(course, breathing=wanted), log=say(state.log, at, Line(line)))


def _keep_comfort(state: S, event: ComfortGiven) -> S:
    """Return the state with the comfort of the last hold at that site; without one, unchanged."""
    holds = list(state.log.holds)
    for place in range(len(holds) - 1, -1, -1):
        if holds[place].point == event.point and holds[place].side is event.side:
            holds[place] = replace(holds[place], comfort=event.comfort)
            return replace(state, log=replace(state.log, holds=tuple(holds)))
    return state


def _keep_rating(state: S, event: Rated) -> S:
    given = RatingGiven(state.log.at(event.now), event.measure, event.time, event.value)
    return replace(state, log=replace(state.log, ratings=(*state.log.ratings, given)))


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
            kept: Running = _keep_rating(state, event)
        case GetReady():
            kept = _keep_rating(state, event)
        case Holding():
            kept = _keep_rating(state, event)
        case LeadIn():
            kept = _keep_rating(state, event)
        case _:
            assert_never(state)
    return advance(kept, Stop(event.now)) if rose else kept
