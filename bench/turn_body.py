"""How long the turning body takes: ``python bench/turn_body.py [card]`` prints medians and p95 as JSON.

A drag is a turn and a repaint of the whole view at 600x900, points and badges included. The card needs a
screen.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from acupress_desktop.domain.anatomy.drawn_body import drawn_body  # noqa: E402
from acupress_desktop.domain.anatomy.figure_light import DAY  # noqa: E402
from acupress_desktop.domain.anatomy.shape import BodyShape  # noqa: E402
from acupress_desktop.domain.anatomy.surface import Surface  # noqa: E402
from acupress_desktop.ui.body_3d.artist import Artist, SoftwareArtist, View  # noqa: E402
from acupress_desktop.ui.body_3d.choosing import Context, card_artist  # noqa: E402
from acupress_desktop.ui.body_3d.pose import camera_of  # noqa: E402
from acupress_desktop.ui.body_3d.stage import TurningStage  # noqa: E402
from acupress_desktop.ui.bridge.background import InlineRunner  # noqa: E402
from acupress_desktop.ui.bridge.deadlines import HandDeadline  # noqa: E402
from acupress_desktop.ui.theme.fonts import load_fonts  # noqa: E402
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application  # noqa: E402
from acupress_desktop.ui.theme.tokens import Motion  # noqa: E402
from tests.domain.anatomy import drawn_bodies as bodies  # noqa: E402
from tests.ui.turning import scene  # noqa: E402

TURNS, FINE_PICTURES, SHAPES, PICKS = 60, 9, 24, 100
SIZE = (600, 900)
NEAR = 5.0
Times = tuple[float, float]


def timed(acts: list[Callable[[], object]]) -> Times:
    """Return median and p95 in milliseconds."""
    times = []
    for act in acts:
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1_000)
    ordered = sorted(times)
    return round(statistics.median(ordered), 2), round(ordered[int(len(ordered) * 0.95)], 2)


def drawing(stage: TurningStage, artist: Artist) -> dict[str, Times]:
    """Measure frames and fine pictures."""

    def turn() -> None:
        stage.turn_by(7.0, 0.3)
        stage.repaint()

    def fine() -> None:
        shown = stage.scene
        if shown is not None:
            images: list[QImage] = []
            artist.resting(View(camera_of(stage.pose, shown.extent, *SIZE), DAY, 1.0), images.append)

    turn()
    found = {"drag": timed([turn] * TURNS)}
    stage.reset()
    found["fine"] = timed([fine] * FINE_PICTURES)
    stage.zoom_by(NEAR)
    found["fine_near"] = timed([fine] * FINE_PICTURES)
    found["drag_near"] = timed([turn] * TURNS)
    stage.reset()
    return found


def asking(stage: TurningStage) -> dict[str, Times]:
    """Measure what lies under a pixel, and another shape."""
    places = [(150.0 + 3 * step, 80.0 + 7 * step) for step in range(PICKS)]
    look = bodies.look()

    def shaped(step: int) -> None:
        body = bodies.model().shaped(BodyShape(0.2, 160.0 + step, 55.0 + 2 * step, 40.0))
        Surface(body)
        drawn_body(body, bodies.mesh(), look)

    return {
        "pick": timed([lambda at=at: stage.place_at(*at) for at in places]),  # type: ignore[misc]
        "hover": timed([lambda at=at: stage.spot_at(*at) for at in places]),  # type: ignore[misc]
        "shape": timed([lambda step=step: shaped(step) for step in range(SHAPES)]),  # type: ignore[misc]
    }


def main(who: str) -> None:
    """Print one JSON object."""
    application = QApplication([])
    load_fonts(ROOT / "assets")
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(application, theme)
    runner = InlineRunner()
    artist = card_artist(Context.ANY) if who == "card" else SoftwareArtist(runner)
    if artist is None:
        print(json.dumps({"context": False}))
        return
    stage = TurningStage(theme, artist, runner, HandDeadline())
    stage.resize(*SIZE)
    stage.show_scene(scene(chosen="navel"))
    stage.show()
    application.processEvents()
    print(json.dumps({"context": True, **drawing(stage, artist), **asking(stage)}))
    stage.close_artist()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "processor")
