"""Favourite points, spots of the person's own, "Did I find it?" and answers of the quiz as rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from acupress_desktop.domain import point_practice as practice
from acupress_desktop.domain.ids import PointCode, RegionId, RowId
from acupress_desktop.domain.journal_tables import FAVOURITE_POINT, OWN_POINT, POINT_CHECK, POINT_REVIEW
from acupress_desktop.domain.journal_values import names_text
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.table_shapes import TableShape
from acupress_desktop.storage.rows import microseconds, moment_columns, required_moment_in
from acupress_desktop.storage.schema import sql_table
from acupress_desktop.storage.session_rows import add_or_correct
from acupress_desktop.storage.writing import PlainRow, RowWriter

_FAVOURITE = sql_table(FAVOURITE_POINT)

# --- Writing ---------------------------------------------------------------------------------------------


def write_favourite(writer: RowWriter, record: practice.FavouritePoint) -> RowId:
    """Mark a point; returns the row that is alive now. A row that was deleted before comes back to life."""
    rows = writer.connection.execute(
        select(_FAVOURITE.c.id, _FAVOURITE.c.deleted_utc)
        .where(_FAVOURITE.c.point == record.point)
        .order_by(_FAVOURITE.c.deleted_utc.is_not(None), _FAVOURITE.c.changed_utc.desc(), _FAVOURITE.c.id)
    ).all()
    if rows and rows[0].deleted_utc is None:
        return RowId(rows[0].id)
    key = RowId(rows[0].id) if rows else record.id
    add_or_correct(writer, FAVOURITE_POINT, key, favourite_content(record))
    return key


def drop_favourite(writer: RowWriter, point: PointCode) -> RowId | None:
    """Take the mark off a point; ``None`` where it has none."""
    alive = (_FAVOURITE.c.point == point) & _FAVOURITE.c.deleted_utc.is_(None)
    found = writer.connection.execute(select(_FAVOURITE.c.id).where(alive)).scalar()
    if found is None:
        return None
    writer.change(FAVOURITE_POINT, RowId(found), {"deleted_utc": microseconds(writer.now.utc)})
    return RowId(found)


def write_own_point(writer: RowWriter, record: practice.OwnPoint) -> None:
    """Add a spot, or change it."""
    add_or_correct(writer, OWN_POINT, record.id, own_point_content(record))


def write_check(writer: RowWriter, record: practice.PointCheck) -> None:
    """Add an answer to "Did I find it?", or correct it."""
    add_or_correct(writer, POINT_CHECK, record.id, check_content(record))


def write_review(writer: RowWriter, record: practice.PointReview) -> None:
    """Add an answer of the quiz, or correct it."""
    add_or_correct(writer, POINT_REVIEW, record.id, review_content(record))


def add_many(
    writer: RowWriter,
    favourites: Sequence[practice.FavouritePoint],
    checks: Sequence[practice.PointCheck],
    reviews: Sequence[practice.PointReview],
) -> None:
    """Insert many new rows at once."""
    writer.add_many(FAVOURITE_POINT, [(each.id, favourite_content(each)) for each in favourites])
    writer.add_many(POINT_CHECK, [(each.id, check_content(each)) for each in checks])
    writer.add_many(POINT_REVIEW, [(each.id, review_content(each)) for each in reviews])


def favourite_content(record: practice.FavouritePoint) -> PlainRow:
    """Spread a favourite over its columns."""
    return {"point": record.point, **moment_columns("moment", record.moment)}


def own_point_content(record: practice.OwnPoint) -> PlainRow:
    """Spread a spot over its columns."""
    first, second, third = record.place.weights
    return {
        "name": record.name,
        "note": record.note,
        "side": record.side.value,
        "region": record.region,
        "face": record.place.face,
        "weight_1": float(first),
        "weight_2": float(second),
        "weight_3": float(third),
    }


def check_content(record: practice.PointCheck) -> PlainRow:
    """Spread an answer to "Did I find it?" over its columns."""
    return {
        "point": record.point,
        "side": record.side.value,
        "sureness": record.sureness.value,
        "felt": names_text([felt.value for felt in record.felt]),
        **moment_columns("moment", record.moment),
    }


def review_content(record: practice.PointReview) -> PlainRow:
    """Spread an answer of the quiz over its columns."""
    return {
        "point": record.point,
        "kind": record.kind.value,
        "rating": record.rating.value,
        **moment_columns("moment", record.moment),
    }


# --- Reading ---------------------------------------------------------------------------------------------


def recall_favourites(connection: Connection) -> tuple[practice.FavouritePoint, ...]:
    """Return the marked points, in the order in which they were marked."""
    return tuple(
        practice.FavouritePoint(
            id=RowId(row["id"]), point=PointCode(row["point"]), moment=required_moment_in(row, "moment")
        )
        for row in _living(connection, FAVOURITE_POINT, "moment_utc")
    )


def recall_own_points(connection: Connection) -> tuple[practice.OwnPoint, ...]:
    """Return the spots, oldest first."""
    return tuple(
        practice.OwnPoint(
            id=RowId(row["id"]),
            name=row["name"],
            note=row["note"],
            side=SiteSide(row["side"]),
            region=RegionId(row["region"]),
            place=practice.MeshPlace(row["face"], (row["weight_1"], row["weight_2"], row["weight_3"])),
        )
        for row in _living(connection, OWN_POINT, "created_utc")
    )


def recall_checks(connection: Connection) -> tuple[practice.PointCheck, ...]:
    """Return the answers to "Did I find it?", oldest first."""
    return tuple(
        practice.PointCheck(
            id=RowId(row["id"]),
            point=PointCode(row["point"]),
            side=SiteSide(row["side"]),
            sureness=practice.Sureness(row["sureness"]),
            felt=tuple(practice.Felt(name) for name in json.loads(row["felt"])),
            moment=required_moment_in(row, "moment"),
        )
        for row in _living(connection, POINT_CHECK, "moment_utc")
    )


def recall_reviews(connection: Connection) -> tuple[practice.PointReview, ...]:
    """Return the answers of the quiz, oldest first."""
    return tuple(
        practice.PointReview(
            id=RowId(row["id"]),
            point=PointCode(row["point"]),
            kind=practice.ReviewKind(row["kind"]),
            rating=practice.ReviewRating(row["rating"]),
            moment=required_moment_in(row, "moment"),
        )
        for row in _living(connection, POINT_REVIEW, "moment_utc")
    )


def _living(connection: Connection, shape: TableShape, order: str) -> list[dict[str, Any]]:
    table = sql_table(shape)
    query = select(table).where(table.c.deleted_utc.is_(None)).order_by(table.c[order], table.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]
