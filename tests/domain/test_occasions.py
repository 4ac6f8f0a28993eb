"""An occasion only ever takes away: points, seconds, pressure. Whatever was answered."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.occasion_files import read_occasions
from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.ids import OccasionId, PointCode, ProtocolId
from acupress_desktop.domain.occasions import LOW_ENERGY, Occasion, Place, Room, Voice, ease
from acupress_desktop.domain.plans import CALM, Choices, PlanRefusal, plan
from acupress_desktop.domain.protocols import DoseStage, Form, Part, Plan, Protocol
from acupress_desktop.domain.safety.answers import Answers
from acupress_desktop.domain.safety.outcome import Cleared
from acupress_desktop.domain.safety.person import ScreenContext
from acupress_desktop.domain.sides import PainSide, Side
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.machine import prepare
from tests.domain.safety.oracle import Case, asked_for
from tests.domain.safety.oracle_answers import risky_answers
from tests.domain.safety.oracle_check import SETS, result_of, wrong_with_plan
from tests.domain.safety.strategies import complete_answers, contexts
from tests.domain.safety.test_laws import cap_at, sites
from tests.domain.safety.world import all_no, atlas, person, protocols, regions, screened
from tests.examples import examples

SIGNS = st.sampled_from([*Part, None])


@cache
def occasions() -> tuple[Occasion, ...]:
    return read_occasions(asset_root(), protocols())


def offered() -> list[Protocol]:
    return [one for one in protocols() if one.offered]


def parts_of(one: Protocol) -> tuple[Part | None, ...]:
    parts = tuple(dict.fromkeys(step.part for step in one.steps if step.part is not None))
    return parts or (None,)


def made_of(occasion: Occasion, used: Protocol) -> Protocol:
    wanted = occasion.set_for(used.id)
    return next(one for one in protocols() if one.id == wanted)


def healthy(one: Protocol, eased: Protocol, stage: DoseStage, part: Part | None = None) -> Plan:
    context = person(one.complaint)
    result = screened(context, all_no(context))
    assert isinstance(result, Cleared)
    made = plan(eased, result.clearance, atlas(), regions(), Choices(stage=stage, part=part))
    assert isinstance(made, Plan)
    return made


# --- What is in the file ----------------------------------------------------------------------------------


def test_there_is_one_for_each_occasion_that_people_name() -> None:
    assert [one.id for one in occasions()][:7] == [
        "low_energy",
        "desk",
        "before_exercise",
        "after_exercise",
        "flare_up",
        "morning_stiffness",
        "wind_down",
    ]


@pytest.mark.parametrize("used", [one.id for one in protocols() if one.offered])
def test_low_energy_is_three_points_and_at_most_four_minutes_of_whichever_set(used: str) -> None:
    occasion = next(one for one in occasions() if one.id == LOW_ENERGY)
    one = next(each for each in protocols() if each.id == used)
    assert (occasion.protocols, occasion.voice, occasion.room) == ((), Voice.BRIEF, Room.DIM)
    for part in parts_of(one):
        eased = ease(one, occasion, part)
        assert eased is not None
        there = [step for step in one.steps if step.part in (None, part)]
        assert len(eased.steps) == min(3, len(there))
        assert healthy(one, eased, DoseStage.USUAL, part).total_seconds <= 4 * 60


@pytest.mark.parametrize("used", [one.id for one in protocols() if one.offered])
def test_at_a_desk_it_is_two_minutes_of_hands_and_neck(used: str) -> None:
    occasion = next(one for one in occasions() if one.id == "desk")
    one = made_of(occasion, next(each for each in protocols() if each.id == used))
    eased = ease(one, occasion)
    assert eased is not None
    assert {str(atlas()[step.point].region) for step in eased.steps} == {"hand-dorsum", "neck-posterior"}
    assert healthy(one, eased, DoseStage.USUAL).total_seconds <= 120


@pytest.mark.parametrize("occasion", occasions(), ids=lambda one: one.id)
def test_each_says_that_nobody_has_tested_it_and_what_is_our_own_choice(occasion: Occasion) -> None:
    assert occasion.tested.startswith("Nobody has tested")
    assert occasion.ours.startswith("Our own choice")


def test_breaths_are_slower_only_for_winding_down_and_never_quicker_than_usual() -> None:
    patterns = {one.id: one.pattern for one in occasions() if one.pattern is not None}
    assert list(patterns) == ["wind_down"]
    slow = patterns[OccasionId("wind_down")]
    assert slow is not None
    assert 4 <= slow.breaths_per_minute < USUAL.breaths_per_minute


@pytest.mark.parametrize("used", [one.id for one in protocols() if one.offered])
def test_on_a_bad_day_no_point_lies_in_the_place_that_hurts(used: str) -> None:
    from tests.domain.safety.world import catalogue

    occasion = next(one for one in occasions() if one.place is Place.AWAY_FROM_SORE)
    one = next(each for each in protocols() if each.id == used)
    places = catalogue().complaint(one.complaint).regions
    sore = {point for place in places for point in regions().points(place)}
    eased = ease(made_of(occasion, one), occasion, None, sore)
    assert eased is not None
    assert not {step.point for step in eased.steps} & sore
    assert all(step.felt_pressure <= 2 for step in eased.steps)


# --- It only takes away -----------------------------------------------------------------------------------


def any_occasion() -> st.SearchStrategy[Occasion]:
    """One of the file, or one that nobody has thought of."""
    points = sorted({step.point for one in protocols() for step in one.steps})
    invented = st.builds(
        lambda chosen, count, seconds, pressure, place: Occasion(
            OccasionId("invented"),
            "x",
            "x",
            (),
            tuple(chosen),
            count,
            seconds,
            pressure,
            Voice.AS_SET,
            Room.AS_SET,
            None,
            place,
            ("x",),
            "x",
            "x",
        ),
        st.lists(st.sampled_from(points), max_size=8, unique=True),
        st.integers(1, 10),
        st.integers(10, 300),
        st.integers(1, 10),
        st.sampled_from(Place),
    )
    return st.one_of(st.sampled_from(occasions()), invented)


@examples(2.0)
@given(
    any_occasion(),
    st.sampled_from(protocols()),
    SIGNS,
    st.sets(st.sampled_from([point.code for point in atlas()]), max_size=60),
)
def test_easing_never_adds_a_point_a_second_or_pressure(
    occasion: Occasion, one: Protocol, part: Part | None, sore: set[PointCode]
) -> None:
    eased = ease(one, occasion, part, sore)
    if eased is None:
        return
    was = {step.point: step for step in one.steps}
    assert 1 <= len(eased.steps) <= min(len(one.steps), occasion.points_max)
    for step in eased.steps:
        before = was[step.point]
        assert step.hold_seconds <= min(before.hold_seconds, occasion.hold_seconds_max)
        if before.short_hold_seconds is not None:
            assert (step.short_hold_seconds or step.hold_seconds) <= before.short_hold_seconds
        assert step.felt_pressure <= min(before.felt_pressure, occasion.felt_pressure_max)
        assert (step.sides, step.technique, step.left_out_by) == (
            before.sides,
            before.technique,
            before.left_out_by,
        )
        assert step.replacements == ()
        assert occasion.place is Place.ANYWHERE or step.point not in sore
    assert (eased.id, eased.complaint, eased.evidence) == (one.id, one.complaint, one.evidence)


@examples(1.0)
@given(
    any_occasion(),
    contexts(),
    complete_answers(),
    st.builds(
        Choices,
        stage=st.sampled_from(DoseStage),
        form=st.sampled_from(Form),
        first_side=st.sampled_from(Side),
        painful_side=st.sampled_from(PainSide),
        part=SIGNS,
    ),
)
def test_whatever_was_answered_the_plan_is_within_the_plan_of_the_set_and_begins(
    occasion: Occasion, context: ScreenContext, answers: Answers, choices: Choices
) -> None:
    result = screened(context, answers)
    if not isinstance(result, Cleared):
        return
    clearance = result.clearance
    for one in offered():
        if one.complaint != context.complaint and one.id != CALM:
            continue
        whole = plan(one, clearance, atlas(), regions(), choices)
        eased = ease(one, occasion, choices.part)
        if eased is None:
            continue
        made = plan(eased, clearance, atlas(), regions(), choices)
        if isinstance(made, PlanRefusal):
            continue
        assert isinstance(whole, Plan), "where the set has nothing, the occasion has nothing"
        held = {(step.point, step.side): step for step in whole.steps}
        for step in made.steps:
            assert (step.point, step.side) in held
            before = held[step.point, step.side]
            assert step.hold_seconds <= before.hold_seconds
            assert step.site_seconds_max <= before.site_seconds_max
            assert step.felt_pressure <= min(before.felt_pressure, cap_at(clearance, step.point))
            assert (step.point, step.side) not in sites(clearance)
        assert made.total_seconds <= whole.total_seconds
        prepare(clearance, made, USUAL, Instant(0.0, 0.0))


@pytest.mark.slow
@pytest.mark.parametrize("complaint", sorted(SETS))
def test_no_occasion_of_any_set_holds_a_forbidden_site(complaint: str) -> None:
    """The exhaustive answers, each against the tables that were typed a second time."""
    wrong: list[object] = []
    made_any = 0
    for given_answers in risky_answers():
        case = Case(complaint, 76, given_answers)
        asked = asked_for(case)
        if asked.worst != "allow":
            continue
        result = result_of(case)
        if not isinstance(result, Cleared):
            continue
        for occasion in occasions():
            one = made_of(occasion, SETS[complaint])
            if one.complaint != complaint and one.id != CALM:
                continue
            for part in parts_of(one):
                eased = ease(one, occasion, part)
                if eased is None:
                    continue
                made = plan(eased, result.clearance, atlas(), regions(), Choices(part=part))
                if isinstance(made, Plan):
                    made_any += 1
                    if problem := wrong_with_plan(asked, made, eased):
                        wrong.append((given_answers, occasion.id, problem))
    assert made_any > 100
    assert wrong == []


def test_a_set_keeps_its_own_rule_for_whom_it_is_made() -> None:
    desk = next(one for one in occasions() if one.id == "desk")
    assert desk.set_for(ProtocolId("P05")) == "P05"
    assert desk.set_for(ProtocolId("P09")) == "P01"
