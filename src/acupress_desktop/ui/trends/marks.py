"""Marks that chart and legend share. Sizes in pixels, whatever the text size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acupress_desktop.presenters.trend_view import LegendMark, LegendView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Colour, Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import crisp

RING_PX = 3.6
RING_STROKE_PX = 1.6
STROKE_PX = 4.0
TRIANGLE_PX = 8.0
BAND_ALPHA = 0.42
_MARK_WIDTHS_PX = {
    LegendMark.ENTRY: 12,
    LegendMark.WEEK: 24,
    LegendMark.SESSION: 10,
    LegendMark.BAND: 26,
}
_MARK_HEIGHT_PX = 18


def dashed(colour: Colour, width_px: float) -> QPen:
    """Return the pen of the band's edges."""
    pen = QPen(qcolor(colour), max(1.0, width_px))
    pen.setDashPattern([5.0, 3.0])
    return pen


class _Mark(QWidget):
    """One mark, painted as on the chart."""

    def __init__(self, theme: LiveTheme, mark: LegendMark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_MARK_WIDTHS_PX[self._mark], _MARK_HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        paint_mark(painter, self._theme, self._mark, QRectF(self.rect()))


def paint_mark(painter: QPainter, theme: LiveTheme, mark: LegendMark, box: QRectF) -> None:
    """Paint ``mark`` in the middle of ``box``."""
    colours, middle = theme.colours, box.center()
    match mark:
        case LegendMark.ENTRY:
            painter.setPen(QPen(qcolor(colours.ink2), max(RING_STROKE_PX, theme.tokens.hairline_px)))
            painter.setBrush(qcolor(colours.paper))
            painter.drawEllipse(middle, RING_PX, RING_PX)
        case LegendMark.WEEK:
            stroke = QRectF(box.left(), middle.y() - STROKE_PX / 2, box.width(), STROKE_PX)
            painter.fillRect(stroke, qcolor(colours.accent))
        case LegendMark.SESSION:
            half = TRIANGLE_PX / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(colours.slate_ink))
            x, y = middle.x(), middle.y()
            corners = [QPointF(x - half, y + half), QPointF(x + half, y + half), QPointF(x, y - half)]
            painter.drawPolygon(QPolygonF(corners))
        case LegendMark.BAND:
            painter.setBrush(qcolor(colours.light2, BAND_ALPHA))
            painter.setPen(dashed(colours.light, theme.tokens.hairline_px))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)


class LegendKey(QWidget):
    """``LegendKey(theme, view)``: a mark and its words."""

    def __init__(self, theme: LiveTheme, view: LegendView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(_Mark(theme, view.mark), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(theme, view.words, TextRole.SMALL, Tone.INK2), 1)
