"""Points on bodies: known distances, second places, uncertainty, and which numbers are our own."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.anatomy.own_choices import UNDER_SPINOUS_PROCESS, own_choices
from acupress_desktop.domain.anatomy.rules import Scale
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import (
    AVERAGE,
    SHAPE_NAMES,
    SHAPES,
    atlas,
    landmark_set,
    located,
    locator,
)
from tests.domain.anatomy.measuring import Tape


@pytest.mark.parametrize("name", SHAPE_NAMES)
@pytest.mark.parametrize(
    ("code", "start", "cun", "scale"),
    [
        # From the sentences of the standard (WHO 2008), not from our rules.
        ("LI10", "LI11", 2.0, Scale.FOREARM),
        ("PC6", "wrist_palmar_mid", 2.0, Scale.FOREARM),
        ("TE5", "wrist_dorsal_mid", 2.0, Scale.FOREARM),
        ("LU3", "axillary_fold_ant", 3.0, Scale.ARM),
        ("PC2", "axillary_fold_ant", 2.0, Scale.ARM),
        ("SP6", "med_malleolus", 3.0, Scale.LEG_MED),
        ("LR5", "med_malleolus", 5.0, Scale.LEG_MED),
        ("KI9", "med_malleolus", 5.0, Scale.LEG_MED),
        ("ST36", "ST35", 3.0, Scale.LEG_LAT),
        ("GB39", "lat_malleolus", 3.0, Scale.LEG_LAT),
        ("BL58", "BL60", 7.0, Scale.LEG_LAT),
        ("GB32", "popliteal_crease_lat", 7.0, Scale.THIGH_LAT),
        ("BL37", "BL36", 6.0, Scale.THIGH_POST),
        ("ST34", "patella_base_lat", 2.0, Scale.THIGH_ANT),
        ("SP10", "patella_base_med", 2.0, Scale.THIGH_ANT),
        ("LR10", "ST30", 3.0, Scale.THIGH_ANT),
        ("CV12", "umbilicus", 4.0, Scale.ABD_UPPER),
        ("CV6", "umbilicus", 1.5, Scale.ABD_LOWER),
        ("KI6", "med_malleolus", 1.0, Scale.FOOT_HEIGHT),
    ],
)
def test_a_point_lies_as_far_from_its_landmark_as_the_standard_says(
    name: str, code: str, start: str, cun: float, scale: Scale
) -> None:
    tape = Tape(locator(SHAPES[name]))
    zero = tape.point(start) if start in atlas() else tape.landmark(start)
    found = tape.along_mm(scale, zero, tape.point(code)) / tape.cun_mm(scale)
    assert found == pytest.approx(cun, abs=0.15)  # a landmark half a finger beside the line


@pytest.mark.parametrize("name", SHAPE_NAMES)
@pytest.mark.parametrize(
    ("code", "crease", "cun"),
    [("LU7", "wrist_palmar_rad", 1.5), ("SI6", "wrist_dorsal_mid", 1.0)],
)
def test_a_distance_with_a_reference_counts_from_the_crease(
    name: str, code: str, crease: str, cun: float
) -> None:
    # Both start from a bony place that already lies above the crease: the distance must not be added to it.
    tape = Tape(locator(SHAPES[name]))
    above = float((tape.landmark(crease) - tape.point(code)) @ tape.axis("forearm"))
    assert above / tape.cun_mm(Scale.FOREARM) == pytest.approx(cun, abs=0.1)


@pytest.mark.slow
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


@pytest.mark.slow
def test_points_of_several_places_give_them_all() -> None:
    rows = located(AVERAGE)
    assert len(rows[(PointCode("EX-B2"), SiteSide.LEFT)].more_mm) == 16
    assert len(rows[(PointCode("EX-HN1"), SiteSide.MIDLINE)].more_mm) == 3
    assert rows[(PointCode("LI4"), SiteSide.LEFT)].more_mm == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_six_points_that_the_standard_left_undecided_have_their_second_place(name: str) -> None:
    # WHO 2008, General Guidelines V: "LI19, LI20, PC8, PC9, GB30 and GV26", each with its remark.
    rows = {code: row for (code, side), row in located(SHAPES[name]).items() if side is not SiteSide.RIGHT}
    with_second = {code for code, row in rows.items() if row.alternative_mm is not None}
    assert with_second == {"LI19", "LI20", "PC8", "PC9", "GB30", "GV26"}

    def places(code: str) -> tuple[np.ndarray, np.ndarray]:
        row = rows[PointCode(code)]
        return np.array(row.position_mm), np.array(row.alternative_mm)

    for code in ("LI19", "GV26"):  # a third of the way down instead of half
        chosen, other = places(code)
        assert other[1] > chosen[1]
    chosen, other = places("LI20")  # the lower edge of the wing instead of its middle
    assert other[1] < chosen[1]
    chosen, other = places("PC8")  # between the next two fingers, toward the little one
    assert other[0] < chosen[0]
    assert other[1] == pytest.approx(chosen[1], abs=12.0)
    chosen, other = places("PC9")  # the root of the nail instead of the tip
    assert other[1] > chosen[1]
    assert other[2] < chosen[2]
    chosen, other = places("GB30")  # toward the hip point in front instead of the sacrum behind
    assert other[2] > chosen[2] + 30.0


def test_second_places_are_named_with_their_source_and_only_for_those_six() -> None:
    named = {point.code: point.alternative for point in atlas() if point.alternative is not None}
    assert set(named) == {"LI19", "LI20", "PC8", "PC9", "GB30", "GV26"}
    assert all("who-2008" in other.said_by and other.location for other in named.values())


def test_own_numbers_are_found_through_landmarks_scales_and_heights() -> None:
    rules = {point.code: point.rule for point in atlas()}

    def leans(code: str) -> tuple[str, ...]:
        return own_choices(rules[PointCode(code)], landmark_set(), rules)

    assert leans("KI27") == ("collarbone_edge",)
    assert leans("LI4") == ("mc2_base_rad",)
    assert UNDER_SPINOUS_PROCESS in leans("BL23")
    assert set(leans("GB34")) == {"fibula_head", "fibula_head_antinf"}  # a landmark of a landmark
    assert "crown_mid" in leans("BL5")  # the scale of the head ends there
    assert "biceps_tendon_lat" in leans("LU6")  # through LU5
    assert leans("CV8") == leans("EX-HN3") == ()


def test_the_atlas_says_which_own_numbers_each_rule_leans_on() -> None:
    tool = asset_root().parent / "tools" / "bake_own_choices.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], check=False)
    assert done.returncode == 0, "run tools/bake_own_choices.py"
