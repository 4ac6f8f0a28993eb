"""The watch over a journal: which signs it sees, and that more told never makes it milder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import RowId, RuleId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.safety.outcome import Urgency
from acupress_desktop.domain.safety.watch import (
    WATCH_RULES,
    WatchKind,
    WatchSign,
    stretches_of,
    watch,
)
from acupress_desktop.domain.safety.watch_facts import BadEffect, WatchFacts
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.trends.daily import DailyValue
from tests.domain.safety.journals import (
    NECK,
    TODAY,
    at,
    effects,
    journals,
    nights,
    pain,
    pressed,
    told,
    with_effects,
    worse_diary,
)
from tests.domain.safety.world import content, regions


def seen(facts: WatchFacts) -> dict[str, WatchSign]:
    return {sign.rule: sign for sign in watch(facts, regions())}


def rules(facts: WatchFacts) -> list[str]:
    return [sign.rule for sign in watch(facts, regions())]


# --- The diary


def test_two_weeks_clearly_above_the_four_before_ask_for_a_look() -> None:
    sign = seen(worse_diary(7, 4))["W01"]
    assert sign.kind is WatchKind.WORSE
    assert sign.area == NECK
    assert sign.middles == (7.0, 4.0)
    assert sign.count == len(sign.days) == 9
    assert content().watch.urgency(sign) is Urgency.ROUTINE


@pytest.mark.parametrize(("recent", "earlier"), [(5, 4), (4, 4), (2, 6)])
def test_less_than_two_points_is_no_sign(recent: int, earlier: int) -> None:
    assert rules(worse_diary(recent, earlier)) == []


def test_a_diary_with_few_days_says_nothing() -> None:
    whole = worse_diary(9, 2)
    few_recent = tuple(one for one in whole.entries if one.values[0].moment.local_date < TODAY - timedelta(7))
    assert rules(replace(whole, entries=few_recent)) == []
    few_earlier = tuple(
        one for one in whole.entries if one.values[0].moment.local_date > TODAY - timedelta(27)
    )
    assert rules(replace(whole, entries=few_earlier)) == []


def test_one_very_bad_day_among_calm_ones_is_no_sign() -> None:
    calm = worse_diary(4, 4)
    assert rules(replace(calm, entries=(*calm.entries, pain(0, 10)))) == []


def test_worse_is_told_of_the_area_that_is_worse() -> None:
    knee = tuple(pain(day, 3, regions().areas[0].id) for day in range(0, 42, 2))
    facts = replace(worse_diary(8, 3), entries=(*worse_diary(8, 3).entries, *knee))
    assert [sign.area for sign in watch(facts, regions())] == [NECK]


def test_numbers_that_were_checked_are_not_told_for_four_weeks() -> None:
    assert rules(replace(worse_diary(), checked={RuleId("W01"): at(27)})) == []
    assert rules(replace(worse_diary(), checked={RuleId("W01"): at(28)})) == ["W01"]


@pytest.mark.parametrize(
    ("back", "rule"),
    [((0,), "W02"), ((6,), "W02"), ((0, 3), "W02b"), ((0, 1, 2, 3), "W02b"), ((0, 1, 2, 3, 6), "W02c")],
)
def test_nights_of_the_last_week_count(back: tuple[int, ...], rule: str) -> None:
    facts = WatchFacts(TODAY, nights=frozenset(TODAY - timedelta(days=one) for one in back))
    assert rules(facts) == [rule]
    assert seen(facts)[rule].count == len(back)


def test_nights_of_a_week_ago_or_before_a_check_do_not_count() -> None:
    assert rules(WatchFacts(TODAY, nights=frozenset({TODAY - timedelta(days=7)}))) == []
    two = frozenset({TODAY - timedelta(days=3), TODAY - timedelta(days=2)})
    assert rules(WatchFacts(TODAY, nights=two, checked={RuleId("W02b"): at(2)})) == []
    assert rules(WatchFacts(TODAY, nights=two, checked={RuleId("W02b"): at(3)})) == ["W02"]


# --- Sessions


def test_pain_that_rose_once_makes_the_next_session_softer() -> None:
    sign = seen(WatchFacts(TODAY, sessions=(pressed(3, 0), pressed(1, 2))))["W03"]
    assert (sign.protocol, sign.count) == ("P01", 1)
    assert content().watch.urgency(sign) is None


def test_a_session_without_a_rise_ends_the_softness() -> None:
    assert rules(WatchFacts(TODAY, sessions=(pressed(3, 2), pressed(1, 1)))) == []


@pytest.mark.parametrize("rises", [(2, 0, 0, 3), (2, 2), (0, 5, None, 4), (2, 0, 2, 0)])
def test_pain_that_rose_twice_in_four_sessions_pauses_the_set(rises: tuple[int | None, ...]) -> None:
    facts = WatchFacts(TODAY, sessions=tuple(pressed(10 - n, rise) for n, rise in enumerate(rises)))
    sign = seen(facts)["W03b"]
    assert (sign.protocol, sign.count) == ("P01", 2)


def test_rises_five_sessions_apart_or_after_two_sets_pause_nothing() -> None:
    apart = tuple(pressed(10 - n, rise) for n, rise in enumerate((2, 0, 0, 0, 3)))
    assert rules(WatchFacts(TODAY, sessions=apart)) == ["W03"]
    two_sets = (pressed(3, 2, "P01"), pressed(2, 2, "P16"))
    assert rules(WatchFacts(TODAY, sessions=two_sets)) == ["W03", "W03"]


def test_a_check_opens_the_set_again_but_softly() -> None:
    rose = (pressed(4, 2), pressed(2, 3))
    assert rules(WatchFacts(TODAY, sessions=rose, checked={RuleId("W03b"): at(1)})) == ["W03"]
    again = (*rose, pressed(0, 2))
    assert rules(WatchFacts(TODAY, sessions=again, checked={RuleId("W03b"): at(1)})) == ["W03"]


def test_more_pain_told_in_the_log_speaks_of_the_session_before_it() -> None:
    facts = WatchFacts(TODAY, sessions=(pressed(1, None, hour=20), pressed(0, None)))
    assert rules(with_effects(told(0, AdverseKind.MORE_PAIN), facts=facts)) == ["W03"]
    long_ago = WatchFacts(TODAY, sessions=(pressed(2),))
    assert rules(with_effects(told(0, AdverseKind.MORE_PAIN), facts=long_ago)) == []


def test_more_pain_told_after_a_session_is_a_rise_without_numbers() -> None:
    facts = WatchFacts(TODAY, sessions=(pressed(2, name="one"), pressed(1, name="two")))
    both = [replace(told(1, AdverseKind.MORE_PAIN), session=RowId(name)) for name in ("one", "two")]
    assert rules(with_effects(*both, facts=facts)) == ["W03b"]


# --- What was told as unpleasant


@pytest.mark.parametrize(
    ("kind", "rule", "days"),
    [
        (AdverseKind.BRUISE, "W04", 14),
        (AdverseKind.DIZZY, "W05", 14),
        (AdverseKind.NUMB, "W06", 7),
        (AdverseKind.TINGLING, "W06", 7),
        (AdverseKind.SHARP_PAIN, "W08", 14),
        (AdverseKind.SORE_SPOT, "W09", 7),
        (AdverseKind.CHEST, "W07", 60),
        (AdverseKind.BREATHLESS, "W07", 60),
    ],
)
def test_what_was_told_counts_for_so_many_days(kind: AdverseKind, rule: str, days: int) -> None:
    assert rules(with_effects(told(days - 1, kind))) == [rule]
    if rule != "W07":
        assert rules(with_effects(told(days, kind))) == []


@pytest.mark.parametrize(
    ("kind", "rule", "urgency"),
    [
        (AdverseKind.BRUISE, "W04b", Urgency.ROUTINE),
        (AdverseKind.DIZZY, "W05b", Urgency.URGENT_WITHIN_DAYS),
        (AdverseKind.NUMB, "W06b", Urgency.URGENT_WITHIN_DAYS),
    ],
)
def test_the_same_on_two_days_of_four_weeks_asks_for_a_look(
    kind: AdverseKind, rule: str, urgency: Urgency
) -> None:
    twice = with_effects(told(27, kind), told(1, kind))
    assert rules(twice) == [rule]
    assert content().watch.urgency(seen(twice)[rule]) is urgency
    assert rules(replace(twice, checked={RuleId(rule): at(0)})) == [rule[:3]]
    assert rules(with_effects(told(1, kind), told(1, kind, "LI4"))) == [rule[:3]]
    assert rules(with_effects(told(28, kind), told(1, kind))) == [rule[:3]]


def test_the_chest_waits_for_somebody_who_looked_at_it() -> None:
    facts = with_effects(told(3, AdverseKind.CHEST))
    assert content().watch.urgency(seen(facts)["W07"]) is Urgency.SAME_DAY
    assert rules(replace(facts, checked={RuleId("W07"): at(2)})) == []
    assert rules(replace(facts, checked={RuleId("W07"): at(4)})) == ["W07"]


def test_the_most_urgent_comes_first() -> None:
    facts = replace(
        worse_diary(),
        effects=(told(2, AdverseKind.NUMB), told(1, AdverseKind.NUMB), told(0, AdverseKind.CHEST)),
    )
    book = content().watch
    asking = book.to_look_at(watch(facts, regions()))
    assert [sign.rule for sign in asking] == ["W07", "W06b", "W01"]


def test_a_day_in_the_future_counts_as_today() -> None:
    assert rules(with_effects(told(-3, AdverseKind.BRUISE))) == ["W04"]


# --- Laws


def strongest(facts: WatchFacts) -> dict[tuple[object, ...], int]:
    found: dict[tuple[object, ...], int] = {}
    for sign in watch(facts, regions()):
        key = (sign.kind, sign.area, sign.protocol)
        found[key] = max(found.get(key, -1), sign.strength)
    return found


def never_milder(before: WatchFacts, after: WatchFacts) -> None:
    earlier, later = strongest(before), strongest(after)
    for key, strength in earlier.items():
        assert later.get(key, -1) >= strength, key
    book = content().watch
    for sign in watch(before, regions()):
        same = [
            one
            for one in watch(after, regions())
            if (one.kind, one.area, one.protocol) == (sign.kind, sign.area, sign.protocol)
        ]
        if book.urgency(sign) is not None:
            assert any(book.urgency(one) is not None for one in same)


@given(journals(), effects)
def test_telling_more_never_takes_a_sign_away(facts: WatchFacts, more: BadEffect) -> None:
    never_milder(facts, replace(facts, effects=(*facts.effects, more)))


@given(journals(), nights)
def test_another_night_never_takes_a_sign_away(facts: WatchFacts, more: frozenset[date]) -> None:
    never_milder(facts, replace(facts, nights=facts.nights | more))


@given(journals(), st.data())
def test_a_higher_number_never_takes_a_sign_away(facts: WatchFacts, data: st.DataObject) -> None:
    recent = [one for one in facts.entries if (TODAY - one.values[0].moment.local_date).days < 14]
    if not recent:
        return
    chosen = data.draw(st.sampled_from(recent))
    value = chosen.values[0]
    higher = replace(chosen, values=(replace(value, intensity=data.draw(st.integers(value.intensity, 10))),))
    entries = list(facts.entries)
    entries[entries.index(chosen)] = higher
    never_milder(facts, replace(facts, entries=tuple(entries)))


@given(st.integers(0, 10), st.integers(0, 13))
def test_a_day_at_least_as_bad_as_the_worst_never_takes_a_sign_away(extra: int, day: int) -> None:
    diary = worse_diary(8, 4)
    worst = max(8, extra)
    never_milder(diary, replace(diary, entries=(*diary.entries, pain(day, worst))))


@given(journals(), st.data())
def test_a_stronger_rise_never_takes_a_sign_away(facts: WatchFacts, data: st.DataObject) -> None:
    if not facts.sessions:
        return
    chosen = data.draw(st.sampled_from(facts.sessions))
    rise = data.draw(st.integers(-5 if chosen.rise is None else chosen.rise, 8))
    after = tuple(replace(one, rise=rise) if one is chosen else one for one in facts.sessions)
    never_milder(facts, replace(facts, sessions=after))


@given(journals())
def test_another_session_with_a_rise_never_makes_its_set_milder(facts: WatchFacts) -> None:
    latest = replace(pressed(0, 4, hour=23), id=RowId("latest"))
    never_milder(facts, replace(facts, sessions=(*facts.sessions, latest)))


@given(journals(), st.data())
def test_the_order_never_matters(facts: WatchFacts, data: st.DataObject) -> None:
    other = replace(
        facts,
        entries=tuple(data.draw(st.permutations(facts.entries))),
        sessions=tuple(data.draw(st.permutations(facts.sessions))),
        effects=tuple(data.draw(st.permutations(facts.effects))),
    )
    assert watch(other, regions()) == watch(facts, regions())


@given(journals())
def test_a_mirrored_journal_gives_the_mirrored_signs(facts: WatchFacts) -> None:
    mirrored = {
        (sign.rule, sign.days, sign.area, sign.protocol, frozenset(sign.effects))
        for sign in watch(facts.mirrored, regions())
    }
    expected = {
        (sign.rule, sign.days, sign.area, sign.protocol, frozenset(one.mirrored for one in sign.effects))
        for sign in watch(facts, regions())
    }
    assert mirrored == expected


@given(journals())
def test_every_sign_has_a_row_and_rests_on_days_that_are_in_the_journal(facts: WatchFacts) -> None:
    for sign in watch(facts, regions()):
        assert sign.rule in content().watch
        assert sign.rule in WATCH_RULES
        assert sign.days == tuple(sorted(set(sign.days)))
        assert 1 <= len(sign.days) <= max(sign.count, len(sign.days))


def test_an_empty_journal_has_no_signs() -> None:
    assert watch(WatchFacts(TODAY), regions()) == ()


def test_sides_of_the_person_are_kept() -> None:
    sign = seen(with_effects(told(0, AdverseKind.BRUISE, "LI4", SiteSide.LEFT)))["W04"]
    assert [(one.point, one.side) for one in sign.effects] == [("LI4", SiteSide.LEFT)]


# --- How often chance alone raises W01 (docs/decisions/0072)


def _unchanged_diary(chance: Random, days: int, likeness: float) -> list[DailyValue]:
    """Whole numbers round 4 with a spread of 1.6; neighbours resemble each other; 15 % of days missing."""
    level = chance.gauss(0, 1)
    found = []
    for day in range(days):
        if day:
            level = likeness * level + (1 - likeness**2) ** 0.5 * chance.gauss(0, 1)
        if chance.random() >= 0.15:
            value = min(10, max(0, round(4 + 1.6 * level)))
            found.append(DailyValue(TODAY - timedelta(days=days - 1 - day), float(value), 1))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("likeness", "at_most"), [(0.0, 0.04), (0.3, 0.14), (0.6, 0.45)])
def test_a_quarter_of_an_unchanged_diary_seldom_raises_the_sign(likeness: float, at_most: float) -> None:
    chance = Random(72)  # noqa: S311 - repeatable on purpose, nothing secret
    raised = 0
    for _ in range(300):
        diary = _unchanged_diary(chance, 42 + 84, likeness)
        looks = (TODAY - timedelta(days=back) for back in range(84))
        raised += any(stretches_of([one for one in diary if one.day <= day], day).are_worse for day in looks)
    assert raised / 300 <= at_most
