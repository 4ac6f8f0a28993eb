"""A session begins from a clearance and from nothing else, and never outgrows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from typing import get_args, get_type_hints

import pytest

from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RegionId, RuleId
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.protocols import Plan
from acupress_desktop.domain.safety.outcome import (
    BlockedSite,
    BreathingGuide,
    Clearance,
    Message,
    NotCleared,
    OutcomeKind,
    PressureCap,
    Unanswered,
)
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.course import Course
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    BreathingOn,
    ComfortGiven,
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
from acupress_desktop.session.machine import advance, prepare
from acupress_desktop.session.states import (
    Exercising,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Log,
    PauseCause,
    Paused,
    Ready,
    State,
    StopCard,
)
from tests.session.sessions import WRISTS_AND_BROW, a_plan, clearance, site

L, R, M = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE
PLAN = a_plan(*WRISTS_AND_BROW)
RULE = RuleId("L11")


def cap(most: int, *words: str) -> tuple[PressureCap, ...]:
    return (PressureCap(most, tuple(RegionId(word) for word in words), RULE),)


STATES = (Ready, GetReady, Holding, Exercising, LeadIn, Paused, StopCard, Finished)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_every_state_of_a_session_carries_a_course_and_every_course_a_clearance(state: type[State]) -> None:
    first = fields(state)[0]
    assert (first.name, get_type_hints(state)["course"]) == ("course", Course)
    assert first.default is first.default_factory is MISSING
    clearance_of_it = fields(Course)[0]
    assert (clearance_of_it.name, get_type_hints(Course)["clearance"]) == ("clearance", Clearance)
    assert clearance_of_it.default is clearance_of_it.default_factory is MISSING


def test_these_are_all_states_there_are() -> None:
    assert set(get_args(State)) == set(STATES)


@pytest.mark.parametrize(
    "no_leave",
    [
        None,
        Unanswered(()),
        NotCleared(OutcomeKind.POSTPONE, None, (RuleId("R05"),), (Message(RuleId("R05"), "m", None),)),
    ],
)
def test_what_is_no_clearance_opens_no_session(no_leave: object) -> None:
    with pytest.raises(AttributeError):
        prepare(no_leave, PLAN, USUAL)  # type: ignore[arg-type]


def test_a_plan_without_a_site_is_no_session() -> None:
    with pytest.raises(ValueError, match="at least one site"):
        prepare(clearance(), a_plan(), USUAL)


def test_only_the_calm_set_opens_with_a_clearance_for_something_else() -> None:
    knee = clearance(complaint=ComplaintId("knee"))
    with pytest.raises(ValueError, match="another complaint"):
        prepare(knee, PLAN, USUAL)
    calm = replace(PLAN, protocol=CALM)
    assert prepare(knee, calm, USUAL).course.plan is calm
    same = replace(PLAN, protocol=ProtocolId("P09"), complaint=ComplaintId("knee"))
    assert prepare(knee, same, USUAL).course.plan is same


@pytest.mark.parametrize(
    ("point", "side", "covered"), [("PC6", L, False), ("PC6", M, True), ("LI4", L, True)]
)
def test_one_blocked_site_of_the_plan_is_enough(point: str, side: SiteSide, covered: bool) -> None:
    blocked = clearance(blocked=(BlockedSite(PointCode(point), side, RULE),))
    if covered:
        assert prepare(blocked, PLAN, USUAL).course.plan is PLAN
    else:
        with pytest.raises(ValueError, match=f"{point} on the {side.value} is blocked"):
            prepare(blocked, PLAN, USUAL)


def test_a_short_list_of_points_holds() -> None:
    only = (PointCode("PC6"), PointCode("EX-HN3"))
    assert prepare(replace(clearance(), only_points=only), PLAN, USUAL).course.plan is PLAN
    with pytest.raises(ValueError, match="EX-HN3 on the midline is blocked"):
        prepare(replace(clearance(), only_points=only[:1]), PLAN, USUAL)
    with pytest.raises(ValueError, match="is blocked"):
        prepare(replace(clearance(), only_points=()), PLAN, USUAL)


@pytest.mark.parametrize(
    ("caps", "covered"),
    [
        (cap(3), True),
        (cap(2), False),
        ((*cap(5), *cap(2)), False),
        ((*cap(5), *cap(2, "legs")), True),
    ],
)
def test_nothing_is_pressed_harder_than_the_clearance_allows(
    caps: tuple[PressureCap, ...], covered: bool
) -> None:
    capped = replace(clearance(), pressure_caps=caps)
    if covered:
        assert prepare(capped, PLAN, USUAL).course.plan is PLAN
    else:
        with pytest.raises(ValueError, match="harder than the clearance allows"):
            prepare(capped, PLAN, USUAL)


def one_site(hold_seconds: int, most: int) -> Plan:
    return a_plan(site("PC6", L, hold_seconds, site_seconds_max=most))


def test_nothing_is_held_for_longer_than_the_clearance_allows() -> None:
    an_hour = replace(clearance(), max_hold_seconds=60)
    assert prepare(an_hour, one_site(60, 60), USUAL).course.plan.steps[0].hold_seconds == 60
    for plan in (one_site(61, 60), one_site(30, 61)):
        with pytest.raises(ValueError, match="held for longer"):
            prepare(an_hour, plan, USUAL)


def test_a_course_cannot_be_changed_into_one_that_its_clearance_does_not_cover() -> None:
    ready = prepare(clearance(), PLAN, USUAL)
    stricter = clearance(blocked=(BlockedSite(PointCode("EX-HN3"), M, RULE),))
    with pytest.raises(ValueError, match="blocked"):
        replace(ready.course, clearance=stricter)


def test_seconds_of_a_site_are_those_of_its_point_on_its_side() -> None:
    state = begun()
    assert isinstance(state, Holding)
    left = replace(state.as_done(at=10), held_seconds=10)
    right = replace(left, side=R, held_seconds=20)
    other = replace(left, point=PointCode("LI4"), held_seconds=40)
    log = Log(holds=(left, right, other, left))
    pc6, li4 = PointCode("PC6"), PointCode("LI4")
    assert [log.held_at_site(point, side) for point in (pc6, li4) for side in (L, R, M)] == [
        20,
        20,
        0,
        40,
        0,
        0,
    ]


# --- The hour -------------------------------------------------------------------------------------------

GIVEN = Instant(100.0, 1000.0)


@pytest.mark.parametrize("event", [Begin, Next])
@pytest.mark.parametrize(("seconds", "begins"), [(0, True), (3600, True), (3600.5, False), (90_000, False)])
def test_an_old_clearance_begins_nothing(event: type[Begin | Next], seconds: float, begins: bool) -> None:
    ready = prepare(clearance(), PLAN, USUAL, GIVEN)
    state = advance(ready, event(GIVEN.later(seconds)))
    assert isinstance(state, Holding if begins else Finished)
    if isinstance(state, Finished):
        assert (state.end, state.log.holds, state.ended_at) == (SessionEnd.EXPIRED, (), 0.0)
        assert (state.course, state.now) == (ready.course, GIVEN.later(seconds))


def test_sleep_counts_into_the_hour() -> None:
    ready = prepare(clearance(), PLAN, USUAL, GIVEN)
    state = advance(ready, Begin(Instant(GIVEN.at + 5, GIVEN.boot_at + 3601)))
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.EXPIRED


def begun() -> State:
    return advance(prepare(clearance(), PLAN, USUAL, GIVEN), Begin(GIVEN.later(3000)))


@pytest.mark.parametrize("event", [Resume, Begin, Pause, Next, Repeat, SkipSide])
@pytest.mark.parametrize(("seconds", "goes_on"), [(3600, True), (3601, False)])
def test_nothing_goes_on_from_a_pause_after_the_hour(
    event: type[Resume | Begin | Pause | Next | Repeat | SkipSide], seconds: float, goes_on: bool
) -> None:
    paused = advance(advance(begun(), Tick(GIVEN.later(3001))), Pause(GIVEN.later(3001)))
    state = advance(paused, event(GIVEN.later(seconds)))
    assert isinstance(state, Finished) is not goes_on
    if isinstance(state, Finished):
        assert (state.end, state.ended_at) == (SessionEnd.EXPIRED, seconds - 3000)
        assert [hold.held_seconds for hold in state.log.holds] == [pytest.approx(1.0)]


@pytest.mark.parametrize("event", [Resume, Begin])
@pytest.mark.parametrize(("seconds", "goes_on"), [(3600, True), (3601, False)])
def test_nothing_goes_on_from_the_stop_card_after_the_hour(
    event: type[Resume | Begin], seconds: float, goes_on: bool
) -> None:
    stopped = advance(begun(), Stop(GIVEN.later(3001)))
    state = advance(stopped, event(GIVEN.later(seconds)))
    assert isinstance(state, Finished) is not goes_on
    if isinstance(state, Finished):
        assert state.end is SessionEnd.EXPIRED


def test_where_nobody_says_when_the_clearance_was_given_the_first_press_counts() -> None:
    state = advance(prepare(clearance(), PLAN, USUAL), Begin(GIVEN))
    assert isinstance(state, Holding)
    assert state.course.cleared == GIVEN
    later = advance(advance(state, Pause(GIVEN.later(1))), Resume(GIVEN.later(3601)))
    assert isinstance(later, Finished)


# --- The stop card and the pause keep what is told ---------------------------------------------------------


def stopped() -> StopCard:
    state = advance(advance(begun(), Tick(GIVEN.later(3001))), Stop(GIVEN.later(3001)))
    assert isinstance(state, StopCard)
    return state


def paused() -> Paused:
    state = advance(advance(begun(), Tick(GIVEN.later(3001))), Pause(GIVEN.later(3001)))
    assert isinstance(state, Paused)
    return state


LATER = GIVEN.later(3005)


@pytest.mark.parametrize("waiting", [stopped, paused])
def test_a_symptom_told_while_hands_are_off_ends_the_session(waiting: Callable[[], State]) -> None:
    state = advance(waiting(), StopForSymptom(LATER, AdverseKind.DIZZY))
    assert isinstance(state, Finished)
    assert (state.end, state.symptom) == (SessionEnd.SAFETY_STOP, AdverseKind.DIZZY)
    (told,) = state.log.symptoms
    assert (told.kind, told.point, told.side, told.at) == (AdverseKind.DIZZY, "PC6", L, 5)
    assert [hold.held_seconds for hold in state.log.holds] == [pytest.approx(1)]


@pytest.mark.parametrize("waiting", [stopped, paused])
def test_breathing_can_be_switched_while_hands_are_off(waiting: Callable[[], State]) -> None:
    off = advance(waiting(), BreathingOff(LATER))
    assert type(off) is type(waiting())
    assert off.course.breathing is BreathingGuide.OFF_BY_DEFAULT
    assert advance(off, BreathingOn(LATER)).course.breathing is BreathingGuide.ON


@pytest.mark.parametrize("waiting", [stopped, paused])
def test_ratings_and_comfort_are_kept_while_hands_are_off(waiting: Callable[[], State]) -> None:
    rated = advance(waiting(), Rated(LATER, Measure.PAIN, RatingTime.DURING, 3))
    assert [(one.value, one.at) for one in rated.log.ratings] == [(3, 5)]
    again = advance(rated, ComfortGiven(LATER, PointCode("PC6"), L, Comfort.TOO_MUCH))
    assert type(again) is type(waiting())
    assert again.log.ratings == rated.log.ratings


@pytest.mark.parametrize("event", [SystemSuspended, ScreenLocked, Tick])
@pytest.mark.parametrize("waiting", [stopped, paused])
def test_time_and_the_computer_change_nothing_while_hands_are_off(
    waiting: Callable[[], State], event: type[SystemSuspended | ScreenLocked | Tick]
) -> None:
    state = advance(waiting(), event(LATER))
    assert state == replace(waiting(), now=LATER)


def test_longer_in_a_pause_makes_the_waiting_hold_longer() -> None:
    state = advance(paused(), Longer(LATER))
    assert isinstance(state, Paused)
    assert isinstance(state.where, Holding)
    assert state.where.hold_seconds == 75
    assert state.log.spoken[-1].at == 5


def test_what_the_stop_card_ended_is_told_with_its_time() -> None:
    ended = advance(stopped(), Stop(LATER))
    assert isinstance(ended, Finished)
    assert (ended.end, ended.ended_at, ended.now) == (SessionEnd.STOPPED, 5, LATER)
    assert ended.course == stopped().course
    late = advance(stopped(), Resume(GIVEN.later(3601)))
    assert isinstance(late, Finished)
    assert (late.end, late.ended_at) == (SessionEnd.EXPIRED, 601)
    (gap,) = late.log.pauses
    assert (gap.cause, gap.at, gap.seconds) == (PauseCause.PERSON, 1, 600)


def test_a_pause_that_outlasts_the_hour_is_told_with_its_time() -> None:
    late = advance(paused(), Resume(GIVEN.later(3601)))
    assert isinstance(late, Finished)
    assert (late.end, late.ended_at, late.now) == (SessionEnd.EXPIRED, 601, GIVEN.later(3601))


@pytest.mark.parametrize(("value", "fine"), [(-1, False), (0, True), (1, True), (10, True), (11, False)])
def test_a_rating_is_from_nought_to_ten(value: int, fine: bool) -> None:
    if fine:
        assert Rated(GIVEN, Measure.MOOD, RatingTime.BEFORE, value).value == value
    else:
        with pytest.raises(ValueError, match=f"not {value}"):
            Rated(GIVEN, Measure.MOOD, RatingTime.BEFORE, value)
