"""The small tables inside the safety files: conditions, limits and actions, as they are written."""

from __future__ import annotations

from typing import Annotated

import msgspec

from acupress_desktop.domain.ids import ComplaintId, PointCode, QuestionId, RegionId
from acupress_desktop.domain.safety import conditions, rules
from acupress_desktop.domain.safety.outcome import Urgency
from acupress_desktop.domain.safety.rules import Action, ActionKind

_Pressure = Annotated[int, msgspec.Meta(ge=1, le=10)]
_Seconds = Annotated[int, msgspec.Meta(ge=10, le=300)]
_Age = Annotated[int, msgspec.Meta(ge=1, le=120)]

_ACTIONS = {
    "emergency": Action(ActionKind.EMERGENCY, Urgency.NOW),
    "refer_same_day": Action(ActionKind.REFER, Urgency.SAME_DAY),
    "refer_urgent": Action(ActionKind.REFER, Urgency.URGENT_WITHIN_DAYS),
    "block_session": Action(ActionKind.BLOCK_SESSION),
    "see": Action(ActionKind.SEE, Urgency.ROUTINE),
    "advise": Action(ActionKind.ADVISE),
    "limit": Action(ActionKind.LIMIT),
    "stop": Action(ActionKind.STOP),
}


class RowProblem(ValueError):
    """A table that says nothing, or two things at once."""


def action_of(word: str) -> Action:
    """Return the one action of a row; raise ``RowProblem`` for a word that is none."""
    try:
        return _ACTIONS[word]
    except KeyError:
        raise RowProblem(f"no action {word!r}; there are {', '.join(_ACTIONS)}") from None


class ConditionRow(
    msgspec.Struct,
    forbid_unknown_fields=True,
    frozen=True,
    rename={"is_": "is", "all_": "all", "any_": "any"},
):
    """One condition. Exactly one of its forms, see ``domain.safety.conditions``."""

    question: str | None = None
    is_: tuple[str, ...] = ()
    ignore_not_sure: bool = False
    only_not_sure: bool = False
    within: tuple[str, ...] = ()
    within_complaint: bool = False
    both_hands: bool = False
    age_from: _Age | None = None
    age_below: _Age | None = None
    complaint: tuple[str, ...] = ()
    everyone: bool = False
    during_session: bool = False
    all_: tuple[ConditionRow, ...] = ()
    any_: tuple[ConditionRow, ...] = ()
    at_least: Annotated[int, msgspec.Meta(ge=1)] | None = None
    of: tuple[ConditionRow, ...] = ()

    def condition(self) -> conditions.Condition:
        """Build the condition; raise ``RowProblem`` unless exactly one form is written."""
        forms: list[conditions.Condition] = []
        if self.question is not None:
            forms.append(self._of_question(QuestionId(self.question)))
        if self.age_from is not None:
            forms.append(conditions.AgeFrom(self.age_from))
        if self.age_below is not None:
            forms.append(conditions.AgeBelow(self.age_below))
        if self.complaint:
            forms.append(conditions.ForComplaint(tuple(ComplaintId(one) for one in self.complaint)))
        if self.everyone:
            forms.append(conditions.Everyone())
        if self.during_session:
            forms.append(conditions.DuringSession())
        if self.all_:
            forms.append(conditions.all_of(*(part.condition() for part in self.all_)))
        if self.any_:
            forms.append(conditions.any_of(*(part.condition() for part in self.any_)))
        if self.at_least is not None:
            forms.append(conditions.AtLeast(self.at_least, tuple(part.condition() for part in self.of)))
        if len(forms) != 1:
            raise RowProblem("a condition needs exactly one form")
        return forms[0]

    def _of_question(self, question: QuestionId) -> conditions.Condition:
        forms: list[conditions.Condition] = []
        if self.within:
            forms.append(conditions.PlaceWithin(question, tuple(RegionId(one) for one in self.within)))
        if self.within_complaint:
            forms.append(conditions.PlaceWithinComplaint(question))
        if self.both_hands:
            forms.append(conditions.BothHands(question))
        if forms and (len(forms) > 1 or self.is_):
            raise RowProblem(f"the condition on {question} says two things at once")
        return forms[0] if forms else conditions.Answered(question, self.is_, self._not_sure(question))

    def _not_sure(self, question: QuestionId) -> conditions.NotSure:
        if self.only_not_sure:
            if self.is_ or self.ignore_not_sure:
                raise RowProblem(f"the condition on {question} says two things at once")
            return conditions.NotSure.ONLY
        return conditions.NotSure.IGNORED if self.ignore_not_sure else conditions.NotSure.HEARD


class LimitRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One limit. Exactly one of its forms, see ``domain.safety.rules``."""

    block_regions: tuple[str, ...] = ()
    block_tapped: str | None = None
    reach: rules.Reach = rules.Reach.PLACE
    block_points: tuple[str, ...] = ()
    block_by_pressability: bool = False
    only_points: tuple[str, ...] = ()
    only_regions: tuple[str, ...] = ()
    cap: _Pressure | None = None
    regions: tuple[str, ...] = ()
    halve_holds: bool = False
    max_hold_seconds: _Seconds | None = None
    no_tools: bool = False
    breathing_off: bool = False
    breath_holds_off: bool = False
    rest_tapped_hands: str | None = None

    def limit(self) -> rules.Limit:
        """Build the limit; raise ``RowProblem`` unless exactly one form is written."""
        forms = [*self._places(), *self._doses()]
        if len(forms) != 1:
            raise RowProblem("a limit needs exactly one form")
        return forms[0]

    def _places(self) -> list[rules.Limit]:
        forms: list[rules.Limit] = []
        if self.block_regions:
            forms.append(rules.BlockRegions(tuple(RegionId(one) for one in self.block_regions)))
        if self.block_tapped is not None:
            forms.append(rules.BlockTapped(QuestionId(self.block_tapped), self.reach))
        if self.block_points:
            forms.append(rules.BlockPoints(tuple(PointCode(one) for one in self.block_points)))
        if self.block_by_pressability:
            forms.append(rules.BlockByPressability())
        if self.only_points:
            forms.append(rules.OnlyPoints(tuple(PointCode(one) for one in self.only_points)))
        if self.only_regions:
            forms.append(rules.OnlyRegions(tuple(RegionId(one) for one in self.only_regions)))
        if self.rest_tapped_hands is not None:
            forms.append(rules.RestTappedHands(QuestionId(self.rest_tapped_hands), self.reach))
        return forms

    def _doses(self) -> list[rules.Limit]:
        forms: list[rules.Limit] = []
        if self.cap is not None:
            forms.append(rules.Cap(self.cap, tuple(RegionId(one) for one in self.regions)))
        elif self.regions:
            raise RowProblem("regions belong to a cap")
        if self.halve_holds:
            forms.append(rules.HalveHolds())
        if self.max_hold_seconds is not None:
            forms.append(rules.MaxHold(self.max_hold_seconds))
        if self.no_tools:
            forms.append(rules.NoTools())
        if self.breathing_off:
            forms.append(rules.BreathingOff())
        if self.breath_holds_off:
            forms.append(rules.BreathHoldsOff())
        return forms
