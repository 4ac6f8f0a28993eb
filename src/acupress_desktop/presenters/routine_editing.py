"""One routine while it is edited: what stands on the page, what is kept, and what can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol as Port

from acupress_desktop.domain.breathing import OwnBreath
from acupress_desktop.domain.ids import ComplaintId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_search import PointSearch
from acupress_desktop.domain.protocols import MINUTES_PER_DAY_MAX
from acupress_desktop.domain.routine_sets import complaints_for_routines
from acupress_desktop.domain.routines import (
    ROUTINES_MAX,
    STEPS_MAX,
    PressStep,
    Routine,
    RoutineFault,
    RoutineStep,
    fault_of,
    free_name,
    with_step,
    with_step_changed,
)
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.routine_add import Searched, add_view, start_view
from acupress_desktop.presenters.routine_giving import (
    RoutineFiles,
    Told,
)
from acupress_desktop.presenters.routine_list import RoutineJournal
from acupress_desktop.presenters.routine_steps import open_step_view, step_views
from acupress_desktop.presenters.routine_texts import (
    RoutineBook,
    is_beyond_a_day,
    lengths,
    press_act,
    step_title,
)
from acupress_desktop.presenters.routine_view import (
    PickView,
    RoutineView,
)
from acupress_desktop.words import routine_editor as words
from acupress_desktop.words import routines as list_words
from acupress_desktop.words import storage

_CALM = ComplaintId("calm")
_UNDO_MAX = 100


class EditorJournal(RoutineJournal, Port):
    """What the editor needs of the journal."""

    def recall_own_breaths(self) -> tuple[OwnBreath, ...]:
        """Return the person's own breathing patterns."""
        ...


@dataclass(frozen=True, slots=True)
class EditorTools:
    """What the editor works with beside the journal."""

    book: RoutineBook
    search: PointSearch
    files: RoutineFiles
    now: Callable[[], Moment]
    new_id: Callable[[], RowId]


class RoutineEditing:
    """Keeps every change at once. Nothing is kept of a routine that never had a step."""

    def __init__(self, journal: EditorJournal, tools: EditorTools, routine: RowId | None) -> None:
        self._journal = journal
        self._tools = tools
        kept = None if routine is None else journal.recall_routine(routine)
        self._kept: Routine | None = kept
        self._routine = kept if kept is not None else self._fresh(routine)
        self._before: tuple[Routine, ...] = ()
        self._open: RowId | None = None
        self._searched = Searched()
        self._said = ""
        self._problem = ""

    def _fresh(self, wanted: RowId | None) -> Routine:
        """Return an empty one, under the key that was asked for where nobody ever had it."""
        tools = self._tools
        known = wanted is None or self._journal.recall_routine_name(wanted) is not None
        new = tools.new_id() if wanted is None or known else wanted
        name = free_name(words.default_name(), (one.name for one in self._journal.recall_routines()))
        return Routine(new, tools.now(), name, _CALM, "", ())

    @property
    def routine(self) -> Routine:
        """The routine as it stands on the page."""
        return self._routine

    @property
    def is_kept(self) -> bool:
        """Whether what stands on the page stands in the journal."""
        return self._kept == self._routine

    # --- Changing

    def _press_step(self, step: RowId) -> PressStep | None:
        found = self._routine.step(step)
        return found if isinstance(found, PressStep) else None

    def _add(self, step: RoutineStep) -> RoutineView:
        if len(self._routine.steps) >= STEPS_MAX:
            return self._tell(words.full(STEPS_MAX))
        said = words.added(step_title(step, self._tools.book))
        return self._change(with_step(self._routine, step), said)

    def _edit(self, step: RoutineStep, said: str = "") -> RoutineView:
        """Put a changed step in place of what it was; what cannot be changes nothing."""
        if isinstance(step, PressStep):
            point = self._tools.book.point(step.point)
            if point is None or fault_of(step, point) is not None:
                return self._view()
        try:
            changed = with_step_changed(self._routine, step)
        except RoutineFault:
            return self._view()
        return self._change(changed, said or words.saved())

    def _change(self, routine: Routine, said: str) -> RoutineView:
        if routine == self._routine:
            return self._view()
        self._before = (*self._before, self._routine)[-_UNDO_MAX:]
        self._routine = routine
        self._keep(said)
        return self._view()

    def _keep(self, said: str) -> None:
        """Write the routine; one that never had a step is nothing yet."""
        self._said = self._problem = ""
        if self._kept is None and not self._routine.steps:
            return
        if self._kept is None and len(self._journal.recall_routines()) >= ROUTINES_MAX:
            self._problem = list_words.too_many(ROUTINES_MAX)
            return
        dated = replace(self._routine, moment=self._tools.now())
        try:
            self._journal.remember_routine(dated)
        except KnownTrouble as trouble:
            self._problem = f"{words.not_saved_yet()} {storage.trouble_line(trouble.trouble)}"
            return
        self._routine = self._kept = dated
        self._said = said

    def _tell(self, problem: str) -> RoutineView:
        return self._told(Told(problem=problem))

    def _told(self, told: Told) -> RoutineView:
        self._said, self._problem = told.said, told.problem
        return self._view()

    # --- What is shown

    def _view(self) -> RoutineView:
        tools, routine = self._tools, self._routine
        book = tools.book
        offered = complaints_for_routines(book.protocols)
        opened = None if self._open is None else routine.step(self._open)
        beyond = is_beyond_a_day(routine)
        day = list_words.beyond_the_day if beyond else list_words.fits_the_day
        return RoutineView(
            page=words.page(),
            back=words.back(),
            kept=words.saved_as_you_go(),
            name_label=words.name_label(),
            name=routine.name,
            for_label=words.for_label(),
            complaints=tuple(PickView(one, book.complaint_title(one)) for one in offered),
            complaint=routine.complaint,
            for_note=words.for_note(),
            note_label=words.note_label(),
            note=routine.note,
            lengths=lengths(routine),
            day=day(MINUTES_PER_DAY_MAX) if routine.presses else "",
            beyond=Choice.when(beyond),
            steps_heading=words.steps_heading(),
            steps_hint=words.steps_hint() if len(routine.steps) > 1 else "",
            steps=step_views(routine, book),
            opened=None
            if opened is None
            else open_step_view(opened, book, self._journal.recall_own_breaths()),
            up=words.up(),
            down=words.down(),
            remove=words.remove(),
            change=list_words.change(),
            add=add_view(routine, self._searched),
            start=None if routine.steps else start_view(book),
            press=press_act(routine, book),
            share=list_words.share(),
            print=list_words.print_it(),
            untested=list_words.untested(),
            said=self._said,
            undo=list_words.undo() if self._before else "",
            problem=self._problem,
        )
