"""A tone that is seen: a soft ring that swells once. Who sounds the tones decides how often."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from acupress_desktop.ui.session_stage.geometry import StageGeometry
from acupress_desktop.ui.session_stage.view import PulseKind, StagePulse
from acupress_desktop.ui.theme.tokens import Tokens

_BEGIN_PX, _REACH_PX = 12.0, 22.0
_WIDTH_PX = 5.0
_ALPHA = 0.62
_MARK_PX = 8.0
_SEEN_FROM = 0.02


def is_seen(pulse: StagePulse | None) -> bool:
    """Tell whether a pulse changes any pixel."""
    return pulse is not None and pulse.strength >= _SEEN_FROM


def pulse_box(geometry: StageGeometry) -> QRectF:
    """Return the box within which a pulse changes any pixel."""
    reach = geometry.ring_px + (_BEGIN_PX + _REACH_PX + _WIDTH_PX) * max(0.75, geometry.unit)
    return QRectF(geometry.centre_x - reach, geometry.centre_y - reach, 2 * reach, 2 * reach)


def paint_pulse(painter: QPainter, tokens: Tokens, geometry: StageGeometry, pulse: StagePulse) -> None:
    """Paint the swelling ring."""
    if not is_seen(pulse):
        return
    strength = min(1.0, pulse.strength)
    radius = geometry.ring_px + (_BEGIN_PX + _REACH_PX * strength) * geometry.unit
    painter.setPen(QPen(_colour(tokens, pulse.kind, _ALPHA * strength), _WIDTH_PX * geometry.unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(geometry.centre_x, geometry.centre_y), radius, radius)


def paint_pulse_mark(painter: QPainter, tokens: Tokens, geometry: StageGeometry, pulse: StagePulse) -> None:
    """Paint the unmoving mark of reduced motion: a dot over the ring while the tone would be seen."""
    if not is_seen(pulse):
        return
    unit = max(0.75, geometry.unit)
    top = QPointF(geometry.centre_x, geometry.centre_y - geometry.ring_px - 20 * unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(tokens, pulse.kind, 1.0))
    painter.drawEllipse(top, _MARK_PX * unit, _MARK_PX * unit)


def _colour(tokens: Tokens, kind: PulseKind, alpha: float) -> QColor:
    shade = QColor(tokens.colours.stop if kind is PulseKind.STOP else tokens.colours.now)
    shade.setAlphaF(alpha)
    return shade
