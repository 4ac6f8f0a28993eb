"""One page to read: a column of text, and beside it what is on the page, paper, and where it leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.articles import ArticleId
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.reader import ReadingPlace
from acupress_desktop.presenters.reader_view import ArticleView, PrintedArticleView
from acupress_desktop.presenters.your_body_view import PaperView
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.flow.frame import has_one_column
from acupress_desktop.ui.reader.article_document import column_px
from acupress_desktop.ui.reader.pictures import ArticlePictures
from acupress_desktop.ui.reader.reading_text import ReadingText
from acupress_desktop.ui.reader.rows import ContentsRow, PageRow
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    SPACE_64,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.ask_file import AskFile, SystemAskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, ScrollColumn

_BESIDE_PX = 288
_LINES_KEPT = 2
"""Lines of the last window that are still in sight in the next."""

OpenFile = Callable[[str], bool]


class ArticlePresenting(Protocol):
    """What the page asks of its presenter."""

    @property
    def place(self) -> ReadingPlace:
        """How far one had read."""
        ...

    @property
    def open_file_words(self) -> tuple[str, str]:
        """What opens the saved file, and what is said where nothing can."""
        ...

    def present(self) -> ArticleView:
        """Show the page."""
        ...

    def printed(self) -> PrintedArticleView:
        """Show the page for paper."""
        ...

    def follow(self, link: int) -> Destination:
        """Follow a link."""
        ...

    def open(self, article: ArticleId) -> Destination:
        """Open another page."""
        ...

    def open_point(self, point: PointCode, side: SiteSide) -> Destination:
        """Open a point of a picture in the atlas."""
        ...

    def open_previous(self) -> Destination:
        """Open the page before."""
        ...

    def open_next(self) -> Destination:
        """Open the page after."""
        ...

    def back(self) -> Destination:
        """Go to where one came from."""
        ...

    def all_pages(self) -> Destination:
        """Go to the index."""
        ...

    def keep_place(self, place: ReadingPlace) -> None:
        """Remember how far one has read."""
        ...

    def saved(self, path: Path) -> str:
        """Say where the page was saved."""
        ...

    def not_saved(self, path: Path) -> str:
        """Say that it was not."""
        ...


class ArticleScreen(QWidget):
    """``ArticleScreen(presenter, theme, pictures, ask, open_file)``; ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: ArticlePresenting,
        theme: LiveTheme,
        pictures: ArticlePictures,
        ask: AskFile | None = None,
        open_file: OpenFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._pictures = pictures
        self._ask = ask or SystemAskFile()
        self._open_file = open_file
        self._saved_at: Path | None = None
        self._view = view = presenter.present()
        self.setAccessibleName(view.title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn()
        outer.addWidget(self._scroll)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._reading, self._aside = QWidget(), QWidget()
        self._halves.addWidget(self._reading)
        self._halves.addWidget(self._aside)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._halves, 1000)
        row.addStretch(1)
        self._scroll.column.addLayout(row)
        self._scroll.column.addStretch(1)
        self._build_reading(view)
        self._build_aside(view)
        for keys, slot in (("Alt+Left", self._back), ("Backspace", self._back)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        theme.changed.connect(self._fold)
        self.setFocusProxy(self._text)
        self._text.show_parts(view.parts)
        self._fold()

    # --- Building

    def _build_reading(self, view: ArticleView) -> None:
        theme = self._theme
        column = QVBoxLayout(self._reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        ways = QWidget()
        flow = FlowLayout(ways, SPACE_24, 0)
        back = Button(theme, view.back, ButtonKind.PLAIN, extras=ButtonExtras(icon=Icon.BACK))
        back.clicked.connect(self._back)
        every = Button(theme, view.all_pages, ButtonKind.QUIET)
        every.clicked.connect(self._all_pages)
        for button in (back, every):
            flow.addWidget(button)
        column.addWidget(ways)
        column.addWidget(eyebrow(theme, view.eyebrow))
        if view.marked:
            column.addWidget(Label(theme, view.marked, TextRole.SMALL, Tone.INK2))
        self._text = ReadingText(theme, self._pictures, view.title)
        self._text.followed.connect(self._follow)
        self._text.point_chosen.connect(self._open_point)
        self._text.caret_moved.connect(self._follow_caret)
        self._text.page_asked.connect(self._turn)
        self._text.end_asked.connect(self._to_end)
        column.addWidget(self._text)
        column.addSpacing(SPACE_32)
        column.addWidget(Hairline(theme))
        neighbours = QWidget()
        flow = FlowLayout(neighbours, SPACE_24, 0)
        for act, slot in ((view.previous, self._previous), (view.next, self._next)):
            if act is not None:
                button = Button(theme, act.label, ButtonKind.QUIET)
                button.clicked.connect(slot)
                flow.addWidget(button)
        column.addWidget(neighbours)
        column.addSpacing(SPACE_24)

    def _build_aside(self, view: ArticleView) -> None:
        theme = self._theme
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        if view.contents:
            column.addWidget(eyebrow(theme, view.contents_heading))
            ways = QVBoxLayout()
            ways.setSpacing(0)
            for heading in view.contents:
                way = ContentsRow(theme, heading.text)
                way.clicked.connect(partial(self._to_part, heading.part))
                ways.addWidget(way)
            column.addLayout(ways)
            column.addSpacing(SPACE_24)
        column.addWidget(eyebrow(theme, view.papers_heading))
        papers = QWidget()
        flow = FlowLayout(papers, SPACE_24, 0)
        for paper in view.papers:
            button = Button(theme, paper.act, ButtonKind.QUIET)
            button.clicked.connect(partial(self._print, paper))
            flow.addWidget(button)
        column.addWidget(papers)
        self._said = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._said.hide()
        column.addWidget(self._said)
        self._opening = Button(theme, self._presenter.open_file_words[0], ButtonKind.QUIET)
        self._opening.clicked.connect(self._open_saved)
        self._opening.hide()
        column.addWidget(self._opening, 0, Qt.AlignmentFlag.AlignLeading)
        self._related: dict[PageRow, ArticleId] = {}
        if view.related:
            column.addSpacing(SPACE_24)
            column.addWidget(eyebrow(theme, view.related_heading))
            rows = QVBoxLayout()
            rows.setSpacing(0)
            for card in view.related:
                row = PageRow(theme, card.title, card.summary, card.detail, card.spoken)
                row.clicked.connect(self._open_related)
                self._related[row] = card.article
                rows.addWidget(row)
            column.addLayout(rows)
        column.addStretch(1)

    # --- Showing

    def show_bodies(self) -> None:
        """Other pictures of the body were drawn: show those."""
        self._text.show_parts(self._view.parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        theme, width = self._theme, self.width()
        one = has_one_column(theme, width)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if one else ways.LeftToRight)
        narrow = width < NARROW_BELOW_PX
        self._halves.setSpacing(SPACE_24 if one else SPACE_32 if narrow else SPACE_64)
        margin = margin_px(width)
        top = SPACE_12 if narrow else SPACE_24
        self._scroll.column.setContentsMargins(margin, top, margin, SPACE_24)
        beside = theme.scaled(_BESIDE_PX)
        room = width - 2 * margin - self._scroll.verticalScrollBar().sizeHint().width()
        if not one:
            room -= beside + self._halves.spacing()
        reading = min(column_px(theme), room)
        self._reading.setFixedWidth(max(reading, 1))
        self._aside.setFixedWidth(reading if one else beside)
        aside = self._aside.layout()
        if aside is not None:
            aside.setContentsMargins(0, 0 if one else SPACE_48 + SPACE_16, 0, SPACE_24)

    # --- Where one was

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The text has its height once the pending layouts are done.
        QTimer.singleShot(0, self, self._to_place)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep()
        super().hideEvent(event)

    def _to_place(self) -> None:
        first = self._view.first_mark
        if first:
            self._to_part(first)
            return
        place = self._presenter.place
        if place.part < len(self._view.parts):
            top, height = self._text.part_box_px(place.part)
            self._scroll_to(top + place.fraction * height)

    def _keep(self) -> None:
        here = float(self._scroll.verticalScrollBar().value() - self._text_top())
        place = ReadingPlace()
        for number in range(len(self._view.parts)):
            top, height = self._text.part_box_px(number)
            if top > here:
                break
            place = ReadingPlace(number, (here - top) / height if height else 0.0)
        self._presenter.keep_place(place if here > 0 else ReadingPlace())

    def _text_top(self) -> int:
        content = self._scroll.widget()
        return 0 if content is None else self._text.mapTo(content, QPoint(0, 0)).y()

    def _scroll_to(self, text_px: float) -> None:
        bar = self._scroll.verticalScrollBar()
        # At the very beginning the ways back and the name of the group are in sight too.
        bar.setValue(round(text_px) + self._text_top() if text_px > 0 else 0)

    def _to_part(self, part: int, *_clicked: object) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.go_to_part(part)
        self._scroll_to(self._text.part_top(part) - SPACE_24)

    def _follow_caret(self, caret: QRect) -> None:
        spot = caret.center()
        self._scroll.ensureVisible(spot.x(), spot.y() + self._text_top(), 0, caret.height() + SPACE_16)

    def _turn(self, windows: int) -> None:
        bar = self._scroll.verticalScrollBar()
        step = bar.pageStep() - _LINES_KEPT * self._theme.line_px(TextRole.SPOKEN)
        bar.setValue(bar.value() + windows * step)

    def _to_end(self, way: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.maximum() if way > 0 else 0)

    # --- On paper

    def _print(self, paper: PaperView, *_clicked: object) -> None:
        from acupress_desktop.ui.reader.paper import save_article

        path = self._ask.where_to_save(self, paper.ask, paper.name, paper.kinds)
        if path is None:
            return
        try:
            save_article(self._presenter.printed(), self._pictures, paper.paper, path)
        except OSError:
            self._say(self._presenter.not_saved(path), None)
            return
        self._say(self._presenter.saved(path), path)

    def _say(self, words: str, path: Path | None) -> None:
        self._saved_at = path
        self._said.show_text(words)
        self._said.setVisible(bool(words))
        self._opening.setVisible(path is not None and self._open_file is not None)
        announce(self, words)

    def _open_saved(self) -> None:
        if self._saved_at is None or self._open_file is None:
            return
        if not self._open_file(str(self._saved_at)):
            self._said.show_text(self._presenter.open_file_words[1])
            announce(self, self._presenter.open_file_words[1])

    # --- Intents

    def _go(self, where: Destination) -> None:
        self._keep()
        self.leave.emit(where)

    def _follow(self, link: int) -> None:
        self._go(self._presenter.follow(link))

    def _open_point(self, key: object) -> None:
        for part in self._view.parts:
            for site in () if part.picture is None else part.picture.sites:
                if (site.point, site.side) == key:
                    self._go(self._presenter.open_point(site.point, site.side))
                    return

    def _open_related(self) -> None:
        row = self.sender()
        if isinstance(row, PageRow):
            self._go(self._presenter.open(self._related[row]))

    def _previous(self) -> None:
        self._go(self._presenter.open_previous())

    def _next(self) -> None:
        self._go(self._presenter.open_next())

    def _back(self) -> None:
        self._go(self._presenter.back())

    def _all_pages(self) -> None:
        self._go(self._presenter.all_pages())
