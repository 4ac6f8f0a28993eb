"""The button that lets a person hear the voice and every tone, and what this computer lacks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.settings import OnOff, Settings
from acupress_desktop.presenters.narrating import Voicing
from acupress_desktop.presenters.trial import TrialStep, trial_steps
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.bridge.deadlines import Deadline
from acupress_desktop.ui.bridge.speech import Speech, voice_is_wanted
from acupress_desktop.ui.bridge.voice import VoiceStanding, reader_is_active
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone as Ink
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.words import hearing

PAUSE_MS = 450
"""Between two tones, so that each is heard by itself."""


class HearingTrial(QWidget):
    """``HearingTrial(theme, speech, chosen, deadlines)``: one button; a second press ends it."""

    changed = Signal()
    """Voices were found, or are no longer there."""

    def __init__(
        self,
        theme: LiveTheme,
        speech: Speech,
        chosen: Callable[[], Settings],
        deadlines: Callable[[QObject], Deadline],
    ) -> None:
        super().__init__()
        self._speech = speech
        self._chosen = chosen
        self._left: tuple[TrialStep, ...] = ()
        self._runs = False
        self._waits_for_voice = False
        self._next = deadlines(self)
        self._next.due.connect(self._take_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        column.setSpacing(SPACE_4)
        self._note = Label(theme, "", TextRole.SMALL, Ink.INK2)
        self.button = Button(theme, hearing.try_it(), ButtonKind.SECONDARY)
        self.button.clicked.connect(self._press)
        self._said = Label(theme, hearing.try_hint(), TextRole.CAPTION, Ink.INK3)
        column.addWidget(self._note)
        column.addSpacing(SPACE_8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._said)
        speech.ended.connect(self._over)
        speech.changed.connect(self._heard_otherwise)
        speech.wake_voice(chosen())
        self.show_settings()

    @property
    def runs(self) -> bool:
        """Whether something is being tried."""
        return self._runs

    @property
    def said(self) -> str:
        """What stands beside the button."""
        return self._said.text()

    @property
    def note(self) -> str:
        """What is missing here, or what was found."""
        return self._note.text()

    def show_settings(self) -> None:
        """Say what the settings want and this computer has not."""
        settings = self._chosen()
        lines = tuple(line for line in (_voice_note(settings, self._speech), self._sound_note()) if line)
        self._note.show_text("\n".join(lines))
        self._note.setVisible(bool(lines))

    def _sound_note(self) -> str:
        wanted = self._chosen().sounds is OnOff.ON
        return hearing.no_sound() if wanted and self._speech.cues.standing.is_missing else ""

    def _press(self) -> None:
        if self._runs:
            self._stop(hearing.try_hint())
            return
        settings = self._chosen()
        self._speech.wake(settings)
        self._runs = True
        self.button.show_words(hearing.trying_ends())
        self._begin_when_ready()

    def _begin_when_ready(self) -> None:
        """The voice and the sounds may need a moment to start."""
        settings = self._chosen()
        self._waits_for_voice = voice_is_wanted(settings) and (
            self._speech.voice.standing is VoiceStanding.WAKING
        )
        if self._waits_for_voice or self._speech.cues.is_waking:
            self._say(hearing.voice_wakes() if self._waits_for_voice else hearing.sounds_wake())
            self._waits_for_voice = True
            return
        self._left = trial_steps(self._speech.manner(settings))
        self._take_next()

    def _take_next(self) -> None:
        if not self._runs:
            return
        if not self._left:
            self._stop(hearing.tried())
            return
        step, self._left = self._left[0], self._left[1:]
        self._say(step.words)
        manner = self._speech.manner(self._chosen())
        if not self._speech.utter((step.heard,), manner):
            self._next.start(round(step.heard.seconds * 1_000))

    def _over(self, _spoken: object) -> None:
        if self._runs and self._left is not None:
            self._next.start(PAUSE_MS)

    def _heard_otherwise(self) -> None:
        self.show_settings()
        if self._waits_for_voice and self._runs:
            self._begin_when_ready()
        self.changed.emit()

    def _stop(self, words: str) -> None:
        self._runs = False
        self._waits_for_voice = False
        self._left = ()
        self._next.cancel()
        self._speech.hush()
        self.button.show_words(hearing.try_it())
        self._say(words)

    def _say(self, words: str) -> None:
        self._said.show_text(words)
        if self._speech.manner(self._chosen()).voicing is not Voicing.ALOUD:
            announce(self, words)

    def hideEvent(self, event: QHideEvent) -> None:
        if self._runs:
            self._stop(hearing.try_hint())
        super().hideEvent(event)


def _voice_note(settings: Settings, speech: Speech) -> str:
    if not voice_is_wanted(settings):
        return ""
    if reader_is_active():
        return hearing.reader_speaks()
    match speech.voice.standing:
        case VoiceStanding.NONE_HERE:
            return hearing.no_voice()
        case VoiceStanding.SILENT:
            return hearing.voice_silent()
        case VoiceStanding.WAKING:
            return hearing.voice_wakes()
        case VoiceStanding.READY:
            return hearing.voice_found(len(speech.voice.voices))
        case VoiceStanding.ASLEEP:
            return ""
