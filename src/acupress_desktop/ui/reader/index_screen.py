"""The index of the pages to read: by group, or what a search found; beside it the other ways to learn."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.articles import ArticleId
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.reader_view import Beside, IndexView
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import has_one_column
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.reader.rows import PageRow, runs_of_stretch
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
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.layouts import ScrollColumn

_READING_PX = 600
_BESIDE_PX = 272
_COLUMN_MIN_PX = 320
_QUERY_MAX = 100


class IndexPresenting(Protocol):
    """What the page asks of its presenter."""

    @property
    def index_fraction(self) -> float:
        """How far down the list one was."""
        ...

    def present(self) -> IndexView:
        """Show the index."""
        ...

    def search(self, typed: str) -> IndexView:
        """Look for what is typed."""
        ...

    def open(self, article: ArticleId) -> Destination:
        """Open a page."""
        ...

    def go_beside(self, way: Beside) -> Destination:
        """Go to another way to learn."""
        ...

    def keep_place(self, fraction: float) -> None:
        """Remember how far down the list one is."""
        ...


class IndexScreen(QWidget):
    """``IndexScreen(presenter, theme)``; ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(self, presenter: IndexPresenting, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._view = view = presenter.present()
        self._grids: list[tuple[QGridLayout, list[PageRow]]] = []
        self._pages: dict[PageRow, ArticleId] = {}
        self.setAccessibleName(view.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn()
        outer.addWidget(self._scroll)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main, self._aside = QVBoxLayout(), QWidget()
        self._main.setSpacing(SPACE_12)
        self._halves.addLayout(self._main, 1)
        self._halves.addWidget(self._aside)
        self._scroll.column.addLayout(self._halves)
        self._scroll.column.addStretch(1)
        self._build_head(view)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._main.addLayout(self._list)
        self._main.addWidget(Label(theme, view.foot, TextRole.CAPTION, Tone.INK3))
        self._main.addStretch(1)
        self._build_beside(view)
        for keys in ("Ctrl+F", "/"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._to_search)
        theme.changed.connect(self._fold)
        self._fill(view)
        self.setFocusProxy(self._field)

    # --- Building

    def _build_head(self, view: IndexView) -> None:
        theme = self._theme
        self._main.addWidget(eyebrow(theme, view.page))
        self._main.addLayout(limited(Label(theme, view.title, TextRole.TITLE), theme.scaled(_READING_PX)))
        lead = Label(theme, view.lead, TextRole.LEAD, Tone.INK2)
        self._main.addLayout(limited(lead, theme.scaled(_READING_PX)))
        self._main.addSpacing(SPACE_8)
        self._field = _SearchField(theme, view.search, view.search_hint, Icon.SEARCH, _QUERY_MAX)
        self._field.setText(view.query)
        self._field.setClearButtonEnabled(False)
        self._field.textChanged.connect(self._search)
        self._field.emptied.connect(self._field.clear)
        self._field.went_on.connect(self._to_first)
        self._main.addLayout(limited(self._field, theme.scaled(_READING_PX)))

    def _build_beside(self, view: IndexView) -> None:
        theme = self._theme
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(eyebrow(theme, view.beside_heading))
        self._ways: dict[PageRow, Beside] = {}
        for one in view.beside:
            row = PageRow(theme, one.title, one.text, "", f"{one.title}. {one.text}")
            row.clicked.connect(self._go_beside)
            self._ways[row] = one.way
            column.addWidget(row)
        column.addStretch(1)

    # --- Showing

    def show_view(self, view: IndexView) -> None:
        """Show what the search found, or all pages."""
        before, self._view = self._view, view
        if before.found != view.found:
            self._fill(view)
            if view.found is not None:
                announce(self, view.found.heading)

    def _fill(self, view: IndexView) -> None:
        clear(self._list)
        self._grids.clear()
        self._pages.clear()
        if view.found is None:
            for group in view.groups:
                self._heading(group.heading)
                rows = [
                    self._row(
                        card.article, PageRow(self._theme, card.title, card.summary, card.detail, card.spoken)
                    )
                    for card in group.cards
                ]
                self._grid(rows)
        else:
            found = view.found
            self._heading(found.heading)
            if found.note:
                note = Label(self._theme, found.note, TextRole.BODY, Tone.INK2)
                note.setContentsMargins(0, 0, 0, SPACE_8)
                self._list.addWidget(note)
            for one in found.found:
                title, sentence = runs_of_stretch(one.title), runs_of_stretch(one.sentence)
                row = PageRow(self._theme, title, sentence, one.detail, one.spoken)
                self._list.addWidget(self._row(one.article, row))
            every = Button(self._theme, found.show_all, ButtonKind.QUIET)
            every.clicked.connect(self._field.clear)
            self._list.addSpacing(SPACE_16)
            self._list.addWidget(every, 0, Qt.AlignmentFlag.AlignLeading)
        self._list.addSpacing(SPACE_24)
        self._fold()

    def _heading(self, words: str) -> None:
        label = Label(self._theme, words, TextRole.HEAD)
        label.setContentsMargins(0, SPACE_32, 0, SPACE_12)
        self._list.addWidget(label)

    def _row(self, article: ArticleId, row: PageRow) -> PageRow:
        row.clicked.connect(self._open)
        self._pages[row] = article
        return row

    def _grid(self, rows: list[PageRow]) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_32)
        grid.setVerticalSpacing(0)
        self._grids.append((grid, rows))
        self._list.addLayout(grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Two columns of pages beside the other ways, or all below each other where there is little room."""
        theme, width = self._theme, self.width()
        one = has_one_column(theme, width)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if one else ways.LeftToRight)
        narrow = width < NARROW_BELOW_PX
        gap = SPACE_32 if one or narrow else SPACE_64
        self._halves.setSpacing(gap)
        margin = margin_px(width)
        self._scroll.column.setContentsMargins(margin, SPACE_24 if narrow else SPACE_48, margin, SPACE_24)
        beside = theme.scaled(_BESIDE_PX)
        self._aside.setMinimumWidth(0 if one else beside)
        self._aside.setMaximumWidth(16_777_215 if one else beside)
        room = width - 2 * margin - (0 if one else beside + gap)
        columns = 2 if room >= 2 * theme.scaled(_COLUMN_MIN_PX) + SPACE_32 else 1
        for grid, rows in self._grids:
            for row in rows:
                grid.removeWidget(row)
            tall = -(-len(rows) // columns)
            for place, row in enumerate(rows):
                grid.addWidget(row, place % tall, place // tall, Qt.AlignmentFlag.AlignTop)
            for column in range(2):
                grid.setColumnStretch(column, 1 if column < columns else 0)

    # --- Where one was

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The rows have their places once the pending layouts are done.
        QTimer.singleShot(0, self, self._to_place)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep()
        super().hideEvent(event)

    def _to_place(self) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(round(self._presenter.index_fraction * bar.maximum()))

    def _keep(self) -> None:
        bar = self._scroll.verticalScrollBar()
        self._presenter.keep_place(bar.value() / bar.maximum() if bar.maximum() else 0.0)

    # --- Intents

    def _search(self, typed: str) -> None:
        self.show_view(self._presenter.search(typed))

    def _to_search(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _to_first(self) -> None:
        rows = list(self._pages)
        if rows:
            rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, PageRow):
            self._keep()
            self.leave.emit(self._presenter.open(self._pages[row]))

    def _go_beside(self) -> None:
        row = self.sender()
        if isinstance(row, PageRow):
            self._keep()
            self.leave.emit(self._presenter.go_beside(self._ways[row]))


class _SearchField(TextField):
    """Escape empties it, the down arrow and Enter lead on to what was found."""

    emptied = Signal()
    went_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.emptied.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)
