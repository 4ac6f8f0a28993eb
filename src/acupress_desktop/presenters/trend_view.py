"""What the trend page shows. Places across the chart are in days from the left edge of the range."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.trends.series import TrendRange
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.sample import SampleBannerView


class Shape(Enum):
    """Which of the twins is shown."""

    CHART = "chart"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class RangeOption:
    """One range."""

    key: TrendRange
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class AreaOption:
    """One place; ``None`` stands for all of them."""

    key: RegionId | None
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Stroke:
    """A flat stroke over the days of one week."""

    left_days: float
    right_days: float
    value: float


class BracketKind(Enum):
    """What a bracket is about: how little was logged, or what the days were like."""

    LOGGED = "logged"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket above some days. ``row`` counts from 0 up, so that brackets never cross."""

    left_days: float
    right_days: float
    words: str
    kind: BracketKind
    row: int


@dataclass(frozen=True, slots=True)
class BandView:
    """Two points to either side of the days before the first session."""

    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class TickView:
    """A date under the axis."""

    at_days: float
    words: str


@dataclass(frozen=True, slots=True)
class LineView:
    """The dotted line at the first session."""

    at_days: float
    words: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """Everything inside the axes. ``entries`` are (days, value 0 to 10); ``sessions`` are days."""

    days: int
    entries: tuple[tuple[float, float], ...]
    strokes: tuple[Stroke, ...]
    brackets: tuple[Bracket, ...]
    bracket_rows: int
    sessions: tuple[float, ...]
    first_session: LineView | None
    band: BandView | None
    ticks: tuple[TickView, ...]
    spoken: str


class LegendMark(Enum):
    """What stands before a word of the legend."""

    ENTRY = "entry"
    WEEK = "week"
    SESSION = "session"
    BAND = "band"


@dataclass(frozen=True, slots=True)
class LegendView:
    """One word of the legend."""

    mark: LegendMark
    words: str


@dataclass(frozen=True, slots=True)
class TableView:
    """The twin of the chart, newest day first."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ComputedView:
    """How the numbers come about."""

    title: str
    paragraphs: tuple[str, ...]
    close: str


@dataclass(frozen=True, slots=True)
class EmptyView:
    """Where nothing was ever logged."""

    title: str
    text: str
    check_in: str
    sample: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """What a saved picture carries beside the chart, and how its file may be called."""

    dialog: str
    name: str
    kinds: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrendView:
    """The whole page. ``finding`` is the strong first sentence, ``finding_rest`` what follows it."""

    page: str
    title: str
    finding: str
    finding_rest: str
    ranges_name: str
    ranges: tuple[RangeOption, ...]
    areas_name: str
    areas: tuple[AreaOption, ...]
    shapes_name: str
    chart_name: str
    table_name: str
    shape: Shape
    chart: ChartView
    table: TableView
    legend: tuple[LegendView, ...]
    earlier: ActView
    later: ActView
    footnote: str
    how_computed: str
    computed: ComputedView
    save_picture: str
    picture: PictureView
    empty: EmptyView | None
    banner: SampleBannerView | None
