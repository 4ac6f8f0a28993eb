"""Where things lie on the session stage, and how the light is spread; numbers only, no Qt.

Drawn at 848x660 px with the point at (416, 304), a ring of radius 160 and a reach of 268; every other size is
the same picture in proportion. Where there is room, a dim stage has its ring beside the limb instead.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum

RING_SHARE = 0.243
"""Radius of the ring, as a share of the shorter side of the stage."""
REACH_RATIO = 1.675
CENTRE_X_SHARE = 0.4906
CENTRE_Y_SHARE = 0.4606
RING_WIDTH_RATIO = 1 / 16
GLOW_PX = 48.0
BANDS = 4
BAND_SOFT_PX = 3.0
BANDS_FROM_PX = 16.0
SEGMENTS = 12
SEGMENT_GAP_DEGREES = 3.0
NOW_RADIUS_PX = 6.5
UNCERTAINTY_MIN_PX = 24.0
STILL_EXTRA_PX = 44.0
_DRAWN_RING_PX = 160.0

BESIDE_FROM_WIDTH_PX, BESIDE_FROM_HEIGHT_PX = 760, 480
_BESIDE_RING_SHARES = (0.152, 0.196)
"""Radius of a ring beside the limb, as shares of the width and the height; the smaller one counts."""
_BESIDE_CENTRE = (0.742, 0.365)
_BESIDE_POINT = (0.300, 0.440)
_BESIDE_REST, _BESIDE_REACH = 0.44, 0.88
_BESIDE_DRAWN_RING_PX = 128.0

SWING_PX = 44.0
"""How far the horizon rises with a full breath, at the size it was drawn for."""
WAVE_PX_PER_SECOND = 40.0
_WAVE_BELOW_RINGS = 1.425
_WAVE_BELOW_RINGS_BESIDE = 2.19
GLOW_RING_SHARE = 0.33
_GLOW_CENTRE_Y_SHARE = 0.41
_GLOW_BELOW_WORDS_WIDTH_PX, _GLOW_WORDS_PX = 700, 68
_EXERCISE_WIDE_FROM = 1.1
_EXERCISE_WIDE = (0.73, 0.39, 0.19, 0.245)
_EXERCISE_TALL = (0.50, 0.62, 0.30, 0.17)
"""Centre and radius of the ring beside or below a picture, as shares of width and height."""


class Composition(Enum):
    """Where the ring is: round the point, beside the limb, or large and alone for the glow."""

    ROUND_THE_POINT = "round the point"
    BESIDE_THE_LIMB = "beside the limb"
    ALONE = "alone"
    EXERCISE = "exercise"
    """Beside or below a picture of one's own."""


@dataclass(frozen=True, slots=True)
class StageGeometry:
    """The stage at one size, in pixels of the widget. ``unit`` is 1 at the size it was drawn for.

    The light has radius ``rest_px`` when empty and ``reach_px`` when full. ``sea_y`` is the height of the
    horizon when empty; it rises by ``swing_px``.
    """

    width_px: float
    height_px: float
    centre_x: float
    centre_y: float
    ring_px: float
    rest_px: float
    reach_px: float
    unit: float
    point_x: float
    point_y: float
    sea_y: float
    composition: Composition = Composition.ROUND_THE_POINT

    @property
    def ring_width_px(self) -> float:
        """Width of the ring's stroke."""
        return self.ring_px * RING_WIDTH_RATIO

    @property
    def swing_px(self) -> float:
        """How far the horizon rises."""
        return SWING_PX * self.unit

    @property
    def wave_px_per_second(self) -> float:
        """How far the coming breath travels in a second."""
        return WAVE_PX_PER_SECOND * self.unit

    def light_px(self, fullness: float) -> float:
        """Radius of the light at ``fullness`` 0 (empty) to 1 (full)."""
        return self.rest_px + (self.reach_px - self.rest_px) * min(1.0, max(0.0, fullness))

    def glow_px(self, fullness: float) -> float:
        """Radius within which the light at ``fullness`` changes any pixel."""
        return self.light_px(fullness) + GLOW_PX * self.unit

    def bead_y(self, fullness: float) -> float:
        """Height of the horizon at ``fullness``, where the bead swims."""
        return self.sea_y - self.swing_px * fullness


def stage_geometry(
    width_px: float, height_px: float, composition: Composition = Composition.ROUND_THE_POINT
) -> StageGeometry:
    """Lay the stage out in ``width_px`` x ``height_px``."""
    match composition:
        case Composition.BESIDE_THE_LIMB:
            return _beside(width_px, height_px)
        case Composition.ALONE:
            return _alone(width_px, height_px)
        case Composition.EXERCISE:
            return _exercise(width_px, height_px)
        case Composition.ROUND_THE_POINT:
            return _round_the_point(width_px, height_px)


def _round_the_point(width_px: float, height_px: float) -> StageGeometry:
    ring = max(24.0, min(width_px, height_px) * RING_SHARE)
    centre = (width_px * CENTRE_X_SHARE, height_px * CENTRE_Y_SHARE)
    return _centred(width_px, height_px, ring, centre)


def _centred(width_px: float, height_px: float, ring_px: float, centre: tuple[float, float]) -> StageGeometry:
    """Everything round one place: there the breath begins, and there the point lies."""
    x, y = centre
    return StageGeometry(
        width_px=width_px,
        height_px=height_px,
        centre_x=x,
        centre_y=y,
        ring_px=ring_px,
        rest_px=ring_px,
        reach_px=ring_px * REACH_RATIO,
        unit=ring_px / _DRAWN_RING_PX,
        point_x=x,
        point_y=y,
        sea_y=y + _WAVE_BELOW_RINGS * ring_px,
    )


def _beside(width_px: float, height_px: float) -> StageGeometry:
    of_width, of_height = _BESIDE_RING_SHARES
    ring = min(width_px * of_width, height_px * of_height)
    y = height_px * _BESIDE_CENTRE[1]
    return StageGeometry(
        width_px=width_px,
        height_px=height_px,
        centre_x=width_px * _BESIDE_CENTRE[0],
        centre_y=y,
        ring_px=ring,
        rest_px=ring * _BESIDE_REST,
        reach_px=ring * _BESIDE_REACH,
        unit=ring / _BESIDE_DRAWN_RING_PX,
        point_x=width_px * _BESIDE_POINT[0],
        point_y=height_px * _BESIDE_POINT[1],
        sea_y=y + _WAVE_BELOW_RINGS_BESIDE * ring,
        composition=Composition.BESIDE_THE_LIMB,
    )


def _alone(width_px: float, height_px: float) -> StageGeometry:
    ring = max(24.0, min(width_px, height_px) * GLOW_RING_SHARE)
    x, y = width_px * CENTRE_X_SHARE, height_px * _GLOW_CENTRE_Y_SHARE
    if width_px < _GLOW_BELOW_WORDS_WIDTH_PX:
        # On a small stage the words at its top leave no room beside the ring.
        ring = max(24.0, min(ring, (height_px - _GLOW_WORDS_PX) * GLOW_RING_SHARE))
        y = _GLOW_WORDS_PX + ring
    return replace(_centred(width_px, height_px, ring, (x, y)), composition=Composition.ALONE)


def _exercise(width_px: float, height_px: float) -> StageGeometry:
    shares = _EXERCISE_WIDE if is_wide(width_px, height_px) else _EXERCISE_TALL
    x, y = width_px * shares[0], height_px * shares[1]
    ring = max(24.0, min(width_px * shares[2], height_px * shares[3]))
    return StageGeometry(
        width_px=width_px,
        height_px=height_px,
        centre_x=x,
        centre_y=y,
        ring_px=ring,
        rest_px=ring,
        reach_px=ring * REACH_RATIO,
        unit=ring / _BESIDE_DRAWN_RING_PX,
        point_x=x,
        point_y=y,
        sea_y=height_px,
        composition=Composition.EXERCISE,
    )


def is_wide(width_px: float, height_px: float) -> bool:
    """Tell whether a picture has room beside the ring."""
    return width_px >= _EXERCISE_WIDE_FROM * height_px


def mirrored(geometry: StageGeometry) -> StageGeometry:
    """Return the same stage with ring and limb on each other's side, for a window laid out from the right."""
    wide = geometry.width_px
    return replace(geometry, centre_x=wide - geometry.centre_x, point_x=wide - geometry.point_x)


def light_stops(geometry: StageGeometry, fullness: float, gain: float) -> tuple[tuple[float, float], ...]:
    """Return the light as (share of ``glow_px``, alpha), rising from the point outward.

    Four bands lie between the ring and the light's edge; while those are less than 16 px apart the light is a
    soft disc. ``gain`` multiplies every alpha, which stays within 0 to 1.
    """
    ring, edge = geometry.ring_px, geometry.light_px(fullness)
    glow = geometry.glow_px(fullness)
    unit = geometry.unit
    stops = [(0.0, 0.16), (0.62 * ring, 0.26), (ring - 10 * unit, 0.46), (ring, 0.66)]
    # Bands grow out of the disc instead of appearing at once.
    shown = min(1.0, max(0.0, (edge - ring) / unit - BANDS_FROM_PX) / 12.0)
    if shown > 0:
        wide = (edge - ring) / BANDS
        soft = min(BAND_SOFT_PX * unit, wide / 3)
        for band in range(BANDS):
            alpha = 0.62 * (1 - band / 4.35) ** 1.15
            begin, end = ring + band * wide, ring + (band + 1) * wide
            stops += [(begin + soft, alpha), (end - soft / 2, alpha * 0.86)]
    if shown < 1:
        stops = [(at, alpha) for at, alpha in stops if at <= ring or shown > 0]
    stops += [(edge + 1.5 * unit, 0.10), (glow, 0.0)]
    placed: list[tuple[float, float]] = []
    for at, alpha in stops:
        share = min(1.0, at / glow)
        if placed and share <= placed[-1][0]:
            continue
        placed.append((share, min(1.0, alpha * gain)))
    return tuple(placed)


def held_degrees(fraction: float) -> float:
    """Return the angle of the ring that is inked, clockwise from twelve o'clock."""
    return 360.0 * min(1.0, max(0.0, fraction))


def segments_done(fraction: float) -> int:
    """Return how many of the 12 segments are inked: a segment counts when it is wholly held."""
    return min(SEGMENTS, math.floor(min(1.0, max(0.0, fraction)) * SEGMENTS + 1e-9))


def segment_arc(place: int) -> tuple[float, float]:
    """Return start (clockwise from twelve) and span of segment ``place`` (0 to 11), in degrees."""
    pitch = 360.0 / SEGMENTS
    return place * pitch + SEGMENT_GAP_DEGREES / 2, pitch - SEGMENT_GAP_DEGREES
