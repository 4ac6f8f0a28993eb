"""The short sounds, guarded: loaded one by one before the first hold, warmed with silence, then ready."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from acupress_desktop.domain.tones import Tone

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class CuesStanding(Enum):
    """Whether tones can be heard, and if not, why."""

    ASLEEP = "asleep"
    WAKING = "waking"
    READY = "ready"
    NO_MODULE = "no_module"
    """The part of Qt that plays cannot be loaded on this computer."""
    NO_DEVICE = "no_device"
    """Nothing on this computer gives a sound."""

    @property
    def is_missing(self) -> bool:
        """Whether no tone can be heard."""
        return self in (CuesStanding.NO_MODULE, CuesStanding.NO_DEVICE)


class Cues(QObject):
    """``wake`` loads the sounds in ``folder``, ``play`` plays one; without a folder nothing ever sounds."""

    changed = Signal()
    """``standing`` is another one."""

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._standing = CuesStanding.NO_DEVICE if folder is None else CuesStanding.ASLEEP
        self._effects: dict[Tone, QSoundEffect] = {}
        self._volume = 1.0
        self._loading = list(Tone)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._load_one)

    @property
    def standing(self) -> CuesStanding:
        """Whether tones can be heard."""
        return self._standing

    @property
    def is_waking(self) -> bool:
        """Whether they are being loaded."""
        return self._standing is CuesStanding.WAKING

    def wake(self, volume_percent: int) -> None:
        """Load the sounds, one in each turn of the event loop; what is loaded gets the volume."""
        self.tune(volume_percent)
        if self._standing is CuesStanding.ASLEEP:
            self._stand(CuesStanding.WAKING)
            self._next.start()

    def tune(self, volume_percent: int) -> None:
        """Play as loudly from now on."""
        self._volume = volume_percent / 100
        for effect in self._effects.values():
            effect.setVolume(self._volume)

    def play(self, tone: Tone) -> None:
        """Play one tone now; silence where it cannot be heard."""
        effect = self._effects.get(tone)
        if effect is not None:
            effect.setMuted(False)
            effect.play()

    def hush(self) -> None:
        """Stop whatever sounds."""
        for effect in self._effects.values():
            if effect.isPlaying():
                effect.stop()

    def _load_one(self) -> None:
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            self._stand(CuesStanding.NO_MODULE)
            return
        if not QMediaDevices.audioOutputs():
            self._stand(CuesStanding.NO_DEVICE)
            return
        if self._folder is None or not self._loading:
            self._stand(CuesStanding.READY)
            return
        tone = self._loading.pop(0)
        effect = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(self._folder / f"{tone.value}.wav")))
        effect.setVolume(self._volume)
        self._effects[tone] = effect
        # A sound card that sleeps swallows the first tone: wake it with one that is not heard.
        if tone is Tone.COUNT:
            effect.setMuted(True)
            effect.play()
        self._next.start()

    def _stand(self, standing: CuesStanding) -> None:
        if standing is not self._standing:
            self._standing = standing
            self.changed.emit()
