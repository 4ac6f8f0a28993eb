"""What the page about reminders shows: frozen values, every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.reminders import ReminderKind, ReminderWording, Weekday
from acupress_desktop.presenters.pieces import ActView, Choice


@dataclass(frozen=True, slots=True)
class ReminderRowView:
    """One reminder: when, what it says and when next; the acts carry the reminder in what is spoken."""

    id: RowId
    title: str
    detail: str
    change: str
    change_spoken: str
    turn: str
    turn_spoken: str
    delete: str
    delete_spoken: str


@dataclass(frozen=True, slots=True)
class AddView:
    """A way to add one."""

    kind: ReminderKind
    label: str


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of the week."""

    day: Weekday
    label: str
    spoken: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class WordingView:
    """One wording."""

    wording: ReminderWording
    label: str


@dataclass(frozen=True, slots=True)
class BeforeChoiceView:
    """One number of days before."""

    days: int
    label: str


@dataclass(frozen=True, slots=True)
class ReminderEditorView:
    """The form of one reminder. Questions that do not belong to its kind are empty.

    ``preview`` is exactly what will be shown, ``tried`` what came of trying it, ``problem`` why it cannot be
    saved yet.
    """

    beside: RowId | None
    title: str
    days_question: str
    days: tuple[DayView, ...]
    date_question: str
    date_help: str
    on_day: date | None
    before_question: str
    before: tuple[BeforeChoiceView, ...]
    days_before: int
    time_question: str
    at_minute: int
    wording_question: str
    wordings: tuple[WordingView, ...]
    wording: ReminderWording
    preview_heading: str
    preview: str
    who_reads_it: str
    try_now: str
    keep: str
    leave: str
    problem: str
    tried: str


@dataclass(frozen=True, slots=True)
class RemindersView:
    """The page. ``no_service`` says that the desktop did not take a line, ``said`` what was just done."""

    page: str
    title: str
    lead: str
    back: str
    rows: tuple[ReminderRowView, ...]
    empty: str
    empty_detail: str
    add_heading: str
    adds: tuple[AddView, ...]
    full: str
    editor: ReminderEditorView | None
    works_heading: str
    works: tuple[str, ...]
    save_calendar: ActView
    calendar_title: str
    calendar_name: str
    calendar_kind: str
    no_service: str
    said: str
    undo: str
    trouble: str
