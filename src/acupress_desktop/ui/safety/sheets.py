"""Which rows are seen together: as many as fit in one or two columns, the rest on the next sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows ``start`` to ``stop``; from ``turn`` on they stand in the second column."""

    start: int
    turn: int
    stop: int


def one_sheet(heights_px: Sequence[int], columns: int) -> tuple[Sheet, int]:
    """Return all rows on one sheet, its columns as even as can be, and its height."""
    count, total = len(heights_px), sum(heights_px)
    if columns == 1:
        return Sheet(0, count, count), total
    best, tall, first = count, total, 0
    for turn in range(1, count + 1):
        first += heights_px[turn - 1]
        height = max(first, total - first)
        if height < tall:
            best, tall = turn, height
    return Sheet(0, best, count), tall


def sheets_of(heights_px: Sequence[int], columns: int, room_px: int) -> tuple[Sheet, ...]:
    """Deal the rows to as few sheets as fit in ``room_px``, about equally many rows to each.

    Where not even a few rows fit, there is one sheet, and the page scrolls.
    """
    whole, tall = one_sheet(heights_px, columns)
    if tall <= room_px or max(heights_px, default=0) * _FEWEST_ROWS > room_px * columns:
        return (whole,)
    for wanted in range(2, len(heights_px) + 1):
        dealt = _dealt(heights_px, columns, wanted)
        if all(_tall(heights_px, sheet) <= room_px for sheet in dealt):
            return dealt
    return (whole,)


_FEWEST_ROWS = 2


def _dealt(heights_px: Sequence[int], columns: int, wanted: int) -> tuple[Sheet, ...]:
    count = len(heights_px)
    edges = [round(count * part / wanted) for part in range(wanted + 1)]
    dealt = []
    for start, stop in pairwise(edges):
        sheet, _height = one_sheet(heights_px[start:stop], columns)
        dealt.append(Sheet(start, start + sheet.turn, stop))
    return tuple(dealt)


def _tall(heights_px: Sequence[int], sheet: Sheet) -> int:
    return max(sum(heights_px[sheet.start : sheet.turn]), sum(heights_px[sheet.turn : sheet.stop]))
