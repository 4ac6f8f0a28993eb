"""The choice of layers, above the atlas; every tick takes effect at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.layers import LayersPresenter
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.checks import CheckRow
from acupress_desktop.ui.widgets.overlays import Dialog

_WIDTH_PX = 520


class LayersDialog(Dialog):
    """``LayersDialog(theme, window, presenter)``; ``changed`` after each tick."""

    changed = Signal()

    def __init__(self, theme: LiveTheme, window: QWidget, presenter: LayersPresenter) -> None:
        view = presenter.present()
        super().__init__(theme, window, view.title, view.close, _WIDTH_PX)
        self._presenter = presenter
        self._rows: list[CheckRow] = []
        for layer in view.layers:
            row = CheckRow(theme, layer.label)
            row.setChecked(layer.choice is Choice.CHOSEN)
            row.setProperty("layer", layer.layer)
            row.clicked.connect(self._tick)
            self.column.addWidget(row)
            self._rows.append(row)
        for note in view.notes:
            self.column.addWidget(Label(theme, note, TextRole.CAPTION, Tone.INK3))
        self.column.addStretch(1)

    def open_it(self) -> None:
        """Show the choice, the keyboard on its first tick."""
        self.open_over(self._rows[0])

    def _tick(self) -> None:
        sender = self.sender()
        if isinstance(sender, CheckRow):
            self._presenter.tick(sender.property("layer"))
            self.changed.emit()
