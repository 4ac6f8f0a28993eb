"""What stands from the first moment on, before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from acupress_desktop.app.speech_corner import SpeechCorner
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.row_ids import RandomBytes, RowIds
from acupress_desktop.domain.settings import ReducedMotion, Settings, Theme
from acupress_desktop.session.clock import Clock
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.settings_file import SettingsFile
from acupress_desktop.ui.bridge.background import Runner
from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.bridge.motion import system_motion
from acupress_desktop.ui.bridge.scheme import system_scheme
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme

if TYPE_CHECKING:
    from acupress_desktop.app.awake import KeepsAwake
    from acupress_desktop.app.desktop_notes import Notes
    from acupress_desktop.app.interruptions import Interruptions
    from acupress_desktop.ui.widgets.ask_file import AskFile

_SCHEMES = {Theme.LIGHT: Scheme.LIGHT, Theme.DARK: Scheme.DARK, Theme.CONTRAST: Scheme.CONTRAST}


def worn(settings: Settings) -> ThemeChoice:
    """Return the look that the settings ask for; where they leave it to the system, the system's."""
    scheme = _SCHEMES.get(settings.theme) or system_scheme() or Scheme.LIGHT
    return ThemeChoice(scheme, settings.text_scale_percent / 100, _motion(settings.reduced_motion))


def _motion(wanted: ReducedMotion) -> Motion:
    match wanted:
        case ReducedMotion.ON:
            return Motion.REDUCED
        case ReducedMotion.OFF:
            return Motion.FULL
        case ReducedMotion.SYSTEM:
            return system_motion() or Motion.FULL


@dataclass(frozen=True, slots=True)
class Ground:
    """The data folder, the settings, the clock, the theme and the background runner.

    ``deadlines`` makes what becomes due later; a rehearsal makes them run on its own clock. ``ask`` knows
    where files go in the person's stead; ``None`` asks with the system's dialogs. ``awake`` and
    ``interruptions`` are the system's own; with ``None`` a session runs as if it stood alone.
    """

    profile: Profile
    settings: SettingsFile
    clock: Clock
    random_bytes: RandomBytes
    theme: LiveTheme
    runner: Runner
    assets: Path
    deadlines: Callable[[QObject], Deadline] = TimerDeadline
    ask: AskFile | None = None
    awake: KeepsAwake | None = None
    interruptions: Callable[[QObject], Interruptions] | None = None
    notes: Notes | None = None
    """Shows reminders outside the window; ``None`` asks the desktop to."""
    speech: SpeechCorner = field(default_factory=SpeechCorner)
    """The voice and the sounds; by itself a corner where nothing is heard."""

    def now(self) -> Moment:
        """Return the moment by the app's clock."""
        return Moment.of(self.clock.now(), self.clock.zone())

    @property
    def ids(self) -> RowIds:
        """Return what makes keys for new rows."""
        return RowIds(self.now, self.random_bytes)

    def chosen(self) -> Settings:
        """Return the settings as they are now."""
        return self.settings.recall_settings()

    def rewear(self) -> None:
        """Put on what the settings ask for now."""
        self.theme.choose(worn(self.chosen()))
