"""What one camera sees of a body: where places lie in the picture and whether something hides them.

    sight = Sight(drawn, camera)
    for seen in sight.of(places): ...

A `Sight` costs a few milliseconds, a thousand places one more, so it can be asked for every frame of a body
that turns. It looks at the body's own triangles; `Surface.hits` is the exact answer for a single place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.drawn_body import DrawnBody, DrawnMesh, FigureLook, drawn_body
from acupress_desktop.domain.anatomy.scan import facing, scanned
from acupress_desktop.domain.anatomy.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from acupress_desktop.domain.anatomy.body import Body
    from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
    from acupress_desktop.domain.anatomy.views import Camera

Floats = npt.NDArray[np.float64]
Vector = tuple[float, float, float]
Run = tuple[tuple[float, float], ...]
"""At least two places in the picture, in pixels."""

MIN_FACING: Final = 0.12
"""Cosine to the eye below which a place lies too near the edge to be marked."""
_SAME_MM: Final = 3.0  # a surface this near to a place is its own skin
_PEN_PX: Final = 5.0  # lines are drawn from places about this far apart
_COARSE_PX: Final = 2  # picture pixels to one sample
_STEP_DEGREES: Final = 15.0
_STEPS: Final = 6
_WAYS: Final = 12  # round the normal
_FAR_MM: Final = 3000.0  # before the picture plane, more than any body is long


class Standing(Enum):
    """How a place stands to the eye."""

    SEEN = "seen"
    BEHIND = "behind"
    TURNED_AWAY = "turned away"


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Places on a body with their outward normals, kept ready for one question after another."""

    points_mm: Floats
    normals: Floats

    @classmethod
    def of(cls, places: Iterable[tuple[Vector, Vector]]) -> Places:
        """Return places from pairs of position and normal."""
        rows = np.array([(*position, *normal) for position, normal in places], dtype=float).reshape(-1, 6)
        return cls(rows[:, :3], rows[:, 3:])

    @classmethod
    def joined(cls, several: Iterable[Places]) -> Places:
        """Return the places of all, one after the other."""
        kept = list(several)
        if not kept:
            return cls(np.zeros((0, 3)), np.zeros((0, 3)))
        return cls(
            np.concatenate([places.points_mm for places in kept]),
            np.concatenate([places.normals for places in kept]),
        )

    def __len__(self) -> int:
        return len(self.points_mm)


@dataclass(frozen=True, slots=True, eq=False)
class SolidBody:
    """A body to look at from all sides: what is drawn of it, and its skin to ask questions of."""

    drawn: DrawnBody
    surface: Surface


def solid_body(body: Body, mesh: DrawnMesh, look: FigureLook) -> SolidBody:
    """Return a body ready to be turned: about 10 ms."""
    return SolidBody(drawn_body(body, mesh, look), Surface(body))


@dataclass(frozen=True, slots=True)
class SeenPlace:
    """One place in the picture; `facing` is the cosine between its normal and the way to the eye.

    `depth_mm` grows toward the eye from the camera's origin, and `normal_px` is the direction in which the
    normal points in the picture, to the right and down.
    """

    x_px: float
    y_px: float
    depth_mm: float
    facing: float
    normal_px: tuple[float, float]
    standing: Standing


class Sight:
    """The nearest skin at every second pixel of a camera's picture."""

    def __init__(self, drawn: DrawnBody, camera: Camera) -> None:
        """Scan the body's triangles once."""
        self.camera = camera
        self._axes = np.stack((camera.right, camera.up, camera.toward_eye), axis=1)
        self._width = max(1, -(-camera.width_px // _COARSE_PX))
        self._height = max(1, -(-camera.height_px // _COARSE_PX))
        screen = self._screen(drawn.body.vertices_mm).astype(np.float32)
        self._faces = facing(screen, drawn.mesh.faces, self._width, self._height)
        self._triangle = scanned(self._faces, self._width, 0, self._height).triangle

    def _screen(self, points_mm: Floats) -> Floats:
        """Return samples to the right, samples down and mm toward the eye."""
        camera = self.camera
        screen = (points_mm - np.array(camera.origin_mm)) @ self._axes
        screen[:, 0] = screen[:, 0] * (camera.px_per_mm / _COARSE_PX) + camera.width_px / (2.0 * _COARSE_PX)
        screen[:, 1] = screen[:, 1] * (-camera.px_per_mm / _COARSE_PX) + camera.height_px / (2.0 * _COARSE_PX)
        return np.asarray(screen)

    def of(self, places: Places) -> tuple[SeenPlace, ...]:
        """Return where every place lies and how it stands; places beside the picture count as seen."""
        if not len(places.points_mm):
            return ()
        screen = self._screen(places.points_mm)
        normals = places.normals @ self._axes
        hidden = self._hidden(screen)
        away = normals[:, 2] < MIN_FACING
        rows = np.column_stack(
            (screen[:, :2] * _COARSE_PX, screen[:, 2], normals[:, 2], normals[:, 0], -normals[:, 1])
        )
        standings = np.where(away, 2, hidden.astype(np.intp)).tolist()
        kinds = (Standing.SEEN, Standing.BEHIND, Standing.TURNED_AWAY)
        return tuple(
            SeenPlace(x, y, depth, facing_eye, (across, down), kinds[kind])
            for (x, y, depth, facing_eye, across, down), kind in zip(rows.tolist(), standings, strict=True)
        )

    def runs(self, lines: Places, first: Sequence[int], far_mm: float) -> tuple[tuple[int, Run], ...]:
        """Return the stretches of lines that are seen, each with the number of its line.

        `lines` holds the places of all lines one after the other and `first` where each begins. What lies
        farther from the eye than `far_mm` is left out, and so are places that hardly move the pen.
        """
        count = len(lines)
        if not count:
            return ()
        screen = self._screen(lines.points_mm)
        seen = lines.normals @ self._axes[:, 2] >= MIN_FACING
        seen &= screen[:, 2] >= far_mm
        seen[seen] &= ~self._hidden(screen[seen])
        begins = np.zeros(count, dtype=bool)
        begins[np.asarray(first, dtype=np.intp)] = True
        ends = np.append(begins[1:], True)
        starts = seen & (begins | ~np.append(False, seen[:-1]))
        stops = seen & (ends | ~np.append(seen[1:], False))
        places = screen[:, :2] * _COARSE_PX
        steps = np.hypot(*np.diff(places, axis=0, prepend=places[:1]).T)
        stretch = np.floor(np.cumsum(steps) / _PEN_PX)
        keep = seen & (starts | stops | (stretch != np.append(-1.0, stretch[:-1])))
        line = np.cumsum(begins) - 1
        edges = [*np.flatnonzero(starts[keep]).tolist(), int(keep.sum())]
        drawn, of_line = list(map(tuple, places[keep].tolist())), line[keep].tolist()
        return tuple(
            (of_line[begin], tuple(drawn[begin:end])) for begin, end in pairwise(edges) if end - begin > 1
        )

    def _hidden(self, screen: Floats) -> npt.NDArray[np.bool_]:
        """Tell which places lie behind other skin.

        The triangles of the nine samples around a place are laid on as planes: where one of them passes
        through the place it is the place's own skin, so nothing lies before it.
        """
        column, row = np.floor(screen[:, 0]).astype(np.intp), np.floor(screen[:, 1]).astype(np.intp)
        inside = (column >= 0) & (row >= 0) & (column < self._width) & (row < self._height)
        hidden = np.zeros(len(screen), dtype=bool)
        if not inside.any():
            return hidden
        x, y, depth = screen[inside].T
        before = np.full(len(x), -np.inf)
        own = np.zeros(len(x), dtype=bool)
        for down in (-1, 0, 1):
            for across in (-1, 0, 1):
                r = np.clip(row[inside] + down, 0, self._height - 1)
                c = np.clip(column[inside] + across, 0, self._width - 1)
                plane = self._plane_at(self._triangle[r, c], x, y)
                own |= np.abs(plane - depth) < _SAME_MM
                if not down and not across:
                    before = plane
        hidden[inside] = ~own & (before > depth + _SAME_MM)
        return hidden

    def _plane_at(self, triangle: npt.NDArray[np.int32], x: Floats, y: Floats) -> Floats:
        """Return the depth of triangles' planes at places, within their corners; -inf for no triangle."""
        faces = self._faces
        some = np.maximum(triangle, 0)
        if not len(faces.number):
            return np.full(len(x), -np.inf)
        (x0, x1, x2), (y0, y1, y2), (z0, z1, z2) = (
            tuple(corner[some].astype(float) for corner in corners)
            for corners in (faces.x, faces.y, faces.depth)
        )
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        second = ((x - x0) * (y2 - y0) - (x2 - x0) * (y - y0)) / area
        third = ((x1 - x0) * (y - y0) - (x - x0) * (y1 - y0)) / area
        depth = z0 + second * (z1 - z0) + third * (z2 - z0)
        low = np.minimum(np.minimum(z0, z1), z2) - _SAME_MM
        high = np.maximum(np.maximum(z0, z1), z2) + _SAME_MM
        return np.where(triangle >= 0, np.clip(depth, low, high), -np.inf)


def clear_direction(surface: Surface, position_mm: Vector, normal: Vector) -> Vector:
    """Return the way to the eye from which a place is best seen: along its normal, or near it.

    Where a limb lies before the place, the eye goes round it in steps of 15 degrees.
    """
    place, out = np.array(position_mm), np.array(normal) / np.linalg.norm(normal)
    helper = np.array((0.0, 1.0, 0.0)) if abs(out[1]) < 0.9 else np.array((0.0, 0.0, 1.0))
    across = np.cross(helper, out)
    across /= np.linalg.norm(across)
    upward = np.cross(out, across)
    start = place + out
    for step in range(_STEPS):
        angle = np.radians(_STEP_DEGREES * step)
        for way in range(_WAYS if step else 1):
            turn = 2.0 * np.pi * way / _WAYS
            aside = across * np.cos(turn) + upward * np.sin(turn)
            eye = out * np.cos(angle) + aside * np.sin(angle)
            if not surface.hits(start, eye):
                return _vector(eye)
    return _vector(out)


def _vector(values: Floats) -> Vector:
    x, y, z = (float(value) for value in values)
    return x, y, z


def picked(surface: Surface, camera: Camera, x_px: float, y_px: float) -> SurfaceAnchor | None:
    """Return the place on the skin under a pixel of the picture, None beside the body."""
    origin, direction = camera.ray_mm(x_px, y_px)
    found = surface.hits(origin - direction * _FAR_MM, direction)
    return found[0][1] if found else None
