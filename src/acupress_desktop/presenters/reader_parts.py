"""Turns the blocks of a page into what is drawn: paragraphs, each with its look, in parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import assert_never

from acupress_desktop.domain.article_search import FoundIn, Passage, SearchedPage, Stretch
from acupress_desktop.domain.articles import (
    Article,
    ArticleBook,
    Block,
    ChecklistBlock,
    ClaimBlock,
    HeadingBlock,
    LinkBlock,
    ListBlock,
    PictureBlock,
    PossibleBlock,
    StepsBlock,
    StoryBlock,
    TextBlock,
    TraditionBlock,
    texts_of,
)
from acupress_desktop.domain.atlas import Atlas, Point
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.presenters.reader_view import (
    ArticlePictureView,
    LineLook,
    LineView,
    PartLook,
    PartView,
    PictureSiteView,
)
from acupress_desktop.words import atlas as atlas_words
from acupress_desktop.words import body
from acupress_desktop.words import reader as words

Mark = Callable[[str], Stretch]
"""Marks what was searched for in a text."""


@dataclass(frozen=True, slots=True)
class PartsMaker:
    """Makes the parts of pages; ``mark`` is what was searched for, ``turned`` how pictures are seen."""

    atlas: Atlas
    turned: BodyView = BodyView.AS_SEEN_BY_ANOTHER
    mark: Mark = Stretch

    def parts(self, article: Article, book: ArticleBook) -> tuple[PartView, ...]:
        """Return the whole page: title and summary, its blocks, its sources."""
        parts: list[PartView] = []
        for part in self._parts(article, book):
            before = parts[-1] if parts else None
            if before is not None and part.look is before.look is PartLook.TRADITION:
                # What tradition says in several paragraphs is told under one label.
                parts[-1] = PartView(part.look, (*before.lines, *part.lines[1:]))
            else:
                parts.append(part)
        return tuple(parts)

    def _parts(self, article: Article, book: ArticleBook) -> Iterator[PartView]:
        yield PartView(
            PartLook.PLAIN,
            (
                self._line(LineLook.TITLE, article.title),
                self._line(LineLook.SUMMARY, article.summary),
            ),
        )
        links = 0
        for block in article.blocks:
            part = self._part(block)
            if isinstance(block, LinkBlock):
                part = PartView(part.look, part.lines, link=links)
                links += 1
            yield part
        sources = book.sources_of(article)
        if sources:
            told = (LineView(LineLook.SMALL, Stretch(words.source_line(one))) for one in sources)
            heading = LineView(LineLook.HEADING, Stretch(words.sources_heading()))
            yield PartView(PartLook.SOURCES, (heading, *told))

    def _line(self, look: LineLook, english: str, number: str = "") -> LineView:
        return LineView(look, self.mark(words.line(english)), number)

    def _lines(self, look: LineLook, items: tuple[str, ...]) -> tuple[LineView, ...]:
        return tuple(self._line(look, item) for item in items)

    def _label(self, label: str) -> LineView:
        return LineView(LineLook.LABEL, Stretch(label))

    def _card(self, look: PartLook, label: str, english: str, *before: LineView) -> PartView:
        return PartView(look, (self._label(label), *before, self._line(LineLook.TEXT, english)))

    def _part(self, block: Block) -> PartView:
        match block:
            case TextBlock():
                return PartView(PartLook.PLAIN, (self._line(LineLook.TEXT, block.text),))
            case HeadingBlock():
                return PartView(PartLook.PLAIN, (self._line(LineLook.HEADING, block.text),))
            case ListBlock():
                return PartView(PartLook.PLAIN, self._lines(LineLook.BULLET, block.items))
            case StepsBlock():
                steps = enumerate(block.items, start=1)
                return PartView(
                    PartLook.PLAIN,
                    tuple(self._line(LineLook.STEP, item, str(number)) for number, item in steps),
                )
            case ClaimBlock():
                return PartView(
                    PartLook.CLAIM,
                    (
                        self._label(words.said_label()),
                        self._line(LineLook.SAID, block.said),
                        self._label(words.found_label()),
                        self._line(LineLook.TEXT, block.found),
                    ),
                )
            case PossibleBlock():
                return self._card(PartLook.POSSIBLE, words.possible_label(), block.text)
            case TraditionBlock():
                return self._card(PartLook.TRADITION, words.tradition_label(), block.text)
            case StoryBlock():
                title = self._line(LineLook.STRONG, block.title)
                return self._card(PartLook.STORY, words.story_label(), block.text, title)
            case ChecklistBlock():
                heading = self._line(LineLook.STRONG, block.heading)
                return PartView(PartLook.CHECKLIST, (heading, *self._lines(LineLook.TICK, block.items)))
            case PictureBlock():
                caption = self._line(LineLook.CAPTION, block.caption)
                return PartView(PartLook.PICTURE, (caption,), self._picture(block))
            case LinkBlock():
                return PartView(PartLook.LINK, (self._line(LineLook.LINK, block.text),))
            case _:
                assert_never(block)

    def _picture(self, block: PictureBlock) -> ArticlePictureView:
        points = (self.atlas[code] for code in block.points)
        return ArticlePictureView(
            view=block.view,
            sites=tuple(site for point in points for site in _sites(point)),
            spoken=words.line(block.alt),
            missing=f"{words.picture_missing()} {words.line(block.alt)}",
            your_left=body.your_left(),
            your_right=body.your_right(),
            turned=self.turned,
        )


def _sites(point: Point) -> Iterator[PictureSiteView]:
    for side in point.sites:
        yield PictureSiteView(
            point=point.code,
            side=side,
            name=point.english,
            detail=point.label,
            spoken=atlas_words.site_spoken(point.english, point.label, side),
        )


def searched(article: Article) -> SearchedPage:
    """Return the page as the search reads it, in the language in which it is shown."""
    passages = [
        Passage(words.line(article.title), FoundIn.TITLE),
        Passage(words.line(article.summary), FoundIn.SUMMARY),
    ]
    for block in article.blocks:
        part = FoundIn.HEADING if isinstance(block, HeadingBlock) else FoundIn.TEXT
        # What a picture shows is said to who cannot see it, and is no text to be found.
        texts = (block.caption,) if isinstance(block, PictureBlock) else texts_of(block)
        passages += [Passage(words.line(text), part) for text in texts]
    return SearchedPage(article.id, tuple(passages))
