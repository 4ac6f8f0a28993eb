"""Index pictures of the regions: whole, and each value names a place that exists."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.sides import SiteSide


@pytest.fixture(scope="module")
def regions() -> RegionMap:
    root = asset_root()
    return read_regions(root, read_atlas(root))


@pytest.mark.parametrize("figure", ["figure_f", "figure_m"])
def test_front_and_back_have_plates_that_exist(regions: RegionMap, figure: str) -> None:
    plates = read_region_plates(asset_root(), figure, regions)
    assert plates.files["front"].is_file()
    assert plates.files["back"].is_file()


def test_the_legend_names_both_sides_of_a_hand(regions: RegionMap) -> None:
    plates = read_region_plates(asset_root(), "figure_f", regions)
    hands = {place.side for place in plates.legend.values() if place.region == "hand-dorsum"}
    assert hands == {SiteSide.LEFT, SiteSide.RIGHT}
    assert 0 not in plates.legend


def test_an_unknown_figure_is_refused(regions: RegionMap) -> None:
    with pytest.raises(ContentError):
        read_region_plates(asset_root(), "figure_x", regions)


def test_a_region_that_does_not_exist_is_refused(regions: RegionMap, tmp_path: Path) -> None:
    folder = tmp_path / "body_maps"
    folder.mkdir()
    views = (asset_root() / "body_maps" / "views.json").read_bytes()
    (folder / "views.json").write_bytes(views)
    np.savez(folder / "region_faces.npz", regions=np.array(["tail"]), sides=np.array(["left"]))
    with pytest.raises(ContentError, match="tail"):
        read_region_plates(tmp_path, "figure_f", regions)
