"""What changes with the clock: figures, counts and exercises, and how long all of it still takes."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.presenters.session_exercise import exercise_now, exercise_shares, exercise_view
from acupress_desktop.presenters.session_live import live_view, seconds_left, site_in_view
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import Begin, Next, Pause, Resume, SkipSide, Tick
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import Exercising, Finished, Ready, State
from tests.examples import examples
from tests.session.sessions import WRISTS, WRISTS_AND_BROW, ready, walk


def at(seconds: float) -> Instant:
    return Instant(seconds, seconds + 500)


def run(state: State, until: float) -> State:
    now = 0.0 if isinstance(state, Ready) else state.now.at
    while now < until:
        now = min(until, now + 1)
        state = advance(state, Tick(at(now)))
    return state


def begun(*places: int, seconds: int | None = 20) -> State:
    exercises = tuple(walk(place, seconds, None if seconds else 6) for place in places)
    return advance(ready(*WRISTS, exercises=exercises), Begin(at(0)))


def test_an_exercise_counts_down_to_its_begin_and_then_to_its_end() -> None:
    state = run(begun(0), 1.5)
    live = live_view(state)
    assert (live.phase, live.seconds, live.fraction) == (SessionPhase.EXERCISE, "4", 0.0)
    assert live.ready_fraction == pytest.approx(0.3)
    assert live.cue == "Get ready"
    live = live_view(run(state, 10))
    assert (live.seconds, live.seconds_of, live.fraction) == ("15", "of 20", 0.25)
    assert live.ready_fraction == 1.0
    assert live.breath is None


def test_an_exercise_without_seconds_shows_how_often_and_waits() -> None:
    state = run(begun(1, seconds=None), 65)
    live = live_view(state)
    assert (live.seconds, live.seconds_label, live.seconds_of) == ("6", "times", "")
    view = exercise_view(state)
    assert view is not None
    assert (view.title, view.amount) == ("Round the block", "6 times")
    assert view.hint


def test_what_the_exercise_is_stays_on_screen_while_it_waits() -> None:
    state = advance(run(begun(0), 10), Pause(at(10)))
    assert exercise_view(state) is not None
    assert live_view(state).phase is SessionPhase.PAUSED
    back = advance(state, Resume(at(20)))
    assert live_view(back).cue == "On in 3"
    assert exercise_now(back) == 0
    assert exercise_view(run(back, 45)) is None


def test_the_rail_knows_what_is_done_and_what_is_now() -> None:
    state = run(begun(0, 1), 10)
    assert (exercise_now(state), exercise_shares(state)) == (0, (0.25, 0.0))
    assert site_in_view(state) == 0
    state = run(state, 31)
    assert (exercise_now(state), exercise_shares(state)) == (None, (1.0, 0.0))
    state = run(state, 30 + 60 + 5 + 10)
    assert isinstance(state, Exercising)
    assert exercise_shares(state) == (1.0, 0.5)
    state = advance(state, SkipSide(at(105)))
    assert exercise_shares(state) == (1.0, 0.5)


def test_after_the_last_site_the_last_site_stays_in_view() -> None:
    state = run(begun(2), 130)
    assert isinstance(state, Exercising)
    assert site_in_view(state) == 1
    left = Ready(state.course, state.log, 2, cut_off=1)
    assert site_in_view(left) == 1


def test_the_count_stands_under_the_ring() -> None:
    state: State = replace(ready(*WRISTS), begins_in_seconds=5.0, now=at(0))
    cues = []
    for tenth in range(0, 150, 10):
        state = advance(state, Tick(at(tenth / 10)))
        cues.append(live_view(state).cue)
    assert cues[:5] == ["Find the place", "Find the place", "Press in 3", "Press in 2", "Press in 1"]
    moving = run(advance(state, Next(at(14))), 17)
    assert live_view(moving).cue == "Press in 2"


SECONDS = st.one_of(st.none(), st.integers(5, 40))


@examples(0.3)
@given(st.lists(st.tuples(st.integers(0, 3), SECONDS), max_size=4), st.floats(0.1, 1.4))
def test_what_is_left_starts_as_the_plan_says_and_runs_with_the_clock(
    planned: list[tuple[int, int | None]], tick: float
) -> None:
    exercises = tuple(walk(place, seconds, None if seconds else 2) for place, seconds in planned)
    start = ready(*WRISTS_AND_BROW, exercises=exercises)
    assert seconds_left(start) == start.course.plan.total_seconds
    states: list[State] = [advance(start, Begin(at(0)))]
    now = 0.0
    while not isinstance(states[-1], Finished):
        now += tick
        waits = isinstance(states[-1], Exercising) and states[-1].exercise.seconds is None
        states.append(advance(states[-1], Next(at(now)) if waits else Tick(at(now))))
    left = [seconds_left(state) for state in states]
    assert left[0] == pytest.approx(start.course.plan.total_seconds)
    assert left[-1] == 0
    for before, after in pairwise(left[:-1]):
        assert before - after <= tick + 1e-6
        assert after <= before + 1e-6
