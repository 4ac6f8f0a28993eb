"""The chart of the trend page, drawn with pyqtgraph; the only module that imports it.

Imported when the first chart is shown, never at the start. Rings are pyqtgraph's scatter plot (one picture,
stamped many times); everything else is painted by ``ChartInk`` in whole pixels over the same range. The
mouse does nothing here: no zoom, no drag, no menu.
"""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QSizePolicy,
    QStyleOptionGraphicsItem,
    QVBoxLayout,
    QWidget,
)

from acupress_desktop.presenters.trend_view import Bracket, BracketKind, ChartView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.tokens import Colour, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.trends.marks import (
    BAND_ALPHA,
    RING_PX,
    RING_STROKE_PX,
    STROKE_PX,
    TRIANGLE_PX,
    dashed,
)
from acupress_desktop.ui.widgets.painting import advance_px, paint_words

VALUE_MAX = 10
_HAIRS = (0, 2, 4, 6, 8, 10)
_BRACKET_TICK_PX = 4
_HEIGHT_PX = 300
_HEIGHT_MIN_PX = 260


class Plot:
    """Where the axes stand in a picture of some size. All in pixels from the top left corner."""

    def __init__(self, theme: LiveTheme, view: ChartView, width_px: float, height_px: float) -> None:
        line = theme.line_px(TextRole.CAPTION)
        left = advance_px(theme.font(TextRole.CAPTION), "10") + SPACE_12
        top = line / 2 + view.bracket_rows * (line + SPACE_12)
        foot = line + SPACE_8 + SPACE_16
        wide = max(1.0, width_px - left - SPACE_8)
        tall = max(1.0, height_px - top - foot)
        self.box = QRectF(left, top, wide, tall)
        self.foot_px = foot
        self.x_px = wide / max(1, view.days)
        self.y_px = tall / VALUE_MAX

    def across(self, days: float) -> float:
        """Pixels from the left for a place in days."""
        return self.box.left() + days * self.x_px

    def up(self, value: float) -> float:
        """Pixels from the top for a value from 0 to 10."""
        return self.box.bottom() - value * self.y_px

    @property
    def to_data(self) -> QTransform:
        """Pixels to days and values."""
        return QTransform(
            1 / self.x_px,
            0,
            0,
            -1 / self.y_px,
            -self.box.left() / self.x_px,
            self.box.bottom() / self.y_px,
        )

    def days_at(self, x_px: float) -> float:
        """Days for pixels from the left."""
        return (x_px - self.box.left()) / self.x_px

    def value_at(self, y_px: float) -> float:
        """Value for pixels from the top."""
        return (self.box.bottom() - y_px) / self.y_px


class ChartInk(pg.GraphicsObject):  # type: ignore[misc]
    """Everything of the chart but the rings: hair lines, band, strokes, brackets, triangles, words."""

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._view: ChartView | None = None
        self._size = (1.0, 1.0)
        self.setZValue(-10)
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)

    def show_chart(self, view: ChartView, width_px: float, height_px: float) -> None:
        """Paint ``view`` in this size from now on."""
        self.prepareGeometryChange()
        self._view = view
        self._size = (width_px, height_px)
        self.update()

    def boundingRect(self) -> QRectF:
        if self._view is None:
            return QRectF()
        plot = Plot(self._theme, self._view, *self._size)
        return plot.to_data.mapRect(QRectF(0, 0, *self._size))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        view = self._view
        if view is None:
            return
        plot = Plot(self._theme, view, *self._size)
        painter.save()
        painter.setTransform(plot.to_data, combine=True)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint_band(painter, plot, view)
        self._paint_hairs(painter, plot)
        self._paint_first_session(painter, plot, view)
        self._paint_strokes(painter, plot, view)
        self._paint_brackets(painter, plot, view)
        self._paint_foot(painter, plot, view)
        painter.restore()

    def _paint_hairs(self, painter: QPainter, plot: Plot) -> None:
        theme, colours = self._theme, self._theme.colours
        font, line = theme.font(TextRole.CAPTION), theme.line_px(TextRole.CAPTION)
        tall = theme.tokens.hairline_px
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for value in _HAIRS:
            y = plot.up(value)
            painter.fillRect(QRectF(plot.box.left(), round(y), plot.box.width(), tall), qcolor(colours.hair))
            words = QRectF(0, y - line / 2, plot.box.left() - SPACE_12 + 2, line)
            paint_words(painter, words, str(value), font, qcolor(colours.ink3), right)

    def _paint_band(self, painter: QPainter, plot: Plot, view: ChartView) -> None:
        if view.band is None:
            return
        theme, colours = self._theme, self._theme.colours
        top, bottom = plot.up(view.band.high), plot.up(view.band.low)
        box = QRectF(plot.box.left(), top, plot.box.width(), bottom - top)
        painter.fillRect(box, qcolor(colours.light2, BAND_ALPHA))
        painter.setPen(dashed(colours.light, theme.tokens.hairline_px))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        font, line = theme.font(TextRole.CAPTION), theme.line_px(TextRole.CAPTION)
        wide = advance_px(font, view.band.words) + 1
        right = QRectF(box.right() - SPACE_8 - wide, box.top() + SPACE_4, wide, line)
        for words in (right, right.translated(box.left() + SPACE_8 - right.left(), 0)):
            # Where entries stand in the way the legend alone names the band.
            taken = words.adjusted(-SPACE_8, 0, SPACE_8, 0)
            free = not any(taken.contains(plot.across(days), plot.up(value)) for days, value in view.entries)
            if free and box.height() >= line + SPACE_8:
                paint_words(painter, words, view.band.words, font, qcolor(colours.ink2))
                return

    def _paint_first_session(self, painter: QPainter, plot: Plot, view: ChartView) -> None:
        if view.first_session is None:
            return
        theme, colours = self._theme, self._theme.colours
        x = plot.across(view.first_session.at_days)
        pen = QPen(qcolor(colours.ink3), max(1.6, theme.tokens.hairline_px))
        pen.setDashPattern([0.1, 3.0])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, plot.box.top()), QPointF(x, plot.box.bottom()))
        font, line = theme.font(TextRole.CAPTION), theme.line_px(TextRole.CAPTION)
        wide = advance_px(font, view.first_session.words) + 1
        left = x + SPACE_8 if x + SPACE_8 + wide < plot.box.right() else x - SPACE_8 - wide
        words = QRectF(left, plot.box.bottom() - line - SPACE_4, wide, line)
        paint_words(painter, words, view.first_session.words, font, qcolor(colours.ink2))

    def _paint_strokes(self, painter: QPainter, plot: Plot, view: ChartView) -> None:
        pen = QPen(qcolor(self._theme.colours.accent), STROKE_PX)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for stroke in view.strokes:
            y = plot.up(stroke.value)
            painter.drawLine(
                QPointF(plot.across(stroke.left_days), y), QPointF(plot.across(stroke.right_days), y)
            )

    def _paint_brackets(self, painter: QPainter, plot: Plot, view: ChartView) -> None:
        free_from: dict[int, float] = {}
        for bracket in sorted(view.brackets, key=lambda each: (each.row, each.left_days)):
            free_from[bracket.row] = self._paint_bracket(
                painter, plot, bracket, free_from.get(bracket.row, plot.box.left())
            )

    def _paint_bracket(self, painter: QPainter, plot: Plot, bracket: Bracket, free_from_px: float) -> float:
        """Paint one bracket; its words only where they do not run into those before. Return their end."""
        theme, colours = self._theme, self._theme.colours
        logged = bracket.kind is BracketKind.LOGGED
        colour: Colour = colours.ink3 if logged else colours.caution
        font = theme.font(TextRole.CAPTION, None if logged else Weight.STRONG)
        line = theme.line_px(TextRole.CAPTION)
        y = plot.box.top() - line / 2 - bracket.row * (line + SPACE_12) + 2
        left, right = plot.across(bracket.left_days), plot.across(bracket.right_days)
        painter.setPen(QPen(qcolor(colour), max(1.2, theme.tokens.hairline_px)))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - _BRACKET_TICK_PX), QPointF(x, y + _BRACKET_TICK_PX))
        wide = advance_px(font, bracket.words) + 1
        start = min(max((left + right - wide) / 2, plot.box.left()), plot.box.right() - wide)
        if start < free_from_px:
            return free_from_px
        words = QRectF(start, y - line - 2, wide, line)
        paint_words(painter, words, bracket.words, font, qcolor(colours.ink2 if logged else colour))
        return start + wide + SPACE_12

    def _paint_foot(self, painter: QPainter, plot: Plot, view: ChartView) -> None:
        theme, colours = self._theme, self._theme.colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(colours.slate_ink))
        middle, half = plot.box.bottom() + SPACE_12, TRIANGLE_PX / 2
        for days in view.sessions:
            x = plot.across(days)
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x - half, middle + half),
                        QPointF(x + half, middle + half),
                        QPointF(x, middle - half),
                    ]
                )
            )
        font, line = theme.font(TextRole.CAPTION), theme.line_px(TextRole.CAPTION)
        top = plot.box.bottom() + plot.foot_px - line
        free_from = 0.0
        for tick in view.ticks:
            wide = advance_px(font, tick.words) + 1
            start = min(max(plot.across(tick.at_days) - wide / 2, plot.box.left()), plot.box.right() - wide)
            if start < free_from:
                continue
            paint_words(painter, QRectF(start, top, wide, line), tick.words, font, qcolor(colours.ink3))
            free_from = start + wide + SPACE_16


class TrendChart(QWidget):
    """``TrendChart(theme)``; ``show_chart(view, name)``. Arrow and page keys emit ``moved``.

    ``moved`` carries the key that was pressed (``Qt.Key``): Left, Right, PageUp, PageDown or End.
    """

    moved = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: ChartView | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._canvas = pg.GraphicsView(background=None)
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._canvas.setCentralItem(self._frame)
        self._ink = ChartInk(theme)
        self._rings = pg.ScatterPlotItem(pxMode=True, antialias=True)
        self._frame.addItem(self._ink, ignoreBounds=True)
        self._frame.addItem(self._rings, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._canvas)
        theme.changed.connect(self._redraw)

    def show_chart(self, view: ChartView, name: str) -> None:
        """Show ``view``; ``name`` is what a screen reader calls it, its words follow."""
        self._view = view
        self.setAccessibleName(name)
        self.setAccessibleDescription(view.spoken)
        self._redraw()

    def paint_into(self, painter: QPainter, box: QRectF) -> None:
        """Paint the chart as it stands into ``box`` of another picture."""
        self._canvas.render(painter, box, self._canvas.rect(), Qt.AspectRatioMode.KeepAspectRatio)

    def sizeHint(self) -> QSize:
        return QSize(640, self._theme.grown(_HEIGHT_PX, TextRole.CAPTION))

    def minimumSizeHint(self) -> QSize:
        rows = 0 if self._view is None else self._view.bracket_rows
        line = self._theme.line_px(TextRole.CAPTION)
        return QSize(320, _HEIGHT_MIN_PX + (rows + 1) * line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_End}
        key = Qt.Key(event.key())
        if key in keys:
            self.moved.emit(key)
            return
        super().keyPressEvent(event)

    def _redraw(self) -> None:
        view, colours = self._view, self._theme.colours
        width, height = float(self.width()), float(self.height())
        if view is None or width < 2 or height < 2:
            return
        plot = Plot(self._theme, view, width, height)
        self._frame.setRange(
            xRange=(plot.days_at(0), plot.days_at(width)),
            yRange=(plot.value_at(height), plot.value_at(0)),
            padding=0,
            disableAutoRange=True,
        )
        self._ink.show_chart(view, width, height)
        # pyqtgraph scales a symbol's painter; only a cosmetic pen keeps its width, in pixels of the screen.
        stroke_px = max(RING_STROKE_PX, self._theme.tokens.hairline_px) * self.devicePixelRatioF()
        ring = QPen(QColor(qcolor(colours.ink2)), stroke_px)
        ring.setCosmetic(True)
        self._rings.setData(
            x=[days for days, _value in view.entries],
            y=[value for _days, value in view.entries],
            size=2 * RING_PX,
            pen=ring,
            brush=QColor(qcolor(colours.paper)),
        )
        self.updateGeometry()
