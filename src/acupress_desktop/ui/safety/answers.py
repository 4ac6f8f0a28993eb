"""The ways to answer: equal buttons, a checklist, a number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.presenters.safety_view import (
    AmountBody,
    AskBody,
    ChoiceBody,
    ListBody,
    RowMark,
    RowView,
)
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import CHECK_AIR_CLOSE_PX, SPACE_8, SPACE_12, SPACE_16, SPACE_48
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.checks import AnswerButton, CheckRow
from acupress_desktop.ui.widgets.fields import TextField

UNSURE = object()
"""Stands for "not sure" among the options of a choice."""
_PLAIN_SHARE = 5
_NOTED_SHARE = 7


class EqualAnswers(QWidget):
    """Buttons of one height, none louder than the rest; ``answered`` carries the key.

    They stand one under the other; ``fold`` puts them side by side where a window is low.
    """

    answered = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys: dict[AnswerButton, object] = {}
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SPACE_16)

    def fold(self, direction: QBoxLayout.Direction) -> None:
        """Side by side or one under the other; beside each other, one with a note is given more room."""
        self._line.setDirection(direction)
        self._share()

    def _share(self) -> None:
        across = self._line.direction() is QBoxLayout.Direction.LeftToRight
        for place, button in enumerate(self._keys):
            share = _NOTED_SHARE if button.accessibleDescription() else _PLAIN_SHARE
            self._line.setStretch(place, share if across else 0)
            tall = QSizePolicy.Policy.Preferred if across else QSizePolicy.Policy.Fixed
            button.setSizePolicy(QSizePolicy.Policy.Expanding, tall)

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
        self._share()

    def first(self) -> QWidget | None:
        """The answer that gets the keyboard first."""
        return next(iter(self._keys), None)

    def _add(self, key: object, label: str, letter: str, note: str) -> None:
        button = AnswerButton(self._theme, label, letter, note)
        button.clicked.connect(self._clicked)
        self._keys[button] = key
        self._line.addWidget(button)
        # Shown at once, not with the next layout: only a visible widget takes the keyboard.
        button.show()

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, AnswerButton):
            self.answered.emit(self._keys[sender])


class _ListRow(QWidget):
    """One line to tick, with a small "not sure" beside it where the question has one."""

    def __init__(self, theme: LiveTheme, row: RowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # All signs of the first screen must be in sight at once: nobody scrolls to a warning.
        self.check = CheckRow(theme, row.label, air_px=CHECK_AIR_CLOSE_PX)
        self.unsure: Button | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_12)
        line.addWidget(self.check, 1)
        if row.unsure_label:
            self.unsure = Button(theme, row.unsure_label, ButtonKind.QUIET)
            self.unsure.setCheckable(True)
            self.unsure.setAccessibleName(row.unsure_spoken)
            line.addWidget(self.unsure, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_mark(self, mark: RowMark) -> None:
        self.check.setChecked(mark is RowMark.YES)
        if self.unsure is not None:
            unsure = mark is RowMark.UNSURE
            self.unsure.setChecked(unsure)
            self.unsure.show_kind(ButtonKind.SECONDARY if unsure else ButtonKind.QUIET)


class Checklist(QWidget):
    """Lines to tick in one or two columns; ``ticked`` and ``doubted`` carry the key of a row."""

    ticked = Signal(str)
    doubted = Signal(str)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, _ListRow] = {}
        self._told = Label(theme, "", TextRole.BODY, Tone.ACCENT)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(SPACE_48)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for half in (self._left, self._right):
            half.setSpacing(0)
            self._halves.addLayout(half, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_12)
        whole.addWidget(self._told)
        whole.addLayout(self._halves)

    def show_list(self, body: ListBody) -> None:
        """Show the rows, and how they stand; the same rows stay the same widgets."""
        if tuple(self._rows) != tuple(row.key for row in body.rows):
            self._build(body)
        self._told.show_text(body.told)
        self._told.setVisible(bool(body.told))
        for row in body.rows:
            self._rows[row.key].show_mark(row.mark)

    def first(self) -> QWidget | None:
        """The line that gets the keyboard first."""
        return next((row.check for row in self._rows.values()), None)

    def fold(self, direction: QBoxLayout.Direction) -> None:
        """One column or two."""
        self._halves.setDirection(direction)
        self._halves.setSpacing(SPACE_48 if direction is QBoxLayout.Direction.LeftToRight else 0)

    def _build(self, body: ListBody) -> None:
        for half in (self._left, self._right):
            clear(half)
        self._rows.clear()
        total = sum(_weight(row) for row in body.rows)
        placed, half = 0, self._left
        for row in body.rows:
            # A group is not torn apart where it has a heading; a plain list breaks in the middle.
            grouped = any(each.heading for each in body.rows)
            if half is self._left and placed * 2 >= total and (row.heading or not grouped):
                half = self._right
            if row.heading:
                if half.count():
                    half.addSpacing(SPACE_8)
                half.addWidget(eyebrow(self._theme, row.heading))
            line = _ListRow(self._theme, row)
            line.check.clicked.connect(self._ticked)
            if line.unsure is not None:
                line.unsure.clicked.connect(self._doubted)
            self._rows[row.key] = line
            half.addWidget(line)
            line.show()
            placed += _weight(row)
        for half in (self._left, self._right):
            half.addStretch(1)

    def _ticked(self) -> None:
        sender = self.sender()
        for key, row in self._rows.items():
            if row.check is sender:
                self.ticked.emit(key)

    def _doubted(self) -> None:
        sender = self.sender()
        for key, row in self._rows.items():
            if row.unsure is sender:
                self.doubted.emit(key)


def _weight(row: RowView) -> int:
    """About how many lines a row takes."""
    return 2 + len(row.label) // 60 + (2 if row.heading else 0)


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
