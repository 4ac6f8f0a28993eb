from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.pressure_exercise import Weighing
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.pressure import PressurePresenter
from acupress_desktop.presenters.pressure_view import BeforeView, DoneView, IntroView, StepView, Tick
from acupress_desktop.ui.pressure.plot import PressurePlot
from acupress_desktop.ui.pressure.screen import PressureScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.checks import CheckRow
from acupress_desktop.ui.widgets.pressure_scale import PressureScale
from tests.presenters.pressure_stage import GRAMS, PressureStage, begun, pressure_stage
from tests.ui.pages import bears_every_size, button, keyboard, labels, settle


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[PressureStage]:
    with pressure_stage(tmp_path / "data") as opened:
        yield opened


def page(qtbot: QtBot, theme: LiveTheme, stage: PressureStage) -> tuple[PressureScreen, PressurePresenter]:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    presenter = stage.presenter()
    screen = PressureScreen(presenter, theme)
    qtbot.addWidget(screen)
    settle(screen)
    return screen, presenter


def press(screen: PressureScreen, key: Qt.Key) -> None:
    QTest.keyClick(keyboard(), key)
    settle(screen)


def type_in(screen: PressureScreen, text: str) -> None:
    QTest.keyClicks(keyboard(), text)
    settle(screen)


def texts(screen: PressureScreen) -> str:
    return "\n".join(label.text() for label in labels(screen)).replace("\u00a0", " ")


@pytest.mark.slow
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown])
def test_one_hand_is_practised_with_one_key_and_digits(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage, key: Qt.Key
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    assert keyboard().accessibleName() == "Start with a scale"
    press(screen, Qt.Key.Key_Return)
    button(screen, "None of these: begin").setFocus()
    press(screen, Qt.Key.Key_Return)
    waiting = iter(GRAMS)
    while isinstance(view := presenter.present(), StepView):
        stage.bench.later(seconds=20)
        if view.field is not None:
            assert isinstance(keyboard(), QLineEdit)
            assert keyboard().accessibleName() == "The scale shows, in grams"
            type_in(screen, str(next(waiting)))
        if view.rating is not None:
            press(screen, Qt.Key.Key_6)
        press(screen, key)
    assert isinstance(presenter.present(), DoneView)
    assert tuple(trial.grams for trial in stage.journal.recall_pressure_trials()) == GRAMS
    assert keyboard().accessibleName() == "Now the right hand"
    assert "3 of 10 was about 900 to 1,200 g" in texts(screen)


def test_page_up_goes_back_and_takes_the_try_with_it(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    screen.show_view(begun(presenter))
    press(screen, Qt.Key.Key_Space)
    type_in(screen, "150")
    press(screen, Qt.Key.Key_Space)
    assert len(stage.journal.recall_pressure_trials()) == 1
    press(screen, Qt.Key.Key_PageUp)
    assert stage.journal.recall_pressure_trials() == ()
    assert "1 of 10, try 1 of 3" in texts(screen)


def test_the_arrow_keys_step_and_a_space_is_never_typed(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    screen.show_view(begun(presenter))
    press(screen, Qt.Key.Key_Space)
    for _time in range(3):
        press(screen, Qt.Key.Key_Up)
    press(screen, Qt.Key.Key_Down)
    field = keyboard()
    assert isinstance(field, QLineEdit)
    assert field.text() == "100"
    press(screen, Qt.Key.Key_Space)
    (trial,) = stage.journal.recall_pressure_trials()
    assert trial.grams == 100


def test_nothing_can_be_kept_before_a_number_is_there(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    screen.show_view(begun(presenter))
    press(screen, Qt.Key.Key_Space)
    assert not button(screen, "Keep").isEnabled()
    assert "Type the number on the scale" in texts(screen)
    press(screen, Qt.Key.Key_Space)
    assert "1 of 10, try 1 of 3" in texts(screen)
    type_in(screen, "99999")
    assert "from 0 to 30,000" in texts(screen)
    assert stage.journal.recall_pressure_trials() == ()


def test_ticks_by_the_keyboard_and_why_it_does_not_begin(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    press(screen, Qt.Key.Key_Return)
    first = keyboard()
    assert isinstance(first, CheckRow)
    press(screen, Qt.Key.Key_Space)
    assert first.isChecked()
    view = presenter.present()
    assert isinstance(view, BeforeView)
    assert not view.begin.ready
    assert view.begin.blocked_because in texts(screen)
    assert not button(screen, "Begin").isEnabled()
    assert keyboard() is first
    press(screen, Qt.Key.Key_Space)
    assert button(screen, "None of these: begin").isEnabled()


def test_escape_leaves_and_what_was_kept_stays(qtbot: QtBot, theme: LiveTheme, stage: PressureStage) -> None:
    screen, presenter = page(qtbot, theme, stage)
    screen.show_view(begun(presenter))
    press(screen, Qt.Key.Key_Space)
    type_in(screen, "150")
    press(screen, Qt.Key.Key_Space)
    spy = QSignalSpy(screen.leave)
    press(screen, Qt.Key.Key_Escape)
    assert spy.at(0)[0] == Back()
    assert len(stage.journal.recall_pressure_trials()) == 1


def test_the_picture_shows_the_pressing_hand_and_the_pressure_in_words(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    presenter.start(Weighing.SCALE)
    presenter.choose_hand(Side.RIGHT)
    screen.show_view(presenter.go_on())
    settle(screen)
    (badge,) = [each for each in screen.findChildren(SideBadge) if each.isVisible()]
    (ruler,) = [each for each in screen.findChildren(PressureScale) if each.isVisible()]
    assert badge.accessibleName() == "Your right"
    assert ruler.accessibleName() == "Felt pressure about 1 of 10"


def test_the_drawing_says_all_its_tries_in_words(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    begun(presenter)
    screen.show_view(stage.press_all(presenter))
    settle(screen)
    (plot,) = [each for each in screen.findChildren(PressurePlot) if each.isVisible()]
    said = plot.accessibleName().replace("\u00a0", " ")
    assert "At 3 of 10: 900 g, 1,050 g, 1,200 g" in said
    assert "Your ceiling: 6 of 10" in said


def test_deleting_and_undoing_by_the_keyboard(qtbot: QtBot, theme: LiveTheme, stage: PressureStage) -> None:
    screen, presenter = page(qtbot, theme, stage)
    begun(presenter)
    stage.press_all(presenter)
    screen.show_view(presenter.finish())
    settle(screen)
    button(screen, "Delete the tries of the left hand").setFocus()
    press(screen, Qt.Key.Key_Return)
    assert "12 tries were deleted." in texts(screen)
    assert keyboard().accessibleName() == "Start with a scale"
    button(screen, "Undo").setFocus()
    press(screen, Qt.Key.Key_Return)
    assert len(stage.journal.recall_pressure_trials()) == 12
    assert isinstance(presenter.present(), IntroView)


@pytest.mark.parametrize("place", ["intro", "before", "try", "ceiling", "done", "results"])
def test_every_part_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, stage: PressureStage, place: str
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    match place:
        case "before":
            presenter.start(Weighing.SCALE)
            presenter.tick(Tick.SKIN)
            screen.show_view(presenter.tick(Tick.LEFT))
        case "try":
            begun(presenter)
            presenter.go_on()
            presenter.write("180")
            presenter.go_on()
            screen.show_view(presenter.write("heavy"))
        case "ceiling":
            begun(presenter)
            for _part in range(3):
                presenter.skip()
            screen.show_view(presenter.rate(6))
        case "done" | "results":
            begun(presenter)
            done = stage.press_all(presenter)
            screen.show_view(done if place == "done" else presenter.finish())
        case _:
            pass
    assert bears_every_size(screen, theme) == []
