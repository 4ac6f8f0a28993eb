"""The dim colours of an evening: in the session and nowhere else, by clock or choice, never over contrast."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.settings import BreathLook, EveningTheme, OnOff, Settings, Theme
from acupress_desktop.ui.session_stage.geometry import Composition
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.theme.tokens import CONTRAST, EVENING, LIGHT, Colour
from tests.journeys.conftest import EVENING as AT_SEVEN
from tests.journeys.conftest import Arrive
from tests.journeys.steps import to_the_plan

AT_NOON = AT_SEVEN.replace(hour=12)


def _ground(at: Rehearsal) -> Colour:
    """The colour of the window where nothing stands."""
    at.rest()
    image = at.hands.window.grab().toImage()
    return Colour(image.pixelColor(3, image.height() // 2).name().upper())


def _choose(at: Rehearsal, settings: Settings) -> None:
    at.ground.settings.remember_settings(settings)
    at.ground.rewear()
    at.hands.settle()


def _to_a_hold(at: Rehearsal, **chosen: object) -> None:
    to_the_plan(at)
    if chosen:
        _choose(at, replace(at.ground.chosen(), **chosen))  # type: ignore[arg-type]
    assert _ground(at) in {LIGHT.colours.paper, CONTRAST.colours.paper}
    at.hands.press("6")
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait(9)


@pytest.mark.parametrize(
    ("when", "wanted", "ground"),
    [
        (AT_SEVEN, EveningTheme.DARK, EVENING.colours.paper),
        (AT_NOON, EveningTheme.DARK, LIGHT.colours.paper),
        (AT_SEVEN, EveningTheme.SAME, LIGHT.colours.paper),
        (AT_NOON, EveningTheme.ALWAYS, EVENING.colours.paper),
    ],
)
def test_a_session_is_dim_by_the_clock_or_by_choice(
    arrive: Arrive, when: datetime, wanted: EveningTheme, ground: Colour
) -> None:
    at = arrive(when)
    _to_a_hold(at, evening_theme=wanted)
    assert _ground(at) == ground


def test_the_dim_colours_end_with_the_session_and_the_stop_card_wears_them(arrive: Arrive) -> None:
    at = arrive()
    _to_a_hold(at)
    at.hands.key(Qt.Key.Key_Escape)
    card = at.hands.window.grab().toImage()
    raised = QColor(EVENING.colours.raised)
    assert any(card.pixelColor(x, card.height() // 2) == raised for x in range(0, card.width(), 16))
    at.hands.press("None of these, end here")
    at.hands.settle()
    assert at.session is None
    assert _ground(at) == LIGHT.colours.paper


def test_high_contrast_wins_over_the_evening_also_in_the_middle_of_it(arrive: Arrive) -> None:
    at = arrive()
    _to_a_hold(at)
    assert _ground(at) == EVENING.colours.paper
    _choose(at, replace(at.ground.chosen(), theme=Theme.CONTRAST))
    assert _ground(at) == CONTRAST.colours.paper
    _choose(at, replace(at.ground.chosen(), theme=Theme.LIGHT))
    assert _ground(at) == EVENING.colours.paper


def test_the_stage_draws_what_the_settings_ask_for(arrive: Arrive) -> None:
    at = arrive()
    _to_a_hold(at, breath_look=BreathLook.HORIZON)
    (stage,) = (each for each in at.hands.window.findChildren(SessionStage) if each.isVisible())
    assert stage.geometry_px.composition is Composition.BESIDE_THE_LIMB
    assert stage.accessibleDescription().startswith(stage.view.seconds)


def test_the_glow_shows_the_seconds_and_the_word_alone(arrive: Arrive) -> None:
    at = arrive(AT_NOON)
    _to_a_hold(at, breath_glow=OnOff.ON)
    (stage,) = (each for each in at.hands.window.findChildren(SessionStage) if each.isVisible())
    assert stage.geometry_px.composition is Composition.ALONE
