"""How much of a day is left, and which set comes next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from acupress_desktop.domain.allowance import (
    Allowed,
    DayLimit,
    NextSet,
    OfferShort,
    PastSession,
    Postpone,
    Turn,
    breath_pattern,
    daily_allowance,
    next_set,
)
from acupress_desktop.domain.breathing import FIRST_WEEK, USUAL
from acupress_desktop.domain.ids import PointCode, ProtocolId, RowId
from acupress_desktop.domain.journal import HoldRecord, SessionRecord, SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.protocols import DoseStage, Form, Plan
from acupress_desktop.domain.sides import SiteSide
from tests.session.sessions import a_plan, site

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
MONDAY_MORNING = Moment.of(MONDAY, "UTC")
NECK, BACK = ProtocolId("P01"), ProtocolId("P02")


def on(days: float) -> Moment:
    return Moment.of(MONDAY + timedelta(days=days), "UTC")


def past(
    protocol: ProtocolId = NECK, *, days: float = 0, holds: int = 10, held_seconds: float = 600
) -> PastSession:
    return PastSession(protocol, on(days), holds, held_seconds)


def of_minutes(minutes: int) -> Plan:
    """A plan that takes that many minutes, moves included."""
    sites = [site(f"LI{number}", SiteSide.LEFT, 55) for number in range(1, minutes)]
    return a_plan(*sites, site("ST36", SiteSide.LEFT, 60))


def test_a_plan_of_minutes_has_them() -> None:
    assert of_minutes(28).total_seconds == 28 * 60


def test_the_first_session_of_a_day_fits() -> None:
    assert daily_allowance((), of_minutes(31), None) == Allowed()


def test_two_long_sets_do_not_fit_into_one_day() -> None:
    evening = past(BACK, holds=9, held_seconds=9 * 180)
    assert daily_allowance((evening,), of_minutes(31), of_minutes(16)) == Postpone(DayLimit.MINUTES)


def test_the_short_form_is_offered_where_it_fits() -> None:
    before = past(holds=10, held_seconds=600)  # 10 min 45 s
    assert daily_allowance((before,), of_minutes(28), of_minutes(15)) == OfferShort(minutes_left=24)


def test_exactly_thirty_five_minutes_are_allowed() -> None:
    before = past(holds=1, held_seconds=25 * 60)
    assert daily_allowance((before,), of_minutes(10), None) == Allowed()
    assert daily_allowance((before,), of_minutes(11), None) == Postpone(DayLimit.MINUTES)


def test_a_third_session_waits_for_tomorrow() -> None:
    short = past(holds=1, held_seconds=30)
    assert daily_allowance((short, short), of_minutes(1), None) == Postpone(DayLimit.SESSIONS)


def test_a_session_that_was_only_opened_is_none() -> None:
    opened = past(holds=0, held_seconds=0)
    assert daily_allowance((opened, opened, opened), of_minutes(10), None) == Allowed()


def test_the_very_first_session_is_the_calm_set() -> None:
    first = NextSet(CALM, DoseStage.FIRST_WEEK, Turn.FIRST_EVER)
    assert next_set(NECK, (), on(0)) == first
    assert next_set(NECK, (past(holds=0, held_seconds=0),), on(1)) == first


def test_from_the_second_on_the_wanted_set_comes_at_half_dose() -> None:
    assert next_set(NECK, (past(CALM),), on(0.1)) == NextSet(NECK, DoseStage.FIRST_WEEK, Turn.LATER)


@pytest.mark.parametrize(
    ("days", "stage"), [(0.5, DoseStage.FIRST_WEEK), (6.99, DoseStage.FIRST_WEEK), (7, DoseStage.USUAL)]
)
def test_half_dose_lasts_seven_days_from_that_sets_first_session(days: float, stage: DoseStage) -> None:
    history = (past(CALM, days=-30), past(NECK, days=0), past(NECK, days=5))
    assert next_set(NECK, history, on(days)).stage is stage
    assert next_set(BACK, history, on(days)).stage is DoseStage.FIRST_WEEK


def test_the_slow_breath_comes_after_a_week_with_any_set() -> None:
    assert breath_pattern((), on(0)) == FIRST_WEEK
    assert breath_pattern((past(CALM),), on(6)) == FIRST_WEEK
    assert breath_pattern((past(CALM), past(NECK, days=6)), on(7)) == USUAL


def test_a_set_that_fills_what_is_left_to_the_second_is_offered_short() -> None:
    full, short = of_minutes(28), of_minutes(15)
    left = short.total_seconds
    today = (PastSession(BACK, MONDAY_MORNING, 1, 35 * 60 - left),)
    assert daily_allowance(today, full, short) == OfferShort(minutes_left=15)
    a_second_less = (PastSession(BACK, MONDAY_MORNING, 1, 35 * 60 - left + 1),)
    assert daily_allowance(a_second_less, full, short) == Postpone(DayLimit.MINUTES)


def test_minutes_left_are_whole_and_rounded_down() -> None:
    today = (PastSession(BACK, MONDAY_MORNING, 1, 35 * 60 - 959),)
    offer = daily_allowance(today, of_minutes(28), of_minutes(15))
    assert offer == OfferShort(minutes_left=15)
    assert isinstance(offer, OfferShort)
    assert type(offer.minutes_left) is int


def test_a_day_has_thirty_five_minutes_and_not_a_second_more() -> None:
    today = (PastSession(BACK, MONDAY_MORNING, 1, 35 * 60 - of_minutes(15).total_seconds + 0.5),)
    assert daily_allowance(today, of_minutes(15), None) == Postpone(DayLimit.MINUTES)


def test_a_session_of_the_journal_is_summed_up_without_what_was_skipped() -> None:
    holds = tuple(
        HoldRecord(
            id=RowId(f"hold-{number}"),
            session=RowId("session"),
            moment=MONDAY_MORNING,
            order=number,
            point=PointCode("PC6"),
            side=SiteSide.LEFT,
            prescribed_seconds=60,
            hold_seconds=60,
            held_seconds=held_seconds,
            completed=held_seconds == 60,
            changed_by=(),
            felt_pressure=3,
            comfort=None,
        )
        for number, held_seconds in enumerate((60, 0, 0.5), start=1)
    )
    session = SessionRecord(
        id=RowId("session"),
        started=MONDAY_MORNING,
        protocol=BACK,
        content_version="1",
        form=Form.FULL,
        stage=DoseStage.USUAL,
        planned_holds=3,
        planned_seconds=190,
        region=None,
        side=None,
        rules=(),
        clearance_json="",
    )
    summed = PastSession.of(SessionStory(session, holds, (), (), ()))
    assert summed == PastSession(BACK, MONDAY_MORNING, 2, 60.5)
    assert summed.total_seconds == 60.5 + 5
    assert not PastSession.of(SessionStory(session, holds[1:2], (), (), ())).took_place
