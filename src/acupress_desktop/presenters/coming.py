"""How long until the session's next line is due, so that what is said can end before it."""

from __future__ import annotations

from typing import assert_never

from acupress_desktop.domain.protocols import RAMP_SECONDS, READY_SECONDS, PlannedStep
from acupress_desktop.domain.settings import VoiceDetail
from acupress_desktop.presenters.prompts import COUNT_FROM
from acupress_desktop.session.marks import HALF_WAY_FROM_SECONDS, LAST_OF_EXERCISE_FROM_SECONDS
from acupress_desktop.session.states import (
    LEAD_IN_SECONDS,
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Paused,
    Ready,
    State,
    StopCard,
)

_EXACT = 1e-6
_AHEAD_SECONDS = 20
_AHEAD_FROM_SECONDS = 45
"""From here on the twenty seconds before the end begin after the line that says half-way."""


def due_in(state: State, detail: VoiceDetail) -> float | None:
    """Return the seconds until the next line that should not come late; ``None`` where none is due by itself.

    Before a press or an exercise that is the count of three; where everything is to be said, where to press
    matters more than the count, which then falls silent.
    """
    match state:
        case Ready():
            left = state.begins_in_seconds
            return None if left is None else _moving_in(left, detail)
        case GetReady():
            return _moving_in(READY_SECONDS - state.elapsed_seconds, detail)
        case LeadIn():
            then = due_in(state.to, detail)
            return None if then is None else LEAD_IN_SECONDS - state.elapsed_seconds + then
        case Holding():
            return _next(_hold_marks(state.hold_seconds), state.held_seconds)
        case Exercising():
            return _exercise_due_in(state, detail)
        case Paused() | StopCard() | Finished():
            return None
        case _:
            assert_never(state)


def site_ahead(before: State, after: State) -> PlannedStep | None:
    """Return the site that may be told of now, because five seconds will be too short to explain it.

    Once in the last hold of a point, where nothing else is said for a while: the person has time to listen.
    """
    if not isinstance(before, Holding) or not isinstance(after, Holding) or before.order != after.order:
        return None
    mark = _ahead_at(after)
    if mark is None or not before.held_seconds < mark <= after.held_seconds:
        return None
    follows, course = after.index + 1, after.course
    if follows >= len(course.plan.steps) or course.exercises_before(follows):
        return None
    coming = course.step(follows)
    return None if coming.point == after.step.point else coming


def _ahead_at(hold: Holding) -> float | None:
    """Return after how many held seconds there is room; in short holds only where the point is known."""
    if hold.hold_seconds >= _AHEAD_FROM_SECONDS:
        return float(hold.hold_seconds - _AHEAD_SECONDS)
    known = any(done.point == hold.step.point for done in hold.log.holds)
    return float(RAMP_SECONDS) if known and hold.hold_seconds >= _AHEAD_SECONDS else None


def _begins_in(left_seconds: float) -> float:
    before_count = left_seconds - COUNT_FROM
    return before_count if before_count > _EXACT else left_seconds


def _moving_in(left_seconds: float, detail: VoiceDetail) -> float:
    return left_seconds if detail is VoiceDetail.FULL else _begins_in(left_seconds)


def _exercise_due_in(state: Exercising, detail: VoiceDetail) -> float | None:
    if state.ready_left_seconds > 0:
        return _moving_in(state.ready_left_seconds, detail)
    whole = state.exercise.seconds
    if whole is None:
        return None
    last = (float(whole - RAMP_SECONDS),) if whole >= LAST_OF_EXERCISE_FROM_SECONDS else ()
    return _next((*last, float(whole - COUNT_FROM), float(whole)), state.elapsed_seconds)


def _hold_marks(hold_seconds: int) -> tuple[float, ...]:
    half = (hold_seconds / 2,) if hold_seconds >= HALF_WAY_FROM_SECONDS else ()
    ending = (float(hold_seconds - RAMP_SECONDS), float(hold_seconds - COUNT_FROM), float(hold_seconds))
    return (*half, *ending)


def _next(marks: tuple[float, ...], done_seconds: float) -> float:
    return next((mark - done_seconds for mark in marks if mark > done_seconds + _EXACT), 0.0)
