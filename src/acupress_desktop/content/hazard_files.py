"""Reads ``assets/safety/hazards.toml``, the hazard log. The window never needs it; nothing waits for it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.ids import RuleId, SourceId
from acupress_desktop.domain.safety.hazards import Control, Hazard, HazardLog

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
_Some = msgspec.Meta(min_length=1)
_ControlId = Annotated[str, msgspec.Meta(pattern=r"^([A-Z]{1,2}\d{1,2}[a-z]?|[a-z]+\.[a-z0-9_]+)$")]
_TestId = Annotated[str, msgspec.Meta(pattern=r"^tests/[a-z0-9_/]+\.py::test_[a-z0-9_]+$")]


class _HazardRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^H\d{2}$")]
    harm: _Text
    cause: _Text
    controls: Annotated[tuple[_ControlId, ...], _Some]
    tests: Annotated[tuple[_TestId, ...], _Some]
    left: _Text
    sources: Annotated[tuple[str, ...], _Some]


class _ControlRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z]+\.[a-z0-9_]+$")]
    what: _Text
    where: Annotated[str, msgspec.Meta(pattern=r"^(src|assets|tests)/[\w./]+$")]


class _HazardsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    hazards: Annotated[tuple[_HazardRow, ...], _Some]
    controls: tuple[_ControlRow, ...]


def read_hazards(root: Path, rules: Iterable[RuleId], sources: Iterable[SourceId]) -> HazardLog:
    """Read the hazard log below the asset folder ``root``.

    ``rules`` and ``sources`` are those of the safety table and of the watch. Raises ``ContentError``,
    naming the file and the row, for hazards out of their order, for anything named twice, and for a
    rule, control or source that does not exist; also for a control that stands against nothing.
    """
    file = root / "safety" / "hazards.toml"
    rows = read_toml(file, _HazardsFile)
    known_rules, known_sources = frozenset[str](rules), frozenset[str](sources)
    known_controls = {row.id for row in rows.controls}
    if len(known_controls) != len(rows.controls):
        raise ContentError(file, None, "a control occurs twice")
    for place, row in enumerate(rows.hazards, 1):
        if row.id != f"H{place:02}":
            raise ContentError(file, None, f"{row.id}: hazards stand in order, here H{place:02}")
        for named in (row.controls, row.tests, row.sources):
            if len(set(named)) != len(named):
                raise ContentError(file, None, f"{row.id}: something is named twice")
        for control in row.controls:
            if control not in known_rules and control not in known_controls:
                raise ContentError(file, None, f"{row.id}: no rule and no control {control!r}")
        for source in row.sources:
            if source not in known_sources:
                raise ContentError(file, None, f"{row.id}: no source {source!r}")
    used = {control for row in rows.hazards for control in row.controls}
    for unused in sorted(known_controls - used):
        raise ContentError(file, None, f"{unused}: stands against no hazard")
    return HazardLog(
        [_hazard(row, known_rules) for row in rows.hazards],
        [Control(row.id, row.what, row.where) for row in rows.controls],
    )


def _hazard(row: _HazardRow, rules: frozenset[str]) -> Hazard:
    return Hazard(
        id=row.id,
        harm=row.harm,
        cause=row.cause,
        rules=tuple(RuleId(control) for control in row.controls if control in rules),
        controls=tuple(control for control in row.controls if control not in rules),
        tests=row.tests,
        left=row.left,
        sources=tuple(SourceId(source) for source in row.sources),
    )
