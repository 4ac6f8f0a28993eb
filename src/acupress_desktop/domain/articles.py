"""Pages to read: what they say in typed blocks, where their facts come from, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NewType, assert_never

from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.ids import PointCode, SourceId

ArticleId = NewType("ArticleId", str)
"""A page of ``assets/learn/pages``, such as ``finding_points``."""

WORDS_PER_MINUTE = 200
"""How fast somebody reads who reads slowly."""


class ArticleGroup(Enum):
    """What a page is about, in the order of the index."""

    BASICS = "basics"
    SAFELY = "safely"
    EVIDENCE = "evidence"
    LIVING = "living"
    TOGETHER = "together"


class Prints(Enum):
    """What a page is on paper: nothing made for it, a list to tick, something to hand to somebody."""

    NONE = "none"
    CHECKLIST = "checklist"
    HAND_OUT = "hand_out"


class LinkKind(Enum):
    """Where a link leads; the value stands before the colon."""

    POINT = "atlas"
    COMPLAINT = "complaint"
    PRESSURE = "pressure"
    HELP = "help"
    EVIDENCE = "evidence"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """``name`` is a code, a complaint, a section or a page; empty where the kind says it all."""

    kind: LinkKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading inside the page."""

    text: str


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Things in no order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepsBlock:
    """Things one after the other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimBlock:
    """A correction: what is often said, and what the evidence says."""

    said: str
    found: str


@dataclass(frozen=True, slots=True)
class PossibleBlock:
    """A mechanism that may be at work and is not settled."""

    text: str


@dataclass(frozen=True, slots=True)
class TraditionBlock:
    """What tradition teaches; never mixed with what was tested."""

    text: str


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """An imagined person; always said to be one."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ChecklistBlock:
    """Boxes to tick, mostly on paper."""

    heading: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """Our own picture of the body. ``view`` is one of the baked ones, ``points`` are marked on it.

    ``alt`` says in words what the picture shows.
    """

    view: str
    points: tuple[PointCode, ...]
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class LinkBlock:
    """A way to another part of the app."""

    to: LinkTarget
    text: str


Block = (
    TextBlock
    | HeadingBlock
    | ListBlock
    | StepsBlock
    | ClaimBlock
    | PossibleBlock
    | TraditionBlock
    | StoryBlock
    | ChecklistBlock
    | PictureBlock
    | LinkBlock
)


def texts_of(block: Block) -> tuple[str, ...]:
    """Return every sentence of a block in the order in which it is read, English as it was written."""
    match block:
        case (
            TextBlock(text)
            | HeadingBlock(text)
            | PossibleBlock(text)
            | TraditionBlock(text)
            | LinkBlock(_, text)
        ):
            return (text,)
        case ListBlock(items) | StepsBlock(items):
            return items
        case ClaimBlock(said, found):
            return (said, found)
        case StoryBlock(title, text):
            return (title, text)
        case ChecklistBlock(heading, items):
            return (heading, *items)
        case PictureBlock():
            return (block.caption, block.alt)
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class Article:
    """One page. All its texts are plain and English; they are translated when they are shown."""

    id: ArticleId
    title: str
    group: ArticleGroup
    summary: str
    sources: tuple[SourceId, ...]
    related: tuple[ArticleId, ...]
    prints: Prints
    blocks: tuple[Block, ...]

    def texts(self) -> Iterator[str]:
        """Give every sentence of the page in reading order, title and summary first."""
        yield self.title
        yield self.summary
        for block in self.blocks:
            yield from texts_of(block)

    @property
    def word_count(self) -> int:
        """How many words there are to read."""
        return sum(len(text.split()) for text in self.texts())

    @property
    def minutes(self) -> int:
        """How many minutes it takes to read, rounded up."""
        return -(-self.word_count // WORDS_PER_MINUTE)

    @property
    def links(self) -> tuple[LinkTarget, ...]:
        """Where the page leads."""
        return tuple(block.to for block in self.blocks if isinstance(block, LinkBlock))


@dataclass(frozen=True, slots=True)
class ArticleBook:
    """All pages in their order, and the sources that they name."""

    articles: tuple[Article, ...]
    sources: Mapping[SourceId, Source] = field(default_factory=dict)

    def find(self, wanted: str) -> Article | None:
        """Return a page by its id."""
        return next((one for one in self.articles if one.id == wanted), None)

    def of_group(self, group: ArticleGroup) -> tuple[Article, ...]:
        """Return the pages of a group, in their order."""
        return tuple(one for one in self.articles if one.group is group)

    @property
    def in_order(self) -> tuple[Article, ...]:
        """All pages as the index lists them: group after group."""
        return tuple(one for group in ArticleGroup for one in self.of_group(group))

    def before(self, article: Article) -> Article | None:
        """Return the page before this one in the index."""
        order = self.in_order
        place = order.index(article)
        return order[place - 1] if place else None

    def after(self, article: Article) -> Article | None:
        """Return the page after this one in the index."""
        order = self.in_order
        place = order.index(article) + 1
        return order[place] if place < len(order) else None

    def related_to(self, article: Article) -> tuple[Article, ...]:
        """Return the pages that this one names as related."""
        found = (self.find(name) for name in article.related)
        return tuple(one for one in found if one is not None)

    def sources_of(self, article: Article) -> tuple[Source, ...]:
        """Return what the page cites, in its order."""
        return tuple(self.sources[name] for name in article.sources if name in self.sources)
