from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import Sureness
from acupress_desktop.presenters.destinations import ToAtlas, ToQuiz
from acupress_desktop.ui.learning.bars import TallyRow
from acupress_desktop.ui.learning.screen import LearningScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from acupress_desktop.ui.widgets.choices import Segmented
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from tests.presenters.learning_stage import LearningStage, learning_stage
from tests.ui.pages import bears_every_size, button, focused_by_tab, keyboard, labels, settle


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[LearningStage]:
    with learning_stage(tmp_path / "data") as opened:
        for code in ("PC6", "HT7"):
            opened.know(code, 0)
        for sureness in (Sureness.NOT_FOUND, Sureness.ROUGHLY):
            opened.journal.remember_point_check(opened.bench.point_check("GB20", sureness))
        yield opened


def page(qtbot: QtBot, theme: LiveTheme, stage: LearningStage) -> LearningScreen:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    screen = LearningScreen(stage.start(), theme)
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def went(screen: LearningScreen, words: str) -> object:
    spy = QSignalSpy(screen.leave)
    button(screen, words).click()
    assert spy.count() == 1
    return spy.at(0)[0]


def test_the_page_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    assert bears_every_size(page(qtbot, theme, stage), theme) == []


def test_the_page_leads_to_the_quiz_and_to_points(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    screen = page(qtbot, theme, stage)
    assert went(screen, "Start") == ToQuiz(LearningScope())
    assert went(screen, "Wind Pool, GB20") == ToAtlas(PointCode("GB20"))
    assert went(screen, "To the atlas") == ToAtlas()


def test_every_bar_has_its_numbers_in_words(qtbot: QtBot, theme: LiveTheme, stage: LearningStage) -> None:
    screen = page(qtbot, theme, stage)
    rows = [row for row in screen.findChildren(TallyRow) if row.isVisible()]
    spoken = [label.accessibleName() for row in rows for label in labels(row) if label.accessibleName()]
    assert len(rows) > 10
    assert len(spoken) == len(rows)
    assert "In use: 2 learned, 29 not yet" in spoken


def test_a_line_is_chosen_by_the_keyboard(qtbot: QtBot, theme: LiveTheme, stage: LearningStage) -> None:
    screen = page(qtbot, theme, stage)
    (kinds,) = [each for each in screen.findChildren(FittingChoice) if each.key is ScopeKind.IN_USE]
    kinds.stop().setFocus()
    for _ in range(2):
        QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    settle(screen)
    assert kinds.key is ScopeKind.LINE
    lines = [each for each in screen.findChildren(FittingChoice) if each.isVisible() and each is not kinds]
    assert [each.key for each in lines] == ["LU"]
    assert any(label.text().startswith("11 points to learn.") for label in labels(screen))


def test_the_bars_are_ordered_by_line(qtbot: QtBot, theme: LiveTheme, stage: LearningStage) -> None:
    screen = page(qtbot, theme, stage)
    orders = [each for each in screen.findChildren(Segmented) if each.accessibleName() == "Order of the bars"]
    button(orders[0], "By line").click()
    settle(screen)
    assert "Pericardium line (PC)" in [label.text() for label in labels(screen)]


def test_tab_reaches_everything_and_begins_with_start(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    screen = page(qtbot, theme, stage)
    screen.setFocus()
    assert keyboard().accessibleName() == "Start"
    names = [widget.accessibleName() for widget in focused_by_tab(screen, 12)]
    for wanted in ("To the atlas", "In use", "Wind Pool, GB20", "By area"):
        assert wanted in names
