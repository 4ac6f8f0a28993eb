"""The body map: hover and pick <= 5 ms, change of view <= 50 ms, at 1x and 2x, the quietest of three runs."""

from __future__ import annotations

import json
import subprocess
import sys

from bench.measure import BENCH, environment
from bench.table import Figure, report

ROUNDS = 3
BARS_MS = {"hover": 5.0, "pick": 5.0, "cold": 50.0, "warm": 50.0}
NAMES = {
    "hover": "hover",
    "pick": "pick",
    "cold": "change of view, from the file",
    "warm": "change of view, kept picture",
}


def measured(ratio: int) -> dict[str, tuple[float, float]]:
    """Return median and p99 in milliseconds of each act, by the quietest run."""
    runs: list[dict[str, tuple[float, float]]] = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, str(BENCH / "paint_map.py"), "measure"],
            env={**environment(), "QT_SCALE_FACTOR": str(ratio)},
            check=True,
            capture_output=True,
            text=True,
        )
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    return {name: min((run[name] for run in runs), key=lambda pair: pair[0]) for name in BARS_MS}


def main() -> int:
    """Measure, print the table; 1 where a bar was missed."""
    found = []
    for ratio in (1, 2):
        for name, (median_ms, p99_ms) in measured(ratio).items():
            told = f"p99 {p99_ms} ms"
            found.append(Figure("map", f"{ratio}x: {NAMES[name]}", median_ms, "ms", BARS_MS[name], told))
    return report(found)


if __name__ == "__main__":
    sys.exit(main())
