"""What is chosen in the settings shows on the pages at once."""

from __future__ import annotations

from acupress_desktop.app.rehearsal import Stranger
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToSettings, ToToday
from acupress_desktop.ui.theme.tokens import Scheme
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, start_again, stories_of


def test_theme_and_text_size_change_under_the_hand(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToSettings())
    light = at.house.window.grab().toImage().pixelColor(3, 400)
    at.hands.press("Dark")
    assert at.ground.theme.choice.scheme is Scheme.DARK
    assert at.house.window.grab().toImage().pixelColor(3, 400).lightness() < light.lightness()
    at.hands.press("200 %")
    assert at.ground.theme.choice.text_factor == 2.0
    at.house.window.go(ToToday())
    assert at.hands.can_press("Start")


def test_first_side_breathing_and_mirror_are_obeyed_in_the_next_session(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    at.house.window.go(ToSettings())
    at.hands.press("Right first")
    at.hands.press("As in a mirror")
    at.house.window.go(ToToday())
    assert at.hands.reads("Show as another person sees you")
    start_again(at)
    at.wait(11)
    at.wait_for_end()
    sides = [hold.side for hold in stories_of(at)[-1].holds]
    assert sides == [SiteSide.RIGHT, SiteSide.LEFT] * 5


def test_the_emergency_number_stands_in_the_mast_and_under_every_safety_question(arrive: Arrive) -> None:
    at = arrive()
    at.first_run(Stranger(number="0800 112"))
    at.hands.press("Neck and shoulders")
    assert at.hands.reads("0800 112")
    at.hands.press("None of these")
    assert at.hands.reads("0800 112")
    at.house.window.go(ToToday())
    assert at.hands.reads("0800 112")


def test_the_other_figure_and_simplified_hanzi_are_drawn_at_once(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToToday())
    before = at.house.window.grab().toImage()
    at.house.window.go(ToSettings())
    at.hands.press("Male figure")
    at.hands.press("Simplified")
    at.house.window.go(ToToday())
    assert at.house.window.grab().toImage() != before
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.wait(11)
    assert at.hands.reads("合谷")
