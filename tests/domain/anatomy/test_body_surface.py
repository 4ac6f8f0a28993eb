"""Queries on the skin: nearest place, rays, lines, walks and sections."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.domain.anatomy.body import Body
from acupress_desktop.domain.anatomy.shape import FIGURE_F, BodyShape
from acupress_desktop.domain.anatomy.surface import NoSurfaceError, Surface, SurfaceAnchor

BODY_MAPS = Path(__file__).resolve().parents[3] / "assets" / "body_maps"
FRONT, BACK, UP = (np.array(v) for v in ((0.0, 0.0, 1.0), (0.0, 0.0, -1.0), (0.0, 1.0, 0.0)))


@pytest.fixture(scope="module")
def surface() -> Surface:
    return Surface(read_body_model(BODY_MAPS).shaped(FIGURE_F))


@pytest.fixture(scope="module")
def body(surface: Surface) -> Body:
    return surface.body


def test_the_nearest_place_is_never_farther_than_any_vertex(surface: Surface, body: Body) -> None:
    random = np.random.default_rng(7)
    for vertex in random.integers(0, len(body.vertices_mm), 60):
        point = body.vertices_mm[vertex] + random.normal(size=3) * 25.0
        place = surface.nearest(point).position_mm(body)
        assert np.linalg.norm(place - point) <= np.linalg.norm(body.vertices_mm - point, axis=1).min() + 1e-9


def test_a_place_on_the_skin_is_its_own_nearest_place(surface: Surface, body: Body) -> None:
    anchor = SurfaceAnchor(int(body.model.faces.shape[0] // 3), (0.2, 0.5, 0.3))
    again = surface.nearest(anchor.position_mm(body))
    assert np.allclose(again.position_mm(body), anchor.position_mm(body), atol=1e-6)


def test_an_anchor_follows_the_body(surface: Surface, body: Body) -> None:
    elbow = surface.nearest(body.joints_mm["l-elbow"] + BACK * 60.0, ("upper_arm_left", "forearm_left"))
    other = body.model.shaped(BodyShape(sex=1.0, height_cm=195.0, weight_kg=120.0, age=60.0))
    gap = np.linalg.norm(elbow.position_mm(other) - other.joints_mm["l-elbow"])
    assert gap < 90.0
    assert elbow.normal(other)[2] < 0.0


def test_the_mirrored_anchor_is_the_mirrored_place(surface: Surface, body: Body) -> None:
    for point in ((300.0, 900.0, 0.0), (20.0, 1300.0, 200.0), (80.0, 40.0, 100.0)):
        anchor = surface.nearest(np.array(point))
        mirrored = anchor.mirrored(body.model)
        assert np.allclose(mirrored.position_mm(body), anchor.position_mm(body) * (-1.0, 1.0, 1.0))
        assert mirrored.mirrored(body.model) == anchor


def test_a_ray_enters_and_leaves_as_often_as_it_enters(surface: Surface) -> None:
    for x, y in ((0.0, 1000.0), (100.0, 500.0), (0.0, 1500.0), (13.0, 1220.0)):
        hits = surface.hits(np.array((x + 0.003, y, 600.0)), BACK)
        assert len(hits) % 2 == 0
        assert hits == tuple(sorted(hits, key=lambda hit: hit[0]))
    assert surface.hits(np.array((900.0, 1000.0, 600.0)), BACK) == ()


def test_a_ray_can_be_kept_to_one_limb(surface: Surface, body: Body) -> None:
    start = np.array((-700.0, body.joints_mm["l-knee"][1], body.joints_mm["l-knee"][2]))
    toward_left = np.array((1.0, 0.0, 0.0))
    assert surface.ray(start, toward_left).position_mm(body)[0] < 0.0
    assert surface.ray(start, toward_left, ("thigh_left", "shin_left")).position_mm(body)[0] > 0.0
    with pytest.raises(NoSurfaceError):
        surface.ray(start, toward_left, ("head",))


def test_an_unknown_part_is_an_error_not_an_empty_limb(surface: Surface) -> None:
    with pytest.raises(KeyError, match="tail"):
        surface.faces_of(("tail",))


def test_a_skin_line_stays_on_the_skin_and_is_no_shorter_than_the_chord(surface: Surface, body: Body) -> None:
    neck = surface.nearest(np.array((0.0, body.joints_mm["neck"][1], -300.0)), ("neck", "trunk"))
    shoulder = surface.nearest(body.joints_mm["l-shoulder"] + UP * 100.0, ("trunk", "upper_arm_left"))
    line = surface.skin_line(neck, shoulder)
    chord = np.linalg.norm(shoulder.position_mm(body) - neck.position_mm(body))
    assert chord < line.length_mm < 1.4 * chord
    for fraction in (0.1, 0.37, 0.5, 0.9):
        place = line.at(fraction).position_mm(body)
        assert np.linalg.norm(surface.nearest(place).position_mm(body) - place) < 1e-6
    assert np.allclose(line.at(0.0).position_mm(body), neck.position_mm(body), atol=1e-6)
    assert np.allclose(line.at(1.0).position_mm(body), shoulder.position_mm(body), atol=1e-6)


def test_half_of_a_line_is_half_its_length_from_both_ends(surface: Surface, body: Body) -> None:
    wrist = surface.nearest(body.joints_mm["l-hand"] + FRONT * 60.0, ("forearm_left", "hand_left"))
    crook = surface.nearest(body.joints_mm["l-elbow"] + FRONT * 60.0, ("upper_arm_left", "forearm_left"))
    arm = ("upper_arm_left", "forearm_left", "hand_left")
    there = surface.skin_line(wrist, crook, arm)
    back = surface.skin_line(crook, wrist, arm)
    assert there.length_mm == pytest.approx(back.length_mm, rel=1e-6)
    gap = there.at(0.5).position_mm(body) - back.at(0.5).position_mm(body)
    assert np.linalg.norm(gap) < 1e-3


def test_limbs_that_do_not_touch_have_no_line(surface: Surface, body: Body) -> None:
    left = surface.nearest(body.joints_mm["l-knee"] + FRONT * 80.0)
    right = surface.nearest(body.joints_mm["r-knee"] + FRONT * 80.0)
    with pytest.raises(NoSurfaceError):
        surface.skin_line(left, right, ("shin_left", "thigh_left", "shin_right", "thigh_right"))


def test_a_walk_goes_as_far_as_asked_and_the_right_way(surface: Surface, body: Body) -> None:
    start = surface.ray(np.array((90.0, body.joints_mm["l-knee"][1] - 100.0, 500.0)), BACK)
    for direction, axis, sign in ((-UP, 1, -1.0), (UP, 1, 1.0), (np.array((1.0, 0, 0)), 0, 1.0)):
        line = surface.walk(start, direction, 35.0)
        assert line.length_mm == pytest.approx(35.0, abs=1e-6)
        moved = line.at(1.0).position_mm(body) - start.position_mm(body)
        assert moved[axis] * sign > 20.0


def test_a_section_of_a_limb_is_one_closed_curve(surface: Surface, body: Body) -> None:
    knee, ankle = body.joints_mm["l-knee"], body.joints_mm["l-ankle"]
    curves = surface.section((knee + ankle) / 2.0, ankle - knee, ("shin_left",))
    assert len(curves) == 1
    assert np.allclose(curves[0].points_mm[0], curves[0].points_mm[-1])
    assert 250.0 < curves[0].length_mm < 450.0
    crossings = curves[0].meets_plane(knee, np.array((1.0, 0.0, 0.0)))
    assert len(crossings) == 2


def test_the_back_is_not_seen_from_the_front(surface: Surface) -> None:
    back = surface.ray(np.array((3.0, 1200.0, -600.0)), FRONT)
    assert surface.sees(back, BACK)
    assert not surface.sees(back, FRONT)


def test_the_inner_thigh_is_hidden_by_the_other_leg(surface: Surface, body: Body) -> None:
    knee = body.joints_mm["l-knee"]
    inner = surface.ray(np.array((0.0, knee[1], knee[2])), np.array((1.0, 0.0, 0.0)))
    assert inner.normal(body)[0] < -0.5
    assert not surface.sees(inner, np.array((-1.0, 0.0, 0.0)))
