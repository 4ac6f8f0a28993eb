"""The place of the body that turns, until it is looked at for the first time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.ui.theme.plain_label import Label


class TurningHost(QWidget):
    """``TurningHost(waiting, opened)``: ``opened`` is called each time it comes into view."""

    def __init__(self, waiting: Label, opened: Callable[[], None]) -> None:
        super().__init__()
        self._opened = opened
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.waiting = waiting
        self.column.addWidget(waiting)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._opened()
