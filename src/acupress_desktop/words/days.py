"""Dates, clock times and parts of the day as people say them."""

from __future__ import annotations

from datetime import date

from acupress_desktop.domain.moments import Moment
from acupress_desktop.words.translate import _


def weekday(day: date) -> str:
    """Name the day of the week."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[day.weekday()]


def month(day: date) -> str:
    """Name the month."""
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )[day.month - 1]


def short_month(day: date) -> str:
    """Name the month in three or four letters."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        # Translators: the month of May, in a short date.
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )[day.month - 1]


def long_day(day: date) -> str:
    """Such as "Sunday 22 November"."""
    return _("{weekday} {day} {month}").format(weekday=weekday(day), day=day.day, month=month(day))


def short_day(day: date) -> str:
    """Such as "9 Nov"."""
    return _("{day} {month}").format(day=day.day, month=short_month(day))


def dated(day: date) -> str:
    """Such as "22 Nov 2026", for the day on which a source was looked at."""
    return _("{day} {month} {year}").format(day=day.day, month=short_month(day), year=day.year)


def clock_time(moment: Moment) -> str:
    """Such as "08:10", on the clock that the person saw."""
    return moment.local.strftime("%H:%M")


def when_relative(moment: Moment, today: date) -> str:
    """Such as "today, 08:10", "yesterday, 21:30" or "9 Nov, 08:10"."""
    days_ago = (today - moment.local_date).days
    if days_ago == 0:
        return _("today, {time}").format(time=clock_time(moment))
    if days_ago == 1:
        return _("yesterday, {time}").format(time=clock_time(moment))
    day = short_day(moment.local_date) if moment.local_date.year == today.year else dated(moment.local_date)
    return _("{day}, {time}").format(day=day, time=clock_time(moment))


def part_of_day(moment: Moment) -> str:
    """Such as "this evening"; the night belongs to the evening before it."""
    hour = moment.local.hour
    if 4 <= hour < 12:
        return _("this morning")
    if 12 <= hour < 17:
        return _("this afternoon")
    if 17 <= hour < 22:
        return _("this evening")
    return _("tonight")
