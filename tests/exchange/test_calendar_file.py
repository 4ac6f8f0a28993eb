"""Reminders as a calendar file: what another program reads in it, and that it says no more than it should."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.reminders import (
    Reminder,
    ReminderKind,
    ReminderState,
    Weekday,
    Worded,
    due_between,
)
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.exchange.calendar_file import LINE_BYTES_MAX, calendar_text, write_calendar
from tests.examples import examples

EVENING = Moment.of(datetime(2026, 11, 25, 19, 2, 7, 123456, tzinfo=timezone(timedelta(hours=1))), "CET")
PRIVATE = "A quiet moment, if you like"


def weekly(*days: Weekday, name: str = "01a20e80-0280-7000-8000-000000000001") -> Reminder:
    return Reminder(RowId(name), EVENING, ReminderKind.WEEKLY, 8 * 60, days)


def before_the_period(days: int = 5) -> Reminder:
    return Reminder(
        RowId("01a20e80-0280-7000-8000-000000000002"),
        EVENING,
        ReminderKind.BEFORE_PERIOD,
        18 * 60 + 30,
        on_day=date(2026, 12, 8),
        days_before=days,
    )


def said(reminder: Reminder, title: str = PRIVATE) -> Worded:
    return Worded(reminder, "Reminder", title)


def events(content: bytes) -> list[Any]:
    """The entries as another program reads them."""
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_a_weekly_one_repeats_on_its_days_with_an_alarm_at_its_time() -> None:
    content, count = calendar_text([said(weekly(Weekday.FRIDAY, Weekday.MONDAY))])
    (event,) = events(content)
    assert count == 1
    assert event["SUMMARY"] == PRIVATE
    assert dict(event["RRULE"]) == {"FREQ": ["WEEKLY"], "BYDAY": ["MO", "FR"]}
    start = event["DTSTART"].dt
    # The first of its days on or after the day on which it was made, in no time zone.
    assert (start, start.tzinfo) == (datetime.fromisoformat("2026-11-27T08:00"), None)
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt, alarm["DESCRIPTION"]) == ("DISPLAY", timedelta(), PRIVATE)


def test_five_days_before_the_period_is_one_entry_without_repeating() -> None:
    (event,) = events(calendar_text([said(before_the_period())])[0])
    assert event["DTSTART"].dt == datetime.fromisoformat("2026-12-03T18:30")
    assert "RRULE" not in event


def test_an_entry_keeps_its_key_and_a_later_change_wins() -> None:
    early = weekly(Weekday.MONDAY)
    late = Reminder(
        early.id,
        Moment.of(EVENING.local + timedelta(minutes=1), "CET"),
        ReminderKind.WEEKLY,
        9 * 60,
        (Weekday.TUESDAY,),
    )
    (before,), (after,) = events(calendar_text([said(early)])[0]), events(calendar_text([said(late)])[0])
    assert before["UID"] == after["UID"] == early.id
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert before["DTSTAMP"].dt == datetime(2026, 11, 25, 18, 2, 7, tzinfo=UTC)


def test_the_private_file_names_neither_the_app_nor_anything_of_health() -> None:
    content = calendar_text([said(weekly(Weekday.MONDAY)), said(before_the_period())])[0].decode().lower()
    words = ("acupress", "press", "period", "pain", "health", "neck", "set")
    assert [word for word in words if word in content.replace("dtstart", "")] == []
    assert "class:private" in content


def test_what_is_off_or_has_no_day_is_left_out() -> None:
    off = Reminder(RowId("o"), EVENING, ReminderKind.WEEKLY, 480, (Weekday.MONDAY,), state=ReminderState.OFF)
    nowhen = Reminder(RowId("n"), EVENING, ReminderKind.REVIEW, 480)
    content, count = calendar_text([said(off), said(nowhen), said(weekly())])
    assert (count, events(content)) == (0, [])


def test_the_order_of_the_list_changes_nothing_and_neither_does_a_second_export(tmp_path: Path) -> None:
    first = [said(weekly(Weekday.MONDAY)), said(before_the_period(), "“Period cramps”, if you like")]
    one, two = tmp_path / "one.ics", tmp_path / "two.ics"
    assert write_calendar(one, first) == write_calendar(two, reversed(first)) == 2
    assert one.read_bytes() == two.read_bytes()
    assert one.stat().st_mode & 0o077 == 0


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(KnownTrouble):
        write_calendar(tmp_path / "nowhere" / "x.ics", [said(weekly(Weekday.MONDAY))])
    assert list(tmp_path.iterdir()) == []


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200
).filter(lambda text: text.strip() == text)


@examples(1.0)
@given(TEXTS)
def test_any_words_come_back_as_they_went_in_short_lines(title: str) -> None:
    content, _count = calendar_text([said(weekly(Weekday.SUNDAY), title)])
    assert all(len(line) <= LINE_BYTES_MAX for line in content.split(b"\r\n"))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    (event,) = events(content)
    assert str(event["SUMMARY"]) == title
    (alarm,) = event.walk("VALARM")
    assert str(alarm["DESCRIPTION"]) == title


@examples(0.5)
@given(st.sets(st.sampled_from(Weekday), min_size=1), st.integers(0, 1439))
def test_a_calendar_reminds_when_the_app_would(days: set[Weekday], minute: int) -> None:
    """The rule of the file, worked out by another program's library, gives the times of our own."""
    rrulestr = import_module("dateutil.rrule").rrulestr
    mine = Reminder(RowId("r"), EVENING, ReminderKind.WEEKLY, minute, tuple(days))
    (event,) = events(calendar_text([said(mine)])[0])
    start = event["DTSTART"].dt
    rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
    theirs = [at.replace(tzinfo=UTC) for at in rule[:10]]
    midnight = datetime(2026, 11, 25, tzinfo=UTC)
    ours = due_between([mine], midnight - timedelta(seconds=1), midnight + timedelta(days=100), UTC)
    assert [due.at for due in ours[:10]] == theirs
