"""The list of a person's own routines: press, change, copy, give on, print, delete; and open a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol as Port

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalChange
from acupress_desktop.domain.routines import ROUTINES_MAX, Routine, duplicated, free_name
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import Destination, ToRoutine, ToSafety
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.routine_giving import (
    PageEnd,
    RoutineFiles,
    Told,
    told_of_printing,
    told_of_sharing,
)
from acupress_desktop.presenters.routine_texts import (
    RoutineBook,
    lengths,
    opened_view,
    press_act,
    print_kind,
    printed,
    share_kind,
)
from acupress_desktop.presenters.routine_view import (
    CardAct,
    FileKindView,
    OpenedFileView,
    PrintedRoutineView,
    RoutineCardView,
    RoutineListView,
)
from acupress_desktop.words import routines as words
from acupress_desktop.words import storage


class RoutineJournal(Port):
    """What the pages of routines need of the journal."""

    def remember_routine(self, routine: Routine) -> JournalChange:
        """Add a routine, or change the one with the same id."""
        ...

    def remember_routine_deleted(self, routine: RowId) -> JournalChange:
        """Take a routine out of every list."""
        ...

    def remember_routine_restored(self, routine: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_routines(self) -> tuple[Routine, ...]:
        """Return the routines, the one that was changed last first."""
        ...

    def recall_routine(self, routine: RowId) -> Routine | None:
        """Return one routine."""
        ...

    def recall_routine_name(self, routine: RowId) -> str | None:
        """Return the name of a routine, deleted or not."""
        ...


class RoutineListPresenter:
    """Every intent returns the next view, or where to go."""

    def __init__(
        self,
        journal: RoutineJournal,
        book: RoutineBook,
        files: RoutineFiles,
        now: Callable[[], Moment],
        new_id: Callable[[], RowId],
    ) -> None:
        self._journal = journal
        self._book = book
        self._files = files
        self._now = now
        self._new_id = new_id
        self._said = ""
        self._problem = ""
        self._gone: Routine | None = None
        self._opened: Routine | None = None

    def present(self) -> RoutineListView:
        """Show the list."""
        routines = self._journal.recall_routines()
        full = words.too_many(ROUTINES_MAX) if len(routines) >= ROUTINES_MAX else ""
        return RoutineListView(
            empty="" if routines else words.none_yet(),
            cards=tuple(self._card(one) for one in routines),
            acts=(
                (CardAct.CHANGE, words.change()),
                (CardAct.DUPLICATE, words.duplicate()),
                (CardAct.SHARE, words.share()),
                (CardAct.PRINT, words.print_it()),
                (CardAct.DELETE, words.delete()),
            ),
            open_file=ActView(words.open_file(), blocked_because=full),
            said=self._said,
            undo=words.undo() if self._gone is not None else "",
            problem=self._problem,
        )

    # --- Ways

    def change(self, routine: RowId) -> Destination:
        """Open one in the editor."""
        return ToRoutine(routine)

    def press(self, routine: RowId) -> RoutineListView | Destination:
        """Go to the safety questions."""
        found = self._journal.recall_routine(routine)
        if found is None or not press_act(found, self._book).ready:
            return self.present()
        return ToSafety(found.complaint, routine=found.id)

    # --- Acts

    def duplicate(self, routine: RowId) -> RoutineListView:
        """Make a copy."""
        self._quiet()
        found = self._journal.recall_routine(routine)
        kept = self._journal.recall_routines()
        if found is None or len(kept) >= ROUTINES_MAX:
            return self.present()
        name = free_name(words.copy_name(found.name), (one.name for one in kept))
        return self._add(duplicated(found, self._new_id, self._now(), name))

    def delete(self, routine: RowId) -> RoutineListView:
        """Take one out of the list."""
        self._quiet()
        found = self._journal.recall_routine(routine)
        if found is not None:
            try:
                self._journal.remember_routine_deleted(routine)
            except KnownTrouble as trouble:
                self._problem = storage.trouble_line(trouble.trouble)
            else:
                self._gone, self._said = found, words.deleted(found.name)
        return self.present()

    def undo(self) -> RoutineListView:
        """Put back what was deleted last."""
        gone = self._gone
        self._quiet()
        if gone is not None:
            try:
                self._journal.remember_routine_restored(gone.id)
            except KnownTrouble as trouble:
                self._problem = storage.trouble_line(trouble.trouble)
            else:
                self._said = words.restored(gone.name)
        return self.present()

    # --- Files

    def share_kind(self, routine: RowId) -> FileKindView | None:
        """Say what is asked before a file is written."""
        found = self._journal.recall_routine(routine)
        return None if found is None else share_kind(found, self._files.ending)

    def share(self, routine: RowId, path: Path) -> RoutineListView:
        """Write one to a file."""
        found = self._journal.recall_routine(routine)
        return self.present() if found is None else self._tell(told_of_sharing(self._files, path, found))

    def print_kind(self, routine: RowId) -> FileKindView | None:
        """Say what is asked before a page is written."""
        found = self._journal.recall_routine(routine)
        return None if found is None else print_kind(found)

    def printed(self, routine: RowId) -> PrintedRoutineView | None:
        """Lay one out for paper."""
        found = self._journal.recall_routine(routine)
        return None if found is None else printed(found, self._book)

    def was_printed(self, file: str, how: PageEnd) -> RoutineListView:
        """Tell how the page came out."""
        return self._tell(told_of_printing(file, how))

    def _tell(self, told: Told) -> RoutineListView:
        self._quiet()
        self._said, self._problem = told.said, told.problem
        return self.present()

    def open_kind(self) -> FileKindView:
        """Say what is asked before a file is opened."""
        return FileKindView(words.open_file(), "", ((words.file_kind(), "json"),))

    def open_file(self, path: Path) -> RoutineListView | OpenedFileView:
        """Look into a file; nothing of it is kept."""
        self._quiet()
        try:
            self._opened = self._files.read(path)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self.present()
        return opened_view(self._opened, self._book)

    def add_opened(self) -> RoutineListView:
        """Keep what was looked at, under a free name."""
        opened, self._opened = self._opened, None
        kept = self._journal.recall_routines()
        if opened is None or len(kept) >= ROUTINES_MAX:
            return self.present()
        name = free_name(opened.name, (one.name for one in kept))
        return self._add(replace(opened, name=name, moment=self._now()))

    def leave_opened(self) -> RoutineListView:
        """Forget what was looked at."""
        self._opened = None
        return self.present()

    def _add(self, routine: Routine) -> RoutineListView:
        try:
            self._journal.remember_routine(routine)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
        else:
            self._said = words.copied(routine.name)
        return self.present()

    def _quiet(self) -> None:
        self._said, self._problem, self._gone = "", "", None

    def _card(self, routine: Routine) -> RoutineCardView:
        return RoutineCardView(
            id=routine.id,
            name=routine.name,
            what_for=words.what_for(self._book.complaint_title(routine.complaint)),
            lengths=lengths(routine),
            press=press_act(routine, self._book),
            press_spoken=words.press_spoken(routine.name),
        )
