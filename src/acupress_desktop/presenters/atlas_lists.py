"""Which points the atlas lists: those in use, all, a person's own, a line, a part of the body, a set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.atlas import Meridian, Point, Pressability
from acupress_desktop.domain.ids import ComplaintId, PointCode, RegionId
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import PointCheck, hard_points
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.atlas_view import ChooserView, OptionView, PointRowView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.words import atlas_lists as words
from acupress_desktop.words import body, complaints


class ListKind(Enum):
    """What a list goes by; the last three ask once more."""

    IN_USE = "in_use"
    ALL = "all"
    FAVOURITES = "favourites"
    HARD = "hard"
    LINE = "line"
    AREA = "area"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; ``within`` names the line, the area or the complaint of those that ask once more."""

    kind: ListKind = ListKind.IN_USE
    within: str = ""


@dataclass(frozen=True, slots=True)
class Practised:
    """What a person keeps about points, as far as lists go by it."""

    favourites: tuple[PointCode, ...] = ()
    checks: tuple[PointCheck, ...] = ()


def listed(content: AtlasContent, listing: Listing, practised: Practised) -> tuple[Point, ...]:
    """Return the points of a list, in the order of the atlas unless the person's own order says more."""
    match listing.kind:
        case ListKind.IN_USE:
            return content.in_use
        case ListKind.ALL:
            return tuple(content.atlas)
        case ListKind.FAVOURITES:
            return _known(content, practised.favourites)
        case ListKind.HARD:
            return _known(content, (share.point for share in hard_points(practised.checks)))
        case ListKind.LINE:
            return points_of_line(content, Meridian(listing.within))
        case ListKind.AREA:
            leaves = content.regions.members(RegionId(listing.within))
            return tuple(point for point in content.atlas if point.region in leaves)
        case ListKind.SET:
            pressed = {step.point for step in _set_of(content, listing.within).steps}
            return tuple(point for point in content.atlas if point.code in pressed)


def points_of_line(content: AtlasContent, line: Meridian) -> tuple[Point, ...]:
    """Return the points of a line or group in their order."""
    return tuple(point for point in content.atlas if point.meridian is line)


def lists_view(listing: Listing) -> ChooserView:
    """Show what may be listed."""
    return ChooserView(
        words.which_list(), tuple(OptionView(kind, _kind_label(kind)) for kind in ListKind), listing.kind
    )


def within_view(content: AtlasContent, listing: Listing) -> ChooserView | None:
    """Show the second choice, where the first asks for one."""
    match listing.kind:
        case ListKind.LINE:
            lines = tuple(OptionView(line.value, words.line(line)) for line in Meridian)
            return ChooserView(words.which_line(), lines, listing.within)
        case ListKind.AREA:
            areas = tuple(OptionView(area.id, body.region(area.title)) for area in content.regions.areas)
            return ChooserView(words.which_area(), areas, listing.within)
        case ListKind.SET:
            sets = tuple(
                OptionView(each.complaint, complaints.set_title(each.title)) for each in _sets(content)
            )
            return ChooserView(words.which_set(), sets, listing.within)
        case _:
            return None


def listing_near(content: AtlasContent, kind: ListKind, point: Point | None) -> Listing:
    """Return the list of a kind to begin with: where it asks once more, the one that has the open point."""
    match kind:
        case ListKind.LINE:
            return Listing(kind, (Meridian.LUNG if point is None else point.meridian).value)
        case ListKind.AREA:
            first = content.regions.areas[0].id
            return Listing(kind, first if point is None else content.regions.leaf(point.region).parent)
        case ListKind.SET:
            pressing = (
                each.complaint
                for each in _sets(content)
                if point is not None and any(step.point == point.code for step in each.steps)
            )
            return Listing(kind, next(pressing, _sets(content)[0].complaint))
        case _:
            return Listing(kind)


def listing_name(content: AtlasContent, listing: Listing) -> str:
    """Name a list, such as "Lung line (LU)"."""
    within = within_view(content, listing)
    if within is None:
        return _kind_label(listing.kind)
    return next(option.label for option in within.options if option.key == within.key)


def nothing_listed(listing: Listing) -> str:
    """Say why a list is empty and how it fills."""
    match listing.kind:
        case ListKind.FAVOURITES:
            return words.no_favourites()
        case ListKind.HARD:
            return words.none_found_hard()
        case _:
            return ""


def row_of(point: Point, chosen: Point | None) -> PointRowView:
    """Show a point in the list; what is only for study is heard as such."""
    study = point.pressability is Pressability.NEVER
    return PointRowView(
        point.code,
        (point.display_code or "", point.english, point.pinyin),
        Choice.when(point is chosen),
        words.name_of_study(point.english) if study else point.english,
    )


def scope_of(listing: Listing) -> LearningScope | None:
    """Return what the quiz calls such a list; ``None`` where it knows none."""
    match listing.kind:
        case ListKind.IN_USE:
            return LearningScope()
        case ListKind.ALL:
            return LearningScope(ScopeKind.ALL)
        case ListKind.FAVOURITES:
            return LearningScope(ScopeKind.FAVOURITES)
        case ListKind.LINE:
            return LearningScope(ScopeKind.LINE, listing.within)
        case ListKind.AREA:
            return LearningScope(ScopeKind.AREA, listing.within)
        case _:
            return None


def _kind_label(kind: ListKind) -> str:
    return {
        ListKind.IN_USE: words.listed_in_use(),
        ListKind.ALL: words.listed_all(),
        ListKind.FAVOURITES: words.listed_favourites(),
        ListKind.HARD: words.listed_hard(),
        ListKind.LINE: words.listed_by_line(),
        ListKind.AREA: words.listed_by_area(),
        ListKind.SET: words.listed_by_set(),
    }[kind]


def _known(content: AtlasContent, codes: Iterable[PointCode]) -> tuple[Point, ...]:
    """A journal may name a point that a later atlas no longer holds."""
    return tuple(content.atlas[code] for code in codes if code in content.atlas)


def _sets(content: AtlasContent) -> tuple[Protocol, ...]:
    return tuple(protocol for protocol in content.protocols if protocol.offered)


def _set_of(content: AtlasContent, complaint: str) -> Protocol:
    return next(each for each in _sets(content) if each.complaint == ComplaintId(complaint))
