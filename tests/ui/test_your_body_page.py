from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.app.own_drawing import OwnDrawing
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.screen_scale import CARD_HEIGHT_MM, CARD_WIDTH_MM, scale_of
from acupress_desktop.domain.settings import DrawnBody, Settings, SkinTone
from acupress_desktop.presenters.destinations import ToSettings
from acupress_desktop.presenters.ruler import RulerPresenter
from acupress_desktop.presenters.your_body import YourBodyPorts, YourBodyPresenter
from acupress_desktop.presenters.your_body_view import AlbumStanding, Paper
from acupress_desktop.ui.bridge.background import InlineRunner
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.ask_file import FileKinds
from acupress_desktop.ui.your_body.paper_ruler import save_paper_ruler
from acupress_desktop.ui.your_body.ruler_dialog import RulerDialog, RulerPresenting
from acupress_desktop.ui.your_body.screen import YourBodyScreen
from tests.ui.pages import bears_every_size, button, focused_by_tab, keyboard, labels, settle

SCREEN = "0badcafe"


class Drawer:
    def __init__(self, settings: Settings) -> None:
        self.kept = settings

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        self.kept = settings
        return ()


class Answering:
    """Answers in the person's stead where the file goes."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def where_to_save(self, parent: QWidget, title: str, name: str, kinds: FileKinds) -> Path | None:
        assert title
        assert [ending for _kind, ending in kinds] == ["pdf"]
        return self.path / f"{name}.pdf"

    def what_to_open(self, parent: QWidget, title: str, kinds: FileKinds) -> Path | None:
        raise AssertionError("nothing is opened here")


@cache
def bodies() -> OwnDrawing:
    return OwnDrawing.read(asset_root())


def page_of(
    qtbot: QtBot, theme: LiveTheme, folder: Path | None = None, settings: Settings | None = None
) -> tuple[YourBodyScreen, Drawer]:
    kept = Settings(own_build_percent=80, own_height_cm=180, own_weight_kg=80, own_age=40)
    drawer = Drawer(settings or kept)
    presenter = YourBodyPresenter(
        YourBodyPorts(drawer, bodies(), lambda: 2026, AlbumStanding, lambda _settings: None)
    )

    def ruler(_widget: QWidget) -> RulerPresenting:
        return RulerPresenter(drawer, SCREEN, presenter.keep_width)

    ask = None if folder is None else Answering(folder)
    screen = YourBodyScreen(presenter, theme, bodies().draw, InlineRunner(), ruler, ask)
    qtbot.addWidget(screen)
    return screen, drawer


def drawn(drawer: Drawer) -> DrawnBody:
    return drawer.kept.drawn_body


def figure_of(screen: YourBodyScreen) -> QImage:
    return screen.figure.grab().toImage()


@pytest.mark.slow
def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _drawer = page_of(qtbot, theme)
    assert bears_every_size(screen, theme) == []


@pytest.mark.slow
def test_a_number_is_typed_and_the_figure_reshapes(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = page_of(qtbot, theme)
    settle(screen)
    before = figure_of(screen)
    screen.start_focus()
    field = screen.row("own_weight_kg").field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "120")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert drawer.kept.own_weight_kg == 120
    assert figure_of(screen) != before
    assert "120 kg" in screen.figure.accessibleName()


def test_what_cannot_be_is_said_beside_the_field(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = page_of(qtbot, theme)
    settle(screen)
    before = figure_of(screen)
    field = screen.row("own_height_cm").field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "300")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert drawer.kept.own_height_cm == 180
    assert field.text() == "300"
    assert "141" in field.accessibleDescription()
    assert figure_of(screen) == before


def test_a_slider_works_by_keys_and_by_pointer(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = page_of(qtbot, theme)
    settle(screen)
    slider = screen.row("own_height_cm").slider
    assert slider is not None
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert drawer.kept.own_height_cm == 181
    QTest.keyClick(slider, Qt.Key.Key_PageDown)
    assert drawer.kept.own_height_cm == 176
    middle = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert drawer.kept.own_height_cm == 176, "only shown while it is held"
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle)
    assert drawer.kept.own_height_cm == pytest.approx(175, abs=1)
    spoken = QAccessible.queryAccessibleInterface(slider)
    assert spoken.role() is QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name).startswith("Height")


def test_every_control_is_reached_by_tab(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _drawer = page_of(qtbot, theme)
    settle(screen)
    screen.start_focus()
    reached = focused_by_tab(screen, 60)
    assert {screen.row(key).field for key in ("own_hand_mm", "own_thumb_tenth_mm")} <= set(reached)
    assert sum(isinstance(each, QSlider) for each in set(reached)) == 8


def test_tone_switch_and_way_back(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = page_of(qtbot, theme)
    settle(screen)
    before = figure_of(screen)
    button(screen, "Very dark").click()
    assert drawer.kept.skin_tone is SkinTone.VERY_DARK
    assert figure_of(screen) != before
    button(screen, "Show my own body").click()
    assert drawn(drawer) is DrawnBody.OWN
    button(screen, "Use the standard figure").click()
    assert drawn(drawer) is DrawnBody.FIGURE
    ways: list[object] = []
    screen.leave.connect(ways.append)
    button(screen, "Settings").click()
    assert ways == [ToSettings()]


def test_the_ruler_works_by_keys_alone(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, drawer = page_of(qtbot, theme)
    settle(screen)
    button(screen, "Measure on this screen").click()
    dialog = screen.findChild(RulerDialog)
    assert dialog is not None
    gauge = keyboard()
    assert gauge is dialog.gauge
    wide = dialog.gauge.width_px
    QTest.keyClick(gauge, Qt.Key.Key_Right)
    QTest.keyClick(gauge, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.gauge.width_px == pytest.approx(wide + 1.1)
    QTest.keyClick(gauge, Qt.Key.Key_Left)
    assert "pixels" in gauge.accessibleDescription()
    assert gauge.accessibleName()
    button(screen, "The frame fits my card").click()
    found = scale_of(drawer.kept.card_scales, SCREEN)
    assert found == pytest.approx((wide + 0.1) / CARD_WIDTH_MM, abs=0.001)
    assert keyboard() is dialog.gauge
    QTest.keyClick(dialog.gauge, Qt.Key.Key_Right)
    assert "mm" in dialog.gauge.accessibleDescription()
    button(screen, "Keep this width").click()
    assert drawer.kept.own_thumb_tenth_mm is not None
    button(screen, "Leave this out").click()
    assert drawer.kept.own_four_fingers_tenth_mm is None
    assert not dialog.isVisible()
    assert screen.row("own_thumb_tenth_mm").field.text()


def test_the_card_keeps_its_proportions_while_it_is_pulled(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _drawer = page_of(qtbot, theme)
    settle(screen)
    button(screen, "Measure on this screen").click()
    dialog = screen.findChild(RulerDialog)
    assert dialog is not None
    gauge = dialog.gauge
    QTest.mousePress(gauge, Qt.MouseButton.LeftButton, pos=QPoint(416, 40))
    QTest.mouseRelease(gauge, Qt.MouseButton.LeftButton, pos=QPoint(416, 40))
    assert gauge.width_px == pytest.approx(400.0)
    tall = gauge.sizeHint().height() - 32
    assert tall / gauge.width_px == pytest.approx(CARD_HEIGHT_MM / CARD_WIDTH_MM, abs=0.005)
    dialog.finish()


def horizontal_lines_mm(pdf: bytes) -> list[float]:
    """Lengths of all level lines of a page, in millimetres."""
    lengths: list[float] = []
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            drawn = zlib.decompress(stream).decode("latin-1")
        except zlib.error:
            continue
        scale = re.search(r"([\d.]+) 0 0 -?[\d.]+ [-\d.]+ [-\d.]+ cm", drawn)
        points = float(scale[1]) if scale else 1.0
        for x, y, to_x, to_y in re.findall(r"([-\d.]+) ([-\d.]+) m\s+([-\d.]+) ([-\d.]+) l", drawn):
            if y == to_y:
                lengths.append(abs(float(to_x) - float(x)) * points * 25.4 / 72.0)
    return lengths


@pytest.mark.parametrize("paper", Paper, ids=lambda paper: paper.value)
def test_the_printed_ruler_is_true_to_the_tenth_of_a_millimetre(
    theme: LiveTheme, tmp_path: Path, paper: Paper
) -> None:
    path = tmp_path / "ruler.pdf"
    save_paper_ruler(theme, paper, path)
    assert [each.name for each in tmp_path.iterdir()] == ["ruler.pdf"]
    lengths = horizontal_lines_mm(path.read_bytes())
    for wanted in (100.0, 40.0, 120.0):
        assert any(abs(found - wanted) < 0.1 for found in lengths), (wanted, lengths)


def test_a_ruler_that_cannot_be_written_is_told_and_leaves_nothing(
    qtbot: QtBot, theme: LiveTheme, tmp_path: Path
) -> None:
    screen, _drawer = page_of(qtbot, theme, tmp_path)
    settle(screen)
    button(screen, "Save a ruler to print (A4)").click()
    assert [each.name for each in tmp_path.iterdir()] == ["ruler-A4.pdf"]
    blocked = tmp_path / "ruler-Letter.pdf"
    blocked.mkdir()
    button(screen, "Save a ruler to print (Letter)").click()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ruler-A4.pdf", "ruler-Letter.pdf"]
    assert any("could not be written" in label.text() for label in labels(screen))
