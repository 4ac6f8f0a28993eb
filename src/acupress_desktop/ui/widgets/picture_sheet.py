"""A picture for a file: words above, a drawing, words below; written whole, read back before it counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QMarginsF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16, SPACE_32
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import crisp

WIDTH_PX = 1200
_WORDS_PX = 900
"""Lines end well before the edge: who opens the drawing may have wider letters than it was made with."""
SHARPNESS = 2
_DOTS_PER_INCH = 96
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

PaintDrawing = Callable[[QPainter, QRectF], None]
"""Paints the drawing into a box."""


class _Text:
    """A paragraph of the picture, plain whatever it holds."""

    def __init__(self, theme: LiveTheme, words: str, role: TextRole, tone: Tone = Tone.INK2) -> None:
        self.words = words
        self._font = theme.font(role)
        self._ink = theme.tone(tone)
        room = QRectF(0, 0, _WORDS_PX, 10_000)
        self._box = QFontMetricsF(self._font).boundingRect(room, _WRAPPED, words)
        self.height_px = max(self._box.height(), theme.line_px(role))

    def paint(self, painter: QPainter, y: float) -> float:
        """Paint at ``y``; return where the next paragraph starts."""
        painter.setFont(self._font)
        painter.setPen(self._ink)
        box = QRectF(SPACE_32, y, _WORDS_PX, self.height_px)
        painter.drawText(box, _WRAPPED, self.words)
        return y + self.height_px + SPACE_8


class PictureSheet:
    """``lines`` are title, lead and what stands below, all plain; ``paint`` draws in between."""

    def __init__(
        self, theme: LiveTheme, lines: tuple[str, ...], drawing_px: float, paint: PaintDrawing
    ) -> None:
        self._theme = theme
        self._paint_drawing = paint
        self._drawing_px = drawing_px
        title, lead, *below = lines
        self._lines = lines
        self._above = (_Text(theme, title, TextRole.HEAD, Tone.INK), _Text(theme, lead, TextRole.BODY))
        self._below = tuple(_Text(theme, line, TextRole.CAPTION) for line in below)
        texts = sum(text.height_px + SPACE_8 for text in (*self._above, *self._below))
        self.height_px = round(texts + drawing_px + 2 * SPACE_32 + 2 * SPACE_16)

    def save(self, path: Path) -> None:
        """Write the picture as its ending says; raises ``OSError`` where nothing whole stands there after."""
        ways = {".svg": self._save_svg, ".pdf": self._save_pdf}
        beside = path.with_name(f"{path.name}.part")
        try:
            if not ways.get(path.suffix.lower(), self._save_png)(beside):
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
        for number, line in enumerate(self._lines):
            image.setText(f"line {number}", line)
        # The ending .part names no format, so it is said here.
        return QImageWriter(str(path), QByteArray(b"PNG")).write(image) and not QImage(str(path)).isNull()

    def _save_svg(self, path: Path) -> bool:
        drawing = QSvgGenerator()
        drawing.setFileName(str(path))
        drawing.setSize(QSize(WIDTH_PX, self.height_px))
        drawing.setViewBox(QRect(0, 0, WIDTH_PX, self.height_px))
        drawing.setTitle(self._lines[0])
        drawing.setDescription(" ".join(self._lines[1:]))
        painter = QPainter()
        if not painter.begin(drawing):
            return False
        self._paint(painter)
        painter.end()
        return path.stat().st_size > 0 and QSvgRenderer(str(path)).isValid()

    def _save_pdf(self, path: Path) -> bool:
        writer = QPdfWriter(str(path))
        writer.setTitle(self._lines[0])
        writer.setResolution(_DOTS_PER_INCH)
        inches = QSizeF(WIDTH_PX / _DOTS_PER_INCH, self.height_px / _DOTS_PER_INCH)
        size = QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        painter = QPainter()
        if not painter.begin(writer):
            return False
        self._paint(painter)
        painter.end()
        # On a full disk the writer reports success and leaves nothing, so the end is looked at.
        written = path.read_bytes()
        return written.startswith(b"%PDF-") and written.rstrip().endswith(b"%%EOF")

    def _paint(self, painter: QPainter) -> None:
        crisp(painter)
        painter.fillRect(QRectF(0, 0, WIDTH_PX, self.height_px), qcolor(self._theme.colours.paper))
        y = float(SPACE_32)
        for text in self._above:
            y = text.paint(painter, y)
        y += SPACE_16
        self._paint_drawing(painter, QRectF(SPACE_32, y, WIDTH_PX - 2 * SPACE_32, self._drawing_px))
        y += self._drawing_px + SPACE_16
        for text in self._below:
            y = text.paint(painter, y)
