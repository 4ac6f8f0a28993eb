"""Exercises, stretches and walks between the sites: in order, timed like everything else, never pressing."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.exercises import ExerciseKind, ExerciseRecord, PlannedExercise
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import (
    Begin,
    Next,
    Pause,
    Rated,
    Repeat,
    Resume,
    ScreenLocked,
    SkipSide,
    Stop,
    StopForSymptom,
    Tick,
)
from acupress_desktop.session.machine import advance, prepare
from acupress_desktop.session.resume import kept_exercises, take_up
from acupress_desktop.session.states import (
    ExerciseDone,
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Move,
    PauseCause,
    Paused,
    Ready,
    State,
    StopCard,
)
from acupress_desktop.session.watching import exercise_due, exercises_since
from tests.examples import examples
from tests.session.sessions import (
    NOON,
    WRISTS,
    WRISTS_AND_BROW,
    a_plan,
    clearance,
    counted,
    held,
    play,
    ready,
    site,
    told,
    walk,
)

BEFORE, BETWEEN, AFTER = walk(0, 20), walk(1, 30), walk(2, 10)


def at(seconds: float) -> Instant:
    return Instant(seconds, seconds + 500)


def run(state: State, until: float) -> State:
    now = 0.0 if isinstance(state, Ready) else state.now.at
    while now < until:
        now = min(until, now + 1)
        state = advance(state, Tick(at(now)))
    return state


def done(state: State) -> list[tuple[int, float, bool]]:
    return [(each.order, round(each.done_seconds, 3), each.completed) for each in state.log.exercises]


def walking(seconds: float = 12) -> Exercising:
    """Twelve seconds into the walk after the first site, which was left after 20."""
    state = run(advance(ready(*WRISTS, exercises=(BETWEEN,)), Begin(at(0))), 20)
    state = run(advance(state, Next(at(20))), 25 + seconds)
    assert isinstance(state, Exercising)
    return state


def test_they_come_before_between_and_after_the_sites() -> None:
    state = play("", ready(*WRISTS, exercises=(BEFORE, BETWEEN, AFTER)))
    assert told(state) == [
        "0 exercise",
        "20 exercise_last",
        "25 exercise_done",
        "25 next_point",
        "25 find",
        "30 press",
        "38 breathe",
        "60 half_way",
        "85 ease_off",
        "90 release",
        "90 exercise",
        "120 exercise_last",
        "125 exercise_done",
        "125 next_point",
        "125 find",
        "130 press",
        "160 half_way",
        "185 ease_off",
        "190 release",
        "190 exercise",
        "205 exercise_done",
        "205 well_done",
    ]
    assert done(state) == [(1, 20, True), (2, 30, True), (3, 10, True)]
    assert held(state) == [("PC6", "left", 60, True), ("PC6", "right", 60, True)]


def test_seconds_are_counted_in_and_out() -> None:
    state = play("", ready(site("PC6", SiteSide.LEFT, 10), exercises=(walk(0, 20),)))
    assert counted(state) == [
        *("2 count_in 3", "3 count_in 2", "4 count_in 1"),
        *("22 count_out 3", "23 count_out 2", "24 count_out 1"),
        *("27 count_in 3", "28 count_in 2", "29 count_in 1"),
        *("37 count_out 3", "38 count_out 2", "39 count_out 1"),
    ]


WHERE = (None, 0, 1, 2, 3)


@pytest.mark.parametrize("places", list(product(WHERE, repeat=2)), ids=str)
def test_the_plan_knows_how_long_all_of_it_takes(places: tuple[int | None, ...]) -> None:
    exercises = tuple(walk(place, 15) for place in places if place is not None)
    state = play("", ready(*WRISTS_AND_BROW, exercises=exercises))
    plan = state.course.plan
    assert isinstance(state, Finished)
    assert state.ended_at == pytest.approx(plan.total_seconds, abs=1e-6)
    assert plan.pressing_seconds == 60 + 60 + 30 + 2 * 5, "exercises are no pressing"
    assert sorted(done(state)) == [(number + 1, 15, True) for number in range(len(exercises))]


def test_an_exercise_of_a_site_that_the_plan_has_not_comes_where_the_site_would_have_been() -> None:
    course = ready(*WRISTS_AND_BROW, exercises=(walk(2), walk(9))).course
    assert [place for place, _ in course.exercises_before(2)] == [1]
    assert [place for place, _ in course.exercises_before(3)] == [2]
    steps = tuple(step for step in course.plan.steps if step.order != 2)
    shorter = replace(course, plan=replace(course.plan, steps=steps))
    assert [place for place, _ in shorter.exercises_before(1)] == [1]
    assert [place for place, _ in shorter.exercises_before(2)] == [2]


def test_repeats_alone_wait_for_the_person_and_count_the_time_they_took() -> None:
    stretch = PlannedExercise(1, ExerciseKind.STRETCH, "Neck", "Slowly", None, 5)
    state: State = run(advance(ready(*WRISTS, exercises=(stretch,)), Begin(at(0))), 60)
    assert isinstance(state, Exercising)
    assert state.ready_left_seconds == 0
    assert state.seconds_left is None
    state = run(state, 700)
    assert isinstance(state, Exercising), "it never ends by itself"
    state = advance(state, Next(at(700.5)))
    assert isinstance(state, GetReady)
    assert (state.index, state.move) == (1, Move.NEXT_POINT)
    assert done(state) == [(1, 640.5, True)]
    (kept,) = state.log.exercises
    assert (kept.kind, kept.title, kept.repeats, kept.planned_seconds) == (
        ExerciseKind.STRETCH,
        "Neck",
        5,
        None,
    )
    assert (kept.began_at, kept.ended_at) == (60, 700.5)


def test_next_begins_it_at_once_and_then_ends_it_as_far_as_it_came() -> None:
    state = run(advance(ready(*WRISTS, exercises=(BETWEEN,)), Begin(at(0))), 20)
    state = advance(advance(state, Next(at(20))), Next(at(21)))
    assert isinstance(state, Exercising)
    assert state.ready_left_seconds == 0
    state = advance(run(state, 30), Next(at(30)))
    assert isinstance(state, GetReady)
    assert done(state) == [(1, 9, False)]


def test_one_that_is_left_out_is_kept_as_far_as_it_came() -> None:
    state = advance(walking(), SkipSide(at(37)))
    assert isinstance(state, GetReady)
    assert done(state) == [(1, 12, False)]


def test_again_begins_it_from_the_start_and_loses_nothing() -> None:
    state = advance(walking(), Repeat(at(37)))
    assert isinstance(state, Exercising)
    assert (state.elapsed_seconds, state.before_seconds, state.ready_left_seconds) == (0, 12, 5)
    state = run(state, 37 + 5 + 30)
    assert done(state) == [(1, 42, True)]


def test_the_way_back_from_the_first_site_leads_nowhere_and_the_walk_is_not_done_twice() -> None:
    state = run(advance(ready(*WRISTS, exercises=(BEFORE, BETWEEN)), Begin(at(0))), 26)
    assert isinstance(state, GetReady)
    assert advance(state, Repeat(at(26))) == state
    state = run(state, 90 + 35 + 1)
    assert isinstance(state, GetReady)
    back = advance(state, Repeat(at(126)))
    assert isinstance(back, GetReady)
    assert (back.index, back.move) == (0, Move.AGAIN)
    assert isinstance(run(back, 126 + 5 + 60 + 1), GetReady), "to the other side, with no second walk"


# --- What stands still -------------------------------------------------------------------------------------


@pytest.mark.parametrize("gap_seconds", [1.5, 1.6, 12.0, 30.0])
def test_a_short_gap_is_not_walked(gap_seconds: float) -> None:
    state = advance(walking(), Tick(at(37 + gap_seconds)))
    if gap_seconds <= 1.5:
        assert isinstance(state, Exercising)
        assert state.elapsed_seconds == pytest.approx(13.5)
        return
    assert isinstance(state, LeadIn)
    assert state.log.pauses[-1].cause is PauseCause.GAP
    assert [said.line.title for said in state.log.spoken[-2:]] == ["Round the block", ""]
    later = run(state, 37 + gap_seconds + 3)
    assert isinstance(later, Exercising)
    assert later.elapsed_seconds == pytest.approx(12)


@pytest.mark.parametrize(
    ("awake", "slept", "cause"), [(31, 0, PauseCause.GAP), (0.1, 60, PauseCause.SUSPEND)]
)
@pytest.mark.parametrize("exercise", [BETWEEN, walk(1, None, 3)], ids=["seconds", "repeats"])
def test_a_long_one_waits_for_the_person(
    exercise: PlannedExercise, awake: float, slept: float, cause: PauseCause
) -> None:
    state = run(advance(ready(*WRISTS, exercises=(exercise,)), Begin(at(0))), 20)
    state = run(advance(state, Next(at(20))), 37)
    assert isinstance(state, Exercising)
    known = state.elapsed_seconds
    state = advance(state, Tick(Instant(37 + awake, 537 + awake + slept)))
    assert isinstance(state, Paused)
    assert (state.cause, state.since) == (cause, at(37))
    later = Instant(137 + awake, 637 + awake + slept)
    back = advance(advance(state, Tick(later)), Resume(later))
    assert isinstance(back, LeadIn)
    assert isinstance(back.to, Exercising)
    assert back.to.elapsed_seconds == known
    assert back.log.spoken[-2].line.point is None


@pytest.mark.parametrize("event", [Pause, ScreenLocked, Stop])
def test_pause_lock_and_stop_hold_it_and_leave_it_where_it_was(
    event: type[Pause | ScreenLocked | Stop],
) -> None:
    state = run(advance(walking(), event(at(37))), 90)
    assert isinstance(state, Paused | StopCard)
    assert isinstance(state.where, Exercising)
    assert state.where.elapsed_seconds == 12
    back = run(advance(state, Resume(at(90))), 94)
    assert isinstance(back, Exercising)
    assert back.elapsed_seconds == 13
    ended = advance(state if isinstance(state, StopCard) else advance(state, Stop(at(90))), Stop(at(91)))
    assert isinstance(ended, Finished)
    assert done(ended) == [(1, 12, False)]


def test_pain_that_rises_brings_the_stop_card_and_a_symptom_ends_the_session() -> None:
    before = advance(walking(), Rated(at(37), Measure.PAIN, RatingTime.BEFORE, 3))
    assert isinstance(advance(before, Rated(at(37), Measure.PAIN, RatingTime.DURING, 4)), Exercising)
    assert isinstance(advance(before, Rated(at(37), Measure.PAIN, RatingTime.DURING, 5)), StopCard)
    ended = advance(before, StopForSymptom(at(38), AdverseKind.DIZZY))
    assert isinstance(ended, Finished)
    assert (ended.end, ended.log.symptoms[0].point) == (SessionEnd.SAFETY_STOP, None)
    assert done(ended) == [(1, 13, False)]


def test_after_a_walk_that_outlasts_the_hour_of_the_clearance_nothing_more_is_pressed() -> None:
    plan = a_plan(*WRISTS, exercises=(walk(1, None, 1), walk(2, 10)))
    start = prepare(clearance(), plan, USUAL, at(-1800))
    for minutes, goes_on in ((25, True), (31, False)):
        state = run(advance(start, Begin(at(0))), minutes * 60)
        state = advance(state, Next(at(minutes * 60)))
        assert isinstance(state, GetReady) is goes_on
        if isinstance(state, Finished):
            assert (state.end, state.log.exercises[0].completed) == (SessionEnd.EXPIRED, True)
            assert [hold.completed for hold in state.log.holds] == [True]


def test_exercises_alone_are_no_completed_session() -> None:
    state: State = ready(site("PC6", SiteSide.LEFT, 30), exercises=(walk(0, 10), walk(1, 10)))
    state = run(advance(state, Begin(at(0))), 16)
    state = run(advance(state, SkipSide(at(16))), 60)
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.STOPPED
    assert done(state) == [(1, 10, True), (2, 10, True)]
    assert sum(hold.held_seconds for hold in state.log.holds) == 0


# --- What a killed app finds -------------------------------------------------------------------------------


def test_it_is_kept_every_five_seconds_and_when_it_is_interrupted() -> None:
    state: State = walking(0.5)
    kept: list[float] = []
    for second in range(1, 13):
        before, state = state, advance(state, Tick(at(25.5 + second)))
        due = exercise_due(before, state)
        if due is not None:
            kept.append(due.done_seconds)
    assert kept == [5.5, 10.5]
    before, state = state, advance(state, Pause(at(37.6)))
    due = exercise_due(before, state)
    assert due is not None
    assert due.done_seconds == pytest.approx(12.6)
    assert exercises_since(before, state) == ()


def records(state: State) -> tuple[ExerciseRecord, ...]:
    when = Moment.of(NOON, "UTC")
    return tuple(
        ExerciseRecord(
            RowId(f"{each.order}"),
            RowId("s"),
            when,
            each.order,
            each.kind,
            each.title,
            each.planned_seconds,
            each.repeats,
            each.done_seconds,
            each.completed,
        )
        for each in state.log.exercises
    )


def taken_up(state: State, running: tuple[ExerciseDone, ...] = ()) -> Ready:
    """Return the session as it comes back; ``running`` was kept of what was cut off."""
    course = state.course
    kept = (*kept_exercises(course.plan, records(state)), *running)
    when = Moment.of(NOON, "UTC")
    found = take_up(clearance(), course.plan, course.pattern, state.log.holds, when, at(0), kept)
    assert isinstance(found, Ready)
    return found


def test_after_a_crash_a_walk_that_was_cut_off_comes_again_and_adds_to_what_was_done() -> None:
    start = ready(*WRISTS, exercises=(BEFORE, BETWEEN, AFTER))
    state = run(advance(start, Begin(at(0))), 30 + 60 + 5 + 12)
    assert isinstance(state, Exercising)
    again = taken_up(state, (state.as_done(at=107),))
    assert (again.index, again.cut_off) == (1, 2)
    begun = advance(again, Begin(at(1)))
    assert isinstance(begun, Exercising)
    assert (begun.order, begun.before_seconds, begun.elapsed_seconds) == (2, 12, 0)
    later = run(begun, 1 + 36)
    assert isinstance(later, GetReady)
    assert sorted(done(later)) == [(1, 20, True), (2, 42, True)]


def test_after_a_crash_while_pressing_the_walk_before_is_not_done_again() -> None:
    start = ready(*WRISTS, exercises=(BEFORE, BETWEEN, AFTER))
    state = run(advance(start, Begin(at(0))), 30 + 60 + 35 + 5 + 3)
    assert isinstance(state, Holding)
    again = taken_up(state)
    assert (again.index, again.cut_off) == (1, None)
    assert isinstance(advance(again, Begin(at(1))), Holding)


def test_after_a_crash_in_the_last_walk_that_walk_is_still_offered() -> None:
    start = ready(*WRISTS, exercises=(AFTER,))
    state = run(advance(start, Begin(at(0))), 125 + 5 + 4)
    assert isinstance(state, Exercising)
    again = taken_up(state, (state.as_done(at=134),))
    assert (again.index, again.cut_off) == (2, 1)
    state = run(advance(again, Begin(at(1))), 30)
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.COMPLETED
    assert done(state) == [(1, 14, True)]


def test_what_the_plan_has_not_is_no_exercise_of_the_session() -> None:
    state = walking()
    record = records(run(state, 60))[0]
    plan = a_plan(*WRISTS)
    assert kept_exercises(plan, (record,)) == ()


@examples(0.3)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.one_of(st.none(), st.integers(5, 40))), max_size=5),
    st.floats(0.05, 1.5),
)
def test_all_of_them_are_walked_in_order_however_time_is_told(
    planned: list[tuple[int, int | None]], tick: float
) -> None:
    exercises = tuple(walk(after, seconds, None if seconds else 2) for after, seconds in planned)
    state: State = advance(ready(*WRISTS_AND_BROW, exercises=exercises), Begin(at(0)))
    now = 0.0
    while not isinstance(state, Finished):
        now += tick
        waits = isinstance(state, Exercising) and state.exercise.seconds is None
        state = advance(state, Next(at(now)) if waits else Tick(at(now)))
    places = [(exercises[each.order - 1].after_order, each.order) for each in state.log.exercises]
    assert len(places) == len(exercises)
    capped = [(min(after, 3), order) for after, order in places]
    assert capped == sorted(capped)
    assert all(each.completed for each in state.log.exercises)
    assert [hold.completed for hold in state.log.holds] == [True] * 3
    assert all(hold.comfort is not Comfort.SKIPPED for hold in state.log.holds)


def test_a_rehearsal_ends_where_an_exercise_waits_and_a_script_goes_on() -> None:
    start = ready(*WRISTS, exercises=(walk(1, None, 3),))
    assert isinstance(play("", start), Exercising)
    state = play("t=75 next", start)
    assert isinstance(state, Finished)
    assert done(state) == [(1, 15, True)]


def test_a_rehearsal_lets_a_session_begin_by_itself() -> None:
    state = play("", replace(ready(*WRISTS), begins_in_seconds=10.0))
    assert isinstance(state, Finished)
    assert told(state)[:3] == ["-10 get_ready", "-10 find", "0 press"]
    assert held(state) == [("PC6", "left", 60, True), ("PC6", "right", 60, True)]
