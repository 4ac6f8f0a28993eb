"""Whole journals out of the app and into it; ``app`` plugs the file formats in."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Protocol

from acupress_desktop.domain.ports import ImportCounts


class ExportKind(Enum):
    """A file format; the value is the ending of its files."""

    JSON = "json"
    CSV = "zip"

    @classmethod
    def of(cls, path: Path) -> ExportKind:
        """Return the format that the ending of ``path`` asks for; JSON for any other."""
        return cls.CSV if path.suffix.lower() == ".zip" else cls.JSON


class ExportPort(Protocol):
    """Writes and reads whole journals. Both raise ``KnownTrouble``; then nothing was changed."""

    def export_journal(self, path: Path, kind: ExportKind) -> int:
        """Write every row of the journal to ``path``; return how many."""
        ...

    def import_journal(self, path: Path) -> ImportCounts:
        """Merge the journal in ``path`` into the open one, all or nothing."""
        ...
