"""Goals in the person's own words: the ones that stand, a field for another, and what was put away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.practice import GOAL_CHARACTERS_MAX
from acupress_desktop.presenters.practice_view import GoalsView, GoalView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline


class GoalsPart(QWidget):
    """The goals. ``change_asked`` and the three signals after it carry a key, ``typed`` the text."""

    typed = Signal(str)
    keep_asked = Signal()
    cancel_asked = Signal()
    away_turned = Signal()
    change_asked = Signal(object)
    put_away_asked = Signal(object)
    bring_back_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[tuple[GoalView, ...], tuple[GoalView, ...]] | None = None
        self._edited: RowId | None = None
        self._heading = eyebrow(theme, "")
        self._lead = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._field = TextField(theme, "", characters_max=GOAL_CHARACTERS_MAX)
        self._field.textChanged.connect(self.typed)
        self._field.returnPressed.connect(self.keep_asked)
        self._keep = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.PAGE)
        self._keep.clicked.connect(self.keep_asked)
        self._cancel = Button(theme, "", ButtonKind.QUIET, ButtonSize.PAGE)
        self._cancel.clicked.connect(self.cancel_asked)
        self._full = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._turn = Button(theme, "", ButtonKind.QUIET)
        self._turn.clicked.connect(self.away_turned)
        self._away = QVBoxLayout()
        self._away.setSpacing(0)
        self._asking = QWidget()
        across = QHBoxLayout(self._asking)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE_12)
        across.addWidget(self._field, 1)
        across.addWidget(self._keep)
        across.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addLayout(self._rows)
        column.addWidget(self._asking)
        column.addWidget(self._full)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(self._away)

    def show_goals(self, view: GoalsView) -> None:
        """Show ``view``."""
        self._heading.show_text(view.heading)
        self._lead.show_text(view.lead)
        if (view.rows, view.away) != self._shown:
            had = self._has_focus_in_rows()
            self._shown = (view.rows, view.away)
            clear(self._rows)
            clear(self._away)
            for row in view.rows:
                self._add(self._rows, row, self.change_asked.emit, self.put_away_asked.emit)
            for row in view.away:
                self._add(self._away, row, self.bring_back_asked.emit, self.delete_asked.emit)
            if had:
                (self._field if not view.full else self._turn).setFocus()
        self._field.setAccessibleName(view.field)
        self._field.setPlaceholderText(view.hint)
        if self._field.text() != view.typed:
            self._field.setText(view.typed)
        self._keep.show_words(view.add.label)
        self._cancel.show_words(view.cancel)
        self._cancel.setVisible(bool(view.cancel))
        self._asking.setVisible(not view.full)
        self._full.show_text(view.full)
        self._full.setVisible(bool(view.full))
        self._turn.show_words(view.away_turn)
        self._turn.setVisible(bool(view.away_turn))
        if view.edited is not None and view.edited != self._edited:
            self._field.setFocus()
            self._field.selectAll()
        self._edited = view.edited

    def _has_focus_in_rows(self) -> bool:
        inside = (self._field, self._keep, self._cancel, self._turn)
        return any(button.hasFocus() for button in self.findChildren(Button) if button not in inside)

    def _add(
        self,
        column: QVBoxLayout,
        view: GoalView,
        first: Callable[[RowId], None],
        more: Callable[[RowId], None],
    ) -> None:
        theme = self._theme
        row = QWidget()
        down = QVBoxLayout(row)
        down.setContentsMargins(0, SPACE_12, 0, SPACE_8)
        down.setSpacing(0)
        down.addWidget(Label(theme, (Run(view.words, weight=Weight.STRONG),), TextRole.BODY))
        down.addWidget(Label(theme, view.when, TextRole.CAPTION, Tone.INK2))
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_12, SPACE_8)
        for label, spoken, told in (
            (view.first, view.first_spoken, first),
            (view.more, view.more_spoken, more),
        ):
            button = Button(theme, label, ButtonKind.QUIET)
            button.setAccessibleName(spoken)
            button.clicked.connect(lambda _checked=False, told=told: told(view.id))
            flow.addWidget(button)
        down.addWidget(acts)
        column.addWidget(row)
        column.addWidget(Hairline(theme))
