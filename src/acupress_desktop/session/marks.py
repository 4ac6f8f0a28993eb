"""What is said on the way: counts before something begins or ends, and what belongs to a hold."""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.domain.protocols import RAMP_SECONDS
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.session.logbook import say
from acupress_desktop.session.states import Exercising, Holding, Log

HALF_WAY_FROM_SECONDS = 30
"""Shorter holds have no half-way line, and no reminder to breathe: they would run into the others."""
BREATHE_AT_SECONDS = 8
"""After the line that says where to press and how hard."""
LAST_OF_EXERCISE_FROM_SECONDS = 20
"""Shorter exercises have no line for their last five seconds."""
COUNT_SECONDS = (3, 2, 1)


def count(log: Log, count_id: LineId, left: tuple[float, float], at: float) -> Log:
    """Return the log with the counts that fell due while ``left`` seconds went from the first to the second.

    ``at`` is now; each count stands at the moment when exactly that many seconds were left.
    """
    before, after = left
    for seconds in COUNT_SECONDS:
        if after <= seconds < before:
            log = say(log, at - (seconds - after), Line(count_id, seconds=seconds))
    return log


def hold_marks(holding: Holding, after: float, at: float) -> Holding:
    """Return the hold with what falls due until ``after`` held seconds are reached ``at``."""
    before = holding.held_seconds
    step = holding.step
    log, cues = holding.log, holding.cues
    for cue, mark in _cues(holding):
        if cue not in cues and before < mark <= after:
            seconds = holding.hold_seconds - mark
            log = say(log, at - (after - mark), Line(cue, step.point, step.side, seconds))
            cues |= {cue}
    whole = holding.hold_seconds
    log = count(log, LineId.COUNT_OUT, (whole - before, whole - after), at)
    return replace(holding, log=log, cues=cues)


def exercise_marks(exercising: Exercising, after: float, at: float) -> Log:
    """Return the log with what falls due until ``after`` seconds of an exercise are reached ``at``."""
    whole = exercising.exercise.seconds
    log = exercising.log
    if whole is None:
        return log
    before = exercising.elapsed_seconds
    last = whole - RAMP_SECONDS
    if whole >= LAST_OF_EXERCISE_FROM_SECONDS and before < last <= after:
        line = Line(LineId.EXERCISE_LAST, seconds=RAMP_SECONDS, title=exercising.exercise.title)
        log = say(log, at - (after - last), line)
    return count(log, LineId.COUNT_OUT, (whole - before, whole - after), at)


def _cues(holding: Holding) -> tuple[tuple[LineId, float], ...]:
    whole = holding.hold_seconds
    ease_off = (LineId.EASE_OFF, float(whole - RAMP_SECONDS))
    if whole < HALF_WAY_FROM_SECONDS:
        return (ease_off,)
    first_here = all(hold.point != holding.step.point for hold in holding.log.holds)
    breathe = ((LineId.BREATHE, float(BREATHE_AT_SECONDS)),)
    told = breathe if first_here and holding.pattern is not None else ()
    return (*told, (LineId.HALF_WAY, whole / 2), ease_off)
