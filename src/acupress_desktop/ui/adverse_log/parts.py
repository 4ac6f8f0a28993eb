"""Pieces of the log page: the places, and the rows of what was noted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.presenters.adverse_log_view import (
    BodyPlacesView,
    LoggedView,
    SiteChipView,
    WhereAskedView,
)
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.checks import CheckRow, Chip
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline


class WhereAsked(QWidget):
    """Where it was: sites pressed lately as chips, and the places of the body as a list.

    ``site_told`` carries a ``SiteChipView``, ``place_told`` a ``RegionSelection``; ``more_asked`` opens or
    hides the list.
    """

    site_told = Signal(object)
    place_told = Signal(object)
    more_asked = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sites: tuple[SiteChipView, ...] = ()
        self._chips: tuple[Chip, ...] = ()
        self._rows: dict[RegionSelection, CheckRow] = {}
        self._at_point = Label(theme, "", TextRole.BODY)
        self._chip_row = QWidget()
        self._flow = FlowLayout(self._chip_row, SPACE_8, SPACE_8)
        self._on_body = Label(theme, "", TextRole.BODY)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._more = Button(theme, "", ButtonKind.QUIET)
        self._more.clicked.connect(self.more_asked)
        self._hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for part in (self._at_point, self._chip_row, self._on_body):
            column.addWidget(part)
        column.addLayout(self._list)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._hint)

    def show_places(self, where: WhereAskedView, body: BodyPlacesView) -> None:
        """Show what can be chosen, and what is."""
        self._at_point.show_text((Run(where.at_point, weight=Weight.STRONG),))
        self._at_point.setVisible(bool(where.at_point))
        self._chip_row.setVisible(bool(where.sites))
        if [site.label for site in where.sites] != [site.label for site in self._sites]:
            clear(self._flow)
            self._chips = tuple(Chip(self._theme, site.label) for site in where.sites)
            for chip in self._chips:
                chip.clicked.connect(self._chip_pressed)
                self._flow.addWidget(chip)
        self._sites = where.sites
        for chip, site in zip(self._chips, where.sites, strict=True):
            chip.setChecked(site.choice is Choice.CHOSEN)
        self._on_body.show_text((Run(where.on_body, weight=Weight.STRONG),))
        self._show_rows(body)
        self._more.show_words(body.more)
        self._hint.show_text(where.hint)
        self._hint.setVisible(bool(where.hint))

    def _show_rows(self, body: BodyPlacesView) -> None:
        wanted = [row.place for row in body.rows]
        if wanted != list(self._rows):
            clear(self._list)
            self._rows = {}
            for row in body.rows:
                line = CheckRow(self._theme, row.label)
                line.clicked.connect(self._row_ticked)
                self._rows[row.place] = line
                self._list.addWidget(line)
        for row in body.rows:
            self._rows[row.place].setChecked(row.choice is Choice.CHOSEN)

    def _chip_pressed(self) -> None:
        sender = self.sender()
        for chip, site in zip(self._chips, self._sites, strict=True):
            if chip is sender:
                self.site_told.emit(site)
                return

    def _row_ticked(self) -> None:
        sender = self.sender()
        for place, row in self._rows.items():
            if row is sender:
                self.place_told.emit(place)
                return


class NotedList(QWidget):
    """What was noted, newest first; ``delete_asked`` carries the key of a row."""

    delete_asked = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[LoggedView, ...] | None = None
        self._keys: dict[Button, RowId] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: tuple[LoggedView, ...]) -> None:
        """Show these rows."""
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._column)
        self._keys = {}
        for row in rows:
            self._column.addWidget(self._row(row))
            self._column.addWidget(Hairline(self._theme))

    def _row(self, view: LoggedView) -> QWidget:
        theme = self._theme
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        across.setSpacing(SPACE_12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, (Run(view.title, weight=Weight.STRONG),), TextRole.BODY))
        words.addWidget(Label(theme, view.when, TextRole.CAPTION, Tone.INK2))
        if view.detail:
            words.addWidget(Label(theme, view.detail, TextRole.SMALL, Tone.INK2))
        across.addLayout(words, 1)
        delete = Button(theme, view.delete, ButtonKind.QUIET)
        delete.setAccessibleName(view.delete_spoken)
        delete.clicked.connect(self._delete)
        self._keys[delete] = view.id
        across.addWidget(delete, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _delete(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button) and sender in self._keys:
            self.delete_asked.emit(self._keys[sender])
