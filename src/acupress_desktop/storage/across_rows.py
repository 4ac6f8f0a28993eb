"""Questions that look across many rows: allowances, starts, pressure limits, counts, trend material."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId
from acupress_desktop.domain.journal import Comfort, ContextTag, Measure, RatingTime
from acupress_desktop.domain.journal_tables import CHECK_IN, HOLD, PAIN_REPORT, RATING, SESSION
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import (
    DayRange,
    DayUse,
    JournalCounts,
    LastPain,
    PointPressure,
    ProtocolStart,
)
from acupress_desktop.domain.practice import Pressed
from acupress_desktop.domain.protocols import one_softer
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.domain.trends.daily import Area
from acupress_desktop.domain.trends.material import (
    DayAverage,
    EntryPains,
    PainValue,
    SessionMark,
    TrendMaterial,
    ValueSource,
)
from acupress_desktop.storage.rows import instant
from acupress_desktop.storage.schema import sql_table

_CHECK_IN = sql_table(CHECK_IN)
_PAIN = sql_table(PAIN_REPORT)
_SESSION = sql_table(SESSION)
_HOLD = sql_table(HOLD)
_RATING = sql_table(RATING)

_PRESSED = (
    select(_HOLD.c.id)
    .where(_HOLD.c.session_id == _SESSION.c.id)
    .where(_HOLD.c.held_seconds > 0.0)
    .where(_HOLD.c.deleted_utc.is_(None))
    .exists()
)
"""Whether anything was pressed in a session: one that was left before the first point does not count."""
_LIVING = _SESSION.c.deleted_utc.is_(None)


def day_use(connection: Connection, day: date) -> DayUse:
    """Sum the sessions of one local day."""
    today = _SESSION.c.started_local_date == day.isoformat()
    sessions = connection.execute(
        select(func.count(), func.coalesce(func.sum(_SESSION.c.planned_seconds), 0)).where(
            today, _LIVING, _PRESSED
        )
    ).one()
    held = connection.execute(
        select(func.coalesce(func.sum(_HOLD.c.held_seconds), 0.0))
        .join(_SESSION, _HOLD.c.session_id == _SESSION.c.id)
        .where(today, _LIVING, _HOLD.c.deleted_utc.is_(None))
    ).scalar_one()
    return DayUse(sessions=sessions[0], planned_seconds=sessions[1], held_seconds=float(held))


def protocol_starts(connection: Connection) -> tuple[ProtocolStart, ...]:
    """Return the first day of each set that was ever pressed."""
    starts = []
    for protocol in connection.execute(select(_SESSION.c.protocol).distinct()).scalars().all():
        # One walk along the index per set: it ends at the first session in which something was pressed.
        day = connection.execute(
            select(_SESSION.c.started_local_date)
            .where(_SESSION.c.protocol == protocol, _LIVING, _PRESSED)
            .order_by(_SESSION.c.started_local_date)
            .limit(1)
        ).scalar()
        if day is not None:
            starts.append(ProtocolStart(ProtocolId(protocol), date.fromisoformat(day)))
    return tuple(sorted(starts, key=lambda start: (start.day, start.protocol)))


def pressed(connection: Connection, days: DayRange) -> tuple[Pressed, ...]:
    """Sum what was held in each session of some local days; one in which nothing was held is none."""
    held = func.sum(_HOLD.c.held_seconds)
    rows = connection.execute(
        select(_SESSION.c.started_local_date, _SESSION.c.protocol, held)
        .join(_HOLD, _HOLD.c.session_id == _SESSION.c.id)
        .where(_SESSION.c.started_local_date.between(days.first.isoformat(), days.last.isoformat()), _LIVING)
        .where(_HOLD.c.deleted_utc.is_(None), _HOLD.c.held_seconds > 0.0)
        .group_by(_SESSION.c.id)
        .order_by(_SESSION.c.started_utc, _SESSION.c.id)
    )
    return tuple(
        Pressed(date.fromisoformat(day), ProtocolId(protocol), float(seconds))
        for day, protocol, seconds in rows
    )


def pressure_limits(connection: Connection) -> tuple[PointPressure, ...]:
    """Return for each point that was ever too much one less than the lowest such pressure."""
    query = (
        select(_HOLD.c.point, func.min(_HOLD.c.felt_pressure))
        .join(_SESSION, _HOLD.c.session_id == _SESSION.c.id)
        .where(_HOLD.c.comfort == Comfort.TOO_MUCH.value, _HOLD.c.deleted_utc.is_(None), _LIVING)
        .group_by(_HOLD.c.point)
        .order_by(_HOLD.c.point)
    )
    return tuple(
        PointPressure(PointCode(point), one_softer(pressure)) for point, pressure in connection.execute(query)
    )


def counts(connection: Connection) -> JournalCounts:
    """Count living rows."""
    check_ins = connection.execute(
        select(
            func.count(), func.min(_CHECK_IN.c.moment_local_date), func.max(_CHECK_IN.c.moment_local_date)
        ).where(_CHECK_IN.c.deleted_utc.is_(None))
    ).one()
    sessions = connection.execute(
        select(
            func.count(), func.min(_SESSION.c.started_local_date), func.max(_SESSION.c.started_local_date)
        ).where(_LIVING)
    ).one()
    deleted = select(_SESSION.c.id).where(_SESSION.c.deleted_utc.is_not(None))
    holds = connection.execute(
        select(func.count())
        .select_from(_HOLD)
        .where(_HOLD.c.deleted_utc.is_(None), _HOLD.c.session_id.not_in(deleted))
    ).scalar_one()
    days = [date.fromisoformat(day) for day in (*check_ins[1:], *sessions[1:]) if day is not None]
    return JournalCounts(
        check_ins=check_ins[0],
        sessions=sessions[0],
        holds=holds,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
    )


def last_pain(connection: Connection) -> LastPain | None:
    """Return the strongest pain of the newest entry that has one."""
    told = (
        select(_PAIN.c.id)
        .where(_PAIN.c.check_in_id == _CHECK_IN.c.id, _PAIN.c.deleted_utc.is_(None))
        .exists()
    )
    # Two steps, so that SQLite walks the index of moments from its end and stops at the first entry.
    newest = connection.execute(
        select(_CHECK_IN.c.id, _CHECK_IN.c.moment_local_date)
        .where(_CHECK_IN.c.deleted_utc.is_(None), told)
        .order_by(_CHECK_IN.c.moment_utc.desc())
        .limit(1)
    ).first()
    if newest is None:
        return None
    intensity, region, side = connection.execute(
        select(_PAIN.c.intensity, _PAIN.c.region, _PAIN.c.side)
        .where(_PAIN.c.check_in_id == newest[0], _PAIN.c.deleted_utc.is_(None))
        .order_by(_PAIN.c.intensity.desc(), _PAIN.c.id)
        .limit(1)
    ).one()
    return LastPain(date.fromisoformat(newest[1]), intensity, RegionId(region), PainSide(side))


@dataclass(frozen=True, slots=True)
class DayPains:
    """One day at a glance: what its entries and before-ratings say about an area, and its sessions."""

    values: tuple[int, ...]
    sessions: int


def day_pains(connection: Connection, days: DayRange, area: Area) -> dict[date, DayPains]:
    """Return the days that have something, as ``trend_material`` would, without its moments and tags.

    Runs after every saved entry, so it reads four columns and builds nothing else.
    """
    first, last = days.first.isoformat(), days.last.isoformat()
    strongest: dict[tuple[str, str], int] = {}
    told = connection.execute(
        select(_CHECK_IN.c.moment_local_date, _CHECK_IN.c.id, _PAIN.c.region, _PAIN.c.intensity)
        .join(_PAIN, _PAIN.c.check_in_id == _CHECK_IN.c.id)
        .where(
            _CHECK_IN.c.moment_local_date.between(first, last),
            _CHECK_IN.c.deleted_utc.is_(None),
            _PAIN.c.deleted_utc.is_(None),
        )
    )
    for day, key, region, intensity in told.all():
        if area.holds_region(region):
            strongest[day, key] = max(intensity, strongest.get((day, key), 0))
    values: dict[str, list[int]] = defaultdict(list)
    for (day, _key), intensity in strongest.items():
        values[day].append(intensity)
    for day, region, rated in connection.execute(
        select(_RATING.c.moment_local_date, _SESSION.c.region, _RATING.c.value)
        .join(_SESSION, _RATING.c.session_id == _SESSION.c.id)
        .where(*_before(first, last))
    ).all():
        if area.holds_region(region):
            values[day].append(rated)
    marks = connection.execute(
        select(_SESSION.c.started_local_date, func.count())
        .where(_SESSION.c.started_local_date.between(first, last), _LIVING, _PRESSED)
        .group_by(_SESSION.c.started_local_date)
    )
    sessions: dict[str, int] = {day: count for day, count in marks.all()}  # noqa: C416 - a Row is no pair to mypy
    return {
        date.fromisoformat(day): DayPains(tuple(values.get(day, ())), sessions.get(day, 0))
        for day in {*values, *sessions}
    }


def trend_material(connection: Connection, days: DayRange) -> TrendMaterial:
    """Return what a trend over some local days is computed from, oldest first."""
    first, last = days.first.isoformat(), days.last.isoformat()
    check_ins, averages = _check_in_values(connection, first, last)
    before = _before_ratings(connection, first, last)
    marks = connection.execute(
        _moments(_SESSION, "started")
        .add_columns(_SESSION.c.protocol)
        .where(_SESSION.c.started_local_date.between(first, last), _LIVING, _PRESSED)
        .order_by(_SESSION.c.started_utc)
    )
    first_session = connection.execute(
        select(_SESSION.c.started_local_date)
        .where(_LIVING, _PRESSED)
        .order_by(_SESSION.c.started_local_date)
        .limit(1)
    ).scalar()
    entries = sorted([*check_ins, *before], key=lambda entry: entry.values[0].moment.utc)
    return TrendMaterial(
        entries=tuple(entries),
        averages=tuple(averages),
        sessions=tuple(SessionMark(_moment(row), ProtocolId(row[4])) for row in marks.all()),
        first_session=None if first_session is None else date.fromisoformat(first_session),
    )


def _check_in_values(
    connection: Connection, first: str, last: str
) -> tuple[list[EntryPains], list[DayAverage]]:
    rows = connection.execute(
        _moments(_CHECK_IN, "moment")
        .add_columns(
            _CHECK_IN.c.id,
            _CHECK_IN.c.tags,
            _CHECK_IN.c.pain_day_average,
            _PAIN.c.region,
            _PAIN.c.side,
            _PAIN.c.intensity,
        )
        .outerjoin(_PAIN, (_PAIN.c.check_in_id == _CHECK_IN.c.id) & _PAIN.c.deleted_utc.is_(None))
        .where(_CHECK_IN.c.moment_local_date.between(first, last), _CHECK_IN.c.deleted_utc.is_(None))
        .order_by(_CHECK_IN.c.moment_utc, _CHECK_IN.c.id, _PAIN.c.id)
    )
    values: dict[str, list[PainValue]] = defaultdict(list)
    tags: dict[str, str] = {}
    averages: dict[str, DayAverage] = {}
    moments: dict[str, Moment] = {}
    for row in rows.all():
        key, tag_text, average, region, side, intensity = row[4:]
        moment = moments.get(key)
        if moment is None:
            moment = moments[key] = _moment(row)
        if average is not None:
            averages[key] = DayAverage(moment, average)
        if intensity is not None:
            tags[key] = tag_text
            values[key].append(
                PainValue(moment, RegionId(region), PainSide(side), intensity, ValueSource.CHECK_IN)
            )
    entries = [EntryPains(tuple(found), _tags(tags[key])) for key, found in values.items()]
    return entries, list(averages.values())


def _before_ratings(connection: Connection, first: str, last: str) -> list[EntryPains]:
    rows = connection.execute(
        _moments(_RATING, "moment")
        .add_columns(_SESSION.c.region, _SESSION.c.side, _RATING.c.value)
        .join(_SESSION, _RATING.c.session_id == _SESSION.c.id)
        .where(*_before(first, last))
    )
    found = []
    for row in rows.all():
        region, side, value = row[4:]
        pain = PainValue(
            moment=_moment(row),
            region=None if region is None else RegionId(region),
            side=None if side is None else PainSide(side),
            intensity=value,
            source=ValueSource.BEFORE_SESSION,
        )
        found.append(EntryPains((pain,), ()))
    return found


def _before(first: str, last: str) -> tuple[ColumnElement[bool], ...]:
    """Pain ratings given before a session that still counts."""
    return (
        _RATING.c.moment_local_date.between(first, last),
        _RATING.c.measure == Measure.PAIN.value,
        _RATING.c.rating_time == RatingTime.BEFORE.value,
        _RATING.c.deleted_utc.is_(None),
        _LIVING,
    )


def _tags(text: str) -> tuple[ContextTag, ...]:
    return () if text == "[]" else tuple(ContextTag(tag) for tag in json.loads(text))


def _moments(table: Any, name: str) -> Select[Any]:  # noqa: ANN401 - SQLAlchemy's own column types
    return select(
        table.c[f"{name}_utc"],
        table.c[f"{name}_offset_minutes"],
        table.c[f"{name}_zone"],
        table.c[f"{name}_local_date"],
    )


def _moment(row: Sequence[Any]) -> Moment:
    return Moment(instant(row[0]), row[1], row[2], date.fromisoformat(row[3]))
