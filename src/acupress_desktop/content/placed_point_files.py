"""Reads ``assets/body_maps/points_<figure>.json``, the baked places of points on a figure."""

from __future__ import annotations

from collections.abc import Mapping
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


class _AlternativeRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    position_mm: Vector
    shown: dict[str, tuple[float, float]]
    hidden: dict[str, tuple[float, float]] = {}


class _PointRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
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
    alternative: _AlternativeRow | None = None


class _LandmarkRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
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
                alternative_mm=None if row.alternative is None else row.alternative.position_mm,
                alternative_pixels={} if row.alternative is None else _pixels(row.alternative),
            )
            for row in raw.points
        ),
        (PlacedLandmark(row.id, row.side, row.position_mm, _pixels(row)) for row in raw.landmarks),
    )


def written_points(points: FigurePoints) -> bytes:
    """Return the file that `read_figure_points` reads: one point or landmark a line."""
    rows = b",\n".join(_line(_point_row(point)) for point in points.points)
    marks = b",\n".join(_line(_landmark_row(landmark)) for landmark in points.landmarks)
    head = b'{\n"schema": %d,\n"figure": %s,\n' % (SCHEMA, msgspec.json.encode(points.figure))
    return head + b'"points": [\n' + rows + b'\n],\n"landmarks": [\n' + marks + b"\n]\n}\n"


def _line(row: _PointRow | _LandmarkRow) -> bytes:
    return msgspec.json.encode(row)


def _point_row(point: PlacedPoint) -> _PointRow:
    alternative = None
    if point.alternative_mm is not None:
        alternative = _AlternativeRow(
            point.alternative_mm,
            _places(point.alternative_pixels, Sight.SHOWN),
            _places(point.alternative_pixels, Sight.HIDDEN),
        )
    return _PointRow(
        code=point.code,
        side=point.side,
        region=point.region,
        position_mm=point.position_mm,
        normal=point.normal,
        uncertainty_mm=point.uncertainty_mm,
        uncertainty_measured=point.uncertainty_measured,
        cun_mm=dict(point.cun_mm),
        shown=_places(point.pixels, Sight.SHOWN),
        hidden=_places(point.pixels, Sight.HIDDEN),
        alternative=alternative,
    )


def _landmark_row(landmark: PlacedLandmark) -> _LandmarkRow:
    return _LandmarkRow(
        landmark.id,
        landmark.side,
        landmark.position_mm,
        _places(landmark.pixels, Sight.SHOWN),
        _places(landmark.pixels, Sight.HIDDEN),
    )


def _places(pixels: Mapping[str, Pixel], sight: Sight) -> dict[str, tuple[float, float]]:
    return {view: (pixel.x_px, pixel.y_px) for view, pixel in pixels.items() if pixel.sight is sight}


def _pixels(row: _PointRow | _LandmarkRow | _AlternativeRow) -> dict[str, Pixel]:
    shown = {view: Pixel(x, y, Sight.SHOWN) for view, (x, y) in row.shown.items()}
    return shown | {view: Pixel(x, y, Sight.HIDDEN) for view, (x, y) in row.hidden.items()}
