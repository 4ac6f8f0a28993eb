"""The person's own picture of a step, as large as its place allows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.painting import crisp

_SIDE_PX = 240


class OwnPicture(QWidget):
    """``OwnPicture(theme)``; ``show_picture`` shows one and names it."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_picture(self, image: QImage | None, spoken: str) -> None:
        """Show another picture; ``None`` folds the place."""
        self._image = image
        self.setAccessibleName(spoken)
        self.setVisible(image is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._image is None:
            return QSize(0, 0)
        side = self._theme.scaled(_SIDE_PX)
        scale = side / max(self._image.width(), self._image.height())
        return QSize(max(1, round(self._image.width() * scale)), max(1, round(self._image.height() * scale)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image is None:
            return
        painter = QPainter(self)
        crisp(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image, QRectF(self._image.rect()))
