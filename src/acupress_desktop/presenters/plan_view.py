"""What is shown before a session: points, limits, evidence, numbers; or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import OccasionId, PointCode
from acupress_desktop.domain.journal import Measure
from acupress_desktop.domain.protocols import Form
from acupress_desktop.domain.settings import BodyView, Figure
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView, Choice, EvidenceView, ScaleView
from acupress_desktop.presenters.ready import ReadyView


@dataclass(frozen=True, slots=True)
class PointCardView:
    """One point that will be pressed. ``close_up`` names its picture; ``notes`` say what is different."""

    number: int
    point: PointCode
    sites: tuple[SiteSide, ...]
    name: str
    place: str
    dose: str
    notes: tuple[str, ...]
    close_up: str
    cannot_reach: str
    spoken: str


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """A site that is left out: which, why, by which rule, and what comes in instead."""

    name: str
    reason: str
    rule: str
    instead: str
    can_reach: str
    point: PointCode


@dataclass(frozen=True, slots=True)
class LimitView:
    """One thing that the safety screen told, with its rule."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class FormView:
    """The full or the short form."""

    form: Form
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class WayView:
    """One way through the set: the whole of it (no occasion), or a shorter one."""

    occasion: OccasionId | None
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class OccasionPartView:
    """The occasion that this plan is for: what it is, what to look out for, that nobody has tested it."""

    heading: str
    purpose: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BeforeView:
    """A 0 to 10 question before the session."""

    measure: Measure
    scale: ScaleView


@dataclass(frozen=True, slots=True)
class PlanView:
    """The page before a session."""

    page: str
    close: str
    eyebrow: str
    title: str
    summary: str
    forms_name: str
    forms: tuple[FormView, ...]
    points_heading: str
    points: tuple[PointCardView, ...]
    left_out_heading: str
    left_out: tuple[LeftOutView, ...]
    limits_heading: str
    limits: tuple[LimitView, ...]
    kept_answers: str
    change_answers: str
    evidence_heading: str
    evidence: EvidenceView
    evidence_all: str
    posture_heading: str
    posture: tuple[str, ...]
    pressure_heading: str
    pressure: tuple[str, ...]
    practise: str
    breathing_heading: str
    breathing: str
    stop_rule: str
    before_heading: str
    before: tuple[BeforeView, ...]
    more_before: str
    begin: ActView
    hint: str
    problem: str
    other_set: str
    figure: Figure
    turned: BodyView
    ways_name: str = ""
    ways: tuple[WayView, ...] = ()
    occasion: OccasionPartView | None = None
    evidence_note: str = ""
    ready: ReadyView | None = None


@dataclass(frozen=True, slots=True)
class NoPlanView:
    """Why there is no session from this set today, and where to go instead."""

    page: str
    close: str
    title: str
    lead: str
    left_out_heading: str
    left_out: tuple[LeftOutView, ...]
    limits_heading: str
    limits: tuple[LimitView, ...]
    other_set: str
    to_today: str
    whole_set: str = ""
