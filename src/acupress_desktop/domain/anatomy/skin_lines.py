"""Lines drawn on the skin as guides: meridians through their points, creases, bones, levels.

A line is kept as places of the mesh, so it lies on every body; a meridian is then drawn to where its
points are on that body, because those follow rules and not the mesh. Lines are a drawing aid: they join
points in the order of their numbers and claim nothing about what runs under the skin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from acupress_desktop.domain.anatomy.landmarks import LandmarkSides
from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.body import Body, Floats, Ints
    from acupress_desktop.domain.anatomy.surface import Surface

_SHIFT_WORTH_MM: Final = 1.0
"""A shift smaller than this leaves a line where the mesh carries it."""
LONGEST_STEP_MM: Final = 16.0
"""Places of a line further apart are not joined: it would run through the air, as from chest to arm."""


@dataclass(frozen=True, slots=True)
class LineStop:
    """A point that a line runs through: ``index`` counts the places of the line."""

    point: PointCode
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class SkinTrace:
    """One line of the left side or the middle, as places of the mesh.

    ``corners`` (N, 3) are vertices and ``weights`` (N, 3) their shares. ``line`` names what it draws (a
    meridian's code, ``wrist_crease``, ``T7``); a name may have several traces. A paired line has a mirror
    image on the right.
    """

    line: str
    layer: LineLayer
    sides: LandmarkSides
    corners: Ints
    weights: Floats
    stops: tuple[LineStop, ...] = ()

    @property
    def sites(self) -> tuple[SiteSide, ...]:
        """On which sides the line is drawn."""
        if self.sides is LandmarkSides.MIDLINE:
            return (SiteSide.MIDLINE,)
        return (SiteSide.LEFT, SiteSide.RIGHT)


@dataclass(frozen=True, slots=True, eq=False)
class SkinLineOnBody:
    """A trace on one body: ``points_mm`` and outward unit ``normals``, both (N, 3)."""

    line: str
    layer: LineLayer
    side: SiteSide
    points_mm: Floats
    normals: Floats

    def pieces(self) -> Iterator[slice]:
        """Yield the stretches that can be drawn, each of two places or more."""
        if self.layer is LineLayer.REGIONS:  # runs from corner to corner of the mesh, never through the air
            yield slice(0, len(self.points_mm))
            return
        steps = np.linalg.norm(np.diff(self.points_mm, axis=0), axis=1)
        edges = [0, *(int(at) + 1 for at in np.flatnonzero(steps > LONGEST_STEP_MM)), len(self.points_mm)]
        for first, last in pairwise(edges):
            if last - first > 1:
                yield slice(first, last)


PlaceOfPoint = Callable[[PointCode, SiteSide], "tuple[float, float, float] | None"]
"""Where a point lies on the body, ``None`` where the skin cannot hold it."""


def line_on_body(trace: SkinTrace, side: SiteSide, surface: Surface, where: PlaceOfPoint) -> SkinLineOnBody:
    """Lay a trace on the body of ``surface``; a meridian runs through its points there."""
    body = surface.body
    points, normals = _carried(trace, side, body)
    shifts = {
        stop.index: np.asarray(place) - points[stop.index]
        for stop in trace.stops
        if (place := where(stop.point, side)) is not None
    }
    if shifts:
        points, normals = _shifted(points, normals, shifts, surface)
    return SkinLineOnBody(trace.line, trace.layer, side, points, normals)


def _carried(trace: SkinTrace, side: SiteSide, body: Body) -> tuple[Floats, Floats]:
    corners = trace.corners
    if side is SiteSide.RIGHT:
        corners = body.model.mirror_vertex[corners]
    points = np.einsum("nc,ncd->nd", trace.weights, body.vertices_mm[corners])
    normals = np.einsum("nc,ncd->nd", trace.weights, body.vertex_normals[corners])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    return points, normals


def _shifted(
    points: Floats, normals: Floats, shifts: Mapping[int, Floats], surface: Surface
) -> tuple[Floats, Floats]:
    """Bend a line so that it meets its points, evenly in between, and bring it back to the skin."""
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    at = sorted(shifts)
    known = np.array([shifts[index] for index in at])
    bend = np.stack([np.interp(along, along[at], known[:, axis]) for axis in range(3)], axis=1)
    moved, turned = points + bend, normals.copy()
    body = surface.body
    for index in np.flatnonzero(np.linalg.norm(bend, axis=1) > _SHIFT_WORTH_MM):
        anchor = surface.nearest(moved[index])
        normal = anchor.normal(body)
        if float(normal @ normals[index]) > 0.0:
            moved[index], turned[index] = anchor.position_mm(body), normal
        elif index not in shifts:
            # Never to the other side of a finger or a fold: there the line stays where the mesh carries it.
            moved[index] = points[index]
    return moved, turned
