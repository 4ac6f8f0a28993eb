"""Reads ``assets/atlas/pregnancy_lists.toml``: which list names which point."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.evidence_files import line_holding
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.pregnancy_lists import ListAbout, ListKind, PregnancyList, PregnancyLists

_Text = Annotated[str, msgspec.Meta(min_length=1)]


class _ListRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Text
    kind: ListKind
    about: ListAbout
    what: _Text
    points: tuple[str, ...]
    part_words: str = ""
    part: tuple[str, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    checked: date
    lists: tuple[_ListRow, ...]


def read_pregnancy_lists(root: Path, atlas: Atlas) -> PregnancyLists:
    """Read the lists below the asset folder ``root``.

    Raises ``ContentError`` for an unknown key, a point that does not exist, and a point that another number
    of lists names than the atlas says.
    """
    path = root / "atlas" / "pregnancy_lists.toml"
    raw = read_toml(path, _File)
    for row in raw.lists:
        for code in (*row.points, *row.part):
            if code not in atlas:
                raise ContentError(path, line_holding(path, f'"{code}"'), f"no point {code!r} in the atlas")
        if bool(row.part) is not bool(row.part_words):
            at = line_holding(path, f'"{row.id}"')
            raise ContentError(path, at, f"{row.id}: a part of the body has its points and its words")
    found = PregnancyLists((_list(row) for row in raw.lists), raw.checked)
    for point in atlas:
        count = len(found.naming(point.code))
        if count != point.pregnancy_named_by:
            at = line_holding(path, f'"{point.code}"')
            said = f"{count} lists name {point.code}, the atlas says {point.pregnancy_named_by}"
            raise ContentError(path, at, said)
    return found


def _list(row: _ListRow) -> PregnancyList:
    return PregnancyList(
        row.id,
        row.kind,
        row.about,
        row.what,
        frozenset(map(PointCode, row.points)),
        row.part_words,
        frozenset(map(PointCode, row.part)),
    )
