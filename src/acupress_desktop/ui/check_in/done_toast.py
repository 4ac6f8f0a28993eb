"""Says that an entry was kept or deleted, and brings a deleted one back."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.check_in_view import CheckInDone
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.overlays import Toast


class BringsBack(Protocol):
    """What the toast needs of the presenter."""

    def bring_back(self, check_in: RowId) -> CheckInDone:
        """Undo a deletion."""
        ...


class DoneToast(QObject):
    """``DoneToast(presenter, theme, window)``; connect a dialog's ``done`` to ``say``.

    ``changed`` is emitted when undo changed the journal once more. It lasts as long as its toast.
    """

    changed = Signal(object)

    def __init__(self, presenter: BringsBack, theme: LiveTheme, window: QWidget) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._window = window
        self._undo: RowId | None = None
        self._toast = Toast(theme, window)
        self._toast.undone.connect(self._bring_back)
        self._toast.gone.connect(self._end)

    def say(self, done: CheckInDone) -> None:
        """Offer undo where there is one; a kept entry is seen on the page and only said aloud."""
        self._undo = done.undo
        if done.undo is None:
            announce(self._window, done.said, Urgency.POLITE)
            self._end()
        else:
            self._toast.show_message(done.said, done.undo_label)

    def end_without_undo(self) -> None:
        """Let go where the dialog ended without anything to undo."""
        if self._undo is None:
            self._end()

    def _bring_back(self) -> None:
        if self._undo is not None:
            done = self._presenter.bring_back(self._undo)
            announce(self._window, done.said, Urgency.POLITE)
            self.changed.emit(done)
        self._end()

    def _end(self) -> None:
        self._toast.deleteLater()
        self.deleteLater()
