"""Heights on the trunk: rib spaces, spinous processes, cun from the navel, the collarbone."""

from __future__ import annotations

from typing import Final, Protocol, assert_never

import numpy as np

from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.body import Floats
from acupress_desktop.domain.anatomy.rules import LandmarkId, Level, Place, Scale
from acupress_desktop.domain.anatomy.scales import LandmarkFinder
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.domain.sides import SiteSide

_SPINE: Final = (
    "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12",
    "L1", "L2", "L3", "L4", "L5", "S1",
)  # fmt: skip
_UNDER_PROCESS_SHARE: Final = 0.5
"""The dip under a spinous process, as a share of the way to the next one; own choice."""
_FOURTH_RIB_SPACE_CUN: Final = 1.6
"""Above the end of the breastbone, on the breastbone; the nipple of a breast is no guide."""
_FIRST_RIB_SPACE_SHARE: Final = 0.6
"""From the throat notch to the sternal angle, between the first two ribs; own choice."""
_COLLARBONE_EDGE_FINGER_CUN: Final = 0.5
"""From the line of the collarbone to its edge; own choice."""
_DIP_OVER_PROCESS_CUN: Final = 0.3
"""From C2 to the dip over it; own choice."""


class PlaceFinder(LandmarkFinder, Protocol):
    """What heights need on top of landmarks."""

    def place(self, rule: Place, side: SiteSide) -> SurfaceAnchor:
        """Return where a rule leads."""

    def cun_mm(self, scale: Scale, side: SiteSide) -> float:
        """Return the millimetres of one cun of a scale."""


def height_mm(  # noqa: C901, PLR0912  (one arm per form)
    finder: PlaceFinder, level: Level, side: SiteSide, out_cun: float | None = None
) -> float:
    """Return a height in millimetres over the floor on this body.

    The collarbone slopes, so its edges are taken `out_cun` of the chest beside the midline, or over its
    middle.
    """

    def at(name: str) -> float:
        return float(_position(finder, name, side)[1])

    match level:
        case rules.HeightOf(place):
            return float(finder.place(place, side).position_mm(finder.body)[1])
        case rules.HeightAbove(place, cun, scale):
            start = finder.place(place, side).position_mm(finder.body)[1]
            return float(start + cun * finder.cun_mm(scale, side))
        case rules.JustAbove(landmark):
            cun = finder.cun_mm(Scale.HEAD_SAGITTAL, side)
            return at(landmark) + _DIP_OVER_PROCESS_CUN * cun
        case rules.FromNavel(cun):
            toward = "xiphisternal_junction" if cun >= 0.0 else "pubic_symphysis_sup"
            return _along(finder, "umbilicus", toward, abs(cun) / (8.0 if cun >= 0.0 else 5.0))
        case rules.RibSpace(number):
            return rib_space_height_mm(finder, number, side)
        case rules.UnderSpinousProcess(vertebra):
            following = _SPINE[_SPINE.index(vertebra.value) + 1]
            return at(vertebra.value) + _UNDER_PROCESS_SHARE * (at(following) - at(vertebra.value))
        case rules.SacralForamen(number):
            return at(f"sacral_foramen_{number}")
        case rules.PubicEdge():
            return at("pubic_symphysis_sup")
        case rules.FromThroatNotch(cun):
            return _along(finder, "suprasternal_notch", "xiphisternal_junction", -cun / 9.0)
        case rules.FromBreastboneEnd(cun):
            if cun >= 0.0:
                return _along(finder, "xiphisternal_junction", "suprasternal_notch", cun / 9.0)
            return _along(finder, "xiphisternal_junction", "umbilicus", -cun / 8.0)
        case rules.UnderCollarbone():
            edge = _COLLARBONE_EDGE_FINGER_CUN * finder.cun_mm(Scale.FINGER_CUN, side)
            return _collarbone_mm(finder, side, out_cun) - edge
        case rules.OverCollarbone():
            edge = _COLLARBONE_EDGE_FINGER_CUN * finder.cun_mm(Scale.FINGER_CUN, side)
            return _collarbone_mm(finder, side, out_cun) + edge
        case other:
            assert_never(other)


def rib_space_height_mm(finder: PlaceFinder, number: int, side: SiteSide) -> float:
    """Return the height of a rib space near the nipple line.

    The second is just under the sternal angle; the fourth, that of a man's nipple, is measured on the
    breastbone; the fifth is at the crease under the breast; the sixth is level with ST19, 6 cun above the
    navel (all WHO 2008). The first lies between the ribs, the third half-way, the seventh a cun under the
    sixth (own choice).
    """

    def at(name: str) -> float:
        return float(_position(finder, name, side)[1])

    second = at("sternal_angle") - 0.5 * finder.cun_mm(Scale.STERNUM, side)
    fourth = _along(finder, "xiphisternal_junction", "suprasternal_notch", _FOURTH_RIB_SPACE_CUN / 9.0)
    match number:
        case 1:
            notch, angle = at("suprasternal_notch"), at("sternal_angle")
            return notch + (angle - notch) * _FIRST_RIB_SPACE_SHARE
        case 2:
            return second
        case 3:
            return (second + fourth) / 2.0
        case 4:
            return fourth
        case 5:
            return at("breast_crease_mid")
        case _:
            return _along(finder, "umbilicus", "xiphisternal_junction", (12 - number) / 8.0)


def _collarbone_mm(finder: PlaceFinder, side: SiteSide, out_cun: float | None) -> float:
    """Return the height of the line of the collarbone, over its middle or so many cun out."""
    stops = [_position(finder, f"clavicle_{part}", side) for part in ("inner", "middle", "outer")]
    if out_cun is None:
        return float(stops[1][1])
    out_mm = out_cun * finder.cun_mm(Scale.CHEST_WIDTH, side)
    return float(np.interp(out_mm, [abs(stop[0]) for stop in stops], [stop[1] for stop in stops]))


def _position(finder: PlaceFinder, name: str, side: SiteSide) -> Floats:
    return finder.landmark(LandmarkId(name), side).position_mm(finder.body)


def _along(finder: PlaceFinder, start: str, end: str, fraction: float) -> float:
    line = finder.skin_line(
        finder.landmark(LandmarkId(start), SiteSide.MIDLINE),
        finder.landmark(LandmarkId(end), SiteSide.MIDLINE),
    )
    if fraction <= 1.0:
        return float(line.at(fraction).position_mm(finder.body)[1])
    # SP13 lies above the line's end only in name; beyond it the same pace goes on.
    first, last = line.points_mm[0][1], line.points_mm[-1][1]
    return float(first + (last - first) * fraction)
