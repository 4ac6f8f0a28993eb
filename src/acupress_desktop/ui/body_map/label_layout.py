"""Labels in the margins: where each stands and how its leader runs; numbers only, no Qt.

Labels never collide, never leave their column and never cover a point. Each column is solved exactly: slots
lie 4 px apart, and the placing with the least movement from the points' own heights is found by dynamic
programming. Leaders of one column do not cross; labels are in the order of their points unless that would
make two leaders cross.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum

PITCH_MIN_PX = 44.0
LEVEL_END_PX = 24.0
LABEL_GAP_PX = 10.0
_SLOT_PX = 4.0
_CLEAR_PX = 4.0
"""Air between a label's box and the edge of a point."""
_FAR = math.inf


class Column(Enum):
    """A margin of the screen."""

    SCREEN_LEFT = "screen left"
    SCREEN_RIGHT = "screen right"


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants to be placed; ``column`` is ``None`` where either margin will do.

    ``radius`` is that of the marker the leader starts from. When room is short, the label with the lowest
    ``weight`` goes first; among equals the last.
    """

    key: Hashable
    x: float
    y: float
    radius: float
    width: float
    height: float
    column: Column | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Point:
    """A marker that no label may cover."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Block:
    """A box that no label may touch."""

    left: float
    top: float
    width: float
    height: float


Obstacle = Point | Block


@dataclass(frozen=True, slots=True)
class Margins:
    """The two columns, in map pixels: ``left_edge`` and ``right_edge`` are where text begins toward the body.

    Text of the left column ends at ``left_edge``, text of the right column starts at ``right_edge``; labels
    stay between ``outer_left`` and ``outer_right`` and between ``top`` and ``bottom``.
    """

    outer_left: float
    left_edge: float
    right_edge: float
    outer_right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A label's box and its leader: from the marker's rim to the knee to the label."""

    key: Hashable
    column: Column
    left: float
    top: float
    width: float
    height: float
    leader: tuple[tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """All labels that fit; the others are in ``left_out`` and remain in hover cards and the list twin."""

    placed: tuple[Placed, ...]
    left_out: tuple[Hashable, ...]


def place_labels(wishes: Sequence[Wish], points: Sequence[Obstacle], margins: Margins) -> LabelPlan:
    """Place as many of ``wishes`` as the margins hold."""
    fitting = [wish for wish in wishes if _column_px(margins, wish.column) > 0]
    left_out = [wish.key for wish in wishes if _column_px(margins, wish.column) <= 0]
    middle = (margins.left_edge + margins.right_edge) / 2
    columns: dict[Column, list[Wish]] = {Column.SCREEN_LEFT: [], Column.SCREEN_RIGHT: []}
    for wish in fitting:
        columns[wish.column or _nearer(wish, middle, margins)].append(wish)
    solved: dict[Column, list[float]] = {}
    for column in Column:
        while True:
            chosen = sorted(columns[column], key=lambda wish: (wish.y, wish.x))
            columns[column] = chosen
            tops = _solve(chosen, points, margins, column)
            if tops is not None:
                solved[column] = tops
                break
            gone = min(reversed(chosen), key=lambda wish: wish.weight)
            columns[column] = [wish for wish in chosen if wish is not gone]
            loser = _settle(gone, column, columns, points, margins)
            if loser is not None:
                left_out.append(loser.key)
            # The other column may be solved already, without its new label.
            solved.pop(_other(column), None)
    for column in Column:
        if column not in solved:
            columns[column].sort(key=lambda wish: (wish.y, wish.x))
            solved[column] = _solve(columns[column], points, margins, column) or []
    placed: list[Placed] = []
    for column in Column:
        placed += _uncrossed(columns[column], solved[column], points, margins, column)
    return LabelPlan(tuple(placed), tuple(left_out))


def _other(column: Column) -> Column:
    return Column.SCREEN_LEFT if column is Column.SCREEN_RIGHT else Column.SCREEN_RIGHT


def _settle(
    wish: Wish,
    column: Column,
    columns: dict[Column, list[Wish]],
    points: Sequence[Obstacle],
    margins: Margins,
) -> Wish | None:
    """Move a free label to the other column, there in place of a lighter one if need be; return who loses."""
    other = _other(column)
    if wish.column is not None or _column_px(margins, other) <= 0:
        return wish
    here = columns[other]
    lightest = min(reversed(here), key=lambda one: one.weight, default=None)
    trials: list[tuple[list[Wish], Wish | None]] = [([*here, wish], None)]
    if lightest is not None and lightest.weight < wish.weight:
        trials.append(([*(one for one in here if one is not lightest), wish], lightest))
    for trial, loser in trials:
        trial.sort(key=lambda one: (one.y, one.x))
        if _solve(trial, points, margins, other) is not None:
            columns[other] = trial
            return loser
    return wish


def _column_px(margins: Margins, column: Column | None) -> float:
    left = margins.left_edge - margins.outer_left
    right = margins.outer_right - margins.right_edge
    if column is Column.SCREEN_LEFT:
        return left
    return right if column is Column.SCREEN_RIGHT else max(left, right)


def _nearer(wish: Wish, middle: float, margins: Margins) -> Column:
    if _column_px(margins, Column.SCREEN_LEFT) <= 0:
        return Column.SCREEN_RIGHT
    if _column_px(margins, Column.SCREEN_RIGHT) <= 0:
        return Column.SCREEN_LEFT
    return Column.SCREEN_LEFT if wish.x < middle else Column.SCREEN_RIGHT


def _box_x(wish: Wish, margins: Margins, column: Column) -> tuple[float, float]:
    """Return left edge and width of a label's box; a label wider than its column is cut to it."""
    width = min(wish.width, _column_px(margins, column))
    if column is Column.SCREEN_LEFT:
        return margins.left_edge - width, width
    return margins.right_edge, width


def _blocked(left: float, width: float, top: float, height: float, points: Sequence[Obstacle]) -> bool:
    for point in points:
        if isinstance(point, Block):
            apart_x = point.left >= left + width + _CLEAR_PX or left >= point.left + point.width + _CLEAR_PX
            apart_y = point.top >= top + height + _CLEAR_PX or top >= point.top + point.height + _CLEAR_PX
            if not apart_x and not apart_y:
                return True
            continue
        near_x = min(max(point.x, left), left + width)
        near_y = min(max(point.y, top), top + height)
        reach = point.radius + _CLEAR_PX
        if (point.x - near_x) ** 2 + (point.y - near_y) ** 2 < reach * reach:
            return True
    return False


def _solve(
    wishes: Sequence[Wish], points: Sequence[Obstacle], margins: Margins, column: Column
) -> list[float] | None:
    """Return the top of each label, in order, or ``None`` where they do not all fit."""
    if not wishes:
        return []
    count = math.floor((margins.bottom - margins.top) / _SLOT_PX) + 1
    if count < 1:
        return None
    best: list[list[float]] = []
    came: list[list[int]] = []
    for order, wish in enumerate(wishes):
        left, width = _box_x(wish, margins, column)
        step = 0
        if order:
            before = wishes[order - 1]
            # Pitch between middles at least 44, and boxes never touch.
            apart = max(PITCH_MIN_PX, (before.height + wish.height) / 2 + 2)
            step = math.ceil((apart + (before.height - wish.height) / 2) / _SLOT_PX)
        row = [_FAR] * count
        back = [-1] * count
        cheapest, cheapest_at = (0.0, -1) if not order else (_FAR, -1)
        for slot in range(count):
            if order and slot - step >= 0 and best[-1][slot - step] < cheapest:
                cheapest, cheapest_at = best[-1][slot - step], slot - step
            top = margins.top + slot * _SLOT_PX
            if cheapest == _FAR or top + wish.height > margins.bottom + 1e-6:
                continue
            if _blocked(left, width, top, wish.height, points):
                continue
            off = abs(top + wish.height / 2 - wish.y)
            row[slot] = cheapest + off + off * off / 400.0
            back[slot] = cheapest_at
        best.append(row)
        came.append(back)
    slot = min(range(count), key=best[-1].__getitem__)
    if best[-1][slot] == _FAR:
        return None
    slots = [slot]
    for back in reversed(came[1:]):
        slot = back[slot]
        slots.append(slot)
    return [margins.top + slot * _SLOT_PX for slot in reversed(slots)]


def _leader(
    wish: Wish, left: float, width: float, top: float, column: Column
) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    """From the marker's rim along a straight line to the knee, then level to the label."""
    y = top + min(wish.height / 2, 12.0)
    if column is Column.SCREEN_LEFT:
        end = (left + width + LABEL_GAP_PX, y)
        knee = (end[0] + LEVEL_END_PX, y)
    else:
        end = (left - LABEL_GAP_PX, y)
        knee = (end[0] - LEVEL_END_PX, y)
    long = math.hypot(knee[0] - wish.x, knee[1] - wish.y)
    if long <= wish.radius + 1:
        return end, end, end
    share = (wish.radius + 2) / long
    start = (wish.x + (knee[0] - wish.x) * share, wish.y + (knee[1] - wish.y) * share)
    return start, knee, end


def _uncrossed(
    wishes: Sequence[Wish],
    tops: Sequence[float],
    points: Sequence[Obstacle],
    margins: Margins,
    column: Column,
) -> list[Placed]:
    """Place the labels; where two leaders cross, let the two labels change places if both then fit.

    Each exchange makes the leaders shorter in sum, so this ends.
    """
    order = list(wishes)
    slots = list(tops)
    for _round in range(len(order) * len(order)):
        if not _exchange_one(order, slots, points, margins, column):
            break
    placed = []
    for wish, top in zip(order, slots, strict=True):
        left, width = _box_x(wish, margins, column)
        leader = _leader(wish, left, width, top, column)
        placed.append(Placed(wish.key, column, left, top, width, wish.height, leader))
    return placed


def _exchange_one(
    order: list[Wish], slots: list[float], points: Sequence[Obstacle], margins: Margins, column: Column
) -> bool:
    def leader(place: int, wish: Wish) -> tuple[tuple[float, float], tuple[float, float]]:
        left, width = _box_x(wish, margins, column)
        start, knee, _end = _leader(wish, left, width, slots[place], column)
        return start, knee

    for one in range(len(order)):
        for other in range(one + 1, len(order)):
            a, b = order[one], order[other]
            if a.height != b.height or not segments_cross(*leader(one, a), *leader(other, b)):
                continue
            free = all(
                not _blocked(*_box_x(wish, margins, column), slots[place], wish.height, points)
                for place, wish in ((other, a), (one, b))
            )
            now = _length(leader(one, a)) + _length(leader(other, b))
            then = _length(leader(other, a)) + _length(leader(one, b))
            if free and then < now - 1e-6:
                order[one], order[other] = b, a
                return True
    return False


def _length(line: tuple[tuple[float, float], tuple[float, float]]) -> float:
    (x0, y0), (x1, y1) = line
    return math.hypot(x1 - x0, y1 - y0)


def segments_cross(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> bool:
    """Tell whether the open segments a-b and c-d cross."""

    def turn(o: tuple[float, float], p: tuple[float, float], q: tuple[float, float]) -> float:
        return (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0])

    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0
