"""What presenters may ask of the journal, the settings and the backups.

Verbs: *remember* writes and returns what changed, once it is on disk; *recall* reads. Every write may raise
``KnownTrouble``; then nothing was changed. ``storage`` implements these; tests may too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from acupress_desktop.domain.breathing import OwnBreath
from acupress_desktop.domain.exercises import ExerciseRecord
from acupress_desktop.domain.ids import PointCode, ProtocolId, QuestionId, RegionId, RowId, RuleId
from acupress_desktop.domain.journal import (
    AdverseEventRecord,
    CheckInRecord,
    Comfort,
    ConsentRecord,
    HoldRecord,
    PauseRecord,
    RatingRecord,
    SessionEnd,
    SessionRecord,
    SessionStory,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import FavouritePoint, OwnPoint, PointCheck, PointReview
from acupress_desktop.domain.practice import Goal, PracticePlan, Pressed
from acupress_desktop.domain.pressure import PressureTrial
from acupress_desktop.domain.reminders import Reminder
from acupress_desktop.domain.routines import Routine
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.domain.table_shapes import PlainValue, TableShape
from acupress_desktop.domain.trends.material import TrendMaterial


class Subject(Enum):
    """What a write touched."""

    CHECK_INS = "check_ins"
    SESSIONS = "sessions"
    HOLDS = "holds"
    RATINGS = "ratings"
    PAUSES = "pauses"
    ADVERSE_EVENTS = "adverse_events"
    ANSWERS = "answers"
    ADVICE = "advice"
    CONSENTS = "consents"
    FAVOURITES = "favourites"
    OWN_POINTS = "own_points"
    POINT_CHECKS = "point_checks"
    POINT_REVIEWS = "point_reviews"
    PRESSURE_TRIALS = "pressure_trials"
    ROUTINES = "routines"
    OWN_BREATHS = "own_breaths"
    GOALS = "goals"
    PRACTICE_PLANS = "practice_plans"
    REMINDERS = "reminders"
    EXERCISES = "exercises"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class JournalChange:
    """What a write changed: subjects, rows and the local days they belong to."""

    subjects: tuple[Subject, ...]
    rows: tuple[RowId, ...]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class DayRange:
    """Local days, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.last < self.first:
            raise ValueError(f"a range of days runs forward, not from {self.first} to {self.last}")

    @property
    def days(self) -> int:
        """How many days the range has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class KeptCheckIn:
    """A check-in as the journal holds it; hand ``revision`` back when editing."""

    record: CheckInRecord
    revision: int
    created: Moment
    changed: Moment


@dataclass(frozen=True, slots=True)
class HoldCheckpoint:
    """How far the running hold has come, written every 5 s. ``order`` is the planned step's."""

    session: RowId
    order: int
    held_seconds: float
    moment: Moment


@dataclass(frozen=True, slots=True)
class UnfinishedSession:
    """A session that was never closed, with the hold that was running when it broke off."""

    story: SessionStory
    checkpoint: HoldCheckpoint | None


@dataclass(frozen=True, slots=True)
class DayUse:
    """What one local day has used of its allowance; sessions without a second of pressing don't count."""

    sessions: int
    planned_seconds: int
    held_seconds: float


@dataclass(frozen=True, slots=True)
class ProtocolStart:
    """The local day of the first session in which a set was pressed."""

    protocol: ProtocolId
    day: date


@dataclass(frozen=True, slots=True)
class PointPressure:
    """One less than the lowest felt pressure that was ever "too much" at this point (at least 1)."""

    point: PointCode
    felt_pressure: int


@dataclass(frozen=True, slots=True)
class StableAnswer:
    """An answer that holds for 30 days or until it changes. ``answer_json`` is the answers file's value."""

    question: QuestionId
    answer_json: str
    answered: Moment


@dataclass(frozen=True, slots=True)
class AdviceRecord:
    """That a rule asked for a check in the next weeks: when told last, and when ticked as checked."""

    rule: RuleId
    told: Moment
    checked: Moment | None


@dataclass(frozen=True, slots=True)
class JournalCounts:
    """How much the journal holds; deleted entries not counted."""

    check_ins: int
    sessions: int
    holds: int
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class SitePress:
    """One point and side of a set, in order."""

    point: PointCode
    side: SiteSide


@dataclass(frozen=True, slots=True)
class NextSet:
    """What the home page offers next; kept beside the journal for the first paint."""

    protocol: ProtocolId
    title: str
    minutes: int
    sites: tuple[SitePress, ...]
    regions: tuple[RegionId, ...] = ()


@dataclass(frozen=True, slots=True)
class GlanceDay:
    """One of the last 14 days: its pain value (``None`` = nothing logged) and its sessions."""

    day: date
    value: float | None
    sessions: int


@dataclass(frozen=True, slots=True)
class LastPain:
    """The newest check-in with a pain value, for "as last time"."""

    day: date
    intensity: int
    region: RegionId
    side: PainSide


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first paint may show before the journal is open. ``written`` is the local day."""

    schema: int
    written: date
    next_set: NextSet | None
    days: tuple[GlanceDay, ...]
    last_pain: LastPain | None


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """One row on its way out of or into a journal. ``line`` is 1-based in the file it came from."""

    table: TableShape
    values: tuple[PlainValue, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """A whole journal read from a file, checked value by value. ``file`` names it in refusals."""

    file: str
    person: RowId
    rows: tuple[ArchiveRow, ...]


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What an import did; the three sum to the rows of the file."""

    added: int
    updated: int
    unchanged: int


class JournalStanding(Enum):
    """Whether the journal may be written to."""

    UNVERIFIED = "unverified"
    GOOD = "good"
    DAMAGED = "damaged"
    CLOSED = "closed"


class BackupKind(Enum):
    """Why a backup was made; only daily ones are rotated by age."""

    DAILY = "daily"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file, verified when it was made. ``made`` is in UTC."""

    path: Path
    made: datetime
    kind: BackupKind
    bytes: int


class JournalPort(Protocol):
    """The journal of one person."""

    @property
    def standing(self) -> JournalStanding:
        """Whether it may be written to; a write to an unverified journal verifies it first."""
        ...

    # Check-ins
    def remember_check_in(self, record: CheckInRecord) -> JournalChange:
        """Add an entry, for now or for the past."""
        ...

    def remember_check_in_edit(self, record: CheckInRecord, *, seen_revision: int) -> JournalChange:
        """Replace an entry; refused as ``StaleEdit`` where it has changed since ``seen_revision``."""
        ...

    def remember_check_in_deleted(self, check_in: RowId) -> JournalChange:
        """Take an entry out of every list; ``remember_check_in_restored`` undoes it."""
        ...

    def remember_check_in_restored(self, check_in: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_check_in(self, check_in: RowId) -> KeptCheckIn | None:
        """Return one entry, or ``None`` where it is unknown or deleted."""
        ...

    def recall_check_ins(self, days: DayRange) -> tuple[KeptCheckIn, ...]:
        """Return the entries of some local days, newest first."""
        ...

    def recall_newest_check_ins(self, count: int) -> tuple[KeptCheckIn, ...]:
        """Return the newest entries, newest first."""
        ...

    # Sessions
    def remember_session_opened(
        self, record: SessionRecord, ratings: tuple[RatingRecord, ...] = ()
    ) -> JournalChange:
        """Add a session that is about to start, with the ratings given before it."""
        ...

    def remember_hold(self, record: HoldRecord) -> JournalChange:
        """Add one finished hold, in a commit of its own; drops the session's checkpoint."""
        ...

    def remember_checkpoint(self, checkpoint: HoldCheckpoint) -> None:
        """Note how far the running hold has come; the newest note of a session replaces the one before."""
        ...

    def remember_comfort(self, hold: RowId, comfort: Comfort | None) -> JournalChange:
        """Say how a point felt, or take it back with ``None``."""
        ...

    def remember_rating(self, record: RatingRecord) -> JournalChange:
        """Add a rating, or correct the one with the same id."""
        ...

    def remember_pause(self, record: PauseRecord) -> JournalChange:
        """Add a pause."""
        ...

    def remember_exercise(self, record: ExerciseRecord) -> JournalChange:
        """Add one exercise of a session as it was done, or say how far the one with the same id has come."""
        ...

    def remember_adverse_event(self, record: AdverseEventRecord) -> JournalChange:
        """Add something unpleasant that was told, or correct the one with the same id."""
        ...

    def remember_adverse_event_deleted(self, event: RowId) -> JournalChange:
        """Take something unpleasant out of every list; ``remember_adverse_event_restored`` undoes it."""
        ...

    def remember_adverse_event_restored(self, event: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_adverse_events(self, days: DayRange) -> tuple[AdverseEventRecord, ...]:
        """Return what was unpleasant on some local days, in a session or not, newest first."""
        ...

    def remember_session_note(self, session: RowId, note: str) -> JournalChange:
        """Replace the note of a session."""
        ...

    def remember_session_closed(self, session: RowId, *, end: SessionEnd, ended: Moment) -> JournalChange:
        """Close a session; drops its checkpoint."""
        ...

    def remember_session_deleted(self, session: RowId) -> JournalChange:
        """Take a session and all that belongs to it out of every list and sum."""
        ...

    def remember_session_restored(self, session: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_unfinished_session(self) -> UnfinishedSession | None:
        """Return the newest session without an end."""
        ...

    def recall_story(self, session: RowId) -> SessionStory | None:
        """Return a session with its holds, ratings, pauses, adverse events and exercises."""
        ...

    def recall_stories(self, days: DayRange) -> tuple[SessionStory, ...]:
        """Return the sessions that started on some local days, newest first."""
        ...

    def recall_day_use(self, day: date) -> DayUse:
        """Sum what one local day has used of its allowance."""
        ...

    def recall_protocol_starts(self) -> tuple[ProtocolStart, ...]:
        """Return for each set ever pressed the local day of its first session, oldest first."""
        ...

    def recall_pressure_limits(self) -> tuple[PointPressure, ...]:
        """Return the points at which pressing was ever too much, with the highest pressure left."""
        ...

    # Safety
    def remember_answers(self, answers: tuple[StableAnswer, ...]) -> JournalChange:
        """Keep stable answers; each replaces the one to the same question."""
        ...

    def remember_answers_changed(
        self, answers: tuple[StableAnswer, ...], forgotten: tuple[QuestionId, ...]
    ) -> JournalChange:
        """Keep some stable answers and forget others, in one commit; what is forgotten is asked again."""
        ...

    def recall_answers(self) -> tuple[StableAnswer, ...]:
        """Return the stable answers, whatever their age; the caller knows the 30 days."""
        ...

    def remember_advice(self, rules: tuple[RuleId, ...], told: Moment) -> JournalChange:
        """Note that these rules asked for a check; a rule told again is open again."""
        ...

    def remember_advice_checked(self, rule: RuleId, checked: Moment) -> JournalChange:
        """Note that the person had it checked."""
        ...

    def remember_advice_unchecked(self, rule: RuleId) -> JournalChange:
        """Take back that the person had it checked."""
        ...

    def recall_advice(self) -> tuple[AdviceRecord, ...]:
        """Return every rule that ever asked for a check."""
        ...

    def remember_consent(self, record: ConsentRecord) -> JournalChange:
        """Keep that a client agreed to a demonstration."""
        ...

    # Reading across
    def recall_trend_material(self, days: DayRange) -> TrendMaterial:
        """Return the pain values and session days that a trend is computed from."""
        ...

    def recall_counts(self) -> JournalCounts:
        """Count what the journal holds."""
        ...

    def remember_next_set(self, next_set: NextSet | None) -> None:
        """Note what the home page shall offer at the next first paint (glance file only)."""
        ...

    # Whole journals
    def recall_person(self) -> RowId:
        """Return the key of the person whose journal this is."""
        ...

    def recall_archive(self) -> Iterator[ArchiveRow]:
        """Yield every row, deleted ones too, parents before children, in order of their keys."""
        ...

    def remember_archive(self, archive: Archive) -> ImportCounts:
        """Merge rows by key, all or nothing.

        The same revision with the same content is skipped, a newer one replaces, an older one is skipped;
        the same revision with other content refuses the whole file.
        """
        ...


class PointPracticePort(Protocol):
    """What a person keeps about points; the journal of one person fills it."""

    def remember_favourite(self, record: FavouritePoint) -> JournalChange:
        """Mark a point; one that is marked already stays as it is."""
        ...

    def remember_favourite_dropped(self, point: PointCode) -> JournalChange:
        """Take the mark off a point; nothing happens where there is none."""
        ...

    def recall_favourites(self) -> tuple[FavouritePoint, ...]:
        """Return the marked points, in the order in which they were marked."""
        ...

    def remember_own_point(self, record: OwnPoint) -> JournalChange:
        """Add a spot of the person's own, or change the one with the same id."""
        ...

    def remember_own_point_deleted(self, own_point: RowId) -> JournalChange:
        """Take a spot out of every list; ``remember_own_point_restored`` undoes it."""
        ...

    def remember_own_point_restored(self, own_point: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_own_points(self) -> tuple[OwnPoint, ...]:
        """Return the person's own spots, oldest first."""
        ...

    def remember_point_check(self, record: PointCheck) -> JournalChange:
        """Add an answer to "Did I find it?", or correct the one with the same id."""
        ...

    def remember_point_check_deleted(self, check: RowId) -> JournalChange:
        """Take an answer back."""
        ...

    def recall_point_checks(self) -> tuple[PointCheck, ...]:
        """Return every answer to "Did I find it?", oldest first."""
        ...

    def remember_point_review(self, record: PointReview) -> JournalChange:
        """Add one answered question of the quiz, or correct the one with the same id."""
        ...

    def recall_point_reviews(self) -> tuple[PointReview, ...]:
        """Return every answered question of the quiz, oldest first."""
        ...


class PressurePort(Protocol):
    """How hard a person's own hand presses; the journal of one person fills it."""

    def remember_pressure_trial(self, record: PressureTrial) -> JournalChange:
        """Add a try on the scale, or correct the one with the same id."""
        ...

    def remember_pressure_trials_deleted(self, trials: tuple[RowId, ...]) -> JournalChange:
        """Take tries out of every list, all or none; ``remember_pressure_trials_restored`` undoes it."""
        ...

    def remember_pressure_trials_restored(self, trials: tuple[RowId, ...]) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_pressure_trials(self) -> tuple[PressureTrial, ...]:
        """Return every try, oldest first."""
        ...


class RoutinePort(Protocol):
    """A person's own routines; the journal of one person fills it."""

    def remember_routine(self, routine: Routine) -> JournalChange:
        """Add a routine, or change the one with the same id; its steps are kept and replaced with it."""
        ...

    def remember_routine_deleted(self, routine: RowId) -> JournalChange:
        """Take a routine out of every list; ``remember_routine_restored`` undoes it."""
        ...

    def remember_routine_restored(self, routine: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_routines(self) -> tuple[Routine, ...]:
        """Return the routines, the one that was changed last first."""
        ...

    def recall_routine(self, routine: RowId) -> Routine | None:
        """Return one routine, or ``None`` where it is unknown or deleted."""
        ...

    def recall_routine_name(self, routine: RowId) -> str | None:
        """Return the name of a routine, deleted or not: sessions keep the name of what was pressed."""
        ...


class BreathPort(Protocol):
    """Breathing patterns of a person's own; the journal of one person fills it."""

    def remember_own_breath(self, record: OwnBreath) -> JournalChange:
        """Add a pattern, or change the one with the same id."""
        ...

    def remember_own_breath_deleted(self, breath: RowId) -> JournalChange:
        """Take a pattern out of every list; ``remember_own_breath_restored`` undoes it."""
        ...

    def remember_own_breath_restored(self, breath: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_own_breaths(self) -> tuple[OwnBreath, ...]:
        """Return the patterns, oldest first."""
        ...


class PracticePort(Protocol):
    """What a person means to do over weeks; the journal of one person fills it."""

    def remember_goal(self, record: Goal) -> JournalChange:
        """Add a goal, or change the one with the same id."""
        ...

    def remember_goal_deleted(self, goal: RowId) -> JournalChange:
        """Take a goal out of every list; ``remember_goal_restored`` undoes it."""
        ...

    def remember_goal_restored(self, goal: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_goals(self) -> tuple[Goal, ...]:
        """Return the goals, oldest first, with those that were put away."""
        ...

    def remember_practice_plan(self, record: PracticePlan) -> JournalChange:
        """Add a plan, or change the one with the same id."""
        ...

    def remember_practice_plan_deleted(self, plan: RowId) -> JournalChange:
        """Take a plan back; ``remember_practice_plan_restored`` undoes it."""
        ...

    def remember_practice_plan_restored(self, plan: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_practice_plan(self) -> PracticePlan | None:
        """Return the newest plan, or ``None`` where there is none."""
        ...

    def recall_practice_plans(self) -> tuple[PracticePlan, ...]:
        """Return the plans, oldest first: what counted when."""
        ...

    def recall_pressed(self, days: DayRange) -> tuple[Pressed, ...]:
        """Return the sessions of some local days in which anything was held, oldest first."""
        ...


class ReminderPort(Protocol):
    """When a person wants to be reminded; the journal of one person fills it."""

    def remember_reminder(self, record: Reminder) -> JournalChange:
        """Add a reminder, or change the one with the same id."""
        ...

    def remember_reminder_deleted(self, reminder: RowId) -> JournalChange:
        """Take a reminder out of every list; ``remember_reminder_restored`` undoes it."""
        ...

    def remember_reminder_restored(self, reminder: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_reminders(self) -> tuple[Reminder, ...]:
        """Return the reminders, oldest first."""
        ...


class SettingsPort(Protocol):
    """The person's settings."""

    def recall_settings(self) -> Settings:
        """Return the settings; defaults where none were ever kept."""
        ...

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        """Keep the settings and return the keys of those that changed."""
        ...


class BackupPort(Protocol):
    """Verified copies of the journal."""

    def recall_backups(self) -> tuple[Backup, ...]:
        """Return the backups, newest first."""
        ...

    def remember_backup(self, kind: BackupKind) -> Backup:
        """Make and verify a backup of what is in the journal now."""
        ...

    def newest_good_backup(self) -> Backup | None:
        """Return the newest backup that still passes its checks."""
        ...


Rows = Iterable[ArchiveRow]
