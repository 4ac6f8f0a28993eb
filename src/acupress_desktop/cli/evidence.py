"""``acupress evidence`` and ``acupress sources``: what was found, by whom, and under which licences."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused
from acupress_desktop.cli.library import Library, the_library
from acupress_desktop.domain.ids import SourceId

if TYPE_CHECKING:
    from acupress_desktop.domain.evidence import Finding, Source
    from acupress_desktop.domain.protocols import Protocol

WIDTH = 96


def add_evidence_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``evidence`` takes."""
    parser.add_argument(
        "complaint", nargs="?", metavar="COMPLAINT", help="such as knee or P09; all where none is named"
    )


def add_sources_arguments(parser: argparse.ArgumentParser) -> None:
    """``sources`` takes nothing of its own."""
    del parser


def run_evidence(arguments: argparse.Namespace) -> Answer:
    """Tell what trials found for one complaint, or for all; raises ``InputRefused``."""
    library = the_library()
    sets = tuple(library.protocols.values())
    wanted = arguments.complaint
    if wanted:
        sets = tuple(one for one in sets if wanted in (one.complaint, one.id) or wanted.upper() == one.id)
        if not sets:
            known = ", ".join(one.complaint for one in library.protocols.values())
            raise InputRefused(f"COMPLAINT: no {wanted!r}; use one of {known}")
    complaints = {one.complaint for one in sets}
    findings = tuple(
        finding
        for finding in library.evidence.findings
        if not wanted or complaints.intersection(finding.complaints)
    )
    cited = {source for one in sets for source in one.evidence.sources}
    cited.update(finding.source for finding in findings)
    sources = [source for key, source in library.evidence.sources.items() if key in cited]
    lines: list[str] = []
    for one in sets:
        lines += [
            f"{one.id} {one.title}: {one.evidence.grade.value.replace('_', ' ')}",
            *_wrap(one.evidence.text),
        ]
    lines.append("")
    for finding in findings:
        lines += [f"{finding.id} {_short(library, finding.source)}", *_wrap(finding.sentence)]
    return Answer(
        {
            "sets": [_set_row(one) for one in sets],
            "findings": [_finding_row(finding, library) for finding in findings],
            "sources": [_source_row(source) for source in sources],
        },
        tuple(lines),
    )


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
        "grade": None if finding.grade is None else finding.grade.value,
        "text": finding.sentence,
        "source": finding.source,
        "identifier": library.evidence.sources[finding.source].identifier,
        "verified": finding.verified.value,
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
