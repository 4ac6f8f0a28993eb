"""The number on the scale, typed or stepped with the hand that is free."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.pressure_view import FieldView
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.fields import TextField

_FIELD_PX = 132
_CHARACTERS_MAX = 8


class GramsField(QWidget):
    """``written`` carries the text, ``stepped`` +1 or -1. Space is left to the page: both hands are busy."""

    written = Signal(str)
    stepped = Signal(int)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = Label(theme, "", TextRole.BODY)
        self.field = _Digits(theme)
        self.field.textEdited.connect(self.written)
        self.field.stepped.connect(self.stepped)
        self._unit = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._fewer = self._step(Icon.DOWN, -1)
        self._more = self._step(Icon.UP, 1)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(self.field)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._fewer)
        row.addWidget(self._more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self._problem)
        theme.changed.connect(self._place)
        self._place()

    def show_field(self, view: FieldView) -> None:
        """Show another number; what is being typed is left alone."""
        self._name.show_text(view.name)
        self.field.setAccessibleName(view.name)
        self.field.setAccessibleDescription(view.problem)
        if self.field.text() != view.text:
            self.field.setText(view.text)
        self._unit.show_text(view.unit)
        for button, words in ((self._fewer, view.fewer), (self._more, view.more)):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._problem.show_text(view.problem)
        self._problem.setVisible(bool(view.problem))

    def _step(self, icon: Icon, step: int) -> Button:
        button = Button(self._theme, "", ButtonKind.SECONDARY, ButtonSize.PAGE, ButtonExtras(icon=icon))
        button.clicked.connect(self._step_up if step > 0 else self._step_down)
        return button

    def _step_up(self) -> None:
        self.stepped.emit(1)

    def _step_down(self) -> None:
        self.stepped.emit(-1)

    def _place(self) -> None:
        self.field.setFixedWidth(self._theme.scaled(_FIELD_PX))


class _Digits(TextField):
    """One line in which the arrow keys step and a space is no text."""

    stepped = Signal(int)

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__(theme, "", characters_max=_CHARACTERS_MAX)

    def event(self, event: QEvent) -> bool:
        """Leave the space bar to the page: it means what the main button says."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}
        step = steps.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
