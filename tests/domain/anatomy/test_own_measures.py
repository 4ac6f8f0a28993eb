"""A person's own measures: the segment is as long as asked, and all else stays in order."""

from __future__ import annotations

import math
from dataclasses import asdict, fields, replace

import numpy as np
import pytest

from acupress_desktop.domain.anatomy.body import Body
from acupress_desktop.domain.anatomy.frames import distal_axis
from acupress_desktop.domain.anatomy.landmarks import MarkedLandmark
from acupress_desktop.domain.anatomy.locate import Locator
from acupress_desktop.domain.anatomy.rules import LandmarkId, Scale
from acupress_desktop.domain.anatomy.shape import (
    FIGURE_F,
    FIGURE_M,
    NO_MEASURES,
    BodyShape,
    BodyShapeError,
    OwnMeasures,
)
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import SET_POINTS, atlas, body, body_model, landmark_set

HEAVY = BodyShape(sex=0.2, height_cm=158.0, weight_kg=82.0, age=71.0)
TALL = BodyShape(sex=0.8, height_cm=193.0, weight_kg=70.0, age=25.0)
PEOPLE = [FIGURE_F, FIGURE_M, HEAVY, TALL]
NAMES = tuple(field.name for field in fields(OwnMeasures))
CHANGES = [
    {"forearm_mm": 1.15},
    {"lower_leg_mm": 0.9},
    {"shoulder_width_mm": 1.12},
    {"hand_mm": 0.88},
    {"forearm_mm": 1.2, "lower_leg_mm": 1.15, "shoulder_width_mm": 1.15, "hand_mm": 1.15},
    {"forearm_mm": 0.85, "lower_leg_mm": 0.85, "shoulder_width_mm": 0.85, "hand_mm": 0.85},
    {"forearm_mm": 1.2, "lower_leg_mm": 0.85, "shoulder_width_mm": 0.9, "hand_mm": 0.85},
]


def changed(person: BodyShape, shares: dict[str, float]) -> OwnMeasures:
    usual = asdict(body_model().usual_measures(person))
    return OwnMeasures(**{name: usual[name] * share for name, share in shares.items()})


def mark_mm(of: Body, name: str) -> np.ndarray:
    mark = landmark_set()[LandmarkId(name)]
    assert isinstance(mark, MarkedLandmark)
    return mark.anchor.position_mm(of)


def measured(of: Body) -> dict[str, float]:
    """Measure a drawn body as a person would, from landmark to landmark."""
    leg = mark_mm(of, "lat_malleolus") - mark_mm(of, "popliteal_crease_mid")
    return {
        "forearm_mm": math.dist(mark_mm(of, "cubital_crease_mid"), mark_mm(of, "wrist_palmar_mid")),
        "lower_leg_mm": float(leg @ distal_axis(of, "shin_left", SiteSide.LEFT)),
        "shoulder_width_mm": 2.0 * float(mark_mm(of, "acromion_lat")[0]),
        "hand_mm": math.dist(mark_mm(of, "wrist_palmar_mid"), mark_mm(of, "fingertip_middle")),
    }


@pytest.mark.slow
@pytest.mark.parametrize("person", PEOPLE, ids=str)
@pytest.mark.parametrize("shares", CHANGES, ids=str)
def test_a_segment_is_as_long_as_asked_and_the_person_as_tall_and_heavy(
    person: BodyShape, shares: dict[str, float]
) -> None:
    wanted = changed(person, shares)
    own = body_model().shaped(person, wanted)
    for name, length in measured(own).items():
        asked = getattr(wanted, name)
        if asked is not None:
            assert length == pytest.approx(asked, abs=1.0), name
    assert own.stature_mm == pytest.approx(person.height_cm * 10.0, abs=1.0)
    assert own.mass_kg == pytest.approx(person.weight_kg, abs=0.2)
    assert own.vertices_mm[:, 1].min() == pytest.approx(0.0, abs=1e-9)
    assert own.measures == wanted


@pytest.mark.parametrize("shares", CHANGES, ids=str)
def test_left_stays_the_mirror_image_of_right(shares: dict[str, float]) -> None:
    own = body_model().shaped(FIGURE_F, changed(FIGURE_F, shares))
    mirrored = own.vertices_mm[own.model.mirror_vertex] * (-1.0, 1.0, 1.0)
    assert np.abs(mirrored - own.vertices_mm).max() < 1e-9
    for name, joint in own.joints_mm.items():
        if name.startswith("l-"):
            assert np.allclose(own.joints_mm["r-" + name[2:]] * (-1.0, 1.0, 1.0), joint)


@pytest.mark.slow
@pytest.mark.parametrize("person", [FIGURE_F, FIGURE_M], ids=str)
@pytest.mark.parametrize("shares", CHANGES, ids=str)
def test_the_skin_bends_no_more_than_before(person: BodyShape, shares: dict[str, float]) -> None:
    # A dent would turn neighbouring faces against each other, and crush or tear an edge. The armpit is a
    # sharp fold on every body; the face is that of another height and no measure touches it.
    plain, own = body(person), body_model().shaped(person, changed(person, shares))
    before, after = bend_degrees(plain), bend_degrees(own)
    open_skin = (before < FOLDED_DEGREES) & ~in_face(own)
    assert float((after - before)[open_skin].max()) < 16.0
    ratio = edge_mm(own) / edge_mm(plain)
    assert ratio.min() > 0.6
    assert ratio.max() < 1.55


FOLDED_DEGREES = 100.0


def in_face(of: Body) -> np.ndarray:
    """Tell of each bend whether it lies in the head."""
    head = of.model.face_part == of.model.part_names.index("head")
    return np.asarray(head[bend_faces(of)[:, 0]])


def edge_mm(of: Body) -> np.ndarray:
    sides = of.faces[:, ((0, 1), (1, 2), (2, 0))].reshape(-1, 2)
    return np.asarray(np.linalg.norm(of.vertices_mm[sides[:, 0]] - of.vertices_mm[sides[:, 1]], axis=1))


def bend_faces(of: Body) -> np.ndarray:
    """Return the two faces at every edge."""
    sides = np.sort(of.faces[:, ((0, 1), (1, 2), (2, 0))].reshape(-1, 2), axis=1)
    key = sides[:, 0] * len(of.vertices_mm) + sides[:, 1]
    return np.asarray((np.argsort(key, kind="stable") // 3).reshape(-1, 2))


def bend_degrees(of: Body) -> np.ndarray:
    """Return the angle between the two faces at every edge."""
    a, b, c = (of.vertices_mm[of.faces[:, i]] for i in range(3))
    normal = np.cross(b - a, c - a)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
    pairs = bend_faces(of)
    cosine = np.einsum("ij,ij->i", normal[pairs[:, 0]], normal[pairs[:, 1]])
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))


def test_what_is_further_out_is_carried_along_unchanged() -> None:
    model = body_model()
    longer = model.shaped(FIGURE_F, changed(FIGURE_F, {"forearm_mm": 1.15}))
    plain = body(FIGURE_F)
    joints = longer.joints_mm
    assert math.dist(joints["l-hand"], joints["l-elbow"]) > math.dist(
        plain.joints_mm["l-hand"], plain.joints_mm["l-elbow"]
    )
    assert math.dist(joints["l-hand"], joints["l-finger-3-4"]) == pytest.approx(
        math.dist(plain.joints_mm["l-hand"], plain.joints_mm["l-finger-3-4"]), rel=0.01
    )


def test_a_longer_lower_leg_takes_its_length_from_the_rest_of_the_same_stature() -> None:
    model = body_model()
    longer = model.shaped(FIGURE_M, changed(FIGURE_M, {"lower_leg_mm": 1.1}))
    plain = body(FIGURE_M)
    assert longer.joints_mm["l-knee"][1] > plain.joints_mm["l-knee"][1] + 25.0
    assert longer.stature_mm == pytest.approx(plain.stature_mm, abs=1.0)
    assert longer.joints_mm["l-ankle"][1] == pytest.approx(plain.joints_mm["l-ankle"][1], abs=8.0)


def test_wider_shoulders_leave_head_and_hips_as_they_are() -> None:
    model = body_model()
    wider = model.shaped(FIGURE_M, changed(FIGURE_M, {"shoulder_width_mm": 1.12}))
    plain = body(FIGURE_M)
    for part in ("head", "thigh_left", "shin_left"):
        mine = model.vertex_part == model.part_names.index(part)
        widths = [float(np.ptp(of.vertices_mm[mine][:, 0])) for of in (plain, wider)]
        assert widths[1] == pytest.approx(widths[0], rel=0.03), part


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name in NAMES for value in (math.nan, math.inf, -1.0, 0.0, 10.0, 2000.0)],
)
def test_absurd_measures_are_refused_by_name(name: str, value: float) -> None:
    with pytest.raises(BodyShapeError) as refused:
        OwnMeasures(**{name: value})
    assert refused.value.field == name
    assert refused.value.low < refused.value.high


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("share", [0.7, 1.4])
def test_a_measure_that_this_body_cannot_have_is_refused_with_what_it_can(name: str, share: float) -> None:
    short = BodyShape(sex=0.3, height_cm=168.0, weight_kg=62.0, age=35.0)
    usual = asdict(body_model().usual_measures(short))[name]
    wanted = OwnMeasures(**{name: usual * share})
    with pytest.raises(BodyShapeError) as refused:
        body_model().shaped(short, wanted)
    found = refused.value
    assert found.field == name
    assert found.low < usual < found.high
    allowed = replace(NO_MEASURES, **{name: found.low if share < 1.0 else found.high})
    assert measured(body_model().shaped(short, allowed))[name] == pytest.approx(
        getattr(allowed, name), abs=1.0
    )


def test_without_measures_nothing_changes() -> None:
    assert np.array_equal(body(FIGURE_F).vertices_mm, body_model().shaped(FIGURE_F, NO_MEASURES).vertices_mm)
    usual = asdict(body_model().usual_measures(FIGURE_F))
    assert usual == pytest.approx(measured(body(FIGURE_F)), abs=0.5)


@pytest.mark.parametrize(
    "shares",
    [
        CHANGES[4],
        pytest.param(CHANGES[5], marks=pytest.mark.slow),
        pytest.param(CHANGES[6], marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_points_follow_the_measures(shares: dict[str, float]) -> None:
    wanted = changed(FIGURE_F, shares)
    own = body_model().shaped(FIGURE_F, wanted)
    locator = Locator(own, landmark_set(), atlas())
    surface = locator.places.surface
    for code in SET_POINTS:
        if PointCode(code) not in atlas():
            continue
        left = locator.locate(code, SiteSide.LEFT)
        right = locator.locate(code, SiteSide.RIGHT)
        assert left.position_mm is not None, code
        assert right.position_mm is not None, code
        here = np.array(left.position_mm)
        assert np.linalg.norm(surface.nearest(here).position_mm(own) - here) < 1.0, code
        if left.side is SiteSide.LEFT:
            assert np.linalg.norm(here * (-1.0, 1.0, 1.0) - np.array(right.position_mm)) < 2.0, code
    places = locator.places
    wrist = places.landmark(LandmarkId("wrist_palmar_mid"), SiteSide.LEFT)
    line = places.skin_line(wrist, places.point(PointCode("PC6"), SiteSide.LEFT)[0])
    cun = places.cun_mm(Scale.FOREARM, SiteSide.LEFT)
    assert line.length_mm / cun == pytest.approx(2.0, abs=0.1)
    assert wanted.forearm_mm is not None
    assert cun == pytest.approx(wanted.forearm_mm / 12.0, rel=0.02)
    assert wanted.lower_leg_mm is not None
    assert places.cun_mm(Scale.LEG_LAT, SiteSide.LEFT) == pytest.approx(wanted.lower_leg_mm / 16.0, rel=0.01)
