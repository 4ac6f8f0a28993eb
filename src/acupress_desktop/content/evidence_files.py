"""Reads ``assets/evidence``: the sources and what each study found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.evidence import Finding, Grade, Source, Verified
from acupress_desktop.domain.ids import ComplaintId, SourceId

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Slug = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class _SourceRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Slug
    short: _Text
    title: _Text
    identifier: _Text
    checked: date
    verified: Verified


class _SourcesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    sources: tuple[_SourceRow, ...]


class _FindingRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^F\d{2}$")]
    complaints: Annotated[tuple[ComplaintId, ...], msgspec.Meta(min_length=1)]
    comparator: _Text
    self_administered: bool
    sham_controlled: bool
    sentence: _Text
    source: _Slug
    verified: Verified
    people: Annotated[int, msgspec.Meta(ge=1)] | None = None
    grade: Grade | None = None


class _FindingsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    findings: tuple[_FindingRow, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All findings in the order of the review table, and the sources they name."""

    findings: tuple[Finding, ...]
    sources: Mapping[SourceId, Source]

    def about(self, complaint: ComplaintId) -> tuple[Finding, ...]:
        """Return the findings that bear on ``complaint``, in table order."""
        return tuple(finding for finding in self.findings if complaint in finding.complaints)


def read_evidence(root: Path) -> Evidence:
    """Read sources and findings below the asset folder ``root``.

    Raises ``ContentError``, naming file and line, for an unknown key, an impossible value, an
    id that occurs twice or a source that does not exist.
    """
    sources_path = root / "evidence" / "sources.toml"
    findings_path = root / "evidence" / "findings.toml"
    source_rows = read_toml(sources_path, _SourcesFile).sources
    finding_rows = read_toml(findings_path, _FindingsFile).findings
    _refuse_twice(sources_path, (row.id for row in source_rows))
    _refuse_twice(findings_path, (row.id for row in finding_rows))
    sources = {SourceId(row.id): _source(row) for row in source_rows}
    for row in finding_rows:
        if SourceId(row.source) not in sources:
            line = line_holding(findings_path, f'"{row.source}"', after=f'"{row.id}"')
            raise ContentError(findings_path, line, f"{row.id}: no source {row.source!r}")
    return Evidence(tuple(_finding(row) for row in finding_rows), sources)


def line_holding(path: Path, text: str, after: str = "") -> int | None:
    """Return the 1-based line of ``text``, looked for only below the first line with ``after``."""
    seen = not after
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not seen and after in line:
            seen = True
        if seen and text in line:
            return number
    return None


def _refuse_twice(path: Path, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ContentError(path, line_holding(path, f'id = "{name}"'), f"{name} occurs twice")
        seen.add(name)


def _source(row: _SourceRow) -> Source:
    return Source(
        id=SourceId(row.id),
        short=row.short,
        title=row.title,
        identifier=row.identifier,
        checked=row.checked,
        verified=row.verified,
    )


def _finding(row: _FindingRow) -> Finding:
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
    )
