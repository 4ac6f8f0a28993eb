"""Small strokes that every painted control shares."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen


def crisp(painter: QPainter) -> None:
    """Set the hints that everything here is drawn with."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)


def paint_box(
    painter: QPainter,
    box: QRectF,
    radius_px: float,
    *,
    fill: QColor | None,
    border: QColor | None = None,
    border_px: float = 0.0,
) -> None:
    """Paint a rounded box whose border lies wholly inside ``box``."""
    inset = border_px / 2 if border is not None else 0.0
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, border_px) if border is not None else Qt.PenStyle.NoPen)
    inner = max(0.0, radius_px - inset)
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), inner, inner)


def paint_words(
    painter: QPainter,
    box: QRectF,
    words: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
) -> None:
    """Paint one line of ``words``, ending in an ellipsis where ``box`` is too narrow."""
    metrics = QFontMetricsF(font)
    shown = words
    if metrics.horizontalAdvance(words) > box.width() + 0.5:
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(colour)
    # Absolute: whoever calls has mirrored already, and Qt would mirror once more.
    flags = align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    painter.drawText(box, int(flags), shown)


def advance_px(font: QFont, words: str) -> float:
    """Return the width of one line of ``words`` in pixels."""
    return QFontMetricsF(font).horizontalAdvance(words)
