from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.row_ids import RowIds, is_row_id, row_id

WHEN = datetime(2026, 11, 22, 14, 20, tzinfo=UTC)


def test_a_key_is_a_uuid_of_version_seven_that_carries_its_time() -> None:
    found = uuid.UUID(row_id(WHEN, b"\xff" * 8))
    assert (found.version, found.variant) == (7, uuid.RFC_4122)
    assert found.int >> 80 == int(WHEN.timestamp() * 1000)


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.binary(min_size=8, max_size=8))
def test_keys_sort_by_their_time(first: int, apart: int, chance: bytes) -> None:
    earlier = WHEN + timedelta(microseconds=first)
    later = earlier + timedelta(microseconds=apart)
    assert row_id(earlier, chance) < row_id(later, bytes(8))


@given(st.datetimes(timezones=st.just(UTC)), st.binary(min_size=8, max_size=8))
def test_every_key_is_recognised_whatever_the_clock_says(when: datetime, chance: bytes) -> None:
    assert is_row_id(row_id(when, chance))


@pytest.mark.parametrize("chance", [b"", b"\0" * 7, b"\0" * 9])
def test_too_little_chance_is_refused(chance: bytes) -> None:
    with pytest.raises(ValueError, match="8 random bytes"):
        row_id(WHEN, chance)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x" * 36,
        "0193-0",
        "E637B1F6-95A5-4436-AA95-1AC1E7BF9A7A",
        "{25f6d4c1-3e27-40d5-96fc-b5f266b40c52}",
        "\u0661" * 36,
    ],
)
def test_what_is_no_key_is_not_recognised(text: str) -> None:
    assert not is_row_id(text)


def test_a_maker_of_keys_asks_its_clock_and_its_chance() -> None:
    keys = RowIds(lambda: Moment.of(WHEN), lambda count: b"\x01" * count)
    assert keys.next() == row_id(WHEN, b"\x01" * 8)
