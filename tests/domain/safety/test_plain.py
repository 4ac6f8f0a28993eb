"""Answers files: what is read, and which question a refusal names."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.safety.ages import age_exactly
from acupress_desktop.domain.safety.answers import Answers, Reply, TappedPlaces, Ticks, UnusableAnswer
from acupress_desktop.domain.safety.person import CanBePregnant
from acupress_desktop.domain.safety.plain import (
    Screening,
    answer_from_plain,
    plain_answer,
    screening_from_plain,
)
from acupress_desktop.domain.safety.questions import Audience
from acupress_desktop.domain.sides import PainSide, SiteSide
from tests.domain.safety.strategies import ASKED, any_answer
from tests.domain.safety.world import GIVEN, catalogue, regions

FILE: dict[str, Any] = {
    "schema": 1,
    "complaint": "neck_shoulder",
    "age": 44,
    "answers": {
        "today_emergency": [],
        "today_numb_weak": "no",
        "today_skin_injury": [{"region": "hand-dorsum", "side": "right"}],
        "blood_thinner": "unsure",
    },
}


def read(plain: dict[str, Any]) -> Screening:
    return screening_from_plain(catalogue(), regions(), plain, GIVEN)


def test_the_example_of_an_answers_file_is_read() -> None:
    screening = read(json.loads(json.dumps(FILE)))
    assert screening.context.complaint == "neck_shoulder"
    assert screening.context.profile.age == age_exactly(44)
    assert screening.context.profile.can_be_pregnant is CanBePregnant.YES, "not said: must be asked"
    answers = screening.answers
    assert answers == Answers(answers)
    assert dict(answers)["blood_thinner"] is Reply.UNSURE  # type: ignore[index]
    assert [type(answer) for answer in answers.values()] == [Ticks, Reply, TappedPlaces, Reply]
    (place,) = next(one.places for one in answers.values() if isinstance(one, TappedPlaces))
    assert (place.region, place.side) == ("hand-dorsum", SiteSide.RIGHT)


def test_profile_and_pain_side_may_be_given() -> None:
    screening = read({**FILE, "can_be_pregnant": "no", "pain_side": "left"})
    assert screening.context.profile.can_be_pregnant is CanBePregnant.NO
    assert screening.context.pain_side is PainSide.LEFT


def test_not_sure_about_the_first_screen_may_be_written_as_one_tick() -> None:
    for value in ("unsure", ["unsure"]):
        answers = read({**FILE, "answers": {"today_emergency": value}}).answers
        assert list(answers.values()) == [Reply.UNSURE]


def test_an_answer_that_it_can_never_apply_is_heard() -> None:
    context = read({**FILE, "answers": {"can_be_pregnant": "no"}}).context
    answers = read({**FILE, "answers": {"can_be_pregnant": "no"}}).answers
    assert context.can_be(Audience.CAN_BE_PREGNANT, answers) is CanBePregnant.NO


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"schema": 2}, "schema"),
        ({"schema": True}, "schema"),
        ({"complaint": "elbow"}, "complaint"),
        ({"complaint": None}, "complaint"),
        ({"age": -1}, "age"),
        ({"age": 121}, "age"),
        ({"age": 44.5}, "age"),
        ({"age": "44"}, "age"),
        ({"age": None}, "age"),
        ({"age": True}, "age"),
        ({"answers": None}, "answers"),
        ({"answers": []}, "answers"),
        ({"can_be_pregnant": "maybe"}, "can_be_pregnant"),
        ({"pain_side": "up"}, "pain_side"),
        ({"notes": "x"}, "notes"),
        ({"answers": {"no_such_question": "no"}}, "no_such_question"),
        ({"answers": {"today_leg": None}}, "today_leg"),
        ({"answers": {"today_leg": "maybe"}}, "today_leg"),
        ({"answers": {"today_leg": False}}, "today_leg"),
        ({"answers": {"today_leg": ["no"]}}, "today_leg"),
        ({"answers": {"today_ill": "very"}}, "today_ill"),
        ({"answers": {"today_ill": 3}}, "today_ill"),
        ({"answers": {"today_emergency": ["E99"]}}, "today_emergency"),
        ({"answers": {"today_emergency": "E01"}}, "today_emergency"),
        ({"answers": {"today_emergency": [1]}}, "today_emergency"),
        ({"answers": {"today_skin_injury": [{"region": "tail"}]}}, "today_skin_injury"),
        ({"answers": {"today_skin_injury": [{"region": "palm", "side": "up"}]}}, "today_skin_injury"),
        ({"answers": {"today_skin_injury": [{"region": "palm", "side": []}]}}, "today_skin_injury"),
        ({"answers": {"today_skin_injury": [{"side": "left"}]}}, "today_skin_injury"),
        ({"answers": {"today_skin_injury": ["palm"]}}, "today_skin_injury"),
        ({"answers": {"today_skin_injury": [{"region": "palm", "depth": 1}]}}, "today_skin_injury"),
        ({"answers": {"numb_area_where": []}}, "numb_area_where"),
        ({"answers": {"age": "old"}}, "age"),
        ({"answers": {"age": 44}}, "age"),
    ],
)
def test_a_refusal_names_the_field_or_question(change: dict[str, Any], named: str) -> None:
    with pytest.raises(UnusableAnswer) as caught:
        read({**FILE, **change})
    assert caught.value.question == named
    assert caught.value.what


@given(st.sampled_from(ASKED).flatmap(lambda one: st.tuples(st.just(one), any_answer(one))))
def test_every_answer_survives_being_written_and_read(pair: tuple[Any, Any]) -> None:
    question, answer = pair
    written = json.loads(json.dumps(plain_answer(answer)))
    assert answer_from_plain(question, regions(), written) == answer


@given(
    st.sampled_from(ASKED),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["region", "side", "x"]), inner, max_size=3)
        ),
        max_leaves=6,
    ),
)
def test_hostile_values_are_read_or_refused_and_never_crash(question: Any, value: object) -> None:
    refused: list[str] = []
    try:
        answer_from_plain(question, regions(), value)
    except UnusableAnswer as refusal:
        refused.append(refusal.question)
    assert refused in ([], [question.id])
