"""Check-ins and their pain reports as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, Connection, select

from acupress_desktop.domain.ids import RegionId, RowId
from acupress_desktop.domain.journal import SCALE_NRS, CheckInRecord, ContextTag, PainReport
from acupress_desktop.domain.journal_tables import CHECK_IN, PAIN_REPORT
from acupress_desktop.domain.journal_values import names_text
from acupress_desktop.domain.ports import DayRange, KeptCheckIn
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.domain.table_shapes import PlainValue
from acupress_desktop.domain.troubles import KnownTrouble, NoSuchRow
from acupress_desktop.storage.rows import microseconds, moment_columns, required_moment_in
from acupress_desktop.storage.schema import sql_table
from acupress_desktop.storage.writing import PlainRow, RowWriter

_CHECK_IN = sql_table(CHECK_IN)
_PAIN = sql_table(PAIN_REPORT)


def _content(record: CheckInRecord) -> PlainRow:
    return {
        **moment_columns("moment", record.moment),
        "scale": SCALE_NRS,
        "pain_day_average": record.pain_day_average,
        "sleep": record.sleep,
        "mood": record.mood,
        "stress": record.stress,
        "energy": record.energy,
        "activity": record.activity,
        "tags": names_text([tag.value for tag in record.tags]),
        "note": record.note,
        "water_glasses": record.water_glasses,
        "movement_minutes": record.movement_minutes,
    }


def _pain_content(check_in: RowId, report: PainReport) -> PlainRow:
    return {
        "check_in_id": check_in,
        "region": report.region,
        "side": report.side.value,
        "intensity": report.intensity,
        "quality": report.quality,
        "scale": SCALE_NRS,
    }


def add(writer: RowWriter, record: CheckInRecord) -> None:
    """Insert an entry with its pain reports."""
    writer.add(CHECK_IN, record.id, _content(record))
    for report in record.pains:
        writer.add(PAIN_REPORT, report.id, _pain_content(record.id, report))


def add_many(writer: RowWriter, records: Iterable[CheckInRecord]) -> None:
    """Insert many entries at once."""
    kept = tuple(records)
    writer.add_many(CHECK_IN, [(record.id, _content(record)) for record in kept])
    writer.add_many(
        PAIN_REPORT,
        [(report.id, _pain_content(record.id, report)) for record in kept for report in record.pains],
    )


def edit(writer: RowWriter, record: CheckInRecord, seen_revision: int) -> Mapping[str, PlainValue]:
    """Replace an entry; reports that are gone from it are marked deleted. Returns the row before."""
    before = writer.existing(CHECK_IN, record.id)
    if before["deleted_utc"] is not None:
        raise KnownTrouble(NoSuchRow(CHECK_IN.name))
    kept = _reports(writer.connection, (record.id,)).get(record.id, ())
    writer.change(CHECK_IN, record.id, _content(record), seen_revision=seen_revision)
    if set(kept) != set(record.pains) and writer.existing(CHECK_IN, record.id) == before:
        # The reports are part of the entry: whoever read the old ones holds an old revision.
        writer.touch(CHECK_IN, record.id)
    present = {report.id for report in record.pains}
    for report in kept:
        if report.id not in present:
            writer.change(PAIN_REPORT, report.id, {"deleted_utc": microseconds(writer.now.utc)})
    for report in record.pains:
        if writer.find(PAIN_REPORT, report.id) is None:
            writer.add(PAIN_REPORT, report.id, _pain_content(record.id, report))
        else:
            content = {**_pain_content(record.id, report), "deleted_utc": None}
            writer.change(PAIN_REPORT, report.id, content)
    return before


def recall(connection: Connection, check_in: RowId) -> KeptCheckIn | None:
    """Return one living entry."""
    found = _recall(connection, _CHECK_IN.c.id == check_in, None)
    return found[0] if found else None


def recall_days(connection: Connection, days: DayRange) -> tuple[KeptCheckIn, ...]:
    """Return the living entries of some days, newest first."""
    within = _CHECK_IN.c.moment_local_date.between(days.first.isoformat(), days.last.isoformat())
    return _recall(connection, within, None)


def recall_newest(connection: Connection, count: int) -> tuple[KeptCheckIn, ...]:
    """Return the newest living entries, newest first."""
    return _recall(connection, None, count)


def _recall(
    connection: Connection, where: ColumnElement[bool] | None, count: int | None
) -> tuple[KeptCheckIn, ...]:
    query = select(_CHECK_IN).where(_CHECK_IN.c.deleted_utc.is_(None))
    if where is not None:
        query = query.where(where)
    query = query.order_by(_CHECK_IN.c.moment_utc.desc(), _CHECK_IN.c.id.desc()).limit(count)
    rows = connection.execute(query).mappings().all()
    reports = _reports(connection, [RowId(row["id"]) for row in rows])
    return tuple(_kept(dict(row), reports.get(RowId(row["id"]), ())) for row in rows)


_ASKED_AT_ONCE = 500


def _reports(connection: Connection, check_ins: Iterable[RowId]) -> dict[RowId, tuple[PainReport, ...]]:
    found: dict[RowId, list[PainReport]] = {}
    keys = list(check_ins)
    for start in range(0, len(keys), _ASKED_AT_ONCE):
        query = (
            select(_PAIN)
            .where(_PAIN.c.check_in_id.in_(keys[start : start + _ASKED_AT_ONCE]))
            .where(_PAIN.c.deleted_utc.is_(None))
            .order_by(_PAIN.c.id)
        )
        for row in connection.execute(query).mappings():
            report = PainReport(
                id=RowId(row["id"]),
                region=RegionId(row["region"]),
                side=PainSide(row["side"]),
                intensity=row["intensity"],
                quality=row["quality"],
            )
            found.setdefault(RowId(row["check_in_id"]), []).append(report)
    return {key: tuple(reports) for key, reports in found.items()}


def _kept(row: Mapping[str, PlainValue], pains: tuple[PainReport, ...]) -> KeptCheckIn:
    record = CheckInRecord(
        id=RowId(str(row["id"])),
        moment=required_moment_in(row, "moment"),
        pains=pains,
        pain_day_average=_whole(row["pain_day_average"]),
        sleep=_whole(row["sleep"]),
        mood=_whole(row["mood"]),
        stress=_whole(row["stress"]),
        energy=_whole(row["energy"]),
        activity=_whole(row["activity"]),
        tags=tuple(ContextTag(tag) for tag in json.loads(str(row["tags"]))),
        note=str(row["note"]),
        water_glasses=_whole(row["water_glasses"]),
        movement_minutes=_whole(row["movement_minutes"]),
    )
    return KeptCheckIn(
        record=record,
        revision=_whole(row["revision"]) or 0,
        created=required_moment_in(row, "created"),
        changed=required_moment_in(row, "changed"),
    )


def _whole(value: PlainValue) -> int | None:
    return None if value is None else int(value)
