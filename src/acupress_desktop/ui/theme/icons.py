"""The app's icons as painter paths on a 24 grid, so that they take any token and any size.

1.6 px line, round caps, no fill except where a shape is solid by nature (play, now, a kept star).
"""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

GRID_PX = 24.0
STROKE_PX = 1.6


class Icon(Enum):
    """What is drawn; the value is its path.

    ``M x y`` moves, ``L x y`` draws a line, ``C`` a cubic curve, ``Z`` closes, ``O x y r`` is a circle,
    ``R x y w h r`` a rounded box and ``A x y r from span`` an arc in degrees, anticlockwise from the right.
    """

    PLAY = "M 7.5 5 L 19 12 L 7.5 19 Z"
    PAUSE = "M 8.5 5.5 L 8.5 18.5 M 15.5 5.5 L 15.5 18.5"
    STOP = "R 6 6 12 12 2"
    LONGER = "O 12 12 8.6 M 12 8 L 12 16 M 8 12 L 16 12"
    REPEAT = "A 12 12.4 7.4 -150 -290 M 9.6 8.4 L 5.2 8.6 L 4.9 4.2"
    SKIP = "M 6 5.5 L 14.5 12 L 6 18.5 Z M 18 5.5 L 18 18.5"
    BREATH = (
        "M 3 8.5 L 12.5 8.5 C 16.5 8.5 16.5 3.8 13.2 3.8 C 11.8 3.8 11 4.6 10.7 5.6 "
        "M 3 12 L 17.2 12 C 21.4 12 21.4 6.6 18 6.6 M 3 15.5 L 11.5 15.5 C 15 15.5 15 20.2 12 20.2 "
        "C 10.8 20.2 10 19.6 9.7 18.7"
    )
    SETTINGS = (
        "M 3.5 6.5 L 11.6 6.5 M 16.4 6.5 L 20.5 6.5 O 14 6.5 2.4 "
        "M 3.5 12 L 6.6 12 M 11.4 12 L 20.5 12 O 9 12 2.4 "
        "M 3.5 17.5 L 13.6 17.5 M 18.4 17.5 L 20.5 17.5 O 16 17.5 2.4"
    )
    PHONE = (
        "M 7.2 4 L 9.3 4 C 9.8 4 10.1 4.3 10.2 4.7 L 10.9 7.6 C 11 8 10.9 8.4 10.6 8.6 L 9 9.9 "
        "C 10 12 12 14 14.1 15 L 15.4 13.4 C 15.6 13.1 16 13 16.4 13.1 "
        "L 19.3 13.8 C 19.7 13.9 20 14.2 20 14.7 L 20 16.8 C 20 18.6 18.6 20 16.8 20 "
        "C 9.9 19.4 4.6 14.1 4 7.2 C 4 5.4 5.4 4 7.2 4 Z"
    )
    SEARCH = "O 10.5 10.5 6.2 M 15.2 15.2 L 20 20"
    CLOSE = "M 6 6 L 18 18 M 18 6 L 6 18"
    CHECK = "M 5 12.6 L 9.8 17.2 L 19 7.4"
    BACK = "M 14.5 5.5 L 8 12 L 14.5 18.5"
    FORWARD = "M 9.5 5.5 L 16 12 L 9.5 18.5"
    DOWN = "M 5.5 9.5 L 12 16 L 18.5 9.5"
    UP = "M 5.5 14.5 L 12 8 L 18.5 14.5"
    STAR = (
        "M 12 4 L 14.4 9.2 L 20.1 9.9 L 15.9 13.7 L 17 19.3 "
        "L 12 16.5 L 7 19.3 L 8.1 13.7 L 3.9 9.9 L 9.6 9.2 Z"
    )
    STAR_KEPT = (
        "M 12 4 L 14.4 9.2 L 20.1 9.9 L 15.9 13.7 L 17 19.3 "
        "L 12 16.5 L 7 19.3 L 8.1 13.7 L 3.9 9.9 L 9.6 9.2 L 12 4 Z"
    )
    SOUND = (
        "M 4 9.6 L 7.2 9.6 L 11.4 6 L 11.4 18 L 7.2 14.4 L 4 14.4 Z A 10.6 12 5.2 -42 84 A 10.6 12 9 -45 90"
    )
    CAPTIONS = "R 3.5 5.5 17 13 2.5 M 7 11 L 13 11 M 7 14.5 L 16.5 14.5"
    CHART = "M 4 4 L 4 20 L 20 20 M 7.5 15.5 L 11 11 L 14 13.5 L 19 7"
    TABLE = "R 4 5 16 14 1.5 M 4 10 L 20 10 M 4 14.5 L 20 14.5 M 10 10 L 10 19"
    MENU = "M 4 7 L 20 7 M 4 12 L 20 12 M 4 17 L 20 17"
    NOTICE = "O 12 12 8.6 M 12 11 L 12 16.4 M 12 7.6 L 12 8"
    CAUTION = "M 12 4.4 L 20.6 19 L 3.4 19 Z M 12 10 L 12 14 M 12 16.6 L 12 16.8"
    PENCIL = "M 5 19 L 5.9 15 L 15.6 5.3 L 18.7 8.4 L 9 18.1 Z M 13.4 7.5 L 16.5 10.6"
    TRASH = "M 5 7 L 19 7 M 9.5 7 L 9.5 4.6 L 14.5 4.6 L 14.5 7 M 7 7 L 7.8 19.4 L 16.2 19.4 L 17 7"
    SAVE = "M 12 4 L 12 14.5 M 7.5 10.5 L 12 14.8 L 16.5 10.5 M 5 19.5 L 19 19.5"
    MIRROR = "M 12 4 L 12 20 M 9 7 L 9 17 L 3.8 17 Z M 15 7 L 15 17 L 20.2 17 Z"
    ZOOM_IN = "O 10.5 10.5 6.2 M 15.2 15.2 L 20 20 M 10.5 8 L 10.5 13 M 8 10.5 L 13 10.5"
    ZOOM_OUT = "O 10.5 10.5 6.2 M 15.2 15.2 L 20 20 M 8 10.5 L 13 10.5"
    WHOLE = "M 4 9 L 4 4 L 9 4 M 15 4 L 20 4 L 20 9 M 20 15 L 20 20 L 15 20 M 9 20 L 4 20 L 4 15"
    HAND = "M 8 12 L 8 6.4 M 11 11 L 11 4.6 M 14 11 L 14 5.4 M 17 12 L 17 7.6 A 12.5 14.5 5 180 180"
    CALENDAR = "R 4 5.5 16 14.5 2 M 4 10 L 20 10 M 8.5 3.5 L 8.5 7 M 15.5 3.5 L 15.5 7"
    LOCK = "R 5.5 10.5 13 9.5 2 M 8.5 10.5 L 8.5 8 C 8.5 3.3 15.5 3.3 15.5 8 L 15.5 10.5"
    EYE = "M 3 12 C 7 5.4 17 5.4 21 12 C 17 18.6 7 18.6 3 12 Z O 12 12 2.8"


_SOLID = frozenset({Icon.PLAY, Icon.STAR_KEPT})


@lru_cache(maxsize=64)
def icon_path(icon: Icon) -> QPainterPath:
    """Return the path of ``icon`` on the 24 grid; shared, do not change it."""
    path = QPainterPath()
    words = iter(icon.value.split())

    def number() -> float:
        return float(next(words))

    def spot() -> QPointF:
        return QPointF(number(), number())

    for verb in words:
        if verb == "M":
            path.moveTo(spot())
        elif verb == "L":
            path.lineTo(spot())
        elif verb == "C":
            path.cubicTo(spot(), spot(), spot())
        elif verb == "Z":
            path.closeSubpath()
        elif verb == "O":
            centre, radius = spot(), number()
            path.addEllipse(centre, radius, radius)
        elif verb == "R":
            left_top, width, height, radius = spot(), number(), number(), number()
            path.addRoundedRect(QRectF(left_top.x(), left_top.y(), width, height), radius, radius)
        elif verb == "A":
            centre, radius, start, span = spot(), number(), number(), number()
            box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
            path.arcMoveTo(box, start)
            path.arcTo(box, start, span)
        else:
            message = f"{icon.name}: {verb} is no verb of the icon language"
            raise ValueError(message)
    return path


def paint_icon(painter: QPainter, icon: Icon, box: QRectF, colour: QColor) -> None:
    """Paint ``icon`` centred in the square ``box`` in ``colour``."""
    scale = min(box.width(), box.height()) / GRID_PX
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center().x() - scale * GRID_PX / 2, box.center().y() - scale * GRID_PX / 2)
    painter.scale(scale, scale)
    pen = QPen(colour, STROKE_PX)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour if icon in _SOLID else Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(icon))
    painter.restore()
