"""The frame of the window: it can be painted before the pages are loaded, and then holds them.

Nothing heavy may be imported here.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.ui.shell.first_picture import FirstPicture

WINDOW_MIN_PX = (880, 480)
USUAL_SIZE_PX = (1280, 820)


class FrontWindow(QWidget):
    """``show_picture`` before it is shown, ``furnish`` when the pages are there, ``uncover`` when they live.

    ``closing`` is emitted once, before the window goes.
    """

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cover: _Cover | None = None
        self.setMinimumSize(*WINDOW_MIN_PX)
        self.resize(*USUAL_SIZE_PX)

    def show_picture(self, picture: FirstPicture, *, fresh: bool) -> QWidget:
        """Show the page of last time until the real one lives; without its dates where not ``fresh``.

        Returns what paints it.
        """
        self._cover = _Cover(self, picture, fresh=fresh)
        self.setWindowTitle(picture.window_title)
        self.setAccessibleName(picture.spoken)
        place_window(self, picture.box)
        self._cover.setGeometry(self.rect())
        return self._cover

    def furnish(self, content: QWidget) -> None:
        """Let ``content`` fill the window from now on; a picture stays before it until ``uncover``."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        self.setWindowTitle(content.windowTitle())
        self.setAccessibleName("")
        if self._cover is not None:
            self._cover.raise_()

    def uncover(self) -> None:
        """Take the picture away: what stands behind it can be used."""
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._cover is not None:
            self._cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


class _Cover(QWidget):
    """The picture of last time, over pages that are still being made."""

    def __init__(self, front: QWidget, picture: FirstPicture, *, fresh: bool) -> None:
        super().__init__(front)
        self._picture = picture
        self._fresh = fresh
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._picture
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        wide, tall = round(self.width() * ratio), round(self.height() * ratio)
        strip_px = round(picture.title.height() * ratio)
        ground = QColor.fromRgb(picture.ground)
        if (picture.image.width(), picture.image.height() - strip_px) != (wide, tall):
            painter.fillRect(self.rect(), ground)
            return  # drawn for another size: better the bare ground than a page that jumps
        painter.drawImage(QRectF(self.rect()), picture.image, QRectF(0, 0, wide, tall))
        if self._fresh:
            return
        for box in (*picture.aged, picture.title):
            painter.fillRect(box, ground)
        strip = QRectF(0, tall, picture.title.width() * ratio, strip_px)
        painter.drawImage(QRectF(picture.title), picture.image, strip)


def place_window(window: QWidget, box: QRect | None) -> None:
    """Put a window where it stood last time if a screen still shows that place; else leave it."""
    if box is None or box.isEmpty():
        return
    for screen in QGuiApplication.screens():
        room = screen.availableGeometry()
        shown = room.intersected(box)
        if shown.width() >= WINDOW_MIN_PX[0] // 2 and shown.height() >= WINDOW_MIN_PX[1] // 2:
            size = box.size().boundedTo(room.size()).expandedTo(window.minimumSize())
            window.setGeometry(QRect(QPoint(box.topLeft()), size))
            return
