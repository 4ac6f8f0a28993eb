"""What of the stage does not move, as pixmaps for one size, theme and look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap, QRadialGradient

from acupress_desktop.ui.session_stage.exercise import paint_exercise_picture
from acupress_desktop.ui.session_stage.geometry import UNCERTAINTY_MIN_PX, Composition, StageGeometry
from acupress_desktop.ui.session_stage.glow import glow_layer
from acupress_desktop.ui.session_stage.horizon import (
    paint_deep_before,
    paint_deep_behind,
    paint_edges,
    paint_glints,
)
from acupress_desktop.ui.session_stage.light import (
    paint_point,
    paint_reach,
    paint_still_light,
    paint_ticks,
    paint_track,
)
from acupress_desktop.ui.session_stage.limb import LimbShelf, limb_scale
from acupress_desktop.ui.session_stage.smooth import SmoothLayer
from acupress_desktop.ui.session_stage.view import BreathStyle, StageExercise, StageScene
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Motion, Scheme, Tokens, qcolor
from acupress_desktop.ui.widgets.painting import crisp

_ROUND_GLOW = ((0.0, 1.0), (0.35, 0.82), (0.7, 0.34), (1.0, 0.0))
_GLOW_STRENGTHS = {Scheme.LIGHT: 0.42, Scheme.DARK: 0.20, Scheme.EVENING: 0.85, Scheme.CONTRAST: 0.0}
_GLOW_RINGS = 2.7
_GLOW_RINGS_BESIDE = 2.6
_FOOT_PX = 112.0
_DUSK_STRENGTH = 0.42
"""How far a dim ground lightens towards the horizon."""


@dataclass(frozen=True, slots=True)
class LayerPlan:
    """All that the layers depend on; another plan is another pair of pixmaps."""

    size: QSize
    ratio: float
    geometry: StageGeometry
    style: BreathStyle
    scene: StageScene | None
    exercise: StageExercise | None
    back: bool
    """Whether the window is laid out from right to left."""
    track: bool
    """Whether the whole track of the ring is part of them."""


class StageLayers:
    """``ground(plan)`` and ``over(plan)``: painted once, and again when plan or theme is another."""

    def __init__(self, theme: LiveTheme) -> None:
        self._theme = theme
        self._limbs = LimbShelf()
        self._ground: tuple[object, QPixmap] | None = None
        self._over: tuple[object, QPixmap] | None = None
        self._glow: tuple[object, QPixmap] | None = None

    def forget(self) -> None:
        """The theme is another one."""
        self._ground = None
        self._over = None
        self._glow = None

    def ground(self, plan: LayerPlan) -> QPixmap:
        """Return what lies under light and limb."""
        key = (plan.size, plan.ratio, plan.geometry, plan.style, plan.back)
        if self._ground is None or self._ground[0] != key:
            self._ground = (key, self._paint_ground(plan))
        return self._ground[1]

    def glow(self, plan: LayerPlan) -> QPixmap:
        """Return the glow that is laid over the plain ground."""
        key = (plan.size, plan.ratio)
        if self._glow is None or self._glow[0] != key:
            self._glow = (key, glow_layer(self._theme.tokens, plan.size, plan.ratio))
        return self._glow[1]

    def over(self, plan: LayerPlan) -> QPixmap:
        """Return limb, track and point, which lie over the light: one picture a frame."""
        if self._over is None or self._over[0] != plan:
            layer = _clear(plan.size, plan.ratio)
            painter = QPainter(layer)
            crisp(painter)
            if plan.exercise is not None:
                paint_exercise_picture(painter, self._theme, plan.geometry, plan.exercise, plan.ratio)
            elif plan.geometry.composition is not Composition.ALONE:
                self._paint_limb(painter, plan)
            if plan.track:
                paint_track(painter, self._theme.tokens, plan.geometry, 1.0)
            if plan.scene is not None and plan.geometry.composition is not Composition.ALONE:
                self._paint_point(painter, plan.scene, plan.geometry)
            painter.end()
            self._over = (plan, layer)
        return self._over[1]

    def _paint_ground(self, plan: LayerPlan) -> QPixmap:
        tokens, geometry = self._theme.tokens, plan.geometry
        box = QRect(0, 0, plan.size.width(), plan.size.height())

        def paint(painter: QPainter) -> None:
            if tokens.scheme is not Scheme.CONTRAST:
                if tokens.scheme is Scheme.EVENING and plan.style is BreathStyle.HORIZON:
                    painter.fillRect(box, _dusk(tokens, geometry))
                painter.fillRect(box, _round_glow(tokens, geometry))
                _soften_foot(painter, tokens, box)
            self._paint_still(painter, plan)
            if plan.style is BreathStyle.HORIZON:
                paint_edges(painter, tokens, geometry, QRectF(box), back=plan.back)

        if tokens.scheme is Scheme.CONTRAST:
            return _plain(plan.size, plan.ratio, qcolor(tokens.colours.paper), paint)
        smooth = SmoothLayer(plan.size, plan.ratio, qcolor(tokens.colours.paper))
        paint(smooth.painter)
        return smooth.done()

    def _paint_still(self, painter: QPainter, plan: LayerPlan) -> None:
        tokens, geometry = self._theme.tokens, plan.geometry
        still = tokens.motion is Motion.REDUCED
        beside = geometry.composition is Composition.BESIDE_THE_LIMB
        if beside:
            paint_ticks(painter, tokens, geometry)
        if plan.exercise is not None or geometry.composition is Composition.EXERCISE:
            return
        if plan.style is BreathStyle.HORIZON:
            paint_deep_behind(painter, tokens, geometry)
        elif still:
            paint_still_light(painter, tokens, geometry)
        else:
            paint_reach(painter, tokens, geometry)

    def _paint_limb(self, painter: QPainter, plan: LayerPlan) -> None:
        tokens, geometry = self._theme.tokens, plan.geometry
        if plan.scene is not None:
            limb = self._limbs.limb(plan.scene, geometry, tokens, plan.size, plan.ratio)
            if limb is not None:
                painter.drawPixmap(limb.at, limb.pixmap)
        if plan.style is BreathStyle.HORIZON and plan.exercise is None:
            paint_deep_before(painter, tokens, geometry)
            paint_glints(painter, tokens, geometry)

    def _paint_point(self, painter: QPainter, scene: StageScene, geometry: StageGeometry) -> None:
        scale = limb_scale(scene, geometry)
        tolerance = max(UNCERTAINTY_MIN_PX, scene.tolerance_mm * scene.px_per_mm * scale)
        at = QPointF(geometry.point_x, geometry.point_y)
        paint_point(painter, self._theme.tokens, at, tolerance, geometry.unit)


def _clear(size: QSize, ratio: float) -> QPixmap:
    layer = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    return layer


def _plain(size: QSize, ratio: float, colour: QColor, paint: Callable[[QPainter], None]) -> QPixmap:
    layer = _clear(size, ratio)
    layer.fill(colour)
    painter = QPainter(layer)
    crisp(painter)
    paint(painter)
    painter.end()
    return layer


def _round_glow(tokens: Tokens, geometry: StageGeometry) -> QRadialGradient:
    beside = geometry.composition is Composition.BESIDE_THE_LIMB
    rings = _GLOW_RINGS_BESIDE if beside else _GLOW_RINGS
    centre = QPointF(geometry.centre_x, geometry.centre_y)
    # It ends inside the stage, so that nobody sees where the stage ends.
    near = min(geometry.centre_x, geometry.width_px - geometry.centre_x)
    glow = QRadialGradient(centre, max(1.0, min(geometry.ring_px * rings, max(near, geometry.ring_px * 1.6))))
    strength = _GLOW_STRENGTHS[tokens.scheme]
    for share, alpha in _ROUND_GLOW:
        shade = QColor(tokens.colours.light2)
        shade.setAlphaF(strength * alpha)
        glow.setColorAt(share, shade)
    return glow


def _soften_foot(painter: QPainter, tokens: Tokens, box: QRect) -> None:
    """Let the ground end in its plain colour at the foot, where the caption goes on without an edge."""
    top = box.height() - _FOOT_PX
    fall = QLinearGradient(0, top, 0, box.height())
    for share, alpha in ((0.0, 0.0), (0.48, 0.5), (0.96, 1.0), (1.0, 1.0)):
        fall.setColorAt(share, qcolor(tokens.colours.paper, alpha))
    painter.fillRect(QRectF(0, top, box.width(), _FOOT_PX), fall)


def _dusk(tokens: Tokens, geometry: StageGeometry) -> QLinearGradient:
    """The last light over the water: the ground's colour at the top, lighter towards the horizon."""
    dusk = QLinearGradient(0, 0, 0, geometry.sea_y)
    for share, alpha in ((0.0, 0.0), (0.35, 0.12), (0.75, 0.62), (1.0, 1.0)):
        shade = QColor(tokens.colours.raised)
        shade.setAlphaF(_DUSK_STRENGTH * alpha)
        dusk.setColorAt(share, shade)
    return dusk
