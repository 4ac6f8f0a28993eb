"""The rules of this machine's clocks are those of its zone, to the second, also where they change."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from acupress_desktop.domain.reminders import instant_of
from acupress_desktop.session.clock import SystemClock, VirtualClock
from acupress_desktop.session.system_zone import SystemZone, zone_of

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")
CHANGES = (date(2026, 3, 29), date(2026, 10, 25), date(2026, 4, 5), date(2026, 11, 1))


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest) -> Iterator[ZoneInfo]:
    """This process lives in that zone for a while."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system keeps its zone to itself")
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield ZoneInfo(request.param)
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


def test_wall_clock_and_instant_go_both_ways_as_in_the_zone(zone: ZoneInfo) -> None:
    here = SystemZone()
    for change in CHANGES:
        start = datetime(change.year, change.month, change.day, tzinfo=UTC) - timedelta(days=1)
        for quarter in range(2 * 24 * 4):
            at = start + timedelta(minutes=15 * quarter)
            ours, theirs = at.astimezone(here), at.astimezone(zone)
            assert ours.replace(tzinfo=None) == theirs.replace(tzinfo=None)
            assert ours.utcoffset() == theirs.utcoffset()
            assert ours.astimezone(UTC) == at


def test_reminders_are_due_as_in_the_zone(zone: ZoneInfo) -> None:
    here = SystemZone()
    for change in CHANGES:
        for minute in range(0, 24 * 60, 15):
            assert instant_of(change, minute, here) == instant_of(change, minute, zone)


def test_a_rehearsals_clock_brings_its_own_zone() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert zone_of(VirtualClock(datetime(2026, 11, 25, tzinfo=berlin))) is berlin
    assert isinstance(zone_of(SystemClock()), SystemZone)
