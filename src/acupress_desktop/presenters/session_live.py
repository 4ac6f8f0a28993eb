"""The part of the session's view that changes with the clock."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from acupress_desktop.domain.breathing import Breath, BreathPattern, BreathPhase, breath_at
from acupress_desktop.domain.protocols import READY_SECONDS
from acupress_desktop.presenters.session_view import BreathPartView, BreathView, LiveView, SessionPhase
from acupress_desktop.session.marks import COUNT_SECONDS
from acupress_desktop.session.states import (
    LEAD_IN_SECONDS,
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Moving,
    Paused,
    Ready,
    State,
    StopCard,
)
from acupress_desktop.words import session_screen as words


@dataclass(frozen=True, slots=True)
class _Figure:
    """The large number with its two small lines."""

    number: str
    label: str
    of: str


def phase_of(state: State) -> SessionPhase:
    """Say what the person does in this state."""
    match state:
        case Ready():
            return SessionPhase.READY
        case GetReady():
            return SessionPhase.GET_READY
        case Holding():
            return SessionPhase.HOLDING
        case Exercising():
            return SessionPhase.EXERCISE
        case LeadIn():
            return SessionPhase.LEAD_IN
        case Paused():
            return SessionPhase.PAUSED
        case StopCard():
            return SessionPhase.STOP_CARD
        case Finished():
            return SessionPhase.FINISHED
        case _:
            assert_never(state)


def moving_in(state: State) -> Moving | None:
    """Return the move or hold that the state is in, or will go back to."""
    match state:
        case GetReady() | Holding() | Exercising():
            return state
        case LeadIn():
            return state.to
        case Paused() | StopCard():
            return state.where
        case Ready() | Finished():
            return None
        case _:
            assert_never(state)


def site_in_view(state: State) -> int:
    """Return the index of the planned step that the screen is about: during an exercise the coming one."""
    moving = moving_in(state)
    steps = state.course.plan.steps
    if moving is not None:
        return min(moving.index, len(steps) - 1)
    if isinstance(state, Ready):
        return min(state.index, len(steps) - 1)
    if state.log.holds:
        last = state.log.holds[-1]
        for index in range(len(steps) - 1, -1, -1):
            if (steps[index].point, steps[index].side) == (last.point, last.side):
                return index
    return len(steps) - 1


def live_view(state: State) -> LiveView:
    """Compute what the clock changes."""
    moving = moving_in(state)
    figure = _figure(state, moving)
    begins_in_seconds = state.begins_in_seconds if isinstance(state, Ready) else None
    return LiveView(
        phase=phase_of(state),
        fraction=_fraction(state, moving),
        ready_fraction=_ready_fraction(state, moving),
        seconds=figure.number,
        seconds_label=figure.label,
        seconds_of=figure.of,
        breath=_breath(state),
        cue=_cue(state),
        begins_by_itself=begins_in_seconds is not None,
        step_shares=_step_shares(state, moving),
        time_left=words.time_left(seconds_left(state)),
    )


def seconds_left(state: State) -> float:
    """Return the seconds of holds, moves and timed exercises that are still to come."""
    if isinstance(state, Finished):
        return 0.0
    course = state.course
    steps = course.plan.steps
    moving = moving_in(state)
    done = {each.order for each in state.log.exercises}
    match moving:
        case Holding():
            index, here = moving.index + 1, moving.seconds_left
        case GetReady():
            index = moving.index + 1
            here = max(0.0, READY_SECONDS - moving.elapsed_seconds) + moving.hold_seconds
        case Exercising():
            index, here = moving.index, moving.ready_left_seconds + (moving.seconds_left or 0.0)
            done.add(moving.order)
        case None:
            first = state.index if isinstance(state, Ready) else len(steps)
            before = any(place not in done for place, _each in course.exercises_before(first))
            index, here = first, 0.0 if before or first >= len(steps) else -float(READY_SECONDS)
        case _:
            assert_never(moving)
    sites = sum(step.hold_seconds + READY_SECONDS for step in steps[index:])
    timed = sum(
        READY_SECONDS + (exercise.seconds or 0)
        for slot in range(index, len(steps) + 1)
        for place, exercise in course.exercises_before(slot)
        if place not in done and exercise.seconds is not None
    )
    return here + sites + timed


def _fraction(state: State, moving: Moving | None) -> float:
    match moving:
        case Holding():
            return moving.fraction
        case Exercising():
            whole = moving.exercise.seconds
            return 0.0 if whole is None else min(1.0, moving.elapsed_seconds / whole)
        case GetReady():
            return 0.0
        case None:
            return 1.0 if isinstance(state, Finished) else 0.0
        case _:
            assert_never(moving)


def _ready_fraction(state: State, moving: Moving | None) -> float:
    if isinstance(moving, GetReady):
        return min(1.0, moving.elapsed_seconds / READY_SECONDS)
    if isinstance(moving, Exercising):
        return 1.0 - moving.ready_left_seconds / READY_SECONDS
    return 0.0 if isinstance(state, Ready) else 1.0


def _figure(state: State, moving: Moving | None) -> _Figure:
    if isinstance(state, LeadIn):
        left = max(0.0, LEAD_IN_SECONDS - state.elapsed_seconds)
        return _Figure(_up(left), words.seconds_to_go_on(), "")
    if isinstance(state, Ready) and state.begins_in_seconds is not None:
        return _Figure(_up(state.begins_in_seconds), words.seconds_to_begin(), "")
    match moving:
        case Exercising():
            return _exercise_figure(moving)
        case Holding():
            return _Figure(
                _up(moving.seconds_left), words.seconds_left(), words.seconds_of(moving.hold_seconds)
            )
        case GetReady():
            left = max(0.0, READY_SECONDS - moving.elapsed_seconds)
            return _Figure(_up(left), words.seconds_to_move(), "")
        case None:
            seconds = state.course.plan.steps[site_in_view(state)].hold_seconds
            if isinstance(state, Finished):
                return _Figure("0", words.seconds_left(), words.seconds_of(seconds))
            return _Figure(str(seconds), words.seconds_left(), words.seconds_of(seconds))
        case _:
            assert_never(moving)


def _exercise_figure(moving: Exercising) -> _Figure:
    whole, left = moving.exercise.seconds, moving.seconds_left
    if whole is None or left is None:
        repeats = moving.exercise.repeats or 0
        return _Figure(str(repeats), words.times(repeats), "")
    if moving.ready_left_seconds > 0:
        return _Figure(_up(moving.ready_left_seconds), words.seconds_to_begin(), "")
    return _Figure(_up(left), words.seconds_left(), words.seconds_of(whole))


def _up(seconds: float) -> str:
    """Whole seconds as people count down: 60 at the start, 1 in the last second."""
    return str(math.ceil(round(seconds, 6)))


def _cue(state: State) -> str:
    """Word under the ring where no breath is guided; a count in the last seconds before a press."""
    match state:
        case Ready(begins_in_seconds=float(left)):
            return _counted(left, words.cue_begins(), words.count_in_press)
        case Ready():
            return words.cue_ready()
        case GetReady():
            left = READY_SECONDS - state.elapsed_seconds
            return _counted(left, words.cue_get_ready(), words.count_in_press)
        case Holding():
            return words.breathe_freely()
        case Exercising():
            return words.breathe_freely() if state.ready_left_seconds <= 0 else words.cue_exercise_begins()
        case LeadIn():
            left = LEAD_IN_SECONDS - state.elapsed_seconds
            back = words.cue_lead_in_exercise() if isinstance(state.to, Exercising) else words.cue_lead_in()
            return _counted(left, back, words.count_in_on)
        case Paused() | StopCard():
            return words.cue_paused()
        case Finished():
            return words.cue_finished()
        case _:
            assert_never(state)


def _counted(left: float, waiting: str, counting: Callable[[int], str]) -> str:
    seconds = math.ceil(round(left, 6))
    return counting(seconds) if 1 <= seconds <= COUNT_SECONDS[0] else waiting


def _breath(state: State) -> BreathView | None:
    if not isinstance(state, Holding) or state.pattern is None:
        return None
    return breath_view(state.pattern, breath_at(state.pattern, state.held_seconds))


def breath_view(pattern: BreathPattern, breath: Breath) -> BreathView:
    """Return one instant of a breath as light, words and cells."""
    earlier = _earlier(pattern, breath.phase)
    whole = _cells(breath.phase_seconds)
    count = min(whole, math.floor(breath.phase_elapsed_seconds) + 1)
    return BreathView(
        phase=breath.phase,
        fullness=breath.fullness,
        at_seconds=sum(earlier) + breath.phase_elapsed_seconds,
        cue=_breath_word(breath.phase),
        parts=tuple(
            BreathPartView(phase, seconds, _breath_label(phase, seconds)) for phase, seconds in pattern.phases
        ),
        cells_done=sum(_cells(seconds) for seconds in earlier) + count,
        count=str(count),
        count_of=words.count_of(whole),
    )


def _earlier(pattern: BreathPattern, phase: BreathPhase) -> tuple[float, ...]:
    """Return the seconds of the phases before one."""
    order = [each for each, _seconds in pattern.phases]
    return tuple(seconds for _each, seconds in pattern.phases[: order.index(phase)])


def _breath_word(phase: BreathPhase) -> str:
    match phase:
        case BreathPhase.IN:
            return words.breathe_in()
        case BreathPhase.OUT:
            return words.breathe_out()
        case BreathPhase.HOLD_FULL | BreathPhase.HOLD_EMPTY:
            return words.hold_breath()
        case _:
            assert_never(phase)


def _breath_label(phase: BreathPhase, seconds: float) -> str:
    match phase:
        case BreathPhase.IN:
            return words.in_label(seconds)
        case BreathPhase.OUT:
            return words.out_label(seconds)
        case BreathPhase.HOLD_FULL | BreathPhase.HOLD_EMPTY:
            return words.hold_label(seconds)
        case _:
            assert_never(phase)


def _cells(seconds: float) -> int:
    """Whole seconds, and one more cell for a part of a second that can be seen."""
    return max(1, math.ceil(seconds - 0.05))


def _step_shares(state: State, moving: Moving | None) -> tuple[tuple[float, ...], ...]:
    """Share of each planned step that is done, the sites of one point together."""
    steps = state.course.plan.steps
    shares: list[float] = []
    for index, step in enumerate(steps):
        if isinstance(moving, Holding) and moving.index == index:
            shares.append(moving.fraction)
            continue
        held = state.log.held_at_site(step.point, step.side)
        shares.append(min(1.0, held / step.hold_seconds))
    groups = groupby(zip(steps, shares, strict=True), key=lambda pair: pair[0].point)
    return tuple(tuple(share for _, share in group) for _, group in groups)
