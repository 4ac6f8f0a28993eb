"""Line art of a view: outer contours from the picture, inner contours from the mesh."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np
import numpy.typing as npt
from scipy import ndimage

if TYPE_CHECKING:
    from .base_mesh import Floats
    from .figure import Figure
    from .render import Rendering
    from .views import View

Node = TypeVar("Node", tuple[int, int], tuple[int, int, int])

STROKE_PX: Final = 2.4
TOLERANCE_PX: Final = 0.30
MIN_OUTER_PX: Final = 40.0
MIN_INNER_PX: Final = 26.0
HIDDEN_MM: Final = 1.6
NEAR_OUTLINE_PX: Final = 5.0
FADED: Final = 0.35


def line_art(figure: Figure, view: View, rendering: Rendering, colour: str) -> str:
    """Return an SVG document with the contours of a view, in the pixels of the picture."""
    width, height = view.camera.size_px
    by = rendering.supersampling
    covered = np.isfinite(rendering.depth_mm)
    coverage = covered.reshape(height, by, width, by).mean(axis=(1, 3))
    solid = np.divide(
        rendering.rgba[:, :, 3] / 255.0, coverage, out=np.zeros_like(coverage), where=coverage > 0.05
    )
    solid = ndimage.maximum_filter(solid, size=5)
    outer = [
        part
        for line in _iso_lines(coverage, 0.5)
        for part in _kept(line, _inside_opacity(solid, line) > FADED)
        if _length(part) > MIN_OUTER_PX
    ]
    nearest = ndimage.maximum_filter(np.where(covered, rendering.depth_mm, -1e4).astype(np.float32), size=3)
    from_outline = ndimage.distance_transform_edt(coverage > 0.5)
    opaque = (rendering.rgba[:, :, 3] > 255 * FADED) & (from_outline > NEAR_OUTLINE_PX)
    inner = [
        part
        for line in _turning_lines(figure, view)
        for part in _kept(line[:, :2], _shown(line, nearest, opaque))
        if _length(part) > MIN_INNER_PX
    ]
    paths = [
        f'<path class="{name}" d="{" ".join(_path(line) for line in lines)}"/>'
        for name, lines in (("outline", outer), ("crease", inner))
        if lines
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" fill="none" '
        f'stroke="{colour}" stroke-width="{STROKE_PX}" stroke-linecap="round" '
        f'stroke-linejoin="round">{"".join(paths)}</svg>\n'
    )


def _iso_lines(field: Floats, level: float) -> list[Floats]:
    """Return the iso lines of an image as (n, 2) x, y in pixels (marching squares)."""
    padded = np.pad(field, 1) - level
    inside = padded > 0
    nodes: dict[tuple[int, int, int], list[tuple[int, int, int]]] = defaultdict(list)
    code = inside[:-1, :-1] * 1 + inside[:-1, 1:] * 2 + inside[1:, 1:] * 4 + inside[1:, :-1] * 8
    # Cell edges: 0 top, 1 right, 2 bottom, 3 left, as (row, column, 0 = horizontal).
    table = {
        1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),),
        7: ((3, 2),), 8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),),
        12: ((1, 3),), 13: ((1, 0),), 14: ((0, 3),),
    }  # fmt: skip
    for row, column in zip(*np.nonzero((code > 0) & (code < 15)), strict=True):
        edges = (
            (row, column, 0), (row, column + 1, 1), (row + 1, column, 0), (row, column, 1),
        )  # fmt: skip
        for first, second in table[int(code[row, column])]:
            nodes[edges[first]].append(edges[second])
            nodes[edges[second]].append(edges[first])

    def place(node: tuple[int, int, int]) -> tuple[float, float]:
        row, column, upright = node
        a = padded[row, column]
        b = padded[row + 1, column] if upright else padded[row, column + 1]
        share = a / (a - b)
        return (column - 0.5, row - 0.5 + share) if upright else (column - 0.5 + share, row - 0.5)

    return [np.array([place(node) for node in chain]) for chain in _chains(nodes)]


def _turning_lines(figure: Figure, view: View) -> list[Floats]:
    """Return lines where the surface turns away from the eye, as (n, 3) screen positions."""
    camera = view.camera
    screen = camera.screen(figure.points)
    screen[:, 2] /= camera.px_per_mm
    facing = figure.normals @ camera.eye
    facing[facing == 0.0] = 1e-12
    triangles = figure.triangles
    corner = facing[triangles] > 0.0
    crossed = triangles[(corner.any(axis=1)) & (~corner.all(axis=1))]
    nodes: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for a, b, c in crossed.tolist():
        ends = [
            (min(p, q), max(p, q))
            for p, q in ((a, b), (b, c), (c, a))
            if (facing[p] > 0.0) != (facing[q] > 0.0)
        ]
        nodes[ends[0]].append(ends[1])
        nodes[ends[1]].append(ends[0])

    def place(node: tuple[int, int]) -> Floats:
        a, b = node
        share = facing[a] / (facing[a] - facing[b])
        return np.asarray(screen[a] * (1.0 - share) + screen[b] * share)

    return [np.stack([place(node) for node in chain]) for chain in _chains(nodes)]


def _chains(nodes: dict[Node, list[Node]]) -> list[list[Node]]:
    left = dict.fromkeys(sorted(nodes, key=lambda node: (len(nodes[node]) != 1, node)))
    chains: list[list[Node]] = []
    while left:
        start = next(iter(left))
        chain = [start]
        del left[start]
        while True:
            following = next((node for node in nodes[chain[-1]] if node in left), None)
            if following is None:
                break
            chain.append(following)
            del left[following]
        if len(chain) > 2 and start in nodes[chain[-1]]:
            chain.append(start)
        chains.append(chain)
    return chains


def _inside_opacity(solid: Floats, line: Floats) -> Floats:
    height, width = solid.shape
    column = np.clip(line[:, 0].astype(int), 0, width - 1)
    row = np.clip(line[:, 1].astype(int), 0, height - 1)
    within = (line > 2.0).all(axis=1) & (line[:, 0] < width - 2) & (line[:, 1] < height - 2)
    return np.asarray(np.where(within, solid[row, column], 0.0))


def _shown(
    line: Floats, nearest_mm: npt.NDArray[np.float32], opaque: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Tell which points of a line are in front, well inside the outline and not faded."""
    height, width = opaque.shape
    by = nearest_mm.shape[0] // height
    x = np.clip((line[:, 0] * by).astype(int), 0, width * by - 1)
    y = np.clip((line[:, 1] * by).astype(int), 0, height * by - 1)
    inside = (line[:, 0] > 1) & (line[:, 1] > 1) & (line[:, 0] < width - 1) & (line[:, 1] < height - 1)
    return np.asarray((line[:, 2] > nearest_mm[y, x] - HIDDEN_MM) & opaque[y // by, x // by] & inside)


def _kept(line: Floats, keep: npt.NDArray[np.bool_]) -> list[Floats]:
    """Cut a line into the runs that are kept; a closed line may run through its seam."""
    if keep.all():
        return [line]
    if len(line) > 2 and np.allclose(line[0], line[-1]):
        turn = int(np.flatnonzero(~keep)[0])
        line = np.roll(line[:-1], -turn, axis=0)
        keep = np.roll(keep[:-1], -turn)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], keep.astype(int), [0]))))
    return [line[a:b] for a, b in edges.reshape(-1, 2) if b - a > 2]


def _length(line: Floats) -> float:
    return float(np.linalg.norm(np.diff(line, axis=0), axis=1).sum())


def _path(line: Floats) -> str:
    points = _simplified(_smoothed(line))
    closed = len(points) > 3 and np.allclose(points[0], points[-1])
    before = np.concatenate((points[-2:-1] if closed else points[:1], points[:-1]))
    after = np.concatenate((points[1:], points[1:2] if closed else points[-1:]))
    tangent = (after - before) / 6.0
    text = [f"M{points[0][0]:.1f} {points[0][1]:.1f}C"]
    for i in range(len(points) - 1):
        a, b = points[i] + tangent[i], points[i + 1] - tangent[i + 1]
        text.append(" ".join(f"{v:.1f}" for v in (*a, *b, *points[i + 1])))
    return text[0] + " ".join(text[1:]) + ("Z" if closed else "")


def _smoothed(line: Floats) -> Floats:
    closed = np.allclose(line[0], line[-1])
    mode = "wrap" if closed else "nearest"
    body = line[:-1] if closed else line
    smooth = np.asarray(ndimage.gaussian_filter1d(body, 2.4, axis=0, mode=mode))
    if closed:
        return np.concatenate((smooth, smooth[:1]))
    smooth[0], smooth[-1] = line[0], line[-1]
    return smooth


def _simplified(line: Floats) -> Floats:
    """Ramer-Douglas-Peucker."""
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    if np.allclose(line[0], line[-1]):
        keep[len(line) // 2] = True
    ends = np.flatnonzero(keep)
    stack = list(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True))
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        chord = line[last] - line[first]
        offset = line[first + 1 : last] - line[first]
        size = float(np.hypot(*chord))
        away = (
            np.abs(chord[0] * offset[:, 1] - chord[1] * offset[:, 0]) / size
            if size > 1e-9
            else np.hypot(offset[:, 0], offset[:, 1])
        )
        worst = int(away.argmax())
        if away[worst] > TOLERANCE_PX:
            middle = first + 1 + worst
            keep[middle] = True
            stack += [(first, middle), (middle, last)]
    return line[keep]
