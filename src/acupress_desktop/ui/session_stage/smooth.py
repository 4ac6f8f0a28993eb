"""Gradients without bands: painted with 16 bits a channel and brought down to 8 through fine noise.

On a dark ground one step of 8 bits is a visible edge. The noise is never more than half a step, so a plain
ground stays exactly its colour.
"""

from __future__ import annotations

from array import array
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QRgba64

_TILE_PX = 64
_NOISE = 244
"""A little less than one step of 8 bits, which is 257 of 16: rounding shall not move a plain colour."""


class SmoothLayer:
    """``SmoothLayer(size, ratio, ground)``: paint with ``painter``, then ``done()`` returns the pixmap."""

    def __init__(self, size: QSize, ratio: float, ground: QColor) -> None:
        wide, tall = max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio))
        self._image = QImage(wide, tall, QImage.Format.Format_RGBX64)
        self._ratio = ratio
        self._image.fill(ground)
        self._image.setDevicePixelRatio(ratio)
        self.painter = QPainter(self._image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def done(self) -> QPixmap:
        """Bring the picture down to 8 bits."""
        painter = self.painter
        painter.resetTransform()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.scale(1 / self._ratio, 1 / self._ratio)
        painter.fillRect(self._image.rect(), QBrush(_noise()))
        # Half a step down again, so that the noise lies evenly round every colour.
        half = QColor.fromRgba64(QRgba64.fromRgba64(_NOISE // 2, _NOISE // 2, _NOISE // 2, 65_535))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.fillRect(self._image.rect(), half)
        painter.end()
        plain = self._image.convertToFormat(QImage.Format.Format_RGB32)
        plain.setDevicePixelRatio(self._ratio)
        return QPixmap.fromImage(plain)


@lru_cache(maxsize=1)
def _noise() -> QImage:
    """A tile of noise of less than one step, as even as it looks random."""
    values = array("H")
    for y in range(_TILE_PX):
        for x in range(_TILE_PX):
            share = (52.9829189 * ((0.06711056 * x + 0.00583715 * y) % 1.0)) % 1.0
            value = int(share * _NOISE)
            values.extend((value, value, value, 65_535))
    data = values.tobytes()
    tile = QImage(data, _TILE_PX, _TILE_PX, _TILE_PX * 8, QImage.Format.Format_RGBX64)
    return tile.copy()
