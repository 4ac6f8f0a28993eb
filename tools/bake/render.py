"""Draw one view of a figure into a picture with alpha."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import ndimage

from acupress_desktop.domain.anatomy.cloth import cloth_depth_mm
from acupress_desktop.domain.anatomy.figure_light import Lit, exposure_gain, shaded

from .details import Stroke, drawn_strokes
from .raster import barycentric, z_buffer

if TYPE_CHECKING:
    import numpy.typing as npt

    from acupress_desktop.domain.anatomy.figure_light import Look

    from .base_mesh import Floats
    from .figure import Figure
    from .views import Camera, View

CHUNK: Final = 1_500_000
LINE_PX: Final = 2.2  # contour width in the finished picture
INK: Final = (0.52, 0.34, 0.26)  # what a full stroke leaves of the skin colour
FAINT: Final = 8  # of 255: less alpha than this joins nothing
CREASE_MM: Final = 3.0  # a depth step larger than this is an inner contour


@dataclass(frozen=True, slots=True)
class Sample:
    """What is known of the surface at each pixel."""

    point: npt.NDArray[np.float32]
    arm_share: npt.NDArray[np.float32]
    lit: Lit


@dataclass(frozen=True, slots=True)
class Rendering:
    """A finished picture, and the mask and depth it was made from (supersampled)."""

    rgba: npt.NDArray[np.uint8]
    depth_mm: Floats
    supersampling: int


def render(
    figure: Figure, view: View, looks: tuple[Look, ...], supersampling: int, strokes: tuple[Stroke, ...]
) -> tuple[Rendering, ...]:
    """Return the picture of a view in each look; colours are straight (not premultiplied)."""
    camera = view.camera
    width, height = (side * supersampling for side in camera.size_px)
    screen = camera.screen(figure.points) * supersampling
    triangles = figure.triangles
    faces, depth = z_buffer(screen, triangles, width, height)
    depth_mm = depth / (camera.px_per_mm * supersampling)
    colours = [np.zeros((height, width, 3), dtype=np.float32) for _ in looks]
    alpha = np.zeros((height, width), dtype=np.float32)
    rows, columns = np.nonzero(faces >= 0)
    weights = barycentric(screen, triangles, faces).astype(np.float32)
    gains = [1.0 for _ in looks]
    if view.kind != "whole":
        few = slice(0, len(rows), max(1, len(rows) // 60_000))
        corner = triangles[faces[rows[few], columns[few]]]
        few_lit = _sample(figure, camera, corner, weights[few]).lit
        gains = [exposure_gain(few_lit, look) for look in looks]
    for start in range(0, len(rows), CHUNK):
        stop = start + CHUNK
        r, c = rows[start:stop], columns[start:stop]
        sample = _sample(figure, camera, triangles[faces[r, c]], weights[start:stop])
        depth_in_cloth = cloth_depth_mm(sample.point, sample.arm_share, figure.body)
        alpha[r, c] = view.opacity(sample.point)
        for colour, look, gain in zip(colours, looks, gains, strict=True):
            colour[r, c] = shaded(sample.lit, depth_in_cloth, look, gain)
    ink = drawn_strokes(strokes, camera, depth_mm, supersampling)[:, :, None] * (1.0 - np.array(INK))
    line = _contour(depth_mm, supersampling)[:, :, None]
    finished = []
    for colour, look in zip(colours, looks, strict=True):
        drawn = colour * (1.0 - ink.astype(np.float32))
        drawn += (np.array(look.line, dtype=np.float32) - drawn) * line * look.line_strength
        rgba = _one_piece(_reduced(drawn, alpha, supersampling))
        finished.append(Rendering(rgba, depth_mm, supersampling))
    return tuple(finished)


def _sample(
    figure: Figure, camera: Camera, corner: npt.NDArray[np.int64], weights: npt.NDArray[np.float32]
) -> Sample:
    def mix(values: Floats) -> npt.NDArray[np.float32]:
        picked = values.astype(np.float32)[corner]
        return np.asarray(np.einsum("nc,nc...->n...", weights, picked), dtype=np.float32)

    normal = mix(figure.normals)
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-6)
    axes = np.stack((camera.right, camera.up, camera.eye), axis=1).astype(np.float32)
    return Sample(
        point=mix(figure.points),
        arm_share=mix(figure.arm_share),
        lit=Lit(seen=normal @ axes, open_sky=mix(figure.open_sky), relief=mix(figure.relief)),
    )


def _contour(depth_mm: Floats, supersampling: int) -> npt.NDArray[np.float32]:
    """Return 1 on the near side of every depth step, as wide as the contour line.

    The step is measured against the local slope, so a surface that merely turns away
    gets no line until it ends.
    """
    far = np.where(np.isfinite(depth_mm), depth_mm, -1e4)
    edge = np.zeros(far.shape, dtype=bool)
    for axis in (0, 1):
        before = np.roll(far, 1, axis=axis)
        after = np.roll(far, -1, axis=axis)
        for near, other in ((before, after), (after, before)):
            # The surface continues toward `near` with some slope; toward `other` it drops.
            slope = np.abs(far - near)
            slope = np.where(slope > 1e3, 0.0, slope)
            edge |= (far - other) > CREASE_MM + 2.5 * slope
    edge &= far > -1e3
    return _grown(edge, LINE_PX * supersampling / 2.0)


def _grown(mask: npt.NDArray[np.bool_], radius: float) -> npt.NDArray[np.float32]:
    reach = int(np.ceil(radius))
    grown = np.zeros(mask.shape, dtype=bool)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            if dx * dx + dy * dy <= radius * radius:
                grown |= np.roll(mask, (dy, dx), axis=(0, 1))
    return grown.astype(np.float32)


def _one_piece(rgba: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """Drop what a fade has cut off from the rest."""
    pieces, count = ndimage.label(rgba[:, :, 3] > FAINT, structure=np.ones((3, 3)))
    if count > 1:
        sizes = np.bincount(pieces.reshape(-1), weights=rgba[:, :, 3].reshape(-1))
        sizes[0] = 0.0
        rgba[~ndimage.binary_dilation(pieces == sizes.argmax(), iterations=24)] = 0
        rgba[(pieces > 0) & (pieces != sizes.argmax())] = 0
    return rgba


def _reduced(
    colour: npt.NDArray[np.float32], alpha: npt.NDArray[np.float32], by: int
) -> npt.NDArray[np.uint8]:
    height, width = alpha.shape
    shape = (height // by, by, width // by, by)
    opacity = alpha.reshape(shape).mean(axis=(1, 3))
    total = (colour * alpha[:, :, None]).reshape(*shape, 3).sum(axis=(1, 3))
    weight = alpha.reshape(shape).sum(axis=(1, 3))
    rgb = total / np.maximum(weight, 1e-6)[:, :, None]
    out = np.concatenate((rgb, opacity[:, :, None]), axis=2)
    return np.asarray(np.clip(np.rint(out * 255.0), 0, 255), dtype=np.uint8)
