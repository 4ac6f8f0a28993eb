"""The contour line: where a surface ends before what lies behind it."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]

CREASE_MM: Final = 3.0  # a depth step larger than this is a contour
SLOPE: Final = 2.5
NOWHERE_MM: Final = -3e4
BEHIND_ALL_MM: Final = -1e4
"""No body is so large that a part of it lies as far behind the middle of a picture; what does is nothing."""


def edge_samples(depth_mm: Singles) -> Ints:
    """Return the samples on the near side of every step of a depth picture (minus infinity: nothing).

    A step is measured against the local slope, so that a surface that merely turns away gets no line until
    it ends.
    """
    depth = np.maximum(depth_mm, np.float32(NOWHERE_MM))
    height, width = depth.shape
    flat = depth.reshape(-1)
    found = []
    for axis, step, end in ((1, 1, width), (0, width, height)):
        rise = depth[:, 1:] - depth[:, :-1] if axis else depth[1:] - depth[:-1]
        row, column = np.nonzero(np.abs(rise) > CREASE_MM)
        first = row * width + column
        ahead = rise[row, column] > 0.0
        near = np.where(ahead, first + step, first)
        far = np.where(ahead, first, first + step)
        beyond = 2 * near - far
        place = beyond % width if axis else beyond // width
        # Where the slope would be taken from beyond the picture, no step can be told from a slope.
        along = (near % width if axis else near // width) + np.where(ahead, 1, -1)
        within = (along >= 0) & (along < end) & (place >= 0)
        slope = np.abs(flat[near] - flat[np.where(within, beyond, near)])
        slope[slope > -BEHIND_ALL_MM] = 0.0
        is_edge = within & (flat[near] - flat[far] > CREASE_MM + SLOPE * slope) & (flat[near] > BEHIND_ALL_MM)
        found.append(near[is_edge])
    return np.concatenate(found)


def drawn_line(edge: Ints, shape: tuple[int, int], radius: float) -> npt.NDArray[np.bool_]:
    """Return a mask of all samples within `radius` of an edge sample."""
    height, width = shape
    reach = int(radius)
    wide = width + 2 * reach
    mask = np.zeros((height + 2 * reach) * wide, dtype=bool)
    middle = (edge // width + reach) * wide + edge % width + reach
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            if down * down + across * across <= radius * radius:
                mask[middle + (down * wide + across)] = True
    return mask.reshape(height + 2 * reach, wide)[reach : reach + height, reach : reach + width]
