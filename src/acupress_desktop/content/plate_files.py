"""Finds the index pictures of the body regions and reads what their values mean.

Without numpy: the home page needs two lists of words, and would hold 17 MB for them.
"""

from __future__ import annotations

import ast
import re
import struct
import zipfile
from pathlib import Path

import msgspec

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
        with zipfile.ZipFile(path) as stored:
            names, sides = (_words(stored.read(f"{table}.npy")) for table in ("regions", "sides"))
        legend = {
            value: RegionSelection(RegionId(name), SiteSide(side))
            for value, (name, side) in enumerate(zip(names, sides, strict=True), 1)
        }
    except (OSError, ValueError, KeyError, SyntaxError, struct.error, zipfile.BadZipFile) as error:
        raise ContentError(path, None, str(error)) from error
    for place in legend.values():
        if place.region not in regions:
            raise ContentError(path, None, f"no region {place.region!r}")
    return legend


def _words(stored: bytes) -> tuple[str, ...]:
    """Read a one-dimensional table of words in numpy's own format (NEP 1, version 1.0, ``<U`` cells)."""
    (length,) = struct.unpack_from("<H", stored, 8)
    head = ast.literal_eval(stored[10 : 10 + length].decode("latin-1"))
    cell = re.fullmatch(r"<U(\d+)", head["descr"])
    if not stored.startswith(b"\x93NUMPY\x01\x00") or cell is None or len(head["shape"]) != 1:
        raise ValueError("holds no table of words")
    size, begin = 4 * int(cell[1]), 10 + length
    cells = [stored[at : at + size] for at in range(begin, begin + size * head["shape"][0], size)]
    return tuple(each.decode("utf-32-le").rstrip("\0") for each in cells)
