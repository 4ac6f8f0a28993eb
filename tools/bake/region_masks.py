"""Region index pictures: for every view, which body region each (quarter size) pixel shows.

Value 0 is no region; value n + 1 is row n of `regions` and `sides` in region_faces.npz.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image
from scipy import ndimage

from acupress_desktop.content.body_files import read_body_model, read_body_views

from .raster import z_buffer

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from acupress_desktop.domain.anatomy.body import Body
    from acupress_desktop.domain.anatomy.views import BodyView

REDUCTION: Final = 4
SMOOTHING_MM: Final = 2.6  # borders follow faces otherwise, tooth by tooth
COVERED: Final = 70


def bake_region_masks(root: Path) -> None:
    """Write `regions/regions_<figure>_<view>.png` for every listed view."""
    folder = root / "regions"
    folder.mkdir(exist_ok=True)
    model = read_body_model(root)
    with np.load(root / "region_faces.npz", allow_pickle=False) as stored:
        face_region = stored["face_region"].astype(np.int64)
        count = len(stored["regions"])
    palette = _palette(count)
    for listed in read_body_views(root):
        body = model.shaped(listed.shape)
        for view in listed.views:
            with Image.open(root / view.picture) as picture:
                alpha = picture.convert("RGBA").getchannel("A")
            mask = region_mask(body, view, face_region, alpha)
            image = Image.fromarray(mask, mode="P")
            image.putpalette(palette)
            image.save(folder / f"regions_{listed.figure}_{view.id}.png", optimize=True)


def region_mask(
    body: Body, view: BodyView, face_region: npt.NDArray[np.int64], alpha: Image.Image
) -> npt.NDArray[np.uint8]:
    """Return the index picture of one view, cut to where the picture itself is visible."""
    camera = view.camera
    width, height = camera.width_px // REDUCTION, camera.height_px // REDUCTION
    model = body.model
    chosen = np.flatnonzero(np.isin(model.face_part, model.parts(*view.parts)))
    flat = camera.project_px(body.vertices_mm) / REDUCTION
    deep = body.vertices_mm @ camera.toward_eye
    screen = np.concatenate((flat, deep[:, None]), axis=1)
    faces, _ = z_buffer(screen, model.faces[chosen], width, height)
    regions = np.where(faces >= 0, face_region[chosen[faces]] + 1, 0)
    covered = np.asarray(alpha.resize((width, height), Image.Resampling.BOX)) > COVERED
    smoothing_px = max(1.0, SMOOTHING_MM * camera.px_per_mm / REDUCTION)
    best = np.full(regions.shape, 1e-4)
    smooth = np.zeros(regions.shape, dtype=np.uint8)
    for region in np.unique(regions[regions > 0]):
        share = ndimage.gaussian_filter((regions == region).astype(float), smoothing_px)
        nearer = share > best
        best[nearer] = share[nearer]
        smooth[nearer] = region
    return np.where(covered, smooth, 0).astype(np.uint8)


def _palette(count: int) -> list[int]:
    colours = [(255, 255, 255)]
    for index in range(count):
        red, green, blue = colorsys.hsv_to_rgb((index * 0.381966) % 1.0, 0.45, 0.88)
        colours.append((int(red * 255), int(green * 255), int(blue * 255)))
    return [channel for colour in colours for channel in colour]
