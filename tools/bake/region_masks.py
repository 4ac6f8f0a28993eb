"""Region index pictures: for every view, which body region each (quarter size) pixel shows.

Value 0 is no region; value n + 1 is row n of `regions` and `sides` in region_faces.npz.
"""

from __future__ import annotations

import colorsys
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from acupress_desktop.content.body_files import read_body_model, read_body_views
from acupress_desktop.domain.anatomy.region_plate import region_plate

if TYPE_CHECKING:
    from pathlib import Path


def bake_region_masks(root: Path) -> None:
    """Write `regions/regions_<figure>_<view>.png` for every listed view."""
    folder = root / "regions"
    folder.mkdir(exist_ok=True)
    model = read_body_model(root)
    with np.load(root / "region_faces.npz", allow_pickle=False) as stored:
        face_region = stored["face_region"].astype(np.intp)
        count = len(stored["regions"])
    palette = _palette(count)
    for listed in read_body_views(root):
        body = model.shaped(listed.shape)
        for view in listed.views:
            with Image.open(root / view.picture) as picture:
                alpha = picture.convert("RGBA").getchannel("A")
            mask = region_plate(body, view, face_region, np.asarray(alpha))
            image = Image.fromarray(mask, mode="P")
            image.putpalette(palette)
            image.save(folder / f"regions_{listed.figure}_{view.id}.png", optimize=True)


def _palette(count: int) -> list[int]:
    colours = [(255, 255, 255)]
    for index in range(count):
        red, green, blue = colorsys.hsv_to_rgb((index * 0.381966) % 1.0, 0.45, 0.88)
        colours.append((int(red * 255), int(green * 255), int(blue * 255)))
    return [channel for colour in colours for channel in colour]
