"""Every answer, alone and in pairs, against the tables typed a second time (``oracle``).

How this covers the whole product. A result depends on answers, age, complaint and whether somebody can be
pregnant. Each row of the table looks at a handful of them; blocks of several rows are unions, and caps and
holds take the least (``test_pairs_are_the_union_and_the_least_of_their_parts``). So it is enough to try

* every risky answer alone: for every complaint, and at both sides of every age that a row names;
* every pair of answers that still allow a session, over all complaints and five ages;
* the whole product of those few answers that one row joins: blood thinner, fall and age; the signs of the
  low back; pregnancy and anything else;
* every place question with every place of the body, on each side.

Each clearance is compared at every site of all 410 points, and with the plans made from it. That the
comparison itself would notice is shown by ``test_exhaustive_rows``.
"""

from __future__ import annotations

from itertools import combinations, product

import pytest

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.safety.outcome import (
    Clearance,
    Cleared,
)
from acupress_desktop.domain.safety.person import CanBePregnant
from tests.domain.safety.oracle import HEAD_PAIN, LOW_BACK, PLACE_QUESTIONS, Case
from tests.domain.safety.oracle_answers import questions_known, risky_answers
from tests.domain.safety.oracle_check import (
    AGES,
    BOTH,
    COMPLAINTS,
    all_wrong,
    limiting,
    pairs,
    result_of,
    together,
)
from tests.domain.safety.oracle_words import AREAS, WORDS, sites_of
from tests.domain.safety.strategies import ASKED
from tests.domain.safety.world import cleared, regions

# --- The lists are whole ------------------------------------------------------------------------------


def test_every_question_and_every_option_has_a_risky_answer_here() -> None:
    asked = {str(one.id): one for one in ASKED}
    assert questions_known() == set(asked)
    for name, question in asked.items():
        told = [answers[name] for answers in risky_answers() if name in answers]
        flat = {str(one) for value in told for one in (value if isinstance(value, list) else [value])}
        assert "unsure" in flat, name
        assert {option.id for option in question.options} - {"no"} <= flat, name


def test_the_words_of_the_tables_mean_the_same_points_here_and_there() -> None:
    for word in WORDS:
        assert {code for code, _ in sites_of(word)} == regions().points(RegionId(word)), word


# --- A quick look, in the inner loop --------------------------------------------------------------------


@pytest.mark.slow
def test_a_sample_of_single_answers_and_pairs() -> None:
    singles = risky_answers()
    few = [
        (Case(COMPLAINTS[at % 16], AGES[at % len(AGES)], one), BOTH[at % 2]) for at, one in enumerate(singles)
    ]
    mixed = [
        (Case(COMPLAINTS[at % 16], AGES[at % len(AGES)], one), BOTH[at % 2])
        for at, one in enumerate(pairs())
        if at % 37 == 0
    ]
    assert len(few) > 200
    assert len(mixed) > 50
    assert all_wrong([*few, *mixed]) == []


# --- The whole product -----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("half", [0, 1])
def test_every_answer_alone_for_every_complaint(half: int) -> None:
    cases = [
        (Case(complaint, age, one), can_be)
        for at, (one, complaint) in enumerate(product(risky_answers(), COMPLAINTS[half::2]))
        for age, can_be in (((44, CanBePregnant.YES), (76, CanBePregnant.NO))[at % 2],)
    ]
    assert len(cases) > 2000
    assert all_wrong(cases) == []


ALONE_AGES = (18, 19, 44, 50, 55, 56, 65, 75, 90)
"""Both sides of each threshold, to the year, are tried row by row in ``test_exhaustive_rows``."""


@pytest.mark.slow
def test_every_answer_alone_at_every_age() -> None:
    complaints = {
        "low": "low_back_local",
        "hea": "headache",
        "kne": "knee",
        "jaw": "jaw",
        "per": "period_cramps",
    }
    cases = [
        (Case(complaints.get(next(iter(one))[:3], "calm"), age, one), BOTH[at % 2])
        for at, (one, age) in enumerate(product(risky_answers(), ALONE_AGES))
    ]
    assert len(cases) > 2000
    assert all_wrong(cases) == []


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_every_pair_of_answers_that_leave_a_session(part: int) -> None:
    ages = (19, 44, 55, 66, 80)
    cases = []
    for at, both in enumerate(pairs()):
        if at % 4 == part:
            complaint, age = COMPLAINTS[at % 16], ages[at % len(ages)]
            cases.append((Case(complaint, age, both), BOTH[at // 4 % 2]))
    assert len(cases) > 1000
    assert all_wrong(cases) == []


@pytest.mark.slow
def test_every_pair_of_an_answer_that_ends_the_session_with_any_other_ends_it() -> None:
    """An emergency and a referral stay, whatever else is said; the least of them is a postponement."""
    ending: tuple[dict[str, object], ...] = (
        {"today_ill": "yes"},
        {"ache_on_effort": "yes"},
        {"today_emergency": ["E05"]},
        {"clot_now": "unsure"},
    )
    cases = [
        (Case("calm", 44, both), CanBePregnant.YES)
        for end, other in product(ending, risky_answers())
        if (both := together(end, other)) is not None
    ]
    assert all_wrong(cases) == []


@pytest.mark.slow
def test_blood_thinner_by_age_by_fall_by_complaint() -> None:
    hurt = [
        {"today_skin_injury": [{"region": "head-side", "side": "left"}], "today_injury_signs": signs}
        for signs in (
            *([], ["any_fall"], ["blow_to_head_or_neck"], ["swollen_or_bent"], "unsure"),
            ["any_fall", "swollen_or_bent"],
        )
    ]
    cases = [
        (Case(complaint, age, {**sore, "blood_thinner": thinner, "neck_shoulder_knock": knock}), BOTH[0])
        for complaint in ("calm", "headache", "migraine", "neck_shoulder", "jaw", "sleep")
        for age in (44, 64, 65, 75)
        for sore in ({}, *hurt)
        for thinner in ("no", "yes", "unsure")
        for knock in ("no", "yes", "unsure")
    ]
    assert all_wrong(cases) == []


@pytest.mark.slow
def test_the_signs_of_a_low_back_together() -> None:
    flags = ("first_time", "constant_at_night", "new_shape", "upper")
    beside: list[dict[str, object]] = [
        {},
        {"low_back_past_cancer": "yes"},
        {"low_back_steroids": "yes"},
        {"low_back_small_fall": "yes"},
        {"past_cancer_new_pain": "yes"},
        {"weight_loss_or_sweats": "yes"},
        {"thin_bones": "yes"},
        {"thin_bones": "yes", "low_back_small_fall": "yes"},
        {"thin_bones": "unsure", "low_back_small_fall": "yes"},
        {"low_back_steroids": "unsure", "low_back_small_fall": "unsure"},
    ]
    cases = [
        (
            Case(
                complaint,
                age,
                {**{f"low_back_{flag}": said for flag, said in zip(flags, row, strict=True)}, **other},
            ),
            BOTH[1],
        )
        for complaint in (LOW_BACK[0], LOW_BACK[2])
        for age in (19, 20, 55, 56, 64, 65)
        for row in product(("no", "yes"), repeat=4)
        for other in beside
    ]
    unsure = [
        (Case("low_back", age, {f"low_back_{flag}": "unsure" for flag in some}), BOTH[1])
        for age in (19, 44, 56)
        for count in (1, 2)
        for some in combinations(flags, count)
    ]
    assert all_wrong([*cases, *unsure]) == []


@pytest.mark.slow
def test_pregnancy_with_every_other_answer_for_three_complaints() -> None:
    cases = [
        (Case(complaint, 31, both), CanBePregnant.YES)
        for complaint in ("calm", "period_cramps", HEAD_PAIN[1])
        for pregnant in (("yes", "unsure") if complaint == "calm" else ("unsure",))
        for other in risky_answers()
        if (both := together({"today_pregnant": pregnant}, other)) is not None
    ]
    assert all_wrong(cases) == []


PLACES = tuple(
    sorted({*(str(one.id) for one in regions().regions), *AREAS, *(str(one.id) for one in regions().unions)})
)


@pytest.mark.slow
@pytest.mark.parametrize("where", PLACE_QUESTIONS)
def test_every_place_of_the_body_on_each_side(where: str) -> None:
    opener = where.removesuffix("_where")
    first = {} if where == opener else {opener: "yes"}
    cases = [
        (Case(COMPLAINTS[at % 16], 44, {**first, where: [{"region": place, "side": side}]}), BOTH[at % 2])
        for at, (place, side) in enumerate(product(PLACES, ("left", "right", None)))
    ]
    assert len(cases) > 350
    assert all_wrong(cases) == []


@pytest.mark.slow
def test_cancer_by_place_by_side_with_two_more_limits() -> None:
    more: list[dict[str, object]] = [
        {"lymph_nodes": "yes", "lymph_nodes_where": [{"region": "axilla", "side": "left"}]},
        {"blood_thinner": "yes"},
        {"today_skin_injury": [{"region": "hand", "side": "right"}]},
    ]
    cases = [
        (
            Case("stress", 66, {**other, "cancer": "yes", "cancer_where": [{"region": place, "side": side}]}),
            BOTH[1],
        )
        for place in PLACES
        for side, other in product(("left", "right"), more)
    ]
    assert all_wrong(cases) == []


# --- Why pairs are enough ----------------------------------------------------------------------------------


JOINED = ("low_back_", "today_injury_signs")
"""Answers that one row joins with another: their products are tried in full above."""


@pytest.mark.slow
def test_pairs_are_the_union_and_the_least_of_their_parts() -> None:
    """Blocks add up, caps and holds take the least, and nothing else happens: triples bring nothing new."""
    alone = {repr(one): cleared(result_of(Case("sleep", 44, one))).clearance for one in limiting()}
    tried, wrong = 0, []
    for at, (first, second) in enumerate(combinations(limiting(), 2)):
        both = together(first, second)
        if both is None or at % 5:
            continue
        whole = result_of(Case("sleep", 44, both))
        if not isinstance(whole, Cleared):
            if not any(question.startswith(JOINED) for question in both):
                wrong.append(both)
            continue
        tried += 1
        one, other, now = alone[repr(first)], alone[repr(second)], whole.clearance
        if added_up(one) | added_up(other) != added_up(now):
            wrong.append(both)
        if now.max_hold_seconds != min(one.max_hold_seconds, other.max_hold_seconds):
            wrong.append(both)
    assert tried > 1200
    assert wrong == []


def added_up(clearance: Clearance) -> frozenset[object]:
    """Everything in a clearance that several rows can add to, but for what holds for everyone."""
    return frozenset(
        (
            *((site.point, site.side, site.rule) for site in clearance.blocked_sites if site.rule != "A01"),
            *clearance.blocked_regions,
            *clearance.pressure_caps,
            *(("halved", rule) for rule in clearance.halve_holds_by),
            *(("no tools", rule) for rule in clearance.no_tools_by),
            *clearance.hands_not_to_press_with,
            *clearance.rules,
            *clearance.messages,
        )
    )
