"""A banner of the home page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from acupress_desktop.presenters.pieces import NoticeView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card, CardKind


class NoticeCard(Card):
    """A banner with up to two acts; both signals carry the key of the notice."""

    acted = Signal(str)
    acted_otherwise = Signal(str)

    def __init__(self, theme: LiveTheme, view: NoticeView, kind: CardKind) -> None:
        super().__init__(theme, kind)
        self._key = view.key
        self.column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        if view.title:
            self.column.addWidget(Label(theme, (Run(view.title, weight=Weight.STRONG),), TextRole.BODY))
        self.column.addWidget(Label(theme, view.text, TextRole.BODY))
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        if view.act:
            act = Button(theme, view.act, ButtonKind.SECONDARY)
            act.clicked.connect(self._act)
            row.addWidget(act)
        if view.other_act:
            other = Button(theme, view.other_act, ButtonKind.QUIET)
            other.clicked.connect(self._act_otherwise)
            row.addWidget(other)
        row.addStretch(1)
        self.column.addLayout(row)

    def _act(self) -> None:
        self.acted.emit(self._key)

    def _act_otherwise(self) -> None:
        self.acted_otherwise.emit(self._key)
