"""The signs of sleep and lock that Windows sends to a window."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication

from acupress_desktop.session.states import PauseCause

WM_POWERBROADCAST = 0x0218
PBT_APMSUSPEND = 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_SESSION_LOCK = 0x7
WTS_CONSOLE_DISCONNECT = 0x2
WTS_REMOTE_DISCONNECT = 0x4
_THIS_SESSION = 0


def cause_of(message: int, first: int) -> PauseCause | None:
    """Return what a window message says with its first number, if it is one of these signs."""
    if message == WM_POWERBROADCAST and first == PBT_APMSUSPEND:
        return PauseCause.SUSPEND
    left = (WTS_SESSION_LOCK, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT)
    if message == WM_WTSSESSION_CHANGE and first in left:
        return PauseCause.LOCK
    return None


class WindowsMessages(QObject):
    """``heard`` is emitted until this object is deleted."""

    heard = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self.heard.emit)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        windows = QApplication.topLevelWidgets()
        if sys.platform == "win32" and windows:
            # Sleep is told to every window; a lock only to those that asked.
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(windows[0].winId()), _THIS_SESSION)


class _Filter(QAbstractNativeEventFilter):
    """Looks at every message and keeps none. It leaves Qt when it is deleted."""

    def __init__(self, told: Callable[[PauseCause], object]) -> None:
        super().__init__()
        self._told = told

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if kind == b"windows_generic_MSG":
            seen = ctypes.wintypes.MSG.from_address(int(message))
            cause = cause_of(seen.message, seen.wParam)
            if cause is not None:
                self._told(cause)
        return False
