"""Where the window stood last, and whether it filled its screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.app.window_place import kept_box, maximise, with_place
from acupress_desktop.domain.settings import OnOff, Settings

USUAL = QRect(40, 30, 900, 600)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setGeometry(USUAL)
    made.show()
    return made


def test_a_window_that_filled_its_screen_does_so_again_and_keeps_its_usual_size(window: QWidget) -> None:
    window.setWindowState(Qt.WindowState.WindowMaximized)
    kept = with_place(Settings(), window)
    assert kept.window_maximised is OnOff.ON
    assert kept_box(kept) == USUAL
    window.setWindowState(Qt.WindowState.WindowNoState)
    maximise(window, kept)
    assert window.isMaximized()


def test_a_usual_window_stays_as_it_is(window: QWidget) -> None:
    kept = with_place(Settings(), window)
    assert kept.window_maximised is OnOff.OFF
    maximise(window, kept)
    assert not window.isMaximized()


def test_a_session_that_filled_the_screen_leaves_no_trace(window: QWidget) -> None:
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    assert kept_box(with_place(Settings(), window)) == USUAL
