"""All of one check-in or one session, beside the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.history_view import (
    CheckInDetailView,
    DetailView,
    HoldsView,
    ParagraphView,
    RatingPairView,
    SessionDetailView,
)
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.cards import Figure
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, Lie
from acupress_desktop.ui.widgets.plain_table import PlainTable


class DetailPane(QWidget):
    """``DetailPane(theme)``; ``show_detail(view | None, otherwise)``. Everything is plain text."""

    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: DetailView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None

    def show_detail(self, view: DetailView | None, otherwise: str) -> None:
        """Show all of ``view``; ``otherwise`` stands there while nothing is chosen."""
        if self._inner is not None:
            if view is not None and view == self._view:
                return
            self._inner.hide()
            self._inner.deleteLater()
        self._view = view
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        match view:
            case None:
                column.addWidget(Label(self._theme, otherwise, TextRole.BODY, Tone.INK3))
            case CheckInDetailView():
                self._fill_check_in(column, view)
            case SessionDetailView():
                self._fill_session(column, view)
        column.addStretch(1)
        self._inner = inner
        self._column.addWidget(inner)
        self.setAccessibleName("" if view is None else f"{view.title}, {view.when}")

    def _head(self, column: QVBoxLayout, title: str, when: str) -> None:
        column.addWidget(Label(self._theme, title, TextRole.HEAD))
        column.addWidget(Label(self._theme, when, TextRole.SMALL, Tone.INK3))
        column.addSpacing(SPACE_8)

    def _fill_check_in(self, column: QVBoxLayout, view: CheckInDetailView) -> None:
        self._head(column, view.title, view.when)
        for paragraph in view.paragraphs:
            self._add_paragraph(column, paragraph)
        column.addSpacing(SPACE_16)
        row = QWidget()
        flow = FlowLayout(row, SPACE_16, SPACE_8)
        flow.addWidget(self._button(view.edit, self.edit_asked.emit, Icon.PENCIL))
        flow.addWidget(self._button(view.delete, self.delete_asked.emit, Icon.TRASH))
        column.addWidget(row)

    def _fill_session(self, column: QVBoxLayout, view: SessionDetailView) -> None:
        self._head(column, view.title, view.when)
        column.addWidget(Label(self._theme, view.summary, TextRole.BODY, Tone.INK2))
        if view.ratings:
            column.addSpacing(SPACE_16)
            pairs = QWidget()
            flow = FlowLayout(pairs, SPACE_32, SPACE_16)
            for pair in view.ratings:
                flow.addWidget(self._pair(pair))
            column.addWidget(pairs)
            if view.caveat:
                column.addWidget(Label(self._theme, view.caveat, TextRole.CAPTION, Tone.INK3))
        column.addSpacing(SPACE_16)
        self._add_holds(column, view.holds)
        for paragraph in view.paragraphs:
            self._add_paragraph(column, paragraph)
        column.addSpacing(SPACE_16)
        column.addWidget(
            self._button(view.delete, self.delete_asked.emit, Icon.TRASH), 0, Qt.AlignmentFlag.AlignLeading
        )

    def _pair(self, view: RatingPairView) -> QWidget:
        """Two numbers in the same ink, size and weight, a hairline between: no arrow, no percent."""
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(eyebrow(self._theme, view.heading))
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        for place, rating in enumerate(view.ratings):
            if place:
                row.addWidget(Hairline(self._theme, Lie.DOWN))
            cell = QVBoxLayout()
            cell.setSpacing(0)
            figure = Figure(self._theme, TextRole.DISPLAY)
            figure.show_figure(rating.figure, rating.spoken)
            cell.addWidget(figure)
            cell.addWidget(Label(self._theme, rating.label, TextRole.CAPTION, Tone.INK3))
            row.addLayout(cell)
        row.addStretch(1)
        column.addLayout(row)
        return home

    def _add_holds(self, column: QVBoxLayout, view: HoldsView) -> None:
        column.addWidget(eyebrow(self._theme, view.heading))
        if not view.rows:
            column.addWidget(Label(self._theme, view.nothing, TextRole.BODY, Tone.INK2))
            return
        table = PlainTable(self._theme, view.heading)
        table.show_rows(view.heads, view.rows)
        # All rows at once: a table that scrolls inside a page that scrolls loses people.
        table.setFixedHeight(table.natural_height_px() + table.horizontalScrollBar().sizeHint().height())
        column.addWidget(table)

    def _add_paragraph(self, column: QVBoxLayout, view: ParagraphView) -> None:
        if view.heading:
            column.addSpacing(SPACE_12)
            column.addWidget(eyebrow(self._theme, view.heading))
        for line in view.lines:
            column.addWidget(Label(self._theme, line))
        column.addSpacing(SPACE_24 - SPACE_16)

    def _button(self, words: str, slot: Callable[[], None], icon: Icon) -> Button:
        button = Button(self._theme, words, ButtonKind.SECONDARY, extras=ButtonExtras(icon=icon))
        button.clicked.connect(slot)
        return button
