"""What is new between two states: for the journal, which keeps each thing as it happens."""

from __future__ import annotations

import math
from dataclasses import dataclass

from acupress_desktop.domain.breathing import BreathPhase, breath_turns
from acupress_desktop.session.lines import Said
from acupress_desktop.session.states import (
    CHECKPOINT_SECONDS,
    ExerciseDone,
    Exercising,
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


def exercises_since(before: State, after: State) -> tuple[ExerciseDone, ...]:
    """Return the exercises that ended between the two states."""
    return tuple(done for done in after.log.exercises if done not in before.log.exercises)


def pauses_since(before: State, after: State) -> tuple[PauseDone, ...]:
    """Return the pauses that ended between the two states."""
    return after.log.pauses[len(before.log.pauses) :]


def lines_since(before: State, after: State) -> tuple[Said, ...]:
    """Return what was said between the two states."""
    return after.log.spoken[len(before.log.spoken) :]


@dataclass(frozen=True, slots=True)
class BreathTurn:
    """A phase of a guided breath begins ``at``, in seconds since the session began."""

    at: float
    phase: BreathPhase


def breaths_since(before: State, after: State) -> tuple[BreathTurn, ...]:
    """Return the phases of the guided breath that began between the two states, at their exact times.

    Those of a hold that ended on the way, or began, count too; nothing does while nobody presses.
    """
    was = _running(before)
    found: list[BreathTurn] = []
    if isinstance(before, Holding) and before.pattern is not None:
        began = after.log.at(before.now) - before.held_seconds
        for hold in holds_since(before, after):
            if hold.order == before.order:
                turns = breath_turns(before.pattern, before.held_seconds, hold.held_seconds)
                found += (BreathTurn(began + at, phase) for at, phase in turns if at < hold.hold_seconds)
    if isinstance(after, Holding) and after.pattern is not None:
        known = was.held_seconds if isinstance(was, Holding) and was.order == after.order else -1.0
        began = after.log.at(after.now) - after.held_seconds
        turns = breath_turns(after.pattern, known, after.held_seconds)
        found += (BreathTurn(began + at, phase) for at, phase in turns)
    return tuple(found)


def exercise_due(before: State, after: State) -> ExerciseDone | None:
    """Return the running exercise as far as it has come, when it should be kept; as ``checkpoint_due``."""
    running = _running(after)
    if not isinstance(running, Exercising):
        return None
    done = running.as_done(at=_at(after))
    if done.done_seconds <= 0:
        return None
    earlier = _running(before)
    known = running.before_seconds
    if isinstance(earlier, Exercising) and earlier.order == running.order:
        known = earlier.before_seconds + earlier.elapsed_seconds
    return done if _is_due(known, done.done_seconds) or _is_interrupted(before, after) else None


def checkpoint_due(before: State, after: State) -> HoldDone | None:
    """Return the running hold as far as it has come, when it should be kept now.

    Due every five held seconds, and when pressing is interrupted. A hold that has ended is in
    the log instead; both carry the same ``order``.
    """
    held = _running(after)
    if not isinstance(held, Holding) or held.held_seconds <= 0:
        return None
    earlier = _running(before)
    known = earlier.held_seconds if isinstance(earlier, Holding) and earlier.order == held.order else 0.0
    due = _is_due(known, held.held_seconds) or _is_interrupted(before, after)
    return held.as_done(at=_at(after)) if due else None


def _is_due(known_seconds: float, seconds: float) -> bool:
    return math.floor(seconds / CHECKPOINT_SECONDS) > math.floor(known_seconds / CHECKPOINT_SECONDS)


def _is_interrupted(before: State, after: State) -> bool:
    return isinstance(after, Paused | StopCard) and not isinstance(before, Paused | StopCard)


def _running(state: State) -> Moving | None:
    match state:
        case GetReady() | Holding() | Exercising():
            return state
        case LeadIn():
            return state.to
        case Paused() | StopCard():
            return state.where
        case Ready() | Finished():
            return None


def _at(state: State) -> float:
    log: Log = state.log
    return 0.0 if isinstance(state, Ready) else log.at(state.now)
