"""Pose a source body as the maps show it: arms 14 degrees out, palms forward, feet level.

Three passes.  (1) linear blend skinning brings arms and legs into line; (2) the forearm
turns by a twist that grows linearly from elbow to wrist, because skinning would wring
it; (3) a second skinning straightens the wrist and gathers the fingers.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from .base_mesh import BaseMesh, Floats

ARM_OUT_DEGREES: Final = 14.0
FOREARM_OUT_DEGREES: Final = 15.5
FOREARM_FORWARD: Final = 0.10  # share of the direction; a dead straight elbow looks stiff
LEG_OUT_DEGREES: Final = 3.0
CLAVICLE_DROP_DEGREES: Final = 5.0
FINGER_SPLAY_KEPT: Final = 0.30
_SIDES: Final = (("L", "l", 1.0), ("R", "r", -1.0))


def posed(base: BaseMesh, rest_mm: Floats) -> Floats:
    """Return all source vertices (helpers and joint cubes too) in the pose of the maps.

    The origin is on the floor under the pelvis joint.
    """
    vertices = _limbs_in_line(base, rest_mm)
    for suffix, letter, sign in _SIDES:
        vertices = _palm_forward(base, vertices, suffix, letter, sign)
    vertices = _hands_straight(base, vertices)
    pelvis = vertices[base.joints["pelvis"]].mean(axis=0)
    floor = vertices[:13_380, 1].min()
    return vertices - (pelvis[0], floor, pelvis[2])


def _limbs_in_line(base: BaseMesh, rest: Floats) -> Floats:
    turns: dict[str, Floats] = {}
    for suffix, letter, sign in _SIDES:
        joint = {
            name: rest[base.joints[f"{letter}-{name}"]].mean(axis=0)
            for name in ("shoulder", "elbow", "hand", "upper-leg", "ankle")
        }
        drop = _about((0.0, 0.0, 1.0), -sign * np.radians(CLAVICLE_DROP_DEGREES))
        upper = _aim(drop @ (joint["elbow"] - joint["shoulder"]), _out(ARM_OUT_DEGREES, sign, 0.0))
        fore = _aim(
            upper @ drop @ (joint["hand"] - joint["elbow"]),
            _out(FOREARM_OUT_DEGREES, sign, FOREARM_FORWARD),
        )
        leg_now = joint["ankle"] - joint["upper-leg"]
        leg = _aim(leg_now, _out(LEG_OUT_DEGREES, sign, leg_now[2] / np.linalg.norm(leg_now)))
        turns |= {
            f"clavicle.{suffix}": drop,
            f"upperarm01.{suffix}": upper,
            f"lowerarm01.{suffix}": fore,
            f"upperleg01.{suffix}": leg,
            f"foot.{suffix}": leg.T,
        }
    return _skinned(base, rest, turns)


def _palm_forward(base: BaseMesh, vertices: Floats, suffix: str, letter: str, sign: float) -> Floats:
    elbow, wrist, index, little = (
        vertices[base.joints[f"{letter}-{name}"]].mean(axis=0)
        for name in ("elbow", "hand", "finger-2-1", "finger-5-1")
    )
    axis = (wrist - elbow) / np.linalg.norm(wrist - elbow)
    across = index - little
    across -= axis * (across @ axis)
    lateral = np.array((sign, 0.0, 0.0))
    lateral -= axis * (lateral @ axis)
    angle = np.arctan2(np.cross(across, lateral) @ axis, across @ lateral)
    along = np.clip((vertices - elbow) @ axis / np.linalg.norm(wrist - elbow), 0.0, 1.0)
    moved = _share(base, suffix, ("lowerarm", "wrist", "metacarpal", "finger"))
    theta = angle * along * moved
    offset = vertices - elbow
    parallel = (offset @ axis)[:, None] * axis
    radial = offset - parallel
    turned = radial * np.cos(theta)[:, None] + np.cross(axis, radial) * np.sin(theta)[:, None]
    return np.asarray(np.where(moved[:, None] > 0, elbow + parallel + turned, vertices))


def _hands_straight(base: BaseMesh, vertices: Floats) -> Floats:
    turns: dict[str, Floats] = {}
    for suffix, letter, _sign in _SIDES:
        joint = {
            name: vertices[base.joints[f"{letter}-{name}"]].mean(axis=0)
            for name in (
                "elbow", "hand",
                *(f"finger-{finger}-{part}" for finger in range(1, 6) for part in range(1, 5)),
            )
        }  # fmt: skip
        forearm = joint["hand"] - joint["elbow"]
        wrist = _aim(joint["finger-3-1"] - joint["hand"], forearm)
        turns[f"wrist.{suffix}"] = wrist
        middle = wrist @ (joint["finger-3-4"] - joint["finger-3-1"])
        middle /= np.linalg.norm(middle)
        for finger in (2, 4, 5):
            now = wrist @ (joint[f"finger-{finger}-4"] - joint[f"finger-{finger}-1"])
            now /= np.linalg.norm(now)
            wanted = now * FINGER_SPLAY_KEPT + middle * (1.0 - FINGER_SPLAY_KEPT)
            turns[f"finger{finger}-1.{suffix}"] = _aim(now, wanted)
    return _skinned(base, vertices, turns)


def _skinned(base: BaseMesh, rest: Floats, turns: dict[str, Floats]) -> Floats:
    count = len(base.bones)
    moves = np.zeros((count, 3, 4))
    for index, bone in enumerate(base.bones):
        parent = moves[bone.parent] if bone.parent >= 0 else np.eye(3, 4)
        turn = turns.get(bone.name)
        if turn is None:
            moves[index] = parent
            continue
        pivot = parent[:, :3] @ rest[bone.head].mean(axis=0) + parent[:, 3]
        moves[index, :, :3] = turn @ parent[:, :3]
        moves[index, :, 3] = turn @ (parent[:, 3] - pivot) + pivot
    weights = _weights_with_joints(base)
    blended = (weights @ moves.reshape(count, 12)).reshape(-1, 3, 4)
    return np.asarray(np.einsum("vij,vj->vi", blended[:, :, :3], rest) + blended[:, :, 3])


_JOINT_WEIGHTS: dict[int, Floats] = {}


def _weights_with_joints(base: BaseMesh) -> Floats:
    """Skin weights in which every joint cube is carried whole by the bone that starts there."""
    key = id(base)
    if key not in _JOINT_WEIGHTS:
        weights = base.bone_weights.astype(np.float64)
        for ends in ("tail", "head"):  # a bone's own head wins over its parent's tail
            for index, bone in enumerate(base.bones):
                ids = getattr(bone, ends)
                if ids.min() >= 13_380:
                    weights[ids] = 0.0
                    weights[ids, index] = 1.0
        _JOINT_WEIGHTS[key] = weights
    return _JOINT_WEIGHTS[key]


def _share(base: BaseMesh, suffix: str, parts: tuple[str, ...]) -> Floats:
    columns = [
        index
        for index, bone in enumerate(base.bones)
        if bone.name.startswith(parts) and bone.name.endswith(suffix)
    ]
    return np.asarray(_weights_with_joints(base)[:, columns].sum(axis=1))


def _out(degrees: float, sign: float, forward: float) -> Floats:
    angle = np.radians(degrees)
    return np.array((sign * np.sin(angle), -np.cos(angle), forward))


def _about(axis: tuple[float, float, float], angle: float) -> Floats:
    x, y, z = axis
    skew = np.array(((0, -z, y), (z, 0, -x), (-y, x, 0)), dtype=np.float64)
    return np.asarray(np.eye(3) + np.sin(angle) * skew + (1 - np.cos(angle)) * skew @ skew)


def _aim(now: Floats, wanted: Floats) -> Floats:
    """Return the smallest rotation that turns direction `now` into `wanted`."""
    first = now / np.linalg.norm(now)
    second = wanted / np.linalg.norm(wanted)
    axis = np.cross(first, second)
    sine = float(np.linalg.norm(axis))
    if sine < 1e-12:
        return np.eye(3)
    x, y, z = axis / sine
    return _about((x, y, z), float(np.arctan2(sine, first @ second)))
