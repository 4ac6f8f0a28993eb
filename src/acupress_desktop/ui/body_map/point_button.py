"""A point as a screen reader and a keyboard find it: a real button, transparent, over its marker.

Python children of ``QAccessibleInterface`` show a name but no action; a real button has both. The pointer
does not see these buttons: the map itself gives a click to the nearest point.
"""

from __future__ import annotations

from collections.abc import Hashable
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class Step(Enum):
    """Where an arrow key leads from a point."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LAST = "last"


_STEPS = {
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}


class PointButton(QAbstractButton):
    """One point of the map; ``key`` is the marker's."""

    stepped = Signal(object)
    focused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key: Hashable = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def name(self, key: Hashable, spoken: str, reason: str) -> None:
        """Stand for the marker ``key``."""
        self.key = key
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if step is not None and plain:
            self.stepped.emit(step)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map paints the marker, the focus ring goes round this button."""
