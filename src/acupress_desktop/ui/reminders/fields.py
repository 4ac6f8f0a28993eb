"""Fields for a day and for a time of day; arrow keys change the part that is marked."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QDateTimeEdit, QTimeEdit, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SEGMENT_PX, SPACE_12
from acupress_desktop.ui.theme.type_roles import TextRole

_DAY_FORMAT = "d MMM yyyy"
_CLOCK_FORMAT = "HH:mm"
_DAY_PX = 168
_CLOCK_PX = 104


def _dress(field: QDateTimeEdit, theme: LiveTheme, width_px: int) -> None:
    field.setFont(theme.font(TextRole.BODY))
    field.setMinimumHeight(theme.grown(SEGMENT_PX, TextRole.BODY))
    field.setFixedWidth(theme.scaled(width_px))


def _give_room(field: QDateTimeEdit) -> None:
    # Without arrows the style sheet leaves the text no room.
    field.lineEdit().setGeometry(field.rect().adjusted(SPACE_12, 0, -SPACE_12, 0))


class DayField(QDateEdit):
    """``DayField(theme, name)``: a day. Use ``dateChanged``."""

    def __init__(self, theme: LiveTheme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setDisplayFormat(_DAY_FORMAT)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def day(self) -> date:
        """The day shown."""
        picked = self.date()
        return date(picked.year(), picked.month(), picked.day())

    def show_day(self, day: date) -> None:
        """Show ``day``; what already is shown is left alone."""
        shown = QDate(day.year, day.month, day.day)
        if self.date() != shown:
            self.setDate(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _give_room(self)

    def _restyle(self) -> None:
        _dress(self, self._theme, _DAY_PX)


class ClockField(QTimeEdit):
    """``ClockField(theme, name)``: a time of day to the minute. Use ``timeChanged``."""

    def __init__(self, theme: LiveTheme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setDisplayFormat(_CLOCK_FORMAT)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def at_minute(self) -> int:
        """Minutes since midnight."""
        picked = self.time()
        return picked.hour() * 60 + picked.minute()

    def show_minute(self, at_minute: int) -> None:
        """Show a time; what already is shown is left alone."""
        shown = QTime(at_minute // 60, at_minute % 60)
        if self.time() != shown:
            self.setTime(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _give_room(self)

    def _restyle(self) -> None:
        _dress(self, self._theme, _CLOCK_PX)
