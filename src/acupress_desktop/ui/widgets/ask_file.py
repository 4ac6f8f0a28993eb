"""Asks where to save and what to open; tests and rehearsals answer in the person's stead."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

FileKinds = tuple[tuple[str, str], ...]
"""Kinds of file: name and ending without a dot."""


class AskFile(Protocol):
    """Somebody who knows where files go."""

    def where_to_save(self, parent: QWidget, title: str, name: str, kinds: FileKinds) -> Path | None:
        """Return a path with one of the endings, or ``None`` where the person thought better of it."""
        ...

    def what_to_open(self, parent: QWidget, title: str, kinds: FileKinds) -> Path | None:
        """Return the path of a file, or ``None``."""
        ...


class SystemAskFile:
    """Asks with the system's own dialog."""

    def where_to_save(self, parent: QWidget, title: str, name: str, kinds: FileKinds) -> Path | None:
        """Return a path with one of the endings, or ``None`` where the person thought better of it."""
        start = str(_documents() / f"{name}.{kinds[0][1]}")
        chosen, kind = QFileDialog.getSaveFileName(parent, title, start, _filters(kinds))
        if not chosen:
            return None
        path = Path(chosen)
        endings = [ending for _name, ending in kinds]
        if path.suffix.lstrip(".").lower() in endings:
            return path
        wanted = next((ending for label, ending in kinds if kind.startswith(label)), endings[0])
        return path.with_name(f"{path.name}.{wanted}")

    def what_to_open(self, parent: QWidget, title: str, kinds: FileKinds) -> Path | None:
        """Return the path of a file, or ``None``."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(_documents()), _filters(kinds))
        return Path(chosen) if chosen else None


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()


def _filters(kinds: FileKinds) -> str:
    return ";;".join(f"{name} (*.{ending})" for name, ending in kinds)
