"""What the session screen shows: frozen values, every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.breathing import BreathPhase
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.speaking import Pulse, Spoken


class SessionPhase(Enum):
    """What the person does just now."""

    READY = "ready"
    GET_READY = "get_ready"
    HOLDING = "holding"
    LEAD_IN = "lead_in"
    PAUSED = "paused"
    EXERCISE = "exercise"
    STOP_CARD = "stop_card"
    FINISHED = "finished"

    @property
    def runs(self) -> bool:
        """Whether seconds lead somewhere, so that the screen must follow the clock."""
        return self in (
            SessionPhase.GET_READY,
            SessionPhase.HOLDING,
            SessionPhase.LEAD_IN,
            SessionPhase.EXERCISE,
        )


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
    note: str
    picture: RowId | None
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
class BreathPartView:
    """One of the two to four phases of a breath; ``label`` stands under its cells."""

    phase: BreathPhase
    seconds: float
    label: str


@dataclass(frozen=True, slots=True)
class BreathView:
    """The breath at this instant, ``at_seconds`` after it began.

    Cells are whole seconds for the still version, the last of each part partial; ``cells_done`` counts those
    of all parts together.
    """

    phase: BreathPhase
    fullness: float
    at_seconds: float
    cue: str
    parts: tuple[BreathPartView, ...]
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
class SessionActView:
    """One act of the bar: its words, shorter ones for a narrow bar, its key, why it is not possible now."""

    act: SessionAct
    words: str
    short: str
    key: str
    blocked: str = ""


@dataclass(frozen=True, slots=True)
class ToggleView:
    """Voice, captions or breath: on or off, and with which key."""

    act: SessionAct
    words: str
    key: str
    state: Choice
    spoken: str


class Calm(Enum):
    """How much of the screen is shown."""

    ALL = "all"
    QUIET = "quiet"
    """Place, ring, seconds, pressure and the captions, with Pause and Stop."""


@dataclass(frozen=True, slots=True)
class ActsView:
    """The bar of large buttons: Stop and Pause always, ``seconds`` with the most needed first.

    ``pause_words`` are all that Pause may ever say: its place and width stay the same.
    """

    stop: SessionActView
    pause: SessionActView
    pause_runs: bool
    pause_words: tuple[str, ...]
    seconds: tuple[SessionActView, ...]
    toggles: tuple[ToggleView, ...]
    calm: Calm
    more: str
    less: str
    toggles_name: str


@dataclass(frozen=True, slots=True)
class ComfortAnswerView:
    """One answer and its key."""

    act: SessionAct
    words: str
    key: str


@dataclass(frozen=True, slots=True)
class ComfortView:
    """How the last site felt. Without answers it only says, in ``note``, what an answer did."""

    question: str
    answers: tuple[ComfortAnswerView, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RailStepView:
    """One dash of the rail: L, R or nothing under it, and whether it is the one of now."""

    letter: str
    share: float
    now: bool


@dataclass(frozen=True, slots=True)
class RailGroupView:
    """The sites of one point, or one exercise: ``code`` is short, of an exercise its title."""

    code: str
    steps: tuple[RailStepView, ...]


@dataclass(frozen=True, slots=True)
class RailView:
    """All steps of the session in their order; ``words`` say the same aloud."""

    groups: tuple[RailGroupView, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ExerciseView:
    """An exercise, stretch or walk, in the person's own words. ``picture`` names the routine's step."""

    eyebrow: str
    title: str
    text: str
    amount: str
    hint: str
    picture: RowId | None


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
    done_about: str
    rail: RailView
    place: PlaceView
    exercise: ExerciseView | None
    following: FollowingView
    caption: str
    shows_captions: bool
    live: LiveView
    acts: ActsView
    comfort: ComfortView | None
    stop_card: StopCardView | None
    advice: AdviceCardView | None
    trouble: str
    announcements: tuple[Announcement, ...]
    begun: tuple[Spoken, ...] = ()
    """Sentences and tones that begin now, in their order."""
    pulse: Pulse | None = None
    """The last tone, to be seen."""
