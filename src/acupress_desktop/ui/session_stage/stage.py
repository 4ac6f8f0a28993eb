"""The stage of a session: the limb under the breathing light, the ring of the hold, the cue below.

Everything that does not move is kept as pixmaps for one size and theme; a frame repaints only the round box
of the light and the band of the wave. The stage owns no clock: it draws the last ``StageView`` it was shown,
and nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.session_stage.arranging import (
    box_round,
    composition_of,
    cue_box,
    cue_of,
    still_face,
)
from acupress_desktop.ui.session_stage.breath import Settling
from acupress_desktop.ui.session_stage.cells import paint_cells
from acupress_desktop.ui.session_stage.exercise import paint_exercise_words
from acupress_desktop.ui.session_stage.geometry import (
    Composition,
    StageGeometry,
    mirrored,
    stage_geometry,
)
from acupress_desktop.ui.session_stage.glow import Ground, glow_colour, glow_share
from acupress_desktop.ui.session_stage.horizon import (
    paint_bead,
    paint_edges,
    paint_lit_surface,
    wave_band,
)
from acupress_desktop.ui.session_stage.layers import LayerPlan, StageLayers
from acupress_desktop.ui.session_stage.light import (
    paint_disc,
    paint_inner_light,
    paint_light,
    paint_light_line,
    paint_ring,
    paint_segments,
    paint_track,
)
from acupress_desktop.ui.session_stage.limb import limb_scale
from acupress_desktop.ui.session_stage.pulse import is_seen, paint_pulse, paint_pulse_mark, pulse_box
from acupress_desktop.ui.session_stage.view import (
    BreathStyle,
    Glow,
    StageBreath,
    StageExercise,
    StageLook,
    StagePhase,
    StageScene,
    StageView,
)
from acupress_desktop.ui.session_stage.water import Before, Water
from acupress_desktop.ui.session_stage.words import fitted, paint_large, paint_seconds
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import WATER_RISES_MS
from acupress_desktop.ui.theme.tokens import Motion, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import crisp, paint_words

_BLANK = StageView(StagePhase.READY)
_RING_AIR_PX = 16.0
"""Round the ring's middle line: stroke, casing and shine."""
_IN_RING = (Composition.BESIDE_THE_LIMB, Composition.ALONE, Composition.EXERCISE)
"""Compositions whose ring holds the seconds."""


class SessionStage(QWidget):
    """``SessionStage(theme)``; ``show_scene(scene)``, ``show_view(view)``, ``show_look(look)``."""

    glowed = Signal(object)
    """How full the glow is, 0 to 1, or ``None``: what lies round the stage glows with it."""
    recomposed = Signal(object)
    """The ``Composition``, whenever it is another one than before."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: StageScene | None = None
        self._exercise: StageExercise | None = None
        self._view = _BLANK
        self._look = StageLook()
        self._geometry = stage_geometry(848, 660)
        self._layers = StageLayers(theme)
        self._water = Water()
        self._settling = Settling(WATER_RISES_MS / 1_000)
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
            self.update()

    def show_exercise(self, exercise: StageExercise | None) -> None:
        """Show an exercise instead of a limb; ``None`` shows the limb again."""
        if exercise != self._exercise:
            self._exercise = exercise
            self._recompose()

    def show_look(self, look: StageLook) -> None:
        """Draw breaths as ``look`` says from now on."""
        if look != self._look:
            self._look = look
            self._recompose()

    def show_style(self, style: BreathStyle) -> None:
        """Draw breaths in ``style`` from now on."""
        self.show_look(StageLook(style, self._look.glow))

    def show_view(self, view: StageView) -> None:
        """Show the moment ``view``; repaints only what it changes."""
        old, self._view = self._view, view
        if view.words != old.words:
            self.setAccessibleName(view.words)
        if self.shows_seconds and view.seconds != old.seconds:
            self.setAccessibleDescription(f"{view.seconds} {view.seconds_label}")
        if view == old:
            return
        self._settling.follow(old.breath, view.breath)
        if self._composition() is not self._geometry.composition:
            self._recompose()
            return
        for box in self._changed(old, view):
            self.update(box)
        if self._look.glow is Glow.ON:
            self.glowed.emit(self._glow_fullness())

    def _changed(self, old: StageView, new: StageView) -> list[QRect]:
        """Return the boxes that differ between two moments."""
        geometry = self._geometry
        if self._still():
            if still_face(old) == still_face(new) and old.seconds == new.seconds:
                return []
            return [self._ring_box(), self._cue_box(), *self._pulse_boxes(old, new)]
        if self._glows(new) and (not self._glows(old) or self._ground_differs(old, new)):
            return [self.rect()]
        boxes = [self._ring_box(), *self._pulse_boxes(old, new)]
        if (old.breath is None) != (new.breath is None):
            boxes += [box_round(geometry, geometry.glow_px(1.0)), self._wave_box()]
        elif old.breath is not None and new.breath is not None and old.breath != new.breath:
            if self._look.style is BreathStyle.HORIZON:
                boxes.append(self._wave_box())
            if self._shows_disc():
                fullest = max(old.breath.fullness, new.breath.fullness)
                boxes.append(box_round(geometry, geometry.glow_px(fullest) + 2))
        if cue_of(old) != cue_of(new):
            boxes.append(self._cue_box())
        return boxes

    def _pulse_boxes(self, old: StageView, new: StageView) -> list[QRect]:
        shown = old.pulse != new.pulse and (is_seen(old.pulse) or is_seen(new.pulse))
        return [pulse_box(self._geometry).toAlignedRect()] if shown else []

    # -- layout ------------------------------------------------------------------------------------

    @property
    def geometry_px(self) -> StageGeometry:
        """Where things lie now."""
        return self._geometry

    @property
    def shows_seconds(self) -> bool:
        """Whether the seconds stand on the stage itself."""
        return self._geometry.composition in _IN_RING

    def sizeHint(self) -> QSize:
        return QSize(848, 660)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._recompose()

    def _restyle(self) -> None:
        self._layers.forget()
        self._water.forget()
        self._recompose()

    def _recompose(self) -> None:
        before = self._geometry.composition
        now = self._composition()
        geometry = stage_geometry(self.width(), self._picture_height(), now)
        if self.isRightToLeft() and now in (Composition.BESIDE_THE_LIMB, Composition.EXERCISE):
            geometry = mirrored(geometry)
        self._geometry = geometry
        self.update()
        self.glowed.emit(self._glow_fullness())
        if now is not before:
            self.recomposed.emit(now)

    def _composition(self) -> Composition:
        return composition_of(self._theme, self._look, self._view, self._exercise, self.size())

    def _picture_height(self) -> float:
        """The height without what larger text takes below the ring."""
        extra = self._theme.line_px(TextRole.CUE) - TextRole.CUE.value.line_px
        return max(240.0, self.height() - 2.2 * extra)

    def scene_scale(self) -> float:
        """Return how many pixels of the stage one pixel of the picture's file takes."""
        return 1.0 if self._scene is None else limb_scale(self._scene, self._geometry)

    def _still(self) -> bool:
        return self._theme.tokens.motion is Motion.REDUCED

    @property
    def _style(self) -> BreathStyle:
        """The style that is drawn: still water round the point would run through the words of the breath."""
        round_the_point = self._geometry.composition is Composition.ROUND_THE_POINT
        if self._still() and round_the_point and self._look.style is BreathStyle.HORIZON:
            return BreathStyle.LIGHT_RING
        return self._look.style

    def _shows_disc(self) -> bool:
        """Whether a light of its own grows and shrinks, beside a wave or instead of one."""
        return self._look.style is not BreathStyle.HORIZON or (
            self._geometry.composition is Composition.BESIDE_THE_LIMB
        )

    def _glows(self, view: StageView) -> bool:
        return (
            self._look.glow is Glow.ON
            and view.breath is not None
            and self._geometry.composition is Composition.ALONE
        )

    def _glow_fullness(self) -> float | None:
        breath = self._view.breath
        return (
            breath.fullness if breath is not None and self._glows(self._view) and not self._still() else None
        )

    def _ground_differs(self, old: StageView, new: StageView) -> bool:
        if old.breath is None or new.breath is None:
            return True
        tokens = self._theme.tokens
        return any(
            glow_colour(tokens, ground, old.breath.fullness)
            != glow_colour(tokens, ground, new.breath.fullness)
            for ground in Ground
        )

    def _ring_box(self) -> QRect:
        geometry = self._geometry
        return box_round(geometry, geometry.ring_px + _RING_AIR_PX * max(1.0, geometry.unit))

    def _cue_box(self) -> QRect:
        return cue_box(self._theme, self._geometry, self.size())

    def _wave_box(self) -> QRect:
        return wave_band(self._geometry).toAlignedRect()

    # -- painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        tokens, geometry, view = self._theme.tokens, self._geometry, self._view
        breath = view.breath
        plan = self._plan()
        moving = None if self._still() else breath
        if moving is not None and self._glows(view):
            painter.fillRect(event.rect(), qcolor(tokens.colours.paper))
            painter.setOpacity(glow_share(tokens, moving.fullness))
            painter.drawPixmap(0, 0, self._layers.glow(plan))
            painter.setOpacity(1.0)
        else:
            painter.drawPixmap(0, 0, self._layers.ground(plan))
            self._paint_behind(painter, moving)
        painter.drawPixmap(0, 0, self._layers.over(plan))
        self._paint_before(painter, moving)
        self._paint_ring(painter)
        if view.pulse is not None:
            paint = paint_pulse_mark if self._still() else paint_pulse
            paint(painter, tokens, geometry, view.pulse)
        self._paint_words(painter, event)

    def _plan(self) -> LayerPlan:
        shown = self._geometry.composition is not Composition.ALONE and self._exercise is None
        whole = not self._still() and self._view.ready_fraction >= 1 and self._has_ring()
        return LayerPlan(
            size=self.size(),
            ratio=self.devicePixelRatioF(),
            geometry=self._geometry,
            style=self._style,
            scene=self._scene if shown else None,
            exercise=self._exercise,
            back=self.isRightToLeft(),
            track=whole,
        )

    def _has_ring(self) -> bool:
        return self._exercise is None or bool(self._view.seconds)

    def _paint_behind(self, painter: QPainter, breath: StageBreath | None) -> None:
        """Paint what moves behind the limb: the light, or the water."""
        tokens, geometry, style = self._theme.tokens, self._geometry, self._style
        composition = geometry.composition
        if composition in (Composition.EXERCISE, Composition.ALONE):
            return
        if style is BreathStyle.HORIZON:
            self._paint_water(painter, breath, Before.BEHIND)
        if composition is Composition.BESIDE_THE_LIMB or breath is None:
            return
        if style is BreathStyle.LIGHT_RING:
            paint_light(painter, tokens, geometry, breath.fullness)
            paint_light_line(painter, tokens, geometry, breath.fullness)
        elif style is BreathStyle.CIRCLE:
            paint_disc(painter, tokens, geometry, breath.fullness)

    def _paint_before(self, painter: QPainter, breath: StageBreath | None) -> None:
        """Paint what moves before the limb: the water over it and the bead, or the light inside the ring."""
        tokens, geometry = self._theme.tokens, self._geometry
        if geometry.composition in (Composition.EXERCISE, Composition.ALONE):
            return
        if self._style is BreathStyle.HORIZON:
            self._paint_water(painter, breath, Before.BEFORE)
            if breath is not None:
                painter.setOpacity(self._settling.share)
                paint_lit_surface(painter, tokens, geometry, breath)
                painter.setOpacity(1.0)
                paint_bead(painter, tokens, geometry, breath)
            paint_edges(painter, tokens, geometry, wave_band(geometry), back=self.isRightToLeft())
        if geometry.composition is Composition.BESIDE_THE_LIMB and breath is not None:
            painter.setOpacity(self._settling.share)
            paint_inner_light(painter, tokens, geometry, BreathStyle.LIGHT_RING, breath.fullness)
            painter.setOpacity(1.0)

    def _paint_water(self, painter: QPainter, breath: StageBreath | None, water: Before) -> None:
        tokens, geometry, ratio = self._theme.tokens, self._geometry, self.devicePixelRatioF()
        share = self._settling.share if breath is not None else 1.0
        if share < 1:
            painter.setOpacity(1.0 - share)
            self._water.paint(painter, tokens, geometry, None, water, ratio)
        painter.setOpacity(share)
        self._water.paint(painter, tokens, geometry, breath, water, ratio)
        painter.setOpacity(1.0)

    def _paint_ring(self, painter: QPainter) -> None:
        tokens, geometry, view = self._theme.tokens, self._geometry, self._view
        if not self._has_ring():
            return
        if self._still():
            paint_segments(painter, tokens, geometry, view.fraction, view.ready_fraction)
            return
        if view.ready_fraction < 1:
            paint_track(painter, tokens, geometry, view.ready_fraction)
        paint_ring(painter, tokens, geometry, view.fraction, view.release_fraction)

    def _paint_words(self, painter: QPainter, event: QPaintEvent) -> None:
        theme, geometry, view = self._theme, self._geometry, self._view
        composition, breath, still = geometry.composition, view.breath, self._still()
        if self._exercise is not None:
            paint_seconds(painter, theme, geometry, view.seconds, view.seconds_label)
            paint_exercise_words(painter, theme, geometry, self._exercise, timed=bool(view.seconds))
            return
        if composition is Composition.ALONE and not still:
            paint_large(painter, theme, geometry, self.height(), view.seconds, cue_of(view))
            return
        if composition in _IN_RING:
            paint_seconds(painter, theme, geometry, view.seconds, view.seconds_label)
        box = self._cue_box()
        if not event.rect().intersects(box):
            return
        if still and breath is not None:
            paint_cells(painter, theme, breath, QRectF(box), back=self.isRightToLeft())
            return
        row = QRectF(box.left(), box.top(), box.width(), theme.line_px(TextRole.CUE))
        ink = qcolor(theme.colours.ink)
        cue = cue_of(view)
        font = theme.font(TextRole.CUE)
        paint_words(painter, row, cue, fitted(font, cue, font.pixelSize(), row.width()), ink)
