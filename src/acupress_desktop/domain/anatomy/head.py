"""The midline of the head: cun behind the front hairline, heights at the back, the line over the ears.

The standard (WHO 2008) gives GV20 twice: 5 of the 12 cun between the hairlines, and the middle of the
line over the ear tips. A head without hair has to satisfy both, so the midline is counted in two
stretches that meet there: 5 equal cun from the front hairline, 7 to the rear one.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from acupress_desktop.domain.anatomy.frames import FORWARD, UP
from acupress_desktop.domain.anatomy.rules import LandmarkId
from acupress_desktop.domain.anatomy.scales import LandmarkFinder
from acupress_desktop.domain.anatomy.surface import NoSurfaceError, SkinLine, SurfaceAnchor
from acupress_desktop.domain.sides import SiteSide

BETWEEN_HAIRLINES_CUN: Final = 12.0
_CROWN_CUN: Final = 5.0
"""Of those, from the front hairline to GV20."""


def behind_hairline(finder: LandmarkFinder, cun: float) -> SurfaceAnchor:
    """Return the place on the midline so many cun (0 to 12) behind the front hairline."""
    if cun <= _CROWN_CUN:
        return _line(finder, "ant_hairline_mid", "crown_mid").at(cun / _CROWN_CUN)
    behind_crown = (cun - _CROWN_CUN) / (BETWEEN_HAIRLINES_CUN - _CROWN_CUN)
    return _line(finder, "crown_mid", "post_hairline_mid").at(behind_crown)


def behind_at_height(finder: LandmarkFinder, height_mm: float) -> SurfaceAnchor:
    """Return the place on the midline of the back of the head at a height over the floor.

    Raises ``NoSurfaceError`` where the back of the head does not reach it.
    """
    met = _line(finder, "crown_mid", "post_hairline_mid").meets_plane(np.array((0.0, height_mm, 0.0)), UP)
    if not met:
        raise NoSurfaceError("the head does not reach that height behind")
    return met[-1]


def crossed_over(finder: LandmarkFinder, landmark: LandmarkId) -> SurfaceAnchor:
    """Return where the line straight over the head from a landmark to its twin crosses the midline.

    Raises ``NoSurfaceError`` where the head has no midline in that plane.
    """
    start = finder.landmark(landmark, SiteSide.LEFT).position_mm(finder.body)
    met = _line(finder, "glabella", "C7").meets_plane(start, FORWARD)
    if not met:
        raise NoSurfaceError(f"no line leads over the head from {landmark}")
    return max(met, key=lambda anchor: float(anchor.position_mm(finder.body)[1]))


def _line(finder: LandmarkFinder, start: str, end: str) -> SkinLine:
    front, rear = (finder.landmark(LandmarkId(name), SiteSide.MIDLINE) for name in (start, end))
    return finder.skin_line(front, rear)
