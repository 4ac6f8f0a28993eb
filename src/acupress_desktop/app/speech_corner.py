"""Where the app keeps its one voice and its sounds: made when first needed, long after the first paint."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from acupress_desktop.ui.bridge.deadlines import Deadline

if TYPE_CHECKING:
    from acupress_desktop.domain.settings import Settings
    from acupress_desktop.ui.bridge.speech import Speech


def _language() -> str:
    """The language that is spoken: the app's, as the system's region says it."""
    system = QLocale.system().bcp47Name()
    return system if system.split("-")[0] == "en" else "en-GB"


def voice_program() -> tuple[str, ...]:
    """Return the command that speaks: this app once more, as a process without a window."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "voice")
    return (sys.executable, "-m", "acupress_desktop", "voice")


@dataclass(slots=True)
class SpeechCorner:
    """``speech`` is the app's only one. Nothing speaks without a program, nothing sounds without a folder."""

    program: tuple[str, ...] = ()
    sounds: Path | None = None
    _made: list[Speech] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    """What is missing on this computer and was said; each is said once."""

    def speech(self, deadlines: Callable[[QObject], Deadline]) -> Speech:
        """Return it, made at the first call; nothing is loaded yet."""
        from acupress_desktop.ui.bridge.cues import Cues
        from acupress_desktop.ui.bridge.speech import Speech
        from acupress_desktop.ui.bridge.voice import Voice

        if not self._made:
            voice = Voice(self.program, deadlines)
            cues = Cues(self.sounds)
            self._made.append(Speech(voice, cues, _language(), deadlines))
        return self._made[0]

    def wake(self, deadlines: Callable[[QObject], Deadline], settings: Settings) -> None:
        """Start what the settings want to hear; called where somebody is about to begin a session."""
        self.speech(deadlines).wake(settings)

    def settings_changed(self, settings: Settings) -> None:
        """Follow the settings, if anything was ever to be heard."""
        for speech in self._made:
            speech.follow(settings)

    def close(self) -> None:
        """Fall silent for good: the window closes."""
        for speech in self._made:
            speech.hush()
            speech.voice.sleep()
        self._made.clear()


class VoicesHere:
    """What the settings page knows of the voices of this computer."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    def voices(self) -> tuple[tuple[str, str], ...]:
        """Return name and language of each."""
        return tuple((voice.name, voice.language) for voice in self._speech.voice.voices)

    def speaks(self, language: str) -> bool:
        """Tell whether ``language`` is the app's own."""
        return language.split("-", maxsplit=1)[0] == self._speech.language.split("-")[0]
