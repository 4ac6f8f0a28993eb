import math
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.breathing import (
    FIRST_WEEK,
    FIVE_A_MINUTE,
    SIX_EQUAL,
    USUAL,
    BreathFault,
    BreathPattern,
    BreathPhase,
    OwnBreath,
    breath_at,
    breath_faults,
    breath_turns,
)
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment

patterns = st.sampled_from([FIRST_WEEK, USUAL, BreathPattern(6.0, 6.0), BreathPattern(2.0, 4.0)])
RESTING = BreathPattern(3.3, 4.7, 0.5, 1.3)
tenths = st.integers(0, 160).map(lambda each: each / 10)


@st.composite
def any_pattern(draw: st.DrawFn) -> BreathPattern:
    """Two to four phases within the bounds, in tenths of a second."""
    inward = draw(st.integers(17, 75))
    outward = draw(st.integers(max(inward, 50 - inward), min(2 * inward, 150 - inward)))
    room = 150 - inward - outward
    full = draw(st.integers(0, min(20, room)))
    empty = draw(st.integers(0, min(20, room - full)))
    return BreathPattern(inward / 10, outward / 10, full / 10, empty / 10)


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


def test_the_patterns_that_come_with_the_app_breathe_as_often_as_they_say() -> None:
    rates = [each.breaths_per_minute for each in (FIRST_WEEK, USUAL, SIX_EQUAL, FIVE_A_MINUTE)]
    assert rates == [pytest.approx(rate) for rate in (8, 6, 6, 5)]
    assert not any(each.has_holds for each in (FIRST_WEEK, USUAL, SIX_EQUAL, FIVE_A_MINUTE))


def test_a_breath_may_rest_full_and_empty() -> None:
    assert RESTING.phases == (
        (BreathPhase.IN, 3.3),
        (BreathPhase.HOLD_FULL, 0.5),
        (BreathPhase.OUT, 4.7),
        (BreathPhase.HOLD_EMPTY, 1.3),
    )
    assert RESTING.breath_seconds == 9.8
    looks = [(2.0, BreathPhase.IN), (3.3, BreathPhase.HOLD_FULL), (4.0, BreathPhase.OUT)]
    looks += [(8.5, BreathPhase.HOLD_EMPTY), (9.79, BreathPhase.HOLD_EMPTY), (9.8, BreathPhase.IN)]
    assert [breath_at(RESTING, seconds).phase for seconds, _ in looks] == [phase for _, phase in looks]
    assert (breath_at(RESTING, 3.5).fullness, breath_at(RESTING, 9.0).fullness) == (1.0, 0.0)


@given(any_pattern(), st.integers(0, 12_000))
def test_any_pattern_is_exact_at_any_tenth_of_twenty_minutes(pattern: BreathPattern, tenth: int) -> None:
    breath = breath_at(pattern, tenth / 10)
    whole = round(pattern.breath_seconds * 10)
    assert breath.number == tenth // whole
    left = tenth % whole
    for phase, seconds in pattern.phases:
        if left < round(seconds * 10):
            assert breath.phase is phase
            assert breath.phase_elapsed_seconds == pytest.approx(left / 10, abs=1e-9)
            break
        left -= round(seconds * 10)


@given(any_pattern())
def test_what_is_left_without_the_holds_is_a_pattern_too(pattern: BreathPattern) -> None:
    plain = pattern.without_holds
    assert not plain.has_holds
    assert (plain.in_seconds, plain.out_seconds) == (pattern.in_seconds, pattern.out_seconds)
    assert 4 <= plain.breaths_per_minute <= 12


@given(tenths, tenths, st.integers(-5, 30), st.integers(-5, 30))
def test_four_phases_are_a_pattern_or_it_is_said_why_not(
    inward: float, outward: float, full: int, empty: int
) -> None:
    faults = breath_faults(inward, outward, full / 10, empty / 10)
    if faults:
        with pytest.raises(ValueError, match="must be"):
            BreathPattern(inward, outward, full / 10, empty / 10)
        return
    pattern = BreathPattern(inward, outward, full / 10, empty / 10)
    assert 4 - 1e-9 <= pattern.breaths_per_minute <= 12 + 1e-9
    assert 1 - 1e-9 <= outward / inward <= 2 + 1e-9
    assert 0 <= full <= 20
    assert 0 <= empty <= 20


@pytest.mark.parametrize(
    ("phases", "fault"),
    [
        ((2.4, 2.5, 1.0, 1.0), BreathFault.TOO_FAST),
        ((6.0, 7.0, 1.1, 1.0), BreathFault.TOO_SLOW),
        ((5.0, 4.9, 0.0, 0.0), BreathFault.OUT_SHORTER),
        ((3.0, 6.1, 0.0, 0.0), BreathFault.OUT_TOO_LONG),
        ((4.0, 6.0, 2.1, 0.0), BreathFault.HOLD_TOO_LONG),
        ((4.0, 6.0, 0.0, 2.1), BreathFault.HOLD_TOO_LONG),
        ((4.0, 6.0, -0.1, 0.0), BreathFault.NOT_IN_STEPS),
        ((4.05, 6.0, 0.0, 0.0), BreathFault.NOT_IN_STEPS),
        ((math.nan, 6.0, 0.0, 0.0), BreathFault.NOT_IN_STEPS),
    ],
)
def test_each_fault_has_its_name(phases: tuple[float, float, float, float], fault: BreathFault) -> None:
    assert breath_faults(*phases) == (fault,)


@given(any_pattern(), st.floats(0, 200), st.floats(0, 40))
def test_turns_are_found_once_whatever_the_pieces(pattern: BreathPattern, start: float, long: float) -> None:
    whole = breath_turns(pattern, start, start + long)
    middle = start + long / 3
    assert breath_turns(pattern, start, middle) + breath_turns(pattern, middle, start + long) == whole
    for seconds, phase in whole:
        assert start < seconds <= start + long
        assert breath_at(pattern, seconds + 1e-6).phase is phase
    assert breath_turns(pattern, -1, 0) == ((0, BreathPhase.IN),)


@pytest.mark.parametrize("name", ["", "   ", "a" * 61])
def test_a_pattern_of_ones_own_has_a_name(name: str) -> None:
    when = Moment.of(datetime(2026, 11, 22, 12, tzinfo=UTC), "UTC")
    with pytest.raises(ValueError, match="name"):
        OwnBreath(RowId("a"), when, name, USUAL)
    assert OwnBreath(RowId("a"), when, "a" * 60, USUAL).pattern is USUAL
