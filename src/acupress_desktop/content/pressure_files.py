"""Reads ``assets/pressure``: what the exercise with a kitchen scale leans on."""

from __future__ import annotations

from pathlib import Path

from acupress_desktop.content.evidence_rows import SourcesFile, source_of
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.evidence import Source


def read_pressure_source(root: Path) -> Source:
    """Return the one source below ``root``; raise ``ContentError``."""
    file = root / "pressure" / "sources.toml"
    rows = read_toml(file, SourcesFile).sources
    if len(rows) != 1:
        raise ContentError(file, None, "needs the one source that the page names")
    return source_of(rows[0])
