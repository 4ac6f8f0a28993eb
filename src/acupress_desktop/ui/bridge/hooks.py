"""One set of hooks for everything that would otherwise be printed and forgotten.

An exception in a slot, a ``paintEvent`` or a ``closeEvent`` is printed by PySide and the app goes on: a hold
would keep counting over a broken screen. These hooks hand every such failure to one callable, which pauses
the hold and tells the person.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOG = logging.getLogger(__name__)

_HARMLESS_QT = ("propagateSizeHints",)
"""Messages of Qt's platform plugins that say nothing about the app."""


class Where(Enum):
    """Which hook caught a failure."""

    MAIN = "main"
    THREAD = "thread"
    UNRAISABLE = "unraisable"
    QT = "qt"


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that nobody handled. ``summary`` is one line; ``error`` is ``None`` for messages of Qt."""

    where: Where
    summary: str
    error: BaseException | None


Told = Callable[[Failure], None]


class FailureHooks:
    """``FailureHooks(told)``: ``install()`` once at the start, ``remove()`` at the end.

    ``told`` may be called from any thread. A failure inside ``told`` is logged and goes no further, so that
    the hooks cannot call themselves for ever.
    """

    def __init__(self, told: Told, crash_file: TextIO | None = None) -> None:
        self._told = told
        self._crash_file = crash_file
        self._telling = threading.local()
        self._old_excepthook = sys.excepthook
        self._old_threading = threading.excepthook
        self._old_unraisable = sys.unraisablehook
        self._old_qt: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None

    def install(self) -> None:
        """Catch failures from now on; ``faulthandler`` writes a crash of the process itself."""
        self._old_excepthook, sys.excepthook = sys.excepthook, self._main
        self._old_threading, threading.excepthook = threading.excepthook, self._thread
        self._old_unraisable, sys.unraisablehook = sys.unraisablehook, self._unraisable
        self._old_qt = qInstallMessageHandler(self._qt)
        if self._crash_file is not None:
            faulthandler.enable(self._crash_file)

    def remove(self) -> None:
        """Put the former hooks back."""
        sys.excepthook = self._old_excepthook
        threading.excepthook = self._old_threading
        sys.unraisablehook = self._old_unraisable
        qInstallMessageHandler(self._old_qt)
        if self._crash_file is not None:
            faulthandler.disable()

    def _tell(self, failure: Failure) -> None:
        LOG.error(failure.summary, exc_info=failure.error)
        if getattr(self._telling, "busy", False):
            return
        self._telling.busy = True
        try:
            self._told(failure)
        except Exception:
            LOG.exception("telling about a failure failed")
        finally:
            self._telling.busy = False

    def _main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._old_excepthook(kind, error, trace)
            return
        self._tell(Failure(Where.MAIN, f"{kind.__name__}: {error}", error))

    def _thread(self, arguments: threading.ExceptHookArgs) -> None:
        name = arguments.thread.name if arguments.thread else "?"
        summary = f"in thread {name}: {arguments.exc_type.__name__}: {arguments.exc_value}"
        self._tell(Failure(Where.THREAD, summary, arguments.exc_value))

    def _unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        error = arguments.exc_value
        kind = arguments.exc_type.__name__
        self._tell(Failure(Where.UNRAISABLE, f"{kind}: {error} in {arguments.object!r}", error))

    def _qt(self, level: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if any(part in message for part in _HARMLESS_QT):
            return
        if level in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
            self._tell(Failure(Where.QT, message, None))
        elif level is QtMsgType.QtWarningMsg:
            LOG.warning("Qt: %s", message)
        else:
            LOG.debug("Qt: %s", message)
