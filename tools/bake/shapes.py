"""The run-time body: kept faces, parts, mirror map and the compressed space of shapes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from . import topology
from .base_mesh import (
    BODY_VERTEX_COUNT,
    NIPPLE_VERTICES,
    BaseMesh,
    Floats,
    Ints,
    MacroShape,
    rest_vertices_mm,
    symmetric,
)
from .pose import posed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AVERAGE: Final = MacroShape(sex=0.5, age=0.5, muscle=0.5, weight=0.5, height=0.5)
SEX_KNOTS: Final = (0.0, 0.5, 1.0)
WEIGHT_KNOTS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
MUSCLE_KNOTS: Final = (0.0, 0.5, 1.0)
AGE_KNOTS: Final = (0.5, 0.75, 1.0)
HEIGHT_KNOTS: Final = (0.05, 0.5, 0.87)  # bracket 141 cm for men and 210 cm for women
COMPONENTS: Final = 48
WIDE_COMPONENTS: Final = 8  # 16 bits: 8 would round the largest movements by 2 mm
CAVITY_MIN_QUADS: Final = 12
FAIRING_RINGS: Final = 4

PART_NAMES: Final = (
    "head", "neck", "trunk",
    "upper_arm_left", "forearm_left", "hand_left", "thigh_left", "shin_left", "foot_left",
    "upper_arm_right", "forearm_right", "hand_right", "thigh_right", "shin_right", "foot_right",
)  # fmt: skip
_PART_OF_BONE: Final = (
    ("upperarm", "upper_arm"), ("lowerarm", "forearm"), ("wrist", "hand"),
    ("metacarpal", "hand"), ("finger", "hand"), ("upperleg", "thigh"), ("lowerleg", "shin"),
    ("foot", "foot"), ("toe", "foot"), ("neck", "neck"), ("spine", "trunk"),
    ("clavicle", "trunk"), ("shoulder", "trunk"), ("breast", "trunk"), ("pelvis", "trunk"),
    ("root", "trunk"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeptMesh:
    """The visible skin: which source vertices stay and how they are joined."""

    source_ids: Ints
    quads: Ints
    mirror: Ints
    vertex_part: Ints
    quad_part: Ints
    limit: sp.csr_matrix  # body vertices (13,380) -> kept smooth vertices
    cap_quads: int  # the last quads, which only close lids and lips


@dataclass(frozen=True, slots=True)
class ShapeSpace:
    """Principal components of all posed bodies; rows are kept vertices, then joints."""

    mean_mm: npt.NDArray[np.float32]
    basis: npt.NDArray[np.float32]  # (components, rows, 3), orthonormal
    coefficients: npt.NDArray[np.float32]  # (sex, weight, muscle, age, height, components)


def posed_body(base: BaseMesh, shape: MacroShape) -> Floats:
    """Return all posed source vertices of one macro shape, exactly symmetric and modest."""
    vertices = posed(base, rest_vertices_mm(base, shape))
    vertices = symmetric(vertices, base.mirror)
    return _without_nipples(base, vertices)


def kept_mesh(base: BaseMesh) -> KeptMesh:
    """Drop the inner cavities (mouth, eye sockets, nose) and the helper geometry.

    A cavity is a connected patch of head quads that no outside view shows.
    """
    average = posed_body(base, AVERAGE)
    points = average[:BODY_VERTEX_COUNT]
    quads = base.body_quads
    bone_part = [_part_of(bone.name) for bone in base.bones]
    grouped = np.stack(
        [
            base.bone_weights[:BODY_VERTEX_COUNT][:, [p == name for p in bone_part]].sum(axis=1)
            for name in PART_NAMES
        ],
        axis=1,
    )
    head = grouped[quads][:, :, PART_NAMES.index("head")].mean(axis=1) > 0.5
    head_ids = np.flatnonzero(head)
    seen = topology.visible_quads(points, quads[head_ids], _sphere(160), 1400)
    hidden = np.zeros(len(quads), dtype=bool)
    hidden[head_ids] = seen == 0
    patches = topology.connected_parts(quads[hidden])
    sizes = np.bincount(patches)
    cavity = np.zeros(len(quads), dtype=bool)
    cavity[np.flatnonzero(hidden)[sizes[patches] >= CAVITY_MIN_QUADS]] = True
    mirrored = _mirrored_quads(quads, base.mirror)
    cavity &= cavity[mirrored]
    cavity = _without_pinches(quads, cavity, mirrored)
    # Shreds that lost their surroundings (teeth side of the lips) go with the cavity.
    left = np.flatnonzero(~cavity)
    labels = topology.connected_parts(quads[left])
    cavity[left[labels != np.bincount(labels).argmax()]] = True

    smooth = topology.limit_matrix(quads, BODY_VERTEX_COUNT)
    keep = np.flatnonzero(~cavity)
    source_ids = np.unique(quads[keep])
    renumber = np.full(BODY_VERTEX_COUNT, -1)
    renumber[source_ids] = np.arange(len(source_ids))
    limit = smooth[source_ids]
    oriented = _best_diagonals(quads, limit_all(smooth, points), base.mirror, mirrored)[keep]
    caps = _caps(oriented, limit_all(smooth, points))
    oriented = np.concatenate((oriented, caps))
    vertex_part = grouped[source_ids].argmax(axis=1)
    quad_part = grouped[oriented].sum(axis=1).argmax(axis=1)
    return KeptMesh(
        source_ids=source_ids,
        quads=renumber[oriented],
        mirror=renumber[base.mirror[source_ids]],
        vertex_part=vertex_part,
        quad_part=quad_part,
        limit=limit,
        cap_quads=len(caps),
    )


def limit_all(smooth: sp.csr_matrix, points: Floats) -> Floats:
    """Return the smooth positions of all body vertices."""
    return np.asarray(smooth @ points)


def shape_space(base: BaseMesh, mesh: KeptMesh, joint_names: tuple[str, ...]) -> ShapeSpace:
    """Pose all bodies of the knot grid and compress them."""
    rows = [
        np.concatenate((mesh.limit @ body[:BODY_VERTEX_COUNT], joints_mm(base, body, joint_names)))
        for body in (posed_body(base, shape) for shape in grid_shapes())
    ]
    data = np.stack(rows).reshape(len(rows), -1)
    mean = data.mean(axis=0)
    centred = data - mean
    values, vectors = np.linalg.eigh(centred @ centred.T)
    chosen = np.argsort(values)[::-1][:COMPONENTS]
    basis = (vectors[:, chosen] / np.sqrt(values[chosen])).T @ centred
    coefficients = centred @ basis.T
    grid = (len(SEX_KNOTS), len(WEIGHT_KNOTS), len(MUSCLE_KNOTS), len(AGE_KNOTS), len(HEIGHT_KNOTS))
    return ShapeSpace(
        mean.reshape(-1, 3).astype(np.float32),
        basis.reshape(COMPONENTS, -1, 3).astype(np.float32),
        coefficients.reshape(*grid, COMPONENTS).astype(np.float32),
    )


def grid_shapes() -> Iterator[MacroShape]:
    """Yield the bodies of the knot grid, height fastest."""
    for sex, weight, muscle, age, height in product(
        SEX_KNOTS, WEIGHT_KNOTS, MUSCLE_KNOTS, AGE_KNOTS, HEIGHT_KNOTS
    ):
        yield MacroShape(sex=sex, age=age, muscle=muscle, weight=weight, height=height)


def joints_mm(base: BaseMesh, body: Floats, names: tuple[str, ...]) -> Floats:
    """Return the joint centres (means of the joint cubes) in the order of `names`."""
    return np.stack([body[base.joints[name]].mean(axis=0) for name in names])


def quantised(space: ShapeSpace, half_rows: Ints) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays of the basis file for the rows of one half of the body.

    The mean is in sixteenths of a millimetre; the main components have 16 bits, the rest 8.
    """
    basis = space.basis[:, half_rows]
    wide, narrow = basis[:WIDE_COMPONENTS], basis[WIDE_COMPONENTS:]
    wide_scale = np.abs(wide).max(axis=(1, 2)) / 32767.0
    narrow_scale = np.abs(narrow).max(axis=(1, 2)) / 127.0
    return {
        "mean_sixteenth_mm": np.rint(space.mean_mm[half_rows] * 16.0).astype(np.int16),
        "wide": np.rint(wide / wide_scale[:, None, None]).astype(np.int16),
        "wide_scale": wide_scale.astype(np.float32),
        "narrow": np.rint(narrow / narrow_scale[:, None, None]).astype(np.int8),
        "narrow_scale": narrow_scale.astype(np.float32),
        "coefficients": space.coefficients,
        "sex_knots": np.array(SEX_KNOTS),
        "weight_knots": np.array(WEIGHT_KNOTS),
        "muscle_knots": np.array(MUSCLE_KNOTS),
        "age_knots": np.array(AGE_KNOTS),
        "height_knots": np.array(HEIGHT_KNOTS),
    }


def row_mirror(mesh: KeptMesh, joint_names: tuple[str, ...]) -> Ints:
    """Return the opposite row of every row (kept vertices, then joints)."""
    swap = {"l-": "r-", "r-": "l-"}
    joints = [joint_names.index(swap.get(name[:2], name[:2]) + name[2:]) for name in joint_names]
    return np.concatenate((mesh.mirror, len(mesh.source_ids) + np.array(joints)))


def write_body_files(base: BaseMesh, folder: Path) -> None:
    """Write `body_lod0.npz` and `shape_basis.npz` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    mesh = kept_mesh(base)
    joint_names = tuple(sorted(name for name in base.joints if not name.startswith("tongue")))
    mirror = row_mirror(mesh, joint_names)
    space = shape_space(base, mesh, joint_names)
    left = space.mean_mm[:, 0] > space.mean_mm[mirror, 0]
    half_rows = np.flatnonzero(left | (mirror == np.arange(len(mirror))))
    np.savez_compressed(
        folder / "body_lod0.npz",
        schema=np.array(1),
        quads=mesh.quads.astype(np.uint16),
        cap_quads=np.array(mesh.cap_quads),
        quad_part=mesh.quad_part.astype(np.uint8),
        vertex_part=mesh.vertex_part.astype(np.uint8),
        part_names=np.array(PART_NAMES),
        row_mirror=mirror.astype(np.uint16),
        half_rows=half_rows.astype(np.uint16),
        joint_names=np.array(joint_names),
        source_vertex=mesh.source_ids.astype(np.uint16),
    )
    arrays = quantised(space, half_rows)
    np.savez_compressed(folder / "shape_basis.npz", schema=np.array(1), **arrays)


def _without_nipples(base: BaseMesh, vertices: Floats) -> Floats:
    """Lower each nipple onto the curved surface that best fits its surroundings."""
    eased = vertices.copy()
    for ids in NIPPLE_VERTICES:
        rings = [np.array(ids)]
        for _ in range(FAIRING_RINGS):
            rings.append(np.unique(base.body_quads[np.isin(base.body_quads, rings[-1]).any(axis=1)]))
        everything = rings[-1]
        depth = np.sum([np.isin(everything, ring) for ring in rings], axis=0)
        around = depth <= FAIRING_RINGS - 2
        points = vertices[everything]
        centre = points[around].mean(axis=0)
        _, _, axes = np.linalg.svd(points[around] - centre)
        u, v, height = ((points - centre) @ axis for axis in axes)
        terms = np.stack((np.ones_like(u), u, v, u * u, u * v, v * v), axis=1)
        fit = terms @ np.linalg.lstsq(terms[around], height[around], rcond=None)[0]
        share = np.clip((depth - 1) / (FAIRING_RINGS - 2), 0.0, 1.0)
        share = share * share * (3.0 - 2.0 * share)
        eased[everything] = points + ((fit - height) * share)[:, None] * axes[2]
    return eased


def _part_of(bone: str) -> str:
    for prefix, part in _PART_OF_BONE:
        if bone.startswith(prefix):
            sided = bone.endswith((".L", ".R")) and part not in ("trunk", "neck", "head")
            return f"{part}_{'left' if bone.endswith('.L') else 'right'}" if sided else part
    return "head"


def _sphere(count: int) -> Floats:
    index = np.arange(count) + 0.5
    height = 1.0 - 2.0 * index / count
    angle = np.pi * (1.0 + 5.0**0.5) * index
    ring = np.sqrt(1.0 - height**2)
    return np.stack((ring * np.cos(angle), height, ring * np.sin(angle)), axis=1)


def _mirrored_quads(quads: Ints, mirror: Ints) -> Ints:
    key = {tuple(sorted(quad)): index for index, quad in enumerate(quads.tolist())}
    return np.array([key[tuple(sorted(quad))] for quad in mirror[quads].tolist()])


def _without_pinches(quads: Ints, cavity: Ints, mirrored: Ints) -> Ints:
    """Widen a cavity by the quads around a vertex where two of its rims would meet."""
    cavity = cavity.copy()
    for _ in range(20):
        sides = np.stack((quads, np.roll(quads, -1, axis=1)), axis=2)[~cavity].reshape(-1, 2)
        edges, count = np.unique(np.sort(sides, axis=1), axis=0, return_counts=True)
        rim = np.bincount(edges[count == 1].reshape(-1), minlength=quads.max() + 1)
        pinched = np.isin(quads, np.flatnonzero(rim > 2)).any(axis=1) & ~cavity
        if not pinched.any():
            break
        cavity |= pinched | pinched[mirrored]
    return cavity


def _caps(quads: Ints, points: Floats) -> Ints:
    """Return quads that close every rim, zipped from both ends of the rim."""
    sides = np.stack((quads, np.roll(quads, -1, axis=1)), axis=2).reshape(-1, 2)
    _, inverse, count = np.unique(np.sort(sides, axis=1), axis=0, return_inverse=True, return_counts=True)
    after = {int(b): int(a) for a, b in sides[count[inverse.reshape(-1)] == 1]}
    caps: list[list[int]] = []
    while after:
        start = min(after)
        loop = [start]
        while (following := after.pop(loop[-1])) != start:
            loop.append(following)
        rolled = [np.roll(loop, -turn) for turn in range(len(loop))]
        rim = min(
            rolled,
            key=lambda ids: np.linalg.norm(points[ids] - points[ids[::-1]], axis=1).sum(),
        ).tolist()
        caps += [[rim[i], rim[i + 1], rim[-2 - i], rim[-1 - i]] for i in range(len(rim) // 2 - 1)]
    return np.array(caps, dtype=np.int64).reshape(-1, 4)


def _best_diagonals(quads: Ints, points: Floats, mirror: Ints, mirrored: Ints) -> Ints:
    """Rotate quads so that 0-2 is the shorter diagonal, mirrored alike on both sides."""
    first = np.linalg.norm(points[quads[:, 0]] - points[quads[:, 2]], axis=1)
    second = np.linalg.norm(points[quads[:, 1]] - points[quads[:, 3]], axis=1)
    turned = np.where((second < first)[:, None], np.roll(quads, -1, axis=1), quads)
    for index in np.flatnonzero(points[quads].mean(axis=1)[:, 0] < -1e-6):
        wanted = {int(mirror[v]) for v in turned[mirrored[index]][[0, 2]]}
        if {int(v) for v in turned[index][[0, 2]]} != wanted:
            turned[index] = np.roll(turned[index], -1)
    return turned
