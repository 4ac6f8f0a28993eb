"""Nothing of the source table is missing, and nothing that a row blocks is ever left to press.

The lists here are typed from the source pages, not read from the data files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatch

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.ids import QuestionId, RegionId, RuleId
from acupress_desktop.domain.safety.answers import Answer, Choice, Reply, Ticks
from acupress_desktop.domain.safety.conditions import DuringSession, questions_in
from acupress_desktop.domain.safety.outcome import Cleared, NotCleared, Unanswered, Urgency
from acupress_desktop.domain.safety.questions import Asked, Question, QuestionKind
from acupress_desktop.domain.safety.rules import (
    ActionKind,
    BlockTapped,
    BreathHoldsOff,
    BreathingOff,
    Cap,
    HalveHolds,
    MaxHold,
    NoTools,
    Reach,
    Unsure,
)
from acupress_desktop.session.machine import MORE_PAIN_POINTS
from acupress_desktop.words.stop_card import STOP_SYMPTOMS, advice
from tests.domain.safety.world import (
    all_no,
    answers_of,
    catalogue,
    cleared,
    content,
    person,
    protocols,
    refused,
    regions,
    screened,
)

ROWS = [
    *(f"E{number:02}" for number in range(1, 19)),
    *("E07b", "E11b"),
    *(f"R{number:02}" for number in range(1, 15)),
    "R02b",
    *(f"L{number:02}" for number in range(1, 27)),
    *("A01", "S01", "PR1", "PR2"),
]

# How each row ends the check, typed from the tables and rulings. Rows with letters are split halves.
ENDS = {
    "emergency": (
        "E00 E01 E02 E03 E04 E05 E06 E07 E08 E09 E10 E11 E12 E13 E14 E15 E16 E17 E18 R11b R13 HA03 HA13"
    ),
    "refer_same_day": "E07b E11b R01b R04 R06 R09 R10 R12 LB1 LB2 LB3 KN1 NV1 CX1 PR1 PR3 L04 L12b L17b L20",
    "refer_urgent": ("R01 R02c R03 R14 LB5 HA01 HA02 HA05 HA07 HA08 HA09 HA10 HA11 HA12 HA14 HA16 PM1 JA1"),
    "block_session": "R05 R07 R08 L03 L08b",
    "see": "R02 R11 LB4 HA06 HA15 PM2 MS1 MS2 SL1 SL2",
    "advise": (
        "R02b R08b NS1 PR2 PP1 PP2 L01 L02 L03b L05 L05b L06 L07 L10 L11 L12 L14 L15 L15b L16 L17 L21 L24"
    ),
    "limit": "L08 L09 L13 L18 L19 L22 L23 L25 L26 A01",
    "stop": "S01",
}
LEGS = ("legs",)
CAPS: dict[str, tuple[int, tuple[str, ...]]] = {
    **dict.fromkeys(("L03b",), (2, ())),
    **dict.fromkeys(("L05b", "L12", "L24", "R11", "PP2"), (2, LEGS)),
    **dict.fromkeys(("L01", "L07", "L11", "L15", "L15b", "PR2"), (3, ())),
    **dict.fromkeys(("L02", "L10", "L14", "R08b"), (4, ())),
}
REACHES = {
    "L06": Reach.LIMB_OR_PART,
    "L09": Reach.WITHIN_50_MM,
    "L10": Reach.LIMB_AND_QUADRANT,
    "L13": Reach.WITHIN_100_MM,
    **dict.fromkeys(("L08", "L11", "L12", "L14", "L18", "L19"), Reach.PLACE),
}
# Rulings: not sure is yes for every E, R and complaint row, pregnancy, blood thinner and leg clots.
NOT_SURE_IS_SOFT = (
    "L02 L03 L05 L06 L07 L08 L08b L09 L10 L11 L12 L12b L13 L14 L15b L16 L17 L18 L19 L20 L21 L22 L23 L24 L25 "
    "L26"
)

TODAY = (
    "today_emergency",
    "today_numb_weak",
    "today_ill",
    "today_leg",
    "today_skin_injury",
    "today_pregnant",
    "today_changed",
)

COMPLAINTS = {
    "neck_shoulder": "P01",
    "low_back": "P02",
    "low_back_tired": "P03",
    "low_back_local": "P04",
    "headache": "P05",
    "migraine": "P06",
    "period_cramps": "P07",
    "jaw": "P08",
    "knee": "P09",
    "nerve": "P10",
    "muscle_soreness": "P11",
    "sleep": "P12",
    "stress": "P13",
    "tiredness": "P14",
    "queasy": "P15",
    "calm": "P16",
}

# The words of section 3.4 of the table, as corrections A3 spells them out.
WORDS = {
    "neck": ("neck-anterior", "neck-posterior", "=TE17", "=SI15", "=EX-B1", "=X-ANMIAN"),
    "eye": ("face-eye", "face-brow", "=ST2"),
    "legs": ("thigh-*", "knee-*", "leg-*", "ankle-*", "foot-*", "toe-*"),
    "feet": ("foot-*", "toe-*", "ankle-*"),
    "spine": ("back-upper", "back-spine", "lumbar", "sacral"),
    "ribs": ("chest-*", "flank"),
    "abdomen": ("abdomen-*",),
    "head": ("head-*",),
}

# (question, answer, rule, words that the row takes out whole)
BLOCKS = [
    ("past_clot", "yes", "L05", ("legs",)),
    ("thin_bones", "yes", "L07", ("spine", "ribs")),
    ("artery_or_stroke", "yes", "L16", ("neck",)),
    ("belly_condition", "yes", "L22", ("abdomen",)),
    ("eye_condition", "yes", "L23", ("eye",)),
    ("leg_arteries", "yes", "L24", ("feet",)),
    ("head_condition", "yes", "L25", ("head", "neck")),
    ("hip_limits", "yes", "L26", ("feet",)),
    ("walking_leg_pain", "yes", "R11", ("feet",)),
    ("recent_birth", "yes_caesarean", "PP2", ("abdomen",)),
]


def points() -> list[dict[str, object]]:
    lines = (asset_root() / "atlas" / "points.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def codes_of(word: str) -> set[object]:
    wanted = WORDS[word]
    return {
        point["code"]
        for point in points()
        if any(fnmatch(str(point["region"]), one) or f"={point['code']}" == one for one in wanted)
    }


def test_every_row_of_the_source_table_is_there() -> None:
    assert set(ROWS) <= {rule.id for rule in catalogue().rules}


def test_every_row_ends_as_the_source_says() -> None:
    typed = {rule: end for end, rules in ENDS.items() for rule in rules.split()}
    found = {}
    for rule in catalogue().rules:
        soon = {Urgency.SAME_DAY: "_same_day", Urgency.URGENT_WITHIN_DAYS: "_urgent"}
        ends = rule.action.kind.value
        found[rule.id] = ends + (soon[rule.action.urgency] if ends == "refer" and rule.action.urgency else "")
    assert found == typed


def test_the_caps_and_limits_of_a_row_are_those_of_the_source() -> None:
    limits = [(str(rule.id), limit) for rule in catalogue().rules for limit in rule.limits]
    caps = {rule: (one.max_felt_pressure, one.regions) for rule, one in limits if isinstance(one, Cap)}
    assert caps == CAPS
    assert {rule for rule, one in limits if isinstance(one, HalveHolds)} == {"L01", "L15"}
    assert {rule for rule, one in limits if isinstance(one, NoTools)} == {"L01"}
    assert {rule for rule, one in limits if isinstance(one, BreathingOff)} == {"L21"}
    assert {rule for rule, one in limits if isinstance(one, BreathHoldsOff)} == {"PR2", "L17", "L23"}
    assert {(rule, one.seconds) for rule, one in limits if isinstance(one, MaxHold)} == {("PR2", 60)}
    assert {rule: one.reach for rule, one in limits if isinstance(one, BlockTapped)} == REACHES
    soft = {rule.id for rule in catalogue().rules if rule.unsure is Unsure.ADVISE_AND_CAP_3}
    assert soft == set(NOT_SURE_IS_SOFT.split())


def test_after_birth_the_leg_questions_cannot_be_left_out() -> None:
    context = person("calm")
    answers = all_no(context, answers_of({"recent_birth": "yes"}))
    for question in ("today_leg", "clot_now"):
        left_out = (QuestionId(question),)
        assert screened(context, answers.without(left_out)) == Unanswered(left_out)
    told = cleared(screened(context, answers)).clearance
    assert [message.rule for message in told.messages] == ["PP1"]
    assert "R04" in refused(screened(context, answers.with_answer(QuestionId("today_leg"), Reply.YES))).rules


def test_a_clot_of_the_past_keeps_the_legs_out_while_one_is_swollen() -> None:
    context = person("knee")
    answers = all_no(context, answers_of({"past_clot": "yes_cleared"}))
    soft = cleared(screened(context, answers)).clearance
    assert [(cap.max_felt_pressure, cap.regions) for cap in soft.pressure_caps] == [(2, LEGS)]
    assert "legs" not in {block.region for block in soft.blocked_regions}
    swollen = answers.with_answer(QuestionId("today_leg"), Reply.YES)
    assert "R04" in refused(screened(context, swollen)).rules
    again = screened(context, answers.with_answer(QuestionId("past_clot"), Choice("yes")))
    assert "legs" in {block.region for block in cleared(again).clearance.blocked_regions}
    past = catalogue().question(QuestionId("past_clot"))
    assert "a leg is swollen" in content().words.option(past, "yes")
    assert "no leg is swollen" in content().words.option(past, "yes_cleared")


@pytest.mark.parametrize("side", ["left", None])
def test_an_operation_at_the_sore_place_is_for_the_team_that_operated(side: str | None) -> None:
    operated = {"recent_surgery": "yes", "recent_surgery_where": [{"region": "knee", "side": side}]}
    knee, jaw = person("knee"), person("jaw")
    sore = refused(screened(knee, all_no(knee, answers_of(operated))))
    assert ("L12b" in sore.rules, sore.urgency) == (True, Urgency.SAME_DAY)
    elsewhere = cleared(screened(jaw, all_no(jaw, answers_of(operated)))).clearance
    assert "L12" in elsewhere.rules
    assert "L12b" not in elsewhere.rules


def test_removed_nodes_take_the_limb_and_the_quadrant_of_that_side() -> None:
    context = person("neck_shoulder")
    tapped = {"lymph_nodes": "yes", "lymph_nodes_where": [{"region": "hand-dorsum", "side": "left"}]}
    clearance = cleared(screened(context, all_no(context, answers_of(tapped)))).clearance
    out = {(site.point, site.side.value) for site in clearance.blocked_sites if site.rule == "L10"}
    assert {(code, "left") for code in ("LI4", "LI10", "HT7", "GB21", "SI11", "LU1", "HT1")} <= out
    across = regions().points(RegionId("chest-midline"))
    assert {code for code, side in out if side == "right"} <= across, "the middle counts with both sides"
    assert not {code for code, _ in out} & {"ST36", "LI20", "GV20"}


def test_a_leg_that_hurts_at_rest_is_asked_wherever_a_set_presses_a_leg() -> None:
    legs = regions().points(RegionId("legs"))
    options = {one.id: one for one in catalogue().question(QuestionId("today_emergency")).options}
    offered = [one for one in protocols() if one.offered]
    pressing = {one.complaint for one in offered if legs & {step.point for step in one.steps}}
    assert len(pressing) > 5
    assert pressing <= set(options["R11b"].complaints)


def test_what_stops_a_session_has_a_key_and_an_advice() -> None:
    stop = catalogue().rule(RuleId("S01"))
    assert (stop.when, stop.action.kind) == (DuringSession(), ActionKind.STOP)
    wanted = {"sharp_pain", "numb", "dizzy", "breathless", "chest", "more_pain", "bruise"}
    assert wanted <= {kind.value for kind in STOP_SYMPTOMS}
    assert all(advice(kind) for kind in STOP_SYMPTOMS)
    assert MORE_PAIN_POINTS == 2


@pytest.mark.parametrize("prefix", ["LB", "HA", "NS", "PM", "JA", "KN", "NV", "MS", "SL", "CX"])
def test_every_complaint_of_section_three_has_rows(prefix: str) -> None:
    assert any(rule.id.startswith(prefix) for rule in catalogue().rules)


def test_the_seven_questions_of_today_come_in_their_order() -> None:
    every_session = [
        question.id
        for question in catalogue().questions
        if question.asked is Asked.EVERY_SESSION and question.only_if is None
    ]
    assert tuple(every_session) == TODAY


def test_complaints_are_the_sixteen_and_the_two_without_a_set() -> None:
    known = {complaint.id: complaint.protocol for complaint in catalogue().complaints}
    assert known == {**COMPLAINTS, "chest": None, "belly": None}


def test_every_emergency_is_on_the_first_screen_or_a_question_of_its_own() -> None:
    first = catalogue().question(QuestionId("today_emergency")).option_ids()
    combined = {"HA03", "HA13"}
    not_sure = {"E00"}
    emergencies = {rule.id for rule in catalogue().rules if rule.action.kind is ActionKind.EMERGENCY}
    assert emergencies - combined - not_sure <= first
    assert {f"E{number:02}" for number in range(1, 19)} <= first


def test_thoughts_of_ending_life_are_asked_in_three_sets_and_the_list_only() -> None:
    options = {one.id: one for one in catalogue().question(QuestionId("today_emergency")).options}
    assert set(options["E14"].complaints) == {"sleep", "stress", "tiredness"}
    asking = [
        question.id
        for question in catalogue().questions
        if any(rule.id == "E14" for rule in catalogue().rules_asking(question.id))
    ]
    assert asking == ["today_emergency", "dark_thoughts"]
    assert catalogue().question(QuestionId("dark_thoughts")).asked is Asked.EVERY_30_DAYS


def test_every_question_is_used_and_has_words() -> None:
    words = content().words
    openers = {
        name for one in catalogue().questions if one.only_if is not None for name in questions_in(one.only_if)
    }
    for question in catalogue().questions:
        used = catalogue().rules_asking(question.id) or question.id in openers
        assert used or question.id in ("age", "can_be_pregnant", "today_changed"), question.id
        assert words.title(question).endswith("?"), question.id
        assert words.why(question), question.id
        for option in question.options:
            assert words.option(question, option.id), (question.id, option.id)


def test_every_row_says_what_to_do_and_where_it_comes_from() -> None:
    for rule in catalogue().rules:
        message = content().words.rule_message(rule)
        assert message, rule.id
        assert "{" not in message, rule.id
        assert rule.sources, rule.id
        unread = {catalogue().source(source).verified.value for source in rule.sources}
        if unread == {"not_verified"}:
            assert rule.from_memory, rule.id


def test_blocks_with_places_say_why() -> None:
    for rule in catalogue().rules:
        if rule.limits and rule.action.kind in (ActionKind.LIMIT, ActionKind.ADVISE, ActionKind.SEE):
            assert content().words.reason(rule.id).startswith("because ") or rule.id == "L21", rule.id


@pytest.mark.slow
@pytest.mark.parametrize("complaint", [*COMPLAINTS])
@pytest.mark.parametrize(("question", "answer", "rule", "words"), BLOCKS)
def test_no_point_that_a_row_takes_out_is_left(
    complaint: str, question: str, answer: str, rule: str, words: tuple[str, ...]
) -> None:
    context = person(complaint)
    result = screened(context, all_no(context, answers_of({question: answer})))
    if isinstance(result, NotCleared):
        assert (complaint, question) in {("headache", "recent_birth"), ("migraine", "recent_birth")}
        return
    assert isinstance(result, Cleared), result
    expected = {code for word in words for code in codes_of(word)}
    assert len(expected) > 3
    blocked: dict[object, set[str]] = {}
    for site in result.clearance.blocked_sites:
        if site.rule == rule:
            blocked.setdefault(site.point, set()).add(site.side.value)
    assert expected <= set(blocked)
    both_sides = {point["code"] for point in points() if point["bilateral"]}
    assert all(blocked[code] == {"left", "right"} for code in expected & both_sides)


def risky_answers(question: Question) -> Iterator[Answer]:
    match question.kind:
        case QuestionKind.YES_NO_UNSURE:
            yield from (Reply.YES, Reply.UNSURE)
        case QuestionKind.CHOICE:
            yield from (Choice(option.id) for option in question.options[1:])
            yield Reply.UNSURE
        case QuestionKind.MULTI:
            yield from (Ticks(frozenset({option.id})) for option in question.options)
            yield Reply.UNSURE
        case QuestionKind.REGION | QuestionKind.NUMBER:
            return


@pytest.mark.slow
@pytest.mark.parametrize("complaint", [*COMPLAINTS])
def test_every_single_risky_answer_changes_the_result_and_keeps_study_points_out(complaint: str) -> None:
    never = {str(point["code"]) for point in points() if point["pressability"] == "never"}
    solo = {str(point["code"]) for point in points() if point["pressability"] == "partner_or_tool"}
    # Risky only together with another answer, or only at another age.
    alone_harmless = {
        "low_back_small_fall",
        "low_back_steroids",
        "low_back_first_time",
        "low_back_past_cancer",
        "today_changed",
        "morning_stiffness",
    }
    context = person(complaint)
    harmless = all_no(context)
    untouched = screened(context, harmless)
    for question in catalogue().questions:
        if question.id in ("age", "can_be_pregnant") or question.only_if is not None:
            continue
        for answer in risky_answers(question):
            answers = harmless.with_answer(question.id, answer)
            result = screened(context, all_no(context, answers))
            if question.id not in alone_harmless:
                assert result != untouched, (question.id, answer)
            if isinstance(result, Cleared):
                blocked = {site.point for site in result.clearance.blocked_sites}
                assert never | solo <= blocked, (question.id, answer)


def test_whoever_is_not_sure_is_not_told_to_report_a_sign_they_may_not_have() -> None:
    result = refused(screened(person(), answers_of({"today_emergency": "unsure"})))
    (told,) = result.messages
    assert told.rule == "E00"
    ticked = refused(screened(person(), answers_of({"today_emergency": ["E01", "E10"]})))
    assert "E00" not in ticked.rules
    text = content().words.message(told)
    assert "not sure" in text
    for sign in ("chest", "headache", "face", "belly", "joint", "pregnan"):
        assert sign not in text


def test_emergency_messages_call_the_saved_number_or_none() -> None:
    result = refused(screened(person(), answers_of({"today_emergency": ["E01"]})))
    words = content().words
    assert "Call your local emergency number now" in words.message(result.messages[0])
    assert "Call 112 now" in words.with_number("112").message(result.messages[0])
