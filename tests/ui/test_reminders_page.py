"""The page about reminders on a screen: by mouse and by keyboard, in every size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.reminders import ReminderKind, Weekday, Worded
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.reminder_page import ReminderPorts, ReminderPresenter, Said
from acupress_desktop.presenters.reminder_words import set_titles
from acupress_desktop.ui.reminders.editor import ReminderEditor
from acupress_desktop.ui.reminders.screen import RemindersScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.ask_file import FileKinds
from acupress_desktop.ui.widgets.buttons import Button
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.time_fields import ClockField, DayField
from tests.presenters.stage_a import Stage, stage
from tests.ui.pages import bears_every_size, labels, settle


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        yield prepared


class Calendar:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.files: list[Path] = []

    def write_calendar(self, path: Path, entries: tuple[Worded, ...]) -> int:
        self.files.append(path)
        return len(entries)


class Answers:
    """Says where files go."""

    def where_to_save(self, _parent: QWidget, _title: str, name: str, kinds: FileKinds) -> Path | None:
        return Path(f"/somewhere/{name}.{kinds[0][1]}")

    def what_to_open(self, _parent: QWidget, _title: str, _kinds: FileKinds) -> Path | None:
        return None


def screen_of(qtbot: QtBot, theme: LiveTheme, at: Stage, calendar: Calendar | None = None) -> RemindersScreen:
    titles = set_titles(at.files.protocols, lambda: None)
    ports = ReminderPorts(at.journal, calendar or Calendar(), titles, at.clock.now, lambda: UTC, at.new_id)
    screen = RemindersScreen(ReminderPresenter(ports), theme, Answers())
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def press(screen: QWidget, name: str) -> None:
    button = next(
        one for one in screen.findChildren(Button) if one.accessibleName() == name and one.isVisible()
    )
    button.click()
    settle(screen)


def shown(screen: QWidget, words: str) -> bool:
    return any(words in label.text() for label in labels(screen))


def tick(screen: QWidget, name: str) -> None:
    chip = next(one for one in screen.findChildren(Chip) if one.accessibleName() == name)
    chip.click()
    settle(screen)


def test_a_reminder_is_made_changed_and_deleted(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    with qtbot.waitSignal(screen.changed):
        press(screen, "On days of the week")
        tick(screen, "Monday")
        (clock,) = screen.findChildren(ClockField)
        clock.setTime(QTime(8, 5))
        press(screen, "Save")
    (kept,) = set_up.journal.recall_reminders()
    assert (kept.weekdays, kept.at_minute) == ((Weekday.MONDAY,), 8 * 60 + 5)
    press(screen, "Change: Monday, 08:05")
    tick(screen, "Sunday")
    press(screen, "Save")
    assert shown(screen, "Monday and Sunday, 08:05")
    press(screen, "Delete: Monday and Sunday, 08:05")
    assert set_up.journal.recall_reminders() == ()
    press(screen, "Undo")
    assert shown(screen, "Monday and Sunday, 08:05")


def test_the_day_of_the_period_is_the_persons_own(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, "Before the period")
    (day,) = screen.findChildren(DayField)
    day.setDate(QDate(2027, 1, 10))
    press(screen, "Save")
    (kept,) = set_up.journal.recall_reminders()
    assert (kept.kind, kept.on_day, kept.days_before) == (
        ReminderKind.BEFORE_PERIOD,
        date(2027, 1, 10),
        5,
    )


def test_trying_it_hands_exactly_the_preview_over(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, "On the day of a review")
    with qtbot.waitSignal(screen.try_asked) as asked:
        press(screen, "Try it now")
    line = asked.args[0]
    assert isinstance(line, Worded)
    assert shown(screen, f"{line.sender}: {line.title}")
    screen.hear(Said.NOT_TAKEN)
    settle(screen)
    assert shown(screen, "no notification service")


def test_the_keyboard_goes_through_the_form_and_escape_leaves_it(
    qtbot: QtBot, theme: LiveTheme, set_up: Stage
) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, "On days of the week")
    (editor,) = screen.findChildren(ReminderEditor)
    chips: list[Chip] = editor.findChildren(Chip)
    monday = next(one for one in chips if one.accessibleName() == "Monday")
    assert monday.hasFocus() or screen.window().focusWidget() is monday
    QTest.keyClick(monday, Qt.Key.Key_Space)
    assert monday.isChecked()
    QTest.keyClick(monday, Qt.Key.Key_Escape)
    settle(screen)
    assert not [one for one in screen.findChildren(ReminderEditor) if one.isVisible()]
    focused = screen.window().focusWidget()
    assert isinstance(focused, Button)
    assert focused.accessibleName() == "On days of the week"


def test_the_calendar_file_goes_where_the_person_says(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    calendar = Calendar()
    screen = screen_of(qtbot, theme, set_up, calendar)
    press(screen, "On days of the week")
    tick(screen, "Friday")
    press(screen, "Save")
    press(screen, "Save for my calendar")
    assert calendar.files == [Path("/somewhere/reminders.ics")]
    assert shown(screen, "1 reminder saved in reminders.ics.")
    with qtbot.waitSignal(screen.leave) as left:
        press(screen, "Back")
    assert left.args == [Back()]


def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, "On days of the week")
    tick(screen, "Friday")
    press(screen, "Save")
    press(screen, "Before the period")
    assert bears_every_size(screen, theme) == []


def test_a_time_reads_the_same_in_a_mirrored_layout(qtbot: QtBot, theme: LiveTheme) -> None:
    holder = QWidget()
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field = ClockField(theme, "At what time?", holder)
    qtbot.addWidget(holder)
    field.show_minute(18 * 60)
    settle(holder, 300, 80)
    assert field.text() == "18:00"
