"""When a rule applies: small conditions over answers, closed under "more risk never means less".

There is no "not": every condition can only become truer as risky answers are added, which is
what lets the whole screen promise that a further risk never loosens it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum

from acupress_desktop.domain.ids import ComplaintId, QuestionId, RegionId


class Truth(IntEnum):
    """How far a condition holds, from the least to the most."""

    NO = 0
    UNKNOWN = 1
    """A question that this person must answer has no answer yet."""
    NOT_SURE = 2
    """It hangs on a "not sure"."""
    YES = 3


class NotSure(Enum):
    """Whether a condition hears a "not sure"."""

    HEARD = "heard"
    IGNORED = "ignored"
    ONLY = "only"
    """Nothing but a "not sure" makes it hold."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A yes to a question; or one of ``options``; or, for places, at least one place."""

    question: QuestionId
    options: tuple[str, ...] = ()
    not_sure: NotSure = NotSure.HEARD


@dataclass(frozen=True, slots=True)
class PlaceWithin:
    """A tapped place that lies in, or takes in, one of ``regions``."""

    question: QuestionId
    regions: tuple[RegionId, ...]


@dataclass(frozen=True, slots=True)
class PlaceWithinComplaint:
    """A tapped place in the part of the body that the complaint is about."""

    question: QuestionId


@dataclass(frozen=True, slots=True)
class BothHands:
    """Tapped places that take in some of the left hand and some of the right."""

    question: QuestionId


@dataclass(frozen=True, slots=True)
class AgeFrom:
    """That many years old, or older, as far as the age is known."""

    years: int


@dataclass(frozen=True, slots=True)
class AgeBelow:
    """Younger than that many years, as far as the age is known."""

    years: int


@dataclass(frozen=True, slots=True)
class ForComplaint:
    """The session is for one of these complaints."""

    complaints: tuple[ComplaintId, ...]


@dataclass(frozen=True, slots=True)
class Everyone:
    """Always true: the row holds for every person."""


@dataclass(frozen=True, slots=True)
class DuringSession:
    """Never true in the screen: the row speaks of what happens while pressing."""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """``count`` or more of the conditions; all of them, or any one, are special cases."""

    count: int
    of: tuple[Condition, ...]


Condition = (
    Answered
    | PlaceWithin
    | PlaceWithinComplaint
    | BothHands
    | AgeFrom
    | AgeBelow
    | ForComplaint
    | Everyone
    | DuringSession
    | AtLeast
)


def all_of(*conditions: Condition) -> AtLeast:
    """Build "every one of these"."""
    return AtLeast(len(conditions), conditions)


def any_of(*conditions: Condition) -> AtLeast:
    """Build "one of these or more"."""
    return AtLeast(1, conditions)


def questions_in(condition: Condition) -> Iterator[QuestionId]:
    """Name every question that a condition looks at, in the order written."""
    match condition:
        case (
            Answered(question=question)
            | PlaceWithin(question=question)
            | PlaceWithinComplaint(question=question)
            | BothHands(question=question)
        ):
            yield question
        case AtLeast(of=parts):
            for part in parts:
                yield from questions_in(part)
        case AgeFrom() | AgeBelow() | ForComplaint() | Everyone() | DuringSession():
            return


def options_in(condition: Condition, question: QuestionId) -> Iterator[str]:
    """Name every option of one question that a condition looks for."""
    match condition:
        case Answered(question=asked, options=options) if asked == question:
            yield from options
        case AtLeast(of=parts):
            for part in parts:
                yield from options_in(part, question)
        case _:
            return


def nth_truest(truths: list[Truth], count: int) -> Truth:
    """Return how far "at least ``count`` of them" holds."""
    if count > len(truths):
        return Truth.NO
    return sorted(truths, reverse=True)[count - 1]
