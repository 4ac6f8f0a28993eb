"""Risky answers on the real screens: what is left out, softer, shorter, or not offered at all."""

from __future__ import annotations

import pytest

from acupress_desktop.app.hands import NothingToPress
from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.domain.allowance import PastSession
from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.protocols import MINUTES_PER_DAY_MAX
from acupress_desktop.presenters.destinations import ToToday
from acupress_desktop.ui.outcome.screen import OutcomeScreen
from acupress_desktop.ui.plan.screen import PlanScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, stands_on, start_again, stories_of, to_the_plan

POSSIBLE = "It is possible"
ALLOWED_IN_PREGNANCY = {"PC6", "HT7", "EX-HN3"}


def _second_day(at: Rehearsal) -> None:
    calm_session(at)
    at.clock.advance(DAY_SECONDS)


def test_a_blood_thinner_makes_holds_softer_and_half_as_long_and_says_so(arrive: Arrive) -> None:
    at = arrive()
    _second_day(at)
    at.hands.press("Start")
    at.answer({"Has anything": "Yes", "In the last weeks": ("A blood thinner", "Go on")})
    assert stands_on(at, PlanScreen)
    assert at.hands.reads("Tell whoever prescribed the blood thinner")
    assert at.hands.reads("shorter today: because you take a blood thinner (rule L01)")
    assert at.hands.reads("softer today: because you take a blood thinner (rule L01)")
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait(11)
    at.wait_for_end()
    story = stories_of(at)[-1]
    assert "L01" in story.session.rules
    assert all(hold.felt_pressure <= 3 for hold in story.holds)
    # Halved by the rule, and halved again in the first week.
    assert all(hold.hold_seconds * 4 == hold.prescribed_seconds for hold in story.holds)


def test_an_emergency_is_one_message_with_the_own_number_and_no_way_to_a_session(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(
        at,
        answers={"Is any of this happening now": ("Chest pain", "Go on")},
        stranger=Stranger(number="0800 112"),
    )
    assert stands_on(at, OutcomeScreen)
    assert at.hands.reads("Call 0800 112 now")
    assert [button.accessibleName() for button in at.hands.buttons()] == ["Close"]
    at.hands.press("Close")
    assert stories_of(at) == ()
    # What was an emergency stays one: the questions come again before anything else.
    at.hands.press("Start")
    assert at.hands.reads("Is any of this happening now")


def test_without_a_number_the_emergency_message_takes_one_and_shows_it_at_once(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(at, answers={"Is any of this happening now": ("Chest pain", "Go on")})
    assert at.hands.reads("Call your local emergency number now")
    at.write("144")
    assert at.hands.reads("Call 144 now")
    at.hands.press("Close")
    assert at.ground.chosen().emergency_number == "144"


def test_a_sore_right_hand_does_not_press_and_is_not_pressed(arrive: Arrive) -> None:
    at = arrive()
    _second_day(at)
    at.hands.press("Start")
    at.answer({"skin broken": ("Wrist and hand, right", "Leave out")})
    assert at.hands.reads("Left out today")
    assert at.hands.reads("The hand that would press it is sore.")
    assert at.hands.reads("Instead: Pool at the Bend, LI11")
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait(11)
    at.wait_for_end()
    pressed = {(hold.point, hold.side.value) for hold in stories_of(at)[-1].holds}
    # Neither the sore hand itself, nor what only that hand reaches; what comes in instead stands there.
    assert not {point for point, _side in pressed} & {"LI4"}
    assert ("LI11", "right") in pressed
    assert not {("LI10", "left"), ("GB21", "left"), ("SI14", "left")} & pressed
    assert {("GB21", "right"), ("SI14", "right")} <= pressed
    # The journal still knows why, years later.
    at.hands.press("Save to journal")
    at.hands.press("Journal")
    at.hands.press("Neck and shoulders")
    assert at.hands.reads("Left out that day")
    here = "LI4 Union Valley, right: because the skin there is sore, broken or bruised (L08)"
    assert at.hands.reads(f"{here}; instead LI11 Pool at the Bend")
    assert at.hands.reads("SI14 Outer Shoulder Transport, left: the hand that would press it was sore")


def test_in_a_possible_pregnancy_only_three_gentle_points_are_offered(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(at, stranger=Stranger(pregnancy=POSSIBLE), answers={"pregnant": "Not sure"})
    assert at.hands.reads("Ask your midwife first")
    assert not at.hands.reads("shorter today")
    at.hands.press("4")
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait_for_end()
    at.hands.press("Save to journal")
    at.clock.advance(DAY_SECONDS)
    start_again(at, answers={"pregnant": "Not sure"})
    at.wait(11)
    at.wait_for_end()
    first, second = stories_of(at)
    for story in (first, second):
        assert {hold.point for hold in story.holds} <= ALLOWED_IN_PREGNANCY
        assert story.holds
        assert all(hold.felt_pressure <= 3 and hold.hold_seconds <= 60 for hold in story.holds)


def test_a_third_session_of_the_day_waits_for_tomorrow(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    start_again(at)
    at.wait(11)
    at.wait_for_end()
    at.hands.press("Save to journal")
    assert at.hands.reads("Two sessions")
    with pytest.raises(NothingToPress):
        at.hands.press("Start")
    at.hands.press("Choose another set")
    at.hands.press("Calm set")
    at.answer({})
    assert not at.hands.can_press("Begin")
    assert len(stories_of(at)) == 2


def test_a_plan_that_stood_open_overnight_begins_with_the_questions(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(at)
    at.hands.press("6")
    at.clock.advance(DAY_SECONDS / 2)
    at.hands.press("Begin")
    assert at.hands.reads("Is any of this happening now")
    assert stories_of(at) == ()


def test_the_hour_of_the_answers_goes_on_while_the_session_waits_for_its_first_press(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(at)
    at.hands.press("6")
    at.clock.advance(40 * 60)
    at.hands.press("Begin")
    at.clock.advance(30 * 60)
    at.hands.press("Begin")
    at.wait(1)
    (story,) = stories_of(at)
    assert story.session.end is SessionEnd.EXPIRED
    assert story.holds == ()


def test_what_was_pressed_today_counts_for_what_a_session_may_add(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    start_again(at)
    (earlier, running) = stories_of(at)
    left = at.widget._presenter.state.course.day_seconds  # type: ignore[union-attr]
    assert left == MINUTES_PER_DAY_MAX * 60 - PastSession.of(earlier).total_seconds
    assert running.holds == ()


def test_a_set_longer_than_what_is_left_of_the_day_is_not_offered_whole(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(8 * DAY_SECONDS)
    at.hands.press("Choose another set")
    at.hands.press("Low back, when tired")
    at.answer({})
    if at.hands.can_press("Full"):
        at.hands.press("Full")
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait(11)
    at.wait_for_end()
    at.hands.press("Save to journal")
    at.house.window.go(ToToday())
    used = sum(hold.held_seconds for hold in stories_of(at)[-1].holds)
    start = at.hands.can_press("Start")
    if start:
        at.hands.press("Start")
        at.answer({})
        if at.hands.can_press("Begin"):
            at.hands.press("5")
            at.hands.press("Begin")
            at.wait(11)
            at.wait_for_end()
    today = [
        story for story in stories_of(at) if story.session.started.local_date == at.ground.now().local_date
    ]
    held = sum(hold.held_seconds for story in today for hold in story.holds)
    assert used > 0
    assert held <= 35 * 60


def test_the_set_after_cancer_is_shown_but_cannot_be_chosen(arrive: Arrive) -> None:
    at = arrive()
    at.first_run(Stranger())
    assert at.hands.reads("Long-lasting tiredness")
    assert not at.hands.can_press("Long-lasting tiredness")


def test_before_eighteen_there_is_no_session(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(at, stranger=Stranger(age="16"))
    assert stands_on(at, OutcomeScreen)
    assert at.hands.reads("made for adults")
    assert not at.hands.can_press("Begin")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"numbness": "Not sure"}, "Have this looked at by a doctor"),
        ({"feverish": "Yes, feverish"}, "Rest today"),
        ({"feverish": "Yes, drowsy"}, "session"),
        ({"ending your life": "Yes"}, "You matter"),
        (
            {
                "told of any": ("Blood clot now or ever", "Go on"),
                "Which of these": ("A blood clot in leg or lung now", "Go on"),
            },
            "Talk to the doctor",
        ),
    ],
)
def test_risky_answers_end_without_a_session(
    arrive: Arrive, answers: dict[str, str | tuple[str, ...]], words: str
) -> None:
    at = arrive()
    to_the_plan(at, answers=answers)
    assert stands_on(at, OutcomeScreen)
    assert at.hands.reads(words)
    assert stories_of(at) == ()
