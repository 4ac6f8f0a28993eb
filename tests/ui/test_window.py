"""From page to page: the mast, the keys, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.presenters.destinations import (
    Back,
    Destination,
    ToAtlas,
    ToHelp,
    ToJournal,
    ToPractice,
    ToReader,
    ToSettings,
    ToToday,
    ToTrend,
)
from acupress_desktop.ui.shell.front import place_window
from acupress_desktop.ui.shell.trouble import TroublePage, WayOut
from acupress_desktop.ui.shell.window import Mast, Page, Window, WindowWords
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Motion
from acupress_desktop.ui.widgets.buttons import Button
from acupress_desktop.ui.widgets.top_bar import TopBarWords


class Leaf(QWidget):
    leave = Signal(object)

    def __init__(self, theme: LiveTheme, where: Destination) -> None:
        super().__init__()
        self.where = where
        QVBoxLayout(self).addWidget(Label(theme, type(where).__name__))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


WORDS = WindowWords(
    TopBarWords("Acupress", "Menu", "Settings", "Emergency"),
    "Acupress",
    (
        (ToToday(), "Today"),
        (ToAtlas(), "Atlas"),
        (ToReader(), "Learn"),
        (ToJournal(), "Journal"),
        (ToTrend(), "Trend"),
    ),
)


@pytest.fixture
def window(qtbot: QtBot, theme: LiveTheme) -> Window:
    theme.choose(ThemeChoice(motion=Motion.REDUCED))

    def open_page(where: Destination) -> Page | None:
        if isinstance(where, ToHelp):
            return None
        leaf = Leaf(theme, where)
        mast = Mast.OWN if isinstance(where, ToSettings) else Mast.COMMON
        return Page(leaf, leaf.leave, mast, type(where))

    made = Window(theme, WORDS, open_page)
    qtbot.addWidget(made)
    made.show()
    made.go(ToToday())
    return made


def shown(window: Window) -> Destination:
    page = window.page
    assert page is not None
    assert isinstance(page.widget, Leaf)
    return page.widget.where


@pytest.mark.parametrize(
    ("key", "where"),
    [
        (Qt.Key.Key_2, ToPractice()),
        (Qt.Key.Key_3, ToAtlas()),
        (Qt.Key.Key_4, ToReader()),
        (Qt.Key.Key_5, ToJournal()),
        (Qt.Key.Key_6, ToTrend()),
        (Qt.Key.Key_Comma, ToSettings()),
    ],
)
def test_every_place_has_a_key(qtbot: QtBot, window: Window, key: Qt.Key, where: Destination) -> None:
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert shown(window) == where


def test_back_leads_to_the_page_before(window: Window) -> None:
    window.go(ToTrend())
    window.go(ToJournal())
    window.go(Back())
    assert shown(window) == ToTrend()
    window.go(Back())
    assert shown(window) == ToToday()
    window.go(Back())
    assert shown(window) == ToToday()


def test_a_page_leaves_by_saying_where(window: Window) -> None:
    page = window.page
    assert page is not None
    page.widget.leave.emit(ToTrend())  # type: ignore[attr-defined]
    assert shown(window) == ToTrend()


def test_a_page_with_its_own_mast_hides_the_places_and_their_keys(qtbot: QtBot, window: Window) -> None:
    window.go(ToSettings())
    assert not window.mast.isVisible()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert shown(window) == ToSettings()
    window.go(Back())
    assert window.mast.isVisible()


def test_something_opened_above_the_page_leaves_the_page_alone(window: Window) -> None:
    window.go(ToTrend())
    window.go(ToHelp())
    assert shown(window) == ToTrend()


def test_only_one_page_is_kept_alive(qtbot: QtBot, window: Window) -> None:
    for where in (ToTrend(), ToJournal(), ToAtlas(), ToToday()):
        window.go(where)
    qtbot.waitUntil(lambda: len(window.findChildren(Leaf)) == 1)


def test_a_place_on_a_screen_that_is_gone_is_not_taken(window: Window) -> None:
    usual = window.geometry()
    place_window(window, QRect(90_000, 90_000, 1000, 700))
    assert window.geometry() == usual
    place_window(window, None)
    assert window.geometry() == usual


def test_trouble_is_told_with_ways_out(qtbot: QtBot, theme: LiveTheme) -> None:
    page = TroublePage(theme, "Cannot open", ("The disk is full.",), (WayOut("again", "Try again"),))
    qtbot.addWidget(page)
    page.show()
    assert "disk is full" in page.accessibleDescription()
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(page.findChildren(Button)[0], Qt.Key.Key_Space)
    assert chosen.args == ["again"]
