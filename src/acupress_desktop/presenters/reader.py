"""The pages to read: their index with its search, and one page with the ways that lead on from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from acupress_desktop.domain.article_search import ArticleSearch, PageMatch, Stretch
from acupress_desktop.domain.articles import (
    Article,
    ArticleBook,
    ArticleGroup,
    ArticleId,
    LinkKind,
    LinkTarget,
)
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import (
    Back,
    Destination,
    ToAtlas,
    ToComplaints,
    ToEvidence,
    ToHelp,
    ToLearning,
    ToPressure,
    ToReader,
)
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.reader_parts import PartsMaker, searched
from acupress_desktop.presenters.reader_view import (
    ArticleCardView,
    ArticleGroupView,
    ArticleView,
    Beside,
    BesideView,
    FoundArticleView,
    FoundView,
    HeadingView,
    IndexView,
    LineLook,
    LineView,
    PartLook,
    PartView,
    PrintedArticleView,
)
from acupress_desktop.presenters.your_body_view import Paper, PaperView
from acupress_desktop.words import notices
from acupress_desktop.words import reader as words


@dataclass(frozen=True, slots=True)
class ReaderContent:
    """What the pages speak from; ``version`` is that of the app, for the foot of a printed page."""

    book: ArticleBook
    search: ArticleSearch
    atlas: Atlas
    version: str


def reader_content_of(book: ArticleBook, atlas: Atlas, version: str) -> ReaderContent:
    """Put it together; the search is made here, in the language of the app."""
    return ReaderContent(book, ArticleSearch(searched(one) for one in book.articles), atlas, version)


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """How far one has read: the part at the top of the window, and which fraction of it is above."""

    part: int = 0
    fraction: float = 0.0


@dataclass(slots=True)
class ReaderMemory:
    """Where somebody was, as long as the app runs; written nowhere."""

    query: str = ""
    index_fraction: float = 0.0
    places: dict[ArticleId, ReadingPlace] = field(default_factory=dict)


class IndexPresenter:
    """Presents the index; what is typed is looked for at every key."""

    def __init__(self, content: ReaderContent, memory: ReaderMemory, query: str = "") -> None:
        self._content = content
        self._memory = memory
        if query:
            memory.query = query

    @property
    def index_fraction(self) -> float:
        """How far down the list one was."""
        return self._memory.index_fraction

    def present(self) -> IndexView:
        """Show the index as it stands."""
        typed = self._memory.query
        return IndexView(
            page=words.page(),
            title=words.title(),
            lead=words.lead(len(self._content.book.articles)),
            search=words.search(),
            search_hint=words.search_hint(),
            query=typed,
            groups=tuple(
                ArticleGroupView(words.group(group), tuple(card(one) for one in found))
                for group in ArticleGroup
                if (found := self._content.book.of_group(group))
            ),
            found=self._found(typed) if typed.strip() else None,
            beside_heading=words.beside(),
            beside=(
                BesideView(Beside.POINTS, *words.learn_points()),
                BesideView(Beside.PRESSURE, *words.hand_pressure()),
                BesideView(Beside.EVIDENCE, *words.what_trials_found()),
            ),
            foot=words.no_clinician(),
        )

    def search(self, typed: str) -> IndexView:
        """Look for what is typed; nothing shows all pages again."""
        self._memory.query = typed
        self._memory.index_fraction = 0.0
        return self.present()

    def open(self, article: ArticleId) -> Destination:
        """Open a page; what was searched for is marked in it."""
        return ToReader(article, self._memory.query.strip())

    def go_beside(self, way: Beside) -> Destination:
        """Go to another way to learn."""
        match way:
            case Beside.POINTS:
                return ToLearning()
            case Beside.PRESSURE:
                return ToPressure()
            case Beside.EVIDENCE:
                return ToEvidence()
            case _:
                assert_never(way)

    def keep_place(self, fraction: float) -> None:
        """Remember how far down the list one is."""
        self._memory.index_fraction = fraction

    def _found(self, typed: str) -> FoundView:
        result = self._content.search.find(typed)
        asked = typed.strip()
        if not result.matches:
            return FoundView(words.nothing_found(asked), words.nothing_found_next(), (), words.empty_search())
        return FoundView(
            words.found(len(result.matches), asked),
            words.nearness(result.nearness),
            tuple(self._hit(match) for match in result.matches),
            words.empty_search(),
        )

    def _hit(self, match: PageMatch) -> FoundArticleView:
        article = next(one for one in self._content.book.articles if one.id == match.page)
        return FoundArticleView(
            article=article.id,
            title=match.title,
            sentence=match.sentence,
            detail=f"{words.group(article.group)} · {words.minutes(article.minutes)}",
            spoken=words.hit_spoken(match.title.text, match.sentence.text),
        )


class ArticlePresenter:
    """Presents one page; every intent returns the new view or where to go."""

    def __init__(
        self,
        content: ReaderContent,
        settings: SettingsPort,
        memory: ReaderMemory,
        article: Article,
        query: str = "",
    ) -> None:
        self._content = content
        self._memory = memory
        self._article = article
        self._query = query
        self._turned = settings.recall_settings().body_view
        # From the search one wants to see what was found, not where one was before.
        self._place = ReadingPlace() if query else memory.places.get(article.id, ReadingPlace())

    @property
    def place(self) -> ReadingPlace:
        """How far one had read when the page was last shown."""
        return self._place

    def present(self) -> ArticleView:
        """Show the page."""
        book, article = self._content.book, self._article
        parts = self._parts()
        marks = [number for number, part in enumerate(parts) for line in part.lines for _ in line.text.marks]
        before, after = book.before(article), book.after(article)
        return ArticleView(
            page=words.page(),
            back=words.back(),
            all_pages=words.all_pages(),
            eyebrow=f"{words.group(article.group)} · {words.minutes(article.minutes)}",
            parts=parts,
            contents_heading=words.on_this_page(),
            contents=tuple(
                HeadingView(number, line.text.text)
                for number, part in enumerate(parts)
                for line in part.lines
                if line.look is LineLook.HEADING
            ),
            marked=words.marked(len(marks), self._query) if marks else "",
            first_mark=marks[0] if marks else None,
            papers_heading=words.on_paper(),
            papers=tuple(self._paper(paper) for paper in Paper),
            related_heading=words.related_heading(),
            related=tuple(card(one) for one in book.related_to(article)),
            previous=None if before is None else ActView(words.previous_page(words.line(before.title))),
            next=None if after is None else ActView(words.next_page(words.line(after.title))),
        )

    def printed(self) -> PrintedArticleView:
        """Return the page for paper."""
        book, article = self._content.book, self._article
        parts = PartsMaker(self._content.atlas).parts(article, book)
        return PrintedArticleView(
            title=words.line(article.title),
            parts=tuple(_on_paper(part) for part in parts),
            foot=(
                words.provenance(self._content.version, book.sources_of(article)),
                notices.not_a_medical_device(),
            ),
        )

    def follow(self, link: int) -> Destination:
        """Go where a link of the page leads."""
        return destination_of(self._article.links[link], self._content.atlas)

    def open(self, article: ArticleId) -> Destination:
        """Open another page."""
        return ToReader(article)

    def open_point(self, point: PointCode, side: SiteSide) -> Destination:
        """Open a point of a picture in the atlas."""
        return ToAtlas(point, side)

    def open_previous(self) -> Destination:
        """Open the page before this one in the index."""
        return self._neighbour(self._content.book.before(self._article))

    def open_next(self) -> Destination:
        """Open the page after this one in the index."""
        return self._neighbour(self._content.book.after(self._article))

    def back(self) -> Destination:
        """Go to where one came from."""
        return Back()

    def all_pages(self) -> Destination:
        """Go to the index."""
        return ToReader()

    def keep_place(self, place: ReadingPlace) -> None:
        """Remember how far one has read."""
        self._memory.places[self._article.id] = place

    def saved(self, path: Path) -> str:
        """Say where the page was saved."""
        return words.saved(str(path))

    def not_saved(self, path: Path) -> str:
        """Say that it was not."""
        return words.not_saved(str(path))

    @property
    def open_file_words(self) -> tuple[str, str]:
        """What opens the saved file, and what is said where nothing can."""
        return words.open_it(), words.not_opened()

    def _parts(self) -> tuple[PartView, ...]:
        mark = self._content.search.query(self._query).marks if self._query else Stretch
        maker = PartsMaker(self._content.atlas, self._turned, mark)
        return maker.parts(self._article, self._content.book)

    def _paper(self, paper: Paper) -> PaperView:
        kinds = ((words.save_kind(paper.value), "pdf"),)
        name = f"{self._article.id.replace('_', '-')}-{paper.value}"
        return PaperView(paper, words.save_page(paper.value), words.save_title(), name, kinds)

    def _neighbour(self, article: Article | None) -> Destination:
        return ToReader() if article is None else ToReader(article.id)


def _on_paper(part: PartView) -> PartView:
    """Say of a link that it is in the app; everything else stays as it is."""
    if part.link is None:
        return part
    told = LineView(LineLook.SMALL, Stretch(words.printed_link(part.words)))
    return PartView(PartLook.PLAIN, (told,))


def card(article: Article) -> ArticleCardView:
    """Show a page in a list."""
    return ArticleCardView(
        article.id,
        words.line(article.title),
        words.line(article.summary),
        words.card_detail(article.minutes, article.prints),
    )


def destination_of(to: LinkTarget, atlas: Atlas) -> Destination:
    """Return where a link leads."""
    match to.kind:
        case LinkKind.POINT:
            return ToAtlas(PointCode(to.name))
        case LinkKind.COMPLAINT:
            return ToComplaints(ComplaintId(to.name))
        case LinkKind.PRESSURE:
            return ToPressure()
        case LinkKind.HELP:
            return ToHelp(to.name)
        case LinkKind.EVIDENCE:
            if to.name in atlas:
                return ToEvidence(point=PointCode(to.name))
            return ToEvidence(complaint=ComplaintId(to.name) if to.name else None)
        case LinkKind.ARTICLE:
            return ToReader(to.name)
        case _:
            assert_never(to.kind)
