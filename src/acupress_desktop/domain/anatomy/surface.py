"""Questions to a body surface: nearest place, ray hits, skin lines, walks, sections.

All lengths are millimetres.  A `Surface` keeps what every query needs of one body, so
one query costs a fraction of a millisecond; make it once per body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acupress_desktop.domain.anatomy.body import Body, BodyModel, Floats, Ints

_MIRROR_SIGN: Final = (-1.0, 1.0, 1.0)
_MIN_MEAN_NORMAL: Final = 0.05
_BEHIND_MM: Final = 1e-6


class NoSurfaceError(ValueError):
    """A query found no skin: a ray that misses, or two places no skin line joins."""


@dataclass(frozen=True, slots=True)
class SurfaceAnchor:
    """A place on the skin that holds on every body: a face and weights of its corners."""

    face: int
    weights: tuple[float, float, float]

    def position_mm(self, body: Body) -> Floats:
        """Where the place lies on `body`."""
        return np.asarray(np.array(self.weights) @ body.vertices_mm[body.faces[self.face]])

    def normal(self, body: Body) -> Floats:
        """Outward unit normal of the smooth surface there."""
        mean = np.array(self.weights) @ body.vertex_normals[body.faces[self.face]]
        return np.asarray(mean / np.linalg.norm(mean))

    def mirrored(self, model: BodyModel) -> SurfaceAnchor:
        """Return the same place on the other side of the body."""
        other = int(model.mirror_face[self.face])
        corners = [int(model.mirror_vertex[v]) for v in model.faces[self.face]]
        weight = dict(zip(corners, self.weights, strict=True))
        first, second, third = (weight[int(v)] for v in model.faces[other])
        return SurfaceAnchor(other, (first, second, third))


@dataclass(frozen=True, slots=True, eq=False)
class SkinLine:
    """A polyline on the skin; segment i (points i to i + 1) lies in `faces[i]`."""

    points_mm: Floats
    faces: tuple[int, ...]
    surface: Surface

    @property
    def length_mm(self) -> float:
        """Length along the skin."""
        return float(np.linalg.norm(np.diff(self.points_mm, axis=0), axis=1).sum())

    def at(self, fraction: float) -> SurfaceAnchor:
        """Return the place at `fraction` of the length, 0 at the start and 1 at the end."""
        steps = np.linalg.norm(np.diff(self.points_mm, axis=0), axis=1)
        wanted = float(np.clip(fraction, 0.0, 1.0)) * steps.sum()
        ends = np.cumsum(steps)
        segment = min(int(np.searchsorted(ends, wanted)), len(steps) - 1)
        before = ends[segment] - steps[segment]
        share = (wanted - before) / steps[segment] if steps[segment] > 0.0 else 0.0
        point = self.points_mm[segment] * (1.0 - share) + self.points_mm[segment + 1] * share
        return self.surface.anchor_in(self.faces[segment], point)

    def at_mm(self, distance_mm: float) -> SurfaceAnchor:
        """Return the place `distance_mm` along the line from its start."""
        length = self.length_mm
        return self.at(distance_mm / length if length > 0.0 else 0.0)

    def meets_plane(self, origin_mm: Floats, normal: Floats) -> tuple[SurfaceAnchor, ...]:
        """Return every place where the line crosses a plane, in order."""
        side = (self.points_mm - origin_mm) @ normal
        found: list[SurfaceAnchor] = []
        for segment in np.flatnonzero((side[:-1] < 0.0) != (side[1:] < 0.0)):
            share = side[segment] / (side[segment] - side[segment + 1])
            point = self.points_mm[segment] * (1 - share) + self.points_mm[segment + 1] * share
            found.append(self.surface.anchor_in(self.faces[int(segment)], point))
        return tuple(found)


class Surface:
    """The skin of one body, ready for queries.

    Where a query takes `parts` (names such as "forearm_left"), only these parts count;
    none means the whole body.
    """

    def __init__(self, body: Body) -> None:
        """Prepare faces, bounding spheres and neighbours of `body`."""
        self.body = body
        corners = body.vertices_mm[body.faces]
        self._corners = corners
        self._centre = corners.mean(axis=1)
        offset = corners - self._centre[:, None]
        self._radius = np.sqrt(np.einsum("fij,fij->fi", offset, offset).max(axis=1))
        self._chosen: dict[tuple[str, ...], Ints] = {}

    def faces_of(self, parts: Sequence[str] = ()) -> Ints:
        """Return the face numbers of `parts` (of all parts when empty), lips' caps left out."""
        key = tuple(parts)
        if key not in self._chosen:
            model = self.body.model
            skin = np.arange(len(model.faces)) < len(model.faces) - 2 * model.cap_quad_count
            if key:
                skin &= np.isin(model.face_part, model.parts(*key))
            self._chosen[key] = np.flatnonzero(skin)
        return self._chosen[key]

    def anchor_in(self, face: int, point_mm: Floats) -> SurfaceAnchor:
        """Return the anchor of a point known to lie in `face`."""
        a, b, c = self._corners[face]
        u, v, w = b - a, c - a, point_mm - a
        uu, uv, vv, wu, wv = u @ u, u @ v, v @ v, w @ u, w @ v
        det = uu * vv - uv * uv
        second = (vv * wu - uv * wv) / det
        third = (uu * wv - uv * wu) / det
        weights = np.clip((1.0 - second - third, second, third), 0.0, None)
        first, second, third = (float(x) for x in weights / weights.sum())
        return SurfaceAnchor(int(face), (first, second, third))

    def nearest(self, point_mm: Floats, parts: Sequence[str] = ()) -> SurfaceAnchor:
        """Return the place on the skin nearest to a point in space."""
        chosen = self.faces_of(parts)
        offset = self._centre[chosen] - point_mm
        distance = np.sqrt(np.einsum("ij,ij->i", offset, offset))
        reach = (distance + self._radius[chosen]).min()
        candidates = chosen[distance - self._radius[chosen] <= reach]
        points = _nearest_in_triangles(np.asarray(point_mm, dtype=float), self._corners[candidates])
        gaps = points - point_mm
        best = int(np.einsum("ij,ij->i", gaps, gaps).argmin())
        return self.anchor_in(int(candidates[best]), points[best])

    def hits(
        self, origin_mm: Floats, direction: Floats, parts: Sequence[str] = ()
    ) -> tuple[tuple[float, SurfaceAnchor], ...]:
        """Return all hits of a ray as (distance, place), nearest first."""
        unit = np.asarray(direction, dtype=float) / np.linalg.norm(direction)
        chosen = self.faces_of(parts)
        offset = self._centre[chosen] - origin_mm
        along = offset @ unit
        across2 = np.einsum("ij,ij->i", offset, offset) - along * along
        radius = self._radius[chosen]
        candidates = chosen[(across2 <= radius * radius) & (along > -radius)]
        a, b, c = (self._corners[candidates, i] for i in range(3))
        u, v = b - a, c - a
        p = np.cross(unit, v)
        det = np.einsum("ij,ij->i", u, p)
        usable = np.abs(det) > 1e-12
        inverse = 1.0 / np.where(usable, det, 1.0)
        t = origin_mm - a
        second = np.einsum("ij,ij->i", t, p) * inverse
        q = np.cross(t, u)
        third = (q @ unit) * inverse
        distance = np.einsum("ij,ij->i", v, q) * inverse
        slack = 1e-9
        hit = (
            usable
            & (second >= -slack)
            & (third >= -slack)
            & (second + third <= 1.0 + slack)
            & (distance > _BEHIND_MM)
        )
        order = np.flatnonzero(hit)[np.argsort(distance[hit])]
        return tuple(
            (
                float(distance[i]),
                SurfaceAnchor(
                    int(candidates[i]),
                    (float(1.0 - second[i] - third[i]), float(second[i]), float(third[i])),
                ),
            )
            for i in order
        )

    def ray(self, origin_mm: Floats, direction: Floats, parts: Sequence[str] = ()) -> SurfaceAnchor:
        """Return the first place a ray meets.

        Raises:
            NoSurfaceError: the ray misses.
        """
        found = self.hits(origin_mm, direction, parts)
        if not found:
            raise NoSurfaceError("the ray meets no skin")
        return found[0][1]

    def sees(self, anchor: SurfaceAnchor, toward_eye: Floats, lift_mm: float = 1.0) -> bool:
        """Tell whether nothing lies between a place and an eye far away in a direction."""
        normal = anchor.normal(self.body)
        if float(normal @ toward_eye) <= 0.0:
            return False
        start = anchor.position_mm(self.body) + normal * lift_mm
        return not self.hits(start, toward_eye)

    def skin_line(
        self,
        start: SurfaceAnchor,
        end: SurfaceAnchor,
        parts: Sequence[str] = (),
        over: Floats | None = None,
    ) -> SkinLine:
        """Return the shorter skin line from `start` to `end`.

        It is the cut with the plane through both places and their mean normal, or through
        both and the direction `over`.

        Raises:
            NoSurfaceError: the cut does not join the two places within `parts`.
        """
        a, b = start.position_mm(self.body), end.position_mm(self.body)
        if start.face == end.face or np.linalg.norm(b - a) < 1e-9:
            return SkinLine(np.stack((a, b)), (start.face,), self)
        out = over if over is not None else start.normal(self.body) + end.normal(self.body)
        plane = np.cross(b - a, out)
        size = float(np.linalg.norm(plane)) / float(np.linalg.norm(b - a))
        if size < _MIN_MEAN_NORMAL:
            raise NoSurfaceError("the two places face away from each other: name a direction")
        cut = _Cut(self, a, plane / np.linalg.norm(plane), self.faces_of(parts))
        lines = [line for way in (0, 1) if (line := cut.walk(a, way, end=b, length_mm=None)) is not None]
        if not lines:
            raise NoSurfaceError("no skin line joins the two places")
        return min(lines, key=lambda line: line.length_mm)

    def walk(
        self,
        start: SurfaceAnchor,
        direction: Floats,
        length_mm: float,
        parts: Sequence[str] = (),
    ) -> SkinLine:
        """Go `length_mm` along the skin from `start`, straight on in `direction`.

        The line is the cut with the plane through the place, its normal and the direction.

        Raises:
            NoSurfaceError: the direction points straight out of the skin, or `parts` end.
        """
        a, normal = start.position_mm(self.body), start.normal(self.body)
        plane = np.cross(direction, normal)
        if float(np.linalg.norm(plane)) < 1e-6 * float(np.linalg.norm(direction)):
            raise NoSurfaceError("the direction points straight out of the skin")
        if length_mm <= 0.0:
            return SkinLine(np.stack((a, a)), (start.face,), self)
        cut = _Cut(self, a, plane / np.linalg.norm(plane), self.faces_of(parts))
        ways = [cut.first_step(a, way) for way in (0, 1)]
        way = int((ways[1] - a) @ direction > (ways[0] - a) @ direction)
        line = cut.walk(a, way, end=None, length_mm=length_mm)
        if line is None:
            raise NoSurfaceError("the skin ends before the walk does")
        return line

    def section(self, origin_mm: Floats, normal: Floats, parts: Sequence[str] = ()) -> tuple[SkinLine, ...]:
        """Return the curves in which a plane cuts the skin; closed ones end where they start."""
        unit = np.asarray(normal, dtype=float) / np.linalg.norm(normal)
        return _Cut(self, np.asarray(origin_mm, dtype=float), unit, self.faces_of(parts)).curves()


class _Cut:
    """The intersection of a plane with a set of faces, as a chain from edge to edge."""

    def __init__(self, surface: Surface, origin: Floats, normal: Floats, chosen: Ints) -> None:
        self.surface = surface
        vertices, faces = surface.body.vertices_mm, surface.body.faces
        side = (vertices - origin) @ normal
        side[side == 0.0] = 1e-12
        above = side > 0.0
        corner_above = above[faces[chosen]]
        count = corner_above.sum(axis=1)
        crossed = chosen[(count == 1) | (count == 2)]
        self.faces = crossed
        corners = faces[crossed]
        lone = np.where((above[corners].sum(axis=1) == 1)[:, None], above[corners], ~above[corners]).argmax(
            axis=1
        )
        rows = np.arange(len(crossed))
        tip = corners[rows, lone]
        others = np.stack((corners[rows, (lone + 1) % 3], corners[rows, (lone + 2) % 3]), axis=1)
        share = side[tip][:, None] / (side[tip][:, None] - side[others])
        self.ends = vertices[tip][:, None] * (1.0 - share[:, :, None]) + (
            vertices[others] * share[:, :, None]
        )
        pair = np.stack((np.broadcast_to(tip[:, None], others.shape), others), axis=2)
        key = np.sort(pair, axis=2) @ np.array((len(vertices), 1))
        self.neighbour = _joined(key)

    def nearest_row(self, point: Floats) -> int:
        """Return the crossed face whose segment passes nearest to `point`."""
        if not len(self.faces):
            raise NoSurfaceError("the plane meets no skin")
        a, b = self.ends[:, 0], self.ends[:, 1]
        along = b - a
        length2 = np.maximum(np.einsum("ij,ij->i", along, along), 1e-24)
        share = np.clip(np.einsum("ij,ij->i", point - a, along) / length2, 0.0, 1.0)
        gap = a + along * share[:, None] - point
        return int(np.einsum("ij,ij->i", gap, gap).argmin())

    def first_step(self, start: Floats, way: int) -> Floats:
        """Return where a walk from `start` leaves its first face."""
        return np.asarray(self.ends[self.nearest_row(start), way])

    def walk(
        self, start: Floats, way: int, *, end: Floats | None, length_mm: float | None
    ) -> SkinLine | None:
        """Walk until the face of `end` or until `length_mm`; None when the chain stops before."""
        row = first = self.nearest_row(start)
        goal = -1 if end is None else self.nearest_row(end)
        points, faces, gone = [start], [], 0.0
        while True:
            faces.append(int(self.faces[row]))
            if row == goal and end is not None and (row != first or len(points) > 1):
                points.append(end)
                return SkinLine(np.stack(points), tuple(faces), self.surface)
            exit_point = self.ends[row, way]
            step = float(np.linalg.norm(exit_point - points[-1]))
            if length_mm is not None and gone + step >= length_mm:
                share = (length_mm - gone) / step if step > 0.0 else 0.0
                points.append(points[-1] + (exit_point - points[-1]) * share)
                return SkinLine(np.stack(points), tuple(faces), self.surface)
            gone += step
            points.append(exit_point)
            following = int(self.neighbour[row, way])
            if following < 0 or following // 2 == first:
                return None
            row, way = following // 2, 1 - following % 2

    def curves(self) -> tuple[SkinLine, ...]:
        """Return every chain of the cut, each face used once."""
        left = set(range(len(self.faces)))
        found: list[SkinLine] = []
        while left:
            row = first = min(left)
            way, turned = 0, False
            while int(self.neighbour[row, way]) >= 0 and not turned:  # to one end of an open chain
                following = int(self.neighbour[row, way])
                row, way = following // 2, 1 - following % 2
                turned = row == first
            way = 1 - way
            points, faces = [self.ends[row, 1 - way]], []
            while row in left:
                left.discard(row)
                faces.append(int(self.faces[row]))
                points.append(self.ends[row, way])
                following = int(self.neighbour[row, way])
                if following < 0:
                    break
                row, way = following // 2, 1 - following % 2
            found.append(SkinLine(np.stack(points), tuple(faces), self.surface))
        return tuple(found)


def _joined(key: Ints) -> Ints:
    """Return for each (row, end) the code 2 x row + end that shares its mesh edge, else -1."""
    flat = key.reshape(-1)
    order = np.argsort(flat, kind="stable")
    same = flat[order[:-1]] == flat[order[1:]]
    joined = np.full(len(flat), -1, dtype=np.intp)
    joined[order[:-1][same]] = order[1:][same]
    joined[order[1:][same]] = order[:-1][same]
    return joined.reshape(key.shape)


def _nearest_in_triangles(point: Floats, corners: Floats) -> Floats:
    """Return the nearest point of each triangle: inside its plane or on one of its edges."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    u, v, w = b - a, c - a, point - a
    uu, uv, vv = (np.einsum("ij,ij->i", x, y) for x, y in ((u, u), (u, v), (v, v)))
    wu, wv = np.einsum("ij,ij->i", w, u), np.einsum("ij,ij->i", w, v)
    det = np.maximum(uu * vv - uv * uv, 1e-24)
    second, third = (vv * wu - uv * wv) / det, (uu * wv - uv * wu) / det
    inside = (second >= 0.0) & (third >= 0.0) & (second + third <= 1.0)
    best = a + u * second[:, None] + v * third[:, None]
    edge_best = best.copy()
    edge_gap = np.full(len(corners), np.inf)
    for first, last in ((a, b), (b, c), (c, a)):
        along = last - first
        length2 = np.maximum(np.einsum("ij,ij->i", along, along), 1e-24)
        share = np.clip(np.einsum("ij,ij->i", point - first, along) / length2, 0.0, 1.0)
        candidate = first + along * share[:, None]
        gap = candidate - point
        gap2 = np.einsum("ij,ij->i", gap, gap)
        nearer = gap2 < edge_gap
        edge_gap[nearer] = gap2[nearer]
        edge_best[nearer] = candidate[nearer]
    return np.asarray(np.where(inside[:, None], best, edge_best))
