"""The pages to read: they are read from their files when one of them is first opened."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from acupress_desktop import __version__
from acupress_desktop.app.desk import Desk
from acupress_desktop.app.late_reading import LateReading, RefusedWords
from acupress_desktop.content.shelf import read_learn_shelf
from acupress_desktop.domain.articles import Article
from acupress_desktop.presenters.destinations import ToReader
from acupress_desktop.presenters.help_view import HelpSection
from acupress_desktop.presenters.reader import (
    ArticlePresenter,
    IndexPresenter,
    ReaderContent,
    ReaderMemory,
    reader_content_of,
)
from acupress_desktop.ui.reader.article_screen import ArticleScreen
from acupress_desktop.ui.reader.index_screen import IndexScreen
from acupress_desktop.ui.reader.pictures import ArticlePictures
from acupress_desktop.ui.shell.window import Mast, Page
from acupress_desktop.words import reader as words


class ReaderPages:
    """Builds the index and the pages at one desk; remembers where one was."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._memory = ReaderMemory()

        def read() -> ReaderContent:
            shelf = desk.bundle.shelf
            book = read_learn_shelf(desk.bundle.assets, shelf, {section.value for section in HelpSection})
            return reader_content_of(book, shelf.atlas, __version__)

        def sentences(problem: str) -> tuple[str, ...]:
            return words.refused(problem), words.refused_next()

        self._reading = LateReading(desk, read, RefusedWords(words.cannot_open, sentences), ToReader)

    def open(self, where: ToReader) -> Page | None:
        """Return the index, the page that is named, or the page that stands in their place.

        ``None`` while they are being read.
        """
        content = self._reading.content_for(where)
        if content is None or isinstance(content, Page):
            return content
        article = content.book.find(where.article)
        return self._index(content, where) if article is None else self._article(content, article, where)

    def _index(self, content: ReaderContent, where: ToReader) -> Page:
        presenter = IndexPresenter(content, self._memory, where.query)
        screen = IndexScreen(presenter, self._desk.ground.theme)
        return Page(screen, screen.leave, Mast.COMMON, ToReader)

    def _article(self, content: ReaderContent, article: Article, where: ToReader) -> Page:
        desk, ground = self._desk, self._desk.ground
        presenter = ArticlePresenter(content, ground.settings, self._memory, article, where.query)
        pictures = ArticlePictures(lambda: desk.album, desk.pictures)
        screen = ArticleScreen(presenter, ground.theme, pictures, ground.ask, _open_file)
        return Page(screen, screen.leave, Mast.COMMON, ToReader)


def _open_file(path: str) -> bool:
    """Have the system show a file; whether it knew how."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
