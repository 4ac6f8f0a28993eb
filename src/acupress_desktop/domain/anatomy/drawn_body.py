"""What is drawn of a body: a finer, smooth surface with everything that its light and clothes need.

A `DrawnBody` is made from a `Body` in a few milliseconds and fits every way of drawing it: the software
picture takes its arrays, the graphics card its `vertex_bytes` and `index_bytes`. Every quad of the body
becomes four. The corners stay where they are, so that a place known on the body (`SurfaceAnchor`) lies on
the drawn surface too; the points between follow the normals of the corners.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.cloth import cloth_depth_mm
from acupress_desktop.domain.anatomy.finer import Skin, bent_middle, split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from acupress_desktop.domain.anatomy.body import Body, BodyModel

Singles = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]
Ints = npt.NDArray[np.intp]
Vector = tuple[float, float, float]

FLOATS_PER_VERTEX: Final = 10
"""In `vertex_bytes`: position (3, mm), normal (3), open sky, relief, depth in cloth (mm), brow."""
CLOTH: Final = 5
ARM_SHARE: Final = 7
"""Columns of `DrawnBody.by_vertex`."""
_FIRST_SEX, _LAST_SEX = 0.0, 1.0


@dataclass(frozen=True, slots=True, eq=False)
class FigureLook:
    """What was baked of the drawn surface once, for every vertex; it holds on every body.

    `open_sky` and `relief` are (sex, weight, vertex), known for women and men at the positions
    `weight_knots` (sex, weight) of the weight axis; `arm_share` says how much an arm carries a vertex,
    `brow` how much of a brow lies on it.
    """

    weight_knots: Singles
    open_sky: Singles
    relief: Singles
    arm_share: Singles
    brow: Singles

    def at(self, body: Body) -> tuple[Singles, Singles]:
        """Return open sky and relief of a body, mixed from its neighbours among the baked ones."""
        man = min(max(body.axes.sex, _FIRST_SEX), _LAST_SEX)
        sky = np.zeros(self.open_sky.shape[2], dtype=np.float32)
        relief = np.zeros_like(sky)
        for sex, share in ((0, 1.0 - man), (1, man)):
            knots = self.weight_knots[sex]
            at = float(np.interp(body.axes.weight, knots, np.arange(len(knots))))
            low = min(int(at), len(knots) - 2)
            for weight, part in ((low, 1.0 - (at - low)), (low + 1, at - low)):
                if share * part > 0.0:
                    sky += np.float32(share * part) * self.open_sky[sex, weight]
                    relief += np.float32(share * part) * self.relief[sex, weight]
        return sky, relief


@dataclass(frozen=True, slots=True, eq=False)
class DrawnMesh:
    """How the drawn surface is joined; the same for every body, made once per model.

    Vertices are the body's own, then one for each edge, then one for each quad. `triangles` (T, 3) turn
    their outer side as the body's faces do; eight follow each other for every quad of the body, so that
    triangle i belongs to quad i // 8. `faces` are the body's own faces.
    """

    model: BodyModel
    edges: Ids = field(init=False)
    edge_of_corner: Ids = field(init=False)
    quads: Ids = field(init=False)
    triangles: Ids = field(init=False)
    faces: Ids = field(init=False)
    opposite: Ids = field(init=False)

    def __post_init__(self) -> None:
        """Number the edges and join the finer quads."""
        coarse = self.model.quads
        count, faces = len(self.model.vertex_part), len(coarse)
        pairs = np.stack((coarse, np.roll(coarse, -1, axis=1)), axis=2).reshape(-1, 2)
        low, high = pairs.min(axis=1), pairs.max(axis=1)
        keys, inverse = np.unique(low * count + high, return_inverse=True)
        edge_of_corner = inverse.reshape(faces, 4)
        finer = split(coarse.astype(np.int32), edge_of_corner.astype(np.int32), count, len(keys))
        set_once = object.__setattr__
        set_once(self, "edges", np.stack((keys // count, keys % count), axis=1).astype(np.int32))
        set_once(self, "edge_of_corner", edge_of_corner.astype(np.int32))
        set_once(self, "quads", finer)
        set_once(self, "triangles", finer[:, (0, 1, 2, 0, 2, 3)].reshape(-1, 3))
        set_once(self, "faces", self.model.faces.astype(np.int32))
        set_once(self, "opposite", self._opposite(keys).astype(np.int32))

    def _opposite(self, edge_keys: Ints) -> Ints:
        """Return the mirrored vertex of every drawn vertex; what has none on the other side stays itself."""
        mirror, coarse = self.model.mirror_vertex, self.model.quads
        count = len(mirror)
        ends = np.sort(mirror[np.stack((edge_keys // count, edge_keys % count), axis=1)], axis=1)
        edges = _places(edge_keys, ends[:, 0] * count + ends[:, 1])
        weight = np.array((count * count, count, 1))
        own = np.sort(coarse, axis=1)[:, :3] @ weight
        wanted = np.sort(mirror[coarse], axis=1)[:, :3] @ weight
        order = np.argsort(own)
        quads = _places(own[order], wanted)
        quads = np.where(quads >= 0, order[quads], -1)
        own_edges, own_quads = np.arange(len(edge_keys)), np.arange(len(coarse))
        return np.concatenate(
            (
                mirror,
                count + np.where(edges >= 0, edges, own_edges),
                count + len(edge_keys) + np.where(quads >= 0, quads, own_quads),
            )
        )

    @property
    def left_half(self) -> Ints:
        """Vertices whose values are stored: each one that is no mirror image of an earlier one."""
        return np.flatnonzero(self.opposite >= np.arange(len(self.opposite)))

    def whole(self, half: Singles) -> Singles:
        """Return values (..., V) of all vertices from those of `left_half`."""
        place = np.empty(len(self.opposite), dtype=np.intp)
        place[self.left_half] = np.arange(half.shape[-1])
        first = np.minimum(self.opposite, np.arange(len(self.opposite)))
        return np.asarray(half[..., place[first]])

    @property
    def vertex_count(self) -> int:
        """How many vertices the drawn surface has."""
        return len(self.model.vertex_part) + len(self.edges) + len(self.model.quads)

    def smoothed(self, values: Singles) -> Singles:
        """Return values (V,) or (V, n) of the body's vertices on the drawn surface, averaged between."""
        middle = (values[self.edges[:, 0]] + values[self.edges[:, 1]]) * np.float32(0.5)
        centre = values[self.model.quads].mean(axis=1, dtype=np.float32)
        return np.concatenate((values, middle, centre)).astype(np.float32, copy=False)

    def quads_of(self, parts: Sequence[str]) -> Ids:
        """Return the quads of the named parts of the body, of the whole body where none is named."""
        if not parts:
            return self.quads
        chosen = np.isin(self.model.quad_part, self.model.parts(*parts))
        return self.quads[np.repeat(chosen, 4)]

    def index_bytes(self) -> bytes:
        """Return all triangles as unsigned 32-bit vertex numbers."""
        return self.triangles.astype(np.uint32).tobytes()


@dataclass(frozen=True, slots=True, eq=False)
class DrawnBody:
    """One body ready to be drawn: `points` (V, 3) in mm, unit `normals`, and light and cloth by vertex."""

    body: Body
    mesh: DrawnMesh
    points: Singles
    normals: Singles
    open_sky: Singles
    relief: Singles
    cloth_mm: Singles
    brow: Singles
    arm_share: Singles
    by_vertex: Singles = field(init=False)

    def __post_init__(self) -> None:
        """Put normal, open sky, relief, cloth, brow and arm share of each vertex side by side."""
        rows = np.empty((len(self.points), 8), dtype=np.float32)
        rows[:, :3], rows[:, 3], rows[:, 4] = self.normals, self.open_sky, self.relief
        rows[:, CLOTH], rows[:, 6], rows[:, ARM_SHARE] = self.cloth_mm, self.brow, self.arm_share
        object.__setattr__(self, "by_vertex", rows)

    def skin(self, parts: Sequence[str] = ()) -> Skin:
        """Return the surface of the named parts, of the whole body where none is named."""
        return Skin(self.points, self.by_vertex, self.mesh.quads_of(parts))

    def finer(self, skin: Skin) -> Skin:
        """Return a piece of this body's surface with every quad in four and its clothes cut anew."""
        finer = skin.finer()
        values = finer.by_vertex
        values[:, CLOTH] = cloth_depth_mm(finer.points, values[:, ARM_SHARE], self.body)
        return finer

    @property
    def box_mm(self) -> tuple[Vector, Vector]:
        """The lowest and the highest x, y and z."""
        (x0, y0, z0), (x1, y1, z1) = self.points.min(axis=0).tolist(), self.points.max(axis=0).tolist()
        return (x0, y0, z0), (x1, y1, z1)

    def vertex_bytes(self) -> bytes:
        """Return every vertex as `FLOATS_PER_VERTEX` 32-bit floats."""
        return np.concatenate((self.points, self.by_vertex[:, :7]), axis=1).tobytes()


def drawn_body(body: Body, mesh: DrawnMesh, look: FigureLook) -> DrawnBody:
    """Return what is drawn of `body`; `mesh` must be that of the body's own model."""
    points = surface_points(body, mesh)
    sky, relief = look.at(body)
    return DrawnBody(
        body=body,
        mesh=mesh,
        points=points,
        normals=smooth_normals(points, mesh.quads),
        open_sky=sky,
        relief=relief,
        cloth_mm=cloth_depth_mm(points, look.arm_share, body),
        brow=look.brow,
        arm_share=look.arm_share,
    )


def surface_points(body: Body, mesh: DrawnMesh) -> Singles:
    """Return the points of the drawn surface: the body's vertices, then points on the edges, then in quads.

    An edge bends as a cubic curve that leaves both its ends at right angles to their normals; the middle of
    a quad is where its four bent edges put it (a Coons patch).
    """
    corners = body.vertices_mm.astype(np.float32)
    normals = body.vertex_normals.astype(np.float32)
    first, second = mesh.edges[:, 0], mesh.edges[:, 1]
    middle = bent_middle(corners[first], corners[second], normals[first], normals[second])
    around = middle[mesh.edge_of_corner].sum(axis=1)
    heart = around * np.float32(0.5) - corners[mesh.model.quads].sum(axis=1) * np.float32(0.25)
    return np.concatenate((corners, middle, heart))


def smooth_normals(points: Singles, quads: Ids) -> Singles:
    """Return unit vertex normals, quads weighted by their area."""
    a, b, c, d = (points[quads[:, i]] for i in range(4))
    face = np.cross(c - a, d - b)
    corners = quads.reshape(-1)
    total = np.empty_like(points)
    for axis in range(3):
        spread = np.repeat(face[:, axis], 4)
        total[:, axis] = np.bincount(corners, spread, minlength=len(points))
    size = np.sqrt(np.einsum("ij,ij->i", total, total))
    return np.asarray(total / np.maximum(size, np.float32(1e-9))[:, None], dtype=np.float32)


def _places(ordered: Ints, wanted: Ints) -> Ints:
    """Return where each wanted key stands among the ordered ones, -1 where it is not there."""
    place = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return np.where(ordered[place] == wanted, place, -1)
