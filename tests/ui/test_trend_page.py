from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.presenters.destinations import LeaveSampleJournal, ToCheckIn
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.presenters.trend import TrendPresenter
from acupress_desktop.presenters.trend_view import Shape, Stroke
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.sample import open_sample
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.trends.chart import Plot, TrendChart
from acupress_desktop.ui.trends.screen import TrendScreen
from acupress_desktop.ui.widgets.ask_file import FileKinds
from acupress_desktop.ui.widgets.overlays import Dialog
from acupress_desktop.ui.widgets.plain_table import PlainTable
from tests.storage.journals import Bench
from tests.ui.pages import bears_every_size, button, labels, settle


class Answering:
    """Knows where the picture goes."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def where_to_save(self, parent: QWidget, title: str, name: str, kinds: FileKinds) -> Path | None:
        return self.path

    def what_to_open(self, parent: QWidget, title: str, kinds: FileKinds) -> Path | None:
        return self.path


@pytest.fixture(scope="module")
def regions() -> RegionMap:
    return read_regions(asset_root(), read_atlas(asset_root()))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Journal:
    folder = tmp_path_factory.mktemp("sample")
    return open_sample(Profile(folder), now=Bench(folder).now)


def screen_of(
    qtbot: QtBot, theme: LiveTheme, journal: Journal, regions: RegionMap, path: Path | None = None
) -> tuple[TrendScreen, TrendPresenter]:
    presenter = TrendPresenter(journal, regions, Bench(Path()).now, JournalKind.SAMPLE)
    screen = TrendScreen(presenter, theme, Answering(path))
    qtbot.addWidget(screen)
    return screen, presenter


def chart_of(screen: TrendScreen) -> TrendChart:
    (chart,) = screen.findChildren(TrendChart)
    return chart


def test_the_page_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, presenter = screen_of(qtbot, theme, sample, regions)
    assert bears_every_size(screen, theme) == []
    screen.show_view(presenter.choose_shape(Shape.TABLE))
    assert bears_every_size(screen, theme) == []


def test_the_finding_stands_above_the_chart_and_the_caveat_below(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, _presenter = screen_of(qtbot, theme, sample, regions)
    settle(screen)
    texts = [label.text() for label in labels(screen)]
    assert any(text.startswith("72 of 84 days logged.") for text in texts)
    assert any("these numbers can’t show why" in text for text in texts)
    assert any("Made-up data" in text for text in texts)


def test_a_flat_stroke_is_inked_where_its_week_is(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, presenter = screen_of(qtbot, theme, sample, regions)
    settle(screen)
    chart = chart_of(screen)
    view = presenter.present().chart
    bare = replace(
        view, entries=(), brackets=(), bracket_rows=0, band=None, strokes=(Stroke(14.0, 21.0, 5.0),)
    )
    chart.show_chart(bare, "bare")
    QApplication.processEvents()
    picture = chart.grab().toImage()
    plot = Plot(theme, bare, chart.width(), chart.height())
    accent = theme.colours.accent

    def inked(days: float, value: float) -> bool:
        spot = QPointF(plot.across(days), plot.up(value)).toPoint()
        return picture.pixelColor(spot).name().lower() == accent.lower()

    assert inked(14.2, 5.0)
    assert inked(20.8, 5.0)
    assert not inked(13.5, 5.0)
    assert not inked(21.5, 5.0)
    rows = [
        y for y in range(chart.height())
        if picture.pixelColor(round(plot.across(17)), y).name().lower() == accent.lower()
    ]  # fmt: skip
    assert 3 <= len(rows) <= 4


def test_a_ring_is_hollow_and_sits_on_its_value(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, presenter = screen_of(qtbot, theme, sample, regions)
    settle(screen)
    chart = chart_of(screen)
    view = presenter.present().chart
    bare = replace(view, entries=((40.0, 3.0),), brackets=(), bracket_rows=0, band=None, strokes=())
    chart.show_chart(bare, "bare")
    QApplication.processEvents()
    picture = chart.grab().toImage()
    plot = Plot(theme, bare, chart.width(), chart.height())
    x, y = round(plot.across(40.0)), round(plot.up(3.0))
    assert picture.pixelColor(x, y).name().lower() == theme.colours.paper.lower()
    dark = [
        (across, up)
        for across in range(x - 10, x + 11)
        for up in range(y - 10, y + 11)
        if picture.pixelColor(across, up).lightness() < 140
    ]
    across = [each for each, _up in dark]
    up = [each for _across, each in dark]
    assert 6 <= max(across) - min(across) <= 9
    assert abs((max(across) + min(across)) / 2 - plot.across(40.0)) <= 1
    assert abs((max(up) + min(up)) / 2 - plot.up(3.0)) <= 1


def test_arrows_move_the_range_and_the_wheel_does_nothing(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, presenter = screen_of(qtbot, theme, sample, regions)
    settle(screen)
    chart = chart_of(screen)
    before = presenter.present().chart.ticks
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert presenter.present().chart.ticks != before
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert presenter.present().chart.ticks == before
    QTest.mousePress(chart, Qt.MouseButton.LeftButton)
    QTest.mouseMove(chart)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton)
    assert presenter.present().chart.ticks == before


def test_the_twin_is_a_real_table(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, presenter = screen_of(qtbot, theme, sample, regions)
    screen.show_view(presenter.choose_shape(Shape.TABLE))
    settle(screen)
    (table,) = screen.findChildren(PlainTable)
    view = presenter.present().table
    assert table.isVisible()
    assert table.rowCount() == len(view.rows)
    head = table.horizontalHeaderItem(1)
    assert head is not None
    assert head.text() == view.heads[1]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentRow() == 2


def test_a_screen_reader_hears_the_chart(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, _presenter = screen_of(qtbot, theme, sample, regions)
    chart = chart_of(screen)
    assert chart.accessibleName() == "Neck pain, 12 weeks"
    assert "Week from" in chart.accessibleDescription()
    assert "sessions." in chart.accessibleDescription()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["chart.png", "chart.svg", "chart.pdf"])
def test_a_picture_is_whole_and_says_where_it_is_from(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    screen, _presenter = screen_of(qtbot, theme, sample, regions, path)
    settle(screen)
    button(screen, "Save picture").click()
    assert path.stat().st_size > 1000
    assert [each.name for each in tmp_path.iterdir()] == [name]
    if name.endswith(".png"):
        kept = " ".join(QImage(str(path)).text(key) for key in QImage(str(path)).textKeys())
    elif name.endswith(".pdf"):
        page = QPdfDocument()
        assert page.load(str(path)) is QPdfDocument.Error.None_
        assert page.pageCount() == 1
        kept = " ".join(page.getAllText(0).text().split())
    else:
        kept = path.read_text(encoding="utf-8")
    assert "Not a medical device" in kept
    assert "Made-up data." in kept
    assert any("Saved as" in label.text() for label in labels(screen))


def test_a_picture_that_cannot_be_written_is_said(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap, tmp_path: Path
) -> None:
    screen, _presenter = screen_of(qtbot, theme, sample, regions, tmp_path / "nowhere" / "chart.png")
    settle(screen)
    button(screen, "Save picture").click()
    assert any("could not be written" in label.text() for label in labels(screen))


def test_how_it_was_computed_opens_above_the_page(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap
) -> None:
    screen, _presenter = screen_of(qtbot, theme, sample, regions)
    settle(screen)
    button(screen, "How was this computed?").click()
    (dialog,) = screen.window().findChildren(Dialog)
    assert any("median" in label.text() for label in labels(dialog))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_ways_out(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, regions: RegionMap, tmp_path: Path
) -> None:
    screen, _presenter = screen_of(qtbot, theme, sample, regions)
    settle(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    button(screen, "Remove the made-up data").click()
    empty = TrendScreen(TrendPresenter(Bench(tmp_path).open(), regions, Bench(tmp_path).now), theme)
    qtbot.addWidget(empty)
    settle(empty)
    empty.leave.connect(ways.append)
    button(empty, "Check in").click()
    assert ways == [LeaveSampleJournal(), ToCheckIn()]
    assert empty.findChildren(TrendChart) == []


def test_pyqtgraph_is_loaded_by_the_chart_alone() -> None:
    code = (
        "import sys; import acupress_desktop.ui.trends.screen;"
        "sys.exit(any(name in sys.modules for name in ('pyqtgraph', 'numpy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
