"""The proportional measures of one person: how many millimetres one cun of a scale is.

A scale is a stretch of this person's body divided into a fixed number of cun (WHO 2008,
General Guidelines, the proportional method).  Two scales need not agree in millimetres.
Finger units are widths of this person's own thumb and middle finger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final, Protocol, assert_never

import numpy as np

from acupress_desktop.domain.anatomy.body import Body, Floats
from acupress_desktop.domain.anatomy.frames import UP, distal_axis
from acupress_desktop.domain.anatomy.rules import LandmarkId, Scale
from acupress_desktop.domain.anatomy.surface import SkinLine, Surface, SurfaceAnchor
from acupress_desktop.domain.sides import SiteSide


class Stretch(Enum):
    """How the ends of a scale are measured."""

    ON_SKIN = "on the skin"
    ALONG_AXIS = "along the axis of the limb"
    ACROSS = "straight across, twice from the midline"
    HEIGHT = "straight up from the sole"


@dataclass(frozen=True, slots=True)
class ScaleRule:
    """From where to where a scale runs, into how many cun, and how it is measured."""

    start: LandmarkId
    end: LandmarkId
    cun: float
    stretch: Stretch
    part: str = ""


def _rule(start: str, end: str, cun: float, stretch: Stretch, part: str = "") -> ScaleRule:
    return ScaleRule(LandmarkId(start), LandmarkId(end), cun, stretch, part)


SCALE_RULES: Final[Mapping[Scale, ScaleRule]] = MappingProxyType(
    {
        Scale.HEAD_SAGITTAL: _rule("ant_hairline_mid", "post_hairline_mid", 12, Stretch.ON_SKIN),
        Scale.BROW_HAIRLINE: _rule("glabella", "ant_hairline_mid", 3, Stretch.ON_SKIN),
        Scale.HEAD_WIDTH: _rule("ant_hairline_mid", "hairline_corner", 4.5, Stretch.ON_SKIN),
        Scale.MASTOID_WIDTH: _rule("C2", "mastoid_tip", 4.5, Stretch.ON_SKIN),
        Scale.STERNUM: _rule("suprasternal_notch", "xiphisternal_junction", 9, Stretch.ON_SKIN),
        Scale.ABD_UPPER: _rule("xiphisternal_junction", "umbilicus", 8, Stretch.ON_SKIN),
        Scale.ABD_LOWER: _rule("umbilicus", "pubic_symphysis_sup", 5, Stretch.ON_SKIN),
        # The nipples of a breast move; the middle of the collarbone, which stands over the male
        # nipple, does not.  Twice from the midline is 8.
        Scale.CHEST_WIDTH: _rule("suprasternal_notch", "clavicle_middle", 4, Stretch.ACROSS),
        Scale.BACK_WIDTH: _rule("C7", "scapular_med_border", 3, Stretch.ACROSS),
        Scale.ARM: _rule("axillary_fold_ant", "cubital_crease_mid", 9, Stretch.ALONG_AXIS, "upper_arm"),
        Scale.FOREARM: _rule("cubital_crease_mid", "wrist_palmar_mid", 12, Stretch.ON_SKIN),
        Scale.THIGH_ANT: _rule("pubic_symphysis_sup", "patella_base_mid", 18, Stretch.ALONG_AXIS, "thigh"),
        Scale.LEG_MED: _rule("patella_apex", "med_malleolus", 15, Stretch.ALONG_AXIS, "shin"),
        Scale.THIGH_LAT: _rule("greater_trochanter", "popliteal_crease_lat", 19, Stretch.ALONG_AXIS, "thigh"),
        Scale.THIGH_POST: _rule("gluteal_fold_mid", "popliteal_crease_mid", 14, Stretch.ALONG_AXIS, "thigh"),
        Scale.LEG_LAT: _rule("popliteal_crease_mid", "lat_malleolus", 16, Stretch.ALONG_AXIS, "shin"),
        Scale.FOOT_HEIGHT: _rule("med_malleolus", "med_malleolus", 3, Stretch.HEIGHT),
    }
)
"""Every scale but the finger units, with the number of cun that the source gives."""


class LandmarkFinder(Protocol):
    """What measuring needs: landmarks on one body and skin lines between them."""

    @property
    def body(self) -> Body:
        """The body that is measured."""

    @property
    def surface(self) -> Surface:
        """Its skin."""

    def landmark(self, name: LandmarkId, side: SiteSide) -> SurfaceAnchor:
        """Return where a landmark lies."""

    def skin_line(self, start: SurfaceAnchor, end: SurfaceAnchor) -> SkinLine:
        """Return the shorter line on the skin between two places."""


def cun_mm(finder: LandmarkFinder, scale: Scale, side: SiteSide) -> float:
    """Return the millimetres of one cun of `scale` on a side of this body."""
    if scale is Scale.FINGER_CUN:
        return finger_width_mm(finder, "1", "2", "3", side)
    if scale is Scale.FINGERBREADTH:
        return finger_width_mm(finder, "3", "3", "4", side)
    rule = SCALE_RULES[scale]
    body = finder.body
    start, end = finder.landmark(rule.start, side), finder.landmark(rule.end, side)
    a, b = start.position_mm(body), end.position_mm(body)
    match rule.stretch:
        case Stretch.ON_SKIN:
            length = finder.skin_line(start, end).length_mm
        case Stretch.ALONG_AXIS:
            length = abs(float((b - a) @ distal_axis(body, rule.part, side)))
        case Stretch.ACROSS:
            length = abs(float(b[0] - a[0]))
        case Stretch.HEIGHT:
            length = float(a[1] - body.vertices_mm[:, 1].min())
        case other:
            assert_never(other)
    return length / rule.cun


def axis_of(body: Body, scale: Scale, side: SiteSide) -> Floats | None:
    """Return the unit vector along which a scale is measured; ``None`` for one measured on the skin."""
    rule = SCALE_RULES.get(scale)
    if rule is None:
        return None
    match rule.stretch:
        case Stretch.ALONG_AXIS:
            return distal_axis(body, rule.part, side)
        case Stretch.HEIGHT:
            return -UP
        case Stretch.ON_SKIN | Stretch.ACROSS:
            return None
        case other:
            assert_never(other)


def limb_of(scale: Scale, side: SiteSide) -> tuple[str, ...]:
    """Return the part of the mesh along which a scale is measured; none for one measured on the skin."""
    rule = SCALE_RULES.get(scale)
    if rule is None or not rule.part:
        return ()
    return (f"{rule.part}_{'right' if side is SiteSide.RIGHT else 'left'}",)


def finger_width_mm(finder: LandmarkFinder, finger: str, first: str, second: str, side: SiteSide) -> float:
    """Return the width of a finger across the bone from joint `first` to `second`.

    One finger cun is the width of the thumb at its last joint, one fingerbreadth that of the
    last bone of the middle finger (WHO 2008).  The widest diameter is taken.
    """
    letter, word = ("r", "right") if side is SiteSide.RIGHT else ("l", "left")
    joints = finder.body.joints_mm
    start, end = (joints[f"{letter}-finger-{finger}-{bone}"] for bone in (first, second))
    axis = (end - start) / np.linalg.norm(end - start)
    at = end if finger == "1" else (start + end) / 2.0
    curves = finder.surface.section(at, axis, (f"hand_{word}",))
    around = min(curves, key=lambda curve: float(np.linalg.norm(_middle(curve.points_mm) - at)))
    return _widest_mm(around.points_mm, axis)


def _middle(points: Floats) -> Floats:
    return np.asarray(points.mean(axis=0))


def _widest_mm(points: Floats, axis: Floats) -> float:
    """Return the largest distance between two parallel lines that hold the curve between them."""
    first = np.cross(axis, (0.0, 0.0, 1.0) if abs(axis[2]) < 0.9 else (0.0, 1.0, 0.0))
    first = first / np.linalg.norm(first)
    second = np.cross(axis, first)
    turns = np.radians(np.arange(0.0, 180.0, 3.0))
    across = np.outer(np.cos(turns), first) + np.outer(np.sin(turns), second)
    return float(np.ptp(points @ across.T, axis=0).max())
