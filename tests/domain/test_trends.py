from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import ProtocolId, RegionId
from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.domain.trends import permitted
from acupress_desktop.domain.trends.daily import WHOLE_BODY, Area
from acupress_desktop.domain.trends.material import (
    NO_PAIN_ANYWHERE,
    EntryPains,
    PainValue,
    SessionMark,
    TrendMaterial,
    ValueSource,
)
from acupress_desktop.domain.trends.permitted import Need, Shown, Withheld
from acupress_desktop.domain.trends.series import (
    FindingKind,
    TrendRange,
    baseline_range,
    trend_series,
)

NECK = RegionId("neck-back")
KNEE = RegionId("knee-front")
TODAY = date(2026, 11, 22)
"""A Sunday, the last day of ISO week 47."""


def at(day: date, hour: int = 12) -> Moment:
    return Moment.of(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))


def entry(
    day: date,
    intensity: int,
    region: RegionId | None = NECK,
    hour: int = 12,
    tags: tuple[ContextTag, ...] = (),
) -> EntryPains:
    value = PainValue(at(day, hour), region, PainSide.LEFT, intensity, ValueSource.CHECK_IN)
    return EntryPains((value,), tags)


def material(*entries: EntryPains, sessions: tuple[date, ...] = ()) -> TrendMaterial:
    marks = tuple(SessionMark(at(day), ProtocolId("P01")) for day in sessions)
    return TrendMaterial(entries, (), marks, min(sessions, default=None))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_a_day_is_the_middle_of_its_entries() -> None:
    series = trend_series(
        material(entry(TODAY, 2, hour=8), entry(TODAY, 9, hour=12), entry(TODAY, 3, hour=20)),
        None,
        WHOLE_BODY,
        TrendRange.WEEK.until(TODAY),
    )
    assert [(each.day, each.value, each.entries) for each in series.daily] == [(TODAY, 3.0, 3)]
    assert series.days_logged == 1
    assert series.days_in_range == 7


def test_only_the_chosen_area_counts_and_no_pain_today_counts_for_each() -> None:
    both = EntryPains(
        (
            PainValue(at(ago(1)), NECK, PainSide.LEFT, 4, ValueSource.CHECK_IN),
            PainValue(at(ago(1)), KNEE, PainSide.LEFT, 7, ValueSource.CHECK_IN),
        ),
        (),
    )
    found = material(both, entry(TODAY, 0, NO_PAIN_ANYWHERE), entry(ago(2), 9, KNEE))
    days = TrendRange.WEEK.until(TODAY)
    neck = trend_series(found, None, Area(frozenset({NECK})), days)
    assert [(each.day, each.value) for each in neck.daily] == [(ago(1), 4.0), (TODAY, 0.0)]
    everything = trend_series(found, None, WHOLE_BODY, days)
    assert [each.value for each in everything.daily] == [9.0, 7.0, 0.0]


@pytest.mark.parametrize(("logged", "shown"), [(3, False), (4, True), (7, True)])
def test_a_week_has_a_middle_from_four_days_on(logged: int, shown: bool) -> None:
    entries = [entry(ago(back), 5) for back in range(logged)]
    series = trend_series(material(*entries), None, WHOLE_BODY, TrendRange.MONTH.until(TODAY))
    (week,) = series.weeks
    assert (week.monday, week.sunday, week.days_logged) == (date(2026, 11, 16), TODAY, logged)
    assert isinstance(week.median, Shown) is shown
    if isinstance(week.median, Withheld):
        assert [(each.need, each.have) for each in week.median.missing] == [(Need.DAYS_OF_A_WEEK, logged)]


def test_weeks_are_iso_weeks_across_a_new_year() -> None:
    monday = date(2026, 12, 28)
    entries = [entry(monday + timedelta(days=number), number) for number in range(7)]
    series = trend_series(material(*entries), None, WHOLE_BODY, DayRange(monday, date(2027, 1, 3)))
    (week,) = series.weeks
    assert (week.monday, week.median) == (monday, Shown(3.0))


def test_gaps_are_named_and_cover_exactly_the_days_without_entries() -> None:
    series = trend_series(
        material(entry(ago(5), 3), entry(ago(1), 3)), None, WHOLE_BODY, TrendRange.WEEK.until(TODAY)
    )
    assert [(gap.days.first, gap.days.last) for gap in series.gaps] == [
        (ago(6), ago(6)),
        (ago(4), ago(2)),
        (TODAY, TODAY),
    ]


@given(st.sets(st.integers(0, 29)))
def test_gaps_and_logged_days_share_out_the_range(backs: set[int]) -> None:
    found = material(*(entry(ago(back), 5) for back in backs))
    series = trend_series(found, None, WHOLE_BODY, TrendRange.MONTH.until(TODAY))
    assert sum(gap.days.days for gap in series.gaps) + series.days_logged == 30


def test_what_lies_outside_the_range_is_not_shown() -> None:
    found = material(entry(ago(7), 9), entry(TODAY, 1), sessions=(ago(7), TODAY))
    series = trend_series(found, None, WHOLE_BODY, TrendRange.WEEK.until(TODAY))
    assert [each.value for each in series.daily] == [1.0]
    assert [mark.moment.local_date for mark in series.sessions] == [TODAY]
    assert series.first_session == ago(7)


@pytest.mark.parametrize(("days", "shown"), [(6, False), (7, True)])
def test_the_band_needs_seven_days_before_the_first_session(days: int, shown: bool) -> None:
    before = material(*(entry(ago(20 + back), 6) for back in range(days)))
    found = material(entry(TODAY, 4), sessions=(ago(15),))
    series = trend_series(found, before, WHOLE_BODY, TrendRange.WEEK.until(TODAY))
    assert isinstance(series.band, Shown) is shown
    if isinstance(series.band, Shown):
        band = series.band.value
        assert (band.low, band.middle, band.high, band.baseline_days) == (4.0, 6.0, 8.0, 7)


def test_days_from_the_first_session_on_are_no_baseline() -> None:
    before = material(*(entry(ago(back), 6) for back in range(10)))
    found = material(entry(TODAY, 4), sessions=(ago(5),))
    series = trend_series(found, before, WHOLE_BODY, TrendRange.WEEK.until(TODAY))
    assert isinstance(series.band, Withheld)
    assert series.band.missing[0].have == 4


def test_the_band_stays_on_the_scale() -> None:
    before = material(*(entry(ago(20 + back), 1) for back in range(7)))
    series = trend_series(material(sessions=(ago(1),)), before, WHOLE_BODY, TrendRange.WEEK.until(TODAY))
    assert isinstance(series.band, Shown)
    assert (series.band.value.low, series.band.value.high) == (0.0, 3.0)


def test_without_a_session_there_is_no_baseline() -> None:
    assert baseline_range(None) is None
    assert baseline_range(TODAY) == DayRange(date.min, ago(1))


def test_the_finding_says_how_much_there_is_and_never_more() -> None:
    days = TrendRange.TWELVE_WEEKS.until(TODAY)
    nothing = trend_series(material(), None, WHOLE_BODY, days)
    assert nothing.finding.kind is FindingKind.NOTHING_LOGGED
    few = trend_series(material(*(entry(ago(back), 5) for back in range(14))), None, WHOLE_BODY, days)
    assert few.finding.kind is FindingKind.TOO_EARLY
    assert {each.need for each in few.finding.missing} == {Need.SPAN_DAYS, Need.ENTRIES}
    many = trend_series(material(*(entry(ago(back), 5) for back in range(28))), None, WHOLE_BODY, days)
    assert (many.finding.kind, many.finding.days_logged) == (FindingKind.DAYS_LOGGED, 28)


def test_the_table_twin_says_what_the_chart_draws() -> None:
    found = material(
        entry(TODAY, 3, hour=8),
        entry(TODAY, 5, hour=9, tags=(ContextTag.FLARE,)),
        sessions=(TODAY, TODAY, ago(2)),
    )
    series = trend_series(found, None, WHOLE_BODY, TrendRange.WEEK.until(TODAY))
    rows = [(row.day, row.value, row.entries, row.sessions, row.tags) for row in series.table()]
    assert rows == [(TODAY, 4.0, (3, 5), 2, (ContextTag.FLARE,)), (ago(2), None, (), 1, ())]


@pytest.mark.parametrize(
    ("answer", "need"),
    [
        (permitted.session_change(), Need.NEVER),
        (permitted.ranking(), Need.RANDOMISED_COMPARISON),
        (permitted.average([1, 2, 3]), Need.ENTRIES),
        (permitted.before_after(9, 9), Need.SESSIONS),
        (permitted.before_after(12, 6), Need.SESSION_DAYS),
        (permitted.trend_line(27, 30, 27), Need.SPAN_DAYS),
        (permitted.trend_line(28, 19, 28), Need.ENTRIES),
        (permitted.trend_line(40, 40, 27), Need.MISSING_PERCENT),
        (permitted.improvement(13, 28), Need.BASELINE_DAYS),
        (permitted.improvement(14, 27), Need.RECENT_DAYS),
        (permitted.correlation(41), Need.PAIRED_DAYS),
        (permitted.self_test(9, 9), Need.PAIRS),
        (permitted.self_test(14, 7), Need.DIFFERENT_PAIRS),
    ],
)
def test_too_little_is_withheld_with_its_reason(answer: Shown[object] | Withheld, need: Need) -> None:
    assert isinstance(answer, Withheld)
    assert [each.need for each in answer.missing] == [need]


@pytest.mark.parametrize(
    "answer",
    [
        permitted.average([1, 2, 3, 4]),
        permitted.before_after(10, 7),
        permitted.trend_line(28, 20, 20),
        permitted.improvement(14, 28),
        permitted.correlation(42),
        permitted.self_test(10, 8),
    ],
)
def test_just_enough_is_shown(answer: Shown[object] | Withheld) -> None:
    assert isinstance(answer, Shown)
