"""Put the layers of a map together: ground and body, what lies over it, the hover card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRadialGradient

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.ui.body_map.arrangement import Arrangement, Spot
from acupress_desktop.ui.body_map.body_layer import (
    PictureShelf,
    body_layer,
    merged,
    placed_mask,
    region_mask,
    tint_layer,
)
from acupress_desktop.ui.body_map.marking import (
    paint_guide,
    paint_label,
    paint_leader,
    paint_marker,
    paint_measuring,
    paint_tolerance,
)
from acupress_desktop.ui.body_map.scene import BodyScene, MarkerLook
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_BUTTON_PX
from acupress_desktop.ui.theme.tokens import Scheme, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_box, paint_words

_CARD_PADDING = (12.0, 8.0)
_CARD_OFF_PX = 14.0


def _blank(size: QSize, ratio: float) -> QPixmap:
    layer = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    return layer


def ground_and_body(
    scene: BodyScene,
    arrangement: Arrangement,
    shelf: PictureShelf,
    theme: LiveTheme,
    size: QSize,
    ratio: float,
) -> QPixmap:
    """Paint the warm ground, the body on it and its coloured areas."""
    tokens = theme.tokens
    smooth = arrangement.frame.zoom <= 1
    picture = shelf.picture(scene.picture, arrangement.frame.scale * ratio)
    body = body_layer(picture, arrangement.frame, size, ratio, tokens, smooth=smooth)
    plate = scene.plate
    if plate is not None and scene.tints:
        image = shelf.plate(plate.file)
        masks = [
            (look, strength, region_mask(plate, image, places))
            for (look, strength), places in merged(scene.tints).items()
        ]
        tint_layer(body, masks, arrangement.frame, scene.size_px, tokens)
    layer = _blank(size, ratio)
    painter = QPainter(layer)
    if tokens.scheme is not Scheme.CONTRAST:
        box = arrangement.body
        # An ellipse that ends inside the map: a glow that reached its edge would show where the map ends.
        wide, tall = size.width() / 2, size.height() * 0.56
        painter.translate(box.left + box.width / 2, box.top + box.height * 0.46)
        wide = min(wide, box.left + box.width / 2, size.width() - box.left - box.width / 2)
        painter.scale(wide / 100, tall / 100)
        glow = QRadialGradient(QPointF(0, 0), 100)
        strength = 0.34 if tokens.scheme is Scheme.LIGHT else 0.16
        for share, alpha in ((0.0, 1.0), (0.45, 0.72), (0.8, 0.2), (1.0, 0.0)):
            glow.setColorAt(share, qcolor(tokens.colours.light2, round(strength * alpha, 3)))
        painter.fillRect(QRectF(-100, -100, 200, 200), glow)
        painter.resetTransform()
    painter.drawImage(0, 0, body)
    painter.end()
    return layer


def region_overlay(
    scene: BodyScene,
    arrangement: Arrangement,
    shelf: PictureShelf,
    place: RegionSelection,
    shade: QColor,
    size: QSize,
    ratio: float,
) -> QPixmap:
    """Paint the area under the pointer in ``shade``."""
    layer = _blank(size, ratio)
    plate = scene.plate
    if plate is None:
        return layer
    mask = region_mask(plate, shelf.plate(plate.file), (place,))
    if mask.isNull():
        return layer
    painter = QPainter(layer)
    placed_mask(painter, mask, arrangement.frame, scene.size_px)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), shade)
    painter.end()
    return layer


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


def over_body(
    scene: BodyScene, arrangement: Arrangement, theme: LiveTheme, size: QSize, ratio: float
) -> QPixmap:
    """Return what lies over the body as a layer of its own."""
    layer = _blank(size, ratio)
    painter = QPainter(layer)
    crisp(painter)
    paint_over_body(painter, scene, arrangement, theme)
    painter.end()
    return layer


def paint_over_body(painter: QPainter, scene: BodyScene, arrangement: Arrangement, theme: LiveTheme) -> None:
    """Paint guide lines, measuring line, leaders, rings, markers and labels; markers over leaders."""
    for guide in scene.guides:
        paint_guide(painter, theme.tokens, guide, arrangement.frame)
    if scene.measuring is not None and arrangement.measure is not None:
        paint_measuring(painter, theme, arrangement.measure, scene.measuring)
    for placed in arrangement.labels:
        paint_leader(painter, theme.tokens, placed)
    ordered = sorted(arrangement.spots, key=lambda spot: _ORDER.index(spot.marker.look))
    for spot in ordered:
        if spot.tolerance:
            paint_tolerance(painter, theme.tokens, QPointF(spot.x, spot.y), spot.tolerance)
    for spot in ordered:
        paint_marker(painter, theme, spot.marker, QPointF(spot.x, spot.y), spot.radius)
    for placed in arrangement.labels:
        words = arrangement.words[placed.key]
        paint_label(painter, theme, placed, words.name, words.detail, strong=words.strong)


def _card_lines(spot: Spot) -> list[tuple[str, TextRole, Weight | None]]:
    marker = spot.marker
    lines: list[tuple[str, TextRole, Weight | None]] = [(marker.name, TextRole.SMALL, Weight.STRONG)]
    lines += [(words, TextRole.CAPTION, None) for words in (marker.detail, marker.reason) if words]
    return lines


def card_box(theme: LiveTheme, spot: Spot, room: QRectF) -> QRectF:
    """Return where the card of a point stands: beside it, inside the map, not over the point."""
    lines = _card_lines(spot)
    wide = max(advance_px(theme.font(role, weight), words) for words, role, weight in lines)
    wide = min(wide + 2 * _CARD_PADDING[0] + 1, room.width() - 8)
    tall = sum(theme.line_px(role) for _words, role, _weight in lines) + 2 * _CARD_PADDING[1]
    off = spot.radius + _CARD_OFF_PX
    left = spot.x + off if spot.x + off + wide <= room.right() - 4 else spot.x - off - wide
    top = spot.y - tall / 2
    if left < room.left() + 4:
        left = min(max(room.left() + 4, spot.x - wide / 2), room.right() - 4 - wide)
        top = spot.y + off if spot.y + off + tall <= room.bottom() - 4 else spot.y - off - tall
    top = min(max(room.top() + 4, top), room.bottom() - 4 - tall)
    return QRectF(round(left), round(top), round(wide), round(tall))


def paint_card(painter: QPainter, theme: LiveTheme, spot: Spot, box: QRectF) -> None:
    """Paint the card of the point under the pointer or the keyboard."""
    colours = theme.colours
    paint_box(
        painter,
        box,
        RADIUS_BUTTON_PX,
        fill=qcolor(colours.raised),
        border=qcolor(colours.rule),
        border_px=theme.tokens.hairline_px,
    )
    top = box.top() + _CARD_PADDING[1]
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    for words, role, weight in _card_lines(spot):
        line = theme.line_px(role)
        row = QRectF(box.left() + _CARD_PADDING[0], top, box.width() - 2 * _CARD_PADDING[0], line)
        ink = colours.ink if weight else colours.ink2
        paint_words(painter, row, words, theme.font(role, weight), qcolor(ink), left)
        top += line
