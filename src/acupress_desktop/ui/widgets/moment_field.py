"""A field for a day and a time of day, on the clock of this machine."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12
from acupress_desktop.ui.theme.type_roles import TextRole

_FORMAT = "d MMM yyyy, HH:mm"
_FIELD_PX = 48
_WIDTH_PX = 232


class MomentField(QDateTimeEdit):
    """``MomentField(theme, name)``: arrow keys change the part that is marked. Use ``editingFinished``."""

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
    def wall_clock(self) -> datetime | None:
        """What the field shows, without a zone."""
        picked = self.dateTime().toPython()
        return picked if isinstance(picked, datetime) else None

    def show_wall_clock(self, at: datetime) -> None:
        """Show a naive time to the minute; what already is shown is left alone."""
        shown = QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))
        if self.dateTime() != shown:
            self.setDateTime(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Without arrows the style sheet leaves the text no room.
        self.lineEdit().setGeometry(self.rect().adjusted(SPACE_12, 0, -SPACE_12, 0))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.setMinimumHeight(self._theme.grown(_FIELD_PX, TextRole.BODY))
        self.setMinimumWidth(self._theme.scaled(_WIDTH_PX))
