"""Every event in every state: what comes of it, what is said, what is held. Typed from the rules of the keys.

The session presses PC6 left, PC6 right and EX-HN3. It began at 0; each state below is reached a little after
20 seconds of the first hold, and each event comes up to a second later. A session with a walk has it after
PC6 left: a minute of it, or as often as the person likes.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.safety.outcome import BreathingGuide
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
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import (
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Log,
    Move,
    PauseCause,
    Paused,
    Ready,
    State,
    StopCard,
)
from tests.session.sessions import WRISTS_AND_BROW, ready, site, walk

PC6 = PointCode("PC6")
EVENTS: dict[str, Callable[[Instant], Event]] = {
    "tick": Tick,
    "begin": Begin,
    "pause": Pause,
    "resume": Resume,
    "next": Next,
    "repeat": Repeat,
    "longer": Longer,
    "skip": SkipSide,
    "stop": Stop,
    "symptom": lambda now: StopForSymptom(now, AdverseKind.NUMB),
    "off": BreathingOff,
    "on": BreathingOn,
    "comfort": lambda now: ComfortGiven(now, PC6, SiteSide.LEFT, Comfort.TOO_MUCH),
    "rated": lambda now: Rated(now, Measure.STRESS, RatingTime.DURING, 4),
    "suspended": SystemSuspended,
    "locked": ScreenLocked,
}


def at(seconds: float) -> Instant:
    return Instant(seconds, seconds + 500)


def run(state: State, until: float) -> State:
    """Let time pass in steps of a second."""
    now = 0.0 if isinstance(state, Ready) else state.now.at
    while now < until:
        now = min(until, now + 1)
        state = advance(state, Tick(at(now)))
    return state


def holding() -> State:
    return run(advance(ready(*WRISTS_AND_BROW), Begin(at(0))), 20)


def moving() -> State:
    return run(advance(holding(), Next(at(20))), 21)


def pausing() -> State:
    return advance(holding(), Pause(at(20)))


def coming_back() -> State:
    return run(advance(pausing(), Resume(at(24))), 25)


def off_hands() -> State:
    return advance(holding(), Stop(at(20)))


def over() -> State:
    return advance(off_hands(), Stop(at(22)))


def to_the_walk() -> State:
    state = run(advance(ready(*WRISTS_AND_BROW, exercises=(walk(1),)), Begin(at(0))), 20)
    return run(advance(state, Next(at(20))), 21)


def walking() -> State:
    return run(to_the_walk(), 27)


def strolling() -> State:
    state = run(advance(ready(*WRISTS_AND_BROW, exercises=(walk(1, None, 2),)), Begin(at(0))), 20)
    return run(advance(state, Next(at(20))), 27)


STATES: dict[str, tuple[Callable[[], State], float]] = {
    "ready": (lambda: ready(*WRISTS_AND_BROW), 1),
    "holding": (holding, 21),
    "moving": (moving, 21.5),
    "to_walk": (to_the_walk, 21.5),
    "walk": (walking, 27.5),
    "stroll": (strolling, 27.5),
    "back": (coming_back, 25.5),
    "paused": (pausing, 26),
    "card": (off_hands, 26),
    "over": (over, 26),
}
# For each state and event: the state after it, the seconds held in all, and the lines that are said.
TABLE = """
ready   tick       Ready     0   get_ready find
ready   begin      Holding   0   press
ready   pause      Ready     0
ready   resume     Ready     0
ready   next       Holding   0   press
ready   repeat     Ready     0
ready   longer     Ready     0
ready   skip       Ready     0
ready   stop       Finished  0   stopped
ready   symptom    Finished  0   stopped
ready   off        Ready     0   breathing_off
ready   on         Ready     0
ready   comfort    Ready     0
ready   rated      Ready     0
ready   suspended  Ready     0
ready   locked     Ready     0
holding tick       Holding   21
holding begin      Holding   21
holding pause      Paused    21  paused
holding resume     Holding   21
holding next       GetReady  21  release other_side
holding repeat     GetReady  21  again
holding longer     Holding   21  longer
holding skip       GetReady  21  skipped other_side
holding stop       StopCard  21  hands_off
holding symptom    Finished  21  stopped
holding off        Holding   21  breathing_off
holding on         Holding   21
holding comfort    Holding   21
holding rated      Holding   21
holding suspended  Paused    21  waiting_after_sleep
holding locked     Paused    21  waiting_after_lock
moving  tick       GetReady  20
moving  begin      GetReady  20
moving  pause      Paused    20  paused
moving  resume     GetReady  20
moving  next       Holding   20  press
moving  repeat     GetReady  20  again
moving  longer     GetReady  20
moving  skip       GetReady  20  skipped next_point find
moving  stop       StopCard  20  hands_off
moving  symptom    Finished  20  stopped
moving  off        GetReady  20  breathing_off
moving  on         GetReady  20
moving  comfort    GetReady  20  comfort_softer
moving  rated      GetReady  20
moving  suspended  Paused    20  waiting_after_sleep
moving  locked     Paused    20  waiting_after_lock
to_walk tick       Exercising 20
to_walk begin      Exercising 20
to_walk pause      Paused     20  paused
to_walk resume     Exercising 20
to_walk next       Exercising 20
to_walk repeat     Exercising 20  exercise
to_walk longer     Exercising 20
to_walk skip       GetReady   20  exercise_skipped next_point find
to_walk stop       StopCard   20  hands_off
to_walk symptom    Finished   20  stopped
to_walk off        Exercising 20  breathing_off
to_walk on         Exercising 20
to_walk comfort    Exercising 20  comfort_softer
to_walk rated      Exercising 20
to_walk suspended  Paused     20  waiting_after_sleep
to_walk locked     Paused     20  waiting_after_lock
walk    tick       Exercising 20
walk    begin      Exercising 20
walk    pause      Paused     20  paused
walk    resume     Exercising 20
walk    next       GetReady   20  exercise_done next_point find
walk    repeat     Exercising 20  exercise
walk    longer     Exercising 20
walk    skip       GetReady   20  exercise_skipped next_point find
walk    stop       StopCard   20  hands_off
walk    symptom    Finished   20  stopped
walk    off        Exercising 20  breathing_off
walk    on         Exercising 20
walk    comfort    Exercising 20  comfort_softer
walk    rated      Exercising 20
walk    suspended  Paused     20  waiting_after_sleep
walk    locked     Paused     20  waiting_after_lock
stroll  tick       Exercising 20
stroll  begin      Exercising 20
stroll  pause      Paused     20  paused
stroll  resume     Exercising 20
stroll  next       GetReady   20  exercise_done next_point find
stroll  repeat     Exercising 20  exercise
stroll  longer     Exercising 20
stroll  skip       GetReady   20  exercise_skipped next_point find
stroll  stop       StopCard   20  hands_off
stroll  symptom    Finished   20  stopped
stroll  off        Exercising 20  breathing_off
stroll  on         Exercising 20
stroll  comfort    Exercising 20  comfort_softer
stroll  rated      Exercising 20
stroll  suspended  Paused     20  waiting_after_sleep
stroll  locked     Paused     20  waiting_after_lock
back    tick       LeadIn    20
back    begin      LeadIn    20
back    pause      Paused    20  paused
back    resume     Holding   20
back    next       Holding   20
back    repeat     GetReady  20  again
back    longer     LeadIn    20  longer
back    skip       GetReady  20  skipped other_side
back    stop       StopCard  20  hands_off
back    symptom    Finished  20  stopped
back    off        LeadIn    20  breathing_off
back    on         LeadIn    20
back    comfort    LeadIn    20
back    rated      LeadIn    20
back    suspended  Paused    20  waiting_after_sleep
back    locked     Paused    20  waiting_after_lock
paused  tick       Paused    20
paused  begin      LeadIn    20  go_on count_in
paused  pause      LeadIn    20  go_on count_in
paused  resume     LeadIn    20  go_on count_in
paused  next       GetReady  20  release other_side
paused  repeat     GetReady  20  again
paused  longer     Paused    20  longer
paused  skip       GetReady  20  skipped other_side
paused  stop       StopCard  20  hands_off
paused  symptom    Finished  20  stopped
paused  off        Paused    20  breathing_off
paused  on         Paused    20
paused  comfort    Paused    20
paused  rated      Paused    20
paused  suspended  Paused    20
paused  locked     Paused    20
card    tick       StopCard  20
card    begin      LeadIn    20  go_on count_in
card    pause      StopCard  20
card    resume     LeadIn    20  go_on count_in
card    next       StopCard  20
card    repeat     StopCard  20
card    longer     StopCard  20
card    skip       StopCard  20
card    stop       Finished  20  stopped
card    symptom    Finished  20  stopped
card    off        StopCard  20  breathing_off
card    on         StopCard  20
card    comfort    StopCard  20
card    rated      StopCard  20
card    suspended  StopCard  20
card    locked     StopCard  20
over    tick       Finished  20
over    begin      Finished  20
over    pause      Finished  20
over    resume     Finished  20
over    next       Finished  20
over    repeat     Finished  20
over    longer     Finished  20
over    skip       Finished  20
over    stop       Finished  20
over    symptom    Finished  20
over    off        Finished  20
over    on         Finished  20
over    comfort    Finished  20  comfort_softer
over    rated      Finished  20
over    suspended  Finished  20
over    locked     Finished  20
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


def inside(state: State) -> State:
    """The hold that runs or waits in a state, or the state itself."""
    match state:
        case Paused() | StopCard():
            return state.where
        case LeadIn():
            return state.to
        case _:
            return state


def all_held(state: State) -> float:
    running = inside(state)
    seconds = running.held_seconds if isinstance(running, Holding) else 0.0
    return sum(hold.held_seconds for hold in state.log.holds) + seconds


def after(state: str, event: str) -> tuple[State, State, float]:
    """Return the state before an event, the state after it, and when it came."""
    build, when = STATES[state]
    before = build()
    return before, advance(before, EVENTS[event](at(when))), when


def test_the_table_holds_every_event_in_every_state() -> None:
    assert {(row[0], row[1]) for row in ROWS} == {(state, event) for state in STATES for event in EVENTS}
    assert len(ROWS) == len(STATES) * len(EVENTS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_every_event_in_every_state(row: list[str]) -> None:
    state, event, becomes, seconds, *said = row
    before, now, when = after(state, event)
    assert type(now).__name__ == becomes
    assert all_held(now) == pytest.approx(float(seconds))
    fresh = now.log.spoken[len(before.log.spoken) :]
    assert [line.line.id.value for line in fresh] == said
    began = event not in ("off", "stop") or state != "ready"
    assert [line.at for line in fresh] == [pytest.approx(when if began and state != "ready" else 0)] * len(
        said
    )
    if not isinstance(now, Ready):
        assert now.now == at(when) or isinstance(before, Finished)
    assert now.course.clearance is before.course.clearance
    assert now.course.plan is before.course.plan


# Of which site a line speaks; the others speak of none.
LEFT, RIGHT = (PC6, SiteSide.LEFT), (PC6, SiteSide.RIGHT)
SPOKEN_OF = {
    **dict.fromkeys(("release", "again", "longer", "go_on", "comfort_softer"), LEFT),
    "other_side": RIGHT,
}
COMING = {"ready": LEFT, "moving": (PointCode("EX-HN3"), SiteSide.MIDLINE)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_every_line_names_the_site_it_speaks_of(row: list[str]) -> None:
    state, event, _becomes, _seconds, *said = row
    before, now, when = after(state, event)
    ahead = RIGHT if state == "moving" else LEFT
    expected = [
        ahead
        if line in ("press", "skipped")
        else COMING.get(state, RIGHT)
        if line in ("get_ready", "next_point", "find")
        else SPOKEN_OF.get(line, (None, None))
        for line in said
    ]
    fresh = now.log.spoken[len(before.log.spoken) :]
    assert [(line.line.point, line.line.side) for line in fresh] == expected
    if event in ("longer", "stop") and isinstance(now, LeadIn | Paused | StopCard) and state != "card":
        waiting = inside(now)
        assert isinstance(waiting, Holding | GetReady | Exercising)
        moved_on = event == "longer" or state == "paused"
        assert waiting.now == at(when if moved_on or state != "back" else 20)


def at_the_second_site() -> State:
    return run(advance(moving(), Next(at(21))), 25)


@pytest.mark.parametrize("way", [[], [Pause], [Pause, Resume], [Stop]])
def test_comfort_of_the_site_before_is_kept_wherever_the_session_is(way: list[type[Pause]]) -> None:
    state = at_the_second_site()
    for event in way:
        state = advance(state, event(at(25)))
    told = advance(state, ComfortGiven(at(26), PC6, SiteSide.LEFT, Comfort.TOO_MUCH))
    assert [hold.comfort for hold in told.log.holds] == [Comfort.TOO_MUCH]
    assert advance(told, ComfortGiven(at(26), PC6, SiteSide.MIDLINE, Comfort.FINE)).log == told.log


def test_comfort_of_what_was_pressed_before_a_break_is_kept_before_the_next_press() -> None:
    (hold,) = at_the_second_site().log.holds
    taken_up = Ready(ready(*WRISTS_AND_BROW).course, Log(holds=(hold,)), 1)
    told = advance(taken_up, ComfortGiven(at(1), PC6, SiteSide.LEFT, Comfort.FINE))
    assert [kept.comfort for kept in told.log.holds] == [Comfort.FINE]


def test_a_site_that_has_had_all_its_seconds_is_not_repeated_and_says_so() -> None:
    state = run(advance(ready(site("PC6", SiteSide.LEFT, 60, site_seconds_max=60)), Begin(at(0))), 55)
    same = advance(state, Repeat(at(55.5)))
    assert isinstance(same, Holding)
    assert same.held_seconds == pytest.approx(55.5)
    last = same.log.spoken[-1]
    assert (last.line.id, last.line.point, last.at) == (LineId.LONG_ENOUGH, PC6, 55.5)


def test_a_symptom_ends_the_running_hold_when_it_is_told() -> None:
    _before, now, when = after("holding", "symptom")
    (hold,) = now.log.holds
    assert (hold.ended_at, hold.completed) == (when, False)


@pytest.mark.parametrize("state", [state for state in STATES if state != "over"])
def test_a_rating_is_kept_with_its_time_in_every_state(state: str) -> None:
    _before, now, when = after(state, "rated")
    told = [(one.value, one.measure, one.time, one.at) for one in now.log.ratings]
    assert told == [(4, Measure.STRESS, RatingTime.DURING, 0 if state == "ready" else when)]


@pytest.mark.parametrize("state", list(STATES))
def test_a_symptom_is_told_with_its_site_and_time_in_every_state(state: str) -> None:
    _before, now, when = after(state, "symptom")
    (told,) = now.log.symptoms
    assert (told.kind, told.at) == (AdverseKind.NUMB, 0 if state == "ready" else when)
    at_a_site = state in ("holding", "back", "paused", "card")
    assert (told.point, told.side) == ((PC6, SiteSide.LEFT) if at_a_site else (None, None))
    assert isinstance(now, Finished)
    if state != "over":
        assert (now.end, now.symptom) == (SessionEnd.SAFETY_STOP, AdverseKind.NUMB)
        assert now.ended_at == told.at


@pytest.mark.parametrize("state", list(STATES))
def test_comfort_is_kept_where_the_site_was_pressed(state: str) -> None:
    before, now, _when = after(state, "comfort")
    pressed_before = [hold.point == PC6 for hold in before.log.holds]
    assert [hold.comfort is Comfort.TOO_MUCH for hold in now.log.holds] == pressed_before


@pytest.mark.parametrize("state", list(STATES))
def test_breathing_is_switched_off_and_on_again_in_every_state_but_the_last(state: str) -> None:
    _before, off, when = after(state, "off")
    changes = state != "over"
    assert (off.course.breathing is BreathingGuide.OFF_BY_DEFAULT) is changes
    on = advance(off, BreathingOn(at(when)))
    assert on.course.breathing is BreathingGuide.ON
    assert type(on) is type(off)


@pytest.mark.parametrize("event", ["next", "repeat", "skip"])
@pytest.mark.parametrize("state", ["holding", "back", "paused"])
def test_a_hold_that_is_left_is_kept_as_far_as_it_came(state: str, event: str) -> None:
    if (state, event) == ("back", "next"):
        return  # goes on at once
    _before, now, when = after(state, event)
    (hold,) = now.log.holds
    assert (hold.order, hold.step_order, hold.point, hold.side) == (1, 1, PC6, SiteSide.LEFT)
    assert hold.held_seconds == pytest.approx(21 if state == "holding" else 20)
    assert (hold.hold_seconds, hold.prescribed_seconds, hold.felt_pressure) == (60, 60, 3)
    assert (hold.completed, hold.began_at, hold.ended_at) == (False, 0, when)
    assert hold.comfort is (Comfort.SKIPPED if event == "skip" else None)
    assert isinstance(now, GetReady)
    assert (now.move, now.index) == ((Move.AGAIN, 0) if event == "repeat" else (Move.OTHER_SIDE, 1))
    assert now.elapsed_seconds == 0


@pytest.mark.parametrize(
    ("state", "event", "cause"),
    [
        *((state, "pause", PauseCause.PERSON) for state in ("holding", "moving", "back")),
        *((state, "suspended", PauseCause.SUSPEND) for state in ("holding", "moving", "back")),
        *((state, "locked", PauseCause.LOCK) for state in ("holding", "moving", "back")),
    ],
)
def test_a_pause_knows_why_since_when_and_where(state: str, event: str, cause: PauseCause) -> None:
    before, now, when = after(state, event)
    assert isinstance(now, Paused)
    assert (now.cause, now.since) == (cause, at(when))
    assert type(now.where) is (GetReady if state == "moving" else Holding)
    assert inside(now).log.holds == before.log.holds


@pytest.mark.parametrize("event", ["begin", "pause", "resume", "next", "repeat", "skip", "stop", "symptom"])
def test_what_ends_a_pause_writes_it_down(event: str) -> None:
    _before, now, _when = after("paused", event)
    assert [(one.at, one.seconds, one.cause) for one in now.log.pauses] == [(20, 6, PauseCause.PERSON)]


@pytest.mark.parametrize(
    ("event", "kept"), [("begin", True), ("resume", True), ("stop", False), ("symptom", False)]
)
def test_what_leads_back_from_the_stop_card_writes_the_pause_down(event: str, kept: bool) -> None:
    _before, now, _when = after("card", event)
    assert [(one.at, one.seconds, one.cause) for one in now.log.pauses] == (
        [(20, 6, PauseCause.PERSON)] if kept else []
    )
    if isinstance(now, Finished):
        (hold,) = now.log.holds
        assert (hold.held_seconds, hold.ended_at, hold.completed) == (20, 20, False)


@pytest.mark.parametrize("state", ["holding", "back", "paused"])
def test_longer_gives_fifteen_seconds_more_and_says_so(state: str) -> None:
    _before, now, _when = after(state, "longer")
    running = inside(now)
    assert isinstance(running, Holding)
    assert (running.hold_seconds, running.changed_by) == (75, ("longer",))
    assert running.log.holds == now.log.holds


@pytest.mark.parametrize("state", ["back", "paused"])
def test_after_the_lead_in_the_hold_goes_on_where_it_was(state: str) -> None:
    _before, now, when = after(state, "tick" if state == "back" else "resume")
    assert isinstance(now, LeadIn)
    later = run(now, when + 3)
    assert isinstance(later, Holding)
    assert later.held_seconds == pytest.approx(20 + (1.5 if state == "back" else 0))
    assert later.order == 1
    assert run(later, when + 60).log.holds[0].completed


def test_next_while_moving_presses_the_site_that_comes_next() -> None:
    _before, now, when = after("moving", "next")
    assert isinstance(now, Holding)
    assert (now.step.side, now.order, now.began_at, now.held_seconds) == (SiteSide.RIGHT, 2, when, 0)


def test_repeat_while_moving_leads_back_and_a_second_time_no_further() -> None:
    _before, now, when = after("moving", "repeat")
    assert isinstance(now, GetReady)
    assert (now.index, now.move, now.hold_seconds) == (0, Move.AGAIN, 60)
    same = advance(now, Repeat(at(when)))
    assert isinstance(same, GetReady)
    assert (same.index, same.move) == (0, Move.AGAIN)
    pressed = advance(same, Next(at(when)))
    assert isinstance(pressed, Holding)
    assert pressed.changed_by == ("repeat",)


def test_skipping_while_moving_leaves_a_site_untouched_and_says_so_in_the_record() -> None:
    _before, now, when = after("moving", "skip")
    hold = now.log.holds[-1]
    assert (hold.order, hold.step_order, hold.side, hold.held_seconds) == (2, 2, SiteSide.RIGHT, 0)
    assert (hold.completed, hold.comfort, hold.began_at, hold.ended_at) == (
        False,
        Comfort.SKIPPED,
        when,
        when,
    )
    assert isinstance(now, GetReady)
    assert (now.index, now.move) == (2, Move.NEXT_POINT)


def test_after_the_end_nothing_is_written_but_what_the_person_tells() -> None:
    ended = over()
    for event in EVENTS:
        _before, now, _when = after("over", event)
        if event not in ("symptom", "comfort", "rated"):
            assert now == ended, event
