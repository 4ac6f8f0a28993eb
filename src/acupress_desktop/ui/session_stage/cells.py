"""The still twin of the breathing light: the word, the count, and a bar of one cell a second."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from acupress_desktop.ui.session_stage.breath import cells_of
from acupress_desktop.ui.session_stage.view import StageBreath
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import advance_px, paint_box, paint_words

_BAR_PX = 10.0
_CELL_GAP_PX = 4.0
_PART_GAP_PX = 20.0


def paint_cells(painter: QPainter, theme: LiveTheme, breath: StageBreath, box: QRectF, *, back: bool) -> None:
    """Paint word, count and bar into ``box``; ``back`` lays them out from right to left."""
    near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
    far = Qt.AlignmentFlag.AlignLeft if back else Qt.AlignmentFlag.AlignRight
    base = Qt.AlignmentFlag.AlignBottom
    line = theme.line_px(TextRole.CUE)
    head, small = theme.font(TextRole.HEAD), theme.font(TextRole.SMALL)
    ink = qcolor(theme.colours.ink)
    row = QRectF(box.left(), box.top(), box.width(), line)
    of_px = advance_px(small, breath.count_of)
    count_px = advance_px(head, breath.count)
    numbers = of_px + count_px + 24
    word_row = row.adjusted(numbers, 0, 0, 0) if back else row.adjusted(0, 0, -numbers, 0)
    count_row = row.adjusted(of_px + 8 if back else 0, 0, 0 if back else -of_px - 8, 0)
    # The small words share the count's baseline, which lies above the bottom of its line.
    of_row = row.adjusted(0, 0, 0, -line * 0.16)
    paint_words(painter, word_row, breath.cue, head, ink, near | base)
    paint_words(painter, count_row, breath.count, head, ink, far | base)
    paint_words(painter, of_row, breath.count_of, small, qcolor(theme.colours.ink2), far | base)
    bar = QRectF(box.left(), box.top() + line + 8, box.width(), _BAR_PX)
    _paint_bar(painter, theme, breath, bar, back=back)


def cell_boxes(breath: StageBreath, bar: QRectF, *, back: bool) -> tuple[tuple[QRectF, ...], ...]:
    """Return the cells of each part of ``breath``, as wide as their seconds; ``back`` from right to left."""
    parts = tuple(cells_of(part.seconds) for part in breath.parts)
    count = sum(len(cells) for cells in parts)
    seconds = sum(sum(cells) for cells in parts)
    part_gaps = len(parts) - 1
    gaps_px = _PART_GAP_PX * part_gaps + _CELL_GAP_PX * (count - 1 - part_gaps)
    unit = max(1.0, bar.width() - gaps_px) / seconds
    found: list[tuple[QRectF, ...]] = []
    x = 0.0
    for cells in parts:
        boxes: list[QRectF] = []
        for cell in cells:
            left = bar.right() - x - cell * unit if back else bar.left() + x
            boxes.append(QRectF(left, bar.top(), cell * unit, bar.height()))
            x += cell * unit + _CELL_GAP_PX
        x += _PART_GAP_PX - _CELL_GAP_PX
        found.append(tuple(boxes))
    return tuple(found)


def _paint_bar(painter: QPainter, theme: LiveTheme, breath: StageBreath, bar: QRectF, *, back: bool) -> None:
    colours = theme.colours
    caption, line = theme.font(TextRole.CAPTION), theme.line_px(TextRole.CAPTION)
    near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
    place = 0
    for part, cells in zip(breath.parts, cell_boxes(breath, bar, back=back), strict=True):
        for box in cells:
            done = place < breath.cells_done
            paint_box(
                painter,
                box,
                3,
                fill=qcolor(colours.now if done else colours.sunk),
                border=None if done else qcolor(colours.rule),
                border_px=theme.tokens.hairline_px,
            )
            place += 1
        if cells:
            left = min(box.left() for box in cells)
            right = max(box.right() for box in cells)
            # A held breath is short: its words may run into the gap, not into the next part's words.
            wide = right - left + _PART_GAP_PX - _CELL_GAP_PX
            at = right - wide if back else left
            row = QRectF(at, bar.bottom() + 4, wide, line)
            paint_words(painter, row, part.label, caption, qcolor(colours.ink2), near)
