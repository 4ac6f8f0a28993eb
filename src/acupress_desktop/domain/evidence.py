"""What named studies found, kept apart from anything the app does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from acupress_desktop.domain.ids import ComplaintId, PointCode, SourceId


class Grade(Enum):
    """Certainty that the named set, pressed by oneself, changes the complaint.

    Nothing here reaches "high", so the value does not exist.
    """

    VERY_LOW = "very_low"
    LOW = "low"
    MODERATE = "moderate"


class Verified(Enum):
    """Whether someone read the number in its source."""

    READ = "read"
    NOT_VERIFIED = "not_verified"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or page: where a fact comes from and when it was looked at."""

    id: SourceId
    short: str
    title: str
    identifier: str
    checked: date
    verified: Verified


class Against(Enum):
    """What a result was compared with; the two are never mixed in one number."""

    DUMMY = "dummy"
    """Dummy points or a dummy device: what is left when hope and care are the same."""
    USUAL_CARE = "usual_care"
    """Usual care, lessons, a waiting list or nothing."""
    OTHER_CARE = "other_care"
    """Another active care, such as tablets or physical therapy."""


class Comparators(Enum):
    """Whether a study's result tells its comparisons apart."""

    APART = "apart"
    """Each comparison has its own result, or there is only one."""
    POOLED = "pooled"
    """Dummy and usual care, or what may be either, stand in one number: told, but never drawn."""


class EffectKind(Enum):
    """In which kind of number an effect is told; different kinds never share an axis."""

    POINTS_0_10 = "points_0_10"
    """Points of a 0-10 pain scale."""
    STANDARDISED = "standardised"
    """Standardised mean difference: the gap in units of the usual spread between people."""
    OTHER_SCALE = "other_scale"
    """Points of the scale that ``Effect.scale`` names."""
    RATIO = "ratio"
    """A risk ratio; 1 is no difference."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A change on one scale that people usually call clear, as a named study measured it.

    It is a change within one person over time. A gap between two groups is another kind of number, so the two
    stand side by side and neither is divided by the other; ``said`` tells that in words.
    """

    id: str
    kind: EffectKind
    scale: str
    value: float
    said: str
    source: SourceId


@dataclass(frozen=True, slots=True)
class Effect:
    """One gap between two groups, as its source gives it; below zero, or a ratio below 1, favours pressing.

    ``low`` and ``high`` bound the 95 % interval; both are ``None`` where the source gives none, and
    then no number may be shown without saying so. ``matters`` is the change that people usually call
    clear on this scale, with ``matters_source``; ``None`` where nobody has measured one. ``people`` and
    ``studies`` are ``None`` where the source does not say how many stand behind this very number.
    """

    outcome: str
    kind: EffectKind
    scale: str
    against: Against
    people: int | None
    studies: int | None
    value: float
    low: float | None
    high: float | None
    when: str
    matters: float | None = None
    matters_source: SourceId | None = None


@dataclass(frozen=True, slots=True)
class TrialDose:
    """How much was pressed in a study; ``None`` where the source does not say."""

    sessions_per_week: int
    minutes_low: int | None
    minutes_high: int | None
    weeks: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One study's result in one plain sentence that names n and comparator.

    ``grade`` is the certainty of that result, ``None`` where nothing was reported to grade.
    ``points`` are those that were pressed, empty where the source leaves them open.
    """

    id: str
    complaints: tuple[ComplaintId, ...]
    people: int | None
    comparator: str
    self_administered: bool
    sham_controlled: bool
    sentence: str
    source: SourceId
    verified: Verified
    grade: Grade | None = None
    points: tuple[PointCode, ...] = ()
    effects: tuple[Effect, ...] = ()
    not_verified: str = ""
    """The part of the row that nobody could look up, in words; empty where there is none."""
    grade_why: str = ""
    """Why the certainty is what it is, in one short line; empty where there is no grade."""
    comparators: Comparators = Comparators.APART
    dose: TrialDose | None = None
    """How much people pressed for themselves; ``None`` where that was not read, or does not go by weeks."""


@dataclass(frozen=True, slots=True)
class Tradition:
    """What a named traditional text says of a point or a complaint; never mixed with what was tested."""

    text: str
    source: SourceId


@dataclass(frozen=True, slots=True)
class ComplaintEvidence:
    """What is not known about one complaint, and what tradition says of it."""

    complaint: ComplaintId
    not_known: tuple[str, ...]
    tradition: tuple[Tradition, ...]


@dataclass(frozen=True, slots=True)
class PointEvidence:
    """What tradition says of one point; what was tested follows from ``Finding.points``."""

    point: PointCode
    tradition: tuple[Tradition, ...]


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """The line shown before a set is started: grade, plain words, sources, date checked."""

    grade: Grade
    text: str
    sources: tuple[SourceId, ...]
    checked: date
