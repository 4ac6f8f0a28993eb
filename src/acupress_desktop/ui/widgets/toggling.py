"""A checkable button that assistive technology toggles counts as clicked.

A screen reader's "toggle" calls ``QAbstractButton.toggle``: Qt then says ``toggled`` but not ``clicked``,
and a sign that was ticked by voice would look ticked and never be heard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Q_ARG, QMetaObject
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class ClickedByToggling(_Base):
    """Mix in before the Qt class and call ``hear_toggles`` once; then listening to ``clicked`` is enough."""

    _showing = False
    _clicking = False

    def hear_toggles(self) -> None:
        """Report a toggle that came neither from a click nor from the page itself."""
        self.toggled.connect(self._toggled_by_others)

    def setChecked(self, arg__1: bool) -> None:
        self._showing = True
        super().setChecked(arg__1)
        self._showing = False

    def nextCheckState(self) -> None:
        self._clicking = True
        super().nextCheckState()
        self._clicking = False

    def _toggled_by_others(self, on: bool) -> None:
        gave_way = not on and self.autoExclusive()
        if not (self._showing or self._clicking or gave_way):
            QMetaObject.invokeMethod(self, "clicked", Q_ARG(bool, on))
