"""When a reminder is due: across changes of the clocks, in any place, and never twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.reminders import (
    Due,
    Reminder,
    ReminderKind,
    ReminderState,
    Weekday,
    due_between,
    instant_of,
    next_due,
    next_of_all,
    to_say,
    weekday_of,
)
from tests.examples import examples

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = tuple(
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/New_York",
        "America/Nuuk",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "Pacific/Apia",
        "Pacific/Chatham",
        "UTC",
    )
)
MADE = Moment.of(datetime(2026, 11, 1, 9, tzinfo=UTC))
SOME_DAY = st.dates(date(2010, 1, 1), date(2030, 12, 31))


def weekly(*days: Weekday, at_minute: int = 8 * 60, name: str = "a") -> Reminder:
    return Reminder(RowId(name), MADE, ReminderKind.WEEKLY, at_minute, days)


def one_off(day: date, days_before: int = 0, at_minute: int = 8 * 60) -> Reminder:
    return Reminder(
        RowId("b"), MADE, ReminderKind.BEFORE_PERIOD, at_minute, on_day=day, days_before=days_before
    )


def reminders() -> st.SearchStrategy[Reminder]:
    minutes = st.integers(0, 1439)
    return st.one_of(
        st.builds(
            lambda days, at, name: weekly(*days, at_minute=at, name=name),
            st.lists(st.sampled_from(Weekday), min_size=1, max_size=7, unique=True),
            minutes,
            st.sampled_from("cdefg"),
        ),
        st.builds(one_off, SOME_DAY, st.integers(0, 14), minutes),
    )


INSTANTS = st.integers(1_262_304_000, 1_924_905_600).map(lambda second: datetime.fromtimestamp(second, UTC))


def test_a_weekly_one_is_due_at_its_time_on_its_days() -> None:
    at = datetime(2026, 11, 25, 7, tzinfo=UTC)  # Wednesday, eight in Berlin
    mine = weekly(Weekday.WEDNESDAY, Weekday.FRIDAY)
    assert next_due(mine, at - timedelta(seconds=1), BERLIN) == Due(mine, at)
    assert next_due(mine, at, BERLIN) == Due(mine, at + timedelta(days=2))


@pytest.mark.parametrize(
    ("day", "minute", "local"),
    [
        (date(2027, 3, 28), 2 * 60 + 30, "03:30"),  # two to three does not exist: half past three it is
        (date(2027, 3, 28), 8 * 60, "08:00"),
        (date(2026, 10, 25), 2 * 60 + 30, "02:30"),  # half past two comes twice: the first one
        (date(2026, 10, 25), 8 * 60, "08:00"),
    ],
)
def test_when_clocks_change_it_is_due_once_and_by_the_clock(day: date, minute: int, local: str) -> None:
    daily = weekly(*Weekday, at_minute=minute)
    start = instant_of(day, 0, BERLIN) - timedelta(seconds=1)
    end = instant_of(day + timedelta(days=1), 0, BERLIN) - timedelta(seconds=1)
    due = due_between([daily], start, end, BERLIN)
    assert [f"{each.at.astimezone(BERLIN):%H:%M}" for each in due] == [local]
    assert due[0].at.astimezone(BERLIN).fold == 0


def test_where_a_whole_day_is_left_out_nothing_is_due_twice() -> None:
    apia = ZoneInfo("Pacific/Apia")  # there was no 30 December 2011
    both = weekly(Weekday.FRIDAY, Weekday.SATURDAY)
    start = instant_of(date(2011, 12, 29), 12 * 60, apia)
    due = due_between([both], start, start + timedelta(days=2), apia)
    assert [f"{each.at.astimezone(apia):%a %d %H:%M}" for each in due] == ["Sat 31 08:00"]


def test_days_before_the_period_count_back_from_the_day_given() -> None:
    mine = one_off(date(2026, 12, 3), 5)
    due = next_due(mine, datetime(2026, 11, 25, tzinfo=UTC), BERLIN)
    assert due is not None
    assert f"{due.at.astimezone(BERLIN):%Y-%m-%d %H:%M}" == "2026-11-28 08:00"
    assert next_due(mine, due.at, BERLIN) is None


def test_what_is_off_or_has_no_day_is_never_due() -> None:
    at = datetime(2026, 11, 25, tzinfo=UTC)
    off = Reminder(RowId("o"), MADE, ReminderKind.WEEKLY, 480, tuple(Weekday), state=ReminderState.OFF)
    assert next_due(off, at, BERLIN) is None
    assert next_due(weekly(), at, BERLIN) is None
    assert next_due(Reminder(RowId("r"), MADE, ReminderKind.REVIEW, 480), at, BERLIN) is None
    assert next_of_all([off, weekly()], at, BERLIN) is None


@pytest.mark.parametrize(("minute", "days"), [(-1, 0), (1440, 0), (480, -1), (480, 15)])
def test_an_impossible_time_is_refused(minute: int, days: int) -> None:
    with pytest.raises(ValueError, match="must be 0 to"):
        Reminder(RowId("x"), MADE, ReminderKind.REVIEW, minute, on_day=date(2027, 1, 1), days_before=days)


@examples(1.0)
@given(reminders(), INSTANTS, st.sampled_from(ZONES))
def test_what_is_due_next_is_the_first_of_its_days_that_is_later(
    mine: Reminder, after: datetime, zone: ZoneInfo
) -> None:
    today = after.astimezone(zone).date()
    around = [today + timedelta(days=number) for number in range(-3, 12)]
    if mine.kind is ReminderKind.WEEKLY:
        days = [day for day in around if weekday_of(day) in mine.weekdays]
    else:
        days = [day for day in (mine.day,) if day is not None]
    later = [at for day in days if (at := instant_of(day, mine.at_minute, zone)) > after]
    due = next_due(mine, after, zone)
    assert (None if due is None else due.at) == min(later, default=None)


@examples(1.0)
@given(SOME_DAY, st.integers(0, 1439), st.sampled_from(ZONES))
def test_a_time_that_exists_is_met_to_the_minute_and_one_that_does_not_is_met_later(
    day: date, minute: int, zone: ZoneInfo
) -> None:
    local = instant_of(day, minute, zone).astimezone(zone)
    wanted = datetime.combine(day, time(minute // 60, minute % 60), zone)
    late = local.replace(tzinfo=None) - wanted.replace(tzinfo=None)
    assert timedelta() <= late <= timedelta(days=1)
    if late:
        assert zone.utcoffset(wanted.replace(fold=0)) != zone.utcoffset(wanted.replace(fold=1))


@examples(1.0)
@given(
    st.lists(reminders(), max_size=4, unique_by=lambda one: one.id),
    INSTANTS,
    st.lists(st.integers(1, 20 * 24 * 3600), min_size=1, max_size=5),
    st.sampled_from(ZONES),
)
def test_looking_in_many_spans_finds_each_due_time_once(
    many: list[Reminder], start: datetime, seconds: list[int], zone: ZoneInfo
) -> None:
    edges = [start]
    for step in seconds:
        edges.append(edges[-1] + timedelta(seconds=step))
    in_parts = [due for a, b in pairwise(edges) for due in due_between(many, a, b, zone)]
    whole = due_between(many, edges[0], edges[-1], zone)
    assert tuple(in_parts) == whole
    assert len({(due.reminder.id, due.at) for due in whole}) == len(whole)


@examples(0.5)
@given(st.lists(reminders(), max_size=4, unique_by=lambda one: one.id), INSTANTS, st.sampled_from(ZONES))
def test_the_first_of_all_is_the_first_of_a_long_span(
    many: list[Reminder], start: datetime, zone: ZoneInfo
) -> None:
    first = next_of_all(many, start, zone)
    span = due_between(many, start, start + timedelta(days=16), zone)
    if span:
        assert first is not None
        assert first.at == span[0].at


def test_after_a_night_asleep_there_is_no_burst() -> None:
    often = [weekly(*Weekday, at_minute=minute, name=str(minute)) for minute in (1, 60, 420, 479)]
    now = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)  # half past eight in Berlin
    due = due_between(often, now - timedelta(days=3), now, BERLIN)
    assert len(due) == 12
    assert [each.reminder.id for each in to_say(due, now)] == ["479"]
