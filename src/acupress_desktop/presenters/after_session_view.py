"""What the page after a session shows: frozen values with every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.session_view import AdviceCardView


@dataclass(frozen=True, slots=True)
class PointComfortView:
    """One pressed point with its answer."""

    point: PointCode
    close_up: str
    name: str
    detail: str
    comfort: Comfort | None
    spoken: str


@dataclass(frozen=True, slots=True)
class UnpleasantView:
    """One chip."""

    kind: AdverseKind
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class SiteChoiceView:
    """One pressed site as the place of something unpleasant."""

    point: PointCode
    side: SiteSide
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class WhereView:
    """Where one unpleasant thing was; nothing chosen means that the person did not say."""

    kind: AdverseKind
    question: str
    sites: tuple[SiteChoiceView, ...]


@dataclass(frozen=True, slots=True)
class AfterSessionView:
    """The whole page. The two figures stand side by side in the same ink; nothing compares them."""

    page: str
    title: str
    holds_line: str
    pain_heading: str
    before_label: str
    before_time: str
    before_value: str
    after_label: str
    after_time: str
    after_value: str
    asks_now: bool
    scale_question: str
    scale_low: str
    scale_high: str
    scale_value: int | None
    ask_line: str
    ask_now: str
    numbers_line: str
    unpleasant_question: str
    nothing: str
    nothing_chosen: bool
    unpleasant: tuple[UnpleasantView, ...]
    unpleasant_hint: str
    log: str
    where: tuple[WhereView, ...]
    advice: AdviceCardView | None
    comfort_heading: str
    comfort_options: tuple[tuple[Comfort, str], ...]
    points: tuple[PointComfortView, ...]
    comfort_hint: str
    note_label: str
    note_placeholder: str
    note: str
    note_characters_max: int
    notice: str
    save: str
    not_now: str
    trouble: str
