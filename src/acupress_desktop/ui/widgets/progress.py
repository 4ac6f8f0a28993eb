"""How far along: bars of a question set, steps of a session."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp

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
