"""Which questions can call for help by their own answer: what they were told is not kept for another day."""

from __future__ import annotations

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.safety.conditions import Answered, AtLeast, Condition
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue


def calls_for_help(catalogue: Catalogue, question: QuestionId) -> bool:
    """Tell whether an answer to this question alone can be an emergency."""
    return any(
        rule.action.kind is ActionKind.EMERGENCY and _enough_alone(rule.when, question)
        for rule in catalogue.rules_asking(question)
    )


def _enough_alone(condition: Condition, question: QuestionId) -> bool:
    match condition:
        case Answered(question=asked):
            return asked == question
        case AtLeast(count=1, of=parts):
            return any(_enough_alone(part, question) for part in parts)
        case _:
            return False
