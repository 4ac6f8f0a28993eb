"""The horizon style: a line that rises with the in-breath, the coming breath on the right of the bead."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

from acupress_desktop.domain.breathing import BreathPhase
from acupress_desktop.ui.session_stage.geometry import StageGeometry, horizon_y
from acupress_desktop.ui.session_stage.view import StageBreath
from acupress_desktop.ui.theme.tokens import Tokens, qcolor

_SWING_PX = 44.0
_PX_PER_SECOND = 40.0
_BEAD_PX = 7.0
_STEP_PX = 8


def breath_seconds(breath: StageBreath) -> float:
    """Return how long ago this breath began, from its fullness and phase."""
    fullness = min(1.0, max(0.0, breath.fullness))
    if breath.phase is BreathPhase.IN:
        return math.asin(math.sqrt(fullness)) * 2 / math.pi * breath.in_seconds
    return breath.in_seconds + math.acos(math.sqrt(fullness)) * 2 / math.pi * breath.out_seconds


def paint_horizon(
    painter: QPainter, tokens: Tokens, geometry: StageGeometry, breath: StageBreath, box: QRectF
) -> None:
    """Paint the wave and its water across ``box``, with the bead under the point."""
    colours = tokens.colours
    now = breath_seconds(breath)
    bead_x = geometry.centre_x
    middle = box.top() + 40 + _SWING_PX * geometry.unit

    def height_at(x: float) -> float:
        share = horizon_y(
            now + (x - bead_x) / (_PX_PER_SECOND * geometry.unit), breath.in_seconds, breath.out_seconds
        )
        return middle + _SWING_PX * geometry.unit * (0.5 - share)

    line = QPainterPath(QPointF(box.left(), height_at(box.left())))
    x = box.left() + _STEP_PX
    while x <= box.right() + _STEP_PX:
        line.lineTo(x, height_at(x))
        x += _STEP_PX
    water = QPainterPath(line)
    water.lineTo(box.right() + _STEP_PX, box.bottom())
    water.lineTo(box.left(), box.bottom())
    water.closeSubpath()
    depth = QLinearGradient(0, middle - _SWING_PX * geometry.unit, 0, box.bottom())
    depth.setColorAt(0.0, qcolor(colours.light, 0.30))
    depth.setColorAt(0.35, qcolor(colours.paper, 0.72))
    depth.setColorAt(0.8, qcolor(colours.paper, 0.94))
    depth.setColorAt(1.0, qcolor(colours.paper, 0.0))
    painter.fillPath(water, depth)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, alpha in ((6.0, 0.12), (1.8, 0.9)):
        painter.setPen(QPen(qcolor(colours.light, alpha), width))
        painter.drawPath(line)
    bead = QPointF(bead_x, height_at(bead_x))
    halo = QRadialGradient(bead, 30 * geometry.unit)
    halo.setColorAt(0.0, qcolor(colours.now, 0.50))
    halo.setColorAt(1.0, qcolor(colours.now, 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(halo)
    painter.drawEllipse(bead, 30 * geometry.unit, 30 * geometry.unit)
    painter.setPen(QPen(qcolor(colours.paper), 2))
    painter.setBrush(qcolor(colours.now))
    painter.drawEllipse(bead, _BEAD_PX, _BEAD_PX)
