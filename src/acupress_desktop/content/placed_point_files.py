"""Reads ``assets/body_maps/points_<figure>.json``, the baked places of points on a figure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.placed_points import (
    FigurePoints,
    Pixel,
    PlacedLandmark,
    PlacedPoint,
    Sight,
    Vector,
)
from acupress_desktop.domain.sides import SiteSide

SCHEMA = 1


class _PointRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    code: str
    side: SiteSide
    region: str
    position_mm: Vector
    normal: Vector
    uncertainty_mm: Annotated[float, msgspec.Meta(gt=0, le=60)]
    uncertainty_measured: bool
    cun_mm: dict[str, float]
    shown: dict[str, tuple[float, float]]
    hidden: dict[str, tuple[float, float]] = {}


class _LandmarkRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: str
    side: SiteSide
    position_mm: Vector
    shown: dict[str, tuple[float, float]]
    hidden: dict[str, tuple[float, float]] = {}


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    schema: int
    figure: str
    points: tuple[_PointRow, ...]
    landmarks: tuple[_LandmarkRow, ...]


def read_figure_points(root: Path, figure: str) -> FigurePoints:
    """Read the baked points of ``figure_f`` or ``figure_m`` below the asset folder ``root``.

    Raises ``ContentError`` where the file is missing, damaged or of another schema.
    """
    path = root / "body_maps" / f"points_{figure}.json"
    try:
        raw = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentError(path, None, str(error)) from error
    if raw.schema != SCHEMA or raw.figure != figure:
        raise ContentError(path, 1, f"is not the points of {figure} in schema {SCHEMA}")
    return FigurePoints(
        figure,
        (
            PlacedPoint(
                code=PointCode(row.code),
                side=row.side,
                region=RegionId(row.region),
                position_mm=row.position_mm,
                normal=row.normal,
                uncertainty_mm=row.uncertainty_mm,
                uncertainty_measured=row.uncertainty_measured,
                cun_mm=row.cun_mm,
                pixels=_pixels(row),
            )
            for row in raw.points
        ),
        (PlacedLandmark(row.id, row.side, row.position_mm, _pixels(row)) for row in raw.landmarks),
    )


def _pixels(row: _PointRow | _LandmarkRow) -> dict[str, Pixel]:
    shown = {view: Pixel(x, y, Sight.SHOWN) for view, (x, y) in row.shown.items()}
    return shown | {view: Pixel(x, y, Sight.HIDDEN) for view, (x, y) in row.hidden.items()}
