"""The first page of learning: what today holds, which points, how far one is, what one finds hard."""

from __future__ import annotations

from acupress_desktop.domain.atlas import Meridian, Point, Pressability
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.learning import NEW_PER_DAY
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import CHECKS_MIN, hard_points
from acupress_desktop.domain.ports import PointPracticePort
from acupress_desktop.presenters.destinations import Destination, ToAtlas, ToQuiz
from acupress_desktop.presenters.learning_book import LearningBook
from acupress_desktop.presenters.learning_view import (
    BarOrder,
    BarView,
    HardPointView,
    LearningView,
    ProgressView,
    ScopeOption,
    ScopeView,
    Shade,
)
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.words import learning as words
from acupress_desktop.words.atlas_lists import line as line_title
from acupress_desktop.words.body import region as region_words

HARD_SHOWN = 6


class LearningPresenter:
    """Presents the first page; every intent returns the new view or where to go."""

    def __init__(self, book: LearningBook, practice: PointPracticePort, scope: LearningScope | None) -> None:
        self._book = book
        self._scope = scope or LearningScope()
        self._order = BarOrder.BY_AREA
        atlas, regions = book.content.atlas, book.content.regions
        self._by_line = {
            meridian: tuple(point for point in atlas if point.meridian is meridian) for meridian in Meridian
        }
        self._by_area = {
            area.id: tuple(point for point in atlas if regions.leaf(point.region).parent == area.id)
            for area in regions.areas
        }
        self._hard = tuple(
            share for share in hard_points(practice.recall_point_checks()) if share.point in atlas
        )[:HARD_SHOWN]

    # --- Intents

    def present(self) -> LearningView:
        """Show the page as it stands."""
        plan = self._book.plan(self._scope)
        unasked = self._book.unasked(self._scope)
        more = min(NEW_PER_DAY, unasked) if not plan.new else 0
        return LearningView(
            page=words.page(),
            title=words.title(plan.count),
            lead=self._lead(len(plan.back), len(plan.new), more),
            start=ActView(words.begin()) if plan.count else None,
            more=ActView(words.more_new(more)) if more else None,
            pace=words.pace(NEW_PER_DAY),
            no_pressing=words.no_pressing(),
            to_atlas=words.to_atlas(),
            scope=self._scope_view(),
            progress=self._progress(),
            hard_heading=words.hard_heading(),
            hard=tuple(
                HardPointView(share.point, self._named(share.point), words.hard_share(share))
                for share in self._hard
            ),
            hard_none="" if self._hard else words.hard_none(CHECKS_MIN),
        )

    def choose_kind(self, kind: ScopeKind) -> LearningView:
        """Choose another kind of scope; a line or an area begins with the first."""
        match kind:
            case ScopeKind.LINE:
                self._scope = LearningScope(kind, self._lines()[0].value)
            case ScopeKind.AREA:
                self._scope = LearningScope(kind, self._areas()[0])
            case _:
                self._scope = LearningScope(kind)
        return self.present()

    def choose_option(self, key: str) -> LearningView:
        """Choose a line or an area by its key."""
        if key in {option.key for option in self._options()}:
            self._scope = LearningScope(self._scope.kind, key)
        return self.present()

    def order_bars(self, order: BarOrder) -> LearningView:
        """Order the bars by area or by line."""
        self._order = order
        return self.present()

    def start(self) -> Destination:
        """Begin the quiz."""
        return ToQuiz(self._scope)

    def start_more(self) -> Destination:
        """Begin the quiz with more new points than a day brings."""
        return ToQuiz(self._scope, NEW_PER_DAY)

    def open_point(self, point: PointCode) -> Destination:
        """Open a point in the atlas."""
        return ToAtlas(point)

    def leave(self) -> Destination:
        """Go to the atlas."""
        return ToAtlas()

    # --- Words

    def _lead(self, back: int, new: int, more: int) -> str:
        if back or new:
            return words.what_today(back, new)
        if not self._book.points(self._scope):
            favourites = self._scope.kind is ScopeKind.FAVOURITES and not self._book.favourites
            return words.no_favourites() if favourites else words.nothing_in_scope()
        when = self._book.next_return(self._scope)
        told = [words.new_are_used_up() if more else "", words.what_later(when) if when else ""]
        return " ".join(line for line in told if line)

    def _named(self, code: PointCode) -> str:
        point = self._book.content.atlas[code]
        return words.named(point.english, point.label)

    # --- The choice of points

    def _lines(self) -> tuple[Meridian, ...]:
        return tuple(meridian for meridian in Meridian if self._askable(self._by_line[meridian]))

    def _areas(self) -> tuple[RegionId, ...]:
        return tuple(area for area, points in self._by_area.items() if self._askable(points))

    def _askable(self, points: tuple[Point, ...]) -> bool:
        return any(point.code in self._book.askable for point in points)

    def _scope_view(self) -> ScopeView:
        points = self._book.points(self._scope)
        study = sum(point.pressability is Pressability.NEVER for point in points)
        return ScopeView(
            heading=words.scope_heading(),
            kinds=(
                (ScopeKind.IN_USE, words.scope_in_use()),
                (ScopeKind.FAVOURITES, words.scope_favourites()),
                (ScopeKind.LINE, words.scope_line()),
                (ScopeKind.AREA, words.scope_area()),
                (ScopeKind.ALL, words.scope_all()),
            ),
            kind=self._scope.kind,
            options_name=words.which_line() if self._scope.kind is ScopeKind.LINE else words.which_area(),
            options=self._options(),
            option=self._scope.name,
            note=words.scope_note(len(points), study),
        )

    def _options(self) -> tuple[ScopeOption, ...]:
        match self._scope.kind:
            case ScopeKind.LINE:
                return tuple(ScopeOption(line.value, line_title(line)) for line in self._lines())
            case ScopeKind.AREA:
                return tuple(ScopeOption(area, self._area_name(area)) for area in self._areas())
            case _:
                return ()

    # --- How far

    def _progress(self) -> ProgressView:
        if self._order is BarOrder.BY_AREA:
            bars = [self._bar(self._area_name(area), self._by_area[area]) for area in self._areas()]
        else:
            bars = [self._bar(line_title(line), self._by_line[line]) for line in self._lines()]
        return ProgressView(
            heading=words.progress_heading(),
            legend=(
                (Shade.LEARNED, words.learned_means()),
                (Shade.SEEN, words.seen_means()),
                (Shade.NOT_YET, words.not_yet_means()),
            ),
            whole=(
                self._bar(words.scope_in_use(), self._book.in_use),
                self._bar(words.all_points(), tuple(self._book.content.atlas)),
            ),
            orders_name=words.bars_order(),
            orders=((BarOrder.BY_AREA, words.by_area()), (BarOrder.BY_LINE, words.by_line())),
            order=self._order,
            bars=tuple(bars),
        )

    def _bar(self, name: str, points: tuple[Point, ...]) -> BarView:
        tally = self._book.tally(points)
        return BarView(name, tally, words.tally_short(tally), words.tally_spoken(name, tally))

    def _area_name(self, area: RegionId) -> str:
        return region_words(self._book.content.regions.title(area))
