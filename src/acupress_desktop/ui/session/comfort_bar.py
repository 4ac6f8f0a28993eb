"""How the last place felt: three large answers under the panel that hold nothing up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.presenters.session_view import ComfortView, SessionActView
from acupress_desktop.ui.session.act_button import ActButton, Caps, Form
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.layouts import Hairline

_ANSWERS = (SessionAct.FINE, SessionAct.TOO_MUCH, SessionAct.NO_ANSWER)


class ComfortBar(QWidget):
    """``acted`` carries the ``SessionAct`` of an answer. ``show_view(None)`` takes it away."""

    acted = Signal(object)

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._view: ComfortView | None = None
        self._question = Label(theme, "", TextRole.BODY)
        self._note = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._answers = QWidget()
        self._row = QHBoxLayout(self._answers)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_8)
        self._buttons = tuple(ActButton(theme, SessionActView(act, "", "", "")) for act in _ANSWERS)
        for button in self._buttons:
            button.show_form(Form.STACKED, Caps.SHOWN)
            button.clicked.connect(self._act)
            self._row.addWidget(button, 1)
        column = QVBoxLayout(self)
        self._column = column
        column.setContentsMargins(0, SPACE_8, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(Hairline(theme))
        column.addWidget(self._question)
        column.addWidget(self._answers)
        column.addWidget(self._note)
        self.hide()

    def roomiest_px(self, wide: int) -> int:
        """Return how tall the question is with its answers, asked just now or not."""
        layout = self._column
        button = self._buttons[0].sizeHint().height()
        margins = layout.contentsMargins()
        line = self._theme.line_px(TextRole.BODY)
        lines = 1 if self._question.text() == "" else max(1, self._question.heightForWidth(wide) // line)
        return margins.top() + margins.bottom() + 2 * layout.spacing() + 1 + lines * line + button

    def show_view(self, view: ComfortView | None) -> None:
        """Ask, say what an answer did, or be gone."""
        if view == self._view:
            return
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        self.setAccessibleName(view.question or view.note)
        self._question.show_text(view.question)
        self._question.setVisible(bool(view.question))
        self._note.show_text(view.note)
        self._note.setVisible(bool(view.note))
        self._answers.setVisible(bool(view.answers))
        for button, answer in zip(self._buttons, view.answers, strict=False):
            button.show_act(SessionActView(answer.act, answer.words, answer.words, answer.key))

    def _act(self) -> None:
        button = self.sender()
        if isinstance(button, ActButton):
            self.acted.emit(button.act)
