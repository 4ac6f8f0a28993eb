"""The limb on the stage: its picture at the stage's scale, in the light of the room, soft at the edges."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPixmap, QTransform

from acupress_desktop.ui.session_stage.geometry import Composition, StageGeometry
from acupress_desktop.ui.session_stage.view import Flip, StageScene
from acupress_desktop.ui.theme.tokens import DIM_ROOM_FAR, DIM_ROOM_NEAR, Scheme, Tokens, mixed, qcolor

_PICTURE_SHARE = 1.02
"""Height of a picture at zoom 1, as a share of the stage's height; it fades out towards the cue."""
_BESIDE_WIDTH_SHARE, _WIDTH_SHARE = 0.58, 0.9
_BESIDE_PICTURE_SHARE = 0.96
_FADE_FROM_RINGS, _FADE_TO_RINGS = 1.08, 1.64
_EDGE_FADE_PX = 24.0
_SOFT_FALL = ((0.0, 1.0), (0.25, 0.86), (0.5, 0.5), (0.75, 0.14), (1.0, 0.0))


def limb_scale(scene: StageScene, geometry: StageGeometry) -> float:
    """Return how many pixels of the stage one pixel of the picture's file takes."""
    beside = geometry.composition is Composition.BESIDE_THE_LIMB
    tall, wide = scene.size_px[1], scene.size_px[0]
    fit = min(
        geometry.height_px * (_BESIDE_PICTURE_SHARE if beside else _PICTURE_SHARE) / tall,
        geometry.width_px * (_BESIDE_WIDTH_SHARE if beside else _WIDTH_SHARE) / wide,
    )
    return fit * scene.zoom


@dataclass(frozen=True, slots=True)
class Limb:
    """The picture, ready to be drawn at ``at``."""

    pixmap: QPixmap
    at: QPointF


class LimbShelf:
    """Keeps the last picture as it was read, so that a new size or theme reads no file."""

    def __init__(self) -> None:
        self._kept: tuple[object, QImage] | None = None

    def limb(
        self, scene: StageScene, geometry: StageGeometry, tokens: Tokens, stage: QSize, ratio: float
    ) -> Limb | None:
        """Return the limb of ``scene``; ``None`` where its picture cannot be read."""
        dim_room = tokens.scheme is Scheme.EVENING
        file = scene.evening if dim_room and scene.evening is not None else scene.picture
        image = self._read(file)
        if image.isNull():
            return None
        scale = limb_scale(scene, geometry)
        size = QSize(
            max(1, round(image.width() * scale * ratio)), max(1, round(image.height() * scale * ratio))
        )
        scaled = image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        point_x = scene.point_px[0]
        if scene.flip is Flip.MIRRORED:
            scaled = scaled.transformed(QTransform.fromScale(-1, 1))
            point_x = scene.size_px[0] - point_x
        lit = scaled.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        if dim_room and scene.evening is None:
            dim_day(lit)
        else:
            dim(lit, tokens.body_brightness)
        at = QPointF(
            _snapped(geometry.point_x - point_x * scale, ratio),
            _snapped(geometry.point_y - scene.point_px[1] * scale, ratio),
        )
        lit.setDevicePixelRatio(ratio)
        _fade_out(lit, at, geometry, stage)
        return Limb(QPixmap.fromImage(lit), at)

    def _read(self, file: object) -> QImage:
        if self._kept is None or self._kept[0] != file:
            self._kept = (file, QImage(str(file)))
        return self._kept[1]


def dim(image: QImage, brightness: float) -> None:
    """Multiply the colours of ``image`` by ``brightness`` (0 to 1), leaving its alpha."""
    if brightness >= 1:
        return
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    shade = QColor(Qt.GlobalColor.transparent)
    shade.setAlphaF(1.0 - brightness)
    painter.fillRect(image.rect(), shade)
    painter.end()


def dim_day(image: QImage) -> None:
    """Bring a picture that was lit by day into a dim room: cool and dark on its left, warm from its right."""
    shape = image.copy()
    box = QRectF(QPointF(0, 0), image.deviceIndependentSize())
    across = QLinearGradient(box.topLeft(), box.topRight())
    across.setColorAt(0.0, qcolor(DIM_ROOM_FAR))
    across.setColorAt(0.5, qcolor(mixed(DIM_ROOM_FAR, DIM_ROOM_NEAR, 0.6)))
    across.setColorAt(1.0, qcolor(DIM_ROOM_NEAR))
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(box, across)
    # Where there is no limb there is none to be lit.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(QPointF(0, 0), shape)
    painter.end()


def _fade_out(limb: QImage, at: QPointF, geometry: StageGeometry, stage: QSize) -> None:
    """Let the limb fade below the ring and at the stage's edges, so that nothing is cut."""
    down = QLinearGradient(0, 0, 0, stage.height())
    tall = max(1, stage.height())
    if geometry.composition is Composition.BESIDE_THE_LIMB:
        begin, end = geometry.sea_y / tall, min(1.0, (geometry.sea_y + 84 * geometry.unit) / tall)
    else:
        begin = (geometry.centre_y + _FADE_FROM_RINGS * geometry.ring_px) / tall
        end = min(1.0, (geometry.centre_y + _FADE_TO_RINGS * geometry.ring_px) / tall)
    down.setColorAt(0.0, veil(0.0))
    down.setColorAt(_EDGE_FADE_PX / tall, veil(1.0))
    for share, alpha in _SOFT_FALL:
        down.setColorAt(min(1.0, begin + (end - begin) * share), veil(alpha))
    across = QLinearGradient(0, 0, stage.width(), 0)
    side = _EDGE_FADE_PX / max(1, stage.width())
    for share, alpha in ((0.0, 0.0), (side, 1.0), (1.0 - side, 1.0), (1.0, 0.0)):
        across.setColorAt(share, veil(alpha))
    painter = QPainter(limb)
    painter.translate(-at)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    reach = QRectF(at, limb.deviceIndependentSize())
    painter.fillRect(reach, down)
    painter.fillRect(reach, across)
    painter.end()


def veil(alpha: float) -> QColor:
    """Return a colour that only its alpha counts of."""
    shade = QColor(Qt.GlobalColor.transparent)
    shade.setAlphaF(alpha)
    return shade


def _snapped(at_px: float, ratio: float) -> float:
    """Put a picture on whole device pixels, so that it is drawn without being resampled."""
    return math.floor(at_px * ratio + 0.5) / ratio
