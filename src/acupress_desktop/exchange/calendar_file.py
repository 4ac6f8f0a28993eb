"""Reminders as a calendar file (RFC 5545): a calendar also reminds when the app is closed.

Times are "floating": eight in the morning is eight wherever the person is and whatever the clocks do, which
is what a habit means. Each entry carries the reminder's own key, so that opening a newer file changes the
entries of the older one instead of adding to them, and no time but the reminder's own, so that two exports
of the same reminders are equal byte by byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vRecur, vText

from acupress_desktop.domain.reminders import Reminder, ReminderKind, ReminderState, Weekday, Worded
from acupress_desktop.domain.troubles import DiskFailed, KnownTrouble
from acupress_desktop.exchange.whole_file import settle, whole_file

ENDING = "ics"
PRODUCT = "-//Quiet moment//Reminders 1//EN"
"""Who made the file. It says nothing of health, since calendars are shared."""
LINE_BYTES_MAX = 75
LASTS = timedelta(minutes=10)
_ALARM_AT_THE_START = "PT0S"
_FIRST_CHANGE = datetime(2020, 1, 1, tzinfo=UTC)


def write_calendar(path: Path, entries: Iterable[Worded]) -> int:
    """Write every reminder that is on and return how many; raises ``KnownTrouble``."""
    content, count = calendar_text(entries)
    with whole_file(path) as (stream, beside):
        stream.write(content)
        settle(stream)
        stream.close()
        if beside.read_bytes() != content:
            raise KnownTrouble(DiskFailed(path))
    return count


def calendar_text(entries: Iterable[Worded]) -> tuple[bytes, int]:
    """Return the file's content and how many reminders it holds; what is off or has no day is left out."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    count = 0
    for entry in sorted(entries, key=lambda each: each.reminder.id):
        first = first_day(entry.reminder)
        if entry.reminder.state is ReminderState.ON and first is not None:
            calendar.add_component(_event(entry, first))
            count += 1
    return calendar.to_ical(), count


def first_day(reminder: Reminder) -> date | None:
    """Return the day of the first entry; ``None`` where it has none."""
    if reminder.kind is not ReminderKind.WEEKLY:
        return reminder.day
    return next(iter(reminder.days_from(reminder.moment.local_date, 7)), None)


def _event(entry: Worded, first: date) -> Event:
    reminder = entry.reminder
    event = Event()
    event.add("uid", str(reminder.id))
    event.add("dtstamp", reminder.moment.utc.replace(microsecond=0))
    event.add("sequence", max(0, int((reminder.moment.utc - _FIRST_CHANGE).total_seconds())))
    event.add("dtstart", datetime.combine(first, time(reminder.at_minute // 60, reminder.at_minute % 60)))
    event.add("duration", LASTS)
    event.add("summary", entry.title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    if reminder.kind is ReminderKind.WEEKLY:
        days = [day.value.upper() for day in Weekday if day in reminder.weekdays]
        event.add("rrule", vRecur({"FREQ": "WEEKLY", "BYDAY": days}))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", vText(_ALARM_AT_THE_START))
    event.add_component(alarm)
    return event
