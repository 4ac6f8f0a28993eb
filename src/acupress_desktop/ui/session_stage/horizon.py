"""The horizon style: water that rises with the in-breath, the coming breath on the right of the bead.

At any instant the bead stands as high as the breath is full. What moves lies in one band across the stage;
the deep water below it never moves and belongs to the layers that are kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

from acupress_desktop.ui.session_stage.breath import fullness_at, moving_seconds, wave_of
from acupress_desktop.ui.session_stage.geometry import Composition, StageGeometry
from acupress_desktop.ui.session_stage.view import BreathPart, StageBreath
from acupress_desktop.ui.theme.tokens import Colour, Scheme, Tokens, mixed, qcolor

_STEP_PX = 8.0
_BEAD_PX = 7.0
_HALO_PX = 30.0
AIR_PX = 34.0
"""What lies above the highest water and can still change: the halo of the bead and the soft stroke."""
LIP_PX = 20.0
"""Thickness of the lighter water at the surface."""
_NOW_REACH_PX = 230.0
"""How far on either side of the bead the surface is lit by it."""
LAYERS = 12
LAYER_COVER = 18
"""How many layers of water lie over a limb where the wave ends, and how much each of them hides, of 255."""
DEPTH_AT_BAND = 1.0 - (1.0 - LAYER_COVER / 255) ** LAYERS
_DEPTHS = ((0.0, DEPTH_AT_BAND), (0.30, 0.86), (0.62, 0.98), (1.0, 1.0))
_DEPTH_PX = 96.0
_EDGE_PX = 96.0
_GLINTS = (
    (18.0, 140.0, 3.0, 0.22),
    (32.0, 122.0, 3.0, 0.15),
    (46.0, 96.0, 2.4, 0.10),
    (58.0, 66.0, 2.0, 0.06),
)
"""Below the bead: depth, length, thickness and alpha of what it mirrors in the water."""


def surface_y(geometry: StageGeometry, breath: StageBreath, x: float) -> float:
    """Return the surface at ``x``: y = sea - swing b(t + (x - bead) / speed)."""
    # While the breath is held nothing moves: the wave is made of what moves, and waits.
    moved = moving_seconds(breath.parts, breath.at_seconds)
    ahead = (x - geometry.centre_x) / geometry.wave_px_per_second
    return geometry.bead_y(fullness_at(wave_of(breath.parts), moved + ahead))


def surface_line(
    geometry: StageGeometry, parts: Sequence[BreathPart], at_bead_seconds: float, left: float, right: float
) -> QPainterPath:
    """Return the surface from ``left`` to ``right``, with ``at_bead_seconds`` of movement under the bead.

    Its corners are counted from the bead, so that the line passes through it exactly.
    """
    speed, bead_x = geometry.wave_px_per_second, geometry.centre_x
    first, last = math.floor((left - bead_x) / _STEP_PX), math.ceil((right - bead_x) / _STEP_PX)
    path = QPainterPath()
    for step in range(first, last + 1):
        ahead = step * _STEP_PX
        spot = QPointF(bead_x + ahead, geometry.bead_y(fullness_at(parts, at_bead_seconds + ahead / speed)))
        if step == first:
            path.moveTo(spot)
        else:
            path.lineTo(spot)
    return path


def wave_band(geometry: StageGeometry) -> QRectF:
    """Return the box of all that moves in this style."""
    unit = geometry.unit
    # Whole pixels: what is kept and what moves meet here, and a half-covered row would show as a line.
    top = math.floor(geometry.sea_y - geometry.swing_px - AIR_PX * unit)
    bottom = math.ceil(geometry.sea_y + AIR_PX * unit)
    return QRectF(0.0, top, geometry.width_px, bottom - top)


def _deep(colour: QColor, alpha: float) -> QColor:
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    return shade


def back_water(tokens: Tokens, geometry: StageGeometry) -> QLinearGradient:
    """The water behind the limb: bright at the top of a breath, dark as the ground below."""
    colours = tokens.colours
    top = geometry.sea_y - geometry.swing_px
    depth = QLinearGradient(0, top, 0, geometry.sea_y + _DEPTH_PX * geometry.unit)
    strength = {Scheme.LIGHT: 0.80, Scheme.DARK: 0.60, Scheme.EVENING: 0.66, Scheme.CONTRAST: 0.0}[
        tokens.scheme
    ]
    body = qcolor(colours.water)
    for share, alpha in ((0.0, 1.0), (0.28, 0.72), (0.46, 0.42), (0.75, 0.10), (1.0, 0.0)):
        depth.setColorAt(share, _deep(body, strength * alpha))
    return depth


def _front_water(tokens: Tokens, geometry: StageGeometry) -> QLinearGradient:
    """The water before the limb where nothing moves: from the band on into the plain ground."""
    top, bottom = wave_band(geometry).bottom(), geometry.sea_y + _DEPTH_PX * geometry.unit
    depth = QLinearGradient(0, top, 0, bottom)
    ground = qcolor(tokens.colours.paper)
    for share, alpha in _DEPTHS:
        depth.setColorAt(share, _deep(ground, alpha))
    return depth


def paint_deep_behind(painter: QPainter, tokens: Tokens, geometry: StageGeometry) -> None:
    """Paint what of the water behind the limb never moves."""
    band, bottom = wave_band(geometry), geometry.height_px
    box = QRectF(0, band.bottom(), geometry.width_px, max(0.0, bottom - band.bottom()))
    painter.fillRect(box, back_water(tokens, geometry))


def paint_deep_before(painter: QPainter, tokens: Tokens, geometry: StageGeometry) -> None:
    """Paint what of the water before the limb never moves."""
    band, bottom = wave_band(geometry), geometry.height_px + _DEPTH_PX
    box = QRectF(0, band.bottom(), geometry.width_px, max(0.0, bottom - band.bottom()))
    painter.fillRect(box, _front_water(tokens, geometry))


def paint_lit_surface(
    painter: QPainter, tokens: Tokens, geometry: StageGeometry, breath: StageBreath
) -> None:
    """Paint the stretch of the surface that is lit by the bead."""
    colours, unit = tokens.colours, max(0.75, geometry.unit)
    x, reach = geometry.centre_x, _NOW_REACH_PX * geometry.unit
    moved = moving_seconds(breath.parts, breath.at_seconds)
    line = surface_line(geometry, wave_of(breath.parts), moved, x - reach, x + reach)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    plain = tokens.scheme is Scheme.CONTRAST
    for width, alpha in ((2.4, 1.0),) if plain else ((7.0, 0.12), (2.2, 0.95)):
        fall = QLinearGradient(x - reach, 0, x + reach, 0)
        for share, part in ((0.0, 0.0), (0.25, 0.55), (0.5, 1.0), (0.75, 0.7), (1.0, 0.0)):
            fall.setColorAt(share, qcolor(colours.now, alpha * (1.0 if plain else part)))
        pen = QPen(QBrush(fall), width * unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPath(line)


def paint_bead(painter: QPainter, tokens: Tokens, geometry: StageGeometry, breath: StageBreath) -> None:
    """Paint the bead, as high as the breath is full, and its light."""
    colours, unit = tokens.colours, max(0.75, geometry.unit)
    x, y = geometry.centre_x, geometry.bead_y(breath.fullness)
    plain = tokens.scheme is Scheme.CONTRAST
    # In a dim room the bead itself is the warm light; elsewhere the light of the breath surrounds it.
    shine = colours.now if tokens.scheme is Scheme.EVENING else colours.light
    bead = QPointF(x, y)
    painter.setPen(Qt.PenStyle.NoPen)
    if not plain:
        halo = QRadialGradient(bead, _HALO_PX * geometry.unit)
        for share, alpha in ((0.0, 0.62), (0.3, 0.40), (0.62, 0.14), (1.0, 0.0)):
            halo.setColorAt(share, qcolor(shine, alpha))
        painter.setBrush(halo)
        painter.drawEllipse(bead, _HALO_PX * geometry.unit, _HALO_PX * geometry.unit)
    painter.setPen(QPen(qcolor(colours.mark if tokens.scheme is Scheme.EVENING else colours.paper), 2 * unit))
    painter.setBrush(qcolor(bead_colour(tokens)))
    painter.drawEllipse(bead, _BEAD_PX * unit, _BEAD_PX * unit)


def bead_colour(tokens: Tokens) -> Colour:
    """Return the colour of the bead."""
    if tokens.scheme is Scheme.EVENING:
        return mixed(tokens.colours.now, tokens.colours.ink, 0.7)
    return tokens.colours.now


def paint_glints(painter: QPainter, tokens: Tokens, geometry: StageGeometry) -> None:
    """Paint the still strokes that the bead mirrors in the deep water, where no words stand."""
    if tokens.scheme is Scheme.CONTRAST or geometry.composition is not Composition.BESIDE_THE_LIMB:
        return
    unit = geometry.unit
    for below, long, thick, alpha in _GLINTS:
        y = geometry.sea_y + below * unit + LIP_PX * unit
        half = long * unit / 2
        fall = QLinearGradient(geometry.centre_x - half, 0, geometry.centre_x + half, 0)
        for share, part in ((0.0, 0.0), (0.2, 1.0), (0.8, 1.0), (1.0, 0.0)):
            fall.setColorAt(share, qcolor(tokens.colours.now, alpha * part))
        painter.fillRect(QRectF(geometry.centre_x - half, y, 2 * half, max(1.0, thick * unit)), fall)


def paint_edges(
    painter: QPainter, tokens: Tokens, geometry: StageGeometry, box: QRectF, *, back: bool
) -> None:
    """Let the water end softly at the panel's side; ``back`` has the panel on the left."""
    ground = tokens.colours.paper
    wide = _EDGE_PX * max(0.75, geometry.unit)
    left = box.left() if back else box.right() - wide
    fall = QLinearGradient(left, 0, left + wide, 0)
    for share, alpha in ((0.0, 0.0), (0.25, 0.08), (0.5, 0.36), (0.75, 0.76), (1.0, 1.0)):
        fall.setColorAt(1.0 - share if back else share, qcolor(ground, alpha))
    painter.fillRect(QRectF(left, box.top(), wide, box.height()), fall)
