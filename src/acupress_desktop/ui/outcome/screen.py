"""No session now: the emergency message alone, or whom to see and what to do meanwhile."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.outcome import EmergencyView, NoSessionView, OutcomeView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import FlowFrame
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16, SPACE_24, SPACE_32, TEXT_COLUMN_MAX_PX
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.cards import Card, CardKind
from acupress_desktop.ui.widgets.fields import TextField

_PHONE_CHARACTERS = 20


class Presents(Protocol):
    """What the screen needs of its presenter."""

    def present(self) -> OutcomeView:
        """Show the message."""
        ...

    def write_number(self, text: str) -> OutcomeView:
        """Keep the number as typed."""
        ...

    def check_in(self) -> Destination:
        """Write it down."""
        ...

    def change_answers(self) -> Destination:
        """Answer again."""
        ...

    def log(self) -> Destination:
        """Look at what was told between the sessions."""
        ...

    def kept_answers(self) -> Destination:
        """Look over what the safety check remembers."""
        ...

    def close(self) -> Destination:
        """Leave."""
        ...


class OutcomeScreen(FlowFrame):
    """Shows an ``OutcomeView``; ``leave`` carries the destination."""

    leave = Signal(object)

    def __init__(self, presenter: Presents, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._presenter = presenter
        self._message: Label | None = None
        self._problem: Label | None = None
        self.closed.connect(self._close_it)
        self.show_view(presenter.present())

    def show_view(self, view: OutcomeView) -> None:
        """Show ``view``."""
        self.show_mast(view.page, view.close)
        clear(self.column)
        clear(self.acts)
        if isinstance(view, EmergencyView):
            self._show_emergency(view)
        else:
            self._show_no_session(view)
        self.column.addStretch(1)

    def _show_emergency(self, view: EmergencyView) -> None:
        """One message, the number, nothing else."""
        theme = self.theme
        self.setAccessibleDescription(f"{view.title}. {view.message}")
        card = Card(theme, CardKind.STOP)
        card.column.addWidget(Label(theme, view.title, TextRole.TITLE, Tone.STOP))
        self._message = Label(theme, view.message, TextRole.HEAD)
        card.column.addWidget(self._message)
        self.column.addWidget(card)
        if not view.asks_number:
            return
        field = TextField(theme, view.number_label, view.number_label, None, _PHONE_CHARACTERS)
        field.setText(view.number)
        field.setMaximumWidth(theme.scaled(TEXT_COLUMN_MAX_PX // 2))
        field.textEdited.connect(self._typed)
        self._problem = Label(theme, view.problem or view.number_hint, TextRole.SMALL, Tone.INK2)
        self.column.addSpacing(SPACE_24)
        self.column.addWidget(Label(theme, view.number_label, TextRole.BODY))
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(field)
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(self._problem)

    def _show_no_session(self, view: NoSessionView) -> None:
        theme = self.theme
        self.setAccessibleDescription(" ".join((view.title, view.lead, *view.messages)))
        title = Label(theme, view.title, TextRole.QUESTION)
        self.column.addWidget(title)
        self.column.addSpacing(SPACE_16)
        for message in view.messages:
            label = Label(theme, message, TextRole.LEAD)
            self.column.addLayout(limited(label, theme.scaled(TEXT_COLUMN_MAX_PX + 160)))
            self.column.addSpacing(SPACE_8)
        self.column.addSpacing(SPACE_8)
        lead = Label(theme, view.lead, TextRole.BODY, Tone.INK2)
        self.column.addLayout(limited(lead, theme.scaled(TEXT_COLUMN_MAX_PX + 160)))
        self.column.addSpacing(SPACE_32)
        self.column.addWidget(eyebrow(theme, view.instead_heading))
        self.column.addSpacing(SPACE_8)
        for line in view.instead:
            self.column.addWidget(Label(theme, line, TextRole.BODY))
            self.column.addSpacing(SPACE_8)
        self.column.addSpacing(SPACE_16)
        self.column.addWidget(Label(theme, view.rules, TextRole.CAPTION, Tone.INK3))
        write = Button(theme, view.check_in, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        write.clicked.connect(self._check_in)
        home = Button(theme, view.to_today, ButtonKind.SECONDARY, ButtonSize.MEDIUM)
        home.clicked.connect(self._close_it)
        again = Button(theme, view.change_answers, ButtonKind.QUIET)
        again.clicked.connect(self._again)
        for button in (write, home):
            self.acts.addWidget(button)
        kept = Button(theme, view.kept_answers, ButtonKind.QUIET)
        kept.clicked.connect(self._kept)
        self.acts.addStretch(1)
        self.acts.addWidget(again)
        self.column.addWidget(kept, 0, Qt.AlignmentFlag.AlignLeading)
        if view.log:
            log = Button(theme, view.log, ButtonKind.QUIET)
            log.clicked.connect(self._log)
            self.column.addWidget(log, 0, Qt.AlignmentFlag.AlignLeading)
        write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        view = self._presenter.write_number(text)
        if isinstance(view, EmergencyView) and self._message is not None and self._problem is not None:
            self._message.show_text(view.message)
            self._problem.show_text(view.problem or view.number_hint)
            self._problem.show_tone(Tone.STOP if view.problem else Tone.INK2)

    def _check_in(self) -> None:
        self.leave.emit(self._presenter.check_in())

    def _again(self) -> None:
        self.leave.emit(self._presenter.change_answers())

    def _log(self) -> None:
        self.leave.emit(self._presenter.log())

    def _kept(self) -> None:
        self.leave.emit(self._presenter.kept_answers())

    def _close_it(self) -> None:
        self.leave.emit(self._presenter.close())
