"""The journal of one person on one open database: writes commit before they return."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from acupress_desktop.domain import journal as records
from acupress_desktop.domain import journal_tables as shapes
from acupress_desktop.domain import ports
from acupress_desktop.domain.exercises import ExerciseRecord
from acupress_desktop.domain.ids import QuestionId, RowId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import BackupKind, DayRange, JournalChange, JournalStanding, Subject
from acupress_desktop.domain.trends.daily import Area, middle_of_day
from acupress_desktop.domain.trends.material import TrendMaterial
from acupress_desktop.domain.troubles import Trouble
from acupress_desktop.storage import across_rows, archive_rows, check_in_rows, safety_rows, session_rows
from acupress_desktop.storage.backup import list_backups, make_backup, newest_good_backup
from acupress_desktop.storage.glance import GLANCE_SCHEMA, glance_window, read_glance, write_glance
from acupress_desktop.storage.open_database import OpenDatabase
from acupress_desktop.storage.plan_journal import PlanJournal
from acupress_desktop.storage.practice_journal import Mark
from acupress_desktop.storage.rows import moment_columns
from acupress_desktop.storage.writing import RowWriter

# A hold changes nothing at a glance that closing its session does not write a little later.
_GLANCE_SUBJECTS = {
    Subject.CHECK_INS,
    Subject.SESSIONS,
    Subject.RATINGS,
    Subject.EVERYTHING,
}


class Journal(PlanJournal):
    """Implements all ports of the journal and ``BackupPort``. Use it on its own thread."""

    def __init__(self, database: OpenDatabase) -> None:
        """Take over an open database, which ends with ``close``."""
        super().__init__(database)
        glance = read_glance(database.profile.glance, database.now().local_date)
        self._next_set = None if glance is None else glance.next_set

    @property
    def standing(self) -> JournalStanding:
        """Whether the journal may be written to."""
        return self._database.standing

    @property
    def backup_trouble(self) -> Trouble | None:
        """Why the last daily backup failed; entries are kept all the same."""
        return self._database.backup_trouble

    def verify(self, done: Callable[[JournalStanding], None] | None = None) -> None:
        """Check every page and row in the background, then tell ``done`` the standing."""
        self._database.verify(done)

    def close(self) -> None:
        """Let go of the files; afterwards nothing can be written."""
        self._database.close()

    def _committed(self, subject: Subject, rows: list[RowId], days: set[date]) -> JournalChange:
        change = super()._committed(subject, rows, days)
        if subject in _GLANCE_SUBJECTS:
            self._write_glance()
        return change

    # --- Check-ins ---------------------------------------------------------------------------------------

    def remember_check_in(self, record: records.CheckInRecord) -> JournalChange:
        """Add an entry."""
        with self._database.writing() as writer:
            check_in_rows.add(writer, record)
        return self._committed(Subject.CHECK_INS, [record.id], {record.moment.local_date})

    def remember_check_in_edit(self, record: records.CheckInRecord, *, seen_revision: int) -> JournalChange:
        """Replace an entry that is still as it was read."""
        with self._database.writing() as writer:
            before = check_in_rows.edit(writer, record, seen_revision)
        days = {record.moment.local_date, date.fromisoformat(str(before["moment_local_date"]))}
        return self._committed(Subject.CHECK_INS, [record.id], days)

    def remember_check_in_deleted(self, check_in: RowId) -> JournalChange:
        """Take an entry out of every list."""
        return self._mark(shapes.CHECK_IN, Subject.CHECK_INS, check_in, "moment", Mark.DELETED)

    def remember_check_in_restored(self, check_in: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.CHECK_IN, Subject.CHECK_INS, check_in, "moment", Mark.LIVING)

    def recall_check_in(self, check_in: RowId) -> ports.KeptCheckIn | None:
        """Return one entry."""
        with self._database.reading() as connection:
            return check_in_rows.recall(connection, check_in)

    def recall_check_ins(self, days: DayRange) -> tuple[ports.KeptCheckIn, ...]:
        """Return the entries of some local days, newest first."""
        with self._database.reading() as connection:
            return check_in_rows.recall_days(connection, days)

    def recall_newest_check_ins(self, count: int) -> tuple[ports.KeptCheckIn, ...]:
        """Return the newest entries, newest first."""
        with self._database.reading() as connection:
            return check_in_rows.recall_newest(connection, count)

    # --- Sessions ----------------------------------------------------------------------------------------

    def remember_session_opened(
        self, record: records.SessionRecord, ratings: tuple[records.RatingRecord, ...] = ()
    ) -> JournalChange:
        """Add a session that is about to start, with the ratings given before it."""
        with self._database.writing() as writer:
            if record.routine is not None:
                writer.existing(shapes.ROUTINE, record.routine)
            writer.add(shapes.SESSION, record.id, session_rows.session_content(record))
            for rating in ratings:
                writer.add(shapes.RATING, rating.id, session_rows.rating_content(rating))
        rows = [record.id, *(rating.id for rating in ratings)]
        return self._committed(Subject.SESSIONS, rows, {record.started.local_date})

    def remember_hold(self, record: records.HoldRecord) -> JournalChange:
        """Add one finished hold, in a commit of its own."""
        with self._database.writing() as writer:
            writer.existing(shapes.SESSION, record.session)
            writer.add(shapes.HOLD, record.id, session_rows.hold_content(record))
            session_rows.drop_checkpoint(writer, record.session)
        return self._committed(Subject.HOLDS, [record.id], {record.moment.local_date})

    def remember_checkpoint(self, checkpoint: ports.HoldCheckpoint) -> None:
        """Note how far the running hold has come."""
        with self._database.writing() as writer:
            writer.existing(shapes.SESSION, checkpoint.session)
            session_rows.write_checkpoint(writer, checkpoint, self._database.around.keys.next())

    def remember_comfort(self, hold: RowId, comfort: records.Comfort | None) -> JournalChange:
        """Say how a point felt, or take it back."""
        with self._database.writing() as writer:
            value = None if comfort is None else comfort.value
            before = writer.change(shapes.HOLD, hold, {"comfort": value})
        day = date.fromisoformat(str(before["moment_local_date"]))
        return self._committed(Subject.HOLDS, [hold], {day})

    def remember_rating(self, record: records.RatingRecord) -> JournalChange:
        """Add a rating, or correct the one with the same id."""
        content = session_rows.rating_content(record)
        with self._database.writing() as writer:
            writer.existing(shapes.SESSION, record.session)
            session_rows.add_or_correct(writer, shapes.RATING, record.id, content)
        return self._committed(Subject.RATINGS, [record.id], {record.moment.local_date})

    def remember_pause(self, record: records.PauseRecord) -> JournalChange:
        """Add a pause."""
        with self._database.writing() as writer:
            writer.existing(shapes.SESSION, record.session)
            writer.add(shapes.PAUSE, record.id, session_rows.pause_content(record))
        return self._committed(Subject.PAUSES, [record.id], {record.moment.local_date})

    def remember_exercise(self, record: ExerciseRecord) -> JournalChange:
        """Add one exercise of a session as it was done, or say how far the one with the same id has come."""
        content = session_rows.exercise_content(record)
        with self._database.writing() as writer:
            writer.existing(shapes.SESSION, record.session)
            session_rows.add_or_correct(writer, shapes.EXERCISE_DONE, record.id, content)
        return self._committed(Subject.EXERCISES, [record.id], {record.moment.local_date})

    def remember_adverse_event(self, record: records.AdverseEventRecord) -> JournalChange:
        """Add something unpleasant that was told, or correct the one with the same id."""
        content = session_rows.adverse_event_content(record)
        with self._database.writing() as writer:
            if record.session is not None:
                writer.existing(shapes.SESSION, record.session)
            session_rows.add_or_correct(writer, shapes.ADVERSE_EVENT, record.id, content)
        return self._committed(Subject.ADVERSE_EVENTS, [record.id], {record.moment.local_date})

    def remember_adverse_event_deleted(self, event: RowId) -> JournalChange:
        """Take something unpleasant out of every list."""
        return self._mark(shapes.ADVERSE_EVENT, Subject.ADVERSE_EVENTS, event, "moment", Mark.DELETED)

    def remember_adverse_event_restored(self, event: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.ADVERSE_EVENT, Subject.ADVERSE_EVENTS, event, "moment", Mark.LIVING)

    def recall_adverse_events(self, days: DayRange) -> tuple[records.AdverseEventRecord, ...]:
        """Return what was unpleasant on some local days, in a session or not, newest first."""
        with self._database.reading() as connection:
            return session_rows.recall_adverse_events(connection, days)

    def remember_session_note(self, session: RowId, note: str) -> JournalChange:
        """Replace the note of a session."""
        with self._database.writing() as writer:
            before = writer.change(shapes.SESSION, session, {"note": note})
        day = date.fromisoformat(str(before["started_local_date"]))
        return self._committed(Subject.SESSIONS, [session], {day})

    def remember_session_closed(
        self, session: RowId, *, end: records.SessionEnd, ended: Moment
    ) -> JournalChange:
        """Close a session."""
        with self._database.writing() as writer:
            changes = {"end_kind": end.value, **moment_columns("ended", ended)}
            before = writer.change(shapes.SESSION, session, changes)
            session_rows.drop_checkpoint(writer, session)
        day = date.fromisoformat(str(before["started_local_date"]))
        return self._committed(Subject.SESSIONS, [session], {day})

    def remember_session_deleted(self, session: RowId) -> JournalChange:
        """Take a session and all that belongs to it out of every list and sum."""
        return self._mark(shapes.SESSION, Subject.SESSIONS, session, "started", Mark.DELETED)

    def remember_session_restored(self, session: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.SESSION, Subject.SESSIONS, session, "started", Mark.LIVING)

    def recall_unfinished_session(self) -> ports.UnfinishedSession | None:
        """Return the newest session without an end."""
        with self._database.reading() as connection:
            return session_rows.recall_unfinished(connection)

    def recall_story(self, session: RowId) -> records.SessionStory | None:
        """Return a session with all that belongs to it."""
        with self._database.reading() as connection:
            return session_rows.recall_story(connection, session)

    def recall_stories(self, days: DayRange) -> tuple[records.SessionStory, ...]:
        """Return the sessions that started on some local days, newest first."""
        with self._database.reading() as connection:
            return session_rows.recall_stories(connection, days)

    def recall_day_use(self, day: date) -> ports.DayUse:
        """Sum what one local day has used of its allowance."""
        with self._database.reading() as connection:
            return across_rows.day_use(connection, day)

    def recall_protocol_starts(self) -> tuple[ports.ProtocolStart, ...]:
        """Return the first day of each set that was ever pressed."""
        with self._database.reading() as connection:
            return across_rows.protocol_starts(connection)

    def recall_pressure_limits(self) -> tuple[ports.PointPressure, ...]:
        """Return the points at which pressing was ever too much."""
        with self._database.reading() as connection:
            return across_rows.pressure_limits(connection)

    def remember_whole(
        self, check_ins: Sequence[records.CheckInRecord], stories: Sequence[records.SessionStory]
    ) -> JournalChange:
        """Add entries and finished sessions in one commit: for made-up journals."""
        with self._database.writing() as writer:
            check_in_rows.add_many(writer, check_ins)
            session_rows.add_many(writer, stories)
        rows = [*(each.id for each in check_ins), *(each.session.id for each in stories)]
        return self._committed(Subject.EVERYTHING, rows, set())

    # --- Safety ------------------------------------------------------------------------------------------

    def remember_answers(self, answers: tuple[ports.StableAnswer, ...]) -> JournalChange:
        """Keep stable answers."""
        with self._database.writing() as writer:
            rows = safety_rows.write_answers(writer, answers, self._database.around.keys.next)
        return self._committed(Subject.ANSWERS, rows, {each.answered.local_date for each in answers})

    def remember_answers_changed(
        self, answers: tuple[ports.StableAnswer, ...], forgotten: tuple[QuestionId, ...]
    ) -> JournalChange:
        """Keep some stable answers and forget others, in one commit."""
        with self._database.writing() as writer:
            rows = safety_rows.write_answers(writer, answers, self._database.around.keys.next)
            rows += safety_rows.forget_answers(writer, forgotten)
        return self._committed(Subject.ANSWERS, rows, {self._database.now().local_date})

    def recall_answers(self) -> tuple[ports.StableAnswer, ...]:
        """Return the stable answers."""
        with self._database.reading() as connection:
            return safety_rows.recall_answers(connection)

    def remember_advice(self, rules: tuple[RuleId, ...], told: Moment) -> JournalChange:
        """Note that these rules asked for a check."""
        with self._database.writing() as writer:
            rows = safety_rows.write_advice(writer, rules, told, self._database.around.keys.next)
        return self._committed(Subject.ADVICE, rows, {told.local_date})

    def remember_advice_checked(self, rule: RuleId, checked: Moment) -> JournalChange:
        """Note that the person had it checked."""
        with self._database.writing() as writer:
            row = safety_rows.write_advice_checked(writer, rule, checked)
        return self._committed(Subject.ADVICE, [row], {checked.local_date})

    def remember_advice_unchecked(self, rule: RuleId) -> JournalChange:
        """Take back that the person had it checked."""
        with self._database.writing() as writer:
            row = safety_rows.write_advice_checked(writer, rule, None)
        return self._committed(Subject.ADVICE, [row], {self._database.now().local_date})

    def recall_advice(self) -> tuple[ports.AdviceRecord, ...]:
        """Return every rule that ever asked for a check."""
        with self._database.reading() as connection:
            return safety_rows.recall_advice(connection)

    def remember_consent(self, record: records.ConsentRecord) -> JournalChange:
        """Keep that a client agreed to a demonstration."""
        with self._database.writing() as writer:
            safety_rows.write_consent(writer, record)
        return self._committed(Subject.CONSENTS, [record.id], {record.moment.local_date})

    # --- Across ------------------------------------------------------------------------------------------

    def recall_trend_material(self, days: DayRange) -> TrendMaterial:
        """Return what a trend is computed from."""
        with self._database.reading() as connection:
            return across_rows.trend_material(connection, days)

    def recall_counts(self) -> ports.JournalCounts:
        """Count what the journal holds."""
        with self._database.reading() as connection:
            return across_rows.counts(connection)

    def remember_next_set(self, next_set: ports.NextSet | None) -> None:
        """Note what the home page shall offer at the next first paint."""
        self._next_set = next_set
        self._write_glance()

    def recall_person(self) -> RowId:
        """Return the key of the person whose journal this is."""
        return self._database.person

    def recall_archive(self) -> Iterator[ports.ArchiveRow]:
        """Yield every row of one snapshot; may be taken on another thread while the journal is written."""
        with self._database.troubles():
            yield from archive_rows.every_row(self._database.profile.journal)

    def remember_archive(self, archive: ports.Archive) -> ports.ImportCounts:
        """Merge rows by key, all or nothing, after a backup of what was there."""
        with self._database.writing() as writer:
            counts, person = self._merged(writer, archive)
        self._database.person = person
        self._committed(Subject.EVERYTHING, [], set())
        return counts

    def _merged(self, writer: RowWriter, archive: ports.Archive) -> tuple[ports.ImportCounts, RowId]:
        if archive_rows.holds_nothing(writer.connection):
            if archive.person != self._database.person:
                writer = archive_rows.adopt(writer, archive.person)
        else:
            # The write lock is held, so the copy is of exactly what the import will find.
            make_backup(self._database.profile, BackupKind.IMPORT, self._database.now())
        return archive_rows.merge(writer, archive), writer.person

    # --- Backups -----------------------------------------------------------------------------------------

    def recall_backups(self) -> tuple[ports.Backup, ...]:
        """Return the backups, newest first."""
        return list_backups(self._database.profile)

    def remember_backup(self, kind: BackupKind) -> ports.Backup:
        """Make and verify a backup of what is in the journal now."""
        with self._database.troubles():
            return make_backup(self._database.profile, kind, self._database.now())

    def newest_good_backup(self) -> ports.Backup | None:
        """Return the newest backup that still passes its checks."""
        return newest_good_backup(self._database.profile)

    # --- Glance ------------------------------------------------------------------------------------------

    def _write_glance(self) -> None:
        today = self._database.now().local_date
        window = glance_window(today)
        area = Area(frozenset(self._next_set.regions if self._next_set else ()))
        with self._database.reading() as connection:
            found = across_rows.day_pains(connection, DayRange(window[0], today), area)
            last = across_rows.last_pain(connection)
        days = tuple(_glance_day(day, found.get(day)) for day in window)
        glance = ports.Glance(GLANCE_SCHEMA, today, self._next_set, days, last)
        # The entry is safe already; a glance that cannot be written only makes the next start neutral.
        with contextlib.suppress(OSError):
            write_glance(self._database.profile.glance, glance)


def _glance_day(day: date, pains: across_rows.DayPains | None) -> ports.GlanceDay:
    if pains is None:
        return ports.GlanceDay(day, None, 0)
    return ports.GlanceDay(day, middle_of_day(pains.values) if pains.values else None, pains.sessions)
