"""What was told between the sessions is in the next one: a bruise, and pain that rose twice."""

from __future__ import annotations

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToAdverseLog, ToToday
from acupress_desktop.ui.adverse_log.screen import AdverseLogScreen
from acupress_desktop.ui.outcome.screen import OutcomeScreen
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.today.screen import TodayScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import (
    DAY_SECONDS,
    EVERY_DAY,
    calm_session,
    journal_of,
    stands_on,
    start_again,
    stories_of,
)


def press_with_a_rise(at: Rehearsal, before: str, after: str) -> None:
    """One whole session of the set, after which pain is another number."""
    start_again(at, before)
    assert stands_on(at, SessionScreen)
    at.wait_for_end()
    at.wait(301)
    at.hands.press(after)


def test_a_bruise_told_after_a_session_is_asked_about_and_left_out(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.wait_for_end()
    at.hands.press("Bruise")
    at.hands.press("I have read this")
    point = journal_of(at).recall_stories(EVERY_DAY)[0].holds[0].point
    assert point == "LI4"
    at.hands.press("Union Valley, left side")
    at.hands.press("Save to journal")
    (event,) = stories_of(at)[-1].adverse_events
    assert (event.kind, event.point, event.side) == (AdverseKind.BRUISE, "LI4", SiteSide.LEFT)

    at.clock.advance(DAY_SECONDS)
    at.house.window.go(ToToday())
    at.hands.press("Start")
    at.answer({"Is any skin broken": "Leave out", "Is any of this true": "None of these"})
    assert stands_on(at, PlanScreen)
    assert at.hands.reads("We leave that place out for a week")
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait_for_end()
    later = stories_of(at)[-1]
    assert (event.point, event.side) not in {(hold.point, hold.side) for hold in later.holds}
    assert "W04" in later.session.rules


def test_two_sessions_after_which_pain_rose_pause_the_set_until_it_was_checked(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    for _day in range(2):
        at.clock.advance(DAY_SECONDS)
        at.house.window.go(ToToday())
        press_with_a_rise(at, "3", "6")
        assert at.hands.reads("Your pain was 3 before this session and is 6 now.")
        at.hands.press("I have read this")
        at.hands.press("Save to journal")

    at.clock.advance(DAY_SECONDS)
    at.house.window.go(ToToday())
    assert stands_on(at, TodayScreen)
    assert at.hands.reads("Pain rose after this set more than once")
    at.hands.press("Start")
    at.answer({})
    assert stands_on(at, OutcomeScreen)
    assert at.hands.reads("This set waits for a clinician")
    at.hands.press("Back to today")
    at.hands.press("I have had this checked")
    assert not at.hands.reads("Pain rose after this set more than once")
    at.hands.press("Start")
    at.answer({})
    assert stands_on(at, PlanScreen)
    assert at.hands.reads("this set is pressed more softly, at 3 or less")


def test_the_log_is_reached_from_home_and_from_the_journal(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.hands.press("Something unpleasant?")
    assert stands_on(at, AdverseLogScreen)
    at.hands.press("In the chest")
    at.hands.press("Save to journal")
    assert at.hands.reads("Stop here and get help")
    at.hands.press("I have read this")
    at.hands.press("Today")
    assert at.hands.reads("You told of your chest or your breath")
    at.hands.press("Journal")
    at.hands.press("Unpleasant effects")
    assert at.house.window.last == ToAdverseLog()
    at.hands.press("Delete: In the chest")
    at.hands.press("Today")
    assert not at.hands.reads("You told of your chest or your breath")
