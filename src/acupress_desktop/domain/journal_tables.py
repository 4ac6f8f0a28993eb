"""The journal's tables, declared once: names, kinds, bounds, choices.

``storage`` builds its schema and CHECK constraints from this, ``exchange`` its file formats, and both
refuse the same values for the same reasons. A row travels as the plain values of its table's columns, in
order: whole numbers, floats, text or ``None``. Instants travel as whole microseconds since 1970 in UTC.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from acupress_desktop.domain import journal, point_practice, pressure
from acupress_desktop.domain.protocols import DoseStage, Form
from acupress_desktop.domain.row_ids import is_row_id
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from acupress_desktop.domain.troubles import BadValue, Reason

PlainValue = int | float | str | None

INSTANT_MIN = -62_135_596_800_000_000
"""0001-01-01T00:00:00Z in microseconds."""
INSTANT_MAX = 253_402_300_799_999_999
"""9999-12-31T23:59:59.999999Z in microseconds."""
SECONDS_MAX = 86_400
REVISION_MAX = 1_000_000
JSON_CHARACTERS_MAX = 1_000_000
CODE_CHARACTERS_MAX = 64


class Kind(Enum):
    """What a column holds."""

    ROW_ID = "row_id"
    CODE = "code"
    CHOICE = "choice"
    TEXT = "text"
    NAMES = "names"
    WHOLE = "whole"
    REAL = "real"
    FLAG = "flag"
    INSTANT = "instant"
    DAY = "day"


class Presence(Enum):
    """Whether ``None`` (not answered) may stand in a column."""

    REQUIRED = "required"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Column:
    """One column with its bounds. ``low`` and ``high`` bound numbers, ``longest`` counts characters.

    ``since`` is the first version of the file formats that has it; in older files it is not answered.
    """

    name: str
    kind: Kind
    presence: Presence = Presence.REQUIRED
    low: int = 0
    high: int = 0
    longest: int = 0
    choices: tuple[str, ...] = ()
    parent: str = ""
    since: int = 1


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table. ``columns`` are those that leave the journal; storage adds owner and digest.

    ``since`` is the first version of the file formats that has it. ``parts_of_one`` are columns whose numbers
    add up to 1. ``one_living`` is a column of which no two rows that are alive have the same value.
    """

    name: str
    columns: tuple[Column, ...]
    since: int = 1
    parts_of_one: tuple[str, ...] = ()
    one_living: str = ""
    optional_moments: tuple[int, ...] = field(init=False)
    """Where the four columns of each moment begin that need not be given."""

    def __post_init__(self) -> None:
        """Find the optional moments once; every row that is checked asks for them."""
        names = [column.name for column in self.columns]
        found = tuple(
            number
            for number, column in enumerate(self.columns)
            if column.kind is Kind.INSTANT
            and column.presence is Presence.OPTIONAL
            and column.name.removesuffix("_utc") + "_local_date" in names
        )
        object.__setattr__(self, "optional_moments", found)

    def columns_in(self, version: int) -> tuple[Column, ...]:
        """Return the columns that files of ``version`` have."""
        return tuple(column for column in self.columns if column.since <= version)

    def position(self, column: str) -> int:
        """Return where ``column`` stands in a row of this table."""
        for number, each in enumerate(self.columns):
            if each.name == column:
                return number
        raise KeyError(column)


def _choice(name: str, kind: type[Enum], presence: Presence = Presence.REQUIRED) -> Column:
    return Column(name, Kind.CHOICE, presence, choices=tuple(member.value for member in kind))


def _whole(name: str, low: int, high: int, presence: Presence = Presence.REQUIRED) -> Column:
    return Column(name, Kind.WHOLE, presence, low=low, high=high)


def _scale(name: str) -> Column:
    return _whole(name, 0, 10, Presence.OPTIONAL)


def _code(name: str, presence: Presence = Presence.REQUIRED) -> Column:
    return Column(name, Kind.CODE, presence, longest=CODE_CHARACTERS_MAX)


def _text(name: str, longest: int) -> Column:
    return Column(name, Kind.TEXT, longest=longest)


def _parent(table: str, presence: Presence = Presence.REQUIRED) -> Column:
    return Column(f"{table}_id", Kind.ROW_ID, presence, parent=table)


def _moment(name: str, presence: Presence = Presence.REQUIRED) -> tuple[Column, ...]:
    """Four columns: instant, offset, zone and the day that the person would name."""
    return (
        Column(f"{name}_utc", Kind.INSTANT, presence, low=INSTANT_MIN, high=INSTANT_MAX),
        _whole(f"{name}_offset_minutes", -24 * 60, 24 * 60, presence),
        Column(f"{name}_zone", Kind.TEXT, presence, longest=CODE_CHARACTERS_MAX),
        Column(f"{name}_local_date", Kind.DAY, presence),
    )


COMMON = (
    Column("id", Kind.ROW_ID),
    Column("device_id", Kind.ROW_ID),
    _whole("revision", 1, REVISION_MAX),
    *_moment("created"),
    *_moment("changed"),
    Column("deleted_utc", Kind.INSTANT, Presence.OPTIONAL, low=INSTANT_MIN, high=INSTANT_MAX),
)
"""What every row has, first, in this order."""
REVISION = 2
CHANGED = slice(7, 11)
DELETED = 11

CHECK_IN = TableShape(
    "check_in",
    (
        *COMMON,
        *_moment("moment"),
        _code("scale"),
        *(_scale(name) for name in ("pain_day_average", "sleep", "mood", "stress", "energy", "activity")),
        Column("tags", Kind.NAMES, choices=tuple(tag.value for tag in journal.ContextTag), longest=32),
        _text("note", journal.NOTE_CHARACTERS_MAX),
    ),
)
PAIN_REPORT = TableShape(
    "pain_report",
    (
        *COMMON,
        _parent("check_in"),
        _code("region"),
        _choice("side", PainSide),
        _whole("intensity", 0, 10),
        _code("quality", Presence.OPTIONAL),
        _code("scale"),
    ),
)
SESSION = TableShape(
    "session",
    (
        *COMMON,
        *_moment("started"),
        _code("protocol"),
        _code("content_version"),
        _choice("form", Form),
        _choice("stage", DoseStage),
        _whole("planned_holds", 0, 100),
        _whole("planned_seconds", 0, SECONDS_MAX),
        _code("region", Presence.OPTIONAL),
        _choice("side", PainSide, Presence.OPTIONAL),
        Column("rules", Kind.NAMES, longest=CODE_CHARACTERS_MAX),
        _text("clearance_json", JSON_CHARACTERS_MAX),
        *_moment("ended", Presence.OPTIONAL),
        _choice("end_kind", journal.SessionEnd, Presence.OPTIONAL),
        _text("note", journal.NOTE_CHARACTERS_MAX),
    ),
)
HOLD = TableShape(
    "hold",
    (
        *COMMON,
        _parent("session"),
        *_moment("moment"),
        _whole("step_order", 0, 1000),
        _code("point"),
        _choice("side", SiteSide),
        _whole("prescribed_seconds", 0, SECONDS_MAX),
        _whole("hold_seconds", 0, SECONDS_MAX),
        Column("held_seconds", Kind.REAL, low=0, high=SECONDS_MAX),
        Column("completed", Kind.FLAG),
        Column("changed_by", Kind.NAMES, longest=200),
        _whole("felt_pressure", 0, 10),
        _choice("comfort", journal.Comfort, Presence.OPTIONAL),
    ),
)
RATING = TableShape(
    "rating",
    (
        *COMMON,
        _parent("session"),
        *_moment("moment"),
        _choice("measure", journal.Measure),
        _choice("rating_time", journal.RatingTime),
        _whole("value", 0, 10),
        _code("scale"),
    ),
)
PAUSE = TableShape(
    "pause",
    (
        *COMMON,
        _parent("session"),
        *_moment("moment"),
        Column("at_seconds", Kind.REAL, low=0, high=SECONDS_MAX),
        Column("seconds", Kind.REAL, low=0, high=366 * SECONDS_MAX),
        _code("cause"),
    ),
)
ADVERSE_EVENT = TableShape(
    "adverse_event",
    (
        *COMMON,
        _parent("session", Presence.OPTIONAL),
        *_moment("moment"),
        _choice("kind", journal.AdverseKind),
        _code("point", Presence.OPTIONAL),
        _text("note", journal.NOTE_CHARACTERS_MAX),
        replace(_choice("side", SiteSide, Presence.OPTIONAL), since=3),
        replace(_code("region", Presence.OPTIONAL), since=3),
    ),
)
ANSWER = TableShape(
    "answer",
    (*COMMON, _code("question"), _text("answer_json", JSON_CHARACTERS_MAX), *_moment("answered")),
    one_living="question",
)
ADVICE = TableShape(
    "advice",
    (*COMMON, _code("rule"), *_moment("told"), *_moment("checked", Presence.OPTIONAL)),
    one_living="rule",
)
CONSENT = TableShape("consent", (*COMMON, *_moment("moment"), _text("words", journal.NOTE_CHARACTERS_MAX)))
FAVOURITE_POINT = TableShape(
    "favourite_point", (*COMMON, _code("point"), *_moment("moment")), since=2, one_living="point"
)
OWN_POINT = TableShape(
    "own_point",
    (
        *COMMON,
        _text("name", point_practice.NAME_CHARACTERS_MAX),
        _text("note", journal.NOTE_CHARACTERS_MAX),
        _choice("side", SiteSide),
        _code("region"),
        _whole("face", 0, point_practice.FACE_MAX),
        *(Column(name, Kind.REAL, low=0, high=1) for name in ("weight_1", "weight_2", "weight_3")),
    ),
    since=2,
    parts_of_one=("weight_1", "weight_2", "weight_3"),
)
"""A spot of the person's own on the mesh: it holds on every body."""
POINT_CHECK = TableShape(
    "point_check",
    (
        *COMMON,
        _code("point"),
        _choice("side", SiteSide),
        _choice("sureness", point_practice.Sureness),
        Column("felt", Kind.NAMES, choices=tuple(felt.value for felt in point_practice.Felt), longest=32),
        *_moment("moment"),
    ),
    since=2,
)
POINT_REVIEW = TableShape(
    "point_review",
    (
        *COMMON,
        _code("point"),
        _choice("kind", point_practice.ReviewKind),
        _choice("rating", point_practice.ReviewRating),
        *_moment("moment"),
    ),
    since=2,
)
PRESSURE_TRIAL = TableShape(
    "pressure_trial",
    (
        *COMMON,
        _choice("hand", Side),
        _choice("press_with", pressure.PressWith),
        _choice("kind", pressure.TrialKind),
        _whole("felt_pressure", 0, 10),
        _whole("grams", 0, pressure.GRAMS_MAX, Presence.OPTIONAL),
        *_moment("moment"),
    ),
    since=3,
)

PERSON = TableShape("person", COMMON)
"""Whose journal this is; one row. It stays behind in exports, which name the person in their head."""
HOLD_CHECKPOINT = TableShape(
    "hold_checkpoint",
    (
        *COMMON,
        _parent("session"),
        *_moment("moment"),
        _whole("step_order", 0, 1000),
        Column("held_seconds", Kind.REAL, low=0, high=SECONDS_MAX),
    ),
)
"""How far the running hold has come; working state that never leaves the journal."""

TABLES = (
    CHECK_IN,
    PAIN_REPORT,
    SESSION,
    HOLD,
    RATING,
    PAUSE,
    ADVERSE_EVENT,
    ANSWER,
    ADVICE,
    CONSENT,
    FAVOURITE_POINT,
    OWN_POINT,
    POINT_CHECK,
    POINT_REVIEW,
    PRESSURE_TRIAL,
)
"""Parents stand before their children, so rows can be written in this order."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def table_named(name: str) -> TableShape | None:
    """Return the table of that name, if there is one."""
    return next((table for table in TABLES if table.name == name), None)


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
    return _moment_problem(table, values) or _parts_problem(table, values)


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
