"""What a journal means for the next safety screen: asked again, marked, left out; never less careful."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, QuestionId, RegionId, RuleId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Answer, Choice, Reply
from acupress_desktop.domain.safety.asking import Remembered
from acupress_desktop.domain.safety.outcome import (
    BreathingGuide,
    Cleared,
    NotCleared,
    OutcomeKind,
    ScreenResult,
    Urgency,
)
from acupress_desktop.domain.safety.watch import watch
from acupress_desktop.domain.safety.watch_facts import BadEffect, WatchFacts
from acupress_desktop.domain.safety.watched import Watched, narrowed, still_remembered, watched
from acupress_desktop.domain.sides import SiteSide
from tests.domain.safety.journals import (
    TODAY,
    at,
    effects,
    journals,
    pressed,
    told,
    with_effects,
    worse_diary,
)
from tests.domain.safety.strategies import complete_answers, contexts
from tests.domain.safety.world import (
    all_no,
    answers_of,
    atlas,
    catalogue,
    cleared,
    content,
    person,
    refused,
    regions,
    screened,
)

ORDER = list(OutcomeKind)


def means(facts: WatchFacts) -> Watched:
    return watched(watch(facts, regions()), regions(), TODAY)


def narrow(result: ScreenResult, facts: WatchFacts) -> ScreenResult:
    return narrowed(result, means(facts), catalogue(), atlas(), regions())


@cache
def healthy(complaint: str = "neck_shoulder") -> Cleared:
    context = person(complaint)
    return cleared(screened(context, all_no(context)))


def sites(result: Cleared) -> set[tuple[str, str]]:
    return {(one.point, one.side.value) for one in result.clearance.blocked_sites}


def added(before: Cleared, after: Cleared) -> set[tuple[str, str]]:
    return sites(after) - sites(before)


# --- Asked again


def remembered(question: str, answer: Answer, days_ago: int) -> dict[QuestionId, Remembered]:
    return {QuestionId(question): Remembered(answer, TODAY - timedelta(days=days_ago))}


@pytest.mark.parametrize(
    ("facts", "question", "harmless"),
    [
        (worse_diary(), "worse_for_weeks", Reply.NO),
        (worse_diary(), "headache_steadily_worse", Reply.NO),
        (WatchFacts(TODAY, nights=frozenset({TODAY})), "night_pain", Choice("no")),
        (with_effects(told(1, AdverseKind.BRUISE)), "blood_thinner", Reply.NO),
        (with_effects(told(1, AdverseKind.BRUISE)), "bleeding_disorder", Choice("no")),
        (with_effects(told(1, AdverseKind.BRUISE)), "fragile_skin", Reply.NO),
        (with_effects(told(1, AdverseKind.NUMB)), "numb_area", Reply.NO),
    ],
)
def test_a_sign_asks_its_questions_again(facts: WatchFacts, question: str, harmless: Answer) -> None:
    name = QuestionId(question)
    assert name in {one.id for one in catalogue().questions}
    seen = means(facts)
    assert name not in still_remembered(catalogue(), remembered(question, harmless, 5), seen)


def test_what_was_answered_after_the_sign_counts() -> None:
    seen = means(with_effects(told(3, AdverseKind.BRUISE)))
    later = remembered("blood_thinner", Reply.NO, 2)
    assert still_remembered(catalogue(), later, seen) == later
    same_day = remembered("blood_thinner", Reply.NO, 3)
    assert still_remembered(catalogue(), same_day, seen) == {}


@pytest.mark.parametrize("answer", [Reply.YES, Reply.UNSURE])
def test_an_answer_that_restricts_already_is_never_dropped(answer: Reply) -> None:
    seen = means(with_effects(told(0, AdverseKind.BRUISE)))
    kept = remembered("blood_thinner", answer, 5)
    assert still_remembered(catalogue(), kept, seen) == kept


@given(journals())
def test_only_questions_of_the_screen_are_asked_again(facts: WatchFacts) -> None:
    assert set(means(facts).asked_again) <= {one.id for one in catalogue().questions}


# --- Bruises


def test_a_bruise_marks_its_place_for_two_weeks_and_leaves_the_point_out_for_one() -> None:
    bruise = told(6, AdverseKind.BRUISE, "LI4", SiteSide.LEFT)
    seen = means(with_effects(bruise))
    home = regions().home(PointCode("LI4"))
    assert [(one.place, one.day) for one in seen.marked] == [
        (RegionSelection(home, SiteSide.LEFT), TODAY - timedelta(days=6))
    ]
    before = healthy()
    after = cleared(narrow(before, with_effects(bruise)))
    assert added(before, after) == {("LI4", "left")}
    assert {one.rule for one in after.clearance.blocked_sites if one.point == "LI4"} == {"W04"}
    assert "W04" in after.clearance.rules
    assert after.kind is OutcomeKind.ALLOW_WITH_LIMITS

    old = with_effects(replace(bruise, moment=at(7)))
    assert means(old).marked
    assert cleared(narrow(before, old)) == before


def test_a_bruise_on_a_side_of_a_region_leaves_that_side_out() -> None:
    bruise = told(0, AdverseKind.BRUISE, region="hand-dorsum", side=SiteSide.RIGHT)
    before = healthy()
    after = cleared(narrow(before, with_effects(bruise)))
    gone = added(before, after)
    assert gone
    assert {side for _point, side in gone} == {"right"}
    assert {regions().home(PointCode(point)) for point, _side in gone} <= {
        "hand-dorsum",
        *(one.id for one in regions().regions if PointCode("LI4") in one.also_points),
    } or ("LI4", "right") in gone


def test_a_bruise_without_a_side_leaves_both_sides_out() -> None:
    before = healthy()
    after = cleared(narrow(before, with_effects(told(0, AdverseKind.BRUISE, "LI4"))))
    assert added(before, after) == {("LI4", "left"), ("LI4", "right")}


@pytest.mark.parametrize("point", [None, "NO1"])
def test_where_the_place_is_not_known_all_pressing_is_soft(point: str | None) -> None:
    for kind, rule in ((AdverseKind.BRUISE, "W04"), (AdverseKind.SHARP_PAIN, "W08")):
        after = cleared(narrow(healthy(), with_effects(told(0, kind, point))))
        assert [
            (cap.max_felt_pressure, cap.regions) for cap in after.clearance.pressure_caps if cap.rule == rule
        ] == [(3, ())]


# --- Sessions that wait


def test_a_set_after_which_pain_rose_is_pressed_softly_and_other_sets_are_not() -> None:
    facts = WatchFacts(TODAY, sessions=(pressed(1, 2, "P01"),))
    neck, knee = healthy("neck_shoulder"), healthy("knee")
    after = cleared(narrow(neck, facts))
    assert ("W03", 3) in {(cap.rule, cap.max_felt_pressure) for cap in after.clearance.pressure_caps}
    assert narrow(knee, facts) == knee


def test_a_set_after_which_pain_rose_twice_waits_and_other_sets_do_not() -> None:
    facts = WatchFacts(TODAY, sessions=(pressed(4, 2, "P01"), pressed(1, 3, "P01")))
    result = refused(narrow(healthy("neck_shoulder"), facts))
    assert result.kind is OutcomeKind.POSTPONE
    assert [message.rule for message in result.messages] == ["W03b"]
    assert means(facts).is_paused(ProtocolId("P01"))
    knee = healthy("knee")
    assert narrow(knee, facts) == knee


@pytest.mark.parametrize(
    ("kinds", "rule", "kind", "urgency"),
    [
        ((AdverseKind.CHEST,), "W07", OutcomeKind.REFER, Urgency.SAME_DAY),
        (
            (AdverseKind.NUMB, AdverseKind.TINGLING),
            "W06b",
            OutcomeKind.REFER,
            Urgency.URGENT_WITHIN_DAYS,
        ),
        (
            (AdverseKind.DIZZY, AdverseKind.DIZZY),
            "W05b",
            OutcomeKind.REFER,
            Urgency.URGENT_WITHIN_DAYS,
        ),
    ],
)
def test_no_set_at_all_until_somebody_has_looked(
    kinds: tuple[AdverseKind, ...], rule: str, kind: OutcomeKind, urgency: Urgency | None
) -> None:
    facts = with_effects(*(told(day, one) for day, one in enumerate(kinds)))
    for complaint in ("neck_shoulder", "calm"):
        result = refused(narrow(healthy(complaint), facts))
        assert (result.kind, result.urgency) == (kind, urgency)
        assert result.messages[0].rule == rule
    ticked = replace(facts, checked={RuleId(rule): at(0, 12)})
    assert isinstance(narrow(healthy(), ticked), Cleared)


def test_an_emergency_is_never_changed() -> None:
    context = person()
    emergency = screened(context, answers_of({"today_emergency": ["E01"]}))
    assert narrow(emergency, with_effects(told(0, AdverseKind.CHEST))) == emergency


def test_dizziness_keeps_the_guide_off() -> None:
    after = cleared(narrow(healthy(), with_effects(told(3, AdverseKind.DIZZY))))
    assert after.clearance.breathing is BreathingGuide.OFF_BY_DEFAULT
    assert after.clearance.breath_holds_off_by == ("W05",)
    assert [message.rule for message in after.clearance.messages] == ["W05"]


def test_every_message_has_its_words() -> None:
    words = content().words
    for row in content().watch.rows:
        assert words.texts[row.title_id]
        assert words.texts[row.message_id]
        assert row.sources


# --- Laws


def never_less_careful(before: ScreenResult, after: ScreenResult) -> None:
    if not isinstance(before, Cleared | NotCleared):
        assert after == before
        return
    assert isinstance(after, Cleared | NotCleared)
    assert ORDER.index(after.kind) >= ORDER.index(before.kind)
    if not isinstance(before, Cleared) or not isinstance(after, Cleared):
        return
    was, now = before.clearance, after.clearance
    assert set(was.blocked_sites) <= set(now.blocked_sites)
    assert set(was.blocked_regions) <= set(now.blocked_regions)
    assert set(was.pressure_caps) <= set(now.pressure_caps)
    assert set(was.rules) <= set(now.rules)
    assert set(was.messages) <= set(now.messages)
    assert not (was.breathing is BreathingGuide.OFF_BY_DEFAULT and now.breathing is BreathingGuide.ON)
    assert set(was.breath_holds_off_by) <= set(now.breath_holds_off_by)
    untouched = ("complaint", "given", "halve_holds_by", "max_hold_seconds", "only_points", "no_tools_by")
    assert all(getattr(was, name) == getattr(now, name) for name in untouched)


@given(contexts(), complete_answers(), journals())
def test_a_journal_never_makes_a_result_less_careful(
    context: object, answers: object, facts: WatchFacts
) -> None:
    before = screened(context, answers)  # type: ignore[arg-type]
    never_less_careful(before, narrow(before, facts))


@given(journals(), effects, st.sampled_from(["neck_shoulder", "knee", "calm"]))
def test_something_more_that_was_told_never_makes_a_result_less_careful(
    facts: WatchFacts, more: BadEffect, complaint: str
) -> None:
    after = replace(facts, effects=(*facts.effects, more))
    first, second = narrow(healthy(complaint), facts), narrow(healthy(complaint), after)
    assert isinstance(first, Cleared | NotCleared)
    assert isinstance(second, Cleared | NotCleared)
    assert ORDER.index(second.kind) >= ORDER.index(first.kind)
    if isinstance(first, Cleared) and isinstance(second, Cleared):
        assert sites(first) <= sites(second)
        assert min((cap.max_felt_pressure for cap in second.clearance.pressure_caps), default=10) <= min(
            (cap.max_felt_pressure for cap in first.clearance.pressure_caps), default=10
        )
    asked, more_asked = means(facts).asked_again, means(after).asked_again
    assert all(more_asked[question] >= day for question, day in asked.items())
    assert {one.place for one in means(facts).marked} <= {one.place for one in means(after).marked}


@given(journals(), st.sampled_from(["neck_shoulder", "knee"]))
def test_a_mirrored_journal_gives_the_mirrored_result(facts: WatchFacts, complaint: str) -> None:
    mirror = {"left": "right", "right": "left", "midline": "midline"}
    one, other = narrow(healthy(complaint), facts), narrow(healthy(complaint), facts.mirrored)
    assert type(one) is type(other)
    if isinstance(one, Cleared) and isinstance(other, Cleared):
        assert {(point, mirror[side]) for point, side in sites(one)} == sites(other)
        assert one.clearance.pressure_caps == other.clearance.pressure_caps
        assert one.clearance.rules == other.clearance.rules


@given(journals())
def test_every_block_names_a_row_of_the_watch(facts: WatchFacts) -> None:
    before, after = healthy(), narrow(healthy(), facts)
    if isinstance(after, Cleared):
        new = set(after.clearance.blocked_sites) - set(before.clearance.blocked_sites)
        assert {one.rule for one in new} <= set(after.clearance.rules)
        assert all(one.rule in content().watch for one in new)


def test_a_journal_without_signs_changes_nothing() -> None:
    for complaint in (one.id for one in catalogue().complaints if one.protocol is not None):
        result = healthy(ComplaintId(complaint))
        assert narrow(result, WatchFacts(TODAY)) == result


def test_a_region_is_told_by_its_own_side() -> None:
    facts = with_effects(told(0, AdverseKind.SHARP_PAIN, region="knee-anterior", side=SiteSide.LEFT))
    after = cleared(narrow(healthy("knee"), facts))
    assert [(one.region, one.side) for one in after.clearance.blocked_regions if one.rule == "W08"] == [
        (RegionId("knee-anterior"), SiteSide.LEFT.side)
    ]
