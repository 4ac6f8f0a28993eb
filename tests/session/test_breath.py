"""The guided breath of a session: exact at any time, step by step, without holds where they are off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import cycle
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.breathing import (
    FIRST_WEEK,
    FIVE_A_MINUTE,
    SIX_EQUAL,
    USUAL,
    BreathPattern,
    BreathPhase,
    StepBreathing,
    breath_at,
)
from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.journal import AdverseKind, SessionEnd
from acupress_desktop.domain.protocols import Plan
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_live import live_view
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    BreathingOn,
    Next,
    Pause,
    Resume,
    StopForSymptom,
    Tick,
)
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.machine import advance, prepare
from acupress_desktop.session.states import Finished, Holding, State
from acupress_desktop.session.watching import breaths_since
from tests.examples import examples
from tests.session.sessions import a_plan, clearance, ready, site

FRAME_SECONDS = 1 / 30
RESTING = BreathPattern(3.3, 4.7, 0.5, 1.3)
PATTERNS = (FIRST_WEEK, USUAL, SIX_EQUAL, FIVE_A_MINUTE, RESTING)
SITES = tuple(site(f"LI{number}", SiteSide.LEFT, 290) for number in range(1, 5))


def at(seconds: float) -> Instant:
    return Instant(1000 + seconds, 7000 + seconds)


def seconds_into_breath(state: State) -> float | None:
    """Where in the breath the screen shows the person to be, through the presenter."""
    breath = live_view(state).breath
    return None if breath is None else breath.at_seconds


def worst_phase_error(pattern: BreathPattern, ticks: Iterable[float]) -> float:
    """Follow twenty minutes on a clock that ticks like ``ticks``; return the worst error in seconds.

    When each hold began is known without any clock: each site takes 290 seconds and 5 to move.
    """
    state: State = advance(ready(*SITES, pattern=pattern), Begin(at(0)))
    now, worst, looks = 0.0, 0.0, 0
    for tick in cycle(ticks):
        now += tick
        if now >= 1200:
            break
        state = advance(state, Tick(at(now)))
        shown = seconds_into_breath(state)
        in_hold = now % 295
        if shown is None or not 1e-6 < in_hold < 290 - 1e-6:
            continue
        apart = abs(shown - in_hold % pattern.breath_seconds)
        worst = max(worst, min(apart, pattern.breath_seconds - apart))
        looks += 1
    assert looks > 500
    return worst


@examples(0.05)
@given(st.sampled_from(PATTERNS), st.lists(st.floats(0.1, 1.45), min_size=1, max_size=30))
def test_twenty_minutes_of_an_uneven_clock_never_put_the_breath_a_frame_off(
    pattern: BreathPattern, ticks: list[float]
) -> None:
    assert worst_phase_error(pattern, ticks) <= FRAME_SECONDS / 1000


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_thirty_jittery_frames_a_second_for_twenty_minutes(pattern: BreathPattern) -> None:
    chance = Random(5)  # noqa: S311 - repeatable on purpose, nothing secret
    ticks = [FRAME_SECONDS + chance.uniform(-0.03, 0.03) for _ in range(1009)]
    assert worst_phase_error(pattern, ticks) <= FRAME_SECONDS / 1000


def test_the_light_the_cells_and_the_word_belong_together() -> None:
    state: State = advance(ready(*SITES, pattern=RESTING), Begin(at(0)))
    seen: list[tuple[str, int, str]] = []
    for tenth in range(1, 99):
        state = advance(state, Tick(at(tenth / 10)))
        breath = live_view(state).breath
        assert breath is not None
        assert [part.seconds for part in breath.parts] == [3.3, 0.5, 4.7, 1.3]
        row = (breath.phase.value, breath.cells_done, breath.cue)
        if not seen or seen[-1] != row:
            seen.append(row)
    assert seen == [
        *(("in", cell, "Breathe in") for cell in (1, 2, 3, 4)),
        ("hold_full", 5, "Rest"),
        *(("out", cell, "Breathe out") for cell in (6, 7, 8, 9, 10)),
        *(("hold_empty", cell, "Rest") for cell in (11, 12)),
    ]


def test_a_pause_holds_the_breath_where_it_was() -> None:
    state = advance(advance(ready(*SITES), Begin(at(0))), Tick(at(1.2)))
    state = advance(advance(state, Pause(at(1.2))), Resume(at(60)))
    assert seconds_into_breath(state) is None
    for tick in (61.0, 62.0, 63.0, 63.5):
        state = advance(state, Tick(at(tick)))
    assert seconds_into_breath(state) == pytest.approx(1.7)


# --- Turns of the breath, for what is heard ----------------------------------------------------------------


@examples(0.3)
@given(st.sampled_from(PATTERNS), st.lists(st.floats(0.01, 1.45), min_size=1, max_size=20))
def test_every_turn_is_told_once_at_its_exact_time(pattern: BreathPattern, ticks: list[float]) -> None:
    start = ready(site("PC6", SiteSide.LEFT, 40), site("PC6", SiteSide.RIGHT, 20), pattern=pattern)
    state: State = advance(start, Begin(at(0)))
    found = list(breaths_since(start, state))
    now, beat = 0.0, 0
    while not isinstance(state, Finished):
        now += ticks[beat % len(ticks)]
        beat += 1
        before, state = state, advance(state, Tick(at(now)))
        found += breaths_since(before, state)
    expected: list[tuple[float, BreathPhase]] = []
    for began, held in ((0, 40), (45, 20)):
        begins = 0.0
        while begins < held - 1e-9:
            for phase, seconds in pattern.phases:
                if begins < held - 1e-9:
                    expected.append((began + begins, phase))
                begins += seconds
    assert [turn.phase for turn in found] == [phase for _, phase in expected]
    assert [turn.at for turn in found] == pytest.approx([when for when, _ in expected], abs=1e-6)


def test_no_turn_is_told_while_nobody_is_guided() -> None:
    state = advance(ready(*SITES), Begin(at(0)))
    off = advance(state, BreathingOff(at(0)))
    for second in range(1, 30):
        before, off = off, advance(off, Tick(at(second)))
        assert breaths_since(before, off) == ()
    before, on = off, advance(off, BreathingOn(at(29)))
    assert breaths_since(before, on) == ()
    before, on = on, advance(on, Tick(at(30.2)))
    (turn,) = breaths_since(before, on)
    assert turn.at == pytest.approx(30)
    assert turn.phase is BreathPhase.IN


# --- Single steps ------------------------------------------------------------------------------------------


def stepped(*breathings: tuple[StepBreathing, BreathPattern | None]) -> Plan:
    plan = a_plan(*SITES)
    steps = tuple(
        replace(step, breathing=breathing, pattern=pattern)
        for step, (breathing, pattern) in zip(plan.steps, breathings, strict=False)
    )
    return replace(plan, steps=steps)


def test_a_step_breathes_as_set_not_at_all_or_its_own_way() -> None:
    plan = stepped((StepBreathing.AS_SET, None), (StepBreathing.OFF, None), (StepBreathing.OWN, SIX_EQUAL))
    state: State = advance(prepare(clearance(), plan, USUAL), Begin(at(0)))
    found = []
    now = 0.0
    while not isinstance(state, Finished):
        now += 1
        state = advance(state, Tick(at(now)))
        if isinstance(state, Holding) and state.held_seconds == 3:
            found.append((state.pattern, state.breath))
            state = advance(state, Next(at(now)))
    assert found == [
        (USUAL, breath_at(USUAL, 3)),
        (None, None),
        (SIX_EQUAL, breath_at(SIX_EQUAL, 3)),
    ]
    assert state.course.guided_seconds == 6, "what is not guided does not count"


def test_the_guide_off_is_off_for_every_step() -> None:
    plan = stepped((StepBreathing.OWN, SIX_EQUAL))
    off = prepare(clearance(breathing=BreathingGuide.OFF_BY_DEFAULT), plan, USUAL)
    state = advance(advance(off, Begin(at(0))), Tick(at(1)))
    assert isinstance(state, Holding)
    assert state.pattern is None
    on = advance(state, BreathingOn(at(1)))
    assert isinstance(on, Holding)
    assert on.pattern == SIX_EQUAL


# --- The gate ----------------------------------------------------------------------------------------------


def test_no_breath_is_held_where_the_clearance_forbids_it() -> None:
    strict = clearance(breath_holds_off_by=(RuleId("L21"),))
    with pytest.raises(ValueError, match="held"):
        prepare(strict, a_plan(*SITES), RESTING)
    with pytest.raises(ValueError, match="held"):
        prepare(strict, stepped((StepBreathing.OWN, RESTING)), USUAL)
    assert prepare(strict, a_plan(*SITES), RESTING.without_holds).course.pattern == BreathPattern(3.3, 4.7)
    assert prepare(clearance(), a_plan(*SITES), RESTING).course.pattern == RESTING


def test_a_step_with_a_breath_of_its_own_names_it() -> None:
    with pytest.raises(ValueError, match="nobody named"):
        prepare(clearance(), stepped((StepBreathing.OWN, None)), USUAL)


# --- Over-breathing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(AdverseKind))
def test_what_too_much_breathing_feels_like_ends_the_guide_too(kind: AdverseKind) -> None:
    state = advance(advance(ready(*SITES), Begin(at(0))), Tick(at(1)))
    ended = advance(state, StopForSymptom(at(2), kind))
    assert isinstance(ended, Finished)
    assert ended.end is SessionEnd.SAFETY_STOP
    over = kind in (AdverseKind.TINGLING, AdverseKind.DIZZY, AdverseKind.BREATHLESS, AdverseKind.CHEST)
    said = [each.line.id for each in ended.log.spoken]
    assert said[-2:] == [LineId.BREATHE_NORMALLY if over else LineId.PRESS, LineId.STOPPED]
    assert (ended.course.breathing is BreathingGuide.OFF_BY_DEFAULT) is over


def test_without_a_guided_breath_nothing_is_said_about_breathing() -> None:
    state = advance(ready(*SITES, breathing=BreathingGuide.OFF_BY_DEFAULT), Begin(at(0)))
    state = advance(advance(state, Tick(at(1))), StopForSymptom(at(2), AdverseKind.DIZZY))
    assert LineId.BREATHE_NORMALLY not in [each.line.id for each in state.log.spoken]


def test_the_reminder_to_breathe_comes_once_for_each_point_and_only_with_the_guide() -> None:
    def reminders(breathing: BreathingGuide) -> list[float]:
        sites = (
            site("PC6", SiteSide.LEFT, 30),
            site("PC6", SiteSide.RIGHT, 30),
            site("HT7", SiteSide.LEFT, 29),
        )
        state: State = advance(ready(*sites, breathing=breathing), Begin(at(0)))
        second = 0
        while not isinstance(state, Finished):
            second += 1
            state = advance(state, Tick(at(second)))
        return [each.at for each in state.log.spoken if each.line.id is LineId.BREATHE]

    assert reminders(BreathingGuide.ON) == [8]
    assert reminders(BreathingGuide.OFF_BY_DEFAULT) == []
