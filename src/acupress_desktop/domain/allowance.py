"""How much of a day is left, which set comes next and at which dose, from what was really pressed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from acupress_desktop.domain.breathing import FIRST_WEEK, USUAL, BreathPattern
from acupress_desktop.domain.ids import ProtocolId
from acupress_desktop.domain.journal import SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.protocols import (
    MINUTES_PER_DAY_MAX,
    READY_SECONDS,
    SESSIONS_PER_DAY_MAX,
    DoseStage,
    Plan,
)

FIRST_WEEK_LENGTH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PastSession:
    """What later sessions need to know of one: when it began and what was pressed, in seconds."""

    protocol: ProtocolId
    started: Moment
    holds: int
    held_seconds: float

    @classmethod
    def of(cls, story: SessionStory) -> PastSession:
        """Sum up a session of the journal; sites that were skipped untouched do not count."""
        pressed = tuple(hold for hold in story.holds if hold.held_seconds > 0)
        return cls(
            protocol=story.session.protocol,
            started=story.session.started,
            holds=len(pressed),
            held_seconds=sum(hold.held_seconds for hold in pressed),
        )

    @property
    def took_place(self) -> bool:
        """Whether anything was pressed; a session that was only opened is none."""
        return self.holds > 0

    @property
    def total_seconds(self) -> float:
        """Holds and the moves between them, as ``Plan.pressing_seconds`` counts them."""
        return self.held_seconds + READY_SECONDS * max(0, self.holds - 1)


class DayLimit(Enum):
    """Which daily limit is reached."""

    SESSIONS = "sessions"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The plan fits into today."""


@dataclass(frozen=True, slots=True)
class OfferShort:
    """The plan is too long for today, its short form is not. Minutes left, rounded down."""

    minutes_left: int


@dataclass(frozen=True, slots=True)
class Postpone:
    """Nothing more today; tomorrow is fine."""

    limit: DayLimit


Allowance = Allowed | OfferShort | Postpone


def daily_allowance(today: Iterable[PastSession], full: Plan, short: Plan | None) -> Allowance:
    """Tell whether ``full`` fits beside the sessions of ``today`` (the same local date).

    At most two sessions a day of any set and 35 minutes across sets; ``short`` is the short
    form of the same set where it has one.
    """
    done = tuple(session for session in today if session.took_place)
    if len(done) >= SESSIONS_PER_DAY_MAX:
        return Postpone(DayLimit.SESSIONS)
    seconds_left = MINUTES_PER_DAY_MAX * 60 - sum(session.total_seconds for session in done)
    if full.pressing_seconds <= seconds_left:
        return Allowed()
    if short is not None and short.pressing_seconds <= seconds_left:
        return OfferShort(minutes_left=int(seconds_left // 60))
    return Postpone(DayLimit.MINUTES)


class Turn(Enum):
    """Whether this is the very first session of all."""

    FIRST_EVER = "first_ever"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class NextSet:
    """What to press next, and at which dose."""

    protocol: ProtocolId
    stage: DoseStage
    turn: Turn


def next_set(wanted: ProtocolId, history: Iterable[PastSession], when: Moment) -> NextSet:
    """Return the set for the coming session of somebody who asks for ``wanted``.

    The first session of all is the calm set. A set stays at half dose for seven days from its
    own first session.
    """
    past = tuple(session for session in history if session.took_place)
    if not past:
        return NextSet(CALM, DoseStage.FIRST_WEEK, Turn.FIRST_EVER)
    same = tuple(session for session in past if session.protocol == wanted)
    stage = DoseStage.FIRST_WEEK if _within_first_week(same, when) else DoseStage.USUAL
    return NextSet(wanted, stage, Turn.LATER)


def breath_pattern(history: Iterable[PastSession], when: Moment) -> BreathPattern:
    """Return the pace of the guide: slower only after a week with any set."""
    past = tuple(session for session in history if session.took_place)
    return FIRST_WEEK if _within_first_week(past, when) else USUAL


def _within_first_week(sessions: tuple[PastSession, ...], when: Moment) -> bool:
    first = min((session.started.utc for session in sessions), default=None)
    return first is None or when.utc - first < FIRST_WEEK_LENGTH
