"""Reads ``assets/atlas/search_words.toml``: what people type for a part of the body or a complaint."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.evidence_files import line_holding
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.ids import ComplaintId, RegionId
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.search_topics import EverydayWords

_Words = Annotated[tuple[Annotated[str, msgspec.Meta(min_length=1)], ...], msgspec.Meta(min_length=1)]
_Names = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class _PlaceRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    words: _Words
    regions: _Names


class _ComplaintRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    words: _Words
    complaints: _Names


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    places: tuple[_PlaceRow, ...]
    complaints: tuple[_ComplaintRow, ...]


def read_search_words(
    root: Path, regions: RegionMap, protocols: Iterable[Protocol]
) -> tuple[EverydayWords, ...]:
    """Read the words below the asset folder ``root``.

    Raises ``ContentError`` for an unknown key, a region that does not exist and a complaint without a set.
    """
    path = root / "atlas" / "search_words.toml"
    raw = read_toml(path, _File)
    known = {protocol.complaint for protocol in protocols}
    for place in raw.places:
        for region in place.regions:
            if region not in regions:
                raise ContentError(path, line_holding(path, f'"{region}"'), f"no region {region!r}")
    for row in raw.complaints:
        for complaint in row.complaints:
            if complaint not in known:
                raise ContentError(path, line_holding(path, f'"{complaint}"'), f"no set for {complaint!r}")
    return (
        *(EverydayWords(row.words, regions=tuple(map(RegionId, row.regions))) for row in raw.places),
        *(
            EverydayWords(row.words, complaints=tuple(map(ComplaintId, row.complaints)))
            for row in raw.complaints
        ),
    )
