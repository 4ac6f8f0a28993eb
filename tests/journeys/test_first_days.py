"""A person with a tense neck: the first evening, and the next day."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.journal import Measure, RatingTime, SessionEnd
from acupress_desktop.domain.protocols import DoseStage
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToJournal, ToTrend
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, stories_of, to_the_plan

LEFT, RIGHT, MIDDLE = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE


@pytest.mark.slow
def test_the_first_evening_is_the_calm_set_hold_by_hold(arrive: Arrive) -> None:
    at = arrive()
    assert at.hands.reads("Not a medical device")
    to_the_plan(at)
    assert at.hands.reads("Calm set")
    assert at.hands.reads("Your first session is the short calm set")
    at.hands.press("6")
    at.hands.press("Begin")
    assert at.hands.reads("Press Begin") or at.hands.can_press("Begin")
    at.hands.press("Begin")
    at.wait(0.2)
    assert at.hands.reads("Left forearm")
    at.wait(35.1)
    assert at.hands.reads("Right forearm")
    at.wait_for_end()

    # Five minutes later the app asks by itself, without a touch.
    assert not at.hands.reads("How is your pain now")
    presses = at.hands.presses
    at.wait(300.1)
    assert at.hands.presses == presses
    at.hands.press("5")
    at.hands.press("Nothing")
    at.hands.press("Save to journal")

    (story,) = stories_of(at)
    assert story.session.end is SessionEnd.COMPLETED
    assert story.session.protocol == "P16"
    assert [(hold.point, hold.side) for hold in story.holds] == [
        ("PC6", LEFT), ("PC6", RIGHT), ("HT7", LEFT), ("HT7", RIGHT), ("EX-HN3", MIDDLE),
    ]  # fmt: skip
    assert {(hold.prescribed_seconds, hold.hold_seconds) for hold in story.holds} == {(60, 30)}
    assert all(abs(hold.held_seconds - 30) <= 0.2 and hold.completed for hold in story.holds)
    pains = [(r.time, r.value) for r in story.ratings if r.measure is Measure.PAIN]
    assert pains == [(RatingTime.BEFORE, 6), (RatingTime.AFTER_5, 5)]


@pytest.mark.slow
def test_the_next_day_brings_the_five_neck_points_at_half_dose(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.wait(0.1)
    at.clock.advance(DAY_SECONDS)
    at.hands.press("Start")
    at.answer({})
    assert at.hands.reads("Neck and shoulders")
    assert at.hands.reads("First week: every hold is half as long")
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait_for_end()
    at.wait(300.1)
    at.hands.press("4")
    at.hands.press("Save to journal")

    story = stories_of(at)[-1]
    assert story.session.stage is DoseStage.FIRST_WEEK
    sites = [(hold.point, hold.side) for hold in story.holds]
    assert [point for point, _side in sites[::2]] == ["LI4", "LI10", "GB21", "SI14", "GB20"]
    assert [side for _point, side in sites] == [LEFT, RIGHT] * 5
    for hold in story.holds:
        assert hold.hold_seconds * 2 == hold.prescribed_seconds
        assert abs(hold.held_seconds - hold.hold_seconds) <= 0.2
        assert hold.changed_by

    # What it left: two rows in the journal, two days on the trend.
    at.house.window.go(ToJournal())
    assert at.hands.can_press("Neck and shoulders")
    at.hands.press("Neck and shoulders")
    assert sum(line.startswith("LI4") for line in at.hands.lines()) == 2
    assert sum(line == "60 s" for line in at.hands.lines()) == 10
    at.house.window.go(ToTrend())
    assert at.hands.reads("Too early to say")
    at.hands.press("Table")
    assert at.hands.reads("2 of 30 days logged")
    assert at.hands.reads("Sunday 22 Nov 2026")
    assert at.hands.reads("Monday 23 Nov 2026")
