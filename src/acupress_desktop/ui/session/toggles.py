"""The switches at the top of a session: voice, captions, breath."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from acupress_desktop.presenters.session_view import ActsView
from acupress_desktop.ui.session.act_button import ToggleButton
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8


class Toggles(QWidget):
    """``acted`` carries the ``SessionAct`` of a switch."""

    acted = Signal(object)

    def __init__(self, theme: LiveTheme, acts: ActsView) -> None:
        super().__init__()
        self.setAccessibleName(acts.toggles_name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        self._shown = acts.toggles
        self.buttons = tuple(ToggleButton(theme, view) for view in acts.toggles)
        for button in self.buttons:
            button.clicked.connect(self._act)
            row.addWidget(button)

    def show_acts(self, acts: ActsView) -> None:
        """Show which are on."""
        if acts.toggles == self._shown:
            return
        self._shown = acts.toggles
        for button, view in zip(self.buttons, acts.toggles, strict=True):
            button.show_toggle(view)

    def _act(self) -> None:
        button = self.sender()
        if isinstance(button, ToggleButton):
            self.acted.emit(button.act)
