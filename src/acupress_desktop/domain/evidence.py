"""What named studies found, kept apart from anything the app does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from acupress_desktop.domain.ids import ComplaintId, SourceId


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


@dataclass(frozen=True, slots=True)
class Finding:
    """One study's result in one plain sentence that names n and comparator.

    ``grade`` is the certainty of that result, ``None`` where nothing was reported to grade.
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


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """The line shown before a set is started: grade, plain words, sources, date checked."""

    grade: Grade
    text: str
    sources: tuple[SourceId, ...]
    checked: date
