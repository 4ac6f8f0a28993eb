"""Bodies as they are drawn, made once for all tests, and how far two pictures differ."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.content.figure_look_files import read_figure_look
from acupress_desktop.domain.anatomy.body import BodyModel
from acupress_desktop.domain.anatomy.drawn_body import DrawnBody, DrawnMesh, FigureLook
from acupress_desktop.domain.anatomy.shape import BodyShape
from acupress_desktop.domain.anatomy.sight import SolidBody, solid_body
from acupress_desktop.domain.anatomy.software_picture import Picture
from acupress_desktop.domain.anatomy.views import Camera


@cache
def model() -> BodyModel:
    return read_body_model(asset_root() / "body_maps")


@cache
def mesh() -> DrawnMesh:
    return DrawnMesh(model())


@cache
def look() -> FigureLook:
    return read_figure_look(asset_root(), mesh())


@cache
def solid(shape: BodyShape) -> SolidBody:
    return solid_body(model().shaped(shape), mesh(), look())


def drawn(shape: BodyShape) -> DrawnBody:
    return solid(shape).drawn


def camera(
    shape: BodyShape,
    yaw: float = 0.0,
    pitch: float = 0.0,
    *,
    width: int = 300,
    height: int = 450,
    zoom: float = 1.0,
    middle: tuple[float, float, float] | None = None,
) -> Camera:
    """Look at a body from `yaw` degrees toward its left and `pitch` degrees above."""
    turn, tilt = np.radians(yaw), np.radians(pitch)
    right = (float(np.cos(turn)), 0.0, float(-np.sin(turn)))
    up = (
        float(-np.sin(turn) * np.sin(tilt)), float(np.cos(tilt)), float(-np.cos(turn) * np.sin(tilt)),
    )  # fmt: skip
    tall = shape.height_cm * 10.0
    return Camera(middle or (0.0, tall / 2.0, 0.0), right, up, height * 0.94 / tall * zoom, width, height)


def pixels(picture: Picture) -> npt.NDArray[np.uint8]:
    """Rows, columns, and red, green, blue, alpha."""
    flat = np.frombuffer(picture.rgba, dtype=np.uint8)
    return flat.reshape(picture.height_px, picture.width_px, 4)


def largest_blob(mask: npt.NDArray[np.bool_]) -> int:
    """How many pixels the largest connected piece of a mask has: one odd pixel is noise, a blob is not."""
    pieces, count = ndimage.label(mask, structure=np.ones((3, 3)))
    return int(np.bincount(pieces.reshape(-1))[1:].max()) if count else 0
