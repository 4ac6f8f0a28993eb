"""Sentences of the watch: on what a sign rests, and what may be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from acupress_desktop.words.days import short_day
from acupress_desktop.words.translate import _, plural

_DAYS_NAMED_MAX = 4


def on_days(days: Sequence[date]) -> str:
    """Such as "on 20 Nov and 24 Nov"; of many days the newest few are named."""
    named = [short_day(day) for day in days[-_DAYS_NAMED_MAX:]]
    if len(named) == 1:
        return _("on {day}").format(day=named[0])
    return _("on {days} and {last}").format(days=", ".join(named[:-1]), last=named[-1])


def numbers(place: str, recent: float, earlier: float) -> str:
    """What the numbers of the diary say, without a verdict."""
    return _(
        "{place}: the middle of your last two weeks is {recent} of 10, of the four weeks before {earlier}."
    ).format(place=place, recent=f"{recent:g}", earlier=f"{earlier:g}")


def nights(count: int) -> str:
    """How often pain woke the person."""
    return plural(
        "You noted it for {count} of the last 7 nights.",
        "You noted it for {count} of the last 7 nights.",
        count,
    )


def rose(set_title: str, days: Sequence[date]) -> str:
    """After which set, and when."""
    return _("Set: {title}, {days}.").format(title=set_title, days=on_days(days))


def noted(days: Sequence[date]) -> str:
    """When something was told."""
    return _("You noted it {days}.").format(days=on_days(days))


def notice(evidence: str, message: str) -> str:
    """All of a sign in one notice, below its title."""
    return _("{evidence} {message}").format(evidence=evidence, message=message)


def have_had_this_checked() -> str:
    """Ticks a sign."""
    return _("I have had this checked")


def later_days(days: int) -> str:
    """Puts a sign off."""
    return plural("Remind me in {count} day", "Remind me in {count} days", days)


def show_log() -> str:
    """Leads to the log of unpleasant effects."""
    return _("Show what was noted")


def set_waits() -> str:
    """Over the refusal of one set alone."""
    return _("This set waits for a clinician")


def other_sets_stay_open() -> str:
    """Below it."""
    return _("There is no session with this set now. Other sets stay open.")


def rose_now(before: int, after: int) -> str:
    """Pain that is higher after a session than before it."""
    return _("Your pain was {before} before this session and is {after} now.").format(
        before=before, after=after
    )


def rose_that_day() -> str:
    """In the journal, under a session after which pain was higher."""
    return _(
        "Pain was 2 points or more higher afterwards. If it stays higher for days, ask a clinician "
        "before you go on."
    )


def marked_before(day: date) -> str:
    """Over today's question about the skin, where a bruise was told before."""
    return _("You noted a bruise on {day}, so its place is marked. Take the mark away if it is gone.").format(
        day=short_day(day)
    )


def nowhere_any_more() -> str:
    """In place of "Nowhere", where a place is marked beforehand."""
    return _("Nowhere any more: the bruise is gone")
