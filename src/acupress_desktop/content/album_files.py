"""Reads ``assets/body_maps/views.json`` and the baked points of a figure into one album."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.placed_point_files import read_figure_points
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.body_album import BodyAlbum, Picture, PictureKind, PictureSide

SCHEMA = 1


class _CameraRow(msgspec.Struct, frozen=True):
    px_per_mm: Annotated[float, msgspec.Meta(gt=0)]


class _ViewRow(msgspec.Struct, frozen=True):
    id: str
    file: str
    svg: str
    kind: PictureKind
    side: PictureSide
    size_px: tuple[int, int]
    camera: _CameraRow
    evening: str | None = None


class _FigureRow(msgspec.Struct, frozen=True):
    views: tuple[_ViewRow, ...]


class _ViewsFile(msgspec.Struct, frozen=True):
    schema: int
    scale: int
    figures: dict[str, _FigureRow]


def read_album(root: Path, figure: str) -> BodyAlbum:
    """Read the pictures and points of ``figure_f`` or ``figure_m`` below the asset folder ``root``.

    Raises ``ContentError`` where a file is missing, damaged, of another schema or without the figure.
    """
    path = root / "body_maps" / "views.json"
    raw = _views_of(path)
    if raw.schema != SCHEMA or figure not in raw.figures:
        raise ContentError(path, None, f"has no {figure} in schema {SCHEMA}")
    pictures = {
        row.id: Picture(
            id=row.id,
            file=path.parent / row.file,
            outline=path.parent / row.svg if row.svg else None,
            kind=row.kind,
            side=row.side,
            size_px=row.size_px,
            scale=raw.scale,
            px_per_mm=row.camera.px_per_mm,
            evening=path.parent / row.evening if row.evening else None,
        )
        for row in raw.figures[figure].views
    }
    return BodyAlbum(figure, pictures, read_figure_points(root, figure))


def read_view_names(root: Path) -> frozenset[str]:
    """Return the names of the pictures that every figure has; raises ``ContentError`` as ``read_album``."""
    figures = _views_of(root / "body_maps" / "views.json").figures.values()
    return frozenset.intersection(*(frozenset(row.id for row in figure.views) for figure in figures))


def _views_of(path: Path) -> _ViewsFile:
    try:
        return msgspec.json.decode(path.read_bytes(), type=_ViewsFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentError(path, None, str(error)) from error
