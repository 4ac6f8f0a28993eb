"""Sentences about the minutes of a week: planned, pressed, and what people pressed in a trial."""

from __future__ import annotations

from datetime import date

from acupress_desktop.words.days import short_day, weekday
from acupress_desktop.words.translate import _, plural

# --- The page


def weeks_heading() -> str:
    """Above the weeks."""
    return _("Minutes a week")


def weeks_key() -> tuple[str, str]:
    """What the outline and the filled bar are."""
    return (_("planned"), _("pressed"))


def weeks_spoken(rows: tuple[str, ...]) -> str:
    """The drawing in words."""
    return _("Planned and pressed minutes by week. {rows}").format(rows=" ".join(rows))


def week_spoken(name: str, planned: str, pressed: str) -> str:
    """One week of it."""
    return _("{week}: planned {planned}, pressed {pressed}.").format(
        week=name, planned=planned, pressed=pressed
    )


def week_name(first_day: date) -> str:
    """Name of a week, by its first day."""
    return short_day(first_day)


def this_week() -> str:
    """Name of the week that is not over."""
    return _("this week")


def no_minutes_planned() -> str:
    """A week without a plan."""
    return _("no plan")


def minutes(count: int) -> str:
    """Such as "12 min"."""
    return _("{count} min").format(count=count)


def as_table() -> str:
    """Shows the numbers as a table."""
    return _("As a table")


def as_drawing() -> str:
    """Hides the table."""
    return _("Hide the table")


def table_heads() -> tuple[str, str, str, str]:
    """Heads of the table."""
    return (_("Week from"), _("Planned"), _("Pressed"), _("Sessions"))


def weeks_note(first_day: date) -> str:
    """What counts; a week begins on the weekday of ``first_day``."""
    return _("Only seconds that you really held count, from every set. A week begins on {weekday}.").format(
        weekday=weekday(first_day)
    )


def nothing_pressed() -> str:
    """Before anything was pressed."""
    return _("Once you have pressed, the weeks stand here.")


def dose(people: int | None, sessions: int, weeks: int | None) -> str:
    """How often people pressed in the trial that is cited for a set."""
    told = (
        _("In the trial cited for this set")
        if people is None
        else _("In the trial of {people} people that is cited for this set").format(people=people)
    )
    often = plural("{count} session a week", "{count} sessions a week", sessions)
    if weeks is None:
        return _("{trial} it was {sessions}").format(trial=told, sessions=often)
    lasted = plural("{count} week", "{count} weeks", weeks)
    return _("{trial} it was {sessions} for {weeks}").format(trial=told, sessions=often, weeks=lasted)


def dose_minutes(trial: str, low: int, high: int) -> str:
    """The same, with the minutes of one session."""
    if low == high:
        lasted = plural("{count} minute", "{count} minutes", low)
    else:
        lasted = _("{low} to {high} minutes").format(low=low, high=high)
    return _("{trial}, {minutes} each.").format(trial=trial, minutes=lasted)


def dose_without_minutes(trial: str) -> str:
    """The same, where the minutes of one session were not read."""
    return _("{trial}; how many minutes each, we have not read.").format(trial=trial)


def dose_not_known() -> str:
    """No trial tells how much of it people pressed for themselves."""
    return _("How many minutes a week people pressed this set in a trial is not known.")


def dose_of_a_routine() -> str:
    """Nobody has tested a person's own routine."""
    return _("Nobody has tested your own routine, so there are no minutes of a trial to set beside it.")


def dose_points_not_read() -> str:
    """Which points a trial pressed is not known to us."""
    return _("Which points it pressed, we have not read.")


def dose_of_other_points() -> str:
    """What we know of the points of a trial is not the set."""
    return _("The points that we have read of it are not quite those of this set.")


def dose_is_no_goal() -> str:
    """What such numbers are not."""
    return _("That says what was tried, not how much you need.")


def last_days(pressed: int, days: int) -> str:
    """How often something was pressed."""
    within = plural("{count} day", "{count} days", days)
    return _("You pressed on {pressed} of the {days} up to today.").format(pressed=pressed, days=within)


def last_days_planned(pressed: int, days: int, planned: int) -> str:
    """The same, with about how many days were planned."""
    within = plural("{count} day", "{count} days", days)
    return _("You pressed on {pressed} of the {days} up to today; you had planned about {planned}.").format(
        pressed=pressed, days=within, planned=planned
    )


def days_off_are_fine() -> str:
    """Below it."""
    return _("Days off are fine, and nothing has to be made up for.")
