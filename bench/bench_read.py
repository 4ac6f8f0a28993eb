"""The pages to read: every query <= 10 ms, all files read and indexed, a page opened, a page on paper.

`python -m bench.bench_read`. Needs no display. The quietest of three rounds counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bench.bench_atlas import HOSTILE, QUERY_BAR_MS, longest_ms
from bench.table import Figure, report

if TYPE_CHECKING:
    from acupress_desktop.domain.articles import ArticleBook

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 3


def what_people_type(book: ArticleBook) -> list[str]:
    """Return every word of the pages, as typed letter by letter, with a slip, and with those beside it."""
    texts = [text for article in book.articles for text in article.texts()]
    words = sorted({word.strip(".,:;()?“”") for text in texts for word in text.split()})
    begun = [word[:length] for word in words[::9] for length in range(1, len(word) + 1)]
    swapped = [word[:2] + word[3:4] + word[2:3] + word[4:] for word in words if len(word) > 4]
    several = [" ".join(text.split()[:count]) for text in texts for count in (2, 4, 8)]
    return [*words, *begun, *swapped, *several]


def quietest_ms(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the time of some work in its quietest round."""
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1_000)
    return min(found)


def measure(folder: Path) -> list[Figure]:
    """Read, search, open and print."""
    from PySide6.QtWidgets import QApplication

    from acupress_desktop.content.album_files import read_album
    from acupress_desktop.content.shelf import read_learn_shelf, read_shelf
    from acupress_desktop.presenters.help_view import HelpSection
    from acupress_desktop.presenters.reader import (
        ArticlePresenter,
        IndexPresenter,
        ReaderMemory,
        reader_content_of,
    )
    from acupress_desktop.presenters.your_body_view import Paper
    from acupress_desktop.storage.settings_file import SettingsFile
    from acupress_desktop.ui.body_map.body_layer import PictureShelf
    from acupress_desktop.ui.reader.article_screen import ArticleScreen
    from acupress_desktop.ui.reader.index_screen import IndexScreen
    from acupress_desktop.ui.reader.paper import save_article
    from acupress_desktop.ui.reader.pictures import ArticlePictures
    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
    from acupress_desktop.ui.theme.tokens import Motion

    assets = ROOT / "assets"
    shelf, sections = read_shelf(assets), {section.value for section in HelpSection}
    reading = quietest_ms(lambda: read_learn_shelf(assets, shelf, sections))
    book = read_learn_shelf(assets, shelf, sections)
    indexing = quietest_ms(lambda: reader_content_of(book, shelf.atlas, ""))
    content, texts = reader_content_of(book, shelf.atlas, "0"), what_people_type(book)
    typed, usual = longest_ms(content.search.find, texts)
    hostile, _median = longest_ms(content.search.find, HOSTILE)

    application = QApplication([])
    load_fonts(assets)
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(application, theme)
    album = read_album(assets, "figure_f")
    pictures = ArticlePictures(lambda: album, PictureShelf())
    settings = SettingsFile(folder / "settings.json")

    def shown(screen: IndexScreen | ArticleScreen) -> None:
        screen.resize(1280, 820)
        screen.show()
        application.processEvents()
        screen.hide()
        screen.deleteLater()
        application.processEvents()

    def presented(name: str) -> ArticlePresenter:
        article = book.find(name)
        if article is None:
            raise KeyError(name)
        return ArticlePresenter(content, settings, ReaderMemory(), article)

    index = quietest_ms(lambda: shown(IndexScreen(IndexPresenter(content, ReaderMemory()), theme)))
    names = [article.id for article in book.articles]
    pages = [
        quietest_ms(lambda name=name: shown(ArticleScreen(presented(name), theme, pictures)), 2)  # type: ignore[misc]
        for name in names
    ]
    papers = [
        quietest_ms(
            lambda name=name: save_article(  # type: ignore[misc]
                presented(name).printed(), pictures, Paper.A4, folder / "page.pdf"
            ),
            1,
        )
        for name in names
    ]
    count = f"{len(names)} pages"
    return [
        Figure("P11", "all pages read and checked", reading, "ms", None, count),
        Figure("P11", "all pages indexed for the search", indexing, "ms", None, "beside the window"),
        Figure("P11", "longest of what people type", typed, "ms", QUERY_BAR_MS, f"{len(texts)} queries"),
        Figure("P11", "usual query", usual, "ms", QUERY_BAR_MS, "median"),
        Figure("P11", "longest of what nobody should type", hostile, "ms", QUERY_BAR_MS),
        Figure("P11", "index opened", index, "ms", None),
        Figure("P11", "longest opening of a page", max(pages), "ms", None, count),
        Figure("P11", "longest writing of a page for paper", max(papers), "ms", None, count),
    ]  # fmt: skip


def main() -> int:
    """Measure, print the table; 1 where a bar was missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    with tempfile.TemporaryDirectory(prefix="acupress-bench-") as folder:
        return report(measure(Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
