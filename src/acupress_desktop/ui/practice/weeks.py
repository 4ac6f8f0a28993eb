"""Planned and pressed minutes by week: outlined and filled bars, with the same numbers as a table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.practice_view import WeeksView, WeekView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words
from acupress_desktop.ui.widgets.plain_table import PlainTable

_PLOT_PX = 120
_BAR_PX = 18
_GAP_PX = 4
_EDGE_PX = 1.6
_KEY_PX = 12
_NO_WEEKS: tuple[WeekView, ...] = ()


class WeekBars(QWidget):
    """``WeekBars(theme)``; ``show_weeks(WeeksView)``. Outlined is planned, filled is pressed."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = _NO_WEEKS
        self._keys = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_weeks(self, view: WeeksView) -> None:
        """Show ``view``."""
        self._rows = view.rows
        self._keys = (view.planned_key, view.pressed_key)
        self.setAccessibleName(view.spoken)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(504, _PLOT_PX + 4 * self._theme.line_px(TextRole.CAPTION))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        theme, line = self._theme, self._theme.line_px(TextRole.CAPTION)
        self._paint_key(painter, line)
        plot = QRectF(0, 2.0 * line, self.width(), self.height() - 3.5 * line)
        hair = theme.tokens.hairline_px
        painter.fillRect(QRectF(0, plot.bottom(), plot.width(), hair), qcolor(theme.colours.hair))
        highest = max((max(row.planned or 0, row.pressed) for row in self._rows), default=0)
        cell = plot.width() / max(1, len(self._rows))
        every = self._labels_every(cell)
        for place, row in enumerate(self._rows):
            left = plot.left() + place * cell
            if self.isRightToLeft():
                left = plot.right() - (place + 1) * cell
            spot = QRectF(left, plot.top(), cell, plot.height())
            self._paint_week(painter, spot, row, highest)
            if (len(self._rows) - 1 - place) % every == 0:
                foot = QRectF(left - cell * (every - 1) / 2, plot.bottom() + line * 0.3, cell * every, line)
                foot.moveLeft(min(max(foot.left(), 0.0), self.width() - foot.width()))
                ink = qcolor(theme.colours.ink3)
                paint_words(painter, foot, row.name, theme.font(TextRole.CAPTION), ink)

    def _labels_every(self, cell_px: float) -> int:
        """Name every week where there is room, else every second or further apart."""
        font = self._theme.font(TextRole.CAPTION)
        widest = max((advance_px(font, row.name) for row in self._rows), default=0.0) + 8
        every = 1
        while every < len(self._rows) and cell_px * every < widest:
            every += 1
        return every

    def _paint_week(self, painter: QPainter, spot: QRectF, row: WeekView, highest: int) -> None:
        colours, theme = self._theme.colours, self._theme
        bar = min(self._bar_px(), (spot.width() - _GAP_PX) / 2.4)
        pair = 2 * bar + _GAP_PX
        first, second = spot.center().x() - pair / 2, spot.center().x() + _GAP_PX / 2
        if self.isRightToLeft():
            first, second = second, first
        scale = spot.height() / max(1, highest)
        font, line = theme.font(TextRole.CAPTION), theme.line_px(TextRole.CAPTION)
        for left, minutes in ((first, row.planned), (second, row.pressed)):
            if minutes is None:
                continue
            tall = minutes * scale
            box = QRectF(left, spot.bottom() - tall, bar, tall)
            if left == second:
                painter.fillRect(box, qcolor(colours.accent))
            else:
                painter.setPen(QPen(qcolor(colours.ink2), _EDGE_PX))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inset = _EDGE_PX / 2
                painter.drawRect(box.adjusted(inset, inset, -inset, 0))
            number = QRectF(box.center().x() - (bar + _GAP_PX) / 2, box.top() - line, bar + _GAP_PX, line)
            # A number that would run into its neighbour stands in the table alone.
            if advance_px(font, str(minutes)) <= number.width():
                paint_words(painter, number, str(minutes), font, qcolor(colours.ink2))

    def _bar_px(self) -> float:
        """As wide as the widest number above a bar."""
        font = self._theme.font(TextRole.CAPTION)
        numbers = (str(max(row.planned or 0, row.pressed)) for row in self._rows)
        return max(float(_BAR_PX), *(advance_px(font, number) for number in numbers), 0.0)

    def _paint_key(self, painter: QPainter, line: int) -> None:
        colours, font = self._theme.colours, self._theme.font(TextRole.CAPTION)
        at = 0.0
        for place, words in enumerate(self._keys):
            wide = advance_px(font, words)
            left = self.width() - at - _KEY_PX if self.isRightToLeft() else at
            box = QRectF(left, (line - _KEY_PX) / 2, _KEY_PX, _KEY_PX)
            if place:
                painter.fillRect(box, qcolor(colours.accent))
            else:
                painter.setPen(QPen(qcolor(colours.ink2), _EDGE_PX))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inset = _EDGE_PX / 2
                painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
            text = QRectF(left + _KEY_PX + 6, 0, wide, line)
            if self.isRightToLeft():
                text.moveRight(left - 6)
            paint_words(painter, text, words, font, qcolor(colours.ink2))
            at += _KEY_PX + 6 + wide + 24


class WeeksPart(QWidget):
    """How often of late, the weeks, and the trial beside them. ``table_asked`` turns the table."""

    table_asked = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = eyebrow(theme, "")
        self._line = Label(theme, "", TextRole.BODY)
        self._beside = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._nothing = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._bars = WeekBars(theme)
        self._table = PlainTable(theme, "")
        self._turn = Button(theme, "", ButtonKind.QUIET)
        self._turn.clicked.connect(self.table_asked)
        self._dose = Label(theme, "", TextRole.SMALL)
        self._note = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for part in (self._heading, self._line, self._beside, self._nothing):
            column.addWidget(part)
        column.addSpacing(SPACE_12)
        column.addWidget(self._bars)
        column.addWidget(self._table)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._dose)
        column.addWidget(self._note)

    def show_weeks(self, view: WeeksView) -> None:
        """Show ``view``."""
        self._heading.show_text(view.heading)
        for label, text in (
            (self._line, view.line),
            (self._beside, view.beside),
            (self._nothing, view.nothing),
            (self._dose, " ".join(view.dose)),
            (self._note, view.note),
        ):
            label.show_text(text)
            label.setVisible(bool(text))
        has_weeks = bool(view.rows)
        self._bars.setVisible(has_weeks)
        self._bars.show_weeks(view)
        self._turn.setVisible(has_weeks)
        self._turn.show_words(view.turn)
        open_ = has_weeks and view.table is Choice.CHOSEN
        self._table.setVisible(open_)
        if open_:
            self._table.setAccessibleName(view.heading)
            self._table.show_rows(view.heads, tuple(row.cells for row in view.rows))
            self._table.setMinimumHeight(self._table.natural_height_px())
