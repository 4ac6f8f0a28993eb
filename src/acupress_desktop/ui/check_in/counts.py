"""A number to type, for who wants it: glasses of water, minutes moved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.check_in_view import CountView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.fields import TextField

_CHARACTERS_MAX = 6
_FIELD_PX = 96


class CountField(QWidget):
    """``CountField(theme, view)``. ``typed`` carries the number's key and its text."""

    typed = Signal(object, str)

    def __init__(self, theme: LiveTheme, view: CountView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._question = Label(theme, (Run(view.question, weight=Weight.STRONG),), TextRole.BODY)
        self._field = TextField(theme, f"{view.question} {view.unit}", characters_max=_CHARACTERS_MAX)
        self._field.textEdited.connect(self._edited)
        unit = Label(theme, view.unit, TextRole.BODY, Tone.INK2)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self._field)
        row.addWidget(unit, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self._question)
        column.addLayout(row)
        column.addWidget(self._problem)
        theme.changed.connect(self._place)
        self._place()
        self.show_count(view)

    def show_count(self, view: CountView) -> None:
        """Show what was typed, and why it cannot be kept."""
        self._view = view
        if self._field.text() != view.typed:
            self._field.setText(view.typed)
        self._field.setAccessibleDescription(view.problem)
        self._problem.show_text(view.problem)
        self._problem.setVisible(bool(view.problem))

    def _place(self) -> None:
        self._field.setFixedWidth(self._theme.scaled(_FIELD_PX))

    def _edited(self, text: str) -> None:
        self.typed.emit(self._view.count, text)
