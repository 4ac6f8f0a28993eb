"""Reads ``assets/safety/watch.toml``: the rows of the watch over a journal, and their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.ids import RuleId, SourceId
from acupress_desktop.domain.safety.outcome import Urgency
from acupress_desktop.domain.safety.watch import WATCH_RULES
from acupress_desktop.domain.safety.watch_rows import WatchBook, WatchRow

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
_RowId = Annotated[str, msgspec.Meta(pattern=r"^W\d{2}[a-z]?$")]


class _Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _RowId
    sources: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    title: _Text
    message: _Text
    urgency: Urgency | None = None
    from_memory: _Text | None = None
    reason: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class WatchContent:
    """The rows, and their English sentences by message id."""

    book: WatchBook
    texts: dict[str, str]


def read_watch(folder: Path, sources: frozenset[str]) -> WatchContent:
    """Read the rows in ``folder``; raise ``ContentError`` unless they are the watch's, each once."""
    file = folder / "watch.toml"
    rows = read_toml(file, _File).rows
    ids = tuple(RuleId(row.id) for row in rows)
    if ids != WATCH_RULES:
        raise ContentError(file, None, f"needs the rows {', '.join(WATCH_RULES)}, in this order")
    for row in rows:
        for source in row.sources:
            if source not in sources:
                raise ContentError(file, None, f"{row.id}: no source {source!r}")
    book = WatchBook(
        WatchRow(
            RuleId(row.id),
            row.urgency,
            tuple(SourceId(source) for source in row.sources),
            row.from_memory,
        )
        for row in rows
    )
    return WatchContent(book, dict(_texts(rows)))


def _texts(rows: tuple[_Row, ...]) -> Iterator[tuple[str, str]]:
    for row in rows:
        yield f"safety.rule.{row.id}", row.message
        yield f"safety.rule.{row.id}.title", row.title
        yield f"safety.rule.{row.id}.reason", row.reason
