"""What single acts of a person do to a state; ``machine`` decides in which states they do."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, assert_never

from acupress_desktop.domain.journal import AdverseKind, Comfort, SessionEnd
from acupress_desktop.domain.protocols import FELT_PRESSURE_MIN, one_softer
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
from acupress_desktop.session.logbook import log_exercise, log_hold, say
from acupress_desktop.session.passing import Clocked, pause
from acupress_desktop.session.states import (
    BREATHING_SECONDS_MAX,
    LONGER_SECONDS,
    Exercising,
    Finished,
    GetReady,
    HoldDone,
    Holding,
    LeadIn,
    Log,
    Moving,
    PauseCause,
    Paused,
    RatingGiven,
    Ready,
    State,
    StopCard,
    SymptomTold,
)
from acupress_desktop.session.walking import again, finish, seconds_to_add_at_site

OVER_BREATHING = frozenset(
    {AdverseKind.TINGLING, AdverseKind.DIZZY, AdverseKind.BREATHLESS, AdverseKind.CHEST}
)
"""What too much guided breathing can feel like: the guide ends with the session, and is told to."""

S = TypeVar("S", Ready, GetReady, Holding, Exercising, LeadIn, Paused, StopCard, Finished)
Running = Clocked | Paused


def pause_for(state: Clocked, event: Pause | SystemSuspended | ScreenLocked) -> Paused:
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


def hands_off(state: Clocked, event: Stop) -> StopCard:
    """Return the card that Stop brings; nothing counts from now on."""
    log = say(state.log, state.log.at(event.now), Line(LineId.HANDS_OFF))
    where = state.to if isinstance(state, LeadIn) else state
    return StopCard(state.course, log, event.now, where, event.now)


def stop_for(
    state: Ready | Running | StopCard, log: Log, event: StopForSymptom, where: Moving | None
) -> Finished:
    """Return the end that a symptom brings; ``where`` names the site it belongs to."""
    course = state.course
    log = log_symptom(log, event, where)
    guided = course.breathing is BreathingGuide.ON and course.guided_seconds > 0
    if guided and event.kind in OVER_BREATHING:
        course = replace(course, breathing=BreathingGuide.OFF_BY_DEFAULT)
        log = say(log, log.at(event.now), Line(LineId.BREATHE_NORMALLY))
    end = finish(course, log, event.now, SessionEnd.SAFETY_STOP, log.at(event.now))
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
    """Return the log with the hold or exercise that was left at ``since``, if one was running."""
    match where:
        case GetReady():
            return log
        case Holding():
            # What was told since the hold was left stands in the log, and counts for how hard it was.
            return log_hold(log, replace(where, log=log).as_done(at=log.at(since)))
        case Exercising():
            return log_exercise(log, where.as_done(at=log.at(since)))
        case _:
            assert_never(where)


def again_or_enough(state: GetReady, index: int, at: float) -> GetReady:
    """Return the way back to a site, or say that it has had enough; before the first there is none."""
    if index < 0:
        return state
    way_back = again(state.course, state.log, state.now, index, at)
    return long_enough(state, at) if way_back is None else way_back


M = TypeVar("M", GetReady, Holding)


def long_enough(state: M, at: float) -> M:
    """Say that this site has had all its seconds."""
    line = Line(LineId.LONG_ENOUGH, state.step.point, state.step.side)
    return replace(state, log=say(state.log, at, line))


def longer(state: Moving, at: float) -> Moving:
    """Return the running hold with up to 15 s more, never beyond what the site may get."""
    if not isinstance(state, Holding):
        return state
    room = seconds_to_add_at_site(state.course, state.log, state.index) - state.hold_seconds
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
    """Return the state with the comfort of the last hold at that site, and say what it does.

    Too much: everything that is left at that point gets one less. Without a hold there, or with the same
    answer again, unchanged.
    """
    holds = list(state.log.holds)
    for place in range(len(holds) - 1, -1, -1):
        if holds[place].point == event.point and holds[place].side is event.side:
            if holds[place].comfort is event.comfort:
                return state
            holds[place] = replace(holds[place], comfort=event.comfort)
            log = replace(state.log, holds=tuple(holds))
            return replace(state, log=say(log, _told_at(state, event.now), _about_comfort(holds[place])))
    return state


def _told_at(state: State, now: Instant) -> float:
    return state.waited_seconds if isinstance(state, Ready) else state.log.at(now)


def _about_comfort(hold: HoldDone) -> Line:
    lines = {Comfort.FINE: LineId.COMFORT_FINE, Comfort.SKIPPED: LineId.COMFORT_SKIPPED}
    line_id = lines.get(hold.comfort or Comfort.FINE)
    if line_id is not None:
        return Line(line_id, hold.point, hold.side)
    if hold.felt_pressure <= FELT_PRESSURE_MIN:
        return Line(LineId.COMFORT_LIGHTEST, hold.point, hold.side, felt_pressure=FELT_PRESSURE_MIN)
    return Line(LineId.COMFORT_SOFTER, hold.point, hold.side, felt_pressure=one_softer(hold.felt_pressure))


def keep_rating(state: S, event: Rated) -> S:
    """Return the state with one more rating."""
    given = RatingGiven(state.log.at(event.now), event.measure, event.time, event.value)
    return replace(state, log=replace(state.log, ratings=(*state.log.ratings, given)))
