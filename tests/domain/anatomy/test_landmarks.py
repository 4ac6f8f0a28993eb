"""Landmarks and scales: complete, symmetric, where anatomy puts them, and plausible in size."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.landmarks import (
    AbsentLandmark,
    ComputedLandmark,
    MarkedLandmark,
)
from acupress_desktop.domain.anatomy.rules import LandmarkId, Scale
from acupress_desktop.domain.anatomy.scales import SCALE_RULES
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import (
    AVERAGE,
    SHAPE_NAMES,
    SHAPES,
    atlas,
    body,
    landmark_set,
    locator,
)


def limb(part: str) -> str:
    """A joint lies on two parts of one limb; head, neck and trunk count as one."""
    if part.startswith(("upper_arm", "forearm", "hand")):
        return "arm"
    return "leg" if part.startswith(("thigh", "shin", "foot")) else "trunk"


def height(name: str, side: SiteSide = SiteSide.LEFT) -> float:
    places = locator(AVERAGE).places
    return float(places.landmark(LandmarkId(name), side).position_mm(places.body)[1])


def test_rules_and_scales_name_only_known_landmarks() -> None:
    landmarks = landmark_set()
    named = {part for point in atlas() for part in rules.inputs(point.rule)}
    for landmark in landmarks:
        if isinstance(landmark, ComputedLandmark):
            named |= set(rules.inputs(landmark.rule))
    texts = {part for part in named if not isinstance(part, rules.PointPlace)}
    texts |= {end for rule in SCALE_RULES.values() for end in (rule.start, rule.end)}
    assert {name for name in texts if name not in landmarks} == set()


def test_every_mark_says_how_it_was_made() -> None:
    marked = [landmark for landmark in landmark_set() if isinstance(landmark, MarkedLandmark)]
    assert len(marked) > 120
    assert all(landmark.made.strip() for landmark in marked)


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_left_and_right_are_mirror_images(name: str) -> None:
    for sites in locator(SHAPES[name]).landmarks_mm().values():
        if SiteSide.LEFT in sites:
            left, right = np.array(sites[SiteSide.LEFT]), np.array(sites[SiteSide.RIGHT])
            assert np.linalg.norm(left * (-1.0, 1.0, 1.0) - right) < 2.0
            assert left[0] > 0.0 > right[0]
        else:
            assert abs(sites[SiteSide.MIDLINE][0]) < 1.0


@pytest.mark.parametrize(
    "from_top",
    [
        "glabella nose_tip philtrum_top philtrum_bottom mentolabial_mid suprasternal_notch",
        "suprasternal_notch sternal_angle xiphisternal_junction umbilicus pubic_symphysis_sup",
        "eop_sup eop_inf C2 C7 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12",
        "T12 L1 L2 L3 L4 L5 S1 S2 sacral_hiatus coccyx_tip",
        "acromion_lat axillary_fold_ant lat_epicondyle wrist_palmar_mid mcp3_dorsal fingertip_middle",
        "asis greater_trochanter patella_base_mid patella_apex fibula_head lat_malleolus mtp5_lat",
        "patella_base_med popliteal_crease_mid tibial_condyle_med_inf gastrocnemius_junction",
        "gastrocnemius_junction med_malleolus navicular_tuberosity mtp1_med",
        "scapular_spine_med scapular_med_border scapular_inf_angle iliac_crest_top psis",
    ],
)
def test_landmarks_follow_each_other_from_top_to_toe(from_top: str) -> None:
    heights = [height(name) for name in from_top.split()]
    assert heights == sorted(heights, reverse=True)


def test_the_inner_ankle_bone_stands_higher_and_further_forward_than_the_outer() -> None:
    places = locator(AVERAGE).places
    inner, outer = (
        places.landmark(LandmarkId(name), SiteSide.LEFT).position_mm(places.body)
        for name in ("med_malleolus", "lat_malleolus")
    )
    assert inner[1] > outer[1]
    assert inner[2] > outer[2]
    assert inner[0] < outer[0]


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_scales_are_of_the_size_that_people_have(name: str) -> None:
    shape = SHAPES[name]
    overall = shape.height_cm * 10.0 / 75.0  # the body is 75 cun high by definition
    for scale, sites in locator(shape).scales_mm().items():
        left, right = sites[SiteSide.LEFT], sites[SiteSide.RIGHT]
        assert left == pytest.approx(right, abs=0.3)
        low, high = (0.5, 1.1) if scale is Scale.FINGERBREADTH else (0.6, 1.9)
        assert low * overall < left < high * overall, scale


@pytest.mark.parametrize("name", SHAPE_NAMES)
def test_marks_stay_on_the_part_of_the_body_they_were_made_on(name: str) -> None:
    before, after = locator(AVERAGE).places, locator(SHAPES[name]).places
    for landmark in landmark_set():
        if isinstance(landmark, AbsentLandmark):
            continue
        was, now = (places.landmark(landmark.id, SiteSide.LEFT) for places in (before, after))
        assert limb(before.part(was)) == limb(after.part(now)), landmark.id


def test_navel_and_nipples_are_where_the_mesh_models_them() -> None:
    # The navel is a pit: its middle lies deeper than the skin two fingers away.
    places = locator(AVERAGE).places
    navel = places.landmark(LandmarkId("umbilicus"), SiteSide.MIDLINE).position_mm(body(AVERAGE))
    for aside in (-25.0, 25.0):
        skin = places.surface.ray(np.array((aside, navel[1], 3000.0)), np.array((0.0, 0.0, -1.0)), ("trunk",))
        assert skin.position_mm(body(AVERAGE))[2] > navel[2]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"face": None}, "marked, computed or absent"),
        ({"weights": [0.5, 0.5, 9.0]}, "weights"),
        ({"colour": "red"}, "colour"),
        ({"rule": "at('x')"}, "marked, computed or absent"),
        ({"made": None}, "how it was made"),
        ({"face": None, "rule": "hop('x')"}, "unknown function hop()"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(
    tmp_path: Path, change: dict[str, object], complaint: str
) -> None:
    (tmp_path / "body_maps").mkdir()
    path = tmp_path / "body_maps" / "landmarks.jsonl"
    shutil.copy(asset_root() / "body_maps" / "landmarks.jsonl", path)
    lines = path.read_text(encoding="utf-8").splitlines()
    row = json.loads(lines[2]) | change
    lines[2] = json.dumps({key: value for key, value in row.items() if value is not None})
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        read_landmarks(tmp_path)
    assert refusal.value.line == 3
    assert complaint in refusal.value.what


@pytest.mark.slow
def test_the_file_holds_the_marks_as_they_were_made() -> None:
    tool = asset_root().parent / "tools" / "mark_landmarks.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], check=False)
    assert done.returncode == 0, "run tools/mark_landmarks.py"
