"""The rail above a session: each step with its code and side where there is room, else dashes alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.presenters.session_view import RailGroupView, RailStepView, RailView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words

_STEP_W_PX, _STEP_H_PX, _STEP_GAP_PX, _GROUP_GAP_PX = 26, 6, 4, 18
_NOW_H_PX = 10
_LABEL_MAX_PX = 96


class StepRail(QWidget):
    """``StepRail(theme)``; ``show_rail(view)``. The step of now is taller, and its words are bold."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = RailView((), "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._restyle)

    def show_rail(self, view: RailView) -> None:
        """Show ``view``; repaints only when it differs."""
        if view == self._view:
            return
        regroup = [_shape(group) for group in view.groups] != [_shape(group) for group in self._view.groups]
        self._view = view
        self.setAccessibleName(view.words)
        if regroup:
            self.updateGeometry()
        self.update()

    @property
    def worded(self) -> bool:
        """Whether codes and sides are written, and not dashes alone."""
        return self.height() >= self._worded_px() and self.width() >= self._natural_px()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _worded_px(self) -> int:
        return 2 * self._theme.line_px(TextRole.CAPTION) + _NOW_H_PX + 2

    def _group_px(self, group: RailGroupView) -> int:
        dashes = len(group.steps) * (_STEP_W_PX + _STEP_GAP_PX) - _STEP_GAP_PX
        words = advance_px(self._theme.font(TextRole.CAPTION, Weight.STRONG), group.code)
        return max(dashes, min(self._theme.scaled(_LABEL_MAX_PX), math.ceil(words)))

    def _natural_px(self) -> int:
        gaps = _GROUP_GAP_PX * max(0, len(self._view.groups) - 1)
        return sum(self._group_px(group) for group in self._view.groups) + gaps

    def sizeHint(self) -> QSize:
        return QSize(self._natural_px(), self._worded_px())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._natural_px(), 120), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._view.groups:
            return
        painter = QPainter(self)
        crisp(painter)
        if self.worded:
            self._paint_worded(painter)
        else:
            self._paint_dashes(painter)

    def _paint_worded(self, painter: QPainter) -> None:
        line = self._theme.line_px(TextRole.CAPTION)
        top = (self.height() - self._worded_px()) / 2
        x = (self.width() - self._natural_px()) / 2
        colours = self._theme.colours
        for group in self._view.groups:
            wide = self._group_px(group)
            now = any(step.now for step in group.steps)
            font = self._theme.font(TextRole.CAPTION, Weight.STRONG if now else Weight.REGULAR)
            ink = qcolor(colours.ink if now else colours.ink2)
            box = self._flipped(QRectF(x, top, wide, line))
            near = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            paint_words(painter, box, group.code, font, ink, near | Qt.AlignmentFlag.AlignVCenter)
            step_x = x
            for step in group.steps:
                middle = top + line + 1 + _NOW_H_PX / 2
                self._paint_step(painter, step, QRectF(step_x, middle, _STEP_W_PX, 0))
                if step.letter:
                    under = self._flipped(QRectF(step_x, middle + _NOW_H_PX / 2 + 1, _STEP_W_PX, line))
                    weight = Weight.STRONG if step.now else Weight.REGULAR
                    tone = qcolor(colours.ink if step.now else colours.ink3)
                    paint_words(painter, under, step.letter, self._theme.font(TextRole.CAPTION, weight), tone)
                step_x += _STEP_W_PX + _STEP_GAP_PX
            x += wide + _GROUP_GAP_PX

    def _paint_dashes(self, painter: QPainter) -> None:
        steps = sum(len(group.steps) for group in self._view.groups)
        groups = len(self._view.groups)
        natural = steps * _STEP_W_PX + (steps - groups) * _STEP_GAP_PX + (groups - 1) * _GROUP_GAP_PX
        shrink = min(1.0, self.width() / max(1, natural))
        x = (self.width() - natural * shrink) / 2
        for group in self._view.groups:
            for step in group.steps:
                box = QRectF(x, self.height() / 2, max(3.0, _STEP_W_PX * shrink), 0)
                self._paint_step(painter, step, box)
                x += (_STEP_W_PX + _STEP_GAP_PX) * shrink
            x += (_GROUP_GAP_PX - _STEP_GAP_PX) * shrink

    def _paint_step(self, painter: QPainter, step: RailStepView, row: QRectF) -> None:
        tall = _NOW_H_PX if step.now else _STEP_H_PX
        box = self._flipped(QRectF(row.left(), row.top() - tall / 2, row.width(), tall))
        colours = self._theme.colours
        track = QPainterPath()
        track.addRoundedRect(box, tall / 2, tall / 2)
        painter.fillPath(track, qcolor(colours.hair))
        share = min(1.0, step.share)
        if share > 0:
            painter.save()
            painter.setClipPath(track)
            done = QRectF(box.left(), box.top(), box.width() * share, box.height())
            if self.isRightToLeft():
                done.moveRight(box.right())
            painter.fillRect(done, qcolor(colours.accent))
            painter.restore()
        if step.now:
            painter.setPen(QPen(qcolor(colours.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), tall / 2, tall / 2)

    def _flipped(self, box: QRectF) -> QRectF:
        if not self.isRightToLeft():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())


def _shape(group: RailGroupView) -> tuple[str, int]:
    return group.code, len(group.steps)
