"""The process that speaks: hears from the window what to say on its input, and tells when it was said.

It ends when its input does, so that it never outlives the window.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal

from acupress_desktop.ui.bridge.mouth import Mouth
from acupress_desktop.ui.bridge.voice_lines import (
    Ask,
    Asked,
    Tell,
    Told,
    VoiceWish,
    asked_of,
    told_line,
)

COMMAND = "voice"


def voice(arguments: Sequence[str]) -> int:
    """Speak until the input ends; an argument names the engine. Return the exit code."""
    # Without it, Qt hears nothing of the system's voice on macOS.
    os.environ.setdefault("QT_EVENT_DISPATCHER_CORE_FOUNDATION", "1")
    application = QCoreApplication(sys.argv[:1])
    speaking = _Speaking(arguments[0] if arguments else "")
    listening = threading.Thread(target=speaking.listen, daemon=True)
    listening.start()
    return application.exec()


class _Speaking(QObject):
    _came = Signal(object)

    def __init__(self, engine: str) -> None:
        super().__init__()
        self._engine = engine
        self._mouth = Mouth(self)
        self._mouth.ended.connect(self._tell_end)
        self._mouth.failed.connect(self._tell_failure)
        self._open: Tell | None = None
        self._came.connect(self._do)

    def listen(self) -> None:
        """Hear the window, on a thread of its own, until it falls silent."""
        for line in sys.stdin:
            asked = asked_of(line)
            if asked is not None:
                self._came.emit(asked)
        self._came.emit(None)

    def _do(self, asked: object) -> None:
        if not isinstance(asked, Asked):
            QCoreApplication.quit()
            return
        if asked.ask is Ask.TUNE:
            self._tune(asked.wish)
        elif asked.ask is Ask.SAY:
            self._mouth.say(asked.number, asked.text)
        elif asked.ask is Ask.HUSH:
            self._mouth.hush()
        elif asked.ask is Ask.PAUSE:
            self._mouth.pause()
        elif asked.ask is Ask.RESUME:
            self._mouth.resume()

    def _tune(self, wish: VoiceWish) -> None:
        """Speak as wished; the first wish makes the engine."""
        if self._open is None:
            self._open = self._mouth.open(self._engine)
            voices = self._mouth.voices(wish.language)
            _tell(Told(self._open, voices=voices))
        self._mouth.tune(wish)

    def _tell_end(self, number: int) -> None:
        _tell(Told(Tell.ENDED, number))

    def _tell_failure(self) -> None:
        _tell(Told(Tell.FAILED))


def _tell(told: Told) -> None:
    sys.stdout.buffer.write(told_line(told))
    sys.stdout.buffer.flush()
