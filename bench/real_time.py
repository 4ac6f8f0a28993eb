"""The real app at the real clock, with hands: for what only passing time can show."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from acupress_desktop.app.hands import Hands
from acupress_desktop.app.house import House
from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.app.start import application
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.session.clock import SystemClock
from acupress_desktop.ui.bridge.deadlines import TimerDeadline
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.tokens import Motion
from bench.homes import make_home


class RealTime(Rehearsal):
    """A rehearsal whose clock is the system's: ``spend`` lets it run."""

    def __init__(self, folder: Path, motion: Motion = Motion.FULL) -> None:
        real = SystemClock()
        make_home(folder, real.now())
        app = application()
        load_fonts(asset_root())
        theme = LiveTheme(ThemeChoice(motion=motion))
        super().__init__(folder, real.now(), theme)
        dress_application(app, theme)
        self.house.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.ground = replace(self.ground, clock=real, deadlines=TimerDeadline)
        self.house = House(self.ground)
        self.hands = Hands(self.house.window)

    def to_session(self) -> None:
        """Go from the home page into the first hold."""
        self.until(lambda: self.hands.can_press("Start"))
        self.hands.press("Start")
        self.answer_safely()
        self.hands.press("5")
        self.hands.press("Begin")
        self.hands.key(Qt.Key.Key_Space)


def spend(seconds: float, until: Callable[[], bool] | None = None) -> float:
    """Let the event loop run for ``seconds``, or until something holds; return the seconds that took."""
    begun = time.monotonic()
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1_000), loop.quit)
    if until is None:
        loop.exec()
        return time.monotonic() - begun
    while time.monotonic() - begun < seconds and not until():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    return time.monotonic() - begun
