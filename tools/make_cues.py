"""Make the short sounds of a session, ``assets/sounds``: our own work, from sines alone.

python tools/make_cues.py            write the files
python tools/make_cues.py --check    only tell whether they are up to date

Each sound is a few notes or one glide, with one soft overtone, a soft beginning and a soft end. They differ
in height, number of notes and direction, so that they are told apart with closed eyes and on a small
loudspeaker: what asks for something rises, what lets go falls, and Stop is low and comes twice.
The files are the same on every machine, up to the last bit of a sample, which the sine of another system's
library may round the other way.
"""

from __future__ import annotations

import argparse
import array
import io
import math
import struct
import sys
import wave
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "assets" / "sounds"
RATE_HZ = 44_100
FULL_SCALE = 32_767
LAST_BIT = 1
"""How far a sample of another system may be off."""

D4, FSHARP4, A4, D5, FSHARP5 = 293.66, 369.99, 440.00, 587.33, 739.99
A3, E3, G4, B4, A5 = 220.00, 164.81, 392.00, 493.88, 880.00


@dataclass(frozen=True)
class Note:
    """One sine with its octave, from ``begins_seconds`` on, gliding from one height to another."""

    begins_seconds: float
    seconds: float
    from_hz: float
    to_hz: float
    level: float
    rise_seconds: float
    octave: float = 0.18
    swells: bool = False
    """Whether it grows and shrinks like a breath; otherwise it fades from its rise on, like a bell."""

    def sample(self, second: float) -> float:
        """Return the note's part of the sound ``second`` seconds after the sound began, -1 to 1."""
        within = second - self.begins_seconds
        if not 0.0 <= within < self.seconds:
            return 0.0
        turns = self._turns(within)
        wave_height = math.sin(turns) + self.octave * math.sin(2.0 * turns)
        return self.level * self._loudness(within) * wave_height / (1.0 + self.octave)

    def _turns(self, within: float) -> float:
        ratio = self.to_hz / self.from_hz
        if ratio == 1.0:
            return math.tau * self.from_hz * within
        rise = math.log(ratio)
        return math.tau * self.from_hz * self.seconds / rise * (math.exp(rise * within / self.seconds) - 1.0)

    def _loudness(self, within: float) -> float:
        if self.swells:
            return math.sin(math.pi * within / self.seconds) ** 2
        if within < self.rise_seconds:
            return math.sin(math.pi / 2.0 * within / self.rise_seconds) ** 2
        left = (self.seconds - within) / (self.seconds - self.rise_seconds)
        return math.sin(math.pi / 2.0 * left) ** 2 * math.exp(-1.6 * (1.0 - left))


@dataclass(frozen=True)
class Cue:
    """One sound: the name of its file, how long it is, and its notes."""

    name: str
    seconds: float
    notes: tuple[Note, ...]

    def samples(self) -> Iterator[int]:
        """Return its samples; the first and the last are zero."""
        count = round(self.seconds * RATE_HZ)
        for index in range(count):
            last = index == count - 1
            height = 0.0 if last else sum(note.sample(index / RATE_HZ) for note in self.notes)
            yield round(height * FULL_SCALE)

    def file(self) -> bytes:
        """Return it as a WAV file: one channel, 16 bits, 44,100 samples a second."""
        samples = tuple(self.samples())
        out = io.BytesIO()
        with wave.open(out, "wb") as written:
            written.setnchannels(1)
            written.setsampwidth(2)
            written.setframerate(RATE_HZ)
            written.writeframes(struct.pack(f"<{len(samples)}h", *samples))
        return out.getvalue()


def _bell(begins: float, seconds: float, hz: float, level: float, rise: float = 0.03) -> Note:
    return Note(begins, seconds, hz, hz, level, rise)


CUES = (
    Cue("in_breath", 1.25, (Note(0.0, 1.25, D4, A4, 0.20, 0.6, octave=0.10, swells=True),)),
    Cue("out_breath", 1.25, (Note(0.0, 1.25, A4, D4, 0.20, 0.6, octave=0.10, swells=True),)),
    Cue("press", 0.5, (_bell(0.0, 0.25, D4, 0.32), _bell(0.18, 0.32, A4, 0.32))),
    Cue("release", 0.5, (_bell(0.0, 0.25, A4, 0.32), _bell(0.18, 0.32, D4, 0.32))),
    Cue(
        "side_change",
        0.625,
        (_bell(0.0, 0.24, B4, 0.28), _bell(0.17, 0.24, FSHARP5, 0.28), _bell(0.34, 0.28, B4, 0.28)),
    ),
    Cue("next", 0.375, (_bell(0.0, 0.375, D5, 0.34),)),
    Cue("count", 0.25, (_bell(0.0, 0.25, A5, 0.22, 0.02),)),
    Cue(
        "end",
        1.625,
        (
            _bell(0.0, 0.7, D4, 0.22),
            _bell(0.22, 0.7, FSHARP4, 0.22),
            _bell(0.44, 0.8, A4, 0.22),
            _bell(0.66, 0.96, D5, 0.24),
        ),
    ),
    Cue("stop", 0.625, (_bell(0.0, 0.29, E3, 0.46), _bell(0.33, 0.29, E3, 0.46))),
)


def same_sound(one: bytes, other: bytes) -> bool:
    """Tell whether two files hold the same sound, up to the last bit of a sample."""
    try:
        ours, theirs = _frames(one), _frames(other)
    except (wave.Error, EOFError):
        return False
    if ours[0] != theirs[0] or len(ours[1]) != len(theirs[1]):
        return False
    return all(abs(a - b) <= LAST_BIT for a, b in zip(ours[1], theirs[1], strict=True))


def _frames(file: bytes) -> tuple[tuple[int, int, int], array.array[int]]:
    with wave.open(io.BytesIO(file), "rb") as read:
        shape = (read.getnchannels(), read.getsampwidth(), read.getframerate())
        samples = array.array("h")
        samples.frombytes(read.readframes(read.getnframes()))
        if sys.byteorder == "big":
            samples.byteswap()
        return shape, samples


def out_of_date(cues: Iterable[Cue], folder: Path) -> list[str]:
    """Return the names of the files that are missing or hold another sound."""
    late = []
    for cue in cues:
        path = folder / f"{cue.name}.wav"
        if not path.is_file() or not same_sound(path.read_bytes(), cue.file()):
            late.append(path.name)
    return late


def main() -> int:
    """Write the files, or tell whether they are up to date; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell whether the files are up to date")
    asked = parser.parse_args()
    if asked.check:
        late = out_of_date(CUES, FOLDER)
        print("up to date" if not late else f"out of date: {', '.join(late)}")
        return 1 if late else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for cue in CUES:
        (FOLDER / f"{cue.name}.wav").write_bytes(cue.file())
    return 0


if __name__ == "__main__":
    sys.exit(main())
