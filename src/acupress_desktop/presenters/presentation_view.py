"""What the large view shows."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.how_to import MeasuringLine
from acupress_desktop.domain.ids import PointCode, ProtocolId
from acupress_desktop.domain.settings import Figure
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView, Choice


@dataclass(frozen=True, slots=True)
class SetOption:
    """One set that can be shown."""

    key: ProtocolId
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class ConsentView:
    """The first page: what this is, what to show, and that the person agrees."""

    page: str
    title: str
    lead: str
    not_an_assessment: str
    sets_heading: str
    sets: tuple[SetOption, ...]
    consent_heading: str
    consent: str
    agrees: str
    consent_kept: str
    agreed: Choice
    begin: ActView
    leave: str
    trouble: str


@dataclass(frozen=True, slots=True)
class ShownSite:
    """One site of the set; ``number`` stands in its mark. ``now`` is the one that is spoken of."""

    point: PointCode
    side: SiteSide
    number: int
    name: str
    detail: str
    spoken: str
    now: Choice


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the card."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class ShowingView:
    """One point, large. No seconds, no pressure, nothing of the journal."""

    page: str
    mast: str
    mast_note: str
    counter: str
    title: str
    code: str
    pinyin: str
    hanzi: str
    rows: tuple[ShownRow, ...]
    wanted: str
    site: ShownSite
    sites: tuple[ShownSite, ...]
    way: MeasuringLine | None
    way_begins: str
    left: str
    right: str
    previous: ActView
    next: ActView
    other_side: ActView | None
    leave: str
    spoken: str
    figure: Figure


PresentationView = ConsentView | ShowingView
