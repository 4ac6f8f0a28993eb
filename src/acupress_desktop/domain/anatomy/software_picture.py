"""Draw a body into a picture without a graphics card: quickly while it turns, finely when it rests.

    picture(drawn, PictureWish(camera, look_for(SkinTone.MEDIUM), Quality.FINE))

The picture is as large as its camera says; a quick one is usually asked from a camera of half the size
(`smaller`) and scaled up when shown. Equal input gives equal bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.contour import drawn_line, edge_samples
from acupress_desktop.domain.anatomy.drawn_body import CLOTH
from acupress_desktop.domain.anatomy.figure_light import (
    TABLE_ENTRIES,
    TABLE_LIGHT,
    Lit,
    Look,
    exposure_gain,
    hem_shadow,
    lightness,
    ramp_table,
    rim_light,
    woven,
)
from acupress_desktop.domain.anatomy.scan import Facing, facing, scanned

if TYPE_CHECKING:
    from collections.abc import Callable

    from acupress_desktop.domain.anatomy.drawn_body import DrawnBody
    from acupress_desktop.domain.anatomy.finer import Skin
    from acupress_desktop.domain.anatomy.views import Camera, EdgeFade

Singles = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.intp]
Bytes = npt.NDArray[np.uint8]

BAND_SAMPLES: Final = 200_000
BAND_SAMPLES_QUICK: Final = 100_000
"""Rows are drawn in bands of about so many samples, which the processor keeps close at hand."""
HEM_FROM_MM, HEM_TO_MM = -4.5, 13.5  # from the shadow of the hem to its stitching
FINER_FROM_PX_PER_MM: Final = (1.2, 5.0)
"""From these scales on, a fine picture is drawn from a surface of four, of sixteen times as many quads."""
_AIR_PX: Final = 2  # kept empty round the body, so that its contour is whole
_TURNED_AWAY: Final = -0.2  # cosine to the eye beyond which nothing of a quad can be seen
_EXPOSURE_SAMPLES: Final = 60_000
_TO_TABLE: Final = np.float32((TABLE_ENTRIES - 1) / TABLE_LIGHT)


class Quality(Enum):
    """How a picture is drawn; the value is how many samples a pixel has along each side."""

    QUICK = 1
    GOOD = 2
    FINE = 3
    FINEST = 4


@dataclass(frozen=True, slots=True)
class PictureWish:
    """What is to be drawn.

    `parts` names parts of the body (`forearm_left`); none means the whole. `fades` and `vignette_mm` let the
    picture end softly, as in `BodyView`. `line_px` is the width of the contour line, 0 for none, and `gain`
    brightens (see `close_up_gain`).
    """

    camera: Camera
    look: Look
    quality: Quality = Quality.FINE
    parts: tuple[str, ...] = ()
    fades: tuple[EdgeFade, ...] = ()
    vignette_mm: tuple[float, float] | None = None
    line_px: float = 1.1
    gain: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A drawn picture: rows from the top, four bytes a pixel (red, green, blue, alpha), premultiplied."""

    width_px: int
    height_px: int
    rgba: bytes


def smaller(camera: Camera, by: int) -> Camera:
    """Return a camera that sees the same in a picture whose sides are `by` times shorter, rounded up."""
    width, height = -(-camera.width_px // by), -(-camera.height_px // by)
    return replace(camera, px_per_mm=camera.px_per_mm / by, width_px=width, height_px=height)


def picture(drawn: DrawnBody, wish: PictureWish, checkpoint: Callable[[], None] | None = None) -> Picture:
    """Draw a body; `checkpoint` is called between bands of rows and may raise to give the picture up."""
    return _Drawing(drawn, wish).whole(checkpoint)


def close_up_gain(drawn: DrawnBody, wish: PictureWish) -> float:
    """Return the gain that brings the lit surfaces of a close-up to the usual lightness."""
    drawing = _Drawing(drawn, replace(wish, quality=Quality.QUICK))
    seen = scanned(drawing.faces, drawing.width, 0, wish.camera.height_px)
    places = np.flatnonzero(seen.triangle.reshape(-1) >= 0)
    if not len(places):
        return 1.0
    few = places[:: max(1, len(places) // _EXPOSURE_SAMPLES)]
    owner = drawing.faces.number[seen.triangle.reshape(-1)[few]].astype(np.int32)
    return exposure_gain(drawing.lit(owner, few, 0), wish.look)


@dataclass(frozen=True, slots=True, eq=False)
class _Surface:
    """What lies at some samples: how light it is, how it stands out, how deep in cloth, how opaque."""

    light: Singles
    relief: Singles
    cloth_mm: Singles
    rim: Singles | None
    opacity: Singles | None


class _Drawing:
    """One picture on its way: corners on the screen, colour tables, and the steps of a band."""

    def __init__(self, drawn: DrawnBody, wish: PictureWish) -> None:
        self.wish, self.drawn = wish, drawn
        camera = wish.camera
        self.by = wish.quality.value
        self.height = camera.height_px * self.by
        self.axes = np.stack((camera.right, camera.up, camera.toward_eye), axis=1).astype(np.float32)
        skin = drawn.skin(wish.parts)
        levels = 0 if self.by == 1 else sum(camera.px_per_mm > limit for limit in FINER_FROM_PX_PER_MM)
        for _ in range(levels):
            skin = drawn.finer(self._in_sight(skin))
        self.points, self.triangles = skin.points, skin.triangles
        screen = self._screen(skin.points)
        faces = facing(screen, self.triangles, camera.width_px * self.by, self.height)
        self.left_px, right_px = _reach(faces.x, self.by, camera.width_px)
        self.columns = right_px - self.left_px
        self.width = self.columns * self.by
        self.faces: Facing = faces.moved(np.float32(-self.left_px * self.by))
        self.screen_x = screen[:, 0] - np.float32(self.left_px * self.by)
        self.screen_y = np.ascontiguousarray(screen[:, 1])
        self.by_vertex = skin.by_vertex.copy()
        self.by_vertex[:, :3] = self._turned(skin.by_vertex[:, :3])
        self.line = np.array(wish.look.line, dtype=np.float32) * np.float32(255.0)
        self.rim = np.array(wish.look.rim, dtype=np.float32) * np.float32(255.0)
        self.tables = ramp_table(wish.look.skin), ramp_table(wish.look.cloth)
        self.lit_vertices = self._lit_vertices() if self.by == 1 else None

    def _turned(self, vectors: Singles) -> Singles:
        """Return vectors as the camera has them: right, up, toward the eye."""
        x, y, z = (np.ascontiguousarray(vectors[:, i]) for i in range(3))
        turned = np.empty((len(x), 3), dtype=np.float32)
        for way in range(3):
            a, b, c = self.axes[:, way]
            turned[:, way] = x * a + y * b + z * c
        return turned

    def _lit_vertices(self) -> Singles:
        """Return light, relief, cloth and bounce light of every vertex in sight, for a quick picture."""
        wanted = np.zeros(len(self.points), dtype=bool)
        wanted[self.triangles[self.faces.number].reshape(-1)] = True
        some = np.flatnonzero(wanted)
        lit, cloth = _lit_of(self.by_vertex[some])
        values = np.zeros((len(self.points), 4), dtype=np.float32)
        values[some, 0], values[some, 1] = lightness(lit, self.wish.look), lit.relief
        values[some, 2] = cloth
        if self.wish.look.rim_share > 0.0:
            values[some, 3] = rim_light(lit, self.wish.look)
        return values

    def _in_sight(self, skin: Skin) -> Skin:
        """Return the part of a surface that lies in the picture and may face the eye."""
        screen = self._screen(skin.points)
        eye = self.axes[:, 2]
        shown = skin.by_vertex[:, 0] * eye[0] + skin.by_vertex[:, 1] * eye[1] + skin.by_vertex[:, 2] * eye[2]
        keep = (shown > _TURNED_AWAY)[skin.quads].any(axis=1)
        for axis, end in ((0, self.wish.camera.width_px * self.by), (1, self.height)):
            corners = screen[:, axis][skin.quads]
            keep &= (corners.max(axis=1) > 0.0) & (corners.min(axis=1) < end)
        return skin.picked(keep)

    def _screen(self, points: Singles) -> Singles:
        camera = self.wish.camera
        scale = np.float32(camera.px_per_mm * self.by)
        screen = self._turned(points - np.array(camera.origin_mm, dtype=np.float32))
        screen[:, 0] = screen[:, 0] * scale + np.float32(camera.width_px * self.by / 2.0)
        screen[:, 1] = screen[:, 1] * -scale + np.float32(self.height / 2.0)
        return np.asarray(screen)

    def whole(self, checkpoint: Callable[[], None] | None) -> Picture:
        camera, by = self.wish.camera, self.by
        rgba = np.zeros((camera.height_px, camera.width_px, 4), dtype=np.uint8)
        margin = 0 if by == 1 else -(-round(self.wish.line_px * by / 2.0 + 2.0) // by)
        samples = BAND_SAMPLES_QUICK if by == 1 else BAND_SAMPLES
        rows = max(8, samples // max(1, self.width * by))
        first, last = _reach(self.faces.y, by, camera.height_px)
        for top in range(first, last, rows):
            if checkpoint is not None:
                checkpoint()
            bottom = min(last, top + rows)
            begin, end = max(0, top - margin), min(camera.height_px, bottom + margin)
            band = self._band(begin, end)
            rgba[top:bottom, self.left_px : self.left_px + self.columns] = band[top - begin : bottom - begin]
        return Picture(camera.width_px, camera.height_px, rgba.tobytes())

    def _band(self, top: int, bottom: int) -> Bytes:
        """Return the pixels of the rows from `top` to before `bottom`."""
        by, width = self.by, self.columns
        faces = self.faces.within(top * by, bottom * by)
        seen = scanned(faces, self.width, top * by, bottom * by)
        band = np.zeros(((bottom - top) * width, 4), dtype=np.uint8)
        line = np.zeros(seen.triangle.shape, dtype=bool)
        if self.wish.line_px > 0.0:
            edge = edge_samples(seen.depth)
            line = drawn_line(edge, seen.depth.shape, self.wish.line_px * by / 2.0)
        owner = seen.triangle.reshape(-1)
        places = np.flatnonzero(owner >= 0)
        owner[places] = faces.number[owner[places]]
        if by == 1:
            surface = self._surface(owner[places], places, top)
            band[places] = np.rint(self._painted(surface, line.reshape(-1)[places]))
        else:
            self._resolve(band, seen.triangle, line, top)
        return band.reshape(bottom - top, width, 4)

    def _resolve(self, band: Bytes, owner: Ids, line: npt.NDArray[np.bool_], top: int) -> None:
        """Give every pixel its colour: from one sample where nothing changes inside it, else from all."""
        by = self.by
        covered = _counted(owner >= 0, by).reshape(-1)
        plain = np.flatnonzero((covered == by * by) & (_counted(line, by).reshape(-1) == 0))
        mixed = np.flatnonzero(covered > 0)
        flat_owner, flat_line = owner.reshape(-1), line.reshape(-1)
        if len(plain):
            middle = self._sample_places(plain)[:, by * by // 2]
            surface = self._surface(flat_owner[middle], middle, top * by)
            px_mm = 1.0 / self.wish.camera.px_per_mm
            cloth = surface.cloth_mm
            still = (cloth < HEM_FROM_MM - px_mm) | (cloth > HEM_TO_MM + px_mm)
            band[plain] = np.rint(self._painted(surface, None))
            single = np.zeros(len(covered), dtype=bool)
            single[plain[still]] = True
            mixed = mixed[~single[mixed]]
        if len(mixed):
            places = self._sample_places(mixed).reshape(-1)
            hit = np.flatnonzero(flat_owner[places] >= 0)
            colours = np.zeros((len(places), 4), dtype=np.float32)
            chosen = places[hit]
            surface = self._surface(flat_owner[chosen], chosen, top * by)
            colours[hit] = self._painted(surface, flat_line[chosen])
            band[mixed] = np.rint(colours.reshape(len(mixed), by * by, 4).mean(axis=1))

    def _sample_places(self, pixels: Ints) -> Ints:
        """Return the places of all samples (pixels, samples) of some pixels of a band."""
        by, width = self.by, self.columns
        first = pixels // width * (by * self.width) + pixels % width * by
        inside = (np.arange(by)[:, None] * self.width + np.arange(by)).reshape(-1)
        return np.asarray(first[:, None] + inside)

    def lit(self, owner: Ids, places: Ints, top: int) -> Lit:
        """Return how the samples of a band are lit that begins at sample row `top`."""
        corners = self.triangles[owner]
        return _lit_of(_mixed(self.by_vertex, corners, self._weights(corners, places, top)))[0]

    def _surface(self, owner: Ids, places: Ints, top: int) -> _Surface:
        """Return what lies at samples of a band that begins at sample row `top`."""
        look = self.wish.look
        corners = self.triangles[owner]
        weights = self._weights(corners, places, top)
        opacity = self._opacity(corners, weights)
        if self.lit_vertices is not None:
            light, relief, cloth, rim = np.ascontiguousarray(_mixed(self.lit_vertices, corners, weights).T)
            return _Surface(light, relief, cloth, rim if look.rim_share > 0.0 else None, opacity)
        lit, cloth = _lit_of(_mixed(self.by_vertex, corners, weights))
        rim = rim_light(lit, look) if look.rim_share > 0.0 else None
        return _Surface(lightness(lit, look), lit.relief, cloth, rim, opacity)

    def _weights(self, corners: Ids, places: Ints, top: int) -> tuple[Singles, Singles, Singles]:
        row, column = np.divmod(places, self.width)
        x = column.astype(np.float32) + np.float32(0.5)
        y = row.astype(np.float32) + np.float32(top + 0.5)
        (x0, y0), (x1, y1), (x2, y2) = (
            (self.screen_x[corners[:, i]], self.screen_y[corners[:, i]]) for i in range(3)
        )
        across, down = x - x0, y - y0
        inverse = np.float32(1.0) / ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
        second = (across * (y2 - y0) - (x2 - x0) * down) * inverse
        third = ((x1 - x0) * down - across * (y1 - y0)) * inverse
        # A sample just outside, within the slack of the scan, takes what lies at the border.
        one = np.asarray(np.clip(second, 0.0, 1.0), dtype=np.float32)
        other = np.asarray(np.clip(third, 0.0, 1.0 - one), dtype=np.float32)
        return np.asarray(1.0 - one - other, dtype=np.float32), one, other

    def _opacity(self, corners: Ids, weights: tuple[Singles, Singles, Singles]) -> Singles | None:
        wish = self.wish
        if not wish.fades and wish.vignette_mm is None:
            return None
        points = sum(self.points[corners[:, i]] * weight[:, None] for i, weight in enumerate(weights))
        opacity = np.ones(len(corners), dtype=np.float32)
        for fade in wish.fades:
            offset = points - np.array(fade.origin_mm, dtype=np.float32)
            beyond = offset @ np.array(fade.direction, dtype=np.float32)
            opacity *= _smooth(1.0 - beyond / np.float32(fade.length_mm))
        if wish.vignette_mm is not None:
            full, none = wish.vignette_mm
            offset = self._turned(points - np.array(wish.camera.origin_mm, dtype=np.float32))
            away = np.hypot(offset[:, 0], offset[:, 1])
            opacity *= _smooth((np.float32(none) - away) / np.float32(none - full))
        return opacity

    def _painted(self, surface: _Surface, line: npt.NDArray[np.bool_] | None) -> Singles:
        """Return premultiplied colours (N, 4), 0..255."""
        cloth = surface.cloth_mm
        light = surface.light * np.float32(self.wish.gain)
        colour = np.empty((len(light), 4), dtype=np.float32)
        colour[:, :3] = _from_table(self.tables[0], light)
        near = np.flatnonzero((cloth > -4.0) & (cloth <= 0.0))
        colour[near, :3] *= hem_shadow(cloth[near])[:, None]
        covered = np.flatnonzero(cloth > 0.0)
        colour[covered, :3] = _from_table(
            self.tables[1], woven(light[covered], surface.relief[covered], cloth[covered])
        )
        if surface.rim is not None:
            colour[:, :3] += (self.rim - colour[:, :3]) * surface.rim[:, None]
        if line is not None:
            drawn = np.flatnonzero(line)
            under = colour[drawn, :3]
            colour[drawn, :3] = under + (self.line - under) * np.float32(self.wish.look.line_strength)
        colour[:, 3] = 255.0
        if surface.opacity is not None:
            colour *= surface.opacity[:, None]
        return colour


def _reach(places: tuple[Singles, Singles, Singles], by: int, end_px: int) -> tuple[int, int]:
    """Return the first pixel that something may touch, and the one after the last."""
    if not len(places[0]):
        return 0, 0
    low = min(float(corner.min()) for corner in places) / by
    high = max(float(corner.max()) for corner in places) / by
    return max(0, int(low) - _AIR_PX), min(end_px, int(high) + 1 + _AIR_PX)


def _mixed(values: Singles, corners: Ids, weights: tuple[Singles, Singles, Singles]) -> Singles:
    """Return the values of vertices between the corners of triangles."""
    mixed = values[corners[:, 0]] * weights[0][:, None]
    mixed += values[corners[:, 1]] * weights[1][:, None]
    mixed += values[corners[:, 2]] * weights[2][:, None]
    return np.asarray(mixed)


def _lit_of(values: Singles) -> tuple[Lit, Singles]:
    """Return what light needs to know of rows of vertex values, turned to the eye, and their cloth."""
    columns = np.ascontiguousarray(values.T)
    seen = columns[:3]
    seen /= np.maximum(np.sqrt((seen * seen).sum(axis=0)), np.float32(1e-6))
    return Lit(seen.T, columns[3], columns[4], columns[6]), columns[CLOTH]


def _from_table(table: Singles, light: Singles) -> Singles:
    place = np.minimum(np.maximum(light * _TO_TABLE, 0.0), np.float32(TABLE_ENTRIES - 1))
    return np.asarray(table[(place + np.float32(0.5)).astype(np.intp)])


def _counted(mask: npt.NDArray[np.bool_], by: int) -> Bytes:
    """Return how many of each pixel's samples are set."""
    total = np.zeros((mask.shape[0] // by, mask.shape[1] // by), dtype=np.uint8)
    for row in range(by):
        for column in range(by):
            total += mask[row::by, column::by]
    return total


def _smooth(share: Singles) -> Singles:
    inside = np.clip(share, 0.0, 1.0)
    return np.asarray(inside * inside * (3.0 - 2.0 * inside), dtype=np.float32)
