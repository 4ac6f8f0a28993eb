"""What the journal page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.sample import SampleBannerView


class HappeningKind(Enum):
    """What a row is about."""

    CHECK_IN = "check_in"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class HappeningView:
    """One row of the list."""

    id: RowId
    kind: HappeningKind
    time: str
    title: str
    detail: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class DayView:
    """One day, its newest row first."""

    day: date
    heading: str
    rows: tuple[HappeningView, ...]


@dataclass(frozen=True, slots=True)
class RatingView:
    """One number: what, when, how much; ``spoken`` says all three."""

    label: str
    figure: str
    spoken: str


@dataclass(frozen=True, slots=True)
class RatingPairView:
    """What was rated in a session, in the order it was rated, all of the same size and ink."""

    heading: str
    ratings: tuple[RatingView, ...]


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A heading and lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HoldsView:
    """The holds of a session as a table; without rows ``nothing`` stands there."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class CheckInDetailView:
    """All of one check-in."""

    id: RowId
    title: str
    when: str
    paragraphs: tuple[ParagraphView, ...]
    edit: str
    delete: str


@dataclass(frozen=True, slots=True)
class SessionDetailView:
    """All of one session: planned, pressed and why they differ; the ratings side by side."""

    id: RowId
    title: str
    when: str
    summary: str
    ratings: tuple[RatingPairView, ...]
    caveat: str
    holds: HoldsView
    paragraphs: tuple[ParagraphView, ...]
    delete: str


DetailView = CheckInDetailView | SessionDetailView


@dataclass(frozen=True, slots=True)
class SaidView:
    """What was just done, with a way to take it back where there is one."""

    words: str
    undo: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEmptyView:
    """Where nothing happened yet."""

    title: str
    text: str
    sample: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The whole page. ``trouble`` says what could not be done; ``said`` what was."""

    page: str
    title: str
    check_in: str
    log: str
    days: tuple[DayView, ...]
    earlier: ActView | None
    all_shown: str
    detail: DetailView | None
    choose_one: str
    back: str
    export: str
    import_file: str
    empty: HistoryEmptyView | None
    banner: SampleBannerView | None
    trouble: str
    said: SaidView | None


@dataclass(frozen=True, slots=True)
class FileQuestionView:
    """What to ask the person about a file."""

    title: str
    name: str
    kinds: tuple[tuple[str, str], ...]
