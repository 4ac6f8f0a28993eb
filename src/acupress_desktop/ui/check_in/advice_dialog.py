"""What an entry gives reason to say: a calm page above the page, with one way out."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.check_in_view import CheckInDone
from acupress_desktop.presenters.session_view import AdviceCardView
from acupress_desktop.ui.check_in.dialog import CheckInDialog
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.overlays import Dialog


class AdviceDialog(Dialog):
    """``AdviceDialog(theme, window, view)``; call ``open_it``."""

    def __init__(self, theme: LiveTheme, window: QWidget, view: AdviceCardView) -> None:
        super().__init__(theme, window, view.title, view.leave)
        self.setAccessibleDescription(" ".join((*view.sentences, view.emergency)))
        for sentence in view.sentences:
            self.column.addWidget(Label(theme, sentence, TextRole.LEAD))
        self.column.addWidget(Label(theme, view.emergency, TextRole.BODY, Tone.INK2))
        self.column.addStretch(1)
        self._read = Button(theme, view.leave, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._read.clicked.connect(self._done)
        self.foot.addStretch(1)
        self.foot.addWidget(self._read)

    def open_it(self) -> None:
        """Show the dialog; the keyboard starts at the one button."""
        self.open_over(self._read)
        self._read.setFocus(Qt.FocusReason.PopupFocusReason)

    def _done(self) -> None:
        self.finish()


class AdviceAfter(QObject):
    """Shows the advice of an entry once the dialog in which it was written has gone."""

    def __init__(self, dialog: CheckInDialog, theme: LiveTheme, window: QWidget) -> None:
        super().__init__(dialog)
        self._theme = theme
        self._window = window
        self._advice: AdviceCardView | None = None
        dialog.done.connect(self._keep)
        dialog.ended.connect(self._show)

    def _keep(self, done: CheckInDone) -> None:
        self._advice = done.advice

    def _show(self) -> None:
        if self._advice is not None:
            AdviceDialog(self._theme, self._window, self._advice).open_it()
