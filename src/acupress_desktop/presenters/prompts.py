"""From a line of the session to what may be heard of it: a tone, a sentence in several lengths, a weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import VoiceDetail
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.tones import Tone
from acupress_desktop.session.lines import MARKS, Line, LineId
from acupress_desktop.session.states import Holding
from acupress_desktop.words import how_to, spoken

PATIENCE_SECONDS = 20.0
"""How long a sentence that is only useful waits for room."""
COUNT_FROM = 3
"""A count begins with this many seconds left."""


class Urgency(Enum):
    """What happens to a sentence when there is no room for it."""

    CUTS_IN = "cuts_in"
    """Silences what sounds, and everything that waits is forgotten."""
    IN_TURN = "in_turn"
    """Is said, in a shorter form where the time is short; waits for what sounds."""
    IF_ROOM = "if_room"
    """Waits for room for a while; is left out where there is none."""
    NOW_OR_NEVER = "now_or_never"
    """A mark in time: sounds now, or not at all."""


Site = tuple[PointCode, SiteSide]


@dataclass(frozen=True, slots=True)
class Prompt:
    """What one line wants to be heard: a tone and then a sentence; ``forms`` from long to short, or none.

    An empty form means that the tone says it, where there is one to be heard.
    ``line`` is ``None`` for a turn of the breath. ``site`` is set where the line belongs to one site alone.
    """

    line: LineId | None
    tone: Tone | None
    forms: tuple[str, ...]
    urgency: Urgency
    site: Site | None = None
    with_place: tuple[str, ...] = ()
    """The forms of a press whose place was not said in time."""
    first: bool = False
    """Whether this is the first mark of a count."""


class HowToSay(Protocol):
    """What is said of one point (``assets/atlas/how_to/*.toml``)."""

    @property
    def caption(self) -> str:
        """Where it is, short."""
        ...

    @property
    def spoken(self) -> str:
        """Where it is, in one sentence."""
        ...

    def place(self, side: SiteSide) -> str:
        """Return the place's title on that side."""
        ...


NAMING = frozenset({LineId.GET_READY, LineId.NEXT_POINT, LineId.OTHER_SIDE, LineId.AGAIN})
"""Lines that say which site comes."""
MOVING_ON = NAMING - {LineId.GET_READY} | {LineId.SKIPPED, LineId.EXERCISE, LineId.EXERCISE_SKIPPED}
"""After one of these, what still waits of the site before is no longer true."""
CUTTING_IN = frozenset(
    {
        LineId.HANDS_OFF,
        LineId.STOPPED,
        LineId.EXPIRED,
        LineId.GAP_NOTICED,
        LineId.PAUSED,
        LineId.WAITING_AFTER_GAP,
        LineId.WAITING_AFTER_SLEEP,
        LineId.WAITING_AFTER_LOCK,
        LineId.BREATHE_NORMALLY,
    }
)
"""Lines that cannot wait: hands off, and everything that stands still."""
USEFUL = (LineId.FIND, LineId.BREATHE, LineId.COMFORT_ASK)
"""Lines that may be left out, the more useful first."""
OF_A_MOMENT = frozenset(
    {LineId.HALF_WAY, LineId.EASE_OFF, LineId.GO_ON, LineId.GAP_NOTICED, LineId.RELEASE, LineId.LONGER}
)
"""Lines that are true for a moment only: said again later in a hold, they would be wrong."""
BESIDE_THE_PICTURE = frozenset({LineId.FIND, LineId.COMFORT_ASK})
"""Lines that stand on the screen anyway: said to who does not look, no captions of their own."""
TONES = {
    LineId.COUNT_IN: Tone.COUNT,
    LineId.COUNT_OUT: Tone.COUNT,
    LineId.PRESS: Tone.PRESS,
    LineId.RELEASE: Tone.RELEASE,
    LineId.OTHER_SIDE: Tone.SIDE_CHANGE,
    LineId.NEXT_POINT: Tone.NEXT,
    LineId.AGAIN: Tone.NEXT,
    LineId.EXERCISE: Tone.NEXT,
    LineId.EXERCISE_DONE: Tone.RELEASE,
    LineId.PAUSED: Tone.RELEASE,
    LineId.GAP_NOTICED: Tone.STOP,
    LineId.WAITING_AFTER_GAP: Tone.STOP,
    LineId.WAITING_AFTER_SLEEP: Tone.STOP,
    LineId.WAITING_AFTER_LOCK: Tone.STOP,
    LineId.HANDS_OFF: Tone.STOP,
    LineId.BREATHE_NORMALLY: Tone.STOP,
    LineId.STOPPED: Tone.STOP,
    LineId.EXPIRED: Tone.END,
    LineId.WELL_DONE: Tone.END,
}


@dataclass(frozen=True, slots=True)
class Prompter:
    """Makes prompts; remembers which points were explained, which site was named, and talk of the breath."""

    how_to: Mapping[PointCode, HowToSay]
    explained: frozenset[PointCode] = frozenset()
    breathed: bool = False
    named: Site | None = None

    def prompt(self, said: Line, detail: VoiceDetail) -> Prompt | None:
        """Return what may be heard of a line; ``None`` where this much detail has nothing for it."""
        tone = TONES.get(said.id)
        if said.id in MARKS:
            return Prompt(said.id, tone, (), Urgency.NOW_OR_NEVER, first=said.seconds == COUNT_FROM)
        forms = self._forms(said, detail)
        if not forms and tone is None:
            return None
        urgency = Urgency.IN_TURN
        if said.id in CUTTING_IN:
            urgency = Urgency.CUTS_IN
        elif said.id in USEFUL:
            urgency = Urgency.IF_ROOM
        site = _site_of(said)
        with_place: tuple[str, ...] = ()
        if said.id is LineId.PRESS:
            with_place = spoken.with_place(said, self._place(said))
            forms = forms if self.named == site else with_place
        return Prompt(said.id, tone, forms, urgency, site, with_place)

    def ahead(self, point: PointCode, side: SiteSide) -> Prompt | None:
        """Return what tells of a place before it comes; ``None`` where it was explained already."""
        ways = self._ways_to_find(Line(LineId.FIND, point, side), VoiceDetail.FULL)
        if point in self.explained or not ways:
            return None
        forms = spoken.ahead(self._place(Line(LineId.FIND, point, side)), ways)
        return Prompt(LineId.FIND, None, forms, Urgency.IF_ROOM, (point, side))

    def held(self, holding: Holding) -> str:
        """Return where a hand is pressing just now, and how hard."""
        step = holding.step
        place = self._place(Line(LineId.PRESS, step.point, step.side))
        return spoken.held(place, holding.felt_pressure)

    def after(self, said: Line) -> Prompter:
        """Return the prompter that remembers ``said``; after what cuts in, no place counts as named."""
        if said.id is LineId.FIND and said.point is not None:
            return replace(self, explained=self.explained | {said.point})
        if said.id is LineId.BREATHE:
            return replace(self, breathed=True)
        if said.id in CUTTING_IN:
            return replace(self, named=None)
        return replace(self, named=_site_of(said)) if said.id in NAMING else self

    def _forms(self, said: Line, detail: VoiceDetail) -> tuple[str, ...]:
        everything = detail is VoiceDetail.FULL
        if said.id is LineId.FIND:
            return self._ways_to_find(said, detail)
        if said.id is LineId.BREATHE and self.breathed and not everything:
            return ()
        if said.id is LineId.COMFORT_ASK and not everything:
            return ()
        place = self._place(said)
        if said.id is LineId.RELEASE:
            return (*spoken.full(said, place), "")
        return spoken.full(said, place) if everything else spoken.brief(said, place)

    def _ways_to_find(self, said: Line, detail: VoiceDetail) -> tuple[str, ...]:
        """The long way the first time a point comes, then the short one; in brief the short one, once."""
        how = None if said.point is None else self.how_to.get(said.point)
        if how is None:
            return ()
        long, short = how_to.line(how.spoken), how_to.line(how.caption)
        new = said.point not in self.explained
        wanted: tuple[str, ...] = (long, short) if new else (short,)
        if detail is not VoiceDetail.FULL:
            wanted = (short,) if new else ()
        return tuple(dict.fromkeys(form for form in wanted if form))

    def _place(self, said: Line) -> str:
        how = None if said.point is None else self.how_to.get(said.point)
        return "" if how is None or said.side is None else how_to.line(how.place(said.side))


def _site_of(said: Line) -> Site | None:
    return None if said.point is None or said.side is None else (said.point, said.side)


def turn_of_breath(tone: Tone) -> Prompt:
    """Return the prompt of a breath that turns."""
    return Prompt(None, tone, (), Urgency.NOW_OR_NEVER)
