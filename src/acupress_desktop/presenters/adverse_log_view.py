"""What the log of unpleasant effects shows: frozen values with every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.history_view import SaidView
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.safety_view import PlaceView
from acupress_desktop.presenters.session_view import AdviceCardView


@dataclass(frozen=True, slots=True)
class KindChipView:
    """One kind of unpleasant effect."""

    kind: AdverseKind
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class SiteChipView:
    """One site that was pressed lately."""

    point: PointCode
    side: SiteSide
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class BodyPlacesView:
    """The places of the body: figures to tap, and the same places as a list."""

    rows: tuple[PlaceView, ...]
    more: str
    marked: tuple[RegionSelection, ...]
    front: str
    back: str
    your_left: str
    your_right: str
    turned: BodyView
    spoken: str


@dataclass(frozen=True, slots=True)
class WhereAskedView:
    """The questions for the place; only where the kind has one."""

    at_point: str
    sites: tuple[SiteChipView, ...]
    on_body: str
    hint: str


@dataclass(frozen=True, slots=True)
class LoggedView:
    """One thing that was told."""

    id: RowId
    title: str
    detail: str
    when: str
    delete: str
    delete_spoken: str


@dataclass(frozen=True, slots=True)
class AdverseLogView:
    """The whole page. ``where`` is ``None`` where the kind has no place; ``advice`` stands until read."""

    page: str
    title: str
    lead: str
    what: str
    kinds: tuple[KindChipView, ...]
    where: WhereAskedView | None
    body: BodyPlacesView
    when_heading: str
    when: datetime
    note_heading: str
    note_hint: str
    note: str
    note_characters_max: int
    save: ActView
    problem: str
    advice: AdviceCardView | None
    noted_heading: str
    noted: tuple[LoggedView, ...]
    nothing_noted: str
    said: SaidView | None
