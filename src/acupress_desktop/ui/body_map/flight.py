"""The way from one view to the next: the old picture grows and fades, the new one settles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QObject, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

_GROWTH = 0.10


class Flight(QObject):
    """Draws the passage between two stacks of layers in ``widget``; eased as 1-(1-t)^3."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._old = QPixmap()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(widget.update)
        self._animation.finished.connect(self._land)

    @property
    def flying(self) -> bool:
        """Whether a passage is under way."""
        return self._animation.state() == QVariantAnimation.State.Running and not self._old.isNull()

    def take_off(self, layers: Sequence[QPixmap], duration_ms: int) -> None:
        """Leave what ``layers`` show; no layers or no duration is no flight."""
        self._animation.stop()
        self._old = QPixmap()
        if not layers or not duration_ms:
            return
        old = QPixmap(layers[0].size())
        old.setDevicePixelRatio(layers[0].devicePixelRatio())
        old.fill(Qt.GlobalColor.transparent)
        painter = QPainter(old)
        for layer in layers:
            painter.drawPixmap(0, 0, layer)
        painter.end()
        self._old = old
        self._animation.setDuration(duration_ms)
        self._animation.start()

    def paint(self, painter: QPainter, layers: Sequence[QPixmap]) -> None:
        """Draw the passage as far as it is; ``layers`` are where it leads."""
        share = float(self._animation.currentValue())
        middle = QPointF(self._widget.width() / 2, self._widget.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for pictures, opacity, scale in (
            ((self._old,), 1.0 - share, 1.0 + _GROWTH * share),
            (layers, share, 1.0 - _GROWTH * (1.0 - share)),
        ):
            painter.save()
            painter.setOpacity(opacity)
            painter.translate(middle)
            painter.scale(scale, scale)
            painter.translate(-middle)
            for picture in pictures:
                painter.drawPixmap(0, 0, picture)
            painter.restore()

    def _land(self) -> None:
        self._old = QPixmap()
        self._widget.update()
