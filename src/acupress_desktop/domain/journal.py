"""What happened, as the journal keeps it. ``None`` = not answered; 0 = answered, none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.exercises import ExerciseRecord
from acupress_desktop.domain.ids import OccasionId, PointCode, ProtocolId, RegionId, RowId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import DoseStage, Form
from acupress_desktop.domain.sides import PainSide, SiteSide

SCALE_NRS = "nrs-0-10"
"""The numeric rating scale, 0 none to 10 the worst imaginable; stored with each number."""
NOTE_CHARACTERS_MAX = 4000
WATER_GLASSES_MAX = 30
MOVEMENT_MINUTES_MAX = 24 * 60


class Measure(Enum):
    """What a rating rates."""

    PAIN = "pain"
    MOOD = "mood"
    STRESS = "stress"


class RatingTime(Enum):
    """When in a session a rating was given."""

    BEFORE = "before"
    DURING = "during"
    AFTER_5 = "after_5_minutes"
    AFTER_20 = "after_20_minutes"
    AFTER_LATER = "after_later"


class Comfort(Enum):
    """How a point felt."""

    FINE = "fine"
    TOO_MUCH = "too_much"
    SKIPPED = "skipped"


class SessionEnd(Enum):
    """How a session ended; ``None`` in the record while it is open."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    SAFETY_STOP = "safety_stop"
    EXPIRED = "expired"


class ContextTag(Enum):
    """Marks of a day that a reader of the chart must know."""

    FLARE = "flare"
    MEDICINES_CHANGED = "medicines_changed"
    PERIOD = "period"
    EXERCISE = "exercise"
    ILL = "ill"
    WOKEN_BY_PAIN = "woken_by_pain"


class AdverseKind(Enum):
    """Anything unpleasant during or after pressing."""

    SORE_SPOT = "sore_spot"
    BRUISE = "bruise"
    TINGLING = "tingling"
    NUMB = "numb"
    DIZZY = "dizzy"
    BREATHLESS = "breathless"
    CHEST = "chest"
    SHARP_PAIN = "sharp_pain"
    MORE_PAIN = "more_pain"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PainReport:
    """Pain of one region at one check-in, 0 to 10 on ``SCALE_NRS``."""

    id: RowId
    region: RegionId
    side: PainSide
    intensity: int
    quality: str | None = None


@dataclass(frozen=True, slots=True)
class CheckInRecord:
    """One diary entry; any number a day, back-dated at will. All ratings 0 to 10 or ``None``.

    ``water_glasses`` (0 to 30) and ``movement_minutes`` (0 to 1440) are those of the day so far.
    """

    id: RowId
    moment: Moment
    pains: tuple[PainReport, ...]
    pain_day_average: int | None = None
    sleep: int | None = None
    mood: int | None = None
    stress: int | None = None
    energy: int | None = None
    activity: int | None = None
    tags: tuple[ContextTag, ...] = ()
    note: str = ""
    water_glasses: int | None = None
    movement_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class RatingRecord:
    """A 0 to 10 rating tied to a session."""

    id: RowId
    session: RowId
    moment: Moment
    measure: Measure
    time: RatingTime
    value: int
    scale: str = SCALE_NRS


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """One site pressed. Prescribed (file), planned (after safety and dose) and held stay apart."""

    id: RowId
    session: RowId
    moment: Moment
    order: int
    point: PointCode
    side: SiteSide
    prescribed_seconds: int
    hold_seconds: int
    held_seconds: float
    completed: bool
    changed_by: tuple[str, ...]
    felt_pressure: int
    comfort: Comfort | None = None


@dataclass(frozen=True, slots=True)
class PauseRecord:
    """A stretch of a session that was not pressing. ``cause``: person, gap, suspend, lock."""

    id: RowId
    session: RowId
    moment: Moment
    at_seconds: float
    seconds: float
    cause: str


@dataclass(frozen=True, slots=True)
class AdverseEventRecord:
    """Something unpleasant that the person told; ``side`` and ``region`` say where, if they did."""

    id: RowId
    session: RowId | None
    moment: Moment
    kind: AdverseKind
    point: PointCode | None
    note: str = ""
    side: SiteSide | None = None
    region: RegionId | None = None


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One guided session. ``end`` and ``ended`` are ``None`` while it is open.

    ``occasion`` and ``routine`` say what its sites were chosen for, where it was not the set as it stands.
    """

    id: RowId
    started: Moment
    protocol: ProtocolId
    content_version: str
    form: Form
    stage: DoseStage
    planned_holds: int
    planned_seconds: int
    region: RegionId | None
    side: PainSide | None
    rules: tuple[RuleId, ...]
    clearance_json: str
    ended: Moment | None = None
    end: SessionEnd | None = None
    note: str = ""
    occasion: OccasionId | None = None
    routine: RowId | None = None


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """That a client agreed to a demonstration: when and to which words; never a name."""

    id: RowId
    moment: Moment
    words: str


@dataclass(frozen=True, slots=True)
class SessionStory:
    """A session with all that belongs to it, in order."""

    session: SessionRecord
    holds: tuple[HoldRecord, ...]
    ratings: tuple[RatingRecord, ...]
    pauses: tuple[PauseRecord, ...]
    adverse_events: tuple[AdverseEventRecord, ...]
    exercises: tuple[ExerciseRecord, ...] = ()
