"""The trend page over a ten-year journal: its first view, a drawn year, a step, a frame of 36,500 rings (P8).

`python -m bench.bench_trend [YEARS]`. Needs no display.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.journal_years import copy_years, now, open_years
from bench.table import Figure, report

ROOT = Path(__file__).resolve().parents[1]
RINGS = 36_500
YEAR_BAR_MS, FRAME_BAR_MS, PLOT_BAR_MS = 300.0, 20.0, 300.0


def timed(work: Callable[[], object], count: int = 1) -> float:
    """Median of the milliseconds of ``count`` runs."""
    found = []
    for _ in range(count):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1_000)
    return statistics.median(found)


def measure(folder: Path) -> list[tuple[str, float, float | None]]:
    """Each figure with its bar in milliseconds, ``None`` where none was set."""
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from acupress_desktop.content.atlas_files import read_atlas
    from acupress_desktop.content.region_files import read_regions
    from acupress_desktop.domain.trends.series import TrendRange
    from acupress_desktop.presenters.trend import TrendPresenter
    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, dress_application
    from acupress_desktop.ui.trends.screen import TrendScreen

    application = QApplication([])
    root = ROOT / "assets"
    load_fonts(root)
    theme = LiveTheme()
    dress_application(application, theme)
    regions = read_regions(root, read_atlas(root))
    journal = open_years(folder)
    presenter = TrendPresenter(journal, regions, now)
    found: list[tuple[str, float, float | None]] = []

    def loaded() -> None:
        __import__("acupress_desktop.ui.trends.chart")

    found.append(("load pyqtgraph", timed(loaded), None))
    from acupress_desktop.ui.trends.chart import TrendChart

    screens: list[TrendScreen] = []

    def first_view() -> None:
        screen = TrendScreen(presenter, theme)
        screen.resize(1280, 756)
        screen.show()
        application.processEvents()
        screens.append(screen)

    found.append(("first view of the page, 12 weeks", timed(first_view), PLOT_BAR_MS))
    screen = screens[0]

    def drawn(view: Callable[[], object]) -> Callable[[], None]:
        def draw() -> None:
            screen.show_view(view())  # type: ignore[arg-type]
            screen.grab()

        return draw

    found.append(
        ("a drawn year", timed(drawn(lambda: presenter.choose_range(TrendRange.YEAR)), 5), YEAR_BAR_MS)
    )
    found.append(("a step of a year's chart", timed(drawn(presenter.earlier), 9), YEAR_BAR_MS))
    chance = Random(1)  # noqa: S311 - repeatable, not secret
    year = presenter.present().chart
    days = 3650
    rings = tuple((chance.random() * days, float(chance.randint(0, 10))) for _ in range(RINGS))
    chart = TrendChart(theme)
    chart.resize(1180, 420)
    chart.show()
    chart.show_chart(replace(year, days=days, entries=rings), "ten years")
    application.processEvents()
    picture = QImage(1180, 420, QImage.Format.Format_ARGB32_Premultiplied)
    found.append((f"a frame of {RINGS:,} rings", timed(lambda: chart.render(picture), 15), FRAME_BAR_MS))
    journal.close()
    return found


def main(words: list[str]) -> int:
    """Make the journal, measure, print the table; 1 where a bar was missed."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        copy_years(folder, int(words[0]) if words else 10)
        return report(Figure("P8", name, took_ms, "ms", bar_ms) for name, took_ms, bar_ms in measure(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
