"""Reads ``assets/safety/near_points.json``: which sites lie close to each region, along the skin."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.places import BakedDistances, NearPoints, NoDistances, Site
from acupress_desktop.domain.sides import SiteSide

_SiteText = Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z0-9-]* (left|right|midline)$")]


class _RegionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    within_50_mm: tuple[_SiteText, ...]
    within_100_mm: tuple[_SiteText, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    schema: Literal[1]
    about: str
    regions: dict[str, _RegionRow]


def read_near_points(root: Path, atlas: Atlas, regions: RegionMap) -> NearPoints:
    """Read the measured distances below the asset folder ``root``.

    Raises ``ContentError`` for unknown keys, regions, points or sides, and for a region that has fewer
    points within 10 cm than within 5. Regions without points on the skin keep the careful guess.
    """
    path = root / "safety" / "near_points.json"
    try:
        raw = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise ContentError(path, None, str(error)) from error
    left: dict[RegionId, dict[int, frozenset[Site]]] = {}
    for name, row in raw.regions.items():
        region = RegionId(name)
        if region not in regions:
            raise ContentError(path, None, f"no region {name!r}")
        left[region] = {
            50: frozenset(_site(path, atlas, text) for text in row.within_50_mm),
            100: frozenset(_site(path, atlas, text) for text in row.within_100_mm),
        }
        if not left[region][50] <= left[region][100]:
            raise ContentError(path, None, f"{name}: what is near is missing from what is farther")
    return BakedDistances(left, regions, NoDistances(regions, atlas))


def _site(path: Path, atlas: Atlas, text: str) -> Site:
    code, side = text.split(" ")
    if code not in atlas:
        raise ContentError(path, None, f"no point {code!r}")
    site = SiteSide(side)
    if site not in atlas[PointCode(code)].sites:
        raise ContentError(path, None, f"{code} has no {side} site")
    return PointCode(code), site
