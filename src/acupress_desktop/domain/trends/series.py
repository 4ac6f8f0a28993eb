"""Everything that the trend page and ``acupress trend`` show, computed once from the journal's material."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.trends import permitted
from acupress_desktop.domain.trends.daily import (
    Area,
    DailyValue,
    Entry,
    daily_values,
    entries_of,
)
from acupress_desktop.domain.trends.material import DayAverage, SessionMark, TrendMaterial
from acupress_desktop.domain.trends.permitted import Missing, Shown, Withheld

METHOD = "daily-median-1"
"""Stored and exported with each number, so that it can be computed again the same way."""
BAND_POINTS = 2
BAND_SOURCE = "10.1016/S0304-3959(01)00349-9"
"""Farrar 2001, 2,724 people in ten drug trials: "much improved" went with about 2 points."""


class TrendRange(Enum):
    """How far back the page looks; the value is in days."""

    WEEK = 7
    MONTH = 30
    TWELVE_WEEKS = 84
    YEAR = 365

    def until(self, today: date) -> DayRange:
        """Return the days that end with ``today``."""
        return DayRange(today - timedelta(days=self.value - 1), today)


@dataclass(frozen=True, slots=True)
class WeekValue:
    """One ISO week, from its Monday; ``median`` is withheld with fewer than four logged days."""

    monday: date
    days_logged: int
    median: Shown[float] | Withheld

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Gap:
    """Consecutive days of the range without an entry; drawn as a gap, never as zero, never joined."""

    days: DayRange


@dataclass(frozen=True, slots=True)
class Band:
    """The middle of the days before the first session and two points to either side, within 0 to 10."""

    middle: float
    low: float
    high: float
    baseline_days: int
    source: str = BAND_SOURCE


class FindingKind(Enum):
    """What the line above the chart may say."""

    NOTHING_LOGGED = "nothing_logged"
    TOO_EARLY = "too_early"
    DAYS_LOGGED = "days_logged"


@dataclass(frozen=True, slots=True)
class Finding:
    """The line above the chart: no trend is claimed, only how much there is to look at."""

    kind: FindingKind
    days_logged: int
    days_in_range: int
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day in the table twin of the chart; ``value`` is ``None`` where nothing was logged."""

    day: date
    value: float | None
    entries: tuple[int, ...]
    sessions: int
    tags: tuple[ContextTag, ...]


@dataclass(frozen=True, slots=True)
class TrendSeries:
    """One area over one range. Entries, days, weeks and sessions stand oldest first."""

    area: Area
    days: DayRange
    entries: tuple[Entry, ...]
    daily: tuple[DailyValue, ...]
    weeks: tuple[WeekValue, ...]
    gaps: tuple[Gap, ...]
    sessions: tuple[SessionMark, ...]
    averages: tuple[DayAverage, ...]
    first_session: date | None
    band: Shown[Band] | Withheld
    finding: Finding
    method: str = METHOD

    @property
    def days_logged(self) -> int:
        """Days of the range with an entry."""
        return len(self.daily)

    @property
    def days_in_range(self) -> int:
        """All days of the range."""
        return self.days.days

    def table(self) -> tuple[DayRow, ...]:
        """Return the table twin: every day with an entry or a session, newest first."""
        values = {each.day: each.value for each in self.daily}
        entries: dict[date, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            entries[entry.day].append(entry)
        marks = [mark.moment.local_date for mark in self.sessions]
        return tuple(
            DayRow(
                day=day,
                value=values.get(day),
                entries=tuple(entry.value for entry in entries[day]),
                sessions=marks.count(day),
                tags=_tags(entries[day]),
            )
            for day in sorted({*values, *marks}, reverse=True)
        )


def baseline_range(first_session: date | None) -> DayRange | None:
    """Return the days before the first session, whose material ``trend_series`` wants as well."""
    if first_session is None or first_session <= date.min:
        return None
    return DayRange(date.min, first_session - timedelta(days=1))


def trend_series(
    material: TrendMaterial, before_sessions: TrendMaterial | None, area: Area, days: DayRange
) -> TrendSeries:
    """Compute what is shown of ``material`` about ``area``.

    ``before_sessions`` is the material of ``baseline_range``, or ``None`` where no session was ever held.
    """
    entries = tuple(
        entry for entry in entries_of(material.entries, area) if days.first <= entry.day <= days.last
    )
    daily = daily_values(entries)
    return TrendSeries(
        area=area,
        days=days,
        entries=entries,
        daily=daily,
        weeks=week_values(daily),
        gaps=gaps_in(daily, days),
        sessions=tuple(
            mark for mark in material.sessions if days.first <= mark.moment.local_date <= days.last
        ),
        averages=material.averages,
        first_session=material.first_session,
        band=_band(before_sessions, area, material.first_session),
        finding=_finding(entries, daily, days),
    )


def week_values(daily: tuple[DailyValue, ...]) -> tuple[WeekValue, ...]:
    """Return the ISO weeks that have at least one logged day."""
    weeks: dict[date, list[float]] = defaultdict(list)
    for each in daily:
        weeks[each.day - timedelta(days=each.day.weekday())].append(each.value)
    return tuple(
        WeekValue(monday, len(values), permitted.week_median(values))
        for monday, values in sorted(weeks.items())
    )


def gaps_in(daily: tuple[DailyValue, ...], days: DayRange) -> tuple[Gap, ...]:
    """Return the stretches between logged days, the edges of the range included."""
    gaps = []
    expected = days.first
    for each in daily:
        if each.day > expected:
            gaps.append(Gap(DayRange(expected, each.day - timedelta(days=1))))
        expected = each.day + timedelta(days=1)
    if expected <= days.last:
        gaps.append(Gap(DayRange(expected, days.last)))
    return tuple(gaps)


def _band(
    before_sessions: TrendMaterial | None, area: Area, first_session: date | None
) -> Shown[Band] | Withheld:
    daily: tuple[DailyValue, ...] = ()
    if before_sessions is not None and first_session is not None:
        early = daily_values(entries_of(before_sessions.entries, area))
        daily = tuple(each for each in early if each.day < first_session)
    found = permitted.baseline([each.value for each in daily])
    if isinstance(found, Withheld):
        return found
    middle = found.value
    low, high = max(0.0, middle - BAND_POINTS), min(10.0, middle + BAND_POINTS)
    return Shown(Band(middle, low, high, len(daily)))


def _finding(entries: tuple[Entry, ...], daily: tuple[DailyValue, ...], days: DayRange) -> Finding:
    if not daily:
        return Finding(FindingKind.NOTHING_LOGGED, 0, days.days, ())
    span = (daily[-1].day - daily[0].day).days + 1
    line = permitted.trend_line(span, len(entries), len(daily))
    if isinstance(line, Withheld):
        return Finding(FindingKind.TOO_EARLY, len(daily), days.days, line.missing)
    return Finding(FindingKind.DAYS_LOGGED, len(daily), days.days, ())


def _tags(entries: list[Entry]) -> tuple[ContextTag, ...]:
    return tuple(tag for tag in ContextTag if any(tag in entry.tags for entry in entries))
