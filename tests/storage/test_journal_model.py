"""A journal against a plain list: whatever is done in whatever order, both say the same."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from acupress_desktop.domain import journal as records
from acupress_desktop.domain import point_practice as practice
from acupress_desktop.domain import pressure
from acupress_desktop.domain.breathing import BreathPattern, OwnBreath
from acupress_desktop.domain.exercises import ExerciseRecord
from acupress_desktop.domain.ids import OccasionId, PointCode, RegionId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import BackupKind, DayRange
from acupress_desktop.domain.practice import Goal, PracticePlan
from acupress_desktop.domain.reminders import Reminder, ReminderKind
from acupress_desktop.domain.routines import PressStep, Routine
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.domain.troubles import KnownTrouble, NoSuchRow, StaleEdit
from acupress_desktop.exchange.json_file import read_json, write_json
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.opening import restore_backup
from tests.storage.journals import NECK, SHOULDER, Bench

POINTS = ("LI4", "PC6", "GB21")


class JournalAgainstList(RuleBasedStateMachine):
    """The model: living and deleted entries with their revisions, and sessions with their holds."""

    journal: Journal

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.bench = Bench(self.place / "data")
        self.living: dict[RowId, tuple[records.CheckInRecord, int]] = {}
        self.deleted: dict[RowId, tuple[records.CheckInRecord, int]] = {}
        self.open_session: records.SessionRecord | None = None
        self.holds: dict[RowId, list[records.HoldRecord]] = {}
        self.marked: dict[str, Moment] = {}
        self.spots: dict[RowId, practice.OwnPoint] = {}
        self.deleted_spots: dict[RowId, practice.OwnPoint] = {}
        self.checks: dict[RowId, practice.PointCheck] = {}
        self.reviews: dict[RowId, practice.PointReview] = {}
        self.trials: dict[RowId, pressure.PressureTrial] = {}
        self.events: dict[RowId, records.AdverseEventRecord] = {}
        self.routines: dict[RowId, Routine] = {}
        self.deleted_routines: dict[RowId, Routine] = {}
        self.exercises: dict[RowId, list[ExerciseRecord]] = {}
        self.goals: dict[RowId, Goal] = {}
        self.plans: dict[RowId, PracticePlan] = {}
        self.reminders: dict[RowId, Reminder] = {}
        self.breaths: dict[RowId, OwnBreath] = {}

    @initialize()
    def begin(self) -> None:
        self.journal = self.bench.open()

    def teardown(self) -> None:
        self.journal.close()
        shutil.rmtree(self.place)

    def chosen(self, data: st.DataObject, among: dict[RowId, tuple[records.CheckInRecord, int]]) -> RowId:
        return data.draw(st.sampled_from(sorted(among)))

    @rule(
        pain=st.integers(0, 10),
        note=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9),
    )
    def add(self, pain: int, note: str) -> None:
        record = self.bench.check_in(pain, note=note)
        self.journal.remember_check_in(record)
        self.living[record.id] = (record, 1)

    @precondition(lambda self: self.living)
    @rule(data=st.data(), pain=st.integers(0, 10), mood=st.none() | st.integers(0, 10))
    def edit(self, data: st.DataObject, pain: int, mood: int | None) -> None:
        key = self.chosen(data, self.living)
        before, revision = self.living[key]
        after = replace(before, mood=mood, pains=(replace(before.pains[0], intensity=pain),))
        self.journal.remember_check_in_edit(after, seen_revision=revision)
        self.living[key] = (after, revision if after == before else revision + 1)

    @precondition(lambda self: self.living)
    @rule(data=st.data())
    def edit_what_was_changed_elsewhere(self, data: st.DataObject) -> None:
        key = self.chosen(data, self.living)
        record, revision = self.living[key]
        with pytest.raises(KnownTrouble) as known:
            self.journal.remember_check_in_edit(replace(record, note="lost"), seen_revision=revision + 1)
        assert isinstance(known.value.trouble, StaleEdit)

    @precondition(lambda self: self.living)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = self.chosen(data, self.living)
        self.journal.remember_check_in_deleted(key)
        record, revision = self.living.pop(key)
        self.deleted[key] = (record, revision + 1)

    @precondition(lambda self: self.deleted)
    @rule(data=st.data())
    def undo_a_deletion(self, data: st.DataObject) -> None:
        key = self.chosen(data, self.deleted)
        self.journal.remember_check_in_restored(key)
        record, revision = self.deleted.pop(key)
        self.living[key] = (record, revision + 1)

    @precondition(lambda self: self.deleted)
    @rule(data=st.data())
    def edit_what_is_deleted(self, data: st.DataObject) -> None:
        record, revision = self.deleted[self.chosen(data, self.deleted)]
        with pytest.raises(KnownTrouble) as known:
            self.journal.remember_check_in_edit(record, seen_revision=revision)
        assert isinstance(known.value.trouble, NoSuchRow)

    @precondition(lambda self: self.open_session is None)
    @rule(data=st.data())
    def start_a_session(self, data: st.DataObject) -> None:
        routine = data.draw(st.sampled_from([None, *sorted({**self.routines, **self.deleted_routines})]))
        occasion = data.draw(st.sampled_from([None, OccasionId("desk")]))
        self.open_session = replace(self.bench.session(), routine=routine, occasion=occasion)
        self.journal.remember_session_opened(self.open_session)
        self.holds[self.open_session.id] = []

    @precondition(lambda self: self.open_session is not None)
    @rule(seconds=st.floats(0.0, 60.0))
    def press(self, seconds: float) -> None:
        assert self.open_session is not None
        done = self.holds[self.open_session.id]
        hold = self.bench.hold(self.open_session.id, len(done) + 1, seconds + 0.0)
        self.journal.remember_hold(hold)
        done.append(hold)

    @precondition(lambda self: self.open_session is not None)
    @rule(seconds=st.floats(0.0, 60.0))
    def stretch(self, seconds: float) -> None:
        assert self.open_session is not None
        done = self.exercises.setdefault(self.open_session.id, [])
        done.append(self.bench.exercise(self.open_session.id, len(done) + 1, seconds + 0.0))
        self.journal.remember_exercise(done[-1])

    @rule(name=st.sampled_from(["mornings", "頸"]), picture=st.sampled_from(["", "iVBORw0KGgo="]))
    def make_a_routine(self, name: str, picture: str) -> None:
        routine = self.bench.routine(name, picture)
        self.journal.remember_routine(routine)
        self.routines[routine.id] = routine

    @precondition(lambda self: self.routines)
    @rule(data=st.data(), note=st.sampled_from(["", "gently"]))
    def lay_a_routine_out_anew(self, data: st.DataObject, note: str) -> None:
        routine = self.routines[data.draw(st.sampled_from(sorted(self.routines)))]
        fresh = self.bench.routine().steps
        pool = [*routine.steps, *(step for step in fresh if not isinstance(step, PressStep))]
        steps = data.draw(st.lists(st.sampled_from(pool), unique_by=lambda step: step.id))
        self.routines[routine.id] = replace(routine, note=note, steps=tuple(steps))
        self.journal.remember_routine(self.routines[routine.id])

    @precondition(lambda self: self.routines)
    @rule(data=st.data())
    def delete_a_routine(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.routines)))
        self.journal.remember_routine_deleted(key)
        self.deleted_routines[key] = self.routines.pop(key)
        assert self.journal.recall_routine(key) is None

    @precondition(lambda self: self.deleted_routines)
    @rule(data=st.data())
    def bring_a_routine_back(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.deleted_routines)))
        self.journal.remember_routine_restored(key)
        self.routines[key] = self.deleted_routines.pop(key)
        assert self.journal.recall_routine(key) == self.routines[key]

    @rule(words=st.sampled_from(["", "sleep", "carry the shopping"]))
    def set_a_goal(self, words: str) -> None:
        goal = self.bench.goal(words)
        self.journal.remember_goal(goal)
        self.goals[goal.id] = goal

    @precondition(lambda self: self.goals)
    @rule(data=st.data(), away=st.booleans())
    def put_a_goal_away_or_bring_it_back(self, data: st.DataObject, away: bool) -> None:
        key = data.draw(st.sampled_from(sorted(self.goals)))
        self.goals[key] = replace(self.goals[key], ended=self.bench.now() if away else None)
        self.journal.remember_goal(self.goals[key])

    @precondition(lambda self: self.goals)
    @rule(data=st.data())
    def delete_a_goal(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.goals)))
        self.journal.remember_goal_deleted(key)
        del self.goals[key]

    @rule(data=st.data(), days=st.integers(1, 7))
    def plan_the_weeks(self, data: st.DataObject, days: int) -> None:
        routine = data.draw(st.sampled_from([None, *sorted(self.routines)]))
        plan = self.bench.practice_plan(routine, days)
        self.journal.remember_practice_plan(plan)
        self.plans[plan.id] = plan

    @precondition(lambda self: self.plans)
    @rule(data=st.data())
    def take_a_plan_back(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.plans)))
        self.journal.remember_practice_plan_deleted(key)
        del self.plans[key]

    @rule(kind=st.sampled_from(ReminderKind))
    def ask_to_be_reminded(self, kind: ReminderKind) -> None:
        reminder = self.bench.reminder(kind)
        self.journal.remember_reminder(reminder)
        self.reminders[reminder.id] = reminder

    @rule(tenths=st.integers(30, 70))
    def name_a_breath(self, tenths: int) -> None:
        breath = self.bench.own_breath("mine", BreathPattern(tenths / 10, tenths / 10))
        self.journal.remember_own_breath(breath)
        self.breaths[breath.id] = breath

    @precondition(lambda self: self.breaths)
    @rule(data=st.data())
    def delete_a_breath(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.breaths)))
        self.journal.remember_own_breath_deleted(key)
        del self.breaths[key]

    @precondition(lambda self: self.open_session is not None)
    @rule()
    def finish_the_session(self) -> None:
        assert self.open_session is not None
        self.journal.remember_session_closed(
            self.open_session.id, end=records.SessionEnd.COMPLETED, ended=self.bench.now()
        )
        self.open_session = None

    @rule(point=st.sampled_from(POINTS))
    def mark_a_point(self, point: str) -> None:
        favourite = self.bench.favourite(point)
        self.journal.remember_favourite(favourite)
        self.marked.setdefault(point, favourite.moment)

    @rule(point=st.sampled_from(POINTS))
    def take_a_mark_off(self, point: str) -> None:
        self.journal.remember_favourite_dropped(PointCode(point))
        self.marked.pop(point, None)

    @rule(name=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9))
    def mark_a_spot(self, name: str) -> None:
        spot = self.bench.own_point(name)
        self.journal.remember_own_point(spot)
        self.spots[spot.id] = spot

    @precondition(lambda self: self.spots)
    @rule(data=st.data(), first=st.floats(0.0, 1.0), note=st.sampled_from(["", "a note"]))
    def move_a_spot(self, data: st.DataObject, first: float, note: str) -> None:
        spot = self.spots[data.draw(st.sampled_from(sorted(self.spots)))]
        first += 0.0
        moved = replace(spot, note=note, place=practice.MeshPlace(7, (first, 1.0 - first, 0.0)))
        self.journal.remember_own_point(moved)
        self.spots[spot.id] = moved

    @precondition(lambda self: self.spots)
    @rule(data=st.data())
    def delete_a_spot(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.spots)))
        self.journal.remember_own_point_deleted(key)
        self.deleted_spots[key] = self.spots.pop(key)

    @precondition(lambda self: self.deleted_spots)
    @rule(data=st.data())
    def bring_a_spot_back(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.deleted_spots)))
        self.journal.remember_own_point_restored(key)
        self.spots[key] = self.deleted_spots.pop(key)

    @rule(
        point=st.sampled_from(POINTS),
        sureness=st.sampled_from(practice.Sureness),
        felt=st.lists(st.sampled_from(practice.Felt), unique=True, max_size=3),
    )
    def look_for_a_point(self, point: str, sureness: practice.Sureness, felt: list[practice.Felt]) -> None:
        check = self.bench.point_check(point, sureness, *felt)
        self.journal.remember_point_check(check)
        self.checks[check.id] = check

    @precondition(lambda self: self.checks)
    @rule(data=st.data())
    def take_a_check_back(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.checks)))
        self.journal.remember_point_check_deleted(key)
        del self.checks[key]

    @rule(point=st.sampled_from(POINTS), rating=st.sampled_from(practice.ReviewRating))
    def answer_the_quiz(self, point: str, rating: practice.ReviewRating) -> None:
        review = self.bench.point_review(point, rating)
        self.journal.remember_point_review(review)
        self.reviews[review.id] = review

    @precondition(lambda self: self.reviews)
    @rule(data=st.data(), rating=st.sampled_from(practice.ReviewRating))
    def rate_an_answer_anew(self, data: st.DataObject, rating: practice.ReviewRating) -> None:
        key = data.draw(st.sampled_from(sorted(self.reviews)))
        self.reviews[key] = replace(self.reviews[key], rating=rating)
        self.journal.remember_point_review(self.reviews[key])

    @rule(
        felt=st.integers(0, 10),
        grams=st.none() | st.integers(0, pressure.GRAMS_MAX),
        kind=st.sampled_from(pressure.TrialKind),
        hand=st.sampled_from(Side),
    )
    def press_a_scale(self, felt: int, grams: int | None, kind: pressure.TrialKind, hand: Side) -> None:
        trial = replace(self.bench.pressure_trial(felt, grams, kind), hand=hand)
        self.journal.remember_pressure_trial(trial)
        self.trials[trial.id] = trial

    @precondition(lambda self: self.trials)
    @rule(data=st.data())
    def delete_some_presses_and_bring_them_back(self, data: st.DataObject) -> None:
        keys = tuple(data.draw(st.lists(st.sampled_from(sorted(self.trials)), unique=True)))
        self.journal.remember_pressure_trials_deleted(keys)
        left = {each.id for each in self.journal.recall_pressure_trials()}
        assert left == set(self.trials) - set(keys)
        self.journal.remember_pressure_trials_restored(keys)

    @precondition(lambda self: self.trials)
    @rule(data=st.data())
    def delete_a_press(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.trials)))
        self.journal.remember_pressure_trials_deleted((key,))
        del self.trials[key]

    @rule(
        side=st.none() | st.sampled_from(SiteSide),
        region=st.none() | st.sampled_from([NECK, SHOULDER]),
        data=st.data(),
    )
    def tell_of_something_unpleasant(
        self, side: SiteSide | None, region: RegionId | None, data: st.DataObject
    ) -> None:
        session = data.draw(st.sampled_from([None, *sorted(self.holds)]))
        event = self.bench.adverse_event(session, side, region)
        self.journal.remember_adverse_event(event)
        self.events[event.id] = event

    @precondition(lambda self: self.events)
    @rule(data=st.data())
    def take_something_unpleasant_back(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.events)))
        self.journal.remember_adverse_event_deleted(key)
        del self.events[key]

    @rule(hours=st.sampled_from([-30, 1, 30]))
    def the_clock_jumps(self, hours: int) -> None:
        self.bench.when += timedelta(hours=hours)

    @rule()
    def close_and_open_again(self) -> None:
        self.journal.close()
        self.journal = self.bench.open()

    @rule()
    def back_up_and_restore(self) -> None:
        self.bench.later(seconds=1)
        backup = self.journal.remember_backup(BackupKind.ASKED)
        self.journal.close()
        restore_backup(self.bench.folder, backup.path, now=self.bench.now)
        self.journal = self.bench.open()

    @rule()
    def move_to_another_computer(self) -> None:
        path = self.place / "out.json"
        write_json(path, self.journal.recall_person(), self.journal.recall_archive())
        self.journal.close()
        shutil.rmtree(self.bench.folder)
        self.journal = self.bench.open()
        self.journal.remember_archive(read_json(path))

    @invariant()
    def both_say_the_same(self) -> None:
        if not hasattr(self, "journal"):
            return
        kept = {
            each.record.id: (each.record, each.revision) for each in self.journal.recall_newest_check_ins(999)
        }
        assert kept == self.living
        day = self.bench.now().local_date
        wide = DayRange(day - timedelta(days=999), day + timedelta(days=999))
        stories = {story.session.id: list(story.holds) for story in self.journal.recall_stories(wide)}
        assert {
            key: sorted(holds, key=lambda hold: hold.order) for key, holds in stories.items()
        } == self.holds
        done = {story.session.id: list(story.exercises) for story in self.journal.recall_stories(wide)}
        assert {key: each for key, each in done.items() if each} == self.exercises
        unfinished = self.journal.recall_unfinished_session()
        assert (unfinished.story.session if unfinished else None) == self.open_session

    @invariant()
    def both_say_the_same_of_points(self) -> None:
        if not hasattr(self, "journal"):
            return
        favourites = self.journal.recall_favourites()
        assert {favourite.point: favourite.moment for favourite in favourites} == self.marked
        assert len(favourites) == len(self.marked)
        assert {spot.id: spot for spot in self.journal.recall_own_points()} == self.spots
        assert {check.id: check for check in self.journal.recall_point_checks()} == self.checks
        reviews = self.journal.recall_point_reviews()
        assert {review.id: review for review in reviews} == self.reviews
        moments = [review.moment.utc for review in reviews]
        assert moments == sorted(moments)
        assert {trial.id: trial for trial in self.journal.recall_pressure_trials()} == self.trials
        day = self.bench.now().local_date
        wide = DayRange(day - timedelta(days=999), day + timedelta(days=999))
        assert {event.id: event for event in self.journal.recall_adverse_events(wide)} == self.events

    @invariant()
    def both_say_the_same_of_the_practice(self) -> None:
        if not hasattr(self, "journal"):
            return
        assert {each.id: each for each in self.journal.recall_routines()} == self.routines
        assert {each.id: each for each in self.journal.recall_goals()} == self.goals
        plans = self.journal.recall_practice_plans()
        assert {each.id: each for each in plans} == self.plans
        assert [each.moment.utc for each in plans] == sorted(each.moment.utc for each in plans)
        assert self.journal.recall_practice_plan() == (plans[-1] if plans else None)
        assert {each.id: each for each in self.journal.recall_reminders()} == self.reminders
        assert {each.id: each for each in self.journal.recall_own_breaths()} == self.breaths


JournalAgainstList.TestCase.settings = settings(
    max_examples=12, stateful_step_count=35, suppress_health_check=[HealthCheck.too_slow], deadline=None
)
TestJournalAgainstList = pytest.mark.slow(JournalAgainstList.TestCase)
