"""The sheet on which a card, a thumb and four fingers are held against the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.ruler import RulerStep, RulerView
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.overlays import Dialog
from acupress_desktop.ui.your_body.gauge import Gauge
from acupress_desktop.words import ruler as words

_WIDTH_PX = 800


class RulerPresenting(Protocol):
    """What the sheet asks of its presenter."""

    def present(self) -> RulerView:
        """Show the step."""
        ...

    def move(self, at: int) -> RulerView:
        """Move the gauge."""
        ...

    def take(self) -> RulerView:
        """Keep what it says."""
        ...

    def skip(self) -> RulerView:
        """Leave this step out."""
        ...

    def again(self) -> RulerView:
        """Fit the card once more."""
        ...


OpenRuler = Callable[[QWidget], RulerPresenting]
"""Begins to measure on the screen that a widget is on."""


class RulerDialog(Dialog):
    """``open_it`` shows it; it ends by itself after the last width."""

    def __init__(self, theme: LiveTheme, window: QWidget, presenter: RulerPresenting) -> None:
        super().__init__(theme, window, words.title(), words.close(), _WIDTH_PX)
        self._presenter = presenter
        view = presenter.present()
        self._step = Label(theme, view.title, TextRole.SUBHEAD)
        self._lead = Label(theme, view.lead, TextRole.BODY, Tone.INK2)
        self._note = Label(theme, "", TextRole.SMALL, Tone.INK3)
        self.gauge = Gauge(theme, view)
        self._value = Label(theme, view.value, TextRole.BODY)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        self._said = Label(theme, "", TextRole.SMALL, Tone.INK2)
        for part in (self._step, self._lead, self._note, self.gauge, self._value, self._problem, self._said):
            self.column.addWidget(part)
        self._take = Button(theme, view.take, ButtonKind.PRIMARY)
        self._skip = Button(theme, words.skip(), ButtonKind.SECONDARY)
        self._again = Button(theme, words.card_again(), ButtonKind.QUIET)
        for button, slot in (
            (self._take, self._keep),
            (self._skip, self._leave_out),
            (self._again, self._fit),
        ):
            button.clicked.connect(slot)
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.gauge.moved.connect(self._move)
        self._show(view)

    def open_it(self) -> None:
        """Show the sheet; the gauge has the keyboard."""
        self.open_over(self.gauge)

    def _show(self, view: RulerView) -> None:
        if view.step is RulerStep.DONE:
            self.finish()
            return
        for label, text in (
            (self._step, view.title),
            (self._lead, view.lead),
            (self._note, view.note),
            (self._value, view.value),
            (self._problem, view.problem),
            (self._said, view.said),
        ):
            label.show_text(text)
            label.setVisible(bool(text))
        self.gauge.show_gauge(view)
        self._take.show_words(view.take)
        for button, shown in ((self._skip, view.skip), (self._again, view.again)):
            button.setVisible(bool(shown))

    def _move(self, at: int) -> None:
        self._show(self._presenter.move(at))

    def _keep(self) -> None:
        self._next(self._presenter.take())

    def _leave_out(self) -> None:
        self._next(self._presenter.skip())

    def _fit(self) -> None:
        self._next(self._presenter.again())

    def _next(self, view: RulerView) -> None:
        self._show(view)
        if view.step is not RulerStep.DONE:
            announce(self.gauge, " ".join(part for part in (view.problem, view.said, view.title) if part))
            self.gauge.setFocus(Qt.FocusReason.OtherFocusReason)
