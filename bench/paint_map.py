"""How long the body map takes to hover, pick and change views: medians and p99 in milliseconds.

``python bench/paint_map.py``. The bars: hover and pick <= 5 ms, change of view <= 50 ms. A view is changed to
once from the file (cold) and again from the kept picture (warm). Flights are switched off: they hide nothing.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOVER_BAR_MS, SWITCH_BAR_MS = 5.0, 50.0
VIEWS = ("hand_back", "wrist_inner", "neck_shoulder_back", "foot_top", "front", "back")


def _measure() -> dict[str, tuple[float, float]]:
    sys.path[:0] = [str(ROOT / "src")]
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from acupress_desktop.content.album_files import read_album
    from acupress_desktop.domain.sides import SiteSide
    from acupress_desktop.ui.body_map.map_widget import BodyMap
    from acupress_desktop.ui.body_map.scene import MarkerLook
    from acupress_desktop.ui.body_map.scenes import PlanPoint, SideWords, catalogue_scene
    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
    from acupress_desktop.ui.theme.tokens import Motion

    application = QApplication([])
    load_fonts(ROOT / "assets")
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(application, theme)
    album = read_album(ROOT / "assets", "figure_f")
    words = SideWords("Your left", "Your right")

    def scene(view: str) -> object:
        points = [
            PlanPoint(site.code, site.side, site.code, site.region, f"{site.code}, {site.side.value}", 1)
            for site in album.points.shown_in(view)
            if site.side is not SiteSide.RIGHT or album.pictures[view].side.value == "both"
        ][:40]
        return catalogue_scene(
            album, view, points, words, view, {(p.point, p.side): MarkerLook.PLAN for p in points[:24]}
        )

    body_map = BodyMap(theme)
    body_map.resize(632, 756)
    body_map.show()
    body_map.show_scene(scene("back"))  # type: ignore[arg-type]
    application.processEvents()

    def timed(act: Callable[[], object]) -> float:
        begun = time.perf_counter()
        act()
        application.processEvents()
        return (time.perf_counter() - begun) * 1000

    arrangement = body_map.arrangement
    if arrangement is None:
        raise SystemExit("the map shows nothing")
    spots = [QPoint(round(spot.x), round(spot.y)) for spot in arrangement.spots]
    hover, pick = [], []
    for number in range(200):
        spot = spots[number % len(spots)]
        away = spot + QPoint(40 if number % 2 else 0, 0)
        hover.append(timed(lambda at=away: QTest.mouseMove(body_map, at)))  # type: ignore[misc]
        begun = time.perf_counter()
        body_map.point_at(spot.x(), spot.y())
        pick.append((time.perf_counter() - begun) * 1000)
    cold = [timed(lambda view=view: body_map.show_scene(scene(view))) for view in VIEWS]  # type: ignore[arg-type, misc]
    scenes = {view: scene(view) for view in VIEWS}
    warm = [timed(lambda v=view: body_map.show_scene(scenes[v])) for _again in range(5) for view in VIEWS]  # type: ignore[arg-type, misc]

    def summary(times: list[float]) -> tuple[float, float]:
        ordered = sorted(times)
        return round(statistics.median(ordered), 2), round(
            ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))], 2
        )

    return {"hover": summary(hover), "pick": summary(pick), "cold": summary(cold), "warm": summary(warm)}


def main() -> None:
    """Measure at 1x and 2x, each in a process of its own."""
    if len(sys.argv) == 2:
        print(json.dumps(_measure()))
        return
    bars = {"hover": HOVER_BAR_MS, "pick": HOVER_BAR_MS, "cold": SWITCH_BAR_MS, "warm": SWITCH_BAR_MS}
    failed = False
    for ratio in (1, 2):
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(ratio)}
        done = subprocess.run(
            [sys.executable, __file__, "measure"], env=environment, check=True, capture_output=True, text=True
        )
        for name, (median, worst) in json.loads(done.stdout.splitlines()[-1]).items():
            met = median <= bars[name]
            failed = failed or not met
            print(f"{ratio}x {name:>6}: median {median:>6.2f} ms, p99 {worst:>6.2f} ms, bar {bars[name]:g}: "
                  f"{'met' if met else 'MISSED'}")  # fmt: skip
    raise SystemExit(1 if failed else 0)


if __name__ == "__main__":
    main()
