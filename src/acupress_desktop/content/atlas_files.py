"""Reads ``assets/atlas``: the points, one JSON object a line, and the notes they refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain import atlas
from acupress_desktop.domain.anatomy.rule_text import RuleError, read_rule
from acupress_desktop.domain.ids import PointCode, RegionId

_Pressure = Annotated[int, msgspec.Meta(ge=1, le=10)]
_Seconds = Annotated[int, msgspec.Meta(ge=10, le=300)]
_Text = Annotated[str, msgspec.Meta(min_length=1)]


class _SourcesRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    name: tuple[str, ...]
    hanzi: tuple[str, ...]
    location: tuple[str, ...]


class _AlternativeRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    rule: _Text
    location: _Text
    said_by: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class _PointRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    code: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,2}(-[A-Z]+)?\d*$")]
    display_code: str | None
    meridian: atlas.Meridian
    number: Annotated[int, msgspec.Meta(ge=1, le=67)] | None
    pinyin: _Text
    other_names: tuple[str, ...]
    hanzi_traditional: _Text
    hanzi_simplified: _Text
    english: _Text
    region: _Text
    bilateral: bool
    rule: _Text
    rule_is_own_choice: bool
    location: _Text
    measure: str
    remark: str | None
    pressability: atlas.Pressability
    max_felt_pressure: _Pressure | None
    max_hold_seconds: _Seconds | None
    press_note: str | None
    cautions: tuple[str, ...]
    reach: atlas.Reach
    reach_note: str | None
    pregnancy: atlas.PregnancyTier
    pregnancy_named_by: Annotated[int, msgspec.Meta(ge=0)]
    measured_uncertainty_mm: Annotated[float, msgspec.Meta(gt=0, le=60)] | None
    sources: _SourcesRow
    leans_on_own: tuple[str, ...] = ()
    alternative: _AlternativeRow | None = None


class _NoteRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    text: _Text


class _NotesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    press_notes: dict[str, _NoteRow]
    cautions: dict[str, _NoteRow]
    reach_notes: dict[str, _NoteRow]


class _SourceRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Text
    title: _Text
    gave: _Text
    condition: _Text


class _SourcesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    sources: tuple[_SourceRow, ...]


@dataclass(frozen=True, slots=True)
class AtlasSource:
    """One source of the atlas: what it gave, and under which condition it was used."""

    id: str
    title: str
    gave: str
    condition: str


@dataclass(frozen=True, slots=True)
class AtlasNotes:
    """English sentences by id: why a point is limited, what to mind, how it is reached."""

    press_notes: dict[str, str]
    cautions: dict[str, str]
    reach_notes: dict[str, str]


def read_atlas(root: Path) -> atlas.Atlas:
    """Read every point below the asset folder ``root``.

    Raises ``ContentError``, naming file and line, for an unknown key, an impossible value, a
    rule that cannot be read, a code that occurs twice or a note that does not exist.
    """
    path = root / "atlas" / "points.jsonl"
    notes = read_atlas_notes(root)
    known = {source.id for source in read_atlas_sources(root)}
    points: dict[str, atlas.Point] = {}
    for line, row in _rows(path):
        if row.code in points:
            raise ContentError(path, line, f"{row.code} occurs twice")
        problem = _unknown_note(row, notes) or _unknown_source(row, known) or _bad_limit(row)
        if problem:
            raise ContentError(path, line, f"{row.code}: {problem}")
        try:
            points[row.code] = _point(row)
        except RuleError as error:
            raise ContentError(path, line, str(error)) from error
    return atlas.Atlas(points.values())


def read_atlas_notes(root: Path) -> AtlasNotes:
    """Read ``atlas/notes.toml``; raise ``ContentError`` where it cannot be trusted."""
    raw = read_toml(root / "atlas" / "notes.toml", _NotesFile)
    return AtlasNotes(
        *(
            {name: note.text for name, note in notes.items()}
            for notes in (raw.press_notes, raw.cautions, raw.reach_notes)
        )
    )


def read_atlas_sources(root: Path) -> tuple[AtlasSource, ...]:
    """Read ``atlas/sources.toml``; raise ``ContentError`` where it cannot be trusted."""
    raw = read_toml(root / "atlas" / "sources.toml", _SourcesFile)
    return tuple(AtlasSource(row.id, row.title, row.gave, row.condition) for row in raw.sources)


def _rows(path: Path) -> Iterator[tuple[int, _PointRow]]:
    decoder = msgspec.json.Decoder(_PointRow)
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise ContentError(path, None, f"cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        try:
            yield number, decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ContentError(path, number, str(error)) from error


def _unknown_note(row: _PointRow, notes: AtlasNotes) -> str | None:
    if row.press_note is not None and row.press_note not in notes.press_notes:
        return f"no press note {row.press_note!r}"
    if row.reach_note is not None and row.reach_note not in notes.reach_notes:
        return f"no reach note {row.reach_note!r}"
    missing = [caution for caution in row.cautions if caution not in notes.cautions]
    return f"no caution {missing[0]!r}" if missing else None


def _unknown_source(row: _PointRow, known: set[str]) -> str | None:
    said_by = () if row.alternative is None else row.alternative.said_by
    used = {*row.sources.name, *row.sources.hanzi, *row.sources.location, *said_by}
    missing = sorted(used - known)
    return f"no source {missing[0]!r}" if missing else None


def _bad_limit(row: _PointRow) -> str | None:
    if row.pressability is atlas.Pressability.LIGHT_ONLY and (
        row.max_felt_pressure is None or row.max_felt_pressure > 3 or row.max_hold_seconds is None
    ):
        return "a light-only point needs max_felt_pressure of 3 or less and max_hold_seconds"
    if row.pressability is atlas.Pressability.NEVER and row.max_felt_pressure is not None:
        return "a point that is never pressed has no max_felt_pressure"
    return None


def _point(row: _PointRow) -> atlas.Point:
    return atlas.Point(
        code=PointCode(row.code),
        display_code=row.display_code,
        meridian=row.meridian,
        number=row.number,
        pinyin=row.pinyin,
        other_names=row.other_names,
        hanzi_traditional=row.hanzi_traditional,
        hanzi_simplified=row.hanzi_simplified,
        english=row.english,
        region=RegionId(row.region),
        bilateral=row.bilateral,
        rule_text=row.rule,
        rule=read_rule(row.rule, row.code),
        rule_is_own_choice=row.rule_is_own_choice,
        location=row.location,
        measure=row.measure,
        remark=row.remark,
        pressability=row.pressability,
        max_felt_pressure=row.max_felt_pressure,
        max_hold_seconds=row.max_hold_seconds,
        press_note=row.press_note,
        cautions=row.cautions,
        reach=row.reach,
        reach_note=row.reach_note,
        pregnancy=row.pregnancy,
        pregnancy_named_by=row.pregnancy_named_by,
        measured_uncertainty_mm=row.measured_uncertainty_mm,
        sources=atlas.PointSources(row.sources.name, row.sources.hanzi, row.sources.location),
        leans_on_own=row.leans_on_own,
        alternative=_alternative(row),
    )


def _alternative(row: _PointRow) -> atlas.Alternative | None:
    other = row.alternative
    if other is None:
        return None
    return atlas.Alternative(other.rule, read_rule(other.rule, row.code), other.location, other.said_by)
