"""Reads ``assets/body_maps/regions.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain import regions
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import PointCode, RegionId

_Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z-]*$")]
_Code = Annotated[str, msgspec.Meta(pattern=r"^AR-\d{3}$")]
_Text = Annotated[str, msgspec.Meta(min_length=1)]


class _AreaRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    title: _Text
    export_code: _Code


class _RegionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    title: _Text
    parent: _Id
    sides: regions.RegionSides
    export_code: _Code
    also_points: tuple[str, ...] = ()


class _UnionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    title: _Text
    members: tuple[_Id, ...]
    also_points: tuple[str, ...] = ()


class _RegionsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    areas: tuple[_AreaRow, ...]
    regions: tuple[_RegionRow, ...]
    unions: tuple[_UnionRow, ...]


def read_regions(root: Path, atlas: Atlas) -> regions.RegionMap:
    """Read the regions and bind them to the points of the atlas.

    Raises ``ContentError`` for an id or export code that occurs twice, a parent, member or
    point that does not exist, and a point of the atlas without a region.
    """
    path = root / "body_maps" / "regions.toml"
    raw = read_toml(path, _RegionsFile)
    _refuse_twice(path, _ids(raw))
    _refuse_twice(path, [row.export_code for row in raw.areas] + [row.export_code for row in raw.regions])
    for codes in [row.also_points for row in raw.regions] + [row.also_points for row in raw.unions]:
        for code in codes:
            if code not in atlas:
                raise ContentError(path, _line_of(path, code), f"no point {code!r}")
    try:
        return regions.RegionMap(
            (regions.Area(RegionId(row.id), row.title, row.export_code) for row in raw.areas),
            (
                regions.Region(
                    RegionId(row.id),
                    row.title,
                    RegionId(row.parent),
                    row.sides,
                    row.export_code,
                    _codes(row.also_points),
                )
                for row in raw.regions
            ),
            (
                regions.RegionUnion(
                    RegionId(row.id),
                    row.title,
                    tuple(RegionId(member) for member in row.members),
                    _codes(row.also_points),
                )
                for row in raw.unions
            ),
            {point.code: point.region for point in atlas},
        )
    except regions.UnknownRegion as error:
        raise ContentError(path, _line_of(path, error.region), str(error)) from error


def _ids(raw: _RegionsFile) -> list[str]:
    leaves = [row.id for row in raw.regions]
    return [row.id for row in raw.areas] + leaves + [row.id for row in raw.unions]


def _codes(codes: Iterable[str]) -> tuple[PointCode, ...]:
    return tuple(PointCode(code) for code in codes)


def _refuse_twice(path: Path, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ContentError(path, _line_of(path, name), f"{name!r} occurs twice")
        seen.add(name)


def _line_of(path: Path, name: str) -> int | None:
    found = [
        number
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if f'"{name}"' in line
    ]
    return found[-1] if found else None
