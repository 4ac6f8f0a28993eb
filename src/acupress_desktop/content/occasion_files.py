"""Reads ``assets/protocols/occasions.toml``: shorter and softer ways through the sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.evidence_files import line_holding
from acupress_desktop.content.protocol_files import OCCASIONS_FILE
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import OccasionId, PointCode, ProtocolId
from acupress_desktop.domain.occasions import LOW_ENERGY, Occasion, Place, Room, Voice
from acupress_desktop.domain.protocols import (
    FELT_PRESSURE_MAX,
    FELT_PRESSURE_MIN,
    HOLD_SECONDS_MAX,
    HOLD_SECONDS_MIN,
    Protocol,
)

_Text = Annotated[str, msgspec.Meta(min_length=1)]
_Code = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,2}(-[A-Z]+)?\d*$")]
_Set = Annotated[str, msgspec.Meta(pattern=r"^P\d{2}$")]
_Breath = Annotated[float, msgspec.Meta(ge=1, le=12)]


class _PatternRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    in_seconds: _Breath
    out_seconds: _Breath


class _OccasionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^[a-z]+(_[a-z]+)*$")]
    title: _Text
    purpose: _Text
    points_max: Annotated[int, msgspec.Meta(ge=1, le=10)]
    hold_seconds_max: Annotated[int, msgspec.Meta(ge=HOLD_SECONDS_MIN, le=HOLD_SECONDS_MAX)]
    felt_pressure_max: Annotated[int, msgspec.Meta(ge=FELT_PRESSURE_MIN, le=FELT_PRESSURE_MAX)]
    advice: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=1)]
    tested: _Text
    ours: _Text
    protocols: tuple[_Set, ...] = ()
    points: tuple[_Code, ...] = ()
    voice: Voice = Voice.AS_SET
    room: Room = Room.AS_SET
    place: Place = Place.ANYWHERE
    pattern: _PatternRow | None = None


class _OccasionFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    occasions: Annotated[tuple[_OccasionRow, ...], msgspec.Meta(min_length=1)]


def read_occasions(root: Path, protocols: tuple[Protocol, ...]) -> tuple[Occasion, ...]:
    """Read the occasions below the asset folder ``root``, in the order of the file.

    Raises ``ContentError``, naming file and line, for an unknown key or impossible value, an id that occurs
    twice, a set that does not exist or is not offered, a point that a named set has not, and a pattern that
    untrained people do not tolerate.
    """
    path = root / "protocols" / OCCASIONS_FILE
    raw = read_toml(path, _OccasionFile)
    by_id = {str(protocol.id): protocol for protocol in protocols}
    seen: set[str] = set()
    for number, row in enumerate(raw.occasions):
        if row.id in seen:
            raise ContentError(path, _line_in_row(path, number, "id"), f"{row.id} occurs twice")
        seen.add(row.id)
        for key, problem in _problems(row, by_id):
            raise ContentError(path, _line_in_row(path, number, key), f"{row.id}: {problem}")
    if LOW_ENERGY not in seen:
        raise ContentError(path, line_holding(path, "[[occasions]]"), f"there is no {LOW_ENERGY}")
    return tuple(_occasion(row) for row in raw.occasions)


def _problems(row: _OccasionRow, by_id: Mapping[str, Protocol]) -> Iterator[tuple[str, str]]:
    for name in row.protocols:
        if name not in by_id:
            yield "protocols", f"no set {name!r}"
        elif not by_id[name].offered:
            yield "protocols", f"{name} is not offered"
        elif row.points and not {step.point for step in by_id[name].steps} & set(row.points):
            yield "points", f"{name} has none of these points"
    if row.points:
        if not row.protocols:
            yield "points", "points need the sets that have them: name them in protocols"
        for point in row.points:
            if not any(point == step.point for name in row.protocols for step in by_id[name].steps):
                yield "points", f"none of the sets has {point}"
            if row.points.count(point) > 1:
                yield "points", f"{point} occurs twice"
    if row.pattern is not None:
        try:
            BreathPattern(row.pattern.in_seconds, row.pattern.out_seconds)
        except ValueError as error:
            yield "pattern", str(error)


def _line_in_row(path: Path, number: int, key: str) -> int | None:
    """Return the 1-based line of ``key`` in the ``number``-th ``[[occasions]]`` of the file."""
    row = -1
    for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() == "[[occasions]]":
            row += 1
        if row == number and line.lstrip().startswith((f"{key} ", f"{key}=")):
            return at
    return None


def _occasion(row: _OccasionRow) -> Occasion:
    pattern = row.pattern
    return Occasion(
        id=OccasionId(row.id),
        title=row.title,
        purpose=row.purpose,
        protocols=tuple(ProtocolId(name) for name in row.protocols),
        points=tuple(PointCode(code) for code in row.points),
        points_max=row.points_max,
        hold_seconds_max=row.hold_seconds_max,
        felt_pressure_max=row.felt_pressure_max,
        voice=row.voice,
        room=row.room,
        pattern=None if pattern is None else BreathPattern(pattern.in_seconds, pattern.out_seconds),
        place=row.place,
        advice=row.advice,
        tested=row.tested,
        ours=row.ours,
    )
