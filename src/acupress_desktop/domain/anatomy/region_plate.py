"""Which body region each pixel of a picture shows, at a quarter of the picture's size.

Value 0 is no region; value n + 1 is row n of the table that numbers the regions of the faces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.scan import facing, scanned

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.body import Body
    from acupress_desktop.domain.anatomy.views import BodyView

Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]
Bytes = npt.NDArray[np.uint8]

REDUCTION: Final = 4
SMOOTHING_MM: Final = 2.6  # borders follow faces otherwise, tooth by tooth
COVERED: Final = 70
"""How opaque (of 255) the picture must be for its region to count."""
_REACH: Final = 4.0  # of the blur, in its own widths
_LEAST_SHARE: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Plate:
    """An index picture: one byte a pixel, rows from the top."""

    width_px: int
    height_px: int
    values: bytes


def plate_of_picture(body: Body, view: BodyView, face_region: Ints, rgba: bytes) -> Plate:
    """Return the index picture of a view that was drawn as ``rgba``, four bytes a pixel."""
    camera = view.camera
    pixels = np.frombuffer(rgba, dtype=np.uint8).reshape(camera.height_px, camera.width_px, 4)
    plate = region_plate(body, view, face_region, pixels[:, :, 3])
    height, width = plate.shape
    return Plate(width, height, plate.tobytes())


def region_plate(body: Body, view: BodyView, face_region: Ints, alpha: Bytes) -> Bytes:
    """Return the index picture of a view, cut to where the picture itself is visible.

    ``face_region`` numbers the region of each face of the body; ``alpha`` is that of the picture.
    """
    camera = view.camera
    width, height = camera.width_px // REDUCTION, camera.height_px // REDUCTION
    regions = _nearest_regions(body, view, face_region, width, height)
    smoothing_px = max(1.0, SMOOTHING_MM * camera.px_per_mm / REDUCTION)
    best = np.full(regions.shape, _LEAST_SHARE, dtype=np.float32)
    smooth = np.zeros(regions.shape, dtype=np.uint8)
    for region in np.unique(regions[regions > 0]):
        box, share = _blurred_share(regions == region, smoothing_px)
        nearer = share > best[box]
        best[box][nearer] = share[nearer]
        smooth[box][nearer] = region
    return np.where(_reduced(alpha, width, height) > COVERED, smooth, np.uint8(0))


def _nearest_regions(body: Body, view: BodyView, face_region: Ints, width: int, height: int) -> Ints:
    model, camera = body.model, view.camera
    chosen = np.flatnonzero(np.isin(model.face_part, model.parts(*view.parts)))
    flat = camera.project_px(body.vertices_mm) / REDUCTION
    deep = body.vertices_mm @ camera.toward_eye
    screen = np.concatenate((flat, deep[:, None]), axis=1).astype(np.float32)
    faces = facing(screen, model.faces[chosen].astype(np.int32), width, height)
    seen = scanned(faces, width, 0, height).triangle
    return np.where(seen >= 0, face_region[chosen[faces.number[seen]]] + 1, 0)


def _blurred_share(mask: npt.NDArray[np.bool_], width_px: float) -> tuple[tuple[slice, slice], Singles]:
    """Return a mask blurred with a bell of that width, and the box outside which nothing is left of it."""
    reach = int(np.ceil(_REACH * width_px))
    box = tuple(
        slice(max(0, int(hit[0]) - reach), min(size, int(hit[-1]) + reach + 1))
        for hit, size in zip(
            (np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))), mask.shape, strict=True
        )
    )
    steps = np.arange(-reach, reach + 1)
    bell = np.exp(-0.5 * (steps / width_px) ** 2).astype(np.float32)
    bell /= bell.sum()
    share = mask[box].astype(np.float32)
    for axis in (0, 1):
        margin = [(0, 0), (0, 0)]
        margin[axis] = (reach, reach)
        padded = np.pad(share, margin, mode="symmetric")
        size = share.shape[axis]
        share = np.zeros_like(share)
        for step, weight in enumerate(bell):
            part = slice(step, step + size)
            share += weight * (padded[part] if axis == 0 else padded[:, part])
    rows, columns = box
    return (rows, columns), share


def _reduced(alpha: Bytes, width: int, height: int) -> Singles:
    """Return the mean opacity of each block of pixels."""
    cut = alpha[: height * REDUCTION, : width * REDUCTION]
    blocks = cut.reshape(height, REDUCTION, width, REDUCTION)
    return np.asarray(blocks.mean(axis=(1, 3), dtype=np.float32))
