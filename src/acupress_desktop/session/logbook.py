"""Adds to what has happened: one line, hold, exercise or pause at a time."""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.session.clock import Instant
from acupress_desktop.session.lines import Line, Said
from acupress_desktop.session.states import (
    ExerciseDone,
    Exercising,
    HoldDone,
    Log,
    Moving,
    PauseCause,
    PauseDone,
)


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


def log_exercise(log: Log, done: ExerciseDone) -> Log:
    """Return the log with one more exercise, or with more of one that was begun again."""
    others = tuple(each for each in log.exercises if each.order != done.order)
    return replace(log, exercises=(*others, done))


def title_of(where: Moving) -> str:
    """Return the title of the exercise that goes on; empty where a site does."""
    return where.exercise.title if isinstance(where, Exercising) else ""
