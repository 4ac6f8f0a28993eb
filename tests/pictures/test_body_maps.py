"""The baked pictures of the body: whole, clean, and true to the body they were drawn from."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from scipy import ndimage

from acupress_desktop.content.body_files import FigureViews, read_body_model, read_body_views
from acupress_desktop.domain.anatomy.surface import Surface, SurfaceAnchor
from acupress_desktop.domain.anatomy.views import BodyView, ShownSide, ViewKind
from acupress_desktop.domain.sides import Side

BODY_MAPS = Path(__file__).resolve().parents[2] / "assets" / "body_maps"
FIGURES = {listed.figure: listed for listed in read_body_views(BODY_MAPS)}
ALL_VIEWS = [
    pytest.param(listed, view, id=f"{name}-{view.id}")
    for name, listed in FIGURES.items()
    for view in listed.views
]
ASKED = {
    "front", "back", "left", "right", "head_front", "head_side", "head_back", "ear",
    "neck_shoulder_back", "hand_back", "hand_palm", "hand_thumb", "forearm_inner", "forearm_outer",
    "knee_front", "knee_inner", "lower_leg_front", "lower_leg_outer", "lower_leg_inner", "calf_back",
    "foot_top", "foot_sole", "foot_inner", "foot_outer", "abdomen_front", "low_back",
    "head_top", "thigh_inner", "hand_little",
}  # fmt: skip


pytestmark = pytest.mark.slow
"""They change only with a new bake, so the inner loop leaves them out."""


@cache
def surface_of(figure: str) -> Surface:
    return Surface(read_body_model(BODY_MAPS).shaped(FIGURES[figure].shape))


@cache
def alpha_of(path: str) -> npt.NDArray[np.uint8]:
    with Image.open(BODY_MAPS / path) as picture:
        return np.asarray(picture.convert("RGBA"))[:, :, 3]


def test_both_figures_have_every_view() -> None:
    assert set(FIGURES) == {"figure_f", "figure_m"}
    for listed in FIGURES.values():
        assert {view.id for view in listed.views} >= ASKED
        assert len({view.id for view in listed.views}) == len(listed.views)


def test_the_pictures_are_small_enough_to_ship() -> None:
    total = sum(path.stat().st_size for path in BODY_MAPS.rglob("*") if path.is_file())
    assert total < 9_000_000  # two figures in 39 views, the evening's close-ups, and what turns in 3-D


@pytest.mark.parametrize(("listed", "view"), ALL_VIEWS)
def test_a_picture_is_one_clean_piece(listed: FigureViews, view: BodyView) -> None:
    alpha = alpha_of(view.picture)
    assert alpha.shape == (view.camera.height_px, view.camera.width_px)
    assert alpha.min() == 0
    assert alpha.max() == 255
    _, pieces = ndimage.label(alpha > 8, structure=np.ones((3, 3)))
    assert pieces == 1, "a stray limb"
    edges = np.concatenate((alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]))
    assert edges.max() < 12, "cut off at the frame"
    assert ((alpha > 20) & (alpha < 235)).any(), "no smooth edge"


@pytest.mark.parametrize(("listed", "view"), ALL_VIEWS)
def test_the_picture_and_the_body_agree(listed: FigureViews, view: BodyView) -> None:
    """Vertices of the shown parts fall on the picture where it is opaque, and fill it."""
    surface = surface_of(listed.figure)
    model = surface.body.model
    faces = np.flatnonzero(np.isin(model.face_part, model.parts(*view.parts)))
    random = np.random.default_rng(5)
    third = 1.0 / 3.0
    places = [SurfaceAnchor(int(face), (third, third, third)) for face in random.choice(faces, 400)]
    shown = np.stack([a.position_mm(surface.body) for a in places if view.shows(surface, a)])
    assert len(shown) >= 10
    pixels = view.camera.project_px(shown).astype(int)
    near = ndimage.maximum_filter(alpha_of(view.picture), size=5)
    assert (near[pixels[:, 1], pixels[:, 0]] > 110).mean() > 0.98


@pytest.mark.parametrize(("listed", "view"), ALL_VIEWS)
def test_a_touch_finds_the_place_that_was_drawn_there(listed: FigureViews, view: BodyView) -> None:
    surface = surface_of(listed.figure)
    rows, columns = np.nonzero(alpha_of(view.picture) > 250)
    random = np.random.default_rng(3)
    limbs = (Side.LEFT, Side.RIGHT) if view.side is ShownSide.LEFT else (Side.LEFT,)
    for index in random.integers(0, len(rows), 12):
        for limb in limbs:
            x = float(columns[index]) + 0.5
            x_px = view.camera.width_px - x if limb is Side.RIGHT else x
            anchor = view.touched(surface, x_px, float(rows[index]) + 0.5, limb)
            if anchor is None:  # at the very edge the drawn surface is a little finer
                continue
            place = anchor.position_mm(surface.body)
            assert view.place_px(place, limb) == pytest.approx((x_px, rows[index] + 0.5), abs=0.01)
            if view.kind is ViewKind.CLOSE_UP and view.side is ShownSide.LEFT and view.id != "head_side":
                assert bool(place[0] > 0.0) is (limb is Side.LEFT)


def test_left_is_on_the_right_of_the_front_and_on_the_left_of_the_back() -> None:
    listed = FIGURES["figure_f"]
    thumb = surface_of("figure_f").body.joints_mm["l-finger-1-4"]
    front, back = listed.view("front"), listed.view("back")
    assert front.place_px(thumb)[0] > front.camera.width_px / 2
    assert back.place_px(thumb)[0] < back.camera.width_px / 2


def test_hands_are_shown_as_a_person_sees_them() -> None:
    listed = FIGURES["figure_f"]
    joints = surface_of("figure_f").body.joints_mm
    for name, thumb_on_the_right in (("hand_back", True), ("hand_palm", False)):
        view = listed.view(name)
        finger, wrist = view.place_px(joints["l-finger-3-4"]), view.place_px(joints["l-hand"])
        thumb, little = view.place_px(joints["l-finger-1-4"]), view.place_px(joints["l-finger-5-4"])
        assert finger[1] < wrist[1]
        assert (thumb[0] > little[0]) is thumb_on_the_right


def test_a_place_on_the_back_of_the_hand_is_shown_only_there() -> None:
    listed, surface = FIGURES["figure_m"], surface_of("figure_m")
    view = listed.view("hand_back")
    joints = surface.body.joints_mm
    knuckle = joints["l-finger-3-1"]
    back = surface.ray(knuckle, view.camera.toward_eye, ("hand_left",))
    assert view.shows(surface, back)
    assert not listed.view("hand_palm").shows(surface, back)
    assert not listed.view("knee_front").shows(surface, back)
    assert view.shows(surface, back.mirrored(surface.body.model), Side.RIGHT)


@pytest.mark.parametrize(("listed", "view"), ALL_VIEWS)
def test_line_art_lies_on_the_edge_of_the_picture(listed: FigureViews, view: BodyView) -> None:
    text = (BODY_MAPS / view.line_art).read_text(encoding="utf-8")
    assert f'viewBox="0 0 {view.camera.width_px} {view.camera.height_px}"' in text
    outline = re.search(r'class="outline" d="([^"]+)"', text)
    if view.vignette_mm is not None:
        return
    assert outline is not None
    starts = np.array(re.findall(r"M(-?[\d.]+) (-?[\d.]+)", outline.group(1)), dtype=float)
    alpha = alpha_of(view.picture)
    x = np.clip(starts[:, 0].astype(int), 2, alpha.shape[1] - 3)
    y = np.clip(starts[:, 1].astype(int), 2, alpha.shape[0] - 3)
    window = [alpha[b - 2 : b + 3, a - 2 : a + 3] for a, b in zip(x, y, strict=True)]
    assert all(int(patch.max()) - int(patch.min()) > 20 for patch in window)


@pytest.mark.parametrize(("listed", "view"), ALL_VIEWS)
def test_the_evening_picture_has_the_same_shape(listed: FigureViews, view: BodyView) -> None:
    if view.kind is ViewKind.WHOLE:
        assert view.evening_picture is None
        return
    assert view.evening_picture is not None
    day, evening = alpha_of(view.picture).astype(int), alpha_of(view.evening_picture).astype(int)
    assert np.abs(day - evening).max() <= 6  # two lossy files of one mask
    with Image.open(BODY_MAPS / view.evening_picture) as picture:
        dark = np.asarray(picture.convert("L"))[evening > 250].mean()
    with Image.open(BODY_MAPS / view.picture) as picture:
        light = np.asarray(picture.convert("L"))[day > 250].mean()
    assert dark < light - 15


@pytest.mark.parametrize(("listed", "view"), ALL_VIEWS)
def test_the_region_picture_says_what_the_mesh_says(listed: FigureViews, view: BodyView) -> None:
    with np.load(BODY_MAPS / "region_faces.npz") as stored:
        face_region, sides = stored["face_region"], stored["sides"]
    with Image.open(BODY_MAPS / view.region_picture) as picture:
        assert picture.mode == "P"
        index = np.asarray(picture)
    assert index.shape == (view.camera.height_px // 4, view.camera.width_px // 4)
    assert index.max() <= len(sides)
    surface = surface_of(listed.figure)
    rows, columns = np.nonzero(index)
    random = np.random.default_rng(11)
    same, asked = 0, 0
    for pick in random.integers(0, len(rows), 60):
        anchor = view.touched(surface, columns[pick] * 4 + 2.0, rows[pick] * 4 + 2.0)
        if anchor is not None:
            asked += 1
            same += int(face_region[anchor.face]) + 1 == int(index[rows[pick], columns[pick]])
    assert asked > 50
    assert same / asked > 0.8  # borders are smoothed by a few millimetres


def test_no_region_of_one_side_shows_on_the_other_side_of_the_front() -> None:
    with np.load(BODY_MAPS / "region_faces.npz") as stored:
        sides = np.array(["", *stored["sides"]])
    for listed in FIGURES.values():
        view = listed.view("front")
        with Image.open(BODY_MAPS / view.region_picture) as picture:
            index = np.asarray(picture)
        middle = index.shape[1] // 2
        seen_left = sides[index[:, middle + 2 :]]
        seen_right = sides[index[:, : middle - 2]]
        assert not (seen_left == "right").any()
        assert not (seen_right == "left").any()
