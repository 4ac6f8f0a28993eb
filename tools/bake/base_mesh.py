"""The MakeHuman base mesh (CC0): vertices, quads, joint cubes, rig, macro targets.

The source is in decimetres, +X the figure's left, +Y up, +Z to the front; everything
here is in millimetres with the same axes.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

MM_PER_SOURCE_UNIT: Final = 100.0
BODY_VERTEX_COUNT: Final = 13_380  # later vertices are helper geometry and joint cubes
NIPPLE_VERTICES: Final = (range(1762, 1794), range(8434, 8466))


@dataclass(frozen=True, slots=True)
class Bone:
    """One bone of the rig; `head` and `tail` list the vertices whose mean is the joint."""

    name: str
    parent: int
    head: Ints
    tail: Ints


@dataclass(frozen=True, slots=True)
class BaseMesh:
    """The unposed source mesh with everything that is needed to shape and pose it."""

    vertices_mm: Floats
    body_quads: Ints
    mirror: Ints
    joints: dict[str, Ints]
    bones: tuple[Bone, ...]
    bone_weights: npt.NDArray[np.float32]
    targets: dict[str, tuple[Ints, Floats]]


@dataclass(frozen=True, slots=True)
class MacroShape:
    """Position on the macro axes of the source, each 0..1 with 0.5 the middle.

    `age` 0.5 is about 25 years, 1 about 90.  Lower ages are children and are not used.
    """

    sex: float
    age: float
    muscle: float
    weight: float
    height: float


def read_base_mesh(data: Path) -> BaseMesh:
    """Read the CC0 files below `data` (the folder that holds `mpfb2`)."""
    vertices, quads = _read_obj(data / "mpfb2/3dobjs/base.obj")
    groups: dict[str, list[list[int]]] = json.loads(
        (data / "mpfb2/mesh_metadata/basemesh_vertex_groups.json").read_text(encoding="utf-8")
    )
    members = {
        name: np.concatenate([np.arange(first, last + 1) for first, last in ranges])
        for name, ranges in groups.items()
        if ranges
    }
    joints = {name.removeprefix("joint-"): ids for name, ids in members.items() if name.startswith("joint-")}
    bones = _read_bones(data / "mpfb2/rigs/standard/rig.default.json", joints)
    weights = _read_weights(data / "mpfb2/rigs/standard/weights.default.json", bones, len(vertices))
    mirror = np.arange(len(vertices))
    for line in (data / "mpfb2/mesh_metadata/hm08.mirror").read_text(encoding="utf-8").splitlines():
        first, second, _side = line.split()
        mirror[int(first)] = int(second)
        mirror[int(second)] = int(first)
    targets = {
        path.name.removesuffix(".target.gz"): _read_target(path)
        for path in sorted((data / "mpfb2/targets/macrodetails").rglob("*.target.gz"))
        if "proportions" not in path.name
    }
    faceunits = data / "faceunits01/targets/faceunits"
    for name in ("eyeBlinkLeft", "eyeBlinkRight", "mouthSmileLeft", "mouthSmileRight"):
        targets[name] = _read_target(faceunits / f"{name}.target")
    return BaseMesh(vertices, quads, mirror, joints, bones, weights, targets)


def macro_weights(shape: MacroShape) -> dict[str, float]:
    """Return how much of each macro target the shape takes."""
    sex = {"female": 1.0 - shape.sex, "male": shape.sex}
    old = 2.0 * (shape.age - 0.5)
    age = {"young": 1.0 - old, "old": old}
    muscle = _three(shape.muscle, "muscle")
    weight = _three(shape.weight, "weight")
    height = _three(shape.height, "height")
    found: dict[str, float] = {}
    for (s, sv), (a, av) in product(sex.items(), age.items()):
        for race in ("african", "asian", "caucasian"):
            found[f"{race}-{s}-{a}"] = sv * av / 3.0
        for (m, mv), (w, wv) in product(muscle.items(), weight.items()):
            found[f"universal-{s}-{a}-{m}-{w}"] = sv * av * mv * wv
            for h in ("minheight", "maxheight"):
                found[f"{s}-{a}-{m}-{w}-{h}"] = sv * av * mv * wv * height[h]
    return {name: value for name, value in found.items() if value}


def rest_vertices_mm(base: BaseMesh, shape: MacroShape) -> Floats:
    """Return the unposed body of a macro shape, eyes closed and with a trace of a smile."""
    weights = macro_weights(shape)
    weights |= {
        "eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0,
        "mouthSmileLeft": 0.22, "mouthSmileRight": 0.22,
    }  # fmt: skip
    vertices = base.vertices_mm.copy()
    for name, value in weights.items():
        ids, offsets = base.targets[name]
        vertices[ids] += value * offsets
    return vertices


def symmetric(vertices: Floats, mirror: Ints) -> Floats:
    """Average a body with its own mirror image, so that left and right agree exactly."""
    return np.asarray((vertices + vertices[mirror] * (-1.0, 1.0, 1.0)) / 2.0)


def _three(value: float, axis: str) -> dict[str, float]:
    low = max(0.0, 1.0 - 2.0 * value)
    high = max(0.0, 2.0 * value - 1.0)
    return {f"min{axis}": low, f"average{axis}": 1.0 - low - high, f"max{axis}": high}


def _read_obj(path: Path) -> tuple[Floats, Ints]:
    vertices: list[list[float]] = []
    quads: list[list[int]] = []
    group = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition(" ")
        if key == "v":
            vertices.append([float(part) for part in rest.split()])
        elif key == "g":
            group = rest.strip()
        elif key == "f" and group == "body":
            quads.append([int(part.split("/")[0]) - 1 for part in rest.split()])
    return np.array(vertices) * MM_PER_SOURCE_UNIT, np.array(quads)


def _read_target(path: Path) -> tuple[Ints, Floats]:
    text = (
        gzip.decompress(path.read_bytes()).decode("utf-8")
        if path.suffix == ".gz"
        else path.read_text(encoding="utf-8")
    )
    rows = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not rows:
        return np.zeros(0, dtype=np.int64), np.zeros((0, 3))
    ids = np.array([int(row[0]) for row in rows])
    offsets = np.array([[float(part) for part in row[1:4]] for row in rows])
    return ids, offsets * MM_PER_SOURCE_UNIT


def _read_bones(path: Path, joints: dict[str, Ints]) -> tuple[Bone, ...]:
    raw: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    ordered: list[str] = []
    while len(ordered) < len(raw):  # parents before children
        ordered += [
            name
            for name, bone in raw.items()
            if name not in ordered and (not bone["parent"] or bone["parent"] in ordered)
        ]
    return tuple(
        Bone(
            name,
            ordered.index(raw[name]["parent"]) if raw[name]["parent"] else -1,
            _joint_vertices(raw[name]["head"], joints),
            _joint_vertices(raw[name]["tail"], joints),
        )
        for name in ordered
    )


def _joint_vertices(end: dict[str, Any], joints: dict[str, Ints]) -> Ints:
    match end["strategy"]:
        case "CUBE":
            return joints[str(end["cube_name"]).removeprefix("joint-")]
        case "VERTEX":
            return np.array([int(end["vertex_index"])])
        case "MEAN":
            return np.array(end["vertex_indices"], dtype=np.int64)
        case other:
            message = f"unknown joint strategy {other!r}"
            raise ValueError(message)


def _read_weights(path: Path, bones: tuple[Bone, ...], vertex_count: int) -> npt.NDArray[np.float32]:
    raw: dict[str, list[tuple[int, float]]] = json.loads(path.read_text(encoding="utf-8"))["weights"]
    weights = np.zeros((vertex_count, len(bones)), dtype=np.float32)
    for index, bone in enumerate(bones):
        for vertex, value in raw[bone.name]:
            weights[int(vertex), index] = value
    total = weights.sum(axis=1, keepdims=True)
    return np.asarray(weights / np.where(total > 0, total, 1.0), dtype=np.float32)
