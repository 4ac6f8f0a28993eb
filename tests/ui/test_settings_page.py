from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.settings import Settings, Theme
from acupress_desktop.presenters.destinations import ToHelp
from acupress_desktop.presenters.settings import SettingsPresenter
from acupress_desktop.ui.settings.screen import SettingsScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Scheme
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from tests.ui.pages import bears_every_size, button, focused_by_tab, keyboard, settle


class Drawer:
    def __init__(self) -> None:
        self.kept = Settings(emergency_number="112")

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        self.kept = settings
        return ()


class Voices:
    """The voices of a computer, which are told once they have been found."""

    def __init__(self) -> None:
        self.found: tuple[tuple[str, str], ...] = ()

    def voices(self) -> tuple[tuple[str, str], ...]:
        return self.found

    def speaks(self, language: str) -> bool:
        return language.startswith("en")


def screen_of(qtbot: QtBot, theme: LiveTheme) -> tuple[SettingsScreen, Drawer]:
    drawer = Drawer()
    screen = SettingsScreen(SettingsPresenter(drawer, lambda _settings: None), theme)
    qtbot.addWidget(screen)
    return screen, drawer


def _shown_lists(choice: FittingChoice) -> list[QComboBox]:
    return [each for each in choice.findChildren(QComboBox) if each.isVisible()]


def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _drawer = screen_of(qtbot, theme)
    assert bears_every_size(screen, theme) == []


def test_colours_are_chosen_by_the_keyboard_alone(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = screen_of(qtbot, theme)
    settle(screen)
    screen.start_focus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    assert drawer.kept.theme is Theme.DARK
    reached = focused_by_tab(screen, 30)
    assert any(isinstance(control, QLineEdit) for control in reached)


def test_a_bad_number_to_call_is_said_beside_its_field(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = screen_of(qtbot, theme)
    settle(screen)
    field = screen.row("emergency_number").control
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "nine")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert drawer.kept.emergency_number == "112"
    assert field.text() == "nine"
    assert "digits" in field.accessibleDescription()


def test_choices_become_a_list_where_they_do_not_fit(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = screen_of(qtbot, theme)
    theme.choose(ThemeChoice(Scheme.LIGHT, 2.0))
    settle(screen, 640, 480)
    choice = screen.row("evening_theme").control
    assert isinstance(choice, FittingChoice)
    (box,) = _shown_lists(choice)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert drawer.kept.evening_theme.value == "same"
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0))
    settle(screen, 1920, 1080)
    assert len(_shown_lists(choice)) == 0
    assert any(cell.isChecked() for cell in choice.findChildren(QRadioButton))


def test_the_way_to_the_data_leaves_the_page(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _drawer = screen_of(qtbot, theme)
    settle(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    button(screen, "Where is my data").click()
    assert ways == [ToHelp("data")]


def test_voices_that_come_and_go_keep_their_place_in_the_order_of_tab(qtbot: QtBot, theme: LiveTheme) -> None:
    voices = Voices()
    presenter = SettingsPresenter(Drawer(), lambda _settings: None, frozenset(), voices)
    screen = SettingsScreen(presenter, theme)
    qtbot.addWidget(screen)
    for found in ((), (("Ada", "en-GB"), ("Bo", "en-GB")), (), (("Ada", "en-GB"),)):
        voices.found = found
        screen.show_view(presenter.present())
        settle(screen)
        screen.row("voice_rate_percent").control.setFocus(Qt.FocusReason.TabFocusReason)
        reached = focused_by_tab(screen, 3)
        rows = (screen.row(key).control for key in ("voice_volume_percent", "voice_name", "sounds"))
        assert [control.isAncestorOf(part) for control, part in zip(rows, reached, strict=True)] == [True] * 3
