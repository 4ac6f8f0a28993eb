"""The body takes the measures that a person gives, and says which it cannot take."""

from __future__ import annotations

import math
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.domain.anatomy.body import Body, BodyModel, enclosed_volume_mm3
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape, BodyShapeError

BODY_MAPS = Path(__file__).resolve().parents[3] / "assets" / "body_maps"
CORNERS = [
    BodyShape(sex=sex, height_cm=height, weight_kg=weight, age=age)
    for sex, height, weight, age in product((0.0, 1.0), (141.0, 210.0), (35.0, 200.0), (18.0, 90.0))
]
ORDINARY = [
    FIGURE_F,
    FIGURE_M,
    BodyShape(sex=0.5, height_cm=170.0, weight_kg=68.0, age=44.0),
    BodyShape(sex=0.2, height_cm=158.0, weight_kg=82.0, age=71.0),
    BodyShape(sex=0.8, height_cm=193.0, weight_kg=70.0, age=25.0),
]


@pytest.fixture(scope="module")
def model() -> BodyModel:
    return read_body_model(BODY_MAPS)


@pytest.mark.slow
@pytest.mark.parametrize("shape", [*ORDINARY, *CORNERS], ids=str)
def test_the_body_is_as_tall_and_as_heavy_as_asked(model: BodyModel, shape: BodyShape) -> None:
    body = model.shaped(shape)
    assert np.isfinite(body.vertices_mm).all()
    assert np.ptp(body.vertices_mm[:, 1]) == pytest.approx(shape.height_cm * 10.0, abs=1.0)
    litres = enclosed_volume_mm3(body.vertices_mm, body.faces) / 1e6
    assert litres * 1.01 == pytest.approx(shape.weight_kg, abs=0.2)


@pytest.mark.parametrize("shape", ORDINARY, ids=str)
def test_left_is_the_mirror_image_of_right(model: BodyModel, shape: BodyShape) -> None:
    body = model.shaped(shape)
    mirrored = body.vertices_mm[model.mirror_vertex] * (-1.0, 1.0, 1.0)
    assert np.abs(mirrored - body.vertices_mm).max() < 1e-9
    for name, joint in body.joints_mm.items():
        if name.startswith("l-"):
            assert np.allclose(body.joints_mm["r-" + name[2:]] * (-1.0, 1.0, 1.0), joint)
            assert joint[0] > 0.0


def test_the_skin_is_closed_and_faces_outward(model: BodyModel) -> None:
    body = model.shaped(FIGURE_F)
    sides = model.faces[:, ((0, 1), (1, 2), (2, 0))].reshape(-1, 2)
    there = sorted(map(tuple, sides.tolist()))
    back = sorted(map(tuple, sides[:, ::-1].tolist()))
    assert there == back  # every edge is walked as often one way as the other
    assert enclosed_volume_mm3(body.vertices_mm, model.faces) > 0.0
    # A radial outward direction is clear on the trunk: away from the vertical axis.
    trunk = model.vertex_part == model.part_names.index("trunk")
    outward = body.vertices_mm[trunk][:, (0, 2)]
    agreement = (outward * body.vertex_normals[trunk][:, (0, 2)]).sum(axis=1)
    assert (agreement > 0.0).mean() > 0.85


def test_the_feet_stand_on_the_floor_under_the_pelvis(model: BodyModel) -> None:
    body = model.shaped(FIGURE_M)
    assert body.vertices_mm[:, 1].min() == pytest.approx(0.0, abs=1e-9)
    assert body.joints_mm["pelvis"][0] == pytest.approx(0.0, abs=0.1)
    assert abs(body.joints_mm["pelvis"][2]) < 5.0


def test_the_palms_face_forward_and_the_arms_hang(model: BodyModel) -> None:
    body = model.shaped(FIGURE_F)
    joints = body.joints_mm
    arm = joints["l-elbow"] - joints["l-shoulder"]
    assert math.degrees(math.atan2(arm[0], -arm[1])) == pytest.approx(14.0, abs=3.0)
    thumb, little = joints["l-finger-1-2"], joints["l-finger-5-1"]
    assert thumb[0] > little[0]  # the thumb of an open left palm points away from the body
    palm = np.cross(joints["l-finger-2-1"] - joints["l-hand"], little - joints["l-hand"])
    assert palm[2] / np.linalg.norm(palm) > 0.8 or palm[2] / np.linalg.norm(palm) < -0.8


@pytest.mark.parametrize("shape", ORDINARY[:3], ids=str)
def test_every_part_lies_on_its_side(model: BodyModel, shape: BodyShape) -> None:
    body = model.shaped(shape)
    centre = body.vertices_mm[model.faces].mean(axis=1)
    for index, name in enumerate(model.part_names):
        mine = centre[model.face_part == index]
        assert len(mine) > 100, name
        if name.endswith("_left"):
            assert (mine[:, 0] > 0.0).all(), name
        elif name.endswith("_right"):
            assert (mine[:, 0] < 0.0).all(), name


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sex", -0.01),
        ("sex", 1.01),
        ("height_cm", 140.9),
        ("height_cm", 210.1),
        ("weight_kg", 34.9),
        ("weight_kg", 200.1),
        ("age", 17.9),
        ("age", 90.1),
        ("height_cm", math.nan),
        ("weight_kg", math.inf),
    ],
)
def test_what_cannot_be_drawn_is_refused_by_name(field: str, value: float) -> None:
    with pytest.raises(BodyShapeError) as refused:
        BodyShape(**{field: value})
    assert refused.value.field == field
    assert refused.value.low < refused.value.high
    assert f"{refused.value.low:g}" in str(refused.value)


def test_the_youngest_are_drawn_as_25(model: BodyModel) -> None:
    def drawn(age: float) -> Body:
        return model.shaped(BodyShape(sex=1.0, height_cm=175.0, weight_kg=70.0, age=age))

    assert np.array_equal(drawn(18.0).vertices_mm, drawn(25.0).vertices_mm)
    assert not np.array_equal(drawn(25.0).vertices_mm, drawn(60.0).vertices_mm)


@pytest.mark.slow
def test_more_weight_makes_a_wider_waist(model: BodyModel) -> None:
    def waist_mm2(weight_kg: float) -> float:
        body = model.shaped(BodyShape(sex=0.5, height_cm=170.0, weight_kg=weight_kg, age=40.0))
        trunk = body.vertices_mm[model.vertex_part == model.part_names.index("trunk")]
        level = trunk[np.abs(trunk[:, 1] - body.joints_mm["spine-3"][1]) < 25.0]
        return float(np.ptp(level[:, 0]) * np.ptp(level[:, 2]))

    sizes = [waist_mm2(weight) for weight in (45.0, 60.0, 80.0, 110.0, 150.0)]
    assert sizes == sorted(sizes)
