"""The engine that speaks, guarded. It lives in a process of its own (``app.voice_process``).

Making it takes a second and more, in which Python stands still, and where the speech service of the system is
broken it never comes back. A window must not stand still, and a hold even less.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from acupress_desktop.ui.bridge.voice_lines import Tell, VoiceName, VoiceWish

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

MOCK = "mock"
"""Qt's own engine for tests: keeps time and makes no sound."""
SPEECHD = "speechd"
VOICES_MAX = 40
STILL_MS = 600
"""An engine that does not say that it has fallen silent is believed to have after this long."""
_SPEECHD_SLOWEST, _SPEECHD_USUAL, _SPEECHD_FASTEST = 80.0, 170.0, 390.0
"""Words a minute of speech-dispatcher with espeak-ng at -1, 0 and 1."""


def engine_rate(rate_percent: int, engine: str) -> float:
    """Return Qt's rate, -1 to 1, that makes this engine so much faster or slower than usual."""
    if engine == SPEECHD:
        words = _SPEECHD_USUAL * rate_percent / 100
        span = _SPEECHD_USUAL - _SPEECHD_SLOWEST if rate_percent < 100 else _SPEECHD_FASTEST - _SPEECHD_USUAL
        return max(-1.0, min(1.0, (words - _SPEECHD_USUAL) / span))
    # The others are three times as fast at 1, and a third as fast at -1.
    return max(-1.0, min(1.0, math.log(rate_percent / 100, 3)))


class Mouth(QObject):
    """``open(engine)`` makes the engine; ``say`` speaks, one sentence at a time, the last one wins."""

    ended = Signal(int)
    """The sentence of that number was said to its end."""
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine: QTextToSpeech | None = None
        self._engine_name = ""
        self._number: int | None = None
        self._next: tuple[int, str] | None = None
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_MS)
        self._still.timeout.connect(self._say_next)

    def open(self, engine: str = "") -> Tell:
        """Make the engine, the system's own or the one that is named; tell whether it can speak."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError:
            return Tell.NO_MODULE
        names = [name for name in QTextToSpeech.availableEngines() if name != MOCK]
        if not engine and not names:
            return Tell.NO_ENGINE
        # Qt lists the engine that it would choose itself first, save for the mock.
        self._engine_name = engine or names[0]
        made = QTextToSpeech(self._engine_name, self)
        if made.state() is QTextToSpeech.State.Error:
            return Tell.FAILED
        if not made.availableLocales():
            return Tell.NO_VOICE
        self._engine = made
        made.stateChanged.connect(self._changed)
        return Tell.READY

    def voices(self, language: str) -> tuple[VoiceName, ...]:
        """Return the voices of this computer, those of ``language`` first; no variants of the same voice."""
        engine = self._engine
        if engine is None:
            return ()
        kept = engine.locale(), engine.voice()
        found: dict[str, VoiceName] = {}
        locales = sorted(engine.availableLocales(), key=lambda each: (each.bcp47Name(), each.name()))
        for locale in locales:
            engine.setLocale(locale)
            for voice in engine.availableVoices():
                name = voice.name()
                if name and "+" not in name and name not in found:
                    found[name] = VoiceName(name, locale.bcp47Name())
        engine.setLocale(kept[0])
        engine.setVoice(kept[1])
        own = [voice for voice in found.values() if _speaks(voice, language)]
        others = [voice for voice in found.values() if not _speaks(voice, language)]
        return tuple([*own, *others][:VOICES_MAX])

    def tune(self, wish: VoiceWish) -> None:
        """Speak as wished from the next sentence on; one that is not there is the usual one."""
        engine = self._engine
        if engine is None:
            return
        if not self._take_voice(wish.name):
            wanted = QLocale(wish.language)
            same = [each for each in engine.availableLocales() if each.language() == wanted.language()]
            exact = [each for each in same if each.territory() == wanted.territory()]
            if same and engine.locale().language() != wanted.language():
                engine.setLocale((exact or same)[0])
        engine.setRate(engine_rate(wish.rate_percent, self._engine_name))
        engine.setVolume(wish.volume_percent / 100)

    def _take_voice(self, name: str) -> bool:
        engine = self._engine
        if engine is None or not name:
            return False
        if engine.voice().name() == name:
            return True
        kept = engine.locale()
        for locale in engine.availableLocales():
            engine.setLocale(locale)
            for voice in engine.availableVoices():
                if voice.name() == name:
                    engine.setVoice(voice)
                    return True
        engine.setLocale(kept)
        return False

    def say(self, number: int, text: str) -> None:
        """Say ``text`` instead of whatever is being said."""
        if self._engine is None:
            return
        self._next = (number, text)
        if self._number is None:
            self._say_next()
            return
        self._number = None
        self._engine.stop()
        if self._next is not None:
            self._still.start()

    def hush(self) -> None:
        """Fall silent; nothing that was cut off is told to have ended."""
        self._number = None
        self._next = None
        self._still.stop()
        if self._engine is not None:
            self._engine.stop()

    def pause(self) -> None:
        """Hold the sentence."""
        if self._engine is not None:
            self._engine.pause()

    def resume(self) -> None:
        """Go on with it."""
        if self._engine is not None:
            self._engine.resume()

    def _say_next(self) -> None:
        self._still.stop()
        waiting, self._next = self._next, None
        if waiting is None or self._engine is None:
            return
        self._number = waiting[0]
        self._engine.say(waiting[1])

    def _changed(self, state: object) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if state is QTextToSpeech.State.Error:
            self.failed.emit()
        elif state is QTextToSpeech.State.Ready:
            number, self._number = self._number, None
            if self._next is not None:
                self._say_next()
            elif number is not None:
                self.ended.emit(number)


def _speaks(voice: VoiceName, language: str) -> bool:
    return voice.language.split("-")[0] == language.split("-", maxsplit=1)[0]
