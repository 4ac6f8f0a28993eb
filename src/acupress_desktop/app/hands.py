"""A pair of hands for rehearsals: presses what is on the screen by the name that a person reads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class NothingToPress(LookupError):
    """No button of that name can be pressed just now; ``seen`` are the names that can."""

    def __init__(self, wanted: str, seen: tuple[str, ...]) -> None:
        super().__init__(f"no button {wanted!r}; there are: {', '.join(seen)}")


class Hands:
    """Presses, types and photographs one window. Counts what was pressed."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.presses = 0

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """Return what can be pressed now."""
        return tuple(
            button
            for button in self.window.findChildren(QAbstractButton)
            if button.isVisibleTo(self.window) and button.isEnabled()
        )

    def press(self, name: str) -> None:
        """Press the first button whose name is, or begins with, ``name``."""
        self.settle()
        buttons = self.buttons()
        exact = [button for button in buttons if button.accessibleName() == name]
        near = [button for button in buttons if button.accessibleName().startswith(name)]
        if not exact and not near:
            raise NothingToPress(name, tuple(button.accessibleName() for button in buttons))
        button = (exact or near)[0]
        self.presses += 1
        button.click()
        self.settle()

    def can_press(self, name: str) -> bool:
        """Tell whether a button of that name is there."""
        self.settle()
        return any(button.accessibleName().startswith(name) for button in self.buttons())

    def key(self, key: Qt.Key) -> None:
        """Press one key where the keyboard is."""
        self.presses += 1
        self.window.activateWindow()
        self.settle()
        # An offscreen window may never become the active one; it still knows where its keyboard is.
        candidates = (QApplication.focusWidget(), self.window.focusWidget(), self.window)
        target = next(widget for widget in candidates if widget is not None)
        QTest.keyClick(target, key)
        self.settle()

    def settle(self) -> None:
        """Let everything that is due be laid out and painted."""
        for _ in range(3):
            QApplication.processEvents()

    def photograph(self, file: Path) -> None:
        """Save a picture of the window."""
        self.settle()
        self.window.grab().save(str(file))
