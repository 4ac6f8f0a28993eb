"""The safety screen: answers in, clearance or no clearance out. Pure, and closed under caution.

What holds for every catalogue: a further risky answer never loosens the result; the order of
answers never matters; left and right mirrored give the mirrored result; every block names its
row; and a missing or unusable answer gives no clearance and names its question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import Answers, Reply
from acupress_desktop.domain.safety.conditions import Everyone, Truth
from acupress_desktop.domain.safety.effects import Effects
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.outcome import (
    Clearance,
    Cleared,
    Message,
    MessageKind,
    NotCleared,
    OutcomeKind,
    ScreenResult,
    Unanswered,
    Urgency,
)
from acupress_desktop.domain.safety.person import ScreenContext
from acupress_desktop.domain.safety.places import NearPoints
from acupress_desktop.domain.safety.rules import Action, ActionKind, Catalogue, Rule, Unsure

_NO_SESSION = {
    ActionKind.EMERGENCY: OutcomeKind.EMERGENCY,
    ActionKind.REFER: OutcomeKind.REFER,
    ActionKind.BLOCK_SESSION: OutcomeKind.POSTPONE,
}
_SOONEST = (Urgency.NOW, Urgency.SAME_DAY, Urgency.URGENT_WITHIN_DAYS, Urgency.ROUTINE)
_CERTAIN = (OutcomeKind.EMERGENCY, OutcomeKind.REFER)
_ADVISE = Action(ActionKind.ADVISE)
_KINDS = {
    ActionKind.LIMIT: MessageKind.LIMIT,
    ActionKind.STOP: MessageKind.LIMIT,
    ActionKind.ADVISE: MessageKind.ADVISE,
    ActionKind.SEE: MessageKind.SEE,
    ActionKind.BLOCK_SESSION: MessageKind.NO_SESSION,
    ActionKind.REFER: MessageKind.NO_SESSION,
    ActionKind.EMERGENCY: MessageKind.NO_SESSION,
}


class Basis(Enum):
    """What a row holds on."""

    ANSWERS = "answers"
    NOT_SURE = "not_sure"
    """A "not sure" that means: tell your clinician, and press softly."""


@dataclass(frozen=True, slots=True)
class Held:
    """A row that holds, and on what."""

    rule: Rule
    basis: Basis

    @property
    def action(self) -> Action:
        """The row's own action, or ADVISE where it hangs on a "not sure"."""
        return self.rule.action if self.basis is Basis.ANSWERS else _ADVISE

    @property
    def is_personal(self) -> bool:
        """Whether the row holds for this person and not for everyone alike."""
        return not isinstance(self.rule.when, Everyone)

    @property
    def message(self) -> Message:
        """What the row tells the person."""
        return Message(self.rule.id, self.rule.message_id, self.action.urgency, _KINDS[self.action.kind])


def screen(
    catalogue: Catalogue,
    atlas: Atlas,
    regions: RegionMap,
    near: NearPoints,
    context: ScreenContext,
    answers: Answers,
) -> ScreenResult:
    """Screen one person for one complaint.

    An emergency or a referral stands as soon as it is certain, however much is unanswered.
    Anything milder needs every question that applies. Raises ``UnknownComplaint``.
    """
    catalogue.complaint(context.complaint)
    reading = Reading(catalogue, regions, context, answers)
    unusable = unusable_answers(reading)
    certain = not_cleared(rules_that_hold(reading))
    missing = tuple(dict.fromkeys((*unusable, *reading.missing())))
    if certain is not None and certain.kind in _CERTAIN:
        return not_cleared(rules_that_hold(_follow_ups_unsure(reading, missing))) or certain
    if missing:
        return Unanswered(missing)
    return certain if certain is not None else _clear(reading, atlas, near)


def rules_that_hold(reading: Reading) -> tuple[Held, ...]:
    """Return every row that holds, in the order of the table."""
    rows = (row_that_holds(reading, rule) for rule in reading.catalogue.rules)
    return tuple(row for row in rows if row is not None)


def row_that_holds(reading: Reading, rule: Rule) -> Held | None:
    """Return one row and what it holds on, or ``None`` where it does not hold."""
    match reading.truth(rule.when):
        case Truth.YES:
            return Held(rule, Basis.ANSWERS)
        case Truth.NOT_SURE:
            as_yes = rule.unsure is Unsure.COUNTS_AS_YES
            return Held(rule, Basis.ANSWERS if as_yes else Basis.NOT_SURE)
        case Truth.NO | Truth.UNKNOWN:
            return None


def not_cleared(held: tuple[Held, ...]) -> NotCleared | None:
    """Return the refusal that the rows add up to, or ``None`` where a session may start."""
    for kind, outcome in _NO_SESSION.items():
        rows = [row for row in held if row.action.kind is kind]
        if rows:
            messages = sorted((row.message for row in rows), key=_soonest_first)
            return NotCleared(
                kind=outcome,
                urgency=messages[0].urgency,
                rules=tuple(row.rule.id for row in held if row.is_personal),
                messages=tuple(messages[:1] if outcome is OutcomeKind.EMERGENCY else messages),
            )
    return None


def unusable_answers(reading: Reading) -> tuple[QuestionId, ...]:
    """Name every answer whose question does not exist, or whose value cannot be its answer."""
    known = {question.id for question in reading.catalogue.questions}
    return tuple(
        question
        for question in sorted(reading.answers)
        if question not in known or not reading.is_answered(reading.catalogue.question(question))
    )


def _follow_ups_unsure(reading: Reading, missing: tuple[QuestionId, ...]) -> Reading:
    """Read what a referral hangs on as "not sure" where its follow-up was not reached."""
    answers = reading.answers
    for question in reading.catalogue.questions:
        if question.id in missing and question.only_if is not None:
            answers = answers.with_answer(question.id, Reply.UNSURE)
    return replace(reading, answers=answers)


def _soonest_first(message: Message) -> int:
    return len(_SOONEST) if message.urgency is None else _SOONEST.index(message.urgency)


def _clear(reading: Reading, atlas: Atlas, near: NearPoints) -> Cleared:
    effects = Effects(reading, atlas, near)
    held = rules_that_hold(reading)
    for row in held:
        if row.basis is Basis.NOT_SURE:
            effects.add_unsure(row.rule)
        else:
            for limit in row.rule.limits:
                effects.add(limit, row.rule.id)
    personal = [row for row in held if row.is_personal]
    messages = tuple(row.message for row in personal if not _is_ticked_off(row, reading.context))
    only_points, only_points_by = effects.only_points()
    max_hold_seconds, max_hold_by = effects.max_hold()
    return Cleared(
        clearance=Clearance(
            complaint=reading.context.complaint,
            given=reading.context.given,
            blocked_sites=effects.blocked_sites(),
            blocked_regions=effects.blocked_regions(),
            pressure_caps=effects.pressure_caps(),
            halve_holds_by=tuple(sorted(effects.halved_by)),
            max_hold_seconds=max_hold_seconds,
            max_hold_by=max_hold_by,
            only_points=only_points,
            only_points_by=only_points_by,
            hands_not_to_press_with=effects.hands_not_to_press_with(),
            no_tools_by=tuple(sorted(effects.no_tools_by)),
            breathing=effects.breathing,
            breath_holds_off_by=tuple(sorted(effects.breath_holds_off_by)),
            rules=tuple(row.rule.id for row in held),
            messages=messages,
        ),
        kind=OutcomeKind.ALLOW_WITH_LIMITS if personal else OutcomeKind.ALLOW,
        urgency=next((one for one in _SOONEST if any(one is told.urgency for told in messages)), None),
    )


def _is_ticked_off(row: Held, context: ScreenContext) -> bool:
    """Tell whether a reminder has done its work; what a limit asks of the hands is always told."""
    only_reminds = row.action.kind is ActionKind.SEE or (
        row.action.kind is ActionKind.ADVISE and row.basis is Basis.ANSWERS and not row.rule.limits_pressing
    )
    return only_reminds and row.rule.id in context.checked
