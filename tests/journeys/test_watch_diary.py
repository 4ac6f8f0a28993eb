"""A diary that climbs is told at home, asked about in the next safety check, and ended by a tick."""

from __future__ import annotations

from datetime import timedelta

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.ids import ComplaintId, RegionId, RuleId
from acupress_desktop.domain.journal import CheckInRecord, PainReport
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.destinations import ToSafety, ToToday
from acupress_desktop.ui.safety.screen import SafetyScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, journal_of

NECK = ComplaintId("neck_shoulder")
HEALTHY = ("None of these", "Nowhere", "No, nothing", "Still the same", "Nothing has changed", "No")
HIGHER = "Your pain numbers are higher than before"


def asked_by_the_safety_check(at: Rehearsal) -> str:
    """Answer as a healthy person; what all pages asked."""
    at.house.window.go(ToSafety(NECK))
    asked: list[str] = []
    while isinstance(at.widget, SafetyScreen):
        assert len(asked) < 40, "the questions do not end"
        asked.append(at.widget.accessibleDescription())
        at.hands.press(next(name for name in HEALTHY if at.hands.can_press(name)))
    return "\n".join(asked)


def test_a_climbing_diary_is_told_at_home_and_asked_again(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    assert "getting worse for weeks" not in asked_by_the_safety_check(at)
    now, ids = at.ground.now(), at.ground.ids
    for day in (day for day in range(42) if day % 3):
        pain = PainReport(ids.next(), RegionId("area-neck"), PainSide.BOTH, 7 if day < 14 else 4)
        moment = Moment.of(now.local - timedelta(days=day), "UTC")
        journal_of(at).remember_check_in(CheckInRecord(ids.next(), moment, (pain,)))
    at.house.window.go(ToToday())
    assert at.hands.reads(HIGHER)
    assert "getting worse for weeks" in asked_by_the_safety_check(at)
    at.house.window.go(ToToday())
    at.hands.press("I have had this checked")
    assert not at.hands.reads(HIGHER)
    assert RuleId("W01") in {row.rule for row in journal_of(at).recall_advice() if row.checked}
