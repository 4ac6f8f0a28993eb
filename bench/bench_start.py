"""P2, P3, P7 at the start: spawn to the first useful paint, the way to a living page, and memory.

The data folder holds a journal with a chosen set and 14 days. Three starts are told apart: behind the picture
of last time (the usual one), on another day (the same picture without its dates), and without a picture (the
first start after an update, a crash, or a change of theme). `python -m bench.bench_start [PAIRS]`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.homes import make_home
from bench.measure import FLOOR, Ratios, environment, pairs, start
from bench.table import Figure, report

SCREEN = {"name": "desk", "x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "dpr": 1}
ROOT = Path(__file__).resolve().parents[1]
HEAVY = (
    "numpy",
    "pyqtgraph",
    "sqlalchemy",
    "alembic",
    "msgspec",
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
)
FLOOR_MB_STARTS = 3


@dataclass(frozen=True, slots=True)
class Watched:
    """One watched start of the app to its end."""

    told: dict[str, object]

    def number(self, key: str) -> float:
        """Return a figure that the start told."""
        value = self.told[key]
        if not isinstance(value, int | float):
            raise TypeError(key)
        return float(value)

    @property
    def gaps_ms(self) -> list[float]:
        """Pauses of the event loop between the first paint and rest."""
        found = self.told["gaps_ms"]
        return [float(each) for each in found] if isinstance(found, list) else []


def app(folder: Path, leave: str) -> tuple[str, ...]:
    """Return the command of a watched start."""
    return (sys.executable, "-m", "bench.first_paint", str(folder), leave)


def watched(folder: Path, leave: str) -> Watched:
    """Start the app, let it live and close it."""
    done = subprocess.run(app(folder, leave), capture_output=True, text=True, check=True, env=environment())
    return Watched(json.loads(done.stdout.splitlines()[-1]))


@contextmanager
def a_desk() -> Iterator[None]:
    """Give Qt's offscreen platform a screen of an ordinary size, where no real one is used."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") != "offscreen":
        yield
        return
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "screens.json"
        file.write_text(json.dumps({"screens": [SCREEN]}), encoding="ascii")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
        yield
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def first_paint(name: str, ratios: Ratios, *, bar: float | None) -> list[Figure]:
    """Return the two figures of one kind of start."""
    told = f"{ratios.pairs} pairs, bare window {ratios.floor_ms:.0f} ms, {ratios.floor_mb:.0f} MB"
    return [
        Figure("P2", f"first paint, {name}", ratios.first_paint, "x", bar, told),
        Figure("P7", f"peak memory by then, {name}", ratios.peak_memory, "x", bar),
    ]


def main(words: list[str]) -> int:
    """Measure, print the table; 1 where a bar was missed."""
    count = int(words[0]) if words else 9
    found: list[Figure] = []
    with a_desk(), tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        today = datetime.now(UTC).astimezone()
        make_home(folder, today)
        watched(folder, "live")
        picture = folder / "first_picture.png"
        usual = [watched(folder, "live") for _ in range(3)]
        found += first_paint("with the body and the set", pairs(app(folder, "first"), count=count), bar=1.6)
        loaded = usual[0].told["modules"]
        heavy = [name for name in loaded if name.startswith(HEAVY)] if isinstance(loaded, list) else ["?"]
        found.append(Figure("P2", "heavy modules by the first paint", len(heavy), "", 0, ", ".join(heavy)))
        all_of_it = watched(folder, "trend")
        picture.unlink()
        found += first_paint("without a picture", pairs(app(folder, "first"), count=3), bar=None)
        floor_mb = median(start(FLOOR).peak_mb for _ in range(FLOOR_MB_STARTS))
    cpu_s = median(one.number("live_cpu_s") for one in usual)
    pause_ms = median(max(one.gaps_ms, default=0.0) for one in usual)
    mb_live = median(one.number("mb_live") for one in usual)
    peak_mb = median(one.number("peak_mb_live") for one in usual)
    pauses = f"median of {len(usual)} starts; all over 20 ms in one: {usual[0].gaps_ms}"
    found += [
        Figure("P3", "everything loaded, CPU from spawn to rest", cpu_s, "s", 1.5),
        Figure("P3", "longest pause of the event loop", pause_ms, "ms", 100, pauses),
        Figure("P3", "trend page, first opening: window held", all_of_it.number("trend_block_ms"), "ms", 300),
        Figure("P3", "trend page, first opening: until painted", all_of_it.number("trend_ms"), "ms", None),
        Figure("P7", "memory with the journal", mb_live / floor_mb, "x", 2.4, f"peak {peak_mb:.0f} MB"),
        Figure("P7", "memory with the trend page too", all_of_it.number("mb_all") / floor_mb, "x", 4.2),
    ]
    return report(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
