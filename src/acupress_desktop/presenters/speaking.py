"""Who speaks when: one sentence or tone at a time, in the order in which the session says them.

Pure: time comes with every call. A ``Lane`` is one mouth. With a voice there is a single lane, so that voice
and tones are never heard over each other. Without one, sentences are captions only and have a lane of their
own, so that a caption that is being read keeps no tone back.

The rules, from strong to weak:

1. What cuts in silences what sounds, and what waited is forgotten; so does a key that leads on.
2. What is said in turn is said, in the longest form that ends before the next line is due; where no form
   does, in the shortest. It begins when the lane is free.
3. Moving to another site forgets what still waits of the site before, and silences it.
4. What is only useful begins when one of its forms has room, in the longest that has, within twenty seconds;
   how to find a place goes before talk of the breath, and lines that are due go before both. A new place is
   told of ahead, in the last hold of the one before (``coming.site_ahead``).
5. A mark in time (a count, a turn of the breath) sounds at once, if the lane is free and it ends before the
   next line is due. A count is three marks: where the first was not heard, the others are not either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.tones import TONE_SECONDS, Tone
from acupress_desktop.presenters.prompts import (
    MOVING_ON,
    NAMING,
    PATIENCE_SECONDS,
    USEFUL,
    Prompt,
    Urgency,
)
from acupress_desktop.presenters.speech_length import speech_seconds
from acupress_desktop.session.lines import LineId

_EXACT = 1e-6
_GIVEN_UP_SECONDS = 2.0
_COUNT_SECONDS = 1.5
"""A count goes on while its last mark is no longer ago than this."""


class Sounding(Enum):
    """Whether something is heard: the tones, or the voice."""

    HEARD = "heard"
    SILENT = "silent"


class Cut(Enum):
    """Whether what sounds goes on when something new wants to be heard."""

    NO = "no"
    BY_THE_PERSON = "by_the_person"
    """A key led on: what sounds is about something that is over."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence or one tone that begins ``at``; the other of the two is empty. ``line`` says why.

    ``seconds`` is how long it is expected to sound: 0 for a tone that nobody hears. Where ``silences`` is
    set, whatever sounds is to be silenced first.
    """

    at: float
    seconds: float
    text: str
    tone: Tone | None
    urgency: Urgency
    line: LineId | None
    silences: bool = False

    @property
    def ends_at(self) -> float:
        """When it is expected to be over."""
        return self.at + self.seconds

    @property
    def is_urgent(self) -> bool:
        """Whether it cannot wait for what somebody else is saying."""
        return self.urgency is Urgency.CUTS_IN


@dataclass(frozen=True, slots=True)
class Pulse:
    """A tone to be seen: ``strength`` swells and falls softly, 0 to 1 to 0; never more than one a second."""

    tone: Tone
    strength: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """Half a prompt: its tone or its sentence, since when it waits, and whether it is to silence others."""

    prompt: Prompt
    tone: Tone | None
    forms: tuple[str, ...]
    since: float
    silences: bool = False

    def seconds(self, form: str, pace: Pace) -> float:
        """Return how long one form of it lasts; a tone has none."""
        return pace.tone_seconds(self.tone) if self.tone is not None else pace.text_seconds(form)

    def shortest(self, pace: Pace) -> float:
        """Return how long it lasts at least."""
        return self.seconds(self.forms[-1] if self.forms else "", pace)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long things last: the rate of the voice, and whether voice and tones are heard.

    A voice that is heard tells when it has ended; one that never tells is given up after a while.
    """

    rate_percent: int = 100
    tones: Sounding = Sounding.HEARD
    voice: Sounding = Sounding.SILENT

    def tone_seconds(self, tone: Tone) -> float:
        """Return how long a tone keeps the lane."""
        return TONE_SECONDS[tone] if self.tones is Sounding.HEARD else 0.0

    def text_seconds(self, text: str) -> float:
        """Return how long a sentence keeps the lane."""
        return speech_seconds(text, self.rate_percent)

    def over_at(self, spoken: Spoken) -> float:
        """Return when ``spoken`` is taken to be over although nobody has told."""
        real = self.voice is Sounding.HEARD and spoken.text
        return spoken.ends_at + (spoken.seconds + _GIVEN_UP_SECONDS if real else 0.0)


@dataclass(frozen=True, slots=True)
class Lane:
    """One mouth: what sounds, what waits for it, and when the last mark of a count was heard."""

    sounding: Spoken | None = None
    waiting: tuple[Waiting, ...] = ()
    counted_at: float | None = None

    def ended(self, spoken: Spoken) -> Lane:
        """Return the lane after ``spoken`` was over; anything else is no news."""
        return replace(self, sounding=None) if self.sounding == spoken else self

    def heard(self, parts: tuple[Waiting, ...], at: float, cut: Cut = Cut.NO) -> Lane:
        """Return the lane with what wants to be heard from now on, all of one moment and in order."""
        if not parts:
            return self
        urgent = next((part for part in parts if part.prompt.urgency is Urgency.CUTS_IN), None)
        cutting = urgent or (parts[0] if cut is Cut.BY_THE_PERSON else None)
        name_lost = cutting is not None and (
            _is_name(self.sounding) or any(each.prompt.line in NAMING and each.forms for each in self.waiting)
        )
        waiting = self.waiting if cutting is None else ()
        aside = tuple(each for each in self.waiting if cutting is not None and each.prompt.line is None)
        for part in parts:
            if part is urgent:
                waiting = ()
            if part.prompt.line in MOVING_ON:
                waiting = _without_the_past(waiting, at)
            taken = part
            if part.prompt.line is LineId.PRESS and part.forms:
                unnamed = _without_the_name_of(waiting, part)
                if name_lost or len(unnamed) < len(waiting):
                    taken = replace(part, forms=part.prompt.with_place)
                waiting = unnamed
            waiting = (*waiting, replace(taken, silences=part is cutting))
        waiting = (*waiting, *(each for each in aside if each.prompt.urgency is Urgency.IN_TURN))
        return replace(self, waiting=waiting, sounding=self.sounding if cutting is None else None)

    def step(self, at: float, due_in: float | None, pace: Pace) -> tuple[Lane, tuple[Spoken, ...]]:
        """Return the lane as it is ``at``, and what begins there; ``due_in`` seconds the next line comes."""
        lane = self
        begun: list[Spoken] = []
        silences = False
        while lane.sounding is None or pace.over_at(lane.sounding) <= at + _EXACT:
            lane = replace(lane, sounding=None, waiting=_without_the_late(lane.waiting, at))
            chosen = _choose(lane, at, due_in, pace)
            if chosen is None:
                break
            part, form = chosen
            silences = silences or part.silences
            spoken = Spoken(
                at,
                part.seconds(form, pace),
                form,
                part.tone,
                part.prompt.urgency,
                part.prompt.line,
                silences,
            )
            counted = at if part.tone is Tone.COUNT else lane.counted_at
            left = tuple(each for each in lane.waiting if each is not part)
            lane = replace(lane, sounding=spoken, waiting=left, counted_at=counted)
            if form or part.tone is not None:
                begun.append(spoken)
                silences = False
        late = tuple(each for each in lane.waiting if each.prompt.urgency is not Urgency.NOW_OR_NEVER)
        return replace(lane, waiting=late), tuple(begun)


def _is_name(spoken: Spoken | None) -> bool:
    """Tell whether a place is being named."""
    return spoken is not None and bool(spoken.text) and spoken.line in NAMING


def _without_the_past(waiting: tuple[Waiting, ...], at: float) -> tuple[Waiting, ...]:
    """Forget what belongs to the site before, but not what was said at this very moment."""
    return tuple(
        each
        for each in waiting
        if each.since >= at - _EXACT or each.prompt.urgency is Urgency.CUTS_IN or each.prompt.site is None
    )


def _without_the_name_of(waiting: tuple[Waiting, ...], press: Waiting) -> tuple[Waiting, ...]:
    """Forget the name of a place that waits no longer, because its press names it."""
    named = any(_names(each, press) and each.forms for each in waiting)
    return tuple(each for each in waiting if not named or not _names(each, press))


def _names(part: Waiting, press: Waiting) -> bool:
    return part.prompt.line in NAMING and part.prompt.site == press.prompt.site


def _without_the_late(waiting: tuple[Waiting, ...], at: float) -> tuple[Waiting, ...]:
    """Forget what was only useful and has waited for too long."""
    return tuple(
        each
        for each in waiting
        if each.prompt.urgency is not Urgency.IF_ROOM or at - each.since <= PATIENCE_SECONDS + _EXACT
    )


def _choose(lane: Lane, at: float, due_in: float | None, pace: Pace) -> tuple[Waiting, str] | None:
    """Return what begins now and in which form: what is due first, then what is only useful."""
    due = tuple(each for each in lane.waiting if each.prompt.urgency is not Urgency.IF_ROOM)
    for place, part in enumerate(due):
        room = _room(due_in, due[place + 1 :], pace)
        if part.prompt.urgency is not Urgency.NOW_OR_NEVER:
            return part, _fitting(part, room, pace) or (part.forms[-1] if part.forms else "")
        if _in_time(lane, part, at) and part.shortest(pace) <= room + _EXACT:
            return part, ""
    useful = (each for each in lane.waiting if each.prompt.urgency is Urgency.IF_ROOM)
    for part in sorted(useful, key=_rank):
        form = _fitting(part, _room(due_in, (), pace), pace)
        if form is not None:
            return part, form
    return None


def _in_time(lane: Lane, part: Waiting, at: float) -> bool:
    """Tell whether a mark may still be heard; of a count, only where it was heard from its first on."""
    if part.since < at - _EXACT:
        return False
    if part.tone is not Tone.COUNT or part.prompt.first:
        return True
    return lane.counted_at is not None and at - lane.counted_at <= _COUNT_SECONDS


def _rank(part: Waiting) -> int:
    return USEFUL.index(part.prompt.line) if part.prompt.line in USEFUL else len(USEFUL)


def _room(due_in: float | None, behind: tuple[Waiting, ...], pace: Pace) -> float:
    """Return the seconds until the next line, less what those that wait behind need at least."""
    if due_in is None:
        return float("inf")
    needed = sum(each.shortest(pace) for each in behind if each.prompt.urgency is not Urgency.NOW_OR_NEVER)
    return due_in - needed


def _fitting(part: Waiting, room: float, pace: Pace) -> str | None:
    """Return the longest form that has room; the empty one for a tone."""
    if part.tone is not None:
        return ""
    return next((form for form in part.forms if pace.text_seconds(form) <= room + _EXACT), None)
