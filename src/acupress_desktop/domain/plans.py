"""From a set and a clearance to the sites of one session: what is left out, halved, capped, replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from acupress_desktop.domain.atlas import Atlas, Point, Pressability
from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.ids import PointCode, ProtocolId, RuleId
from acupress_desktop.domain.protocols import (
    FELT_PRESSURE_MIN,
    HOLD_SECONDS_MAX,
    HOLD_SECONDS_MIN,
    DoseStage,
    Form,
    LeftOut,
    Part,
    Plan,
    PlannedStep,
    Protocol,
    Step,
    StepSides,
    Technique,
)
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.safety.outcome import BreathingGuide, Clearance
from acupress_desktop.domain.safety.places import needs_hand
from acupress_desktop.domain.sides import PainSide, Side, SiteSide

CALM = ProtocolId("P16")
"""The calm set: everybody's first session, and open to every complaint's clearance."""

BY_FIRST_WEEK = "first_week"
BY_ATLAS = "atlas"
BY_PERSON = "person"
"""Entries of ``changed_by`` that are not rule ids."""

STUDY_ONLY = RuleId("A01")
HAND_NOT_TO_PRESS_WITH = RuleId("L08")
OUT_OF_REACH = RuleId("reach")
"""The person said that they cannot reach the point; not a row of the safety table."""


@dataclass(frozen=True, slots=True)
class PressureOverride:
    """What a person asked for after "too much": felt pressure 1 to 10 for one point."""

    point: PointCode
    felt_pressure: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person, or the day, decides about a set. The defaults are the cautious ones.

    ``painful_side`` matters to sets that press one side only, ``part`` to sets with a half for
    hands and one for feet (``None`` takes both).
    """

    stage: DoseStage = DoseStage.FIRST_WEEK
    form: Form = Form.FULL
    first_side: Side = Side.LEFT
    painful_side: PainSide = PainSide.BOTH
    part: Part | None = None
    pressure_overrides: tuple[PressureOverride, ...] = ()
    out_of_reach: tuple[PointCode, ...] = ()


class RefusalReason(Enum):
    """Why there is no plan."""

    NOT_OFFERED = "not_offered"
    OTHER_COMPLAINT = "other_complaint"
    NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True, slots=True)
class PlanRefusal:
    """No session from this set; ``left_out`` says why where every site had to go."""

    protocol: ProtocolId
    reason: RefusalReason
    left_out: tuple[LeftOut, ...] = ()


def plan(
    protocol: Protocol, clearance: Clearance, atlas: Atlas, regions: RegionMap, choices: Choices
) -> Plan | PlanRefusal:
    """Compute the sites to press, or why there are none.

    Every site that the clearance forbids is left out with its rule, and replaced where the set
    names an allowed point that it does not hold already. Holds are halved by safety rules and
    again in the first week, then bounded; pressures only ever go down.

    Raises ``UnknownPoint`` or ``UnknownRegion`` for codes that the atlas does not hold.
    """
    if not protocol.offered:
        return PlanRefusal(protocol.id, RefusalReason.NOT_OFFERED)
    if clearance.complaint != protocol.complaint and protocol.id != CALM:
        return PlanRefusal(protocol.id, RefusalReason.OTHER_COMPLAINT)
    drawn = _Drawing(protocol, clearance, atlas, regions, choices)
    sites_by_step = [0]
    for step in protocol.steps:
        if choices.part is None or step.part is None or step.part is choices.part:
            drawn.add(step)
        sites_by_step.append(len(drawn.steps))
    if not drawn.steps:
        return PlanRefusal(protocol.id, RefusalReason.NOTHING_LEFT, tuple(drawn.left_out))
    return Plan(
        protocol=protocol.id,
        complaint=clearance.complaint,
        content_version=protocol.content_version,
        form=choices.form,
        stage=choices.stage,
        steps=tuple(drawn.steps),
        left_out=tuple(drawn.left_out),
        exercises=tuple(
            replace(exercise, after_order=sites_by_step[min(exercise.after_order, len(protocol.steps))])
            for exercise in protocol.exercises
        ),
        routine=protocol.routine,
    )


def in_first_session_order(calm: Protocol) -> Protocol:
    """Return the calm set with its steps in the order of the very first session."""
    order = calm.first_session_order
    if not order:
        return calm
    by_point = {step.point: step for step in calm.steps}
    return replace(calm, steps=tuple(by_point[point] for point in order))


def pressing_hands(point: Point, site: SiteSide, not_to_press_with: Iterable[Side]) -> tuple[Side, ...]:
    """Return the person's hands that can press this site; an arm's needs the other one."""
    needed = needs_hand(point, site)
    if needed is not None and needed.side is not None:
        able: tuple[Side, ...] = (needed.side,)
    elif site.side is not None:
        able = (site.side, site.side.other)
    else:
        able = (Side.RIGHT, Side.LEFT)
    out = set(not_to_press_with)
    return tuple(hand for hand in able if hand not in out)


@dataclass(slots=True)
class _Drawing:
    """The plan while it is drawn up; lives inside one call of ``plan``."""

    protocol: Protocol
    clearance: Clearance
    atlas: Atlas
    regions: RegionMap
    choices: Choices
    steps: list[PlannedStep] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def add(self, step: Step) -> None:
        for site in self._sites(step):
            rule = self._forbidding_rule(step.point, site, step)
            if rule is None:
                self._press(step, step.point, site, step.technique, replaced_by_rule=None)
            else:
                self._replace(step, site, rule)

    def _sites(self, step: Step) -> tuple[SiteSide, ...]:
        first = SiteSide(self.choices.first_side.value)
        match step.sides:
            case StepSides.MIDLINE:
                return (SiteSide.MIDLINE,)
            case StepSides.BOTH:
                return (first, first.mirrored)
            case StepSides.PAINFUL_SIDE:
                if self.choices.painful_side is PainSide.LEFT:
                    return (SiteSide.LEFT,)
                if self.choices.painful_side is PainSide.RIGHT:
                    return (SiteSide.RIGHT,)
                return (first, first.mirrored)
            case StepSides.LEFT:
                return (SiteSide.LEFT,)
            case StepSides.RIGHT:
                return (SiteSide.RIGHT,)

    def _replace(self, step: Step, site: SiteSide, rule: RuleId) -> None:
        in_set = {other.point for other in self.protocol.steps}
        for swap in step.replacements:
            if swap.point in in_set:
                continue
            free = [
                stand_in
                for stand_in in self._stand_in_sites(swap.point, site)
                if self._forbidding_rule(swap.point, stand_in, None) is None
                and not self._already_pressed(swap.point, stand_in)
            ]
            if free:
                self.left_out.append(LeftOut(step.point, site, rule, swap.point, swap.why))
                for stand_in in free:
                    self._press(step, swap.point, stand_in, Technique.FINGERS, replaced_by_rule=rule)
                return
        self.left_out.append(LeftOut(step.point, site, rule, None))

    def _stand_in_sites(self, point: PointCode, site: SiteSide) -> tuple[SiteSide, ...]:
        if not self.atlas[point].bilateral:
            return (SiteSide.MIDLINE,)
        if site is not SiteSide.MIDLINE:
            return (site,)
        first = SiteSide(self.choices.first_side.value)
        return (first, first.mirrored)

    def _already_pressed(self, point: PointCode, site: SiteSide) -> bool:
        return any(step.point == point and step.side is site for step in self.steps)

    def _forbidding_rule(self, code: PointCode, site: SiteSide, step: Step | None) -> RuleId | None:
        return next(self._forbidding_rules(code, site, step), None)

    def _forbidding_rules(self, code: PointCode, site: SiteSide, step: Step | None) -> Iterator[RuleId]:
        clearance = self.clearance
        point = self.atlas[code]
        if point.pressability in (Pressability.NEVER, Pressability.PARTNER_OR_TOOL):
            yield STUDY_ONLY
        if clearance.only_points is not None and code not in clearance.only_points:
            yield clearance.only_points_by or STUDY_ONLY
        for blocked in clearance.blocked_sites:
            if blocked.point == code and blocked.side is site:
                yield blocked.rule
        for region in clearance.blocked_regions:
            side = SiteSide.MIDLINE if region.side is None else SiteSide(region.side.value)
            if self.regions.covers(RegionSelection(region.region, side), code, site):
                yield region.rule
        if step is not None:
            yield from (rule for rule in step.left_out_by if rule in clearance.rules)
            if step.technique is Technique.THUMBS_OR_SOFT_FISTS:
                yield from clearance.no_tools_by
        if not pressing_hands(point, site, clearance.hands_not_to_press_with):
            yield HAND_NOT_TO_PRESS_WITH
        if code in self.choices.out_of_reach:
            yield OUT_OF_REACH

    def _press(
        self,
        step: Step,
        code: PointCode,
        site: SiteSide,
        technique: Technique,
        *,
        replaced_by_rule: RuleId | None,
    ) -> None:
        prescribed, hold, seconds_by = self._hold(step, code)
        pressure, pressure_by = self._pressure(step, code)
        because = () if replaced_by_rule is None else (str(replaced_by_rule),)
        breathing, pattern = self._breathing(step)
        self.steps.append(
            PlannedStep(
                order=len(self.steps) + 1,
                point=code,
                side=site,
                prescribed_seconds=prescribed,
                hold_seconds=hold,
                prescribed_pressure=step.felt_pressure,
                felt_pressure=pressure,
                changed_by=tuple(dict.fromkeys((*because, *seconds_by, *pressure_by))),
                site_seconds_max=max(hold, self._site_seconds_max(code, prescribed)),
                technique=technique,
                breathing=breathing,
                pattern=pattern,
                note=step.note,
                picture=step.picture,
            )
        )

    def _breathing(self, step: Step) -> tuple[StepBreathing, BreathPattern | None]:
        """Where the guide is not to start by itself, no step starts it; where no breath is held, none is."""
        if step.breathing is not StepBreathing.OWN or step.pattern is None:
            return step.breathing, None
        if self.clearance.breathing is BreathingGuide.OFF_BY_DEFAULT:
            return StepBreathing.AS_SET, None
        no_holds = bool(self.clearance.breath_holds_off_by)
        return StepBreathing.OWN, step.pattern.without_holds if no_holds else step.pattern

    def _hold(self, step: Step, code: PointCode) -> tuple[int, int, tuple[str, ...]]:
        """Return prescribed seconds, planned seconds, and what made the difference."""
        short = step.short_hold_seconds if self.choices.form is Form.SHORT else None
        prescribed = step.hold_seconds if short is None else short
        hold = prescribed
        by: list[str] = []
        if self.clearance.halve_holds_by:
            hold //= 2
            by += self.clearance.halve_holds_by
        if self.choices.stage is DoseStage.FIRST_WEEK:
            hold //= 2
            by.append(BY_FIRST_WEEK)
        if hold > self.clearance.max_hold_seconds:
            hold = self.clearance.max_hold_seconds
            by += self.clearance.max_hold_by
        longest = self.atlas[code].max_hold_seconds
        if longest is not None and hold > longest:
            hold = longest
            by.append(BY_ATLAS)
        return prescribed, max(HOLD_SECONDS_MIN, hold), tuple(by)

    def _site_seconds_max(self, code: PointCode, prescribed: int) -> int:
        """Return what may be pressed here in one session with "longer" and repeats.

        A light-only point never gets more than the set says, a halved set stays halved, and in
        the first week the set's own seconds are the most.
        """
        most = min(HOLD_SECONDS_MAX, self.clearance.max_hold_seconds)
        longest = self.atlas[code].max_hold_seconds
        if longest is not None:
            most = min(most, longest, prescribed)
        if self.clearance.halve_holds_by:
            most = min(most, prescribed // 2)
        if self.choices.stage is DoseStage.FIRST_WEEK:
            most = min(most, prescribed)
        return most

    def _pressure(self, step: Step, code: PointCode) -> tuple[int, tuple[str, ...]]:
        limits: list[tuple[int, str]] = [
            (cap.max_felt_pressure, cap.rule)
            for cap in self.clearance.pressure_caps
            if not cap.regions or any(code in self.regions.points(region) for region in cap.regions)
        ]
        own_limit = self.atlas[code].max_felt_pressure
        if own_limit is not None:
            limits.append((own_limit, BY_ATLAS))
        limits += [
            (wish.felt_pressure, BY_PERSON) for wish in self.choices.pressure_overrides if wish.point == code
        ]
        lowering = [(limit, by) for limit, by in limits if limit < step.felt_pressure]
        pressure = min((limit for limit, _ in lowering), default=step.felt_pressure)
        return max(FELT_PRESSURE_MIN, pressure), tuple(by for _, by in lowering)
