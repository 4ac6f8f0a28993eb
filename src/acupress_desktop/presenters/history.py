"""The journal page: check-ins and sessions by day, all of one beside the list, undo for every deletion."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import CheckInRecord, SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import DayRange, JournalChange, JournalCounts, KeptCheckIn
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import (
    Destination,
    LeaveSampleJournal,
    ToAdverseLog,
    ToCheckIn,
    ToSampleJournal,
)
from acupress_desktop.presenters.exporting import ExportKind, ExportPort
from acupress_desktop.presenters.history_detail import HistoryNames, check_in_detail, session_detail
from acupress_desktop.presenters.history_view import (
    DayView,
    DetailView,
    FileQuestionView,
    HappeningKind,
    HappeningView,
    HistoryEmptyView,
    HistoryView,
    SaidView,
)
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.sample import JournalKind, sample_banner
from acupress_desktop.words import adverse_log as log_words
from acupress_desktop.words import history as words
from acupress_desktop.words import sample, storage
from acupress_desktop.words.days import clock_time

WINDOW_DAYS = 30
"""How many days are shown at first and added each time; a busy journal has ten entries a day."""


class HistoryJournal(Protocol):
    """What the page needs of the journal."""

    def recall_check_ins(self, days: DayRange) -> tuple[KeptCheckIn, ...]:
        """Return the entries of some local days."""
        ...

    def recall_stories(self, days: DayRange) -> tuple[SessionStory, ...]:
        """Return the sessions of some local days."""
        ...

    def recall_check_in(self, check_in: RowId) -> KeptCheckIn | None:
        """Return one entry."""
        ...

    def recall_story(self, session: RowId) -> SessionStory | None:
        """Return one session."""
        ...

    def recall_counts(self) -> JournalCounts:
        """Count what the journal holds."""
        ...

    def remember_check_in_deleted(self, check_in: RowId) -> JournalChange:
        """Take an entry out."""
        ...

    def remember_check_in_restored(self, check_in: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def remember_session_deleted(self, session: RowId) -> JournalChange:
        """Take a session out."""
        ...

    def remember_session_restored(self, session: RowId) -> JournalChange:
        """Undo a deletion."""
        ...


@dataclass(frozen=True, slots=True)
class _Row:
    """Something that happened, ready to be put in order."""

    id: RowId
    kind: HappeningKind
    moment: Moment
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class _Gone:
    id: RowId
    kind: HappeningKind


class HistoryPresenter:
    """Presents the page; every intent returns the new view or where to go."""

    def __init__(
        self,
        journal: HistoryJournal,
        names: HistoryNames,
        exporting: ExportPort,
        now: Callable[[], Moment],
        kind: JournalKind = JournalKind.OWN,
    ) -> None:
        self._journal = journal
        self._names = names
        self._exporting = exporting
        self._now = now
        self._kind = kind
        self._shown_days = WINDOW_DAYS
        self._opened: tuple[RowId, HappeningKind] | None = None
        self._gone: _Gone | None = None
        self._trouble = ""
        self._said: SaidView | None = None

    # --- Intents

    def present(self) -> HistoryView:
        """Show the list, and all of the row that is open."""
        counts = self._journal.recall_counts()
        today = self._now().local_date
        # Nobody's entry lies in the future, but a clock that was wrong may have put one there.
        last = max(today, counts.last_day or today)
        first = today - timedelta(days=self._shown_days - 1)
        rows = self._rows(DayRange(first, last))
        more = counts.first_day is not None and counts.first_day < first
        if not rows and more and counts.last_day is not None:
            # Months without an entry: begin where the newest one is.
            self._shown_days = (today - counts.last_day).days + WINDOW_DAYS
            return self.present()
        nothing = counts.check_ins == 0 and counts.sessions == 0
        said, self._said = self._said, None
        return HistoryView(
            page=words.page(),
            title=words.title(),
            check_in=words.check_in(),
            log=log_words.page(),
            days=tuple(self._days(rows, today)),
            earlier=ActView(words.earlier()) if more else None,
            all_shown="" if more or nothing else words.all_shown(),
            detail=self._detail(),
            choose_one=words.choose_one(),
            back=words.back_to_list(),
            export=words.export(),
            import_file=words.import_file(),
            empty=HistoryEmptyView(words.empty_title(), words.empty_text(), sample.explore())
            if nothing
            else None,
            banner=sample_banner(self._kind),
            trouble=self._trouble,
            said=said,
        )

    def earlier(self) -> HistoryView:
        """Add the days before; empty stretches are passed over."""
        self._trouble = ""
        counts = self._journal.recall_counts()
        if counts.first_day is not None:
            today = self._now().local_date
            oldest = (today - counts.first_day).days + 1
            shown = len(self._rows(self._range(self._shown_days)))
            while self._shown_days < oldest:
                self._shown_days += WINDOW_DAYS
                if len(self._rows(self._range(self._shown_days))) > shown:
                    break
        return self.present()

    def open(self, row: RowId, kind: HappeningKind) -> HistoryView:
        """Show all of one row."""
        self._opened = (row, kind)
        self._trouble = ""
        return self.present()

    def close(self) -> HistoryView:
        """Back to the list alone."""
        self._opened = None
        return self.present()

    def edit(self, check_in: RowId) -> Destination:
        """Change an entry."""
        return ToCheckIn(check_in)

    def check_in(self) -> Destination:
        """Write an entry."""
        return ToCheckIn()

    def log(self) -> Destination:
        """Tell something unpleasant, or look at what was told."""
        return ToAdverseLog()

    def delete(self, row: RowId, kind: HappeningKind) -> HistoryView:
        """Take a row out; it can be undone while the message stands."""
        self._trouble = ""
        try:
            if kind is HappeningKind.CHECK_IN:
                self._journal.remember_check_in_deleted(row)
            else:
                self._journal.remember_session_deleted(row)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return self.present()
        self._gone = _Gone(row, kind)
        self._opened = None
        deleted = words.entry_deleted() if kind is HappeningKind.CHECK_IN else words.session_deleted()
        self._said = SaidView(deleted, words.undo())
        return self.present()

    def undo(self) -> HistoryView:
        """Bring back what was deleted last."""
        gone, self._gone = self._gone, None
        if gone is None:
            return self.present()
        try:
            if gone.kind is HappeningKind.CHECK_IN:
                self._journal.remember_check_in_restored(gone.id)
            else:
                self._journal.remember_session_restored(gone.id)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return self.present()
        self._opened = (gone.id, gone.kind)
        back = words.entry_back() if gone.kind is HappeningKind.CHECK_IN else words.session_back()
        self._said = SaidView(back)
        return self.present()

    def export_question(self) -> FileQuestionView:
        """Say what to ask before an export."""
        name = words.export_name(self._now().local_date)
        return FileQuestionView(words.export_title(), name, words.export_kinds())

    def export(self, path: Path) -> HistoryView:
        """Write everything to a file."""
        self._trouble = ""
        try:
            rows = self._exporting.export_journal(path, ExportKind.of(path))
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
        else:
            self._said = SaidView(words.exported(str(path), rows))
        return self.present()

    def import_question(self) -> FileQuestionView:
        """Say what to ask before an import."""
        return FileQuestionView(words.import_title(), "", words.export_kinds())

    def import_file(self, path: Path) -> HistoryView:
        """Read a file, all or nothing."""
        self._trouble = ""
        try:
            counts = self._exporting.import_journal(path)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
        else:
            self._said = SaidView(words.imported(counts))
        return self.present()

    def explore_sample(self) -> Destination:
        """Look around in the made-up journal."""
        return ToSampleJournal()

    def remove_sample(self) -> Destination:
        """Back to the person's own journal."""
        return LeaveSampleJournal()

    # --- The list

    def _range(self, days: int) -> DayRange:
        today = self._now().local_date
        return DayRange(today - timedelta(days=days - 1), today)

    def _rows(self, days: DayRange) -> list[_Row]:
        rows = [self._check_in_row(kept.record) for kept in self._journal.recall_check_ins(days)]
        rows += [self._session_row(story) for story in self._journal.recall_stories(days)]
        return sorted(rows, key=lambda row: (row.moment.local_date, row.moment.utc), reverse=True)

    def _days(self, rows: Iterable[_Row], today: date) -> Iterable[DayView]:
        by_day: dict[date, list[_Row]] = {}
        for row in rows:
            by_day.setdefault(row.moment.local_date, []).append(row)
        for day, happened in by_day.items():
            yield DayView(
                day,
                words.day_heading(day, today),
                tuple(
                    HappeningView(
                        row.id,
                        row.kind,
                        clock_time(row.moment),
                        row.title,
                        row.detail,
                        Choice.when(self._opened == (row.id, row.kind)),
                    )
                    for row in happened
                ),
            )

    def _check_in_row(self, record: CheckInRecord) -> _Row:
        pains = self._names.pains(record)
        others = self._names.items(record)
        tags = self._names.tags(record)
        first_line = record.note.strip().split("\n", maxsplit=1)[0]
        title = ", ".join(pains) or (others[0] if others else words.entry())
        rest = [*(others if pains else others[1:]), *tags]
        detail = ". ".join(part for part in (", ".join(rest), first_line) if part)
        return _Row(record.id, HappeningKind.CHECK_IN, record.moment, title, detail)

    def _session_row(self, story: SessionStory) -> _Row:
        session = story.session
        done = sum(hold.completed for hold in story.holds)
        held = sum(hold.held_seconds for hold in story.holds)
        return _Row(
            session.id,
            HappeningKind.SESSION,
            session.started,
            self._names.session_title(session),
            words.session_line(done, session.planned_holds, words.duration(held)),
        )

    def _detail(self) -> DetailView | None:
        if self._opened is None:
            return None
        row, kind = self._opened
        if kind is HappeningKind.CHECK_IN:
            kept = self._journal.recall_check_in(row)
            return None if kept is None else check_in_detail(kept.record, self._names)
        story = self._journal.recall_story(row)
        return None if story is None else session_detail(story, self._names)
