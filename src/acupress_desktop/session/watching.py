"""What is new between two states: for the journal, which keeps each thing as it happens."""

from __future__ import annotations

import math

from acupress_desktop.session.lines import Said
from acupress_desktop.session.states import (
    CHECKPOINT_SECONDS,
    Finished,
    GetReady,
    HoldDone,
    Holding,
    LeadIn,
    Log,
    Moving,
    Paused,
    PauseDone,
    Ready,
    State,
    StopCard,
)


def holds_since(before: State, after: State) -> tuple[HoldDone, ...]:
    """Return the holds that ended, or got a comfort, between the two states."""
    known = before.log.holds
    return tuple(
        hold for place, hold in enumerate(after.log.holds) if place >= len(known) or known[place] != hold
    )


def pauses_since(before: State, after: State) -> tuple[PauseDone, ...]:
    """Return the pauses that ended between the two states."""
    return after.log.pauses[len(before.log.pauses) :]


def lines_since(before: State, after: State) -> tuple[Said, ...]:
    """Return what was said between the two states."""
    return after.log.spoken[len(before.log.spoken) :]


def checkpoint_due(before: State, after: State) -> HoldDone | None:
    """Return the running hold as far as it has come, when it should be kept now.

    Due every five held seconds, and when pressing is interrupted. A hold that has ended is in
    the log instead; both carry the same ``order``.
    """
    held = _running_hold(after)
    if held is None or held.held_seconds <= 0:
        return None
    earlier = _running_hold(before)
    known = earlier.held_seconds if earlier is not None and earlier.order == held.order else 0.0
    interrupted = isinstance(after, Paused | StopCard) and not isinstance(before, Paused | StopCard)
    due = math.floor(held.held_seconds / CHECKPOINT_SECONDS) > math.floor(known / CHECKPOINT_SECONDS)
    return held.as_done(at=_at(after)) if due or interrupted else None


def _running_hold(state: State) -> Holding | None:
    where: Moving | None
    match state:
        case GetReady() | Holding():
            where = state
        case LeadIn():
            where = state.to
        case Paused() | StopCard():
            where = state.where
        case Ready() | Finished():
            where = None
    return where if isinstance(where, Holding) else None


def _at(state: State) -> float:
    log: Log = state.log
    return 0.0 if isinstance(state, Ready) else log.at(state.now)
