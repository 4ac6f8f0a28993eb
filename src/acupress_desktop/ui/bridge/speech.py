"""Makes heard what a session says: sentences by the voice, tones by the cues, never both at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from acupress_desktop.domain.settings import OnOff, Settings, VoiceDetail
from acupress_desktop.presenters.narrating import Manner, Voicing, manner_of
from acupress_desktop.presenters.speaking import Sounding, Spoken
from acupress_desktop.ui.bridge.cues import Cues, CuesStanding
from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.bridge.voice import Voice, VoiceStanding, reader_is_active
from acupress_desktop.ui.bridge.voice_lines import VoiceWish


def voice_is_wanted(settings: Settings) -> bool:
    """Tell whether sentences are to be spoken."""
    return settings.voice is OnOff.ON and settings.voice_detail is not VoiceDetail.TONES


def wish_of(settings: Settings, language: str) -> VoiceWish:
    """Return how the voice is to sound."""
    return VoiceWish(
        settings.voice_rate_percent, settings.voice_volume_percent, settings.voice_name, language
    )


class Speech(QObject):
    """``utter`` makes heard what begins now; ``ended`` says of each sentence and tone that it is over.

    Where nobody hears a sentence, it is over when it would have been said: it stays a caption for as long.
    """

    ended = Signal(object)
    """A ``Spoken`` that is over."""
    changed = Signal()
    """Voice or tones can be heard now, or no longer."""

    def __init__(
        self,
        voice: Voice,
        cues: Cues,
        language: str,
        deadlines: Callable[[QObject], Deadline] = TimerDeadline,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.voice = voice
        self.cues = cues
        self._language = language
        self._words: Spoken | None = None
        self._tone: Spoken | None = None
        self._number: int | None = None
        self._words_over = deadlines(self)
        self._tone_over = deadlines(self)
        self._words_over.due.connect(self._end_words)
        self._tone_over.due.connect(self._end_tone)
        voice.ended.connect(self._voice_ended)
        voice.changed.connect(self.changed)
        cues.changed.connect(self.changed)

    @property
    def language(self) -> str:
        """The language that is spoken."""
        return self._language

    def wake_voice(self, settings: Settings) -> None:
        """Start the voice or end it, as the settings want it."""
        if voice_is_wanted(settings) and not reader_is_active():
            self.voice.wake(wish_of(settings, self._language))
        elif settings.voice is OnOff.OFF:
            self.voice.sleep()

    def wake(self, settings: Settings) -> None:
        """Start what the settings want to hear, before it is needed; later, follow the settings."""
        self.wake_voice(settings)
        if settings.sounds is OnOff.ON:
            self.cues.wake(settings.sound_volume_percent)
        else:
            self.cues.hush()

    def follow(self, settings: Settings) -> None:
        """Sound as the settings say from now on; what is not loaded stays so."""
        self.wake_voice(settings)
        self.cues.tune(settings.sound_volume_percent)
        if settings.sounds is OnOff.OFF:
            self.cues.hush()

    def manner(self, settings: Settings) -> Manner:
        """Return how a session speaks just now: a screen reader that listens silences our own voice."""
        voicing = Voicing.CAPTIONS
        if reader_is_active():
            voicing = Voicing.BY_READER
        elif self.voice.standing is VoiceStanding.READY:
            voicing = Voicing.ALOUD
        heard = self.cues.standing is CuesStanding.READY
        return manner_of(settings, voicing, Sounding.HEARD if heard else Sounding.SILENT)

    def utter(self, begun: tuple[Spoken, ...], manner: Manner) -> bool:
        """Make heard what begins now, in its order; return whether ``ended`` will tell of the last."""
        told = False
        for spoken in begun:
            if spoken.silences:
                self.hush()
            told = self._sound(spoken, manner) if spoken.tone is not None else self._say(spoken, manner)
        return told

    def hush(self) -> None:
        """Fall silent at once; nothing that was cut off is told to have ended."""
        self._words_over.cancel()
        self._tone_over.cancel()
        self._words = self._tone = self._number = None
        self.voice.hush()
        self.cues.hush()

    def _sound(self, spoken: Spoken, manner: Manner) -> bool:
        if spoken.tone is None or manner.tones is Sounding.SILENT:
            return False
        self.cues.play(spoken.tone)
        self._tone = spoken
        self._tone_over.start(round(spoken.seconds * 1_000))
        return True

    def _say(self, spoken: Spoken, manner: Manner) -> bool:
        self._words = spoken
        if manner.voicing is Voicing.ALOUD:
            self._words_over.cancel()
            self._number = self.voice.say(spoken.text)
        else:
            self._words_over.start(round(spoken.seconds * 1_000))
        return True

    def _voice_ended(self, number: int) -> None:
        if number == self._number:
            self._number = None
            self._end_words()

    def _end_words(self) -> None:
        spoken, self._words = self._words, None
        if spoken is not None:
            self.ended.emit(spoken)

    def _end_tone(self) -> None:
        spoken, self._tone = self._tone, None
        if spoken is not None:
            self.ended.emit(spoken)
