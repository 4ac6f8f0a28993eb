"""Choosing one of a few: the segmented control, the 0 to 10 scale and the answers of a question.

Each option is a real radio button to assistive technology, painted by us; nothing is ever preselected
unless the screen says so.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_BUTTON_PX, SEGMENT_PX, TEN_KEY_MS
from acupress_desktop.ui.theme.plain_label import Label, Wrap
from acupress_desktop.ui.theme.tokens import Tone, mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_box, paint_words


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: ``key`` is what the screen gets back, ``words`` what is shown."""

    key: object
    words: str
    icon: Icon | None = None


class _Segment(QRadioButton):
    """One cell of a segmented control."""

    def __init__(self, theme: LiveTheme, option: Option, ticked: Icon | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tick = ticked
        self.option = option
        self.setText(option.words.replace("&", "&&"))
        self.setAccessibleName(option.words)
        self.setProperty("focusRadius", RADIUS_BUTTON_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def hitButton(self, pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        theme = self._theme
        icon = theme.scaled(24) + 4 if self.option.icon or self._tick else 0
        words = advance_px(theme.font(TextRole.SMALL, Weight.STRONG), self.option.words)
        return QSize(math.ceil(words) + icon + 28, theme.grown(SEGMENT_PX, TextRole.SMALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.scaled(48)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        crisp(painter)
        if self.underMouse() and not chosen:
            painter.fillRect(self.rect(), qcolor(theme.colours.accent_soft, 0.45))
        font = theme.font(TextRole.SMALL, Weight.STRONG if chosen else Weight.REGULAR)
        ink = qcolor(theme.colours.accent if chosen else theme.colours.ink2)
        icon = self.option.icon or (self._tick if chosen else None)
        side = theme.scaled(20) if icon else 0
        gap = 4 if icon else 0
        words = min(advance_px(font, self.option.words), self.width() - 16 - side - gap)
        left = (self.width() - side - gap - words) / 2
        text_left = left + side + gap
        if self.isRightToLeft():
            text_left, left = left, left + words + gap
        if icon:
            paint_icon(painter, icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
        paint_words(painter, QRectF(text_left, 0, words, self.height()), self.option.words, font, ink)


class _Choosing:
    """Hears each choice once, however it was made.

    A screen reader toggles a radio button, and Qt then says ``toggled`` but not ``clicked``; a click says
    both; a click on what is chosen already says ``clicked`` alone. ``showing`` is on while the page itself
    changes what is chosen.
    """

    def __init__(self, report: Callable[[], None]) -> None:
        self.showing = False
        self._report = report
        self._told = False

    def hear(self, button: QRadioButton) -> None:
        """Listen to one of the buttons."""
        button.toggled.connect(self._toggled)
        button.clicked.connect(self._clicked)

    def _toggled(self, on: bool) -> None:
        if on and not self.showing:
            self._told = True
            self._report()

    def _clicked(self) -> None:
        told, self._told = self._told, False
        if not told:
            self._report()


class Segmented(QWidget):
    """``Segmented(theme, name, options, chosen, tick)``: one of a few. ``chosen`` emits the option's key.

    ``name`` is what a screen reader calls the group. With ``tick`` the chosen cell carries a tick too.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: LiveTheme,
        name: str,
        options: tuple[Option, ...],
        key: object = None,
        tick: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._choosing = _Choosing(self._report)
        self._segments = tuple(_Segment(theme, option, tick, self) for option in options)
        for segment in self._segments:
            row.addWidget(segment)
            self._choosing.hear(segment)
            segment.toggled.connect(self.update)
        theme.changed.connect(self._restyle)
        self.show_key(key)

    @property
    def key(self) -> object:
        """Key of the chosen option, or ``None`` where nothing is chosen."""
        return next((segment.option.key for segment in self._segments if segment.isChecked()), None)

    def show_key(self, key: object) -> None:
        """Show ``key`` as chosen without reporting it; ``None`` clears."""
        self._choosing.showing = True
        for segment in self._segments:
            segment.setAutoExclusive(False)
            segment.setChecked(key is not None and segment.option.key == key)
        for segment in self._segments:
            segment.setAutoExclusive(True)
            # Tab comes to the chosen one. Left to itself it comes to whichever had the keyboard last.
            stops = segment.isChecked() or self.key is None
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
        self._choosing.showing = False

    def _report(self) -> None:
        self.chosen.emit(self.key)

    def _restyle(self) -> None:
        for segment in self._segments:
            segment.updateGeometry()
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, colours = self._theme.tokens, self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        box = QRectF(self.rect())
        paint_box(painter, box, RADIUS_BUTTON_PX, fill=qcolor(colours.raised))
        clip = QPainterPath()
        clip.addRoundedRect(box, RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
        painter.setClipPath(clip)
        for segment in self._segments:
            if segment.isChecked():
                painter.fillRect(segment.geometry(), qcolor(colours.accent_soft))
        painter.setPen(QPen(qcolor(colours.hair), tokens.hairline_px))
        for one, other in zip(self._segments, self._segments[1:], strict=False):
            x = max(one.x(), other.x())
            painter.drawLine(x, 0, x, self.height())
        painter.setClipping(False)
        paint_box(
            painter,
            box,
            RADIUS_BUTTON_PX,
            fill=None,
            border=qcolor(colours.rule),
            border_px=tokens.border_px,
        )


_CELL_MAX_PX = 60
_CELL_GAP_PX = 6


@dataclass(frozen=True, slots=True)
class Rating:
    """A number from 0 to 10 that a person gave; that they gave none is the absence of a rating."""

    value: int

    def __post_init__(self) -> None:
        """Refuse what is not on the scale."""
        if not 0 <= self.value <= 10:
            message = f"a rating is 0 to 10, not {self.value}"
            raise ValueError(message)


class _ScaleCell(QRadioButton):
    """One number of the scale."""

    def __init__(self, theme: LiveTheme, value: int, parent: QWidget) -> None:
        super().__init__(str(value), parent)
        self._theme = theme
        self.value = value
        self.setProperty("focusRadius", RADIUS_BUTTON_PX)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the sizes of the theme in force."""
        self.setMaximumWidth(self._theme.scaled(_CELL_MAX_PX))
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(52), self._theme.grown(64, TextRole.DIGIT))

    def minimumSizeHint(self) -> QSize:
        digits = advance_px(self._theme.font(TextRole.DIGIT, Weight.STRONG), "10")
        return QSize(max(24, math.ceil(digits) + 6), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        chosen = self.isChecked()
        fill = colours.paper
        if chosen:
            fill = colours.accent
        elif self.underMouse():
            fill = mixed(colours.paper, colours.accent_soft, 0.7)
        paint_box(
            painter,
            QRectF(self.rect()),
            RADIUS_BUTTON_PX,
            fill=qcolor(fill),
            border=None if chosen else qcolor(colours.rule),
            border_px=theme.tokens.hairline_px,
        )
        font = theme.font(TextRole.DIGIT, Weight.STRONG if chosen else Weight.REGULAR)
        ink = qcolor(colours.on_accent if chosen else colours.ink)
        paint_words(painter, QRectF(self.rect()), str(self.value), font, ink)


class ScaleZeroToTen(QWidget):
    """``ScaleZeroToTen(theme, name, low, high)``: a number from 0 to 10, none at first.

    ``rated`` emits a ``Rating``. Keys 0 to 9 choose; a 0 within 600 ms after a 1 makes it 10, and only then
    (or when the time is up) is the number reported. Arrow keys move. Each cell is a radio button named
    "4 of 10", the outer two with their end words.
    """

    rated = Signal(object)

    def __init__(
        self,
        theme: LiveTheme,
        name: str,
        low: str,
        high: str,
        deadline: Deadline | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self._deadline = deadline or TimerDeadline(self)
        self._deadline.due.connect(self._flush)
        self._pending: int | None = None
        self._choosing = _Choosing(self._choose_by_hand)
        self._cells = tuple(_ScaleCell(theme, value, self) for value in range(11))
        row = QHBoxLayout()
        row.setSpacing(_CELL_GAP_PX)
        row.setContentsMargins(0, 0, 0, 0)
        for cell in self._cells:
            ends = {0: f", {low}", 10: f", {high}"}.get(cell.value, "")
            cell.setAccessibleName(f"{cell.value}{ends}")
            cell.setAccessibleDescription(name)
            self._choosing.hear(cell)
            row.addWidget(cell)
        ends_row = QHBoxLayout()
        ends_row.setContentsMargins(0, 0, 0, 0)
        self._low = Label(theme, low, TextRole.CAPTION, Tone.INK3, Wrap.WORDS)
        self._high = Label(theme, high, TextRole.CAPTION, Tone.INK3, Wrap.WORDS)
        self._high.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        ends_row.addWidget(self._low)
        ends_row.addStretch(1)
        ends_row.addWidget(self._high)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(ends_row)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def value(self) -> int | None:
        """The number shown as chosen, or ``None``."""
        return next((cell.value for cell in self._cells if cell.isChecked()), None)

    def show_value(self, value: int | None) -> None:
        """Show ``value`` without reporting it; ``None`` clears. Out of range raises ``ValueError``."""
        if value is not None:
            Rating(value)
        self._pending = None
        self._deadline.cancel()
        self._check(value)

    def cell(self, value: int) -> QRadioButton:
        """Return the cell of ``value``, for focus and tests."""
        return self._cells[value]

    def _check(self, value: int | None) -> None:
        self._choosing.showing = True
        for cell in self._cells:
            cell.setAutoExclusive(False)
            cell.setChecked(cell.value == value)
        for cell in self._cells:
            cell.setAutoExclusive(True)
        self._choosing.showing = False

    def _choose_by_hand(self) -> None:
        self._pending = None
        self._deadline.cancel()
        if self.value is not None:
            self.rated.emit(Rating(self.value))

    def _flush(self) -> None:
        value, self._pending = self._pending, None
        self._deadline.cancel()
        if value is not None:
            self.rated.emit(Rating(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.text()
        if not (len(digit) == 1 and digit in "0123456789"):
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat():
            return
        value = int(digit)
        if self._pending == 1 and value == 0:
            value = 10
        else:
            self._flush()
        self._pending = value
        self._check(value)
        focused = self.focusWidget()
        if focused in self._cells or self.hasFocus():
            self._cells[value].setFocus(Qt.FocusReason.OtherFocusReason)
        if value == 1:
            self._deadline.start(TEN_KEY_MS)
        else:
            self._flush()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._flush()
        super().focusOutEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        self._flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        row = self.layout()
        cells = self._cells[10].geometry().united(self._cells[0].geometry())
        if row is not None and cells.isValid():
            for label in (self._low, self._high):
                label.setMaximumWidth(max(120, cells.width() // 2))

    def _restyle(self) -> None:
        for cell in self._cells:
            cell.restyle()
        self.setMaximumWidth(self._theme.scaled(_CELL_MAX_PX) * 11 + _CELL_GAP_PX * 10)
        self.updateGeometry()
