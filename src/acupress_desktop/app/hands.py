"""A pair of hands for rehearsals: presses what is on the screen by the name that a person reads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableWidget, QWidget

from acupress_desktop.ui.widgets.overlays import Dialog
from acupress_desktop.words.translate import unmarked

_DOWN_LOOK_MS = 20


class NothingToPress(LookupError):
    """No button of that name can be pressed just now; ``seen`` are the names that can."""

    def __init__(self, wanted: str, seen: tuple[str, ...]) -> None:
        super().__init__(f"no button {wanted!r}; there are: {', '.join(seen)}")


class Hands:
    """Presses, types and photographs one window. Counts what was pressed."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.presses = 0

    @property
    def front(self) -> QWidget:
        """What lies in front: the last dialog that is open, or the window."""
        dialogs = [one for one in self.window.findChildren(Dialog) if one.isVisibleTo(self.window)]
        return dialogs[-1] if dialogs else self.window

    def buttons(self) -> tuple[QAbstractButton, ...]:
        """Return what can be pressed now; what lies under a dialog cannot."""
        front = self.front
        return tuple(
            button
            for button in front.findChildren(QAbstractButton)
            if button.isVisibleTo(front) and button.isEnabled()
        )

    def lines(self) -> tuple[str, ...]:
        """Return every line of text that a person can read now: labels, buttons, the cells of tables."""
        self.settle()
        front = self.front
        shown = [widget for widget in front.findChildren(QWidget) if widget.isVisibleTo(front)]
        found: list[str] = []
        for widget in shown:
            if isinstance(widget, QLabel):
                found.append(widget.text())
            elif isinstance(widget, QAbstractButton):
                found.append(widget.accessibleName())
            elif isinstance(widget, QTableWidget):
                found.extend(_cells(widget))
        return tuple(line for line in found if line)

    def reads(self, words: str) -> bool:
        """Tell whether some line that can be read now holds ``words``."""
        return any(words in line for line in self.lines())

    def press(self, name: str) -> None:
        """Press the first button whose name is, or begins with, ``name``."""
        self.settle()
        wanted = unmarked(name)
        named = [(unmarked(button.accessibleName()), button) for button in self.buttons()]
        exact = [button for its_name, button in named if its_name == wanted]
        near = [button for its_name, button in named if its_name.startswith(wanted)]
        if not exact and not near:
            raise NothingToPress(name, tuple(its_name for its_name, _button in named))
        button = (exact or near)[0]
        self.presses += 1
        button.click()
        self.settle()

    def can_press(self, name: str) -> bool:
        """Tell whether a button of that name is there."""
        self.settle()
        return any(unmarked(button.accessibleName()).startswith(name) for button in self.buttons())

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
        # A letter that stands for a button holds it down for a tenth of a second, so that it is seen.
        while any(button.isDown() for button in self.buttons()):
            QTest.qWait(_DOWN_LOOK_MS)

    def settle(self) -> None:
        """Let everything that is due be laid out and painted."""
        for _ in range(3):
            QApplication.processEvents()

    def photograph(self, file: Path) -> None:
        """Save a picture of the window."""
        self.settle()
        self.window.grab().save(str(file))


def _cells(table: QTableWidget) -> tuple[str, ...]:
    """Return the rows of a table, each cell by itself."""
    places = ((row, column) for row in range(table.rowCount()) for column in range(table.columnCount()))
    items = (table.item(row, column) for row, column in places)
    return tuple(item.text() for item in items if item is not None)
