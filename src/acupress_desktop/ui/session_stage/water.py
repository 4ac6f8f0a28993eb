"""The moving water of the horizon style: painted once as long strips, of which a frame shows a stretch.

The surface travels without changing its form, so a frame is two copies. So that it glides instead of
hopping from pixel to pixel, there is a strip for each part of a pixel.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from acupress_desktop.ui.session_stage.breath import moving_seconds, wave_of
from acupress_desktop.ui.session_stage.geometry import StageGeometry
from acupress_desktop.ui.session_stage.horizon import (
    LAYER_COVER,
    LAYERS,
    LIP_PX,
    back_water,
    surface_line,
    wave_band,
)
from acupress_desktop.ui.session_stage.limb import veil
from acupress_desktop.ui.session_stage.view import BreathPart, StageBreath
from acupress_desktop.ui.theme.tokens import Scheme, Tokens, qcolor
from acupress_desktop.ui.widgets.painting import crisp

_STEPS_A_PIXEL = 4
"""How finely the water moves, in parts of a pixel at 1x; at 2x the pixels themselves are twice as fine."""
_LAYERS_FROM_PX, _LAYERS_TO_PX = 2.0, 31.0
_LIP_LAYERS = 10
_LIP_ALPHA = 0.031
_STRIPS_MAX = 24
_SHINES = ((18.0, 0.016), (15.0, 0.02), (12.0, 0.024), (9.5, 0.03), (7.0, 0.04), (4.5, 0.07), (2.0, 0.46))
"""Width and alpha of the strokes along the surface."""


class Before(Enum):
    """Which water: that behind the limb, or that before it."""

    BEHIND = "behind"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class _Kind:
    """All that a strip depends on, beside the theme; without ``parts`` the water is level."""

    geometry: StageGeometry
    parts: tuple[BreathPart, ...]
    ratio: float
    water: Before
    step: int


class Water:
    """``paint(...)`` copies the stretch of the moment; ``forget()`` when the theme is another one."""

    def __init__(self) -> None:
        self._strips: dict[_Kind, QPixmap] = {}
        self._made_for: tuple[StageGeometry, float] | None = None

    def forget(self) -> None:
        """Keep nothing."""
        self._strips.clear()

    def paint(
        self,
        painter: QPainter,
        tokens: Tokens,
        geometry: StageGeometry,
        breath: StageBreath | None,
        water: Before,
        ratio: float,
    ) -> None:
        """Paint the water as it stands at this instant; level while nothing is breathed."""
        band = wave_band(geometry)
        parts: tuple[BreathPart, ...] = ()
        whole = step = 0
        if breath is not None:
            parts = wave_of(breath.parts)
            period = sum(part.seconds for part in parts) * geometry.wave_px_per_second
            moved_px = moving_seconds(breath.parts, breath.at_seconds) * geometry.wave_px_per_second
            along = ((moved_px - geometry.centre_x) % period) * ratio
            steps = max(1, round(_STEPS_A_PIXEL / ratio))
            whole, step = divmod(round(along * steps), steps)
        self._keep_for(geometry, ratio)
        strip = self._strip(tokens, _Kind(geometry, parts, ratio, water, step))
        source = QRectF(whole, 0, math.ceil(geometry.width_px * ratio), strip.height())
        painter.drawPixmap(band.topLeft(), strip, source)

    def _keep_for(self, geometry: StageGeometry, ratio: float) -> None:
        if self._made_for != (geometry, ratio) or len(self._strips) > _STRIPS_MAX:
            self.forget()
            self._made_for = (geometry, ratio)

    def _strip(self, tokens: Tokens, kind: _Kind) -> QPixmap:
        if kind not in self._strips:
            self._strips[kind] = _paint_strip(tokens, kind)
        return self._strips[kind]


def _paint_strip(tokens: Tokens, kind: _Kind) -> QPixmap:
    """Paint the surface over one breath more than the stage is wide."""
    geometry, ratio = kind.geometry, kind.ratio
    band = wave_band(geometry)
    steps = max(1, round(_STEPS_A_PIXEL / ratio))
    period = sum(part.seconds for part in kind.parts) * geometry.wave_px_per_second
    wide = geometry.width_px + period + 2 / ratio
    strip = QPixmap(math.ceil(wide * ratio), math.ceil(band.height() * ratio))
    strip.setDevicePixelRatio(ratio)
    strip.fill(Qt.GlobalColor.transparent)
    painter = QPainter(strip)
    crisp(painter)
    # At the left edge of the strip no time has moved; under the bead that would be this much less.
    shift = kind.step / steps / ratio
    painter.translate(-geometry.centre_x - shift, -band.top())
    begin = geometry.centre_x
    if kind.parts:
        line = surface_line(geometry, kind.parts, 0.0, begin - 8, begin + wide + 8)
    else:
        line = QPainterPath(QPointF(begin - 8, geometry.sea_y))
        line.lineTo(begin + wide + 8, geometry.sea_y)
    _paint_water(painter, tokens, geometry, line, kind.water)
    painter.end()
    return strip


def _paint_water(
    painter: QPainter, tokens: Tokens, geometry: StageGeometry, line: QPainterPath, water: Before
) -> None:
    if water is Before.BEHIND:
        _paint_behind(painter, tokens, geometry, line)
    else:
        _paint_before(painter, tokens, geometry, line)


def _paint_behind(painter: QPainter, tokens: Tokens, geometry: StageGeometry, line: QPainterPath) -> None:
    """Paint the water behind the limb, lighter at its surface."""
    painter.fillPath(_filled(line, geometry), back_water(tokens, geometry))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tokens.scheme is Scheme.CONTRAST:
        painter.setPen(QPen(qcolor(tokens.colours.light), tokens.border_px))
        painter.drawPath(line)
        return
    lip = QColor(tokens.colours.light)
    lip.setAlphaF(_LIP_ALPHA)
    for layer in range(_LIP_LAYERS):
        below = LIP_PX * geometry.unit * (layer + 1) / _LIP_LAYERS
        shallow = QPainterPath(line)
        shallow.connectPath(line.translated(0, below).toReversed())
        shallow.closeSubpath()
        painter.fillPath(shallow, lip)
    for width, alpha in _SHINES:
        painter.setPen(QPen(qcolor(tokens.colours.light, alpha), width * max(0.75, geometry.unit)))
        painter.drawPath(line)


def _paint_before(painter: QPainter, tokens: Tokens, geometry: StageGeometry, line: QPainterPath) -> None:
    """Paint the water that lies over the limb: clear at its surface, and darker little by little."""
    # Layers of nothing but cover, tinted at once: so a dark colour is not rounded twelve times.
    cover = veil(LAYER_COVER / 255)
    for layer in range(LAYERS):
        below = _LAYERS_FROM_PX + (_LAYERS_TO_PX - _LAYERS_FROM_PX) * layer / (LAYERS - 1)
        painter.fillPath(_filled(line.translated(0, below * geometry.unit), geometry), cover)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(_all_of(line, geometry), qcolor(tokens.colours.paper))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _all_of(line: QPainterPath, geometry: StageGeometry) -> QRectF:
    band = wave_band(geometry)
    box = line.boundingRect()
    return QRectF(box.left(), band.top(), box.width(), band.height())


def _filled(line: QPainterPath, geometry: StageGeometry) -> QPainterPath:
    """Close a surface to the bottom of the band."""
    bottom = wave_band(geometry).bottom()
    water = QPainterPath(line)
    water.lineTo(line.currentPosition().x(), bottom)
    water.lineTo(line.elementAt(0).x, bottom)
    water.closeSubpath()
    return water
