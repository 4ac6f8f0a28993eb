"""Places on the body: the list that is the twin of the figures beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_view import RegionBody
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.checks import CheckRow


class PlaceList(QWidget):
    """Rows to tick; ``ticked`` carries the place, ``more_asked`` opens or closes the whole list."""

    ticked = Signal(object)
    more_asked = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[RegionSelection, CheckRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._more = Button(theme, "", ButtonKind.QUIET)
        self._more.clicked.connect(self.more_asked)
        self._hint = Label(theme, "", TextRole.SMALL, Tone.INK2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addWidget(self._more)
        whole.addWidget(self._hint)

    def show_places(self, body: RegionBody) -> None:
        """Show the rows, and which are ticked.

        Rows that stay are never built again: the keyboard and the eye keep their place when a tap on the
        body adds one.
        """
        wanted = {row.place for row in body.rows}
        for place in [place for place in self._rows if place not in wanted]:
            gone = self._rows.pop(place)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for row in body.rows:
            if row.place not in self._rows:
                line = CheckRow(self._theme, row.label)
                line.clicked.connect(self._ticked)
                self._rows[row.place] = line
                self._column.addWidget(line)
                line.show()
        for row in body.rows:
            self._rows[row.place].setChecked(row.choice is Choice.CHOSEN)
        self._more.show_words(body.more)
        self._hint.show_text(body.hint)
        self._hint.setVisible(bool(body.hint))

    def first(self) -> QWidget | None:
        """The row that gets the keyboard first."""
        return next(iter(self._rows.values()), None)

    def _ticked(self) -> None:
        sender = self.sender()
        for place, row in self._rows.items():
            if row is sender:
                self.ticked.emit(place)
