import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.breathing import (
    FIRST_WEEK,
    USUAL,
    BreathPattern,
    BreathPhase,
    breath_at,
)

patterns = st.sampled_from([FIRST_WEEK, USUAL, BreathPattern(6.0, 6.0), BreathPattern(2.0, 4.0)])


def test_the_first_week_is_eight_breaths_a_minute_and_later_six() -> None:
    assert FIRST_WEEK.breaths_per_minute == pytest.approx(8.0)
    assert USUAL.breaths_per_minute == pytest.approx(6.0)


@given(patterns, st.floats(min_value=0.0, max_value=20 * 60.0))
def test_the_light_is_never_outside_its_range_and_knows_its_phase(pattern: BreathPattern, at: float) -> None:
    breath = breath_at(pattern, at)
    assert 0.0 <= breath.fullness <= 1.0
    assert 0.0 <= breath.phase_elapsed_seconds <= breath.phase_seconds
    rest = at - breath.number * pattern.breath_seconds
    assert (breath.phase is BreathPhase.IN) == (rest < pattern.in_seconds)


@given(patterns, st.integers(min_value=0, max_value=150))
def test_after_any_number_of_breaths_the_phase_is_where_it_started(pattern: BreathPattern, n: int) -> None:
    start = breath_at(pattern, n * pattern.breath_seconds + 0.25)
    assert start.phase is BreathPhase.IN
    assert start.phase_elapsed_seconds == pytest.approx(0.25, abs=1e-9)
    assert start.number == n


@given(patterns, st.floats(min_value=0.0, max_value=120.0))
def test_the_light_moves_without_a_jump(pattern: BreathPattern, at: float) -> None:
    step_seconds = 1 / 60
    fastest = math.pi / 2 / min(pattern.in_seconds, pattern.out_seconds)
    change = abs(breath_at(pattern, at + step_seconds).fullness - breath_at(pattern, at).fullness)
    assert change <= fastest * step_seconds + 1e-9


@pytest.mark.parametrize("turn_seconds", [0.0, 4.0, 10.0])
def test_the_light_stands_still_at_both_turns(turn_seconds: float) -> None:
    near = 0.01
    change = abs(breath_at(USUAL, turn_seconds + near).fullness - breath_at(USUAL, turn_seconds).fullness)
    assert change < 1e-4


@pytest.mark.parametrize(
    ("in_seconds", "out_seconds", "words"),
    [
        (1.0, 1.5, "breaths_per_minute"),
        (8.0, 9.0, "breaths_per_minute"),
        (5.0, 4.0, "1 to 2 times"),
        (3.0, 7.0, "1 to 2 times"),
    ],
)
def test_a_pattern_that_untrained_people_do_not_tolerate_is_refused(
    in_seconds: float, out_seconds: float, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        BreathPattern(in_seconds, out_seconds)
