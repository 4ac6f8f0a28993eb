"""What must hold from the answers all the way to the plan, and over the ages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.plans import CALM, Choices, plan
from acupress_desktop.domain.protocols import DoseStage, Form, Part, Plan, PlannedStep, Protocol
from acupress_desktop.domain.safety.answers import Answers, Reply
from acupress_desktop.domain.safety.outcome import Clearance, Cleared, OutcomeKind, ScreenResult, Unanswered
from acupress_desktop.domain.safety.person import CanBePregnant, ScreenContext
from acupress_desktop.domain.safety.questions import QuestionKind
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from tests.domain.safety.strategies import (
    ASKED,
    LIMITING,
    Worse,
    complete_answers,
    contexts,
    one_risk_more,
)
from tests.domain.safety.test_laws import cap_at, severity, sites
from tests.domain.safety.world import all_no, atlas, catalogue, person, protocols, regions, screened
from tests.examples import examples

EXAMPLES = examples(1.5)
Site = tuple[PointCode, SiteSide]
choices = st.builds(
    Choices,
    stage=st.sampled_from(DoseStage),
    form=st.sampled_from(Form),
    first_side=st.sampled_from(Side),
    painful_side=st.sampled_from(PainSide),
    part=st.sampled_from([None, *Part]),
)


def sets_for(context: ScreenContext) -> list[Protocol]:
    """The set of the complaint, and the calm set, which every clearance opens."""
    return [
        one for one in protocols() if (one.offered and context.complaint == one.complaint) or one.id == CALM
    ]


def planned(wanted: Protocol, clearance: Clearance, chosen: Choices) -> dict[Site, PlannedStep]:
    made = plan(wanted, clearance, atlas(), regions(), chosen)
    return {(step.point, step.side): step for step in made.steps} if isinstance(made, Plan) else {}


@pytest.mark.slow
@EXAMPLES
@given(contexts(), one_risk_more(), choices)
def test_one_risk_more_never_makes_a_plan_longer_harder_or_wider(
    context: ScreenContext, worse: Worse, chosen: Choices
) -> None:
    before, after = screened(context, worse.before), screened(context, worse.after)
    assume(isinstance(before, Cleared) and isinstance(after, Cleared))
    assert isinstance(before, Cleared)
    assert isinstance(after, Cleared)
    for wanted in sets_for(context):
        was = planned(wanted, before.clearance, chosen)
        now = planned(wanted, after.clearance, chosen)
        own = {step.point for step in wanted.steps}
        stand_ins = {other.point for step in wanted.steps for other in step.replacements} - own
        for site, step in now.items():
            if site[0] in own:
                assert site in was, "a point of the set that was left out does not come back"
                assert step.hold_seconds <= was[site].hold_seconds
                assert step.site_seconds_max <= was[site].site_seconds_max
                assert step.felt_pressure <= was[site].felt_pressure
            else:
                assert site[0] in stand_ins
            assert site not in sites(after.clearance)
            assert step.felt_pressure <= cap_at(after.clearance, site[0])
            assert step.hold_seconds <= after.clearance.max_hold_seconds


@EXAMPLES
@given(contexts(), complete_answers(), choices)
def test_a_mirrored_person_gets_the_mirrored_plan(
    context: ScreenContext, answers: Answers, chosen: Choices
) -> None:
    here, there = screened(context, answers), screened(context, answers.mirrored())
    assert type(here) is type(there)
    if not (isinstance(here, Cleared) and isinstance(there, Cleared)):
        return
    swapped = {PainSide.LEFT: PainSide.RIGHT, PainSide.RIGHT: PainSide.LEFT}
    other_way = replace(
        chosen,
        first_side=chosen.first_side.other,
        painful_side=swapped.get(chosen.painful_side, chosen.painful_side),
    )
    for wanted in sets_for(context):
        left = planned(wanted, here.clearance, chosen)
        right = planned(wanted, there.clearance, other_way)
        assert [(code, side.mirrored) for code, side in left] == list(right)
        assert [(step.hold_seconds, step.felt_pressure) for step in left.values()] == [
            (step.hold_seconds, step.felt_pressure) for step in right.values()
        ]


@EXAMPLES
@given(contexts(), complete_answers(), st.sampled_from(LIMITING))
def test_not_sure_is_never_less_restrictive_than_no(
    context: ScreenContext, answers: Answers, question: object
) -> None:
    one = next(each for each in LIMITING if each is question)
    assume(one.kind is QuestionKind.YES_NO_UNSURE)
    no = screened(context, answers.with_answer(one.id, Reply.NO))
    unsure = screened(context, answers.with_answer(one.id, Reply.UNSURE))
    assert severity(unsure) >= severity(no)
    if isinstance(no, Cleared) and isinstance(unsure, Cleared):
        assert sites(unsure.clearance) >= sites(no.clearance)
        assert all(
            cap_at(unsure.clearance, point.code) <= cap_at(no.clearance, point.code) for point in atlas()
        )


def less_restrictive(result: ScreenResult, than: ScreenResult) -> bool:
    if severity(result) < severity(than):
        return True
    if not (isinstance(result, Cleared) and isinstance(than, Cleared)):
        return False
    now, was = result.clearance, than.clearance
    return (
        not sites(now) >= sites(was)
        or any(cap_at(now, point.code) > cap_at(was, point.code) for point in atlas())
        or len(now.halve_holds_by) < len(was.halve_holds_by)
    )


@EXAMPLES
@given(contexts(), complete_answers(), st.integers(20, 110), st.integers(0, 60))
def test_from_twenty_on_nobody_is_allowed_more_by_growing_older(
    context: ScreenContext, answers: Answers, younger: int, more: int
) -> None:
    """Below 20 a first sore back counts more, and below 18 there is no session: those two fall with age."""
    can_be = context.profile.can_be_pregnant
    young = screened(person(context.complaint, younger, can_be), answers)
    old = screened(person(context.complaint, younger + more, can_be), answers)
    assert not less_restrictive(old, young)


@EXAMPLES
@given(
    st.sampled_from([one.id for one in catalogue().complaints if one.protocol is not None]),
    st.integers(18, 110),
    st.sampled_from([CanBePregnant.YES, CanBePregnant.NO]),
)
def test_only_noes_give_leave_and_the_whole_set(
    complaint: str, age_years: int, can_be: CanBePregnant
) -> None:
    context = person(complaint, age_years, can_be)
    result = screened(context, all_no(context))
    assert isinstance(result, Cleared)
    assert (result.kind, result.urgency, result.clearance.rules) == (OutcomeKind.ALLOW, None, ("A01",))
    for wanted in sets_for(context):
        made = plan(wanted, result.clearance, atlas(), regions(), Choices(stage=DoseStage.USUAL))
        if wanted.offered:
            assert isinstance(made, Plan)
            assert made.left_out == ()
            assert {step.point for step in made.steps} == {step.point for step in wanted.steps}
            assert all(step.hold_seconds == step.prescribed_seconds for step in made.steps)


@EXAMPLES
@given(contexts(), complete_answers(), st.data())
def test_without_an_answer_of_today_there_is_neither_leave_nor_plan(
    context: ScreenContext, answers: Answers, data: st.DataObject
) -> None:
    today = [one for one in ASKED if one.asked.value == "every_session" and one.only_if is None]
    gone = data.draw(st.sampled_from(today))
    assume(gone.audience.value == "everyone" or context.profile.can_be_pregnant is CanBePregnant.YES)
    result = screened(context, answers.without([gone.id]))
    assert not isinstance(result, Cleared)
    if isinstance(result, Unanswered):
        assert gone.id in result.questions
