"""Which values a row of the journal may hold; storage and the file formats refuse the same ones."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence

from acupress_desktop.domain import point_practice
from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.row_ids import is_row_id
from acupress_desktop.domain.table_shapes import Column, HowMany, Kind, Presence, TableShape
from acupress_desktop.domain.troubles import BadValue, Reason

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def text_problem(text: str, longest: int) -> Reason | None:
    """Say why ``text`` cannot be kept: too long, a NUL, or half of a surrogate pair."""
    if len(text) > longest:
        return Reason.TOO_LONG
    if "\0" in text:
        return Reason.BAD_CHARACTERS
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return Reason.BAD_CHARACTERS
    return None


def is_day(text: str) -> bool:
    """Whether ``text`` is a calendar day as YYYY-MM-DD, years 0001 to 9999."""
    if len(text) != 10 or _DAY.fullmatch(text) is None or not text.isascii():
        return False
    year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= _MONTH_DAYS[month - 1]:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return leap or (month, day) != (2, 29)


def allowed_words(column: Column) -> str:
    """Name what a column allows, as bare values without a sentence."""
    match column.kind:
        case Kind.WHOLE | Kind.REAL:
            return f"{column.low} … {column.high}"
        case Kind.CHOICE | Kind.NAMES:
            return ", ".join(column.choices)
        case Kind.TEXT | Kind.CODE:
            return f"≤ {column.longest}"
        case Kind.ROW_ID | Kind.FLAG | Kind.INSTANT | Kind.DAY:
            return ""


def value_problem(column: Column, value: object) -> BadValue | None:
    """Say why ``value`` cannot stand in ``column``, or ``None`` where it can."""
    if value is None:
        if column.presence is Presence.OPTIONAL:
            return None
        return BadValue(column.name, Reason.MISSING)
    kind = column.kind
    # Compared one by one: a set of enums hashes in Python, a million times in an import.
    is_number = kind is Kind.WHOLE or kind is Kind.INSTANT or kind is Kind.REAL or kind is Kind.FLAG
    reason = _number_problem(column, value) if is_number else _text_kind_problem(column, value)
    return None if reason is None else BadValue(column.name, reason, allowed_words(column))


def row_problem(table: TableShape, values: Sequence[object]) -> BadValue | None:
    """Say what is wrong with the first bad value of a row, or ``None`` where all can be kept."""
    for column, value in zip(table.columns, values, strict=True):
        problem = value_problem(column, value)
        if problem is not None:
            return problem
    return (
        _moment_problem(table, values)
        or _parts_problem(table, values)
        or _given_problem(table, values)
        or _breath_problem(table, values)
    )


def _moment_problem(table: TableShape, values: Sequence[object]) -> BadValue | None:
    """The four columns of an optional moment are given together or not at all."""
    for place in table.optional_moments:
        given = {value is None for value in values[place : place + 4]}
        if len(given) == 2:
            return BadValue(table.columns[place].name, Reason.MISSING)
    return None


def _parts_problem(table: TableShape, values: Sequence[object]) -> BadValue | None:
    """Numbers that are parts of one whole add up to it."""
    if not table.parts_of_one:
        return None
    parts = [values[table.position(name)] for name in table.parts_of_one]
    if point_practice.sums_to_one(part for part in parts if isinstance(part, int | float)):
        return None
    return BadValue(table.parts_of_one[0], Reason.OUT_OF_RANGE, " + ".join(table.parts_of_one) + " = 1")


def _given_problem(table: TableShape, values: Sequence[object]) -> BadValue | None:
    """What goes together is given together."""
    for given in table.given:
        wanted = not given.where or values[table.position(given.where)] in given.values
        found = [name for name in given.columns if values[table.position(name)] is not None]
        if not wanted:
            if found:
                return BadValue(found[0], Reason.OUT_OF_RANGE, f"{given.where} = {', '.join(given.values)}")
            continue
        if given.how_many is HowMany.ALL:
            missing = [name for name in given.columns if name not in found]
            if missing:
                return BadValue(missing[0], Reason.MISSING)
        elif not found:
            return BadValue(given.columns[0], Reason.MISSING)
        elif given.how_many is HowMany.ONE and len(found) > 1:
            return BadValue(found[1], Reason.CONFLICT)
    return None


def _breath_problem(table: TableShape, values: Sequence[object]) -> BadValue | None:
    """A breathing pattern is one that the guide can lead."""
    told = [values[table.position(name)] for name in table.breath]
    tenths = [value for value in told if isinstance(value, int)]
    if len(tenths) < 4:
        return None
    try:
        pattern_of(tenths[0], tenths[1], tenths[2], tenths[3])
    except ValueError:
        return BadValue(table.breath[0], Reason.OUT_OF_RANGE)
    return None


def pattern_of(
    in_tenths: int, hold_full_tenths: int, out_tenths: int, hold_empty_tenths: int
) -> BreathPattern:
    """Return the breathing pattern of whole tenths of a second; raises ``ValueError`` out of its bounds."""
    return BreathPattern(
        in_seconds=in_tenths / 10,
        out_seconds=out_tenths / 10,
        hold_full_seconds=hold_full_tenths / 10,
        hold_empty_seconds=hold_empty_tenths / 10,
    )


def _number_problem(column: Column, value: object) -> Reason | None:
    # bool is a subclass of int: True must not pass as a rating of 1.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return Reason.WRONG_TYPE
    if isinstance(value, float) and not math.isfinite(value):
        return Reason.NOT_A_NUMBER
    if column.kind is not Kind.REAL and not isinstance(value, int):
        return Reason.WRONG_TYPE
    low, high = (0, 1) if column.kind is Kind.FLAG else (column.low, column.high)
    return None if low <= value <= high else Reason.OUT_OF_RANGE


def _text_kind_problem(column: Column, value: object) -> Reason | None:
    if not isinstance(value, str):
        return Reason.WRONG_TYPE
    match column.kind:
        case Kind.ROW_ID:
            return None if is_row_id(value) else Reason.NOT_AN_ID
        case Kind.DAY:
            return None if is_day(value) else Reason.NOT_A_DATE
        case Kind.CHOICE:
            return None if value in column.choices else Reason.NOT_A_CHOICE
        case Kind.NAMES:
            return _names_problem(column, value)
        case Kind.CODE:
            if value == "" or not value.isprintable():
                return Reason.BAD_CHARACTERS
            return text_problem(value, column.longest)
        case _:
            return text_problem(value, column.longest)


def _names_problem(column: Column, value: str) -> Reason | None:
    try:
        names = json.loads(value)
    except (ValueError, RecursionError):
        return Reason.WRONG_TYPE
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return Reason.WRONG_TYPE
    if len(names) > 100:
        return Reason.TOO_LONG
    if names_text(names) != value:
        # One way to write a list, so that equal rows have equal digests.
        return Reason.BAD_CHARACTERS
    for name in names:
        if column.choices and name not in column.choices:
            return Reason.NOT_A_CHOICE
        problem = text_problem(name, column.longest)
        if problem is not None:
            return problem
    return None


def names_text(names: Sequence[str]) -> str:
    """Write a list of names the one way in which the journal keeps it."""
    return json.dumps(list(names), ensure_ascii=False, separators=(",", ":"))
