"""Sets of points as the data files write them, and the steps that a person really gets."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.evidence import EvidenceLine
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RuleId
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


class StepSides(Enum):
    """Which sites of a point a step presses."""

    BOTH = "both"
    MIDLINE = "midline"
    PAINFUL_SIDE = "painful_side"


@dataclass(frozen=True, slots=True)
class Step:
    """One point of a set, as written in its file."""

    point: PointCode
    sides: StepSides
    hold_seconds: int
    short_hold_seconds: int | None
    felt_pressure: int
    replacements: tuple[PointCode, ...] = ()

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
    """A set of points for one complaint; minutes are computed, never written."""

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
    """One site to press. ``prescribed_seconds`` is the file's, ``hold_seconds`` what is planned."""

    order: int
    point: PointCode
    side: SiteSide
    prescribed_seconds: int
    hold_seconds: int
    prescribed_pressure: int
    felt_pressure: int
    changed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A site that the set has and the plan has not, by which rule, and what comes in instead."""

    point: PointCode
    side: SiteSide
    rule: RuleId
    replaced_by: PointCode | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The sites of one session in the order they are pressed."""

    protocol: ProtocolId
    complaint: ComplaintId
    content_version: str
    form: Form
    stage: DoseStage
    steps: tuple[PlannedStep, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def total_seconds(self) -> int:
        """Holds and the moves between them, in seconds."""
        holds = sum(step.hold_seconds for step in self.steps)
        return holds + READY_SECONDS * max(0, len(self.steps) - 1)

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up, as told to the person."""
        return math.ceil(self.total_seconds / 60)
