"""Small parts that several views share. Every text is ready to be shown and to be read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Choice(Enum):
    """Whether a chip, row or card is chosen."""

    CHOSEN = "chosen"
    OPEN = "open"

    @classmethod
    def when(cls, condition: object) -> Choice:
        """Chosen where ``condition`` holds."""
        return cls.CHOSEN if condition else cls.OPEN


@dataclass(frozen=True, slots=True)
class ScaleView:
    """A 0 to 10 question. ``value`` is ``None`` until it is answered; nothing is preselected."""

    question: str
    low: str
    high: str
    value: int | None
    optional: str = ""


@dataclass(frozen=True, slots=True)
class ActView:
    """A button: its words, what is said beside them, and why it cannot be pressed (empty: it can)."""

    label: str
    detail: str = ""
    blocked_because: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be pressed."""
        return not self.blocked_because


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where a fact comes from: short name, full title with identifier, day it was looked at."""

    short: str
    full: str
    checked: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What is known about a set: ``certainty`` ("Certainty: very low."), a plain line, its sources."""

    certainty: str
    text: str
    sources: tuple[SourceView, ...]

    @property
    def spoken(self) -> str:
        """All of it in one breath."""
        names = "; ".join(f"{source.short}, {source.checked}" for source in self.sources)
        return f"{self.certainty} {self.text} {names}".strip()


class NoticeKind(Enum):
    """How a notice looks; never by colour alone, the words say it too."""

    PLAIN = "plain"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A banner: one or two sentences and up to two acts, known by ``key``; some have a ``title``."""

    key: str
    text: str
    kind: NoticeKind = NoticeKind.PLAIN
    act: str = ""
    other_act: str = ""
    title: str = ""
