"""Runs a session on a virtual clock from a script: for rehearsals without a window, and for tests.

A script is a text of lines such as ``t=12 pause``; ``t`` counts seconds on the virtual clock. What a
line does not say happens by itself: the person begins at zero, and time ticks on to the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant, VirtualClock
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    BreathingOn,
    ComfortGiven,
    Event,
    Longer,
    Next,
    Pause,
    Rated,
    Repeat,
    Resume,
    ScreenLocked,
    SkipSide,
    Stop,
    StopForSymptom,
    SystemSuspended,
    Tick,
)
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import Exercising, Finished, Paused, Ready, State, StopCard

TICK_SECONDS = 0.1
AFTER_20_FROM_SECONDS = 20 * 60
HOURS_MAX = 24


class Verb(Enum):
    """What a script line may ask for."""

    BEGIN = "begin"
    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    BACK = "back"
    LONGER = "longer"
    SKIP = "skip"
    HANDS_OFF = "hands-off"
    STOP = "stop"
    SYMPTOM = "symptom"
    BREATHING = "breathing"
    RATE = "rate"
    COMFORT = "comfort"
    STALL = "stall"
    SUSPEND = "suspend"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of a script. ``line`` is 1-based; ``at`` counts seconds on the virtual clock."""

    line: int
    at: float
    verb: Verb
    words: tuple[str, ...] = ()


@dataclass(eq=False)
class ScriptRefused(Exception):
    """A script line that cannot be followed; nothing was run."""

    line: int
    what: str

    def __str__(self) -> str:
        """Line and reason."""
        return f"line {self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class Moved:
    """One change of the state: before, after, and what made it."""

    before: State
    after: State
    event: Event


_LINE = re.compile(r"t=(?P<at>\d+(?:\.\d+)?)\s+(?P<verb>[a-z-]+)(?:\s+(?P<words>.*\S))?\s*")
_ARGUMENTS: Final[dict[Verb, tuple[str, Callable[[tuple[str, ...]], bool]]]] = {
    Verb.SYMPTOM: (
        "one of " + ", ".join(kind.value for kind in AdverseKind),
        lambda words: len(words) == 1 and words[0] in {kind.value for kind in AdverseKind},
    ),
    Verb.BREATHING: ("on or off", lambda words: words in {("on",), ("off",)}),
    Verb.RATE: (
        "pain, mood or stress and a whole number from 0 to 10",
        lambda words: (
            len(words) == 2
            and words[0] in {measure.value for measure in Measure}
            and re.fullmatch(r"10|\d", words[1]) is not None
        ),
    ),
    Verb.COMFORT: (
        "a point, a side (left, right, midline) and fine, too_much or skipped",
        lambda words: (
            len(words) == 3
            and words[1] in {side.value for side in SiteSide}
            and words[2] in {comfort.value for comfort in Comfort}
        ),
    ),
    Verb.STALL: ("a number of seconds", lambda words: len(words) == 1 and _is_seconds(words[0])),
    Verb.SUSPEND: ("a number of seconds", lambda words: len(words) == 1 and _is_seconds(words[0])),
}


def read_script(text: str) -> tuple[Cue, ...]:
    """Return the cues in the order in which they happen; empty lines and ``#`` lines are skipped.

    Raises ``ScriptRefused`` for a line that is not understood.
    """
    cues = [
        _read_line(number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    return tuple(sorted(cues, key=lambda cue: cue.at))


def rehearse(
    ready: Ready, script: tuple[Cue, ...], clock: VirtualClock, tick_seconds: float = TICK_SECONDS
) -> Iterator[Moved]:
    """Run the machine to its end, or to where it waits for a person whom the script has leave.

    Where ``ready`` counts down, the person lets it; else they begin at once. The clock moves with it. Yields
    every change, ticks included.
    """
    yield from _Run(ready, clock, tick_seconds).through(script)


def _read_line(number: int, line: str) -> Cue:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ScriptRefused(number, f"expected something like 't=12 pause', not {line!r}")
    names = {verb.value: verb for verb in Verb}
    verb = names.get(found["verb"])
    if verb is None:
        raise ScriptRefused(number, f"{found['verb']!r} is none of {', '.join(names)}")
    at = float(found["at"])
    if at > HOURS_MAX * 3600:
        raise ScriptRefused(number, f"t must be at most {HOURS_MAX} hours")
    words = tuple((found["words"] or "").split())
    wanted = _ARGUMENTS.get(verb)
    if wanted is None and words:
        raise ScriptRefused(number, f"{verb.value!r} takes nothing after it")
    if wanted is not None and not wanted[1](words):
        raise ScriptRefused(number, f"{verb.value!r} needs {wanted[0]}")
    return Cue(number, at, verb, words)


def _is_seconds(word: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?", word) is not None and 0 < float(word) <= HOURS_MAX * 3600


def _waits(state: State) -> bool:
    """Whether nothing happens without the person: an exercise that is only counted waits too."""
    if isinstance(state, Exercising):
        return state.exercise.seconds is None
    if isinstance(state, Ready):
        return state.begins_in_seconds is None
    return isinstance(state, Finished | Paused | StopCard)


class _Run:
    """The state and the clock while a script runs; lives inside one call of ``rehearse``."""

    def __init__(self, ready: Ready, clock: VirtualClock, tick_seconds: float) -> None:
        self.state: State = ready
        self.clock = clock
        self.tick_seconds = tick_seconds
        self.start = clock.instant()

    def through(self, script: tuple[Cue, ...]) -> Iterator[Moved]:
        begins = any(cue.verb is Verb.BEGIN for cue in script)
        for cue in script:
            if cue.at > 0 and not begins:
                yield from self._begin()
            yield from self._tick_until(cue.at)
            yield from self._follow(cue)
        yield from self._begin()
        while not _waits(self.state):
            yield from self._tick_once(self.tick_seconds)

    def _begin(self) -> Iterator[Moved]:
        if isinstance(self.state, Ready) and self.state.begins_in_seconds is None:
            yield self._do(Begin(self.clock.instant()))

    def _tick_until(self, at: float) -> Iterator[Moved]:
        while True:
            left = at - (self.clock.instant().at - self.start.at)
            if left <= 1e-9:
                return
            if isinstance(self.state, Finished):
                self.clock.advance(left)
                return
            yield from self._tick_once(min(self.tick_seconds, left))

    def _tick_once(self, seconds: float) -> Iterator[Moved]:
        self.clock.advance(seconds)
        yield self._do(Tick(self.clock.instant()))

    def _follow(self, cue: Cue) -> Iterator[Moved]:
        if cue.verb is Verb.STALL:
            yield from self._tick_once(float(cue.words[0]))
            return
        if cue.verb is Verb.SUSPEND:
            self.clock.sleep(float(cue.words[0]))
            yield self._do(Tick(self.clock.instant()))
            return
        for event in self._events(cue, self.clock.instant()):
            yield self._do(event)

    def _events(self, cue: Cue, now: Instant) -> tuple[Event, ...]:
        plain: dict[Verb, tuple[Event, ...]] = {
            Verb.BEGIN: (Begin(now),),
            Verb.PAUSE: (Pause(now),),
            Verb.RESUME: (Resume(now),),
            Verb.NEXT: (Next(now),),
            Verb.BACK: (Repeat(now),),
            Verb.LONGER: (Longer(now),),
            Verb.SKIP: (SkipSide(now),),
            Verb.HANDS_OFF: (Stop(now),),
            Verb.STOP: (Stop(now), Stop(now)),
            Verb.LOCK: (ScreenLocked(now),),
            Verb.SUSPEND: (SystemSuspended(now),),
        }
        if cue.verb is Verb.SYMPTOM:
            return (StopForSymptom(now, AdverseKind(cue.words[0])),)
        if cue.verb is Verb.BREATHING:
            return (BreathingOn(now) if cue.words == ("on",) else BreathingOff(now),)
        if cue.verb is Verb.RATE:
            return (Rated(now, Measure(cue.words[0]), self._rating_time(now), int(cue.words[1])),)
        if cue.verb is Verb.COMFORT:
            point, side, comfort = cue.words
            return (ComfortGiven(now, PointCode(point), SiteSide(side), Comfort(comfort)),)
        return plain[cue.verb]

    def _rating_time(self, now: Instant) -> RatingTime:
        match self.state:
            case Ready():
                return RatingTime.BEFORE
            case Finished():
                since = self.state.log.at(now) - self.state.ended_at
                return RatingTime.AFTER_5 if since < AFTER_20_FROM_SECONDS else RatingTime.AFTER_20
            case _:
                return RatingTime.DURING

    def _do(self, event: Event) -> Moved:
        before = self.state
        self.state = advance(before, event)
        return Moved(before, self.state, event)
