"""Quick pictures of the run-time body with millimetre axes, to read coordinates from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.domain.anatomy.shape import BodyShape

from .raster import barycentric, view_axes, z_buffer

if TYPE_CHECKING:
    from pathlib import Path

TOWARD_EYE = {
    "front": (0, 0, 1), "back": (0, 0, -1), "left": (1, 0, 0), "right": (-1, 0, 0),
    "top": (0, 1, 0), "bottom": (0, -1, 0),
}  # fmt: skip


def preview(  # noqa: PLR0913  (a command line has many switches)
    root: Path, out: Path, view: str, size_px: int, *,
    shape: str, box: str | None, parts: str | None, marks: Path | None,
) -> None:  # fmt: skip
    """Draw the run-time body; axes are labelled with the mm that run along the picture."""
    model = read_body_model(root)
    sex, height_cm, weight_kg, age = (float(part) for part in shape.split(","))
    body = model.shaped(BodyShape(sex=sex, height_cm=height_cm, weight_kg=weight_kg, age=age))
    toward = TOWARD_EYE.get(view) or tuple(float(part) for part in view.split(","))
    right, up, eye = view_axes(np.array(toward, dtype=np.float64))
    faces = model.faces
    if parts:
        faces = faces[np.isin(model.face_part, model.parts(*parts.split(",")))]
    vertices = body.vertices_mm
    if box:
        bounds = np.array([float(part) for part in box.split(",")]).reshape(2, 3)
        inside = ((vertices >= bounds[0]) & (vertices <= bounds[1])).all(axis=1)
        faces = faces[inside[faces].all(axis=1)]
    flat = np.stack((vertices @ right, vertices @ up, vertices @ eye), axis=1)
    used = flat[np.unique(faces)]
    low, high = used.min(axis=0), used.max(axis=0)
    margin = 46
    scale = (size_px - 2 * margin) / float((high - low)[:2].max())
    width = int((high[0] - low[0]) * scale) + 2 * margin
    tall = int((high[1] - low[1]) * scale) + 2 * margin

    def to_pixels(points: np.ndarray) -> np.ndarray:
        return np.stack(
            (
                (points @ right - low[0]) * scale + margin,
                (high[1] - points @ up) * scale + margin,
                points @ eye,
            ),
            axis=1,
        )

    screen = to_pixels(vertices)
    ids, _ = z_buffer(screen, faces, width, tall)
    covered = ids >= 0
    weights = barycentric(screen, faces, ids)
    normals = (body.vertex_normals[faces[ids[covered]]] * weights[:, :, None]).sum(axis=1)
    light = np.clip(normals @ (eye * 0.8 + up * 0.45 + right * 0.35), 0.0, 1.0)
    picture = np.full((tall, width, 3), 255, dtype=np.uint8)
    picture[covered] = (np.array((236, 215, 196)) * (0.35 + 0.65 * light[:, None])).astype(np.uint8)
    image = Image.fromarray(picture)
    draw = ImageDraw.Draw(image)
    _axes(draw, (low, high), (right, up), scale, (width, tall), margin)
    if marks:
        named = {
            key: value.get("mm", value) if isinstance(value, dict) else value
            for key, value in json.loads(marks.read_text(encoding="utf-8")).items()
        }
        where = to_pixels(np.array(list(named.values()), dtype=np.float64))
        for (x, y, _), name in zip(where, named, strict=True):
            draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill=(200, 30, 30))
            draw.text((x + 5, y - 6), name, fill=(20, 20, 20))
    image.save(out)


def _axes(
    draw: ImageDraw.ImageDraw, bounds: tuple[np.ndarray, np.ndarray],
    axes: tuple[np.ndarray, np.ndarray], scale: float, size: tuple[int, int], margin: int,
) -> None:  # fmt: skip
    low, high = bounds
    span = float((high - low)[:2].max())
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200) if span / s < 24)
    names = [
        ("+" if axis[np.abs(axis).argmax()] > 0 else "-") + "xyz"[np.abs(axis).argmax()] for axis in axes
    ]
    draw.text(
        (margin, size[1] - 14), f"across: {names[0]}   up: {names[1]}   grid {step} mm", fill=(90, 90, 90)
    )
    for value in np.arange(np.ceil(low[0] / step) * step, high[0] + 1e-6, step):
        x = (value - low[0]) * scale + margin
        draw.line((x, margin - 6, x, size[1] - margin), fill=(225, 225, 235))
        shown = value if names[0][0] == "+" else -value
        draw.text((x - 8, margin - 20), f"{shown:.0f}", fill=(90, 90, 90))
    for value in np.arange(np.ceil(low[1] / step) * step, high[1] + 1e-6, step):
        y = (high[1] - value) * scale + margin
        draw.line((margin - 6, y, size[0] - margin, y), fill=(225, 225, 235))
        shown = value if names[1][0] == "+" else -value
        draw.text((4, y - 6), f"{shown:.0f}", fill=(90, 90, 90))
