"""What a camera sees of a body: where places lie, what is hidden, which skin lies under a pixel."""

from __future__ import annotations

import numpy as np
import pytest

from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape
from acupress_desktop.domain.anatomy.sight import (
    MIN_FACING,
    Places,
    Sight,
    Standing,
    clear_direction,
    picked,
)
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from tests.domain.anatomy import drawn_bodies as bodies
from tests.domain.anatomy.drawn_bodies import camera

TALL = BodyShape(sex=1.0, height_cm=210.0, weight_kg=95.0, age=25.0)
WAYS = ((0.0, 0.0), (40.0, 20.0), (-130.0, -10.0), (0.0, 89.0))


def _anchors(shape: BodyShape, count: int) -> list[SurfaceAnchor]:
    """Places spread over the skin, by area; lips and lids have many small faces and few places."""
    solid = bodies.solid(shape)
    faces = solid.surface.faces_of()
    corners = solid.drawn.body.vertices_mm[solid.drawn.body.faces[faces]]
    area = np.linalg.norm(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]), axis=1)
    rng = np.random.default_rng(11)
    chosen = rng.choice(faces, count, p=area / area.sum())
    return [SurfaceAnchor(int(face), (0.4, 0.35, 0.25)) for face in chosen]


def _places(shape: BodyShape, anchors: list[SurfaceAnchor]) -> Places:
    body = bodies.solid(shape).drawn.body
    return Places(
        np.array([anchor.position_mm(body) for anchor in anchors]),
        np.array([anchor.normal(body) for anchor in anchors]),
    )


@pytest.mark.parametrize("way", WAYS)
def test_places_lie_where_the_camera_projects_them(way: tuple[float, float]) -> None:
    view = camera(FIGURE_F, *way)
    places = _places(FIGURE_F, _anchors(FIGURE_F, 60))
    seen = Sight(bodies.drawn(FIGURE_F), view).of(places)
    found = np.array([(place.x_px, place.y_px) for place in seen])
    assert np.abs(found - view.project_px(places.points_mm)).max() < 1e-6
    depth = (places.points_mm - view.origin_mm) @ view.toward_eye
    assert np.abs([place.depth_mm for place in seen] - depth).max() < 1e-6


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("shape", [FIGURE_F, FIGURE_M], ids=["figure_f", "figure_m"])
def test_what_is_hidden_is_what_the_rays_say(shape: BodyShape, way: tuple[float, float]) -> None:
    solid, view = bodies.solid(shape), camera(shape, *way, width=600, height=900)
    anchors = _anchors(shape, 250)
    places = _places(shape, anchors)
    seen = Sight(solid.drawn, view).of(places)
    eye = view.toward_eye
    wrong = 0
    for point, normal, place in zip(places.points_mm, places.normals, seen, strict=True):
        if float(normal @ eye) < MIN_FACING:
            assert place.standing is Standing.TURNED_AWAY
            continue
        hidden = bool(solid.surface.hits(point + normal, eye))
        wrong += (place.standing is Standing.BEHIND) is not hidden
    # Within two pixels of the edge of what hides it, a place may count as either.
    assert wrong <= 0.03 * len(anchors)


def test_an_arm_hides_the_flank_and_does_not_hide_itself() -> None:
    solid = bodies.solid(FIGURE_F)
    joints = solid.drawn.body.joints_mm
    arm_height = float(joints["l-elbow"][1]) + 40.0
    hits = solid.surface.hits(
        np.array((2000.0, arm_height, float(joints["l-elbow"][2]))), np.array((-1.0, 0, 0))
    )
    body = solid.drawn.body
    first, inner = hits[0][1], hits[2][1]
    places = Places(
        np.array([first.position_mm(body), inner.position_mm(body)]),
        np.array([first.normal(body), inner.normal(body)]),
    )
    seen = Sight(solid.drawn, camera(FIGURE_F, 90.0)).of(places)
    assert [place.standing for place in seen] == [Standing.SEEN, Standing.BEHIND]


def test_the_way_to_the_eye_is_clear_of_limbs() -> None:
    solid = bodies.solid(FIGURE_F)
    body = solid.drawn.body
    for anchor in _anchors(FIGURE_F, 60):
        x, y, z = anchor.position_mm(body).tolist()
        a, b, c = anchor.normal(body).tolist()
        eye = np.array(clear_direction(solid.surface, (x, y, z), (a, b, c)))
        assert np.linalg.norm(eye) == pytest.approx(1.0)
        assert not solid.surface.hits(np.array((x + a, y + b, z + c)), eye)
        assert eye @ (a, b, c) > 0.2


@pytest.mark.slow
@pytest.mark.parametrize("shape", [FIGURE_F, TALL], ids=["figure_f", "tall"])
def test_the_skin_under_a_pixel_is_the_nearest_that_the_ray_meets(shape: BodyShape) -> None:
    solid = bodies.solid(shape)
    body = solid.drawn.body
    rng = np.random.default_rng(5)
    for way in WAYS:
        view = camera(shape, *way)
        found = 0
        for x, y in rng.uniform((60.0, 20.0), (240.0, 430.0), (50, 2)):
            place = picked(solid.surface, view, x, y)
            origin, direction = view.ray_mm(x, y)
            hits = solid.surface.hits(origin - direction * 5000.0, direction)
            if place is None:
                assert not hits
                continue
            found += 1
            assert place.face == hits[0][1].face
            assert place.weights == pytest.approx(hits[0][1].weights, abs=1e-9)
            assert np.abs(view.project_px(place.position_mm(body)) - (x, y)).max() < 1e-6
        assert found > 3


def test_lines_are_cut_where_they_are_not_seen() -> None:
    solid = bodies.solid(FIGURE_F)
    body = solid.drawn.body
    waist = float(body.joints_mm["l-upper-leg"][1]) + 160.0
    ring = max(
        solid.surface.section(np.array((0.0, waist, 0.0)), np.array((0.0, 1.0, 0.0)), ("trunk",)),
        key=lambda line: line.length_mm,
    )
    anchors = [ring.at(share) for share in np.linspace(0.0, 1.0, 120)]
    places = _places(FIGURE_F, anchors)
    two = Places.joined((places, places))
    runs = Sight(solid.drawn, camera(FIGURE_F)).runs(two, (0, len(places)), -np.inf)
    assert {number for number, _run in runs} == {0, 1}
    front = places.points_mm[:, 2] > 60.0
    across = camera(FIGURE_F).project_px(places.points_mm[front])[:, 0]
    for _number, run in runs:
        xs = [x for x, _y in run]
        assert min(xs) >= across.min() - 12
        assert max(xs) <= across.max() + 12
    assert Sight(solid.drawn, camera(FIGURE_F)).runs(two, (0, len(places)), 1e6) == ()
    assert Sight(solid.drawn, camera(FIGURE_F)).runs(Places.joined(()), (), -np.inf) == ()
