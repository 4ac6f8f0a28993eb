"""The questions of the safety screen: what is asked, of whom, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import ComplaintId, QuestionId, RegionId
from acupress_desktop.domain.safety.conditions import Condition

REFRESH_DAYS = 30
"""Answers that do not change from day to day are asked again after this many days."""


class QuestionKind(Enum):
    """What an answer looks like."""

    YES_NO_UNSURE = "yes_no_unsure"
    CHOICE = "choice"
    MULTI = "multi"
    NUMBER = "number"
    REGION = "region"


class Asked(Enum):
    """How often a question is put."""

    EVERY_SESSION = "every_session"
    EVERY_30_DAYS = "every_30_days"
    ONCE = "once"


class Audience(Enum):
    """Whom a question can concern."""

    EVERYONE = "everyone"
    CAN_BE_PREGNANT = "can_be_pregnant"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice or multi question.

    Shown for ``complaints`` only (all where empty), from ``age_from`` years on, and to
    ``audience``; also where a routine of the person's own presses in ``pressed_at``. An option that
    was not shown is still honoured when an answers file ticks it.
    """

    id: str
    heading: str = ""
    complaints: tuple[ComplaintId, ...] = ()
    age_from: int | None = None
    audience: Audience = Audience.EVERYONE
    pressed_at: tuple[RegionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Questions of one idea, shown as one line of a checklist; its own lines come once it is ticked.

    A group is no question: what it is told is told of each of its questions.
    """

    id: str
    page: str


@dataclass(frozen=True, slots=True)
class Page:
    """One screen. A checklist holds many questions and "none of these"; others hold one."""

    id: str
    checklist: bool


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked. Its words are messages ``safety.question.<id>.title`` and so on.

    ``offered_regions`` are the places proposed first in a region question; any place of the
    body is accepted. ``only_if`` opens a follow-up when it holds or hangs on a "not sure".
    ``about_regions`` is set where the answer can only be about some parts of the body, such as
    varicose veins; ``also_at`` where pressing anywhere there makes it matter, whatever its rows leave
    out, such as bending down to the feet. ``group`` names the group that it is asked in. A question for
    some ``complaints`` is put for every other one too where a routine presses in ``pressed_at``.
    """

    id: QuestionId
    kind: QuestionKind
    asked: Asked
    page: str
    options: tuple[Option, ...] = ()
    complaints: tuple[ComplaintId, ...] = ()
    audience: Audience = Audience.EVERYONE
    age_from: int | None = None
    only_if: Condition | None = None
    offered_regions: tuple[RegionId, ...] = ()
    about_regions: tuple[RegionId, ...] = ()
    also_at: tuple[RegionId, ...] = ()
    pressed_at: tuple[RegionId, ...] = ()
    may_be_empty: bool = True
    group: str = ""

    def option_ids(self) -> frozenset[str]:
        """Return every option id that is an answer at all."""
        return frozenset(option.id for option in self.options)
