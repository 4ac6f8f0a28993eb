"""How the benches measure: two programs in turn, and the median of the ratios of each pair.

Single times vary by a third on a shared machine; ratios inside one pair vary far less.
"""

from __future__ import annotations

import getpass
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

BENCH = Path(__file__).resolve().parent
FLOOR = (sys.executable, str(BENCH / "bare_window.py"))


@dataclass(frozen=True, slots=True)
class Start:
    """One start of a program: milliseconds from spawn to first paint, and peak memory in MB."""

    first_paint_ms: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Ratios:
    """Medians over the pairs of one run, and the floor's own medians for orientation."""

    first_paint: float
    peak_memory: float
    floor_ms: float
    floor_mb: float
    pairs: int


def environment() -> dict[str, str]:
    """Return what a measured program finds: the checkout on its path, and its byte code kept between starts.

    An installed app has its byte code beside it; a checkout whose owner writes none would pay for compiling.
    """
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env.setdefault(
        "PYTHONPYCACHEPREFIX", str(Path(tempfile.gettempdir()) / f"acupress-bench-{getpass.getuser()}")
    )
    ours = [str(BENCH.parent / "src"), str(BENCH.parent)]
    env["PYTHONPATH"] = os.pathsep.join([*ours, *filter(None, [env.get("PYTHONPATH")])])
    return env


def start(command: Sequence[str]) -> Start:
    """Run `command` to its end; it prints `first_paint_at` and `peak_mb` as JSON on its last line.

    Raises:
        subprocess.CalledProcessError: the program failed; its output is in the error.
    """
    env = environment()
    spawned_at = time.monotonic()
    done = subprocess.run(list(command), capture_output=True, text=True, check=True, env=env)
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return Start((told["first_paint_at"] - spawned_at) * 1_000, told["peak_mb"])


def pairs(command: Sequence[str], *, count: int = 9) -> Ratios:
    """Start the floor and `command` in turn, `count` times after one warm-up each."""
    start(FLOOR)
    start(command)
    return ratios_of([(start(FLOOR), start(command)) for _ in range(count)])


def ratios_of(runs: Sequence[tuple[Start, Start]]) -> Ratios:
    """Medians over `runs`, each a start of the floor and one of the program; at least one run."""
    return Ratios(
        first_paint=median(app.first_paint_ms / floor.first_paint_ms for floor, app in runs),
        peak_memory=median(app.peak_mb / floor.peak_mb for floor, app in runs),
        floor_ms=median(floor.first_paint_ms for floor, _ in runs),
        floor_mb=median(floor.peak_mb for floor, _ in runs),
        pairs=len(runs),
    )


def resident_mb() -> float:
    """Return the memory that this process holds now, in MB; the peak where the system tells nothing else."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    from bench.bare_window import peak_mb

    return peak_mb() or 0.0
