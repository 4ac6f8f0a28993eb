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
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import FOCUS_GAP_PX, FOCUS_RING_PX, RADIUS_BUTTON_PX
from acupress_desktop.ui.theme.tokens import qcolor

_REACH_PX = FOCUS_GAP_PX + FOCUS_RING_PX
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class _Outline(QWidget):
    """The painted ring; it lives in the window whose control it surrounds and goes with it."""

    def __init__(self, theme: LiveTheme, home: QWidget) -> None:
        super().__init__(home)
        self._theme = theme
        self.radius_px = float(RADIUS_BUTTON_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        outer = self.radius_px + FOCUS_GAP_PX
        half = FOCUS_RING_PX / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(qcolor(self._theme.colours.accent), FOCUS_RING_PX))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), outer, outer)


class FocusRing(QObject):
    """``FocusRing(application, theme)``: make one per application and keep it.

    A control whose corners are not those of a button says so in its property ``focusRadius`` (px).
    """

    def __init__(self, application: QApplication, theme: LiveTheme) -> None:
        super().__init__(application)
        self._theme = theme
        self._target: QWidget | None = None
        self._outline: _Outline | None = None
        self._followed: list[QObject] = []
        application.focusChanged.connect(self._follow)

    @property
    def box(self) -> QRect | None:
        """Where the ring is drawn, in the coordinates of what it lives in; ``None`` while it is hidden."""
        outline = self._outline
        if outline is None or not isValid(outline) or not outline.isVisible():
            return None
        return outline.geometry()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for followed in self._followed:
            if isValid(followed):
                followed.removeEventFilter(self)
        self._followed.clear()
        self._target = None
        if self._outline is not None and isValid(self._outline):
            self._outline.hide()
            self._outline.deleteLater()
        self._outline = None
        if new is None or isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractItemView):
            return
        self._target = new
        home = _home_of(new)
        step: QWidget | None = new
        while step is not None and step is not home:
            step.installEventFilter(self)
            self._followed.append(step)
            step = step.parentWidget()
        self._outline = _Outline(self._theme, home)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        outline = self._outline
        if outline is None or not isValid(outline):
            return False
        kind = event.type()
        moved = kind in _FOLLOWED and outline.isVisible()
        woken = kind == QEvent.Type.KeyPress and watched is self._target and not outline.isVisible()
        if moved or woken:
            self._place()
        return False

    def _place(self) -> None:
        target, outline = self._target, self._outline
        if target is None or outline is None or not isValid(target):
            return
        if not target.isVisible():
            outline.hide()
            return
        radius = target.property("focusRadius")
        outline.radius_px = float(radius) if radius is not None else float(RADIUS_BUTTON_PX)
        home = outline.parentWidget()
        if home is None:
            return
        corner = target.mapTo(home, QPoint(0, 0))
        reach = (-_REACH_PX, -_REACH_PX, _REACH_PX, _REACH_PX)
        outline.setGeometry(QRect(corner, target.size()).adjusted(*reach))
        outline.raise_()
        outline.show()


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
