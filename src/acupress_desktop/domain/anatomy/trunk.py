"""Places on the trunk: so many cun beside the midline at a height, and the side of the chest.

A distance across is measured straight, as with a ruler held across. In front that holds up to the nipple
line, 4 cun out; beyond it the chest turns to the side, and the rest is measured on the skin, level.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from acupress_desktop.domain.anatomy.body import Floats
from acupress_desktop.domain.anatomy.frames import TO_LEFT, UP, outward
from acupress_desktop.domain.anatomy.heights import PlaceFinder, height_mm
from acupress_desktop.domain.anatomy.rules import LandmarkId, Level, Scale
from acupress_desktop.domain.anatomy.surface import NoSurfaceError, SkinLine, SurfaceAnchor
from acupress_desktop.domain.sides import SiteSide

NIPPLE_LINE_CUN: Final = 4.0
_FAR_MM: Final = 3000.0
_OFF_MIDLINE_MM: Final = 0.01  # a ray exactly in the middle would hit nothing but edges
_SAME_MM: Final = 1e-6
_TRUNK: Final = ("trunk", "neck", "head")
_FRONT: Final = 1.0
_BACK: Final = -1.0


def on_front(finder: PlaceFinder, level: Level, lateral_cun: float, side: SiteSide) -> SurfaceAnchor:
    """Return the place on the front of the trunk at a height, so many chest-width cun out."""
    cun_mm = finder.cun_mm(Scale.CHEST_WIDTH, side)
    out_cun = min(lateral_cun, NIPPLE_LINE_CUN)
    height = height_mm(finder, level, side, out_cun)
    straight = _seen(finder, height, out_cun * cun_mm, _FRONT, side)
    if lateral_cun <= NIPPLE_LINE_CUN:
        return straight
    return _round_the_chest(finder, straight, (lateral_cun - NIPPLE_LINE_CUN) * cun_mm, side)


def on_back(finder: PlaceFinder, level: Level, lateral_cun: float, side: SiteSide) -> SurfaceAnchor:
    """Return the place on the back of the trunk at a height, so many back-width cun out."""
    across_mm = lateral_cun * finder.cun_mm(Scale.BACK_WIDTH, side)
    return _seen(finder, height_mm(finder, level, side), across_mm, _BACK, side)


def on_flank(finder: PlaceFinder, level: Level, anterior_cun: float, side: SiteSide) -> SurfaceAnchor:
    """Return the place on the side of the chest, so many chest-width cun before the mid-armpit line.

    That line runs from the armpit to the middle of the side of the waist, which is straight down unless
    the back is bent.
    """
    axilla, waist = (
        finder.landmark(LandmarkId(name), side).position_mm(finder.body)
        for name in ("axilla_center", "waist_side_mid")
    )
    height = height_mm(finder, level, side)
    middle = axilla[2] + (waist[2] - axilla[2]) * (axilla[1] - height) / (axilla[1] - waist[1])
    forward = anterior_cun * finder.cun_mm(Scale.CHEST_WIDTH, side)
    sign = outward(side)
    where = np.array((sign * _FAR_MM, height, middle + forward))
    try:
        return finder.surface.ray(where, -sign * TO_LEFT, ("trunk",))
    except NoSurfaceError:
        # On a heavy body the arm lies on the chest there; take the skin it lies on.
        where[0] = axilla[0]
        return finder.surface.nearest(where, ("trunk",))


def _seen(
    finder: PlaceFinder, height: float, across_mm: float, from_front: float, side: SiteSide
) -> SurfaceAnchor:
    x = outward(side) * (across_mm if across_mm > 0.0 else _OFF_MIDLINE_MM)
    origin = np.array((x, height, from_front * _FAR_MM))
    legs = ("thigh_left", "thigh_right")
    toward = np.array((0.0, 0.0, -from_front))
    for parts in (_TRUNK, (*_TRUNK, *legs), (*_TRUNK, *legs, _upper_arm(side))):
        hits = finder.surface.hits(origin, toward, parts)
        facing = [anchor for _, anchor in hits if anchor.normal(finder.body)[2] * from_front > 0.0]
        if facing:
            return facing[0]
    # A narrow trunk ends before that many cun; its side is the nearest skin.
    return finder.surface.nearest(np.array((x, origin[1], 0.0)), ("trunk",))


def _round_the_chest(
    finder: PlaceFinder, start: SurfaceAnchor, length_mm: float, side: SiteSide
) -> SurfaceAnchor:
    """Go level along the skin, away from the midline."""
    here = start.position_mm(finder.body)
    curves = finder.surface.section(here, UP, (*_TRUNK, _upper_arm(side)))
    ways = min((_ways_from(here, curve) for curve in curves), key=lambda each: each[0])
    _, forward, backward = ways
    step = float(forward.points_mm[1][0] - here[0]) * outward(side)
    return (forward if step > 0.0 else backward).at_mm(length_mm)


def _ways_from(here: Floats, curve: SkinLine) -> tuple[float, SkinLine, SkinLine]:
    """Return how far a curve passes from a place, and both ways along it from there."""
    points, faces = curve.points_mm, curve.faces
    start, along = points[:-1], np.diff(points, axis=0)
    length2 = np.maximum(np.einsum("ij,ij->i", along, along), 1e-24)
    share = np.clip(np.einsum("ij,ij->i", here - start, along) / length2, 0.0, 1.0)
    gaps = np.linalg.norm(start + along * share[:, None] - here, axis=1)
    at = int(gaps.argmin())
    onward, back = points[at + 1 :], points[at::-1]
    onward_faces, back_faces = faces[at:], faces[at::-1]
    if np.linalg.norm(points[0] - points[-1]) < _SAME_MM:  # closed: go on round
        onward, back = np.concatenate((onward, points[1 : at + 1])), np.concatenate((back, points[-2:at:-1]))
        onward_faces, back_faces = onward_faces + faces[:at], back_faces + faces[:at:-1]
    return (
        float(gaps[at]),
        SkinLine(np.concatenate((here[None], onward)), onward_faces, curve.surface),
        SkinLine(np.concatenate((here[None], back)), back_faces, curve.surface),
    )


def _upper_arm(side: SiteSide) -> str:
    return f"upper_arm_{'right' if side is SiteSide.RIGHT else 'left'}"
