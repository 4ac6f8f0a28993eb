"""The short sounds of a session, as values: which there are, and how long each one sounds."""

from __future__ import annotations

from enum import Enum


class Tone(Enum):
    """One sound each; the value is the name of its file in ``assets/sounds``."""

    IN_BREATH = "in_breath"
    OUT_BREATH = "out_breath"
    PRESS = "press"
    RELEASE = "release"
    SIDE_CHANGE = "side_change"
    NEXT = "next"
    COUNT = "count"
    """Three of them: three, two, one second until something begins or ends."""
    END = "end"
    STOP = "stop"


TONE_SECONDS: dict[Tone, float] = {
    Tone.IN_BREATH: 1.25,
    Tone.OUT_BREATH: 1.25,
    Tone.PRESS: 0.5,
    Tone.RELEASE: 0.5,
    Tone.SIDE_CHANGE: 0.625,
    Tone.NEXT: 0.375,
    Tone.COUNT: 0.25,
    Tone.END: 1.625,
    Tone.STOP: 0.625,
}
"""Length of each file, in eighths of a second; a test compares them."""
