"""One figure ready to be drawn: the dense smooth surface with normals, occlusion and relief."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from .base_mesh import BODY_VERTEX_COUNT, BaseMesh, Floats, Ints, MacroShape
from .raster import view_axes, z_buffer
from .shapes import KeptMesh, posed_body
from .topology import subdivision, triangulated

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.body import Body

Singles = npt.NDArray[np.float32]

OCCLUSION_DIRECTIONS: Final = 220
PART_DIRECTIONS: Final = 96
OCCLUSION_MAP_PX: Final = 1500
OCCLUSION_BIAS_MM: Final = 1.2
RELIEF_SIZES: Final = ((1, 0.10, 0.45), (6, 0.7, 0.45), (24, 3.4, 0.45))  # rounds, unit in mm, share


@dataclass(frozen=True, slots=True)
class Figure:
    """A dense surface; `quad_part` counts in the part names of the run-time body."""

    points: Floats
    quads: Ints
    quad_part: Ints
    normals: Floats
    open_sky: Floats  # 0 (hidden) .. 1 (free), per vertex
    relief: Floats  # negative in valleys, positive on ridges, about -1..1
    arm_share: Floats  # how much of each vertex is carried by an arm
    body: Body

    @property
    def triangles(self) -> Ints:
        """The quads, each as two triangles."""
        return triangulated(self.quads)

    def limited_to(self, parts: tuple[str, ...], *, own_sky: bool) -> Figure:
        """Return the figure with only the quads of `parts`, lit as if nothing else were there."""
        keep = np.isin(self.quad_part, self.body.model.parts(*parts))
        quads = self.quads[keep]
        used = np.unique(quads)
        renumber = np.zeros(len(self.points), dtype=np.int64)
        renumber[used] = np.arange(len(used))
        part = replace(
            self,
            points=self.points[used],
            quads=renumber[quads],
            quad_part=self.quad_part[keep],
            normals=self.normals[used],
            open_sky=self.open_sky[used],
            relief=self.relief[used],
            arm_share=self.arm_share[used],
        )
        return (
            replace(part, open_sky=open_sky(part.points, part.quads, part.normals, PART_DIRECTIONS))
            if own_sky
            else part
        )


def build_figure(base: BaseMesh, mesh: KeptMesh, body: Body) -> Figure:
    """Return the dense surface of the body that the run-time model computed.

    The picture is drawn from the source mesh at the solved axes, so it has the source's
    full detail and agrees with the run-time surface to a fraction of a millimetre.
    """
    axes = body.axes
    control = posed_body(
        base,
        MacroShape(sex=axes.sex, age=axes.age, muscle=axes.muscle, weight=axes.weight, height=axes.height),
    )[:BODY_VERTEX_COUNT]
    control = control + (body.vertices_mm - mesh.limit @ control).mean(axis=0)
    first = subdivision(base.body_quads, BODY_VERTEX_COUNT)
    second = subdivision(first.quads, first.matrix.shape[0])
    source_part = _source_quad_parts(base, mesh)
    middle = first.matrix @ control
    points = second.matrix @ middle
    normals = smooth_normals(points, second.quads)
    middle_normals = smooth_normals(middle, first.quads)
    sky = open_sky(middle, first.quads, middle_normals)
    return Figure(
        points=np.asarray(points),
        quads=second.quads,
        quad_part=source_part[first.parent[second.parent]],
        normals=normals,
        open_sky=np.asarray(second.matrix @ sky),
        relief=np.asarray(second.matrix @ relief(middle, first.quads)),
        arm_share=np.asarray(second.matrix @ (first.matrix @ arm_share(base))),
        body=body,
    )


def arm_share(base: BaseMesh) -> Floats:
    """Return how much each source vertex of the body is carried by an arm, 0 to 1."""
    columns = [
        index
        for index, bone in enumerate(base.bones)
        if bone.name.startswith(("upperarm", "lowerarm", "wrist", "metacarpal", "finger"))
    ]
    return np.asarray(base.bone_weights[:BODY_VERTEX_COUNT, columns].sum(axis=1), dtype=np.float64)


def smooth_normals(points: Floats, quads: Ints) -> Floats:
    """Return unit vertex normals weighted by area."""
    a, b, c, d = (points[quads[:, i]] for i in range(4))
    face = np.cross(c - a, d - b)
    total = np.stack(
        [
            np.bincount(quads.reshape(-1), np.repeat(face[:, axis], 4), minlength=len(points))
            for axis in range(3)
        ],
        axis=1,
    )
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12))


def open_sky(points: Floats, quads: Ints, normals: Floats, directions: int = OCCLUSION_DIRECTIONS) -> Floats:
    """Return how much of the half-space over each vertex is free, cosine weighted."""
    triangles = triangulated(quads)
    free = np.zeros(len(points))
    weight = np.full(len(points), 1e-9)
    lifted = points + normals * OCCLUSION_BIAS_MM
    for direction in _sphere(directions):
        right, up, eye = view_axes(direction)
        axes = np.stack((right, -up, eye), axis=1)
        screen, probe = points @ axes, lifted @ axes
        low = screen[:, :2].min(axis=0)
        scale = (OCCLUSION_MAP_PX - 4) / float((screen[:, :2].max(axis=0) - low).max())
        screen[:, :2] = (screen[:, :2] - low) * scale + 2
        probe[:, :2] = (probe[:, :2] - low) * scale + 2
        _, depth = z_buffer(screen, triangles, OCCLUSION_MAP_PX, OCCLUSION_MAP_PX)
        column = np.clip(probe[:, 0].astype(np.int64), 0, OCCLUSION_MAP_PX - 1)
        row = np.clip(probe[:, 1].astype(np.int64), 0, OCCLUSION_MAP_PX - 1)
        facing = np.maximum(normals @ eye, 0.0)
        gap = depth[row, column] - probe[:, 2]
        free += facing * (gap < 1.0 / scale)
        weight += facing
    return _spread(free / weight, quads, rounds=3)


def relief(points: Floats, quads: Ints) -> Floats:
    """Return how far each vertex stands out of its neighbourhood, at three sizes."""
    normals = smooth_normals(points, quads)
    total = np.zeros(len(points))
    for rounds, unit_mm, share in RELIEF_SIZES:
        around = np.stack([_spread(points[:, axis], quads, rounds) for axis in range(3)], axis=1)
        out = np.einsum("ij,ij->i", points - around, normals)
        total += np.tanh(out / unit_mm) * share
    return total


def _spread(values: Floats, quads: Ints, rounds: int) -> Floats:
    """Average values over neighbouring corners `rounds` times."""
    corners = quads.reshape(-1)
    count = np.maximum(np.bincount(corners, minlength=len(values)), 1)
    for _ in range(rounds):
        mean = values[quads].mean(axis=1)
        values = np.bincount(corners, np.repeat(mean, 4), minlength=len(values)) / count
    return values


def _source_quad_parts(base: BaseMesh, mesh: KeptMesh) -> Ints:
    """Part of every source quad; the hidden cavities belong to the head."""
    part_of_vertex = np.zeros(BODY_VERTEX_COUNT, dtype=np.int64)
    part_of_vertex[mesh.source_ids] = mesh.vertex_part
    corners = part_of_vertex[base.body_quads]
    key = {
        tuple(sorted(mesh.source_ids[quad].tolist())): int(part)
        for quad, part in zip(mesh.quads, mesh.quad_part, strict=True)
    }
    return np.array(
        [
            key.get(tuple(sorted(quad)), int(np.bincount(corners[i]).argmax()))
            for i, quad in enumerate(base.body_quads.tolist())
        ]
    )


def _sphere(count: int) -> Floats:
    index = np.arange(count) + 0.5
    height = 1.0 - 2.0 * index / count
    angle = np.pi * (1.0 + 5.0**0.5) * index
    ring = np.sqrt(1.0 - height**2)
    return np.stack((ring * np.cos(angle), height, ring * np.sin(angle)), axis=1)
