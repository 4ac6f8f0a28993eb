"""The ruler of felt pressure, 0 to 10: one drawing wherever a pressure is shown."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words

_TICK_PX = 20


class Ticks(Enum):
    """On which side of its line the ruler has its ticks."""

    UP = "up"
    DOWN = "down"


def paint_ruler(painter: QPainter, theme: LiveTheme, box: QRectF, ticks: Ticks) -> None:
    """Paint the line at the foot of ``box`` with its eleven ticks."""
    painter.setPen(QPen(qcolor(theme.colours.rule), theme.tokens.border_px))
    base = box.bottom()
    painter.drawLine(round(box.left()), round(base), round(box.right()), round(base))
    for mark in range(11):
        x = round(box.left() + box.width() * mark / 10)
        tall = theme.scaled(_TICK_PX) * (0.72 if mark in {0, 10} else 0.5)
        end = base - tall if ticks is Ticks.UP else base + tall / 2
        painter.drawLine(x, round(end), x, round(base))


def paint_ends(painter: QPainter, theme: LiveTheme, box: QRect, top: float, ends: tuple[str, str]) -> None:
    """Paint the words of both ends below the ruler, in reading direction."""
    low, high = ends
    font, ink = theme.font(TextRole.CAPTION), qcolor(theme.colours.ink3)
    back = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    low_px = min(advance_px(font, low), box.width() * 0.42)
    near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
    far = Qt.AlignmentFlag.AlignLeft if back else Qt.AlignmentFlag.AlignRight
    line = QRectF(box.left(), top, box.width(), theme.line_px(TextRole.CAPTION))
    rest = low_px - line.width()
    low_box = line.adjusted(-rest if back else 0, 0, 0 if back else rest, 0)
    high_box = line.adjusted(0 if back else low_px + 16, 0, -(low_px + 16) if back else 0, 0)
    paint_words(painter, low_box, low, font, ink, near | Qt.AlignmentFlag.AlignVCenter)
    paint_words(painter, high_box, high, font, ink, far | Qt.AlignmentFlag.AlignVCenter)


def ends_px(theme: LiveTheme) -> int:
    """Return how much room the words of the ends take below the ruler."""
    return theme.line_px(TextRole.CAPTION) + 4


class PressureScale(QWidget):
    """``PressureScale(theme, low, high)``: a ruler from 0 to 10 with the target on it.

    ``show_target(value, words)``: ``words`` is the whole sentence for a screen reader.
    """

    def __init__(self, theme: LiveTheme, low: str, high: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low, self._high = low, high
        self._target: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_target(self, value: int | None, words: str) -> None:
        """Point at ``value``, 0 to 10; ``None`` points nowhere."""
        self._target = value
        self.setAccessibleName(words)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _flag_px(self) -> tuple[float, float]:
        return self._theme.scaled(40), self._theme.scaled(20)

    def sizeHint(self) -> QSize:
        ends = ends_px(self._theme) if self._low or self._high else 0
        return QSize(344, round(self._flag_px()[1]) + 2 + ends)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        crisp(painter)
        flag_h = self._flag_px()[1]
        margin = 8.0
        span = self.width() - 2 * margin
        base = flag_h
        back = self.isRightToLeft()
        paint_ruler(painter, theme, QRectF(margin, 0, span, base), Ticks.UP)
        if self._target is not None:
            self._paint_flag(painter, margin + span * (10 - self._target if back else self._target) / 10)
        paint_ends(painter, theme, self.rect(), base + 2, (self._low, self._high))

    def _paint_flag(self, painter: QPainter, x: float) -> None:
        theme, colours = self._theme, self._theme.colours
        flag_w, flag_h = self._flag_px()
        flag = QRectF(x - flag_w / 2, 0, flag_w, flag_h)
        flag.moveLeft(min(max(0.0, flag.left()), self.width() - flag_w))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(colours.accent))
        painter.drawRoundedRect(flag, 3, 3)
        font = theme.font(TextRole.SMALL, Weight.STRONG)
        paint_words(painter, flag, str(self._target), font, qcolor(colours.on_accent))
