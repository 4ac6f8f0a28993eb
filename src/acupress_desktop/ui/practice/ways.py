"""Where else to go from the practice page: occasions, routines, reminders, breathing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.occasions import OccasionsView
from acupress_desktop.presenters.practice_view import WayView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.cards import ListRow


class OccasionsPart(QWidget):
    """The shorter ways through a set. ``went`` carries a destination."""

    went = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: OccasionsView | None = None
        self._goings: dict[ListRow, Destination] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_occasions(self, view: OccasionsView) -> None:
        """Show ``view``."""
        if view == self._shown:
            return
        self._shown = view
        clear(self._column)
        self._goings = {}
        self._column.addWidget(eyebrow(self._theme, view.heading))
        self._column.addSpacing(SPACE_8)
        self._column.addWidget(Label(self._theme, view.note or view.lead, TextRole.SMALL, Tone.INK2))
        self._column.addSpacing(SPACE_8)
        for row in view.rows:
            line = ListRow(self._theme, row.title, row.line)
            line.setAccessibleName(row.spoken)
            line.setAccessibleDescription(" ".join((row.purpose, row.of_set, *row.notes)))
            line.setToolTip(row.purpose)
            line.clicked.connect(self._pressed)
            self._goings[line] = row.going
            self._column.addWidget(line)

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, ListRow) and sender in self._goings:
            self.went.emit(self._goings[sender])


class WaysPart(QWidget):
    """A heading and rows that lead away. ``went`` carries a destination."""

    went = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, tuple[WayView, ...]] | None = None
        self._goings: dict[ListRow, Destination] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_ways(self, heading: str, ways: tuple[WayView, ...]) -> None:
        """Show these ways."""
        if (heading, ways) == self._shown:
            return
        self._shown = (heading, ways)
        clear(self._column)
        self._goings = {}
        self._column.addWidget(eyebrow(self._theme, heading))
        self._column.addSpacing(SPACE_8)
        for way in ways:
            line = ListRow(self._theme, way.label, way.detail)
            line.clicked.connect(self._pressed)
            self._goings[line] = way.going
            self._column.addWidget(line)

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, ListRow) and sender in self._goings:
            self.went.emit(self._goings[sender])
