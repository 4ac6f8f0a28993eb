"""Words on the stage that grow with the ring: the seconds in it, and the very large ones of the glow."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from acupress_desktop.ui.session_stage.geometry import StageGeometry
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import advance_px, paint_words

_SECONDS_PER_RING, _SECONDS_UP_RINGS = 0.84, 0.12
_LABEL_BELOW_RINGS, _LABEL_WIDTH_RINGS = 0.40, 1.46
_LARGE_SECONDS_PER_RING = 1.06
_LARGE_CUE_PX = 84.0
_SMALLEST_PX = 14


def sized(font: QFont, size_px: float) -> QFont:
    """Return ``font`` at another size."""
    other = QFont(font)
    other.setPixelSize(max(_SMALLEST_PX, round(size_px)))
    return other


def fitted(font: QFont, words: str, size_px: float, width_px: float) -> QFont:
    """Return ``font`` at ``size_px``, or smaller where ``words`` are wider than ``width_px``."""
    large = sized(font, size_px)
    wide = advance_px(large, words)
    return large if wide <= width_px else sized(font, size_px * width_px / wide)


def paint_seconds(
    painter: QPainter, theme: LiveTheme, geometry: StageGeometry, seconds: str, label: str
) -> None:
    """Paint the seconds inside the ring, with their small words."""
    ring, x, y = geometry.ring_px, geometry.centre_x, geometry.centre_y
    figure = fitted(theme.font(TextRole.FIGURE), seconds, ring * _SECONDS_PER_RING, ring * 1.5)
    tall = float(figure.pixelSize())
    box = QRectF(x - ring, y - ring * _SECONDS_UP_RINGS - tall / 2, 2 * ring, tall)
    paint_words(painter, box, seconds, figure, qcolor(theme.colours.ink))
    wide = ring * _LABEL_WIDTH_RINGS
    small = fitted(theme.font(TextRole.SMALL), label, theme.font(TextRole.SMALL).pixelSize(), wide)
    line = float(theme.line_px(TextRole.SMALL))
    row = QRectF(x - wide / 2, y + ring * _LABEL_BELOW_RINGS - line / 2, wide, line)
    paint_words(painter, row, label, small, qcolor(theme.colours.ink))


def large_cue_box(geometry: StageGeometry, height_px: float) -> QRectF:
    """Return where the very large word stands: from below the ring to the stage's foot."""
    top = geometry.centre_y + geometry.ring_px + geometry.ring_width_px
    return QRectF(8.0, top, geometry.width_px - 16.0, max(1.0, height_px - top - 4.0))


def paint_large(
    painter: QPainter, theme: LiveTheme, geometry: StageGeometry, height_px: float, seconds: str, cue: str
) -> None:
    """Paint seconds and cue as large as there is room for."""
    ink: QColor = qcolor(theme.colours.ink)
    ring = geometry.ring_px
    figure = fitted(theme.font(TextRole.FIGURE_XL), seconds, ring * _LARGE_SECONDS_PER_RING, ring * 1.6)
    x, y = geometry.centre_x, geometry.centre_y
    paint_words(painter, QRectF(x - ring, y - ring, 2 * ring, 2 * ring), seconds, figure, ink)
    box = large_cue_box(geometry, height_px)
    size = min(_LARGE_CUE_PX * max(1.0, geometry.unit), box.height() * 0.8)
    paint_words(painter, box, cue, fitted(theme.font(TextRole.CUE), cue, size, box.width()), ink)
