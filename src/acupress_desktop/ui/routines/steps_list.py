"""The steps of a routine, one below the other: what changed is shown anew, what moved keeps the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.routine_view import OpenStepView, RoutineView, StepView
from acupress_desktop.ui.routines.own_pictures import picture_thumb
from acupress_desktop.ui.routines.step_editor import StepEditor
from acupress_desktop.ui.routines.step_row import ROW_THUMB_PX, StepRow
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor

ThumbOf = Callable[[StepView], QPixmap | None]
"""The small picture of a point on the body."""
_LINE_PX = 3


class StepsList(QWidget):
    """``StepsList(theme, thumb)``. ``moved`` emits a key and the place that it goes to, counted from 0."""

    moved = Signal(str, int)
    moved_by = Signal(str, int)
    change_asked = Signal(str)
    remove_asked = Signal(str)
    dragged_to = Signal(int)
    """Where on the list's own scale a dragged step is, so that the page can follow."""
    editor_made = Signal(object)

    def __init__(self, theme: LiveTheme, thumb: ThumbOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumb = thumb
        self._rows: dict[str, StepRow] = {}
        self._shown: dict[str, StepView] = {}
        self._editor: StepEditor | None = None
        self._line_y: int | None = None
        self._target = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def editor(self) -> StepEditor | None:
        """The step that is open."""
        return self._editor

    def row(self, key: str) -> StepRow:
        """Return the row of a step."""
        return self._rows[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The steps in the order in which they stand."""
        return tuple(self._shown)

    def show_steps(self, view: RoutineView) -> None:
        """Show the steps, and the one that is open."""
        wanted: dict[str, StepView] = {step.id: step for step in view.steps}
        near = self._near_focus(set(wanted))
        for key in [key for key in self._rows if key not in wanted]:
            gone = self._rows.pop(key)
            if self._editor is not None and gone.isAncestorOf(self._editor):
                self._editor = None
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        words = (view.up, view.down, view.change, view.remove)
        for place, step in enumerate(view.steps):
            row = self._rows.get(step.id)
            if row is None:
                row = self._new_row(step, words)
            elif self._shown.get(step.id) != step:
                row.show_step(step, self._picture(step))
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
        self._shown = wanted
        self._show_editor(view.opened)
        if near is not None and near in self._rows:
            self._rows[near].change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_row(self, step: StepView, words: tuple[str, str, str, str]) -> StepRow:
        row = StepRow(self._theme, step, words, self._picture(step), self)
        row.moved_by.connect(self.moved_by)
        row.change_asked.connect(self.change_asked)
        row.remove_asked.connect(self.remove_asked)
        row.dragged.connect(self._drag)
        row.dropped.connect(self._drop)
        self._rows[step.id] = row
        row.show()
        return row

    def _picture(self, step: StepView) -> QPixmap | None:
        own = picture_thumb(step.picture, ROW_THUMB_PX) if step.picture else None
        return own if own is not None else self._thumb(step)

    def _near_focus(self, wanted: set[str]) -> str | None:
        """Where the keyboard goes if the row that has it is taken out: the next one, else the one before."""
        keys = list(self._shown)
        for place, key in enumerate(keys):
            row = self._rows.get(key)
            if row is None or key in wanted:
                continue
            if any(part.hasFocus() for part in row.findChildren(QWidget)):
                others = [*keys[place + 1 :], *reversed(keys[:place])]
                return next((other for other in others if other in wanted), None)
        return None

    def stops(self) -> list[QWidget]:
        """What the keyboard comes to, step by step; an open step's own fields follow it."""
        found: list[QWidget] = []
        for key in self._shown:
            row = self._rows[key]
            found += (row.up, row.down, row.change, row.remove)
            if self._editor is not None and self._editor.key == key:
                found += self._editor.stops()
        return found

    def _show_editor(self, view: OpenStepView | None) -> None:
        if self._editor is not None and (view is None or self._editor.key != view.id):
            closed = self._editor
            self._editor = None
            row = self._rows.get(closed.key)
            had_focus = any(part.hasFocus() for part in closed.findChildren(QWidget))
            closed.hide()
            closed.deleteLater()
            if row is not None and had_focus:
                row.change.setFocus(Qt.FocusReason.OtherFocusReason)
        if view is None:
            return
        if self._editor is None:
            self._editor = StepEditor(self._theme, view)
            self._rows[view.id].slot.addWidget(self._editor)
            self._editor.show()
            self.editor_made.emit(self._editor)
            self._editor.start_focus()
        else:
            self._editor.show_step(view)

    # --- Dragging

    def _drag(self, _key: str, y_px: int) -> None:
        rows = [self._rows[key] for key in self._shown]
        self.dragged_to.emit(y_px)
        self._target = sum(1 for row in rows if y_px > row.y() + row.height() / 2)
        self._line_y = (
            rows[self._target].y() if self._target < len(rows) else rows[-1].y() + rows[-1].height()
        )
        self.update()

    def _drop(self, key: str) -> None:
        self._line_y = None
        self.update()
        here = list(self._shown).index(key)
        self.moved.emit(key, self._target - (1 if self._target > here else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line_y is None:
            return
        line = QRectF(0, min(self._line_y, self.height() - _LINE_PX), self.width(), _LINE_PX)
        QPainter(self).fillRect(line, qcolor(self._theme.colours.accent))
