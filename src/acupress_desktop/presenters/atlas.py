"""The atlas of all points: a list that can be searched, a small body, one point near by, its card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from acupress_desktop.domain.atlas import Meridian, Point, Pressability, UnknownPoint
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope
from acupress_desktop.domain.point_practice import FavouritePoint, Felt, Sureness
from acupress_desktop.domain.point_search import MatchRank, PointMatch, TopicKind
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.atlas_card import ShownSite, point_card
from acupress_desktop.presenters.atlas_check import AtlasKeeping, Checking
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.atlas_lists import (
    Listing,
    ListKind,
    Practised,
    listed,
    listing_name,
    listing_near,
    lists_view,
    nothing_listed,
    row_of,
    scope_of,
    within_view,
)
from acupress_desktop.presenters.atlas_maps import (
    FACINGS,
    Marked,
    Reader,
    close_up,
    views_showing,
    whole_body,
)
from acupress_desktop.presenters.atlas_tour import Tour, start_view
from acupress_desktop.presenters.atlas_view import AtlasView, HookWords, KeepView, Kept
from acupress_desktop.presenters.destinations import Destination, ToEvidence, ToLearning, ToPresentation
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.words import atlas as words
from acupress_desktop.words import atlas_card, atlas_check, storage
from acupress_desktop.words import atlas_lists as list_words


class AtlasPresenter:
    """Presents the atlas; every intent returns the new view or where to go."""

    def __init__(
        self,
        content: AtlasContent,
        settings: SettingsPort,
        album: Callable[[], BodyAlbum | None],
        keeping: AtlasKeeping | None = None,
        opened: tuple[PointCode, SiteSide | None] | None = None,
    ) -> None:
        """``album`` gives the pictures of the person's figure, or ``None`` while they are still read.

        Without ``keeping`` nothing about points can be kept, and what would keep it is not shown.
        """
        self._content = content
        self._settings = settings
        self._album = album
        self._keeping = keeping
        self._practised = Practised()
        self._text = ""
        self._found: tuple[PointMatch, ...] = ()
        self._listing = Listing()
        self._point: PointCode | None = None
        self._side = SiteSide.LEFT
        self._facing = FACINGS[0]
        self._check: Checking | None = None
        self._tour: Tour | None = None
        self._trouble = ""
        self._recall()
        if opened is not None:
            self._side = opened[1] or SiteSide.LEFT
            self._choose(*opened)

    # --- Intents: what is listed and opened

    def present(self) -> AtlasView:
        """Show the page as it stands."""
        settings = self._settings.recall_settings()
        content, point = self._content, self._chosen()
        shown = None if point is None else self._shown(point)
        points = self._listed()
        marked = self._marked(points)
        pressed = point is not None and point.pressability is not Pressability.NEVER
        keeps = point is not None and self._keeping is not None
        return AtlasView(
            page=words.page(),
            search=words.search(),
            search_hint=words.search_hint(),
            typed=self._text,
            found=self._found_line(points),
            lists=lists_view(self._listing),
            within=within_view(content, self._listing),
            list_name=list_words.found_name()
            if self._searching
            else list_words.listed_name(listing_name(content, self._listing)),
            show_list=list_words.show_list(),
            heads=(list_words.column_code(), list_words.column_name(), list_words.column_pinyin()),
            rows=tuple(row_of(each, point) for each in points),
            learn=ActView(list_words.learn_others() if self._scope() is None else list_words.learn()),
            nothing_listed="" if points or self._searching else nothing_listed(self._listing),
            whole=whole_body(self._album(), marked, shown, self._facing),
            close_up=None
            if shown is None
            else close_up(content, self._album(), marked, shown, Reader(settings, self._year)),
            card=None
            if shown is None
            else point_card(content, shown, settings.hanzi, self._practised.checks),
            nothing_chosen=words.nothing_chosen(),
            check=None if self._check is None else self._check.view(),
            ask=ActView(atlas_check.ask()) if keeps and pressed else None,
            keep=self._keep_view() if keeps else None,
            trouble=self._trouble,
            tour=None if self._tour is None or point is None else self._tour.view(point),
            start_tour=None if point is None or self._tour is not None else start_view(content, point),
            tabs_name=words.card_or_picture(),
            words_tab=words.words_tab(),
            picture_tab=words.picture_tab(),
            body_tab=words.body_tab(),
            other_side=ActView(words.show_side(shown.side.mirrored))
            if shown is not None and shown.point.bilateral
            else None,
            turn=words.turn_from_mirror()
            if settings.body_view is BodyView.MIRROR
            else words.turn_to_mirror(),
            present=ActView(words.present()) if pressed else None,
            your_left=words.your_left(),
            your_right=words.your_right(),
            turned=settings.body_view,
            figure=settings.figure,
            followed=self._followed(),
            hooks=HookWords(
                words.picture_or_turning(),
                words.picture_tab(),
                words.turning(),
                words.layers(),
                words.save_picture(),
            ),
        )

    def search(self, text: str) -> AtlasView:
        """Show the points that match, of all; a single match that is surely meant is opened."""
        self._text = text
        self._found = self._content.search.find(text)
        if len(self._found) == 1 and self._found[0].rank is not MatchRank.NEARLY:
            self._choose(self._found[0].point.code, None)
        return self.present()

    def list_by(self, kind: ListKind) -> AtlasView:
        """List points of another kind; what was typed is let go."""
        self._list(listing_near(self._content, kind, self._chosen()))
        return self.present()

    def list_within(self, key: str) -> AtlasView:
        """List another line, area or set."""
        listing = replace(self._listing, within=key)
        options = within_view(self._content, listing)
        if options is not None and any(option.key == key for option in options.options):
            self._list(listing)
        return self.present()

    def choose(self, point: PointCode, side: SiteSide | None = None) -> AtlasView:
        """Open a point, on a side where one was pointed at."""
        self._choose(point, side)
        return self.present()

    # --- Intents: the pictures

    def face(self, facing: str) -> AtlasView:
        """Turn the small body."""
        if facing in FACINGS:
            self._facing = facing
        return self.present()

    def other_side(self) -> AtlasView:
        """Show the same point on the other side."""
        point = self._chosen()
        if point is not None and point.bilateral:
            self._choose(point.code, self._site(point).mirrored)
        return self.present()

    def turn(self) -> AtlasView:
        """Show bodies as in a mirror, or again as another person sees them; kept as a setting."""
        kept: Settings = self._settings.recall_settings()
        turned = (
            BodyView.MIRROR if kept.body_view is BodyView.AS_SEEN_BY_ANOTHER else BodyView.AS_SEEN_BY_ANOTHER
        )
        try:
            self._settings.remember_settings(replace(kept, body_view=turned))
        except KnownTrouble:
            # A full disk must not stop anybody from looking; the settings page says what is wrong.
            return replace(self.present(), turned=turned)
        return self.present()

    def learn(self) -> Destination:
        """Go to the quiz, about what is listed where it knows such a list."""
        return ToLearning(self._scope())

    def evidence(self) -> Destination:
        """Read the studies that pressed this point."""
        return ToEvidence(point=self._point)

    def show_to_somebody(self) -> Destination:
        """Open the large view at this point."""
        return ToPresentation(point=self._point)

    # --- Intents: what is kept

    def keep(self) -> AtlasView:
        """Make the point a favourite, or no longer one."""
        point, keeping = self._chosen(), self._keeping
        if point is None or keeping is None:
            return self.present()
        try:
            if point.code in self._practised.favourites:
                keeping.practice.remember_favourite_dropped(point.code)
            else:
                keeping.practice.remember_favourite(
                    FavouritePoint(keeping.next_id(), point.code, keeping.now())
                )
            self._trouble = ""
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
        self._recall()
        return self.present()

    def ask(self) -> AtlasView:
        """Ask whether the point was found; never for a point that is not pressed."""
        point = self._chosen()
        if point is not None and self._keeping is not None and point.pressability is not Pressability.NEVER:
            self._check = Checking(self._content, self._keeping, point, self._site(point))
        return self.present()

    def tick(self, what: Felt) -> AtlasView:
        """Tick what is felt, or take it back."""
        if self._check is not None:
            self._check.tick(what)
        return self.present()

    def answer(self, how: Sureness) -> AtlasView:
        """Say how sure the person is."""
        if self._check is not None:
            self._check.answer(how)
        return self.present()

    def keep_answer(self) -> AtlasView:
        """Write the answer to the journal."""
        if self._check is not None:
            self._check.keep()
            self._recall()
        return self.present()

    def take_back(self) -> AtlasView:
        """Undo what was just kept."""
        if self._check is not None:
            self._check.take_back()
            self._recall()
        return self.present()

    def leave_check(self) -> AtlasView:
        """Back to the card."""
        self._check = None
        return self.present()

    # --- Intents: along a line

    def start_tour(self) -> AtlasView:
        """Lead through the line of the open point, from there on; the list shows the line."""
        point = self._chosen()
        if point is not None and start_view(self._content, point) is not None:
            self._list(Listing(ListKind.LINE, point.meridian.value))
            self._check = None
            self._tour = Tour.through(self._content, point.meridian)
        return self.present()

    def tour_next(self) -> AtlasView:
        """Open the next point of the line, if there is one."""
        return self._tour_by(1)

    def tour_previous(self) -> AtlasView:
        """Open the point before, if there is one."""
        return self._tour_by(-1)

    def end_tour(self) -> AtlasView:
        """End the tour; the point stays open."""
        self._tour = None
        return self.present()

    def _tour_by(self, steps: int) -> AtlasView:
        point = self._chosen()
        if self._tour is not None and point is not None:
            self._choose(self._tour.beside(point, steps).code, None)
        return self.present()

    # --- What is chosen

    def _chosen(self) -> Point | None:
        return None if self._point is None else self._content.atlas[self._point]

    def _site(self, point: Point) -> SiteSide:
        """Return the side that is shown of a point."""
        return self._side if self._side in point.sites else point.sites[0]

    def _followed(self) -> str:
        """Return the code of the line that is toured or listed, where it is a line and not a group."""
        point = self._chosen()
        if self._tour is not None and point is not None:
            line = point.meridian.value
        else:
            line = self._listing.within if self._listing.kind is ListKind.LINE else ""
        return "" if line.startswith("EX") or line == Meridian.UNCODED.value else line

    def _shown(self, point: Point) -> ShownSite:
        side, album = self._site(point), self._album()
        return ShownSite(point, side, None if album is None else album.points.point(point.code, side))

    def _choose(self, code: PointCode, side: SiteSide | None) -> None:
        try:
            point = self._content.atlas[code]
        except UnknownPoint:
            return
        self._point = code
        if side is not None and side in point.sites:
            self._side = side
        elif self._side not in point.sites and point.bilateral:
            self._side = SiteSide.LEFT
        if self._check is not None and (self._check.point, self._check.side) != (point, self._site(point)):
            self._check = None
        if self._tour is not None and point not in self._tour.points:
            self._tour = None
        views = views_showing(self._album(), point, self._site(point))
        if views and self._facing not in views:
            self._facing = views[0]

    @property
    def _year(self) -> int | None:
        return None if self._keeping is None else self._keeping.now().local_date.year

    def _recall(self) -> None:
        if self._keeping is None:
            return
        practice = self._keeping.practice
        self._practised = Practised(
            tuple(each.point for each in practice.recall_favourites()), practice.recall_point_checks()
        )

    # --- The list

    @property
    def _searching(self) -> bool:
        return bool(self._text.strip())

    def _list(self, listing: Listing) -> None:
        self._listing = listing
        self._text = ""
        self._found = ()

    def _listed(self) -> tuple[Point, ...]:
        if self._searching:
            return tuple(match.point for match in self._found)
        return listed(self._content, self._listing, self._practised)

    def _scope(self) -> LearningScope | None:
        return None if self._searching else scope_of(self._listing)

    def _found_line(self, points: tuple[Point, ...]) -> str:
        if not self._searching:
            return list_words.in_list(len(points)) if points else ""
        topics = {match.topic for match in self._found}
        if self._found and self._found[0].rank is MatchRank.NEARLY:
            return list_words.nearly(len(points))
        if len(topics) == 1 and (topic := topics.pop()) is not None and topic.kind is TopicKind.COMPLAINT:
            return list_words.of_set(len(points), topic.phrases[0])
        return list_words.matches(len(points), len(self._content.atlas))

    def _marked(self, points: tuple[Point, ...]) -> Marked:
        """The small body marks what is listed: of all points those in use, of a line one side."""
        if self._searching:
            return Marked(points)
        if self._listing.kind is ListKind.ALL:
            return Marked(self._content.in_use)
        return Marked(points, self._side if self._listing.kind is ListKind.LINE else None)

    # --- Small parts

    def _keep_view(self) -> KeepView:
        kept = self._point in self._practised.favourites
        return KeepView(atlas_card.kept() if kept else atlas_card.keep(), Kept.YES if kept else Kept.NO)
