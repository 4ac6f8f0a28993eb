"""The made-up journal that a person may look around in: always said, one click to remove."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.words import sample as words


class JournalKind(Enum):
    """Whose journal is open."""

    OWN = "own"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class SampleBannerView:
    """Stands above every page that shows made-up data."""

    text: str
    remove: str


def sample_banner(kind: JournalKind) -> SampleBannerView | None:
    """Return the banner, or ``None`` over the person's own journal."""
    return SampleBannerView(words.banner(), words.remove()) if kind is JournalKind.SAMPLE else None
