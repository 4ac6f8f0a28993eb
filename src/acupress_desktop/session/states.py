"""The states of a running session. All are frozen; ``machine.advance`` makes the next one.

Times named ``at`` are seconds since the person began, sleep included; ``now`` is the last instant
that the state was told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from acupress_desktop.domain.breathing import Breath, BreathPattern, breath_at
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.protocols import FELT_PRESSURE_MAX, RAMP_SECONDS, Plan, PlannedStep
from acupress_desktop.domain.safety.outcome import BreathingGuide, Clearance
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.lines import LineId, Said

GAP_SECONDS = 1.5
"""Up to this long between two ticks still counts as held."""
SHORT_GAP_SECONDS = 30.0
"""Up to this long the session goes on by itself; after more it waits for the person."""
SLEEP_SECONDS = 1.0
"""The boot clock may run ahead of the other by this much before it means a suspend."""
LEAD_IN_SECONDS = 3.0
LONGER_SECONDS = 15
CHECKPOINT_SECONDS = 5.0
CLEARANCE_SECONDS = 3600.0
"""Nothing begins or goes on from a pause later than this after the clearance."""
BREATHING_SECONDS_MAX = 1200.0
"""Paced breathing is guided for at most 20 minutes of a session."""


class PauseCause(Enum):
    """Why nothing is pressed just now; the values stand in the journal."""

    PERSON = "person"
    GAP = "gap"
    SUSPEND = "suspend"
    LOCK = "lock"


class HoldPhase(Enum):
    """Press in, hold, let go; both ramps lie inside ``hold_seconds``."""

    PRESS_IN = "press_in"
    HOLD = "hold"
    EASE_OFF = "ease_off"


class Move(Enum):
    """Why somebody is given five seconds."""

    OTHER_SIDE = "other_side"
    NEXT_POINT = "next_point"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class HoldDone:
    """One hold as it ended, or as far as it has come.

    ``order`` numbers the holds of a session, repeats included; ``step_order`` is that of the
    planned step, 0 where it is not known.
    """

    order: int
    point: PointCode
    side: SiteSide
    prescribed_seconds: int
    hold_seconds: int
    held_seconds: float
    completed: bool
    changed_by: tuple[str, ...]
    felt_pressure: int
    began_at: float
    ended_at: float
    comfort: Comfort | None = None
    step_order: int = 0


@dataclass(frozen=True, slots=True)
class PauseDone:
    """A stretch without pressing: when, how long in seconds, and why."""

    at: float
    seconds: float
    cause: PauseCause


@dataclass(frozen=True, slots=True)
class RatingGiven:
    """A 0 to 10 rating and when in the session it was given."""

    at: float
    measure: Measure
    time: RatingTime
    value: int


@dataclass(frozen=True, slots=True)
class SymptomTold:
    """Something unpleasant that the person told, and at which site, if at one."""

    at: float
    kind: AdverseKind
    point: PointCode | None
    side: SiteSide | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """What has happened so far, in order. Grows, never changes but for a hold's comfort."""

    began: Instant | None = None
    holds: tuple[HoldDone, ...] = ()
    pauses: tuple[PauseDone, ...] = ()
    spoken: tuple[Said, ...] = ()
    ratings: tuple[RatingGiven, ...] = ()
    symptoms: tuple[SymptomTold, ...] = ()

    def at(self, now: Instant) -> float:
        """Return ``now`` in seconds since the session began; zero before that."""
        return 0.0 if self.began is None else max(0.0, now.boot_at - self.began.boot_at)

    def held_at_site(self, point: PointCode, side: SiteSide) -> float:
        """Return all seconds already pressed at one site."""
        return sum(hold.held_seconds for hold in self.holds if hold.point == point and hold.side is side)


@dataclass(frozen=True, slots=True)
class Course:
    """What stays the same in all states of a session, and its breathing guide.

    ``cleared`` is the instant of the clearance; where nobody says, that of the first press.
    """

    clearance: Clearance
    plan: Plan
    pattern: BreathPattern
    breathing: BreathingGuide
    guided_seconds: float = 0.0
    cleared: Instant | None = None

    def __post_init__(self) -> None:
        """Refuse a plan that this clearance does not cover."""
        if not self.plan.steps:
            raise ValueError("a session needs at least one site to press")
        if self.plan.complaint != self.clearance.complaint and self.plan.protocol != CALM:
            raise ValueError("the clearance was given for another complaint")
        blocked = {(site.point, site.side) for site in self.clearance.blocked_sites}
        only = self.clearance.only_points
        for step in self.plan.steps:
            if (step.point, step.side) in blocked or (only is not None and step.point not in only):
                raise ValueError(f"{step.point} on the {step.side.value} is blocked by the clearance")
            if step.felt_pressure > self._cap_everywhere:
                raise ValueError(f"{step.point} would be pressed harder than the clearance allows")
            if max(step.hold_seconds, step.site_seconds_max) > self.clearance.max_hold_seconds:
                raise ValueError(f"{step.point} would be held for longer than the clearance allows")

    @property
    def _cap_everywhere(self) -> int:
        caps = self.clearance.pressure_caps
        return min((cap.max_felt_pressure for cap in caps if not cap.regions), default=FELT_PRESSURE_MAX)

    def is_stale(self, now: Instant) -> bool:
        """Tell whether the clearance is older than an hour, sleep included."""
        return self.cleared is not None and now.boot_at - self.cleared.boot_at > CLEARANCE_SECONDS

    def step(self, index: int) -> PlannedStep:
        """Return the planned step at ``index``, counted from zero."""
        return self.plan.steps[index]


@dataclass(frozen=True, slots=True)
class Ready:
    """Before the first press: the plan is on screen, ``index`` is where it begins."""

    course: Course
    log: Log = field(default_factory=Log)
    index: int = 0


@dataclass(frozen=True, slots=True)
class GetReady:
    """Five seconds to move a hand to the step at ``index``."""

    course: Course
    log: Log
    now: Instant
    index: int
    move: Move
    elapsed_seconds: float
    hold_seconds: int

    @property
    def step(self) -> PlannedStep:
        """The site that comes next."""
        return self.course.step(self.index)


@dataclass(frozen=True, slots=True)
class Holding:
    """A site is being pressed."""

    course: Course
    log: Log
    now: Instant
    index: int
    order: int
    began_at: float
    hold_seconds: int
    held_seconds: float
    changed_by: tuple[str, ...]
    cues: frozenset[LineId] = frozenset()

    @property
    def step(self) -> PlannedStep:
        """The site under the finger."""
        return self.course.step(self.index)

    @property
    def seconds_left(self) -> float:
        """How much of the hold is to come."""
        return max(0.0, self.hold_seconds - self.held_seconds)

    @property
    def fraction(self) -> float:
        """Share of the hold that is done, 0 to 1."""
        return min(1.0, self.held_seconds / self.hold_seconds)

    @property
    def phase(self) -> HoldPhase:
        """Press in for five seconds, hold, ease off for the last five."""
        if self.seconds_left <= RAMP_SECONDS:
            return HoldPhase.EASE_OFF
        return HoldPhase.PRESS_IN if self.held_seconds < RAMP_SECONDS else HoldPhase.HOLD

    @property
    def breath(self) -> Breath | None:
        """Where the guided breath is, or ``None`` with the guide off; it begins with the hold."""
        if self.course.breathing is BreathingGuide.OFF_BY_DEFAULT:
            return None
        return breath_at(self.course.pattern, self.held_seconds)

    def as_done(self, *, at: float) -> HoldDone:
        """Return the hold as far as it has come at ``at``, not completed."""
        return HoldDone(
            order=self.order,
            point=self.step.point,
            side=self.step.side,
            prescribed_seconds=self.step.prescribed_seconds,
            hold_seconds=self.hold_seconds,
            held_seconds=self.held_seconds,
            completed=False,
            changed_by=self.changed_by,
            felt_pressure=self.step.felt_pressure,
            began_at=self.began_at,
            ended_at=at,
            step_order=self.step.order,
        )


Moving = GetReady | Holding
"""The states in which seconds lead somewhere."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Three seconds to put the finger back, then ``to`` goes on."""

    course: Course
    log: Log
    now: Instant
    to: Moving
    elapsed_seconds: float


@dataclass(frozen=True, slots=True)
class Paused:
    """Nothing counts until the person goes on. ``since`` is when pressing ended."""

    course: Course
    log: Log
    now: Instant
    where: Moving
    cause: PauseCause
    since: Instant


@dataclass(frozen=True, slots=True)
class StopCard:
    """Hands off: the card asks what it was (S01), or whether to go on or end."""

    course: Course
    log: Log
    now: Instant
    where: Moving
    since: Instant


@dataclass(frozen=True, slots=True)
class Finished:
    """Over. ``symptom`` is set where one ended it."""

    course: Course
    log: Log
    now: Instant
    end: SessionEnd
    ended_at: float
    symptom: AdverseKind | None = None


State = Ready | GetReady | Holding | LeadIn | Paused | StopCard | Finished
