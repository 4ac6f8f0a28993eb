"""Points on bodies: on the skin, symmetric, at the distance their rule says, in their order."""

from __future__ import annotations

import numpy as np
import pytest

from acupress_desktop.domain.anatomy.rules import LandmarkId, Scale
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import (
    AVERAGE,
    SET_POINTS,
    SHAPE_NAMES,
    SHAPES,
    atlas,
    body,
    located,
    locator,
)

NO_SKIN = {"GV28", "EX-HN9", "EX-HN10", "EX-HN11", "EX-HN12", "EX-HN13", "CV1", "GV1"}


def position(name: str, code: str, side: SiteSide = SiteSide.LEFT) -> np.ndarray:
    rows = located(SHAPES[name])
    row = rows.get((PointCode(code), side)) or rows[(PointCode(code), SiteSide.MIDLINE)]
    assert row.position_mm is not None
    return np.array(row.position_mm)


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_every_point_has_a_row_and_only_hidden_places_have_no_position(name: str) -> None:
    rows = located(SHAPES[name])
    assert {code for code, _ in rows} == {point.code for point in atlas()}
    assert {code for (code, _), row in rows.items() if not row.on_skin} == NO_SKIN


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_points_lie_on_the_skin_and_their_normals_lead_out(name: str) -> None:
    surface = locator(SHAPES[name]).places.surface
    for row in located(SHAPES[name]).values():
        if row.position_mm is None or row.normal is None:
            continue
        where, normal = np.array(row.position_mm), np.array(row.normal)
        assert np.linalg.norm(normal) == pytest.approx(1.0)
        nearest = surface.nearest(where).position_mm(body(SHAPES[name]))
        assert np.linalg.norm(nearest - where) < 1.0
        if row.code in SET_POINTS:
            # From outside the body a ray leaves through an even number of walls.
            assert len(surface.hits(where + normal * 0.5, normal)) % 2 == 0, row.code


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_both_sides_agree(name: str) -> None:
    rows = located(SHAPES[name])
    for (code, side), row in rows.items():
        if side is SiteSide.LEFT and row.position_mm is not None:
            other = rows[(code, SiteSide.RIGHT)].position_mm
            assert other is not None
            gap = np.array(row.position_mm) * (-1.0, 1.0, 1.0) - np.array(other)
            assert np.linalg.norm(gap) < 2.0, code


@pytest.mark.parametrize("name", SHAPE_NAMES)
@pytest.mark.parametrize(
    ("code", "start", "cun", "scale"),
    [
        ("LI10", "LI11", 2.0, Scale.FOREARM),
        ("PC6", "wrist_palmar_mid", 2.0, Scale.FOREARM),
        ("TE5", "wrist_dorsal_mid", 2.0, Scale.FOREARM),
        ("SP6", "med_malleolus", 3.0, Scale.LEG_MED),
        ("ST36", "ST35", 3.0, Scale.LEG_LAT),
        ("ST34", "patella_base_lat", 2.0, Scale.THIGH_ANT),
        ("SP10", "patella_base_med", 2.0, Scale.THIGH_ANT),
        ("CV12", "umbilicus", 4.0, Scale.ABD_UPPER),
        ("CV6", "umbilicus", 1.5, Scale.ABD_LOWER),
    ],
)  # fmt: skip
def test_a_measured_point_is_that_far_along_the_skin(
    name: str, code: str, start: str, cun: float, scale: Scale
) -> None:
    places = locator(SHAPES[name]).places
    for side in (SiteSide.LEFT, SiteSide.RIGHT):
        point = atlas()[PointCode(code)]
        site = side if point.bilateral else SiteSide.MIDLINE
        here = places.point(point.code, site)[0]
        if start in atlas():
            origin = places.point(PointCode(start), side)[0]
        else:
            origin = places.landmark(LandmarkId(start), side)
        length = places.skin_line(origin, here).length_mm
        assert length / places.cun_mm(scale, side) == pytest.approx(cun, abs=0.1)


@pytest.mark.parametrize("name", SHAPE_NAMES)
@pytest.mark.parametrize(
    ("code", "crease", "cun"),
    [("LU7", "wrist_palmar_rad", 1.5), ("SI6", "wrist_dorsal_mid", 1.0)],
)
def test_a_distance_with_a_reference_counts_from_the_crease(
    name: str, code: str, crease: str, cun: float
) -> None:
    # Both start from a bony place that already lies above the crease: the distance must not
    # be added to it.
    places = locator(SHAPES[name]).places
    joints = body(SHAPES[name]).joints_mm
    axis = joints["l-elbow"] - joints["l-hand"]
    axis /= np.linalg.norm(axis)
    origin = places.landmark(LandmarkId(crease), SiteSide.LEFT).position_mm(body(SHAPES[name]))
    above = float((position(name, code) - origin) @ axis)
    assert above / places.cun_mm(Scale.FOREARM, SiteSide.LEFT) == pytest.approx(cun, abs=0.1)


@pytest.mark.parametrize("name", SHAPE_NAMES)
@pytest.mark.parametrize(
    "downward",
    [
        "LI11 LI10 LI9 LI8 LI7 LI6 LI5",
        "PC3 PC4 PC5 PC6 PC7 PC8 PC9",
        "HT3 HT4 HT5 HT6 HT7 HT8",
        "TE10 TE9 TE8 TE6 TE5 TE4 TE3 TE2",
        "LU3 LU4 LU5 LU6 LU7 LU8 LU9 LU10",
        "ST31 ST32 ST33 ST34 ST35 ST36 ST37 ST38 ST39 ST41 ST42 ST44",
        "SP11 SP10 SP9 SP8 SP7 SP6 SP5 SP4",
        "GB31 GB32 GB33 GB34 GB36 GB37 GB38 GB39 GB40",
        "BL11 BL12 BL13 BL14 BL15 BL16 BL17 BL18 BL19 BL20 BL21 BL22 BL23 BL24 BL25 BL26 BL27 BL28 BL29 BL30",
        "BL36 BL37 BL40 BL55 BL56 BL57 BL60 BL61",
        "GV16 GV15 GV14 GV13 GV12 GV11 GV10 GV9 GV8 GV7 GV6 GV5 GV4 GV3 GV2",
        "CV22 CV21 CV20 CV19 CV18 CV17 CV16 CV15 CV14 CV13 CV12 CV11 CV10 CV9 CV8 CV7 CV6 CV5 CV4 CV3 CV2",
        "ST19 ST20 ST21 ST22 ST23 ST24 ST25 ST26 ST27 ST28 ST29 ST30",
        "GB20 GB21",
        "SI15 SI14 SI11",
        "KI7 KI3 KI6",
    ],
)
def test_points_of_a_line_follow_each_other(name: str, downward: str) -> None:
    heights = [position(name, code)[1] for code in downward.split()]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_lines_from_the_middle_outward(name: str) -> None:
    for outward in ("CV6 KI15 ST26", "GV4 BL23 BL52", "GV13 BL11 SI14", "EX-HN3 BL2 EX-HN4 TE23"):
        distances = [position(name, code)[0] for code in outward.split()]
        assert distances == sorted(distances)


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_rule_agrees_with_the_topology(name: str) -> None:
    """A point carried by the mesh from the average body stays within a cun of the rule's."""
    far = {}
    for (code, side), row in located(SHAPES[name]).items():
        average = located(AVERAGE)[(code, side)]
        if row.position_mm is None or average.anchor is None or code not in SET_POINTS:
            continue
        carried = average.anchor.position_mm(body(SHAPES[name]))
        gap = float(np.linalg.norm(carried - np.array(row.position_mm)))
        cun = row.cun_mm[0][1] if row.cun_mm else row.uncertainty_mm / 0.5
        far[code, side.value] = gap / cun
    assert {where: gap for where, gap in far.items() if gap > 1.0} == {}


def test_measured_uncertainties_are_told_apart_from_our_own_choice() -> None:
    rows = located(AVERAGE)
    measured = {code: row.uncertainty_mm for (code, _), row in rows.items() if row.uncertainty_measured}
    assert measured == {"PC6": 9.0, "SP6": 20.0, "ST36": 26.0, "BL23": 27.0}
    own = rows[(PointCode("LI10"), SiteSide.LEFT)]
    assert dict(own.cun_mm) == {Scale.FOREARM: pytest.approx(own.uncertainty_mm * 2.0)}
    assert all(3.0 < row.uncertainty_mm < 30.0 for row in rows.values())


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_cun_grow_with_the_body_part_and_not_with_one_overall_number(name: str) -> None:
    sites = locator(SHAPES[name]).scales_mm()
    assert sites[Scale.FOREARM][SiteSide.LEFT] < sites[Scale.LEG_LAT][SiteSide.LEFT]


def test_points_of_several_places_give_them_all() -> None:
    rows = located(AVERAGE)
    assert len(rows[(PointCode("EX-B2"), SiteSide.LEFT)].more_mm) == 16
    assert len(rows[(PointCode("EX-HN1"), SiteSide.MIDLINE)].more_mm) == 3
    assert rows[(PointCode("LI4"), SiteSide.LEFT)].more_mm == ()
