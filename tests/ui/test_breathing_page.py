"""The page about breathing on a screen: cards that breathe when asked to, and the form by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.settings import BreathingPattern
from acupress_desktop.presenters.breathing import BreathingPorts, BreathingPresenter
from acupress_desktop.presenters.breathing_view import BreathKey
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.ui.breathing.card import BreathCard
from acupress_desktop.ui.breathing.editor import BreathEditor
from acupress_desktop.ui.breathing.screen import SHOWN_SECONDS_MAX, BreathingScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.buttons import Button
from acupress_desktop.words import breathing as words
from tests.presenters.stage_a import Stage, stage
from tests.ui.pages import bears_every_size, labels, settle


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        yield prepared


class Seconds:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


def screen_of(qtbot: QtBot, theme: LiveTheme, at: Stage, seconds: Seconds | None = None) -> BreathingScreen:
    ports = BreathingPorts(at.journal, at.settings, lambda: (), at.clock.now, at.new_id)
    screen = BreathingScreen(BreathingPresenter(ports), theme, seconds or Seconds())
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def press(screen: QWidget, name: str) -> None:
    button = next(
        one for one in screen.findChildren(Button) if one.accessibleName() == name and one.isVisible()
    )
    button.click()
    settle(screen)


def card(screen: BreathingScreen, name: str) -> BreathCard:
    return next(one for one in screen.findChildren(BreathCard) if one.view.name == name)


def editor(screen: BreathingScreen) -> BreathEditor:
    (found,) = [one for one in screen.findChildren(BreathEditor) if one.isVisible()]
    return found


def moves(screen: BreathingScreen) -> bool:
    return screen.ticker.running


def shown(screen: QWidget, text: str) -> bool:
    return any(text in label.text() for label in labels(screen))


def test_a_pattern_is_chosen_with_its_card(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, "Use this: Six a minute")
    assert set_up.settings.kept.breathing_pattern is BreathingPattern.SIX_A_MINUTE
    assert not card(screen, "Six a minute").choose.isEnabled()
    assert card(screen, "Six a minute").choose.words == "In use"
    assert card(screen, words.by_week_name()).choose.isEnabled()
    assert shown(screen, words.first_week_note())


def test_nothing_moves_until_a_card_is_asked_to_and_for_a_minute_at_most(
    qtbot: QtBot, theme: LiveTheme, set_up: Stage
) -> None:
    seconds = Seconds()
    screen = screen_of(qtbot, theme, set_up, seconds)
    assert not moves(screen)
    press(screen, "Show me: Six a minute")
    assert moves(screen)
    seconds.at += 5.2
    screen.ticker.ticked.emit()
    assert shown(card(screen, "Six a minute"), "Out 2")
    seconds.at += SHOWN_SECONDS_MAX
    screen.ticker.ticked.emit()
    assert not moves(screen)
    assert shown(card(screen, "Six a minute"), "6 a minute")


def test_only_one_card_breathes_and_it_is_stopped_where_it_was_started(
    qtbot: QtBot, theme: LiveTheme, set_up: Stage
) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, "Show me: Six a minute")
    press(screen, "Show me: Eight a minute")
    assert card(screen, "Six a minute").show_me.words == "Show me"
    assert card(screen, "Eight a minute").show_me.words == "Stop"
    press(screen, "Show me: Eight a minute")
    assert not moves(screen)
    press(screen, "Show me: Eight a minute")
    screen.hide()
    assert not moves(screen), "nothing moves where nobody looks"


def test_a_pattern_is_made_by_keyboard(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, words.add())
    form = editor(screen)
    form.name.selectAll()
    QTest.keyClicks(form.name, "Evening")
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    inward = screen.focusWidget()
    assert inward is not None
    assert inward.accessibleName() == "In"
    for _ in range(3):
        QTest.keyClick(inward, Qt.Key.Key_Up)
    settle(screen)
    form.keep.setFocus()
    QTest.keyClick(form.keep, Qt.Key.Key_Space)
    settle(screen)
    assert [(each.name, each.pattern) for each in set_up.journal.recall_own_breaths()] == [
        ("Evening", BreathPattern(4.3, 6.0))
    ]
    assert shown(screen, words.saved("Evening"))


def test_what_is_out_of_bounds_is_said_beside_it_and_cannot_be_saved(
    qtbot: QtBot, theme: LiveTheme, set_up: Stage
) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, words.add())
    for _ in range(21):
        press(screen, words.tenth_less("Out"))
    form = editor(screen)
    assert "Out is shorter than in" in form.problem.text()
    assert not form.keep.isEnabled()
    assert form.keep.accessibleDescription() == form.problem.text()
    press(screen, words.tenth_more("Out"))
    assert form.keep.isEnabled()
    assert not form.problem.isVisible()


def test_rests_come_with_their_switch(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, words.add())
    form = editor(screen)
    assert shown(form, "glaucoma")
    assert not shown(form, "Rest when full")
    form.holds.click()
    settle(screen)
    assert shown(form, "Rest when full")
    press(screen, words.tenth_more("Rest when full"))
    press(screen, words.keep())
    (kept,) = set_up.journal.recall_own_breaths()
    assert kept.pattern == BreathPattern(4.0, 6.0, 0.6, 0.5)


def test_an_own_pattern_is_changed_deleted_and_brought_back(
    qtbot: QtBot, theme: LiveTheme, set_up: Stage
) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, words.add())
    press(screen, words.keep())
    (own,) = set_up.journal.recall_own_breaths()
    press(screen, f"Change: {own.name}")
    QTest.keyClick(editor(screen), Qt.Key.Key_Escape)
    settle(screen)
    assert not [one for one in screen.findChildren(BreathEditor) if one.isVisible()]
    press(screen, f"Use this: {own.name}")
    press(screen, f"Show me: {own.name}")
    press(screen, f"Delete: {own.name}")
    assert not moves(screen)
    assert set_up.journal.recall_own_breaths() == ()
    focused = screen.focusWidget()
    assert isinstance(focused, Button)
    assert focused.words == words.undo()
    press(screen, words.undo())
    assert card(screen, own.name).view.key == BreathKey(BreathingPattern.OWN, own.id)
    assert not card(screen, own.name).choose.isEnabled()


def test_it_tells_when_to_stop_and_leads_back(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    for sign in ("Tingling", "light-headed", "tight chest", "breathe normally"):
        assert shown(screen, sign)
    with qtbot.waitSignal(screen.leave) as left:
        press(screen, words.close())
    assert left.args == [Back()]


def test_it_bears_every_size(qtbot: QtBot, theme: LiveTheme, set_up: Stage) -> None:
    screen = screen_of(qtbot, theme, set_up)
    press(screen, words.add())
    assert bears_every_size(screen, theme) == []
