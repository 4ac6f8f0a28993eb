"""Asks which routine is meant."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.routine_view import RoutineChoiceView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.cards import ListRow
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd


class ChoiceDialog(Dialog):
    """``ChoiceDialog(theme, window, view)``. ``chosen`` emits the key."""

    chosen = Signal(object)

    def __init__(self, theme: LiveTheme, window: QWidget, view: RoutineChoiceView) -> None:
        super().__init__(theme, window, view.title, view.leave)
        self.column.setSpacing(0)
        for pick in view.picks:
            row = ListRow(theme, pick.words)
            row.clicked.connect(partial(self._choose, pick.key))
            self.column.addWidget(row)
        self.column.addStretch(1)

    def _choose(self, key: object, *_clicked: object) -> None:
        self.finish(DialogEnd.DONE)
        self.chosen.emit(key)
