"""Fine or too much, after each point and at any time: what was too much is pressed more lightly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import Comfort
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import Begin, ComfortGiven, Next, Repeat, SkipSide, Tick
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import Finished, GetReady, Holding, State
from tests.examples import examples
from tests.session.sessions import WRISTS_AND_BROW, ready, site, told

L, R, M = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE
PC6, BROW = PointCode("PC6"), PointCode("EX-HN3")


def at(seconds: float) -> Instant:
    return Instant(seconds, seconds + 500)


def run(state: State, until: float) -> State:
    now = getattr(state, "now", at(0)).at
    while now < until:
        now = min(until, now + 1)
        state = advance(state, Tick(at(now)))
    return state


def moving() -> GetReady:
    """On the way to the right wrist; the left one was held at 3 of 10."""
    state = run(advance(ready(*WRISTS_AND_BROW), Begin(at(0))), 61)
    assert isinstance(state, GetReady)
    return state


def too_much(state: State, point: PointCode = PC6, side: SiteSide = L, when: float = 61) -> State:
    return advance(state, ComfortGiven(at(when), point, side, Comfort.TOO_MUCH))


def test_too_much_lowers_everything_that_is_left_at_that_point_and_says_so() -> None:
    state = too_much(moving())
    line = state.log.spoken[-1].line
    assert (line.id, line.felt_pressure, line.point, line.side) == (LineId.COMFORT_SOFTER, 2, PC6, L)
    state = run(state, 66)
    assert isinstance(state, Holding)
    assert (state.step.side, state.felt_pressure) == (R, 2)
    press = next(said.line for said in reversed(state.log.spoken) if said.line.id is LineId.PRESS)
    assert press.felt_pressure == 2
    assert state.changed_by == ("person",)
    state = run(state, 400)
    assert [(hold.point, hold.felt_pressure) for hold in state.log.holds] == [(PC6, 3), (PC6, 2), (BROW, 3)]
    assert [hold.changed_by for hold in state.log.holds] == [(), ("person",), ()]


def test_it_counts_for_the_hold_that_runs_meanwhile() -> None:
    state = run(moving(), 70)
    assert isinstance(state, Holding)
    assert state.felt_pressure == 3
    softer = too_much(state, when=70)
    assert isinstance(softer, Holding)
    assert softer.felt_pressure == 2
    kept = run(softer, 130).log.holds[-1]
    assert kept.felt_pressure == 2
    assert kept.changed_by == ("person",), "the journal says who made it softer"


def test_each_time_it_is_too_much_it_is_one_less_and_never_below_one() -> None:
    state: State = moving()
    pressures: list[int] = []
    now = 61.0
    for _round in range(4):
        state = too_much(state, side=state.log.holds[-1].side, when=now)
        pressures.append(state.log.target_pressure(state.course.step(0)))
        state = advance(run(state, now + 6), Next(at(now + 6)))
        state = advance(state, Repeat(at(now + 6)))
        now += 6
    assert pressures == [2, 1, 1, 1]
    lines = [said.line.id for said in state.log.spoken if said.line.id.value.startswith("comfort_")]
    softer, lightest = LineId.COMFORT_SOFTER, LineId.COMFORT_LIGHTEST
    assert [line for line in lines if line is not LineId.COMFORT_ASK] == [softer, softer, lightest, lightest]


def test_the_same_answer_twice_lowers_once_and_another_answer_takes_it_back() -> None:
    once = too_much(moving())
    assert too_much(once) == once
    fine = advance(once, ComfortGiven(at(61), PC6, L, Comfort.FINE))
    assert fine.log.spoken[-1].line.id is LineId.COMFORT_FINE
    assert fine.log.target_pressure(fine.course.step(1)) == 3
    assert [hold.comfort for hold in fine.log.holds] == [Comfort.FINE]


def test_it_is_asked_once_after_the_first_point_that_was_pressed() -> None:
    state = run(advance(ready(*WRISTS_AND_BROW), Begin(at(0))), 400)
    assert isinstance(state, Finished)
    assert [line for line in told(state) if "comfort_ask" in line] == ["125 comfort_ask"]
    asked = next(said.line for said in state.log.spoken if said.line.id is LineId.COMFORT_ASK)
    assert (asked.point, asked.side) == (PC6, R)


def test_nothing_is_asked_about_a_point_that_was_left_out() -> None:
    state = run(moving(), 62)
    state = advance(state, SkipSide(at(62)))
    assert LineId.COMFORT_ASK not in [said.line.id for said in state.log.spoken]


def test_who_has_told_already_is_not_asked() -> None:
    state = run(advance(ready(*WRISTS_AND_BROW), Begin(at(0))), 61)
    state = advance(run(state, 70), Next(at(70)))
    assert LineId.COMFORT_ASK in [said.line.id for said in state.log.spoken]


@pytest.mark.parametrize("comfort", list(Comfort))
def test_without_a_hold_there_nothing_changes(comfort: Comfort) -> None:
    state = moving()
    assert advance(state, ComfortGiven(at(61), BROW, M, comfort)) == advance(state, Tick(at(61)))


@examples(0.3)
@given(
    st.lists(st.tuples(st.sampled_from(["next", "repeat", "much", "fine"]), st.floats(0.1, 1.4)), max_size=60)
)
def test_nothing_is_ever_pressed_harder_than_planned_or_than_what_was_too_much(
    acts: list[tuple[str, float]],
) -> None:
    state: State = advance(ready(site("PC6", L, 20), site("PC6", R, 20), site("EX-HN3", M, 20)), Begin(at(0)))
    now = 0.0
    for act, seconds in acts:
        now += seconds
        if act in ("much", "fine") and state.log.holds:
            last = state.log.holds[-1]
            comfort = Comfort.TOO_MUCH if act == "much" else Comfort.FINE
            state = advance(state, ComfortGiven(at(now), last.point, last.side, comfort))
        elif act == "repeat":
            state = advance(state, Repeat(at(now)))
        else:
            state = advance(state, Next(at(now)))
    told_too_much: dict[PointCode, int] = {}
    for hold in state.log.holds:
        assert 1 <= hold.felt_pressure <= 3
        if hold.comfort is Comfort.TOO_MUCH:
            told_too_much[hold.point] = min(told_too_much.get(hold.point, 3), max(1, hold.felt_pressure - 1))
    for step in state.course.plan.steps:
        assert state.log.target_pressure(step) == told_too_much.get(step.point, 3)
