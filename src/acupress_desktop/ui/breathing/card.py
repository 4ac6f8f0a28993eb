"""One pattern: its curve, how fast it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.breathing import BreathPhase, breath_at
from acupress_desktop.presenters.breathing_view import BreathCardView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.breathing.curve import BreathCurve
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card, CardKind
from acupress_desktop.ui.widgets.layouts import FlowLayout

_CARD_PX = 304


class BreathCard(Card):
    """``BreathCard(theme, view)``; its signals carry the view's key."""

    chosen = Signal(object)
    shown = Signal(object)
    change_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(
        self,
        theme: LiveTheme,
        view: BreathCardView,
        phase_words: Mapping[BreathPhase, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._view = view
        self._phase_words = phase_words
        self.setAccessibleName(view.name)
        self.column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self.column.setSpacing(SPACE_8)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        self._name = Label(theme, (Run(view.name, weight=Weight.STRONG),), TextRole.BODY)
        self._rate = Label(theme, view.rate, TextRole.SMALL, Tone.INK2)
        self._detail = Label(theme, view.detail, TextRole.SMALL, Tone.INK2)
        for label in (self._name, self._rate, self._detail):
            words.addWidget(label)
        self.column.addLayout(words)
        self.curve = BreathCurve(theme)
        self.column.addWidget(self.curve)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_8, SPACE_4)
        self.choose = Button(theme, view.choose, ButtonKind.SECONDARY)
        self.choose.clicked.connect(self._choose)
        self.show_me = Button(theme, view.show, ButtonKind.QUIET)
        self.show_me.clicked.connect(self._show)
        self.change = Button(theme, view.change, ButtonKind.QUIET)
        self.change.clicked.connect(self._change)
        self.delete = Button(theme, view.delete, ButtonKind.QUIET)
        self.delete.clicked.connect(self._delete)
        for button in (self.choose, self.show_me, self.change, self.delete):
            flow.addWidget(button)
        self.column.addWidget(acts)
        self.column.addStretch(1)
        theme.changed.connect(self._place)
        self._place()
        self.show_view(view)

    @property
    def view(self) -> BreathCardView:
        """What is shown."""
        return self._view

    def show_view(self, view: BreathCardView) -> None:
        """Show ``view``."""
        self._view = view
        in_use = view.chosen is Choice.CHOSEN
        self.show_kind(CardKind.SOFT if in_use else CardKind.PLAIN)
        self._name.show_text((Run(view.name, weight=Weight.STRONG),))
        self._rate.show_text(view.rate)
        self._detail.show_text(view.detail)
        self.curve.show_pattern(view.pattern, view.curve_spoken)
        self.choose.show_words(view.choose)
        self.choose.show_icon(Icon.CHECK if in_use else None)
        self.choose.setAccessibleName(view.choose_spoken)
        self.choose.setEnabled(not in_use)
        self.show_me.setAccessibleName(view.show_spoken)
        for button, words, spoken in (
            (self.change, view.change, view.change_spoken),
            (self.delete, view.delete, view.delete_spoken),
        ):
            button.setVisible(bool(words))
            button.setAccessibleName(spoken)

    def breathe(self, at_seconds: float | None) -> None:
        """Put the bead, and the word of the phase beside the rate; ``None`` lets the card be still."""
        self.curve.show_at(at_seconds)
        self.show_me.show_words(self._view.show if at_seconds is None else self._view.still)
        self.show_me.setAccessibleName(self._view.show_spoken)
        if at_seconds is None:
            self._rate.show_text(self._view.rate)
            return
        breath = breath_at(self._view.pattern, at_seconds)
        self._rate.show_text(f"{self._phase_words[breath.phase]} {int(breath.phase_elapsed_seconds) + 1}")

    def _place(self) -> None:
        self.setFixedWidth(self._theme.scaled(_CARD_PX))

    def _choose(self) -> None:
        self.chosen.emit(self._view.key)

    def _show(self) -> None:
        self.shown.emit(self._view.key)

    def _change(self) -> None:
        self.change_asked.emit(self._view.key.own)

    def _delete(self) -> None:
        self.delete_asked.emit(self._view.key.own)
