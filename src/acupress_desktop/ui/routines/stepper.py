"""A number with a button on each side: for seconds, times and pressure, with its limit in words below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.routine_view import StepperView
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind

_TEXT_PX = 132


class Stepper(QWidget):
    """``Stepper(theme, view)``. ``stepped`` emits the new number, or ``None`` where none is meant."""

    stepped = Signal(object)

    def __init__(self, theme: LiveTheme, view: StepperView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        self._name = Label(theme, view.name, TextRole.SMALL, Tone.INK2)
        column.addWidget(self._name)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        self.less = self._sign("−", view.less, -1)
        self._text = Label(theme, "", TextRole.BODY)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.more = self._sign("+", view.more, 1)
        row.addWidget(self.less)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.more)
        column.addLayout(row)
        self.none = Button(theme, view.optional, ButtonKind.QUIET)
        self.none.clicked.connect(self._mean_none)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeading)
        self._limit = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        column.addSpacing(SPACE_12 - SPACE_8)
        column.addWidget(self._limit)
        theme.changed.connect(self._restyle)
        self.show_number(view)
        self._restyle()

    def _sign(self, sign: str, words: str, way: int) -> Button:
        button = Button(self._theme, sign, ButtonKind.SECONDARY)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setAutoRepeat(True)
        button.clicked.connect(self._go_down if way < 0 else self._go_up)
        return button

    def show_number(self, view: StepperView) -> None:
        """Show another number."""
        before, self._view = self._view, view
        self._text.show_text((Run(view.text, None, Weight.STRONG),))
        self._limit.show_text(view.limit)
        self._limit.setVisible(bool(view.limit))
        self.none.setVisible(bool(view.optional) and view.value is not None)
        if view.optional:
            self.none.show_words(view.optional)
            self.none.setAccessibleName(f"{view.name}: {view.optional}")
        for button, end in ((self.less, view.low), (self.more, view.high)):
            button.setEnabled(view.value != end and not (button is self.less and view.value is None))
            button.setAccessibleDescription(f"{view.text}. {view.limit}".strip())
        if before.text != view.text:
            announce(self, view.text, Urgency.POLITE)

    def _go_up(self) -> None:
        view = self._view
        if view.value is None:
            self.stepped.emit(max(view.low, view.step))
            return
        self.stepped.emit(min(view.high, (view.value // view.step + 1) * view.step))

    def _go_down(self) -> None:
        view = self._view
        if view.value is not None:
            self.stepped.emit(max(view.low, (-(-view.value // view.step) - 1) * view.step))

    def _mean_none(self) -> None:
        self.stepped.emit(None)

    def _restyle(self) -> None:
        self._text.setMinimumWidth(self._theme.scaled(_TEXT_PX))
