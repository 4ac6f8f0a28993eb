"""The stage of a session: the limb under the breathing light, the ring of the hold, the cue below.

Everything that does not move is kept as pixmaps for one size and theme; a frame repaints only the round box
of the light. The stage owns no clock: it draws the last ``StageView`` it was shown, and nothing else.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRadialGradient,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.session_stage.cells import paint_cells
from acupress_desktop.ui.session_stage.geometry import (
    UNCERTAINTY_MIN_PX,
    StageGeometry,
    segments_done,
    stage_geometry,
)
from acupress_desktop.ui.session_stage.horizon import paint_horizon
from acupress_desktop.ui.session_stage.light import (
    paint_light,
    paint_light_line,
    paint_point,
    paint_reach,
    paint_ring,
    paint_segments,
    paint_still_light,
    paint_track,
)
from acupress_desktop.ui.session_stage.view import BreathStyle, Flip, StagePhase, StageScene, StageView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Motion, Scheme, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import crisp, paint_words

_PICTURE_SHARE = 1.02
"""Height of a picture at zoom 1, as a share of the stage's height; it fades out towards the cue."""
_FADE_FROM_RINGS, _FADE_TO_RINGS = 1.08, 1.64
_EDGE_FADE_PX = 24.0
_SOFT_FALL = ((0.0, 1.0), (0.25, 0.86), (0.5, 0.5), (0.75, 0.14), (1.0, 0.0))
_BLANK = StageView(StagePhase.READY)


class SessionStage(QWidget):
    """``SessionStage(theme)``; ``show_scene(scene)``, ``show_view(view)``, ``show_style(style)``."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: StageScene | None = None
        self._view = _BLANK
        self._style = BreathStyle.LIGHT_RING
        self._geometry = stage_geometry(848, 660)
        self._ground = QPixmap()
        self._limb = QPixmap()
        self._over = QPixmap()
        self._limb_at = QPointF()
        self._source: tuple[StageScene, QImage] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._restyle)

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def view(self) -> StageView:
        """The moment that is shown."""
        return self._view

    def show_scene(self, scene: StageScene | None) -> None:
        """Show another limb, or none; a picture that cannot be read leaves the stage without a limb."""
        if scene != self._scene:
            self._scene = scene
            self._forget_limb()
            self.update()

    def show_style(self, style: BreathStyle) -> None:
        """Draw breaths in ``style`` from now on."""
        if style is not self._style:
            self._style = style
            self._ground = QPixmap()
            self.update()

    def show_view(self, view: StageView) -> None:
        """Show the moment ``view``; repaints only what it changes."""
        old, self._view = self._view, view
        if view.words != old.words:
            self.setAccessibleName(view.words)
        if view == old:
            return
        if (view.ready_fraction >= 1) != (old.ready_fraction >= 1):
            self._over = QPixmap()
        for box in self._changed(old, view):
            self.update(box)

    def _changed(self, old: StageView, new: StageView) -> list[QRect]:
        """Return the boxes that differ between two moments."""
        geometry = self._geometry
        boxes = [_box_round(geometry, geometry.ring_px + 12 * geometry.unit)]
        if self._still():
            if _still_face(old) == _still_face(new):
                return []
        elif (old.breath is None) != (new.breath is None):
            boxes = [_box_round(geometry, geometry.glow_px(1.0))]
        elif old.breath is not None and new.breath is not None:
            fullest = max(old.breath.fullness, new.breath.fullness)
            boxes = [_box_round(geometry, geometry.glow_px(fullest) + 2)]
            if self._style is BreathStyle.HORIZON:
                boxes.append(self._wave_box())
        if _cue_of(old) != _cue_of(new) or self._still():
            boxes.append(self._cue_box())
        return boxes

    def _forget_limb(self) -> None:
        self._limb = QPixmap()
        self._over = QPixmap()

    # -- layout ------------------------------------------------------------------------------------

    @property
    def geometry_px(self) -> StageGeometry:
        """Where things lie now."""
        return self._geometry

    def sizeHint(self) -> QSize:
        return QSize(848, 660)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._geometry = stage_geometry(self.width(), self._picture_height())
        self._ground = QPixmap()
        self._forget_limb()

    def _picture_height(self) -> float:
        """The height without what larger text takes below the ring."""
        extra = self._theme.line_px(TextRole.CUE) - TextRole.CUE.value.line_px
        return max(240.0, self.height() - 2.2 * extra)

    def _restyle(self) -> None:
        self._geometry = stage_geometry(self.width(), self._picture_height())
        self._ground = QPixmap()
        self._forget_limb()
        self.update()

    def _still(self) -> bool:
        return self._theme.tokens.motion is Motion.REDUCED

    def _cue_box(self) -> QRect:
        """Where the word of the breath stands, and under reduced motion the bar of cells."""
        geometry = self._geometry
        line = self._theme.line_px(TextRole.CUE)
        if self._still():
            top = geometry.centre_y + geometry.ring_px + 60 * geometry.unit
            tall = line + 20 + self._theme.line_px(TextRole.CAPTION) + 8
        else:
            top = geometry.centre_y + geometry.reach_px
            tall = line
        top = min(top, self.height() - tall)
        wide = max(400.0 * min(1.0, self.width() / 440), geometry.reach_px * 1.5)
        wide = min(wide * max(1.0, self._theme.tokens.text_factor * 0.8), self.width() - 16.0)
        left = min(max(8.0, geometry.centre_x - wide / 2), self.width() - wide - 8)
        return QRectF(left, top, wide, tall).toAlignedRect()

    def _wave_box(self) -> QRect:
        geometry = self._geometry
        middle = geometry.centre_y + geometry.reach_px * 0.92
        swing = 52 * geometry.unit
        return QRectF(0, middle - swing - 40, self.width(), 2 * swing + 120).toAlignedRect()

    # -- layers ------------------------------------------------------------------------------------

    def _ground_layer(self) -> QPixmap:
        if not self._ground.isNull():
            return self._ground
        tokens, geometry = self._theme.tokens, self._geometry
        ratio = self.devicePixelRatioF()
        layer = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        layer.setDevicePixelRatio(ratio)
        layer.fill(qcolor(tokens.colours.paper))
        painter = QPainter(layer)
        crisp(painter)
        if tokens.scheme is not Scheme.CONTRAST:
            centre = QPointF(geometry.centre_x, geometry.centre_y)
            glow = QRadialGradient(centre, geometry.ring_px * 2.7)
            strength = 0.42 if tokens.scheme is Scheme.LIGHT else 0.20
            for share, alpha in ((0.0, 1.0), (0.35, 0.82), (0.7, 0.34), (1.0, 0.0)):
                shade = QColor(tokens.colours.light2)
                shade.setAlphaF(strength * alpha)
                glow.setColorAt(share, shade)
            painter.fillRect(self.rect(), glow)
        if not self._still() and self._style is not BreathStyle.HORIZON:
            paint_reach(painter, tokens, geometry)
        if self._still():
            paint_still_light(painter, tokens, geometry)
        painter.end()
        self._ground = layer
        return layer

    def _limb_layer(self) -> QPixmap:
        scene = self._scene
        if scene is None or not self._limb.isNull():
            return self._limb
        if self._source is None or self._source[0].picture != scene.picture:
            self._source = (scene, QImage(str(scene.picture)))
        image = self._source[1]
        if image.isNull():
            return self._limb
        geometry, ratio = self._geometry, self.devicePixelRatioF()
        scale = self.scene_scale()
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
        dimmed = scaled.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        dim(dimmed, self._theme.tokens.body_brightness)
        self._limb_at = QPointF(
            _snapped(geometry.centre_x - point_x * scale, ratio),
            _snapped(geometry.centre_y - scene.point_px[1] * scale, ratio),
        )
        dimmed.setDevicePixelRatio(ratio)
        self._fade_out(dimmed)
        self._limb = QPixmap.fromImage(dimmed)
        return self._limb

    def _fade_out(self, limb: QImage) -> None:
        """Let the limb fade below the ring and at the stage's edges, so that nothing is cut."""
        geometry = self._geometry
        down = QLinearGradient(0, 0, 0, self.height())
        tall = max(1, self.height())
        edge = _EDGE_FADE_PX / tall
        begin = (geometry.centre_y + _FADE_FROM_RINGS * geometry.ring_px) / tall
        end = min(1.0, (geometry.centre_y + _FADE_TO_RINGS * geometry.ring_px) / tall)
        down.setColorAt(0.0, _veil(0.0))
        down.setColorAt(edge, _veil(1.0))
        for share, alpha in _SOFT_FALL:
            down.setColorAt(min(1.0, begin + (end - begin) * share), _veil(alpha))
        across = QLinearGradient(0, 0, self.width(), 0)
        side = _EDGE_FADE_PX / max(1, self.width())
        for share, alpha in ((0.0, 0.0), (side, 1.0), (1.0 - side, 1.0), (1.0, 0.0)):
            across.setColorAt(share, _veil(alpha))
        painter = QPainter(limb)
        painter.translate(-self._limb_at)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        reach = QRectF(self._limb_at, limb.deviceIndependentSize())
        painter.fillRect(reach, down)
        painter.fillRect(reach, across)
        painter.end()

    def scene_scale(self) -> float:
        """Return how many pixels of the stage one pixel of the picture's file takes."""
        scene = self._scene
        if scene is None:
            return 1.0
        tall, wide = scene.size_px[1], scene.size_px[0]
        fit = min(self._geometry.height_px * _PICTURE_SHARE / tall, self._geometry.width_px * 0.9 / wide)
        return fit * scene.zoom

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        tokens, geometry, view = self._theme.tokens, self._geometry, self._view
        painter.drawPixmap(0, 0, self._ground_layer())
        breath = view.breath
        moving = breath is not None and not self._still()
        if breath is not None and moving and self._style is not BreathStyle.HORIZON:
            if self._style is BreathStyle.LIGHT_RING:
                paint_light(painter, tokens, geometry, breath.fullness)
            paint_light_line(painter, tokens, geometry, breath.fullness)
        painter.drawPixmap(0, 0, self._over_layer())
        if breath is not None and moving and self._style is BreathStyle.HORIZON:
            paint_horizon(painter, tokens, geometry, breath, QRectF(self._wave_box()))
        self._paint_ring(painter)
        cue_box = self._cue_box()
        if event.rect().intersects(cue_box):
            self._paint_cue(painter, QRectF(cue_box))

    def _over_layer(self) -> QPixmap:
        """Limb, whole track and point, which lie over the light and do not move: one picture a frame."""
        if not self._over.isNull():
            return self._over
        tokens, geometry, ratio = self._theme.tokens, self._geometry, self.devicePixelRatioF()
        layer = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        crisp(painter)
        limb = self._limb_layer()
        if not limb.isNull():
            painter.drawPixmap(self._limb_at, limb)
        if not self._still() and self._view.ready_fraction >= 1:
            paint_track(painter, tokens, geometry, 1.0)
        scene = self._scene
        if scene is not None:
            tolerance = max(UNCERTAINTY_MIN_PX, scene.tolerance_mm * scene.px_per_mm * self.scene_scale())
            centre = QPointF(geometry.centre_x, geometry.centre_y)
            paint_point(painter, tokens, centre, tolerance, geometry.unit)
        painter.end()
        self._over = layer
        return layer

    def _paint_ring(self, painter: QPainter) -> None:
        tokens, geometry, view = self._theme.tokens, self._geometry, self._view
        if self._still():
            paint_segments(painter, tokens, geometry, view.fraction, view.ready_fraction)
            return
        if view.ready_fraction < 1:
            paint_track(painter, tokens, geometry, view.ready_fraction)
        paint_ring(painter, tokens, geometry, view.fraction, view.release_fraction)

    def _paint_cue(self, painter: QPainter, box: QRectF) -> None:
        breath = self._view.breath
        words = _cue_of(self._view)
        if self._still() and breath is not None:
            paint_cells(painter, self._theme, breath, box, back=self.isRightToLeft())
            return
        row = QRectF(box.left(), box.top(), box.width(), self._theme.line_px(TextRole.CUE))
        paint_words(painter, row, words, self._theme.font(TextRole.CUE), qcolor(self._theme.colours.ink))


def _box_round(geometry: StageGeometry, radius_px: float) -> QRect:
    x, y = geometry.centre_x, geometry.centre_y
    return QRectF(x - radius_px, y - radius_px, 2 * radius_px, 2 * radius_px).toAlignedRect()


def _cue_of(view: StageView) -> str:
    return view.breath.cue if view.breath is not None else view.cue


def _still_face(view: StageView) -> tuple[object, ...]:
    """What of a moment is visible under reduced motion: it changes once a second at most."""
    breath = view.breath
    counted = (breath.cue, breath.cells_done, breath.count) if breath is not None else ()
    return (view.phase, segments_done(view.fraction), segments_done(view.ready_fraction), view.cue, counted)


def _snapped(at_px: float, ratio: float) -> float:
    """Put a picture on whole device pixels, so that it is drawn without being resampled."""
    return math.floor(at_px * ratio + 0.5) / ratio


def _veil(alpha: float) -> QColor:
    veil = QColor(Qt.GlobalColor.transparent)
    veil.setAlphaF(alpha)
    return veil


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
