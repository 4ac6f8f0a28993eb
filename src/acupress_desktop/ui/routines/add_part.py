"""What can be added to a routine: a search for points, and exercises."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.routine_view import AddView, FoundPointView
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.routines.found_row import FoundRow
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.layouts import FlowLayout

ThumbOf = Callable[[PointCode, SiteSide], QPixmap | None]


class AddPart(QWidget):
    """``AddPart(theme, view, thumb)``: ``searched``, ``add_asked`` with a code, ``exercise_asked``."""

    searched = Signal(str)
    add_asked = Signal(str)
    exercise_asked = Signal(object)

    def __init__(
        self, theme: LiveTheme, view: AddView, thumb: ThumbOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumb = thumb
        self._found: tuple[FoundPointView, ...] | None = None
        self._exercises: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(eyebrow(theme, view.heading))
        column.addSpacing(SPACE_8)
        self.search = TextField(theme, view.search, view.hint, Icon.SEARCH)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self._add_the_one)
        column.addWidget(self.search)
        self._line = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addSpacing(SPACE_4)
        column.addWidget(self._line)
        self._results = QVBoxLayout()
        self._results.setSpacing(0)
        column.addLayout(self._results)
        column.addSpacing(SPACE_16)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_12, SPACE_8)
        for kind, words in view.exercises:
            button = Button(theme, words, ButtonKind.SECONDARY)
            button.clicked.connect(partial(self._ask_exercise, kind))
            self._exercises.append(button)
            flow.addWidget(button)
        column.addWidget(acts)
        column.addSpacing(SPACE_4)
        column.addWidget(Label(theme, view.exercises_note, TextRole.CAPTION, Tone.INK3))

    def show_add(self, view: AddView) -> None:
        """Show what was found."""
        if view.found_line != self._line.text():
            announce(self.search, view.found_line, Urgency.POLITE)
        self._line.show_text(view.found_line)
        self._line.setVisible(bool(view.found_line))
        if view.found == self._found:
            return
        focused = next((row.code for row in self._rows() if row.add.hasFocus()), None)
        self._found = view.found
        clear(self._results)
        for found in view.found:
            row = FoundRow(self._theme, found, self._thumb(found.point, found.side))
            row.add_asked.connect(self._add)
            self._results.addWidget(row)
            row.show()
            if found.point == focused:
                (row.add if row.add.isEnabled() else self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """What the keyboard comes to, in order."""
        return [self.search, *(row.add for row in self._rows()), *self._exercises]

    def _rows(self) -> list[FoundRow]:
        rows = (self._results.itemAt(place) for place in range(self._results.count()))
        return [row for item in rows if item is not None and isinstance(row := item.widget(), FoundRow)]

    def _add(self, code: str) -> None:
        """Add a point; what was searched is marked, so that the next search writes over it."""
        self.add_asked.emit(code)
        self.search.selectAll()

    def _add_the_one(self) -> None:
        """Enter adds the point whose code was typed, or the only one that was found."""
        rows = self._rows()
        typed = [row for row in rows if row.code == self.search.text().strip().upper()]
        meant = typed or rows
        if len(meant) == 1 and meant[0].add.isEnabled():
            self._add(meant[0].code)

    def _ask_exercise(self, kind: ExerciseKind, *_clicked: object) -> None:
        self.exercise_asked.emit(kind)
