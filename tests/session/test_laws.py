"""Laws that hold whatever the person does and however unevenly time is told."""

from __future__ import annotations

from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    BreathingOn,
    ComfortGiven,
    Event,
    Longer,
    Next,
    Pause,
    Rated,
    Repeat,
    Resume,
    ScreenLocked,
    SkipSide,
    Stop,
    StopForSymptom,
    SystemSuspended,
    Tick,
)
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import GAP_SECONDS, Exercising, Finished, Holding, Ready, State
from acupress_desktop.session.watching import (
    checkpoint_due,
    exercise_due,
    exercises_since,
    holds_since,
)
from tests.examples import examples
from tests.session.sessions import ready, site, walk

L, R, M = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE
SITES = (
    site("LI4", L, 60),
    site("LI4", R, 60),
    site("GB20", L, 30, site_seconds_max=60),
    site("GV20", M, 10),
)
WALKS = (walk(0, 20), walk(1, None, 3), walk(2, 30, 2), walk(2, 8), walk(4, 15))


def start() -> Ready:
    """Sites with walks before, between and after them."""
    return ready(*SITES, exercises=WALKS)


def _event(name: str, now: Instant) -> Event:
    plain: dict[str, Event] = {
        "tick": Tick(now),
        "begin": Begin(now),
        "pause": Pause(now),
        "resume": Resume(now),
        "next": Next(now),
        "repeat": Repeat(now),
        "longer": Longer(now),
        "skip": SkipSide(now),
        "stop": Stop(now),
        "symptom": StopForSymptom(now, AdverseKind.DIZZY),
        "off": BreathingOff(now),
        "on": BreathingOn(now),
        "comfort": ComfortGiven(now, PointCode("LI4"), L, Comfort.FINE),
        "rated": Rated(now, Measure.PAIN, RatingTime.DURING, 3),
        "suspended": SystemSuspended(now),
        "locked": ScreenLocked(now),
    }
    return plain[name]


_NAMES = st.sampled_from(
    ["tick"] * 12
    + ["begin", "resume", "resume", "pause", "next", "repeat", "longer", "skip", "stop", "off", "on"]
    + ["comfort", "rated", "suspended", "locked", "symptom"]
)
_AWAKE = st.one_of(
    st.floats(0, GAP_SECONDS), st.floats(0, 0.2), st.floats(GAP_SECONDS, 40), st.just(GAP_SECONDS)
)
_SLEPT = st.one_of(st.just(0.0), st.just(0.0), st.floats(1.01, 100_000))
EVENTS = st.lists(st.tuples(_NAMES, _AWAKE, _SLEPT), max_size=150)


def _running(state: State) -> float:
    """Seconds of the running hold, if one runs or waits."""
    where = getattr(state, "where", getattr(state, "to", state))
    return where.held_seconds if isinstance(where, Holding) else 0.0


def _all_done(state: State) -> float:
    """Seconds of all exercises, with the one that runs or waits."""
    where = getattr(state, "where", getattr(state, "to", state))
    running = where if isinstance(where, Exercising) else None
    done = sum(
        each.done_seconds for each in state.log.exercises if running is None or each.order != running.order
    )
    return done + (0.0 if running is None else running.before_seconds + running.elapsed_seconds)


def _all_held(state: State) -> float:
    return sum(hold.held_seconds for hold in state.log.holds) + _running(state)


@given(EVENTS)
def test_never_more_is_held_than_time_was_seen_to_pass(events: list[tuple[str, float, float]]) -> None:
    state: State = start()
    now = Instant(50.0, 4000.0)
    seen = 0.0
    for name, awake, slept in events:
        before, walked = _all_held(state), _all_done(state)
        now = Instant(now.at + awake, now.boot_at + awake + slept)
        state = advance(state, _event(name, now))
        counts = awake <= GAP_SECONDS + 1e-6 and slept <= 1.0
        seen += awake if counts else 0.0
        pressed_now, walked_now = _all_held(state) - before, _all_done(state) - walked
        assert pressed_now + walked_now <= (awake if counts else 0.0) + 1e-6
        assert walked_now >= -1e-6
    assert _all_held(state) + _all_done(state) <= seen + 1e-6


@given(EVENTS)
def test_the_record_is_consistent(events: list[tuple[str, float, float]]) -> None:
    state: State = start()
    now = Instant(0.0, 0.0)
    for name, awake, slept in events:
        now = Instant(now.at + awake, now.boot_at + awake + slept)
        before, state = state, advance(state, _event(name, now))
        kept = before.log.holds[: len(before.log.holds)]
        assert [hold.order for hold in state.log.holds[: len(kept)]] == [hold.order for hold in kept]
    log = state.log
    assert [hold.order for hold in log.holds] == list(range(1, len(log.holds) + 1))
    for hold in log.holds:
        assert 0 <= hold.held_seconds <= hold.hold_seconds <= 300
        assert hold.completed is (hold.held_seconds == hold.hold_seconds) or hold.held_seconds > 0
        assert not hold.completed or hold.held_seconds == hold.hold_seconds
        assert hold.began_at <= hold.ended_at + 1e-6
    for point, side, _, most in SITES:
        assert log.held_at_site(PointCode(point), side) <= most + 1e-6
    for done in log.exercises:
        planned = WALKS[done.order - 1]
        assert (done.planned_seconds, done.repeats) == (planned.seconds, planned.repeats)
        assert done.began_at <= done.ended_at + 1e-6
        assert not done.completed or planned.seconds is None or done.done_seconds >= planned.seconds
    assert len({done.order for done in log.exercises}) == len(log.exercises)
    assert all(pause.seconds >= 0 for pause in log.pauses)
    said = [line.at for line in log.spoken]
    assert said == sorted(said)


@given(EVENTS)
def test_two_presses_of_stop_end_every_session(events: list[tuple[str, float, float]]) -> None:
    state: State = start()
    now = Instant(0.0, 0.0)
    for name, awake, slept in events:
        now = Instant(now.at + awake, now.boot_at + awake + slept)
        state = advance(state, _event(name, now))
    stopped = advance(advance(state, Stop(now)), Stop(now))
    assert isinstance(stopped, Finished)
    assert _all_held(stopped) == pytest.approx(_all_held(state), abs=1e-6)


@given(EVENTS)
def test_what_was_kept_on_the_way_is_what_a_killed_app_finds(events: list[tuple[str, float, float]]) -> None:
    """Ended holds and checkpoints together miss less than five held seconds and invent none."""
    state: State = start()
    now = Instant(0.0, 0.0)
    kept: dict[int, float] = {}
    walked: dict[int, float] = {}
    for name, awake, slept in events:
        now = Instant(now.at + awake, now.boot_at + awake + slept)
        before, state = state, advance(state, _event(name, now))
        for hold in holds_since(before, state):
            kept[hold.order] = hold.held_seconds
        due = checkpoint_due(before, state)
        if due is not None:
            assert not due.completed
            kept[due.order] = due.held_seconds
        missing = _all_held(state) - sum(kept.values())
        assert -1e-6 <= missing < 5 + 1e-6
        for done in exercises_since(before, state):
            walked[done.order] = done.done_seconds
        running = exercise_due(before, state)
        if running is not None:
            assert not running.completed
            walked[running.order] = running.done_seconds
        assert -1e-6 <= _all_done(state) - sum(walked.values()) < 5 + 1e-6


@examples(0.15)
@given(st.lists(st.floats(0.03, GAP_SECONDS), min_size=3, max_size=40))
def test_twenty_minutes_of_uneven_ticks_do_not_drift(ticks: list[float]) -> None:
    sites = tuple(site(f"LI{number}", L, 60) for number in range(1, 21))
    state = advance(ready(*sites), Begin(Instant(0.0, 0.0)))
    at = 0.0
    for tick in cycle(ticks):
        at += tick
        state = advance(state, Tick(Instant(at, at)))
        if isinstance(state, Finished):
            break
    assert isinstance(state, Finished)
    assert state.ended_at == pytest.approx(20 * 60 + 19 * 5, abs=1e-6)
    assert [hold.held_seconds for hold in state.log.holds] == [60.0] * 20
    for number, hold in enumerate(state.log.holds):
        assert hold.began_at == pytest.approx(number * 65, abs=1e-6)


@given(st.floats(0.005, 0.25), st.floats(1.6, 29.0), st.floats(1.0, 58.0))
def test_a_stall_anywhere_leaves_exactly_sixty_seconds_held(tick: float, stall: float, at: float) -> None:
    state = advance(ready(site("LI4", L, 60)), Begin(Instant(0.0, 0.0)))
    now = 0.0
    stalled = False
    while not isinstance(state, Finished):
        if now >= at and not stalled:
            now += stall
            stalled = True
        else:
            now += tick
        state = advance(state, Tick(Instant(now, now)))
    (hold,) = state.log.holds
    assert hold.held_seconds == pytest.approx(60, abs=0.05)
    (pause,) = state.log.pauses
    assert pause.seconds == pytest.approx(stall, abs=1e-6)
    assert hold.ended_at == pytest.approx(60 + stall + 3, abs=1e-6)


def test_a_state_before_begin_ignores_the_clock() -> None:
    state: State = ready()
    for at in (1.0, 100.0, 90_000.0):
        state = advance(state, Tick(Instant(at, at)))
    assert isinstance(state, Ready)
