"""Each look of a breath as a small picture, painted by the same hands as the large one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap

from acupress_desktop.ui.session_stage.geometry import StageGeometry, stage_geometry
from acupress_desktop.ui.session_stage.horizon import (
    paint_bead,
    paint_deep_before,
    paint_deep_behind,
    paint_lit_surface,
)
from acupress_desktop.ui.session_stage.light import (
    paint_disc,
    paint_light,
    paint_light_line,
    paint_reach,
    paint_ring,
    paint_track,
)
from acupress_desktop.ui.session_stage.view import BreathPart, BreathStyle, StageBreath
from acupress_desktop.ui.session_stage.water import Before, Water
from acupress_desktop.ui.theme.measures import RADIUS_BUTTON_PX
from acupress_desktop.ui.theme.tokens import Tokens, qcolor
from acupress_desktop.ui.widgets.painting import crisp

_HELD = 0.36
_PARTS = (BreathPart(4.0, 0.0, 1.0), BreathPart(6.0, 1.0, 0.0))
_AT_SECONDS = 2.4
_FULLNESS = 0.72
_DRAWN_WIDTH_PX = 480
"""Width of the stage that is painted, before it is made small."""


def look_picture(tokens: Tokens, style: BreathStyle, size: QSize, ratio: float) -> QPixmap:
    """Return a small picture of ``style``, with round corners, at the screen's own density."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    crisp(painter)
    box = QRectF(0, 0, size.width(), size.height())
    clip = QPainterPath()
    clip.addRoundedRect(box, RADIUS_BUTTON_PX, RADIUS_BUTTON_PX)
    painter.setClipPath(clip)
    painter.fillRect(box, qcolor(tokens.colours.paper))
    scale = size.width() / _DRAWN_WIDTH_PX
    painter.scale(scale, scale)
    geometry = stage_geometry(_DRAWN_WIDTH_PX, size.height() / scale)
    breath = StageBreath(_PARTS, _AT_SECONDS, _FULLNESS, "", 0, "", "")
    _paint(painter, tokens, geometry, breath, style, ratio)
    painter.end()
    return picture


def _paint(
    painter: QPainter,
    tokens: Tokens,
    geometry: StageGeometry,
    breath: StageBreath,
    style: BreathStyle,
    ratio: float,
) -> None:
    match style:
        case BreathStyle.LIGHT_RING:
            paint_reach(painter, tokens, geometry)
            paint_light(painter, tokens, geometry, breath.fullness)
            paint_light_line(painter, tokens, geometry, breath.fullness)
        case BreathStyle.CIRCLE:
            paint_reach(painter, tokens, geometry)
            paint_disc(painter, tokens, geometry, breath.fullness)
        case BreathStyle.HORIZON:
            paint_deep_behind(painter, tokens, geometry)
            water = Water()
            for where in Before:
                water.paint(painter, tokens, geometry, breath, where, ratio)
            paint_deep_before(painter, tokens, geometry)
            paint_lit_surface(painter, tokens, geometry, breath)
            paint_bead(painter, tokens, geometry, breath)
    paint_track(painter, tokens, geometry, 1.0)
    paint_ring(painter, tokens, geometry, _HELD, 0.0)
