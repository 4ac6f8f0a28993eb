"""What to do after something unpleasant: a card that stands until it is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.session_view import AdviceCardView, AdviceKind
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card, CardKind


class AdviceCard(Card):
    """Shows an ``AdviceCardView``, or nothing; ``read`` tells that the person is done with it."""

    read = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(theme, CardKind.STOP, parent)
        self._view: AdviceCardView | None = None
        self._title = Label(theme, "", TextRole.HEAD, Tone.STOP)
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(SPACE_8)
        self._emergency = Label(theme, "", TextRole.BODY, Tone.STOP)
        self._leave = Button(theme, "", ButtonKind.SECONDARY)
        self._leave.clicked.connect(self.read)
        self.column.addWidget(self._title)
        self.column.addLayout(self._sentences)
        self.column.addWidget(self._emergency)
        self.column.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeading)
        self.setVisible(False)

    def show_view(self, view: AdviceCardView | None) -> None:
        """Show ``view``; ``None`` hides the card."""
        if view == self._view:
            return
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        calm = view.kind is AdviceKind.CALM
        self.show_kind(CardKind.CAUTION if calm else CardKind.STOP)
        for words in (self._title, self._emergency):
            words.show_tone(Tone.INK if calm else Tone.STOP)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(" ".join((*view.sentences, view.emergency)))
        self._title.show_text(view.title)
        while (item := self._sentences.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for sentence in view.sentences:
            self._sentences.addWidget(Label(self._theme, sentence, TextRole.BODY))
        self._emergency.show_text((Run(view.emergency, weight=Weight.STRONG),))
        self._leave.show_words(view.leave)

    def take_focus(self) -> None:
        """Give the keyboard to the one button."""
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)
