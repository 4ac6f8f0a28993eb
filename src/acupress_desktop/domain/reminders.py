"""When a person wants to be reminded, in which words, and when that is due by the clocks of their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment

REMINDERS_MAX = 20
DAYS_BEFORE_MAX = 14
DAY_MINUTES = 24 * 60
LATE_AT_MOST = timedelta(hours=1)
"""What is later than this, as after a night asleep, is not said any more."""


class ReminderKind(Enum):
    """What sets the day."""

    WEEKLY = "weekly"
    BEFORE_PERIOD = "before_period"
    REVIEW = "review"


class Weekday(Enum):
    """Days of a week, as calendars name them."""

    MONDAY = "mo"
    TUESDAY = "tu"
    WEDNESDAY = "we"
    THURSDAY = "th"
    FRIDAY = "fr"
    SATURDAY = "sa"
    SUNDAY = "su"


class ReminderWording(Enum):
    """What others may read over one's shoulder: nothing of health, or the name of the set."""

    PRIVATE = "private"
    NAMED = "named"


class ReminderState(Enum):
    """Whether it reminds."""

    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder at ``at_minute`` of the local day (0 to 1439).

    ``weekdays`` matter to weekly ones. ``on_day`` is the day on which the next period is expected, or that of
    the review; ``days_before`` (0 to 14) counts back from it.
    """

    id: RowId
    moment: Moment
    kind: ReminderKind
    at_minute: int
    weekdays: tuple[Weekday, ...] = ()
    on_day: date | None = None
    days_before: int = 0
    wording: ReminderWording = ReminderWording.PRIVATE
    state: ReminderState = ReminderState.ON

    def __post_init__(self) -> None:
        """Bounds live here, once."""
        if not 0 <= self.at_minute < DAY_MINUTES:
            message = f"at_minute must be 0 to {DAY_MINUTES - 1}, not {self.at_minute}"
            raise ValueError(message)
        if not 0 <= self.days_before <= DAYS_BEFORE_MAX:
            message = f"days_before must be 0 to {DAYS_BEFORE_MAX}, not {self.days_before}"
            raise ValueError(message)

    @property
    def day(self) -> date | None:
        """The one day on which it reminds; ``None`` for a weekly one, and where no day was given."""
        if self.kind is ReminderKind.WEEKLY or self.on_day is None:
            return None
        return self.on_day - timedelta(days=self.days_before)

    def days_from(self, first: date, count: int) -> Iterator[date]:
        """Return the days on which it reminds among ``count`` days from ``first`` on."""
        for number in range(count):
            day = first + timedelta(days=number)
            if self.day == day or (self.kind is ReminderKind.WEEKLY and weekday_of(day) in self.weekdays):
                yield day


@dataclass(frozen=True, slots=True)
class Worded:
    """A reminder with the words that its wording chose: who it comes from and what it says."""

    reminder: Reminder
    sender: str
    title: str


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder and the instant, in UTC, at which it is due."""

    reminder: Reminder
    at: datetime


def weekday_of(day: date) -> Weekday:
    """Return the day of the week."""
    return tuple(Weekday)[day.weekday()]


def instant_of(day: date, at_minute: int, zone: tzinfo) -> datetime:
    """Return the instant, in UTC, at which clocks in ``zone`` first show this time of this day.

    Where they leap over it, it is as late after the leap as it would have been after the missing hour began.
    """
    clock = time(at_minute // 60, at_minute % 60)
    return datetime.combine(day, clock, zone).astimezone(UTC)


def next_due(reminder: Reminder, after: datetime, zone: tzinfo) -> Due | None:
    """Return when ``reminder`` is due next, later than the aware instant ``after``; ``None`` for never."""
    if reminder.state is ReminderState.OFF:
        return None
    if reminder.day is not None:
        at = instant_of(reminder.day, reminder.at_minute, zone)
        return Due(reminder, at) if at > after else None
    # Two days back, because a place that changes its zone may leave out a whole day.
    first = after.astimezone(zone).date() - timedelta(days=2)
    instants = (instant_of(day, reminder.at_minute, zone) for day in reminder.days_from(first, 14))
    return next((Due(reminder, at) for at in instants if at > after), None)


def next_of_all(reminders: Iterable[Reminder], after: datetime, zone: tzinfo) -> Due | None:
    """Return what is due first of all; ``None`` where nothing is."""
    coming = (due for each in reminders if (due := next_due(each, after, zone)) is not None)
    return min(coming, key=lambda due: due.at, default=None)


def due_between(
    reminders: Iterable[Reminder], after: datetime, until: datetime, zone: tzinfo
) -> tuple[Due, ...]:
    """Return everything that is due later than ``after`` and not later than ``until``, earliest first.

    Nothing is in it twice, and two spans that meet have nothing in common.
    """
    found: list[Due] = []
    for reminder in reminders:
        due = next_due(reminder, after, zone)
        while due is not None and due.at <= until:
            found.append(due)
            due = next_due(reminder, due.at, zone)
    return tuple(sorted(found, key=lambda each: (each.at, each.reminder.id)))


def to_say(due: Iterable[Due], now: datetime) -> tuple[Due, ...]:
    """Return what is still worth saying at ``now``; each reminder once, its newest time."""
    fresh = {each.reminder.id: each for each in due if now - each.at <= LATE_AT_MOST}
    return tuple(sorted(fresh.values(), key=lambda each: (each.at, each.reminder.id)))
