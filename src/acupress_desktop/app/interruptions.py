"""Hears from the system that the computer goes to sleep or that its screen is locked.

A session listens while it is on the screen, and nobody listens otherwise. What cannot be heard on a system is
no trouble: a sleep shows on the session's clocks as well (``session/passing.py``). A false sign, which any
program of the same person could give, does no more than pause a hold.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from acupress_desktop.session.states import PauseCause

if TYPE_CHECKING:
    from acupress_desktop.app.bus_signals import BusSignals


class Interruptions(Protocol):
    """Somebody who tells of interruptions while it lives."""

    @property
    def happened(self) -> SignalInstance:
        """Emitted with ``PauseCause.SUSPEND`` or ``PauseCause.LOCK``."""
        ...


class SystemInterruptions(QObject):
    """The real system's signs, whichever this one gives. Deleted with the screen that listens."""

    happened = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._bus: BusSignals | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)
        if sys.platform == "win32":
            from acupress_desktop.app.windows_messages import WindowsMessages

            WindowsMessages(self).heard.connect(self.happened)
        elif sys.platform != "darwin":
            self._listen_to_buses()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        # A window that is hidden, minimised or behind another one is no interruption: eyes are closed.
        if state is Qt.ApplicationState.ApplicationSuspended:
            self.happened.emit(PauseCause.SUSPEND)

    def _listen_to_buses(self) -> None:
        if not has_session_bus():
            return
        from PySide6.QtDBus import QDBusConnection

        from acupress_desktop.app.bus_signals import BusSignals

        self._bus = BusSignals(self)
        self._bus.heard.connect(self.happened)
        self._bus.listen(QDBusConnection.sessionBus(), QDBusConnection.systemBus())


def has_session_bus() -> bool:
    """Tell whether a message bus runs for this person; asking Qt instead could start one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and (Path(str(runtime)) / "bus").exists()
