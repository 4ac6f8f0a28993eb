"""The last 14 days at a glance: hollow rings, session triangles, gaps as gaps. No line joins the days."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words

_RING_PX = 4.4
_TRIANGLE_PX = 8.0


@dataclass(frozen=True, slots=True)
class SparklineView:
    """Daily values, oldest first: ``None`` is a day without an entry, never a 0.

    ``sessions`` are the places (0 = oldest day) of days with a session; ``first_day`` and ``last_day`` name
    the ends, ``session_key`` explains the triangle; ``words`` say the whole chart to a screen reader.
    """

    values: tuple[float | None, ...]
    sessions: tuple[int, ...]
    first_day: str
    last_day: str
    session_key: str
    words: str


class Sparkline(QWidget):
    """``Sparkline(theme)``; ``show_days(SparklineView)``. The newest entry of today is filled and named."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = SparklineView((), (), "", "", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_days(self, view: SparklineView) -> None:
        """Show ``view``."""
        self._view = view
        self.setAccessibleName(view.words)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(504, 112 + round(1.4 * (self._theme.line_px(TextRole.CAPTION) - 20)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        font = theme.font(TextRole.CAPTION)
        line = theme.line_px(TextRole.CAPTION)
        axis_w = advance_px(font, "10") + 12
        plot = QRectF(axis_w, line / 2, self.width() - axis_w, self.height() - line * 1.5 - 14)
        for mark in (10, 5, 0):
            y = plot.bottom() - plot.height() * mark / 10
            painter.fillRect(
                QRectF(plot.left(), round(y), plot.width(), theme.tokens.hairline_px), qcolor(colours.hair)
            )
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            box = QRectF(0, y - line / 2, axis_w - 12, line)
            paint_words(painter, box, str(mark), font, qcolor(colours.ink3), right)
        self._paint_days(painter, plot)
        self._paint_foot(painter, plot, line)

    def _x(self, plot: QRectF, place: int) -> float:
        count = max(2, len(self._view.values))
        return plot.left() + 8 + (plot.width() - 16) * place / (count - 1)

    def _paint_days(self, painter: QPainter, plot: QRectF) -> None:
        theme, colours = self._theme, self._theme.colours
        values = self._view.values
        for place, value in enumerate(values):
            if value is None:
                continue
            centre = QPointF(self._x(plot, place), plot.bottom() - plot.height() * value / 10)
            if place == len(values) - 1:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(qcolor(colours.accent))
                painter.drawEllipse(centre, _RING_PX + 1.6, _RING_PX + 1.6)
                font = theme.font(TextRole.SMALL, Weight.STRONG)
                box = QRectF(centre.x() - 24, centre.y() - 10 - theme.line_px(TextRole.SMALL), 48, 20)
                box.setHeight(theme.line_px(TextRole.SMALL))
                box.moveRight(min(box.right(), self.width() + 16.0))
                paint_words(painter, box, f"{value:g}", font, qcolor(colours.ink))
                continue
            painter.setPen(QPen(qcolor(colours.ink2), 2.0))
            painter.setBrush(qcolor(colours.paper))
            painter.drawEllipse(centre, _RING_PX, _RING_PX)

    def _paint_foot(self, painter: QPainter, plot: QRectF, line: int) -> None:
        theme, colours = self._theme, self._theme.colours
        for place in self._view.sessions:
            paint_triangle(painter, QPointF(self._x(plot, place), plot.bottom() + 9), _TRIANGLE_PX, theme)
        font, ink = theme.font(TextRole.CAPTION), qcolor(colours.ink3)
        foot = QRectF(plot.left(), plot.bottom() + 12, plot.width(), line)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        paint_words(painter, foot, self._view.first_day, font, ink, left)
        paint_words(painter, foot, self._view.last_day, font, ink, right)
        if self._view.sessions and self._view.session_key:
            ends = max(advance_px(font, self._view.first_day), advance_px(font, self._view.last_day)) + 24
            wide = min(advance_px(font, self._view.session_key), foot.width() - 2 * ends - 16)
            if wide > 24:
                at = foot.center().x() - (wide + 14) / 2
                paint_triangle(painter, QPointF(at + 4, foot.center().y() + 1), _TRIANGLE_PX + 1, theme)
                key = QRectF(at + 14, foot.top(), wide, foot.height())
                paint_words(painter, key, self._view.session_key, font, ink, left)


def paint_triangle(painter: QPainter, centre: QPointF, side_px: float, theme: LiveTheme) -> None:
    """Paint the mark of a session, pointing up."""
    half = side_px / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(qcolor(theme.colours.slate_ink))
    x, y = centre.x(), centre.y()
    painter.drawPolygon(
        QPolygonF([QPointF(x - half, y + half), QPointF(x + half, y + half), QPointF(x, y - half)])
    )
