"""Small pictures of the looks of a breath, under their names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.domain.settings import BreathLook
from acupress_desktop.ui.session_stage.looks import STYLES
from acupress_desktop.ui.session_stage.miniature import look_picture
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_BUTTON_PX, SPACE_12
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp, paint_box

_PICTURE_PX = QSize(156, 112)
_EDGE_PX = 3


class BreathLookPictures(QWidget):
    """``show_look(look)`` frames the chosen one; a click on a picture chooses it.

    Decoration for eyes and mouse: the choice above it says and does the same for keyboard and screen reader.
    """

    chosen = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = BreathLook.LIGHT_RING
        self._pictures: dict[BreathLook, QPixmap] = {}
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_look(self, look: BreathLook) -> None:
        """Frame ``look``."""
        if look is not self._look:
            self._look = look
            self.update()

    def sizeHint(self) -> QSize:
        size = self._size_px()
        return QSize(3 * size.width() + 2 * SPACE_12, size.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * _PICTURE_PX.width() // 2, self._size_px().height())

    def resizeEvent(self, _event: object) -> None:
        self._restyle()

    def _restyle(self) -> None:
        self._pictures.clear()
        self.update()

    def _size_px(self) -> QSize:
        """Three of them stand side by side, smaller where there is little room."""
        room = (self.width() - 2 * SPACE_12) // 3 if self.width() > 0 else _PICTURE_PX.width()
        wide = max(64, min(_PICTURE_PX.width(), room))
        return QSize(wide, _PICTURE_PX.height())

    def _boxes(self) -> dict[BreathLook, QRectF]:
        size = self._size_px()
        boxes = {}
        for place, look in enumerate(BreathLook):
            left = place * (size.width() + SPACE_12)
            if self.isRightToLeft():
                left = self.width() - left - size.width()
            boxes[look] = QRectF(left, 0, size.width(), size.height())
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        tokens = self._theme.tokens
        for look, box in self._boxes().items():
            inner = box.adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
            if look not in self._pictures:
                size = inner.size().toSize()
                self._pictures[look] = look_picture(tokens, STYLES[look], size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(inner.topLeft()), self._pictures[look])
            framed = look is self._look
            edge = tokens.colours.accent if framed else tokens.colours.hair
            paint_box(
                painter,
                box,
                RADIUS_BUTTON_PX + _EDGE_PX,
                fill=None,
                border=qcolor(edge),
                border_px=_EDGE_PX - 1 if framed else tokens.hairline_px,
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for look, box in self._boxes().items():
            if box.contains(event.position()):
                self.chosen.emit(look)
