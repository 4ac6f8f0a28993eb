"""A session that was cut off: what may be taken up, and where it goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from acupress_desktop.domain.breathing import FIRST_WEEK, USUAL
from acupress_desktop.domain.ids import RowId, RuleId
from acupress_desktop.domain.journal import Comfort, HoldRecord, SessionEnd
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import HoldCheckpoint
from acupress_desktop.domain.safety.outcome import BlockedSite, BreathingGuide
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import Begin, ComfortGiven, Pause, Repeat, Resume, Tick
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.machine import advance, prepare
from acupress_desktop.session.resume import (
    Expired,
    NothingLeft,
    interrupted_hold,
    kept_holds,
    may_resume,
    take_up,
)
from acupress_desktop.session.states import Finished, HoldDone, Holding, Ready, State
from acupress_desktop.session.watching import checkpoint_due, holds_since
from tests.session.sessions import NOON, WRISTS_AND_BROW, a_plan, clearance, play, ready, site

PLAN = a_plan(*WRISTS_AND_BROW)
NOW = Instant(5, 5)


def _moment(minutes: float) -> Moment:
    return Moment.of(NOON + timedelta(minutes=minutes), "UTC")


def _kept(script: str) -> tuple[HoldDone, ...]:
    return play(script, ready(*WRISTS_AND_BROW)).log.holds


@pytest.mark.parametrize(("minutes", "answer"), [(0, True), (60, True), (60.1, False), (-1, False)])
def test_a_clearance_holds_for_an_hour_and_not_backwards(minutes: float, answer: bool) -> None:
    assert may_resume(_moment(0), _moment(minutes)) is answer


def test_after_an_hour_nothing_resumes() -> None:
    assert take_up(clearance(), PLAN, USUAL, (), _moment(61), NOW) == Expired()


def test_after_a_whole_hold_the_next_site_comes() -> None:
    kept = _kept("t=62 stop")
    taken_up = take_up(clearance(), PLAN, USUAL, kept, _moment(10), NOW)

    assert isinstance(taken_up, Ready)
    assert taken_up.log.holds == kept
    state = advance(taken_up, Begin(Instant(5, 5)))
    assert isinstance(state, Holding)
    assert (state.step.point, state.step.side, state.order) == ("PC6", SiteSide.RIGHT, 2)


def test_a_hold_that_was_cut_off_stays_and_its_site_comes_again() -> None:
    kept = _kept("t=85 stop")
    taken_up = take_up(clearance(), PLAN, USUAL, kept, _moment(10), NOW)

    assert isinstance(taken_up, Ready)
    state = advance(taken_up, Begin(Instant(5, 5)))
    assert isinstance(state, Holding)
    assert (state.step.side, state.order, state.held_seconds) == (SiteSide.RIGHT, 3, 0)
    assert [round(hold.held_seconds, 3) for hold in state.log.holds] == [60, 20]


def test_nothing_is_left_after_the_last_hold() -> None:
    assert take_up(clearance(), PLAN, USUAL, _kept(""), _moment(10), NOW) == NothingLeft()


def test_a_resumed_site_keeps_its_limit() -> None:
    plan = a_plan(site("GB20", SiteSide.LEFT, 60, site_seconds_max=60))
    cut_off = play("t=55 stop", ready(site("GB20", SiteSide.LEFT, 60, site_seconds_max=60))).log.holds
    taken_up = take_up(clearance(), plan, USUAL, cut_off, _moment(1), NOW)

    assert taken_up == NothingLeft()


# --- What the journal kept of a session that broke off ------------------------------------------------


def _record(hold: HoldDone) -> HoldRecord:
    return HoldRecord(
        id=RowId(f"hold-{hold.order}"),
        session=RowId("session"),
        moment=_moment(0),
        order=hold.order,
        point=hold.point,
        side=hold.side,
        prescribed_seconds=hold.prescribed_seconds,
        hold_seconds=hold.hold_seconds,
        held_seconds=hold.held_seconds,
        completed=hold.completed,
        changed_by=hold.changed_by,
        felt_pressure=hold.felt_pressure,
        comfort=hold.comfort,
    )


def _killed_at(at: float, *repeats: float) -> tuple[tuple[HoldRecord, ...], HoldCheckpoint | None]:
    """Run a session until it is killed, keeping what a journal would."""
    state: State = advance(ready(*WRISTS_AND_BROW), Begin(Instant(0, 0)))
    records: list[HoldRecord] = []
    checkpoint: HoldCheckpoint | None = None
    tenths = 0
    while tenths / 10 < at:
        tenths += 1
        now = Instant(tenths / 10, tenths / 10)
        event = Repeat(now) if tenths / 10 in repeats else Tick(now)
        before, state = state, advance(state, event)
        for hold in holds_since(before, state):
            records.append(_record(hold))
            checkpoint = None
        due = checkpoint_due(before, state)
        if due is not None:
            checkpoint = HoldCheckpoint(RowId("session"), due.step_order, due.held_seconds, _moment(0))
    return tuple(records), checkpoint


def test_a_killed_hold_is_found_as_far_as_it_was_kept() -> None:
    records, checkpoint = _killed_at(85.0)
    interrupted = interrupted_hold(PLAN, records, checkpoint)

    assert interrupted is not None
    assert (interrupted.side, interrupted.order, interrupted.completed) == (SiteSide.RIGHT, 2, False)
    assert 15 <= interrupted.held_seconds <= 20

    taken_up = take_up(clearance(), PLAN, USUAL, kept_holds(PLAN, records, checkpoint), _moment(10), NOW)
    assert isinstance(taken_up, Ready)
    assert taken_up.course.step(taken_up.index).side is SiteSide.RIGHT
    assert [hold.order for hold in taken_up.log.holds] == [1, 2]


def test_a_killed_hold_that_was_made_softer_is_kept_and_taken_up_as_soft() -> None:
    records, checkpoint = _killed_at(85.0)
    told = tuple(replace(record, comfort=Comfort.TOO_MUCH) for record in records)
    kept = kept_holds(PLAN, told, checkpoint)
    assert [hold.felt_pressure for hold in kept] == [3, 2]
    assert kept[-1].changed_by == ("person",)

    taken_up = take_up(clearance(), PLAN, USUAL, kept, _moment(10), NOW)
    assert isinstance(taken_up, Ready)
    state: State = advance(taken_up, Begin(NOW))
    assert isinstance(state, Holding)
    assert state.felt_pressure == 2
    again = ComfortGiven(NOW, state.step.point, state.step.side, Comfort.TOO_MUCH)
    softer = advance(state, again)
    assert isinstance(softer, Holding)
    assert softer.felt_pressure == 1, "too much once more is one less than what was pressed"


def test_twenty_minutes_of_guided_breath_are_not_begun_anew_by_a_crash() -> None:
    (whole,) = _kept("t=61 stop")
    long = tuple(replace(whole, order=each, held_seconds=290.0) for each in range(1, 5))
    taken_up = take_up(clearance(), PLAN, USUAL, long, _moment(25), NOW)
    assert isinstance(taken_up, Ready)
    assert taken_up.course.guided_seconds == 1160
    state: State = advance(taken_up, Begin(NOW))
    for second in range(1, 46):
        state = advance(state, Tick(Instant(5 + second, 5 + second)))
    assert isinstance(state, Holding)
    assert state.pattern is None
    assert any(said.line.id is LineId.BREATHING_ENOUGH for said in state.log.spoken)

    more = (*long, replace(whole, order=5, held_seconds=60.0))
    later = take_up(clearance(), PLAN, USUAL, more, _moment(26), NOW)
    assert isinstance(later, Ready)
    assert later.course.breathing is BreathingGuide.OFF_BY_DEFAULT


def test_a_killed_repeat_belongs_to_the_site_that_was_repeated() -> None:
    records, checkpoint = _killed_at(40.0, 10.0)
    interrupted = interrupted_hold(PLAN, records, checkpoint)

    assert interrupted is not None
    assert (interrupted.side, interrupted.order) == (SiteSide.LEFT, 2)


def test_killed_while_moving_nothing_was_interrupted() -> None:
    records, checkpoint = _killed_at(62.0)
    assert interrupted_hold(PLAN, records, checkpoint) is None
    assert [record.completed for record in records] == [True]


def test_a_checkpoint_of_a_step_that_the_plan_has_not_is_left_alone() -> None:
    stray = HoldCheckpoint(RowId("session"), 99, 20.0, _moment(0))
    assert interrupted_hold(PLAN, (), stray) is None


def test_every_hold_that_was_kept_is_told_as_it_was_and_in_order() -> None:
    records, checkpoint = _killed_at(85.0)
    told = (replace(records[0], changed_by=("L01",), comfort=Comfort.TOO_MUCH, felt_pressure=2),)
    later = replace(told[0], order=2, point=PLAN.steps[2].point, side=SiteSide.MIDLINE, held_seconds=7.5)
    later = replace(later, completed=False, prescribed_seconds=31, hold_seconds=30, comfort=None)
    kept = kept_holds(PLAN, (later, *told), checkpoint)

    assert kept[:2] == (
        HoldDone(1, told[0].point, told[0].side, 60, 60, 60.0, True, ("L01",), 2, 0.0, 0.0, Comfort.TOO_MUCH),
        HoldDone(2, later.point, SiteSide.MIDLINE, 31, 30, 7.5, False, ("L01",), 2, 0.0, 0.0, None),
    )
    assert checkpoint is not None
    (running,) = kept[2:]
    assert (running.order, running.step_order, running.point, running.side) == (3, 2, "PC6", SiteSide.RIGHT)
    assert (running.prescribed_seconds, running.hold_seconds, running.completed) == (60, 60, False)
    assert (running.held_seconds, running.began_at, running.ended_at) == (checkpoint.held_seconds, 0.0, 0.0)
    assert kept_holds(PLAN, (later, *told), None) == kept[:2]


def test_the_first_hold_of_a_session_that_was_killed_is_its_first() -> None:
    first = replace(PLAN.steps[0], changed_by=("first_week",), prescribed_seconds=120, felt_pressure=2)
    plan = replace(PLAN, steps=(first, *PLAN.steps[1:]))
    checkpoint = HoldCheckpoint(RowId("session"), 1, 61.5, _moment(0))
    interrupted = interrupted_hold(plan, (), checkpoint)
    assert interrupted is not None
    assert (interrupted.order, interrupted.step_order, interrupted.completed) == (1, 1, False)
    assert (interrupted.prescribed_seconds, interrupted.hold_seconds, interrupted.held_seconds) == (
        120,
        62,
        61.5,
    )
    assert (interrupted.changed_by, interrupted.felt_pressure) == (("first_week",), 2)
    assert (interrupted.began_at, interrupted.ended_at, interrupted.comfort) == (0.0, 0.0, None)


@pytest.mark.parametrize(("held_seconds", "comes_again"), [(49.9, True), (50.0, True), (50.1, False)])
def test_a_site_with_less_than_the_shortest_hold_left_is_passed(
    held_seconds: float, comes_again: bool
) -> None:
    plan = a_plan(site("GB20", SiteSide.LEFT, 60, site_seconds_max=60), *WRISTS_AND_BROW)
    checkpoint = HoldCheckpoint(RowId("session"), 1, held_seconds, _moment(0))
    taken_up = take_up(clearance(), plan, USUAL, kept_holds(plan, (), checkpoint), _moment(1), NOW)
    assert isinstance(taken_up, Ready)
    assert taken_up.index == (0 if comes_again else 1)


def test_taking_up_keeps_the_pace_of_breath_and_the_place() -> None:
    fresh = take_up(clearance(), PLAN, FIRST_WEEK, (), _moment(1), NOW)
    assert isinstance(fresh, Ready)
    assert (fresh.index, fresh.course.pattern) == (0, FIRST_WEEK)
    plan = a_plan(*(site(code, SiteSide.LEFT, 60, site_seconds_max=60) for code in ("LI4", "LI10", "ST36")))
    checkpoint = HoldCheckpoint(RowId("session"), 2, 55.0, _moment(0))
    taken_up = take_up(clearance(), plan, USUAL, kept_holds(plan, (), checkpoint), _moment(1), NOW)
    assert isinstance(taken_up, Ready)
    assert taken_up.index == 2


def test_kept_holds_of_sites_that_the_plan_has_not_begin_it_again() -> None:
    stray = replace(_kept("t=62 stop")[0], side=SiteSide.MIDLINE)
    taken_up = take_up(clearance(), PLAN, USUAL, (stray,), _moment(1), NOW)
    assert isinstance(taken_up, Ready)
    assert taken_up.index == 0


def test_a_skipped_or_commented_site_does_not_come_again() -> None:
    skipped = replace(_kept("t=20 stop")[0], completed=False, comfort=Comfort.SKIPPED)
    taken_up = take_up(clearance(), PLAN, USUAL, (skipped,), _moment(1), NOW)
    assert isinstance(taken_up, Ready)
    assert taken_up.index == 1


def test_papers_that_do_not_fit_each_other_open_nothing() -> None:
    blocked = clearance(blocked=(BlockedSite(PLAN.steps[2].point, SiteSide.MIDLINE, RuleId("L25")),))
    with pytest.raises(ValueError, match="blocked"):
        take_up(blocked, PLAN, USUAL, (), _moment(1), NOW)


# --- The clearance ends while the app runs --------------------------------------------------------------


def test_a_session_left_for_longer_than_an_hour_does_not_go_on() -> None:
    state = play("t=20 pause\nt=3700 resume")

    assert isinstance(state, Finished)
    assert state.end is SessionEnd.EXPIRED
    assert [(round(hold.held_seconds, 3), hold.completed) for hold in state.log.holds] == [(20, False)]


def test_a_night_of_sleep_ends_the_clearance_too() -> None:
    state = play("t=20 suspend 28800\nt=25 resume")
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.EXPIRED


def test_an_hour_on_the_plan_page_needs_the_questions_again() -> None:
    start = prepare(clearance(), PLAN, USUAL, cleared=Instant(0.0, 0.0))
    state = advance(start, Begin(Instant(3601.0, 3601.0)))
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.EXPIRED
    assert state.log.holds == ()


@pytest.mark.parametrize(("waited_minutes", "goes_on"), [(0, True), (10, True), (10.1, False), (60, False)])
def test_the_hour_of_a_clearance_goes_on_after_a_session_was_taken_up(
    waited_minutes: float, goes_on: bool
) -> None:
    taken_up = take_up(clearance(), PLAN, USUAL, _kept("t=85 stop"), _moment(50), Instant(7.0, 90.0))
    assert isinstance(taken_up, Ready)
    begun = advance(taken_up, Begin(Instant(7.0, 90.0).later(60 * waited_minutes)))
    assert isinstance(begun, Holding if goes_on else Finished)
    if isinstance(begun, Finished):
        assert begun.end is SessionEnd.EXPIRED
        assert [hold.order for hold in begun.log.holds] == [1, 2], "what was pressed stays"


def test_a_pause_after_taking_up_does_not_outlast_the_first_hour() -> None:
    taken_up = take_up(clearance(), PLAN, USUAL, _kept("t=85 stop"), _moment(50), Instant(0.0, 0.0))
    assert isinstance(taken_up, Ready)
    paused = advance(advance(taken_up, Begin(Instant(1.0, 1.0))), Pause(Instant(2.0, 2.0)))
    late = advance(paused, Resume(Instant(601.0, 601.0)))
    assert isinstance(late, Finished)
    assert late.end is SessionEnd.EXPIRED


def test_a_session_that_runs_on_is_not_cut_off_by_the_hour() -> None:
    start = prepare(clearance(), PLAN, USUAL, cleared=Instant(0.0, 0.0))
    state: State = advance(start, Begin(Instant(3550.0, 3550.0)))
    at = 3550.0
    while not isinstance(state, Finished):
        at += 0.5
        state = advance(state, Tick(Instant(at, at)))
    assert state.end is SessionEnd.COMPLETED
