"""A made-up journal to look around in: a folder of its own, the same every time for the same day and seed.

Nothing in it improves: the numbers wander around a middle as untreated pain does, so that nobody reads a
promise out of it.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from random import Random

from acupress_desktop.domain import journal as records
from acupress_desktop.domain import point_practice as practice
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RegionId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.practice import Goal, PracticePlan
from acupress_desktop.domain.pressure import PressureTrial, PressWith, TrialKind
from acupress_desktop.domain.protocols import READY_SECONDS, DoseStage, Form
from acupress_desktop.domain.routines import ExerciseStep, PressStep, Routine, RoutineSides
from acupress_desktop.domain.row_ids import row_id
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from acupress_desktop.storage.erase import Erased, erase_sample
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.open_database import Background, run_inline
from acupress_desktop.storage.opening import LostJournal, open_journal
from acupress_desktop.storage.profile import Profile

SAMPLE_DAYS = 84
BASELINE_DAYS = 15
SAMPLE_SEED = 20_261_122
SAMPLE_VERSION = "sample"

NECK = RegionId("area-neck")
SHOULDER = RegionId("area-shoulder")
LOW_BACK = RegionId("area-low-back")

_BOTH = (SiteSide.LEFT, SiteSide.RIGHT)


@dataclass(frozen=True, slots=True)
class SampleSite:
    """One site of a made-up session."""

    point: PointCode
    side: SiteSide
    felt_pressure: int


CALM = (
    *(SampleSite(PointCode("PC6"), side, 3) for side in _BOTH),
    *(SampleSite(PointCode("HT7"), side, 3) for side in _BOTH),
    SampleSite(PointCode("EX-HN3"), SiteSide.MIDLINE, 3),
)
NECK_SET = tuple(
    SampleSite(PointCode(code), side, pressure)
    for code, pressure in (("LI4", 5), ("LI10", 5), ("GB21", 5), ("SI14", 5), ("GB20", 3))
    for side in _BOTH
)

_MARKED = ((PointCode("PC6"), 0.0), (PointCode("LI4"), 0.1), (PointCode("GB20"), 0.2))
_RATINGS = (
    practice.ReviewRating.AGAIN,
    practice.ReviewRating.HARD,
    practice.ReviewRating.GOOD,
    practice.ReviewRating.GOOD,
    practice.ReviewRating.GOOD,
)

_PRESSED = (
    *((TrialKind.LEVEL, 1, grams) for grams in (150, 260, 180)),
    *((TrialKind.LEVEL, 3, grams) for grams in (900, 1200, 1050)),
    *((TrialKind.LEVEL, 5, grams) for grams in (1700, 2300, 1900)),
    *((TrialKind.CEILING, 6, grams) for grams in (2400, 2100, 2600)),
)
"""Made up like all of the sample: no study says how hard anybody should press a scale."""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Entries and sessions, and what was kept and learned about points, oldest first."""

    check_ins: tuple[records.CheckInRecord, ...]
    stories: tuple[records.SessionStory, ...]
    favourites: tuple[practice.FavouritePoint, ...] = ()
    checks: tuple[practice.PointCheck, ...] = ()
    reviews: tuple[practice.PointReview, ...] = ()
    trials: tuple[PressureTrial, ...] = ()
    routines: tuple[Routine, ...] = ()
    goals: tuple[Goal, ...] = ()
    plans: tuple[PracticePlan, ...] = ()


@dataclass(slots=True)
class Diary:
    """Makes entries and sessions of one imagined person from seeded chance."""

    chance: Random
    offset: timedelta
    zone: str
    leaning: float = 0.0

    def moment(self, day: date, hour: float) -> Moment:
        """Return a local time of ``day``; ``hour`` may have a fraction."""
        local = datetime.combine(day, time(), timezone(self.offset)) + timedelta(hours=hour)
        return Moment.of(local, self.zone)

    def key(self, moment: Moment) -> RowId:
        """Return a key that belongs to ``moment``."""
        return row_id(moment.utc, self.chance.randbytes(8))

    def pain_of_day(self) -> int:
        """Wander on by a day: neighbouring days are alike, and the middle stays where it is."""
        self.leaning = 0.5 * self.leaning + math.sqrt(0.75) * self.chance.gauss(0.0, 1.0)
        return max(0, min(10, round(5.2 + 1.5 * self.leaning)))

    def check_in(self, moment: Moment, pain: int) -> records.CheckInRecord:
        """Return one entry."""
        places = [(NECK, PainSide.BOTH)]
        if self.chance.random() < 0.5:
            places.append((SHOULDER, PainSide.RIGHT))
        if self.chance.random() < 0.12:
            places.append((LOW_BACK, PainSide.BOTH))
        pains = tuple(
            records.PainReport(self.key(moment), region, side, max(0, pain - number))
            for number, (region, side) in enumerate(places)
        )
        record = records.CheckInRecord(self.key(moment), moment, pains)
        if self.chance.random() < 0.4:
            sleep = max(0, min(10, 6 + round(self.chance.gauss(0.0, 1.6))))
            record = replace(
                record, sleep=sleep, mood=max(0, min(10, 6 + round(self.chance.gauss(0.0, 1.4))))
            )
        if pain >= 8:
            record = replace(record, tags=(records.ContextTag.FLARE,))
        return record

    def story(
        self,
        started: Moment,
        protocol: str,
        sites: tuple[SampleSite, ...],
        *,
        hold_seconds: int,
        stage: DoseStage,
    ) -> records.SessionStory:
        """Return one finished session in which everything was pressed as planned."""
        session = self.key(started)
        at = started
        holds = []
        for order, site in enumerate(sites, start=1):
            at = _after(at, hold_seconds + (READY_SECONDS if order > 1 else 0))
            comfort = records.Comfort.FINE if self.chance.random() < 0.9 else None
            holds.append(
                records.HoldRecord(
                    id=self.key(at),
                    session=session,
                    moment=at,
                    order=order,
                    point=site.point,
                    side=site.side,
                    prescribed_seconds=60,
                    hold_seconds=hold_seconds,
                    held_seconds=float(hold_seconds),
                    completed=True,
                    changed_by=("first_week",) if stage is DoseStage.FIRST_WEEK else (),
                    felt_pressure=site.felt_pressure,
                    comfort=comfort,
                )
            )
        before = self.pain_of_day()
        after = max(0, min(10, before + self.chance.choice((-1, -1, 0, 0, 0, 1))))
        later = _after(at, 300)
        ratings = (
            self._rating(session, started, records.RatingTime.BEFORE, before),
            self._rating(session, later, records.RatingTime.AFTER_5, after),
        )
        planned = hold_seconds * len(sites) + READY_SECONDS * (len(sites) - 1)
        record = records.SessionRecord(
            id=session,
            started=started,
            protocol=ProtocolId(protocol),
            content_version=SAMPLE_VERSION,
            form=Form.FULL,
            stage=stage,
            planned_holds=len(sites),
            planned_seconds=planned,
            region=NECK,
            side=PainSide.BOTH,
            rules=(),
            clearance_json="{}",
            ended=later,
            end=records.SessionEnd.COMPLETED,
        )
        return records.SessionStory(record, tuple(holds), ratings, (), ())

    def _rating(
        self, session: RowId, moment: Moment, when: records.RatingTime, value: int
    ) -> records.RatingRecord:
        return records.RatingRecord(self.key(moment), session, moment, records.Measure.PAIN, when, value)


def _after(moment: Moment, seconds: int) -> Moment:
    return Moment.of(moment.local + timedelta(seconds=seconds), moment.zone)


def made_up(now: Moment, seed: int = SAMPLE_SEED) -> MadeUp:
    """Return twelve weeks that end yesterday: about three days in four logged, sessions from day 16 on."""
    chance = Random(seed)  # noqa: S311 - repeatable on purpose, nothing secret
    diary = Diary(chance, timedelta(minutes=now.offset_minutes), now.zone)
    first = now.local_date - timedelta(days=SAMPLE_DAYS)
    check_ins: list[records.CheckInRecord] = []
    stories: list[records.SessionStory] = []
    for number, day in enumerate(_days(first, SAMPLE_DAYS)):
        pain = diary.pain_of_day()
        if chance.random() < 0.75:
            check_ins.append(diary.check_in(diary.moment(day, 8 + chance.random()), pain))
            if chance.random() < 0.3:
                evening = diary.moment(day, 20 + chance.random())
                check_ins.append(diary.check_in(evening, max(0, min(10, pain + chance.choice((-1, 0, 1))))))
        if number >= BASELINE_DAYS and (number == BASELINE_DAYS or chance.random() < 0.45):
            started = diary.moment(day, 18.5 + chance.random())
            if not stories:
                stories.append(diary.story(started, "P16", CALM, hold_seconds=30, stage=DoseStage.FIRST_WEEK))
            else:
                starting = len(stories) < 4
                stage = DoseStage.FIRST_WEEK if starting else DoseStage.USUAL
                seconds = 30 if starting else 60
                stories.append(diary.story(started, "P01", NECK_SET, hold_seconds=seconds, stage=stage))
    kept = _favourites(diary, first)
    checks, reviews, trials = _checks(diary, first), _reviews(diary, first), _trials(diary, first)
    return MadeUp(
        check_ins=tuple(_with_day_counts(number, each) for number, each in enumerate(check_ins)),
        stories=tuple(stories),
        favourites=kept,
        checks=checks,
        reviews=reviews,
        trials=trials,
        routines=(_routine(diary, first),),
        goals=_goals(diary, first),
        plans=_plans(diary, first),
    )


def _with_day_counts(number: int, record: records.CheckInRecord) -> records.CheckInRecord:
    """Every fourth entry says what was drunk and how much was moved; both go round, and lead nowhere."""
    if number % 4:
        return record
    return replace(record, water_glasses=5 + number % 3, movement_minutes=15 + 5 * (number % 5))


def _routine(diary: Diary, first: date) -> Routine:
    """Two points of the neck set with a stretch between them."""
    moment = diary.moment(first + timedelta(days=40), 19.0)
    keys = [diary.key(moment) for _ in range(4)]
    steps = (
        PressStep(keys[0], PointCode("LI4"), RoutineSides.BOTH, 60, 5),
        ExerciseStep(keys[1], ExerciseKind.STRETCH, "Ear to shoulder", "Slowly, to each side.", 30, None),
        PressStep(keys[2], PointCode("GB20"), RoutineSides.BOTH, 60, 3),
    )
    return Routine(keys[3], moment, "After the desk", ComplaintId("neck_shoulder"), "", steps)


def _goals(diary: Diary, first: date) -> tuple[Goal, ...]:
    moment = diary.moment(first + timedelta(days=15), 18.0)
    words = ("Turn my head while reversing the car", "Carry the shopping home")
    return tuple(Goal(diary.key(moment), moment, each) for each in words)


def _plans(diary: Diary, first: date) -> tuple[PracticePlan, ...]:
    moment = diary.moment(first + timedelta(days=15), 18.1)
    return (PracticePlan(diary.key(moment), moment, ProtocolId("P01"), None, 5, 1),)


def _favourites(diary: Diary, first: date) -> tuple[practice.FavouritePoint, ...]:
    moments = [(code, diary.moment(first + timedelta(days=20), 20 + later)) for code, later in _MARKED]
    return tuple(practice.FavouritePoint(diary.key(moment), code, moment) for code, moment in moments)


def _checks(diary: Diary, first: date) -> tuple[practice.PointCheck, ...]:
    """Three tries at each point of the first sets; some are found at once, some are not."""
    checks = []
    for number, site in enumerate((*CALM[::2], *NECK_SET[::2])):
        for attempt in range(3):
            moment = diary.moment(first + timedelta(days=18 + 2 * number + 9 * attempt), 19.0)
            sureness = diary.chance.choice(tuple(practice.Sureness))
            unsure = sureness is practice.Sureness.NOT_FOUND
            felt = practice.Felt.NOTHING if unsure else practice.Felt.DULL_ACHE
            checks.append(
                practice.PointCheck(diary.key(moment), site.point, site.side, sureness, (felt,), moment)
            )
    return tuple(sorted(checks, key=lambda check: check.moment.utc))


def _reviews(diary: Diary, first: date) -> tuple[practice.PointReview, ...]:
    """A few questions on some evenings, a point now and then forgotten."""
    reviews = []
    for number, site in enumerate((*CALM[::2], *NECK_SET[::2])):
        for attempt in range(3):
            moment = diary.moment(
                first + timedelta(days=30 + number + 16 * attempt), 20.5 + number / 60 + attempt / 60
            )
            rating = diary.chance.choice(_RATINGS)
            kind = practice.ReviewKind.LOCATE if attempt % 2 == 0 else practice.ReviewKind.NAME
            reviews.append(practice.PointReview(diary.key(moment), site.point, kind, rating, moment))
    return tuple(sorted(reviews, key=lambda review: review.moment.utc))


def _trials(diary: Diary, first: date) -> tuple[PressureTrial, ...]:
    """One evening with a kitchen scale, right thumb: three tries a step, as scattered as real ones."""
    trials = []
    for number, (kind, felt_pressure, grams) in enumerate(_PRESSED):
        moment = diary.moment(first + timedelta(days=24), 19.5 + number / 60)
        trials.append(
            PressureTrial(diary.key(moment), Side.RIGHT, PressWith.THUMB, kind, felt_pressure, grams, moment)
        )
    return tuple(trials)


def _days(first: date, count: int) -> Iterator[date]:
    for number in range(count):
        yield first + timedelta(days=number)


def open_sample(
    profile: Profile,
    *,
    now: Callable[[], Moment],
    random_bytes: Callable[[int], bytes] = os.urandom,
    background: Background = run_inline,
) -> Journal:
    """Make the sample journal of a profile anew and open it; raises ``KnownTrouble``.

    It lies in a folder of its own; the real journal is neither read nor written, and may be open meanwhile.
    """
    erase_sample(profile)
    journal = open_journal(
        profile.sample.folder,
        now=now,
        random_bytes=random_bytes,
        background=background,
        lost=LostJournal.START_EMPTY,
    )
    sample = made_up(now())
    journal.remember_whole(sample.check_ins, sample.stories)
    journal.remember_practice(sample.favourites, sample.checks, sample.reviews, sample.trials)
    journal.remember_plans(sample.routines, sample.goals, sample.plans)
    return journal


def remove_sample(profile: Profile) -> Erased:
    """Remove the sample journal, which must be closed; the real journal is not touched."""
    return erase_sample(profile)
