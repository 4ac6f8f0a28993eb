"""Keeps a running session in the journal as it happens: each finished hold is its own commit.

What cannot be written (a full disk) waits in order and is tried again with the next event, so that
nothing is lost while the app runs, and the screen says so meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from acupress_desktop.domain.exercises import ExerciseRecord
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import (
    AdverseEventRecord,
    HoldRecord,
    PauseRecord,
    RatingRecord,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import HoldCheckpoint, JournalPort
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.session.states import (
    ExerciseDone,
    Finished,
    HoldDone,
    PauseDone,
    RatingGiven,
    State,
    SymptomTold,
)
from acupress_desktop.session.watching import (
    checkpoint_due,
    exercise_due,
    exercises_since,
    holds_since,
    pauses_since,
)

Write = Callable[[JournalPort], object]


@dataclass(slots=True)
class SessionKeeping:
    """Writes what is new between two states. ``trouble`` is what the last write failed with."""

    journal: JournalPort
    session: RowId
    ids: RowIds
    now: Callable[[], Moment]
    trouble: KnownTrouble | None = None
    _hold_rows: dict[int, RowId] = field(default_factory=dict)
    _exercise_rows: dict[int, RowId] = field(default_factory=dict)
    _waiting: list[Write] = field(default_factory=list)

    def know_hold(self, order: int, row: RowId) -> None:
        """Say under which key an earlier run of this session kept the hold ``order``."""
        self._hold_rows[order] = row

    def know_exercise(self, order: int, row: RowId) -> None:
        """Say under which key an earlier run of this session kept the exercise ``order``."""
        self._exercise_rows[order] = row

    def keep(self, before: State, after: State) -> None:
        """Write what happened between the two states, oldest first."""
        when = self.now()
        for hold in holds_since(before, after):
            self._keep_hold(hold, when)
        for done in exercises_since(before, after):
            self._waiting.append(_Remembered.exercise(self._exercise(done, when)))
        for pause in pauses_since(before, after):
            self._waiting.append(_Remembered.pause(self._pause(pause, when)))
        for rating in after.log.ratings[len(before.log.ratings) :]:
            self._waiting.append(_Remembered.rating(self._rating(rating, when)))
        for symptom in after.log.symptoms[len(before.log.symptoms) :]:
            self._waiting.append(_Remembered.adverse_event(self._adverse_event(symptom, when)))
        if isinstance(after, Finished) and not isinstance(before, Finished):
            self._waiting.append(_Remembered.closed(self.session, after, when))
        due = checkpoint_due(before, after)
        running = exercise_due(before, after)
        self.flush()
        if due is not None and self.trouble is None:
            self._checkpoint(due, when)
        if running is not None and self.trouble is None:
            self._note_exercise(running, when)

    def flush(self) -> None:
        """Try again what is waiting; stops at the first that fails, so that the order stays."""
        while self._waiting:
            try:
                self._waiting[0](self.journal)
            except KnownTrouble as trouble:
                self.trouble = trouble
                return
            self._waiting.pop(0)
        self.trouble = None

    @property
    def all_kept(self) -> bool:
        """Whether everything that happened is on disk."""
        return not self._waiting

    def _keep_hold(self, hold: HoldDone, when: Moment) -> None:
        row = self._hold_rows.get(hold.order)
        if row is not None:
            self._waiting.append(_Remembered.comfort(row, hold))
            return
        row = self.ids.next()
        self._hold_rows[hold.order] = row
        self._waiting.append(
            _Remembered.hold(
                HoldRecord(
                    id=row,
                    session=self.session,
                    moment=when,
                    order=hold.order,
                    point=hold.point,
                    side=hold.side,
                    prescribed_seconds=hold.prescribed_seconds,
                    hold_seconds=hold.hold_seconds,
                    held_seconds=hold.held_seconds,
                    completed=hold.completed,
                    changed_by=hold.changed_by,
                    felt_pressure=hold.felt_pressure,
                    comfort=hold.comfort,
                )
            )
        )

    def _exercise(self, done: ExerciseDone, when: Moment) -> ExerciseRecord:
        row = self._exercise_rows.setdefault(done.order, self.ids.next())
        return ExerciseRecord(
            id=row,
            session=self.session,
            moment=when,
            order=done.order,
            kind=done.kind,
            title=done.title,
            planned_seconds=done.planned_seconds,
            repeats=done.repeats,
            done_seconds=done.done_seconds,
            completed=done.completed,
        )

    def _pause(self, pause: PauseDone, when: Moment) -> PauseRecord:
        return PauseRecord(self.ids.next(), self.session, when, pause.at, pause.seconds, pause.cause.value)

    def _rating(self, rating: RatingGiven, when: Moment) -> RatingRecord:
        return RatingRecord(self.ids.next(), self.session, when, rating.measure, rating.time, rating.value)

    def _adverse_event(self, symptom: SymptomTold, when: Moment) -> AdverseEventRecord:
        return AdverseEventRecord(
            self.ids.next(), self.session, when, symptom.kind, symptom.point, side=symptom.side
        )

    def _checkpoint(self, hold: HoldDone, when: Moment) -> None:
        try:
            self.journal.remember_checkpoint(
                HoldCheckpoint(self.session, hold.step_order, hold.held_seconds, when)
            )
        except KnownTrouble as trouble:
            self.trouble = trouble

    def _note_exercise(self, running: ExerciseDone, when: Moment) -> None:
        try:
            self.journal.remember_exercise(self._exercise(running, when))
        except KnownTrouble as trouble:
            self.trouble = trouble


class _Remembered:
    """One write each, made now and carried out when the journal takes it."""

    @staticmethod
    def hold(record: HoldRecord) -> Write:
        return lambda journal: journal.remember_hold(record)

    @staticmethod
    def comfort(row: RowId, hold: HoldDone) -> Write:
        return lambda journal: journal.remember_comfort(row, hold.comfort)

    @staticmethod
    def exercise(record: ExerciseRecord) -> Write:
        return lambda journal: journal.remember_exercise(record)

    @staticmethod
    def pause(record: PauseRecord) -> Write:
        return lambda journal: journal.remember_pause(record)

    @staticmethod
    def rating(record: RatingRecord) -> Write:
        return lambda journal: journal.remember_rating(record)

    @staticmethod
    def adverse_event(record: AdverseEventRecord) -> Write:
        return lambda journal: journal.remember_adverse_event(record)

    @staticmethod
    def closed(session: RowId, finished: Finished, when: Moment) -> Write:
        return lambda journal: journal.remember_session_closed(session, end=finished.end, ended=when)
