"""What the home page shows: frozen values, every sentence ready, every fact spoken too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.settings import BodyView, Figure
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView, EvidenceView, NoticeView


@dataclass(frozen=True, slots=True)
class MarkView:
    """A numbered point of the set. ``site`` is the person's side; both sides share a number."""

    number: int
    point: PointCode
    site: SiteSide
    name: str
    detail: str
    spoken: str


@dataclass(frozen=True, slots=True)
class SoreView:
    """A sore place of today, for the tint on the body, with its label."""

    places: tuple[RegionSelection, ...]
    label: str


@dataclass(frozen=True, slots=True)
class BodyPictureView:
    """What the body map shows; the same facts in ``spoken``.

    ``turn`` turns the picture as in a mirror or back; ``elsewhere`` names, for ``{names}``, the points that
    the view in front does not show.
    """

    marks: tuple[MarkView, ...]
    sore: tuple[SoreView, ...]
    figure: Figure
    turned: BodyView
    spoken: str
    front_or_back: str
    front: str
    back: str
    turn: str
    your_left: str
    your_right: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class SparkDay:
    """One day of the small chart; ``value`` is ``None`` where nothing was logged."""

    day: date
    value: float | None
    sessions: int


@dataclass(frozen=True, slots=True)
class SparkView:
    """The small chart and the same facts in words."""

    heading: str
    days: tuple[SparkDay, ...]
    first: str
    last: str
    legend: str
    empty: str
    spoken: str


class Phase(Enum):
    """How far the page is: painted from the glance, or from the journal."""

    GLANCE = "glance"
    LIVE = "live"


@dataclass(frozen=True, slots=True)
class TodayView:
    """The whole home page. ``low_energy`` is the second act; ``None`` where there is none."""

    phase: Phase
    page: str
    eyebrow: str
    title: str
    summary: str
    start: ActView
    day_line: str
    change: str
    notices: tuple[NoticeView, ...]
    spark: SparkView
    check_in: str
    last_entry: str
    last_entry_detail: str
    log: str
    evidence: EvidenceView | None
    evidence_fold: str
    body: BodyPictureView
    low_energy: ActView | None = None
