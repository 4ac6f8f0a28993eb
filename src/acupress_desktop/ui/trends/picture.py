"""Writes the chart with its finding and its provenance into a picture file, read back before it counts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from acupress_desktop.presenters.trend_view import TrendView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16, SPACE_32
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.trends.chart import TrendChart
from acupress_desktop.ui.trends.marks import paint_mark
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words

WIDTH_PX = 1200
CHART_PX = 480
SHARPNESS = 2
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class _Text:
    """A paragraph of the picture, plain whatever it holds."""

    def __init__(self, theme: LiveTheme, words: str, role: TextRole, tone: Tone = Tone.INK2) -> None:
        self._words = words
        self._font = theme.font(role)
        self._ink = theme.tone(tone)
        room = QRectF(0, 0, WIDTH_PX - 2 * SPACE_32, 10_000)
        self._box = QFontMetricsF(self._font).boundingRect(room, _WRAPPED, words)
        self.height_px = max(self._box.height(), theme.line_px(role))

    def paint(self, painter: QPainter, y: float) -> float:
        """Paint at ``y``; return where the next paragraph starts."""
        painter.setFont(self._font)
        painter.setPen(self._ink)
        box = QRectF(SPACE_32, y, WIDTH_PX - 2 * SPACE_32, self.height_px)
        painter.drawText(box, _WRAPPED, self._words)
        return y + self.height_px + SPACE_8


class TrendPicture:
    """One picture: title, finding, chart, legend, and below how many, from when to when, and the notice."""

    def __init__(self, theme: LiveTheme, view: TrendView) -> None:
        self._theme = theme
        self._view = view
        title, finding, *below = view.picture.lines
        self._above = (_Text(theme, title, TextRole.HEAD, Tone.INK), _Text(theme, finding, TextRole.BODY))
        self._below = tuple(_Text(theme, line, TextRole.CAPTION) for line in below)
        inner = WIDTH_PX - 2 * SPACE_32
        self._chart = TrendChart(theme)
        self._chart.resize(inner, CHART_PX)
        self._chart.show_chart(view.chart, title)
        self._legend_px = theme.line_px(TextRole.SMALL) + SPACE_8
        texts = sum(text.height_px + SPACE_8 for text in (*self._above, *self._below))
        self.height_px = round(texts + CHART_PX + self._legend_px + 2 * SPACE_32 + 2 * SPACE_16)

    def save(self, path: Path) -> None:
        """Write the picture as its ending says; raises ``OSError`` where nothing whole stands there after."""
        beside = path.with_name(f"{path.name}.part")
        try:
            whole = self._save_svg(beside) if path.suffix.lower() == ".svg" else self._save_png(beside)
            if not whole:
                raise OSError(f"{path} was not written whole")
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)

    def _save_png(self, path: Path) -> bool:
        image = QImage(
            WIDTH_PX * SHARPNESS, self.height_px * SHARPNESS, QImage.Format.Format_ARGB32_Premultiplied
        )
        image.setDevicePixelRatio(SHARPNESS)
        painter = QPainter(image)
        self._paint(painter)
        painter.end()
        for number, line in enumerate(self._view.picture.lines):
            image.setText(f"line {number}", line)
        # The ending .part names no format, so it is said here.
        return QImageWriter(str(path), QByteArray(b"PNG")).write(image) and not QImage(str(path)).isNull()

    def _save_svg(self, path: Path) -> bool:
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(QSize(WIDTH_PX, self.height_px))
        drawing.setViewBox(QRect(0, 0, WIDTH_PX, self.height_px))
        drawing.setTitle(self._view.picture.lines[0])
        drawing.setDescription(" ".join(self._view.picture.lines[1:]))
        painter = QPainter()
        if not painter.begin(drawing):
            return False
        self._paint(painter)
        painter.end()
        return path.stat().st_size > 0 and QSvgRenderer(str(path)).isValid()

    def _paint(self, painter: QPainter) -> None:
        crisp(painter)
        painter.fillRect(QRectF(0, 0, WIDTH_PX, self.height_px), qcolor(self._theme.colours.paper))
        y = float(SPACE_32)
        for text in self._above:
            y = text.paint(painter, y)
        y += SPACE_16
        box = QRectF(SPACE_32, y, WIDTH_PX - 2 * SPACE_32, CHART_PX)
        self._chart.paint_into(painter, box)
        y += CHART_PX
        self._paint_legend(painter, y)
        y += self._legend_px + SPACE_16
        for text in self._below:
            y = text.paint(painter, y)

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
