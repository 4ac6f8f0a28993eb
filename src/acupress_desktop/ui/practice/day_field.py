"""A field for a day of the calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import BUTTON_PX, SPACE_12
from acupress_desktop.ui.theme.type_roles import TextRole

_FORMAT = "d MMM yyyy"
_WIDTH_PX = 168


class DayField(QDateEdit):
    """``DayField(theme, name)``: arrow keys change the part that is marked, and so does typing."""

    def __init__(self, theme: LiveTheme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setDisplayFormat(_FORMAT)
        # The style sheet draws no arrows that fit; the arrow keys and typing do the same.
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def day(self) -> date | None:
        """What the field shows."""
        picked = self.date().toPython()
        return picked if isinstance(picked, date) else None

    def show_day(self, day: date) -> None:
        """Show a day; what already is shown is left alone."""
        shown = QDate(day.year, day.month, day.day)
        if self.date() != shown:
            self.setDate(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Without arrows the style sheet leaves the text no room.
        self.lineEdit().setGeometry(self.rect().adjusted(SPACE_12, 0, -SPACE_12, 0))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.setMinimumHeight(self._theme.grown(BUTTON_PX, TextRole.BODY))
        self.setMinimumWidth(self._theme.scaled(_WIDTH_PX))
