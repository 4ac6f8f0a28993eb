"""Paint what lies over the body: markers, leaders, labels, the measuring line with its finger-widths."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF

from acupress_desktop.ui.body_map.frame import MapFrame
from acupress_desktop.ui.body_map.label_layout import Column, Placed
from acupress_desktop.ui.body_map.measuring import MeasureLayout
from acupress_desktop.ui.body_map.scene import GuideLine, GuideLook, Marker, MarkerLook, MeasuringLine
from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Tokens, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import paint_words

CATALOGUE_PX = 3.0
PLAN_PX = 10.0
NOW_PX = 6.5
OTHER_PX = 6.0
HOVER_PX = 2.0
TOLERANCE_MIN_PX = 24.0
_NUMBER_FROM_PX = 7.0
_NUMBER_MIN_PX = 10
_NUMBER_SHARE = 1.3
"""Height of a number as a share of its disc's radius: two digits stay inside, however large text is."""
_LEADER_PX, _CASING_PX, _CASING_ALPHA = 1.2, 3.8, 0.72
_TICK_PX = 12.0
_CAPSULE_PX = 196.0

_RADII = {
    MarkerLook.CATALOGUE: CATALOGUE_PX,
    MarkerLook.PLAN: PLAN_PX,
    MarkerLook.NOW: NOW_PX,
    MarkerLook.OTHER_SIDE: OTHER_PX,
    MarkerLook.DONE: PLAN_PX,
    MarkerLook.BLOCKED: PLAN_PX - 1,
    MarkerLook.OWN: PLAN_PX - 3,
}


_GUIDES = {
    GuideLook.MERIDIAN: (1.8, 0.85, ()),
    GuideLook.CREASE: (1.6, 0.9, ()),
    GuideLook.BONE: (1.5, 0.8, (4.0, 3.0)),
    GuideLook.LEVEL: (1.4, 0.8, ()),
    GuideLook.REGION: (1.1, 0.5, (2.0, 2.5)),
}
"""Width, strength and dashes; the casing under a line is twice as wide as it is."""


def paint_guide(painter: QPainter, tokens: Tokens, guide: GuideLine, frame: MapFrame) -> None:
    """Paint a line on the skin: a meridian firm, bones dashed, creases in the colour of skin folds."""
    path = QPainterPath(QPointF(*frame.to_map(*guide.places_px[0])))
    for place in guide.places_px[1:]:
        path.lineTo(QPointF(*frame.to_map(*place)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in guide_pens(tokens, guide.look):
        painter.setPen(pen)
        painter.drawPath(path)


def guide_pens(tokens: Tokens, look: GuideLook) -> tuple[QPen, QPen]:
    """Return the pens of a guide line: its casing, and what is drawn over it."""
    width, strength, dashes = _GUIDES[look]
    ink = tokens.colours.crease if look is GuideLook.CREASE else tokens.colours.mark
    casing = QPen(qcolor(tokens.colours.mark_ring, 0.5), 2.2 * width)
    casing.setCapStyle(Qt.PenCapStyle.RoundCap)
    casing.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen = QPen(qcolor(ink, strength), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
    return casing, pen


def radius_of(look: MarkerLook) -> float:
    """Return the drawn radius of a marker that has room."""
    return _RADII[look]


def tolerance_px(marker: Marker, frame: MapFrame, px_per_mm: float) -> float:
    """Return the radius of a marker's dashed ring, at least 24; 0 where it has none."""
    if marker.tolerance_mm is None:
        return 0.0
    return max(TOLERANCE_MIN_PX, marker.tolerance_mm * px_per_mm * frame.scale)


def paint_tolerance(painter: QPainter, tokens: Tokens, centre: QPointF, radius_px: float) -> None:
    """Paint the ring in which to feel around."""
    dashes = QPen(qcolor(tokens.colours.mark), 1.6)
    dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes.setDashPattern([2.5, 2.5])
    painter.setPen(dashes)
    painter.setBrush(qcolor(tokens.colours.mark_ring, 0.42))
    painter.drawEllipse(centre, radius_px, radius_px)


def paint_marker(painter: QPainter, theme: LiveTheme, marker: Marker, at: QPointF, radius_px: float) -> None:
    """Paint one marker with its centre at ``at``."""
    colours = theme.colours
    mark, ring = qcolor(colours.mark), qcolor(colours.mark_ring)
    painter.setBrush(mark)
    painter.setPen(QPen(ring, 2.0))
    match marker.look:
        case MarkerLook.CATALOGUE:
            painter.setPen(QPen(mark, 1.5))
            painter.setBrush(ring)
            painter.drawEllipse(at, radius_px, radius_px)
        case MarkerLook.OTHER_SIDE:
            painter.setPen(QPen(ring, 4.6))
            painter.drawEllipse(at, radius_px, radius_px)
            painter.setPen(QPen(mark, 2.0))
            painter.setBrush(ring)
            painter.drawEllipse(at, radius_px, radius_px)
        case MarkerLook.NOW:
            painter.setPen(QPen(ring, 2.6))
            painter.drawEllipse(at, radius_px + 1.3, radius_px + 1.3)
        case MarkerLook.PLAN:
            painter.drawEllipse(at, radius_px, radius_px)
            if marker.number is not None and radius_px >= _NUMBER_FROM_PX:
                box = QRectF(at.x() - radius_px, at.y() - radius_px, 2 * radius_px, 2 * radius_px)
                font = QFont(theme.font(TextRole.BADGE))
                fits = min(font.pixelSize() / PLAN_PX, _NUMBER_SHARE) * radius_px
                font.setPixelSize(max(_NUMBER_MIN_PX, round(fits)))
                paint_words(painter, box.adjusted(-4, 0, 4, 0), str(marker.number), font, ring)
        case MarkerLook.DONE:
            painter.drawEllipse(at, radius_px, radius_px)
            side = radius_px * 1.5
            paint_icon(painter, Icon.CHECK, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), ring)
        case MarkerLook.BLOCKED:
            painter.setPen(QPen(mark, 1.5))
            painter.setBrush(ring)
            painter.drawEllipse(at, radius_px, radius_px)
            arm = radius_px * 0.46
            cross = QPen(mark, 2.0)
            cross.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(cross)
            painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
            painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))
        case MarkerLook.OWN:
            long = radius_px * 1.25
            painter.drawPolygon(
                QPolygonF(
                    [
                        at + QPointF(0, -long),
                        at + QPointF(long, 0),
                        at + QPointF(0, long),
                        at + QPointF(-long, 0),
                    ]
                )
            )


def paint_hover(painter: QPainter, tokens: Tokens, at: QPointF, radius_px: float) -> None:
    """Paint the ring of the point under the pointer."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = radius_px + HOVER_PX + 1.5
    painter.setPen(QPen(qcolor(tokens.colours.mark_ring), 4.0))
    painter.drawEllipse(at, reach, reach)
    painter.setPen(QPen(qcolor(tokens.colours.accent), 2.0))
    painter.drawEllipse(at, reach, reach)


def paint_leader(painter: QPainter, tokens: Tokens, placed: Placed) -> None:
    """Paint a label's leader: a casing of paper under a fine line."""
    line = QPainterPath(QPointF(*placed.leader[0]))
    for spot in placed.leader[1:]:
        line.lineTo(QPointF(*spot))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, alpha, width in (
        (tokens.colours.paper, _CASING_ALPHA, _CASING_PX),
        (tokens.colours.ink2, 1.0, _LEADER_PX * (1.4 if tokens.hairline_px > 1 else 1.0)),
    ):
        painter.setPen(QPen(qcolor(colour, alpha), width))
        painter.drawPath(line)


def paint_label(
    painter: QPainter, theme: LiveTheme, placed: Placed, name: str, detail: str, *, strong: bool
) -> None:
    """Paint a label: the name strong with the detail under it, or plain words."""
    near = Qt.AlignmentFlag.AlignRight if placed.column is Column.SCREEN_LEFT else Qt.AlignmentFlag.AlignLeft
    middle = near | Qt.AlignmentFlag.AlignVCenter
    role = TextRole.BODY if strong else TextRole.SMALL
    line = theme.line_px(role)
    font = theme.font(role, Weight.STRONG if strong else None)
    top = placed.top
    for words in name.split("\n"):
        box = QRectF(placed.left, top, placed.width, line)
        paint_words(painter, box, words, font, qcolor(theme.colours.ink), middle)
        top += line
    if detail:
        box = QRectF(placed.left, top, placed.width, theme.line_px(TextRole.CAPTION))
        paint_words(painter, box, detail, theme.font(TextRole.CAPTION), qcolor(theme.colours.ink3), middle)


def paint_measuring(painter: QPainter, theme: LiveTheme, layout: MeasureLayout, line: MeasuringLine) -> None:
    """Paint the way from a landmark to the point in finger-widths, with its ruler and words."""
    tokens, colours = theme.tokens, theme.colours
    begin, end = QPointF(*layout.begin), QPointF(*layout.end)
    foot, head = QPointF(*layout.foot), QPointF(*layout.head)
    along, across = QPointF(*layout.along), QPointF(*layout.across)
    _paint_capsules(painter, theme, begin, along, layout.unit, line.fingers)
    _paint_crease(painter, tokens, begin, across, min(76.0, layout.unit * 2.1))
    painter.setPen(QPen(qcolor(colours.accent), 2.0))
    painter.drawLine(foot, head)
    for place in range(line.fingers + 1):
        spot = foot + along * (layout.unit * place)
        half = across * (_TICK_PX / 2)
        painter.drawLine(spot - half, spot + half)
    dots = QPen(qcolor(colours.accent), 1.4)
    dots.setDashPattern([1.5, 2.5])
    painter.setPen(dots)
    painter.drawLine(end, head)
    _paint_handle(painter, tokens, begin)
    right = layout.column is Column.SCREEN_RIGHT
    near = Qt.AlignmentFlag.AlignLeft if right else Qt.AlignmentFlag.AlignRight
    step = theme.line_px(TextRole.SMALL)
    for place, words in enumerate(line.lines):
        font = theme.font(TextRole.SMALL, Weight.STRONG if place == 0 else None)
        row = QRectF(layout.words.left, layout.words.top + place * step, layout.words.width, step)
        paint_words(painter, row, words, font, qcolor(colours.ink), near | Qt.AlignmentFlag.AlignVCenter)


def _paint_capsules(
    painter: QPainter, theme: LiveTheme, begin: QPointF, along: QPointF, unit: float, fingers: int
) -> None:
    painter.save()
    painter.translate(begin)
    painter.rotate(math.degrees(math.atan2(along.y(), along.x())) - 90)
    wide = min(_CAPSULE_PX, unit * 5.0)
    tall = max(6.0, unit - 3)
    mark, ring = qcolor(theme.colours.mark), qcolor(theme.colours.mark_ring)
    disc = min(PLAN_PX, tall / 2 - 2)
    for place in range(fingers):
        top = unit * place + (unit - tall) / 2
        capsule = QRectF(-wide / 2, top, wide, tall)
        # Two lines, light under dark: one of them is seen on skin, the other on a dark ground.
        painter.setBrush(qcolor(theme.colours.mark_ring, 0.30))
        painter.setPen(QPen(qcolor(theme.colours.mark_ring, 0.60), 3.2))
        painter.drawRoundedRect(capsule, tall / 2, tall / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(qcolor(theme.colours.mark, 0.85), 1.4))
        painter.drawRoundedRect(capsule, tall / 2, tall / 2)
        if disc < _NUMBER_FROM_PX:
            continue
        centre = QPointF(-wide / 2 + tall / 2 + 2, top + tall / 2)
        painter.setPen(QPen(ring, 1.6))
        painter.setBrush(mark)
        painter.drawEllipse(centre, disc, disc)
        box = QRectF(centre.x() - disc, centre.y() - disc, 2 * disc, 2 * disc)
        paint_words(painter, box, str(place + 1), theme.font(TextRole.BADGE), ring)
    painter.restore()


def _paint_crease(painter: QPainter, tokens: Tokens, begin: QPointF, across: QPointF, reach: float) -> None:
    half = across * reach
    for alpha, width in ((0.25, 6.0), (1.0, 1.6)):
        painter.setPen(QPen(qcolor(tokens.colours.crease, alpha), width))
        painter.drawLine(begin - half, begin + half)


def _paint_handle(painter: QPainter, tokens: Tokens, at: QPointF) -> None:
    half = 7.0
    painter.setPen(QPen(qcolor(tokens.colours.mark), 1.6))
    painter.setBrush(qcolor(tokens.colours.mark_ring))
    corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
