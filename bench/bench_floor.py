"""The floor against itself: how far two runs of the same program differ on this machine today.

A ratio of the app is worth no more digits than this bench shows.
"""

from __future__ import annotations

import sys

from bench.measure import FLOOR, pairs
from bench.table import Figure, report


def main() -> int:
    """Print the floor and the spread of its ratio to itself."""
    ratios = pairs(FLOOR)
    told = f"{ratios.pairs} pairs, {ratios.floor_ms:.0f} ms to first paint, {ratios.floor_mb:.0f} MB"
    return report(
        [
            Figure("P0", "the bare window against itself: first paint", ratios.first_paint, "x", None, told),
            Figure("P0", "the bare window against itself: memory", ratios.peak_memory, "x", None),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
