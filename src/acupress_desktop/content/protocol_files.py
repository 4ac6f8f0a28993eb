"""Reads ``assets/protocols``, one file a set, and checks each against the atlas and the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.evidence_files import line_holding
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.atlas import Atlas, Pressability
from acupress_desktop.domain.evidence import EvidenceLine, Grade, Source
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RuleId, SourceId
from acupress_desktop.domain.protocols import (
    FELT_PRESSURE_MAX,
    FELT_PRESSURE_MIN,
    HOLD_SECONDS_MAX,
    HOLD_SECONDS_MIN,
    SESSIONS_PER_DAY_MAX,
    Frequency,
    Part,
    Protocol,
    Replacement,
    Step,
    StepSides,
    Technique,
)

OCCASIONS_FILE = "occasions.toml"
"""In the same folder, but no set: shorter ways through the sets."""

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,2}(-[A-Z]+)?\d*$")]
_Seconds = Annotated[int, msgspec.Meta(ge=HOLD_SECONDS_MIN, le=HOLD_SECONDS_MAX)]


class _ReplacementRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    point: _Code
    why: _Text


class _StepRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    point: _Code
    sides: StepSides
    hold_seconds: _Seconds
    felt_pressure: Annotated[int, msgspec.Meta(ge=FELT_PRESSURE_MIN, le=FELT_PRESSURE_MAX)]
    short_hold_seconds: _Seconds | None = None
    technique: Technique = Technique.FINGERS
    left_out_by: tuple[Annotated[str, msgspec.Meta(pattern=r"^[A-Z]+\d+[a-z]?$")], ...] = ()
    part: Part | None = None
    replacements: tuple[_ReplacementRow, ...] = ()


class _FrequencyRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    times_per_day: Annotated[int, msgspec.Meta(ge=1, le=SESSIONS_PER_DAY_MAX)]
    words: _Text
    days_per_week: Annotated[int, msgspec.Meta(ge=1, le=7)] | None = None
    weeks: Annotated[int, msgspec.Meta(ge=1, le=52)] | None = None


class _EvidenceRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    grade: Grade
    text: _Text
    sources: tuple[_Text, ...]
    checked: date


class _ProtocolFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^P\d{2}$")]
    complaint: Annotated[str, msgspec.Meta(pattern=r"^[a-z]+(_[a-z]+)*$")]
    title: _Text
    purpose: _Text
    offered: bool
    content_version: _Text
    frequency: _FrequencyRow
    evidence: _EvidenceRow
    steps: Annotated[tuple[_StepRow, ...], msgspec.Meta(min_length=1)]
    not_offered_because: str = ""
    first_session_order: tuple[_Code, ...] = ()


def read_protocols(root: Path, atlas: Atlas, sources: Mapping[SourceId, Source]) -> tuple[Protocol, ...]:
    """Read every set below the asset folder ``root``, ordered by id.

    Raises ``ContentError``, naming file and line, for an unknown key or impossible value, a
    point that does not exist, must never be pressed or is capped below the step, sides that do
    not fit the point, a source that does not exist, and an id or complaint that occurs twice.
    """
    folder = root / "protocols"
    files = sorted(path for path in folder.glob("*.toml") if path.name != OCCASIONS_FILE)
    if not files:
        raise ContentError(folder, None, "holds no protocol file")
    found: dict[str, Protocol] = {}
    complaints: set[str] = set()
    for path in files:
        protocol = read_protocol(path, atlas, sources)
        if protocol.id in found:
            raise ContentError(path, line_holding(path, "id ="), f"{protocol.id} occurs twice")
        if protocol.complaint in complaints:
            raise ContentError(path, line_holding(path, "complaint ="), f"{protocol.complaint} occurs twice")
        found[protocol.id] = protocol
        complaints.add(protocol.complaint)
    return tuple(found[name] for name in sorted(found))


def read_protocol(path: Path, atlas: Atlas, sources: Mapping[SourceId, Source]) -> Protocol:
    """Read one set; raise ``ContentError`` as ``read_protocols`` does."""
    raw = read_toml(path, _ProtocolFile)
    for number, row in enumerate(raw.steps):
        for key, problem in _step_problems(row, atlas):
            raise ContentError(path, _line_in_step(path, number, key), f"{row.point}: {problem}")
    for key, problem in _whole_problems(raw, sources):
        raise ContentError(path, line_holding(path, key), problem)
    return _protocol(raw)


def _step_problems(row: _StepRow, atlas: Atlas) -> Iterator[tuple[str, str]]:
    yield from _point_problems("point", row.point, atlas)
    if row.point not in atlas:
        return
    point = atlas[PointCode(row.point)]
    cap = point.max_felt_pressure
    if cap is not None and row.felt_pressure > cap:
        yield "felt_pressure", f"felt_pressure {row.felt_pressure} is above the point's own limit of {cap}"
    longest = point.max_hold_seconds
    if longest is not None and row.hold_seconds > longest:
        yield "hold_seconds", f"hold_seconds {row.hold_seconds} is above the point's own limit of {longest}"
    if row.short_hold_seconds is not None and row.short_hold_seconds >= row.hold_seconds:
        yield "short_hold_seconds", "short_hold_seconds must be shorter than hold_seconds"
    if point.bilateral is (row.sides is StepSides.MIDLINE):
        lies = "on both sides" if point.bilateral else "on the midline"
        yield "sides", f"sides {row.sides.value!r} does not fit a point that lies {lies}"
    if row.sides in (StepSides.LEFT, StepSides.RIGHT):
        yield "sides", "only a routine of a person's own presses one side alone; use painful_side"
    for replacement in row.replacements:
        yield from _point_problems("replacements", replacement.point, atlas)


def _point_problems(key: str, code: str, atlas: Atlas) -> Iterator[tuple[str, str]]:
    if code not in atlas:
        yield key, f"no point {code!r} in the atlas"
        return
    pressability = atlas[PointCode(code)].pressability
    if pressability in (Pressability.NEVER, Pressability.PARTNER_OR_TOOL):
        yield key, f"{code} is {pressability.value!r} and cannot be part of a set pressed by oneself"


def _whole_problems(raw: _ProtocolFile, sources: Mapping[SourceId, Source]) -> Iterator[tuple[str, str]]:
    for source in raw.evidence.sources:
        if SourceId(source) not in sources:
            yield "sources =", f"no source {source!r}"
    points = [row.point for row in raw.steps]
    for code in points:
        if points.count(code) > 1:
            yield f'point = "{code}"', f"{code} occurs twice"
    if raw.offered is bool(raw.not_offered_because):
        yield "offered =", "a set is either offered or says in not_offered_because why not"
    if raw.first_session_order and sorted(raw.first_session_order) != sorted(points):
        yield "first_session_order =", "first_session_order must hold the points of the steps, each once"
    parts = {row.part for row in raw.steps}
    if None in parts and len(parts) > 1:
        yield "part =", "either every step names its part or none does"


def _line_in_step(path: Path, number: int, key: str) -> int | None:
    """Return the 1-based line of ``key`` in the ``number``-th ``[[steps]]`` of the file."""
    step = -1
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() == "[[steps]]":
            step += 1
        if step == number and line.lstrip().startswith((f"{key} ", f"{key}=")):
            return at
    return None


def _protocol(raw: _ProtocolFile) -> Protocol:
    return Protocol(
        id=ProtocolId(raw.id),
        complaint=ComplaintId(raw.complaint),
        title=raw.title,
        purpose=raw.purpose,
        steps=tuple(_step(row) for row in raw.steps),
        frequency=Frequency(
            times_per_day=raw.frequency.times_per_day,
            days_per_week=raw.frequency.days_per_week,
            weeks=raw.frequency.weeks,
            words=raw.frequency.words,
        ),
        evidence=EvidenceLine(
            grade=raw.evidence.grade,
            text=raw.evidence.text,
            sources=tuple(SourceId(source) for source in raw.evidence.sources),
            checked=raw.evidence.checked,
        ),
        offered=raw.offered,
        not_offered_because=raw.not_offered_because,
        content_version=raw.content_version,
        first_session_order=tuple(PointCode(code) for code in raw.first_session_order),
    )


def _step(row: _StepRow) -> Step:
    return Step(
        point=PointCode(row.point),
        sides=row.sides,
        hold_seconds=row.hold_seconds,
        short_hold_seconds=row.short_hold_seconds,
        felt_pressure=row.felt_pressure,
        replacements=tuple(Replacement(PointCode(swap.point), swap.why) for swap in row.replacements),
        technique=row.technique,
        left_out_by=tuple(RuleId(rule) for rule in row.left_out_by),
        part=row.part,
    )
