"""Anatomical directions at a place of the body, in the axes of the mesh.

The body stands with its palms to the front, so on the arm radial is lateral and ulnar is
medial.  Along a limb, proximal and distal follow its own axis between two joints.
"""

from __future__ import annotations

from typing import Final, assert_never

import numpy as np

from acupress_desktop.domain.anatomy.body import Body, Floats
from acupress_desktop.domain.anatomy.rules import Direction, Scale
from acupress_desktop.domain.sides import SiteSide

UP: Final = np.array((0.0, 1.0, 0.0))
FORWARD: Final = np.array((0.0, 0.0, 1.0))
TO_LEFT: Final = np.array((1.0, 0.0, 0.0))

_LIMB_JOINTS: Final = {
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "hand"),
    "hand": ("hand", "finger-3-1"),
    "thigh": ("upper-leg", "knee"),
    "shin": ("knee", "ankle"),
    "foot": ("foot-1", "foot-2"),
}


def outward(side: SiteSide) -> float:
    """Return the sign of x that leads away from the midline on a side; the left for the midline."""
    return -1.0 if side is SiteSide.RIGHT else 1.0


def distal_axis(body: Body, part: str, side: SiteSide) -> Floats:
    """Return the unit vector along a part, away from the heart; down for head, neck and trunk."""
    joints = _LIMB_JOINTS.get(part.removesuffix("_left").removesuffix("_right"))
    if joints is None:
        return -UP
    letter = "r" if side is SiteSide.RIGHT else "l"
    start, end = (body.joints_mm[f"{letter}-{name}"] for name in joints)
    axis = end - start
    if part.startswith("foot"):
        axis = axis * (1.0, 0.0, 1.0)  # along the sole, which lies level
    return np.asarray(axis / np.linalg.norm(axis))


def direction_at(  # noqa: C901, PLR0912  (one arm per direction)
    body: Body, part: str, side: SiteSide, direction: Direction, scale: Scale
) -> Floats:
    """Return a unit vector in an anatomical direction at a place in `part`.

    It is not yet laid on the skin.  Distances in foot-height cun run straight down.
    """
    distal = distal_axis(body, part, side)
    lateral = _across(outward(side) * TO_LEFT, distal)
    anterior = _across(FORWARD, distal)
    match direction:
        case Direction.CRANIAL:
            return UP
        case Direction.CAUDAL:
            return -UP
        case Direction.PROXIMAL:
            return UP if scale is Scale.FOOT_HEIGHT else -distal
        case Direction.DISTAL:
            return -UP if scale is Scale.FOOT_HEIGHT else distal
        case Direction.LATERAL | Direction.RADIAL:
            return lateral
        case Direction.MEDIAL | Direction.ULNAR:
            return -lateral
        case Direction.ANTERIOR:
            return anterior
        case Direction.POSTERIOR:
            return -anterior
        case Direction.LEFT:
            return TO_LEFT
        case Direction.RIGHT:
            return -TO_LEFT
        case Direction.ANTEROSUPERIOR:
            return _between(anterior, UP)
        case Direction.POSTEROSUPERIOR:
            return _between(-anterior, UP)
        case Direction.SUPEROMEDIAL:
            return _between(UP, -lateral)
        case Direction.INFEROMEDIAL:
            return _between(-UP, -lateral)
        case other:
            assert_never(other)


def _across(vector: Floats, axis: Floats) -> Floats:
    rest = vector - axis * float(vector @ axis)
    return np.asarray(rest / np.linalg.norm(rest))


def _between(first: Floats, second: Floats) -> Floats:
    middle = first + second
    return np.asarray(middle / np.linalg.norm(middle))
