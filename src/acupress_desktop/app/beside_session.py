"""What goes on beside a session while its screen is there: the screen stays awake, the system is heard."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from acupress_desktop.app.awake import KeepsAwake
from acupress_desktop.app.ground import Ground
from acupress_desktop.app.interruptions import Interruptions
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.session.states import PauseCause
from acupress_desktop.ui.bridge.deadlines import Deadline
from acupress_desktop.ui.session.screen import SessionScreen

WAITS_AWAKE_MS = 180_000
"""So long the screen stays awake in a pause, on the stop card and before the first press."""


class Session(Protocol):
    """What is needed of the session's screen."""

    @property
    def phased(self) -> SignalInstance:
        """Emitted with the ``SessionPhase`` whenever it is another one."""
        ...

    @property
    def phase(self) -> SessionPhase:
        """What the person does just now."""
        ...

    def interrupt(self, cause: PauseCause) -> None:
        """Pause what runs."""
        ...


def stand_beside(screen: SessionScreen, ground: Ground) -> None:
    """Begin what goes on beside a session; it ends with the screen."""
    if ground.awake is not None:
        StaysAwake(screen, ground.awake, ground.deadlines(screen), screen)
        screen.destroyed.connect(ground.awake.let_go)
    if ground.interruptions is not None:
        Heeds(screen, ground.interruptions(screen), screen)


class StaysAwake(QObject):
    """Keeps the screen awake while seconds lead somewhere, a while longer in a pause, and never after."""

    def __init__(self, session: Session, awake: KeepsAwake, deadline: Deadline, parent: QObject) -> None:
        super().__init__(parent)
        self._awake = awake
        self._deadline = deadline
        self._waits = False
        deadline.due.connect(awake.let_go)
        session.phased.connect(self._follow)
        self._follow(session.phase)

    def _follow(self, phase: SessionPhase) -> None:
        if phase is SessionPhase.FINISHED:
            self._deadline.cancel()
            self._awake.let_go()
            return
        waits = not phase.runs
        if not waits:
            self._deadline.cancel()
            self._awake.keep()
        elif not self._waits:
            self._awake.keep()
            self._deadline.start(WAITS_AWAKE_MS)
        self._waits = waits


class Heeds(QObject):
    """Pauses the session when the system says that nobody looks any more."""

    def __init__(self, session: Session, interruptions: Interruptions, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        interruptions.happened.connect(self._interrupt)

    def _interrupt(self, cause: PauseCause) -> None:
        self._session.interrupt(cause)
