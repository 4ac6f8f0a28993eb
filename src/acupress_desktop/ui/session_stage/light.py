"""Paint the breathing light, the ring and the point. Gradients, alpha and arcs only: no blur, no effects."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QRadialGradient

from acupress_desktop.ui.session_stage.geometry import (
    NOW_RADIUS_PX,
    SEGMENTS,
    STILL_EXTRA_PX,
    Composition,
    StageGeometry,
    held_degrees,
    light_stops,
    segment_arc,
    segments_done,
)
from acupress_desktop.ui.session_stage.view import BreathStyle
from acupress_desktop.ui.theme.tokens import Scheme, Tokens, qcolor

_TWELVE = 90.0
_SIXTEENTHS = 16
_LINE_PX = 1.6
_REACH_DOT_PX = 1.8
_REACH_PITCH_PX = 9.0
_RELEASED_SHARE = 0.40
_STILL_ALPHAS = {Scheme.LIGHT: 0.30, Scheme.DARK: 0.22, Scheme.CONTRAST: 0.22, Scheme.EVENING: 0.13}
_DISC_ALPHAS = {Scheme.LIGHT: 0.46, Scheme.DARK: 0.26, Scheme.CONTRAST: 0.34, Scheme.EVENING: 0.20}
_FEEL_ALPHAS = {Scheme.LIGHT: 0.40, Scheme.DARK: 0.40, Scheme.CONTRAST: 0.40, Scheme.EVENING: 0.26}
_TRACK_ON_GLOW = 0.26
_DISC_EDGE_PX = 3.0
_INNER_SOFT_PX = 22.0
_HALOS = ((26.0, 0.07), (18.0, 0.10))
"""Width and alpha of the shine round the inked part of a ring in a dim room."""


def _centre(geometry: StageGeometry) -> QPointF:
    return QPointF(geometry.centre_x, geometry.centre_y)


def _round_box(geometry: StageGeometry, radius_px: float) -> QRectF:
    x, y = geometry.centre_x, geometry.centre_y
    return QRectF(x - radius_px, y - radius_px, 2 * radius_px, 2 * radius_px)


def light_gradient(tokens: Tokens, geometry: StageGeometry, fullness: float) -> QRadialGradient:
    """Build the light of a breath at ``fullness``."""
    gradient = QRadialGradient(_centre(geometry), geometry.glow_px(fullness))
    for share, alpha in light_stops(geometry, fullness, tokens.light_gain):
        gradient.setColorAt(share, _shade(tokens, alpha))
    return gradient


def _shade(tokens: Tokens, alpha: float) -> QColor:
    shade = QColor(tokens.colours.light)
    shade.setAlphaF(alpha)
    return shade


def paint_light(painter: QPainter, tokens: Tokens, geometry: StageGeometry, fullness: float) -> None:
    """Paint the light of a breath under the limb."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light_gradient(tokens, geometry, fullness))
    # A plain rectangle: its edge is transparent, so that antialiasing an ellipse would be work for nothing.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawRect(_round_box(geometry, geometry.glow_px(fullness)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def paint_light_line(painter: QPainter, tokens: Tokens, geometry: StageGeometry, fullness: float) -> None:
    """Paint the fine line at the edge of the light; it fades in as the light leaves the ring."""
    edge = geometry.light_px(fullness)
    alpha = min(1.0, (edge - geometry.ring_px) / (24.0 * geometry.unit))
    if alpha <= 0.02:
        return
    line = QColor(tokens.colours.light)
    line.setAlphaF(alpha)
    painter.setPen(QPen(line, _LINE_PX))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_centre(geometry), edge, edge)


def paint_disc(painter: QPainter, tokens: Tokens, geometry: StageGeometry, fullness: float) -> None:
    """Paint the breath as a plain circle: one even disc with a clear edge."""
    edge = geometry.light_px(fullness)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(tokens, _DISC_ALPHAS[tokens.scheme]))
    painter.drawEllipse(_centre(geometry), edge, edge)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_shade(tokens, 1.0), _DISC_EDGE_PX * max(0.75, geometry.unit)))
    inside = edge - _DISC_EDGE_PX * max(0.75, geometry.unit) / 2
    painter.drawEllipse(_centre(geometry), inside, inside)


def paint_inner_light(
    painter: QPainter, tokens: Tokens, geometry: StageGeometry, style: BreathStyle, fullness: float
) -> None:
    """Paint the breath inside a ring that holds the seconds: a soft disc, or an even one."""
    edge = geometry.light_px(fullness)
    if style is BreathStyle.CIRCLE:
        paint_disc(painter, tokens, geometry, fullness)
        return
    reach = edge + _INNER_SOFT_PX * geometry.unit
    light = QRadialGradient(_centre(geometry), reach)
    water = tokens.colours.water
    # The soft edge is widest halfway out, so that it looks like light and not like a plate.
    inner = max(0.0, edge - _INNER_SOFT_PX * geometry.unit) / reach
    for share, alpha in ((0.0, 0.92), (inner * 0.7, 0.84), (inner, 0.66), (edge / reach, 0.30), (1.0, 0.0)):
        light.setColorAt(share, qcolor(water, alpha))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.drawRect(_round_box(geometry, reach))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    line = max(0.0, min(1.0, (edge - geometry.rest_px) / (12.0 * geometry.unit)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_shade(tokens, 0.34 * line), _LINE_PX))
    painter.drawEllipse(_centre(geometry), edge, edge)


def paint_ticks(painter: QPainter, tokens: Tokens, geometry: StageGeometry) -> None:
    """Paint twelve strokes outside the ring, the quarters longer."""
    unit, ring = geometry.unit, geometry.ring_px
    pen = QPen(qcolor(tokens.colours.rule, 0.8), max(1.0, 1.6 * unit))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for place in range(SEGMENTS):
        quarter = place % 3 == 0
        turn = math.tau * place / SEGMENTS
        begin, end = ring + 15 * unit, ring + (24 if quarter else 19) * unit
        x, y = math.sin(turn), -math.cos(turn)
        painter.drawLine(
            QPointF(geometry.centre_x + begin * x, geometry.centre_y + begin * y),
            QPointF(geometry.centre_x + end * x, geometry.centre_y + end * y),
        )


def paint_still_light(painter: QPainter, tokens: Tokens, geometry: StageGeometry) -> None:
    """Paint the unmoving disc of reduced motion."""
    alpha = _STILL_ALPHAS[tokens.scheme]
    radius = geometry.ring_px + STILL_EXTRA_PX * geometry.unit
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_shade(tokens, alpha))
    painter.drawEllipse(_centre(geometry), radius, radius)
    painter.setBrush(_shade(tokens, alpha * 0.5))
    painter.drawEllipse(_centre(geometry), geometry.ring_px, geometry.ring_px)


def paint_reach(painter: QPainter, tokens: Tokens, geometry: StageGeometry) -> None:
    """Paint the dotted circle that a full breath reaches."""
    dots = QColor(tokens.colours.ink2)
    dots.setAlphaF(0.38)
    pen = QPen(dots, _REACH_DOT_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, _REACH_PITCH_PX / _REACH_DOT_PX])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_centre(geometry), geometry.reach_px, geometry.reach_px)


def _arc(painter: QPainter, box: QRectF, clockwise_from_twelve: float, span: float) -> None:
    start = round((_TWELVE - clockwise_from_twelve) * _SIXTEENTHS)
    painter.drawArc(box, start, -round(span * _SIXTEENTHS))


def _stroke(colour: QColor, width_px: float) -> QPen:
    """The default cap would draw half a ring as 0.533 of a turn: flat ends keep ink and number equal."""
    pen = QPen(colour, width_px)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_track(painter: QPainter, tokens: Tokens, geometry: StageGeometry, ready_fraction: float) -> None:
    """Paint the ring's empty track, as far as it has drawn itself in."""
    track = qcolor(tokens.colours.track, tokens.track_alpha)
    if geometry.composition is Composition.ALONE:
        # It is to be seen on every brightness of the glow.
        track = qcolor(tokens.colours.ink, _TRACK_ON_GLOW)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_stroke(track, geometry.ring_width_px))
    box = _round_box(geometry, geometry.ring_px)
    if ready_fraction >= 1:
        painter.drawEllipse(box)
    else:
        _arc(painter, box, 0.0, held_degrees(ready_fraction))


def paint_ring(
    painter: QPainter, tokens: Tokens, geometry: StageGeometry, fraction: float, release_fraction: float
) -> None:
    """Ink the share of the ring that was held; ``release_fraction`` fades it to 40 %."""
    degrees = held_degrees(fraction)
    if degrees <= 0:
        return
    opacity = 1.0 - (1.0 - _RELEASED_SHARE) * release_fraction
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = _round_box(geometry, geometry.ring_px)
    if tokens.ring_casing_px and geometry.composition is Composition.ROUND_THE_POINT:
        # The casing closes both ends of the inked part, in the mark's dark: 2.2 px seen as an angle.
        width = tokens.ring_casing_px * geometry.unit
        lap = (width - geometry.ring_width_px) / 2 / geometry.ring_px * 57.2958
        painter.setPen(_stroke(qcolor(tokens.colours.mark, opacity), width))
        _arc(painter, box, -lap, min(360.0, degrees + 2 * lap))
    if tokens.scheme is Scheme.EVENING:
        for halo_px, alpha in _HALOS:
            shine = qcolor(tokens.colours.now, alpha * opacity)
            painter.setPen(_stroke(shine, halo_px * geometry.ring_width_px / 10))
            _arc(painter, box, 0.0, degrees)
    painter.setPen(_stroke(qcolor(tokens.colours.now, opacity), geometry.ring_width_px))
    _arc(painter, box, 0.0, degrees)


def paint_segments(
    painter: QPainter, tokens: Tokens, geometry: StageGeometry, fraction: float, ready_fraction: float
) -> None:
    """Paint the ring of reduced motion: 12 segments, inked one by one."""
    done = segments_done(fraction)
    ready = SEGMENTS if ready_fraction >= 1 else segments_done(ready_fraction)
    box = _round_box(geometry, geometry.ring_px)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in range(SEGMENTS):
        start, span = segment_arc(place)
        if place < done and tokens.ring_casing_px:
            lap = 0.8
            painter.setPen(_stroke(qcolor(tokens.colours.mark), tokens.ring_casing_px * geometry.unit))
            _arc(painter, box, start - lap, span + 2 * lap)
        if place < done:
            painter.setPen(_stroke(qcolor(tokens.colours.now), geometry.ring_width_px))
        elif place < ready:
            alpha = min(1.0, tokens.track_alpha + 0.16)
            painter.setPen(_stroke(qcolor(tokens.colours.track, alpha), geometry.ring_width_px))
        else:
            continue
        _arc(painter, box, start, span)


def paint_point(painter: QPainter, tokens: Tokens, centre: QPointF, tolerance_px: float, unit: float) -> None:
    """Paint the ring to feel around in, and the point in it."""
    colours = tokens.colours
    dashes = QPen(qcolor(colours.mark), 1.6)
    dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes.setDashPattern([2.5, 2.5])
    painter.setPen(dashes)
    painter.setBrush(qcolor(colours.mark_ring, _FEEL_ALPHAS[tokens.scheme]))
    painter.drawEllipse(centre, tolerance_px, tolerance_px)
    radius = NOW_RADIUS_PX * max(1.0, unit)
    painter.setPen(QPen(qcolor(colours.mark_ring), 2.6))
    painter.setBrush(qcolor(colours.mark))
    painter.drawEllipse(centre, radius + 1.3, radius + 1.3)
