"""A breath as a curve over its seconds; a bead follows it while somebody looks on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.domain.breathing import BREATHS_PER_MINUTE_MIN, BreathPattern, breath_at
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp

_HEIGHT_PX = 72
_EDGE_PX = 10
_WHOLE_SECONDS = 60 / BREATHS_PER_MINUTE_MIN
"""The whole width: how long the slowest breath is, so that slower ones are seen to be longer."""
_STEP_PX = 2
_BEAD_PX = 6.0
_LINE_PX = 2.0


class BreathCurve(QWidget):
    """``BreathCurve(theme)``: one whole breath, as wide as it is long; ``show_at`` puts a bead on it."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pattern: BreathPattern | None = None
        self._at_seconds: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_pattern(self, pattern: BreathPattern | None, spoken: str) -> None:
        """Draw ``pattern``; nothing where there is none."""
        self.setAccessibleName(spoken)
        if pattern != self._pattern:
            self._pattern = pattern
            self.update()

    def show_at(self, at_seconds: float | None) -> None:
        """Put the bead where a breath is ``at_seconds`` after its first began; ``None`` takes it away."""
        if at_seconds != self._at_seconds:
            self._at_seconds = at_seconds
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(240), self._theme.scaled(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(120), self._theme.scaled(_HEIGHT_PX))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        pattern = self._pattern
        if pattern is None:
            return
        painter = QPainter(self)
        crisp(painter)
        colours = self._theme.colours
        box = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        box.setWidth(box.width() * pattern.breath_seconds / _WHOLE_SECONDS)
        line = QPainterPath(self._point(box, pattern, 0.0))
        x = box.left() + _STEP_PX
        while x < box.right():
            line.lineTo(self._point(box, pattern, (x - box.left()) / box.width()))
            x += _STEP_PX
        line.lineTo(QPointF(box.right(), box.bottom()))
        water = QPainterPath(line)
        water.lineTo(box.bottomLeft())
        water.closeSubpath()
        depth = QLinearGradient(box.topLeft(), box.bottomLeft())
        depth.setColorAt(0.0, qcolor(colours.light, 0.45))
        depth.setColorAt(1.0, qcolor(colours.light, 0.05))
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.fillPath(water, depth)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(qcolor(colours.accent), _LINE_PX))
        painter.drawPath(line)
        if self._at_seconds is not None:
            share = (self._at_seconds % pattern.breath_seconds) / pattern.breath_seconds
            painter.setPen(QPen(qcolor(colours.raised), _LINE_PX))
            painter.setBrush(qcolor(colours.now))
            painter.drawEllipse(self._point(box, pattern, share), _BEAD_PX, _BEAD_PX)

    @staticmethod
    def _point(box: QRectF, pattern: BreathPattern, share: float) -> QPointF:
        """Return where the curve is after a share of one breath."""
        fullness = breath_at(pattern, min(share, 1.0) * pattern.breath_seconds).fullness
        return QPointF(box.left() + share * box.width(), box.bottom() - fullness * box.height())
