"""The page about reminders: a list, one form at a time, a preview, and a file for the person's calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import Enum
from pathlib import Path
from typing import Protocol as Port

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import ReminderPort
from acupress_desktop.domain.reminders import (
    DAYS_BEFORE_MAX,
    REMINDERS_MAX,
    Reminder,
    ReminderKind,
    ReminderState,
    ReminderWording,
    Weekday,
    Worded,
    next_due,
)
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import Back, Destination
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.reminder_view import (
    AddView,
    BeforeChoiceView,
    DayView,
    ReminderEditorView,
    ReminderRowView,
    RemindersView,
    WordingView,
)
from acupress_desktop.presenters.reminder_words import SetTitle, worded
from acupress_desktop.words import reminders as words
from acupress_desktop.words import storage

EVENING_MINUTE = 18 * 60
USUAL_DAYS_BEFORE = 5
"""As in the trial of an app for period pain, which reminded from five days before (Blödt 2018)."""
PERIOD_AWAY = timedelta(days=14)
REVIEW_AWAY = timedelta(days=28)


class Said(Enum):
    """What came of handing a line to the desktop."""

    HANDED_OVER = "handed_over"
    NOT_TAKEN = "not_taken"


class CalendarPort(Port):
    """Writes a calendar file."""

    def write_calendar(self, path: Path, entries: tuple[Worded, ...]) -> int:
        """Write every reminder that is on to ``path``; return how many."""
        ...


def _no_day() -> date | None:
    return None


@dataclass(frozen=True, slots=True)
class ReminderPorts:
    """What the page needs of the world; ``zone`` gives the rules of the clocks where the person is.

    ``review_on`` is the day of the review that the practice plan names, if it names one.
    """

    journal: ReminderPort
    calendar: CalendarPort
    set_title: SetTitle
    now: Callable[[], Moment]
    zone: Callable[[], tzinfo]
    new_id: Callable[[], RowId]
    review_on: Callable[[], date | None] = _no_day


@dataclass(frozen=True, slots=True)
class _Undo:
    """One change: ``before`` is ``None`` where it was added, ``after`` where it was deleted."""

    before: Reminder | None
    after: Reminder | None


class ReminderPresenter:
    """Every change is in the journal at once; the form alone waits for "Save"."""

    def __init__(self, ports: ReminderPorts, last_said: Said | None = None) -> None:
        """``last_said`` is what came of the last reminder that was handed to the desktop, if one was."""
        self._ports = ports
        self._draft: Reminder | None = None
        self._is_new = False
        self._problem = ""
        self._said = ""
        self._undo: _Undo | None = None
        self._trouble = ""
        self._heard = last_said
        self._tried = False

    # --- The list

    def present(self) -> RemindersView:
        """Show the page."""
        return self._view()

    def turn(self, name: RowId) -> RemindersView:
        """Switch a reminder off or on."""
        found = self._find(name)
        if found is None:
            return self._view()
        off = ReminderState.OFF if found.state is ReminderState.ON else ReminderState.ON
        return self._remember(found, replace(found, state=off, moment=self._ports.now()))

    def delete(self, name: RowId) -> RemindersView:
        """Take a reminder away."""
        found = self._find(name)
        if found is None:
            return self._view()
        return self._remember(found, None)

    def undo(self) -> RemindersView:
        """Take the last change back."""
        undo = self._undo
        if undo is None:
            return self._view()
        view = self._remember(undo.after, undo.before)
        self._undo, self._said = None, ""
        return replace(view, said="", undo="")

    def back(self) -> Destination:
        """Leave the page."""
        return Back()

    # --- The form

    def add(self, kind: ReminderKind) -> RemindersView:
        """Open the form of a new reminder."""
        if len(self._all()) >= REMINDERS_MAX:
            return self._view()
        now = self._ports.now()
        on_day = {
            ReminderKind.WEEKLY: None,
            ReminderKind.BEFORE_PERIOD: now.local_date + PERIOD_AWAY,
            ReminderKind.REVIEW: self._review_day(now.local_date),
        }[kind]
        before = USUAL_DAYS_BEFORE if kind is ReminderKind.BEFORE_PERIOD else 0
        self._is_new, self._problem, self._tried = True, "", False
        self._draft = Reminder(
            self._ports.new_id(), now, kind, EVENING_MINUTE, (), on_day=on_day, days_before=before
        )
        return self._view()

    def _review_day(self, today: date) -> date:
        planned = self._ports.review_on()
        return planned if planned is not None and planned > today else today + REVIEW_AWAY

    def change(self, name: RowId) -> RemindersView:
        """Open the form of a reminder."""
        self._draft, self._is_new, self._problem = self._find(name), False, ""
        self._tried = False
        return self._view()

    def turn_day(self, day: Weekday) -> RemindersView:
        """Choose a day of the week, or let it go."""
        if self._draft is not None:
            chosen = set(self._draft.weekdays) ^ {day}
            days = tuple(each for each in Weekday if each in chosen)
            self._draft = replace(self._draft, weekdays=days)
        return self._view()

    def set_time(self, at_minute: int) -> RemindersView:
        """Say at what time; out of bounds changes nothing."""
        if self._draft is not None and 0 <= at_minute < 24 * 60:
            self._draft = replace(self._draft, at_minute=at_minute)
        return self._view()

    def set_day(self, on_day: date) -> RemindersView:
        """Say on which day the period is expected, or the review is."""
        if self._draft is not None and self._draft.kind is not ReminderKind.WEEKLY:
            self._draft = replace(self._draft, on_day=on_day)
        return self._view()

    def choose_before(self, days: int) -> RemindersView:
        """Say how many days before."""
        if self._draft is not None and 0 <= days <= DAYS_BEFORE_MAX:
            self._draft = replace(self._draft, days_before=days)
        return self._view()

    def choose_wording(self, wording: ReminderWording) -> RemindersView:
        """Choose what it says."""
        if self._draft is not None:
            self._draft = replace(self._draft, wording=wording)
        return self._view()

    def keep(self) -> RemindersView:
        """Save the form."""
        draft = self._draft
        if draft is None:
            return self._view()
        if draft.kind is ReminderKind.WEEKLY and not draft.weekdays:
            self._problem = words.day_missing()
            return self._view()
        before = None if self._is_new else self._find(draft.id)
        self._draft, self._problem, self._tried = None, "", False
        return self._remember(before, replace(draft, moment=self._ports.now()))

    def leave(self) -> RemindersView:
        """Leave the form; nothing of it is kept."""
        self._draft, self._problem, self._tried = None, "", False
        return self._view()

    # --- Trying it, and the calendar file

    def to_try(self) -> Worded | None:
        """Return the line of the form, to be handed to the desktop now."""
        return None if self._draft is None else worded(self._draft, self._ports.set_title)

    def heard(self, said: Said) -> RemindersView:
        """Say what came of handing a line to the desktop."""
        self._heard, self._tried = said, self._draft is not None
        return self._view()

    def save_calendar(self, path: Path) -> RemindersView:
        """Write the calendar file."""
        entries = tuple(worded(each, self._ports.set_title) for each in self._all())
        try:
            count = self._ports.calendar.write_calendar(path, entries)
        except KnownTrouble as known:
            self._trouble, self._said, self._undo = storage.trouble_line(known.trouble), "", None
        else:
            self._trouble, self._undo = "", None
            self._said = words.calendar_saved(count, path.name)
        return self._view()

    # --- Keeping

    def _all(self) -> tuple[Reminder, ...]:
        return self._ports.journal.recall_reminders()

    def _find(self, name: RowId) -> Reminder | None:
        return next((each for each in self._all() if each.id == name), None)

    def _remember(self, before: Reminder | None, after: Reminder | None) -> RemindersView:
        journal = self._ports.journal
        try:
            if after is None and before is not None:
                journal.remember_reminder_deleted(before.id)
            elif after is not None:
                if before is None and self._undo is not None and self._undo.before == after:
                    journal.remember_reminder_restored(after.id)
                else:
                    journal.remember_reminder(after)
        except KnownTrouble as known:
            self._trouble, self._said, self._undo = storage.trouble_line(known.trouble), "", None
        else:
            self._trouble, self._undo = "", _Undo(before, after)
            self._said = words.deleted() if after is None else words.saved()
        return self._view()

    # --- What is shown

    def _view(self) -> RemindersView:
        every = self._all()
        full = len(every) >= REMINDERS_MAX
        on = any(each.state is ReminderState.ON for each in every)
        return RemindersView(
            page=words.page(),
            title=words.page(),
            lead=words.lead(),
            back=words.close(),
            rows=tuple(self._row(each) for each in sorted(every, key=self._when)),
            empty="" if every else words.nothing_yet(),
            empty_detail="" if every else words.nothing_yet_detail(),
            add_heading=words.add_heading(),
            adds=() if full else tuple(AddView(kind, words.add(kind)) for kind in ReminderKind),
            full=words.full() if full else "",
            editor=None if self._draft is None else self._editor(self._draft),
            works_heading=words.when_it_works_heading(),
            works=(
                words.while_open(),
                words.while_closed(),
                words.calendar_explained(),
                words.who_reads_it(),
            ),
            save_calendar=ActView(
                words.save_calendar(), blocked_because="" if on else words.nothing_to_save()
            ),
            calendar_title=words.calendar_title(),
            calendar_name=words.calendar_name(),
            calendar_kind=words.calendar_kind(),
            no_service="" if self._heard is not Said.NOT_TAKEN or self._tried else words.no_service(),
            said=self._said,
            undo=words.undo() if self._undo is not None else "",
            trouble=self._trouble,
        )

    def _row(self, reminder: Reminder) -> ReminderRowView:
        title = words.row_title(reminder)
        told = worded(reminder, self._ports.set_title).title
        turn = words.turn(reminder.state)
        return ReminderRowView(
            id=reminder.id,
            title=title,
            detail=words.row_detail(reminder, told, self._coming(reminder)),
            change=words.change(),
            change_spoken=words.of_reminder(words.change(), title),
            turn=turn,
            turn_spoken=words.of_reminder(turn, title),
            delete=words.delete(),
            delete_spoken=words.of_reminder(words.delete(), title),
        )

    def _when(self, reminder: Reminder) -> tuple[float, str]:
        """What comes first stands first; what comes no more stands last."""
        coming = self._coming(reminder)
        return (float("inf") if coming is None else coming.timestamp(), reminder.id)

    def _coming(self, reminder: Reminder) -> datetime | None:
        zone = self._ports.zone()
        due = next_due(reminder, self._ports.now().utc, zone)
        return None if due is None else due.at.astimezone(zone)

    def _editor(self, draft: Reminder) -> ReminderEditorView:
        weekly, period = draft.kind is ReminderKind.WEEKLY, draft.kind is ReminderKind.BEFORE_PERIOD
        told = worded(draft, self._ports.set_title)
        return ReminderEditorView(
            beside=None if self._is_new else draft.id,
            title=words.editor_title(draft.kind),
            days_question=words.which_days() if weekly else "",
            days=tuple(
                DayView(
                    day,
                    words.short_weekday(day),
                    words.weekday(day),
                    Choice.when(day in draft.weekdays),
                )
                for day in Weekday
            )
            if weekly
            else (),
            date_question="" if weekly else words.expected_day() if period else words.review_day(),
            date_help=words.expected_day_detail() if period else "",
            on_day=draft.on_day,
            before_question=words.how_many_before() if period else "",
            before=tuple(
                BeforeChoiceView(days, words.days_before(days)) for days in range(DAYS_BEFORE_MAX + 1)
            )
            if period
            else (),
            days_before=draft.days_before,
            time_question=words.at_what_time(),
            at_minute=draft.at_minute,
            wording_question=words.which_wording(),
            wordings=tuple(WordingView(each, words.wording(each)) for each in ReminderWording),
            wording=draft.wording,
            preview_heading=words.preview_heading(),
            preview=words.preview(told.sender, told.title),
            who_reads_it=words.who_reads_it(),
            try_now=words.try_now(),
            keep=words.keep(),
            leave=words.leave(),
            problem=self._problem,
            tried=self._came_of_it() if self._tried else "",
        )

    def _came_of_it(self) -> str:
        return words.tried() if self._heard is Said.HANDED_OVER else words.no_service()
