"""The screen end to end, on the real rows: what a person gets who answers this or that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.safety.outcome import BreathingGuide, OutcomeKind, Unanswered, Urgency
from acupress_desktop.domain.safety.person import CanBePregnant
from acupress_desktop.domain.sides import Side, SiteSide
from tests.domain.safety.world import all_no, answers_of, atlas, catalogue, cleared, person, refused, screened

OFFERED = tuple(one.id for one in catalogue().complaints if one.protocol is not None)


@pytest.mark.parametrize("complaint", OFFERED)
@pytest.mark.parametrize("can_be_pregnant", [CanBePregnant.YES, CanBePregnant.NO])
@pytest.mark.parametrize("age_years", [18, 44, 60, 80])
def test_only_noes_give_leave_without_limits(
    complaint: str, can_be_pregnant: CanBePregnant, age_years: int
) -> None:
    context = person(complaint, age_years, can_be_pregnant)
    result = cleared(screened(context, all_no(context)))
    assert result.kind is OutcomeKind.ALLOW
    assert result.urgency is None
    assert result.clearance.messages == ()
    assert result.clearance.pressure_caps == ()
    assert result.clearance.only_points is None
    assert {site.rule for site in result.clearance.blocked_sites} == {"A01"}


def test_points_for_study_only_are_never_cleared_for_anybody() -> None:
    context = person()
    blocked = {site.point for site in cleared(screened(context, all_no(context))).clearance.blocked_sites}
    never = {point.code for point in atlas() if point.pressability is Pressability.NEVER}
    assert len(never) == 68
    assert never <= blocked


@pytest.mark.parametrize("complaint", ["chest", "belly"])
def test_no_session_is_ever_offered_for_chest_or_belly(complaint: str) -> None:
    context = person(complaint)
    result = refused(screened(context, all_no(context)))
    assert (result.kind, result.urgency) == (OutcomeKind.REFER, Urgency.SAME_DAY)


def test_without_answers_there_is_no_clearance_and_every_question_is_named() -> None:
    result = screened(person(), answers_of({}))
    assert isinstance(result, Unanswered)
    assert result.questions[0] == "today_emergency"
    assert {"today_leg", "blood_thinner", "neck_shoulder_neck_history"} <= set(result.questions)


def test_one_missing_answer_is_enough_to_give_no_clearance() -> None:
    context = person()
    answers = all_no(context)
    for question in answers:
        assert screened(context, answers.without([question])) == Unanswered((question,))


def test_an_emergency_stands_however_much_is_unanswered() -> None:
    result = refused(screened(person(), answers_of({"today_emergency": ["E02", "E10"]})))
    assert (result.kind, result.urgency) == (OutcomeKind.EMERGENCY, Urgency.NOW)
    assert len(result.messages) == 1
    assert {"E02", "E10"} <= set(result.rules)


def test_numbness_of_unknown_onset_is_for_today() -> None:
    result = refused(screened(person(), answers_of({"today_numb_weak": "yes"})))
    assert result.urgency is Urgency.SAME_DAY
    slow = {"today_numb_weak": "yes", "today_numb_weak_sudden": "no"}
    assert refused(screened(person(), answers_of(slow))).urgency is Urgency.URGENT_WITHIN_DAYS


def test_a_sore_right_hand_is_left_out_and_does_not_press() -> None:
    context = person()
    given = answers_of({"today_skin_injury": [{"region": "hand-dorsum", "side": "right"}]})
    clearance = cleared(screened(context, all_no(context, given))).clearance
    blocked = {(site.point, site.side) for site in clearance.blocked_sites if site.rule == "L08"}
    assert clearance.hands_not_to_press_with == (Side.RIGHT,)
    assert ("LI4", SiteSide.RIGHT) in blocked
    assert ("LI4", SiteSide.LEFT) in blocked, "only the right hand can press it"
    assert ("PC6", SiteSide.LEFT) in blocked
    assert ("PC6", SiteSide.RIGHT) not in blocked
    assert ("SP6", SiteSide.LEFT) not in blocked
    assert ("EX-HN3", SiteSide.MIDLINE) not in blocked


def test_two_sore_hands_have_nothing_to_press_with() -> None:
    context = person()
    both = [{"region": "palm", "side": "left"}, {"region": "finger-thumb", "side": "right"}]
    result = refused(screened(context, all_no(context, answers_of({"today_skin_injury": both}))))
    assert result.kind is OutcomeKind.POSTPONE


def test_a_blood_thinner_means_softer_shorter_and_no_tools() -> None:
    for answer in ("yes", "unsure"):
        context = person("headache")
        result = cleared(screened(context, all_no(context, answers_of({"blood_thinner": answer}))))
        clearance = result.clearance
        assert result.kind is OutcomeKind.ALLOW_WITH_LIMITS
        assert [(cap.max_felt_pressure, cap.regions, cap.rule) for cap in clearance.pressure_caps] == [
            (3, (), "L01")
        ]
        assert clearance.halve_holds_by == clearance.no_tools_by == ("L01",)
        assert clearance.advise_clinician


def test_pregnancy_leaves_three_points_sixty_seconds_and_pressure_three() -> None:
    for answer in ("yes", "unsure"):
        context = person("stress")
        given = answers_of({"today_pregnant": answer, "today_pregnant_signs": []})
        clearance = cleared(screened(context, all_no(context, given))).clearance
        blocked = {site.point for site in clearance.blocked_sites}
        assert {point.code for point in atlas()} - blocked == {"EX-HN3", "PC6", "HT7"}
        assert clearance.only_points is not None
        assert set(clearance.only_points) == {"EX-HN3", "PC6", "HT7"}
        assert (clearance.max_hold_seconds, clearance.max_hold_by) == (60, ("PR2",))
        assert clearance.pressure_caps[0].max_felt_pressure == 3


def test_see_allows_a_session_and_asks_for_an_appointment() -> None:
    context = person()
    result = cleared(screened(context, all_no(context, answers_of({"worse_for_weeks": "yes"}))))
    assert (result.kind, result.urgency) == (OutcomeKind.ALLOW_WITH_LIMITS, Urgency.ROUTINE)
    assert result.clearance.advise_clinician


def test_not_sure_about_a_limit_means_tell_your_clinician_and_press_softly() -> None:
    context = person()
    result = cleared(screened(context, all_no(context, answers_of({"thin_bones": "unsure"}))))
    assert [(cap.max_felt_pressure, cap.rule) for cap in result.clearance.pressure_caps] == [(3, "L07")]
    assert result.clearance.blocked_regions == ()
    assert result.clearance.advise_clinician


def test_not_sure_about_sore_skin_still_gives_a_soft_session() -> None:
    context = person()
    given = answers_of({"today_skin_injury": "unsure", "today_injury_signs": []})
    result = cleared(screened(context, all_no(context, given)))
    assert {cap.max_felt_pressure for cap in result.clearance.pressure_caps} == {3}
    assert result.clearance.hands_not_to_press_with == ()


def test_not_sure_where_leaves_nothing_to_press() -> None:
    context = person()
    given = answers_of({"numb_area": "yes", "numb_area_where": "unsure"})
    clearance = cleared(screened(context, all_no(context, given))).clearance
    assert {site.point for site in clearance.blocked_sites} == {point.code for point in atlas()}


def test_breathing_guide_stays_off_for_those_whom_it_may_trouble() -> None:
    context = person()
    clearance = cleared(
        screened(context, all_no(context, answers_of({"breathing_conditions": "yes"})))
    ).clearance
    assert clearance.breathing is BreathingGuide.OFF_BY_DEFAULT
    assert clearance.breath_holds_off_by == ("L21",)


@pytest.mark.parametrize("answer", ["yes", "unsure"])
@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("today_pregnant", "PR2"),
        ("heart_condition", "L17"),
        ("breathing_conditions", "L21"),
        ("eye_condition", "L23"),
    ],
)
def test_no_breath_is_held_by_those_whom_it_may_harm_or_who_do_not_know(
    question: str, rule: str, answer: str
) -> None:
    context = person("calm")
    clearance = cleared(screened(context, all_no(context, answers_of({question: answer})))).clearance
    assert clearance.breath_holds_off_by == (rule,)


def test_a_healthy_person_may_hold_a_breath_and_two_reasons_are_both_named() -> None:
    context = person("headache")
    assert cleared(screened(context, all_no(context))).clearance.breath_holds_off_by == ()
    both = answers_of({"heart_condition": "yes", "breathing_conditions": "yes"})
    assert cleared(screened(context, all_no(context, both))).clearance.breath_holds_off_by == ("L17", "L21")


def test_a_reminder_that_only_keeps_breath_from_being_held_can_be_ticked_and_still_does() -> None:
    context = replace(person("headache"), checked=(RuleId("L17"),))
    clearance = cleared(screened(context, all_no(context, answers_of({"heart_condition": "yes"})))).clearance
    assert clearance.messages == ()
    assert clearance.breath_holds_off_by == ("L17",)


def test_a_ticked_reminder_goes_and_its_limits_stay() -> None:
    context = person("knee")
    answers = all_no(context, answers_of({"walking_leg_pain": "yes"}))
    before = cleared(screened(context, answers))
    after = cleared(screened(replace(context, checked=(before.clearance.messages[0].rule,)), answers))
    assert before.urgency is Urgency.ROUTINE
    assert after.urgency is None
    assert after.clearance.messages == ()
    assert after.clearance.blocked_sites == before.clearance.blocked_sites


def test_what_a_limit_asks_of_the_hands_is_told_again_after_the_tick() -> None:
    for given, rule in (
        ({"today_pregnant": "yes"}, "PR2"),
        ({"blood_thinner": "yes"}, "L01"),
        ({"thin_bones": "yes"}, "L07"),
    ):
        context = replace(person("calm"), checked=(RuleId(rule),))
        told = cleared(screened(context, all_no(context, answers_of(given)))).clearance.messages
        assert [message.rule for message in told] == [rule]


def test_a_ticked_advice_without_limits_goes() -> None:
    context = replace(person(), checked=(RuleId("R02b"),))
    told = cleared(screened(context, all_no(context, answers_of({"long_pain_unchecked": "yes"}))))
    assert told.clearance.messages == ()
