"""The practice page by pointer and keyboard: the plan, goals, the weeks in both forms, and every way away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.ids import ComplaintId
from acupress_desktop.presenters.destinations import ToBreathing, ToReminders, ToRoutine, ToSafety
from acupress_desktop.presenters.ready import ready_part
from acupress_desktop.ui.practice.ready import ReadyFold
from acupress_desktop.ui.practice.screen import PracticeScreen
from acupress_desktop.ui.practice.weeks import WeekBars
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.widgets.cards import ListRow
from acupress_desktop.ui.widgets.checks import CheckBox
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.overlays import Toast
from acupress_desktop.ui.widgets.plain_table import PlainTable
from acupress_desktop.ui.widgets.time_fields import DayField
from tests.presenters.stage_a import Stage, press_set, stage
from tests.presenters.test_practice import practice_of
from tests.ui.pages import bears_every_size, button, keyboard, labels, settle

NECK = ComplaintId("neck_shoulder")


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        press_set(prepared, "P16", hold_seconds=24, holds=5)
        prepared.clock.pass_time(minutes=5)
        yield prepared


@pytest.fixture
def page(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> PracticeScreen:
    screen = PracticeScreen(practice_of(set_up), theme)
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def texts(page: PracticeScreen) -> list[str]:
    return [label.text() for label in labels(page)]


def press(page: PracticeScreen, words: str) -> None:
    """Press a button, and let what is built anew be shown."""
    button(page, words).click()
    QApplication.processEvents()


def planned(page: PracticeScreen) -> None:
    press(page, "Plan it: 5 days a week, once a day")


def goal_field(page: PracticeScreen) -> QLineEdit:
    return next(
        field
        for field in page.findChildren(QLineEdit)
        if field.accessibleName() == "A goal in your own words"
    )


def test_a_plan_is_taken_and_pressed(qtbot: QtBot, page: PracticeScreen) -> None:
    planned(page)
    assert "Neck and shoulders" in texts(page)
    with qtbot.waitSignal(page.leave) as left:
        press(page, "Press three points")
    assert isinstance(left.args[0], ToSafety)
    assert left.args[0].occasion == "small_start"
    with qtbot.waitSignal(page.leave) as left:
        press(page, "Press the whole set")
    assert left.args == [ToSafety(NECK)]


def test_a_plan_is_changed_by_the_keyboard_alone(page: PracticeScreen, set_up: Stage) -> None:
    button(page, "Make a plan of my own").setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    QApplication.processEvents()
    assert isinstance(keyboard(), DropChoice)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    QTest.keyClick(keyboard(), Qt.Key.Key_Left)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard().accessibleName() == "Keep this plan"
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert (kept.days_per_week, kept.sessions_per_day) == (4, 2)
    assert keyboard().accessibleName() == "Press three points"
    press(page, "Change the plan")
    page.findChildren(DropChoice)[0].choose("P12")
    press(page, "Cancel")
    assert set_up.journal.recall_practice_plan() == kept


def test_stopping_can_be_undone(page: PracticeScreen, set_up: Stage) -> None:
    planned(page)
    press(page, "Change the plan")
    press(page, "Stop the plan")
    assert set_up.journal.recall_practice_plans() == ()
    toast = page.findChildren(Toast)[0]
    assert toast.isVisible()
    toast.undone.emit()
    assert len(set_up.journal.recall_practice_plans()) == 1


def test_goals_are_written_changed_and_put_away(page: PracticeScreen, set_up: Stage) -> None:
    field = goal_field(page)
    QTest.keyClicks(field, "walk to the lake")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert field.text() == ""
    press(page, "Change the goal “walk to the lake”")
    assert field.text() == "walk to the lake"
    assert keyboard() is field
    QTest.keyClicks(field, "<b>swim</b>")
    press(page, "Keep")
    assert [goal.words for goal in set_up.journal.recall_goals()] == ["<b>swim</b>"]
    shown = next(label for label in labels(page) if label.text() == "<b>swim</b>")
    assert isinstance(shown, QLabel)
    assert shown.textFormat() is Qt.TextFormat.PlainText
    press(page, "Put the goal “<b>swim</b>” away")
    press(page, "1 goal put away")
    press(page, "Bring the goal “<b>swim</b>” back")
    assert set_up.journal.recall_goals()[0].ended is None


def test_the_drawing_has_its_numbers_in_words_and_in_a_table(page: PracticeScreen) -> None:
    planned(page)
    bars = page.findChildren(WeekBars)[0]
    assert "pressed 2 min" in bars.accessibleName()
    table = page.findChildren(PlainTable)[0]
    assert not table.isVisible()
    press(page, "As a table")
    assert table.isVisible()
    assert table.rowCount() == 1
    cells = [item.text() for column in range(table.columnCount()) if (item := table.item(0, column))]
    assert cells[0] == "this week"
    assert cells[3] == "1"


def test_the_review_has_a_day_and_leads_to_the_reminders(
    qtbot: QtBot, page: PracticeScreen, set_up: Stage
) -> None:
    planned(page)
    field = page.findChildren(DayField)[0]
    field.show_day(date(2026, 12, 18))
    press(page, "Keep this day")
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert kept.review_on == date(2026, 12, 18)
    assert "Friday 18 December 2026" in texts(page)
    with qtbot.waitSignal(page.leave) as left:
        press(page, "Remind me of it")
    assert left.args == [ToReminders()]
    press(page, "No day")
    assert keyboard().accessibleName() == "Keep this day"


@pytest.mark.parametrize(
    ("row", "where"),
    [("Build a routine", ToRoutine()), ("Reminders", ToReminders()), ("Breathing patterns", ToBreathing())],
)
def test_rows_lead_away(qtbot: QtBot, page: PracticeScreen, row: str, where: object) -> None:
    with qtbot.waitSignal(page.leave) as left:
        next(line for line in page.findChildren(ListRow) if line.accessibleName() == row).click()
    assert left.args == [where]


def test_every_occasion_can_be_chosen(qtbot: QtBot, page: PracticeScreen) -> None:
    row = next(line for line in page.findChildren(ListRow) if line.text() == "At a desk")
    assert "safety questions" in row.accessibleName()
    assert "Nobody has tested" in row.accessibleDescription()
    with qtbot.waitSignal(page.leave) as left:
        row.click()
    assert isinstance(left.args[0], ToSafety)


def test_the_list_before_a_session_is_folded_and_its_ticks_are_kept_nowhere(
    qtbot: QtBot, theme: LiveTheme
) -> None:
    fold = ReadyFold(theme, ready_part())
    qtbot.addWidget(fold)
    settle(fold)
    boxes = fold.findChildren(CheckBox)
    assert len(boxes) == 5
    assert not any(box.isVisible() for box in boxes)
    button(fold, "Before you begin").click()
    QApplication.processEvents()
    QTest.mouseClick(boxes[0], Qt.MouseButton.LeftButton)
    assert boxes[0].isChecked()
    button(fold, "Hide the list").click()
    assert not boxes[0].isVisible()


def test_the_page_bears_every_size(page: PracticeScreen, theme: LiveTheme) -> None:
    planned(page)
    assert bears_every_size(page, theme) == []
    theme.choose(ThemeChoice())
    press(page, "Change the plan")
    assert bears_every_size(page, theme) == []
