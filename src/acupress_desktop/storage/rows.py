"""Rows as plain values, and the digest that tells whether a row still is what was written.

The digest covers every column of the row in the order of their names, so a file of any schema can be
checked with nothing but itself. BLAKE2b with 16 bytes: it finds damage; it does not keep out a forger.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.table_shapes import COMMON, PlainValue, TableShape

DIGEST_BYTES = 16
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def row_digest(table: str, values_by_name: Sequence[PlainValue]) -> bytes:
    """Digest a row; ``values_by_name`` are all its values but the digest, in order of column names."""
    content = _encode([table, *values_by_name]).encode()
    return hashlib.blake2b(content, digest_size=DIGEST_BYTES).digest()


def microseconds(when: datetime) -> int:
    """Whole microseconds since 1970, UTC."""
    return (when - EPOCH) // _MICROSECOND


def instant(value: int) -> datetime:
    """Return the aware UTC instant of ``microseconds``."""
    return EPOCH + timedelta(microseconds=value)


def moment_columns(name: str, moment: Moment | None) -> dict[str, PlainValue]:
    """Spread a moment over its four columns."""
    if moment is None:
        return dict.fromkeys(
            (f"{name}_utc", f"{name}_offset_minutes", f"{name}_zone", f"{name}_local_date"), None
        )
    return {
        f"{name}_utc": microseconds(moment.utc),
        f"{name}_offset_minutes": moment.offset_minutes,
        f"{name}_zone": moment.zone,
        f"{name}_local_date": moment.local_date.isoformat(),
    }


def moment_in(row: Mapping[str, PlainValue], name: str) -> Moment | None:
    """Read a moment back from its four columns."""
    utc = row[f"{name}_utc"]
    if utc is None:
        return None
    return Moment(
        utc=instant(int(utc)),
        offset_minutes=int(row[f"{name}_offset_minutes"] or 0),
        zone=str(row[f"{name}_zone"]),
        local_date=date.fromisoformat(str(row[f"{name}_local_date"])),
    )


def required_moment_in(row: Mapping[str, PlainValue], name: str) -> Moment:
    """Read back a moment that every row of the table has."""
    moment = moment_in(row, name)
    if moment is None:
        raise KeyError(f"{name}_utc")
    return moment


def new_common(key: RowId, device: RowId, now: Moment) -> dict[str, PlainValue]:
    """Return the common columns of a new row."""
    return {
        "id": key,
        "device_id": device,
        "revision": 1,
        **moment_columns("created", now),
        **moment_columns("changed", now),
        "deleted_utc": None,
    }


def content_of(shape: TableShape, row: Mapping[str, PlainValue]) -> tuple[PlainValue, ...]:
    """Return what a row says, without who wrote it when."""
    return tuple(row[column.name] for column in shape.columns[len(COMMON) :])
