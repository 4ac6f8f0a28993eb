"""The small file that the first paint reads before the journal is open. Standard library only.

It can always be made again from the journal: it is written without waiting for the disk, and anything odd
in it means that there is none.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId
from acupress_desktop.domain.ports import Glance, GlanceDay, LastPain, NextSet, SitePress
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.storage.files import write_lightly

GLANCE_SCHEMA = 1
GLANCE_DAYS = 14
_BYTES_MAX = 64_000


def read_glance(path: Path, today: date) -> Glance | None:
    """Return what the file says, its days moved so that the last is ``today``.

    ``None`` where it is missing, unreadable, of another schema, from the future or older than its 14 days:
    then the home page starts neutral.
    """
    try:
        with path.open("rb") as stream:
            content = json.loads(stream.read(_BYTES_MAX))
        glance = _glance(content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    age_days = (today - glance.written).days
    if glance.schema != GLANCE_SCHEMA or not 0 <= age_days < GLANCE_DAYS:
        return None
    known = {each.day: each for each in glance.days}
    days = tuple(known.get(day, GlanceDay(day, None, 0)) for day in glance_window(today))
    return Glance(glance.schema, glance.written, glance.next_set, days, glance.last_pain)


def glance_window(today: date) -> tuple[date, ...]:
    """Return the 14 days that end with ``today``, oldest first."""
    return tuple(today - timedelta(days=back) for back in range(GLANCE_DAYS - 1, -1, -1))


def write_glance(path: Path, glance: Glance) -> None:
    """Replace the file; raises ``OSError``."""
    write_lightly(path, json.dumps(_plain(glance), ensure_ascii=False).encode())


def forget_glance(path: Path) -> None:
    """Remove the file: a locked or refused journal shows nothing at the first paint."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _plain(glance: Glance) -> dict[str, object]:
    next_set = glance.next_set
    last = glance.last_pain
    return {
        "schema": glance.schema,
        "written": glance.written.isoformat(),
        "next_set": None
        if next_set is None
        else {
            "protocol": next_set.protocol,
            "title": next_set.title,
            "minutes": next_set.minutes,
            "sites": [[site.point, site.side.value] for site in next_set.sites],
            "regions": list(next_set.regions),
        },
        "days": [[each.day.isoformat(), each.value, each.sessions] for each in glance.days],
        "last_pain": None
        if last is None
        else [last.day.isoformat(), last.intensity, last.region, last.side.value],
    }


def _glance(content: Mapping[str, object]) -> Glance:
    days = content["days"]
    if not isinstance(days, list):
        raise TypeError
    return Glance(
        schema=_whole(content["schema"]),
        written=date.fromisoformat(_text(content["written"])),
        next_set=_next_set(content["next_set"]),
        days=tuple(
            GlanceDay(date.fromisoformat(_text(day)), _value(value), _whole(sessions))
            for day, value, sessions in days
        ),
        last_pain=_last_pain(content["last_pain"]),
    )


def _next_set(content: object) -> NextSet | None:
    if content is None:
        return None
    if not isinstance(content, dict):
        raise TypeError
    return NextSet(
        protocol=ProtocolId(_text(content["protocol"])),
        title=_text(content["title"]),
        minutes=_whole(content["minutes"]),
        sites=tuple(SitePress(PointCode(_text(code)), SiteSide(side)) for code, side in content["sites"]),
        regions=tuple(RegionId(_text(region)) for region in content["regions"]),
    )


def _last_pain(content: object) -> LastPain | None:
    if content is None:
        return None
    if not isinstance(content, list):
        raise TypeError
    day, intensity, region, side = content
    return LastPain(
        day=date.fromisoformat(_text(day)),
        intensity=int(_value(intensity) or 0),
        region=RegionId(_text(region)),
        side=PainSide(side),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _value(value: object) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10:
        raise ValueError
    return float(value)
