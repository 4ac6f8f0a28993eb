"""The whole session screen at the real clock: its share of one core in every look, 30 beats a second.

`python -m bench.bench_session_screen [SECONDS]`. The bar is 12 % of a core with a stage of about 400 px, 1x;
the usual window stands beside it without a bar. Each look runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench.measure import environment
from bench.table import Figure, report

SECONDS = 8.0
BAR_PERCENT = 12.0
SMALL, USUAL = (880, 600), (1280, 820)
LOOKS = (
    ("light_ring", "same", "off"),
    ("horizon", "same", "off"),
    ("circle", "same", "off"),
    ("light_ring", "always", "off"),
    ("horizon", "always", "off"),
    ("light_ring", "always", "on"),
)
"""How a breath is drawn, whether it is evening, and the glow."""


def used(look: str, evening: str, glow: str, size: tuple[int, int], seconds: float) -> dict[str, float]:
    """Return the share of a core that a running hold takes, and the size of its stage."""
    from acupress_desktop.domain.settings import BreathLook, EveningTheme, OnOff
    from acupress_desktop.ui.session_stage.stage import SessionStage
    from bench.real_time import RealTime, spend

    with tempfile.TemporaryDirectory() as place:
        visit = RealTime(Path(place) / "data")
        settings = replace(
            visit.ground.chosen(),
            breath_look=BreathLook(look),
            evening_theme=EveningTheme(evening),
            breath_glow=OnOff(glow),
        )
        visit.ground.settings.remember_settings(settings)
        visit.open()
        visit.house.window.resize(*size)
        visit.to_session()
        spend(7.0)  # the five seconds before a hold, and its first ones
        before = time.process_time()
        took = spend(seconds)
        percent = (time.process_time() - before) / took * 100
        stages = visit.house.window.findChildren(SessionStage)
        shown = next(stage for stage in stages if stage.isVisible())
        found = {"percent": percent, "wide": shown.width(), "tall": shown.height()}
        visit.close()
    return found


def figures(seconds: float) -> list[Figure]:
    """Return one figure for each look and size."""
    found = []
    for size, bar in ((SMALL, BAR_PERCENT), (USUAL, None)):
        for look in LOOKS:
            words = [sys.executable, "-m", "bench.bench_session_screen", *look, *map(str, size), str(seconds)]
            done = subprocess.run(
                words,
                env={**environment(), "QT_SCALE_FACTOR": "1"},
                check=True,
                capture_output=True,
                text=True,
            )
            told = json.loads(done.stdout.splitlines()[-1])
            name, evening, glow = look
            style = "glow" if glow == "on" else name.replace("_", " ")
            light = "evening" if evening == "always" else "light"
            found.append(
                Figure(
                    "P4",
                    f"session screen, {style}, {light}: of a core",
                    told["percent"],
                    "%",
                    bar,
                    f"window {size[0]}x{size[1]}, stage {told['wide']:.0f}x{told['tall']:.0f}",
                )
            )
    return found


def main(words: list[str]) -> int:
    """Measure, print the table; 1 where a bar was missed."""
    if len(words) > 1:
        look, evening, glow, wide, tall, seconds = words
        print(json.dumps(used(look, evening, glow, (int(wide), int(tall)), float(seconds))))
        return 0
    return report(figures(float(words[0]) if words else SECONDS))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
