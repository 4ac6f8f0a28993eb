"""The real app in a process of its own, led into a hold by hands, on the real clock.

``python -m tests.journeys.running FOLDER``: what the session does is said line by line: ``begins AT`` before
the first press, ``phase NAME CAUSE`` at each change, ``held SECONDS`` about every half second of a hold. The
folder holds a home made by ``bench.homes``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from acupress_desktop.app.hands import Hands
from acupress_desktop.app.rehearsal import SAFE_ANSWERS
from acupress_desktop.app.start import application, open_window
from acupress_desktop.session.clock import SystemClock
from acupress_desktop.session.states import Holding, Paused, State
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.shell.front import FrontWindow

LOOK_MS = 50
SAY_SECONDS = 0.5


def say(*words: object) -> None:
    """Tell whoever started this process."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Leads(QObject):
    """Presses what a person would until a hold runs, then only looks."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)
        self._told: tuple[str, str] | None = None
        self._told_held = 0.0

    def _look(self) -> None:
        fronts = [one for one in QApplication.topLevelWidgets() if isinstance(one, FrontWindow)]
        if not fronts or not fronts[0].isVisible():
            return
        sessions = fronts[0].findChildren(SessionScreen)
        if sessions:
            self._watch(sessions[0])
            return
        hands = Hands(fronts[0])
        for name in ("Start", "Begin", "5", *SAFE_ANSWERS):
            if hands.can_press(name):
                hands.press(name)
                break

    def _watch(self, screen: SessionScreen) -> None:
        state: State = screen._presenter.state  # type: ignore[attr-defined]
        if self._told is None:
            self._told = ("ready", "")
            say("begins", SystemClock().instant().at)
            Hands(screen).key(Qt.Key.Key_Space)
            return
        cause = state.cause.value if isinstance(state, Paused) else ""
        if self._told != (screen.phase.value, cause):
            self._told = (screen.phase.value, cause)
            say("phase", *self._told)
        if isinstance(state, Holding) and state.held_seconds >= self._told_held + SAY_SECONDS:
            self._told_held = state.held_seconds
            say("held", state.held_seconds)


if __name__ == "__main__":
    application()
    leads = Leads()
    sys.exit(open_window(Path(sys.argv[1])))
