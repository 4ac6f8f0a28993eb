"""The pictures of the atlas: which sites the small body marks, and the chosen one near by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from acupress_desktop.domain.atlas import Point, Pressability
from acupress_desktop.domain.body_album import BodyAlbum, PictureKind
from acupress_desktop.domain.how_to import MeasuringLine
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.own_body import drawn_own_body
from acupress_desktop.domain.own_hand import Whose
from acupress_desktop.domain.placed_points import PlacedPoint
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_card import ShownSite
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.atlas_view import CloseUpView, SiteLook, SiteView, WholeBodyView
from acupress_desktop.presenters.own_distance import distance_of
from acupress_desktop.words import atlas as words
from acupress_desktop.words import body, how_to
from acupress_desktop.words.own_hand import in_fingers

FACINGS = ("front", "back", "left", "right")
MARKED_MOST = 24
"""More points than this on one small body cannot be told apart."""
FINGERS_PER_CUN = 4 / 3
"""Four finger-widths make three cun, in the same person's own measure."""
MARGIN_CHARACTERS = 15
"""Words beside a picture stand in a narrow margin, in as many lines as they need."""
RULER_CHARACTERS = 11
_SAME_REGION = 100
_NEIGHBOUR = 10_000


@dataclass(frozen=True, slots=True)
class Marked:
    """What the pictures mark: the points, and the only side of them where both would be too much."""

    points: tuple[Point, ...]
    only_side: SiteSide | None = None

    def sites(self, point: Point) -> tuple[SiteSide, ...]:
        """Return the sites of a point that are marked."""
        if self.only_side is None or not point.bilateral:
            return point.sites
        return (self.only_side,)


def views_showing(album: BodyAlbum | None, point: Point, side: SiteSide) -> tuple[str, ...]:
    """Return the whole-body views that show a site."""
    placed = None if album is None else album.points.point(point.code, side)
    return () if placed is None else tuple(view for view in FACINGS if view in placed.views)


def whole_body(
    album: BodyAlbum | None, marked: Marked, shown: ShownSite | None, facing: str
) -> WholeBodyView:
    """Show the points on the small body, the chosen one on top of all others."""
    chosen = None if shown is None else shown.point.code
    in_view = tuple(
        point
        for point in marked.points
        if album is None or any(facing in views_showing(album, point, site) for site in marked.sites(point))
    )
    few = thinned(in_view, chosen)
    sites = [site_view(point, site) for point in few if point.code != chosen for site in marked.sites(point)]
    notes = []
    if shown is not None:
        other = shown.side.mirrored
        if other is not shown.side:
            sites.append(site_view(shown.point, other, SiteLook.OTHER_SIDE))
        sites.append(site_view(shown.point, shown.side, SiteLook.CHOSEN))
        views = views_showing(album, shown.point, shown.side)
        if views and facing not in views:
            notes.append(words.not_on_this_view(", ".join(words.view_name(view) for view in views)))
    if len(few) < len(in_view):
        notes.append(words.shown_of(len(few), len(in_view)))
    return WholeBodyView(
        name=words.whole_body(),
        facing=facing,
        facings_name=words.facing(),
        facings=tuple((view, words.view_name(view)) for view in FACINGS),
        sites=tuple(sites),
        note=" ".join(notes),
        spoken=words.whole_body(),
    )


def thinned(
    points: tuple[Point, ...], chosen: PointCode | None, most: int = MARKED_MOST
) -> tuple[Point, ...]:
    """Return at most ``most`` of ``points``, evenly from the first to the last and the chosen one too."""
    if len(points) <= most:
        return points
    places = {round(step * (len(points) - 1) / (most - 1)) for step in range(most)}
    at = next((place for place, point in enumerate(points) if point.code == chosen), None)
    if at is not None and at not in places:
        places.discard(min(places, key=lambda place: abs(place - at)))
        places.add(at)
    return tuple(points[place] for place in sorted(places))


def site_view(point: Point, side: SiteSide, look: SiteLook = SiteLook.OTHER) -> SiteView:
    """Return a site with every word it may need."""
    return SiteView(
        point=point.code,
        side=side,
        name=point.english,
        detail=point.label,
        spoken=words.site_spoken(point.english, point.label, side),
        look=look,
    )


# --- Near by


def close_up(
    content: AtlasContent, album: BodyAlbum | None, marked: Marked, shown: ShownSite, reader: Reader
) -> CloseUpView:
    """Show one site near by with the way to it; without a dot where no picture can show it."""
    point, side, placed = shown.point, shown.side, shown.placed
    how = content.how_to.get(point.code)
    wanted = "" if how is None else how.close_up
    seen = album is None or album.find(point.code, side, wanted) is not None
    way = None if how is None or not seen else how.measure
    said = WayWords()
    if way is not None:
        said = way_words(way, None if placed is None else placed.one_cun_mm, reader)
    ring = "" if placed is None or not seen else _ring(point, placed)
    place = content.your_place(point, side)
    part = "" if seen or album is None else picture_of_part(content, album, point)
    nothing = "" if seen else _why_no_dot(content, point, placed, part)
    return CloseUpView(
        site=site_view(point, side, SiteLook.CHOSEN),
        wanted=wanted,
        place=place,
        others=tuple(
            site_view(each, side if each.bilateral else SiteSide.MIDLINE)
            for each in _near(content, marked, shown)
        ),
        way=way,
        way_lines=said.lines,
        way_begins=said.begins,
        ring="\n".join(words.in_lines(ring, MARGIN_CHARACTERS)) if ring else "",
        other_reading=_other_reading(point, side) if seen else None,
        spoken=words.close_up_spoken(place, point.english, ring, said.spoken) if seen else nothing,
        part=part,
        nothing=nothing,
    )


def _near(content: AtlasContent, marked: Marked, shown: ShownSite) -> Iterable[Point]:
    """The marked points and the neighbours that the instructions name, each once."""
    how = content.how_to.get(shown.point.code)
    neighbours = () if how is None else tuple(content.atlas[code] for code in how.neighbours)
    every = {each.code: each for each in (*marked.points, *neighbours)}
    every.pop(shown.point.code, None)
    return every.values()


def _other_reading(point: Point, side: SiteSide) -> SiteView | None:
    """The second place of a point on which the standard is undecided."""
    if point.alternative is None:
        return None
    other = site_view(point, side)
    said = words.other_reading_spoken(other.spoken)
    return replace(other, name=words.other_reading(), spoken=said)


def _ring(point: Point, placed: PlacedPoint) -> str:
    """Nobody is asked to feel around for a point of study."""
    study = point.pressability is Pressability.NEVER
    return (words.ring_of_study if study else words.ring)(placed.uncertainty_mm)


def _why_no_dot(content: AtlasContent, point: Point, placed: PlacedPoint | None, part: str) -> str:
    if not part:
        return words.no_close_up()
    region = body.region(content.regions.title(point.region))
    return words.not_on_skin(region) if placed is None else words.hidden_in_pictures(region)


def picture_of_part(content: AtlasContent, album: BodyAlbum, point: Point) -> str:
    """Return the close-up that shows most of what lies around a point; empty where none does.

    Neighbours that the instructions name count most, then points of the same region, then of the same area.
    """
    regions, how = content.regions, content.how_to.get(point.code)
    neighbours = () if how is None else how.neighbours
    area = regions.members(regions.leaf(point.region).parent)
    counts: Counter[str] = Counter()
    for placed in album.points.points:
        weight = 1 if placed.region in area else 0
        weight = _SAME_REGION if placed.region == point.region else weight
        weight = _NEIGHBOUR if placed.code in neighbours else weight
        for view in placed.views if weight else ():
            if view in album.pictures and album.pictures[view].kind is PictureKind.CLOSE_UP:
                counts[view] += weight
    best = counts.most_common(1)
    return best[0][0] if best else ""


# --- The way to it, measured


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a distance: their hand stands in the settings, their body may be the one that is drawn."""

    settings: Settings
    year: int | None = None

    @property
    def sees_own_body(self) -> bool:
        """Whether the body that is drawn is the reader's own."""
        return self.year is not None and drawn_own_body(self.settings, self.year) is not None


@dataclass(frozen=True, slots=True)
class WayWords:
    """A measuring line in words: beside it, at its beginning, and aloud."""

    lines: tuple[str, ...] = ()
    begins: str = ""
    spoken: str = ""


def way_words(way: MeasuringLine, cun_mm: float | None, reader: Reader) -> WayWords:
    """Say a measuring line: in fingers by the old rule, in cun and centimetres, in the reader's own fingers.

    ``cun_mm`` is one cun on the body that is shown, where it is known.
    """
    fingers = words.way_fingers(max(1, round(way.cun * FINGERS_PER_CUN)))
    length, own = words.way_cun(way.cun), ""
    if cun_mm is not None:
        distance = distance_of(way.cun, cun_mm, reader.settings)
        whose = words.way_cun_and_cm_on_you if reader.sees_own_body else words.way_cun_and_cm
        length = whose(way.cun, distance.centimetres)
        own = in_fingers(distance) if distance.whose is Whose.OWN else ""
    beside = [
        *words.in_lines(length, RULER_CHARACTERS),
        *(words.in_lines(own, RULER_CHARACTERS) if own else ()),
    ]
    said = words.way_spoken(how_to.line(way.fingers), how_to.line(way.from_label), length)
    return WayWords(
        (fingers, *beside),
        "\n".join(words.in_lines(how_to.landmark(way.from_label), MARGIN_CHARACTERS)),
        " ".join(part for part in (said, words.way_own_spoken(own) if own else "") if part),
    )
