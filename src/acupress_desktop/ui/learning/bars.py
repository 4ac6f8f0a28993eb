"""Bars that show how far some points have come, always with the numbers in words beside them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.domain.learning import Tally
from acupress_desktop.presenters.learning_view import BarView, Shade
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone, mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import crisp

_BAR_PX = 10
_SEEN_SHARE = 0.35
_SWATCH_PX = 28
_WHOLE = {
    Shade.LEARNED: Tally(1, 0, 0),
    Shade.SEEN: Tally(0, 1, 0),
    Shade.NOT_YET: Tally(0, 0, 1),
}


class TallyBar(QWidget):
    """``TallyBar(theme)``: filled for learned, pale for seen, empty for not yet. ``show_tally(tally)``.

    Its numbers stand in words beside it; it has no name of its own.
    """

    def __init__(self, theme: LiveTheme, wide_px: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide_px = wide_px
        self._tally = Tally(0, 0, 0)
        across = QSizePolicy.Policy.Fixed if wide_px else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_tally(self, tally: Tally) -> None:
        """Show other numbers."""
        self._tally = tally
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._wide_px or 240, _BAR_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide_px or 48, _BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, tally = self._theme.colours, self._tally
        painter = QPainter(self)
        crisp(painter)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        line = self._theme.tokens.hairline_px
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, qcolor(colours.sunk))
        if tally.points:
            painter.setClipPath(shape)
            learned = box.width() * tally.learned / tally.points
            seen = box.width() * tally.seen / tally.points
            pale = qcolor(mixed(colours.paper, colours.accent, _SEEN_SHARE))
            painter.fillRect(QRectF(box.left() + learned, box.top(), seen, box.height()), pale)
            painter.fillRect(QRectF(box.left(), box.top(), learned, box.height()), qcolor(colours.accent))
            painter.setClipping(False)
        painter.setPen(QPen(qcolor(colours.rule), line))
        painter.drawPath(shape)


class TallyRow(QWidget):
    """``TallyRow(theme)``: a name, its numbers in words and its bar. ``show_bar(view)``."""

    def __init__(self, theme: LiveTheme, weight: Weight | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weight = weight
        self._name = Label(theme, "", TextRole.SMALL)
        self._numbers = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom)
        self._bar = TallyBar(theme)
        words = QHBoxLayout()
        words.setSpacing(SPACE_16)
        words.addWidget(self._name, 1)
        words.addWidget(self._numbers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_4, 0, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addLayout(words)
        column.addWidget(self._bar)

    def show_bar(self, view: BarView) -> None:
        """Show other numbers."""
        self._name.show_text((Run(view.name, None, self._weight),))
        self._numbers.show_text(view.words)
        self._numbers.setAccessibleName(view.spoken)
        self._bar.show_tally(view.tally)


class TallyLegend(QWidget):
    """``TallyLegend(theme, lines)``: what the parts of a bar mean."""

    def __init__(
        self, theme: LiveTheme, lines: tuple[tuple[Shade, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(1, 1)
        for row, (shade, words) in enumerate(lines):
            swatch = TallyBar(theme, _SWATCH_PX)
            swatch.show_tally(_WHOLE[shade])
            grid.addWidget(swatch, row, 0)
            grid.addWidget(Label(theme, words, TextRole.CAPTION, Tone.INK2), row, 1)
