"""Which triangle is seen at which sample of a picture: a z-buffer in numpy, row by row.

A triangle is cut into spans, one for each row of samples it meets, and every span into samples. All samples
are then put in the order of their depth, so that the nearest is written last. Equal input gives equal output.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Singles = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.intp]

NOTHING: Final = -1
_SLACK: Final = np.float32(1e-3)  # samples; neighbours overlap by it, so that no sample falls between them
_LEVELS: Final = 65_535
_FLAT: Final = np.float32(1e-6)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What each sample shows: `triangle` (H, W) numbers rows of what was scanned, -1 where there is nothing.

    `depth` (H, W) grows toward the eye and is minus infinity where there is nothing.
    """

    triangle: Ids
    depth: Singles


@dataclass(frozen=True, slots=True, eq=False)
class Facing:
    """The triangles that face the eye, with their corners on the screen.

    `x`, `y` and `depth` are three arrays each (one a corner): samples to the right and down, and depth toward
    the eye. `number` is the row of each triangle in what was asked.
    """

    number: Ints
    x: tuple[Singles, Singles, Singles]
    y: tuple[Singles, Singles, Singles]
    depth: tuple[Singles, Singles, Singles]

    def within(self, top: int, bottom: int) -> Facing:
        """Return the triangles that meet the rows from `top` to before `bottom`."""
        y0, y1, y2 = self.y
        low = np.minimum(np.minimum(y0, y1), y2)
        high = np.maximum(np.maximum(y0, y1), y2)
        keep = np.flatnonzero((high > top) & (low < bottom))
        return self if len(keep) == len(self.number) else self.picked(keep)

    def moved(self, right: np.float32) -> Facing:
        """Return the triangles so many samples farther to the right."""
        first, second, third = self.x
        return Facing(self.number, (first + right, second + right, third + right), self.y, self.depth)

    def picked(self, keep: Ints | npt.NDArray[np.bool_]) -> Facing:
        """Return some of the triangles."""
        return Facing(
            self.number[keep],
            _each(self.x, keep),
            _each(self.y, keep),
            _each(self.depth, keep),
        )


def _each(
    arrays: tuple[Singles, Singles, Singles], keep: Ints | npt.NDArray[np.bool_]
) -> tuple[Singles, Singles, Singles]:
    first, second, third = arrays
    return first[keep], second[keep], third[keep]


def facing(screen: Singles, triangles: Ids, width: int, height: int) -> Facing:
    """Return the triangles that face the eye and meet the picture.

    `screen` (V, 3) holds samples to the right, samples down, and depth toward the eye.
    """
    first, second, third = triangles[:, 0], triangles[:, 1], triangles[:, 2]
    columns = np.ascontiguousarray(screen.T)
    x0, x1, x2 = columns[0][first], columns[0][second], columns[0][third]
    y0, y1, y2 = columns[1][first], columns[1][second], columns[1][third]
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    keep = np.flatnonzero(area < 0.0)  # y runs down, so what faces the eye turns the other way
    x, y = _each((x0, x1, x2), keep), _each((y0, y1, y2), keep)
    inside = np.maximum(np.maximum(x[0], x[1]), x[2]) > 0.0
    inside &= np.minimum(np.minimum(x[0], x[1]), x[2]) < width
    inside &= np.maximum(np.maximum(y[0], y[1]), y[2]) > 0.0
    inside &= np.minimum(np.minimum(y[0], y[1]), y[2]) < height
    if not inside.all():
        keep, x, y = keep[inside], _each(x, inside), _each(y, inside)
    rows = triangles[keep]
    depth = columns[2][rows[:, 0]], columns[2][rows[:, 1]], columns[2][rows[:, 2]]
    return Facing(keep, x, y, depth)


def scanned(faces: Facing, width: int, top: int, bottom: int) -> Seen:
    """Return what the samples of the rows from `top` to before `bottom` show; the first row is `top`."""
    triangle = np.full((bottom - top) * width, NOTHING, dtype=np.int32)
    depth = np.full((bottom - top) * width, -np.inf, dtype=np.float32)
    owner, row, left, count = _spans(faces, width, top, bottom)
    if len(owner):
        place, nearness, span = _samples(faces, owner, row, left, count, width, top)
        lowest = float(nearness.min())
        scale = np.float32(_LEVELS / max(float(nearness.max()) - lowest, 1e-3))
        # Sixteen bits sort in one pass over the samples.
        order = np.argsort(((nearness - lowest) * scale).astype(np.uint16), kind="stable")
        winner = np.full(len(triangle), NOTHING, dtype=np.int32)
        winner[place[order]] = order
        hit = np.flatnonzero(winner >= 0)
        chosen = winner[hit]
        triangle[hit] = owner[span[chosen]]
        depth[hit] = nearness[chosen]
    shape = (bottom - top, width)
    return Seen(triangle.reshape(shape), depth.reshape(shape))


def _spans(faces: Facing, width: int, top: int, bottom: int) -> tuple[Ids, Ids, Ids, Ids]:
    """Return the spans as triangle, row, first column and number of samples."""
    (x0, x1, x2), (y0, y1, y2) = faces.x, faces.y
    low = np.minimum(np.minimum(y0, y1), y2)
    high = np.maximum(np.maximum(y0, y1), y2)
    first = np.maximum(np.ceil(low - 0.5 - _SLACK), top).astype(np.int32)
    last = np.minimum(np.floor(high - 0.5 + _SLACK), bottom - 1).astype(np.int32)
    rows = np.maximum(last - first + 1, 0)
    owner = np.repeat(np.arange(len(rows), dtype=np.int32), rows)
    row = np.arange(len(owner), dtype=np.int32) - np.repeat(
        (np.cumsum(rows, dtype=np.int32) - rows - first).astype(np.int32), rows
    )
    y = row.astype(np.float32) + np.float32(0.5)
    begin = np.full(len(owner), -np.inf, dtype=np.float32)
    end = np.full(len(owner), np.inf, dtype=np.float32)
    for xa, ya, xb, yb in ((x0, y0, x1, y1), (x1, y1, x2, y2), (x2, y2, x0, y0)):
        # Inside lies on one side of each edge: right of those that run down, left of those that run up.
        down = yb - ya
        level = np.abs(down) < _FLAT
        lean = (xb - xa) / np.where(level, np.float32(1.0), down)
        below = y - ya[owner]
        x = xa[owner] + below * lean[owner]
        reach = np.where(level, np.float32(0.0), down)[owner]
        # An edge bounds only the rows between its ends.
        np.maximum(begin, x, out=begin, where=(reach > 0.0) & (below > -_SLACK) & (below < reach + _SLACK))
        np.minimum(end, x, out=end, where=(reach < 0.0) & (below < _SLACK) & (below > reach - _SLACK))
    bounded = np.isfinite(begin) & np.isfinite(end)  # a row that only grazes a corner may lack one of them
    begin[~bounded], end[~bounded] = 1.0, 0.0
    left = np.maximum(np.ceil(begin - 0.5 - _SLACK), 0.0).astype(np.int32)
    right = np.minimum(np.floor(end - 0.5 + _SLACK), width - 1).astype(np.int32)
    count = right - left + 1
    some = np.flatnonzero(bounded & (count > 0))
    return owner[some], row[some], left[some], count[some]


def _samples(
    faces: Facing, owner: Ids, row: Ids, left: Ids, count: Ids, width: int, top: int
) -> tuple[Ids, Singles, Ids]:
    """Return the samples of all spans as place in the picture, depth and span."""
    (x0, x1, x2), (y0, y1, y2), (z0, z1, z2) = faces.x, faces.y, faces.depth
    area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
    rise_x = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) / area
    rise_y = ((z2 - z0) * (x1 - x0) - (z1 - z0) * (x2 - x0)) / area
    high = np.maximum(np.maximum(z0, z1), z2)
    low = np.minimum(np.minimum(z0, z1), z2)
    near = (
        z0[owner]
        + rise_x[owner] * (left + np.float32(0.5) - x0[owner])
        + rise_y[owner] * (row + np.float32(0.5) - y0[owner])
    )
    span = np.repeat(np.arange(len(owner), dtype=np.int32), count)
    start = np.cumsum(count, dtype=np.int32) - count
    step = np.arange(len(span), dtype=np.int32) - start[span]
    place = (((row - top) * width + left).astype(np.int32))[span] + step
    nearness = near[span] + rise_x[owner][span] * step
    # A sliver seen edge-on has no slope worth the name: its samples stay within its corners.
    nearness = np.minimum(np.maximum(nearness, low[owner][span]), high[owner][span])
    return place, nearness, span
