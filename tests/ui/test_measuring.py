"""The measured way to a point keeps its words whole, also where the map is narrow."""

from __future__ import annotations

import pytest

from acupress_desktop.ui.body_map.frame import Box, MapFrame, Mirror
from acupress_desktop.ui.body_map.label_layout import Column
from acupress_desktop.ui.body_map.measuring import RULER_OFF_PX, measure_layout
from acupress_desktop.ui.body_map.scene import MeasuringLine

WORDS = (167.0, 60.0)


@pytest.mark.parametrize("taken", list(Column))
@pytest.mark.parametrize("wide", [520.0, 640.0, 1200.0])
def test_the_ruler_comes_nearer_before_its_words_are_cut(taken: Column, wide: float) -> None:
    frame = MapFrame(file_width_px=int(wide), scale=1.0, left=0.0, top=0.0, mirror=Mirror.AS_BAKED)
    line = MeasuringLine(wide / 2, 160, wide / 2 + 2, 190, 3, ("About three finger-widths", "2 cun"))
    room = Box(16, 16, wide - 32, 280)
    layout = measure_layout(line, frame, room, taken, WORDS)
    assert layout is not None
    assert layout.column is not taken
    assert layout.words.width == pytest.approx(WORDS[0], abs=1.0)
    assert room.left - 0.5 <= layout.words.left
    assert layout.words.left + layout.words.width <= room.left + room.width + 0.5
    off = abs(layout.foot[0] - layout.begin[0])
    assert off <= RULER_OFF_PX
    if wide == 1200.0:
        assert off == pytest.approx(RULER_OFF_PX, abs=1.0)
