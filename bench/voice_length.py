"""How well ``presenters.speech_length`` knows espeak-ng: what the atlas instructs and a session says.

Needs espeak-ng (Debian: ``apt-get install espeak-ng``); makes no sound. Run it with

    .venv/bin/python -m bench.voice_length

A line is taken from its first sound to its last. The estimate is meant to be a little long: what an engine
needs to begin is part of it.
"""

from __future__ import annotations

import io
import statistics
import subprocess
import sys
import wave
from array import array

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.speech_length import speech_seconds
from acupress_desktop.session.lines import MARKS, Line, LineId
from acupress_desktop.words import spoken

WORDS_A_MINUTE = 170
VOICE = "en-gb"
AUDIBLE = 200
"""Samples below this, of 32,768, are silence."""


def every_line() -> list[str]:
    """Return each sentence that a session may say, once."""
    root = asset_root()
    how_to = read_how_to(root, read_atlas(root))
    found: set[str] = set()
    for how in how_to.values():
        found |= {how.spoken, how.caption}
        for side in SiteSide:
            place = how.place(side)
            if place:
                for line_id in LineId:
                    said = Line(line_id, PointCode("LI4"), side, 5.0, 4, "Neck stretch", 3)
                    if line_id not in MARKS:
                        found |= {*spoken.full(said, place), *spoken.brief(said, place)}
    return sorted(line for line in found if line)


def heard_seconds(text: str) -> float:
    """Return how long espeak-ng takes from the first sound to the last."""
    command = ["espeak-ng", "-v", VOICE, "-s", str(WORDS_A_MINUTE), "--stdout", text]
    made = subprocess.run(command, capture_output=True, check=True).stdout
    with wave.open(io.BytesIO(made)) as file:
        rate: int = file.getframerate()
    samples = array("h", made[44 : 44 + (len(made) - 44) // 2 * 2])
    loud = [place for place, sample in enumerate(samples) if abs(sample) > AUDIBLE]
    seconds: float = (loud[-1] - loud[0]) / rate
    return seconds


def main() -> int:
    """Print the error of the estimate over all lines."""
    lines = every_line()
    over = [speech_seconds(line) - heard_seconds(line) for line in lines]
    late = sorted(error for error in over if error < 0)
    print(f"{len(lines)} lines; estimate less heard, in seconds:")
    print(f"  mean {statistics.mean(over):+.2f}, spread {statistics.pstdev(over):.2f}")
    print(f"  too short {len(late)} ({100 * len(late) / len(lines):.1f} %), by at most {-min(over):.2f}")
    print(f"  too long by at most {max(over):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
