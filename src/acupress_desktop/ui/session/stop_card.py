"""Hands off: the card after Stop, over the stage."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.presenters.session_view import StopCardView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SESSION_TARGET_MIN_PX, SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.layouts import FlowLayout


class StopCard(Card):
    """``told`` carries an ``AdverseKind``; ``went_on`` and ``ended`` are the two other ways out."""

    told = Signal(object)
    went_on = Signal()
    ended = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._view: StopCardView | None = None
        self._choices: tuple[tuple[AdverseKind, Button], ...] = ()
        self._title = Label(theme, "", TextRole.HEAD)
        self._lead = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._question = Label(theme, "", TextRole.SUBHEAD)
        chips = QWidget()
        self._flow = FlowLayout(chips, SPACE_8, SPACE_12)
        self.go_on = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.SESSION)
        self.end = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.SESSION)
        self.go_on.clicked.connect(self.went_on)
        self.end.clicked.connect(self.ended)
        inside = self.column
        inside.addWidget(self._title)
        inside.addWidget(self._lead)
        inside.addWidget(self._question)
        inside.addWidget(chips)
        inside.addSpacing(SPACE_8)
        ways = QWidget()
        way_flow = FlowLayout(ways, SPACE_12, SPACE_12)
        way_flow.addWidget(self.go_on)
        way_flow.addWidget(self.end)
        inside.addWidget(ways)
        self.hide()

    def show_view(self, view: StopCardView | None) -> None:
        """Say what ``view`` says; the veil decides whether the card is seen."""
        if view == self._view:
            return
        self._view = view
        if view is None:
            return
        self.setAccessibleName(view.title)
        self._title.show_text(view.title)
        self._lead.show_text(view.lead)
        self._question.show_text(view.question)
        self.go_on.show_words(view.go_on)
        self.end.show_words(view.end)
        if not self._choices:
            self._choices = tuple((choice.kind, self._choice(choice.words)) for choice in view.choices)

    def take_focus(self) -> None:
        """Give the keyboard to the first symptom: going on must be a choice, not a slip."""
        if self._choices:
            self._choices[0][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choice(self, words: str) -> Button:
        button = Button(self._theme, words, ButtonKind.STOP)
        button.setMinimumHeight(SESSION_TARGET_MIN_PX)
        button.clicked.connect(self._tell)
        self._flow.addWidget(button)
        return button

    def _tell(self) -> None:
        sender = self.sender()
        for kind, button in self._choices:
            if button is sender:
                self.told.emit(kind)
