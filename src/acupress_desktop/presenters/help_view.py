"""What the help page shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from acupress_desktop.presenters.pieces import ActView


class HelpSection(Enum):
    """The sections in order; the value is what a destination names."""

    KEYS = "keys"
    DATA = "data"
    STATEMENTS = "statements"
    CRISIS = "crisis"
    SOURCES = "sources"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class KeyView:
    """One line of the key list."""

    keys: tuple[str, ...]
    what: str

    @property
    def spoken(self) -> str:
        """Keys and what they do."""
        return f"{', '.join(self.keys)}: {self.what}"


@dataclass(frozen=True, slots=True)
class KeyGroupView:
    """Keys of one place."""

    heading: str
    keys: tuple[KeyView, ...]


@dataclass(frozen=True, slots=True)
class BackupView:
    """One backup and the way back to it."""

    path: Path
    line: str
    size: str
    restore: str


@dataclass(frozen=True, slots=True)
class PartView:
    """A name and what is said of it: a source, or a part that the app stands on."""

    name: str
    line: str


@dataclass(frozen=True, slots=True)
class TableOfFilesView:
    """Where everything lies."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """What is asked before something that cannot be taken back by a click.

    ``word`` has to be typed where it is not empty.
    """

    title: str
    lines: tuple[str, ...]
    word: str
    type_label: str
    waits: str
    go_on: str
    cancel: str


@dataclass(frozen=True, slots=True)
class HelpView:
    """The whole page."""

    page: str
    title: str
    sections: tuple[tuple[HelpSection, str], ...]
    keys: tuple[KeyGroupView, ...]
    session_keys: str
    data_lead: str
    counts: str
    files: TableOfFilesView
    export: str
    backups_heading: str
    backups_lead: str
    backups: tuple[BackupView, ...]
    no_backups: str
    back_up: ActView
    erase: str
    erase_question: QuestionView
    statements: tuple[str, ...]
    first_run: str
    safety_answers: str
    adverse_log: str
    crisis: str
    sources_lead: str
    sources_by_set: str
    sources: tuple[PartView, ...]
    version: str
    licence: str
    parts_heading: str
    parts: tuple[PartView, ...]
    trouble: str
    said: str
    close: str
