"""The states of a running session. All are frozen; ``machine.advance`` makes the next one.

Times named ``at`` are seconds since the person began, sleep included; ``now`` is the last instant
that the state was told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from acupress_desktop.domain.breathing import Breath, BreathPattern, StepBreathing, breath_at
from acupress_desktop.domain.exercises import ExerciseKind, PlannedExercise
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.plans import BY_PERSON
from acupress_desktop.domain.protocols import RAMP_SECONDS, READY_SECONDS, PlannedStep, one_softer
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.course import Course
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
class ExerciseDone:
    """One exercise as it ended, or as far as it has come; ``order`` is its place in the plan, from 1."""

    order: int
    kind: ExerciseKind
    title: str
    planned_seconds: int | None
    repeats: int | None
    done_seconds: float
    completed: bool
    began_at: float
    ended_at: float


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
    """What has happened so far, in order. Grows, never changes but for a hold's comfort.

    Before the first press there is no zero: what is said then counts from when the session was opened, and
    gets times below zero with the first press. An exercise that comes again replaces what was kept of it.
    """

    began: Instant | None = None
    holds: tuple[HoldDone, ...] = ()
    pauses: tuple[PauseDone, ...] = ()
    spoken: tuple[Said, ...] = ()
    ratings: tuple[RatingGiven, ...] = ()
    symptoms: tuple[SymptomTold, ...] = ()
    exercises: tuple[ExerciseDone, ...] = ()

    def at(self, now: Instant) -> float:
        """Return ``now`` in seconds since the session began; zero before that."""
        return 0.0 if self.began is None else max(0.0, now.boot_at - self.began.boot_at)

    def held_at_site(self, point: PointCode, side: SiteSide) -> float:
        """Return all seconds already pressed at one site."""
        return sum(hold.held_seconds for hold in self.holds if hold.point == point and hold.side is side)

    def target_pressure(self, step: PlannedStep) -> int:
        """Return how hard a site is to be pressed now: less where its point was told to be too much.

        One less than what was too much, for everything that is left at that point; never below 1.
        """
        gentler = (
            one_softer(hold.felt_pressure)
            for hold in self.holds
            if hold.point == step.point and hold.comfort is Comfort.TOO_MUCH
        )
        return min((step.felt_pressure, *gentler))

    def exercise(self, order: int) -> ExerciseDone | None:
        """Return what is kept of the exercise at that place of the plan."""
        return next((done for done in self.exercises if done.order == order), None)


@dataclass(frozen=True, slots=True)
class Ready:
    """Before the first press: the plan is on screen, ``index`` is where it begins.

    ``index`` is behind the last site where only exercises are left. ``begins_in_seconds`` counts down where
    nobody has to say when. ``cut_off`` is the place in the plan of an exercise that comes again.
    """

    course: Course
    log: Log = field(default_factory=Log)
    index: int = 0
    begins_in_seconds: float | None = None
    cut_off: int | None = None
    opened: Instant | None = None
    now: Instant | None = None

    @property
    def waited_seconds(self) -> float:
        """How long ago the session was opened, sleep included."""
        if self.opened is None or self.now is None:
            return 0.0
        return max(0.0, self.now.boot_at - self.opened.boot_at)


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

    @property
    def felt_pressure(self) -> int:
        """How hard it is to be pressed."""
        return self.log.target_pressure(self.step)


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
    def felt_pressure(self) -> int:
        """How hard it is to be pressed."""
        return self.log.target_pressure(self.step)

    @property
    def pattern(self) -> BreathPattern | None:
        """The breath that is guided here, or ``None`` where none is."""
        step = self.step
        if self.course.breathing is BreathingGuide.OFF_BY_DEFAULT or step.breathing is StepBreathing.OFF:
            return None
        return step.pattern if step.breathing is StepBreathing.OWN else self.course.pattern

    @property
    def breath(self) -> Breath | None:
        """Where the guided breath is; it begins with the hold."""
        pattern = self.pattern
        return None if pattern is None else breath_at(pattern, self.held_seconds)

    def as_done(self, *, at: float) -> HoldDone:
        """Return the hold as far as it has come at ``at``, not completed."""
        softer = (BY_PERSON,) if self.felt_pressure < self.step.felt_pressure else ()
        return HoldDone(
            order=self.order,
            point=self.step.point,
            side=self.step.side,
            prescribed_seconds=self.step.prescribed_seconds,
            hold_seconds=self.hold_seconds,
            held_seconds=self.held_seconds,
            completed=False,
            changed_by=tuple(dict.fromkeys((*self.changed_by, *softer))),
            felt_pressure=self.felt_pressure,
            began_at=self.began_at,
            ended_at=at,
            step_order=self.step.order,
        )


@dataclass(frozen=True, slots=True)
class Exercising:
    """An exercise, stretch or walk between two sites; nothing is pressed.

    ``index`` is the site that comes after it, or behind the last one. With seconds it begins after five to
    get ready and ends by itself; with repeats alone it ends when the person goes on.
    ``before_seconds`` were done before it was begun again.
    """

    course: Course
    log: Log
    now: Instant
    index: int
    order: int
    began_at: float
    ready_seconds: float
    elapsed_seconds: float
    before_seconds: float = 0.0

    @property
    def exercise(self) -> PlannedExercise:
        """What is done."""
        return self.course.plan.exercises[self.order - 1]

    @property
    def ready_left_seconds(self) -> float:
        """How long until it begins."""
        return 0.0 if self.exercise.seconds is None else max(0.0, READY_SECONDS - self.ready_seconds)

    @property
    def seconds_left(self) -> float | None:
        """How much of it is to come, or ``None`` where the person says when it ends."""
        seconds = self.exercise.seconds
        return None if seconds is None else max(0.0, seconds - self.elapsed_seconds)

    def as_done(self, *, at: float) -> ExerciseDone:
        """Return the exercise as far as it has come at ``at``, not completed."""
        return ExerciseDone(
            order=self.order,
            kind=self.exercise.kind,
            title=self.exercise.title,
            planned_seconds=self.exercise.seconds,
            repeats=self.exercise.repeats,
            done_seconds=self.before_seconds + self.elapsed_seconds,
            completed=False,
            began_at=self.began_at,
            ended_at=at,
        )


Moving = GetReady | Holding | Exercising
"""The states in which seconds lead somewhere."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """Three seconds to put the finger back, or to take up an exercise, then ``to`` goes on."""

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


State = Ready | GetReady | Holding | Exercising | LeadIn | Paused | StopCard | Finished
