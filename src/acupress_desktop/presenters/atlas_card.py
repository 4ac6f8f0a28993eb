"""The card of one point, in words, as the atlas and the view for others show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from acupress_desktop.domain.atlas import Atlas, Point, Pressability
from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode, SourceId
from acupress_desktop.domain.placed_points import PlacedPoint
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.settings import Hanzi
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_view import PointCardView, RowView, SetEvidenceView
from acupress_desktop.presenters.outlines import evidence_view
from acupress_desktop.words import atlas as words
from acupress_desktop.words import complaints, how_to


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

    @property
    def in_use(self) -> tuple[Point, ...]:
        """The points that sets press or may press instead, in the order of the atlas."""
        used = {step.point for protocol in self.protocols for step in protocol.steps}
        used.update(
            instead.point
            for protocol in self.protocols
            for step in protocol.steps
            for instead in step.replacements
        )
        used.update(self.how_to)
        return tuple(point for point in self.atlas if point.code in used)

    def place(self, point: Point, side: SiteSide) -> str:
        """Name the place of a site, such as "Left hand, back"."""
        how = self.how_to.get(point.code)
        if how is not None and how.place(side):
            return how_to.line(how.place(side))
        return words.site(self.regions.title(point.region), side)

    def cautions(self, point: Point) -> tuple[str, ...]:
        """Say what to mind at a point; the general caution always."""
        told = [words.note(self.notes.cautions[name]) for name in point.cautions]
        if point.press_note is not None:
            told.append(words.note(self.notes.press[point.press_note]))
        if not told:
            told.append(words.no_special_caution())
        return (*told, words.general_caution())

    def in_pregnancy(self, point: Point) -> str:
        """Say whether a point is pressed in a pregnancy."""
        if point.code in self.pregnancy_points:
            return words.pregnancy_short_list()
        return words.pregnancy_left_out(point.pregnancy, point.pregnancy_named_by)

    def press(self, point: Point) -> tuple[str, ...]:
        """Say how a point is reached and with what it is pressed; nothing for a point of study."""
        if point.pressability is Pressability.NEVER:
            return ()
        how = self.how_to.get(point.code)
        told = [words.reach(point.reach)]
        if how is not None:
            told.append(how_to.line(how.press_with))
        reach = how_to.line(how.reach) if how is not None and how.reach else ""
        if not reach and point.reach_note is not None:
            reach = words.note(self.notes.reach[point.reach_note])
        told.append(reach)
        return tuple(dict.fromkeys(line for line in told if line))


def hanzi_of(point: Point, script: Hanzi) -> str:
    """Write the Chinese name in the person's script."""
    return point.hanzi_simplified if script is Hanzi.SIMPLIFIED else point.hanzi_traditional


def point_card(
    content: AtlasContent, point: Point, side: SiteSide, placed: PlacedPoint | None, script: Hanzi
) -> PointCardView:
    """Say everything about one point on one side."""
    how = content.how_to.get(point.code)
    steps = () if how is None else tuple(how_to.line(step) for step in how.steps)
    never = point.pressability is Pressability.NEVER
    rows = [
        RowView(words.place(), (content.place(point, side),)),
        RowView(words.press(), content.press(point)),
        RowView(words.posture(), () if how is None or never else (how_to.line(how.posture),)),
        RowView(words.cautions(), content.cautions(point)),
        RowView(words.pregnancy(), (content.in_pregnancy(point),)),
    ]
    evidence = tuple(
        SetEvidenceView(
            complaints.set_title(protocol.title), evidence_view(protocol.evidence, content.sources)
        )
        for protocol in content.protocols
        if any(step.point == point.code for step in protocol.steps)
    )
    standard = [words.standard(point.location, point.measure)]
    if point.rule_is_own_choice:
        standard.append(words.rule_is_own_choice())
    if placed is not None:
        ring = words.ring_source_measured if placed.uncertainty_measured else words.ring_source_own
        standard.append(ring(placed.uncertainty_mm))
    limit = words.limit(point.pressability, point.max_felt_pressure, point.max_hold_seconds)
    spoken = ". ".join(part for part in (point.english, point.label, limit, *steps) if part)
    return PointCardView(
        point=point.code,
        title=point.english,
        code=point.label if point.display_code is not None else "",
        pinyin=point.pinyin,
        hanzi=hanzi_of(point, script),
        limit=limit,
        steps_heading=words.how_to_find(),
        steps=steps,
        rows=tuple(row for row in rows if row.lines),
        evidence_heading=words.what_studies_found(),
        evidence=evidence,
        no_evidence="" if evidence else words.in_no_set(),
        standard_heading=words.exact_place(),
        standard=tuple(standard),
        spoken=spoken,
    )
