"""The emergency line under every question, with the person's own number."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.safety_view import FootView
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.icon_mark import IconMark

_PHONE_CHARACTERS = 20


class Room(Enum):
    """How much room the line has."""

    WHOLE = "whole"
    SHORT = "short"


class EmergencyLine(QWidget):
    """``EmergencyLine(theme)``: ``turned`` opens or closes the field; ``typed`` and ``saved`` keep it."""

    turned = Signal()
    typed = Signal(str)
    saved = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FootView | None = None
        self._room = Room.WHOLE
        self._words = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._link = Button(theme, "", ButtonKind.QUIET)
        self._link.clicked.connect(self.turned)
        self._stays = Label(theme, "", TextRole.CAPTION, Tone.INK3, Wrap.WORDS)
        self._field = TextField(theme, "", "", None, _PHONE_CHARACTERS)
        self._field.setMaximumWidth(theme.scaled(240))
        self._field.textEdited.connect(self.typed)
        self._field.returnPressed.connect(self.saved)
        self._save = Button(theme, "", ButtonKind.SECONDARY)
        self._save.clicked.connect(self.saved)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._line = QHBoxLayout()
        self._line.setSpacing(SPACE_8)
        first = QHBoxLayout()
        first.setSpacing(SPACE_8)
        first.addWidget(IconMark(theme, Icon.PHONE, Tone.STOP), 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(first, 0)
        self._line.addWidget(self._link, 0)
        self._line.addStretch(1)
        self._line.addWidget(self._stays, 0, Qt.AlignmentFlag.AlignVCenter)
        field = QHBoxLayout()
        field.setSpacing(SPACE_12)
        field.addWidget(self._field)
        field.addWidget(self._save)
        field.addWidget(self._problem, 1)
        self._field_row = QWidget()
        self._field_row.setLayout(field)
        field.setContentsMargins(0, 0, 0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        whole.addLayout(self._line)
        whole.addWidget(self._field_row)

    def show_view(self, view: FootView) -> None:
        """Show ``view``; the field takes the keyboard when it opens."""
        self._view = view
        self._say()
        self._link.show_words(view.link)
        self._stays.show_text(view.stays)
        opened = view.number is not None and self._field_row.isHidden()
        self._field_row.setVisible(view.number is not None)
        if view.number is None:
            return
        self._field.setAccessibleName(view.number.label)
        self._field.setPlaceholderText(view.number.label)
        self._save.show_words(view.number.save)
        self._problem.show_text(view.number.problem)
        if self._field.text() != view.number.text:
            self._field.setText(view.number.text)
        if opened:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self, room: Room) -> None:
        """Say only whom to call where there is little room; the whole line stays the spoken one."""
        if room is not self._room:
            self._room = room
            self._say()

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        call = Run(view.call, Tone.INK, Weight.STRONG)
        short = self._room is Room.SHORT
        self._words.show_text((call,) if short else (Run(f"{view.question} "), call, Run(view.after)))
        self._words.setAccessibleName(f"{view.question} {view.call}{view.after}")
        self._stays.setVisible(not short)
