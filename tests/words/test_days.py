"""Dates and times as people say them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.words import body, days, numbers, today

BERLIN = timezone(timedelta(hours=1))


def at(hour: int, minute: int = 0, day: int = 22) -> Moment:
    return Moment.of(datetime(2026, 11, day, hour, minute, tzinfo=BERLIN), "Europe/Berlin")


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (3, "tonight"),
        (4, "this morning"),
        (11, "this morning"),
        (12, "this afternoon"),
        (16, "this afternoon"),
        (17, "this evening"),
        (21, "this evening"),
        (22, "tonight"),
        (0, "tonight"),
    ],
)
def test_every_hour_belongs_to_a_part_of_the_day(hour: int, words: str) -> None:
    assert days.part_of_day(at(hour)) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (at(8, 10), "today, 08:10"),
        (at(21, 30, 21), "yesterday, 21:30"),
        (at(8, 10, 9), "9 Nov, 08:10"),
        (Moment.of(datetime(2025, 3, 1, 7, tzinfo=BERLIN)), "1 Mar 2025, 07:00"),
    ],
)
def test_the_past_is_named_by_its_distance(moment: Moment, words: str) -> None:
    assert days.when_relative(moment, date(2026, 11, 22)) == words


def test_a_day_is_named_in_full() -> None:
    assert days.long_day(date(2026, 11, 22)) == "Sunday 22 November"
    assert today.eyebrow(date(2026, 11, 22), 3) == "Sunday 22 November, week 3"


@pytest.mark.parametrize(("count", "word"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (-1, "-1")])
def test_small_counts_are_words(count: int, word: str) -> None:
    assert numbers.count_word(count) == word


def test_one_is_said_differently_from_many() -> None:
    assert today.points_on_each_side(1, 60) == "One point on each side, held for 60 seconds."
    assert today.points_on_each_side(5, 60) == "Five points on each side, held for 60 seconds."
    assert today.points_and_holds(1, 2, 60, 60) == "One point, two holds of 60 seconds."
    assert today.points_and_holds(6, 11, 60, 180) == "Six points, eleven holds of 60 to 180 seconds."


def test_sides_are_always_said_except_in_the_middle() -> None:
    assert body.sided_region("Back of the hand", SiteSide.RIGHT) == "Back of the hand, right"
    assert body.sided_region("Navel", SiteSide.MIDLINE) == "Navel"
    assert body.sided_region("Neck", PainSide.BOTH) == "Neck, both sides"
    assert body.chip("Shoulder", PainSide.LEFT) == "Left shoulder"
    assert body.chip("Neck", PainSide.BOTH) == "Neck"
