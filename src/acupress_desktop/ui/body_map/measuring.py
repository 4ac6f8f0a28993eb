"""How the way from a landmark to a point is laid out: capsules, ruler, words; numbers only, no Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from acupress_desktop.ui.body_map.frame import Box, MapFrame
from acupress_desktop.ui.body_map.label_layout import Column
from acupress_desktop.ui.body_map.scene import MeasuringLine

RULER_OFF_PX = 118.0
_RULER_SHARE = 0.34
_RULER_NEAREST_PX = 44.0
_WORDS_GAP_PX = 14.0


@dataclass(frozen=True, slots=True)
class MeasureLayout:
    """The measuring line in a map.

    ``begin`` and ``end`` are landmark and point; ``along`` and ``across`` are unit vectors of the limb, the
    latter toward the ruler, whose ends are ``foot`` and ``head``; ``unit`` is one finger-width in map pixels.
    """

    begin: tuple[float, float]
    end: tuple[float, float]
    along: tuple[float, float]
    across: tuple[float, float]
    foot: tuple[float, float]
    head: tuple[float, float]
    unit: float
    column: Column
    words: Box


def measure_layout(
    line: MeasuringLine,
    frame: MapFrame,
    room: Box,
    taken: Column | None,
    words_size: tuple[float, float],
) -> MeasureLayout | None:
    """Lay a measuring line out; its ruler keeps off the margin that is ``taken`` by other labels.

    ``None`` where both ends fall together. ``words_size`` is what its text needs.
    """
    begin = frame.to_map(line.from_x_px, line.from_y_px)
    end = frame.to_map(line.to_x_px, line.to_y_px)
    long = math.hypot(end[0] - begin[0], end[1] - begin[1])
    if long < 1 or line.fingers < 1:
        return None
    along = ((end[0] - begin[0]) / long, (end[1] - begin[1]) / long)
    across = (-along[1], along[0])
    if taken is not None:
        wants_right = taken is Column.SCREEN_LEFT
    else:
        wants_right = room.left + room.width - end[0] > end[0] - room.left
    if (across[0] >= 0) is not wants_right:
        across = (-across[0], -across[1])
    column = Column.SCREEN_RIGHT if wants_right else Column.SCREEN_LEFT
    edge = room.left + room.width if wants_right else room.left
    # In a narrow map the ruler comes nearer rather than that its words are cut off.
    beside = min(abs(edge - begin[0]), abs(edge - end[0])) - _WORDS_GAP_PX - words_size[0]
    off = max(_RULER_NEAREST_PX, min(RULER_OFF_PX, _RULER_SHARE * room.width, beside))
    foot = (begin[0] + across[0] * off, begin[1] + across[1] * off)
    head = (end[0] + across[0] * off, end[1] + across[1] * off)
    return MeasureLayout(
        begin=begin,
        end=end,
        along=along,
        across=across,
        foot=foot,
        head=head,
        unit=long / line.fingers,
        column=column,
        words=_words_box(foot, head, room, column, words_size),
    )


def _words_box(
    foot: tuple[float, float],
    head: tuple[float, float],
    room: Box,
    column: Column,
    words_size: tuple[float, float],
) -> Box:
    """The text stands beside the ruler's middle, within the map."""
    middle_y = (foot[1] + head[1]) / 2
    width, height = words_size
    if column is Column.SCREEN_RIGHT:
        left = max(foot[0], head[0]) + _WORDS_GAP_PX
        width = min(width, room.left + room.width - left)
    else:
        right = min(foot[0], head[0]) - _WORDS_GAP_PX
        left = max(room.left, right - width)
        width = right - left
    top = min(max(room.top, middle_y - height / 2), room.top + room.height - height)
    return Box(left, top, max(0.0, width), height)
