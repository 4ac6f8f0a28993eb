"""What a safety question shows: one frame, and one of six ways to answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.settings import BodyView, Figure
from acupress_desktop.presenters.pieces import Choice


class RowMark(Enum):
    """How a row of a checklist stands."""

    OPEN = "open"
    YES = "yes"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One of three equal answers; ``key`` is its letter, ``note`` says what it counts as."""

    reply: Reply
    label: str
    key: str
    note: str


@dataclass(frozen=True, slots=True)
class AskBody:
    """Yes, no, not sure."""

    answers: tuple[AnswerView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a checklist.

    ``more`` names the act that opens the row as a question of its own, with all its words and why.
    """

    key: str
    label: str
    mark: RowMark
    more: str


@dataclass(frozen=True, slots=True)
class ListBody:
    """A checklist. ``go_on`` answers it as ticked and is empty while nothing is; ``none`` clears it.

    ``ends`` tells that one tick is enough to end the questions, as on the list of emergencies.
    """

    rows: tuple[RowView, ...]
    told: str
    go_on: str
    none: str
    unsure: str
    unsure_note: str
    ends: Choice


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One side of a region: ``label`` beside the region, ``spoken`` alone."""

    place: RegionSelection
    label: str
    spoken: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One region of the list twin, with its left and right, or the one place that it is."""

    region: str
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class RegionBody:
    """Places on the body: a list and the same places on two figures. ``offered`` rows come first."""

    rows: tuple[PlaceRow, ...]
    offered: int
    picked: str
    go_on: str
    nowhere: str
    unsure: str
    unsure_note: str
    hint: str
    marked: tuple[RegionSelection, ...]
    front: str
    back: str
    your_left: str
    your_right: str
    turn: str
    figure: Figure
    turned: BodyView
    spoken: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer of several; ``letter`` is its key on the keyboard."""

    key: str
    label: str
    letter: str


@dataclass(frozen=True, slots=True)
class ChoiceBody:
    """One of several."""

    options: tuple[OptionView, ...]
    unsure: str
    unsure_letter: str
    unsure_note: str


@dataclass(frozen=True, slots=True)
class AmountBody:
    """A whole number."""

    label: str
    text: str
    problem: str
    go_on: str


@dataclass(frozen=True, slots=True)
class AnsweredView:
    """One page that was answered; choosing it opens it again."""

    key: str
    asked: str
    answer: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ReviewBody:
    """Everything that was answered, to change any of it; ``go_on`` leaves it as it is."""

    answered: tuple[AnsweredView, ...]
    go_on: str


Body = AskBody | ListBody | RegionBody | ChoiceBody | AmountBody | ReviewBody


@dataclass(frozen=True, slots=True)
class WhyView:
    """The side note. ``shown`` folds it; the link reads ``link``."""

    heading: str
    paragraphs: tuple[str, ...]
    rule: str
    link: str
    shown: Choice


@dataclass(frozen=True, slots=True)
class NumberView:
    """The field for the emergency number, while it is open."""

    label: str
    text: str
    problem: str
    save: str


@dataclass(frozen=True, slots=True)
class FootView:
    """The emergency line under every question."""

    question: str
    call: str
    after: str
    link: str
    stays: str
    number: NumberView | None


@dataclass(frozen=True, slots=True)
class SafetyView:
    """One question. ``number`` counts from 1; ``back`` is empty on the first.

    ``none_key`` is the letter that answers a list or the body question with none.
    """

    page: str
    close: str
    number: int
    of: int
    progress_spoken: str
    eyebrow: str
    title: str
    lead: str
    body: Body
    why: WhyView | None
    back: str
    none_key: str
    foot: FootView
