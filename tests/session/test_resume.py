"""A session that was cut off: what may be taken up, and where it goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import Begin
from acupress_desktop.session.machine import advance
from acupress_desktop.session.resume import Expired, NothingLeft, may_resume, take_up
from acupress_desktop.session.states import HoldDone, Holding, Ready
from tests.session.sessions import NOON, WRISTS_AND_BROW, a_plan, clearance, play, ready, site

PLAN = a_plan(*WRISTS_AND_BROW)


def _moment(minutes: float) -> Moment:
    return Moment.of(NOON + timedelta(minutes=minutes), "UTC")


def _kept(script: str) -> tuple[HoldDone, ...]:
    return play(script, ready(*WRISTS_AND_BROW)).log.holds


@pytest.mark.parametrize(("minutes", "answer"), [(0, True), (60, True), (60.1, False), (-1, False)])
def test_a_clearance_holds_for_an_hour_and_not_backwards(minutes: float, answer: bool) -> None:
    assert may_resume(_moment(0), _moment(minutes)) is answer


def test_after_an_hour_nothing_resumes() -> None:
    assert take_up(clearance(), PLAN, USUAL, (), _moment(61)) == Expired()


def test_after_a_whole_hold_the_next_site_comes() -> None:
    kept = _kept("t=62 stop")
    taken_up = take_up(clearance(), PLAN, USUAL, kept, _moment(10))

    assert isinstance(taken_up, Ready)
    assert taken_up.log.holds == kept
    state = advance(taken_up, Begin(Instant(5, 5)))
    assert isinstance(state, Holding)
    assert (state.step.point, state.step.side, state.order) == ("PC6", SiteSide.RIGHT, 2)


def test_a_hold_that_was_cut_off_stays_and_its_site_comes_again() -> None:
    kept = _kept("t=85 stop")
    taken_up = take_up(clearance(), PLAN, USUAL, kept, _moment(10))

    assert isinstance(taken_up, Ready)
    state = advance(taken_up, Begin(Instant(5, 5)))
    assert isinstance(state, Holding)
    assert (state.step.side, state.order, state.held_seconds) == (SiteSide.RIGHT, 3, 0)
    assert [round(hold.held_seconds, 3) for hold in state.log.holds] == [60, 20]


def test_nothing_is_left_after_the_last_hold() -> None:
    assert take_up(clearance(), PLAN, USUAL, _kept(""), _moment(10)) == NothingLeft()


def test_a_resumed_site_keeps_its_limit() -> None:
    plan = a_plan(site("GB20", SiteSide.LEFT, 60, site_seconds_max=60))
    cut_off = play("t=55 stop", ready(site("GB20", SiteSide.LEFT, 60, site_seconds_max=60))).log.holds
    taken_up = take_up(clearance(), plan, USUAL, cut_off, _moment(1))

    assert taken_up == NothingLeft()
