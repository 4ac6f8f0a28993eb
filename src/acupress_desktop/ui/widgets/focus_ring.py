"""The one focus ring of a window: 2 px of accent, 3 px outside whatever has the keyboard.

An overlay instead of a border: no control needs to keep room for it, and every control gets the same.
It shows for focus that came by keyboard, not after a click; the first key pressed brings it back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import FOCUS_GAP_PX, FOCUS_RING_PX, RADIUS_BUTTON_PX
from acupress_desktop.ui.theme.tokens import qcolor

_REACH_PX = FOCUS_GAP_PX + FOCUS_RING_PX
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QWidget):
    """``FocusRing(application, theme)``: make one per application and keep it."""

    def __init__(self, application: QApplication, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._target: QWidget | None = None
        self._followed: list[QObject] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("")
        self.hide()
        application.focusChanged.connect(self._follow)
        theme.changed.connect(self.update)

    @property
    def target(self) -> QWidget | None:
        """The widget that the ring goes round, or ``None``."""
        return self._target

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for followed in self._followed:
            followed.removeEventFilter(self)
        self._followed.clear()
        self._target = None
        self.hide()
        self.setParent(None)
        if new is None or isinstance(new, QLineEdit | QPlainTextEdit | QAbstractItemView):
            return
        self._target = new
        new.destroyed.connect(self._forget)
        home = _home_of(new)
        step: QWidget | None = new
        while step is not None and step is not home:
            step.installEventFilter(self)
            self._followed.append(step)
            step = step.parentWidget()
        self.setParent(home)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._place()

    def _forget(self) -> None:
        self._target = None
        self._followed.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        moved = kind in _FOLLOWED and self.isVisible()
        woken = kind == QEvent.Type.KeyPress and watched is self._target and not self.isVisible()
        if moved or woken:
            self._place()
        return False

    def _place(self) -> None:
        target, home = self._target, self.parentWidget()
        if target is None or home is None or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(home, QPoint(0, 0))
        box = QRect(corner, target.size()).adjusted(-_REACH_PX, -_REACH_PX, _REACH_PX, _REACH_PX)
        self.setGeometry(box)
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is None:
            return
        radius = self._target.property("focusRadius")
        outer = (float(radius) if radius is not None else RADIUS_BUTTON_PX) + FOCUS_GAP_PX
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(qcolor(self._theme.colours.accent), FOCUS_RING_PX))
        half = FOCUS_RING_PX / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), outer, outer)


def _home_of(widget: QWidget) -> QWidget:
    """Return the widget that the ring is drawn in: what a scroll area scrolls, or the window."""
    step = widget
    while True:
        parent = step.parentWidget()
        if parent is None or step.isWindow():
            return step
        grand = parent.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent:
            return step
        step = parent
