"""Writes a scene of the body with its words and its provenance into a picture file."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from acupress_desktop.domain.settings import BodyView
from acupress_desktop.ui.body_map.arrangement import BADGE_BAND_PX, Arrangement, arrange
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.children import badge_left_px
from acupress_desktop.ui.body_map.drawing import ground_and_body, paint_over_body
from acupress_desktop.ui.body_map.frame import MapFrame
from acupress_desktop.ui.body_map.scene import BodyScene, SideMark
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.badges import BADGE_PX, paint_badge
from acupress_desktop.ui.widgets.painting import advance_px, paint_words
from acupress_desktop.ui.widgets.picture_sheet import SHARPNESS, PictureSheet

MAP_PX = 860


class MapPicture:
    """``lines`` are title, place and, below, what it was drawn from; the sides are named on the picture."""

    def __init__(
        self,
        theme: LiveTheme,
        shelf: PictureShelf,
        scene: BodyScene,
        seen: BodyView,
        lines: tuple[str, ...],
    ) -> None:
        self._theme = theme
        self._shelf = shelf
        self._scene = scene
        self._seen = seen
        self._sheet = PictureSheet(theme, lines, MAP_PX, self._paint)

    def save(self, path: Path) -> None:
        """Write the picture as its ending says; raises ``OSError`` where nothing whole stands there after."""
        self._sheet.save(path)

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        paint_map(painter, self._theme, self._shelf, self._scene, self._seen, box)


def paint_map(
    painter: QPainter, theme: LiveTheme, shelf: PictureShelf, whole: BodyScene, seen: BodyView, box: QRectF
) -> None:
    """Paint a scene into a box of a picture or of a page, with its points, their names and the sides."""
    size = box.size().toSize()
    frame = arrange(whole, theme, size.width(), size.height(), seen, None).frame
    scene = _cut(whole, frame, QRectF(QPointF(0, 0), size.toSizeF()))
    placed = arrange(scene, theme, size.width(), size.height(), seen, None)
    body = ground_and_body(scene, placed, shelf, theme, size, SHARPNESS)
    painter.save()
    painter.translate(box.topLeft())
    painter.drawPixmap(QPointF(0, 0), body)
    paint_over_body(painter, scene, placed, theme)
    for mark in scene.sides:
        _paint_side(painter, theme, mark, placed, float(size.width()))
    painter.restore()


def _paint_side(
    painter: QPainter, theme: LiveTheme, mark: SideMark, placed: Arrangement, room_px: float
) -> None:
    font = theme.font(TextRole.SMALL, Weight.STRONG)
    badge = float(theme.scaled(BADGE_PX))
    words = advance_px(font, mark.words) + 1
    left = badge_left_px(mark, placed, room_px, badge + SPACE_8 + words)
    top = (theme.scaled(BADGE_BAND_PX) - badge) / 2
    paint_badge(painter, theme.tokens, QRectF(left, top, badge, badge), mark.side, font)
    text = QRectF(left + badge + SPACE_8, top, words, badge)
    paint_words(painter, text, mark.words, font, qcolor(theme.colours.ink2))


def _cut(scene: BodyScene, frame: MapFrame, room: QRectF) -> BodyScene:
    """Leave out what lies beyond the drawing: lines go on where the body fades, into the words of the sheet.

    Not by clipping, which many programs that show an SVG leave out.
    """

    def inside(x_px: float, y_px: float) -> bool:
        return room.contains(QPointF(*frame.to_map(x_px, y_px)))

    guides = []
    for guide in scene.guides:
        for seen, run in groupby(guide.places_px, lambda place: inside(*place)):
            places = tuple(run)
            if seen and len(places) > 1:
                guides.append(replace(guide, places_px=places))
    markers = tuple(marker for marker in scene.markers if inside(marker.x_px, marker.y_px))
    return replace(scene, guides=tuple(guides), markers=markers)
