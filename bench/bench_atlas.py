"""P9: the atlas of 410 points. Every query <= 10 ms, a list of all points and the next point at once.

`python -m bench.bench_atlas`. Needs no display. The quietest of three rounds counts.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bench.table import Figure, report

if TYPE_CHECKING:
    from acupress_desktop.content.shelf import AtlasShelf, Shelf

ROOT = Path(__file__).resolve().parents[1]
QUERY_BAR_MS, LIST_BAR_MS, POINT_BAR_MS = 10.0, 50.0, 100.0
ROUNDS = 3
HOSTILE = (
    "a" * 10_000,
    "shoulder " * 1_000,
    "sholder nekc forarm insomina zusanly sanyinjo hundrde meetigns",
    "\U0001f642" * 2_000,
    "\u202e" * 500 + "\u05db\u05ea\u05e3",
    "\x00\x07\x1b" * 200,
    "\u5167" * 500,
    "e\u0301" * 3_000,
)


def longest_ms(work: Callable[[str], object], texts: Iterable[str]) -> tuple[float, float]:
    """The longest and the median time of one text, each in the quietest of its rounds."""
    quietest = []
    for text in texts:
        found = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            work(text)
            found.append((time.perf_counter() - begun) * 1_000)
        quietest.append(min(found))
    return max(quietest), statistics.median(quietest)


def what_people_type(shelf: Shelf, upper: AtlasShelf) -> list[str]:
    """Return every code, name and region, as typed letter by letter, and each name with a slip."""
    names = [name for point in shelf.atlas for name in (point.label, point.pinyin, point.english)]
    names += [region.title for region in shelf.regions.regions]
    names += [word for said in upper.search_words for word in said.words]
    begun = [name[:length] for name in names[::7] for length in range(1, len(name) + 1)]
    swapped = [name[:2] + name[3:4] + name[2:3] + name[4:] for name in names]
    return [*names, *begun, *swapped]


def measure(folder: Path) -> list[Figure]:
    """Search, list and open."""
    from PySide6.QtWidgets import QApplication

    from acupress_desktop.app.atlas_words import atlas_content_of
    from acupress_desktop.content.album_files import read_album
    from acupress_desktop.content.shelf import read_atlas_shelf, read_shelf
    from acupress_desktop.presenters.atlas import AtlasPresenter
    from acupress_desktop.presenters.atlas_lists import ListKind
    from acupress_desktop.storage.settings_file import SettingsFile
    from acupress_desktop.ui.atlas.screen import AtlasScreen
    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
    from acupress_desktop.ui.theme.tokens import Motion

    shelf, album = read_shelf(ROOT / "assets"), read_album(ROOT / "assets", "figure_f")
    upper = read_atlas_shelf(ROOT / "assets", shelf)
    content, texts = atlas_content_of(shelf, upper), what_people_type(shelf, upper)
    typed, usual = longest_ms(content.search.find, texts)
    hostile, _median = longest_ms(content.search.find, HOSTILE)

    application = QApplication([])
    load_fonts(ROOT / "assets")
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(application, theme)
    presenter = AtlasPresenter(content, SettingsFile(folder / "settings.json"), lambda: album)
    screen = AtlasScreen(presenter, theme, lambda: album)
    screen.resize(1280, 756)
    screen.show()
    application.processEvents()

    def show_list(kind: str) -> None:
        screen.show_view(presenter.list_by(ListKind(kind)))
        application.processEvents()

    def open_point(code: str) -> None:
        screen.show_view(presenter.choose(shelf.atlas.find_code(code)))
        application.processEvents()

    def show_list_after_another(kind: str) -> None:
        show_list("in_use")
        show_list(kind)

    def open_point_after_another(code: str) -> None:
        open_point("GV20")
        open_point(code)

    listing, _median = longest_ms(show_list_after_another, ["all"] * 5)
    show_list("all")
    line = [f"LI{number}" for number in range(1, 21)]
    _longest, next_point = longest_ms(open_point_after_another, line)
    return [
        Figure("P9", "longest of what people type", typed, "ms", QUERY_BAR_MS, f"{len(texts)} queries"),
        Figure("P9", "usual query", usual, "ms", QUERY_BAR_MS, "median"),
        Figure("P9", "longest of what nobody should type", hostile, "ms", QUERY_BAR_MS),
        Figure("P9", "list in use and list of all 410 points", listing, "ms", LIST_BAR_MS, "both"),
        Figure("P9", "two points in turn, card and pictures", next_point, "ms", POINT_BAR_MS, "median"),
    ]  # fmt: skip


def main() -> int:
    """Measure, print the table; 1 where a bar was missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    with tempfile.TemporaryDirectory(prefix="acupress-bench-") as folder:
        return report(measure(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
