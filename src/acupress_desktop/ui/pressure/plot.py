"""A person's own tries over the ruler of felt pressure: rings at what the scale showed, a band over them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.pressure_view import PlotMark, PlotView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import TEXT_COLUMN_MAX_PX
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words
from acupress_desktop.ui.widgets.pressure_scale import Ticks, ends_px, paint_ends, paint_ruler

_PLOT_PX = 168
_WIDE_PX = 420
_BAND_PX = 18
_RING_PX = 4.2
_GAP_PX = 8


class PressurePlot(QWidget):
    """``PressurePlot(theme)``; ``show_plot(view)``. All of it stands in words in its name."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: PlotView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(TEXT_COLUMN_MAX_PX)
        theme.changed.connect(self._restyle)

    def show_plot(self, view: PlotView) -> None:
        """Show other tries."""
        self._view = view
        self.setAccessibleName(view.words)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        line = self._theme.line_px(TextRole.CAPTION)
        return QSize(_WIDE_PX, line + _PLOT_PX + line + _GAP_PX + ends_px(self._theme))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        crisp(painter)
        line = self._theme.line_px(TextRole.CAPTION)
        axis = max(advance_px(self._theme.font(TextRole.CAPTION), words) for _grams, words in view.grid)
        near, far = axis + 2 * _GAP_PX, 2.0 * _GAP_PX
        left, right = (far, near) if self._back else (near, far)
        box = QRectF(left, line, self.width() - left - right, _PLOT_PX)
        self._paint_grid(painter, box, view)
        self._paint_ceiling(painter, box, view)
        for mark in view.marks:
            self._paint_mark(painter, box, view, mark)
        paint_ruler(painter, self._theme, box, Ticks.DOWN)
        self._paint_digits(painter, box, view)
        ends = box.toRect()
        paint_ends(painter, self._theme, ends, box.bottom() + _GAP_PX + line, (view.low, view.high))

    @property
    def _back(self) -> bool:
        return self.isRightToLeft()

    def _x(self, box: QRectF, felt: int) -> float:
        share = (10 - felt if self._back else felt) / 10
        return box.left() + share * box.width()

    @staticmethod
    def _y(box: QRectF, view: PlotView, grams: float) -> float:
        return box.bottom() - box.height() * grams / view.grid[-1][0]

    def _paint_grid(self, painter: QPainter, box: QRectF, view: PlotView) -> None:
        colours, line = self._theme.colours, self._theme.line_px(TextRole.CAPTION)
        font = self._theme.font(TextRole.CAPTION)
        for grams, words in view.grid:
            y = round(self._y(box, view, grams))
            painter.setPen(QPen(qcolor(colours.hair), self._theme.tokens.hairline_px))
            painter.drawLine(round(box.left()), y, round(box.right()), y)
            side = (
                QRectF(box.right() + _GAP_PX, y - line / 2, self.width() - box.right() - _GAP_PX, line)
                if self._back
                else QRectF(0, y - line / 2, box.left() - _GAP_PX, line)
            )
            near = Qt.AlignmentFlag.AlignLeft if self._back else Qt.AlignmentFlag.AlignRight
            align = near | Qt.AlignmentFlag.AlignVCenter
            paint_words(painter, side, words, font, qcolor(colours.ink3), align)

    def _paint_ceiling(self, painter: QPainter, box: QRectF, view: PlotView) -> None:
        if view.ceiling is None:
            return
        colours = self._theme.colours
        x = self._x(box, view.ceiling)
        pen = QPen(qcolor(colours.caution), 1.6, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        font = self._theme.font(TextRole.CAPTION)
        wide = advance_px(font, view.ceiling_words) + 2
        left = min(max(0.0, x - wide / 2), self.width() - wide)
        words = QRectF(left, 0, wide, self._theme.line_px(TextRole.CAPTION))
        paint_words(painter, words, view.ceiling_words, font, qcolor(colours.caution))

    def _paint_mark(self, painter: QPainter, box: QRectF, view: PlotView, mark: PlotMark) -> None:
        colours = self._theme.colours
        x = self._x(box, mark.felt_pressure)
        if mark.spread is Choice.CHOSEN:
            top, foot = (self._y(box, view, grams) for grams in (mark.grams[-1], mark.grams[0]))
            half = _BAND_PX / 2
            band = QRectF(x - half, top - half, _BAND_PX, foot - top + _BAND_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(colours.light2))
            painter.drawRoundedRect(band, half, half)
        painter.setPen(QPen(qcolor(colours.ink), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for grams in mark.grams:
            painter.drawEllipse(QPointF(x, self._y(box, view, grams)), _RING_PX, _RING_PX)

    def _paint_digits(self, painter: QPainter, box: QRectF, view: PlotView) -> None:
        pressed = {mark.felt_pressure for mark in view.marks}
        line = self._theme.line_px(TextRole.CAPTION)
        pitch = box.width() / 10
        for felt in range(11):
            font = self._theme.font(TextRole.CAPTION, Weight.STRONG if felt in pressed else None)
            ink = qcolor(self._theme.colours.ink if felt in pressed else self._theme.colours.ink3)
            place = QRectF(self._x(box, felt) - pitch / 2, box.bottom() + _GAP_PX, pitch, line)
            paint_words(painter, place, str(felt), font, ink)
