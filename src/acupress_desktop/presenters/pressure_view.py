"""What the exercise with a kitchen scale shows, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.pressure import PressWith
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.pieces import ActView, Choice, ScaleView, SourceView


class Under(Enum):
    """What lies under the pressing hand in the picture."""

    SCALE = "scale"
    TOWEL = "towel"
    FOREARM = "forearm"


class Tick(Enum):
    """What may be ticked before pressing."""

    DISORDER = "disorder"
    CLEARED = "cleared"
    BLEEDING = "bleeding"
    SKIN = "skin"
    PREGNANT = "pregnant"
    LEFT = "left"
    RIGHT = "right"
    UNWELL = "unwell"


@dataclass(frozen=True, slots=True)
class PlotMark:
    """What the scale showed at one felt pressure, lightest first; ``spread`` where they make a range."""

    felt_pressure: int
    grams: tuple[int, ...]
    spread: Choice


@dataclass(frozen=True, slots=True)
class PlotView:
    """Tries over the ruler of felt pressure. ``grid`` are heights in grams; ``words`` say all."""

    marks: tuple[PlotMark, ...]
    grid: tuple[tuple[int, str], ...]
    ceiling: int | None
    ceiling_words: str
    low: str
    high: str
    words: str


@dataclass(frozen=True, slots=True)
class HandResultView:
    """What is known of one hand: lines, the drawing where something was weighed, how to delete it."""

    hand: Side
    name: str
    lines: tuple[str, ...]
    plot: PlotView | None
    delete: str


@dataclass(frozen=True, slots=True)
class IntroView:
    """The first page: what is needed, what the numbers are, what was kept so far."""

    page: str
    close: str
    title: str
    lead: str
    results_heading: str
    results: tuple[HandResultView, ...]
    said: str
    undo: str
    needs_heading: str
    needs: tuple[str, ...]
    notes_heading: str
    notes: tuple[str, ...]
    source: SourceView
    safety: tuple[str, ...]
    stop_line: str
    start: str
    start_without: str


@dataclass(frozen=True, slots=True)
class TickView:
    """One line that may be true today."""

    tick: Tick
    words: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class BeforeView:
    """The page before pressing: ticks, which hand, which part of it."""

    page: str
    close: str
    title: str
    lead: str
    ticks: tuple[TickView, ...]
    hand_question: str
    hands: tuple[tuple[Side, str], ...]
    hand: Side
    part_question: str
    parts: tuple[tuple[PressWith, str], ...]
    part: PressWith
    lines: tuple[str, ...]
    begin: ActView
    back: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """The number on the scale, as typed."""

    name: str
    unit: str
    text: str
    problem: str
    fewer: str
    more: str


@dataclass(frozen=True, slots=True)
class PressPictureView:
    """The picture beside a step: a hand on something, the target on the ruler."""

    hand: Side
    badge: str
    under: Under
    shown: str
    target: int | None
    target_words: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of all. ``field`` where the scale is read, ``rating`` where a number is chosen.

    ``number`` and ``total`` count the parts of the exercise, each of several steps.
    """

    page: str
    close: str
    place: int
    number: int
    total: int
    progress: str
    eyebrow: str
    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    stop_line: str
    picture: PressPictureView
    plot: PlotView | None
    field: FieldView | None
    rating: ScaleView | None
    feedback: str
    main: ActView
    back: str
    skip: str


@dataclass(frozen=True, slots=True)
class DoneView:
    """The end of one hand."""

    page: str
    close: str
    title: str
    lines: tuple[str, ...]
    plot: PlotView | None
    saved: str
    other_hand: str
    finish: str
    back: str


PressureView = IntroView | BeforeView | StepView | DoneView
