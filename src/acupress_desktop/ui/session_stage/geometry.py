"""Where things lie on the session stage, and how the light is spread; numbers only, no Qt.

Drawn at 848x660 px with the point at (416, 304), a ring of radius 160 and a reach of 268; every other size is
the same picture in proportion.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class StageGeometry:
    """The stage at one size, in pixels of the widget. ``unit`` is 1 at the size it was drawn for."""

    width_px: float
    height_px: float
    centre_x: float
    centre_y: float
    ring_px: float
    reach_px: float
    unit: float

    @property
    def ring_width_px(self) -> float:
        """Width of the ring's stroke."""
        return self.ring_px * RING_WIDTH_RATIO

    def light_px(self, fullness: float) -> float:
        """Radius of the light at ``fullness`` 0 (empty) to 1 (full)."""
        return self.ring_px + (self.reach_px - self.ring_px) * min(1.0, max(0.0, fullness))

    def glow_px(self, fullness: float) -> float:
        """Radius within which the light at ``fullness`` changes any pixel."""
        return self.light_px(fullness) + GLOW_PX * self.unit


def stage_geometry(width_px: float, height_px: float) -> StageGeometry:
    """Lay the stage out in ``width_px`` x ``height_px``."""
    ring = max(24.0, min(width_px, height_px) * RING_SHARE)
    return StageGeometry(
        width_px=width_px,
        height_px=height_px,
        centre_x=width_px * CENTRE_X_SHARE,
        centre_y=height_px * CENTRE_Y_SHARE,
        ring_px=ring,
        reach_px=ring * REACH_RATIO,
        unit=ring / _DRAWN_RING_PX,
    )


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


@dataclass(frozen=True, slots=True)
class CellRow:
    """Widths of the still breathing bar's cells, in seconds: whole ones, the last perhaps a part."""

    inward: tuple[float, ...]
    outward: tuple[float, ...]


def cells_of(in_seconds: float, out_seconds: float) -> CellRow:
    """Cut a breath into cells of one second each."""
    return CellRow(_cells(in_seconds), _cells(out_seconds))


def _cells(seconds: float) -> tuple[float, ...]:
    whole = math.floor(seconds + 1e-9)
    rest = seconds - whole
    return (1.0,) * whole + ((rest,) if rest > 0.05 else ())


def horizon_y(at_seconds: float, in_seconds: float, out_seconds: float) -> float:
    """Return the height of the breath's wave, 0 to 1, ``at_seconds`` from the start of a breath."""
    whole = in_seconds + out_seconds
    within = at_seconds % whole
    if within < in_seconds:
        return (1 - math.cos(math.pi * within / in_seconds)) / 2
    return (1 + math.cos(math.pi * (within - in_seconds) / out_seconds)) / 2
