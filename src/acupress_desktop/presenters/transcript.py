"""What would be heard of a whole session: each sentence and each tone with its time, from a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.presenters.narrating import Manner, Narrator
from acupress_desktop.presenters.prompts import HowToSay
from acupress_desktop.presenters.speaking import Spoken
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.events import Tick
from acupress_desktop.session.machine import advance
from acupress_desktop.session.rehearsal import Cue, Moved, rehearse
from acupress_desktop.session.states import Ready, State

TICK_SECONDS = 0.125
"""Lengths of sentences and tones are eighths of a second, which adds up without a rest."""
READY_FOR_SECONDS = 10.0
"""Before the first press there is as much time as for somebody who has pressed before."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was heard, in order, with seconds since the first press; and the last state."""

    heard: tuple[Spoken, ...]
    state: State


def transcript(
    ready: Ready,
    script: tuple[Cue, ...],
    clock: VirtualClock,
    how_to: Mapping[PointCode, HowToSay],
    manner: Manner,
) -> Transcript:
    """Run a session on a virtual clock and note everything that is heard of it.

    What still sounds or waits when nothing happens any more is heard to its end.
    """
    narrator = Narrator.about(how_to)
    heard: list[Spoken] = []
    state: State = ready
    began = clock.instant().at + READY_FOR_SECONDS
    for moved in _moves(ready, script, clock):
        at = clock.instant().at
        narrator = narrator.ended_by(at).follow(moved.before, moved.after, moved.event, at, manner)
        heard += narrator.begun
        state = moved.after
    at = clock.instant().at
    while (ends := narrator.next_end) is not None:
        at = max(at, ends)
        narrator = narrator.ended_by(at).go_on(state, at, manner)
        heard += narrator.begun
    return Transcript(tuple(replace(each, at=each.at - began) for each in heard), state)


def _moves(ready: Ready, script: tuple[Cue, ...], clock: VirtualClock) -> Iterator[Moved]:
    """Wait until it is nearly time to press, then follow the script."""
    waiting: State = replace(ready, begins_in_seconds=READY_FOR_SECONDS, now=clock.instant())
    until = clock.instant().at + READY_FOR_SECONDS
    while clock.instant().at < until - TICK_SECONDS:
        before, event = waiting, Tick(clock.instant())
        waiting = advance(before, event)
        yield Moved(before, waiting, event)
        clock.advance(TICK_SECONDS)
    clock.advance(until - clock.instant().at)
    if isinstance(waiting, Ready):
        # The script's zero is the first press, so it is pressed now.
        yield from rehearse(replace(waiting, begins_in_seconds=None), script, clock, TICK_SECONDS)
