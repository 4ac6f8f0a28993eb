"""The clothes as fields on the body: shorts for both figures, a short top for the female one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from .base_mesh import Floats

if TYPE_CHECKING:
    from .figure import Figure

Singles = npt.NDArray[np.float32]
Joints = Mapping[str, Floats]

NOWHERE: Final = -1.0e3
SLEEVELESS_MM: Final = 70.0  # turns the share of the arm (0..1) into about a distance
ROUNDNESS: Final = 2.0  # of neckline and armholes: 2 is an ellipse, more is squarer


def cloth_depth_mm(point: Singles, arm_share: Singles, figure: Figure) -> Singles:
    """Return how deep in cloth each point lies: positive inside, about mm from the hem."""
    joints = figure.body.joints_mm
    depth = _shorts(point, joints)
    if figure.body.shape.sex < 0.5:
        depth = np.maximum(depth, _top(point, joints))
    return np.asarray(np.minimum(depth, (0.42 - arm_share) * SLEEVELESS_MM), dtype=np.float32)


def _shorts(point: Singles, joints: Joints) -> Singles:
    hip, knee = joints["l-upper-leg"], joints["l-knee"]
    x, y, z = np.abs(point[:, 0]), point[:, 1], point[:, 2]
    waist = hip[1] + 88.0 + 7.0 * np.clip(x / 150.0, 0.0, 1.0) ** 2 - 0.06 * z
    axis = (knee - hip) / np.linalg.norm(knee - hip)
    down = np.stack((x, y, z), axis=1) @ axis - hip @ axis
    leg = float(np.linalg.norm(knee - hip)) * 0.44
    depth = np.minimum(waist - y, leg - down)
    return np.asarray(np.where(y < knee[1], NOWHERE, depth))


def _top(point: Singles, joints: Joints) -> Singles:
    shoulder, chest = joints["l-shoulder"], joints["spine-1"]
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
    chin = (joints["neck"][1] + joints["head"][1]) / 2.0
    return np.asarray(np.where(y > chin, NOWHERE, depth))


def _opening(across: Singles, down: Singles) -> Singles:
    """Return below 0 inside a rounded opening of half width and depth 1, above 0 outside."""
    wide = np.clip(across, 0.0, None) ** ROUNDNESS
    return np.asarray((wide + down**ROUNDNESS) ** (1.0 / ROUNDNESS) - 1.0)
