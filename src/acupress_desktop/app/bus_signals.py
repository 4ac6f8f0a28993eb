"""The signs of sleep and lock on the message buses of Linux desktops, through Qt's own connection to them.

Qt keeps the connection on a thread of its own and hands the signs over on the main one; nothing is asked on
the bus, so nothing can wait for an answer. Messages are looked at whole: where a slot has typed arguments, a
message of another type, which any program may send, ends the process.
"""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from acupress_desktop.session.states import PauseCause

SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
"""Who says ``ActiveChanged(true)`` when the screen is locked or goes dark."""
LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"


class BusSignals(QObject):
    """``listen(session_bus, system_bus)``; ``heard`` is emitted until this object is deleted."""

    heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session_path = session_path(os.environ.get("XDG_SESSION_ID", ""))

    def listen(self, session: QDBusConnection, system: QDBusConnection) -> None:
        """Hear what is said on these buses; one that is not connected says nothing."""
        if session.isConnected():
            for saver in SCREEN_SAVERS:
                session.connect("", "", saver, "ActiveChanged", self, _slot("saver_changed"))
        if not system.isConnected():
            return
        system.connect("", LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", self, _slot("sleep_near"))
        if self._session_path:
            system.connect("", self._session_path, f"{LOGIN}.Session", "Lock", self, _slot("locked"))

    @Slot(QDBusMessage)
    def saver_changed(self, message: QDBusMessage) -> None:
        """The screen was locked or went dark, or came back."""
        if message.arguments() == [True]:
            self.heard.emit(PauseCause.LOCK)

    @Slot(QDBusMessage)
    def sleep_near(self, message: QDBusMessage) -> None:
        """The computer goes to sleep, or has woken."""
        if message.arguments() == [True]:
            self.heard.emit(PauseCause.SUSPEND)

    @Slot(QDBusMessage)
    def locked(self, _message: QDBusMessage) -> None:
        """Somebody asked that this person's screen be locked."""
        self.heard.emit(PauseCause.LOCK)


def _slot(name: str) -> Any:  # noqa: ANN401 - the stubs of PySide want bytes here, and the call wants text
    return SLOT(f"{name}(QDBusMessage)")


def session_path(session_id: str) -> str:
    """Return where the login of this name stands on the bus; empty for none.

    Letters stay, and so do digits but a first one; everything else becomes its hexadecimal number.
    """
    if not session_id:
        return ""
    kept = [
        character
        if character.isascii() and (character.isalpha() or (character.isdigit() and place > 0))
        else "".join(f"_{byte:02x}" for byte in character.encode())
        for place, character in enumerate(session_id)
    ]
    return f"{LOGIN_PATH}/session/{''.join(kept)}"
