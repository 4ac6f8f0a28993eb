"""How the stage is laid out for what it shows: which composition, where the word of the breath stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize

from acupress_desktop.ui.session_stage.geometry import (
    BESIDE_FROM_HEIGHT_PX,
    BESIDE_FROM_WIDTH_PX,
    Composition,
    StageGeometry,
    segments_done,
)
from acupress_desktop.ui.session_stage.pulse import is_seen
from acupress_desktop.ui.session_stage.view import (
    BreathStyle,
    Glow,
    StageExercise,
    StageLook,
    StagePhase,
    StageView,
)
from acupress_desktop.ui.session_stage.words import large_cue_box
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from acupress_desktop.ui.theme.type_roles import TextRole

_BESIDE_TEXT_FACTOR_MAX = 1.3
_BESIDE_CUE_RINGS = 3.0


def composition_of(
    theme: LiveTheme, look: StageLook, view: StageView, exercise: StageExercise | None, size: QSize
) -> Composition:
    """Return where ring and limb stand for a moment on a stage of ``size``."""
    if exercise is not None and view.phase is not StagePhase.RELEASED:
        return Composition.EXERCISE
    if look.glow is Glow.ON and view.phase in (StagePhase.HOLDING, StagePhase.PAUSED):
        return Composition.ALONE
    if theme.tokens.scheme is not Scheme.EVENING or look.style is not BreathStyle.HORIZON:
        return Composition.ROUND_THE_POINT
    room = size.width() >= BESIDE_FROM_WIDTH_PX and size.height() >= BESIDE_FROM_HEIGHT_PX
    small_words = theme.tokens.text_factor <= _BESIDE_TEXT_FACTOR_MAX
    return Composition.BESIDE_THE_LIMB if room and small_words else Composition.ROUND_THE_POINT


def cue_box(theme: LiveTheme, geometry: StageGeometry, size: QSize) -> QRect:
    """Return where the word of the breath stands, and under reduced motion the bar of cells."""
    still = theme.tokens.motion is Motion.REDUCED
    composition = geometry.composition
    if composition is Composition.EXERCISE:
        return QRect(0, round(geometry.centre_y), size.width(), size.height())
    if composition is Composition.ALONE and not still:
        return large_cue_box(geometry, size.height()).toAlignedRect()
    line = float(theme.line_px(TextRole.CUE))
    tall = line + 20 + theme.line_px(TextRole.CAPTION) + 8 if still else line
    if composition is Composition.BESIDE_THE_LIMB:
        top = geometry.centre_y + geometry.ring_px + 32 * geometry.unit
        room = 2 * min(geometry.centre_x, size.width() - geometry.centre_x) - 16.0
        wide = min(room, _BESIDE_CUE_RINGS * geometry.ring_px)
        return QRectF(geometry.centre_x - wide / 2, top, wide, tall).toAlignedRect()
    if composition is Composition.ALONE:
        top = geometry.centre_y + geometry.ring_px + 24 * geometry.unit
    elif still:
        top = geometry.centre_y + geometry.ring_px + 60 * geometry.unit
    else:
        top = geometry.centre_y + geometry.reach_px
    top = min(top, size.height() - tall)
    wide = max(400.0 * min(1.0, size.width() / 440), geometry.reach_px * 1.5)
    wide = min(wide * max(1.0, theme.tokens.text_factor * 0.8), size.width() - 16.0)
    left = min(max(8.0, geometry.centre_x - wide / 2), size.width() - wide - 8)
    return QRectF(left, top, wide, tall).toAlignedRect()


def box_round(geometry: StageGeometry, radius_px: float) -> QRect:
    """Return the box of a circle round the middle of the ring."""
    x, y = geometry.centre_x, geometry.centre_y
    return QRectF(x - radius_px, y - radius_px, 2 * radius_px, 2 * radius_px).toAlignedRect()


def cue_of(view: StageView) -> str:
    """Return the word below the ring."""
    return view.breath.cue if view.breath is not None else view.cue


def still_face(view: StageView) -> tuple[object, ...]:
    """Return what of a moment is visible under reduced motion: it changes once a second at most."""
    breath = view.breath
    counted = (breath.cue, breath.cells_done, breath.count) if breath is not None else ()
    return (
        view.phase,
        segments_done(view.fraction),
        segments_done(view.ready_fraction),
        view.cue,
        counted,
        is_seen(view.pulse),
    )
