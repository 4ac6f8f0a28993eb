"""When a session is dim: by the clock, by choice, by what the occasion asks for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from acupress_desktop.domain.evening import dims_session
from acupress_desktop.domain.occasions import Room
from acupress_desktop.domain.settings import EveningTheme


def _at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 22, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "dim"),
    [
        (17, 59, False),
        (18, 0, True),
        (23, 59, True),
        (0, 0, True),
        (5, 59, True),
        (6, 0, False),
        (12, 0, False),
    ],
)
def test_by_the_clock_a_session_is_dim_from_six_to_six(hour: int, minute: int, dim: bool) -> None:
    assert dims_session(EveningTheme.DARK, _at(hour, minute)) is dim


@pytest.mark.parametrize("hour", [3, 12, 20])
def test_whoever_chose_always_or_never_gets_that_at_every_hour(hour: int) -> None:
    assert dims_session(EveningTheme.ALWAYS, _at(hour))
    assert not dims_session(EveningTheme.SAME, _at(hour))


def test_an_occasion_dims_the_room_at_noon_but_not_against_a_choice() -> None:
    assert dims_session(EveningTheme.DARK, _at(12), Room.DIM)
    assert not dims_session(EveningTheme.DARK, _at(12), Room.AS_SET)
    assert not dims_session(EveningTheme.SAME, _at(12), Room.DIM)
