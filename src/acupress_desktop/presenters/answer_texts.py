"""Answers as the journal keeps them: the JSON value that an answers file has for the same question."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.ports import StableAnswer
from acupress_desktop.domain.safety.answers import (
    Amount,
    Answer,
    Choice,
    Reply,
    TappedPlaces,
    Ticks,
    UnusableAnswer,
    places_from_plain,
    ticks_from_plain,
    years_from_plain,
)
from acupress_desktop.domain.safety.asking import Remembered
from acupress_desktop.domain.safety.questions import Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue, UnknownQuestion

_REPLIES = {reply.value: reply for reply in Reply}


def answer_text(answer: Answer) -> str:
    """Write one answer."""
    value: object
    match answer:
        case Reply():
            value = answer.value
        case Choice(option=option):
            value = option
        case Ticks(options=options):
            value = sorted(options)
        case Amount(value=amount):
            value = amount
        case TappedPlaces(places=places):
            rows = sorted((place.region, place.side.value) for place in places)
            value = [{"region": region, "side": side} for region, side in rows]
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def answer_of(question: Question, text: str) -> Answer:
    """Read one answer; raise ``UnusableAnswer`` for anything that cannot be one."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise UnusableAnswer(question.id, "is no JSON") from error
    if value == Reply.UNSURE.value and question.kind is not QuestionKind.NUMBER:
        return Reply.UNSURE
    match question.kind:
        case QuestionKind.YES_NO_UNSURE:
            if isinstance(value, str) and value in _REPLIES:
                return _REPLIES[value]
            raise UnusableAnswer(question.id, "needs yes, no or unsure")
        case QuestionKind.CHOICE:
            if isinstance(value, str) and value in question.option_ids():
                return Choice(value)
            raise UnusableAnswer(question.id, "needs one of its options")
        case QuestionKind.MULTI:
            return ticks_from_plain(question.id, value)
        case QuestionKind.NUMBER:
            return years_from_plain(question.id, value)
        case QuestionKind.REGION:
            return places_from_plain(question.id, value)


def remembered(catalogue: Catalogue, kept: Iterable[StableAnswer]) -> Mapping[QuestionId, Remembered]:
    """Read the stable answers; one that no longer fits its question counts as never given."""
    found: dict[QuestionId, Remembered] = {}
    for row in kept:
        try:
            answer = answer_of(catalogue.question(row.question), row.answer_json)
        except (UnknownQuestion, UnusableAnswer):
            continue
        found[row.question] = Remembered(answer, row.answered.local_date)
    return found
