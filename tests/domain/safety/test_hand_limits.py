"""What earlier answers say about pressing with the hands: they only take away."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.ids import ComplaintId, QuestionId
from acupress_desktop.domain.safety.ages import AgeSpan, age_exactly
from acupress_desktop.domain.safety.answers import Answer, Answers, Choice, Reply
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.hand_limits import HandLimits, hand_limits
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from tests.domain.safety.world import GIVEN, catalogue, regions


def limits(age: AgeSpan | None = None, **given: Answer) -> HandLimits:
    context = ScreenContext(Profile(age, CanBePregnant.NOT_KNOWN), ComplaintId("calm"), GIVEN)
    answers = Answers({QuestionId(question): answer for question, answer in given.items()})
    return hand_limits(Reading(catalogue(), regions(), context, answers))


def test_nothing_known_allows_what_the_page_allows() -> None:
    assert limits() == HandLimits()
    assert limits(age_exactly(40), blood_thinner=Reply.NO, fragile_skin=Reply.NO) == HandLimits()


@pytest.mark.parametrize(
    ("question", "answer", "most", "rule"),
    [
        ("blood_thinner", Reply.YES, 3, "L01"),
        ("blood_thinner", Reply.UNSURE, 3, "L01"),
        ("antiplatelet", Reply.YES, 4, "L02"),
        ("antiplatelet", Reply.UNSURE, 3, "L02"),
        ("bleeding_disorder", Choice("yes_cleared"), 2, "L03b"),
        ("fragile_skin", Reply.YES, 3, "L15b"),
    ],
)
def test_an_answer_sets_the_cap_of_its_row(question: str, answer: Answer, most: int, rule: str) -> None:
    found = limits(age_exactly(40), **{question: answer})
    assert found.max_felt_pressure == most
    assert rule in found.capped_by
    assert found.stopped_by == ()


def test_a_bleeding_disorder_that_nobody_cleared_stops_the_exercise() -> None:
    assert "L03" in limits(bleeding_disorder=Choice("yes")).stopped_by


def test_somebody_below_eighteen_does_not_press() -> None:
    assert limits(age_exactly(17)).stopped_by
    assert not limits(age_exactly(18)).stopped_by


def test_a_cap_for_the_legs_says_nothing_of_the_hands() -> None:
    assert limits(past_clot=Choice("yes_cleared"), leg_arteries=Reply.YES).max_felt_pressure == 10


def test_one_answer_more_never_allows_more() -> None:
    thinner = limits(blood_thinner=Reply.YES)
    both = limits(blood_thinner=Reply.YES, bleeding_disorder=Choice("yes_cleared"))
    assert both.max_felt_pressure <= thinner.max_felt_pressure
