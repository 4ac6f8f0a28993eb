"""What a set comes to before anybody is screened: for the home page and the list of sets.

The real plan is computed from a clearance (``domain.plans``); this one leaves nothing out and is never
handed to a session.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta, timezone

from acupress_desktop.domain.allowance import PastSession
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import EvidenceLine, Source
from acupress_desktop.domain.ids import RegionId, SourceId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.plans import Choices
from acupress_desktop.domain.ports import NextSet, ProtocolStart, SitePress
from acupress_desktop.domain.protocols import (
    HOLD_SECONDS_MIN,
    DoseStage,
    Form,
    Part,
    Plan,
    PlannedStep,
    Protocol,
    Step,
    StepSides,
)
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.presenters.pieces import EvidenceView, SourceView
from acupress_desktop.words import complaints
from acupress_desktop.words import evidence as words


def outline(protocol: Protocol, atlas: Atlas, choices: Choices) -> Plan:
    """Compute the sites of a set as if nothing were left out."""
    steps: list[PlannedStep] = []
    for step in protocol.steps:
        if choices.part is not None and step.part not in (None, choices.part):
            continue
        short = step.short_hold_seconds if choices.form is Form.SHORT else None
        prescribed = short or step.hold_seconds
        hold = prescribed // 2 if choices.stage is DoseStage.FIRST_WEEK else prescribed
        longest = atlas[step.point].max_hold_seconds
        hold = max(HOLD_SECONDS_MIN, hold if longest is None else min(hold, longest))
        for site in _sites(step, choices):
            steps.append(
                PlannedStep(
                    order=len(steps) + 1,
                    point=step.point,
                    side=site,
                    prescribed_seconds=prescribed,
                    hold_seconds=hold,
                    prescribed_pressure=step.felt_pressure,
                    felt_pressure=step.felt_pressure,
                    changed_by=(),
                )
            )
    return Plan(
        protocol=protocol.id,
        complaint=protocol.complaint,
        content_version=protocol.content_version,
        form=choices.form,
        stage=choices.stage,
        steps=tuple(steps),
        left_out=(),
    )


def _sites(step: Step, choices: Choices) -> tuple[SiteSide, ...]:
    first = SiteSide(choices.first_side.value)
    if step.sides in (StepSides.LEFT, StepSides.RIGHT):
        return (SiteSide(step.sides.value),)
    if step.sides is StepSides.MIDLINE:
        return (SiteSide.MIDLINE,)
    if step.sides is StepSides.PAINFUL_SIDE and choices.painful_side in (PainSide.LEFT, PainSide.RIGHT):
        return (SiteSide(choices.painful_side.value),)
    return (first, first.mirrored)


def next_set_of(protocol: Protocol, plan: Plan, regions: tuple[RegionId, ...]) -> NextSet:
    """Write down what the home page shall offer at the next start."""
    return NextSet(
        protocol.id,
        protocol.title,
        plan.minutes,
        tuple(SitePress(step.point, step.side) for step in plan.steps),
        regions,
    )


def choices_of(kept: NextSet, protocol: Protocol) -> tuple[PainSide | None, Part | None]:
    """Read the side and the half that a person chose back from the sites that were kept."""
    sides = {site.side for site in kept.sites} - {SiteSide.MIDLINE}
    one_sided = any(step.sides is StepSides.PAINFUL_SIDE for step in protocol.steps)
    pain_side: PainSide | None = None
    if one_sided and sides:
        pain_side = PainSide(next(iter(sides)).value) if len(sides) == 1 else PainSide.BOTH
    points = {site.point for site in kept.sites}
    parts = {step.part for step in protocol.steps if step.point in points and step.part is not None}
    every = {step.part for step in protocol.steps if step.part is not None}
    part = next(iter(parts)) if len(parts) == 1 and len(every) > 1 else None
    return pain_side, part


def areas_of(regions: RegionMap, meant: Iterable[RegionId]) -> tuple[RegionId, ...]:
    """Return the areas of which ``meant`` takes in at least half, in the order of the body."""
    leaves = {leaf for region in meant for leaf in regions.members(region)}
    found = []
    for area in regions.areas:
        members = regions.members(area.id)
        if 2 * len(leaves.intersection(members)) >= len(members):
            found.append(area.id)
    return tuple(found)


def places_meant(regions: RegionMap, meant: tuple[RegionId, ...]) -> tuple[RegionId, ...]:
    """Return every name under which pain there may have been told: the regions, their leaves, their areas."""
    leaves = (leaf for region in meant for leaf in regions.members(region))
    return tuple(dict.fromkeys((*meant, *areas_of(regions, meant), *leaves)))


def main_area(regions: RegionMap, meant: tuple[RegionId, ...], part: Part | None) -> RegionId | None:
    """Return the area that numbers given before a session are about; ``None`` where no place is meant."""
    if part is not None:
        return _PART_AREAS[part]
    for region in meant:
        areas = areas_of(regions, (region,))
        if areas:
            return areas[0]
    return meant[0] if meant else None


_PART_AREAS = {Part.HANDS: RegionId("area-hand"), Part.FEET: RegionId("area-foot")}


def set_name(protocol: Protocol) -> str:
    """Name a set: the app's own in the person's language, a routine as they named it."""
    return protocol.title if protocol.routine is not None else complaints.set_title(protocol.title)


def needs_side(protocol: Protocol) -> bool:
    """Whether the set presses the painful side alone, so that the side must be known."""
    return any(step.sides is StepSides.PAINFUL_SIDE for step in protocol.steps)


def parts_of(protocol: Protocol) -> tuple[Part, ...]:
    """The halves that a set has, none for most."""
    return tuple(dict.fromkeys(step.part for step in protocol.steps if step.part is not None))


def history_of(starts: Iterable[ProtocolStart], now: Moment) -> tuple[PastSession, ...]:
    """Turn first days into sessions that began as those days did, for the rule of the first week."""
    zone = timezone(timedelta(minutes=now.offset_minutes))
    return tuple(
        PastSession(start.protocol, Moment.of(datetime.combine(start.day, time(), zone)), 1, 1.0)
        for start in starts
    )


def evidence_view(line: EvidenceLine, sources: Mapping[SourceId, Source]) -> EvidenceView:
    """Show what is known about a set, with every source that it names."""
    found = tuple(sources[name] for name in line.sources if name in sources)
    return EvidenceView(
        certainty=words.certainty(line.grade),
        text=words.line(line.text),
        sources=tuple(
            SourceView(words.source_short(source), words.source_full(source), words.checked(source.checked))
            for source in found
        ),
    )
