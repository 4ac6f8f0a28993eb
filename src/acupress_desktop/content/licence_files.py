"""Reads ``assets/licences.toml``: where everything that comes with the app is from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.toml_files import read_toml

_Text = Annotated[str, msgspec.Meta(min_length=1)]


class PartKind(Enum):
    """What a bundled part is."""

    APP = "app"
    OWN = "own"
    DRAWING = "drawing"
    FACTS = "facts"
    FONT = "font"
    PACKAGE = "package"


class _PartRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    name: _Text
    kind: PartKind
    licence: _Text
    what: _Text
    where: _Text
    files: tuple[str, ...] = ()
    changes: str = ""


class _LicencesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    parts: Annotated[tuple[_PartRow, ...], msgspec.Meta(min_length=1)]


@dataclass(frozen=True, slots=True)
class BundledPart:
    """One part: what for, from where, under which licence. ``files`` lie below the asset folder."""

    name: str
    kind: PartKind
    licence: str
    what: str
    where: str
    files: tuple[str, ...]
    changes: str


def read_bundle(root: Path) -> tuple[BundledPart, ...]:
    """Read all parts; raise ``ContentError`` for an unknown key or an empty field."""
    raw = read_toml(root / "licences.toml", _LicencesFile)
    return tuple(
        BundledPart(row.name, row.kind, row.licence, row.what, row.where, row.files, row.changes)
        for row in raw.parts
    )
