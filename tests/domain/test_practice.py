"""Planned and pressed beside each other: never a debt, never more than what was held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import ProtocolId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.practice import (
    LastDays,
    PracticePlan,
    Pressed,
    Rhythm,
    begun_on,
    last_days,
    plan_on,
    practice_weeks,
    rhythm_of,
    smaller,
    stage_on,
    week_begin,
    week_number,
)
from acupress_desktop.domain.protocols import DoseStage, Frequency
from acupress_desktop.domain.routine_sets import protocol_of
from acupress_desktop.domain.settings import WeekStart

TODAY = date(2026, 11, 25)
NECK, KNEE = ProtocolId("P01"), ProtocolId("P09")


def on(day: date, hour: int = 12, offset_minutes: int = 0) -> Moment:
    local = datetime(day.year, day.month, day.day, hour, tzinfo=timezone(timedelta(minutes=offset_minutes)))
    return Moment.of(local)


def plan(day: date, days: int = 5, times: int = 1, protocol: ProtocolId = NECK) -> PracticePlan:
    return PracticePlan(RowId(f"plan-{day}"), on(day), protocol, None, days, times)


def pressed(day: date, seconds: float = 600.0, protocol: ProtocolId = NECK) -> Pressed:
    return Pressed(day, protocol, seconds)


def ten_minutes(_plan: PracticePlan, stage: DoseStage) -> float:
    return 300.0 if stage is DoseStage.FIRST_WEEK else 600.0


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


# --- The rhythm -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frequency", "expected"),
    [
        (Frequency(1, 5, 4, ""), Rhythm(5, 1)),
        (Frequency(2, 7, 12, ""), Rhythm(7, 2)),
        (Frequency(3, 7, None, ""), Rhythm(7, 2)),
        (Frequency(2, None, None, ""), Rhythm(3, 1)),
    ],
)
def test_a_plan_starts_from_the_rhythm_of_the_set_and_never_above_twice_a_day(
    frequency: Frequency, expected: Rhythm
) -> None:
    assert rhythm_of(frequency) == expected


@given(days=st.integers(1, 7), times=st.integers(1, 2))
def test_keeping_on_is_always_less_and_never_nothing(days: int, times: int) -> None:
    fewer = smaller(Rhythm(days, times))
    if fewer is None:
        assert (days, times) == (1, 1)
        return
    assert 1 <= fewer.days_per_week * fewer.sessions_per_day < days * times


# --- The plan in time ---------------------------------------------------------------------------------------


def test_the_plan_that_counted_on_a_day_is_the_newest_until_then() -> None:
    first, second = plan(ago(20)), plan(ago(5), days=2)
    assert plan_on((first, second), ago(21)) is None
    assert plan_on((first, second), ago(6)) == first
    assert plan_on((first, second), ago(5)) == second


def test_a_plan_begins_with_its_first_session_and_a_change_of_days_does_not_begin_it_anew() -> None:
    plans = (plan(ago(40), protocol=KNEE), plan(ago(20)), plan(ago(5), days=2))
    assert begun_on((), ()) is None
    assert begun_on(plans, ()) is None
    sessions = [pressed(ago(30)), pressed(ago(10), protocol=KNEE), pressed(ago(3)), pressed(ago(18))]
    assert begun_on(plans, sessions) == ago(18)
    assert week_number(ago(18), TODAY) == 3
    assert week_number(TODAY, TODAY) == 1


def test_a_routine_is_pressed_under_its_own_name() -> None:
    routine = RowId("01912345-6789-7abc-8def-0123456789ab")
    planned = replace(plan(ago(9)), protocol=None, routine=routine)
    assert planned.pressed_as == protocol_of(routine)
    assert begun_on((planned,), [pressed(ago(8)), pressed(ago(4), protocol=protocol_of(routine))]) == ago(4)


def test_the_first_week_is_seven_days_from_the_first_session_of_the_set() -> None:
    assert stage_on(TODAY, None) is DoseStage.FIRST_WEEK
    assert stage_on(TODAY, ago(6)) is DoseStage.FIRST_WEEK
    assert stage_on(TODAY, ago(7)) is DoseStage.USUAL
    assert stage_on(ago(10), ago(3)) is DoseStage.FIRST_WEEK


# --- Weeks --------------------------------------------------------------------------------------------------


def test_a_whole_week_of_a_plan_is_a_whole_number_of_sessions() -> None:
    monday = week_begin(TODAY)
    weeks = practice_weeks((plan(ago(60)),), (), {NECK: ago(60)}, ten_minutes, TODAY, 3)
    assert [week.first_day for week in weeks] == [
        monday - timedelta(days=14),
        monday - timedelta(days=7),
        monday,
    ]
    assert [week.planned_seconds for week in weeks] == [3000.0] * 3


def test_days_before_the_plan_are_not_planned_and_the_first_week_is_half() -> None:
    monday = week_begin(TODAY)
    thursday = monday - timedelta(days=4)
    before, first, second = practice_weeks(
        (plan(thursday, days=7),), (), {NECK: thursday}, ten_minutes, TODAY, 3
    )
    assert before.planned_seconds is None
    assert first.planned_seconds == 4 * 300
    assert second.planned_seconds == 3 * 300 + 4 * 600


@given(day=st.dates(date(1900, 1, 10), date(2200, 1, 1)), starts=st.sampled_from(WeekStart))
def test_a_week_begins_on_the_day_that_the_person_chose(day: date, starts: WeekStart) -> None:
    begin = week_begin(day, starts)
    assert begin <= day < begin + timedelta(days=7)
    assert begin.strftime("%A").lower() == starts.value


def test_every_set_counts_and_a_day_counts_once() -> None:
    sessions = [pressed(TODAY), pressed(TODAY, 30.5, KNEE), pressed(week_begin(TODAY), 60.0)]
    (week,) = practice_weeks((), sessions, {}, ten_minutes, TODAY, 1)
    assert (week.planned_seconds, week.pressed_seconds) == (None, 690.5)
    assert (week.sessions, week.days_pressed) == (3, 2)


days = st.integers(0, 80).map(ago)
plans_of = st.lists(
    st.builds(plan, days, st.integers(1, 7), st.integers(1, 2), st.sampled_from([NECK, KNEE])), max_size=4
).map(lambda found: sorted(found, key=lambda each: each.moment.utc))
sessions_of = st.lists(
    st.builds(pressed, days, st.floats(0.1, 2100.0), st.sampled_from([NECK, KNEE])), max_size=30
)


@given(plans=plans_of, sessions=sessions_of, count=st.integers(1, 12))
def test_nothing_is_ever_negative_lost_or_counted_twice(
    plans: Sequence[PracticePlan], sessions: list[Pressed], count: int
) -> None:
    weeks = practice_weeks(plans, sessions, {NECK: ago(50)}, ten_minutes, TODAY, count)
    assert len(weeks) == count
    first = weeks[0].first_day
    assert weeks[-1].first_day <= TODAY < weeks[-1].first_day + timedelta(days=7)
    assert all(after.first_day - before.first_day == timedelta(days=7) for before, after in pairwise(weeks))
    for week in weeks:
        assert week.planned_seconds is None or 0 < week.planned_seconds <= 7 * 2 * 600
        assert week.pressed_seconds >= 0
        assert 0 <= week.days_pressed <= min(7, week.sessions)
    within = [each for each in sessions if each.day >= first]
    assert sum(week.sessions for week in weeks) == len(within)
    assert sum(week.pressed_seconds for week in weeks) == pytest.approx(
        sum(each.held_seconds for each in within)
    )


# --- How often of late --------------------------------------------------------------------------------------


def test_two_weeks_are_told_without_a_streak() -> None:
    sessions = [pressed(ago(back)) for back in (0, 1, 1, 3, 5, 13, 14, 40)]
    assert last_days((plan(ago(60)),), sessions, TODAY) == LastDays(14, 5, 10)
    assert last_days((), sessions, TODAY) == LastDays(14, 5, None)
    assert last_days((), (), TODAY) is None


def test_a_plan_of_yesterday_is_not_held_against_two_weeks() -> None:
    assert last_days((plan(ago(1), days=7),), (), TODAY) == LastDays(2, 0, 2)


@given(plans=plans_of, sessions=sessions_of)
def test_of_late_there_are_never_more_days_than_there_were(
    plans: Sequence[PracticePlan], sessions: list[Pressed]
) -> None:
    found = last_days(plans, sessions, TODAY)
    if found is None:
        assert not plans
        assert not sessions
        return
    assert 1 <= found.days <= 14
    assert 0 <= found.pressed_days <= found.days
    assert found.planned_days is None or 0 <= found.planned_days <= found.days
