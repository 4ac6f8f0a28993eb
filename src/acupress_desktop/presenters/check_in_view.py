"""What the check-in shows: frozen values with every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from acupress_desktop.domain.ids import RegionId, RowId
from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.ports import JournalChange
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.check_in_items import Count, Item
from acupress_desktop.presenters.pieces import Choice, ScaleView
from acupress_desktop.presenters.session_view import AdviceCardView


@dataclass(frozen=True, slots=True)
class Place:
    """Where something hurts: an area (or any region an older entry names) and the person's side."""

    region: RegionId
    side: PainSide


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A chip of the where-list; ``own`` is the scale of this place alone, where it differs."""

    place: Place
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class PlaceScaleView:
    """The scale of one place, once more than one is chosen."""

    place: Place
    scale: ScaleView


@dataclass(frozen=True, slots=True)
class QuickView:
    """One of the two answers at the top."""

    label: str
    detail: str


@dataclass(frozen=True, slots=True)
class TagView:
    """A mark of the day."""

    tag: ContextTag
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class CountView:
    """A number to type, as it was typed; ``problem`` says why it cannot be kept."""

    count: Count
    question: str
    unit: str
    typed: str
    problem: str


@dataclass(frozen=True, slots=True)
class MoreView:
    """Everything beyond pain and place."""

    scales: tuple[tuple[Item, ScaleView], ...]
    place_scales: tuple[PlaceScaleView, ...]
    counts: tuple[CountView, ...]
    tags_heading: str
    tags: tuple[TagView, ...]
    note_heading: str
    note_hint: str
    note: str
    when_heading: str
    when: datetime


class Facing(Enum):
    """Which side of the body a picture shows."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class SoreView:
    """The chosen places as a picture of the body names them, and in words.

    ``facing`` is the view that shows them; ``upper_half`` says that head and trunk are enough.
    """

    tinted: tuple[RegionSelection, ...]
    facing: Facing
    upper_half: bool
    spoken: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class CheckInView:
    """The dialog. ``hint`` says what is missing, ``problem`` what went wrong; both may be empty."""

    title: str
    when: str
    close: str
    as_last_time: QuickView | None
    no_pain: QuickView
    pain: ScaleView
    where: str
    places: tuple[PlaceView, ...]
    more_places: str
    sore: SoreView
    more_label: str
    more: MoreView | None
    save: str
    can_save: Choice
    hint: str
    problem: str
    delete: str


@dataclass(frozen=True, slots=True)
class CheckInDone:
    """The entry is on disk (or out of it). ``undo`` is the entry to bring back, where there is one.

    ``advice`` is what the entry gives reason to say at once.
    """

    said: str
    undo_label: str
    undo: RowId | None
    change: JournalChange
    advice: AdviceCardView | None = None
