"""P9: the body that turns, drawn by the processor and, where there is a screen, by the graphics card.

Dragging at 600x900 has 33 ms a frame, a fine picture 250 ms, a pick 5 ms, another shape 50 ms; the quietest
of three runs each. Each run stands beside a start of the bare window: the ratio to it holds on any machine. A
context that the processor only imitates is measured too and has no bar.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from statistics import median

from bench.measure import BENCH, FLOOR, environment, start
from bench.table import Figure, report

ROUNDS = 3
BARS_MS = {"drag": 33.0, "drag_near": 33.0, "fine": 250.0, "pick": 5.0, "hover": 5.0, "shape": 50.0}
NAMES = {
    "drag": "a frame while dragging, 600x900",
    "drag_near": "a frame while dragging, five times as near",
    "fine": "the fine picture, 600x900",
    "fine_near": "the fine picture, five times as near",
    "pick": "the skin under a pixel",
    "hover": "the point under a pixel",
    "shape": "another shape: body, skin, what is drawn",
}
ON_THE_CARD = ("drag", "drag_near", "fine", "fine_near")


def measured(who: str) -> tuple[dict[str, tuple[float, float]], float] | None:
    """Return median and p95 in milliseconds of each act, and of the floor; ``None`` without a context."""
    command = [sys.executable, str(BENCH / "turn_body.py"), who]
    env = environment()
    if who == "card":
        screen = shutil.which("xvfb-run")
        if screen is None:
            return None
        command, env["QT_QPA_PLATFORM"] = [screen, "-a", *command], "xcb"
    runs, floors = [], []
    for _ in range(ROUNDS):
        floors.append(start(FLOOR).first_paint_ms)
        done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
        runs.append(json.loads(done.stdout.splitlines()[-1]))
    if not all(run["context"] for run in runs):
        return None
    quietest = {name: min((run[name] for run in runs), key=lambda pair: pair[0]) for name in NAMES}
    return quietest, median(floors)


def main() -> int:
    """Measure, print the table; 1 where a bar was missed."""
    found = []
    for who, names in (("processor", tuple(NAMES)), ("card", ON_THE_CARD)):
        told = measured(who)
        if told is None:
            print(f"P9  {who}: no OpenGL context here", flush=True)
            continue
        times, floor_ms = told
        for name in names:
            middle, p95 = times[name]
            bar = BARS_MS.get(name) if who == "processor" else None
            beside = f"p95 {p95} ms, {middle / floor_ms:.3f} of a bare start"
            found.append(Figure("P9", f"{who}: {NAMES[name]}", middle, "ms", bar, beside))
    return report(found)


if __name__ == "__main__":
    sys.exit(main())
