"""What the practice page shows: frozen values with every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.history_view import SaidView
from acupress_desktop.presenters.occasions import OccasionsView
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.ready import ReadyView


class PlanAct(Enum):
    """What can be done with the plan."""

    PRESS_SMALL = "press_small"
    PRESS_ALL = "press_all"
    TAKE_PROPOSAL = "take_proposal"
    CHANGE = "change"
    GO_ON = "go_on"
    TAKE_SMALLER = "take_smaller"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class PlanActView:
    """One thing to do with the plan; ``spoken`` is what a screen reader adds."""

    act: PlanAct
    label: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class PlanPartView:
    """The plan as it stands: what, how often, which week; the first act is the main one."""

    heading: str
    title: str
    lines: tuple[str, ...]
    acts: tuple[PlanActView, ...]
    over_title: str = ""
    """Once the weeks of the set are over, what is offered then; empty before."""
    over_text: str = ""
    over_acts: tuple[PlanActView, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectView:
    """Something that can be planned: a set of the app or a routine of the person's own."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class PlanEditView:
    """The plan while it is being changed."""

    what: str
    subjects: tuple[SubjectView, ...]
    chosen: str
    days_name: str
    days: int
    times_name: str
    once: str
    twice: str
    times: int
    meant: str
    limit: str
    save: ActView
    cancel: str
    stop: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """When to look at the plan with a professional, and what to bring. ``on`` is ``None`` without a day."""

    heading: str
    line: str
    field: str
    on: date | None
    suggested: date
    keep: str
    clear: str
    bring: str
    bring_list: tuple[str, ...]
    remind: str


@dataclass(frozen=True, slots=True)
class WeekView:
    """One week of the drawing; the numbers are whole minutes, ``planned`` is ``None`` without a plan."""

    name: str
    planned: int | None
    pressed: int
    cells: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class WeeksView:
    """Planned and pressed minutes; ``dose`` says what the cited trial had, or that it is not known."""

    heading: str
    line: str
    beside: str
    rows: tuple[WeekView, ...]
    nothing: str
    planned_key: str
    pressed_key: str
    spoken: str
    table: Choice
    turn: str
    heads: tuple[str, ...]
    note: str
    dose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal; ``more`` is the second act: put away, or delete once it is put away."""

    id: RowId
    words: str
    when: str
    first: str
    first_spoken: str
    more: str
    more_spoken: str


@dataclass(frozen=True, slots=True)
class GoalsView:
    """The goals, with the field for another; ``edited`` is the one whose words stand in the field."""

    heading: str
    lead: str
    rows: tuple[GoalView, ...]
    field: str
    hint: str
    edited: RowId | None
    typed: str
    add: ActView
    cancel: str
    full: str
    away_turn: str
    away: tuple[GoalView, ...]


@dataclass(frozen=True, slots=True)
class WayView:
    """Somewhere else to go."""

    label: str
    detail: str
    going: Destination


@dataclass(frozen=True, slots=True)
class PracticeView:
    """The whole page. ``edit`` stands in the place of the acts while the plan is being changed."""

    page: str
    title: str
    lead: str
    plan: PlanPartView
    edit: PlanEditView | None
    review: ReviewView | None
    weeks: WeeksView
    goals: GoalsView
    ready: ReadyView
    occasions: OccasionsView
    routines_heading: str
    new_routine: WayView
    more_heading: str
    ways: tuple[WayView, ...]
    problem: str
    said: SaidView | None
