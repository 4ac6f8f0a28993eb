"""Distances along the skin: they agree with the points' places, and refuse what cannot be."""

from __future__ import annotations

import json
import math
import shutil
from pathlib import Path
from typing import Any

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.near_points_files import read_near_points
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.safety.places import NearPoints, NoDistances
from acupress_desktop.domain.sides import SiteSide

ATLAS = read_atlas(asset_root())
REGIONS = read_regions(asset_root(), ATLAS)
NEAR = read_near_points(asset_root(), ATLAS, REGIONS)
LEAVES = [region.id for region in REGIONS.regions]


def site(code: str, side: SiteSide) -> tuple[PointCode, SiteSide]:
    return PointCode(code), side


def baked_points(figure: str) -> list[dict[str, Any]]:
    path = asset_root() / "body_maps" / f"points_{figure}.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["points"]
    return rows


@pytest.mark.slow
@pytest.mark.parametrize("near", [NEAR, NoDistances(REGIONS, ATLAS)], ids=["baked", "none"])
@pytest.mark.parametrize("leaf", LEAVES)
def test_a_region_is_near_itself_and_farther_is_never_less(near: NearPoints, leaf: RegionId) -> None:
    own = {(point.code, side) for point in ATLAS if point.region == leaf for side in point.sites}
    fifty, hundred = (near.points_near(leaf, SiteSide.MIDLINE, mm) for mm in (50, 100))
    assert own <= fifty <= hundred


@pytest.mark.slow
@pytest.mark.parametrize("leaf", LEAVES)
@pytest.mark.parametrize("within_mm", [50, 100])
def test_right_is_the_mirror_image_of_left(leaf: RegionId, within_mm: int) -> None:
    left = NEAR.points_near(leaf, SiteSide.LEFT, within_mm)
    right = NEAR.points_near(leaf, SiteSide.RIGHT, within_mm)
    assert right == {(code, side.mirrored) for code, side in left}
    assert NEAR.points_near(leaf, SiteSide.MIDLINE, within_mm) == left | right


@pytest.mark.parametrize("figure", ["figure_f", "figure_m"])
def test_no_site_within_reach_of_a_point_of_the_region_is_missed(figure: str) -> None:
    """Along the skin is never shorter than straight: what is near straight may be far, not the reverse.

    A straight neighbour counts here only inside one part of the body, where skin and straight line are
    nearly the same; 60 % of the distance leaves room for the curve.
    """
    points = baked_points(figure)
    for one in points:
        if one["side"] == "right":
            continue
        near = NEAR.points_near(RegionId(one["region"]), SiteSide.LEFT, 100)
        for other in points:
            same_area = (
                REGIONS.leaf(RegionId(one["region"])).parent == REGIONS.leaf(RegionId(other["region"])).parent
            )
            if same_area and math.dist(one["position_mm"], other["position_mm"]) <= 60:
                assert site(other["code"], SiteSide(other["side"])) in near, (one["code"], other["code"])


def test_a_pacemaker_takes_the_chest_round_it_and_not_the_far_hand() -> None:
    near = NEAR.points_near(RegionId("chest-upper"), SiteSide.LEFT, 100)
    assert site("LU1", SiteSide.LEFT) in near
    assert site("KI26", SiteSide.RIGHT) in near, "ten centimetres reach across the breastbone"
    assert site("PC6", SiteSide.LEFT) not in near
    assert site("EX-HN3", SiteSide.MIDLINE) not in near


def test_an_area_is_near_what_any_of_its_parts_is_near() -> None:
    area = NEAR.points_near(RegionId("area-knee"), SiteSide.RIGHT, 50)
    for leaf in REGIONS.members(RegionId("area-knee")):
        assert NEAR.points_near(leaf, SiteSide.RIGHT, 50) <= area


def test_regions_without_skin_keep_the_careful_guess() -> None:
    inner = NEAR.points_near(RegionId("mouth-inner"), SiteSide.MIDLINE, 50)
    assert site("ST6", SiteSide.LEFT) in inner
    assert site("GB20", SiteSide.RIGHT) in inner


def test_the_careful_guess_stays_on_its_limb_and_crosses_the_trunk() -> None:
    guess = NoDistances(REGIONS, ATLAS)
    arm = guess.points_near(RegionId("forearm-anterior"), SiteSide.LEFT, 50)
    assert site("PC6", SiteSide.LEFT) in arm
    assert site("PC6", SiteSide.RIGHT) not in arm
    chest = guess.points_near(RegionId("chest-upper"), SiteSide.LEFT, 100)
    assert site("LU1", SiteSide.RIGHT) in chest
    assert site("KI3", SiteSide.LEFT) not in chest


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"tail": {"within_50_mm": [], "within_100_mm": []}}, "no region 'tail'"),
        ({"palm": {"within_50_mm": [], "within_100_mm": ["XX9 left"]}}, "no point 'XX9'"),
        ({"palm": {"within_50_mm": [], "within_100_mm": ["GV20 left"]}}, "no left site"),
        ({"palm": {"within_50_mm": ["HT8 left"], "within_100_mm": []}}, "missing"),
        ({"palm": {"within_50_mm": [], "within_100_mm": ["HT8"]}}, "regex"),
        ({"palm": {"within_50_mm": []}}, "within_100_mm"),
    ],
)
def test_a_file_that_cannot_be_is_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    shutil.copytree(asset_root() / "safety", tmp_path / "safety")
    path = tmp_path / "safety" / "near_points.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["regions"].update(change)
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_near_points(tmp_path, ATLAS, REGIONS)
    assert said in caught.value.what
