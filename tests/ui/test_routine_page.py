"""The pages of routines: any size, the keyboard alone, a screen reader, and nothing that was typed lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.routines import Routine, RoutineSides
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToRoutine, ToSafety
from acupress_desktop.presenters.routine_giving import PageEnd
from acupress_desktop.presenters.routine_texts import printed
from acupress_desktop.presenters.routine_view import PrintedRoutineView
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.ui.routines.list_part import RoutineListPart
from acupress_desktop.ui.routines.opened_dialog import OpenedDialog
from acupress_desktop.ui.routines.paper import save_routine
from acupress_desktop.ui.routines.screen import RoutineScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.ask_file import FileKinds
from tests.domain.routine_examples import everything, press, routine, stretch
from tests.presenters.routine_stage import RoutineStage, staged
from tests.ui.pages import bears_every_size, button, focused_by_tab, keyboard, labels, nameless, settle


class Answering:
    """Answers in the person's stead."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.endings: tuple[str, ...] = ()

    def where_to_save(self, parent: QWidget, title: str, name: str, kinds: FileKinds) -> Path | None:
        assert title
        assert name
        self.endings = tuple(ending for _kind, ending in kinds)
        return self.path

    def what_to_open(self, parent: QWidget, title: str, kinds: FileKinds) -> Path | None:
        assert title
        self.endings = tuple(ending for _kind, ending in kinds)
        return self.path


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[RoutineStage]:
    yield from staged(tmp_path / "data")


def thumb(point: PointCode, side: SiteSide) -> QPixmap | None:
    picture = QPixmap(112, 112)
    picture.fill(Qt.GlobalColor.lightGray)
    return picture


def no_page(view: PrintedRoutineView, path: Path) -> PageEnd:
    return PageEnd.NOT_WRITTEN


def opened(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage, kept: Routine | None, path: Path | None = None
) -> RoutineScreen:
    if kept is not None:
        stage.journal.remember_routine(kept)
    presenter = stage.editor(None if kept is None else kept.id)
    screen = RoutineScreen(presenter, theme, thumb, no_page, Answering(path))
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def read(page: QWidget) -> str:
    return " | ".join(label.text() for label in labels(page))


@pytest.mark.slow
@pytest.mark.parametrize("start", [None, everything()])
def test_the_editor_bears_every_size(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage, start: Routine | None
) -> None:
    screen = opened(qtbot, theme, stage, start)
    if start is not None:
        screen.steps.change_asked.emit(start.steps[1].id)
    screen.adding.search.setText("neck")
    assert not (wrong := bears_every_size(screen, theme)), "\n".join(wrong)


def test_everything_on_the_editor_has_a_name(qtbot: QtBot, theme: LiveTheme, stage: RoutineStage) -> None:
    screen = opened(qtbot, theme, stage, everything())
    for step in (everything().steps[1], everything().steps[4]):
        screen.steps.change_asked.emit(step.id)
        settle(screen)
        assert nameless(screen) == []
    rows = [screen.steps.row(key) for key in screen.steps.keys]
    assert rows[1].accessibleName().startswith("Step 2, GB21, Shoulder Well. Both sides, 40 s each")
    assert "My left one is the tight one." in rows[1].accessibleName()


def test_steps_move_by_keys_and_keep_the_keyboard(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage
) -> None:
    screen = opened(qtbot, theme, stage, everything())
    key = everything().steps[0].id
    row = screen.steps.row(key)
    row.change.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(row.change, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert screen.steps.keys.index(key) == 2
    assert keyboard() is row.change
    QTest.keyClick(row.change, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert screen.steps.keys.index(key) == 1
    assert [step.id for step in stage.kept()[0].steps][1] == key
    row.up.setFocus(Qt.FocusReason.TabFocusReason)
    row.up.click()
    assert screen.steps.keys[0] == key
    assert keyboard() is row.up
    row.up.click()
    assert screen.steps.keys[0] == key


def test_enter_adds_the_one_point_that_was_found(qtbot: QtBot, theme: LiveTheme, stage: RoutineStage) -> None:
    screen = opened(qtbot, theme, stage, None)
    screen.adding.search.setFocus(Qt.FocusReason.TabFocusReason)
    for code in ("LI4", "PC6"):
        QTest.keyClicks(screen.adding.search, code)
        QTest.keyClick(screen.adding.search, Qt.Key.Key_Return)
        settle(screen)
    # A word that many points answer to adds none of them.
    QTest.keyClicks(screen.adding.search, "hand")
    QTest.keyClick(screen.adding.search, Qt.Key.Key_Return)
    assert [step.point for step in stage.kept()[0].presses] == ["LI4", "PC6"]


def test_a_step_is_dragged_to_its_place(qtbot: QtBot, theme: LiveTheme, stage: RoutineStage) -> None:
    screen = opened(qtbot, theme, stage, everything())
    first, third = (screen.steps.row(everything().steps[place].id) for place in (0, 2))
    start = QPoint(60, 12)
    QTest.mousePress(first, Qt.MouseButton.LeftButton, pos=start)
    below = QPoint(60, third.y() + third.height() - 4 - first.y())
    QTest.mouseMove(first, QPoint(60, 40))
    first.mouseMoveEvent(_moved(first, below))
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton, pos=below)
    assert screen.steps.keys.index(everything().steps[0].id) == 2
    assert stage.kept()[0].steps[2].id == everything().steps[0].id


def _moved(row: QWidget, at: QPoint) -> QMouseEvent:
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(row.mapToGlobal(at)), left, left, Qt.KeyboardModifier(0)
    )


def test_what_is_typed_is_kept_when_the_field_or_the_page_is_left(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage
) -> None:
    screen = opened(qtbot, theme, stage, routine(press("LI4", 2)))
    name = screen._name
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Quiet hands")
    assert stage.kept()[0].name == "Evening"
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert stage.kept()[0].name == "Quiet hands"
    QTest.keyClicks(name, " 2")
    screen.hide()
    assert stage.kept()[0].name == "Quiet hands 2"


def test_the_numbers_go_by_buttons_and_stop_at_their_limits(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage
) -> None:
    screen = opened(qtbot, theme, stage, routine(press("GB20", 2, 30, 2)))
    screen.steps.change_asked.emit(routine(press("GB20", 2)).steps[0].id)
    settle(screen)
    assert "at most 3 of 10" in read(screen)
    harder = button(screen, "Felt pressure, of 10: more")
    harder.click()
    assert stage.kept()[0].presses[0].felt_pressure == 3
    assert not harder.isEnabled()
    longer = button(screen, "Seconds for each place: more")
    longer.click()
    assert stage.kept()[0].presses[0].hold_seconds == 35
    button(screen, "Your left only").click()
    assert stage.kept()[0].presses[0].sides is RoutineSides.LEFT
    assert longer.accessibleDescription().startswith("35 seconds")


def test_a_point_is_found_and_added_with_the_keyboard_alone(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage
) -> None:
    screen = opened(qtbot, theme, stage, None)
    screen.adding.search.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(screen.adding.search, "LI4")
    settle(screen)
    reached = focused_by_tab(screen, 3)
    add = next(each for each in reached if each.accessibleName().startswith("Add LI4"))
    add.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(add, Qt.Key.Key_Space)
    assert [step.point for step in stage.kept()[0].presses] == ["LI4"]
    assert "is added at the end" in read(screen)


def test_a_step_that_is_taken_out_hands_the_keyboard_on(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage
) -> None:
    screen = opened(qtbot, theme, stage, everything())
    row = screen.steps.row(everything().steps[2].id)
    row.remove.setFocus(Qt.FocusReason.TabFocusReason)
    row.remove.click()
    settle(screen)
    assert keyboard() is screen.steps.row(everything().steps[3].id).change
    button(screen, "Undo").click()
    settle(screen)
    assert screen.steps.keys == tuple(step.id for step in everything().steps)


def test_a_picture_comes_from_a_file_and_what_is_none_is_said(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage, tmp_path: Path
) -> None:
    path = tmp_path / "photo.png"
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path))
    mine = routine(press("LI4", 2))
    screen = opened(qtbot, theme, stage, mine, path)
    screen.steps.change_asked.emit(mine.steps[0].id)
    settle(screen)
    button(screen, "Choose a picture").click()
    assert stage.kept()[0].presses[0].picture
    button(screen, "Take the picture out").click()
    assert stage.kept()[0].presses[0].picture == ""
    path.write_bytes(b"words")
    button(screen, "Choose a picture").click()
    assert "no picture that can be used" in read(screen)
    assert stage.kept()[0].presses[0].picture == ""


def test_pressing_leaves_for_the_safety_check(qtbot: QtBot, theme: LiveTheme, stage: RoutineStage) -> None:
    mine = routine(press("LI4", 2))
    screen = opened(qtbot, theme, stage, mine)
    with qtbot.waitSignal(screen.leave) as left:
        button(screen, "Press it").click()
    assert left.args == [ToSafety(mine.complaint, routine=mine.id)]


def test_a_page_that_cannot_be_written_is_said(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage, tmp_path: Path
) -> None:
    screen = opened(qtbot, theme, stage, routine(press("LI4", 2)), tmp_path / "page.pdf")
    button(screen, "Print").click()
    assert "page.pdf could not be written" in read(screen)


# --- The list


def the_list(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage, path: Path | None = None
) -> RoutineListPart:
    part = RoutineListPart(stage.list(), theme, no_page, Answering(path))
    qtbot.addWidget(part)
    settle(part, 640, 900)
    return part


def test_the_list_leads_on_and_gives_the_keyboard_to_undo(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage
) -> None:
    mine = routine(press("LI4", 2), stretch(3))
    stage.journal.remember_routine(mine)
    part = the_list(qtbot, theme, stage)
    assert nameless(part) == []
    with qtbot.waitSignal(part.leave) as left:
        button(part, "Press Evening").click()
    assert left.args == [ToSafety(mine.complaint, routine=mine.id)]
    with qtbot.waitSignal(part.leave) as left:
        button(part, "Change: Evening").click()
    assert left.args == [ToRoutine(mine.id)]
    delete = button(part, "Delete: Evening")
    delete.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(part.changed):
        delete.click()
    settle(part, 640, 900)
    assert "None yet" in read(part)
    assert keyboard().accessibleName() == "Undo"
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert stage.kept() == (mine,)


def test_a_file_shows_what_is_in_it_as_plain_text(
    qtbot: QtBot, theme: LiveTheme, stage: RoutineStage, tmp_path: Path
) -> None:
    path = tmp_path / "given.acupress-plan.json"
    named = routine(press("LI4", 2, note="<img src=x>"), name="<b>Bold</b>")
    stage.files.write(path, named)
    part = the_list(qtbot, theme, stage, path)
    button(part, "Open a routine file").click()
    (dialog,) = part.window().findChildren(OpenedDialog)
    settle(part, 640, 900)
    words = read(dialog)
    assert "<b>Bold</b>" in words
    assert "<img src=x>" in words
    assert "does not say who made it" in words
    assert stage.kept() == ()
    dialog.add.click()
    assert [one.name for one in stage.kept()] == ["<b>Bold</b>"]


# --- Paper


@pytest.mark.parametrize("paper", Paper)
def test_a_routine_is_printed_whole(
    stage: RoutineStage, tmp_path: Path, paper: Paper, theme: LiveTheme
) -> None:
    path = tmp_path / "page.pdf"
    view = printed(everything(), stage.book)
    save_routine(view, thumb, paper, path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob("*.part")) == []
    size = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}[paper]
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert box is not None
    assert tuple(round(float(side)) for side in box.groups()) == size


def test_a_long_routine_takes_several_sheets(stage: RoutineStage, tmp_path: Path, theme: LiveTheme) -> None:
    long = routine(*(stretch(number, note="Slowly. " * 60) for number in range(2, 30)))
    path = tmp_path / "page.pdf"
    save_routine(printed(long, stage.book), thumb, Paper.A4, path)
    pages = re.findall(rb"/Type /Page\b", path.read_bytes())
    assert 3 <= len(pages) <= 12


def test_a_page_that_cannot_be_written_leaves_nothing(
    stage: RoutineStage, tmp_path: Path, theme: LiveTheme
) -> None:
    with pytest.raises(OSError, match="missing"):
        save_routine(printed(everything(), stage.book), thumb, Paper.A4, tmp_path / "missing" / "page.pdf")
    assert not (tmp_path / "missing").exists()
