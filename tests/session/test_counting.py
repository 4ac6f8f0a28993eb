"""Three, two, one: counts stand at exact times, before something begins and at the end of a hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.session.clock import Instant
from acupress_desktop.session.course import Course
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    Longer,
    Pause,
    Resume,
    ScreenLocked,
    SystemSuspended,
    Tick,
)
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import Finished, Holding, LeadIn, Ready, State
from tests.examples import examples
from tests.session.sessions import WRISTS, counted, play, ready, told, walk


def at(seconds: float) -> Instant:
    return Instant(seconds, seconds + 500)


def waiting(begins_in_seconds: float | None = 10.0, **more: Course) -> Ready:
    start = ready(*WRISTS)
    return Ready(more.get("course", start.course), begins_in_seconds=begins_in_seconds)


def run(state: State, until: float, start: float = 0.0) -> State:
    """Let time pass from ``start`` in steps of a second."""
    now = start
    while now < until:
        now = min(until, now + 1)
        state = advance(state, Tick(at(now)))
    return state


def test_holds_and_moves_are_counted_at_exact_times() -> None:
    state = play("", ready(*WRISTS), tick_seconds=0.7)
    assert counted(state) == [
        *("57 count_out 3", "58 count_out 2", "59 count_out 1"),
        *("62 count_in 3", "63 count_in 2", "64 count_in 1"),
        *("122 count_out 3", "123 count_out 2", "124 count_out 1"),
    ]


def test_the_way_back_from_a_pause_is_counted_from_its_start() -> None:
    state = play("t=20 pause\nt=30 resume", ready(*WRISTS))
    assert counted(state)[:3] == ["30 count_in 3", "31 count_in 2", "32 count_in 1"]


def test_after_a_short_gap_the_count_says_when_it_goes_on() -> None:
    state = play("t=20 stall 4", ready(*WRISTS))
    assert told(state)[2:4] == ["24 gap_noticed", "37 half_way"]
    assert counted(state)[:3] == ["24 count_in 3", "25 count_in 2", "26 count_in 1"]


def test_fifteen_seconds_more_are_counted_out_again() -> None:
    state: State = run(advance(ready(*WRISTS), Begin(at(0))), 58.5)
    state = run(advance(state, Longer(at(58.5))), 75, 58.5)
    assert counted(state) == [
        *("57 count_out 3", "58 count_out 2"),
        *("72 count_out 3", "73 count_out 2", "74 count_out 1"),
    ]


# --- Before the first press --------------------------------------------------------------------------------


def test_it_says_where_it_will_begin_and_counts_down_to_zero() -> None:
    state = run(advance(waiting(), Tick(at(0))), 12)
    assert isinstance(state, Holding)
    assert (state.held_seconds, state.began_at, state.now) == (2, 0, at(12))
    assert state.log.began == at(10)
    assert told(state) == ["-10 get_ready", "-10 find", "0 press"]
    assert counted(state) == ["-3 count_in 3", "-2 count_in 2", "-1 count_in 1"]
    first = state.log.spoken[0].line
    assert (first.point, first.seconds) == ("PC6", 10)


@examples(0.3)
@given(st.lists(st.floats(0.01, 1.5), min_size=1, max_size=9))
def test_the_first_press_comes_at_the_same_instant_however_time_is_told(ticks: list[float]) -> None:
    state: State = advance(waiting(), Tick(at(0)))
    now, beat = 0.0, 0
    while isinstance(state, Ready):
        now += ticks[beat % len(ticks)]
        beat += 1
        state = advance(state, Tick(at(now)))
    assert isinstance(state, Holding)
    assert state.log.began is not None
    assert state.log.began.at == pytest.approx(10, abs=1e-6)
    assert state.held_seconds == pytest.approx(now - 10, abs=1e-6)
    assert [said.at for said in state.log.spoken] == pytest.approx([-10, -10, -3, -2, -1, 0], abs=1e-6)


def test_who_begins_earlier_begins_at_zero() -> None:
    state = advance(run(advance(waiting(), Tick(at(0))), 4), Begin(at(4.5)))
    assert told(state) == ["-4.5 get_ready", "-4.5 find", "0 press"]


def test_nothing_is_said_before_it_was_shown() -> None:
    assert told(advance(waiting(), Begin(at(3)))) == ["0 press"]
    assert told(advance(waiting(None), BreathingOff(at(3)))) == ["0 breathing_off"]


def test_it_is_said_once() -> None:
    state = run(advance(waiting(None), Tick(at(0))), 50)
    assert isinstance(state, Ready)
    assert told(state) == ["0 get_ready", "0 find"]
    assert state.log.spoken[0].line.seconds is None
    assert counted(state) == []


@pytest.mark.parametrize("event", [Pause, SystemSuspended, ScreenLocked])
def test_pause_sleep_and_lock_let_the_person_say_when(
    event: type[Pause | SystemSuspended | ScreenLocked],
) -> None:
    state = run(advance(run(advance(waiting(), Tick(at(0))), 3), event(at(3))), 60, 3)
    assert isinstance(state, Ready)
    assert state.begins_in_seconds is None
    assert isinstance(advance(state, Resume(at(60))), Ready), "only beginning begins"
    assert isinstance(advance(state, Begin(at(60))), Holding)


@pytest.mark.parametrize(("awake", "slept", "left"), [(1.5, 0, 5.5), (1.6, 0, 7), (30, 0, 7), (31, 0, None)])
def test_a_gap_is_not_counted_and_a_long_one_waits(awake: float, slept: float, left: float | None) -> None:
    state = run(advance(waiting(), Tick(at(0))), 3)
    state = advance(state, Tick(Instant(3 + awake, 503 + awake + slept)))
    assert isinstance(state, Ready)
    assert state.begins_in_seconds == (None if left is None else pytest.approx(left))


def test_a_sleep_waits_for_the_person() -> None:
    state = run(advance(waiting(), Tick(at(0))), 3)
    state = advance(state, Tick(Instant(3.1, 503.1 + 1.1)))
    assert isinstance(state, Ready)
    assert state.begins_in_seconds is None


def test_a_first_exercise_is_named_before_it_begins() -> None:
    start = ready(*WRISTS, exercises=(walk(0, 20),))
    state = run(advance(Ready(start.course, begins_in_seconds=10), Tick(at(0))), 12)
    assert told(state) == ["-10 get_ready", "0 exercise"]
    assert state.log.spoken[0].line.title == "Round the block"
    assert state.log.spoken[0].line.point is None


def test_after_the_hour_the_countdown_ends_the_session() -> None:
    course = replace(ready(*WRISTS).course, cleared=at(-3595))
    state = run(advance(waiting(course=course), Tick(at(0))), 12)
    assert isinstance(state, Finished)
    assert state.log.spoken[-1].line.id is LineId.EXPIRED


def test_a_pause_in_the_lead_in_begins_the_count_anew() -> None:
    state = run(advance(ready(*WRISTS), Begin(at(0))), 20)
    state = advance(advance(state, Pause(at(20))), Resume(at(30)))
    assert isinstance(state, LeadIn)
    state = run(state, 31.5, 30)
    state = run(advance(advance(state, Pause(at(31.5))), Resume(at(40))), 44, 40)
    assert counted(state) == [
        *("30 count_in 3", "31 count_in 2"),
        *("40 count_in 3", "41 count_in 2", "42 count_in 1"),
    ]
    assert isinstance(state, Holding)
    assert state.held_seconds == 21
