"""How far along: bars of a question set, steps of a session, and the ruler of felt pressure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words

_BAR_W_PX, _BAR_H_PX, _BAR_GAP_PX = 38, 4, 8
_STEP_W_PX, _STEP_H_PX, _STEP_GAP_PX, _GROUP_GAP_PX = 28, 6, 4, 16


class ProgressBars(QWidget):
    """``ProgressBars(theme)``: one bar for each question. ``show_progress(done, total, words)``."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._done, self._total = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Fill ``done`` of ``total`` bars; ``words`` say the same to a screen reader."""
        self._done, self._total = done, max(1, total)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._total * (_BAR_W_PX + _BAR_GAP_PX) - _BAR_GAP_PX, 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._total * 12), 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        pitch = (self.width() + _BAR_GAP_PX) / self._total
        top = (self.height() - _BAR_H_PX) / 2
        for place in range(self._total):
            at = self._total - 1 - place if self.isRightToLeft() else place
            full = place < self._done
            colours = self._theme.colours
            painter.setBrush(qcolor(colours.accent if full else colours.hair))
            box = QRectF(at * pitch, top, max(4.0, pitch - _BAR_GAP_PX), _BAR_H_PX)
            painter.drawRoundedRect(box, 2, 2)


@dataclass(frozen=True, slots=True)
class StepsView:
    """A session's steps, grouped by point: each number is the share of a step that is done, 0 to 1."""

    groups: tuple[tuple[float, ...], ...]
    words: str


class StepProgress(QWidget):
    """``StepProgress(theme)``: the dashes of the session mast. ``show_steps(StepsView)``."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = StepsView((), "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_steps(self, view: StepsView) -> None:
        """Show ``view``; repaints only when it differs."""
        if view == self._view:
            return
        regroup = tuple(map(len, view.groups)) != tuple(map(len, self._view.groups))
        self._view = view
        self.setAccessibleName(view.words)
        if regroup:
            self.updateGeometry()
        self.update()

    def _natural_px(self) -> int:
        steps = sum(len(group) * (_STEP_W_PX + _STEP_GAP_PX) - _STEP_GAP_PX for group in self._view.groups)
        return steps + _GROUP_GAP_PX * max(0, len(self._view.groups) - 1)

    def sizeHint(self) -> QSize:
        return QSize(self._natural_px(), 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._natural_px(), 120), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        natural = self._natural_px()
        if not natural:
            return
        painter = QPainter(self)
        crisp(painter)
        shrink = min(1.0, self.width() / natural)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        x = (self.width() - natural * shrink) / 2
        top = (self.height() - _STEP_H_PX) / 2
        colours = self._theme.colours
        for group in self._view.groups:
            for share in group:
                box = QRectF(x, top, max(3.0, _STEP_W_PX * shrink), _STEP_H_PX)
                clip = QPainterPath()
                clip.addRoundedRect(box, 3, 3)
                painter.fillPath(clip, qcolor(colours.hair))
                if share > 0:
                    painter.save()
                    painter.setClipPath(clip)
                    done = QRectF(box.left(), box.top(), box.width() * min(1.0, share), box.height())
                    painter.fillRect(done, qcolor(colours.accent))
                    painter.restore()
                x += (_STEP_W_PX + _STEP_GAP_PX) * shrink
            x += (_GROUP_GAP_PX - _STEP_GAP_PX) * shrink


class PressureScale(QWidget):
    """``PressureScale(theme, low, high)``: a ruler from 0 to 10 with the target on it.

    ``show_target(value, words)``: ``words`` is the whole sentence for a screen reader.
    """

    def __init__(self, theme: LiveTheme, low: str, high: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._low, self._high = low, high
        self._target = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_target(self, value: int, words: str) -> None:
        """Point at ``value``, 0 to 10."""
        self._target = value
        self.setAccessibleName(words)
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _flag_px(self) -> tuple[float, float]:
        return self._theme.scaled(40), self._theme.scaled(20)

    def sizeHint(self) -> QSize:
        ends = self._theme.line_px(TextRole.CAPTION) + 4 if self._low or self._high else 0
        return QSize(344, round(self._flag_px()[1]) + 2 + ends)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        flag_w, flag_h = self._flag_px()
        margin = 8.0
        span = self.width() - 2 * margin
        base = flag_h
        painter.setPen(QPen(qcolor(colours.rule), theme.tokens.border_px))
        painter.drawLine(round(margin), round(base), round(margin + span), round(base))
        back = self.isRightToLeft()
        for mark in range(11):
            x = margin + span * (10 - mark if back else mark) / 10
            tall = flag_h * (0.72 if mark in {0, 10} else 0.5)
            painter.drawLine(round(x), round(base - tall), round(x), round(base))
        x = margin + span * (10 - self._target if back else self._target) / 10
        flag = QRectF(x - flag_w / 2, 0, flag_w, flag_h)
        flag.moveLeft(min(max(0.0, flag.left()), self.width() - flag_w))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(qcolor(colours.accent))
        painter.drawRoundedRect(flag, 3, 3)
        font = theme.font(TextRole.SMALL, Weight.STRONG)
        paint_words(painter, flag, str(self._target), font, qcolor(colours.on_accent))
        self._paint_ends(painter, base + 6, back=back)

    def _paint_ends(self, painter: QPainter, top: float, *, back: bool) -> None:
        theme = self._theme
        font, ink = theme.font(TextRole.CAPTION), qcolor(theme.colours.ink3)
        line = theme.line_px(TextRole.CAPTION)
        low_px = min(advance_px(font, self._low), self.width() * 0.42)
        near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if back else Qt.AlignmentFlag.AlignRight
        box = QRectF(0, top - 4, self.width(), line)
        low_box = box.adjusted(
            self.width() - low_px if back else 0, 0, 0 if back else low_px - self.width(), 0
        )
        high_box = box.adjusted(0 if back else low_px + 16, 0, -(low_px + 16) if back else 0, 0)
        paint_words(painter, low_box, self._low, font, ink, near | Qt.AlignmentFlag.AlignVCenter)
        paint_words(painter, high_box, self._high, font, ink, far | Qt.AlignmentFlag.AlignVCenter)
