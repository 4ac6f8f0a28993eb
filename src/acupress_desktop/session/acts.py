"""What single acts of a person do to a state; ``machine`` decides in which states they do."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, assert_never

from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import (
    BreathingOff,
    BreathingOn,
    ComfortGiven,
    Pause,
    Rated,
    ScreenLocked,
    Stop,
    StopForSymptom,
    SystemSuspended,
)
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.session.passing import (
    again,
    finish,
    log_hold,
    pause,
    say,
    seconds_left_at_site,
)
from acupress_desktop.session.states import (
    BREATHING_SECONDS_MAX,
    LONGER_SECONDS,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Log,
    Moving,
    PauseCause,
    Paused,
    RatingGiven,
    Ready,
    StopCard,
    SymptomTold,
)

S = TypeVar("S", Ready, GetReady, Holding, LeadIn, Paused, StopCard, Finished)
Running = GetReady | Holding | LeadIn | Paused


def pause_for(state: GetReady | Holding | LeadIn, event: Pause | SystemSuspended | ScreenLocked) -> Paused:
    """Return the pause that begins now: by the person, a suspend or a lock."""
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


def expire(state: Paused | StopCard, log: Log, at: float) -> Finished:
    """Return the end of a session that was left for longer than its clearance holds."""
    kept = log_where(state.where, log, state.since)
    return finish(state.course, kept, state.now, SessionEnd.EXPIRED, at)


def hands_off(state: GetReady | Holding | LeadIn, event: Stop) -> StopCard:
    """Return the card that Stop brings; nothing counts from now on."""
    log = say(state.log, state.log.at(event.now), Line(LineId.HANDS_OFF))
    where = state.to if isinstance(state, LeadIn) else state
    return StopCard(state.course, log, event.now, where, event.now)


def stop_for(
    state: Ready | Running | StopCard, log: Log, event: StopForSymptom, where: Moving | None
) -> Finished:
    """Return the end that a symptom brings; ``where`` names the site it belongs to."""
    log = log_symptom(log if log.began else replace(log, began=event.now), event, where)
    end = finish(state.course, log, event.now, SessionEnd.SAFETY_STOP, log.at(event.now))
    return replace(end, symptom=event.kind)


def log_symptom(log: Log, event: StopForSymptom, where: Moving | None) -> Log:
    """Return the log with what the person told."""
    step = where.step if isinstance(where, Holding) else None
    told = SymptomTold(
        log.at(event.now),
        event.kind,
        None if step is None else step.point,
        None if step is None else step.side,
    )
    return replace(log, symptoms=(*log.symptoms, told))


def log_where(where: Moving, log: Log, since: Instant) -> Log:
    """Return the log with the hold that was left at ``since``, if one was running."""
    if isinstance(where, GetReady):
        return log
    return log_hold(log, where.as_done(at=log.at(since)))


def again_or_enough(state: GetReady, index: int, at: float) -> GetReady:
    """Return the way back to a site, or say that it has had enough."""
    way_back = again(state.course, state.log, state.now, index, at)
    return long_enough(state, at) if way_back is None else way_back


M = TypeVar("M", GetReady, Holding)


def long_enough(state: M, at: float) -> M:
    """Say that this site has had all its seconds."""
    line = Line(LineId.LONG_ENOUGH, state.step.point, state.step.side)
    return replace(state, log=say(state.log, at, line))


def longer(state: Moving, at: float) -> Moving:
    """Return the running hold with up to 15 s more, never beyond what the site may get."""
    if isinstance(state, GetReady):
        return state
    room = seconds_left_at_site(state.course, state.log, state.index) - state.hold_seconds
    more = min(LONGER_SECONDS, int(room))
    if more < 1:
        return long_enough(state, at)
    line = Line(LineId.LONGER, state.step.point, state.step.side, more)
    return replace(
        state,
        log=say(state.log, at, line),
        hold_seconds=state.hold_seconds + more,
        changed_by=tuple(dict.fromkeys((*state.changed_by, "longer"))),
        cues=state.cues - {LineId.EASE_OFF},
    )


def set_breathing(state: S, event: BreathingOff | BreathingOn, at: float) -> S:
    """Switch the breathing guide, unless its twenty minutes are over."""
    course = state.course
    wanted = BreathingGuide.ON if isinstance(event, BreathingOn) else BreathingGuide.OFF_BY_DEFAULT
    if wanted is course.breathing:
        return state
    if wanted is BreathingGuide.ON and course.guided_seconds >= BREATHING_SECONDS_MAX:
        return replace(state, log=say(state.log, at, Line(LineId.BREATHING_ENOUGH)))
    line = LineId.BREATHING_ON if wanted is BreathingGuide.ON else LineId.BREATHING_OFF
    return replace(state, course=replace(course, breathing=wanted), log=say(state.log, at, Line(line)))


def keep_comfort(state: S, event: ComfortGiven) -> S:
    """Return the state with the comfort of the last hold at that site; without one, unchanged."""
    holds = list(state.log.holds)
    for place in range(len(holds) - 1, -1, -1):
        if holds[place].point == event.point and holds[place].side is event.side:
            holds[place] = replace(holds[place], comfort=event.comfort)
            return replace(state, log=replace(state.log, holds=tuple(holds)))
    return state


def keep_rating(state: S, event: Rated) -> S:
    """Return the state with one more rating."""
    given = RatingGiven(state.log.at(event.now), event.measure, event.time, event.value)
    return replace(state, log=replace(state.log, ratings=(*state.log.ratings, given)))
