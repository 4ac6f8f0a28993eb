from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.domain.ids import QuestionId, RegionId, RuleId
from acupress_desktop.domain.ports import StableAnswer
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToSettings
from acupress_desktop.presenters.safety_answers import SafetyAnswersPresenter
from acupress_desktop.presenters.safety_answers_open import SafetyAnswersContent
from acupress_desktop.ui.flow.body_pair import BodyPair, Pictures
from acupress_desktop.ui.safety_answers.editor import QuestionEditor
from acupress_desktop.ui.safety_answers.screen import SafetyAnswersScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.buttons import Button
from acupress_desktop.ui.widgets.checks import CheckRow, Chip
from tests.presenters.stage_a import Stage, files, stage
from tests.ui.pages import bears_every_size, keyboard, labels, settle

THINNER = "Do you take a blood thinner, such as warfarin, apixaban, rivaroxaban or heparin?"


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        now = prepared.clock.now()
        answers = {
            "age": "44",
            "blood_thinner": '"yes"',
            "antiplatelet": '"no"',
            "past_clot": '"yes_cleared"',
            "lymph_nodes": '"yes"',
            "lymph_nodes_where": '[{"region":"hand","side":"left"}]',
        }
        prepared.journal.remember_answers(
            tuple(StableAnswer(QuestionId(key), value, now) for key, value in answers.items())
        )
        prepared.journal.remember_advice((RuleId("R02"),), now)
        yield prepared


def screen_of(qtbot: QtBot, theme: LiveTheme, at: Stage) -> SafetyAnswersScreen:
    root, safety = asset_root(), files().safety
    pictures = Pictures(read_album(root, "figure_f"), read_region_plates(root, "figure_f", files().regions))
    content = SafetyAnswersContent(safety.catalogue, safety.words, files().regions, safety.watch)
    presenter = SafetyAnswersPresenter(at.journal, at.settings, content, at.clock.now)
    screen = SafetyAnswersScreen(presenter, theme, pictures)
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def named(screen: QWidget, name: str) -> Button:
    return next(
        one for one in screen.findChildren(Button) if one.accessibleName() == name and one.isVisible()
    )


def press(screen: QWidget, name: str) -> None:
    named(screen, name).click()
    settle(screen)


def kept(at: Stage, question: str) -> str:
    return next(row.answer_json for row in at.journal.recall_answers() if row.question == question)


def reads(screen: QWidget, words: str) -> bool:
    return any(words in label.text() for label in labels(screen))


def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme, told: Stage) -> None:
    assert bears_every_size(screen_of(qtbot, theme, told), theme) == []


@pytest.mark.slow
def test_so_does_an_open_body(qtbot: QtBot, theme: LiveTheme, told: Stage) -> None:
    screen = screen_of(qtbot, theme, told)
    press(screen, "Choose places")
    assert bears_every_size(screen, theme) == []


def test_an_answer_is_changed_by_the_keyboard_alone(qtbot: QtBot, theme: LiveTheme, told: Stage) -> None:
    screen = screen_of(qtbot, theme, told)
    named(screen, f"Change the answer to: {THINNER}").setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    settle(screen)
    # "No" stands first and has the keyboard.
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    settle(screen)
    assert kept(told, "blood_thinner") == '"no"'
    assert reads(screen, "Saved.")
    assert [one for one in screen.findChildren(QuestionEditor) if one.isVisible()] == []
    # The row is folded away now, and the keyboard is where it went.
    assert keyboard().accessibleName() == "Show 2 answers that change nothing"
    press(screen, "Undo")
    assert kept(told, "blood_thinner") == '"yes"'
    assert keyboard().accessibleName() == f"Change the answer to: {THINNER}"


def test_escape_leaves_an_open_question_as_it_is(qtbot: QtBot, theme: LiveTheme, told: Stage) -> None:
    screen = screen_of(qtbot, theme, told)
    press(screen, f"Change the answer to: {THINNER}")
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    settle(screen)
    assert kept(told, "blood_thinner") == '"yes"'
    assert keyboard().accessibleName() == f"Change the answer to: {THINNER}"


@pytest.mark.slow
def test_places_are_left_out_on_the_body_and_in_the_list(qtbot: QtBot, theme: LiveTheme, told: Stage) -> None:
    screen = screen_of(qtbot, theme, told)
    press(screen, "Choose places")
    (pair,) = screen.findChildren(BodyPair)
    pair.tapped.emit(RegionSelection(RegionId("forearm-anterior"), SiteSide.LEFT))
    chip = next(one for one in screen.findChildren(Chip) if one.accessibleName() == "Shoulder, right")
    chip.click()
    settle(screen)
    title = files().regions.title(RegionId("forearm-anterior"))
    assert reads(screen, f"Marked: {title}, left; Shoulder, right")
    press(screen, "Leave out these 2 places")
    assert '"side":"left"' in kept(told, "no_touch_where")
    assert kept(told, "no_touch") == '"yes"'
    assert reads(screen, "Left out:")
    press(screen, "Leave nothing out any more")
    assert kept(told, "no_touch") == '"no"'


def test_what_was_looked_at_is_ticked(qtbot: QtBot, theme: LiveTheme, told: Stage) -> None:
    screen = screen_of(qtbot, theme, told)
    tick = next(one for one in screen.findChildren(CheckRow) if "I had this checked" in one.accessibleName())
    tick.click()
    settle(screen)
    assert told.journal.recall_advice()[0].checked is not None


def test_a_screen_reader_hears_what_was_answered_and_what_it_does(
    qtbot: QtBot, theme: LiveTheme, told: Stage
) -> None:
    screen = screen_of(qtbot, theme, told)
    names = {one.accessibleName() for one in screen.findChildren(QWidget)}
    heard = next(name for name in names if name.startswith(THINNER))
    assert "You said: Yes" in heard
    assert "at most 3 of 10" in heard
    face = QAccessible.queryAccessibleInterface(named(screen, f"Ask me again next time: {THINNER}"))
    assert face is not None
    assert face.role() == QAccessible.Role.Button


def test_the_way_back_leads_to_the_settings(qtbot: QtBot, theme: LiveTheme, told: Stage) -> None:
    screen = screen_of(qtbot, theme, told)
    with qtbot.waitSignal(screen.leave) as left:
        press(screen, "Settings")
    assert left.args == [ToSettings()]
