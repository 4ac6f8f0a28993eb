"""The practice page: the plan, its weeks and getting ready on one side; goals and other ways on the other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.destinations import Destination, ToReminders
from acupress_desktop.presenters.practice_view import PlanAct, PlanEditView, PracticeView
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.flow.frame import has_one_column
from acupress_desktop.ui.practice.goals import GoalsPart
from acupress_desktop.ui.practice.plan_part import PlanEditor, PlanPart, ReviewPart
from acupress_desktop.ui.practice.ready import ReadyPart
from acupress_desktop.ui.practice.ways import OccasionsPart, WaysPart
from acupress_desktop.ui.practice.weeks import WeeksPart
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_12,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    SPACE_64,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.layouts import Hairline, ScrollColumn
from acupress_desktop.ui.widgets.overlays import Toast

_ONE_COLUMN_BELOW = 0.85
"""Share of the narrow width below which the halves stand one above the other."""


class Presents(Protocol):
    """What the page needs of its presenter."""

    def present(self) -> PracticeView:
        """Show the page."""
        ...

    def act(self, act: PlanAct) -> PracticeView | Destination:
        """Do something with the plan."""
        ...

    def choose_subject(self, key: str) -> PracticeView:
        """Plan something else."""
        ...

    def choose_days(self, days: int) -> PracticeView:
        """Plan so many days a week."""
        ...

    def choose_times(self, times: int) -> PracticeView:
        """Plan so many sessions a day."""
        ...

    def save_plan(self) -> PracticeView:
        """Keep what was chosen."""
        ...

    def cancel_plan(self) -> PracticeView:
        """Leave the plan as it was."""
        ...

    def keep_review(self, on: date | None) -> PracticeView:
        """Set the day of the review."""
        ...

    def turn_table(self) -> PracticeView:
        """Show the table, or hide it."""
        ...

    def type_goal(self, text: str) -> None:
        """Take what stands in the field."""
        ...

    def keep_goal(self) -> PracticeView:
        """Keep what was typed."""
        ...

    def change_goal(self, goal: RowId) -> PracticeView:
        """Change a goal."""
        ...

    def cancel_goal(self) -> PracticeView:
        """Leave the goal as it was."""
        ...

    def put_away(self, goal: RowId) -> PracticeView:
        """Put a goal away."""
        ...

    def bring_back(self, goal: RowId) -> PracticeView:
        """Bring a goal back."""
        ...

    def delete_goal(self, goal: RowId) -> PracticeView:
        """Delete a goal."""
        ...

    def turn_away(self) -> PracticeView:
        """Show what was put away, or hide it."""
        ...

    def tick(self, number: int) -> PracticeView:
        """Tick something before a session."""
        ...

    def undo(self) -> PracticeView:
        """Take back what was done last."""
        ...


class PracticeScreen(QWidget):
    """``PracticeScreen(presenter, theme)``; ``leave`` carries a destination.

    ``show_routines(widget)`` puts the list of the person's own routines into its place.
    """

    leave = Signal(object)

    def __init__(self, presenter: Presents, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        view = presenter.present()
        self._title = Label(theme, view.title, TextRole.TITLE)
        self._lead = Label(theme, view.lead, TextRole.BODY, Tone.INK2)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._plan = PlanPart(theme)
        self._editor: PlanEditor | None = None
        self._editor_place = QVBoxLayout()
        self._review = ReviewPart(theme)
        self._weeks = WeeksPart(theme)
        self._ready = ReadyPart(theme)
        self._goals = GoalsPart(theme)
        self._occasions = OccasionsPart(theme)
        self._routines_place = QVBoxLayout()
        self._new_routine = WaysPart(theme)
        self._ways = WaysPart(theme)
        self._connect()
        self._build()
        self._toast = Toast(theme, self)
        self._toast.undone.connect(lambda: self.show_view(presenter.undo()))
        theme.changed.connect(self._fold)
        self.show_view(view)
        self.setFocusProxy(self._plan)

    def show_routines(self, routines: QWidget) -> None:
        """Put the list of the person's own routines into its place."""
        self._routines_place.addWidget(routines)

    def show_view(self, view: PracticeView) -> None:
        """Show ``view``."""
        self.setAccessibleName(view.page)
        self._problem.show_text(view.problem)
        self._problem.setVisible(bool(view.problem))
        self._plan.show_plan(view.plan)
        self._plan.setVisible(view.edit is None)
        self._show_editor(view.edit)
        self._review.setVisible(view.review is not None)
        if view.review is not None:
            self._review.show_review(view.review)
        self._weeks.show_weeks(view.weeks)
        self._goals.show_goals(view.goals)
        self._ready.show_ready(view.ready)
        self._occasions.show_occasions(view.occasions)
        self._new_routine.show_ways(view.routines_heading, (view.new_routine,))
        self._ways.show_ways(view.more_heading, view.ways)
        if view.said is not None and view.said.undo:
            self._toast.show_message(view.said.words, view.said.undo)
        elif view.said is not None:
            announce(self, view.said.words, Urgency.POLITE)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _show_editor(self, view: PlanEditView | None) -> None:
        if view is None:
            if self._editor is not None:
                self._editor.hide()
                self._editor.deleteLater()
                self._editor = None
                first = self._plan.first_act()
                if first is not None:
                    first.setFocus()
            return
        if self._editor is not None:
            self._editor.show_edit(view)
            return
        editor = PlanEditor(self._theme, view)
        presenter = self._presenter
        editor.subject_chosen.connect(lambda key: self.show_view(presenter.choose_subject(str(key))))
        editor.days_chosen.connect(lambda days: self._chosen(presenter.choose_days, days))
        editor.times_chosen.connect(lambda times: self._chosen(presenter.choose_times, times))
        editor.save_asked.connect(lambda: self.show_view(presenter.save_plan()))
        editor.cancel_asked.connect(lambda: self.show_view(presenter.cancel_plan()))
        editor.stop_asked.connect(lambda: self._act(PlanAct.STOP))
        self._editor = editor
        self._editor_place.addWidget(editor)
        editor.setFocus()

    def _chosen(self, intent: Callable[[int], PracticeView], number: object) -> None:
        if isinstance(number, int):
            self.show_view(intent(number))

    def _act(self, act: PlanAct) -> None:
        found = self._presenter.act(act)
        if isinstance(found, PracticeView):
            self.show_view(found)
        else:
            self.leave.emit(found)

    def _connect(self) -> None:
        presenter = self._presenter
        self._plan.acted.connect(self._act)
        self._review.kept.connect(lambda day: self.show_view(presenter.keep_review(day)))
        self._review.remind_asked.connect(lambda: self.leave.emit(ToReminders()))
        self._weeks.table_asked.connect(lambda: self.show_view(presenter.turn_table()))
        goals = self._goals
        goals.typed.connect(presenter.type_goal)
        goals.keep_asked.connect(lambda: self.show_view(presenter.keep_goal()))
        goals.cancel_asked.connect(lambda: self.show_view(presenter.cancel_goal()))
        goals.away_turned.connect(lambda: self.show_view(presenter.turn_away()))
        goals.change_asked.connect(lambda key: self.show_view(presenter.change_goal(key)))
        goals.put_away_asked.connect(lambda key: self.show_view(presenter.put_away(key)))
        goals.bring_back_asked.connect(lambda key: self.show_view(presenter.bring_back(key)))
        goals.delete_asked.connect(lambda key: self.show_view(presenter.delete_goal(key)))
        self._ready.ticked.connect(lambda number: self.show_view(presenter.tick(number)))
        for part in (self._occasions, self._new_routine, self._ways):
            part.went.connect(self.leave)

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(SPACE_12)
        left.addWidget(self._title)
        left.addWidget(self._lead)
        left.addWidget(self._problem)
        left.addSpacing(SPACE_12)
        left.addWidget(self._plan)
        left.addLayout(self._editor_place)
        left.addSpacing(SPACE_24)
        left.addWidget(Hairline(self._theme))
        left.addSpacing(SPACE_12)
        left.addWidget(self._weeks)
        left.addSpacing(SPACE_24)
        left.addWidget(self._review)
        left.addSpacing(SPACE_24)
        left.addWidget(self._ready)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(SPACE_32)
        routines = QVBoxLayout()
        routines.setSpacing(0)
        routines.addWidget(self._new_routine)
        routines.addLayout(self._routines_place)
        right.addWidget(self._goals)
        right.addWidget(self._occasions)
        right.addLayout(routines)
        right.addWidget(self._ways)
        right.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self._scroll = ScrollColumn()
        self._column = self._scroll.column
        self._column.addLayout(self._halves)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _fold(self) -> None:
        narrow = self.width() < NARROW_BELOW_PX
        one = has_one_column(self._theme, self.width(), _ONE_COLUMN_BELOW)
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        )
        self._halves.setSpacing(SPACE_32 if narrow else SPACE_64)
        side = margin_px(self.width())
        self._column.setContentsMargins(side, SPACE_32, side, SPACE_48)
