"""What the session screen shows: frozen values, every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.breathing import BreathPhase
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.sides import SiteSide


class SessionPhase(Enum):
    """What the person does just now."""

    READY = "ready"
    GET_READY = "get_ready"
    HOLDING = "holding"
    LEAD_IN = "lead_in"
    PAUSED = "paused"
    STOP_CARD = "stop_card"
    FINISHED = "finished"

    @property
    def runs(self) -> bool:
        """Whether seconds lead somewhere, so that the screen must follow the clock."""
        return self in (SessionPhase.GET_READY, SessionPhase.HOLDING, SessionPhase.LEAD_IN)


@dataclass(frozen=True, slots=True)
class PlaceView:
    """The site that is pressed, or comes next: names, how to find it, how hard."""

    point: PointCode
    side: SiteSide
    close_up: str
    eyebrow: str
    title: str
    english: str
    code: str
    hanzi: str
    how: str
    posture: str
    badge: str
    pressure: str
    felt_pressure: int
    pressure_low: str
    pressure_high: str
    pressure_lines: tuple[str, ...]
    stop_line: str


@dataclass(frozen=True, slots=True)
class FollowingView:
    """The next site, small; ``point`` is ``None`` after the last one."""

    eyebrow: str
    title: str
    detail: str
    point: PointCode | None
    side: SiteSide | None
    close_up: str


@dataclass(frozen=True, slots=True)
class BreathView:
    """The breath at this instant. Cells are whole seconds for the still version, the last partial."""

    phase: BreathPhase
    fullness: float
    cue: str
    in_seconds: float
    out_seconds: float
    in_label: str
    out_label: str
    cells_done: int
    count: str
    count_of: str


@dataclass(frozen=True, slots=True)
class StopChoiceView:
    """One thing that may have been felt."""

    kind: AdverseKind
    words: str


@dataclass(frozen=True, slots=True)
class StopCardView:
    """Hands off. Asks what it was, or offers to go on or end."""

    title: str
    lead: str
    question: str
    choices: tuple[StopChoiceView, ...]
    go_on: str
    end: str


class AdviceKind(Enum):
    """How advice looks: it stops what is going on, or says calmly what to do."""

    STOP = "stop"
    CALM = "calm"


@dataclass(frozen=True, slots=True)
class AdviceCardView:
    """What to do after something unpleasant; stands until it is left."""

    title: str
    sentences: tuple[str, ...]
    emergency: str
    leave: str
    kind: AdviceKind = AdviceKind.STOP


@dataclass(frozen=True, slots=True)
class ActsView:
    """The bar of large buttons; an empty ``blocked`` text means that the act is possible."""

    stop: str
    pause: str
    pause_runs: bool
    longer: str
    longer_blocked: str
    repeat: str
    breathing: str
    skip: str
    not_begun: str
    next: str
    more: str


@dataclass(frozen=True, slots=True)
class LiveView:
    """What changes with the clock, and nothing else."""

    phase: SessionPhase
    fraction: float
    ready_fraction: float
    seconds: str
    seconds_label: str
    seconds_of: str
    breath: BreathView | None
    cue: str
    begins_by_itself: bool
    step_shares: tuple[tuple[float, ...], ...]
    time_left: str

    @property
    def follows_clock(self) -> bool:
        """Whether the screen must ask again by itself."""
        return self.phase.runs or self.begins_by_itself


@dataclass(frozen=True, slots=True)
class Announcement:
    """A line for a screen reader; ``urgent`` ones interrupt."""

    text: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class SessionView:
    """The whole screen."""

    title: str
    step: str
    steps_spoken: str
    place: PlaceView
    following: FollowingView
    caption: str
    live: LiveView
    acts: ActsView
    stop_card: StopCardView | None
    advice: AdviceCardView | None
    trouble: str
    announcements: tuple[Announcement, ...]
