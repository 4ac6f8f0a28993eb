"""What the window and its voice tell each other: one line of JSON each."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import Enum


class Ask(Enum):
    """What the window asks of the voice."""

    TUNE = "tune"
    SAY = "say"
    HUSH = "hush"
    PAUSE = "pause"
    RESUME = "resume"


class Tell(Enum):
    """What the voice tells."""

    READY = "ready"
    """It can speak, with these voices."""
    NO_MODULE = "no_module"
    """The part of Qt that speaks cannot be loaded on this computer."""
    NO_ENGINE = "no_engine"
    """Nothing on this computer speaks."""
    NO_VOICE = "no_voice"
    FAILED = "failed"
    ENDED = "ended"
    """The sentence of that number is over."""


@dataclass(frozen=True, slots=True)
class VoiceName:
    """A voice of this computer and its language, such as "en-GB"."""

    name: str
    language: str


@dataclass(frozen=True, slots=True)
class VoiceWish:
    """How the voice is to sound: ``name`` may be empty, ``language`` is the app's."""

    rate_percent: int = 100
    volume_percent: int = 80
    name: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Asked:
    """One line from the window."""

    ask: Ask
    number: int = 0
    text: str = ""
    wish: VoiceWish = VoiceWish()


@dataclass(frozen=True, slots=True)
class Told:
    """One line from the voice."""

    tell: Tell
    number: int = 0
    voices: tuple[VoiceName, ...] = ()


def asked_line(asked: Asked) -> bytes:
    """Write one line to the voice."""
    content = {"ask": asked.ask.value, "number": asked.number, "text": asked.text, "wish": asdict(asked.wish)}
    return json.dumps(content).encode() + b"\n"


def asked_of(line: str) -> Asked | None:
    """Read one line to the voice; ``None`` for anything else."""
    try:
        content = json.loads(line)
        wish = VoiceWish(**content["wish"])
        return Asked(Ask(content["ask"]), int(content["number"]), str(content["text"]), wish)
    except (ValueError, KeyError, TypeError):
        return None


def told_line(told: Told) -> bytes:
    """Write one line from the voice."""
    voices = [[voice.name, voice.language] for voice in told.voices]
    content = {"tell": told.tell.value, "number": told.number, "voices": voices}
    return json.dumps(content).encode() + b"\n"


def told_of(line: bytes) -> Told | None:
    """Read one line from the voice; ``None`` for anything else, such as a message of the engine."""
    try:
        content = json.loads(line)
        voices = tuple(VoiceName(str(name), str(language)) for name, language in content["voices"])
        return Told(Tell(content["tell"]), int(content["number"]), voices)
    except (ValueError, KeyError, TypeError):
        return None
