"""Makes a session heard: what it begins to say goes to the voice and the cues, what is over goes back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from acupress_desktop.app.ground import Ground
from acupress_desktop.domain.settings import OnOff, Settings
from acupress_desktop.presenters.narrating import Manner
from acupress_desktop.presenters.occasions import AS_SET, SessionManner, spoken_as
from acupress_desktop.presenters.session import SessionPresenter
from acupress_desktop.presenters.session_view import SessionPhase, SessionView
from acupress_desktop.presenters.speaking import Spoken
from acupress_desktop.session.states import Finished, Ready
from acupress_desktop.ui.bridge.speech import Speech, voice_is_wanted
from acupress_desktop.ui.bridge.voice import VoiceStanding, reader_is_active
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.words import hearing


def speak_beside(
    keys: SessionPresenter, screen: SessionScreen, ground: Ground, occasion: SessionManner = AS_SET
) -> None:
    """Have a session heard, beyond its screen up to its last word; an earlier one falls silent."""
    speech = ground.speech.speech(ground.deadlines)
    for earlier in speech.findChildren(SessionSpeech):
        earlier.end()
    SessionSpeech(keys, screen, speech, ground, occasion)


class SessionSpeech(QObject):
    """Stands between one session and what the whole app has to be heard with."""

    def __init__(
        self,
        keys: SessionPresenter,
        screen: SessionScreen,
        speech: Speech,
        ground: Ground,
        occasion: SessionManner = AS_SET,
    ) -> None:
        """``occasion`` may make the session say less than the settings ask for."""
        super().__init__(speech)
        self._occasion = occasion
        self._keys = keys
        self._screen: SessionScreen | None = screen
        self._speech = speech
        self._ground = ground
        self._asked: tuple[Settings, bool] | None = None
        self._was_ready = speech.voice.standing is VoiceStanding.READY
        keys.speak(self.manner)
        screen.begun.connect(self._utter)
        screen.destroyed.connect(self._left)
        speech.ended.connect(self._go_on)
        speech.changed.connect(self._heard_otherwise)
        self._open()
        self._heard_otherwise()

    def manner(self, settings: Settings) -> Manner:
        """Return how the session speaks just now; what was switched on is started."""
        asked = (settings, reader_is_active())
        if asked != self._asked:
            self._asked = asked
            self._speech.wake(settings)
        return self._speech.manner(spoken_as(settings, self._occasion))

    def end(self) -> None:
        """Say nothing more."""
        self._screen = None
        self._speech.ended.disconnect(self._go_on)
        self._speech.changed.disconnect(self._heard_otherwise)
        self._speech.hush()
        self.setParent(None)
        self.deleteLater()

    def _open(self) -> None:
        """Say where it begins; in a session that was cut off, first what is kept of it."""
        kept = self._keys.view().caption
        if kept:
            self._show(self._keys.tell(kept))
        if isinstance(self._keys.state, Ready):
            self._show(self._keys.tick())

    def _utter(self, begun: tuple[Spoken, ...]) -> None:
        self._speech.utter(begun, self._keys.manner)

    def _go_on(self, spoken: Spoken) -> None:
        self._show(self._keys.ended(spoken))

    def _show(self, view: SessionView) -> None:
        if self._screen is not None:
            self._screen.show_view(view)
        else:
            self._utter(view.begun)

    def _left(self) -> None:
        """The screen is gone: after the end the last words are still said, else nothing is."""
        self._screen = None
        if not isinstance(self._keys.state, Finished):
            self.end()

    def _heard_otherwise(self) -> None:
        """Say what is missing, once; say the first words again to who could not hear them yet."""
        if self._screen is None:
            return
        ready = self._speech.voice.standing is VoiceStanding.READY
        came, self._was_ready = ready and not self._was_ready, ready
        if came and self._screen.phase is SessionPhase.READY:
            self._show(self._keys.say_again())
        for name, words in self._missing():
            if name not in self._ground.speech.told:
                self._ground.speech.told.add(name)
                self._show(self._keys.tell(words))

    def _missing(self) -> tuple[tuple[str, str], ...]:
        """Return what the settings want and this computer has not."""
        settings, corner = self._ground.chosen(), self._ground.speech
        found: list[tuple[str, str]] = []
        if corner.program and voice_is_wanted(settings) and self._speech.voice.standing.is_missing:
            silent = self._speech.voice.standing is VoiceStanding.SILENT
            said = hearing.voice_lost_in_session() if silent else hearing.no_voice_in_session()
            found.append(("voice", said))
        if corner.sounds and settings.sounds is OnOff.ON and self._speech.cues.standing.is_missing:
            found.append(("sounds", hearing.no_sound_in_session()))
        return tuple(found)
