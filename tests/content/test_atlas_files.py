"""The atlas file: what it says about pressing, how codes are looked up, and what it refuses."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.atlas import Atlas, Pressability, UnknownPoint
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(asset_root())


def point_codes(*codes: str) -> list[PointCode]:
    return [PointCode(code) for code in codes]


def test_every_code_is_in_exactly_one_group_of_pressability(atlas: Atlas) -> None:
    counts = Counter(point.pressability for point in atlas)
    # 409 coded points as ruled (68 never, 118 light, 38 partner or tool), and Anmian, light.
    assert counts == {
        Pressability.NEVER: 68,
        Pressability.LIGHT_ONLY: 119,
        Pressability.PARTNER_OR_TOOL: 38,
        Pressability.YES: 185,
    }


def test_light_points_are_capped_and_the_belly_lower_still(atlas: Atlas) -> None:
    for point in atlas:
        if point.pressability is Pressability.LIGHT_ONLY:
            assert point.max_felt_pressure is not None
            assert point.max_felt_pressure <= (2 if point.region.startswith("abdomen") else 3)
            assert point.max_hold_seconds == 180


@pytest.mark.parametrize(
    ("code", "cap"),
    [
        ("LR3", 4), ("KI3", 4), ("GB34", 4), ("HT7", 4), ("EX-HN3", 3), ("ST6", 3),
        ("GB20", 3), ("X-ANMIAN", 3), ("CV6", 2), ("CV12", 2), ("BL23", 3), ("BL24", 3),
        ("LI5", 4), ("ST41", 4), ("KI5", 4), ("PC2", 4), ("EX-UE2", 4),
        ("LI4", None), ("ST36", None),
    ],
)  # fmt: skip
def test_caps_of_points_that_sets_use(atlas: Atlas, code: str, cap: int | None) -> None:
    assert atlas[PointCode(code)].max_felt_pressure == cap


def test_anmian_is_shown_by_name_and_says_that_its_rule_is_ours(atlas: Atlas) -> None:
    anmian = atlas[PointCode("X-ANMIAN")]
    assert anmian.display_code is None
    assert anmian.label == "Ānmián"
    assert anmian.rule_is_own_choice
    assert anmian.sites == (SiteSide.LEFT, SiteSide.RIGHT)


def test_codes_are_found_as_people_write_them(atlas: Atlas) -> None:
    assert atlas.find_code("ex hn 3") == "EX-HN3"
    with pytest.raises(UnknownPoint):
        atlas.find_code("QQ9")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(asset_root() / "atlas", tmp_path / "atlas")
    return tmp_path


@pytest.mark.parametrize(
    ("line", "old", "new", "complaint"),
    [
        (3, '"bilateral": true', '"bilateral": true, "colour": 1', "colour"),
        (7, '"pressability": "yes"', '"pressability": "maybe"', "maybe"),
        (1, '"max_felt_pressure": 3', '"max_felt_pressure": 30', "max_felt_pressure"),
        (1, '"max_felt_pressure": 3', '"max_felt_pressure": 4', "light-only"),
        (5, '"max_felt_pressure": null', '"max_felt_pressure": 2', "never pressed"),
        (2, '"code": "LU2"', '"code": "LU1"', "occurs twice"),
        (1, "below-collarbone", "no-such-note", "no-such-note"),
        (1, '"who-2008"', '"hearsay"', "hearsay"),
        (4, "off('biceps_lat_edge'", "fly('biceps_lat_edge'", "LU4: unknown function fly()"),
        (9, '{"code"', "{code", "malformed"),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_with_file_and_line(
    copy: Path, line: int, old: str, new: str, complaint: str
) -> None:
    path = copy / "atlas" / "points.jsonl"
    rows = path.read_text(encoding="utf-8").splitlines()
    assert old in rows[line - 1]
    rows[line - 1] = rows[line - 1].replace(old, new)
    path.write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        read_atlas(copy)
    assert refusal.value.file == path
    assert refusal.value.line == line
    assert complaint in refusal.value.what
