"""Where things lie in a drawing of gaps: from a value to a pixel, which ticks fit, where labels go."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from acupress_desktop.presenters.evidence_view import AxisScale, AxisView


class Reading(Enum):
    """In which direction a page is read; the drawing begins where the page does."""

    LEFT_TO_RIGHT = "left_to_right"
    RIGHT_TO_LEFT = "right_to_left"


@dataclass(frozen=True, slots=True)
class AxisMap:
    """Lays an axis over the pixels from ``left_px`` on; values outside of it do not exist."""

    axis: AxisView
    left_px: float
    width_px: float
    reading: Reading = Reading.LEFT_TO_RIGHT

    @property
    def right_px(self) -> float:
        """Where the axis ends."""
        return self.left_px + self.width_px

    @property
    def zero_px(self) -> float:
        """Where there is no difference."""
        return self.x_px(self.axis.zero)

    def x_px(self, value: float) -> float:
        """Return where ``value`` lies."""
        low, high = self._along(self.axis.low), self._along(self.axis.high)
        fraction = (self._along(value) - low) / (high - low)
        if self.reading is Reading.RIGHT_TO_LEFT:
            fraction = 1.0 - fraction
        return self.left_px + fraction * self.width_px

    def _along(self, value: float) -> float:
        return math.log(value) if self.axis.scale is AxisScale.RATIO else value


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label goes: its left edge, and in which row below the axis."""

    left_px: float
    row: int


def place_labels(
    anchors: Sequence[tuple[float, float]], left_px: float, right_px: float, gap_px: float
) -> tuple[Spot, ...]:
    """Centre labels, given as (middle, width), below what they name, in as few rows as no two touch in.

    Earlier labels take the upper rows. A label that would stick out is moved in.
    """
    rows: list[list[tuple[float, float]]] = []
    spots = []
    for middle, width in anchors:
        left = max(left_px, min(middle - width / 2, right_px - width))
        row = 0
        while row < len(rows) and any(
            left < end + gap_px and start < left + width + gap_px for start, end in rows[row]
        ):
            row += 1
        if row == len(rows):
            rows.append([])
        rows[row].append((left, left + width))
        spots.append(Spot(left, row))
    return tuple(spots)


def shown_ticks(
    places: Sequence[float], widths: Sequence[float], keep: int, gap_px: float
) -> tuple[int, ...]:
    """Return which ticks get their number: every one, every second, ... counted from the one to ``keep``."""
    for every in range(1, len(places) + 1):
        shown = tuple(number for number in range(len(places)) if (number - keep) % every == 0)
        if all(
            abs(places[after] - places[before]) >= (widths[after] + widths[before]) / 2 + gap_px
            for before, after in pairwise(shown)
        ):
            return shown
    return (keep,)
