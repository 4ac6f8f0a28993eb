"""What to ask next, and which earlier answers still count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.ages import AgeSpan, age_of_birth_year, age_said_on
from acupress_desktop.domain.safety.answers import (
    NONE_OF_THESE,
    NOWHERE,
    Amount,
    Answer,
    Answers,
    Choice,
    Reply,
)
from acupress_desktop.domain.safety.conditions import (
    AgeBelow,
    AgeFrom,
    AtLeast,
    Condition,
    Everyone,
    ForComplaint,
    Truth,
    questions_in,
)
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.outcome import OutcomeKind
from acupress_desktop.domain.safety.person import AGE, ScreenContext
from acupress_desktop.domain.safety.questions import REFRESH_DAYS, Asked, Question, QuestionKind
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue
from acupress_desktop.domain.safety.screen import not_cleared, rules_that_hold

CHANGED = QuestionId("today_changed")


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer from an earlier day."""

    answer: Answer
    on: date


def still_valid(
    catalogue: Catalogue,
    context: ScreenContext,
    today: Answers,
    remembered: Mapping[QuestionId, Remembered],
) -> Answers:
    """Add to today's answers those from earlier days that still count.

    An answer counts for 30 days, never across a "something changed" or a "not sure" to that,
    and only if its question concerns today's complaint. Questions of every session never carry
    over. A date in the future does not count: the clock was wrong then or is wrong now.
    An age said on an earlier day is no age of today; ``known_age`` makes a span of it. What would be
    an emergency by itself is asked anew: nobody is told to call for help because of an earlier day.
    """
    merged: dict[QuestionId, Answer] = {}
    changed = today.get(CHANGED) in (Reply.YES, Reply.UNSURE)
    for question in catalogue.questions:
        earlier = remembered.get(question.id)
        if earlier is None or question.asked is Asked.EVERY_SESSION or question.id == AGE:
            continue
        if not catalogue.is_for(question, context.complaint):
            continue
        if earlier.answer != harmless(question) and _is_emergency_alone(catalogue, question.id):
            continue
        days = (context.given.local_date - earlier.on).days
        fresh = 0 <= days < REFRESH_DAYS and not changed
        if question.asked is Asked.ONCE or fresh:
            merged[question.id] = earlier.answer
    return Answers({**merged, **today})


def _is_emergency_alone(catalogue: Catalogue, question: QuestionId) -> bool:
    return any(
        rule.action.kind is ActionKind.EMERGENCY and _holds_by(rule.when, question)
        for rule in catalogue.rules_asking(question)
    )


def _holds_by(condition: Condition, question: QuestionId) -> bool:
    """Whether a yes to one question is enough for a condition."""
    if isinstance(condition, AtLeast):
        return condition.count == 1 and any(_holds_by(part, question) for part in condition.of)
    return question in questions_in(condition)


def is_anything_fresh(
    catalogue: Catalogue, context: ScreenContext, remembered: Mapping[QuestionId, Remembered]
) -> bool:
    """Tell whether an earlier answer still counts, so that asking what has changed since makes sense.

    Without one, everything is asked today: there is no last time, and no list left to open again.
    """
    fresh = still_valid(catalogue, context, Answers(), remembered)
    return any(catalogue.question(question).asked is Asked.EVERY_30_DAYS for question in fresh)


def known_age(
    birth_year: int | None, remembered: Mapping[QuestionId, Remembered], today: date
) -> AgeSpan | None:
    """Return how old the person may be today, from the year of birth kept and the age said last."""
    said = None
    earlier = remembered.get(AGE)
    if earlier is not None and isinstance(earlier.answer, Amount):
        said = age_said_on(earlier.answer.value, earlier.on, today)
    if birth_year is None:
        return said
    return age_of_birth_year(birth_year, today).narrowed(said)


def next_questions(
    catalogue: Catalogue,
    regions: RegionMap,
    context: ScreenContext,
    today: Answers,
    remembered: Mapping[QuestionId, Remembered],
) -> tuple[Question, ...]:
    """Return the questions of the next screen; none when there is nothing left to ask.

    Most dangerous first, as the catalogue orders its pages. Ends as soon as an emergency or a
    referral is certain, after the follow-ups that say how soon, and after what could still make
    a referral an emergency.
    """
    reading = _reading(catalogue, regions, context, today, remembered)
    missing = reading.missing()
    stop = not_cleared(rules_that_hold(reading))
    if stop is not None and stop.kind is OutcomeKind.EMERGENCY:
        return ()
    if stop is not None and stop.kind is OutcomeKind.REFER:
        worth = _worth_asking(reading) | _first_of_all(catalogue)
        missing = tuple(question for question in missing if question in worth)
    if not missing:
        return ()
    open_questions = [catalogue.question(question) for question in missing]
    position = {page.id: place for place, page in enumerate(catalogue.pages)}
    first = min(open_questions, key=lambda question: position[question.page]).page
    return tuple(question for question in open_questions if question.page == first)


def pages_ahead(
    catalogue: Catalogue,
    regions: RegionMap,
    context: ScreenContext,
    today: Answers,
    remembered: Mapping[QuestionId, Remembered],
) -> tuple[str, ...]:
    """Name the screens still to come if every further answer is a no."""
    pages: list[str] = []
    answers = today
    while True:
        asked = next_questions(catalogue, regions, context, answers, remembered)
        if not asked:
            return tuple(pages)
        pages.append(asked[0].page)
        for question in asked:
            answers = answers.with_answer(question.id, harmless(question))


def harmless(question: Question) -> Answer:
    """Return the answer that adds no risk: no, none of these, nowhere.

    Where a place must be named, that is "not sure", which every question but the age accepts.
    """
    match question.kind:
        case QuestionKind.YES_NO_UNSURE:
            return Reply.NO
        case QuestionKind.CHOICE:
            return Choice(question.options[0].id)
        case QuestionKind.MULTI:
            return NONE_OF_THESE
        case QuestionKind.REGION:
            return NOWHERE if question.may_be_empty else Reply.UNSURE
        case QuestionKind.NUMBER:
            return Amount(40)


def _reading(
    catalogue: Catalogue,
    regions: RegionMap,
    context: ScreenContext,
    today: Answers,
    remembered: Mapping[QuestionId, Remembered],
) -> Reading:
    return Reading(catalogue, regions, context, still_valid(catalogue, context, today, remembered))


def _first_of_all(catalogue: Catalogue) -> frozenset[QuestionId]:
    """The emergencies of the first screen: they are asked even where an earlier day's answer refers."""
    first = catalogue.pages[0].id
    return frozenset(question.id for question in catalogue.questions if question.page == first)


def _worth_asking(reading: Reading) -> frozenset[QuestionId]:
    """Name what a referral still hangs on: its own follow-ups, and half-met emergencies."""
    worth = {
        question.id
        for question in reading.catalogue.questions
        if question.only_if is not None
        and any(rule.action.kind in _STRONG for rule in reading.catalogue.rules_asking(question.id))
    }
    for rule in reading.catalogue.rules:
        if rule.action.kind is ActionKind.EMERGENCY and reading.truth(rule.when) is Truth.UNKNOWN:
            worth.update(_half_met(reading, rule.when))
    return frozenset(worth)


_STRONG = (ActionKind.EMERGENCY, ActionKind.REFER)
_NOT_ASKED = (AgeFrom, AgeBelow, ForComplaint, Everyone)


def _half_met(reading: Reading, condition: Condition) -> Iterator[QuestionId]:
    if not isinstance(condition, AtLeast) or condition.count < 2:
        return
    met = [
        part
        for part in condition.of
        if not isinstance(part, _NOT_ASKED) and reading.truth(part) in (Truth.YES, Truth.NOT_SURE)
    ]
    if met:
        for part in condition.of:
            if reading.truth(part) is Truth.UNKNOWN:
                yield from questions_in(part)


def without_follow_ups(catalogue: Catalogue, answers: Answers, changed: QuestionId) -> Answers:
    """Drop the answers to follow-ups of a question whose answer the person has just changed."""
    gone = [
        question.id
        for question in catalogue.questions
        if question.only_if is not None and changed in questions_in(question.only_if)
    ]
    return answers.without(gone)
