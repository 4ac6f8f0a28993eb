"""Reads ``assets/evidence``: the sources, what each study found, and what nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from acupress_desktop.content.evidence_rows import (
    ComplaintsFile,
    FindingRow,
    FindingsFile,
    MarksFile,
    PointsFile,
    SourcesFile,
    bad_effect,
    finding_of,
    mark_of,
    source_of,
    tradition_of,
)
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import ComplaintEvidence, Finding, Mark, PointEvidence, Source
from acupress_desktop.domain.ids import ComplaintId, PointCode, SourceId


@dataclass(frozen=True, slots=True)
class Evidence:
    """All findings in the order of the review table, the sources they name, and what is beside them."""

    findings: tuple[Finding, ...]
    sources: Mapping[SourceId, Source]
    marks: tuple[Mark, ...] = ()
    complaints: Mapping[ComplaintId, ComplaintEvidence] = field(default_factory=dict)
    points: Mapping[PointCode, PointEvidence] = field(default_factory=dict)

    def about(self, complaint: ComplaintId) -> tuple[Finding, ...]:
        """Return the findings that bear on ``complaint``, in table order."""
        return tuple(finding for finding in self.findings if complaint in finding.complaints)

    def of_point(self, code: PointCode) -> tuple[Finding, ...]:
        """Return the findings of studies in which the point was among those pressed, in table order."""
        return tuple(finding for finding in self.findings if code in finding.points)

    def complaint(self, complaint: ComplaintId) -> ComplaintEvidence:
        """Return what is not known about ``complaint``, and what tradition says of it."""
        return self.complaints.get(complaint, ComplaintEvidence(complaint, (), ()))

    def point(self, code: PointCode) -> PointEvidence | None:
        """Return what tradition says of the point; ``None`` where no such text was read."""
        return self.points.get(code)


def read_evidence(root: Path) -> Evidence:
    """Read everything below ``evidence`` of the asset folder ``root``.

    Raises ``ContentError``, naming file and line, for an unknown key, an impossible value, an
    id that occurs twice, a source or mark that does not exist, or an interval without its value.
    """
    folder = root / "evidence"
    source_rows = read_toml(folder / "sources.toml", SourcesFile).sources
    mark_rows = read_toml(folder / "marks.toml", MarksFile).marks
    finding_rows = read_toml(folder / "findings.toml", FindingsFile).findings
    complaint_rows = read_toml(folder / "complaints.toml", ComplaintsFile).complaints
    point_rows = read_toml(folder / "points.toml", PointsFile).points
    for name, ids in (
        ("sources.toml", [row.id for row in source_rows]),
        ("marks.toml", [row.id for row in mark_rows]),
        ("findings.toml", [row.id for row in finding_rows]),
        ("complaints.toml", [row.id for row in complaint_rows]),
        ("points.toml", [row.id for row in point_rows]),
    ):
        _refuse_twice(folder / name, ids)
    sources = {SourceId(row.id): source_of(row) for row in source_rows}
    marks = {row.id: mark_of(row) for row in mark_rows}
    for name, cited in (
        ("marks.toml", [(row.id, row.source) for row in mark_rows]),
        ("findings.toml", [(row.id, row.source) for row in finding_rows]),
        ("complaints.toml", [(row.id, one.source) for row in complaint_rows for one in row.tradition]),
        ("points.toml", [(row.id, one.source) for row in point_rows for one in row.tradition]),
    ):
        _refuse_unknown_source(folder / name, cited, sources)
    for row in finding_rows:
        _refuse_bad_effects(folder / "findings.toml", row, marks)
    complaints = (
        ComplaintEvidence(ComplaintId(row.id), row.not_known, tradition_of(row.tradition))
        for row in complaint_rows
    )
    points = (PointEvidence(PointCode(row.id), tradition_of(row.tradition)) for row in point_rows)
    return Evidence(
        findings=tuple(finding_of(row, marks) for row in finding_rows),
        sources=sources,
        marks=tuple(marks.values()),
        complaints={one.complaint: one for one in complaints},
        points={one.point: one for one in points},
    )


def refuse_strangers(root: Path, evidence: Evidence, atlas: Atlas, complaints: Iterable[ComplaintId]) -> None:
    """Raise ``ContentError``, naming file and line, for a point or complaint that exists nowhere else."""
    known = frozenset(complaints)
    findings = root / "evidence" / "findings.toml"
    for finding in evidence.findings:
        for code in finding.points:
            if code not in atlas:
                _refuse(findings, finding.id, f'"{code}"', f"no point {code!r}")
        for complaint in finding.complaints:
            if complaint not in known:
                _refuse(findings, finding.id, f'"{complaint}"', f"no complaint {complaint!r}")
    for code in evidence.points:
        if code not in atlas:
            _refuse(root / "evidence" / "points.toml", code, f'"{code}"', f"no point {code!r}")
    for complaint in evidence.complaints:
        if complaint not in known:
            path = root / "evidence" / "complaints.toml"
            _refuse(path, complaint, f'"{complaint}"', f"no complaint {complaint!r}")


def line_holding(path: Path, text: str, after: str = "") -> int | None:
    """Return the 1-based line of ``text``, looked for only below the first line with ``after``."""
    seen = not after
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not seen and after in line:
            seen = True
        if seen and text in line:
            return number
    return None


def _refuse(path: Path, row: str, text: str, what: str) -> None:
    line = line_holding(path, text, after=f'id = "{row}"')
    raise ContentError(path, line, f"{row}: {what}")


def _refuse_twice(path: Path, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ContentError(path, line_holding(path, f'id = "{name}"'), f"{name} occurs twice")
        seen.add(name)


def _refuse_unknown_source(
    path: Path, cited: Iterable[tuple[str, str]], sources: Mapping[SourceId, Source]
) -> None:
    for row, source in cited:
        if SourceId(source) not in sources:
            _refuse(path, row, f'"{source}"', f"no source {source!r}")


def _refuse_bad_effects(path: Path, row: FindingRow, marks: Mapping[str, Mark]) -> None:
    for effect in row.effects:
        problem = bad_effect(effect, marks)
        if problem:
            _refuse(path, row.id, f"value = {effect.value}", problem)
