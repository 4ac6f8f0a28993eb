"""How long "I have had this checked" holds."""

from __future__ import annotations

from datetime import date

import pytest

from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.safety.ticks import ticks_that_count
from tests.domain.safety.world import answers_of

TODAY = date(2026, 11, 25)
R02 = RuleId("R02")


@pytest.mark.parametrize(
    ("ticked", "counts"),
    [
        (date(2026, 11, 25), True),
        (date(2025, 11, 26), True),
        (date(2025, 11, 25), False),
        (date(2026, 11, 26), False),
    ],
)
def test_a_tick_counts_for_a_year_and_never_from_a_day_to_come(ticked: date, counts: bool) -> None:
    found = ticks_that_count({R02: ticked}, answers_of({"today_changed": "no"}), TODAY)
    assert (R02 in found) is counts


@pytest.mark.parametrize("changed", ["yes", "unsure"])
def test_no_tick_counts_once_something_has_changed(changed: str) -> None:
    assert ticks_that_count({R02: TODAY}, answers_of({"today_changed": changed}), TODAY) == ()
