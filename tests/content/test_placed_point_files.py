"""The baked points: what is in the file is what the rules give today, and pictures show them."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.body_files import read_body_model, read_body_views
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.content.placed_point_files import read_figure_points
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy.locate import Locator
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import FigurePoints, Sight
from acupress_desktop.domain.sides import SiteSide

FIGURES = ("figure_f", "figure_m")


@cache
def figure(name: str) -> FigurePoints:
    return read_figure_points(asset_root(), name)


@cache
def how_to() -> dict[PointCode, HowTo]:
    return read_how_to(asset_root(), read_atlas(asset_root()))


@pytest.mark.slow
@pytest.mark.parametrize("name", FIGURES)
def test_the_file_holds_what_the_rules_give(name: str) -> None:
    root = asset_root()
    views = next(each for each in read_body_views(root / "body_maps") if each.figure == name)
    body = read_body_model(root / "body_maps").shaped(views.shape)
    locator = Locator(body, read_landmarks(root), read_atlas(root))
    fresh = [row for row in locator.locate_all() if row.position_mm is not None]
    baked = figure(name).points
    assert [(row.code, row.side) for row in fresh] == [(row.code, row.side) for row in baked]
    for new, old in zip(fresh, baked, strict=True):
        assert new.position_mm is not None
        assert new.normal is not None
        assert np.allclose(new.position_mm, old.position_mm, atol=0.1), new.code
        assert np.allclose(new.normal, old.normal, atol=0.005), new.code
        assert new.uncertainty_mm == pytest.approx(old.uncertainty_mm, abs=0.02)


@pytest.mark.parametrize("name", FIGURES)
def test_pixels_are_where_the_pictures_put_the_positions(name: str) -> None:
    root = asset_root()
    views = next(each for each in read_body_views(root / "body_maps") if each.figure == name)
    for point in figure(name).points:
        limb = SiteSide.LEFT if point.side is SiteSide.MIDLINE else point.side
        assert limb.side is not None
        for view_id, pixel in point.pixels.items():
            view = views.view(view_id)
            there = view.place_px(np.array(point.position_mm), limb.side)
            assert np.allclose(there, (pixel.x_px, pixel.y_px), atol=0.2), (point.code, view_id)


@pytest.mark.parametrize("name", FIGURES)
def test_every_named_picture_shows_its_point_on_both_sides(name: str) -> None:
    for code, instruction in how_to().items():
        for side in (SiteSide.LEFT, SiteSide.RIGHT):
            point = figure(name).point(code, side)
            if instruction.close_up:
                assert point is not None
                assert instruction.close_up in point.views, (code, side, point.views)


@pytest.mark.parametrize("name", FIGURES)
def test_every_point_on_the_skin_is_seen_near_by(name: str) -> None:
    whole = {"front", "back", "left", "right"}
    unseen = {point.code for point in figure(name).points if not set(point.views) - whole}
    # In the armpit and just below it, where an arm that hangs down covers them.
    assert unseen <= {"HT1", "GB22", "GB23"}


@pytest.mark.parametrize("name", FIGURES)
def test_every_measuring_line_starts_at_a_place_that_is_baked(name: str) -> None:
    on_its_picture = []
    for code, instruction in how_to().items():
        measure = instruction.measure
        if measure is None:
            continue
        for side in (SiteSide.LEFT, SiteSide.RIGHT):
            start = (
                figure(name).point(measure.from_point, side)
                if measure.from_point is not None
                else figure(name).landmark(measure.from_landmark or "", side)
            )
            assert start is not None, code
            if instruction.close_up:
                assert instruction.close_up in start.pixels, (code, side)
            point = figure(name).point(code, side)
            if point is not None:
                near = [view for view in point.views if view not in {"front", "back", "left", "right"}]
                on_its_picture.append(any(view in start.pixels for view in near))
    # A line is only drawn where one picture has both its ends.
    assert sum(on_its_picture) >= 0.95 * len(on_its_picture)


@pytest.mark.parametrize("name", FIGURES)
def test_right_sites_count_in_the_flipped_picture(name: str) -> None:
    left, right = (figure(name).point(PointCode("LI4"), side) for side in (SiteSide.LEFT, SiteSide.RIGHT))
    assert left is not None
    assert right is not None
    width = next(
        view.camera.width_px
        for each in read_body_views(asset_root() / "body_maps")
        if each.figure == name
        for view in each.views
        if view.id == "hand_back"
    )
    assert right.pixels["hand_back"].x_px == pytest.approx(width - left.pixels["hand_back"].x_px, abs=1.0)


def test_a_point_on_the_far_side_is_not_shown() -> None:
    back_of_head = figure("figure_f").point(PointCode("GB20"), SiteSide.LEFT)
    assert back_of_head is not None
    assert "front" not in back_of_head.views
    assert "back" in back_of_head.views
    assert back_of_head.pixels["front"].sight is Sight.HIDDEN


def test_reading_the_points_needs_no_numpy() -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from acupress_desktop.content.placed_point_files import read_figure_points;"
        f"read_figure_points(Path({str(asset_root())!r}), 'figure_f');"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("key", "value"), [("schema", 2), ("figure", "figure_m"), ("colour", "red"), ("points", 7)]
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, key: str, value: object) -> None:
    (tmp_path / "body_maps").mkdir()
    text = (asset_root() / "body_maps" / "points_figure_f.json").read_text(encoding="utf-8")
    document = json.loads(text) | {key: value}
    path = tmp_path / "body_maps" / "points_figure_f.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        read_figure_points(tmp_path, "figure_f")
    assert refusal.value.file == path
