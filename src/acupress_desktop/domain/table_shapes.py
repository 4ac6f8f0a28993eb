"""What a table of the journal is: columns with their kinds, bounds and choices, and what every row has.

A row travels as the plain values of its table's columns, in order: whole numbers, floats, text or ``None``.
Instants travel as whole microseconds since 1970 in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

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


class HowMany(Enum):
    """How many of some columns are answered."""

    ALL = "all"
    ONE = "one"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Given:
    """``how_many`` of ``columns`` are given where ``where`` has one of ``values``, elsewhere none of them.

    Without ``where`` it holds for every row.
    """

    columns: tuple[str, ...]
    how_many: HowMany
    where: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table. ``columns`` are those that leave the journal; storage adds owner and digest.

    ``since`` is the first version of the file formats that has it. ``parts_of_one`` are columns whose numbers
    add up to 1. ``one_living`` is a column of which no two rows that are alive have the same value. ``given``
    says which columns go together. ``breath`` are the four columns of a breathing pattern.
    """

    name: str
    columns: tuple[Column, ...]
    since: int = 1
    parts_of_one: tuple[str, ...] = ()
    one_living: str = ""
    given: tuple[Given, ...] = ()
    breath: tuple[str, ...] = ()
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


def choice(name: str, kind: type[Enum], presence: Presence = Presence.REQUIRED) -> Column:
    """Return a column that holds one of an enum's values."""
    return Column(name, Kind.CHOICE, presence, choices=tuple(member.value for member in kind))


def whole(name: str, low: int, high: int, presence: Presence = Presence.REQUIRED) -> Column:
    """Return a column of whole numbers."""
    return Column(name, Kind.WHOLE, presence, low=low, high=high)


def scale(name: str) -> Column:
    """Return a rating of 0 to 10 that need not be answered."""
    return whole(name, 0, 10, Presence.OPTIONAL)


def code(name: str, presence: Presence = Presence.REQUIRED) -> Column:
    """Return a column of short names such as those of points and rules."""
    return Column(name, Kind.CODE, presence, longest=CODE_CHARACTERS_MAX)


def text(name: str, longest: int) -> Column:
    """Return a column of words."""
    return Column(name, Kind.TEXT, longest=longest)


def parent(table: str, presence: Presence = Presence.REQUIRED) -> Column:
    """Return a column that names a row of another table."""
    return Column(f"{table}_id", Kind.ROW_ID, presence, parent=table)


def moment(name: str, presence: Presence = Presence.REQUIRED) -> tuple[Column, ...]:
    """Return four columns: instant, offset, zone and the day that the person would name."""
    return (
        Column(f"{name}_utc", Kind.INSTANT, presence, low=INSTANT_MIN, high=INSTANT_MAX),
        whole(f"{name}_offset_minutes", -24 * 60, 24 * 60, presence),
        Column(f"{name}_zone", Kind.TEXT, presence, longest=CODE_CHARACTERS_MAX),
        Column(f"{name}_local_date", Kind.DAY, presence),
    )


COMMON = (
    Column("id", Kind.ROW_ID),
    Column("device_id", Kind.ROW_ID),
    whole("revision", 1, REVISION_MAX),
    *moment("created"),
    *moment("changed"),
    Column("deleted_utc", Kind.INSTANT, Presence.OPTIONAL, low=INSTANT_MIN, high=INSTANT_MAX),
)
"""What every row has, first, in this order."""
REVISION = 2
CHANGED = slice(7, 11)
DELETED = 11
