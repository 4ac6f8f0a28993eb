"""An answers file's plain mapping, turned into typed answers, or refused by question.

The file is ``{"schema": 1, "complaint": "neck_shoulder", "age": 44, "answers": {...}}``; optional
are ``can_be_pregnant`` (yes, no) and ``pain_side`` (left, right, both, midline). A file that says
nothing of ``can_be_pregnant`` must answer ``today_pregnant``. Reading the JSON itself is the
caller's part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from acupress_desktop.domain.ids import ComplaintId, QuestionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.ages import AgeSpan, age_exactly
from acupress_desktop.domain.safety.answers import (
    Amount,
    Answer,
    Answers,
    Choice,
    Reply,
    TappedPlaces,
    Ticks,
    UnusableAnswer,
    places_from_plain,
    ticks_from_plain,
    years_from_plain,
)
from acupress_desktop.domain.safety.evaluate import fits
from acupress_desktop.domain.safety.person import (
    AGE,
    CAN_BE_PREGNANT,
    CanBePregnant,
    Profile,
    ScreenContext,
)
from acupress_desktop.domain.safety.questions import Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue, UnknownComplaint, UnknownQuestion
from acupress_desktop.domain.sides import PainSide

SCHEMA = 1
UNSURE = Reply.UNSURE.value
_KEYS = frozenset({"schema", "complaint", "age", "answers", "can_be_pregnant", "pain_side"})


@dataclass(frozen=True, slots=True)
class Screening:
    """Everything that ``screen`` needs to know about one person and one occasion."""

    context: ScreenContext
    answers: Answers


def screening_from_plain(
    catalogue: Catalogue, regions: RegionMap, plain: Mapping[str, object], given: Moment
) -> Screening:
    """Build one screening from the mapping of an answers file; ``given`` is the moment of asking.

    Raises ``UnusableAnswer``, naming the field or question, for anything unknown, null or of
    the wrong kind. Answers that are merely absent are left to the screen, which names them.
    """
    for key in sorted(set(plain) - _KEYS):
        raise UnusableAnswer(key, "is no field of an answers file")
    if plain.get("schema") != SCHEMA or isinstance(plain.get("schema"), bool):
        raise UnusableAnswer("schema", f"must be {SCHEMA}")
    complaint = plain.get("complaint")
    try:
        known = catalogue.complaint(ComplaintId(complaint if isinstance(complaint, str) else ""))
    except UnknownComplaint:
        raise UnusableAnswer("complaint", f"is none of the complaints: {complaint!r}") from None
    rows = plain.get("answers")
    if not isinstance(rows, Mapping):
        raise UnusableAnswer("answers", "needs an object of questions and answers")
    answers = Answers({QuestionId(key): _answer(catalogue, regions, key, rows[key]) for key in rows})
    profile = Profile(_age(plain, answers), _can_be_pregnant(plain, answers))
    return Screening(ScreenContext(profile, known.id, given, _pain_side(plain)), answers)


def answer_from_plain(question: Question, regions: RegionMap, value: object) -> Answer:
    """Build the answer to one question from a plain value; raise ``UnusableAnswer``."""
    if value is None:
        raise UnusableAnswer(question.id, "has no answer")
    answer = _by_kind(question, value)
    if isinstance(answer, TappedPlaces):
        for place in answer.places:
            if place.region not in regions:
                raise UnusableAnswer(question.id, f"no region {place.region!r}")
    if not fits(question, answer, regions):
        raise UnusableAnswer(question.id, f"{value!r} is no answer to it")
    return answer


def plain_answer(answer: Answer) -> object:
    """Return an answer as the plain value that ``answer_from_plain`` reads back."""
    match answer:
        case Reply():
            return answer.value
        case Choice(option=option):
            return option
        case TappedPlaces(places=places):
            rows = sorted((place.region, place.side.value) for place in places)
            return [{"region": region, "side": side} for region, side in rows]
        case Ticks(options=options):
            return sorted(options)
        case Amount(value=value):
            return value


def _answer(catalogue: Catalogue, regions: RegionMap, key: object, value: object) -> Answer:
    if not isinstance(key, str):
        raise UnusableAnswer(repr(key), "is no question of the safety screen")
    try:
        question = catalogue.question(QuestionId(key))
    except UnknownQuestion:
        raise UnusableAnswer(key, "is no question of the safety screen") from None
    return answer_from_plain(question, regions, value)


def _by_kind(question: Question, value: object) -> Answer:
    if question.kind is QuestionKind.NUMBER:
        return years_from_plain(question.id, value)
    if value == UNSURE or (question.kind is QuestionKind.MULTI and value == [UNSURE]):
        return Reply.UNSURE
    match question.kind:
        case QuestionKind.YES_NO_UNSURE:
            if value not in (Reply.YES.value, Reply.NO.value):
                raise UnusableAnswer(question.id, f"is answered yes, no or unsure, not {value!r}")
            return Reply(value)
        case QuestionKind.CHOICE:
            if not isinstance(value, str):
                raise UnusableAnswer(question.id, f"needs one option, not {value!r}")
            return Choice(value)
        case QuestionKind.MULTI:
            return ticks_from_plain(question.id, value)
        case QuestionKind.REGION:
            return places_from_plain(question.id, value)


def _age(plain: Mapping[str, object], answers: Answers) -> AgeSpan | None:
    if "age" not in plain:
        return None
    if AGE in answers:
        raise UnusableAnswer(AGE, "is given twice")
    return age_exactly(years_from_plain(AGE, plain["age"]).value)


def _can_be_pregnant(plain: Mapping[str, object], answers: Answers) -> CanBePregnant:
    if CAN_BE_PREGNANT not in plain:
        return CanBePregnant.NOT_KNOWN if CAN_BE_PREGNANT in answers else CanBePregnant.YES
    value = plain[CAN_BE_PREGNANT]
    if value not in ("yes", "no", UNSURE):
        raise UnusableAnswer(CAN_BE_PREGNANT, f"is answered yes, no or unsure, not {value!r}")
    return CanBePregnant.NO if value == "no" else CanBePregnant.YES


def _pain_side(plain: Mapping[str, object]) -> PainSide | None:
    value = plain.get("pain_side")
    if value is None:
        return None
    try:
        return PainSide(value)
    except ValueError:
        raise UnusableAnswer("pain_side", f"is left, right, both or midline, not {value!r}") from None
