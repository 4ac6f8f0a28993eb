"""What a reminder says, by the wording that was chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from acupress_desktop.domain.ids import ComplaintId
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.reminders import Due, Reminder, ReminderKind, ReminderWording, Worded
from acupress_desktop.presenters.used_set import UsedSet
from acupress_desktop.words import reminders as words
from acupress_desktop.words.complaints import set_title

PERIOD = ComplaintId("period_cramps")

SetTitle = Callable[[ReminderKind], str]
"""The title of the set that a reminder of this kind is about."""


def set_titles(protocols: Iterable[Protocol], used: Callable[[], UsedSet | None]) -> SetTitle:
    """Return what names the set of a reminder: that for the period, or the one that the person uses."""
    known = tuple(protocols)

    def title(kind: ReminderKind) -> str:
        if kind is ReminderKind.BEFORE_PERIOD:
            return set_title(next(one for one in known if one.complaint == PERIOD).title)
        mine = used()
        calm = next(one for one in known if one.id == CALM)
        return set_title((calm if mine is None else mine.protocol).title)

    return title


def worded(reminder: Reminder, set_title: SetTitle) -> Worded:
    """Return the reminder with its words."""
    if reminder.wording is ReminderWording.PRIVATE:
        return Worded(reminder, words.private_sender(), words.private_title())
    title = words.named_title(reminder.kind, set_title(reminder.kind), reminder.days_before)
    return Worded(reminder, words.named_sender(), title)


def one_line(due: Iterable[Due], set_title: SetTitle) -> Worded | None:
    """Return the one line for everything that is due now: the private one wins, and nothing is said twice."""
    told = [worded(each.reminder, set_title) for each in due]
    private = (each for each in told if each.reminder.wording is ReminderWording.PRIVATE)
    return next(private, told[0] if told else None)
