"""Reads ``assets/learn``: the pages to read, one TOML file each, and the sources that they name.

Nothing else stands on these files, so a damaged one shuts the pages alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from acupress_desktop.content.evidence_files import line_holding
from acupress_desktop.content.evidence_rows import SourcesFile, Text, source_of
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.articles import (
    Article,
    ArticleBook,
    ArticleGroup,
    ArticleId,
    Block,
    ChecklistBlock,
    ClaimBlock,
    HeadingBlock,
    LinkBlock,
    LinkKind,
    LinkTarget,
    ListBlock,
    PictureBlock,
    PossibleBlock,
    Prints,
    StepsBlock,
    StoryBlock,
    TextBlock,
    TraditionBlock,
)
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.ids import PointCode, SourceId

_Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
_Items = Annotated[tuple[Text, ...], msgspec.Meta(min_length=1)]
_MARKUP = ("<", "**", "](", "{", "}")
"""Signs of markup: texts are shown as they are written."""


class _TextRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="text"):
    text: Text


class _HeadingRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="heading"):
    text: Text


class _ListRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="list"):
    items: _Items


class _StepsRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="steps"):
    items: _Items


class _ClaimRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="claim"):
    said: Text
    found: Text


class _PossibleRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="possible"):
    text: Text


class _TraditionRow(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="tradition"
):
    text: Text


class _StoryRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="story"):
    title: Text
    text: Text


class _ChecklistRow(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="checklist"
):
    heading: Text
    items: _Items


class _PictureRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="picture"):
    view: Text
    caption: Text
    alt: Text
    points: tuple[Text, ...] = ()


class _LinkRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True, tag_field="kind", tag="link"):
    to: Text
    text: Text


_BlockRow = (
    _TextRow
    | _HeadingRow
    | _ListRow
    | _StepsRow
    | _ClaimRow
    | _PossibleRow
    | _TraditionRow
    | _StoryRow
    | _ChecklistRow
    | _PictureRow
    | _LinkRow
)


class _PageFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    title: Text
    group: ArticleGroup
    summary: Text
    sources: tuple[Text, ...]
    blocks: Annotated[tuple[_BlockRow, ...], msgspec.Meta(min_length=1)]
    related: tuple[_Id, ...] = ()
    prints: Literal["none", "checklist", "hand_out"] = "none"


@dataclass(frozen=True, slots=True)
class LinkedPlaces:
    """What pages may show and lead to: points, complaints, pictures of the body, sections of the help."""

    atlas: Atlas
    complaints: Collection[str]
    views: Collection[str]
    help_sections: Collection[str]


def read_articles(root: Path, places: LinkedPlaces) -> ArticleBook:
    """Read everything below ``learn`` of the asset folder ``root``, pages in the order of their file names.

    Raises ``ContentError``, naming file and line, for an unknown key or kind, an id that occurs twice, a
    source that is not listed, markup, and a picture or link that leads nowhere.
    """
    folder = root / "learn"
    sources = _sources(folder / "sources.toml")
    files: dict[ArticleId, Path] = {}
    articles: list[Article] = []
    for path in sorted((folder / "pages").glob("*.toml")):
        article = _article(read_toml(path, _PageFile), path)
        if article.id in files:
            _refuse(path, "id =", f"{article.id} is the id of {files[article.id].name} too")
        files[article.id] = path
        articles.append(article)
    if not articles:
        raise ContentError(folder / "pages", None, "holds no pages")
    for article in articles:
        _check(article, files, sources, places)
    return ArticleBook(tuple(articles), sources)


def _sources(path: Path) -> dict[SourceId, Source]:
    found: dict[SourceId, Source] = {}
    for row in read_toml(path, SourcesFile).sources:
        if SourceId(row.id) in found:
            raise ContentError(path, line_holding(path, f'id = "{row.id}"'), f"{row.id} occurs twice")
        found[SourceId(row.id)] = source_of(row)
    return found


def _refuse(path: Path, text: str, what: str, after: str = "") -> None:
    raise ContentError(path, line_holding(path, text, after), what)


def _check(
    article: Article,
    files: Mapping[ArticleId, Path],
    sources: Collection[SourceId],
    places: LinkedPlaces,
) -> None:
    path = files[article.id]
    for source in article.sources:
        if source not in sources:
            _refuse(path, f'"{source}"', f"no source {source!r}")
    for name in article.related:
        if name not in files or name == article.id:
            _refuse(path, f'"{name}"', f"no other page {name!r}", after="related")
    for text in article.texts():
        sign = next((sign for sign in _MARKUP if sign in text), "")
        if sign:
            _refuse(path, sign, f"{sign!r} looks like markup, and texts are shown as they are written")
    for problem, at in _lost(article, files, places):
        _refuse(path, at, problem)


def _lost(article: Article, files: Collection[ArticleId], places: LinkedPlaces) -> Iterator[tuple[str, str]]:
    """Return what leads nowhere, each with the text by which its line is found."""
    for block in article.blocks:
        if isinstance(block, PictureBlock):
            if block.view not in places.views:
                yield f"no picture {block.view!r}", f'view = "{block.view}"'
            for code in block.points:
                if code not in places.atlas:
                    yield f"no point {code!r}", f'"{code}"'
        if isinstance(block, LinkBlock) and not _leads_somewhere(block.to, files, places):
            written = f"{block.to.kind.value}:{block.to.name}" if block.to.name else block.to.kind.value
            yield f"{written!r} leads nowhere", f'to = "{written}'


def _leads_somewhere(to: LinkTarget, files: Collection[ArticleId], places: LinkedPlaces) -> bool:
    match to.kind:
        case LinkKind.POINT:
            return to.name in places.atlas
        case LinkKind.COMPLAINT:
            return to.name in places.complaints
        case LinkKind.EVIDENCE:
            return not to.name or to.name in places.complaints or to.name in places.atlas
        case LinkKind.HELP:
            return not to.name or to.name in places.help_sections
        case LinkKind.ARTICLE:
            return to.name in files
        case LinkKind.PRESSURE:
            return not to.name


def _article(raw: _PageFile, path: Path) -> Article:
    return Article(
        id=ArticleId(raw.id),
        title=raw.title,
        group=raw.group,
        summary=raw.summary,
        sources=tuple(SourceId(name) for name in raw.sources),
        related=tuple(ArticleId(name) for name in raw.related),
        prints=Prints(raw.prints),
        blocks=tuple(_block(row, path) for row in raw.blocks),
    )


def _block(row: _BlockRow, path: Path) -> Block:
    match row:
        case _TextRow():
            return TextBlock(row.text)
        case _HeadingRow():
            return HeadingBlock(row.text)
        case _ListRow():
            return ListBlock(row.items)
        case _StepsRow():
            return StepsBlock(row.items)
        case _ClaimRow():
            return ClaimBlock(row.said, row.found)
        case _PossibleRow():
            return PossibleBlock(row.text)
        case _TraditionRow():
            return TraditionBlock(row.text)
        case _StoryRow():
            return StoryBlock(row.title, row.text)
        case _ChecklistRow():
            return ChecklistBlock(row.heading, row.items)
        case _PictureRow():
            points = tuple(PointCode(code) for code in row.points)
            return PictureBlock(row.view, points, row.caption, row.alt)
        case _LinkRow():
            return LinkBlock(_target(row.to, path), row.text)


def _target(to: str, path: Path) -> LinkTarget:
    kind, _colon, name = to.partition(":")
    try:
        return LinkTarget(LinkKind(kind), name)
    except ValueError as error:
        raise ContentError(path, line_holding(path, f'to = "{to}"'), f"{to!r} leads nowhere") from error
