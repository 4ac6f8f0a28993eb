"""``acupress trend``: exactly the numbers behind the chart, or why none is shown."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused
from acupress_desktop.cli.journal import read_days
from acupress_desktop.cli.library import the_library
from acupress_desktop.cli.places import moments_of, opened_journal
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.session.clock import SystemClock

if TYPE_CHECKING:
    from acupress_desktop.domain.trends.daily import Area
    from acupress_desktop.domain.trends.permitted import Missing
    from acupress_desktop.domain.trends.series import TrendSeries


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--from", dest="first", metavar="DAY", help="first day, such as 2026-10-24")
    parser.add_argument("--to", dest="last", metavar="DAY", help="last day (default: today)")
    parser.add_argument("--region", metavar="ID", help="one area of the body; the whole body if left out")


def run(arguments: argparse.Namespace) -> Answer:
    """Compute the trend; the last 30 days where no days are named."""
    from acupress_desktop.domain.trends.series import TrendRange, baseline_range, trend_series
    from acupress_desktop.words.storage import cannot_show_why_notice

    now = moments_of(SystemClock())
    month = TrendRange.MONTH.until(now().local_date)
    days = read_days(arguments.first, arguments.last, (month.first, month.last))
    area = _area(arguments.region)
    with opened_journal(arguments, now) as journal:
        material = journal.recall_trend_material(days)
        early = baseline_range(material.first_session)
        before = None if early is None else journal.recall_trend_material(early)
    series = trend_series(material, before, area, days)
    content = {
        "region": arguments.region,
        "from": days.first.isoformat(),
        "to": days.last.isoformat(),
        "method": series.method,
        "days_logged": series.days_logged,
        "days_in_range": series.days_in_range,
        **_series(series),
        "band": _band(series),
        "finding": {
            "kind": series.finding.kind.value,
            "missing": [_missing(one) for one in series.finding.missing],
        },
        "trend_line": _trend_line(series),
        "notice": cannot_show_why_notice(),
    }
    lines = [f"{series.days_logged} of {series.days_in_range} days logged ({days.first} to {days.last})."]
    lines += [f"{daily.day}  {daily.value:g}  ({daily.entries})" for daily in series.daily]
    lines += [f"session {mark.moment.local_date}  {mark.protocol}" for mark in series.sessions]
    return Answer(content, (*lines, series.finding.kind.value.replace("_", " "), cannot_show_why_notice()))


def _area(text: str | None) -> Area:
    from acupress_desktop.domain.trends.daily import WHOLE_BODY, Area

    if text is None:
        return WHOLE_BODY
    region = RegionId(text)
    regions = the_library().regions
    if region not in regions:
        raise InputRefused(f"--region: no {text[:60]!r} on the body map")
    return Area(frozenset({region, *regions.members(region)}))


def _series(series: TrendSeries) -> dict[str, object]:
    from acupress_desktop.domain.trends.permitted import Shown

    return {
        "entries": [
            {
                "when": entry.moment.local.isoformat(),
                "value": entry.value,
                "source": entry.source.value,
                "tags": [tag.value for tag in entry.tags],
            }
            for entry in series.entries
        ],
        "daily": [
            {"day": daily.day.isoformat(), "value": daily.value, "entries": daily.entries}
            for daily in series.daily
        ],
        "weeks": [
            {
                "monday": week.monday.isoformat(),
                "days_logged": week.days_logged,
                "median": week.median.value if isinstance(week.median, Shown) else None,
                "missing": []
                if isinstance(week.median, Shown)
                else [_missing(one) for one in week.median.missing],
            }
            for week in series.weeks
        ],
        "gaps": [
            {"from": gap.days.first.isoformat(), "to": gap.days.last.isoformat()} for gap in series.gaps
        ],
        "sessions": [
            {"when": mark.moment.local.isoformat(), "protocol": mark.protocol} for mark in series.sessions
        ],
        "averages": [
            {"when": average.moment.local.isoformat(), "value": average.intensity}
            for average in series.averages
        ],
        "first_session": None if series.first_session is None else series.first_session.isoformat(),
    }


def _band(series: TrendSeries) -> dict[str, object]:
    from acupress_desktop.domain.trends.permitted import Withheld

    if isinstance(series.band, Withheld):
        return {"shown": False, "missing": [_missing(one) for one in series.band.missing]}
    band = series.band.value
    return {
        "shown": True,
        "middle": band.middle,
        "low": band.low,
        "high": band.high,
        "n": band.baseline_days,
        "source": band.source,
    }


def _trend_line(series: TrendSeries) -> dict[str, object]:
    """Return the slope in points per four weeks with its interval, or what it still needs."""
    from acupress_desktop.domain.trends.permitted import Withheld
    from acupress_desktop.domain.trends.slope import trend_line

    found = trend_line(series.entries, series.daily, series.days)
    if isinstance(found, Withheld):
        return {"shown": False, "missing": [_missing(one) for one in found.missing]}
    interval = found.value
    return {
        "shown": True,
        "points_per_four_weeks": interval.middle,
        "low": interval.low,
        "high": interval.high,
        "n": interval.days,
    }


def _missing(one: Missing) -> dict[str, object]:
    return {"need": one.need.value, "needed": one.needed, "have": one.have}
