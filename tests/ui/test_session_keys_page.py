"""The page of the keys in a session, with a keyboard and with a foot switch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.session_keys import SessionAct, keys_of_text
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.session_keys import SessionKeysPresenter
from acupress_desktop.ui.session_keys.screen import ActKeysRow, SessionKeysScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Scheme
from acupress_desktop.ui.widgets.buttons import Button
from tests.ui.pages import SIZES, cut_texts, settle


class Drawer:
    """Settings kept in memory."""

    def __init__(self) -> None:
        self.kept = Settings()

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        self.kept = settings
        return ()


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def page(qtbot: QtBot, theme: LiveTheme, drawer: Drawer) -> Iterator[SessionKeysScreen]:
    screen = SessionKeysScreen(SessionKeysPresenter(drawer), theme)
    qtbot.addWidget(screen)
    settle(screen)
    yield screen
    screen.hide()


def test_the_acts_stand_in_two_halves_where_there_is_room(page: SessionKeysScreen, theme: LiveTheme) -> None:
    rows = page.findChildren(ActKeysRow)

    def edges() -> set[int]:
        return {row.mapTo(page, QPoint()).x() for row in rows}

    assert len(edges()) == 2
    theme.choose(ThemeChoice(Scheme.LIGHT, 2.0))
    settle(page)
    assert len(edges()) == 1


def button(page: SessionKeysScreen, name: str) -> Button:
    return next(
        each for each in page.findChildren(Button) if each.isVisible() and each.accessibleName() == name
    )


def press(page: SessionKeysScreen, key: Qt.Key) -> None:
    QTest.keyClick(page.focusWidget(), key)
    settle(page)


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_MediaNext, Qt.Key.Key_Minus])
def test_the_next_key_becomes_one_of_the_act(page: SessionKeysScreen, drawer: Drawer, key: Qt.Key) -> None:
    button(page, "Add a key: skip this side").click()
    press(page, key)
    assert len(keys_of_text(drawer.kept.session_keys).of(SessionAct.SKIP)) == 2


def test_space_is_caught_too_and_presses_no_button(page: SessionKeysScreen, drawer: Drawer) -> None:
    button(page, "Take Space away: begin, go on, or end this hold and move on").click()
    settle(page)
    button(page, "Add a key: begin, pause, and go on").click()
    press(page, Qt.Key.Key_Space)
    assert keys_of_text(drawer.kept.session_keys).act_of("Space") is SessionAct.PAUSE


def test_by_keyboard_alone_and_the_focus_stays_with_the_act(page: SessionKeysScreen, drawer: Drawer) -> None:
    add = button(page, "Add a key: skip this side")
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_F8)
    assert page.focusWidget() is button(page, "Add a key: skip this side")
    taken = button(page, "Take F8 away: skip this side")
    taken.setFocus()
    QTest.keyClick(taken, Qt.Key.Key_Space)
    settle(page)
    assert drawer.kept.session_keys == ""


def test_escape_ends_the_waiting(page: SessionKeysScreen, drawer: Drawer) -> None:
    button(page, "Add a key: skip this side").click()
    press(page, Qt.Key.Key_Escape)
    assert drawer.kept == Settings()
    assert button(page, "Add a key: skip this side").isVisible()


def test_done_leads_back(page: SessionKeysScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.leave) as left:
        button(page, "Done").click()
    assert left.args == [Back()]


def test_the_page_bears_every_window_and_text_size(page: SessionKeysScreen, theme: LiveTheme) -> None:
    for factor in (1.0, 2.0):
        theme.choose(ThemeChoice(Scheme.LIGHT, factor))
        for size in SIZES:
            settle(page, *size)
            assert cut_texts(page) == [], (factor, size)
