"""The floor against itself: how far two runs of the same program differ on this machine today.

A ratio of the app is worth no more digits than this bench shows.
"""

from __future__ import annotations

import sys

from bench.measure import FLOOR, pairs


def main() -> int:
    """Print the floor and the spread of its ratio to itself."""
    ratios = pairs(FLOOR)
    print(
        f"bare window: {ratios.floor_ms:.0f} ms to first paint, {ratios.floor_mb:.0f} MB;"
        f" against itself {ratios.first_paint:.2f}x and {ratios.peak_memory:.2f}x ({ratios.pairs} pairs)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
