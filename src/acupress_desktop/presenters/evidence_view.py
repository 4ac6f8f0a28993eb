"""What the evidence page shows. Every number that is drawn also stands in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.evidence import Against, Grade
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.presenters.pieces import SourceView


class GapShape(Enum):
    """How the gaps are shown: two twins of one view."""

    DRAWING = "drawing"
    TABLE = "table"


class AxisScale(Enum):
    """How numbers lie along an axis; ratios lie by their logarithm, so that twice and half are as far."""

    LINEAR = "linear"
    RATIO = "ratio"


class RowRange(Enum):
    """Whether the source gave a range: without one the dot is hollow."""

    GIVEN = "given"
    NOT_GIVEN = "not_given"


@dataclass(frozen=True, slots=True)
class CertaintyView:
    """A grade: ``words`` such as "Certainty: low.", what it means, and why it is so where that is told."""

    grade: Grade | None
    words: str
    means: str
    why: str


@dataclass(frozen=True, slots=True)
class TickView:
    """A number under the axis."""

    at: float
    value: str


@dataclass(frozen=True, slots=True)
class MarkLineView:
    """A change that people usually call clear: where it lies on the axis, and its label with the source."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """One axis. ``low`` is on the side of pressing; ``zero`` is where there is no difference."""

    scale: AxisScale
    low: float
    high: float
    zero: float
    ticks: tuple[TickView, ...]
    better: str
    worse: str
    no_difference: str
    marks: tuple[MarkLineView, ...]


@dataclass(frozen=True, slots=True)
class ForestRowView:
    """One gap: the dot at ``at`` with its range, and the same in words.

    ``detail`` tells how many, compared with what, and who pressed; ``source`` how sure and from where.
    """

    at: float
    low: float | None
    high: float | None
    title: str
    gap: str
    range_words: str
    detail: str
    compared: str
    source: str
    spoken: str

    @property
    def range_kind(self) -> RowRange:
        """Whether there is a range to draw."""
        return RowRange.NOT_GIVEN if self.low is None or self.high is None else RowRange.GIVEN


@dataclass(frozen=True, slots=True)
class ForestView:
    """One drawing: gaps of one kind of number, against one kind of comparison, on one axis."""

    spoken: str
    heading: str
    axis: AxisView
    rows: tuple[ForestRowView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgainstView:
    """All gaps to one kind of comparison; ``nothing`` says why there is no drawing."""

    against: Against
    heading: str
    drawings: tuple[ForestView, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class TableView:
    """The twin of the drawings of one block."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """What one study found. ``who`` holds how many, compared with what, and who pressed."""

    who: str
    sentence: str
    certainty: CertaintyView
    source: SourceView
    source_line: str
    not_verified: str
    about: str
    spoken: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """The studies with dummy points, or those without; ``nothing`` where there are none."""

    eyebrow: str
    heading: str
    lead: str
    nothing: str
    against: tuple[AgainstView, ...]
    table: TableView
    findings_heading: str
    findings: tuple[FindingView, ...]

    @property
    def has_drawing(self) -> bool:
        """Whether any gap can be drawn."""
        return any(each.drawings for each in self.against)


@dataclass(frozen=True, slots=True)
class TraditionView:
    """What one traditional text says, and which."""

    told: str
    source_line: str
    not_verified: str


@dataclass(frozen=True, slots=True)
class SourceLineView:
    """One source in full."""

    name: str
    full: str
    line: str
    not_verified: str


@dataclass(frozen=True, slots=True)
class WayView:
    """A link to another page of evidence: of a set or of a point."""

    label: str
    complaint: ComplaintId | None = None
    point: PointCode | None = None


@dataclass(frozen=True, slots=True)
class NamedLinesView:
    """A heading with lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """The evidence on one set, or on one point. A point has no grade of its own."""

    page: str
    eyebrow: str
    title: str
    back: str
    overview: str
    certainty: CertaintyView | None
    lead: str
    lead_sources: tuple[str, ...]
    shapes_name: str
    shapes: tuple[tuple[GapShape, str], ...]
    shape: GapShape
    dummy: BlockView
    other: BlockView
    pooled: BlockView
    not_known: NamedLinesView
    tradition_heading: str
    tradition_lead: str
    tradition: tuple[TraditionView, ...]
    how: NamedLinesView
    ways_heading: str
    ways: tuple[WayView, ...]
    atlas: str
    sources_heading: str
    sources: tuple[SourceLineView, ...]


@dataclass(frozen=True, slots=True)
class BestTrialView:
    """One of the honest sentences. ``against`` tells with what it was compared, in two or three words."""

    against: str
    sentence: str
    who: str
    certainty: CertaintyView
    source_line: str
    spoken: str


@dataclass(frozen=True, slots=True)
class SetRowView:
    """One set in the list."""

    complaint: ComplaintId
    title: str
    certainty: CertaintyView
    grade: str
    detail: str


@dataclass(frozen=True, slots=True)
class OverviewView:
    """All sets with their grades, and what the best trials say."""

    page: str
    title: str
    lead: str
    list_heading: str
    list_lead: str
    sets: tuple[SetRowView, ...]
    best_heading: str
    best: tuple[BestTrialView, ...]
    how: NamedLinesView
