"""Writes the chart with its finding and its provenance into a picture file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from acupress_desktop.presenters.trend_view import TrendView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_32
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.trends.chart import TrendChart
from acupress_desktop.ui.trends.marks import paint_mark
from acupress_desktop.ui.widgets.painting import advance_px, paint_words
from acupress_desktop.ui.widgets.picture_sheet import WIDTH_PX, PictureSheet

CHART_PX = 480


class TrendPicture:
    """One picture: title, finding, chart, legend, and below how many, from when to when, and the notice."""

    def __init__(self, theme: LiveTheme, view: TrendView) -> None:
        self._theme = theme
        self._view = view
        self._chart = TrendChart(theme)
        self._chart.resize(WIDTH_PX - 2 * SPACE_32, CHART_PX)
        self._chart.show_chart(view.chart, view.picture.lines[0])
        legend_px = theme.line_px(TextRole.SMALL) + SPACE_8
        self._sheet = PictureSheet(theme, view.picture.lines, CHART_PX + legend_px, self._paint)

    def save(self, path: Path) -> None:
        """Write the picture as its ending says; raises ``OSError`` where nothing whole stands there after."""
        self._sheet.save(path)

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        chart = QRectF(box.left(), box.top(), box.width(), CHART_PX)
        self._chart.paint_into(painter, chart)
        self._paint_legend(painter, chart.bottom())

    def _paint_legend(self, painter: QPainter, y: float) -> None:
        font = self._theme.font(TextRole.SMALL)
        line = self._theme.line_px(TextRole.SMALL)
        x = float(SPACE_32)
        for key in self._view.legend:
            mark = QRectF(x, y + (line - 18) / 2, 24, 18)
            paint_mark(painter, self._theme, key.mark, mark)
            wide = advance_px(font, key.words) + 1
            words = QRectF(mark.right() + SPACE_8, y, wide, line)
            paint_words(painter, words, key.words, font, qcolor(self._theme.colours.ink2))
            x = words.right() + SPACE_32
