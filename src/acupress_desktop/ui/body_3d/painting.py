"""Paint the view: ground, body, and over it lines, ring, markers, cards; the same for both artists."""

from __future__ import annotations

from collections.abc import Hashable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF, QRadialGradient

from acupress_desktop.ui.body_3d.outlook import Outlook, Ring
from acupress_desktop.ui.body_map.arrangement import Spot
from acupress_desktop.ui.body_map.drawing import card_box, paint_card
from acupress_desktop.ui.body_map.frame import Mirror
from acupress_desktop.ui.body_map.marking import (
    NOW_PX,
    guide_pens,
    paint_hover,
    paint_marker,
)
from acupress_desktop.ui.body_map.scene import GuideLine, MarkerLook
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Scheme, Tokens, qcolor

_FAINT = 0.38
_ORDER = (
    MarkerLook.CATALOGUE,
    MarkerLook.OTHER_SIDE,
    MarkerLook.BLOCKED,
    MarkerLook.OWN,
    MarkerLook.DONE,
    MarkerLook.PLAN,
    MarkerLook.NOW,
)
"""What is painted later lies on top: the point to press now is never covered."""


class Care(Enum):
    """How much work a picture is worth: little while the body moves."""

    QUICK = "quick"
    FINE = "fine"


def dimmed(image: QImage, tokens: Tokens) -> QImage:
    """Return the picture of the body as bright as the scheme wants it."""
    if tokens.body_brightness >= 1.0:
        return image
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(image.rect(), qcolor(tokens.colours.shadow, round(1.0 - tokens.body_brightness, 3)))
    painter.end()
    return image


def paint_ground(painter: QPainter, tokens: Tokens, size: QSizeF) -> None:
    """Paint the warm glow behind the body, as the flat map has it."""
    if tokens.scheme is Scheme.CONTRAST:
        return
    painter.save()
    painter.translate(size.width() / 2, size.height() * 0.48)
    painter.scale(size.width() / 200, size.height() * 0.48 / 100)
    glow = QRadialGradient(QPointF(0, 0), 100)
    strength = 0.34 if tokens.scheme is Scheme.LIGHT else 0.16
    for share, alpha in ((0.0, 1.0), (0.45, 0.72), (0.8, 0.2), (1.0, 0.0)):
        glow.setColorAt(share, qcolor(tokens.colours.light2, round(strength * alpha, 3)))
    painter.fillRect(QRectF(-100, -100, 200, 200), glow)
    painter.restore()


def paint_body(painter: QPainter, image: QImage, size: QSizeF, mirror: Mirror) -> None:
    """Paint the picture of the body over the whole view, flipped for a mirror."""
    shown = image.flipped(Qt.Orientation.Horizontal) if mirror is Mirror.FLIPPED else image
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(QPointF(0, 0), size), shown)


def paint_over(painter: QPainter, theme: LiveTheme, outlook: Outlook, meant: Spot | None, care: Care) -> None:
    """Paint lines, the chosen point's ring, markers, and the ring of the point meant."""
    _paint_lines(painter, theme.tokens, outlook.lines, care)
    if outlook.ring is not None:
        _paint_ring(painter, theme.tokens, outlook.ring)
    if outlook.behind is not None:
        _paint_behind(painter, theme.tokens, QPointF(*outlook.behind))
    for spot in sorted(outlook.spots, key=lambda spot: _ORDER.index(spot.marker.look)):
        paint_marker(painter, theme, spot.marker, QPointF(spot.x, spot.y), spot.radius)
    if meant is not None:
        paint_hover(painter, theme.tokens, QPointF(meant.x, meant.y), meant.radius)


def paint_cards(painter: QPainter, theme: LiveTheme, spots: list[Spot], room: QRectF) -> None:
    """Paint the cards of points, none over another point's card."""
    taken: list[QRectF] = []
    for spot in spots:
        box = card_box(theme, spot, room)
        if not any(box.intersects(other) for other in taken):
            taken.append(box)
            paint_card(painter, theme, spot, box)


def _paint_lines(painter: QPainter, tokens: Tokens, lines: tuple[GuideLine, ...], care: Care) -> None:
    """Paint lines as the flat map does, all casings first; as bare strokes while the body moves."""
    drawn = [(line.look, QPolygonF([QPointF(x, y) for x, y in line.places_px])) for line in lines]
    pens = {look: guide_pens(tokens, look) for look, _line in drawn}
    for layer in (0, 1):
        for look, line in drawn:
            pen = pens[look][layer]
            if care is Care.QUICK:
                if layer == 0:
                    continue
                pen = QPen(pen.color(), pen.widthF(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawPolyline(line)


def _paint_ring(painter: QPainter, tokens: Tokens, ring: Ring) -> None:
    dashes = QPen(qcolor(tokens.colours.mark), 1.6)
    dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes.setDashPattern([2.5, 2.5])
    painter.save()
    painter.translate(ring.x, ring.y)
    painter.rotate(ring.tilt_degrees)
    painter.setPen(dashes)
    painter.setBrush(qcolor(tokens.colours.mark_ring, 0.42))
    painter.drawEllipse(QPointF(0, 0), ring.radius * ring.narrow, ring.radius)
    painter.restore()


def _paint_behind(painter: QPainter, tokens: Tokens, at: QPointF) -> None:
    """A faint hollow circle where the chosen point lies on the far side."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(qcolor(tokens.colours.mark_ring, _FAINT), 4.0))
    painter.drawEllipse(at, NOW_PX, NOW_PX)
    painter.setPen(QPen(qcolor(tokens.colours.mark, _FAINT), 1.6, Qt.PenStyle.DotLine))
    painter.drawEllipse(at, NOW_PX, NOW_PX)


def spot_of(spots: tuple[Spot, ...], key: Hashable) -> Spot | None:
    """Return the spot of a key, where it is in view."""
    return next((spot for spot in spots if spot.marker.key == key), None) if key is not None else None
