"""Journals, clocks and entries for tests: everything that is chance or time is given here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from acupress_desktop.domain import journal as records
from acupress_desktop.domain import point_practice as practice
from acupress_desktop.domain.breathing import BreathPattern, OwnBreath, StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind, ExerciseRecord
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RegionId, RowId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.practice import Goal, PracticePlan
from acupress_desktop.domain.pressure import PressureTrial, PressWith, TrialKind
from acupress_desktop.domain.protocols import DoseStage, Form
from acupress_desktop.domain.reminders import Reminder, ReminderKind, Weekday
from acupress_desktop.domain.routines import ExerciseStep, PressStep, Routine, RoutineSides
from acupress_desktop.domain.row_ids import row_id
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.opening import open_journal

START = datetime(2026, 11, 22, 14, 20, tzinfo=UTC)
ZONE = "Europe/Zurich"
NECK = RegionId("neck-back")
SHOULDER = RegionId("shoulder-top")
SLOW = BreathPattern(in_seconds=3.9, out_seconds=6.1, hold_full_seconds=0.1, hold_empty_seconds=0.3)


@dataclass(slots=True)
class Bench:
    """A data folder with a clock that the test moves and chance that it can repeat."""

    folder: Path
    when: datetime = START
    chance: Random = field(default_factory=lambda: Random(7))  # noqa: S311 - repeatable, not secret

    def now(self) -> Moment:
        """Return the moment that the test set."""
        return moment(self.when)

    def later(self, **units: float) -> Moment:
        """Move the clock on and return the new moment."""
        self.when += timedelta(**units)
        return self.now()

    def open(self) -> Journal:
        """Open the journal of the folder."""
        return open_journal(self.folder, now=self.now, random_bytes=self.chance.randbytes)

    def key(self) -> RowId:
        """Return a new key."""
        return row_id(self.when, self.chance.randbytes(8))

    def check_in(
        self, intensity: int | None = 5, region: RegionId = NECK, note: str = ""
    ) -> records.CheckInRecord:
        """Return an entry for now."""
        pains: tuple[records.PainReport, ...] = ()
        if intensity is not None:
            pains = (records.PainReport(self.key(), region, PainSide.RIGHT, intensity),)
        return records.CheckInRecord(self.key(), self.now(), pains, note=note)

    def session(self, protocol: str = "P01") -> records.SessionRecord:
        """Return a session that starts now."""
        return records.SessionRecord(
            id=self.key(),
            started=self.now(),
            protocol=ProtocolId(protocol),
            content_version="1",
            form=Form.FULL,
            stage=DoseStage.USUAL,
            planned_holds=2,
            planned_seconds=125,
            region=NECK,
            side=PainSide.RIGHT,
            rules=(RuleId("L08"),),
            clearance_json='{"rules":["L08"]}',
        )

    def hold(self, session: RowId, order: int = 1, held_seconds: float = 60.0) -> records.HoldRecord:
        """Return a hold that ends now."""
        return records.HoldRecord(
            id=self.key(),
            session=session,
            moment=self.now(),
            order=order,
            point=PointCode("GB21"),
            side=SiteSide.LEFT,
            prescribed_seconds=60,
            hold_seconds=60,
            held_seconds=held_seconds,
            completed=held_seconds >= 60,
            changed_by=("first_week",),
            felt_pressure=5,
        )

    def rating(
        self, session: RowId, value: int, time: records.RatingTime = records.RatingTime.BEFORE
    ) -> records.RatingRecord:
        """Return a pain rating of now."""
        return records.RatingRecord(self.key(), session, self.now(), records.Measure.PAIN, time, value)

    def favourite(self, point: str = "LI4") -> practice.FavouritePoint:
        """Return a point marked now."""
        return practice.FavouritePoint(self.key(), PointCode(point), self.now())

    def own_point(self, name: str = "my spot", note: str = "") -> practice.OwnPoint:
        """Return a spot of the person's own on the right shoulder."""
        place = practice.MeshPlace(1234, (0.25, 0.5, 0.25))
        return practice.OwnPoint(self.key(), name, note, SiteSide.RIGHT, SHOULDER, place)

    def point_check(
        self,
        point: str = "LI4",
        sureness: practice.Sureness = practice.Sureness.SURE,
        *felt: practice.Felt,
    ) -> practice.PointCheck:
        """Return a try at finding a point, now."""
        return practice.PointCheck(
            self.key(), PointCode(point), SiteSide.LEFT, sureness, tuple(felt), self.now()
        )

    def point_review(
        self, point: str = "LI4", rating: practice.ReviewRating = practice.ReviewRating.GOOD
    ) -> practice.PointReview:
        """Return an answered question of the quiz, now."""
        return practice.PointReview(
            self.key(), PointCode(point), practice.ReviewKind.LOCATE, rating, self.now()
        )

    def pressure_trial(
        self, felt_pressure: int = 3, grams: int | None = 1100, kind: TrialKind = TrialKind.LEVEL
    ) -> PressureTrial:
        """Return a press of the left thumb on a scale, now."""
        return PressureTrial(self.key(), Side.LEFT, PressWith.THUMB, kind, felt_pressure, grams, self.now())

    def adverse_event(
        self, session: RowId | None = None, side: SiteSide | None = None, region: RegionId | None = None
    ) -> records.AdverseEventRecord:
        """Return a bruise, told now."""
        return records.AdverseEventRecord(
            self.key(), session, self.now(), records.AdverseKind.BRUISE, None, "", side, region
        )

    def routine(self, name: str = "after the desk", picture: str = "") -> Routine:
        """Return a routine with a point, a stretch and a walk, made now."""
        steps = (
            PressStep(
                self.key(),
                PointCode("GB21"),
                RoutineSides.BOTH,
                60,
                4,
                StepBreathing.OWN,
                SLOW,
                "slowly",
                picture,
            ),
            ExerciseStep(self.key(), ExerciseKind.STRETCH, "chin to chest", "", 30, 3),
            ExerciseStep(self.key(), ExerciseKind.WALK, "round the block", "", 600, None),
        )
        return Routine(self.key(), self.now(), name, ComplaintId("neck"), "as shown to me", steps)

    def own_breath(self, name: str = "slow", pattern: BreathPattern | None = None) -> OwnBreath:
        """Return a pattern named now."""
        return OwnBreath(self.key(), self.now(), name, SLOW if pattern is None else pattern)

    def goal(self, words: str = "carry the shopping home") -> Goal:
        """Return a goal of now."""
        return Goal(self.key(), self.now(), words)

    def practice_plan(self, routine: RowId | None = None, days_per_week: int = 5) -> PracticePlan:
        """Return a plan of now, for a routine or else for a set."""
        protocol = ProtocolId("P01") if routine is None else None
        return PracticePlan(self.key(), self.now(), protocol, routine, days_per_week, 2, date(2026, 12, 20))

    def reminder(self, kind: ReminderKind = ReminderKind.WEEKLY) -> Reminder:
        """Return a reminder of now."""
        days = (Weekday.MONDAY, Weekday.FRIDAY) if kind is ReminderKind.WEEKLY else ()
        on_day = None if kind is ReminderKind.WEEKLY else date(2026, 12, 20)
        return Reminder(self.key(), self.now(), kind, 18 * 60 + 30, days, on_day, 5)

    def exercise(self, session: RowId, order: int = 1, done_seconds: float = 30.0) -> ExerciseRecord:
        """Return a stretch that ends now."""
        return ExerciseRecord(
            id=self.key(),
            session=session,
            moment=self.now(),
            order=order,
            kind=ExerciseKind.STRETCH,
            title="chin to chest",
            planned_seconds=30,
            repeats=3,
            done_seconds=done_seconds,
            completed=done_seconds >= 30,
        )


def moment(when: datetime) -> Moment:
    """Return ``when`` as a person in Zurich in winter would have seen it."""
    local = Moment.of(when.astimezone(UTC) + timedelta(0))
    shown = when.astimezone(UTC) + timedelta(hours=1)
    return replace(local, offset_minutes=60, zone=ZONE, local_date=shown.date())
