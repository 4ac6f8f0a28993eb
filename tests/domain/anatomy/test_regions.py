"""Regions and the unions that safety rules speak of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.sides import SiteSide


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(asset_root())


@pytest.fixture(scope="module")
def region_map(atlas: Atlas) -> RegionMap:
    return read_regions(asset_root(), atlas)


def test_every_point_has_a_leaf_region(atlas: Atlas, region_map: RegionMap) -> None:
    for point in atlas:
        assert point.code in region_map.points(region_map.home(point.code))


@pytest.mark.parametrize(
    ("union", "inside", "outside"),
    [
        (
            "neck",
            "BL10 GB12 GB20 GV14 GV15 GV16 EX-HN14 EX-HN15 X-ANMIAN TE17 SI15 EX-B1 ST9 CV22",
            "GB21 SI14 LI16 GV17",
        ),
        ("eye", "BL1 BL2 ST1 ST2 TE23 GB1", "EX-HN3 EX-HN5 GB14"),
        ("groin", "ST30 SP12 SP11 SP13 LR10 LR11 ST31 GB28 KI11 CV2", "CV3 ST32"),
        ("legs", "ST36 SP6 LR3 KI1 SP10 BL40 BL67", "GB30 LI4 ST30"),
        ("feet", "LR3 KI1 KI3 BL60 SP1", "SP6 ST36"),
        ("spine", "BL13 BL23 BL24 GV4 BL32 EX-B2 SI14", "GB30 GB21"),
        ("ribs", "CV17 LU1 SP21 LR13 GB25 ST18", "CV12 LI4"),
        ("abdomen", "CV6 CV12 CV8 ST25 GB26", "LR13 CV17"),
        ("shoulder-chest-quadrant", "GB21 LI15 SI11 SI9 LU1 HT1 ST18", "LI11 GB20"),
        ("arm", "LI4 LI10 LI11 HT7 PC6 TE5", "GB21"),
    ],
)
def test_unions_take_in_what_the_rules_mean(
    region_map: RegionMap, union: str, inside: str, outside: str
) -> None:
    points = region_map.points(RegionId(union))
    assert set(inside.split()) <= points
    assert not set(outside.split()) & points


def test_a_block_of_one_hand_leaves_the_other(region_map: RegionMap) -> None:
    right_hand = RegionSelection(RegionId("hand-dorsum"), SiteSide.RIGHT)
    assert region_map.covers(right_hand, PointCode("LI4"), SiteSide.RIGHT)
    assert not region_map.covers(right_hand, PointCode("LI4"), SiteSide.LEFT)
    assert not region_map.covers(right_hand, PointCode("HT7"), SiteSide.RIGHT)


def test_midline_points_go_with_either_side(region_map: RegionMap) -> None:
    for side in (SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE):
        selection = RegionSelection(RegionId("abdomen"), side)
        assert region_map.covers(selection, PointCode("CV6"), SiteSide.MIDLINE)


@pytest.mark.slow
def test_mirrored_selection_covers_mirrored_points(atlas: Atlas, region_map: RegionMap) -> None:
    leaves = [leaf.id for leaf in region_map.regions]
    for region in leaves + [union.id for union in region_map.unions]:
        for point in atlas:
            for site in point.sites:
                assert region_map.covers(
                    RegionSelection(region, SiteSide.LEFT), point.code, site
                ) == region_map.covers(RegionSelection(region, SiteSide.RIGHT), point.code, site.mirrored)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('parent = "area-neck"', 'parent = "area-nek"', "area-nek"),
        ('  "face-brow",', '  "face-brows",', "face-brows"),
        ('also_points = ["ST2"]', 'also_points = ["ST99"]', "ST99"),
        ('sides = "midline"', 'sides = "middle"', "middle"),
        ('id = "palm"', 'id = "palm"\ncolour = "red"', "colour"),
        ('export_code = "AR-002"', 'export_code = "AR-001"', "AR-001"),
    ],
)
def test_a_bad_region_file_is_refused_with_its_line(
    tmp_path: Path, atlas: Atlas, old: str, new: str, complaint: str
) -> None:
    (tmp_path / "body_maps").mkdir()
    path = tmp_path / "body_maps" / "regions.toml"
    shutil.copy(asset_root() / "body_maps" / "regions.toml", path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        read_regions(tmp_path, atlas)
    assert complaint in refusal.value.what
    assert refusal.value.line is not None
