"""Two ways to answer: equal buttons, and a number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.safety_view import AmountBody, AskBody, ChoiceBody
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.checks import AnswerButton
from acupress_desktop.ui.widgets.fields import TextField

UNSURE = object()
"""Stands for "not sure" among the options of a choice."""
ANSWER_PX = 80


class EqualAnswers(QWidget):
    """Buttons of one height, one under the other, none louder than the rest; ``answered`` carries the key."""

    answered = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tall_px = ANSWER_PX
        self._keys: dict[AnswerButton, object] = {}
        self._line = QVBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SPACE_16)

    def show_tall(self, tall_px: int, gap_px: int) -> None:
        """Make the answers ``tall_px`` tall, with ``gap_px`` between them."""
        self._tall_px = tall_px
        self._line.setSpacing(gap_px)
        for button in self._keys:
            button.show_tall(tall_px)

    def show_answers(self, body: AskBody | ChoiceBody) -> None:
        """Show the answers of another question."""
        clear(self._line)
        self._keys.clear()
        if isinstance(body, AskBody):
            for answer in body.answers:
                self._add(answer.reply, answer.label, answer.key, answer.note)
        else:
            for option in body.options:
                self._add(option.key, option.label, option.letter, "")
            self._add(UNSURE, body.unsure, body.unsure_letter, body.unsure_note)

    def first(self) -> QWidget | None:
        """The answer that gets the keyboard first."""
        return next(iter(self._keys), None)

    def _add(self, key: object, label: str, letter: str, note: str) -> None:
        button = AnswerButton(self._theme, label, letter, note)
        button.show_tall(self._tall_px)
        button.clicked.connect(self._clicked)
        self._keys[button] = key
        self._line.addWidget(button)
        # Shown at once, not with the next layout: only a visible widget takes the keyboard.
        button.show()

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, AnswerButton):
            self.answered.emit(self._keys[sender])


class AmountField(QWidget):
    """A whole number; ``typed`` carries the text, ``entered`` that it is done."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = TextField(theme, "", "", None, 3)
        self._field.setMaximumWidth(theme.scaled(160))
        self._field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._field.textEdited.connect(self.typed)
        self._field.returnPressed.connect(self.entered)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.STOP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._field)
        column.addWidget(self._problem)

    def show_amount(self, body: AmountBody) -> None:
        """Show what was typed, and what is wrong with it."""
        self._field.setAccessibleName(body.label)
        if self._field.text() != body.text:
            self._field.setText(body.text)
        self._problem.show_text(body.problem)

    def first(self) -> QWidget:
        """The field."""
        return self._field
