"""The safety screen as JSON: its questions, and its answer. Keys are added, never renamed."""

from __future__ import annotations

from acupress_desktop.domain.ids import ComplaintId, QuestionId
from acupress_desktop.domain.protocols import FELT_PRESSURE_MAX
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.safety.conditions import Answered, Condition, questions_in
from acupress_desktop.domain.safety.outcome import (
    Clearance,
    Cleared,
    Message,
    NotCleared,
    ScreenResult,
    Unanswered,
)
from acupress_desktop.domain.safety.person import AGE, CAN_BE_PREGNANT
from acupress_desktop.domain.safety.questions import Audience, Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.words.safety import SafetyWords, not_sure_note, reply, source_note

SCHEMA = 1


def questions_json(
    catalogue: Catalogue, words: SafetyWords, complaint: ComplaintId | None = None
) -> dict[str, object]:
    """Return every question, or those put for one complaint.

    Raises ``UnknownComplaint``.
    """
    if complaint is not None:
        catalogue.complaint(complaint)
    asked = [
        question
        for question in catalogue.questions
        if complaint is None or not question.complaints or complaint in question.complaints
    ]
    return {
        "schema": SCHEMA,
        "complaint": complaint,
        "complaints": [one.id for one in catalogue.complaints],
        "questions": [_question(catalogue, words, question, complaint) for question in asked],
    }


def screen_json(
    result: ScreenResult, catalogue: Catalogue, words: SafetyWords, complaint: ComplaintId
) -> dict[str, object]:
    """Return one result. ``outcome`` is null, and ``unanswered`` filled, where answers are missing.

    ``max_felt_pressure`` is the strictest cap that holds everywhere, 10 where there is none;
    caps of single regions are in ``pressure_caps``.
    """
    match result:
        case Cleared(clearance=clearance, kind=kind, urgency=urgency):
            return {
                **_frame(complaint, kind.value, urgency.value if urgency else None),
                **_limits(clearance),
                "advise_clinician": clearance.advise_clinician,
                "rules": list(clearance.rules),
                "messages": [_message(words, message) for message in clearance.messages],
                "reasons": {rule: words.reason(rule) for rule in clearance.rules if words.reason(rule)},
                "not_verified": _not_verified(catalogue, clearance.rules),
                "unanswered": [],
            }
        case NotCleared(kind=kind, urgency=urgency, rules=rules, messages=messages):
            return {
                **_frame(complaint, kind.value, urgency.value if urgency else None),
                **_NO_SESSION,
                "advise_clinician": urgency is not None,
                "rules": list(rules),
                "messages": [_message(words, message) for message in messages],
                "reasons": {},
                "not_verified": _not_verified(catalogue, rules),
                "unanswered": [],
            }
        case Unanswered(questions=questions):
            return {
                **_frame(complaint, None, None),
                **_NO_SESSION,
                "advise_clinician": False,
                "rules": [],
                "messages": [],
                "reasons": {},
                "not_verified": [],
                "unanswered": list(questions),
            }


_NO_SESSION: dict[str, object] = {
    "blocked_points": [],
    "blocked_regions": [],
    "max_felt_pressure": None,
    "pressure_caps": [],
    "halve_holds": [],
    "max_hold_seconds": None,
    "only_points": None,
    "hands_not_to_press_with": [],
    "no_tools": [],
    "breathing": None,
    "breath_holds_off": [],
}


def _frame(complaint: ComplaintId, outcome: str | None, urgency: str | None) -> dict[str, object]:
    return {"schema": SCHEMA, "complaint": complaint, "outcome": outcome, "urgency": urgency}


def _limits(clearance: Clearance) -> dict[str, object]:
    everywhere = [cap.max_felt_pressure for cap in clearance.pressure_caps if not cap.regions]
    return {
        "blocked_points": [
            {"code": site.point, "side": site.side.value, "rule": site.rule}
            for site in clearance.blocked_sites
        ],
        "blocked_regions": [
            {
                "region": block.region,
                "side": block.side.value if block.side else None,
                "rule": block.rule,
            }
            for block in clearance.blocked_regions
        ],
        "max_felt_pressure": min(everywhere, default=FELT_PRESSURE_MAX),
        "pressure_caps": [
            {"max_felt_pressure": cap.max_felt_pressure, "regions": list(cap.regions), "rule": cap.rule}
            for cap in clearance.pressure_caps
        ],
        "halve_holds": list(clearance.halve_holds_by),
        "max_hold_seconds": clearance.max_hold_seconds,
        "only_points": None if clearance.only_points is None else list(clearance.only_points),
        "hands_not_to_press_with": [side.value for side in clearance.hands_not_to_press_with],
        "no_tools": list(clearance.no_tools_by),
        "breathing": clearance.breathing.value,
        "breath_holds_off": list(clearance.breath_holds_off_by),
    }


def _message(words: SafetyWords, message: Message) -> dict[str, object]:
    return {
        "rule": message.rule,
        "id": message.message_id,
        "kind": message.kind.value,
        "urgency": message.urgency.value if message.urgency else None,
        "text": words.message(message),
    }


def _not_verified(catalogue: Catalogue, rules: tuple[str, ...]) -> list[str]:
    return [rule.id for rule in catalogue.rules if rule.id in rules and rule.from_memory]


def _question(
    catalogue: Catalogue, words: SafetyWords, question: Question, complaint: ComplaintId | None
) -> dict[str, object]:
    asking = catalogue.rules_asking(question.id)
    return {
        "id": question.id,
        "text": words.title(question),
        "help": words.help(question),
        "item": words.item(question),
        "why": words.why(question),
        "source": source_note(
            asking, {source: catalogue.source(source) for rule in asking for source in rule.sources}
        ),
        "kind": question.kind.value,
        "options": _options(words, question, complaint),
        "asked": question.asked.value,
        "page": question.page,
        "group": question.group or None,
        "complaints": list(question.complaints),
        "only_for": None if question.audience is Audience.EVERYONE else question.audience.value,
        "age_from": question.age_from,
        "only_if": None if question.only_if is None else _only_if(question.only_if),
        "may_be_empty": question.may_be_empty if question.kind is QuestionKind.REGION else None,
        "offered_regions": list(question.offered_regions),
        "unsure": (
            None
            if question.id in (AGE, CAN_BE_PREGNANT)
            else {
                "means": catalogue.unsure_means(question.id).value,
                "text": not_sure_note(catalogue.unsure_means(question.id)),
            }
        ),
        "rules": [rule.id for rule in asking],
    }


def _options(
    words: SafetyWords, question: Question, complaint: ComplaintId | None
) -> list[dict[str, object]]:
    if question.kind is QuestionKind.YES_NO_UNSURE:
        return [{"id": one.value, "text": reply(one)} for one in Reply]
    rows: list[dict[str, object]] = [
        {
            "id": option.id,
            "text": words.option(question, option.id),
            "more": words.more(question, option.id),
            "heading": words.heading(question, option.id),
            "complaints": list(option.complaints),
            "age_from": option.age_from,
            "only_for": None if option.audience is Audience.EVERYONE else option.audience.value,
        }
        for option in question.options
        if complaint is None or not option.complaints or complaint in option.complaints
    ]
    return rows


def _only_if(condition: Condition) -> dict[str, object]:
    questions: list[QuestionId] = list(questions_in(condition))
    options = list(condition.options) if isinstance(condition, Answered) else []
    return {"questions": questions, "options": options}
