"""Finds the index pictures of the body regions and reads what their values mean; needs numpy."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.region_plates import RegionPlates
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.sides import SiteSide

SCHEMA = 1


class _ViewRow(msgspec.Struct, frozen=True):
    id: str
    regions: str


class _FigureRow(msgspec.Struct, frozen=True):
    views: tuple[_ViewRow, ...]


class _ViewsFile(msgspec.Struct, frozen=True):
    schema: int
    figures: dict[str, _FigureRow]


def read_region_plates(root: Path, figure: str, regions: RegionMap) -> RegionPlates:
    """Read the plates of ``figure_f`` or ``figure_m`` below the asset folder ``root``.

    Raises ``ContentError`` for a missing or damaged file, an unknown figure, region or side.
    """
    folder = root / "body_maps"
    path = folder / "views.json"
    try:
        raw = msgspec.json.decode(path.read_bytes(), type=_ViewsFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentError(path, None, str(error)) from error
    if raw.schema != SCHEMA or figure not in raw.figures:
        raise ContentError(path, None, f"has no {figure} in schema {SCHEMA}")
    files = {view.id: folder / view.regions for view in raw.figures[figure].views}
    return RegionPlates(figure, files, _legend(folder / "region_faces.npz", regions))


def _legend(path: Path, regions: RegionMap) -> dict[int, RegionSelection]:
    """Value n + 1 of a plate is row n of the table."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            names, sides = stored["regions"].tolist(), stored["sides"].tolist()
        legend = {
            value: RegionSelection(RegionId(name), SiteSide(side))
            for value, (name, side) in enumerate(zip(names, sides, strict=True), 1)
        }
    except (OSError, ValueError, KeyError) as error:
        raise ContentError(path, None, str(error)) from error
    for place in legend.values():
        if place.region not in regions:
            raise ContentError(path, None, f"no region {place.region!r}")
    return legend
