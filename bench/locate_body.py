"""What a new body takes: ``python bench/locate_body.py`` prints milliseconds as JSON, median and longest.

The shapes run through all that the page about the own body offers, with and without measures of their own.
"""

from __future__ import annotations

import itertools
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

import acupress_desktop.app.start  # noqa: F401, E402 - numpy keeps to one thread, as in the app
from acupress_desktop.content.atlas_files import read_atlas  # noqa: E402
from acupress_desktop.content.body_files import read_body_model, read_body_views  # noqa: E402
from acupress_desktop.content.landmark_files import read_landmarks  # noqa: E402
from acupress_desktop.content.region_face_files import read_region_faces  # noqa: E402
from acupress_desktop.content.region_files import read_regions  # noqa: E402
from acupress_desktop.content.skin_line_files import read_skin_lines  # noqa: E402
from acupress_desktop.domain.anatomy.body import Body  # noqa: E402
from acupress_desktop.domain.anatomy.line_sight import seen_lines  # noqa: E402
from acupress_desktop.domain.anatomy.locate import Locator  # noqa: E402
from acupress_desktop.domain.anatomy.shape import NO_MEASURES, BodyShape, OwnMeasures  # noqa: E402
from acupress_desktop.domain.anatomy.standing_body import StandingBody  # noqa: E402

ASSETS = ROOT / "assets"
SHAPES = tuple(
    BodyShape(sex, height_cm, kg_per_cm * height_cm, age)
    for sex, height_cm, kg_per_cm, age in itertools.product(
        (0.0, 1.0), (150.0, 190.0), (0.3, 0.6), (25.0, 70.0)
    )
)
VIEWS = ("front", "back")
LAID_ONE_OF = 6
"""Guide lines take so long that a few bodies have to tell."""
Times = tuple[float, float]
T = TypeVar("T")


def timed(acts: Iterable[Callable[[], T]]) -> tuple[Times, list[T]]:
    """Return median and longest in milliseconds, and what came of each act."""
    times, made = [], []
    for act in acts:
        begun = time.perf_counter()
        made.append(act())
        times.append((time.perf_counter() - begun) * 1_000)
    return (round(statistics.median(times), 2), round(max(times), 2)), made


def main() -> None:
    """Print one JSON object."""
    atlas, model, landmarks = (
        read_atlas(ASSETS),
        read_body_model(ASSETS / "body_maps"),
        read_landmarks(ASSETS),
    )
    faces = read_region_faces(ASSETS, model, read_regions(ASSETS, atlas))
    traces = read_skin_lines(ASSETS)
    views = {view.id: view for view in read_body_views(ASSETS / "body_maps")[0].views}

    def shaped(shape: BodyShape, measures: OwnMeasures) -> Body:
        return model.shaped(shape, measures)

    def measured(shape: BodyShape) -> OwnMeasures:
        return OwnMeasures(forearm_mm=round(model.usual_measures(shape).forearm_mm) + 4)

    def located(body: Body) -> StandingBody:
        standing = StandingBody(Locator(body, landmarks, atlas), traces, faces)
        _found = standing.points
        return standing

    own = [(shape, measured(shape)) for shape in SHAPES[::2]]
    shape_ms, bodies = timed([lambda shape=shape: shaped(shape, NO_MEASURES) for shape in SHAPES])  # type: ignore[misc]
    own_ms, own_bodies = timed([lambda one=one: shaped(*one) for one in own])  # type: ignore[misc]
    points_ms, standing = timed([lambda body=body: located(body) for body in (*bodies, *own_bodies)])  # type: ignore[misc]
    laid_ms, _lines = timed([lambda one=one: one.lines for one in standing[::LAID_ONE_OF]])  # type: ignore[misc]
    seen_ms, _seen = timed(
        [
            lambda one=one, view=view: seen_lines(views[view], one.body, one.lines)  # type: ignore[misc]
            for one in standing[::LAID_ONE_OF]
            for view in VIEWS
        ]
    )
    print(
        json.dumps({"shape": shape_ms, "own": own_ms, "points": points_ms, "laid": laid_ms, "seen": seen_ms})
    )


if __name__ == "__main__":
    main()
