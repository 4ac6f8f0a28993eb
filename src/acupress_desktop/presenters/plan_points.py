"""The points of a plan in words: a card for each, and why one is left out, softer or shorter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol as Port

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import PointCode, RuleId
from acupress_desktop.domain.plans import BY_ATLAS, BY_FIRST_WEEK, BY_PERSON, OUT_OF_REACH, STUDY_ONLY
from acupress_desktop.domain.protocols import LeftOut, Plan, PlannedStep
from acupress_desktop.domain.safety.outcome import Clearance
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.plan_view import LeftOutView, PointCardView
from acupress_desktop.presenters.planning import SetBook, lost_to_a_sore_hand
from acupress_desktop.words import body, breathing, felt_pressure, how_to, routine_steps
from acupress_desktop.words import plan as words
from acupress_desktop.words.safety import SafetyWords


class HowToPress(Port):
    """What the page needs of a point's instructions."""

    @property
    def close_up(self) -> str:
        """The close-up view that shows the point."""
        ...

    @property
    def posture(self) -> str:
        """How to sit or lie for it."""
        ...

    def place(self, side: SiteSide) -> str:
        """Return the place's title on that side."""
        ...


@dataclass(frozen=True, slots=True)
class PlannedPoints:
    """What is said of the points of a plan, under one clearance."""

    book: SetBook
    how_to: Mapping[PointCode, HowToPress]
    catalogue: Catalogue
    texts: SafetyWords
    clearance: Clearance
    out_of_reach: tuple[PointCode, ...]
    """What the person said they cannot reach: each of them can be taken back."""

    def cards(self, plan: Plan) -> tuple[PointCardView, ...]:
        """Return a card for each point, in the order of pressing."""
        # A routine may press the two sides of a point differently; then each has its own card.
        sites: dict[tuple[PointCode, int, int, BreathPattern | None], list[PlannedStep]] = {}
        for step in plan.steps:
            sites.setdefault((step.point, step.hold_seconds, step.felt_pressure, step.pattern), []).append(
                step
            )
        stand_ins = {left.replaced_by: left.point for left in plan.left_out if left.replaced_by}
        return tuple(
            self._card(number, steps, stand_ins.get(point))
            for number, ((point, *_dose), steps) in enumerate(sites.items(), 1)
        )

    def _card(self, number: int, steps: list[PlannedStep], stands_for: PointCode | None) -> PointCardView:
        step = steps[0]
        point = self.book.atlas[step.point]
        how = self.how_to.get(step.point)
        sides = _sides(tuple(each.side for each in steps))
        dose = f"{words.hold_line(step.hold_seconds, sides)}, {felt_pressure.in_a_line(step.felt_pressure)}"
        notes = [words.technique(step.technique)] if words.technique(step.technique) else []
        if stands_for is not None:
            notes.append(words.stands_in_for(self.book.atlas[stands_for].english))
        notes += self._changes(step)
        if step.pattern is not None:
            notes.append(routine_steps.breathing_now_own(breathing.seconds_of(step.pattern)))
        region = self.book.regions.title(point.region)
        where = (
            how_to.line(how.place(step.side)) if how is not None and len(steps) == 1 else body.region(region)
        )
        place = words.code_and_place(point.label, where)
        return PointCardView(
            number=number,
            point=step.point,
            sites=tuple(each.side for each in steps),
            name=point.english,
            place=place,
            dose=dose,
            notes=tuple(notes),
            close_up="" if how is None else how.close_up,
            cannot_reach=words.cannot_reach(),
            spoken=". ".join((f"{number}. {point.english}, {place}", dose, *notes)),
        )

    def _changes(self, step: PlannedStep) -> list[str]:
        """Why a hold is softer or shorter than the set says; the first week stands in the summary."""
        rules = tuple(by for by in step.changed_by if by not in (BY_FIRST_WEEK, BY_ATLAS, BY_PERSON))
        notes = []
        if step.felt_pressure < step.prescribed_pressure:
            if BY_PERSON in step.changed_by:
                notes.append(words.softer_as_you_asked())
            elif rules:
                notes.append(words.softer_by(self._reasons(rules)))
        shorter = self._shorter_by(step)
        if shorter:
            notes.append(words.shorter_by(self._reasons(shorter)))
        return notes

    def _reasons(self, rules: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(words.because_of(rule, self.texts.reason(RuleId(rule))) for rule in rules)

    def _shorter_by(self, step: PlannedStep) -> tuple[str, ...]:
        """Return the rules that made this hold shorter; the first week is none of them."""
        clearance = self.clearance
        bounded = step.hold_seconds == clearance.max_hold_seconds
        able = (*clearance.halve_holds_by, *(clearance.max_hold_by if bounded else ()))
        return tuple(dict.fromkeys(str(rule) for rule in able if str(rule) in step.changed_by))

    def left_out(self, lost: tuple[LeftOut, ...]) -> tuple[LeftOutView, ...]:
        """Say what is left out and why, with what is pressed instead."""
        atlas = self.book.atlas
        together: dict[tuple[PointCode, RuleId, PointCode | None, str], list[LeftOut]] = {}
        for each in lost:
            key = (each.point, each.rule, each.replaced_by, self._reason(each))
            together.setdefault(key, []).append(each)
        views = []
        for (code, rule, instead, reason), rows in together.items():
            point = atlas[code]
            sides = _sides(tuple(row.side for row in rows))
            by_person = rule == OUT_OF_REACH
            views.append(
                LeftOutView(
                    name=words.left_out(f"{point.english}, {point.label}", sides),
                    reason=reason,
                    rule="" if by_person else words.rule(rule),
                    instead=words.not_replaced()
                    if instead is None
                    else words.replaced_by(
                        f"{atlas[instead].english}, {atlas[instead].label}", rows[0].replaced_why
                    ),
                    can_reach=words.can_reach() if code in self.out_of_reach else "",
                    point=code,
                )
            )
        return tuple(views)

    def _reason(self, left: LeftOut) -> str:
        rule, clearance = left.rule, self.clearance
        if lost_to_a_sore_hand(left, clearance, self.book.regions):
            return words.by_sore_hand()
        if rule == OUT_OF_REACH:
            return words.by_reach()
        if rule == STUDY_ONLY:
            return words.by_atlas()
        return self.texts.reason(rule) or self.texts.rule_message(self.catalogue.rule(rule))


def _sides(sites: tuple[SiteSide, ...]) -> str:
    return body.both_sides() if len(sites) > 1 else body.side_words(sites[0])
