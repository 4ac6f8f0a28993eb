"""What the pages show on which points are learned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning import Tally
from acupress_desktop.domain.learning_scope import ScopeKind
from acupress_desktop.domain.point_practice import ReviewKind, ReviewRating
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView, Choice

# --- The first page


@dataclass(frozen=True, slots=True)
class ScopeOption:
    """One line or one area to choose from; ``key`` is its letters or its id."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class ScopeView:
    """The choice of points. ``options`` are lines or areas; none where the kind needs no more."""

    heading: str
    kinds: tuple[tuple[ScopeKind, str], ...]
    kind: ScopeKind
    options_name: str
    options: tuple[ScopeOption, ...]
    option: str
    note: str


class Shade(Enum):
    """The parts of a bar."""

    LEARNED = "learned"
    SEEN = "seen"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class BarView:
    """How far some points have come. ``words`` say every number that is drawn; ``spoken`` with the name."""

    name: str
    tally: Tally
    words: str
    spoken: str


class BarOrder(Enum):
    """How the bars are ordered."""

    BY_AREA = "by_area"
    BY_LINE = "by_line"


@dataclass(frozen=True, slots=True)
class ProgressView:
    """All bars, with what their parts mean."""

    heading: str
    legend: tuple[tuple[Shade, str], ...]
    whole: tuple[BarView, ...]
    orders_name: str
    orders: tuple[tuple[BarOrder, str], ...]
    order: BarOrder
    bars: tuple[BarView, ...]


@dataclass(frozen=True, slots=True)
class HardPointView:
    """A point that was often not found; it opens in the atlas."""

    point: PointCode
    name: str
    share: str


@dataclass(frozen=True, slots=True)
class LearningView:
    """The first page."""

    page: str
    title: str
    lead: str
    start: ActView | None
    more: ActView | None
    pace: str
    no_pressing: str
    to_atlas: str
    scope: ScopeView
    progress: ProgressView
    hard_heading: str
    hard: tuple[HardPointView, ...]
    hard_none: str


# --- The quiz


class SpotLook(Enum):
    """How a place stands out on the picture."""

    OFFERED = "offered"
    ASKED = "asked"
    RIGHT = "right"
    CHOSEN_WRONGLY = "chosen_wrongly"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SpotView:
    """One place on the picture. While an answer is open, no word of it names the point."""

    number: int
    point: PointCode
    side: SiteSide
    look: SpotLook
    name: str
    detail: str
    spoken: str


@dataclass(frozen=True, slots=True)
class QuizPictureView:
    """The picture near by, its places, and what it shows in words."""

    picture: str
    place: str
    spots: tuple[SpotView, ...]
    spoken: str
    your_left: str
    your_right: str
    turned: BodyView


@dataclass(frozen=True, slots=True)
class OptionView:
    """One offered answer; ``key`` chooses it."""

    key: str
    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class RatingView:
    """One way to say how hard it was, and when the point would come back then."""

    rating: ReviewRating
    key: str
    label: str
    means: str
    back: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with its offered answers."""

    page: str
    close: str
    kind: ReviewKind
    eyebrow: str
    title: str
    lead: str
    study_only: str
    options_name: str
    options: tuple[OptionView, ...]
    picture: QuizPictureView
    keys: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What the right answer was, how to find the point, and how hard it was.

    ``ratings`` are empty after a wrong answer. ``trouble`` says why the answer could not be kept.
    """

    page: str
    close: str
    eyebrow: str
    title: str
    lead: str
    study_only: str
    caption: str
    steps_heading: str
    steps: tuple[str, ...]
    ratings_name: str
    ratings: tuple[RatingView, ...]
    kept: str
    trouble: str
    whole_card: str
    next: str
    picture: QuizPictureView


@dataclass(frozen=True, slots=True)
class QuizEndView:
    """Nothing is left for now."""

    page: str
    close: str
    title: str
    lines: tuple[str, ...]
    more: ActView | None
    back: str


QuizView = QuestionView | AnswerView | QuizEndView
