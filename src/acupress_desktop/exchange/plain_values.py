"""Values of the journal as files write them, and back. Refuses what the journal would refuse."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from acupress_desktop.domain.journal_values import allowed_words, names_text, row_problem
from acupress_desktop.domain.table_shapes import Column, Kind, PlainValue, Presence, TableShape
from acupress_desktop.domain.troubles import BadValue, Reason

FORMAT = "acupress-journal"
VERSION = 4
"""What this app writes; it reads this and every earlier version."""
FILE_BYTES_MAX = 512_000_000
DIGITS_MAX = 18

FileValue = int | float | str | bool | list[str] | None

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_WHOLE = re.compile(rf"-?\d{{1,{DIGITS_MAX}}}", re.ASCII)
_REAL = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII)
GUARDED = "=+-@\t\r'＝＋－＠"
"""Characters at which spreadsheets start to compute, or to hide a quote; text that begins so is quoted."""
_GUARDED_KINDS = {Kind.TEXT, Kind.CODE, Kind.CHOICE, Kind.NAMES}


def instant_text(microseconds: int) -> str:
    """Write an instant, always with six decimals, so that texts sort like instants."""
    when = _EPOCH + timedelta(microseconds=microseconds)
    # strftime writes the year 33 as 33 on some systems.
    return f"{when.year:04d}-{when:%m-%dT%H:%M:%S.%f}Z"


def instant_value(text: str) -> int | None:
    """Read an instant back; ``None`` where the text is none."""
    if _INSTANT.fullmatch(text) is None:
        return None
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (when - _EPOCH) // timedelta(microseconds=1)


# --- JSON ------------------------------------------------------------------------------------------------


def to_json_value(column: Column, value: PlainValue) -> FileValue:
    """Return a journal value as JSON has it."""
    match column.kind:
        case Kind.INSTANT if isinstance(value, int):
            return instant_text(value)
        case Kind.FLAG if value is not None:
            return value == 1
        case Kind.NAMES if isinstance(value, str):
            names: list[str] = json.loads(value)
            return names
        case _:
            return value


def from_json_value(column: Column, value: object) -> PlainValue | BadValue:
    """Return a JSON value as the journal has it; bounds are checked by ``checked_row``."""
    if value is None:
        return None
    kind = column.kind
    if kind is Kind.INSTANT:
        found = instant_value(value) if isinstance(value, str) else None
        return BadValue(column.name, Reason.NOT_A_DATE) if found is None else found
    if kind is Kind.FLAG and isinstance(value, bool):
        return int(value)
    if kind is Kind.NAMES and isinstance(value, list) and all(isinstance(name, str) for name in value):
        return names_text(value)
    if kind is Kind.REAL and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if kind is Kind.WHOLE and isinstance(value, int) and not isinstance(value, bool):
        return value
    if kind not in _NOT_TEXT and isinstance(value, str):
        return value
    return BadValue(column.name, Reason.WRONG_TYPE, allowed_words(column))


_NOT_TEXT = (Kind.FLAG, Kind.NAMES, Kind.REAL, Kind.WHOLE)


# --- CSV -------------------------------------------------------------------------------------------------


def to_cell(column: Column, value: PlainValue) -> str:
    """Return a journal value as a cell; nothing is an empty cell."""
    if value is None:
        return ""
    match column.kind:
        case Kind.INSTANT if isinstance(value, int):
            return instant_text(value)
        case Kind.FLAG:
            return "true" if value == 1 else "false"
        case Kind.REAL:
            return repr(value)
        case _:
            text = str(value)
            guarded = column.kind in _GUARDED_KINDS and text[:1] != "" and text[0] in GUARDED
            return "'" + text if guarded else text


def from_cell(column: Column, cell: str) -> PlainValue | BadValue:
    """Return a cell as the journal has it; bounds are checked by ``checked_row``."""
    if cell == "" and (column.presence is Presence.OPTIONAL or column.kind is not Kind.TEXT):
        return None
    match column.kind:
        case Kind.INSTANT:
            found = instant_value(cell)
            return BadValue(column.name, Reason.NOT_A_DATE) if found is None else found
        case Kind.FLAG:
            known = {"true": 1, "false": 0}.get(cell)
            return BadValue(column.name, Reason.NOT_A_CHOICE, "true, false") if known is None else known
        case Kind.WHOLE:
            if _WHOLE.fullmatch(cell) is None:
                return BadValue(column.name, Reason.NOT_A_NUMBER, allowed_words(column))
            return int(cell)
        case Kind.REAL:
            if _REAL.fullmatch(cell) is None or not math.isfinite(float(cell)):
                return BadValue(column.name, Reason.NOT_A_NUMBER, allowed_words(column))
            return float(cell)
        case kind if kind in _GUARDED_KINDS and len(cell) > 1 and cell[0] == "'" and cell[1] in GUARDED:
            return cell[1:]
        case _:
            return cell


def checked_row(
    table: TableShape, values: Sequence[PlainValue | BadValue]
) -> tuple[PlainValue, ...] | BadValue:
    """Return the row, or the first reason why the journal cannot hold it."""
    plain: list[PlainValue] = []
    for value in values:
        if isinstance(value, BadValue):
            return value
        plain.append(value)
    problem = row_problem(table, plain)
    return tuple(plain) if problem is None else problem
