"""The dot that marks the point in the middle of a small picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp

_DOT_SHARE = 0.065
_RING_SHARE = 0.095


def paint_point_dot(picture: QPixmap, theme: LiveTheme) -> None:
    """Paint the mark and its ring into the middle of ``picture``."""
    painter = QPainter(picture)
    crisp(painter)
    painter.setPen(Qt.PenStyle.NoPen)
    centre = QPointF(picture.width() / 2, picture.height() / 2)
    for share, colour in ((_RING_SHARE, theme.colours.mark_ring), (_DOT_SHARE, theme.colours.mark)):
        painter.setBrush(qcolor(colour))
        painter.drawEllipse(centre, picture.width() * share, picture.width() * share)
    painter.end()
