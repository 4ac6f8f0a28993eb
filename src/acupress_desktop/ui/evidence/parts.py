"""Pieces of the evidence page: how sure, one study, a row that leads on, what is only taught, a source."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from acupress_desktop.domain.evidence import Grade
from acupress_desktop.presenters.evidence_view import (
    CertaintyView,
    FindingView,
    NamedLinesView,
    SetRowView,
    SourceLineView,
    TableView,
    TraditionView,
)
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    RADIUS_CARD_PX,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone, mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import crisp

_DOTS = 4
"""As many as there are grades in the usual scale of certainty; the fourth is reached by nothing here."""
_FILLED = {Grade.VERY_LOW: 1, Grade.LOW: 2, Grade.MODERATE: 3}
_DOT_PX = 9
_DOT_GAP_PX = 4
_RULE_PX = 3
_CELL_AIR_PX = 16
_CELL_SIDES_PX = 36
"""More than the style leaves free at both sides of a cell, so that no line wraps that was counted whole."""
_UNBOUND_PX = 100_000


class GradeDots(QWidget):
    """``GradeDots(theme, grade)``: filled dots out of four; the words always stand beside them."""

    def __init__(self, theme: LiveTheme, grade: Grade | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filled = 0 if grade is None else _FILLED[grade]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side, gap = self._theme.scaled(_DOT_PX), self._theme.scaled(_DOT_GAP_PX)
        return QSize(_DOTS * side + (_DOTS - 1) * gap, self._theme.line_px(TextRole.SMALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        side, gap = self._theme.scaled(_DOT_PX), self._theme.scaled(_DOT_GAP_PX)
        accent = qcolor(self._theme.colours.accent)
        rim = qcolor(self._theme.colours.rule)
        line = max(1.2, self._theme.tokens.hairline_px)
        for number in range(_DOTS):
            place = _DOTS - 1 - number if self.isRightToLeft() else number
            x = place * (side + gap)
            box = QRectF(x, (self.height() - side) / 2, side, side)
            full = number < self._filled
            painter.setPen(QPen(accent if full else rim, line))
            painter.setBrush(accent if full else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))


class CertaintyLine(QWidget):
    """``CertaintyLine(theme, view, role)``: the dots, the grade in words and, softly, why."""

    def __init__(
        self,
        theme: LiveTheme,
        view: CertaintyView,
        role: TextRole = TextRole.CAPTION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(GradeDots(theme, view.grade), 0, Qt.AlignmentFlag.AlignTop)
        strong = (Run(view.words, Tone.INK, Weight.STRONG),)
        why = (Run(f" {view.why}"),) if view.why else ()
        row.addWidget(Label(theme, (*strong, *why), role, Tone.INK2), 1)


class FindingRow(QWidget):
    """``FindingRow(theme, view)``: one study, with how many, compared with what, how sure, and its source."""

    def __init__(self, theme: LiveTheme, view: FindingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(view.spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_12, 0, SPACE_16)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(theme, view.sentence))
        column.addSpacing(SPACE_4)
        if view.about:
            column.addWidget(Label(theme, view.about, TextRole.CAPTION, Tone.INK2))
        column.addWidget(Label(theme, view.who, TextRole.CAPTION, Tone.INK2))
        column.addWidget(CertaintyLine(theme, view.certainty))
        source = Label(theme, view.source_line, TextRole.CAPTION, Tone.INK3)
        source.setToolTip(view.source.full)
        column.addWidget(source)
        if view.not_verified:
            column.addWidget(Label(theme, view.not_verified, TextRole.CAPTION, Tone.CAUTION))


class SetRow(QAbstractButton):
    """``SetRow(theme, view)``: one set with its grade, pressable as a whole. Its words wrap."""

    def __init__(self, theme: LiveTheme, view: SetRowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovered = False
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(f"{view.certainty.words} {view.detail}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", _RULE_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        self._row.setSpacing(SPACE_16)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, (Run(view.title, None, Weight.STRONG),)))
        words.addWidget(Label(theme, view.detail, TextRole.CAPTION, Tone.INK3))
        self._row.addLayout(words, 1)
        grade = QHBoxLayout()
        grade.setSpacing(SPACE_8)
        grade.addWidget(GradeDots(theme, view.certainty.grade), 0, Qt.AlignmentFlag.AlignVCenter)
        self._grade = Label(theme, view.grade, TextRole.SMALL, Tone.INK2)
        grade.addWidget(self._grade, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(grade)
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_grade_width(self, wide_px: int) -> None:
        """Give the words of the grade this much, so that the dots of all rows stand below each other."""
        self._grade.setFixedWidth(wide_px)

    @property
    def grade_px(self) -> int:
        """What the words of the grade need."""
        return max(self._grade.sizeHint().width(), self._grade.minimumSizeHint().width())

    def sizeHint(self) -> QSize:
        hint = self._row.sizeHint()
        return QSize(hint.width(), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.heightForWidth(width)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        if self.isDown():
            painter.fillRect(self.rect(), qcolor(colours.accent_soft))
        elif self._hovered:
            painter.fillRect(self.rect(), qcolor(mixed(colours.paper, colours.accent_soft, 0.5)))
        line = self._theme.tokens.hairline_px
        box = QRectF(0, self.height() - line, self.width(), line)
        painter.fillRect(box, qcolor(colours.hair))


class LinesPart(QWidget):
    """``LinesPart(theme, view)``: a heading with sentences, each behind a short dash."""

    def __init__(self, theme: LiveTheme, view: NamedLinesView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(Label(theme, view.heading, TextRole.SUBHEAD))
        for line in view.lines:
            row = QHBoxLayout()
            row.setSpacing(SPACE_12)
            row.addWidget(_Dash(theme), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(theme, line, TextRole.SMALL, Tone.INK2), 1)
            column.addLayout(row)


class _Dash(QWidget):
    """A short rule before a line."""

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(SPACE_12, self._theme.line_px(TextRole.SMALL))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        y = self.height() / 2
        painter.setPen(QPen(qcolor(self._theme.colours.rule), self._theme.tokens.border_px))
        painter.drawLine(QPointF(0, y), QPointF(self.width(), y))


class TraditionPart(QWidget):
    """``TraditionPart(theme, heading, lead, told)``: what is only taught: other ground, a dotted edge."""

    def __init__(
        self,
        theme: LiveTheme,
        heading: str,
        lead: str,
        told: tuple[TraditionView, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_8)
        column.addWidget(eyebrow(theme, heading, Tone.SLATE))
        column.addWidget(Label(theme, lead, TextRole.SMALL, Tone.INK2))
        for each in told:
            column.addSpacing(SPACE_8)
            column.addWidget(Label(theme, each.told, TextRole.SMALL))
            column.addWidget(Label(theme, each.source_line, TextRole.CAPTION, Tone.INK3))
            if each.not_verified:
                column.addWidget(Label(theme, each.not_verified, TextRole.CAPTION, Tone.CAUTION))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        crisp(painter)
        line = max(_RULE_PX / 2, theme.tokens.border_px)
        pen = QPen(qcolor(theme.colours.slate_ink), line)
        pen.setDashPattern([0.1, 4.0])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(qcolor(theme.colours.sunk))
        box = QRectF(self.rect()).adjusted(line, line, -line, -line)
        painter.drawRoundedRect(box, RADIUS_CARD_PX, RADIUS_CARD_PX)


class SourceLine(QWidget):
    """``SourceLine(theme, view)``: one source in full, with the day on which it was looked at."""

    def __init__(self, theme: LiveTheme, view: SourceLineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_8)
        column.setSpacing(0)
        column.addWidget(Label(theme, (Run(view.name, None, Weight.STRONG),), TextRole.SMALL))
        column.addWidget(Label(theme, view.line, TextRole.CAPTION, Tone.INK2))
        if view.not_verified:
            column.addWidget(Label(theme, view.not_verified, TextRole.CAPTION, Tone.CAUTION))


class GapTable(QTableWidget):
    """``GapTable(theme, view)``: the gaps as a table whose words wrap and which is shown whole."""

    def __init__(self, theme: LiveTheme, view: TableView, parent: QWidget | None = None) -> None:
        super().__init__(len(view.rows), len(view.heads), parent)
        self._theme = theme
        self.setAccessibleName(view.title)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeaderLabels(list(view.heads))
        self.verticalHeader().setVisible(False)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        top = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        for place, row in enumerate(view.rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setTextAlignment(top)
                self.setItem(place, column, item)
        theme.changed.connect(self._restyle)
        self._restyle()

    def natural_height_px(self) -> int:
        """The height at which no row is hidden."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return self.horizontalHeader().height() + rows + SPACE_4

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.SMALL))
        self.horizontalHeader().setFont(self._theme.font(TextRole.CAPTION))
        self._fit()

    def needed_px(self, row: int) -> int:
        """The height that the words of ``row`` need in columns as wide as now."""
        metrics = QFontMetricsF(self.font())
        talls = []
        for column in range(self.columnCount()):
            item = self.item(row, column)
            room = QRectF(0, 0, max(1, self.columnWidth(column) - _CELL_SIDES_PX), _UNBOUND_PX)
            words = "" if item is None else item.text()
            talls.append(metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height())
        return math.ceil(max(talls)) + _CELL_AIR_PX

    def _fit(self) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, max(self.needed_px(row), self.sizeHintForRow(row)))
        if self.height() != self.natural_height_px():
            self.setFixedHeight(self.natural_height_px())
