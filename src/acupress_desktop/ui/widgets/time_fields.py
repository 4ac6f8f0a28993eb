"""Fields for a day, for a time of day, and for both; arrow keys change the part that is marked."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateTimeEdit, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import BUTTON_PX, SPACE_12
from acupress_desktop.ui.theme.type_roles import TextRole

_DAY_FORMAT = "d MMM yyyy"
_CLOCK_FORMAT = "HH:mm"
_MOMENT_FORMAT = f"{_DAY_FORMAT}, {_CLOCK_FORMAT}"
_DAY_PX = 168
_CLOCK_PX = 104
_MOMENT_PX = 232


class _TimeField(QDateTimeEdit):
    """What the fields share: no arrows, since the style sheet draws none that fit; keys do the same."""

    def __init__(
        self, theme: LiveTheme, name: str, shape: str, width_px: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._width_px = width_px
        self.setAccessibleName(name)
        # In a mirrored layout Qt would show 18:00 as 00:18.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(shape)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Without arrows the style sheet leaves the text no room.
        self.lineEdit().setGeometry(self.rect().adjusted(SPACE_12, 0, -SPACE_12, 0))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.setMinimumHeight(self._theme.grown(BUTTON_PX, TextRole.BODY))
        self.setFixedWidth(self._theme.scaled(self._width_px))


class DayField(_TimeField):
    """``DayField(theme, name)``: a day. Use ``dateChanged``."""

    def __init__(self, theme: LiveTheme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, _DAY_FORMAT, _DAY_PX, parent)

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


class ClockField(_TimeField):
    """``ClockField(theme, name)``: a time of day to the minute. Use ``timeChanged``."""

    def __init__(self, theme: LiveTheme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, _CLOCK_FORMAT, _CLOCK_PX, parent)

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


class MomentField(_TimeField):
    """``MomentField(theme, name)``: a day and a time on this machine's clock. Use ``editingFinished``."""

    def __init__(self, theme: LiveTheme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, _MOMENT_FORMAT, _MOMENT_PX, parent)

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
