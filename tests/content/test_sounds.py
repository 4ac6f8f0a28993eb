"""The sounds by their numbers: which is which, how loud, and that none of them clicks."""

from __future__ import annotations

import io
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.tones import TONE_SECONDS, Tone
from tests.architecture.house import ROOT

FOLDER = asset_root() / "sounds"
RATE_HZ = 44_100
EDGE_SECONDS = 0.002
RISING = {Tone.IN_BREATH, Tone.PRESS, Tone.END}
FALLING = {Tone.OUT_BREATH, Tone.RELEASE}


def samples(tone: Tone) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    with wave.open(io.BytesIO((FOLDER / f"{tone.value}.wav").read_bytes())) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        found = np.frombuffer(file.readframes(file.getnframes()), np.dtype("<i2"))
    return found.astype(np.float64) / 32_768


def height_hz(part: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    """The loudest frequency of a stretch of sound."""
    spectrum = np.abs(np.fft.rfft(part * np.hanning(len(part)), 1 << 17))
    return float(np.argmax(spectrum)) * RATE_HZ / (1 << 17)


def contour(tone: Tone) -> tuple[float, float]:
    """Height near the beginning and near the end, where it is loud enough to be one."""
    sound = samples(tone)
    loud = np.nonzero(np.abs(sound) > np.abs(sound).max() / 10)[0]
    heard = sound[loud[0] : loud[-1]]
    quarter = len(heard) // 4
    return height_hz(heard[:quarter]), height_hz(heard[-quarter:])


def test_every_tone_has_its_file_and_no_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{tone.value}.wav" for tone in Tone}


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_is_as_long_as_the_session_thinks(tone: Tone) -> None:
    assert len(samples(tone)) / RATE_HZ == pytest.approx(TONE_SECONDS[tone], abs=1 / RATE_HZ)
    assert TONE_SECONDS[tone] * 8 == int(TONE_SECONDS[tone] * 8)


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_is_gentle(tone: Tone) -> None:
    """Below -6 dB of what a file can hold, above a whisper, no constant push on the loudspeaker, no click."""
    sound = samples(tone)
    edge = round(EDGE_SECONDS * RATE_HZ)
    peak = np.abs(sound).max()
    assert 0.1 < peak < 0.5
    assert abs(sound.mean()) < 1e-4
    assert sound[0] == sound[-1] == 0
    assert np.abs(sound[:edge]).max() < peak / 20
    assert np.abs(sound[-edge:]).max() < peak / 20
    assert np.abs(np.diff(sound)).max() < peak / 5


@pytest.mark.parametrize("tone", [tone for tone in Tone if tone in RISING | FALLING])
def test_what_asks_for_something_rises_and_what_lets_go_falls(tone: Tone) -> None:
    first, last = contour(tone)
    assert (last > first * 1.2) if tone in RISING else (last < first / 1.2)


def test_all_tones_are_told_apart_by_height_direction_or_length() -> None:
    heard = {}
    for tone in Tone:
        first, last = contour(tone)
        heard[tone] = (first, last, TONE_SECONDS[tone])
    for one in Tone:
        for other in Tone:
            if one is other:
                continue
            a, b = heard[one], heard[other]
            apart = max(abs(np.log2(a[0] / b[0])), abs(np.log2(a[1] / b[1])), abs(np.log2(a[2] / b[2])))
            assert apart > 0.2, (one, other)


def test_stop_is_the_lowest_and_comes_twice() -> None:
    lowest = min(Tone, key=lambda tone: contour(tone)[0])
    assert lowest is Tone.STOP
    sound = np.abs(samples(Tone.STOP))
    middle = sound[len(sound) * 47 // 100 : len(sound) * 52 // 100]
    assert middle.max() < sound.max() / 10


@pytest.mark.slow
def test_the_committed_files_are_what_the_tool_makes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "make_cues.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "up to date")
