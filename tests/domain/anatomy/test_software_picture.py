"""The picture drawn in software: no holes, right depth, clean edges, the same every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

from acupress_desktop.domain.anatomy import software_picture
from acupress_desktop.domain.anatomy.contour import drawn_line, edge_samples
from acupress_desktop.domain.anatomy.figure_light import DAY, Hour, look_for, table_bytes
from acupress_desktop.domain.anatomy.scan import facing, scanned
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape
from acupress_desktop.domain.anatomy.software_picture import (
    PictureWish,
    Quality,
    close_up_gain,
    picture,
    smaller,
)
from acupress_desktop.domain.anatomy.views import EdgeFade
from acupress_desktop.domain.settings import SkinTone
from tests.domain.anatomy import drawn_bodies as bodies
from tests.domain.anatomy.drawn_bodies import camera, largest_blob, pixels

Singles = npt.NDArray[np.float32]


def _wish(quality: Quality = Quality.QUICK, **changed: object) -> PictureWish:
    return replace(PictureWish(camera(FIGURE_F, 25.0), DAY, quality), **changed)  # type: ignore[arg-type]


# --- the scan -------------------------------------------------------------------------------------------


def _slow(screen: Singles, triangles: npt.NDArray[np.int32], width: int, height: int) -> Singles:
    """Every sample against every triangle, as one would write it down."""
    depth = np.full((height, width), -np.inf)
    for corners in screen[triangles].astype(float):
        (x0, y0, z0), (x1, y1, z1), (x2, y2, z2) = corners
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if area >= 0.0:
            continue
        y, x = np.mgrid[0:height, 0:width] + 0.5
        second = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
        third = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
        inside = (second >= 0.0) & (third >= 0.0) & (second + third <= 1.0)
        z = z0 + second * (z1 - z0) + third * (z2 - z0)
        depth = np.where(inside & (z > depth), z, depth)
    return depth.astype(np.float32)


@pytest.mark.parametrize("seed", range(6))
def test_the_scan_sees_what_a_slow_one_sees(seed: int) -> None:
    rng = np.random.default_rng(seed)
    width, height, count = 37, 29, 40
    screen = rng.uniform((-9.0, -9.0, 0.0), (46.0, 38.0, 50.0), (count, 3)).astype(np.float32)
    triangles = rng.integers(0, count, (60, 3)).astype(np.int32)
    triangles = triangles[(np.diff(np.sort(triangles, axis=1), axis=1) > 0).all(axis=1)]
    seen = scanned(facing(screen, triangles, width, height), width, 0, height)
    slow = _slow(screen, triangles, width, height)
    covered, wanted = np.isfinite(seen.depth), np.isfinite(slow)
    # A sample within a thousandth of a border may belong to either side.
    assert (covered != wanted).sum() <= 2
    both = covered & wanted
    assert (np.abs(seen.depth[both] - slow[both]) > 0.05).sum() <= 2


def test_the_scan_of_a_band_is_that_band_of_the_whole() -> None:
    shape = FIGURE_M
    drawn = bodies.drawn(shape)
    view = camera(shape, -40.0, 10.0)
    screen = np.column_stack((view.project_px(drawn.points.astype(float)), drawn.points @ view.toward_eye))
    faces = facing(screen.astype(np.float32), drawn.mesh.triangles, 300, 450)
    whole = scanned(faces, 300, 0, 450)
    band = scanned(faces.within(200, 260), 300, 200, 260)
    assert np.array_equal(np.isfinite(band.depth), np.isfinite(whole.depth[200:260]))


@pytest.mark.slow
def test_depth_agrees_with_the_rays_of_the_surface() -> None:
    solid, view = bodies.solid(FIGURE_F), camera(FIGURE_F, 30.0, 15.0)
    eye = view.toward_eye
    depth = (solid.drawn.points - np.array(view.origin_mm)) @ eye
    screen = np.column_stack((view.project_px(solid.drawn.points.astype(float)), depth)).astype(np.float32)
    seen = scanned(facing(screen, solid.drawn.mesh.triangles, 300, 450), 300, 0, 450)
    rng = np.random.default_rng(3)
    rows, columns = np.nonzero(np.isfinite(seen.depth))
    apart = []
    for place in rng.choice(len(rows), 150, replace=False):
        row, column = int(rows[place]), int(columns[place])
        origin, direction = view.ray_mm(column + 0.5, row + 0.5)
        hits = solid.surface.hits(origin, direction)
        if hits:
            nearest = (hits[0][1].position_mm(solid.drawn.body) - view.origin_mm) @ eye
            apart.append(abs(float(nearest) - float(seen.depth[row, column])))
    assert len(apart) > 140
    assert np.quantile(apart, 0.95) < 2.5


# --- the picture ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("quality", [Quality.QUICK, Quality.FINE])
def test_the_body_has_no_holes(quality: Quality) -> None:
    solid = bodies.solid(FIGURE_F)
    for yaw, pitch in ((0.0, 0.0), (70.0, 20.0), (180.0, -15.0), (0.0, 90.0)):
        view = camera(FIGURE_F, yaw, pitch)
        thin = pixels(picture(solid.drawn, _wish(quality, camera=view)))[:, :, 3] < 128
        opaque = ~thin
        around = opaque[:-2, 1:-1] & opaque[2:, 1:-1] & opaque[1:-1, :-2] & opaque[1:-1, 2:]
        for row, column in zip(*np.nonzero(around & thin[1:-1, 1:-1]), strict=True):
            # Between fingers there are real holes: there, rays pass too.
            rays = [view.ray_mm(column + 1.5 + x, row + 1.5 + y) for x in (-0.3, 0.3) for y in (-0.3, 0.3)]
            assert not all(solid.surface.hits(start - way * 3e3, way) for start, way in rays), (yaw, pitch)


def test_the_same_wish_gives_the_same_bytes_in_bands_of_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, wish = bodies.drawn(FIGURE_F), _wish(Quality.FINE)
    first = picture(drawn, wish)
    assert picture(drawn, wish).rgba == first.rgba
    monkeypatch.setattr(software_picture, "BAND_SAMPLES", 60_000)
    in_bands = pixels(picture(drawn, wish)).astype(int)
    # The depth of a band is sorted in its own steps: only where two surfaces touch may one pixel change.
    assert largest_blob(np.abs(in_bands - pixels(first)).max(axis=2) > 8) <= 2


def test_quick_and_fine_pictures_show_the_same_body() -> None:
    drawn = bodies.drawn(FIGURE_M)
    view = camera(FIGURE_M, -35.0, 10.0)
    quick, fine = (
        pixels(picture(drawn, PictureWish(view, DAY, quality))).astype(int)
        for quality in (Quality.QUICK, Quality.FINEST)
    )
    assert largest_blob((quick[:, :, 3] > 127) != (fine[:, :, 3] > 127)) <= 12
    inner = (quick[:, :, 3] == 255) & (fine[:, :, 3] == 255)
    assert largest_blob(inner & (np.abs(quick - fine).max(axis=2) > 70)) <= 30


def test_fine_edges_are_smooth_and_quick_ones_are_not() -> None:
    drawn = bodies.drawn(FIGURE_F)
    partly = {
        quality: int(
            ((alpha := pixels(picture(drawn, _wish(quality)))[:, :, 3]) > 0).sum() - (alpha == 255).sum()
        )
        for quality in (Quality.QUICK, Quality.FINE)
    }
    assert partly[Quality.QUICK] == 0
    assert partly[Quality.FINE] > 800


def test_colours_are_premultiplied() -> None:
    drawn = pixels(picture(bodies.drawn(FIGURE_F), _wish(Quality.FINE))).astype(int)
    assert (drawn[:, :, :3].max(axis=2) <= drawn[:, :, 3]).all()
    assert (drawn[drawn[:, :, 3] == 0] == 0).all()


def test_only_the_wished_parts_are_drawn() -> None:
    solid = bodies.solid(FIGURE_F)
    view = camera(FIGURE_F)
    arm = pixels(picture(solid.drawn, _wish(camera=view, parts=("forearm_left", "hand_left"))))
    whole = pixels(picture(solid.drawn, _wish(camera=view)))
    rows, columns = np.nonzero(arm[:, :, 3])
    joints = solid.drawn.body.joints_mm
    elbow_px, left_of = view.project_px(joints["l-elbow"]), view.project_px(np.zeros(3))[0]
    assert len(rows)
    assert columns.min() > left_of, "the person's left arm lies on the right of the picture"
    assert rows.min() > elbow_px[1] - 12
    assert (whole[:, :, 3] > 0).sum() > 8 * len(rows)


def test_a_fade_takes_the_picture_away_softly() -> None:
    solid, view = bodies.solid(FIGURE_F), camera(FIGURE_F)
    knee = solid.drawn.body.joints_mm["l-knee"]
    fade = EdgeFade((0.0, float(knee[1]), 0.0), (0.0, -1.0, 0.0), 100.0)
    faded = pixels(picture(solid.drawn, _wish(Quality.FINE, camera=view, fades=(fade,))))[:, :, 3]
    at = int(view.project_px(knee)[0])
    row = int(view.project_px(knee)[1])
    along = faded[row - 20 : row + 40, at].astype(int)
    assert along[0] == 255
    assert along[-1] == 0
    assert (np.diff(along) <= 0).all()
    assert len({*along.tolist()}) > 10


def test_a_close_look_is_drawn_from_a_finer_surface() -> None:
    drawn = bodies.drawn(FIGURE_F)
    near = camera(FIGURE_F, zoom=24.0, middle=(0.0, 1560.0, 60.0))
    assert near.px_per_mm > max(software_picture.FINER_FROM_PX_PER_MM)
    fine = pixels(picture(drawn, PictureWish(near, DAY, Quality.GOOD)))
    quick = pixels(picture(drawn, PictureWish(near, DAY, Quality.QUICK)))
    assert largest_blob((fine[:, :, 3] > 127) != (quick[:, :, 3] > 127)) <= 40
    assert (fine[:, :, 3] == 255).mean() > 0.9


def test_a_picture_can_be_given_up() -> None:
    class StopNowError(Exception):
        pass

    def stop() -> None:
        raise StopNowError

    with pytest.raises(StopNowError):
        picture(bodies.drawn(FIGURE_F), _wish(Quality.FINE), stop)


def test_a_body_beside_the_picture_leaves_it_empty() -> None:
    away = camera(FIGURE_F, middle=(9000.0, 0.0, 0.0))
    for quality in (Quality.QUICK, Quality.FINE):
        assert not any(picture(bodies.drawn(FIGURE_F), _wish(quality, camera=away)).rgba)


def test_a_smaller_camera_sees_the_same() -> None:
    view = camera(FIGURE_F, 10.0, width=301, height=451)
    small = smaller(view, 2)
    assert (small.width_px, small.height_px) == (151, 226)
    place = np.array((120.0, 900.0, 40.0))
    away = view.project_px(place) - (150.5, 225.5)
    assert np.allclose(small.project_px(place) - (75.5, 113.0), away / 2)


# --- tones and hours ------------------------------------------------------------------------------------


@pytest.mark.parametrize("hour", list(Hour))
def test_every_tone_is_darker_than_the_one_before(hour: Hour) -> None:
    drawn = bodies.drawn(FIGURE_M)
    view = camera(FIGURE_M, width=160, height=240)
    brightness = []
    for tone in SkinTone:
        shown = pixels(picture(drawn, PictureWish(view, look_for(tone, hour), Quality.QUICK)))
        skin = shown[20:40, 75:85]
        brightness.append(float(skin[skin[:, :, 3] == 255][:, :3].mean()))
    assert brightness == sorted(brightness, reverse=True)
    assert len(set(brightness)) == len(SkinTone)


def test_the_usual_tone_is_that_of_the_baked_pictures() -> None:
    assert look_for(SkinTone.LIGHT, Hour.DAY) == DAY
    assert len(table_bytes(DAY)) == 2 * 1024 * 4


def test_close_ups_are_brought_to_the_usual_lightness() -> None:
    shape = BodyShape(sex=0.0, height_cm=166.0, weight_kg=60.0, age=30.0)
    solid = bodies.solid(shape)
    sole = camera(shape, 0.0, -90.0, zoom=4.0, middle=(0.0, 0.0, 80.0))
    gain = close_up_gain(solid.drawn, PictureWish(sole, DAY, parts=("foot_left",)))
    assert 0.86 <= gain <= 1.14
    assert close_up_gain(solid.drawn, PictureWish(camera(shape, middle=(9e3, 0.0, 0.0)), DAY)) == 1.0


# --- the contour ----------------------------------------------------------------------------------------


def test_a_step_has_a_line_on_its_near_side_and_a_slope_has_none() -> None:
    depth = np.full((20, 20), -np.inf, dtype=np.float32)
    depth[:, 4:12] = 10.0
    depth[:, 12:16] = 0.0
    columns = {int(place) % 20 for place in edge_samples(depth)}
    assert columns == {4, 11, 15}
    slope = np.tile(np.arange(20, dtype=np.float32) * 8.0, (20, 1))
    assert not len(edge_samples(slope))


def test_a_line_is_as_wide_as_asked() -> None:
    edge = np.array([10 * 21 + 10])
    for radius, wide in ((0.5, 1), (1.6, 3), (2.2, 5)):
        assert int(drawn_line(edge, (21, 21), radius)[10].sum()) == wide
