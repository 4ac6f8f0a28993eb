"""P9: another body. Its mesh <= 50 ms, all 410 points on it <= 1.5 s, and the guide lines of a picture.

Sixteen shapes from one end of the page about the own body to the other, eight of them with a measure of their
own; the quietest of three runs. All of it happens beside the window.
"""

from __future__ import annotations

import json
import subprocess
import sys

from bench.measure import BENCH, environment
from bench.table import Figure, report

ROUNDS = 3
BARS_MS = {"shape": 50.0, "own": 50.0, "points": 1_500.0, "laid": None, "seen": None}
NAMES = {
    "shape": "mesh of a new shape",
    "own": "mesh of a new shape with a forearm of its own",
    "points": "all 410 points on a new body",
    "laid": "all guide lines laid on a new body",
    "seen": "guide lines of one picture, once laid",
}


def measured() -> dict[str, tuple[float, float]]:
    """Return median and longest in milliseconds of each act, by the quietest run."""
    runs: list[dict[str, tuple[float, float]]] = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, str(BENCH / "locate_body.py")],
            env=environment(),
            check=True,
            capture_output=True,
            text=True,
        )
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: min((run[name] for run in runs), key=lambda pair: pair[0]) for name in NAMES}


def main() -> int:
    """Measure, print the table; 1 where a bar was missed."""
    return report(
        Figure("P9", NAMES[name], middle, "ms", BARS_MS[name], f"longest {longest} ms")
        for name, (middle, longest) in measured().items()
    )


if __name__ == "__main__":
    sys.exit(main())
