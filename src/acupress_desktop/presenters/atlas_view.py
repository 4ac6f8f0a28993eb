"""What the atlas shows. The maps are drawn from places that the album of the figure knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.how_to import MeasuringLine
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import BodyView, Figure
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView, Choice, EvidenceView


@dataclass(frozen=True, slots=True)
class PointRowView:
    """One row of the list; ``cells`` are code, name and Chinese name."""

    point: PointCode
    cells: tuple[str, str, str]
    choice: Choice


class SiteLook(Enum):
    """How a site stands out on the small body."""

    OTHER = "other"
    CHOSEN = "chosen"
    OTHER_SIDE = "other_side"


@dataclass(frozen=True, slots=True)
class SiteView:
    """One site on a map, with every word it may need."""

    point: PointCode
    side: SiteSide
    name: str
    detail: str
    spoken: str
    look: SiteLook = SiteLook.OTHER


@dataclass(frozen=True, slots=True)
class WholeBodyView:
    """The small body. ``elsewhere`` says on which view the chosen point is, where it is not on this one."""

    name: str
    facing: str
    facings_name: str
    facings: tuple[tuple[str, str], ...]
    sites: tuple[SiteView, ...]
    elsewhere: str
    spoken: str


@dataclass(frozen=True, slots=True)
class CloseUpView:
    """The picture of one site near by. ``wanted`` is the picture that its instructions name."""

    site: SiteView
    wanted: str
    place: str
    others: tuple[SiteView, ...]
    way: MeasuringLine | None
    way_lines: tuple[str, ...]
    way_begins: str
    ring: str
    spoken: str
    nothing: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A named row of the card."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetEvidenceView:
    """What is known of one set that holds the point."""

    title: str
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class PointCardView:
    """All that is said of one point."""

    point: PointCode
    title: str
    code: str
    pinyin: str
    hanzi: str
    limit: str
    steps_heading: str
    steps: tuple[str, ...]
    rows: tuple[RowView, ...]
    evidence_heading: str
    evidence: tuple[SetEvidenceView, ...]
    no_evidence: str
    standard_heading: str
    standard: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class AtlasView:
    """The whole page."""

    page: str
    search: str
    search_hint: str
    found: str
    list_name: str
    heads: tuple[str, str, str]
    rows: tuple[PointRowView, ...]
    whole: WholeBodyView
    close_up: CloseUpView | None
    card: PointCardView | None
    nothing_chosen: str
    tabs_name: str
    words_tab: str
    picture_tab: str
    other_side: ActView | None
    turn: str
    present: ActView | None
    your_left: str
    your_right: str
    turned: BodyView
    figure: Figure
