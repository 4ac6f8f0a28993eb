"""An exercise on the stage: the person's own picture of it or a plain figure, its title and its timer."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QLinearGradient, QPainter, QPainterPath

from acupress_desktop.ui.session_stage.geometry import StageGeometry, is_wide
from acupress_desktop.ui.session_stage.limb import dim, dim_day, veil
from acupress_desktop.ui.session_stage.view import StageExercise
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_CARD_PX
from acupress_desktop.ui.theme.tokens import Scheme, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import paint_words

_WIDE_BOX = (0.05, 0.10, 0.44, 0.80)
_TALL_BOX = (0.08, 0.10, 0.84, 0.30)
_BELOW_RINGS = 1.22


def picture_box(geometry: StageGeometry) -> QRectF:
    """Return where the picture has room."""
    left, top, wide, tall = _WIDE_BOX if is_wide(geometry.width_px, geometry.height_px) else _TALL_BOX
    w, h = geometry.width_px, geometry.height_px
    box = QRectF(left * w, top * h, wide * w, tall * h)
    if geometry.centre_x < w / 2 and is_wide(w, h):
        box.moveLeft(w - box.right())
    return box


def paint_exercise_picture(
    painter: QPainter, theme: LiveTheme, geometry: StageGeometry, exercise: StageExercise, ratio: float
) -> None:
    """Paint the person's own picture in a frame, or the plain figure, soft at its foot."""
    box = picture_box(geometry)
    if exercise.picture is not None and not exercise.picture.isNull():
        _paint_own(painter, theme, exercise.picture.toImage(), box, ratio)
        return
    if exercise.figure is None:
        return
    figure = QImage(str(exercise.figure))
    if figure.isNull():
        return
    shown = _scaled(figure, box.size(), ratio)
    tokens = theme.tokens
    if tokens.scheme is Scheme.EVENING:
        dim_day(shown)
    else:
        dim(shown, tokens.body_brightness)
    painter.drawImage(_centred(shown, box), shown)


def _scaled(image: QImage, room: QSizeF, ratio: float) -> QImage:
    shown = image.scaled(
        (room * ratio).toSize(),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    shown.setDevicePixelRatio(ratio)
    return shown


def _centred(image: QImage, box: QRectF) -> QPointF:
    size = image.deviceIndependentSize()
    return QPointF(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2)


def _paint_own(painter: QPainter, theme: LiveTheme, own: QImage, box: QRectF, ratio: float) -> None:
    shown = _scaled(own, box.size(), ratio)
    frame = QRectF(_centred(shown, box), shown.deviceIndependentSize())
    clip = QPainterPath()
    clip.addRoundedRect(frame, RADIUS_CARD_PX, RADIUS_CARD_PX)
    painter.save()
    painter.setClipPath(clip)
    painter.drawImage(frame.topLeft(), shown)
    if theme.tokens.scheme is Scheme.EVENING:
        shade = QLinearGradient(frame.topLeft(), frame.bottomLeft())
        shade.setColorAt(0.0, veil(0.30))
        shade.setColorAt(1.0, veil(0.40))
        painter.fillRect(frame, shade)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(qcolor(theme.colours.hair))
    painter.drawRoundedRect(frame, RADIUS_CARD_PX, RADIUS_CARD_PX)


def paint_exercise_words(
    painter: QPainter, theme: LiveTheme, geometry: StageGeometry, exercise: StageExercise, *, timed: bool
) -> None:
    """Paint title and detail below the ring; in its place where nothing is timed."""
    x = geometry.centre_x
    wide = 2 * min(x, geometry.width_px - x) - 24
    title, detail = theme.font(TextRole.CUE), theme.font(TextRole.LEAD)
    line = theme.line_px(TextRole.CUE)
    lines = _broken(exercise.title, QFontMetricsF(title), wide)
    tall = line * len(lines) + theme.line_px(TextRole.LEAD)
    y = geometry.centre_y + (geometry.ring_px * _BELOW_RINGS if timed else -tall / 2)
    y = min(y, geometry.height_px - tall)
    for words in lines:
        paint_words(painter, QRectF(x - wide / 2, y, wide, line), words, title, qcolor(theme.colours.ink))
        y += line
    row = QRectF(x - wide / 2, y, wide, theme.line_px(TextRole.LEAD))
    paint_words(painter, row, exercise.detail, detail, qcolor(theme.colours.ink2))


def _broken(words: str, metrics: QFontMetricsF, width_px: float) -> tuple[str, ...]:
    """Break a title into two lines at most; what is longer ends in an ellipsis when it is painted."""
    if metrics.horizontalAdvance(words) <= width_px:
        return (words,)
    first: list[str] = []
    rest = words.split()
    while rest and metrics.horizontalAdvance(" ".join((*first, rest[0]))) <= width_px:
        first.append(rest.pop(0))
    if not first:
        return (words,)
    return (" ".join(first), " ".join(rest)) if rest else (" ".join(first),)
