"""What may be shown about one person's numbers, and from when on. Enforced here and nowhere else.

Each rule answers ``Shown`` with the value or ``Withheld`` with what is still missing. The limits follow the
statistics for one person: AHRQ *Design and Implementation of N-of-1 Trials* (2014), CENT 2015
(10.1136/bmj.h1738), Tang and Landes 2020 (10.1371/journal.pone.0228077) and simulated diaries of our own.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")

AVERAGE_ENTRIES_MIN = 4
WEEK_DAYS_MIN = 4
BASELINE_DAYS_MIN = 7
BEFORE_AFTER_SESSIONS_MIN = 10
BEFORE_AFTER_DAYS_MIN = 7
TREND_SPAN_DAYS_MIN = 28
TREND_ENTRIES_MIN = 20
TREND_MISSING_PERCENT_MAX = 30
IMPROVEMENT_BASELINE_DAYS_MIN = 14
IMPROVEMENT_RECENT_DAYS_MIN = 28
CORRELATION_PAIRED_DAYS_MIN = 42
SELF_TEST_PAIRS_MIN = 10
SELF_TEST_DIFFERENCES_MIN = 8


class Need(Enum):
    """What is missing before something may be shown."""

    NEVER = "never"
    ENTRIES = "entries"
    DAYS_OF_A_WEEK = "days_of_a_week"
    BASELINE_DAYS = "baseline_days"
    SESSIONS = "sessions"
    SESSION_DAYS = "session_days"
    SPAN_DAYS = "span_days"
    MISSING_PERCENT = "missing_percent"
    RECENT_DAYS = "recent_days"
    PAIRED_DAYS = "paired_days"
    RANDOMISED_COMPARISON = "randomised_comparison"
    PAIRS = "pairs"
    DIFFERENT_PAIRS = "different_pairs"
    ENTRIES_THAT_DIFFER = "entries_that_differ"
    EVERY_DAY_COUNTED_EITHER_WAY = "every_day_counted_either_way"


@dataclass(frozen=True, slots=True)
class Missing:
    """One unmet condition: how much is needed (at most, for MISSING_PERCENT) and how much there is."""

    need: Need
    needed: int
    have: int


@dataclass(frozen=True, slots=True)
class Shown(Generic[T]):
    """May be shown."""

    value: T


@dataclass(frozen=True, slots=True)
class Withheld:
    """May not be shown, and why."""

    missing: tuple[Missing, ...]


def at_least(need: Need, needed: int, have: int) -> tuple[Missing, ...]:
    """Return the condition where it is not met."""
    return () if have >= needed else (Missing(need, needed, have),)


def allowed(missing: tuple[Missing, ...]) -> Shown[None] | Withheld:
    """Turn unmet conditions into an answer."""
    return Withheld(missing) if missing else Shown(None)


def session_change() -> Withheld:
    """One session's change as percent, colour, arrow or "worked": never; show the two numbers."""
    return Withheld((Missing(Need.NEVER, 0, 0),))


def ranking() -> Withheld:
    """A "best point" or set: only from a finished randomised comparison, which this version has not."""
    return Withheld((Missing(Need.RANDOMISED_COMPARISON, 1, 0),))


def average(values: Sequence[float]) -> Shown[float] | Withheld:
    """Return the mean of at least four entries."""
    missing = at_least(Need.ENTRIES, AVERAGE_ENTRIES_MIN, len(values))
    return Withheld(missing) if missing else Shown(statistics.fmean(values))


def week_median(daily: Sequence[float]) -> Shown[float] | Withheld:
    """Return the median of one week's daily values, four days at least."""
    missing = at_least(Need.DAYS_OF_A_WEEK, WEEK_DAYS_MIN, len(daily))
    return Withheld(missing) if missing else Shown(float(statistics.median(daily)))


def baseline(daily: Sequence[float]) -> Shown[float] | Withheld:
    """Return the median of the days before the first session, seven days at least."""
    missing = at_least(Need.BASELINE_DAYS, BASELINE_DAYS_MIN, len(daily))
    return Withheld(missing) if missing else Shown(float(statistics.median(daily)))


def before_after(sessions: int, days: int) -> Shown[None] | Withheld:
    """Mean change during sessions: ten complete sessions on seven days, averaged within days first."""
    return allowed(
        at_least(Need.SESSIONS, BEFORE_AFTER_SESSIONS_MIN, sessions)
        + at_least(Need.SESSION_DAYS, BEFORE_AFTER_DAYS_MIN, days)
    )


def trend_line(span_days: int, entries: int, logged_days: int) -> Shown[None] | Withheld:
    """A line, slope or projection: 28 days of span, 20 entries, at most 30 % of the days missing."""
    missing = at_least(Need.SPAN_DAYS, TREND_SPAN_DAYS_MIN, span_days)
    missing += at_least(Need.ENTRIES, TREND_ENTRIES_MIN, entries)
    gap_percent = 100 if span_days == 0 else round(100 * (span_days - logged_days) / span_days)
    if gap_percent > TREND_MISSING_PERCENT_MAX:
        missing += (Missing(Need.MISSING_PERCENT, TREND_MISSING_PERCENT_MAX, gap_percent),)
    return allowed(missing)


def improvement(baseline_days: int, recent_days: int) -> Shown[None] | Withheld:
    """Less by two points and by 30 %: 14 days before the first session and 28 recent ones."""
    return allowed(
        at_least(Need.BASELINE_DAYS, IMPROVEMENT_BASELINE_DAYS_MIN, baseline_days)
        + at_least(Need.RECENT_DAYS, IMPROVEMENT_RECENT_DAYS_MIN, recent_days)
    )


def correlation(paired_days: int) -> Shown[None] | Withheld:
    """Two series against each other: 42 days with both."""
    return allowed(at_least(Need.PAIRED_DAYS, CORRELATION_PAIRED_DAYS_MIN, paired_days))


def self_test(pairs: int, different_pairs: int) -> Shown[None] | Withheld:
    """A randomised self-test: ten pairs, of which eight differ."""
    return allowed(
        at_least(Need.PAIRS, SELF_TEST_PAIRS_MIN, pairs)
        + at_least(Need.DIFFERENT_PAIRS, SELF_TEST_DIFFERENCES_MIN, different_pairs)
    )
