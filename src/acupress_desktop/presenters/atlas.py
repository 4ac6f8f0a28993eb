"""The atlas of the points in use: a list that can be searched, a small body, one point near by, its card."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from acupress_desktop.domain.atlas import Point, Pressability, UnknownPoint
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import PlacedPoint
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.atlas_card import AtlasContent, point_card
from acupress_desktop.presenters.atlas_view import (
    AtlasView,
    CloseUpView,
    PointRowView,
    SiteLook,
    SiteView,
    WholeBodyView,
)
from acupress_desktop.presenters.destinations import Destination, ToPresentation
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.words import atlas as words
from acupress_desktop.words import how_to

FACINGS = ("front", "back", "left", "right")
FINGERS_PER_CUN = 4 / 3
"""Four finger-widths make three cun, in the same person's own measure."""
MARGIN_CHARACTERS = 15
"""Words beside a picture stand in a narrow margin, in as many lines as they need."""
RULER_CHARACTERS = 11


class AtlasPresenter:
    """Presents the atlas; every intent returns the new view or where to go."""

    def __init__(
        self,
        content: AtlasContent,
        settings: SettingsPort,
        album: Callable[[], BodyAlbum | None],
        point: PointCode | None = None,
        side: SiteSide | None = None,
    ) -> None:
        """``album`` gives the pictures of the person's figure, or ``None`` while they are still read."""
        self._content = content
        self._settings = settings
        self._album = album
        self._in_use = content.in_use
        self._text = ""
        self._point: PointCode | None = None
        self._side = side or SiteSide.LEFT
        self._facing = FACINGS[0]
        if point is not None:
            self._choose(point, side)

    # --- Intents

    def present(self) -> AtlasView:
        """Show the page as it stands."""
        settings = self._settings.recall_settings()
        point = self._chosen()
        side = self._site(point) if point is not None else self._side
        placed = self._placed(point, side)
        other = side.mirrored
        found = self._found()
        return AtlasView(
            page=words.page(),
            search=words.search(),
            search_hint=words.search_hint(),
            found=words.matches(len(found)) if self._text.strip() else words.in_use(len(found)),
            list_name=words.list_name(),
            heads=(words.column_code(), words.column_name(), words.column_pinyin()),
            rows=tuple(
                PointRowView(
                    each.code,
                    (each.display_code or "", each.english, each.pinyin),
                    Choice.when(each.code == self._point),
                )
                for each in found
            ),
            whole=self._whole(point, side),
            close_up=None if point is None else self._close_up(point, side, placed),
            card=None if point is None else point_card(self._content, point, side, placed, settings.hanzi),
            nothing_chosen=words.nothing_chosen(),
            tabs_name=words.card_or_picture(),
            words_tab=words.words_tab(),
            picture_tab=words.picture_tab(),
            other_side=ActView(words.show_side(other)) if point is not None and point.bilateral else None,
            turn=words.turn_from_mirror()
            if settings.body_view is BodyView.MIRROR
            else words.turn_to_mirror(),
            present=ActView(words.present())
            if point is not None and point.pressability is not Pressability.NEVER
            else None,
            your_left=words.your_left(),
            your_right=words.your_right(),
            turned=settings.body_view,
            figure=settings.figure,
        )

    def search(self, text: str) -> AtlasView:
        """Show the points that match; a single match is opened."""
        self._text = text
        found = self._found()
        if text.strip() and len(found) == 1:
            self._choose(found[0].code, None)
        return self.present()

    def choose(self, point: PointCode, side: SiteSide | None = None) -> AtlasView:
        """Open a point, on a side where one was pointed at."""
        self._choose(point, side)
        return self.present()

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

    def show_to_somebody(self) -> Destination:
        """Open the large view at this point."""
        return ToPresentation(point=self._point)

    # --- What is chosen

    def _chosen(self) -> Point | None:
        return None if self._point is None else self._content.atlas[self._point]

    def _site(self, point: Point) -> SiteSide:
        """Return the side that is shown of a point."""
        return self._side if self._side in point.sites else point.sites[0]

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
        views = self._views(point, self._site(point))
        if views and self._facing not in views:
            self._facing = views[0]

    def _placed(self, point: Point | None, side: SiteSide) -> PlacedPoint | None:
        album = self._album()
        if album is None or point is None:
            return None
        return album.points.point(point.code, side)

    def _views(self, point: Point, side: SiteSide) -> tuple[str, ...]:
        """Return the whole-body views that show a site."""
        placed = self._placed(point, side)
        return () if placed is None else tuple(view for view in FACINGS if view in placed.views)

    # --- The list

    def _found(self) -> tuple[Point, ...]:
        if not self._text.strip():
            return self._in_use
        used = {point.code for point in self._in_use}
        by_name = [point for point in self._content.atlas.search(self._text) if point.code in used]
        wanted = [_folded(word) for word in self._text.split()]
        by_place = [
            point
            for point in self._in_use
            if point not in by_name and all(word in self._place_text(point) for word in wanted)
        ]
        return (*by_name, *by_place)

    def _place_text(self, point: Point) -> str:
        """What a person may call the part of the body that a point lies on."""
        regions = self._content.regions
        parts = [regions.title(point.region), regions.title(regions.leaf(point.region).parent), point.english]
        parts += [self._content.place(point, side) for side in point.sites]
        return _folded(" ".join(parts))

    # --- The maps

    def _site_view(self, point: Point, side: SiteSide, look: SiteLook = SiteLook.OTHER) -> SiteView:
        return SiteView(
            point=point.code,
            side=side,
            name=point.english,
            detail=point.label,
            spoken=words.site_spoken(point.english, point.label, side),
            look=look,
        )

    def _whole(self, point: Point | None, side: SiteSide) -> WholeBodyView:
        sites = []
        for each in self._in_use:
            for site in each.sites:
                look = SiteLook.OTHER
                if point is not None and each.code == point.code:
                    look = SiteLook.CHOSEN if site is side else SiteLook.OTHER_SIDE
                sites.append(self._site_view(each, site, look))
        # What is chosen is painted last, over its neighbours.
        sites.sort(
            key=lambda site: list(SiteLook).index(site.look) if site.look is not SiteLook.OTHER else -1
        )
        views = () if point is None else self._views(point, side)
        elsewhere = ""
        if views and self._facing not in views:
            elsewhere = words.not_on_this_view(", ".join(words.view_name(view) for view in views))
        return WholeBodyView(
            name=words.whole_body(),
            facing=self._facing,
            facings_name=words.facing(),
            facings=tuple((view, words.view_name(view)) for view in FACINGS),
            sites=tuple(sites),
            elsewhere=elsewhere,
            spoken=words.whole_body(),
        )

    def _close_up(self, point: Point, side: SiteSide, placed: PlacedPoint | None) -> CloseUpView:
        how = self._content.how_to.get(point.code)
        way = _Way() if how is None else _way_of(how, placed)
        ring = "" if placed is None else words.ring(placed.uncertainty_mm)
        place = self._content.place(point, side)
        return CloseUpView(
            site=self._site_view(point, side, SiteLook.CHOSEN),
            wanted="" if how is None else how.close_up,
            place=words.your(place),
            others=tuple(
                self._site_view(each, side if each.bilateral else SiteSide.MIDLINE)
                for each in self._in_use
                if each.code != point.code
            ),
            way=None if how is None else how.measure,
            way_lines=way.lines,
            way_begins=way.begins,
            ring="\n".join(words.in_lines(ring, MARGIN_CHARACTERS)),
            spoken=words.close_up_spoken(words.your(place), point.english, ring, way.spoken),
            nothing=words.no_close_up(),
        )


@dataclass(frozen=True, slots=True)
class _Way:
    """A measuring line in words: beside it, at its beginning, and aloud."""

    lines: tuple[str, ...] = ()
    begins: str = ""
    spoken: str = ""


def _way_of(how: HowTo, placed: PlacedPoint | None) -> _Way:
    way = how.measure
    if way is None:
        return _Way()
    length = words.way_cun(way.cun)
    if placed is not None and len(placed.cun_mm) == 1:
        # One scale only: then it is the one along which this line is measured.
        (cun_mm,) = placed.cun_mm.values()
        length = words.way_cun_and_cm(way.cun, way.cun * cun_mm / 10)
    fingers = words.way_fingers(max(1, round(way.cun * FINGERS_PER_CUN)))
    return _Way(
        (fingers, *words.in_lines(length, RULER_CHARACTERS)),
        "\n".join(words.in_lines(how_to.landmark(way.from_label), MARGIN_CHARACTERS)),
        words.way_spoken(how_to.line(way.fingers), how_to.line(way.from_label), length),
    )


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
