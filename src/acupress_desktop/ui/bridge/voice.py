"""The voice of the app: a process of its own that speaks, so that the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtGui import QAccessible

from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.bridge.voice_lines import (
    Ask,
    Asked,
    Tell,
    Told,
    VoiceName,
    VoiceWish,
    asked_line,
    told_of,
)

WAKES_WITHIN_MS = 15_000
"""A voice that has not told by then whether it can speak is given up."""
ENDS_WITHIN_MS = 500
"""How long a voice whose window closes gets before it is ended."""
CHARACTERS_MAX = 2_000


class VoiceStanding(Enum):
    """Whether the voice can speak, and if not, why."""

    ASLEEP = "asleep"
    WAKING = "waking"
    READY = "ready"
    NONE_HERE = "none_here"
    """Nothing on this computer speaks."""
    SILENT = "silent"
    """Something on this computer should speak, and does not answer."""

    @property
    def is_missing(self) -> bool:
        """Whether no voice is to be had."""
        return self in (VoiceStanding.NONE_HERE, VoiceStanding.SILENT)


_TOLD = {
    Tell.READY: VoiceStanding.READY,
    Tell.NO_MODULE: VoiceStanding.NONE_HERE,
    Tell.NO_ENGINE: VoiceStanding.NONE_HERE,
    Tell.NO_VOICE: VoiceStanding.NONE_HERE,
    Tell.FAILED: VoiceStanding.NONE_HERE,
}


def reader_is_active() -> bool:
    """Tell whether a screen reader listens just now; it may begin to at any time, so ask late and again."""
    return QAccessible.isActive()


class Voice(QObject):
    """``wake`` starts it, ``say`` speaks, ``hush`` stops; with an empty ``program`` nothing ever speaks.

    It says one sentence at a time; a new one takes the place of the one that is being said.
    """

    ended = Signal(int)
    """The sentence of that number is over."""
    changed = Signal()
    """``standing`` is another one."""

    def __init__(
        self,
        program: tuple[str, ...],
        deadlines: Callable[[QObject], Deadline] = TimerDeadline,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._process: QProcess | None = None
        self._waking = deadlines(self)
        self._waking.due.connect(self._give_up)
        self._standing = VoiceStanding.ASLEEP if program else VoiceStanding.NONE_HERE
        self._voices: tuple[VoiceName, ...] = ()
        self._wish = VoiceWish()
        self._number = 0

    @property
    def standing(self) -> VoiceStanding:
        """Whether it can speak."""
        return self._standing

    @property
    def voices(self) -> tuple[VoiceName, ...]:
        """The voices of this computer, once it is ready."""
        return self._voices

    def wake(self, wish: VoiceWish) -> None:
        """Start the voice, if it does not speak yet, and have it sound as wished; returns at once."""
        if self._process is not None:
            self.tune(wish)
            return
        if not self._program:
            return
        self._wish = wish
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.errorOccurred.connect(self._broke)
        process.finished.connect(self._finished)
        self._process = process
        process.start(self._program[0], list(self._program[1:]))
        self._waking.start(WAKES_WITHIN_MS)
        self._stand(VoiceStanding.WAKING)
        self._ask(Asked(Ask.TUNE, wish=wish))

    def tune(self, wish: VoiceWish) -> None:
        """Sound as wished from the next sentence on."""
        if wish != self._wish:
            self._wish = wish
            self._ask(Asked(Ask.TUNE, wish=wish))

    def say(self, text: str) -> int:
        """Say ``text``; return the number that ``ended`` will name."""
        self._number += 1
        self._ask(Asked(Ask.SAY, self._number, text[:CHARACTERS_MAX]))
        return self._number

    def hush(self) -> None:
        """Fall silent."""
        self._ask(Asked(Ask.HUSH))

    def pause(self) -> None:
        """Hold the sentence that is being said."""
        self._ask(Asked(Ask.PAUSE))

    def resume(self) -> None:
        """Go on with it."""
        self._ask(Asked(Ask.RESUME))

    def sleep(self) -> None:
        """End the process; ``wake`` starts another one."""
        process = self._let_go()
        if process is None:
            return
        process.closeWriteChannel()
        if not process.waitForFinished(ENDS_WITHIN_MS):
            process.kill()
            process.waitForFinished(ENDS_WITHIN_MS)
        process.deleteLater()
        if not self._standing.is_missing:
            self._stand(VoiceStanding.ASLEEP)

    def _let_go(self) -> QProcess | None:
        self._waking.cancel()
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._hear)
            process.errorOccurred.disconnect(self._broke)
            process.finished.disconnect(self._finished)
        return process

    def _ask(self, asked: Asked) -> None:
        if self._process is not None:
            self._process.write(asked_line(asked))

    def _hear(self) -> None:
        process = self._process
        while process is not None and process is self._process and process.canReadLine():
            told = told_of(bytes(process.readLine().data()))
            if told is not None:
                self._take(told)

    def _take(self, told: Told) -> None:
        if told.tell is Tell.ENDED:
            self.ended.emit(told.number)
            return
        self._waking.cancel()
        if told.tell is Tell.READY:
            self._voices = told.voices
        known = self._standing is VoiceStanding.WAKING
        self._stand(_TOLD[told.tell] if known else VoiceStanding.SILENT)
        if self._standing.is_missing:
            self.sleep()

    def _broke(self, _error: object) -> None:
        self._lose()

    def _finished(self, _code: int, _status: object) -> None:
        self._lose()

    def _lose(self) -> None:
        """The process ended by itself: it never spoke, or speaks no longer."""
        process = self._let_go()
        if process is not None:
            process.deleteLater()
            waking = self._standing is VoiceStanding.WAKING
            self._stand(VoiceStanding.NONE_HERE if waking else VoiceStanding.SILENT)

    def _give_up(self) -> None:
        """The engine hangs: end its process, and never wait for it."""
        process = self._let_go()
        if process is not None:
            process.kill()
            process.waitForFinished(ENDS_WITHIN_MS)
            process.deleteLater()
        self._stand(VoiceStanding.SILENT)

    def _stand(self, standing: VoiceStanding) -> None:
        if standing is not self._standing:
            self._standing = standing
            self.changed.emit()
