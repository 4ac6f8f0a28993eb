"""The part of the journal about a lasting practice: routines, own breathing, goals, plans, reminders."""

from __future__ import annotations

from collections.abc import Sequence

from acupress_desktop.domain import journal_tables as shapes
from acupress_desktop.domain.breathing import OwnBreath
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.ports import DayRange, JournalChange, Subject
from acupress_desktop.domain.practice import Goal, PracticePlan, Pressed
from acupress_desktop.domain.reminders import Reminder
from acupress_desktop.domain.routines import Routine
from acupress_desktop.storage import across_rows, plan_rows, routine_rows
from acupress_desktop.storage.practice_journal import Mark, PracticeJournal


class PlanJournal(PracticeJournal):
    """Implements ``RoutinePort``, ``BreathPort``, ``PracticePort`` and ``ReminderPort``."""

    # --- Routines ------------------------------------------------------------------------------------------

    def remember_routine(self, routine: Routine) -> JournalChange:
        """Add a routine, or change the one with the same id."""
        with self._database.writing() as writer:
            routine_rows.write(writer, routine)
        return self._committed(Subject.ROUTINES, [routine.id], {routine.moment.local_date})

    def remember_routine_deleted(self, routine: RowId) -> JournalChange:
        """Take a routine out of every list."""
        return self._mark(shapes.ROUTINE, Subject.ROUTINES, routine, "moment", Mark.DELETED)

    def remember_routine_restored(self, routine: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.ROUTINE, Subject.ROUTINES, routine, "moment", Mark.LIVING)

    def recall_routines(self) -> tuple[Routine, ...]:
        """Return the routines, the one that was changed last first."""
        with self._database.reading() as connection:
            return routine_rows.recall(connection)

    def recall_routine(self, routine: RowId) -> Routine | None:
        """Return one routine, or ``None`` where it is unknown or deleted."""
        with self._database.reading() as connection:
            return routine_rows.recall_one(connection, routine)

    def recall_routine_name(self, routine: RowId) -> str | None:
        """Return the name of a routine, deleted or not."""
        with self._database.reading() as connection:
            return routine_rows.recall_name(connection, routine)

    # --- Breathing -----------------------------------------------------------------------------------------

    def remember_own_breath(self, record: OwnBreath) -> JournalChange:
        """Add a pattern, or change the one with the same id."""
        with self._database.writing() as writer:
            routine_rows.write_breath(writer, record)
        return self._committed(Subject.OWN_BREATHS, [record.id], {record.moment.local_date})

    def remember_own_breath_deleted(self, breath: RowId) -> JournalChange:
        """Take a pattern out of every list."""
        return self._mark(shapes.OWN_BREATH, Subject.OWN_BREATHS, breath, "moment", Mark.DELETED)

    def remember_own_breath_restored(self, breath: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.OWN_BREATH, Subject.OWN_BREATHS, breath, "moment", Mark.LIVING)

    def recall_own_breaths(self) -> tuple[OwnBreath, ...]:
        """Return the patterns, oldest first."""
        with self._database.reading() as connection:
            return routine_rows.recall_breaths(connection)

    # --- Goals ---------------------------------------------------------------------------------------------

    def remember_goal(self, record: Goal) -> JournalChange:
        """Add a goal, or change the one with the same id."""
        with self._database.writing() as writer:
            plan_rows.write_goal(writer, record)
        return self._committed(Subject.GOALS, [record.id], {record.moment.local_date})

    def remember_goal_deleted(self, goal: RowId) -> JournalChange:
        """Take a goal out of every list."""
        return self._mark(shapes.GOAL, Subject.GOALS, goal, "moment", Mark.DELETED)

    def remember_goal_restored(self, goal: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.GOAL, Subject.GOALS, goal, "moment", Mark.LIVING)

    def recall_goals(self) -> tuple[Goal, ...]:
        """Return the goals, oldest first, with those that were put away."""
        with self._database.reading() as connection:
            return plan_rows.recall_goals(connection)

    # --- Plans ---------------------------------------------------------------------------------------------

    def remember_practice_plan(self, record: PracticePlan) -> JournalChange:
        """Add a plan, or change the one with the same id."""
        with self._database.writing() as writer:
            plan_rows.write_plan(writer, record)
        return self._committed(Subject.PRACTICE_PLANS, [record.id], {record.moment.local_date})

    def remember_practice_plan_deleted(self, plan: RowId) -> JournalChange:
        """Take a plan out of every list."""
        return self._mark(shapes.PRACTICE_PLAN, Subject.PRACTICE_PLANS, plan, "moment", Mark.DELETED)

    def remember_practice_plan_restored(self, plan: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.PRACTICE_PLAN, Subject.PRACTICE_PLANS, plan, "moment", Mark.LIVING)

    def recall_practice_plan(self) -> PracticePlan | None:
        """Return the newest plan, or ``None`` where there is none."""
        plans = self.recall_practice_plans()
        return plans[-1] if plans else None

    def recall_practice_plans(self) -> tuple[PracticePlan, ...]:
        """Return the plans, oldest first: what counted when."""
        with self._database.reading() as connection:
            return plan_rows.recall_plans(connection)

    def recall_pressed(self, days: DayRange) -> tuple[Pressed, ...]:
        """Return the sessions of some local days in which anything was held, oldest first."""
        with self._database.reading() as connection:
            return across_rows.pressed(connection, days)

    # --- Reminders -----------------------------------------------------------------------------------------

    def remember_reminder(self, record: Reminder) -> JournalChange:
        """Add a reminder, or change the one with the same id."""
        with self._database.writing() as writer:
            plan_rows.write_reminder(writer, record)
        return self._committed(Subject.REMINDERS, [record.id], {record.moment.local_date})

    def remember_reminder_deleted(self, reminder: RowId) -> JournalChange:
        """Take a reminder out of every list."""
        return self._mark(shapes.REMINDER, Subject.REMINDERS, reminder, "moment", Mark.DELETED)

    def remember_reminder_restored(self, reminder: RowId) -> JournalChange:
        """Undo a deletion."""
        return self._mark(shapes.REMINDER, Subject.REMINDERS, reminder, "moment", Mark.LIVING)

    def recall_reminders(self) -> tuple[Reminder, ...]:
        """Return the reminders, oldest first."""
        with self._database.reading() as connection:
            return plan_rows.recall_reminders(connection)

    # --- Made-up journals --------------------------------------------------------------------------------

    def remember_plans(
        self,
        routines: Sequence[Routine],
        goals: Sequence[Goal],
        plans: Sequence[PracticePlan],
        reminders: Sequence[Reminder] = (),
    ) -> JournalChange:
        """Add many rows in one commit: for made-up journals."""
        with self._database.writing() as writer:
            routine_rows.add_many(writer, routines)
            plan_rows.add_many(writer, goals, plans, reminders)
        rows = [each.id for many in (routines, goals, plans, reminders) for each in many]
        return self._committed(Subject.EVERYTHING, rows, set())
