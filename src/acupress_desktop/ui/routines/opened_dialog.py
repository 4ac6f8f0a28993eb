"""What is in a routine file, before anything of it is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.routine_view import OpenedFileView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.layouts import Hairline
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd


class OpenedDialog(Dialog):
    """``OpenedDialog(theme, window, view)``: ``added`` or ``refused``; closing it refuses."""

    added = Signal()
    refused = Signal()

    def __init__(self, theme: LiveTheme, window: QWidget, view: OpenedFileView) -> None:
        super().__init__(theme, window, view.title, view.leave)
        self.column.addWidget(Label(theme, view.from_nobody, TextRole.BODY, Tone.INK2))
        self.column.addWidget(Hairline(theme))
        self.column.addWidget(Label(theme, view.name, TextRole.SUBHEAD))
        for line in view.lines:
            self.column.addWidget(Label(theme, line, TextRole.SMALL, Tone.INK2))
        for step in view.steps:
            self.column.addWidget(Label(theme, step))
        self.column.addStretch(1)
        self.add = Button(theme, view.add, ButtonKind.PRIMARY)
        self.add.clicked.connect(self._add)
        leave = Button(theme, view.leave, ButtonKind.SECONDARY)
        leave.clicked.connect(self._leave_it)
        self.foot.addWidget(self.add)
        self.foot.addWidget(leave)
        self.foot.addStretch(1)
        self.ended.connect(self._end)

    def _add(self) -> None:
        self.finish(DialogEnd.DONE)

    def _leave_it(self) -> None:
        self.finish(DialogEnd.DISMISSED)

    def _end(self, end: DialogEnd) -> None:
        (self.added if end is DialogEnd.DONE else self.refused).emit()
