"""The JSON of the safety screen: keys that scripts rely on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from acupress_desktop.domain.ids import ComplaintId
from acupress_desktop.domain.safety.person import CanBePregnant
from acupress_desktop.domain.safety.plain import plain_answer, screening_from_plain
from acupress_desktop.domain.safety.rules import UnknownComplaint
from acupress_desktop.exchange.screen_json import questions_json, screen_json
from tests.domain.safety.world import GIVEN, all_no, catalogue, content, person, regions, screened

SCREEN_KEYS = {
    *("schema", "complaint", "outcome", "urgency", "blocked_points", "blocked_regions"),
    *("max_felt_pressure", "advise_clinician", "rules", "messages"),
}
KINDS = {"yes_no_unsure", "choice", "multi", "number", "region"}


def screen(plain: dict[str, Any]) -> dict[str, Any]:
    screening = screening_from_plain(catalogue(), regions(), plain, GIVEN)
    result = screened(screening.context, screening.answers)
    answer = screen_json(result, catalogue(), content().words, screening.context.complaint)
    loaded: dict[str, Any] = json.loads(json.dumps(answer))
    return loaded


def answers_file(complaint: str, changes: dict[str, Any]) -> dict[str, Any]:
    context = person(complaint, 44, CanBePregnant.YES)
    answers = {question: plain_answer(answer) for question, answer in all_no(context).items()}
    return {
        "schema": 1,
        "complaint": complaint,
        "age": 44,
        "can_be_pregnant": "yes",
        "answers": {**answers, **changes},
    }


def test_only_noes_give_allow() -> None:
    answer = screen(answers_file("neck_shoulder", {}))
    assert set(answer) >= SCREEN_KEYS
    assert (answer["schema"], answer["outcome"], answer["urgency"]) == (1, "allow", None)
    assert answer["advise_clinician"] is False
    assert answer["messages"] == []
    assert answer["max_felt_pressure"] == 10
    assert answer["blocked_regions"] == []
    assert {row["rule"] for row in answer["blocked_points"]} == {"A01"} == set(answer["rules"])


def test_limits_are_named_with_their_rows() -> None:
    changes = {
        "blood_thinner": "unsure",
        "today_skin_injury": [{"region": "hand-dorsum", "side": "right"}],
        "today_injury_signs": [],
    }
    answer = screen(answers_file("neck_shoulder", changes))
    assert answer["outcome"] == "allow_with_limits"
    assert answer["max_felt_pressure"] == 3
    assert answer["advise_clinician"] is True
    assert {"code": "LI4", "side": "left", "rule": "L08"} in answer["blocked_points"]
    assert {"region": "hand-dorsum", "side": "right", "rule": "L08"} in answer["blocked_regions"]
    assert answer["hands_not_to_press_with"] == ["right"]
    assert {row["rule"] for row in answer["messages"]} == {"L01", "L08"}
    assert all(row["text"] for row in answer["messages"])


def test_see_is_allow_with_limits_and_routine() -> None:
    answer = screen(answers_file("neck_shoulder", {"worse_for_weeks": "yes"}))
    assert (answer["outcome"], answer["urgency"]) == ("allow_with_limits", "routine")
    assert answer["advise_clinician"] is True


@pytest.mark.parametrize(
    ("changes", "outcome", "urgency"),
    [
        ({"today_emergency": ["E01"]}, "emergency", "now"),
        ({"today_leg": "unsure"}, "refer", "same_day"),
        ({"today_numb_weak": "yes", "today_numb_weak_sudden": "no"}, "refer", "urgent_within_days"),
        ({"today_ill": "yes"}, "postpone", None),
    ],
)
def test_no_session(changes: dict[str, Any], outcome: str, urgency: str | None) -> None:
    answer = screen(answers_file("neck_shoulder", changes))
    assert set(answer) >= SCREEN_KEYS
    assert (answer["outcome"], answer["urgency"]) == (outcome, urgency)
    assert answer["rules"]
    assert answer["messages"]
    assert answer["max_felt_pressure"] is None


def test_missing_answers_are_named_and_give_no_outcome() -> None:
    plain = answers_file("neck_shoulder", {})
    del plain["answers"]["today_leg"], plain["age"]
    answer = screen(plain)
    assert answer["outcome"] is None
    assert answer["unanswered"] == ["age", "today_leg"]


def test_questions_carry_what_a_script_needs_to_answer_them() -> None:
    loaded = json.loads(json.dumps(questions_json(catalogue(), content().words)))
    assert loaded["schema"] == 1
    for question in loaded["questions"]:
        assert {"id", "text", "kind", "options", "asked", "why", "source"} <= set(question)
        assert question["kind"] in KINDS
        assert question["text"].endswith("?")
        assert bool(question["options"]) is (question["kind"] in ("yes_no_unsure", "choice", "multi"))
        assert question["asked"] in ("every_session", "every_30_days", "once")


def test_a_script_can_screen_with_nothing_but_the_questions() -> None:
    for complaint in ("neck_shoulder", "headache", "sleep"):
        asked: Any = questions_json(catalogue(), content().words, ComplaintId(complaint))
        harmless: dict[str, Any] = {"yes_no_unsure": "no", "choice": "no", "multi": [], "region": []}
        answers = {
            question["id"]: harmless[question["kind"]]
            for question in asked["questions"]
            if question["id"] not in ("age", "can_be_pregnant") and question["only_if"] is None
        }
        answer = screen({"schema": 1, "complaint": complaint, "age": 44, "answers": answers})
        assert answer["outcome"] == "allow", answer


def test_questions_for_one_complaint_leave_the_others_out() -> None:
    asked: Any = questions_json(catalogue(), content().words, ComplaintId("knee"))
    ids = [question["id"] for question in asked["questions"]]
    assert "knee_locked" in ids
    assert "jaw_lump" not in ids
    emergency = next(one for one in asked["questions"] if one["id"] == "today_emergency")
    assert "E14" not in [option["id"] for option in emergency["options"]]
    with pytest.raises(UnknownComplaint):
        questions_json(catalogue(), content().words, ComplaintId("elbow"))
