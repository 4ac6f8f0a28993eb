"""P1 and P4: the session's stage, one frame and many. `python -m bench.bench_stage [FRAMES]`.

Painting is measured at 30 frames a second in every size that has a bar, the quietest of three runs each. The
hour of 216,000 repaints is scaled down; `python bench/paint_hour.py` runs all of it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from bench.measure import BENCH, environment
from bench.paint_stage import LOOKS as MOVING
from bench.paint_stage import STILL
from bench.table import Figure, report

FRAMES = 20_000
ROUNDS = 3
ROWS = (
    (400, 1, "full", 4.0, 6.0),
    (848, 1, "full", None, None),
    (800, 2, "full", 16.0, 30.0),
    (848, 1, "reduced", None, 1.5),
    (800, 2, "reduced", None, 1.5),
)
LOOKS = {"full": MOVING, "reduced": (STILL,)}


def painted(side_px: int, ratio: int, motion: str, look: tuple[str, str]) -> dict[str, float]:
    """Return the quietest run of one size: `median_ms`, `p99_ms`, `core_percent`."""
    command = [sys.executable, str(BENCH / "paint_stage.py"), str(side_px), motion, *look]
    runs: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            command,
            env={**environment(), "QT_SCALE_FACTOR": str(ratio)},
            check=True,
            capture_output=True,
            text=True,
        )
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return min(runs, key=lambda run: run["p99_ms"])


def stage_figures() -> list[Figure]:
    """Return P4."""
    found: list[Figure] = []
    for side_px, ratio, motion, p99_bar, core_bar in ROWS:
        for look in LOOKS[motion]:
            run = painted(side_px, ratio, motion, look)
            name = f"{', '.join(look)}, {motion} motion, {side_px} px {ratio}x"
            told = f"median {run['median_ms']} ms; without neighbours p99 {run['worked_p99_ms']} ms"
            found.append(Figure("P4", f"{name}: p99", run["p99_ms"], "ms", p99_bar, told))
            found.append(Figure("P4", f"{name}: of a core", run["core_percent"], "%", core_bar))
    return found


def hour_figures(frames: int) -> list[Figure]:
    """Return P1: repaints in one process, references to None and memory compared with the beginning."""
    command = [sys.executable, str(Path(BENCH / "paint_hour.py")), "--frames", str(frames)]
    done = subprocess.run(command, env=environment(), check=False, capture_output=True, text=True)
    told = re.search(r"None lost (-?\d+) times; memory grown (-?[\d.]+) MB", done.stdout)
    if told is None:
        return [Figure("P1", f"{frames:,} repaints: ended by", float(done.returncode), "", 0, "exit code")]
    lost, grown_mb = int(told[1]), float(told[2])
    return [
        Figure("P1", f"{frames:,} repaints: references to None", abs(lost), "", 2_000),
        Figure("P1", f"{frames:,} repaints: memory grown", grown_mb, "MB", 2),
    ]


def main(words: list[str]) -> int:
    """Measure, print the table; 1 where a bar was missed."""
    frames = int(words[0]) if words else FRAMES
    return report([*hour_figures(frames), *stage_figures()])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
