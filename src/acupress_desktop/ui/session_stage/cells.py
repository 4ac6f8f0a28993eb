"""The still twin of the breathing light: the word, the count, and a bar of one cell a second."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from acupress_desktop.ui.session_stage.geometry import cells_of
from acupress_desktop.ui.session_stage.view import StageBreath
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import advance_px, paint_box, paint_words

_BAR_PX = 10.0
_CELL_GAP_PX = 4.0
_HALF_GAP_PX = 20.0


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


def _paint_bar(painter: QPainter, theme: LiveTheme, breath: StageBreath, bar: QRectF, *, back: bool) -> None:
    colours = theme.colours
    cells = cells_of(breath.in_seconds, breath.out_seconds)
    count = len(cells.inward) + len(cells.outward)
    seconds = sum(cells.inward) + sum(cells.outward)
    unit = (bar.width() - _HALF_GAP_PX - _CELL_GAP_PX * (count - 2)) / seconds
    caption, line = theme.font(TextRole.CAPTION), theme.line_px(TextRole.CAPTION)
    near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
    x, place = 0.0, 0
    for half, label in ((cells.inward, breath.in_label), (cells.outward, breath.out_label)):
        wide = sum(half) * unit + _CELL_GAP_PX * (len(half) - 1)
        left = bar.right() - x - wide if back else bar.left() + x
        label_row = QRectF(left, bar.bottom() + 4, wide, line)
        paint_words(painter, label_row, label, caption, qcolor(colours.ink2), near)
        for part in half:
            cell_px = part * unit
            at = bar.right() - x - cell_px if back else bar.left() + x
            done = place < breath.cells_done
            paint_box(
                painter,
                QRectF(at, bar.top(), cell_px, bar.height()),
                3,
                fill=qcolor(colours.accent if done else colours.sunk),
                border=None if done else qcolor(colours.rule),
                border_px=theme.tokens.hairline_px,
            )
            x += cell_px + _CELL_GAP_PX
            place += 1
        x += _HALF_GAP_PX - _CELL_GAP_PX
