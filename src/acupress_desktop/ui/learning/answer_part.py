"""What follows an answer: where the point is, and how to find it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.learning_view import AnswerView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.cards import Card


class AnswerPart(QWidget):
    """``AnswerPart(theme)``; ``show_view(view)``."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, ...] = ()
        self._caption = Label(theme, "", TextRole.BODY)
        self._heading = eyebrow(theme, "")
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(SPACE_16)
        self._steps.setVerticalSpacing(SPACE_8)
        self._steps.setColumnStretch(1, 1)
        card = Card(theme)
        card.column.addWidget(self._caption)
        card.column.addWidget(self._heading)
        card.column.addLayout(self._steps)
        self._trouble = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._trouble)
        column.addWidget(card)

    def show_view(self, view: AnswerView) -> None:
        """Show the answer to another question."""
        self._caption.show_text((Run(view.caption, None, Weight.STRONG),))
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._heading.show_text(view.steps_heading)
        self._heading.setVisible(bool(view.steps))
        if view.steps != self._shown:
            self._shown = view.steps
            clear(self._steps)
            for number, step in enumerate(view.steps):
                ordinal = Label(self._theme, str(number + 1), TextRole.SUBHEAD, Tone.ACCENT)
                self._steps.addWidget(ordinal, number, 0)
                self._steps.addWidget(Label(self._theme, step, TextRole.BODY), number, 1)
