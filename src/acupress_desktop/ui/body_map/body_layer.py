"""The picture of a body at one place and size: scaled, mirrored, dimmed and tinted."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QImageReader,
    QLinearGradient,
    QPainter,
    QPen,
    QPixmap,
    QTransform,
)

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.ui.body_map.frame import MapFrame, Mirror
from acupress_desktop.ui.body_map.scene import RegionPlate, RegionTint, TintLook
from acupress_desktop.ui.theme.tokens import Tokens, qcolor

_KEPT_BYTES = 32_000_000
"""Two whole bodies at full size, or a dozen close-ups; a page that shows more opens them again."""

_Key = TypeVar("_Key")
_HATCH_PX = 7
_SOFT_SHRINK = 10
_FADE_PX = 88.0


class PictureShelf:
    """Opened pictures, the newest few kept; shared by all maps so that a view opens once."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[tuple[Path, int], QImage] = OrderedDict()
        self._plates: OrderedDict[Path, QImage] = OrderedDict()

    def picture(self, path: Path, scale: float = 1.0) -> QImage:
        """Return a picture, a null image where the file cannot be read.

        ``scale`` is how large it will be drawn, in device pixels for a pixel of the file: up to a half it is
        opened at half its size, which takes a quarter of the memory (13 MB for a whole body).
        """
        step = 2 if scale <= 1 / 2 else 1
        kept = self._pictures.get((path, step))
        if kept is None:
            kept = _opened(path, step).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
            self._pictures[path, step] = kept
            self._trim(self._pictures)
        self._pictures.move_to_end((path, step))
        return kept

    def plate(self, path: Path) -> QImage:
        """Return a region plate as one byte a pixel, a null image where the file cannot be read."""
        if path not in self._plates:
            image = QImage(str(path))
            if not image.isNull() and image.format() != QImage.Format.Format_Indexed8:
                image = image.convertToFormat(QImage.Format.Format_Grayscale8)
            self._plates[path] = image
            self._trim(self._plates)
        self._plates.move_to_end(path)
        return self._plates[path]

    def put(self, path: Path, picture: QImage) -> None:
        """Keep a picture that was opened elsewhere, such as in the background."""
        self._pictures[path, 1] = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        self._trim(self._pictures)

    def _trim(self, kept: OrderedDict[_Key, QImage]) -> None:
        """Let the oldest go; the newest stays, however large it is."""
        while len(kept) > 1 and sum(image.sizeInBytes() for image in kept.values()) > _KEPT_BYTES:
            kept.popitem(last=False)


def _opened(path: Path, step: int) -> QImage:
    """Open a picture at full size, or at one ``step``-th of it without ever holding all of it."""
    reader = QImageReader(str(path))
    if step > 1 and reader.size().isValid():
        reader.setScaledSize(reader.size() / step)
    return reader.read()


def region_at(
    plate: RegionPlate, image: QImage, size_px: tuple[int, int], x_px: float, y_px: float
) -> RegionSelection | None:
    """Return the region under a pixel of the picture's file; the plate may be smaller than the file."""
    if image.isNull():
        return None
    x = int(x_px * image.width() / size_px[0])
    y = int(y_px * image.height() / size_px[1])
    if not (0 <= x < image.width() and 0 <= y < image.height()):
        return None
    if image.format() == QImage.Format.Format_Indexed8:
        return plate.picked(image.pixelIndex(x, y))
    return plate.picked(QColor(image.pixel(x, y)).red())


def region_mask(plate: RegionPlate, image: QImage, places: Iterable[RegionSelection]) -> QImage:
    """Return all ``places`` as one alpha picture of the plate's size; empty where none is in view."""
    table = [0] * 256
    for place in places:
        for value in plate.values_of(place):
            table[value] = 0xFF000000
    if not any(table) or image.isNull():
        return QImage()
    indexed = QImage(image)
    if indexed.format() != QImage.Format.Format_Indexed8:
        indexed.reinterpretAsFormat(QImage.Format.Format_Indexed8)
    indexed.setColorTable(table)
    return indexed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def body_layer(
    picture: QImage, frame: MapFrame, size: QSize, ratio: float, tokens: Tokens, *, smooth: bool
) -> QImage:
    """Draw a picture where ``frame`` puts it on an empty layer of ``size`` map pixels.

    ``smooth`` scales by area, for a picture at rest; otherwise by neighbours, for one that is being moved.
    """
    layer = QImage(
        round(size.width() * ratio), round(size.height() * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    layer.fill(Qt.GlobalColor.transparent)
    if picture.isNull():
        layer.setDevicePixelRatio(ratio)
        return layer
    tall_px = picture.height() * frame.file_width_px / picture.width()
    scale = frame.scale * ratio
    # A picture that was opened smaller than its file is drawn larger by as much.
    step = picture.width() / frame.file_width_px
    source = picture
    if smooth and scale < step:
        wide, tall = max(1, round(frame.file_width_px * scale)), max(1, round(tall_px * scale))
        source = picture.scaled(
            wide, tall, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        step = wide / frame.file_width_px
    painter = QPainter(layer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    left, top = frame.left * ratio, frame.top * ratio
    if source is not picture:
        left, top = round(left), round(top)
    move = QTransform().translate(left, top)
    if frame.mirror is Mirror.FLIPPED:
        move = move.translate(frame.file_width_px * scale, 0).scale(-1, 1)
    painter.setTransform(move.scale(scale / step, scale / step))
    painter.drawImage(0, 0, source)
    painter.resetTransform()
    if tokens.body_brightness < 1:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        veil = QColor(Qt.GlobalColor.transparent)
        veil.setAlphaF(1.0 - tokens.body_brightness)
        painter.fillRect(layer.rect(), veil)
    painter.end()
    _fade_cut_edges(layer, tall_px, frame, ratio)
    layer.setDevicePixelRatio(ratio)
    return layer


def _fade_cut_edges(layer: QImage, file_tall_px: float, frame: MapFrame, ratio: float) -> None:
    """Where the map cuts the picture off, let it fade instead."""
    tall, wide = layer.height(), layer.width()
    bottom = (frame.top + file_tall_px * frame.scale) * ratio
    right = (frame.left + frame.file_width_px * frame.scale) * ratio
    reach = _FADE_PX * ratio
    cuts = (
        (frame.top * ratio < -1, QPointF(0, 0), QPointF(0, reach)),
        (bottom > tall + 1, QPointF(0, tall), QPointF(0, tall - reach)),
        (frame.left * ratio < -1, QPointF(0, 0), QPointF(reach, 0)),
        (right > wide + 1, QPointF(wide, 0), QPointF(wide - reach, 0)),
    )
    painter = QPainter(layer)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    for cut, edge, inner in cuts:
        if not cut:
            continue
        fall = QLinearGradient(edge, inner)
        for share, alpha in ((0.0, 0.0), (0.3, 0.2), (0.7, 0.8), (1.0, 1.0)):
            shade = QColor(Qt.GlobalColor.transparent)
            shade.setAlphaF(alpha)
            fall.setColorAt(share, shade)
        painter.fillRect(layer.rect(), fall)
    painter.end()


def merged(tints: tuple[RegionTint, ...]) -> dict[tuple[TintLook, float], list[RegionSelection]]:
    """Gather tints of one look and strength: neighbours then meet without a seam."""
    looks: dict[tuple[TintLook, float], list[RegionSelection]] = {}
    for tint in tints:
        looks.setdefault((tint.look, tint.strength), []).append(tint.place)
    return looks


def tint_layer(
    layer: QImage,
    tints: Iterable[tuple[TintLook, float, QImage]],
    frame: MapFrame,
    file_size_px: tuple[int, int],
    tokens: Tokens,
) -> None:
    """Colour areas on ``layer``, clipped to the body: masks are alpha pictures of the view."""
    for look, strength, mask in tints:
        if mask.isNull():
            continue
        area = QImage(layer.size(), QImage.Format.Format_ARGB32_Premultiplied)
        area.fill(Qt.GlobalColor.transparent)
        ratio = layer.devicePixelRatio()
        area.setDevicePixelRatio(ratio)
        soft = look is TintLook.SORE
        placed = _softened(mask) if soft else mask
        painter = QPainter(area)
        placed_mask(painter, placed, frame, file_size_px)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        reach = QRectF(0, 0, layer.width() / ratio, layer.height() / ratio)
        painter.fillRect(reach, _brush_of(look, strength, tokens))
        painter.end()
        onto = QPainter(layer)
        onto.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        onto.drawImage(0, 0, area)
        onto.end()


def placed_mask(painter: QPainter, mask: QImage, frame: MapFrame, file_size_px: tuple[int, int]) -> None:
    """Draw an alpha picture of a view, of whatever size, where ``frame`` puts the view."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(frame.left, frame.top)
    if frame.mirror is Mirror.FLIPPED:
        painter.translate(frame.file_width_px * frame.scale, 0)
        painter.scale(-1, 1)
    painter.scale(frame.scale * file_size_px[0] / mask.width(), frame.scale * file_size_px[1] / mask.height())
    painter.drawImage(0, 0, mask)
    painter.restore()


def _softened(mask: QImage) -> QImage:
    """Blur by shrinking and growing again: soft enough for warmth, and cheap."""
    small = mask.scaled(
        max(1, mask.width() // _SOFT_SHRINK),
        max(1, mask.height() // _SOFT_SHRINK),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    tiny = small.scaled(
        max(1, small.width() // 2),
        max(1, small.height() // 2),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return tiny.scaled(
        small.width() * 2,
        small.height() * 2,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _brush_of(look: TintLook, strength: float, tokens: Tokens) -> QBrush:
    colours = tokens.colours
    if look is TintLook.SORE:
        return QBrush(qcolor(colours.sore, round(0.30 + 0.65 * min(1.0, max(0.0, strength)), 3)))
    line = colours.mark if look is TintLook.CHOSEN else colours.crease
    return QBrush(_hatch(qcolor(line, 0.92), qcolor(line, 0.34)))


def _hatch(line: QColor, ground: QColor) -> QPixmap:
    """A tile of lines at 45 degrees, 7 px apart."""
    side = round(_HATCH_PX * 1.41421 * 2)
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.fillRect(tile.rect(), ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 3.0))
    for shift in (-1.0, -0.5, 0.0, 0.5, 1.0):
        painter.drawLine(QPointF(shift * side - 2, side + 2), QPointF(shift * side + side + 2, -2))
    painter.end()
    return tile
