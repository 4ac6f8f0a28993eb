"""The part of the journal about learning: favourites, own spots, tries at finding, the quiz, pressure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from acupress_desktop.domain import journal_tables as shapes
from acupress_desktop.domain import point_practice as practice
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.ports import JournalChange, Subject
from acupress_desktop.domain.pressure import PressureTrial
from acupress_desktop.domain.table_shapes import TableShape
from acupress_desktop.domain.troubles import KnownTrouble, NoSuchRow
from acupress_desktop.storage import practice_rows, pressure_rows
from acupress_desktop.storage.open_database import OpenDatabase
from acupress_desktop.storage.rows import microseconds


class Mark(Enum):
    """Whether a row counts."""

    DELETED = "deleted"
    LIVING = "living"


class PracticeJournal:
    """Implements ``PointPracticePort`` and ``PressurePort`` on an open database."""

    def __init__(self, database: OpenDatabase) -> None:
        self._database = database

    # --- Favourites --------------------------------------------------------------------------------------

    def remember_favourite(self, record: practice.FavouritePoint) -> JournalChange:
        """Mark a point."""
        with self._database.writing() as writer:
            key = practice_rows.write_favourite(writer, record)
        return self._committed(Subject.FAVOURITES, [key], {record.moment.local_date})

    def remember_favourite_dropped(self, point: PointCode) -> JournalChange:
        """Take the mark off a point."""
        with self._database.writing() as writer:
            key = practice_rows.drop_favourite(writer, point)
        return self._committed(Subject.FAVOURITES, [] if key is None else [key], set())

    def recall_favourites(self) -> tuple[practice.FavouritePoint, ...]:
        """Return the marked points, in the order in which they were marked."""
        with self._database.reading() as connection:
            return practice_rows.recall_favourites(connection)

    # --- Own spots ---------------------------------------------------------------------------------------

    def remember_own_point(self, record: practice.OwnPoint) -> JournalChange:
        """Add a spot, or change the one with the same id."""
        with self._database.writing() as writer:
            practice_rows.write_own_point(writer, record)
        return self._committed(Subject.OWN_POINTS, [record.id], set())

    def remember_own_point_deleted(self, own_point: RowId) -> JournalChange:
        """Take a spot out of every list."""
        return self._mark(shapes.OWN_POINT, Subject.OWN_POINTS, own_point, None, Mark.DELETED)

    def remember_own_point_restored(self, own_point: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.OWN_POINT, Subject.OWN_POINTS, own_point, None, Mark.LIVING)

    def recall_own_points(self) -> tuple[practice.OwnPoint, ...]:
        """Return the spots, oldest first."""
        with self._database.reading() as connection:
            return practice_rows.recall_own_points(connection)

    # --- Did I find it? ----------------------------------------------------------------------------------

    def remember_point_check(self, record: practice.PointCheck) -> JournalChange:
        """Add an answer, or correct the one with the same id."""
        with self._database.writing() as writer:
            practice_rows.write_check(writer, record)
        return self._committed(Subject.POINT_CHECKS, [record.id], {record.moment.local_date})

    def remember_point_check_deleted(self, check: RowId) -> JournalChange:
        """Take an answer back."""
        return self._mark(shapes.POINT_CHECK, Subject.POINT_CHECKS, check, "moment", Mark.DELETED)

    def recall_point_checks(self) -> tuple[practice.PointCheck, ...]:
        """Return every answer, oldest first."""
        with self._database.reading() as connection:
            return practice_rows.recall_checks(connection)

    # --- The quiz ----------------------------------------------------------------------------------------

    def remember_point_review(self, record: practice.PointReview) -> JournalChange:
        """Add one answered question, in a commit of its own."""
        with self._database.writing() as writer:
            practice_rows.write_review(writer, record)
        return self._committed(Subject.POINT_REVIEWS, [record.id], {record.moment.local_date})

    def recall_point_reviews(self) -> tuple[practice.PointReview, ...]:
        """Return every answered question, oldest first."""
        with self._database.reading() as connection:
            return practice_rows.recall_reviews(connection)

    def remember_practice(
        self,
        favourites: Sequence[practice.FavouritePoint],
        checks: Sequence[practice.PointCheck],
        reviews: Sequence[practice.PointReview],
        trials: Sequence[PressureTrial] = (),
    ) -> JournalChange:
        """Add many rows in one commit: for made-up journals."""
        with self._database.writing() as writer:
            practice_rows.add_many(writer, favourites, checks, reviews)
            pressure_rows.add_many(writer, trials)
        rows = [each.id for many in (favourites, checks, reviews, trials) for each in many]
        return self._committed(Subject.EVERYTHING, rows, set())

    # --- Pressure ----------------------------------------------------------------------------------------

    def remember_pressure_trial(self, record: PressureTrial) -> JournalChange:
        """Add a try on the scale, or correct the one with the same id."""
        with self._database.writing() as writer:
            pressure_rows.write(writer, record)
        return self._committed(Subject.PRESSURE_TRIALS, [record.id], {record.moment.local_date})

    def remember_pressure_trials_deleted(self, trials: tuple[RowId, ...]) -> JournalChange:
        """Take tries out of every list, all in one commit."""
        return self._mark_all(shapes.PRESSURE_TRIAL, Subject.PRESSURE_TRIALS, trials, "moment", Mark.DELETED)

    def remember_pressure_trials_restored(self, trials: tuple[RowId, ...]) -> JournalChange:
        """Undo a deletion."""
        return self._mark_all(shapes.PRESSURE_TRIAL, Subject.PRESSURE_TRIALS, trials, "moment", Mark.LIVING)

    def recall_pressure_trials(self) -> tuple[PressureTrial, ...]:
        """Return every try, oldest first."""
        with self._database.reading() as connection:
            return pressure_rows.recall(connection)

    # --- What every write does ---------------------------------------------------------------------------

    def _committed(self, subject: Subject, rows: list[RowId], days: set[date]) -> JournalChange:
        self._database.back_up_daily()
        return JournalChange((subject,), tuple(rows), tuple(sorted(days)))

    def _mark(
        self, shape: TableShape, subject: Subject, key: RowId, moment: str | None, mark: Mark
    ) -> JournalChange:
        """Delete a row, or bring it back; ``moment`` names the columns that say which day it belongs to."""
        return self._mark_all(shape, subject, (key,), moment, mark)

    def _mark_all(
        self,
        shape: TableShape,
        subject: Subject,
        keys: Sequence[RowId],
        moment: str | None,
        mark: Mark,
    ) -> JournalChange:
        """Do the same with several rows in one commit."""
        days = set()
        with self._database.writing() as writer:
            deleted = microseconds(writer.now.utc) if mark is Mark.DELETED else None
            for key in keys:
                if mark is Mark.DELETED and writer.existing(shape, key)["deleted_utc"] is not None:
                    raise KnownTrouble(NoSuchRow(shape.name))
                before = writer.change(shape, key, {"deleted_utc": deleted})
                if moment is not None:
                    days.add(date.fromisoformat(str(before[f"{moment}_local_date"])))
        return self._committed(subject, list(keys), days)
