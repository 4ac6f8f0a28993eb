"""What the atlas speaks from: the points, their words, and the sets that press them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from acupress_desktop.domain.atlas import Atlas, Point, Pressability
from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode, SourceId
from acupress_desktop.domain.point_search import PointSearch
from acupress_desktop.domain.pregnancy_lists import PregnancyLists
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words import atlas as pictures
from acupress_desktop.words import atlas_card as words
from acupress_desktop.words import body, how_to


@dataclass(frozen=True, slots=True)
class PointNotes:
    """English sentences by the ids that points carry."""

    press: Mapping[str, str]
    cautions: Mapping[str, str]
    reach: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AtlasContent:
    """What the atlas speaks from. ``pregnancy_points`` are those that are offered in a pregnancy."""

    atlas: Atlas
    regions: RegionMap
    how_to: Mapping[PointCode, HowTo]
    notes: PointNotes
    protocols: tuple[Protocol, ...]
    sources: Mapping[SourceId, Source]
    pregnancy_points: frozenset[PointCode]
    pregnancy_lists: PregnancyLists
    search: PointSearch

    @property
    def in_use(self) -> tuple[Point, ...]:
        """The points that sets press or may press instead, in the order of the atlas."""
        used = {step.point for protocol in self.protocols for step in protocol.steps} | self.standing_in
        return tuple(point for point in self.atlas if point.code in used)

    @property
    def standing_in(self) -> frozenset[PointCode]:
        """The points that may come in for one that is left out."""
        return frozenset(
            instead.point
            for protocol in self.protocols
            for step in protocol.steps
            for instead in step.replacements
        )

    def place(self, point: Point, side: SiteSide) -> str:
        """Name the place of a site, such as "Left hand, back"."""
        how = self.how_to.get(point.code)
        if how is not None and how.place(side):
            return how_to.line(how.place(side))
        return body.sided_region(self.regions.title(point.region), side)

    def your_place(self, point: Point, side: SiteSide) -> str:
        """Name the place of a site to its owner: "Your left hand, back", in the middle "Top of the head"."""
        how = self.how_to.get(point.code)
        if how is not None and how.place(side):
            place = how_to.line(how.place(side))
            return place if side is SiteSide.MIDLINE else pictures.your(place)
        return pictures.your_region(body.region(self.regions.title(point.region)), side)

    def cautions(self, point: Point) -> tuple[str, ...]:
        """Say what to mind at a point; the general caution always, why it is limited where it is pressed."""
        told = [words.note(self.notes.cautions[name]) for name in point.cautions]
        if point.pressability is Pressability.YES and point.press_note is not None:
            told.append(words.note(self.notes.press[point.press_note]))
        if point.pressability is Pressability.NEVER:
            told.append(words.not_pressed_at_all())
            return tuple(told)
        if not told:
            told.append(words.no_special_caution())
        return (*told, words.general_caution())

    def press(self, point: Point) -> tuple[str, ...]:
        """Say with what a point is pressed, and what helps to reach it; nothing for a point of study."""
        if point.pressability is Pressability.NEVER:
            return ()
        how = self.how_to.get(point.code)
        told = [] if how is None else [how_to.line(how.press_with), how_to.line(how.reach)]
        if (how is None or not how.reach) and point.reach_note is not None:
            told.append(words.note(self.notes.reach[point.reach_note]))
        return tuple(dict.fromkeys(line for line in told if line))

    def in_pregnancy(self, point: Point) -> tuple[str, ...]:
        """Say whether a point is pressed in a pregnancy, and which lists name it."""
        lists = self.pregnancy_lists
        every, naming = len(lists.lists), lists.naming(point.code)
        part = lists.leaving_out_its_part(point.code)
        short = point.code in self.pregnancy_points
        never = point.pressability is Pressability.NEVER
        told = [words.pregnancy_short_list() if short else words.pregnancy_left_out()]
        if never:
            told = [words.pregnancy_never()]
        if naming:
            counts = {each.kind: 0 for each in lists.lists if each in naming}
            for each in naming:
                counts[each.kind] += 1
            kinds = ", ".join(words.list_kind(kind, count) for kind, count in counts.items())
            told.append(words.pregnancy_named_by(len(naming), every, kinds))
        else:
            told.append(words.pregnancy_named_by_none(every))
        if part:
            told.append(words.pregnancy_part_left_out(len(part)))
            told += [words.pregnancy_guideline() for each in part if each.is_official]
        elif not short and not never:
            told.append(words.pregnancy_own_part_rule(point.pregnancy))
        if (naming or part) and not short and not never:
            told.append(words.pregnancy_what_is_known())
        return tuple(line for line in told if line)
