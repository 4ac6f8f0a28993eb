"""A slider in the house's strokes; keys, pointer and screen readers are Qt's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from acupress_desktop.presenters.your_body_view import SliderView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import TARGET_MIN_PX
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp, paint_box

_GROOVE_PX = 4
_KNOB_PX = 20


class Slider(QSlider):
    """``slid`` tells each place while the knob is held, ``set_to`` where it was let go or put by key."""

    slid = Signal(int)
    set_to = Signal(int)

    def __init__(self, theme: LiveTheme, view: SliderView, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._showing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focusRadius", _KNOB_PX // 2)
        self.valueChanged.connect(self._hear)
        self.sliderReleased.connect(self._let_go)
        theme.changed.connect(self._restyle)
        self.show_slider(view)

    def show_slider(self, view: SliderView) -> None:
        """Show a place without reporting it; a knob that is being held is left alone."""
        self.setAccessibleName(view.name)
        if self.isSliderDown():
            return
        self._showing = True
        self.setRange(view.low, view.high)
        self.setPageStep(view.page_step)
        self.setValue(view.at)
        self._showing = False

    def _hear(self, value: int) -> None:
        if self._showing:
            return
        if self.isSliderDown():
            self.slid.emit(value)
        else:
            self.set_to.emit(value)

    def _let_go(self) -> None:
        self.set_to.emit(self.value())

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(200), max(TARGET_MIN_PX, self._theme.scaled(32)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(80), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        self.setSliderDown(True)
        self.setValue(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)

    def _reach(self) -> tuple[float, float]:
        half = _KNOB_PX / 2 + 1
        return half, max(half + 1, self.width() - half)

    def _value_at(self, x: float) -> int:
        left, right = self._reach()
        share = min(1.0, max(0.0, (x - left) / (right - left)))
        if self.isRightToLeft():
            share = 1.0 - share
        return round(self.minimum() + share * (self.maximum() - self.minimum()))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        left, right = self._reach()
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        if self.isRightToLeft():
            share = 1.0 - share
        at, middle = left + share * (right - left), self.height() / 2
        groove = QRectF(left, middle - _GROOVE_PX / 2, right - left, _GROOVE_PX)
        paint_box(painter, groove, _GROOVE_PX / 2, fill=qcolor(colours.rule))
        knob = QRectF(at - _KNOB_PX / 2, middle - _KNOB_PX / 2, _KNOB_PX, _KNOB_PX)
        paint_box(
            painter,
            knob,
            _KNOB_PX / 2,
            fill=qcolor(colours.accent if self.isSliderDown() else colours.raised),
            border=qcolor(colours.accent),
            border_px=2 * theme.tokens.border_px,
        )
