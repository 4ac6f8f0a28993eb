"""The software z-buffer: triangles in pixels to face index, depth and barycentric weights.

numba speeds it up where it is installed; without it the same loops run as numpy batches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Callable

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Ids = npt.NDArray[np.int32]

try:
    from numba import njit
except ImportError:  # a development accelerator only
    njit = None


def z_buffer(screen: Floats, triangles: Ints, width: int, height: int) -> tuple[Ids, npt.NDArray[np.float64]]:
    """Return per pixel the nearest triangle (-1 for none) and its depth.

    `screen` is (V, 3): x and y in pixels (y down), z growing toward the eye.  A pixel is
    covered when its centre lies in the triangle.
    """
    faces = np.full((height, width), -1, dtype=np.int32)
    depth = np.full((height, width), -np.inf)
    corners = np.ascontiguousarray(screen[triangles])
    if njit is not None:
        _fill_fast()(corners, faces, depth)
    else:
        _fill_numpy(corners, faces, depth)
    return faces, depth


def face_buffer(points: Floats, triangles: Ints, toward_eye: Floats, size_px: int) -> Ids:
    """Return the nearest triangle per pixel of a square orthographic view of all points."""
    right, up, eye = view_axes(toward_eye)
    screen = np.stack((points @ right, -(points @ up), points @ eye), axis=1)
    used = screen[np.unique(triangles)]
    low = used[:, :2].min(axis=0)
    span = float((used[:, :2].max(axis=0) - low).max())
    screen[:, :2] = (screen[:, :2] - low) * (size_px - 2) / span + 1
    return z_buffer(screen, triangles, size_px, size_px)[0]


def view_axes(toward_eye: Floats) -> tuple[Floats, Floats, Floats]:
    """Return right, up and eye unit vectors of a view that looks against `toward_eye`."""
    eye = toward_eye / np.linalg.norm(toward_eye)
    helper = np.array((0.0, 1.0, 0.0)) if abs(eye[1]) < 0.95 else np.array((0.0, 0.0, 1.0))
    right = np.cross(helper, eye)
    right /= np.linalg.norm(right)
    return right, np.cross(eye, right), eye


def barycentric(screen: Floats, triangles: Ints, faces: Ids) -> Floats:
    """Return (covered pixels, 3) weights of the covering triangle's corners, row by row."""
    rows, columns = np.nonzero(faces >= 0)
    corners = screen[triangles[faces[rows, columns]]]
    x = columns + 0.5
    y = rows + 0.5
    (x0, y0), (x1, y1), (x2, y2) = ((corners[:, i, 0], corners[:, i, 1]) for i in range(3))
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    second = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
    third = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
    return np.stack((1.0 - second - third, second, third), axis=1)


_COMPILED: dict[str, Callable[..., None]] = {}


def _fill_fast() -> Callable[..., None]:
    if "fill" not in _COMPILED:
        assert njit is not None  # noqa: S101
        _COMPILED["fill"] = njit(cache=True, fastmath=False)(_fill_loop)
    return _COMPILED["fill"]


def _fill_loop(corners: Any, faces: Any, depth: Any) -> None:  # noqa: ANN401  (numba kernel)
    height, width = faces.shape
    for face in range(corners.shape[0]):
        x0, y0, z0 = corners[face, 0]
        x1, y1, z1 = corners[face, 1]
        x2, y2, z2 = corners[face, 2]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if area == 0.0:
            continue
        left = max(0, int(np.ceil(min(x0, x1, x2) - 0.5)))
        right = min(width - 1, int(np.floor(max(x0, x1, x2) - 0.5)))
        top = max(0, int(np.ceil(min(y0, y1, y2) - 0.5)))
        bottom = min(height - 1, int(np.floor(max(y0, y1, y2) - 0.5)))
        for row in range(top, bottom + 1):
            y = row + 0.5
            for column in range(left, right + 1):
                x = column + 0.5
                second = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
                third = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
                first = 1.0 - second - third
                if first < -1e-9 or second < -1e-9 or third < -1e-9:
                    continue
                z = first * z0 + second * z1 + third * z2
                if z > depth[row, column]:
                    depth[row, column] = z
                    faces[row, column] = face


def _fill_numpy(corners: Floats, faces: Ids, depth: Floats) -> None:
    height, width = faces.shape
    low = np.ceil(corners[:, :, :2].min(axis=1) - 0.5).astype(np.int64)
    high = np.floor(corners[:, :, :2].max(axis=1) - 0.5).astype(np.int64)
    low = np.maximum(low, 0)
    high = np.minimum(high, (width - 1, height - 1))
    size = np.maximum(high - low + 1, 0)
    pixels = size[:, 0] * size[:, 1]
    order = np.flatnonzero(pixels)
    flat_face = faces.reshape(-1)
    flat_depth = depth.reshape(-1)
    budget = 2_000_000
    ends = np.cumsum(pixels[order])
    start = 0
    while start < len(order):
        limit = ends[start] - pixels[order[start]] + budget
        stop = max(start + 1, int(np.searchsorted(ends, limit, side="right")))
        chosen = order[start:stop]
        start = stop
        count = pixels[chosen]
        face = np.repeat(chosen, count)
        offset = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        column = low[face, 0] + offset % size[face, 0]
        row = low[face, 1] + offset // size[face, 0]
        p = corners[face]
        x, y = column + 0.5, row + 0.5
        x0, y0, x1, y1, x2, y2 = (p[:, i, j] for i in range(3) for j in range(2))
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        with np.errstate(divide="ignore", invalid="ignore"):
            second = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
            third = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
        first = 1.0 - second - third
        inside = (first >= -1e-9) & (second >= -1e-9) & (third >= -1e-9)
        where = (row * width + column)[inside]
        z = (first * p[:, 0, 2] + second * p[:, 1, 2] + third * p[:, 2, 2])[inside]
        face = face[inside]
        sorted_ids = np.lexsort((z, where))
        where, z, face = where[sorted_ids], z[sorted_ids], face[sorted_ids]
        last = np.append(where[1:] != where[:-1], True) if len(where) else np.zeros(0, bool)
        where, z, face = where[last], z[last], face[last]
        nearer = z > flat_depth[where]
        flat_depth[where[nearer]] = z[nearer]
        flat_face[where[nearer]] = face[nearer]
