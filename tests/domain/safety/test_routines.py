"""Whatever somebody puts into a routine, it is screened, asked about and limited like every other set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.ids import ComplaintId, RuleId
from acupress_desktop.domain.plans import Choices, PlanRefusal, RefusalReason, plan
from acupress_desktop.domain.protocols import DoseStage, Plan, Protocol, Technique
from acupress_desktop.domain.routine_sets import protocol_of, set_of
from acupress_desktop.domain.routines import (
    PressStep,
    Routine,
    RoutineSides,
    pressure_limit,
    seconds_limit,
)
from acupress_desktop.domain.safety.answers import Answers, Reply, Ticks
from acupress_desktop.domain.safety.asking import harmless, next_questions
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.outcome import BreathingGuide, Cleared, NotCleared, OutcomeKind
from acupress_desktop.domain.safety.person import ScreenContext
from acupress_desktop.domain.safety.relevance import asking_for_what_is_pressed
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.safety.screen import screen
from acupress_desktop.domain.safety.watched import Watched, narrowed
from acupress_desktop.domain.sides import Side
from tests.domain.routine_examples import OWN_BREATH, any_routine, key, press, routine, stretch
from tests.domain.safety.oracle import Case, asked_for
from tests.domain.safety.oracle_answers import risky_answers
from tests.domain.safety.oracle_check import result_of
from tests.domain.safety.strategies import complete_answers
from tests.domain.safety.test_laws import cap_at, sites
from tests.domain.safety.world import atlas, catalogue, near, person, protocols, regions, screened
from tests.examples import examples

EXAMPLES = examples(1.5)
OFFERED = {one.complaint: one for one in protocols() if one.offered}


def made_set(one: Routine) -> Protocol:
    return set_of(one, protocols(), atlas(), "Untested.")


def asking(one: Routine) -> Catalogue:
    return asking_for_what_is_pressed(catalogue(), atlas(), regions(), protocols(), made_set(one))


def questions_put(book: Catalogue, complaint: str) -> dict[str, tuple[str, ...]]:
    """Every question that somebody who answers no to all else is asked, with the options shown."""
    context = person(complaint)
    put: dict[str, tuple[str, ...]] = {}
    answers = Answers()
    while asked := next_questions(book, regions(), context, answers, {}):
        for question in asked:
            put[question.id] = Reading(book, regions(), context, answers).shown_options(question)
            answers = answers.with_answer(question.id, harmless(question))
    return put


# --- Which questions are asked


def test_a_calm_routine_that_presses_legs_asks_about_legs() -> None:
    plain = questions_put(catalogue(), "calm")
    legs = routine(press("ST36", 2), press("SP9", 3), press("ST35", 4))
    asked = questions_put(asking(legs), "calm")
    assert "R11b" not in plain["today_emergency"]
    assert "R11b" in asked["today_emergency"]
    new = set(asked) - set(plain)
    assert {"varicose_veins", "knee_new_joint", "knee_locked", "knee_pop"} <= new, new
    for name in ("knee", "muscle_soreness"):
        of_legs = {
            question
            for question in questions_put(catalogue(), name)
            if any(
                not catalogue().has_a_place(ComplaintId("calm"), rule.id)
                for rule in catalogue().rules_asking(catalogue().question(question).id)  # type: ignore[arg-type]
            )
        }
        assert of_legs <= set(asked), name


def test_a_calm_routine_that_presses_the_neck_asks_about_the_neck() -> None:
    neck = routine(press("GB20", 2, 30, 3))
    plain, asked = questions_put(catalogue(), "calm"), questions_put(asking(neck), "calm")
    for question in ("neck_shoulder_neck_history", "neck_shoulder_knock"):
        assert question not in plain
        assert question in asked
    answered = Answers(
        {
            **{
                catalogue().question(name).id: harmless(catalogue().question(name))  # type: ignore[arg-type]
                for name in asked
            },
            catalogue().question("neck_shoulder_neck_history").id: Reply.YES,  # type: ignore[arg-type]
        }
    )
    result = screen(asking(neck), atlas(), regions(), near(), person("calm"), answered)
    assert isinstance(result, Cleared)
    refused = plan(made_set(neck), result.clearance, atlas(), regions(), Choices())
    assert isinstance(refused, PlanRefusal)
    assert refused.reason is RefusalReason.NOTHING_LEFT


def test_a_leg_that_went_cold_ends_a_calm_leg_routine() -> None:
    legs = asking(routine(press("ST36", 2)))
    result = screen(
        legs,
        atlas(),
        regions(),
        near(),
        person("calm"),
        Answers({catalogue().question("today_emergency").id: Ticks(frozenset({"R11b"}))}),  # type: ignore[arg-type]
    )
    assert isinstance(result, NotCleared)
    assert result.kind in (OutcomeKind.EMERGENCY, OutcomeKind.REFER)


@pytest.mark.slow
@EXAMPLES
@given(any_routine())
def test_a_routine_never_asks_less_than_its_complaint_does(one: Routine) -> None:
    plain, asked = questions_put(catalogue(), one.complaint), questions_put(asking(one), one.complaint)
    assert set(plain) <= set(asked)
    for question, options in plain.items():
        assert set(options) <= set(asked[question])


@EXAMPLES
@given(any_routine())
def test_every_row_that_takes_out_a_point_of_the_routine_has_a_place(one: Routine) -> None:
    """A row that the screen would use against one of the points is one whose question is asked."""
    book = asking(one)
    points = {step.point for step in made_set(one).steps}
    for other in OFFERED.values():
        if points & {step.point for step in other.steps}:
            dropped = book.without_a_place[one.complaint] - catalogue().without_a_place[other.complaint]
            for rule in dropped:
                touched = _points_taken_out(rule)
                assert not touched & points, (rule, other.complaint)


def _points_taken_out(rule: RuleId) -> set[str]:
    found: set[str] = set()
    for limit in catalogue().rule(rule).limits:
        for region in getattr(limit, "regions", ()):
            found |= set(regions().points(region))
        found |= set(getattr(limit, "points", ()))
    return found


# --- What comes out


@pytest.mark.slow
@pytest.mark.parametrize("stage", DoseStage)
@EXAMPLES
@given(any_routine(), complete_answers(), st.sampled_from(Side), st.integers(18, 90))
def test_no_routine_gets_more_than_its_clearance(
    stage: DoseStage, one: Routine, answers: Answers, first: Side, years: int
) -> None:
    context = person(one.complaint, years)
    result = screen(asking(one), atlas(), regions(), near(), context, answers)
    if not isinstance(result, Cleared):
        return
    wanted, clearance = made_set(one), result.clearance
    made = plan(wanted, clearance, atlas(), regions(), Choices(stage=stage, first_side=first))
    if isinstance(made, PlanRefusal):
        assert made.reason is RefusalReason.NOTHING_LEFT
        return
    check_plan(one, made, clearance=result)


def check_plan(one: Routine, made: Plan, clearance: Cleared) -> None:
    limits = clearance.clearance
    of_step = {(step.point, site): step for step in one.presses for site in step.sides.sites()}
    seen = set()
    for site in made.steps:
        where = (site.point, site.side)
        assert where not in seen
        seen.add(where)
        mine = of_step[where]
        assert where not in sites(limits)
        assert limits.only_points is None or site.point in limits.only_points
        assert site.felt_pressure <= min(
            mine.felt_pressure, cap_at(limits, site.point), pressure_limit(atlas()[site.point])
        )
        longest = min(mine.hold_seconds, limits.max_hold_seconds, seconds_limit(atlas()[site.point]))
        assert site.hold_seconds <= max(10, longest)
        if limits.halve_holds_by:
            assert site.hold_seconds <= max(10, mine.hold_seconds // 2)
        if made.stage is DoseStage.FIRST_WEEK:
            assert site.hold_seconds <= max(10, mine.hold_seconds // 2)
        assert site.site_seconds_max <= limits.max_hold_seconds
        assert not (limits.no_tools_by and site.technique is Technique.THUMBS_OR_SOFT_FISTS)
        if limits.breathing is BreathingGuide.OFF_BY_DEFAULT:
            assert site.breathing is not StepBreathing.OWN
            assert site.pattern is None
        if limits.breath_holds_off_by:
            assert site.pattern is None or not site.pattern.has_holds
    left_out = {(out.point, out.side) for out in made.left_out}
    assert seen | left_out == set(of_step)
    assert all(out.replaced_by is None for out in made.left_out), "nothing comes in that nobody chose"
    assert [exercise.title for exercise in made.exercises] == [step.title for step in one.exercises]
    assert all(0 <= exercise.after_order <= len(made.steps) for exercise in made.exercises)
    assert made.routine == one.id
    assert made.protocol == protocol_of(one.id)


@pytest.mark.slow
@pytest.mark.parametrize("complaint", sorted(OFFERED))
def test_a_routine_of_every_pressable_point_holds_no_forbidden_site(complaint: str) -> None:
    """The tables, typed a second time, against routines that press all there is, as hard as can be."""
    codes = [point for point in atlas() if point.pressability.value in ("yes", "light_only")]
    routines = [
        routine(
            *(
                press(point.code, number, seconds_limit(point), pressure_limit(point))
                for number, point in enumerate(codes[start : start + 50], start=2)
            ),
            complaint=complaint,
        )
        for start in range(0, len(codes), 50)
    ]
    sets = [made_set(one) for one in routines]
    compared = 0
    for given_answers in risky_answers():
        asked = asked_for(Case(complaint, 76, given_answers))
        result = result_of(Case(complaint, 76, given_answers)) if asked.worst == "allow" else None
        if not isinstance(result, Cleared):
            continue
        for one, wanted in zip(routines, sets, strict=True):
            made = plan(wanted, result.clearance, atlas(), regions(), Choices(stage=DoseStage.USUAL))
            if isinstance(made, PlanRefusal):
                continue
            compared += 1
            check_plan(one, made, result)
            for site in made.steps:
                assert (site.point, site.side) not in asked.forbidden, (given_answers, site.point)
                assert site.felt_pressure <= asked.caps_at(site.point)[1], (given_answers, site.point)
    assert compared > 20


def test_in_pregnancy_only_the_gentle_points_are_left_of_any_routine() -> None:
    mine = routine(press("LI4", 2, 120, 5), press("PC6", 3, 90, 3), press("SP6", 4), press("GB21", 5, 30, 3))
    book = asking(mine)
    answers = Answers(
        {catalogue().question("today_pregnant").id: Reply.YES}  # type: ignore[arg-type]
    )
    context = person("calm")
    while asked := next_questions(book, regions(), context, answers, {}):
        for question in asked:
            answers = answers.with_answer(question.id, harmless(question))
    result = screen(book, atlas(), regions(), near(), context, answers)
    assert isinstance(result, Cleared)
    assert result.clearance.only_points is not None
    made = plan(made_set(mine), result.clearance, atlas(), regions(), Choices(stage=DoseStage.USUAL))
    assert isinstance(made, Plan)
    assert {step.point for step in made.steps} == {"PC6"}
    assert all(step.felt_pressure <= 3 for step in made.steps)


def test_a_clearance_for_another_complaint_opens_no_routine() -> None:
    mine = made_set(routine(press("PC6", 2), complaint="neck_shoulder"))
    context = person("knee")
    answers = Answers()
    while asked := next_questions(catalogue(), regions(), context, answers, {}):
        for question in asked:
            answers = answers.with_answer(question.id, harmless(question))
    result = screened(context, answers)
    assert isinstance(result, Cleared)
    refused = plan(mine, result.clearance, atlas(), regions(), Choices())
    assert isinstance(refused, PlanRefusal)
    assert refused.reason is RefusalReason.OTHER_COMPLAINT


def cleared_for(complaint: str) -> Cleared:
    context: ScreenContext = person(complaint)
    answers = Answers()
    while asked := next_questions(catalogue(), regions(), context, answers, {}):
        for question in asked:
            answers = answers.with_answer(question.id, harmless(question))
    result = screened(context, answers)
    assert isinstance(result, Cleared)
    return result


def test_exercises_keep_their_place_where_a_point_is_left_out() -> None:
    mine = routine(
        stretch(2, "First"), press("LI4", 3), stretch(4, "Second"), press("PC6", 5), stretch(6, "Last")
    )
    result = cleared_for("calm")
    only = replace(result.clearance, only_points=(mine.presses[1].point,), only_points_by=RuleId("PR2"))
    made = plan(made_set(mine), only, atlas(), regions(), Choices())
    assert isinstance(made, Plan)
    assert [(one.title, one.after_order) for one in made.exercises] == [
        ("First", 0),
        ("Second", 0),
        ("Last", 2),
    ]


def test_a_shorter_way_through_a_routine_keeps_its_exercises() -> None:
    mine = made_set(routine(press("LI4", 2), press("PC6", 3), stretch(4, "Last")))
    shorter = replace(mine, steps=mine.steps[:1])
    made = plan(shorter, cleared_for("calm").clearance, atlas(), regions(), Choices())
    assert isinstance(made, Plan)
    assert [(one.title, one.after_order) for one in made.exercises] == [("Last", 2)]


@pytest.mark.slow
@EXAMPLES
@given(any_routine(), complete_answers())
def test_the_mirrored_person_gets_the_mirrored_routine(one: Routine, answers: Answers) -> None:
    """Left for right is the worst mistake: sides that were chosen alone turn with the person."""
    turned = {RoutineSides.LEFT: RoutineSides.RIGHT, RoutineSides.RIGHT: RoutineSides.LEFT}
    other = replace(
        one,
        steps=tuple(
            replace(step, sides=turned.get(step.sides, step.sides)) if isinstance(step, PressStep) else step
            for step in one.steps
        ),
    )
    context = person(one.complaint)
    here = screen(asking(one), atlas(), regions(), near(), context, answers)
    there = screen(asking(other), atlas(), regions(), near(), context, answers.mirrored())
    assert type(here) is type(there)
    if not (isinstance(here, Cleared) and isinstance(there, Cleared)):
        return
    left = plan(made_set(one), here.clearance, atlas(), regions(), Choices(first_side=Side.LEFT))
    right = plan(made_set(other), there.clearance, atlas(), regions(), Choices(first_side=Side.RIGHT))
    assert type(left) is type(right)
    if isinstance(left, Plan) and isinstance(right, Plan):
        assert [(step.point, step.side.mirrored, step.hold_seconds) for step in left.steps] == [
            (step.point, step.side, step.hold_seconds) for step in right.steps
        ]


def test_a_step_starts_no_guide_that_is_off_by_rule() -> None:
    mine = routine(
        press("LI4", 2, breathing=StepBreathing.OWN, pattern=OWN_BREATH),
        press("PC6", 3, breathing=StepBreathing.OFF),
    )
    result = cleared_for("calm")
    quiet = replace(result.clearance, breathing=BreathingGuide.OFF_BY_DEFAULT)
    for clearance, first in ((result.clearance, StepBreathing.OWN), (quiet, StepBreathing.AS_SET)):
        made = plan(made_set(mine), clearance, atlas(), regions(), Choices())
        assert isinstance(made, Plan)
        assert [step.breathing for step in made.steps] == [first, first, StepBreathing.OFF, StepBreathing.OFF]
        assert (made.steps[0].pattern is None) is (first is StepBreathing.AS_SET)


def test_a_step_holds_no_breath_where_none_may_be_held() -> None:
    held = BreathPattern(4.0, 6.0, 1.0, 0.5)
    mine = routine(press("LI4", 2, breathing=StepBreathing.OWN, pattern=held))
    result = cleared_for("calm")
    plain = replace(result.clearance, breath_holds_off_by=())
    none_held = replace(result.clearance, breath_holds_off_by=(RuleId("L17"),))
    for clearance, pattern in ((plain, held), (none_held, held.without_holds)):
        made = plan(made_set(mine), clearance, atlas(), regions(), Choices())
        assert isinstance(made, Plan)
        assert {step.pattern for step in made.steps} == {pattern}


def test_pain_that_rose_after_the_set_or_the_routine_holds_back_the_routine() -> None:
    result = cleared_for("neck_shoulder")
    mine = protocol_of(key(1))
    for paused in (mine, "P01"):
        seen = Watched(paused_sets=((type(mine)(paused), RuleId("W03")),))
        held_back = narrowed(result, seen, catalogue(), atlas(), regions(), mine)
        assert isinstance(held_back, NotCleared)
        soft = Watched(soft_sets=((type(mine)(paused), RuleId("W02")),))
        softer = narrowed(result, soft, catalogue(), atlas(), regions(), mine)
        assert isinstance(softer, Cleared)
        assert any(cap.max_felt_pressure == 3 and not cap.regions for cap in softer.clearance.pressure_caps)
    other = Watched(paused_sets=((mine, RuleId("W03")),))
    assert isinstance(narrowed(result, other, catalogue(), atlas(), regions()), Cleared)
