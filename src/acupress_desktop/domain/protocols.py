"""Sets of points as the data files write them, and the steps that a person really gets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.evidence import EvidenceLine
from acupress_desktop.domain.exercises import PlannedExercise
from acupress_desktop.domain.ids import ComplaintId, OccasionId, PointCode, ProtocolId, RowId, RuleId
from acupress_desktop.domain.sides import SiteSide

HOLD_SECONDS_MIN = 10
HOLD_SECONDS_MAX = 300
"""No site is pressed for more than five minutes in one session."""
FELT_PRESSURE_MIN = 1
FELT_PRESSURE_MAX = 10
RAMP_SECONDS = 5
"""Press in and release take five seconds each and lie inside ``hold_seconds``."""
READY_SECONDS = 5
"""Time to move to the next site; none before the first."""
SESSIONS_PER_DAY_MAX = 2
MINUTES_PER_DAY_MAX = 35


def told_minutes(seconds: float) -> int:
    """Return ``seconds`` as whole minutes, rounded up: nobody is told less than it takes."""
    return math.ceil(seconds / 60)


def one_softer(felt_pressure: int) -> int:
    """Return what is pressed after ``felt_pressure`` was too much; never less than the lightest touch."""
    return max(FELT_PRESSURE_MIN, felt_pressure - 1)


class StepSides(Enum):
    """Which sites of a point a step presses."""

    BOTH = "both"
    MIDLINE = "midline"
    PAINFUL_SIDE = "painful_side"
    LEFT = "left"
    RIGHT = "right"
    """One side alone is for routines of a person's own; no set of the app's is one-sided by itself."""


class Technique(Enum):
    """What presses. Everything but ``FINGERS`` is said in words before the hold."""

    FINGERS = "fingers"
    FLAT_FINGERS = "flat_fingers"
    THUMBS_OR_SOFT_FISTS = "thumbs_or_soft_fists"


class Part(Enum):
    """The part of the body that a step is for, in a set that has one half for each."""

    HANDS = "hands"
    FEET = "feet"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A point that may stand in for one that is left out, and why this one, in plain words."""

    point: PointCode
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """One point of a set, as written in its file or as a person put it into a routine of their own.

    ``breathing``, ``pattern``, ``note`` and ``picture`` (the step that has one) are of routines only.
    ``left_out_by`` names rules that take this step out of the set although they do not block
    the point everywhere, such as a blood thinner where a fist would press.
    """

    point: PointCode
    sides: StepSides
    hold_seconds: int
    short_hold_seconds: int | None
    felt_pressure: int
    replacements: tuple[Replacement, ...] = ()
    technique: Technique = Technique.FINGERS
    left_out_by: tuple[RuleId, ...] = ()
    part: Part | None = None
    breathing: StepBreathing = StepBreathing.AS_SET
    pattern: BreathPattern | None = None
    note: str = ""
    picture: RowId | None = None

    def __post_init__(self) -> None:
        """Bounds live here, once."""
        for name in ("hold_seconds", "short_hold_seconds"):
            value = getattr(self, name)
            if value is not None and not HOLD_SECONDS_MIN <= value <= HOLD_SECONDS_MAX:
                message = f"{name} must be {HOLD_SECONDS_MIN} to {HOLD_SECONDS_MAX}, not {value}"
                raise ValueError(message)
        if not FELT_PRESSURE_MIN <= self.felt_pressure <= FELT_PRESSURE_MAX:
            message = f"felt_pressure must be 1 to 10, not {self.felt_pressure}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often the set is meant; ``times_per_day`` never above two."""

    times_per_day: int
    days_per_week: int | None
    weeks: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """A set of points for one complaint; minutes are computed, never written.

    ``first_session_order`` is empty except in the calm set: there it is the order in which the
    very first session presses the same points. ``routine`` names the routine that this set was made of, and
    ``exercises`` are the ones in it: each one's ``after_order`` counts the steps before it.
    """

    id: ProtocolId
    complaint: ComplaintId
    title: str
    purpose: str
    steps: tuple[Step, ...]
    frequency: Frequency
    evidence: EvidenceLine
    offered: bool
    not_offered_because: str
    content_version: str
    first_session_order: tuple[PointCode, ...] = ()
    exercises: tuple[PlannedExercise, ...] = ()
    routine: RowId | None = None

    @property
    def has_short_form(self) -> bool:
        """Whether the file gives a shorter hold for any step."""
        return any(step.short_hold_seconds is not None for step in self.steps)


class Form(Enum):
    """The full set, or the shorter holds that the file allows."""

    FULL = "full"
    SHORT = "short"


class DoseStage(Enum):
    """The first seven days from a set's first session use half of every hold."""

    FIRST_WEEK = "first_week"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One site to press. ``prescribed_seconds`` is the file's, ``hold_seconds`` what is planned.

    ``changed_by`` holds rule ids, ``first_week``, ``atlas`` or ``person``.
    ``note`` and ``picture`` (the step of a routine that has one) are the person's own, ``pattern`` goes with
    ``StepBreathing.OWN``. ``site_seconds_max`` bounds everything that is pressed at this site in one session,
    with "15 s longer" and repeats: no button may undo a limit.
    """

    order: int
    point: PointCode
    side: SiteSide
    prescribed_seconds: int
    hold_seconds: int
    prescribed_pressure: int
    felt_pressure: int
    changed_by: tuple[str, ...]
    site_seconds_max: int = HOLD_SECONDS_MAX
    technique: Technique = Technique.FINGERS
    breathing: StepBreathing = StepBreathing.AS_SET
    pattern: BreathPattern | None = None
    note: str = ""
    picture: RowId | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A site that the set has and the plan has not, by which rule, and what comes in instead.

    ``replaced_why`` says in plain words why that point, and is empty without one.
    """

    point: PointCode
    side: SiteSide
    rule: RuleId
    replaced_by: PointCode | None
    replaced_why: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """The sites of one session in the order they are pressed, with the exercises between them.

    ``occasion`` and ``routine`` say what the sites were chosen for, where it was not the set as it stands.
    """

    protocol: ProtocolId
    complaint: ComplaintId
    content_version: str
    form: Form
    stage: DoseStage
    steps: tuple[PlannedStep, ...]
    left_out: tuple[LeftOut, ...]
    exercises: tuple[PlannedExercise, ...] = ()
    occasion: OccasionId | None = None
    routine: RowId | None = None

    @property
    def pressing_seconds(self) -> int:
        """Holds and the moves between them, in seconds: what counts against the minutes of a day."""
        holds = sum(step.hold_seconds for step in self.steps)
        return holds + READY_SECONDS * max(0, len(self.steps) - 1)

    @property
    def total_seconds(self) -> int:
        """Everything that takes a known time: pressing, and exercises with seconds, each with its move.

        An exercise before the first site brings a move to that site too; what ends when the person says so
        counts for nothing but its move.
        """
        timed = tuple(exercise for exercise in self.exercises if exercise.seconds is not None)
        done = sum(READY_SECONDS + (exercise.seconds or 0) for exercise in timed)
        first = min((step.order for step in self.steps), default=0)
        to_first = READY_SECONDS if any(each.after_order < first for each in self.exercises) else 0
        return self.pressing_seconds + done + to_first

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up, as told to the person."""
        return told_minutes(self.total_seconds)
