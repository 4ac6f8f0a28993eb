"""How long a sentence takes to say, from its words alone.

Measured with espeak-ng 1.51 (voice en-gb, 170 words a minute, which is what speech-dispatcher asks of it at
its middle rate) on 621 lines: every place and instruction of the atlas and every line of a session. From the
first sound to the last a line takes

    0.060 s a letter + 0.48 s a stop + 0.30 s a comma - 0.47 s

with a standard error of 0.18 s. An engine needs a moment to begin, so 0.27 s of the last figure are kept.
``bench/voice_length.py`` measures again.
"""

from __future__ import annotations

import math
import re

LETTER_SECONDS = 0.060
STOP_SECONDS = 0.48
COMMA_SECONDS = 0.30
LESS_SECONDS = 0.20
"""Nothing follows the last stop; what an engine needs to begin is already taken off it."""
DIGIT_LETTERS = 4
"""A digit is said as a word."""
SHORTEST_SECONDS = 0.5
_STOP = re.compile(r"[.!?:;…]+(?=\s|$)")
_EXACT = 1e-9


def speech_seconds(text: str, rate_percent: int = 100) -> float:
    """Return the seconds that ``text`` needs at this rate, in eighths, rounded up; nothing for nothing."""
    if not text:
        return 0.0
    letters = sum(DIGIT_LETTERS if each.isdigit() else each.isalpha() for each in text)
    stops = len(_STOP.findall(text))
    commas = text.count(",")
    seconds = LETTER_SECONDS * letters + STOP_SECONDS * stops + COMMA_SECONDS * commas - LESS_SECONDS
    return math.ceil(max(SHORTEST_SECONDS, seconds * 100 / rate_percent) * 8 - _EXACT) / 8
