"""What may be said of presses on a scale, and which steps the exercise has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.pressure import (
    GRAMS_MAX,
    MIDDLE_TRIES_MIN,
    SPREAD_TRIES_MIN,
    Compared,
    PressureTrial,
    PressWith,
    TrialKind,
    compared,
    levels_under,
    looks_for_ceiling,
    newest_spread,
    own_ceiling,
    spreads,
)
from acupress_desktop.domain.pressure_exercise import (
    Arms,
    ExerciseStep,
    StepKind,
    Weighing,
    after_skipping,
    exercise_steps,
    part_of,
)
from acupress_desktop.domain.sides import Side

DAY = datetime(2026, 11, 22, 18, tzinfo=UTC)


def trial(
    grams: int | None,
    felt: int = 3,
    *,
    days: int = 0,
    kind: TrialKind = TrialKind.LEVEL,
    hand: Side = Side.LEFT,
    part: PressWith = PressWith.THUMB,
) -> PressureTrial:
    moment = Moment.of(DAY + timedelta(days=days))
    return PressureTrial(RowId(f"{grams}-{felt}-{days}"), hand, part, kind, felt, grams, moment)


TRIALS = st.lists(
    st.builds(
        trial,
        st.none() | st.integers(0, GRAMS_MAX),
        st.integers(0, 10),
        days=st.integers(0, 2),
        kind=st.sampled_from(TrialKind),
        hand=st.sampled_from(Side),
        part=st.sampled_from([PressWith.THUMB, PressWith.FINGERS]),
    ),
    max_size=30,
)


@given(TRIALS)
def test_a_range_is_of_one_sitting_and_of_enough_tries(trials: list[PressureTrial]) -> None:
    for spread in spreads(trials):
        own = sorted(
            each.grams
            for each in trials
            if each.grams is not None
            and (each.hand, each.press_with, each.kind) == (spread.hand, spread.press_with, spread.kind)
            and (each.felt_pressure, each.moment.local_date) == (spread.felt_pressure, spread.day)
        )
        assert list(spread.grams) == own
        assert len(own) >= SPREAD_TRIES_MIN
        assert (spread.middle is None) == (len(own) < MIDDLE_TRIES_MIN)
        if spread.middle is not None:
            assert spread.low <= spread.middle <= spread.high


@given(TRIALS)
def test_left_and_right_never_mix(trials: list[PressureTrial]) -> None:
    swapped = [replace(each, hand=each.hand.other) for each in trials]
    for hand in Side:
        for felt in range(11):
            here = newest_spread(trials, hand, felt)
            there = newest_spread(swapped, hand.other, felt)
            assert (here is None) == (there is None)
            if here is not None:
                assert there == replace(here, hand=hand.other)
        ceiling, mirrored = own_ceiling(trials, hand), own_ceiling(swapped, hand.other)
        assert (None if ceiling is None else ceiling.felt_pressure) == (
            None if mirrored is None else mirrored.felt_pressure
        )


def test_two_tries_make_no_range_and_tries_of_two_days_are_not_added_up() -> None:
    assert spreads([trial(900), trial(1000)]) == ()
    assert spreads([trial(900), trial(1000), trial(1100, days=1)]) == ()
    (found,) = spreads([trial(900), trial(1000), trial(1100)])
    assert (found.low, found.high, found.middle) == (900, 1100, None)


def test_the_newest_day_with_enough_tries_counts() -> None:
    old = [trial(900), trial(1000), trial(1100)]
    new = [trial(1500, days=4), trial(1600, days=4), trial(1550, days=4)]
    begun = [trial(3000, days=5)]
    found = newest_spread([*old, *new, *begun], Side.LEFT, 3)
    assert found is not None
    assert (found.low, found.high) == (1500, 1600)


def test_the_ceiling_is_the_lowest_that_was_said_on_the_last_day() -> None:
    told = [
        trial(None, 8, kind=TrialKind.CEILING),
        *(trial(grams, 6, days=3, kind=TrialKind.CEILING) for grams in (2400, 2100, 2600)),
        trial(None, 7, days=3, kind=TrialKind.CEILING),
    ]
    found = own_ceiling(told, Side.LEFT)
    assert found is not None
    assert found.felt_pressure == 6
    assert found.spread is not None
    assert (found.spread.low, found.spread.high) == (2100, 2600)
    assert own_ceiling(told, Side.RIGHT) is None
    assert newest_spread(told, Side.LEFT, 6) is None


@pytest.mark.parametrize(
    ("grams", "others", "found"),
    [
        (900, (), Compared.FIRST),
        (901, (900,), Compared.HARDER),
        (899, (900,), Compared.SOFTER),
        (900, (900,), Compared.WITHIN),
        (1000, (900, 1100), Compared.WITHIN),
        (1101, (900, 1100), Compared.HARDER),
        (1, (900, 1100), Compared.SOFTER),
    ],
)
def test_a_try_is_compared_with_the_others_and_with_nothing_else(
    grams: int, others: tuple[int, ...], found: Compared
) -> None:
    assert compared(grams, others) is found


@pytest.mark.parametrize(
    ("cap", "levels"),
    [(10, (1, 3, 5)), (5, (1, 3, 5)), (4, (1, 3, 4)), (3, (1, 3)), (2, (1, 2)), (1, (1,)), (0, (1,))],
)
def test_a_cap_leaves_out_what_is_above_it(cap: int, levels: tuple[int, ...]) -> None:
    assert levels_under(cap) == levels
    assert looks_for_ceiling(cap) == (cap >= 5)


@given(st.integers(1, 10), st.sampled_from(Weighing), st.sampled_from(Arms))
def test_no_step_is_above_the_cap_and_the_gentlest_comes_first(
    cap: int, weighing: Weighing, arms: Arms
) -> None:
    steps = exercise_steps(cap, weighing, arms)
    levels = [step.level for step in steps if step.kind is StepKind.FEEL]
    assert levels == sorted(levels)
    assert all(step.level <= cap for step in steps)
    kinds = {step.kind for step in steps}
    assert (StepKind.FIND_CEILING in kinds) == (cap >= 5 and arms is Arms.BOTH)
    assert any(step.is_try for step in steps) == (weighing is Weighing.SCALE)
    tries = [step.number for step in steps if step.is_try]
    assert tries == [1, 2, 3] * (len(tries) // 3)
    number, total = part_of(steps, len(steps) - 1)
    assert number == total == len(levels) + (StepKind.FIND_CEILING in kinds)


@given(st.integers(1, 10), st.sampled_from(Weighing), st.sampled_from(Arms))
def test_leaving_out_always_leads_to_the_next_part_or_to_the_end(
    cap: int, weighing: Weighing, arms: Arms
) -> None:
    steps = exercise_steps(cap, weighing, arms)
    for at in range(len(steps)):
        after = after_skipping(steps, at)
        assert after > at
        if after < len(steps):
            assert part_of(steps, after)[0] == part_of(steps, at)[0] + 1
            assert steps[after].kind in (StepKind.FEEL, StepKind.FIND_CEILING)
        else:
            assert part_of(steps, at)[0] == part_of(steps, at)[1]


def test_the_usual_exercise_has_nine_tries_and_three_at_the_ceiling() -> None:
    steps = exercise_steps(10, Weighing.SCALE, Arms.BOTH)
    assert len(steps) == 20
    assert steps[0] == ExerciseStep(StepKind.FEEL, 1)
    assert sum(step.kind is StepKind.TRY for step in steps) == 9
    assert sum(step.kind is StepKind.TRY_CEILING for step in steps) == 3
