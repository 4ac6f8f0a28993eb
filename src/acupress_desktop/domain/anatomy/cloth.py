"""The clothes as fields on the body: shorts for every body, a short top for the female ones.

A field says how deep in cloth a place lies: positive inside, about millimetres from the hem, negative on
bare skin. It follows the joints, so the clothes fit every shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from acupress_desktop.domain.anatomy.body import Body

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]

NOWHERE: Final = -1.0e3
SLEEVELESS_MM: Final = 70.0  # turns the share of the arm (0..1) into about a distance
ROUNDNESS: Final = 2.0  # of neckline and armholes: 2 is an ellipse, more is squarer
TOP_BELOW_SEX: Final = 0.5


def cloth_depth_mm(point: Singles, arm_share: Singles, body: Body) -> Singles:
    """Return how deep in cloth each point (N, 3) lies; `arm_share` (N,) is how much an arm carries it."""
    joints = body.joints_mm
    depth = _shorts(point, joints)
    if body.shape.sex < TOP_BELOW_SEX:
        depth = np.maximum(depth, _top(point, joints))
    return np.asarray(np.minimum(depth, (0.42 - arm_share) * SLEEVELESS_MM), dtype=np.float32)


def _shorts(point: Singles, joints: Mapping[str, Floats]) -> Singles:
    hip, knee = _singles(joints, "l-upper-leg", "l-knee")
    x, y, z = np.abs(point[:, 0]), point[:, 1], point[:, 2]
    waist = hip[1] + 88.0 + 7.0 * np.clip(x / 150.0, 0.0, 1.0) ** 2 - 0.06 * z
    axis = (knee - hip) / np.linalg.norm(knee - hip)
    down = x * axis[0] + y * axis[1] + z * axis[2] - hip @ axis
    leg = float(np.linalg.norm(knee - hip)) * 0.44
    depth = np.minimum(waist - y, leg - down)
    return np.asarray(np.where(y < knee[1], NOWHERE, depth))


def _top(point: Singles, joints: Mapping[str, Floats]) -> Singles:
    shoulder, chest = _singles(joints, "l-shoulder", "spine-1")
    x, y, z = np.abs(point[:, 0]), point[:, 1], point[:, 2]
    inner, outer = 0.40 * shoulder[0], 0.70 * shoulder[0]
    strap_top = shoulder[1] + 8.0
    below = np.clip(strap_top - y, 0.0, None)
    front = 0.5 + 0.5 * np.tanh((z - shoulder[2]) / 12.0)
    low = chest[1] + (strap_top - chest[1]) * (0.50 - 0.38 * front)
    neckline = _opening(x / inner, below / (strap_top - low)) * inner
    wide = shoulder[0] + 26.0
    armhole = _opening((wide - x) / (wide - outer), below / 128.0) * (wide - outer)
    bottom = y - (chest[1] - 100.0) - 5.0 * np.clip(x / 130.0, 0.0, 1.0) ** 2
    depth = np.minimum(np.minimum(bottom, neckline), armhole)
    neck, head = _singles(joints, "neck", "head")
    return np.asarray(np.where(y > (neck[1] + head[1]) / 2.0, NOWHERE, depth))


def _opening(across: Singles, down: Singles) -> Singles:
    """Return below 0 inside a rounded opening of half width and depth 1, above 0 outside."""
    wide = np.clip(across, 0.0, None) ** ROUNDNESS
    return np.asarray((wide + down**ROUNDNESS) ** (1.0 / ROUNDNESS) - 1.0)


def _singles(joints: Mapping[str, Floats], *names: str) -> tuple[Singles, ...]:
    return tuple(joints[name].astype(np.float32) for name in names)
