"""A tired day: one button, the same questions, three points, a dim screen, and the journal says so."""

from __future__ import annotations

from datetime import UTC, datetime

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.occasions import LOW_ENERGY
from acupress_desktop.domain.settings import VoiceDetail
from acupress_desktop.presenters.destinations import ToJournal, ToToday
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.safety.screen import SafetyScreen
from acupress_desktop.ui.theme.tokens import Scheme
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, stands_on, start_again, stories_of

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TAPS_MAX = 8


def in_the_second_week(at: Rehearsal) -> None:
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    at.house.window.go(ToToday())
    start_again(at)
    at.wait_for_end()
    at.hands.press("Save to journal")
    at.clock.advance(8 * DAY_SECONDS)
    at.house.window.go(ToToday())


def test_from_one_button_to_a_session_of_three_points(arrive: Arrive) -> None:
    at = arrive(when=NOON)
    in_the_second_week(at)
    at.hands.press("Low energy today")
    assert stands_on(at, SafetyScreen)
    before = at.hands.presses
    at.answer({})
    assert stands_on(at, PlanScreen)
    at.hands.press("5")
    at.hands.press("Begin")
    session = at.session
    assert session is not None
    # At noon, and nothing in the settings asks for it.
    assert session._theme.choice.scheme is Scheme.EVENING
    assert at.ground.theme.choice.scheme is not Scheme.EVENING
    at.wait(10.5)
    assert at.phase() in {SessionPhase.GET_READY, SessionPhase.HOLDING}
    assert at.hands.presses - before <= TAPS_MAX
    passed = at.wait_for_end()
    assert passed <= 4 * 60
    at.hands.press("Save to journal")
    story = stories_of(at)[-1]
    assert (story.session.occasion, story.session.end) == (LOW_ENERGY, SessionEnd.COMPLETED)
    assert len({hold.point for hold in story.holds}) == 3
    assert {hold.hold_seconds for hold in story.holds} == {25}
    # The set in use stays the set in use.
    at.house.window.go(ToJournal())
    at.hands.settle()
    at.house.window.go(ToToday())
    assert at.hands.can_press("Start")


def test_the_settings_are_as_they_were_afterwards(arrive: Arrive) -> None:
    at = arrive(when=NOON)
    in_the_second_week(at)
    kept = at.ground.chosen()
    at.hands.press("Low energy today")
    at.answer({})
    at.hands.press("Begin")
    at.wait_for_end()
    at.hands.press("Save to journal")
    assert at.ground.chosen() == kept
    assert kept.voice_detail is VoiceDetail.FULL


def test_winding_down_breathes_slower_once_the_first_week_is_over(arrive: Arrive) -> None:
    at = arrive(when=NOON)
    in_the_second_week(at)
    at.hands.press("Choose another set")
    row = next(name for name in names(at) if name.startswith("Winding down:"))
    at.hands.press(row)
    at.answer({})
    at.hands.press("Begin")
    session = at.session
    assert session is not None
    pattern = session._presenter.state.course.pattern  # type: ignore[attr-defined]
    assert 4 <= pattern.breaths_per_minute < USUAL.breaths_per_minute


def names(at: Rehearsal) -> list[str]:
    return [button.accessibleName() for button in at.hands.buttons()]
