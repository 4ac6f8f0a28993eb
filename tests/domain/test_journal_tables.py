from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.journal_tables import TABLES
from acupress_desktop.domain.journal_values import is_day, names_text, value_problem
from acupress_desktop.domain.table_shapes import COMMON, Column, Kind, Presence
from acupress_desktop.domain.troubles import Reason

RATING = Column("value", Kind.WHOLE, low=0, high=10)
HELD = Column("held_seconds", Kind.REAL, low=0, high=86_400)
NAMES = Column("rules", Kind.NAMES, longest=5)


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (RATING, 10, None),
        (RATING, 11, Reason.OUT_OF_RANGE),
        (RATING, True, Reason.WRONG_TYPE),
        (RATING, 5.0, Reason.WRONG_TYPE),
        (RATING, 2**80, Reason.OUT_OF_RANGE),
        (RATING, None, Reason.MISSING),
        (HELD, 0.5, None),
        (HELD, math.nan, Reason.NOT_A_NUMBER),
        (HELD, math.inf, Reason.NOT_A_NUMBER),
        (HELD, -0.001, Reason.OUT_OF_RANGE),
        (HELD, "1", Reason.WRONG_TYPE),
        (NAMES, '["L08"]', None),
        (NAMES, '[ "L08" ]', Reason.BAD_CHARACTERS),
        (NAMES, '["too long"]', Reason.TOO_LONG),
        (NAMES, "[1]", Reason.WRONG_TYPE),
        (NAMES, "[", Reason.WRONG_TYPE),
        (NAMES, "[" * 99_999, Reason.WRONG_TYPE),
        (Column("point", Kind.CODE, longest=64), "LI4\n", Reason.BAD_CHARACTERS),
        (Column("point", Kind.CODE, longest=64), "", Reason.BAD_CHARACTERS),
        (Column("mood", Kind.WHOLE, Presence.OPTIONAL, low=0, high=10), None, None),
        (Column("completed", Kind.FLAG), 2, Reason.OUT_OF_RANGE),
        (Column("day", Kind.DAY), "2026-02-29", Reason.NOT_A_DATE),
        (Column("day", Kind.DAY), "2028-02-29", None),
    ],
)
def test_a_value_is_taken_or_refused_with_its_reason(
    column: Column, value: object, reason: Reason | None
) -> None:
    problem = value_problem(column, value)
    assert (None if problem is None else problem.reason) is reason


@given(st.dates())
def test_every_day_of_the_calendar_is_a_day(day: object) -> None:
    assert is_day(str(day))


@given(st.text(max_size=12))
def test_text_that_is_taken_for_a_day_is_one(text: str) -> None:
    assert not is_day(text) or len(text) == 10


@pytest.mark.parametrize(
    "text", ["2026-00-10", "2026-13-01", "2026-04-31", "0000-01-01", "1900-02-29", "٢٠٢٦-01-01"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    assert not is_day(text)


def test_lists_of_names_are_written_one_way() -> None:
    assert names_text(["a", "頸"]) == '["a","頸"]'


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_begins_with_what_all_rows_have_and_parents_come_first(table: object) -> None:
    found = next(each for each in TABLES if each is table)
    assert found.columns[: len(COMMON)] == COMMON
    before = {each.name for each in TABLES[: TABLES.index(found)]}
    assert {column.parent for column in found.columns if column.parent} <= before
    assert len({column.name for column in found.columns}) == len(found.columns)
