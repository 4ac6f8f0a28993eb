from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import (
    CHECKS_COUNTED,
    CHECKS_MIN,
    PointCheck,
    Sureness,
    finding_shares,
    hard_points,
)
from acupress_desktop.domain.sides import SiteSide

START = datetime(2026, 11, 22, 14, 20, tzinfo=UTC)
SURE, ROUGHLY, NOT_FOUND = Sureness


def checks(point: str, *answers: Sureness) -> list[PointCheck]:
    """Tries on following days, the oldest first."""
    return [
        PointCheck(
            RowId(f"{point}-{number}"),
            PointCode(point),
            SiteSide.LEFT,
            answer,
            (),
            Moment.of(START + timedelta(days=number)),
        )
        for number, answer in enumerate(answers)
    ]


def test_one_try_says_nothing() -> None:
    assert finding_shares(checks("LI4", NOT_FOUND)) == ()
    assert hard_points(checks("LI4", NOT_FOUND)) == ()


def test_a_point_is_hard_from_every_second_unsure_try_on() -> None:
    (share,) = hard_points(checks("LI4", NOT_FOUND, SURE))
    assert (share.point, share.unsure, share.checks, share.fraction) == ("LI4", 1, 2, 0.5)
    assert hard_points(checks("LI4", NOT_FOUND, SURE, SURE)) == ()


def test_what_was_hard_once_can_be_learned() -> None:
    early = [NOT_FOUND] * 8
    assert hard_points(checks("LI4", *early))
    assert hard_points(checks("LI4", *early, SURE, SURE, SURE, SURE)) == ()


def test_the_hardest_stands_first() -> None:
    told = [
        *checks("LI4", SURE, ROUGHLY),
        *checks("PC6", NOT_FOUND, ROUGHLY),
        *checks("GB21", NOT_FOUND, NOT_FOUND, ROUGHLY),
        *checks("ST36", SURE, SURE, SURE),
    ]
    assert [share.point for share in hard_points(told)] == ["GB21", "PC6", "LI4"]


@given(st.lists(st.tuples(st.sampled_from(["LI4", "PC6"]), st.sampled_from(Sureness)), max_size=20))
def test_the_order_in_which_tries_are_read_changes_nothing(told: list[tuple[str, Sureness]]) -> None:
    by_point = {code: [answer for point, answer in told if point == code] for code in ("LI4", "PC6")}
    made = [check for code, answers in by_point.items() for check in checks(code, *answers)]
    shuffled = list(reversed(made))
    assert finding_shares(made) == finding_shares(shuffled)
    for share in finding_shares(made):
        answers = by_point[share.point]
        assert CHECKS_MIN <= share.checks <= CHECKS_COUNTED
        assert share.checks == min(len(answers), CHECKS_COUNTED)
        assert share.unsure == sum(answer is not SURE for answer in answers[-CHECKS_COUNTED:])
