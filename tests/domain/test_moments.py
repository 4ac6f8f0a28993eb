from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.moments import Moment


def test_an_entry_keeps_the_day_its_writer_would_name_after_a_flight() -> None:
    evening_in_auckland = datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=13)))
    moment = Moment.of(evening_in_auckland, "Pacific/Auckland")
    assert moment.local_date == date(2026, 3, 1)
    assert moment.utc == datetime(2026, 3, 1, 10, 30, tzinfo=UTC)
    assert moment.local == evening_in_auckland


def test_the_hour_that_summer_time_repeats_gives_two_instants_an_hour_apart() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = Moment.of(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=0), "Europe/Berlin")
    second = Moment.of(datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1), "Europe/Berlin")
    assert second.utc - first.utc == timedelta(hours=1)
    assert first < second


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        Moment.of(datetime(2026, 1, 1, 12, 0))  # noqa: DTZ001
    with pytest.raises(ValueError, match="UTC"):
        Moment(datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=2))), 120, "", date(2026, 1, 1))


@given(
    st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(9999, 12, 30)),  # noqa: DTZ001
    st.integers(min_value=-12 * 60, max_value=14 * 60),
)
def test_the_wall_clock_comes_back_as_it_was_seen(naive: datetime, offset_minutes: int) -> None:
    seen = naive.replace(tzinfo=timezone(timedelta(minutes=offset_minutes)))
    moment = Moment.of(seen)
    assert moment.local == seen
    assert moment.local.replace(tzinfo=None) == naive
    assert moment.local_date == naive.date()
