"""Reminders while the app runs: at their time, once, and never into a session or in front of others."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.domain.reminders import Reminder, ReminderKind, ReminderWording, Weekday
from acupress_desktop.presenters.destinations import (
    ToPresentation,
    ToReminders,
    ToSampleJournal,
    ToToday,
)
from acupress_desktop.presenters.reminder_page import Said
from acupress_desktop.ui.reminders.screen import RemindersScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import journal_of, to_the_plan
from tests.ui.pages import labels

PRIVATE = "A quiet moment, if you like"
EIGHT = datetime(2026, 11, 23, 7, 50, tzinfo=UTC)
MINUTE = 60.0
HOUR = 3_600.0


def every_day_at(at: Rehearsal, hour: int, minute: int = 0, **more: object) -> None:
    reminder = Reminder(
        at.ground.ids.next(),
        at.ground.now(),
        ReminderKind.WEEKLY,
        hour * 60 + minute,
        tuple(Weekday),
        **more,  # type: ignore[arg-type]
    )
    journal_of(at).remember_reminder(reminder)
    at.house.window.go(ToToday())


def leap(at: Rehearsal, seconds: float) -> None:
    """Let time pass in one step, as a clock that nobody watches."""
    at.clock.advance(seconds)
    at._deadlines.pass_time(seconds)
    at.hands.settle()


def titles(at: Rehearsal) -> list[str]:
    return [line.title for line in at.notes.lines]


def test_it_is_said_at_its_time_once_a_day(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    every_day_at(at, 8)
    leap(at, 9 * MINUTE)
    assert titles(at) == []
    leap(at, 2 * MINUTE)
    assert titles(at) == [PRIVATE]
    at.house.window.go(ToToday())
    leap(at, 30 * MINUTE)
    assert titles(at) == [PRIVATE]
    for _hour in range(24):
        leap(at, HOUR)
    assert titles(at) == [PRIVATE, PRIVATE]


def test_a_night_asleep_is_not_made_up_for(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    for hour in (8, 12, 20):
        every_day_at(at, hour)
    leap(at, 3 * 24 * HOUR)
    assert titles(at) == []
    leap(at, 11 * MINUTE)
    assert titles(at) == [PRIVATE]


def test_a_computer_that_slept_before_it_is_no_obstacle(arrive: Arrive) -> None:
    at = arrive(when=datetime(2026, 11, 22, 22, 0, tzinfo=UTC))
    at.first_run(Stranger())
    every_day_at(at, 8)
    # Asleep: the wall clock runs on, timers stand still.
    at.clock.advance(9.5 * HOUR)
    leap(at, 31 * MINUTE)
    assert titles(at) == [PRIVATE]


def test_whoever_comes_back_to_the_window_need_not_wait_for_the_timer(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    every_day_at(at, 8)
    at.clock.advance(20 * MINUTE)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert titles(at) == [PRIVATE]


def test_what_came_due_while_the_app_was_closed_is_not_said_at_the_start(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    every_day_at(at, 8)
    at.close()
    again = arrive(when=datetime(2026, 11, 23, 8, 20, tzinfo=UTC))
    assert titles(again) == []
    leap(again, 24 * HOUR - 30 * MINUTE)
    leap(again, 11 * MINUTE)
    assert titles(again) == [PRIVATE]


def test_in_a_session_it_waits_and_is_said_once_afterwards(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    to_the_plan(at)
    every_day_at(at, 7, 51)
    every_day_at(at, 7, 52)
    at.hands.press("Choose another set")
    at.hands.press("Neck and shoulders")
    at.answer({})
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait(150)
    assert at.session is not None
    assert titles(at) == []
    at.hands.press("Stop")
    at.hands.press("None of these, end here")
    at.hands.settle()
    assert titles(at) == [PRIVATE]


def test_nothing_is_said_while_others_look(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    every_day_at(at, 8)
    at.house.window.go(ToPresentation())
    leap(at, 20 * MINUTE)
    assert titles(at) == []
    at.house.window.go(ToToday())
    assert titles(at) == [PRIVATE]


def test_what_waited_longer_than_an_hour_is_let_go(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    every_day_at(at, 8)
    at.house.window.go(ToPresentation())
    leap(at, 20 * MINUTE)
    leap(at, HOUR)
    at.house.window.go(ToToday())
    assert titles(at) == []


def test_the_made_up_journal_reminds_of_nothing(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    every_day_at(at, 8)
    at.house.window.go(ToSampleJournal())
    at.hands.settle()
    leap(at, 20 * MINUTE)
    assert titles(at) == []


def test_when_clocks_go_back_it_is_said_once(arrive: Arrive) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    at = arrive(when=datetime(2026, 10, 25, 1, 50, tzinfo=berlin))
    at.first_run(Stranger())
    every_day_at(at, 2, 30)
    for _step in range(20):
        leap(at, 10 * MINUTE)
    assert titles(at) == [PRIVATE]


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_click_brings_the_window_forward(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    at.house.window.showMinimized()
    at.notes.clicked.emit()
    at.hands.settle()
    assert not at.house.window.isMinimized()


def test_a_reminder_made_on_the_page_counts_at_once(arrive: Arrive) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    at.house.window.go(ToReminders())
    at.hands.press("On days of the week")
    at.hands.press("Monday")
    at.hands.press("Save")
    assert isinstance(at.widget, RemindersScreen)
    leap(at, 6 * HOUR)
    leap(at, 4 * HOUR + 11 * MINUTE)
    assert titles(at) == [PRIVATE]


@pytest.mark.parametrize("wording", list(ReminderWording))
def test_without_a_service_the_page_says_so(arrive: Arrive, wording: ReminderWording) -> None:
    at = arrive(when=EIGHT)
    at.first_run(Stranger())
    at.notes.answer = Said.NOT_TAKEN
    every_day_at(at, 8, wording=wording)
    leap(at, 11 * MINUTE)
    assert len(at.notes.lines) == 1
    at.house.window.go(ToReminders())
    at.hands.settle()
    view = at.widget
    assert isinstance(view, RemindersScreen)
    assert any("no notification service" in label.text() for label in labels(view))
