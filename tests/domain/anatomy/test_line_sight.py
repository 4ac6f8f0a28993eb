"""Guide lines on pictures: what is shown is really in sight, and what is in sight is shown."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.body_files import FigureViews, read_body_views
from acupress_desktop.content.region_face_files import read_region_faces
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.content.skin_line_files import read_skin_lines
from acupress_desktop.domain.anatomy.line_sight import seen_lines
from acupress_desktop.domain.anatomy.standing_body import StandingBody
from acupress_desktop.domain.anatomy.views import BodyView
from acupress_desktop.domain.guide_lines import LineLayer, SeenLine
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import atlas, body_model, locator

pytestmark = pytest.mark.slow
VIEWS = ("front", "back", "head_side", "forearm_inner", "hand_palm", "foot_top", "upper_back")
SUNK_MM = 6.0


@cache
def figure() -> FigureViews:
    return read_body_views(asset_root() / "body_maps")[0]


@cache
def standing() -> StandingBody:
    regions = read_regions(asset_root(), atlas())
    faces = read_region_faces(asset_root(), body_model(), regions)
    return StandingBody(locator(figure().shape), read_skin_lines(asset_root()), faces)


@cache
def seen(name: str) -> tuple[SeenLine, ...]:
    return seen_lines(figure().view(name), standing().body, standing().lines)


def in_sight(view: BodyView, where: np.ndarray, normal: np.ndarray) -> bool:
    """Cast a ray toward the eye; skin closer than a line may lie under it does not hide it."""
    eye = view.camera.toward_eye
    hits = standing().surface.hits(where, eye, view.parts)
    return float(normal @ eye) > 0.0 and all(distance <= SUNK_MM for distance, _anchor in hits)


@pytest.mark.parametrize("name", VIEWS)
def test_a_drawn_place_is_in_sight(name: str) -> None:
    view = figure().view(name)
    where = {}
    for line in standing().lines:
        for place, normal in zip(line.points_mm, line.normals, strict=True):
            x, y = view.camera.project_px(place)
            where[line.side, round(float(x), 1), round(float(y), 1)] = (place, normal)
    drawn = [(piece.side, *px) for piece in seen(name) for px in piece.places_px][::2]
    wrong = [key for key in drawn if not in_sight(view, *where[key])]
    assert len(drawn) > 20
    # What hides is told on a grid of four pixels, so a place right at an edge may be judged wrongly.
    assert len(wrong) <= 0.02 * len(drawn)


@pytest.mark.parametrize("name", VIEWS)
def test_pieces_stay_on_the_picture_and_have_length(name: str) -> None:
    camera = figure().view(name).camera
    for piece in seen(name):
        assert len(piece.places_px) >= 2
        for x, y in piece.places_px:
            assert 0 <= x <= camera.width_px
            assert 0 <= y <= camera.height_px


def test_a_picture_of_a_limb_shows_no_line_of_the_other_one() -> None:
    for name in ("forearm_inner", "hand_palm", "foot_top"):
        assert {piece.side for piece in seen(name)} <= {SiteSide.LEFT, SiteSide.MIDLINE}


def test_each_picture_shows_the_lines_that_belong_there() -> None:
    def lines(name: str, layer: LineLayer) -> set[str]:
        return {piece.line for piece in seen(name) if piece.layer is layer}

    assert {"PC", "HT", "LU"} <= lines("forearm_inner", LineLayer.MERIDIANS)
    assert "TE" not in lines("hand_palm", LineLayer.MERIDIANS)
    assert {"wrist_crease"} <= lines("forearm_inner", LineLayer.CREASES)
    assert {"BL", "GV"} <= lines("upper_back", LineLayer.MERIDIANS)
    assert {"C7", "T7"} <= lines("upper_back", LineLayer.LEVELS)
    assert not lines("front", LineLayer.LEVELS) & {"T7", "L4"}
    assert lines("front", LineLayer.REGIONS)
