"""From a plan to a session and back: the weeks say what was held, and nobody is blamed for the rest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.presenters.destinations import ToPractice
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.practice.screen import PracticeScreen
from acupress_desktop.ui.practice.weeks import WeekBars
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.widgets.drop_down import DropChoice
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, journal_of, stands_on, stories_of

MONDAY = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


def to_practice(at: Rehearsal) -> None:
    at.house.window.go(ToPractice())
    at.hands.settle()
    assert stands_on(at, PracticeScreen)


def texts(at: Rehearsal) -> list[str]:
    assert at.widget is not None
    return [label.text() for label in at.widget.findChildren(Label) if label.isVisible()]


def test_a_plan_that_starts_small_is_pressed_and_counted(arrive: Arrive) -> None:
    at = arrive(when=MONDAY)
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    to_practice(at)
    at.hands.press("Make a plan of my own")
    assert at.widget is not None
    at.widget.findChildren(DropChoice)[0].choose("P01")
    at.hands.press("Keep this plan")
    plan = journal_of(at).recall_practice_plan()
    assert plan is not None
    assert (plan.protocol, plan.days_per_week) == ("P01", 5)
    at.hands.press("Press three points")
    at.answer({})
    assert stands_on(at, PlanScreen)
    at.hands.press("Begin")
    at.wait_for_end()
    at.hands.press("Save to journal")
    story = stories_of(at)[-1]
    assert story.session.occasion == "small_start"
    assert len({hold.point for hold in story.holds}) == 3
    to_practice(at)
    shown = texts(at)
    assert "YOUR PLAN, WEEK 1 OF 4" in [text.upper() for text in shown]
    assert any(text.startswith("You pressed on 2 of the 2 days up to today") for text in shown)
    assert at.widget is not None
    bars = at.widget.findChildren(WeekBars)[0]
    # The calm set and three points at half of their holds: some five and a half minutes.
    held = sum(hold.held_seconds for each in stories_of(at) for hold in each.holds)
    assert f"pressed {round(held / 60)} min" in bars.accessibleName()


def test_what_was_planned_is_there_after_the_app_was_closed(arrive: Arrive) -> None:
    at = arrive(when=MONDAY)
    calm_session(at)
    to_practice(at)
    at.hands.press("Make a plan of my own")
    at.hands.press("Keep this plan")
    kept = journal_of(at).recall_practice_plan()
    assert kept is not None
    at.close()
    again = arrive(when=MONDAY + timedelta(days=1))
    to_practice(again)
    assert again.hands.can_press("Change the plan")
    assert journal_of(again).recall_practice_plan() == kept
