"""The part of the session's view that changes with the clock."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from acupress_desktop.domain.breathing import Breath, BreathPattern, BreathPhase
from acupress_desktop.domain.protocols import READY_SECONDS
from acupress_desktop.presenters.session_view import BreathView, LiveView, SessionPhase
from acupress_desktop.session.states import (
    LEAD_IN_SECONDS,
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
        case GetReady() | Holding():
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
    """Return the index of the planned step that the screen is about."""
    moving = moving_in(state)
    if moving is not None:
        return moving.index
    if isinstance(state, Ready):
        return state.index
    steps = state.course.plan.steps
    if state.log.holds:
        last = state.log.holds[-1]
        for index in range(len(steps) - 1, -1, -1):
            if (steps[index].point, steps[index].side) == (last.point, last.side):
                return index
    return len(steps) - 1


def live_view(state: State, begins_in_seconds: float | None = None) -> LiveView:
    """Compute what the clock changes; ``begins_in_seconds`` is set while the first press comes by itself."""
    moving = moving_in(state)
    figure = _figure(state, moving)
    if begins_in_seconds is not None:
        figure = _Figure(_up(begins_in_seconds), words.seconds_to_begin(), "")
    holding = moving if isinstance(moving, Holding) else None
    return LiveView(
        phase=phase_of(state),
        fraction=_fraction(state, holding),
        ready_fraction=_ready_fraction(state, moving),
        seconds=figure.number,
        seconds_label=figure.label,
        seconds_of=figure.of,
        breath=_breath(state, holding),
        cue=_cue(state) if begins_in_seconds is None else words.cue_begins(),
        begins_by_itself=begins_in_seconds is not None,
        step_shares=_step_shares(state, moving),
        time_left=words.time_left(seconds_left(state)),
    )


def seconds_left(state: State) -> float:
    """Return the seconds of holds and moves that are still to come."""
    steps = state.course.plan.steps
    if isinstance(state, Finished):
        return 0.0
    moving = moving_in(state)
    if moving is None:
        index, here = site_in_view(state), float(steps[site_in_view(state)].hold_seconds)
    elif isinstance(moving, Holding):
        index, here = moving.index, moving.seconds_left
    else:
        index = moving.index
        here = max(0.0, READY_SECONDS - moving.elapsed_seconds) + moving.hold_seconds
    later = steps[index + 1 :]
    return here + sum(step.hold_seconds + READY_SECONDS for step in later)


def _fraction(state: State, holding: Holding | None) -> float:
    if holding is not None:
        return holding.fraction
    return 1.0 if isinstance(state, Finished) else 0.0


def _ready_fraction(state: State, moving: Moving | None) -> float:
    if isinstance(moving, GetReady):
        return min(1.0, moving.elapsed_seconds / READY_SECONDS)
    return 0.0 if isinstance(state, Ready) else 1.0


def _figure(state: State, moving: Moving | None) -> _Figure:
    if isinstance(state, LeadIn):
        left = max(0.0, LEAD_IN_SECONDS - state.elapsed_seconds)
        return _Figure(_up(left), words.seconds_to_go_on(), "")
    match moving:
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


def _up(seconds: float) -> str:
    """Whole seconds as people count down: 60 at the start, 1 in the last second."""
    return str(math.ceil(round(seconds, 6)))


def _cue(state: State) -> str:
    """Word under the ring where no breath is guided."""
    match state:
        case Ready():
            return words.cue_ready()
        case GetReady():
            return words.cue_get_ready()
        case Holding():
            return words.breathe_freely()
        case LeadIn():
            return words.cue_lead_in()
        case Paused() | StopCard():
            return words.cue_paused()
        case Finished():
            return words.cue_finished()
        case _:
            assert_never(state)


def _breath(state: State, holding: Holding | None) -> BreathView | None:
    if holding is None or isinstance(state, Paused | StopCard | LeadIn):
        return None
    breath = holding.breath
    return None if breath is None else breath_view(holding.course.pattern, breath)


def breath_view(pattern: BreathPattern, breath: Breath) -> BreathView:
    """Return one instant of a breath as light, words and cells."""
    inward = breath.phase is BreathPhase.IN
    whole = _cells(breath.phase_seconds)
    count = min(whole, math.floor(breath.phase_elapsed_seconds) + 1)
    in_cells = _cells(pattern.in_seconds)
    return BreathView(
        phase=breath.phase,
        fullness=breath.fullness,
        cue=words.breathe_in() if inward else words.breathe_out(),
        in_seconds=pattern.in_seconds,
        out_seconds=pattern.out_seconds,
        in_label=words.in_label(pattern.in_seconds),
        out_label=words.out_label(pattern.out_seconds),
        cells_done=count if inward else in_cells + count,
        count=str(count),
        count_of=words.count_of(whole),
    )


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
