"""A question before something that no click takes back; where it weighs most, a word has to be typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.help import typed_right
from acupress_desktop.presenters.help_view import QuestionView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd


class Question(Dialog):
    """``Question(theme, window, view)``; ``agreed`` carries what was typed, empty where nothing had to be."""

    agreed = Signal(object)

    def __init__(self, theme: LiveTheme, window: QWidget, view: QuestionView) -> None:
        super().__init__(theme, window, view.title, view.cancel)
        self._view = view
        for line in view.lines:
            self.column.addWidget(Label(theme, line, TextRole.BODY, Tone.INK2))
        self._field: TextField | None = None
        kind = ButtonKind.PRIMARY
        if view.word:
            kind = ButtonKind.STOP
            self.column.addWidget(Label(theme, view.type_label))
            self._field = TextField(theme, view.type_label, characters_max=len(view.word) + 8)
            self._field.textChanged.connect(self._look)
            self._field.returnPressed.connect(self._agree)
            self.column.addWidget(self._field)
        self.column.addStretch(1)
        self._go_on = Button(theme, view.go_on, kind)
        self._go_on.clicked.connect(self._agree)
        self._cancel = Button(theme, view.cancel, ButtonKind.SECONDARY)
        self._cancel.clicked.connect(self._leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self._cancel)
        self.foot.addWidget(self._go_on)
        self._look()

    def ask(self) -> None:
        """Show the question; the keyboard goes to the field, or to the way out."""
        self.open_over(self._field or self._cancel)

    def _look(self) -> None:
        ready = self._field is None or typed_right(self._field.text(), self._view.word)
        self._go_on.setEnabled(ready)
        self._go_on.setAccessibleDescription("" if ready else self._view.waits)

    def _agree(self) -> None:
        if self._go_on.isEnabled():
            typed = "" if self._field is None else self._field.text()
            self.finish(DialogEnd.DONE)
            self.agreed.emit(typed)

    def _leave(self) -> None:
        self.finish(DialogEnd.DISMISSED)
