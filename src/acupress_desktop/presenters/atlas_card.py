"""The card of one point, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from acupress_desktop.domain.atlas import Point, Pressability
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import PlacedPoint
from acupress_desktop.domain.point_practice import PointCheck, Sureness
from acupress_desktop.domain.routines import may_be_pressed
from acupress_desktop.domain.settings import Hanzi
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.atlas_view import (
    LinksView,
    PointCardView,
    PointLinkView,
    PressingView,
    RowView,
    SetEvidenceView,
)
from acupress_desktop.presenters.outlines import evidence_view
from acupress_desktop.words import atlas_card as words
from acupress_desktop.words import complaints, how_to
from acupress_desktop.words.evidence_page import see_studies_of_point
from acupress_desktop.words.routine_editor import add_to_routine

_NO_DISTANCE = "0"


@dataclass(frozen=True, slots=True)
class ShownSite:
    """Which site of a point a card is about, and where it lies on the figure that is shown."""

    point: Point
    side: SiteSide
    placed: PlacedPoint | None


def hanzi_of(point: Point, script: Hanzi) -> str:
    """Write the Chinese name in the person's script."""
    return point.hanzi_simplified if script is Hanzi.SIMPLIFIED else point.hanzi_traditional


def point_card(
    content: AtlasContent, shown: ShownSite, script: Hanzi, checks: Iterable[PointCheck] = ()
) -> PointCardView:
    """Say everything about one point on one side; ``checks`` are the person's tries at finding it."""
    point = shown.point
    how = content.how_to.get(point.code)
    never = point.pressability is Pressability.NEVER
    steps = () if how is None else tuple(how_to.line(step) for step in how.steps)
    pressing = _pressing(content, point)
    rows = (
        RowView(words.place(), (content.place(point, shown.side),)),
        RowView(words.press(), content.press(point)),
        RowView(words.posture(), () if how is None or never else (how_to.line(how.posture),)),
        RowView(words.cautions(), content.cautions(point)),
        RowView(words.pregnancy(), content.in_pregnancy(point)),
    )
    evidence = _evidence(content, point)
    spoken = (point.english, point.label, pressing.words, pressing.limit, *steps)
    return PointCardView(
        point=point.code,
        title=point.english,
        code=point.label if point.display_code is not None else "",
        pinyin=point.pinyin,
        hanzi=hanzi_of(point, script),
        pressing=pressing,
        looked_for=_looked_for(point.code, checks),
        steps_heading=words.how_to_find(),
        steps=steps,
        no_steps="" if steps else words.no_steps(),
        feel_heading=words.what_you_may_feel(),
        feel=() if how is None or never else (how_to.under_finger(how.feel),),
        rows=tuple(row for row in rows if any(row.lines)),
        links=_links(content, how),
        evidence_heading=words.what_studies_found() if evidence else words.what_is_known(),
        evidence=evidence,
        no_evidence="" if evidence else _no_evidence(content, point),
        evidence_all=see_studies_of_point(),
        standard_heading=words.exact_place(),
        standard=_standard(point, shown.placed),
        spoken=". ".join(part.rstrip(".") for part in spoken if part),
        to_routine=add_to_routine() if may_be_pressed(point) else "",
    )


def links_to(content: AtlasContent, heading: str, codes: Iterable[PointCode]) -> LinksView:
    """Return links that open other points."""
    points = (content.atlas[code] for code in codes)
    return LinksView(
        heading,
        tuple(PointLinkView(each.code, words.point_link(each.label, each.english)) for each in points),
    )


def _pressing(content: AtlasContent, point: Point) -> PressingView:
    limited = point.pressability is not Pressability.YES and point.press_note is not None
    return PressingView(
        point.pressability,
        words.may_press(point.pressability, point.reach),
        words.limit(point.pressability, point.reach, point.max_felt_pressure, point.max_hold_seconds),
        words.note(content.notes.press[point.press_note]) if limited and point.press_note else "",
    )


def _looked_for(code: PointCode, checks: Iterable[PointCheck]) -> str:
    tries = [check.sureness for check in checks if check.point == code]
    if not tries:
        return ""
    return words.looked_for(
        len(tries),
        tries.count(Sureness.SURE),
        tries.count(Sureness.ROUGHLY),
        tries.count(Sureness.NOT_FOUND),
    )


def _links(content: AtlasContent, how: HowTo | None) -> tuple[LinksView, ...]:
    if how is None:
        return ()
    found = (
        links_to(content, words.neighbours(), how.neighbours),
        links_to(content, words.easier(), how.instead),
    )
    return tuple(each for each in found if each.links)


def _evidence(content: AtlasContent, point: Point) -> tuple[SetEvidenceView, ...]:
    return tuple(
        SetEvidenceView(
            complaints.set_title(protocol.title), evidence_view(protocol.evidence, content.sources)
        )
        for protocol in content.protocols
        if any(step.point == point.code for step in protocol.steps)
    )


def _no_evidence(content: AtlasContent, point: Point) -> str:
    set_line = words.stands_in() if point.code in content.standing_in else words.in_no_set()
    return f"{set_line} {words.no_study()}"


def _standard(point: Point, placed: PlacedPoint | None) -> tuple[str, ...]:
    told = [words.standard(point.location, "" if point.measure == _NO_DISTANCE else point.measure)]
    if point.alternative is not None:
        told.append(words.other_place(point.alternative.location))
    if point.remark is not None:
        told.append(words.note(point.remark))
    if point.rule_is_own_choice:
        told.append(words.rule_is_own_choice())
    elif point.leans_on_own:
        told.append(words.rule_leans_on_own(len(point.leans_on_own)))
    if placed is not None:
        ring = words.ring_source_measured if placed.uncertainty_measured else words.ring_source_own
        told.append(ring(placed.uncertainty_mm))
    return tuple(told)
