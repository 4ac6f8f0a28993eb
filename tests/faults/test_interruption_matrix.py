"""Every interruption in every state of a session, short and long: nothing is kept that was not done.

The machine, the presenter and the journal are the real ones. What was held is added up a second time by a
tally that looks only at the clocks; what is left is compared with what is offered afterwards.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.protocols import READY_SECONDS
from acupress_desktop.presenters.resuming import ClosedInstead
from acupress_desktop.session.course import CLEARANCE_SECONDS
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.states import (
    CHECKPOINT_SECONDS,
    GAP_SECONDS,
    LEAD_IN_SECONDS,
    SHORT_GAP_SECONDS,
    SLEEP_SECONDS,
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Moving,
    PauseCause,
    Paused,
    Ready,
    State,
    StopCard,
)
from tests.faults.interrupting import (
    EXERCISE_SECONDS,
    HOLD_SECONDS,
    SITE_SECONDS_MAX,
    TICK_SECONDS,
    Sitting,
    begin,
    power_cut,
    start_again,
)
from tests.storage.journals import Bench

pytestmark = pytest.mark.slow

LENGTHS_SECONDS = (0.5, 1.5, 1.6, 5.0, 29.0, 31.0, 600.0, 4_000.0)
NOISE = 1e-6

# --- How a session comes into each state ------------------------------------------------------------------


def _ready(sitting: Sitting) -> None:
    sitting.tick()
    sitting.wait(2)


def _press(seconds: float) -> Callable[[Sitting], None]:
    def into(sitting: Sitting) -> None:
        _ready(sitting)
        sitting.do(sitting.keys.begin)
        sitting.wait(seconds)

    return into


def _exercise(seconds: float) -> Callable[[Sitting], None]:
    def into(sitting: Sitting) -> None:
        _press(HOLD_SECONDS + seconds)(sitting)

    return into


def _get_ready(sitting: Sitting) -> None:
    _exercise(READY_SECONDS + EXERCISE_SECONDS + 2)(sitting)


def _second_hold(sitting: Sitting) -> None:
    _get_ready(sitting)
    sitting.wait(3 + 12)


def _lead_in(sitting: Sitting) -> None:
    _press(12)(sitting)
    sitting.clock.advance(5)
    sitting.tick()
    sitting.wait(1)


def _paused(sitting: Sitting) -> None:
    _press(12)(sitting)
    sitting.do(sitting.keys.pause_or_go_on)
    sitting.wait(5)


def _stop_card(sitting: Sitting) -> None:
    _press(12)(sitting)
    sitting.do(sitting.keys.stop)
    sitting.wait(5)


def _after(sitting: Sitting) -> None:
    _stop_card(sitting)
    sitting.do(sitting.keys.stop)
    sitting.wait(5)


STATES: dict[str, tuple[Callable[[Sitting], None], type[State]]] = {
    "ready": (_ready, Ready),
    "press_in": (_press(2), Holding),
    "hold": (_press(12), Holding),
    "ease_off": (_press(27), Holding),
    "exercise_ready": (_exercise(2), Exercising),
    "exercise": (_exercise(8), Exercising),
    "get_ready": (_get_ready, GetReady),
    "second_hold": (_second_hold, Holding),
    "lead_in": (_lead_in, LeadIn),
    "paused": (_paused, Paused),
    "stop_card": (_stop_card, StopCard),
    "after": (_after, Finished),
}

# --- What happens to it -----------------------------------------------------------------------------------


def _frozen(sitting: Sitting, seconds: float) -> None:
    sitting.clock.advance(seconds)
    sitting.tick()


def _slept_unheard(sitting: Sitting, seconds: float) -> None:
    sitting.clock.sleep(seconds)
    sitting.tick()


def _slept_heard(sitting: Sitting, seconds: float) -> None:
    sitting.do(lambda: sitting.keys.interrupt(PauseCause.SUSPEND))
    sitting.clock.sleep(seconds)
    sitting.tick()


def _slept_heard_on_waking(sitting: Sitting, seconds: float) -> None:
    sitting.clock.sleep(seconds)
    sitting.do(lambda: sitting.keys.interrupt(PauseCause.SUSPEND))
    sitting.tick()


def _locked(sitting: Sitting, seconds: float) -> None:
    sitting.do(lambda: sitting.keys.interrupt(PauseCause.LOCK))
    sitting.clock.advance(seconds)
    sitting.tick()


def _locked_and_slept(sitting: Sitting, seconds: float) -> None:
    sitting.do(lambda: sitting.keys.interrupt(PauseCause.LOCK))
    sitting.clock.advance(1.0)
    sitting.do(lambda: sitting.keys.interrupt(PauseCause.SUSPEND))
    sitting.clock.sleep(seconds)
    sitting.tick()


def _held_on_to(sitting: Sitting, seconds: float) -> None:
    """A second start, a logout that was called off, a failure in the app: no hand presses any more."""
    sitting.do(lambda: sitting.keys.interrupt(PauseCause.PERSON))
    sitting.clock.advance(seconds)
    sitting.tick()


def _wall_back(sitting: Sitting, seconds: float) -> None:
    sitting.clock.set_wall(-seconds)
    sitting.tick()


def _wall_on(sitting: Sitting, seconds: float) -> None:
    sitting.clock.set_wall(seconds)
    sitting.tick()


Interruption = Callable[[Sitting, float], None]
GAPS: tuple[Interruption, ...] = (_frozen,)
SLEEPS: tuple[Interruption, ...] = (_slept_unheard,)
TOLD: dict[Interruption, PauseCause] = {
    _slept_heard: PauseCause.SUSPEND,
    _slept_heard_on_waking: PauseCause.SUSPEND,
    _locked: PauseCause.LOCK,
    _locked_and_slept: PauseCause.LOCK,
    _held_on_to: PauseCause.PERSON,
}
CLOCKS: tuple[Interruption, ...] = (_wall_back, _wall_on)
INTERRUPTIONS = (*GAPS, *SLEEPS, *TOLD, *CLOCKS)
WAITING_LINES = {
    PauseCause.GAP: LineId.WAITING_AFTER_GAP,
    PauseCause.SUSPEND: LineId.WAITING_AFTER_SLEEP,
    PauseCause.LOCK: LineId.WAITING_AFTER_LOCK,
    PauseCause.PERSON: LineId.PAUSED,
}


def expected(interruption: Interruption, seconds: float) -> tuple[type[State] | None, PauseCause | None]:
    """What a running session is in afterwards, and why; ``None`` for as before."""
    if interruption in TOLD:
        return Paused, TOLD[interruption]
    if interruption in SLEEPS and seconds > SLEEP_SECONDS:
        return Paused, PauseCause.SUSPEND
    if interruption in GAPS and seconds > SHORT_GAP_SECONDS:
        return Paused, PauseCause.GAP
    if interruption in GAPS and seconds > GAP_SECONDS:
        return LeadIn, None
    return None, None


def stands(sitting: Sitting) -> State:
    """The state as it is now, whatever it was a line ago."""
    return sitting.state


def moving(state: State) -> Moving | None:
    """What a session goes on with."""
    match state:
        case GetReady() | Holding() | Exercising():
            return state
        case LeadIn():
            return state.to
        case Paused() | StopCard():
            return state.where
        case Ready() | Finished():
            return None


def left_of(where: Moving | None) -> float:
    """The seconds that are still to come of what runs."""
    match where:
        case Holding():
            return where.seconds_left
        case Exercising():
            return where.ready_left_seconds + (where.seconds_left or 0.0)
        case GetReady():
            return READY_SECONDS - where.elapsed_seconds
        case None:
            return 0.0


def run_on_and_end(sitting: Sitting) -> None:
    """Let what was interrupted run to its own end, going on from every pause; then end the session."""
    first = _place_of(moving(sitting.state))
    for _ in range(200):
        if isinstance(sitting.state, Finished):
            return
        if isinstance(sitting.state, Paused | StopCard):
            sitting.do(sitting.keys.pause_or_go_on)
        elif isinstance(sitting.state, Ready):
            sitting.do(sitting.keys.begin)
        elif _place_of(moving(sitting.state)) != first:
            sitting.do(sitting.keys.stop)
            sitting.do(sitting.keys.stop)
        sitting.wait(TICK_SECONDS)
    raise AssertionError(f"never ended: {sitting.state}")


def _place_of(where: Moving | None) -> tuple[str, int]:
    """Which part of the session that is; the first hold where it has not begun."""
    match where:
        case Holding() | Exercising():
            return type(where).__name__, where.order
        case GetReady():
            return type(where).__name__, where.index
        case None:
            return Holding.__name__, 1


def nothing_false(sitting: Sitting) -> None:
    """Nothing in the journal that was not held, nothing completed that was not held to its end."""
    story = sitting.story
    by_site: dict[object, float] = {}
    for hold in story.holds:
        truth = sitting.tally.held_seconds.get(hold.order, 0.0)
        assert hold.held_seconds <= truth + NOISE, f"hold {hold.order} counts more than {truth}"
        assert hold.completed == (hold.held_seconds >= hold.hold_seconds)
        by_site[hold.point, hold.side] = by_site.get((hold.point, hold.side), 0.0) + hold.held_seconds
    assert all(seconds <= SITE_SECONDS_MAX for seconds in by_site.values())
    for done in story.exercises:
        truth = sitting.tally.done_seconds.get(done.order, 0.0)
        assert done.done_seconds <= truth + NOISE, f"exercise {done.order} counts more than {truth}"
        assert done.completed == (done.done_seconds >= EXERCISE_SECONDS - NOISE)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "data")


@pytest.mark.parametrize("interruption", INTERRUPTIONS, ids=lambda one: one.__name__.strip("_"))
@pytest.mark.parametrize("name", STATES)
def test_an_interruption_counts_nothing_and_what_is_left_is_offered(
    bench: Bench, name: str, interruption: Interruption
) -> None:
    into, kind = STATES[name]
    journal = bench.open()
    for seconds in LENGTHS_SECONDS:
        sitting = begin(bench, journal)
        into(sitting)
        assert isinstance(sitting.state, kind)
        _interrupt_and_go_on(sitting, interruption, seconds)
        bench.later(hours=3)
    assert journal.recall_unfinished_session() is None
    journal.close()


def _interrupt_and_go_on(sitting: Sitting, interruption: Interruption, seconds: float) -> None:
    before = sitting.state
    left = left_of(moving(before))
    spoken = len(sitting.said())
    interruption(sitting, seconds)
    after, what = sitting.state, f"{interruption.__name__} {seconds} in {type(before).__name__}"
    if isinstance(before, Ready):
        assert not sitting.story.holds, what
        if interruption in TOLD:
            sitting.wait(60)
            assert isinstance(sitting.state, Ready), f"{what}: it began without a hand"
    elif isinstance(before, Paused | StopCard | Finished):
        assert type(after) is type(before), what
        assert left_of(moving(after)) == left, what
    else:
        _check_running(sitting, (before, left), expected(interruption, seconds), seconds, what)
        kind, cause = expected(interruption, seconds)
        if cause is not None:
            assert WAITING_LINES[cause] in sitting.said()[spoken:], what
        elif kind is LeadIn:
            assert LineId.GAP_NOTICED in sitting.said()[spoken:], what
    run_on_and_end(sitting)
    nothing_false(sitting)


def _check_running(
    sitting: Sitting,
    was: tuple[State, float],
    expects: tuple[type[State] | None, PauseCause | None],
    seconds: float,
    what: str,
) -> None:
    before, left = was
    kind, cause = expects
    after = sitting.state
    if kind is None:
        # As if nothing had been: a short gap counts for what runs, a moved wall clock for nothing.
        assert type(after) in (type(before), Holding), what
        return
    assert isinstance(after, kind), what
    if not isinstance(after, Paused):
        sitting.wait(LEAD_IN_SECONDS)
        assert left_of(moving(sitting.state)) == pytest.approx(left, abs=TICK_SECONDS), what
        return
    assert after.cause is cause, what
    assert left_of(after.where) == pytest.approx(left, abs=NOISE), what
    sitting.wait(60, tick_seconds=5.0)
    assert sitting.state == after or left_of(moving(sitting.state)) == left_of(after.where), what
    assert isinstance(stands(sitting), Paused), f"{what}: it went on by itself"
    sitting.do(sitting.keys.pause_or_go_on)
    went_on = stands(sitting)
    if seconds > CLEARANCE_SECONDS:
        assert isinstance(went_on, Finished), what
        assert went_on.end is SessionEnd.EXPIRED, what
        return
    assert isinstance(went_on, LeadIn), what
    assert LineId.GO_ON in sitting.said(), what
    sitting.wait(LEAD_IN_SECONDS)
    assert left_of(moving(sitting.state)) == pytest.approx(left, abs=NOISE), what


# --- The process ends -------------------------------------------------------------------------------------


def _power_cut(_sitting: Sitting) -> None:
    """Nobody has the time to do anything."""


def _told_to_end(sitting: Sitting) -> None:
    """A signal, the end of the login, or a closed window: the hold is kept first."""
    sitting.do(lambda: sitting.keys.interrupt(PauseCause.PERSON))


@pytest.mark.parametrize("ending", [_power_cut, _told_to_end], ids=lambda one: one.__name__.strip("_"))
@pytest.mark.parametrize("name", STATES)
def test_after_the_end_of_the_process_what_is_left_is_offered(
    bench: Bench, tmp_path: Path, name: str, ending: Callable[[Sitting], None]
) -> None:
    into, _kind = STATES[name]
    journal = bench.open()
    sitting = begin(bench, journal)
    into(sitting)
    last = sitting.state
    ending(sitting)
    elapsed = (sitting.clock.now() - bench.when).total_seconds()
    lost_seconds = CHECKPOINT_SECONDS if ending is _power_cut else 0.0
    for seconds in LENGTHS_SECONDS:
        folder = power_cut(sitting, tmp_path / f"left-{seconds}")
        again = start_again(sitting, folder, seconds)
        what = f"{ending.__name__} in {name}, started {seconds} s later"
        if isinstance(last, Finished):
            assert again is None, what
        elif seconds + elapsed > CLEARANCE_SECONDS:
            assert again == ClosedInstead(sitting.session, SessionEnd.EXPIRED), what
        else:
            assert isinstance(again, Sitting), what
            _check_taken_up(again, last, lost_seconds, what)
            again.journal.close()
        shutil.rmtree(folder)
    journal.close()


def _check_taken_up(again: Sitting, last: State, lost_seconds: float, what: str) -> None:
    ready = again.state
    assert isinstance(ready, Ready), what
    where = moving(last)
    kept = again.story.holds
    nothing_false(again)
    if isinstance(where, Holding):
        assert ready.index == where.index, what
        cut_off = [hold for hold in kept if hold.order == where.order]
        assert not any(hold.completed for hold in cut_off), what
        assert where.held_seconds - lost_seconds - NOISE <= sum(hold.held_seconds for hold in cut_off), what
        pressed = sum(hold.held_seconds for hold in kept if hold.side is where.step.side)
        again.do(again.keys.begin)
        assert isinstance(again.state, Holding), what
        assert again.state.hold_seconds == min(HOLD_SECONDS, int(SITE_SECONDS_MAX - pressed)), what
    elif isinstance(where, GetReady):
        assert ready.index == where.index, what
    elif isinstance(where, Exercising):
        again.do(again.keys.begin)
        assert isinstance(again.state, Exercising), what
        assert again.state.order == where.order, what
    else:
        assert not kept, what
    started_with = len(kept)
    run_on_and_end(again)
    nothing_false(again)
    assert len(again.story.holds) >= started_with, what
    assert again.story.session.end is not None, what
