"""The shapes of the files in ``assets/evidence``, and the typed values that their rows become."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated

import msgspec

from acupress_desktop.domain.evidence import (
    Against,
    Comparators,
    Effect,
    EffectKind,
    Finding,
    Grade,
    Mark,
    Source,
    Tradition,
    TrialDose,
    Verified,
)
from acupress_desktop.domain.ids import ComplaintId, PointCode, SourceId

Text = Annotated[str, msgspec.Meta(min_length=1)]
Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Code = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{2}\d+|EX-[A-Z]{1,2}\d+|X-ANMIAN)$")]
Positive = Annotated[int, msgspec.Meta(ge=1)]


class SourceRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Where a fact comes from."""

    id: Slug
    short: Text
    title: Text
    identifier: Text
    checked: date
    verified: Verified


class SourcesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``sources.toml``."""

    sources: tuple[SourceRow, ...]


class MarkRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A change that people usually call clear."""

    id: Slug
    kind: EffectKind
    scale: Text
    value: Annotated[float, msgspec.Meta(gt=0)]
    said: Text
    source: Slug


class MarksFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``marks.toml``."""

    marks: tuple[MarkRow, ...]


class EffectRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One gap between two groups."""

    outcome: Text
    kind: EffectKind
    scale: Text
    against: Against
    value: float
    when: Text
    people: Positive | None = None
    studies: Positive | None = None
    low: float | None = None
    high: float | None = None
    mark: Slug | None = None


class DoseRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """How much was pressed in a study."""

    sessions_per_week: Annotated[int, msgspec.Meta(ge=1, le=21)]
    minutes: Annotated[tuple[Positive, ...], msgspec.Meta(max_length=2)] = ()
    weeks: Positive | None = None


class FindingRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What one study found."""

    id: Annotated[str, msgspec.Meta(pattern=r"^F\d{2}$")]
    complaints: Annotated[tuple[ComplaintId, ...], msgspec.Meta(min_length=1)]
    comparator: Text
    self_administered: bool
    sham_controlled: bool
    sentence: Text
    source: Slug
    verified: Verified
    people: Positive | None = None
    grade: Grade | None = None
    grade_why: str = ""
    comparators: Comparators = Comparators.APART
    points: tuple[Code, ...] = ()
    not_verified: str = ""
    effects: tuple[EffectRow, ...] = ()
    dose: DoseRow | None = None


class FindingsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``findings.toml``."""

    findings: tuple[FindingRow, ...]


class TraditionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What a named traditional text says."""

    text: Text
    source: Slug


class ComplaintRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What is not known about one complaint."""

    id: Text
    not_known: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
    tradition: tuple[TraditionRow, ...] = ()


class ComplaintsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``complaints.toml``."""

    complaints: tuple[ComplaintRow, ...]


class PointRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What tradition says of one point."""

    id: Code
    tradition: Annotated[tuple[TraditionRow, ...], msgspec.Meta(min_length=1)]


class PointsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """``points.toml``."""

    points: tuple[PointRow, ...]


def bad_effect(row: EffectRow, marks: Mapping[str, Mark]) -> str:
    """Return what cannot be true of ``row``; empty where nothing is wrong."""
    if (row.low is None) != (row.high is None):
        return "an interval has two ends"
    if row.low is not None and row.high is not None and not row.low <= row.value <= row.high:
        return f"{row.value} lies outside of {row.low} to {row.high}"
    if row.low is not None and row.low == row.high:
        return f"{row.low} to {row.high} is no interval"
    ends = [one for one in (row.value, row.low, row.high) if one is not None]
    if row.kind is EffectKind.RATIO and min(ends) <= 0:
        return "a ratio is above 0"
    if row.kind is EffectKind.POINTS_0_10 and max(map(abs, ends)) > 10:
        return "a gap on a 0-10 scale is at most 10"
    if row.mark is None:
        return ""
    if row.mark not in marks:
        return f"no mark {row.mark!r}"
    if marks[row.mark].kind is not row.kind:
        return f"the mark {row.mark!r} belongs to another kind of number"
    return ""


def source_of(row: SourceRow) -> Source:
    """Return the value of ``row``."""
    return Source(
        id=SourceId(row.id),
        short=row.short,
        title=row.title,
        identifier=row.identifier,
        checked=row.checked,
        verified=row.verified,
    )


def mark_of(row: MarkRow) -> Mark:
    """Return the value of ``row``."""
    return Mark(
        id=row.id,
        kind=row.kind,
        scale=row.scale,
        value=row.value,
        said=row.said,
        source=SourceId(row.source),
    )


def finding_of(row: FindingRow, marks: Mapping[str, Mark]) -> Finding:
    """Return the value of ``row``, with the marks that its effects name filled in."""
    return Finding(
        id=row.id,
        complaints=row.complaints,
        people=row.people,
        comparator=row.comparator,
        self_administered=row.self_administered,
        sham_controlled=row.sham_controlled,
        sentence=row.sentence,
        source=SourceId(row.source),
        verified=row.verified,
        grade=row.grade,
        points=tuple(PointCode(code) for code in row.points),
        effects=tuple(_effect(one, marks) for one in row.effects),
        not_verified=row.not_verified,
        grade_why=row.grade_why,
        comparators=row.comparators,
        dose=None if row.dose is None else _dose(row.dose),
    )


def _dose(row: DoseRow) -> TrialDose:
    return TrialDose(
        sessions_per_week=row.sessions_per_week,
        minutes_low=row.minutes[0] if row.minutes else None,
        minutes_high=row.minutes[-1] if row.minutes else None,
        weeks=row.weeks,
    )


def tradition_of(rows: tuple[TraditionRow, ...]) -> tuple[Tradition, ...]:
    """Return the values of ``rows``."""
    return tuple(Tradition(row.text, SourceId(row.source)) for row in rows)


def _effect(row: EffectRow, marks: Mapping[str, Mark]) -> Effect:
    mark = None if row.mark is None else marks[row.mark]
    return Effect(
        outcome=row.outcome,
        kind=row.kind,
        scale=row.scale,
        against=row.against,
        people=row.people,
        studies=row.studies,
        value=row.value,
        low=row.low,
        high=row.high,
        when=row.when,
        matters=None if mark is None else mark.value,
        matters_source=None if mark is None else mark.source,
    )
