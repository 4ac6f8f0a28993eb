"""What the pages to read show: the index with its search, and one page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.article_search import Stretch
from acupress_desktop.domain.articles import ArticleId
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.your_body_view import PaperView

# --- The index


@dataclass(frozen=True, slots=True)
class ArticleCardView:
    """A page in a list. ``spoken`` is all of it in one breath."""

    article: ArticleId
    title: str
    summary: str
    detail: str

    @property
    def spoken(self) -> str:
        """Title, what it is about, and how long it takes."""
        return f"{self.title}. {self.summary} {self.detail}"


@dataclass(frozen=True, slots=True)
class ArticleGroupView:
    """Pages under one heading."""

    heading: str
    cards: tuple[ArticleCardView, ...]


@dataclass(frozen=True, slots=True)
class FoundArticleView:
    """A page that was found, with the sentence in which most of the words stand."""

    article: ArticleId
    title: Stretch
    sentence: Stretch
    detail: str
    spoken: str


@dataclass(frozen=True, slots=True)
class FoundView:
    """What the search found. ``note`` says where not every word fits."""

    heading: str
    note: str
    found: tuple[FoundArticleView, ...]
    show_all: str


class Beside(Enum):
    """The other ways to learn."""

    POINTS = "points"
    PRESSURE = "pressure"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class BesideView:
    """One of them."""

    way: Beside
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class IndexView:
    """The first page. ``found`` takes the place of the groups while something is searched for."""

    page: str
    title: str
    lead: str
    search: str
    search_hint: str
    query: str
    groups: tuple[ArticleGroupView, ...]
    found: FoundView | None
    beside_heading: str
    beside: tuple[BesideView, ...]
    foot: str


# --- One page


class PartLook(Enum):
    """What a part of a page is; each is drawn in its own way and says so in words."""

    PLAIN = "plain"
    CLAIM = "claim"
    POSSIBLE = "possible"
    TRADITION = "tradition"
    STORY = "story"
    CHECKLIST = "checklist"
    PICTURE = "picture"
    LINK = "link"
    SOURCES = "sources"


class LineLook(Enum):
    """How one paragraph is set."""

    TITLE = "title"
    SUMMARY = "summary"
    HEADING = "heading"
    TEXT = "text"
    LABEL = "label"
    SAID = "said"
    STRONG = "strong"
    BULLET = "bullet"
    STEP = "step"
    TICK = "tick"
    CAPTION = "caption"
    SMALL = "small"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class LineView:
    """One paragraph; ``number`` stands in front of a step."""

    look: LineLook
    text: Stretch
    number: str = ""


@dataclass(frozen=True, slots=True)
class PictureSiteView:
    """A point marked on a picture."""

    point: PointCode
    side: SiteSide
    name: str
    detail: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ArticlePictureView:
    """A picture of the body; ``spoken`` says in words what it shows, ``missing`` what stands in its place."""

    view: str
    sites: tuple[PictureSiteView, ...]
    spoken: str
    missing: str
    your_left: str
    your_right: str
    turned: BodyView


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a page. ``link`` is the number of a link, for the presenter."""

    look: PartLook
    lines: tuple[LineView, ...]
    picture: ArticlePictureView | None = None
    link: int | None = None

    @property
    def words(self) -> str:
        """All of its words."""
        return "\n".join(line.text.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading that one can go to: the place of its part."""

    part: int
    text: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One page with everything around it."""

    page: str
    back: str
    all_pages: str
    eyebrow: str
    parts: tuple[PartView, ...]
    contents_heading: str
    contents: tuple[HeadingView, ...]
    marked: str
    first_mark: int | None
    papers_heading: str
    papers: tuple[PaperView, ...]
    related_heading: str
    related: tuple[ArticleCardView, ...]
    previous: ActView | None
    next: ActView | None

    @property
    def title(self) -> str:
        """The heading of the page."""
        return self.parts[0].lines[0].text.text


@dataclass(frozen=True, slots=True)
class PrintedArticleView:
    """The same page for paper: no marks, no ways to go, and at its foot what must be said."""

    title: str
    parts: tuple[PartView, ...]
    foot: tuple[str, ...]
