"""The drawing of gaps between groups: a dot with its range for each, on one axis, told in words beside it.

The words are labels of their own, so that they wrap, grow with the text and are heard; the lines and dots are
painted below them. A filled dot with a barred line has a range, a hollow dot has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.presenters.evidence_view import ForestRowView, ForestView, RowRange
from acupress_desktop.ui.evidence.forest_geometry import AxisMap, Reading, Spot, place_labels, shown_ticks
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words

STACKED_BELOW_PX = 640
"""Narrower than this, times the text factor, the words of a row stand above its strip."""
_WORDS_SHARE = 0.42
_SIDE_AIR_PX = 14
_STRIP_PX = 36
_DOT_PX = 6.0
_RANGE_PX = 2.5
_CAP_PX = 5.0
_ZERO_PX = 1.6
_DASH = (4.0, 4.0)
_LABEL_MAX_PX = 220


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything lies at one width."""

    height_px: int
    map: AxisMap
    better: QRect
    worse: QRect
    words: tuple[QRect, ...]
    strips: tuple[QRectF, ...]
    axis_y: float
    below: tuple[QRect, ...]
    stacked_strips: tuple[QRectF, ...]
    """The strips through which the upright lines run; one that holds all rows where words stand beside."""


class _RowWords(QWidget):
    """The words of one row: what and when, the gap with its range, who and from where."""

    def __init__(self, theme: LiveTheme, view: ForestRowView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(view.spoken)
        strong = Weight.STRONG
        gap = (Run(view.gap, None, strong), Run(f"; {view.range_words}", Tone.INK2))
        self.parts = (
            Label(theme, (Run(view.title, None, strong),), TextRole.BODY, parent=self),
            Label(theme, gap, TextRole.SMALL, parent=self),
            Label(theme, view.detail, TextRole.CAPTION, Tone.INK2, parent=self),
            Label(theme, view.source, TextRole.CAPTION, Tone.INK3, parent=self),
        )

    def heightForWidth(self, width: int) -> int:
        return sum(part.heightForWidth(width) for part in self.parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        top = 0
        for part in self.parts:
            tall = part.heightForWidth(self.width())
            part.setGeometry(0, top, self.width(), tall)
            top += tall


class ForestPlot(QWidget):
    """``ForestPlot(theme, view)``; ``axis_map`` and ``strip_px`` tell where the painted marks lie."""

    def __init__(self, theme: LiveTheme, view: ForestView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._places: _Places | None = None
        self._placed_for = (-1, Reading.LEFT_TO_RIGHT)
        self.setAccessibleName(view.spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        axis = view.axis
        caption, soft = TextRole.CAPTION, Tone.INK2
        self._better = Label(theme, axis.better, caption, soft, parent=self)
        self._worse = Label(theme, axis.worse, caption, soft, parent=self)
        self._worse.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        self._rows = tuple(_RowWords(theme, row, self) for row in view.rows)
        below = (axis.no_difference, *(mark.label for mark in axis.marks))
        self._below = tuple(Label(theme, words, caption, soft, parent=self) for words in below)
        for label in self._below:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._restyle)

    # --- Where things lie

    @property
    def view(self) -> ForestView:
        """What is drawn."""
        return self._view

    @property
    def axis_map(self) -> AxisMap:
        """From a value to a pixel of this widget, at its width now."""
        return self._at(self.width()).map

    def strip_px(self, row: int) -> QRectF:
        """Return the strip in which the dot and the range of ``row`` are painted."""
        return self._at(self.width()).strips[row]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._at(width).height_px

    def sizeHint(self) -> QSize:
        wide = self._theme.scaled(STACKED_BELOW_PX)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(200), self._theme.scaled(_STRIP_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        self._places = None
        self._arrange()
        self.updateGeometry()
        self.update()

    def _arrange(self) -> None:
        places = self._at(self.width())
        self._better.setGeometry(places.better)
        self._worse.setGeometry(places.worse)
        for row, box in zip(self._rows, places.words, strict=True):
            row.setGeometry(box)
        for label, box in zip(self._below, places.below, strict=True):
            label.setGeometry(box)

    def _at(self, width: int) -> _Places:
        reading = Reading.RIGHT_TO_LEFT if self.isRightToLeft() else Reading.LEFT_TO_RIGHT
        if self._places is None or self._placed_for != (width, reading):
            self._places, self._placed_for = self._place(width, reading), (width, reading)
        return self._places

    def _place(self, width: int, reading: Reading) -> _Places:
        stacked = width < self._theme.scaled(STACKED_BELOW_PX)
        words_px = width if stacked else round(width * _WORDS_SHARE)
        back = reading is Reading.RIGHT_TO_LEFT
        air = self._theme.scaled(_SIDE_AIR_PX)
        plot_left = 0 if stacked or back else words_px + SPACE_24
        plot_px = width if stacked else width - words_px - SPACE_24
        mapped = AxisMap(self._view.axis, plot_left + air, max(1.0, plot_px - 2.0 * air), reading)
        sides, top = self._place_sides(mapped, plot_left, plot_px)
        top += SPACE_8
        strip_px = self._theme.scaled(_STRIP_PX)
        words_left = width - words_px if back else 0
        words, strips, first = [], [], top
        for row in self._rows:
            tall = row.heightForWidth(words_px)
            words.append(QRect(words_left, top + (0 if stacked else SPACE_8), words_px, tall))
            if stacked:
                top += tall
                strips.append(QRectF(plot_left, top, plot_px, strip_px))
                top += strip_px + SPACE_16
            else:
                whole = max(tall + 2 * SPACE_8, strip_px)
                strips.append(QRectF(plot_left, top, plot_px, whole))
                top += whole
        lined = strips if stacked else [QRectF(plot_left, first, plot_px, top - first)]
        axis_y = float(top)
        top += SPACE_8 + self._theme.line_px(TextRole.CAPTION)
        below, top = self._place_below(mapped, plot_left, plot_px, top)
        return _Places(
            top + SPACE_4, mapped, *sides, tuple(words), tuple(strips), axis_y, below, tuple(lined)
        )

    def _place_sides(self, mapped: AxisMap, left: int, wide: int) -> tuple[tuple[QRect, QRect], int]:
        """Put what each side means above the plot, each on its own side of the line of no difference.

        Where a side is too narrow for a word, the two stand one below the other.
        """
        zero = round(mapped.zero_px)
        first, second = zero - left - SPACE_8, left + wide - zero - SPACE_8
        back = mapped.reading is Reading.RIGHT_TO_LEFT
        better_px, worse_px = (second, first) if back else (first, second)
        if (
            better_px < self._better.minimumSizeHint().width()
            or worse_px < self._worse.minimumSizeHint().width()
        ):
            tall = self._better.heightForWidth(wide)
            under = self._worse.heightForWidth(wide)
            return (QRect(left, 0, wide, tall), QRect(left, tall, wide, under)), tall + under
        tall = max(self._better.heightForWidth(better_px), self._worse.heightForWidth(worse_px))
        before = QRect(left, 0, first, tall)
        after = QRect(zero + SPACE_8, 0, second, tall)
        return ((after, before) if back else (before, after)), tall

    def _place_below(self, mapped: AxisMap, left: int, wide: int, top: int) -> tuple[tuple[QRect, ...], int]:
        """Put the words of the upright lines below the axis, in rows where they would touch."""
        most = min(wide, self._theme.scaled(_LABEL_MAX_PX))
        values = (self._view.axis.zero, *(mark.at for mark in self._view.axis.marks))
        widths = [max(min(label.sizeHint().width(), most), 1) for label in self._below]
        spots: tuple[Spot, ...] = place_labels(
            tuple((mapped.x_px(value), width) for value, width in zip(values, widths, strict=True)),
            left,
            left + wide,
            SPACE_16,
        )
        talls = [label.heightForWidth(width) for label, width in zip(self._below, widths, strict=True)]
        rows = max(spot.row for spot in spots) + 1
        tops = [top]
        for row in range(rows):
            tops.append(tops[-1] + max(t for t, spot in zip(talls, spots, strict=True) if spot.row == row))
        boxes = tuple(
            QRect(round(spot.left_px), tops[spot.row], width, tall)
            for spot, width, tall in zip(spots, widths, talls, strict=True)
        )
        return boxes, tops[-1]

    # --- Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        places = self._at(self.width())
        painter = QPainter(self)
        crisp(painter)
        self._paint_lines(painter, places)
        self._paint_axis(painter, places)
        for row, strip in zip(self._view.rows, places.strips, strict=True):
            self._paint_row(painter, places.map, row, strip.center().y())

    def _paint_lines(self, painter: QPainter, places: _Places) -> None:
        """Hairs at the ticks, the line of no difference, dashed lines where a change is usually clear."""
        theme, axis = self._theme, self._view.axis
        weight = _ZERO_PX * theme.tokens.hairline_px
        # Thin in every scheme: upright hairs as strong as the line of no difference would hide it.
        hair = QPen(qcolor(theme.colours.hair), 1.0)
        zero = QPen(qcolor(theme.colours.ink2), weight)
        mark = QPen(qcolor(theme.colours.slate_ink), weight)
        mark.setDashPattern(list(_DASH))
        mark.setCapStyle(Qt.PenCapStyle.FlatCap)
        pens = [(tick.at, hair) for tick in axis.ticks if tick.at != axis.zero]
        pens += [(line.at, mark) for line in axis.marks]
        pens.append((axis.zero, zero))
        for strip in places.stacked_strips:
            for value, pen in pens:
                painter.setPen(pen)
                x = places.map.x_px(value)
                painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.bottom()))
        painter.setPen(hair)
        if len(places.stacked_strips) == 1:
            for above, _below in pairwise(places.strips):
                y = above.bottom()
                painter.drawLine(QPointF(0.0, y), QPointF(float(self.width()), y))

    def _paint_axis(self, painter: QPainter, places: _Places) -> None:
        theme, axis, mapped = self._theme, self._view.axis, places.map
        painter.setPen(QPen(qcolor(theme.colours.rule), theme.tokens.hairline_px))
        y = places.axis_y
        painter.drawLine(QPointF(mapped.left_px, y), QPointF(mapped.right_px, y))
        font = theme.font(TextRole.CAPTION)
        xs = [mapped.x_px(tick.at) for tick in axis.ticks]
        widths = [advance_px(font, tick.value) for tick in axis.ticks]
        zero = next(number for number, tick in enumerate(axis.ticks) if tick.at == axis.zero)
        for number in shown_ticks(xs, widths, zero, SPACE_12):
            x, wide = xs[number], widths[number]
            painter.setPen(QPen(qcolor(theme.colours.rule), theme.tokens.hairline_px))
            painter.drawLine(QPointF(x, y), QPointF(x, y + SPACE_4))
            box = QRectF(x - wide / 2, y + SPACE_4, wide + 1, theme.line_px(TextRole.CAPTION))
            paint_words(painter, box, axis.ticks[number].value, font, theme.tone(Tone.INK3))

    def _paint_row(self, painter: QPainter, mapped: AxisMap, row: ForestRowView, y: float) -> None:
        theme = self._theme
        accent, ground = qcolor(theme.colours.accent), qcolor(theme.colours.raised)
        dot, cap, line = (theme.scaled(10 * each) / 10 for each in (_DOT_PX, _CAP_PX, _RANGE_PX))
        x = mapped.x_px(row.at)
        if row.low is not None and row.high is not None:
            ends = (mapped.x_px(row.low), mapped.x_px(row.high))
            pen = QPen(accent, line)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
            for end in ends:
                painter.drawLine(QPointF(end, y - cap), QPointF(end, y + cap))
        hollow = row.range_kind is RowRange.NOT_GIVEN
        # A rim in the colour of the ground parts the dot from the lines that it lies on.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QPointF(x, y), dot + 2, dot + 2)
        painter.setPen(QPen(accent, line))
        painter.setBrush(ground if hollow else accent)
        painter.drawEllipse(QPointF(x, y), dot - line / 2, dot - line / 2)
