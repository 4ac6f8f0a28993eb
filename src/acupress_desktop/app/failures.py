"""What nobody handled: it is written down, a running hold is paused, and the person is told calmly."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from acupress_desktop.storage.files import make_private_folder
from acupress_desktop.ui.bridge.hooks import Failure, FailureHooks
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.overlays import Toast
from acupress_desktop.words import shell as words

LOG = logging.getLogger(__name__)
_LOG_BYTES = 256_000


class Failures(QObject):
    """``install`` at the start, ``remove`` at the end. ``count`` says how many there were."""

    _happened = Signal(object)

    def __init__(self, window: QWidget, theme: LiveTheme, logs: Path) -> None:
        super().__init__(window)
        self.count = 0
        self._window = window
        self._toast = Toast(theme, window)
        self._logs = logs
        self._hooks = FailureHooks(self._note)
        self._written: logging.Handler | None = None
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch failures from now on."""
        self._hooks.install()

    def remove(self) -> None:
        """Put the former hooks back."""
        self._hooks.remove()
        if self._written is not None:
            logging.getLogger().removeHandler(self._written)
            self._written.close()

    def _note(self, failure: Failure) -> None:
        """Called on any thread: write it down, tell the window later."""
        self._open_log()
        LOG.error("%s: %s", failure.where.value, failure.summary, exc_info=failure.error)
        self._happened.emit(failure)

    @Slot(object)
    def _tell(self, failure: object) -> None:
        if not isinstance(failure, Failure) or failure.error is None:
            return
        from acupress_desktop.ui.session.screen import SessionScreen

        self.count += 1
        for session in self._window.findChildren(SessionScreen):
            session.interrupt()
        self._toast.show_message(words.something_failed())

    def _open_log(self) -> None:
        if self._written is not None:
            return
        make_private_folder(self._logs)
        self._written = logging.handlers.RotatingFileHandler(
            self._logs / "acupress.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
        )
        logging.getLogger().addHandler(self._written)
