"""What is held against the screen, in outline: a bank card, or two lines that a thumb lies between.

A gauge is a slider to keys and screen readers. Its value is tenths of a pixel.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from acupress_desktop.domain.screen_scale import CARD_CORNER_MM, CARD_HEIGHT_MM, CARD_WIDTH_MM
from acupress_desktop.presenters.ruler import RulerStep, RulerView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_16
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp, paint_box

_PIXEL = 10
_LARGE_STEP = 100
_EDGE_PX = SPACE_16
_LINES_PX = 168
_HANDLE_PX = 14.0
_MORE = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Plus})
_LESS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Minus})


class Gauge(QSlider):
    """``moved`` tells where the person has moved it."""

    moved = Signal(int)

    def __init__(self, theme: LiveTheme, view: RulerView, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._view = view
        self._showing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setSingleStep(_PIXEL)
        self.setPageStep(_LARGE_STEP)
        self.valueChanged.connect(self._hear)
        theme.changed.connect(self.update)
        self.show_gauge(view)

    def show_gauge(self, view: RulerView) -> None:
        """Show where it stands without reporting it."""
        self._view = view
        self._showing = True
        self.setRange(view.low, view.high)
        self.setValue(view.at)
        self._showing = False
        self.setAccessibleName(view.gauge)
        self.setAccessibleDescription(view.value)
        self.updateGeometry()
        self.update()

    def _hear(self, value: int) -> None:
        if not self._showing:
            self.moved.emit(value)

    @property
    def width_px(self) -> float:
        """How far the handle is from the fixed edge."""
        return self.value() / _PIXEL

    def sizeHint(self) -> QSize:
        tall = _LINES_PX
        if self._view.step is RulerStep.CARD:
            tall = round(self.width_px * CARD_HEIGHT_MM / CARD_WIDTH_MM) + 2 * _EDGE_PX
        return QSize(round(self.width_px) + 2 * _EDGE_PX, tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = 1 if fine else _PIXEL
        if event.key() in _MORE:
            self.setValue(self.value() + step)
        elif event.key() in _LESS:
            self.setValue(self.value() - step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pull(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pull(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _pull(self, event: QMouseEvent) -> None:
        event.accept()
        x = event.position().x()
        away = self.width() - _EDGE_PX - x if self.isRightToLeft() else x - _EDGE_PX
        self.setValue(round(away * _PIXEL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        if self._view.step is RulerStep.CARD:
            self._paint_card(painter)
        else:
            self._paint_lines(painter)

    def _paint_card(self, painter: QPainter) -> None:
        theme, colours = self._theme, self._theme.colours
        scale = self.width_px / CARD_WIDTH_MM
        card = QRectF(_EDGE_PX, _EDGE_PX, self.width_px, CARD_HEIGHT_MM * scale)
        paint_box(
            painter,
            card,
            CARD_CORNER_MM * scale,
            fill=qcolor(colours.accent_soft),
            border=qcolor(colours.accent),
            border_px=2 * theme.tokens.border_px,
        )
        self._paint_handle(painter, card.right(), card.center().y())

    def _paint_lines(self, painter: QPainter) -> None:
        theme, colours = self._theme, self._theme.colours
        left, right = float(_EDGE_PX), _EDGE_PX + self.width_px
        between = QRectF(left, 0, right - left, self.height())
        painter.fillRect(between, qcolor(colours.accent_soft))
        painter.setPen(QPen(qcolor(colours.accent), 2 * theme.tokens.border_px))
        for x in (left, right):
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        self._paint_handle(painter, right, self.height() / 2)

    def _paint_handle(self, painter: QPainter, x: float, y: float) -> None:
        half = _HANDLE_PX / 2
        painter.save()
        painter.translate(x, y)
        painter.rotate(45)
        colours = self._theme.colours
        paint_box(
            painter,
            QRectF(-half, -half, _HANDLE_PX, _HANDLE_PX),
            2,
            fill=qcolor(colours.raised),
            border=qcolor(colours.accent),
            border_px=2,
        )
        painter.restore()
