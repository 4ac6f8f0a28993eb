"""From the double-click to the first picture, and from there to the house. The imports above are light."""

from __future__ import annotations

import contextlib
import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from acupress_desktop.app.endings import SIGNALLED
from acupress_desktop.session.clock import SystemClock
from acupress_desktop.storage.profile import Profile
from acupress_desktop.ui.bridge.first_paint import FirstPaint
from acupress_desktop.ui.shell.first_picture import key_of, read_first_picture
from acupress_desktop.ui.shell.front import FrontWindow

if TYPE_CHECKING:
    from acupress_desktop.app.awake import ScreenAwake
    from acupress_desktop.app.failures import Failures
    from acupress_desktop.app.house import House
    from acupress_desktop.ui.bridge.background import BackgroundRunner, Outcome
    from acupress_desktop.ui.theme.live import LiveTheme
    from acupress_desktop.ui.widgets.focus_ring import FocusRing

_BEHIND_THE_PICTURE = (
    "acupress_desktop.app.house",
    "acupress_desktop.app.failures",
    "acupress_desktop.ui.widgets.focus_ring",
)
"""Imported beside the window while the picture of last time stands in it."""


class Doorstep(QObject):
    """``begin`` shows the home page of last time if it still holds, then the real one; ``leave`` ends it."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        super().__init__()
        self._application = application
        self._profile = Profile(folder)
        self._clock = SystemClock()
        self._runner: BackgroundRunner | None = None
        self._theme: LiveTheme | None = None
        self._failures: Failures | None = None
        self._ring: FocusRing | None = None
        self._awake: ScreenAwake | None = None
        self._closed = False
        self.house: House | None = None
        self.front = FrontWindow()
        self.front.closing.connect(self._note_closing)

    def begin(self) -> None:
        """Show the window: at once with the picture of last time, else as soon as the pages are there."""
        local = self._clock.now().replace(tzinfo=None)
        key = key_of(self._profile.glance, self._profile.settings)
        picture = read_first_picture(self._profile.first_picture, key, local)
        if picture is None:
            self._dress()
            self._furnish()
            return
        cover = self.front.show_picture(picture, fresh=picture.is_fresh(local))
        FirstPaint(cover).seen.connect(self._fetch)
        self.front.show()

    def come_forward(self) -> None:
        """Bring the window to the front: the app was started a second time."""
        if self.house is not None:
            self.house.come_forward()

    def interrupt(self) -> None:
        """Pause a hold that runs and keep it to the second: the app, or the whole computer, may end now."""
        if self.house is not None:
            self.house.interrupt()

    def end(self, number: int) -> None:
        """A signal asks the app to end: keep what was held, close the window, and say which signal it was."""
        self.interrupt()
        self.front.close()
        self._application.exit(SIGNALLED + number)

    def leave(self) -> None:
        """Let go of everything after the event loop has ended."""
        if self._awake is not None:
            self._awake.end()
        if self._runner is not None:
            self._runner.close()
        if self._failures is not None:
            self._failures.remove()
        if self._ring is not None:
            self._ring.deleteLater()

    def _note_closing(self) -> None:
        self._closed = True

    def _the_runner(self) -> BackgroundRunner:
        from acupress_desktop.ui.bridge.background import BackgroundRunner

        if self._runner is None:
            self._runner = BackgroundRunner()
        return self._runner

    def _fetch(self) -> None:
        self._the_runner().run(_import_pages, self._fetched)

    def _fetched(self, outcome: Outcome) -> None:
        if outcome.failure is not None:
            raise outcome.failure
        if outcome.cancelled or self._closed:
            return
        self._dress()
        # In a step of its own, so that neither holds the window for long.
        QTimer.singleShot(0, self._furnish)

    def _dress(self) -> None:
        from acupress_desktop.app.ground import worn
        from acupress_desktop.content.asset_root import asset_root
        from acupress_desktop.domain.troubles import KnownTrouble
        from acupress_desktop.storage.files import make_private_folder
        from acupress_desktop.storage.settings_file import SettingsFile
        from acupress_desktop.ui.theme.fonts import load_fonts
        from acupress_desktop.ui.theme.live import LiveTheme, dress_application
        from acupress_desktop.ui.widgets.focus_ring import FocusRing

        # Where it cannot be made, the house says so in words when it opens the journal.
        with contextlib.suppress(KnownTrouble):
            make_private_folder(self._profile.folder)
        self._settings = SettingsFile(self._profile.settings)
        self._theme = LiveTheme(worn(self._settings.recall_settings()))
        self._assets = asset_root()
        load_fonts(self._assets)
        dress_application(self._application, self._theme)
        self._ring = FocusRing(self._application, self._theme)

    def _furnish(self) -> None:
        from acupress_desktop.app.awake import ScreenAwake
        from acupress_desktop.app.failures import Failures
        from acupress_desktop.app.ground import Ground
        from acupress_desktop.app.house import House
        from acupress_desktop.app.interruptions import SystemInterruptions
        from acupress_desktop.app.speech_corner import SpeechCorner, voice_program

        if self._closed or self._theme is None:
            return
        self._awake = ScreenAwake(self)
        ground = Ground(
            self._profile,
            self._settings,
            self._clock,
            os.urandom,
            self._theme,
            self._the_runner(),
            self._assets,
            awake=self._awake,
            interruptions=SystemInterruptions,
            speech=SpeechCorner(voice_program(), self._assets / "sounds"),
        )
        self.house = House(ground, self.front)
        self._failures = Failures(self.house.window, self._theme, self._profile.logs)
        self._failures.install()
        self._application.styleHints().colorSchemeChanged.connect(self.house.rewear)
        self.house.begin()


def _import_pages(_job: object) -> object:
    for module in _BEHIND_THE_PICTURE:
        import_module(module)
    return None
