"""A small picture of a place on the body, and the raised bar at the foot of a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_16
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp

THUMB_PX = 56
_RADIUS_PX = 10


class Thumb(QWidget):
    """``Thumb(theme, picture, side_px)``: decoration only; the words beside it say the same."""

    def __init__(
        self,
        theme: LiveTheme,
        picture: QPixmap | None = None,
        side_px: int = THUMB_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._side_px = side_px
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def shows(self) -> bool:
        """Whether there is a picture."""
        return self._picture is not None

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show another picture; ``None`` leaves the ground alone."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side_px, self._side_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        crisp(painter)
        box = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(box, _RADIUS_PX, _RADIUS_PX)
        painter.setClipPath(clip)
        painter.fillRect(box, qcolor(self._theme.colours.sunk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))


class FootBar(QWidget):
    """``FootBar(theme)``: the raised bar at the foot with a hairline above it; fill ``row``."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = QHBoxLayout(self)
        self.row.setSpacing(SPACE_16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(self._theme.colours.raised))
        line = self._theme.tokens.hairline_px
        painter.fillRect(QRectF(0, 0, self.width(), line), qcolor(self._theme.colours.hair))
