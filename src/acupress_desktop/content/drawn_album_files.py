"""Reads pictures of a body that this computer has drawn: a folder with a list of everything in it.

The folder's name says what the pictures show and from which data they were made, so that pictures of an
older body or of older data are never taken for new ones. Whatever is damaged is not used.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.album_wish import AlbumWish
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.own_body import OwnBody
from acupress_desktop.domain.region_plates import RegionPlates
from acupress_desktop.domain.regions import RegionMap

DRAWING_VERSION = 1
"""Counts up whenever the same data would give other pictures."""
OWN_FIGURE = "own"
LIST_FILE = "files.json"
SCHEMA = 1
_MADE_FROM = (
    "body_maps/body_lod0.npz",
    "body_maps/shape_basis.npz",
    "body_maps/figure_look.npz",
    "body_maps/landmarks.jsonl",
    "body_maps/region_faces.npz",
    "body_maps/views.json",
    "atlas/points.jsonl",
)
_NAME_LENGTH = 24


class _List(msgspec.Struct, frozen=True):
    schema: int
    files: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class DrawnAlbum:
    """Pictures of a wish. ``plates`` are ``None`` where those of the baked figure fit."""

    wish: AlbumWish
    folder: Path
    album: BodyAlbum
    plates: RegionPlates | None


def drawn_album_name(assets: Path, wish: AlbumWish) -> str:
    """Return the name of the folder that holds the pictures of ``wish``, made from the data in ``assets``.

    Raises ``ContentError`` where a file that they depend on cannot be read.
    """
    made_from = hashlib.sha256(f"{DRAWING_VERSION} {wish!r}".encode())
    for name in _MADE_FROM:
        try:
            made_from.update((assets / name).read_bytes())
        except OSError as error:
            raise ContentError(assets / name, None, f"cannot be read: {error}") from error
    return made_from.hexdigest()[:_NAME_LENGTH]


def read_drawn_album(folder: Path, wish: AlbumWish, baked: BodyAlbum, regions: RegionMap) -> DrawnAlbum:
    """Read the pictures in ``folder``; ``baked`` is the album of the figure whose places they share.

    Raises ``ContentError`` where a file is missing or not as it was written.
    """
    names = _checked_names(folder)
    if isinstance(wish.who, OwnBody):
        plates = read_region_plates(folder, OWN_FIGURE, regions)
        return DrawnAlbum(wish, folder, read_album(folder, OWN_FIGURE), plates)
    pictures = {
        view: replace(picture, file=folder / picture_name(view))
        for view, picture in baked.pictures.items()
        if picture_name(view) in names
    }
    if len(pictures) != len(baked.pictures):
        raise ContentError(folder, None, "does not hold every picture")
    return DrawnAlbum(wish, folder, BodyAlbum(baked.figure, pictures, baked.points), None)


def picture_name(view: str) -> str:
    """Return where the picture of a view lies below the folder."""
    return f"body_maps/views/{view}.webp"


def written_list(folder: Path) -> bytes:
    """Return the list of everything below ``folder``."""
    return msgspec.json.encode(
        _List(
            SCHEMA,
            {
                path.relative_to(folder).as_posix(): _sum(path)
                for path in sorted(folder.rglob("*"))
                if path.is_file() and path.name != LIST_FILE
            },
        )
    )


def _checked_names(folder: Path) -> frozenset[str]:
    path = folder / LIST_FILE
    try:
        listed = msgspec.json.decode(path.read_bytes(), type=_List)
        if listed.schema != SCHEMA:
            raise ContentError(path, None, f"schema is not {SCHEMA}")
        for name, expected in listed.files.items():
            if ".." in Path(name).parts or Path(name).is_absolute() or _sum(folder / name) != expected:
                raise ContentError(folder / name, None, "is not as it was written")
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ContentError(path, None, str(error)) from error
    return frozenset(listed.files)


def _sum(path: Path) -> tuple[int, int]:
    content = path.read_bytes()
    return len(content), zlib.crc32(content)
