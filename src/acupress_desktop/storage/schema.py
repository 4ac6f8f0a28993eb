"""The tables as SQLAlchemy sees them, built from ``domain.journal_tables``.

A fresh journal is made from this; older ones are brought here by ``migrations``. A test compares both ways.
Every constraint has a name: SQLite's batch migrations silently drop unnamed CHECKs.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, MetaData, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from acupress_desktop.domain import journal_tables as shapes
from acupress_desktop.domain.table_shapes import Column as ShapeColumn
from acupress_desktop.domain.table_shapes import Given, HowMany, Kind, Presence, TableShape
from acupress_desktop.storage.column_types import DigestBytes, PlainText, RealNumber, WholeNumber
from acupress_desktop.storage.rows import DIGEST_BYTES

APPLICATION_ID = 0x41435550
"""``ACUP`` in the header of the file: this is a journal of this app and nothing else."""
SCHEMA = 4
"""Number of the newest migration; kept in ``user_version`` and as Alembic's revision."""

METADATA = MetaData()

_INDEXES = {
    "check_in": (("moment_local_date", "deleted_utc"), ("moment_utc",)),
    "pain_report": (("check_in_id",),),
    "session": (
        ("started_local_date", "deleted_utc"),
        ("started_utc",),
        ("protocol", "started_local_date"),
        ("end_kind", "started_utc"),
    ),
    # The two behind session_id let "was anything pressed" be answered from the index alone.
    "hold": (("session_id", "deleted_utc", "held_seconds"), ("comfort", "point")),
    "rating": (("session_id",), ("moment_local_date",)),
    "pause": (("session_id",),),
    "adverse_event": (("session_id",), ("moment_utc",)),
    "point_check": (("moment_utc",),),
    "point_review": (("moment_utc",),),
    "pressure_trial": (("moment_utc",),),
    "routine_step": (("routine_id",),),
    "exercise_done": (("session_id",),),
}
_UNIQUE_INDEXES = {shapes.HOLD_CHECKPOINT.name: "session_id"} | {
    shape.name: shape.one_living for shape in shapes.TABLES if shape.one_living
}


def revision_name(schema: int) -> str:
    """Return Alembic's name of a schema number."""
    return f"{schema:04d}"


def _check_text(column: ShapeColumn) -> str | None:
    name = column.name
    match column.kind:
        case Kind.ROW_ID:
            return f"length({name}) = 36"
        case Kind.DAY:
            return f"length({name}) = 10"
        case Kind.CHOICE:
            return f"{name} IN ({', '.join(repr(choice) for choice in column.choices)})"
        case Kind.CODE:
            return f"length({name}) BETWEEN 1 AND {column.longest}"
        case Kind.TEXT:
            return f"length({name}) <= {column.longest}"
        case Kind.WHOLE | Kind.REAL | Kind.INSTANT:
            return f"{name} BETWEEN {column.low} AND {column.high}"
        case Kind.FLAG:
            return f"{name} IN (0, 1)"
        case Kind.NAMES:
            return None


def _given_texts(given: Given) -> list[str]:
    """Say in SQL which columns go together, as ``journal_values`` checks it in words before."""
    where = ""
    if given.where:
        where = f"coalesce({given.where} IN ({', '.join(map(repr, given.values))}), 0)"
    if given.how_many is HowMany.ALL:
        return [f"({name} IS NOT NULL) = {where or 1}" for name in given.columns]
    count = " + ".join(f"({name} IS NOT NULL)" for name in given.columns)
    compared = "=" if given.how_many is HowMany.ONE else ">="
    wanted = f"{count} {compared} 1"
    return [f"iif({where}, {wanted}, {count} = 0)" if where else wanted]


def _column_type(kind: Kind) -> PlainText | WholeNumber | RealNumber:
    match kind:
        case Kind.WHOLE | Kind.FLAG | Kind.INSTANT:
            return WholeNumber()
        case Kind.REAL:
            return RealNumber()
        case _:
            return PlainText()


def _table(shape: TableShape) -> Table:
    columns: list[Column[Any]] = [
        Column(
            each.name,
            _column_type(each.kind),
            nullable=each.presence is Presence.OPTIONAL,
            primary_key=each.name == "id",
        )
        for each in shape.columns
    ]
    columns.insert(1, Column("person_id", PlainText(), nullable=False))
    columns.append(Column("digest", DigestBytes(), nullable=False))
    checks = [
        CheckConstraint(text, name=f"ck_{shape.name}_{each.name}")
        for each in shape.columns
        if (text := _check_text(each)) is not None
    ]
    checks.append(CheckConstraint(f"length(digest) = {DIGEST_BYTES}", name=f"ck_{shape.name}_digest"))
    checks.extend(
        CheckConstraint(
            f"({each.name} IS NULL) = ({each.name[:-4]}_local_date IS NULL)",
            name=f"ck_{shape.name}_{each.name[:-4]}_whole",
        )
        for each in shape.columns
        if each.kind is Kind.INSTANT and each.presence is Presence.OPTIONAL and each.name != "deleted_utc"
    )
    if shape.parts_of_one:
        # Coarse on purpose: the exact refusal comes in words before; this stops what came another way.
        whole = " + ".join(shape.parts_of_one)
        checks.append(CheckConstraint(f"{whole} BETWEEN 0.99 AND 1.01", name=f"ck_{shape.name}_parts_of_one"))
    checks.extend(
        CheckConstraint(text, name=f"ck_{shape.name}_given_{number}")
        for number, text in enumerate((text for each in shape.given for text in _given_texts(each)), start=1)
    )
    keys = [ForeignKeyConstraint(["person_id"], ["person.id"], name=f"fk_{shape.name}_person_id")]
    keys.extend(
        ForeignKeyConstraint([each.name], [f"{each.parent}.id"], name=f"fk_{shape.name}_{each.name}")
        for each in shape.columns
        if each.parent
    )
    table = Table(shape.name, METADATA, *columns, *checks, *keys, sqlite_strict=True, sqlite_with_rowid=False)
    table.primary_key.name = f"pk_{shape.name}"
    for names in _INDEXES.get(shape.name, ()):
        Index(f"ix_{shape.name}_{'_'.join(names)}", *(table.c[name] for name in names))
    if shape.name in _UNIQUE_INDEXES:
        name = _UNIQUE_INDEXES[shape.name]
        # Deleted rows stay, so that an import can tell them from unknown ones; only one may be alive.
        Index(
            f"ux_{shape.name}_{name}",
            table.c[name],
            unique=True,
            sqlite_where=table.c.deleted_utc.is_(None),
            postgresql_where=table.c.deleted_utc.is_(None),
        )
    return table


ALL_SHAPES = (shapes.PERSON, *shapes.TABLES, shapes.HOLD_CHECKPOINT)
"""Every table of the journal; those between the first and the last leave it in exports."""

SQL_TABLES = {shape.name: _table(shape) for shape in ALL_SHAPES}

CREATE_ALEMBIC_VERSION = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


@cache
def create_statements() -> tuple[str, ...]:
    """Return the SQL that makes every table and index of a fresh journal, compiled once."""
    made: list[ExecutableDDLElement] = []
    for table in METADATA.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [CreateTable(table), *(CreateIndex(index) for index in indexes)]
    return tuple(str(part.compile(dialect=sqlite.dialect())) for part in made)


def sql_table(shape: TableShape) -> Table:
    """Return the SQLAlchemy table of a shape."""
    return SQL_TABLES[shape.name]
