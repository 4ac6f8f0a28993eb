"""The finer surface that is drawn: where it lies, how it is lit, what it wears."""

from __future__ import annotations

import numpy as np
import pytest

from acupress_desktop.domain.anatomy.drawn_body import FLOATS_PER_VERTEX
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape
from tests.domain.anatomy import drawn_bodies as bodies

SHAPES = {
    "figure_f": FIGURE_F,
    "figure_m": FIGURE_M,
    "thin": BodyShape(sex=0.0, height_cm=172.0, weight_kg=45.0, age=25.0),
    "very_heavy": BodyShape(sex=1.0, height_cm=175.0, weight_kg=160.0, age=55.0),
}


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_a_place_on_the_body_lies_on_the_drawn_surface(name: str) -> None:
    drawn = bodies.drawn(SHAPES[name])
    corners = drawn.points[: len(drawn.body.vertices_mm)]
    assert np.abs(corners - drawn.body.vertices_mm).max() < 1e-3


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_the_points_between_stay_near_the_skin(name: str) -> None:
    solid = bodies.solid(SHAPES[name])
    between = solid.drawn.points[len(solid.drawn.body.vertices_mm) :]
    few = between[:: len(between) // 80].astype(float)
    away = [
        np.linalg.norm(solid.surface.nearest(point).position_mm(solid.drawn.body) - point) for point in few
    ]
    assert max(away) < 4.0
    assert np.median(away) < 0.4


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_normals_point_out_of_the_body(name: str) -> None:
    drawn = bodies.drawn(SHAPES[name])
    assert np.abs(np.linalg.norm(drawn.normals, axis=1) - 1.0).max() < 1e-4
    coarse = drawn.body.vertex_normals
    agreement = np.einsum("ij,ij->i", drawn.normals[: len(coarse)], coarse)
    assert np.quantile(agreement, 0.01) > 0.8


def test_left_and_right_are_drawn_alike() -> None:
    drawn = bodies.drawn(FIGURE_F)
    other = drawn.mesh.opposite
    assert (other[other] == np.arange(len(other))).all()
    mirrored = drawn.points[other] * np.array((-1.0, 1.0, 1.0), dtype=np.float32)
    # The caps that close lids and lips are zipped from one side: they have no mirror image, and bend the
    # edges beside them a little.
    own = other != np.arange(len(other))
    apart = np.abs(mirrored[own] - drawn.points[own]).max(axis=1)
    assert np.quantile(apart, 0.99) < 0.01
    assert apart.max() < 0.8
    for values in (drawn.open_sky, drawn.relief, drawn.brow):
        assert np.abs(values[other] - values).max() == 0.0


def test_every_edge_of_the_surface_joins_two_triangles() -> None:
    triangles = bodies.mesh().triangles.astype(np.int64)
    ends = np.stack((triangles, np.roll(triangles, -1, axis=1)), axis=2).reshape(-1, 2)
    keys = np.sort(ends, axis=1) @ np.array((bodies.mesh().vertex_count, 1))
    _, counts = np.unique(keys, return_counts=True)
    assert set(counts.tolist()) == {2}


def test_hollows_see_less_sky_than_the_forehead() -> None:
    solid = bodies.solid(FIGURE_F)
    joints = solid.drawn.body.joints_mm
    places = {
        "forehead": joints["head"] + np.array((0.0, 120.0, 200.0)),
        "under the arm": joints["l-shoulder"] + np.array((-10.0, -90.0, 0.0)),
        "between the legs": np.array((0.0, joints["l-upper-leg"][1] - 70.0, 20.0)),
    }
    sky = {}
    for name, place in places.items():
        away = np.linalg.norm(solid.drawn.points - place, axis=1)
        sky[name] = float(solid.drawn.open_sky[np.argsort(away)[:12]].mean())
    assert sky["forehead"] > 0.8
    assert max(sky["under the arm"], sky["between the legs"]) < 0.6


@pytest.mark.parametrize("name", sorted(SHAPES))
def test_shorts_cover_the_hips_and_leave_knees_and_arms_bare(name: str) -> None:
    drawn = bodies.drawn(SHAPES[name])
    part = drawn.body.model.part_names
    of_vertex = drawn.body.model.vertex_part
    cloth = drawn.cloth_mm[: len(of_vertex)]
    joints = drawn.body.joints_mm
    height = drawn.body.vertices_mm[:, 1]
    low_trunk = (of_vertex == part.index("trunk")) & (height < joints["l-upper-leg"][1] + 40.0)
    assert (cloth[low_trunk] > 0.0).all()
    for bare in ("head", "shin_left", "foot_right", "forearm_left", "hand_right"):
        assert (cloth[of_vertex == part.index(bare)] <= 0.0).all(), bare


def test_the_chest_is_covered_where_the_body_is_a_woman_s() -> None:
    def chest(shape: BodyShape) -> float:
        drawn = bodies.drawn(shape)
        breast = drawn.body.joints_mm["spine-1"] + np.array((60.0, -60.0, 130.0))
        return float(drawn.cloth_mm[np.linalg.norm(drawn.points - breast, axis=1).argmin()])

    assert chest(FIGURE_F) > 0.0
    assert chest(FIGURE_M) <= 0.0


def test_bytes_for_the_graphics_card_hold_every_vertex_and_triangle() -> None:
    drawn = bodies.drawn(FIGURE_F)
    assert len(drawn.vertex_bytes()) == len(drawn.points) * FLOATS_PER_VERTEX * 4
    first = np.frombuffer(drawn.vertex_bytes(), dtype=np.float32)[:6]
    assert first.tolist() == [*drawn.points[0].tolist(), *drawn.normals[0].tolist()]
    indices = np.frombuffer(drawn.mesh.index_bytes(), dtype=np.uint32)
    assert len(indices) == 3 * len(drawn.mesh.triangles)
    assert int(indices.max()) == len(drawn.points) - 1
