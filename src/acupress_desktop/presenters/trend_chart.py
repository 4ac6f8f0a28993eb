"""Turns a series into places on a chart: days across, 0 to 10 up; nothing is joined or filled in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.trends.daily import Entry
from acupress_desktop.domain.trends.permitted import Shown
from acupress_desktop.domain.trends.series import TrendRange, TrendSeries, WeekValue
from acupress_desktop.presenters.trend_view import (
    BandView,
    Bracket,
    BracketKind,
    ChartView,
    LineView,
    Stroke,
    TickView,
)
from acupress_desktop.words import trend as words
from acupress_desktop.words.days import short_day, short_month

_APART_DAYS = 0.15
"""Air at either end of a stroke: two weeks with the same middle must not look like one line."""
_CLOSE_DAYS = 2
"""Marks of the same kind no further apart than this share a bracket."""
_DAY_SECONDS = 86_400


def chart_view(series: TrendSeries, span: TrendRange, spoken: str) -> ChartView:
    """Build everything inside the axes."""
    first, days = series.days.first, series.days.days
    brackets = _in_rows((*_sparse(series.weeks, first, days), *_context(series.entries, first)))
    line = None
    if series.first_session is not None and series.days.first <= series.first_session <= series.days.last:
        line = LineView(float((series.first_session - first).days), words.first_session())
    band = None
    if isinstance(series.band, Shown):
        band = BandView(series.band.value.low, series.band.value.high, words.band_label())
    return ChartView(
        days=days,
        entries=tuple((_across(entry.moment, first), float(entry.value)) for entry in series.entries),
        strokes=tuple(_strokes(series.weeks, first, days)),
        brackets=brackets,
        bracket_rows=max((bracket.row + 1 for bracket in brackets), default=0),
        sessions=tuple(_across(mark.moment, first) for mark in series.sessions),
        first_session=line,
        band=band,
        ticks=tuple(_ticks(series.days.first, series.days.last, span)),
        spoken=spoken,
    )


def _across(moment: Moment, first: date) -> float:
    """Days from the left edge to where the person's own clock stood."""
    local = moment.local
    seconds = local.hour * 3600 + local.minute * 60 + local.second
    return (moment.local_date - first).days + min(seconds / _DAY_SECONDS, 0.999)


def _week_ends(week: WeekValue, first: date, days: int) -> tuple[float, float]:
    left = float((week.monday - first).days)
    return max(0.0, left) + _APART_DAYS, min(float(days), left + 7) - _APART_DAYS


def _strokes(weeks: Iterable[WeekValue], first: date, days: int) -> Iterator[Stroke]:
    for week in weeks:
        if isinstance(week.median, Shown):
            yield Stroke(*_week_ends(week, first, days), week.median.value)


def _sparse(weeks: Iterable[WeekValue], first: date, days: int) -> Iterator[Bracket]:
    """Bracket the weeks that show no middle; several in a row share one."""
    run: list[WeekValue] = []
    for week in weeks:
        sparse = not isinstance(week.median, Shown)
        follows = bool(run) and week.monday - run[-1].monday == timedelta(days=7)
        if run and not (sparse and follows):
            yield _sparse_bracket(run, first, days)
            run = []
        if sparse:
            run.append(week)
    if run:
        yield _sparse_bracket(run, first, days)


def _sparse_bracket(run: list[WeekValue], first: date, days: int) -> Bracket:
    left, right = _week_ends(run[0], first, days)[0], _week_ends(run[-1], first, days)[1]
    label = words.logged_bracket(run[0].days_logged) if len(run) == 1 else words.sparse_weeks(len(run))
    return Bracket(left, max(left, right), label, BracketKind.LOGGED, 0)


def _context(entries: Iterable[Entry], first: date) -> Iterator[Bracket]:
    """Bracket the days that carry a mark."""
    by_tag: dict[ContextTag, set[date]] = defaultdict(set)
    for entry in entries:
        for tag in entry.tags:
            by_tag[tag].add(entry.day)
    for tag in ContextTag:
        run: list[date] = []
        for day in sorted(by_tag[tag]):
            if run and (day - run[-1]).days > _CLOSE_DAYS:
                yield _context_bracket(tag, run, first)
                run = []
            run.append(day)
        if run:
            yield _context_bracket(tag, run, first)


def _context_bracket(tag: ContextTag, run: list[date], first: date) -> Bracket:
    left = (run[0] - first).days
    right = (run[-1] - first).days + 1
    return Bracket(float(left), float(right), words.context(tag), BracketKind.CONTEXT, 1)


def _in_rows(brackets: Iterable[Bracket]) -> tuple[Bracket, ...]:
    """Give brackets rows: those about logging stand lowest, marks that overlap go up."""
    ends: dict[int, float] = {}
    placed = []
    has_logged = False
    for bracket in brackets:
        if bracket.kind is BracketKind.LOGGED:
            has_logged = True
            placed.append(bracket)
            continue
        row = 1 if has_logged else 0
        while ends.get(row, -1.0) > bracket.left_days:
            row += 1
        ends[row] = bracket.right_days
        placed.append(Bracket(bracket.left_days, bracket.right_days, bracket.words, bracket.kind, row))
    return tuple(placed)


def _ticks(first: date, last: date, span: TrendRange) -> Iterator[TickView]:
    if span is TrendRange.YEAR:
        yield from _month_ticks(first, last)
        return
    step = {TrendRange.WEEK: 1, TrendRange.MONTH: 7, TrendRange.TWELVE_WEEKS: 21}[span]
    day = last
    found = []
    while day >= first:
        found.append(TickView((day - first).days + 0.5, short_day(day)))
        day -= timedelta(days=step)
    yield from reversed(found)


def _month_ticks(first: date, last: date) -> Iterator[TickView]:
    day = (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        if day.month % 2 == 1:
            yield TickView(float((day - first).days), short_month(day))
        day = (day + timedelta(days=32)).replace(day=1)
