"""``acupress evidence`` and ``acupress sources``: what was found, what nobody knows, and the licences."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused
from acupress_desktop.cli.library import Library, the_library
from acupress_desktop.domain.ids import ComplaintId, PointCode, SourceId

if TYPE_CHECKING:
    from acupress_desktop.domain.evidence import (
        ComplaintEvidence,
        Effect,
        Finding,
        Mark,
        PointEvidence,
        Source,
        Tradition,
    )
    from acupress_desktop.domain.protocols import Protocol

WIDTH = 96


def add_evidence_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``evidence`` takes."""
    parser.add_argument(
        "complaint",
        nargs="?",
        metavar="COMPLAINT|POINT",
        help="such as knee, P09 or PC6; all where none is named",
    )


def add_sources_arguments(parser: argparse.ArgumentParser) -> None:
    """``sources`` takes nothing of its own."""
    del parser


def run_evidence(arguments: argparse.Namespace) -> Answer:
    """Tell what trials found, what nobody knows and what is taught; raises ``InputRefused``.

    For one complaint, for one point, or for all.
    """
    library = the_library()
    wanted = arguments.complaint
    every = tuple(library.protocols.values())
    sets = tuple(one for one in every if not wanted or wanted == one.complaint or wanted.upper() == one.id)
    if sets:
        complaints = {one.complaint for one in sets}
        findings = tuple(
            finding
            for finding in library.evidence.findings
            if not wanted or complaints.intersection(finding.complaints)
        )
        pressed = {code for one in sets for code in points_of(one)}
    else:
        code = _meant_point(wanted, library)
        complaints = set()
        sets = tuple(one for one in every if code in points_of(one))
        findings = library.evidence.of_point(code)
        pressed = {code}
    asked = [library.evidence.complaint(one) for one in complaints_in_order(every) if one in complaints]
    taught = [row for row in library.evidence.points.values() if row.point in pressed]
    cited = _cited(sets, findings, [*asked, *taught])
    sources = [source for key, source in library.evidence.sources.items() if key in cited]
    return Answer(
        {
            "sets": [_set_row(one) for one in sets],
            "findings": [_finding_row(finding, library) for finding in findings],
            "complaints": [_complaint_row(row) for row in asked],
            "points": [{"point": row.point, "tradition": _tradition_rows(row)} for row in taught],
            "marks": [_mark_row(mark) for mark in library.evidence.marks if mark.source in cited],
            "sources": [_source_row(source) for source in sources],
        },
        tuple(_lines(library, sets, findings, asked, taught)),
    )


def points_of(one: Protocol) -> frozenset[PointCode]:
    """Return every point that a set presses, stand-ins included."""
    return frozenset(
        code for step in one.steps for code in (step.point, *(swap.point for swap in step.replacements))
    )


def complaints_in_order(sets: Iterable[Protocol]) -> tuple[ComplaintId, ...]:
    """Return each complaint once, in the order of the sets."""
    return tuple(dict.fromkeys(one.complaint for one in sets))


def _meant_point(wanted: str, library: Library) -> PointCode:
    try:
        return library.code(wanted)
    except InputRefused as refused:
        known = ", ".join(complaints_in_order(library.protocols.values()))
        raise InputRefused(f"COMPLAINT|POINT: no {wanted!r}; use a point or one of {known}") from refused


def _cited(
    sets: Iterable[Protocol],
    findings: Iterable[Finding],
    rows: Iterable[ComplaintEvidence | PointEvidence],
) -> set[SourceId]:
    cited = {source for one in sets for source in one.evidence.sources}
    for finding in findings:
        cited.add(finding.source)
        cited.update(one.matters_source for one in finding.effects if one.matters_source is not None)
    cited.update(one.source for row in rows for one in row.tradition)
    return cited


def _lines(
    library: Library,
    sets: Iterable[Protocol],
    findings: Iterable[Finding],
    complaints: Iterable[ComplaintEvidence],
    points: Iterable[PointEvidence],
) -> Iterator[str]:
    for one in sets:
        yield f"{one.id} {one.title}: {_spaced(one.evidence.grade.value)}"
        yield from _wrap(one.evidence.text)
    yield ""
    for finding in findings:
        yield f"{finding.id} {_short(library, finding.source)}"
        yield from _wrap(finding.sentence)
        for effect in finding.effects:
            yield from _wrap(_effect_line(effect))
        if finding.not_verified:
            yield from _wrap(f"Not verified: {finding.not_verified}")
    for row in complaints:
        yield from ("", f"Not known ({row.complaint})")
        for text in row.not_known:
            yield from _wrap(text)
        yield from _taught(library, row.complaint, row.tradition)
    for point in points:
        yield from _taught(library, point.point, point.tradition)


def _taught(library: Library, name: str, tradition: Iterable[Tradition]) -> Iterator[str]:
    yield from ("", f"Taught by tradition, not tested ({name})")
    for one in tradition:
        yield from _wrap(f"{one.text} [{_short(library, one.source)}]")


def _effect_line(effect: Effect) -> str:
    shown = "no range given" if effect.low is None else f"{effect.low:g} to {effect.high:g}"
    against = _spaced(effect.against.value)
    return f"{effect.outcome}, {effect.when}, against {against}: {effect.value:g} ({shown}), {effect.scale}"


def _spaced(value: str) -> str:
    return value.replace("_", " ")


def run_sources(arguments: argparse.Namespace) -> Answer:
    """List provenance and licence of everything that is bundled, and the sources of the evidence."""
    from acupress_desktop.content.licence_files import read_bundle

    del arguments
    library = the_library()
    bundle = read_bundle(library.root)
    lines: list[str] = []
    for part in bundle:
        lines += [f"{part.name} ({part.licence})", *_wrap(f"{part.what} {part.where}"), ""]
    lines += [
        f"{source.short}: {source.title}. {source.identifier}. Looked at {source.checked.isoformat()}."
        for source in library.evidence.sources.values()
    ]
    return Answer(
        {
            "bundled": [
                {
                    "name": part.name,
                    "kind": part.kind.value,
                    "licence": part.licence,
                    "origin": part.where,
                    "what": part.what,
                    "files": list(part.files),
                    "changes": part.changes,
                }
                for part in bundle
            ],
            "sources": [_source_row(source) for source in library.evidence.sources.values()],
        },
        tuple(lines),
    )


def _set_row(one: Protocol) -> dict[str, object]:
    return {
        "id": one.id,
        "complaint": one.complaint,
        "title": one.title,
        "grade": one.evidence.grade.value,
        "text": one.evidence.text,
        "sources": list(one.evidence.sources),
        "checked": one.evidence.checked.isoformat(),
        "offered": one.offered,
    }


def _finding_row(finding: Finding, library: Library) -> dict[str, object]:
    return {
        "id": finding.id,
        "complaints": list(finding.complaints),
        "people": finding.people,
        "comparator": finding.comparator,
        "self_administered": finding.self_administered,
        "sham_controlled": finding.sham_controlled,
        "comparators": finding.comparators.value,
        "grade": None if finding.grade is None else finding.grade.value,
        "text": finding.sentence,
        "source": finding.source,
        "identifier": library.evidence.sources[finding.source].identifier,
        "verified": finding.verified.value,
        "grade_why": finding.grade_why,
        "points": list(finding.points),
        "effects": [_effect_row(effect) for effect in finding.effects],
        "not_verified": finding.not_verified,
    }


def _effect_row(effect: Effect) -> dict[str, object]:
    return {
        "outcome": effect.outcome,
        "kind": effect.kind.value,
        "scale": effect.scale,
        "against": effect.against.value,
        "people": effect.people,
        "studies": effect.studies,
        "value": effect.value,
        "low": effect.low,
        "high": effect.high,
        "when": effect.when,
        "matters": effect.matters,
        "matters_source": effect.matters_source,
    }


def _complaint_row(row: ComplaintEvidence) -> dict[str, object]:
    return {
        "complaint": row.complaint,
        "not_known": list(row.not_known),
        "tradition": _tradition_rows(row),
    }


def _tradition_rows(row: ComplaintEvidence | PointEvidence) -> list[dict[str, object]]:
    return [{"text": one.text, "source": one.source} for one in row.tradition]


def _mark_row(mark: Mark) -> dict[str, object]:
    return {
        "id": mark.id,
        "kind": mark.kind.value,
        "scale": mark.scale,
        "value": mark.value,
        "text": mark.said,
        "source": mark.source,
    }


def _source_row(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "short": source.short,
        "title": source.title,
        "identifier": source.identifier,
        "checked": source.checked.isoformat(),
        "verified": source.verified.value,
    }


def _short(library: Library, source: SourceId) -> str:
    return library.evidence.sources[source].short


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
