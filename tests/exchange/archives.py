"""Any journal that can be: rows of every table, from the tables' own declaration."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import TABLES
from acupress_desktop.domain.journal_values import names_text
from acupress_desktop.domain.ports import Archive, ArchiveRow
from acupress_desktop.domain.table_shapes import (
    INSTANT_MAX,
    INSTANT_MIN,
    Column,
    HowMany,
    Kind,
    PlainValue,
    Presence,
    TableShape,
)

PERSON = RowId("01912345-6789-7abc-8def-0123456789ab")

_TEXT = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\0"),
        st.sampled_from("=+-@\t\r\n'\",;[]{}\\\u202e＝頸"),
    ),
    max_size=20,
)
_PRINTABLE = _TEXT.map(lambda text: "".join(filter(str.isprintable, text))).filter(bool)


def row_ids() -> st.SearchStrategy[str]:
    return st.integers(0, (1 << 122) - 1).map(_uuid7)


def _uuid7(number: int) -> str:
    bits = (number & ((1 << 62) - 1)) | 0b10 << 62 | (number >> 62 & 0xFFF) << 64 | 0x7 << 76
    return str(uuid.UUID(int=bits | (number >> 74) << 80))


def values(column: Column) -> st.SearchStrategy[PlainValue]:
    found: st.SearchStrategy[Any]
    match column.kind:
        case Kind.ROW_ID:
            found = row_ids()
        case Kind.CODE:
            found = _PRINTABLE
        case Kind.CHOICE:
            found = st.sampled_from(column.choices)
        case Kind.TEXT:
            found = _TEXT
        case Kind.NAMES:
            names = st.sampled_from(column.choices) if column.choices else _TEXT
            found = st.lists(names, max_size=3).map(names_text)
        case Kind.WHOLE:
            found = st.integers(column.low, column.high)
        case Kind.REAL:
            found = st.floats(column.low, column.high).map(lambda value: value + 0.0)
        case Kind.FLAG:
            found = st.integers(0, 1)
        case Kind.INSTANT:
            found = st.integers(INSTANT_MIN, INSTANT_MAX)
        case Kind.DAY:
            found = st.dates().map(lambda day: day.isoformat())
    return found


@st.composite
def archives(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Archive:
    """A journal with up to two rows a table; children point to parents, optional moments are whole."""
    keys: dict[str, list[str]] = {}
    rows: list[ArchiveRow] = []
    for table in TABLES:
        parents_missing = any(
            column.parent and column.presence is Presence.REQUIRED and not keys.get(column.parent)
            for column in table.columns
        )
        count = 0 if parents_missing else draw(st.integers(0, 2))
        chosen = sorted(draw(st.lists(row_ids(), min_size=count, max_size=count, unique=True)))
        keys[table.name] = chosen
        rows.extend(
            ArchiveRow(table, _row(draw, table, key, number, keys)) for number, key in enumerate(chosen)
        )
    return Archive("any.json", PERSON, tuple(rows))


def _row(
    draw: Callable[[st.SearchStrategy[Any]], Any],
    table: TableShape,
    key: str,
    number: int,
    keys: dict[str, list[str]],
) -> tuple[PlainValue, ...]:
    row: dict[str, PlainValue] = {}
    absent: set[str] = set()
    for column in table.columns:
        base = column.name.removesuffix("_utc")
        if column.name == "id":
            row[column.name] = key
        elif column.parent:
            known = keys.get(column.parent, [])
            options = known if column.presence is Presence.REQUIRED else [*known, None]
            row[column.name] = draw(st.sampled_from(options))
        elif column.name in table.parts_of_one:
            row[column.name] = draw(st.floats(0.0, 1.0)) + 0.0
        elif column.name == table.one_living:
            # One living answer per question: the two rows of this table speak of two things.
            row[column.name] = f"{number}{draw(values(column))}"
        elif any(column.name.startswith(f"{name}_") for name in absent):
            row[column.name] = None
        elif (
            column.presence is Presence.OPTIONAL and draw(st.booleans()) and not _inside_moment(table, column)
        ):
            row[column.name] = None
            if column.kind is Kind.INSTANT and column.name != "deleted_utc":
                absent.add(base)
        else:
            row[column.name] = draw(values(column))
    row.update(_parts(table, row))
    row.update(_given(draw, table, row))
    row.update(_breath(draw, table, row))
    return tuple(row[column.name] for column in table.columns)


def _parts(table: TableShape, row: dict[str, PlainValue]) -> dict[str, PlainValue]:
    """Numbers that add up to 1: each cut to what the ones before it leave, the last one the rest."""
    left = 1.0
    parts: dict[str, PlainValue] = {}
    for name in table.parts_of_one:
        value = row[name]
        assert isinstance(value, float)
        parts[name] = left if name == table.parts_of_one[-1] else min(value, left)
        left -= float(parts[name] or 0.0)
    return parts


def _given(
    draw: Callable[[st.SearchStrategy[Any]], Any], table: TableShape, row: dict[str, PlainValue]
) -> dict[str, PlainValue]:
    """Columns that go together: all of them, one of them or none."""
    found: dict[str, PlainValue] = {}
    for given in table.given:
        wanted = not given.where or {**row, **found}[given.where] in given.values
        chosen = draw(st.sampled_from(given.columns)) if given.how_many is HowMany.ONE else None
        for name in given.columns:
            column = table.columns[table.position(name)]
            missing = row[name] is None and not column.parent
            if not wanted or chosen not in {None, name}:
                found[name] = None
            elif missing:
                found[name] = draw(values(column))
        # Nothing to point to: the other one is given.
        if given.how_many is HowMany.ONE and {**row, **found}[str(chosen)] is None:
            other = next(name for name in given.columns if name != chosen)
            found[other] = draw(values(table.columns[table.position(other)]))
    return found


def _breath(
    draw: Callable[[st.SearchStrategy[Any]], Any], table: TableShape, row: dict[str, PlainValue]
) -> dict[str, PlainValue]:
    """Four phases that the breathing guide can lead."""
    if not table.breath or row[table.breath[0]] is None:
        return {}
    inward = draw(st.integers(25, 40))
    outward = draw(st.integers(inward, 2 * inward))
    phases = (inward, draw(st.integers(0, 10)), outward, draw(st.integers(0, 10)))
    return dict(zip(table.breath, phases, strict=True))


def _inside_moment(table: TableShape, column: Column) -> bool:
    """Whether a column follows the instant of an optional moment, and so is given with it."""
    names = {each.name for each in table.columns}
    for ending in ("_offset_minutes", "_zone", "_local_date"):
        if column.name.endswith(ending) and column.name.removesuffix(ending) + "_utc" in names:
            return True
    return False
