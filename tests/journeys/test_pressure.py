"""Somebody teaches their hands with a kitchen scale, and meets it again in the next session."""

from __future__ import annotations

from PySide6.QtCore import Qt

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.ports import JournalStanding
from acupress_desktop.domain.pressure import TrialKind
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.destinations import ToPressure, ToSettings
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.pressure.screen import PressureScreen
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.settings.screen import SettingsScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, journal_of, stands_on, to_the_plan
from tests.presenters.pressure_stage import GRAMS

DIGITS = tuple(Qt.Key(Qt.Key.Key_0.value + digit) for digit in range(10))


def type_grams(at: Rehearsal, grams: int) -> None:
    for digit in str(grams):
        at.hands.key(DIGITS[int(digit)])
    at.clock.advance(15)


def one_hand(at: Rehearsal) -> None:
    """Every step of one hand, with keys only."""
    for part in range(3):
        at.hands.key(Qt.Key.Key_Space)
        for grams in GRAMS[3 * part : 3 * part + 3]:
            type_grams(at, grams)
            at.hands.key(Qt.Key.Key_Space)
        at.hands.key(Qt.Key.Key_PageDown)
    at.hands.key(DIGITS[6])
    at.hands.key(Qt.Key.Key_PageDown)
    for grams in GRAMS[9:]:
        type_grams(at, grams)
        at.hands.key(Qt.Key.Key_Return)
    at.hands.key(Qt.Key.Key_PageDown)


def test_two_hands_are_taught_and_the_next_session_says_what_was_pressed(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToSettings())
    at.hands.press("How hard you press")
    assert stands_on(at, PressureScreen)
    at.hands.press("Start with a scale")
    at.hands.press("None of these: begin")
    one_hand(at)
    assert at.hands.reads("That was your left hand")
    at.hands.press("Now the right hand")
    one_hand(at)
    at.hands.press("Finish")
    trials = journal_of(at).recall_pressure_trials()
    assert [trial.hand for trial in trials] == [Side.LEFT] * 12 + [Side.RIGHT] * 12
    assert sum(trial.kind is TrialKind.CEILING for trial in trials) == 6
    at.hands.key(Qt.Key.Key_Escape)
    assert stands_on(at, SettingsScreen)
    at.close()

    at.clock.advance(DAY_SECONDS)
    later = arrive(when=at.clock.now())
    later.hands.press("Start")
    later.answer({})
    assert stands_on(later, PlanScreen)
    assert later.hands.reads("Left thumb: 3 of 10 was about")
    later.hands.press("5")
    later.hands.press("Begin")
    assert stands_on(later, SessionScreen)
    assert journal_of(later).standing is JournalStanding.GOOD


def test_leaving_in_the_middle_keeps_what_was_pressed(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToPressure())
    at.hands.press("Start with a scale")
    at.hands.press("None of these: begin")
    at.hands.key(Qt.Key.Key_Space)
    type_grams(at, 150)
    at.hands.key(Qt.Key.Key_Space)
    at.close()
    later = arrive(when=at.clock.now())
    (trial,) = journal_of(later).recall_pressure_trials()
    assert trial.grams == 150


def test_the_plan_leads_to_the_exercise_and_back(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(at)
    at.hands.press("Practise how hard to press")
    assert stands_on(at, PressureScreen)
    at.hands.key(Qt.Key.Key_Escape)
    assert stands_on(at, PlanScreen)


def test_a_blood_thinner_told_to_the_safety_check_is_heard_by_the_exercise(arrive: Arrive) -> None:
    at = arrive()
    to_the_plan(at, answers={"In the last weeks": ("A blood thinner", "Go on")})
    at.house.window.go(ToPressure())
    at.hands.press("Start with a scale")
    assert at.hands.reads("set 3 of 10 as the most")
