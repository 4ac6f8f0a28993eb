"""Labels never collide, leave their margin or cover a point, and leaders of a margin do not cross."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.ui.body_map.label_layout import (
    PITCH_MIN_PX,
    Block,
    Column,
    LabelPlan,
    Margins,
    Obstacle,
    Placed,
    Point,
    Wish,
    place_labels,
    segments_cross,
)
from tests.examples import examples

MARGINS = Margins(outer_left=4, left_edge=150, right_edge=480, outer_right=628, top=44, bottom=716)


@st.composite
def scenes(draw: st.DrawFn) -> tuple[list[Wish], list[Obstacle]]:
    count = draw(st.integers(0, 24))
    wishes, points = [], []
    for number in range(count):
        x, y = draw(st.floats(20, 610)), draw(st.floats(20, 740))
        radius = draw(st.sampled_from([3.0, 6.5, 10.0]))
        points.append(Point(x, y, radius))
        if draw(st.booleans()):
            wishes.append(
                Wish(
                    key=number,
                    x=x,
                    y=y,
                    radius=radius,
                    width=draw(st.floats(30, 260)),
                    height=draw(st.sampled_from([22.0, 44.0, 44.0, 88.0])),
                    column=draw(st.sampled_from([None, None, Column.SCREEN_LEFT, Column.SCREEN_RIGHT])),
                    weight=draw(st.sampled_from([1.0, 2.0])),
                )
            )
    obstacles: list[Obstacle] = list(points)
    if draw(st.booleans()):
        obstacles.append(Block(draw(st.floats(0, 560)), draw(st.floats(0, 700)), 90, 66))
    return wishes, obstacles


def _overlap(one: Placed, other: Placed) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    down = one.top < other.top + other.height and other.top < one.top + one.height
    return across and down


def _plan(scene: tuple[list[Wish], list[Obstacle]]) -> LabelPlan:
    return place_labels(scene[0], scene[1], MARGINS)


@examples(0.4)
@given(scenes())
def test_every_label_is_placed_once_or_left_out(scene: tuple[list[Wish], list[Obstacle]]) -> None:
    plan = _plan(scene)
    keys = [placed.key for placed in plan.placed] + list(plan.left_out)
    assert sorted(keys, key=str) == sorted((wish.key for wish in scene[0]), key=str)


@examples(0.4)
@given(scenes())
def test_labels_never_collide_and_keep_their_pitch(scene: tuple[list[Wish], list[Obstacle]]) -> None:
    placed = _plan(scene).placed
    assert not any(_overlap(one, other) for one, other in combinations(placed, 2))
    for column in Column:
        middles = sorted(one.top + one.height / 2 for one in placed if one.column is column)
        assert all(low + PITCH_MIN_PX - 1e-6 <= high for low, high in pairwise(middles))


@examples(0.4)
@given(scenes())
def test_labels_stay_in_their_margin(scene: tuple[list[Wish], list[Obstacle]]) -> None:
    for one in _plan(scene).placed:
        assert MARGINS.top - 1e-6 <= one.top
        assert one.top + one.height <= MARGINS.bottom + 1e-6
        if one.column is Column.SCREEN_LEFT:
            assert MARGINS.outer_left - 1e-6 <= one.left
            assert one.left + one.width <= MARGINS.left_edge + 1e-6
        else:
            assert MARGINS.right_edge - 1e-6 <= one.left
            assert one.left + one.width <= MARGINS.outer_right + 1e-6


@examples(0.4)
@given(scenes())
def test_no_label_covers_a_point_or_a_taken_box(scene: tuple[list[Wish], list[Obstacle]]) -> None:
    for one in _plan(scene).placed:
        for obstacle in scene[1]:
            if isinstance(obstacle, Block):
                box = Placed(
                    "", one.column, obstacle.left, obstacle.top, obstacle.width, obstacle.height, one.leader
                )
                assert not _overlap(one, box)
                continue
            near_x = min(max(obstacle.x, one.left), one.left + one.width)
            near_y = min(max(obstacle.y, one.top), one.top + one.height)
            assert math.hypot(obstacle.x - near_x, obstacle.y - near_y) >= obstacle.radius


@examples(0.4)
@given(scenes())
def test_a_wished_column_is_kept(scene: tuple[list[Wish], list[Obstacle]]) -> None:
    wished = {wish.key: wish.column for wish in scene[0]}
    for one in _plan(scene).placed:
        assert wished[one.key] in {None, one.column}


@examples(0.4)
@given(scenes())
def test_a_leader_runs_from_its_point_to_its_label(scene: tuple[list[Wish], list[Obstacle]]) -> None:
    wishes = {wish.key: wish for wish in scene[0]}
    for one in _plan(scene).placed:
        wish = wishes[one.key]
        start, knee, end = one.leader
        assert knee[1] == end[1]
        assert one.top <= end[1] <= one.top + one.height
        if start != end:
            assert math.hypot(start[0] - wish.x, start[1] - wish.y) == pytest.approx(wish.radius + 2)


@examples(0.4)
@given(scenes())
def test_the_same_scene_gives_the_same_labels(scene: tuple[list[Wish], list[Obstacle]]) -> None:
    assert _plan(scene) == _plan(scene)


@given(st.lists(st.tuples(st.floats(170, 460), st.floats(60, 700)), max_size=12))
def test_leaders_of_one_margin_do_not_cross(places: list[tuple[float, float]]) -> None:
    """Points lie between the margins and labels have one height, so that a swap can mend any crossing."""
    wishes = [Wish(number, x, y, 0.0, 100, 44, Column.SCREEN_RIGHT) for number, (x, y) in enumerate(places)]
    placed = place_labels(wishes, [], MARGINS).placed
    for one, other in combinations(placed, 2):
        if one.leader[0] == one.leader[2] or other.leader[0] == other.leader[2]:
            continue
        assert not segments_cross(one.leader[0], one.leader[1], other.leader[0], other.leader[1])


def test_labels_stand_in_the_order_of_their_points() -> None:
    wishes = [
        Wish(name, 300, y, 10, 100, 44, Column.SCREEN_RIGHT)
        for name, y in (("c", 500), ("a", 100), ("b", 130))
    ]
    placed = place_labels(wishes, [], MARGINS).placed
    assert [one.key for one in sorted(placed, key=lambda one: one.top)] == ["a", "b", "c"]


def test_a_full_margin_sends_free_labels_to_the_other_and_drops_the_lightest() -> None:
    wishes = [Wish(number, 400, 300, 3, 100, 44, None, 1.0 + number) for number in range(40)]
    plan = place_labels(wishes, [], MARGINS)
    assert {one.column for one in plan.placed} == set(Column)
    assert len(plan.placed) >= 28
    assert max(map(int, map(str, plan.left_out))) < min(int(str(one.key)) for one in plan.placed)


def test_a_margin_without_room_takes_no_label() -> None:
    narrow = Margins(outer_left=4, left_edge=4, right_edge=480, outer_right=628, top=44, bottom=716)
    plan = place_labels([Wish("x", 100, 100, 3, 80, 44, Column.SCREEN_LEFT)], [], narrow)
    assert plan.left_out == ("x",)
