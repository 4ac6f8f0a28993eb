"""A body to turn with six points on it, for the tests of the view."""

from __future__ import annotations

from functools import cache

import numpy as np

from acupress_desktop.domain.anatomy.shape import FIGURE_F
from acupress_desktop.domain.anatomy.sight import Places
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.ui.body_3d.artist import SoftwareArtist
from acupress_desktop.ui.body_3d.scene import (
    SkinPath,
    SolidMarker,
    TurningScene,
    extent_of,
)
from acupress_desktop.ui.body_3d.stage import TurningStage
from acupress_desktop.ui.body_map.scene import GuideLook, MarkerLook
from acupress_desktop.ui.bridge.background import InlineRunner
from acupress_desktop.ui.bridge.deadlines import HandDeadline
from acupress_desktop.ui.theme.live import LiveTheme
from tests.domain.anatomy import drawn_bodies as bodies

SIZE = (240, 360)


@cache
def anchors() -> dict[str, SurfaceAnchor]:
    """Places that the names describe; `left` is the person's own."""
    solid = bodies.solid(FIGURE_F)
    joints = solid.drawn.body.joints_mm
    hip, knee = joints["l-upper-leg"], joints["l-knee"]
    shin = (joints["l-knee"] + joints["l-ankle"]) / 2.0
    front, back, outer = np.array((0.0, 0.0, 1.0)), np.array((0.0, 0.0, -1.0)), np.array((1.0, 0.0, 0.0))
    rays = {
        "navel": ((0.003, hip[1] + 130.0, 900.0), -front),
        "left shin": ((shin[0], shin[1], 900.0), -front),
        "left thigh": (((hip + knee)[0] / 2, (hip + knee)[1] / 2, 900.0), -front),
        "small of the back": ((0.003, hip[1] + 130.0, -900.0), -back),
        "left hip": ((900.0, hip[1] + 60.0, hip[2] - 20.0), -outer),
        "left sole": (
            (joints["l-ankle"][0] + 4.0, -900.0, joints["l-ankle"][2] + 70.0),
            np.array((0.0, 1.0, 0.0)),
        ),
    }
    skipped = {"left hip": 2}  # the arm lies before it
    found = {}
    for name, (start, way) in rays.items():
        hits = solid.surface.hits(np.array(start), way, ("trunk", "thigh_left") if name in skipped else ())
        found[name] = hits[0][1]
    return found


def marker(name: str, look: MarkerLook = MarkerLook.PLAN, number: int | None = None) -> SolidMarker:
    body = bodies.solid(FIGURE_F).drawn.body
    x, y, z = anchors()[name].position_mm(body).tolist()
    a, b, c = anchors()[name].normal(body).tolist()
    return SolidMarker(name, look, (x, y, z), (a, b, c), name, "detail", f"{name}, spoken", number, 9.0)


def scene(*names: str, chosen: str | None = None) -> TurningScene:
    """A scene with the named points, all where none is named, and none where `nothing` is."""
    solid = bodies.solid(FIGURE_F)
    shown = tuple(anchors()) if names == () else () if names == ("nothing",) else names
    markers = tuple(marker(name, number=place + 1) for place, name in enumerate(shown))
    return TurningScene(
        solid, extent_of(solid), markers, chosen=chosen, left_words="Your left", right_words="Your right"
    )


def ring_at(height_mm: float) -> SkinPath:
    """A line round the trunk."""
    solid = bodies.solid(FIGURE_F)
    body = solid.drawn.body
    lines = solid.surface.section(np.array((0.0, height_mm, 0.0)), np.array((0.0, 1.0, 0.0)), ("trunk",))
    ring = max(lines, key=lambda line: line.length_mm)
    places = [ring.at(share) for share in np.linspace(0.0, 1.0, 90)]
    return SkinPath(
        GuideLook.MERIDIAN,
        Places(
            np.array([place.position_mm(body) for place in places]),
            np.array([place.normal(body) for place in places]),
        ),
    )


class Kit:
    """A stage that is drawn in software at once, with its deadline in our hand."""

    def __init__(self, theme: LiveTheme) -> None:
        self.theme = theme
        self.rest = HandDeadline()
        self.runner = InlineRunner()
        self.stage = TurningStage(theme, SoftwareArtist(self.runner), self.runner, self.rest)
        self.stage.resize(*SIZE)

    def settle(self) -> None:
        """Let the body rest."""
        self.rest.pass_time(1_000)
