"""What the standard and an anatomist's review ask of single places, whatever rule puts them there.

The bounds come from the sentences of the WHO standard of 2008, from how long and thick bones and foreheads
are, and from the words by which a person finds the point; none of them was read off the code.
"""

from __future__ import annotations

import numpy as np
import pytest

from acupress_desktop.domain.anatomy.rules import LandmarkId, Scale
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import SHAPE_NAMES, SHAPES, atlas, located, locator

FIGURES = ("figure_f", "figure_m")


def point(name: str, code: str, side: SiteSide = SiteSide.LEFT) -> np.ndarray:
    site = side if atlas()[PointCode(code)].bilateral else SiteSide.MIDLINE
    found = located(SHAPES[name])[(PointCode(code), site)].position_mm
    assert found is not None
    return np.array(found)


def landmark(name: str, mark: str) -> np.ndarray:
    places = locator(SHAPES[name]).places
    return places.landmark(LandmarkId(mark), SiteSide.LEFT).position_mm(places.body)


def from_the_front(name: str, code: str) -> tuple[float, float]:
    """Return how far behind the front of the leg a place lies: in mm, and as a share of its depth."""
    places, here = locator(SHAPES[name]).places, point(name, code)
    curves = places.surface.section(here, np.array((0.0, 1.0, 0.0)), ("thigh_left", "shin_left", "foot_left"))
    leg = min(curves, key=lambda curve: float(np.linalg.norm(curve.points_mm.mean(axis=0) - here)))
    front, back = float(leg.points_mm[:, 2].max()), float(leg.points_mm[:, 2].min())
    return front - here[2], (front - here[2]) / (front - back)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_crown_is_where_the_fingers_meet_over_the_ears_and_up_to_two_fingers_behind(name: str) -> None:
    finger = locator(SHAPES[name]).places.cun_mm(Scale.FINGERBREADTH, SiteSide.LEFT)
    behind = landmark(name, "auricular_apex")[2] - point(name, "GV20")[2]
    assert 0.0 < behind < 2.0 * finger
    assert behind < 20.0  # about half a cun of the head


@pytest.mark.slow
@pytest.mark.parametrize("name", FIGURES)
def test_the_crown_is_on_top_of_the_head_and_not_on_its_slope(name: str) -> None:
    head = locator(SHAPES[name]).places.body.vertices_mm
    assert head[:, 1].max() - point(name, "GV20")[1] < 6.0


@pytest.mark.parametrize("name", FIGURES)
def test_the_front_hairline_leaves_a_forehead_of_the_height_that_people_have(name: str) -> None:
    # Brow to hairline: 55.4 (3.3) and 61.4 (3.2) mm in one series, 3 standard deviations either way.
    height = np.linalg.norm(landmark(name, "ant_hairline_mid") - landmark(name, "glabella"))
    assert 45.0 < height < 71.0


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_cun_of_the_standard_are_kept_along_the_midline_of_the_head(name: str) -> None:
    places = locator(SHAPES[name]).places

    def length_mm(*ends: str) -> float:
        start, end = (
            places.point(PointCode(end), SiteSide.MIDLINE)[0]
            if end in atlas()
            else places.landmark(LandmarkId(end), SiteSide.MIDLINE)
            for end in ends
        )
        return places.skin_line(start, end).length_mm

    # Brow to hairline 3, hairline to GV20 5; GV24 0.5, GV23 1, GV22 2, GV21 3.5 behind the hairline.
    front = length_mm("ant_hairline_mid", "GV20") / 5.0
    assert length_mm("glabella", "ant_hairline_mid") == pytest.approx(3.0 * front, rel=0.03)
    for code, cun in {"GV24": 0.5, "GV23": 1.0, "GV22": 2.0, "GV21": 3.5}.items():
        assert length_mm("ant_hairline_mid", code) == pytest.approx(cun * front, rel=0.03)
    # GV20 7 above the rear hairline, GV19 5.5, GV18 4.
    rear = length_mm("GV20", "post_hairline_mid") / 7.0
    for code, cun in {"GV19": 5.5, "GV18": 4.0}.items():
        assert length_mm(code, "post_hairline_mid") == pytest.approx(cun * rear, rel=0.03)


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_points_of_the_midline_follow_each_other_over_the_head(name: str) -> None:
    codes = ["EX-HN3", "GV24", "GV23", "GV22", "GV21", "GV20", "GV19", "GV18"]
    forward = [point(name, code)[2] for code in codes]
    assert forward == sorted(forward, reverse=True)
    downward = [point(name, code)[1] for code in ["GV20", "GV19", "GV18", "GV17", "GV16", "GV15"]]
    assert downward == sorted(downward, reverse=True)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize(
    ("code", "bone_mm"),
    [
        # The shin bone from front to inner edge, with some 4 mm of skin over it: about 26 mm thick four
        # fingers above the ankle, about 40 mm just below its flare.
        ("SP6", 30.0),
        ("SP9", 44.0),
    ],
)
def test_points_of_the_inner_leg_lie_behind_the_edge_of_the_shin_bone(
    name: str, code: str, bone_mm: float
) -> None:
    behind_front, _ = from_the_front(name, code)
    assert bone_mm < behind_front < bone_mm + 12.0  # within a thumb behind it


@pytest.mark.parametrize("name", SHAPE_NAMES)
@pytest.mark.parametrize("code", ["SP6", "SP7", "SP8", "SP9"])
def test_points_of_the_inner_leg_lie_off_the_flat_of_the_bone_and_before_the_calf(
    name: str, code: str
) -> None:
    _, share = from_the_front(name, code)
    # A heavy leg is deeper behind the bone, never in front of it; the kidney line runs at two thirds.
    assert 0.36 < share < 0.6


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_appendix_point_lies_straight_below_st36(name: str) -> None:
    line = point(name, "ST37") - point(name, "ST36")
    there = point(name, "EX-LE7") - point(name, "ST36")
    aside = there - line * float(there @ line) / float(line @ line)
    assert np.linalg.norm(aside) < 3.0


@pytest.mark.parametrize("name", FIGURES)
def test_st36_lies_about_a_finger_outside_the_crest_of_the_shin(name: str) -> None:
    # The crest runs from under the kneecap to the front of the ankle; "one finger-breadth beside it".
    top, bottom, here = landmark(name, "patella_apex"), landmark(name, "ankle_front_mid"), point(name, "ST36")
    crest = top + (bottom - top) * (top[1] - here[1]) / (top[1] - bottom[1])
    finger = locator(SHAPES[name]).places.cun_mm(Scale.FINGERBREADTH, SiteSide.LEFT)
    assert finger < here[0] - crest[0] < 1.7 * finger


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_points_of_the_pupil_line_stand_straight_above_the_pupil(name: str) -> None:
    pupil = landmark(name, "pupil")[0]
    for code in ("EX-HN4", "GB14", "GB15", "EX-HN2", "GB16", "GB17", "GB18"):
        assert point(name, code)[0] == pytest.approx(pupil, abs=4.0), code


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_li20_lies_in_the_groove_beside_the_nose_wing_and_not_on_it(name: str) -> None:
    # The surface turns from the wing, which looks outward, to the cheek, which looks forward.
    places = locator(SHAPES[name]).places
    here = places.point(PointCode("LI20"), SiteSide.LEFT)[0]
    assert 2.0 < point(name, "LI20")[0] - landmark(name, "ala_lat_mid")[0] < 8.0
    assert here.normal(places.body)[2] > 0.6


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_long_neck_muscle_is_as_broad_as_two_fingers_and_more(name: str) -> None:
    finger = locator(SHAPES[name]).places.cun_mm(Scale.FINGERBREADTH, SiteSide.LEFT)
    for before, behind in (("SI17", "TE16"), ("ST9", "SI16"), ("ST10", "LI17")):
        assert 1.5 * finger < np.linalg.norm(point(name, before) - point(name, behind)) < 4.5 * finger


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_points_under_the_collarbone_lie_under_it_where_they_are(name: str) -> None:
    bone = [landmark(name, f"clavicle_{part}") for part in ("inner", "middle", "outer")]
    for code in ("KI27", "ST13", "LU2"):
        here = point(name, code)
        line = np.interp(here[0], [stop[0] for stop in bone], [stop[1] for stop in bone])
        assert 5.0 < line - here[1] < 30.0, code


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_spaces_between_ribs_are_about_equally_high(name: str) -> None:
    heights = [point(name, code)[1] for code in ("CV20", "CV19", "CV18", "CV17")]
    steps = -np.diff(heights)
    assert steps.max() < 2.0 * steps.min()
    assert point(name, "CV21")[1] - heights[0] > 3.0


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_the_holes_of_the_sacrum_follow_at_even_steps(name: str) -> None:
    steps = -np.diff([point(name, code)[1] for code in ("BL31", "BL32", "BL33", "BL34")])
    assert steps.max() < 2.0 * steps.min()


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_st5_lies_on_the_lower_edge_of_the_jaw_in_front_of_its_corner(name: str) -> None:
    gap = point(name, "ST5") - landmark(name, "mandible_angle")
    assert 20.0 < np.linalg.norm(gap) < 36.0
    assert gap[1] < -3.0
    assert gap[2] > 0.0
