"""From signs to the next safety screen: what to ask again, what to mark beforehand, what to leave out.

What is carried over can only make a result more careful: an answer that already restricts is never asked
away, places are added, pressures go down, and nothing that was refused is allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from acupress_desktop.domain.atlas import Atlas, UnknownPoint
from acupress_desktop.domain.ids import PointCode, ProtocolId, QuestionId, RegionId, RuleId
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.safety.asking import Remembered, harmless
from acupress_desktop.domain.safety.outcome import (
    BlockedRegion,
    BlockedSite,
    BreathingGuide,
    Clearance,
    Cleared,
    Message,
    MessageKind,
    NotCleared,
    OutcomeKind,
    PressureCap,
    ScreenResult,
    Urgency,
)
from acupress_desktop.domain.safety.places import all_sites, sites_in
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.safety.watch import (
    W_BRUISES,
    W_CHEST,
    W_DIZZY,
    W_DIZZY_AGAIN,
    W_NUMB_AGAIN,
    W_RISES,
    WatchKind,
    WatchSign,
)
from acupress_desktop.domain.safety.watch_facts import BadEffect
from acupress_desktop.domain.sides import SiteSide

SKIN_TODAY = QuestionId("today_skin_injury")
"""Asked every session; a bruise that was told before is marked in it beforehand."""
SOFT_PRESSURE = 3
"""As for an unsure answer about limits."""
BRUISE_OUT_DAYS = 7
"""So long a bruised place stays out whatever is answered; then, up to ``BRUISE_DAYS``, the answer decides."""

ASKED_BY: Mapping[WatchKind, tuple[QuestionId, ...]] = MappingProxyType(
    {
        WatchKind.WORSE: (QuestionId("worse_for_weeks"), QuestionId("headache_steadily_worse")),
        WatchKind.NIGHTS: (QuestionId("night_pain"), QuestionId("low_back_constant_at_night")),
        WatchKind.BRUISE: (
            QuestionId("blood_thinner"),
            QuestionId("antiplatelet"),
            QuestionId("bleeding_disorder"),
            QuestionId("fragile_skin"),
        ),
        WatchKind.NUMB: (QuestionId("numb_area"),),
        WatchKind.CHEST: (QuestionId("heart_condition"), QuestionId("ache_on_effort")),
        WatchKind.DIZZY: (QuestionId("heart_condition"), QuestionId("breathing_conditions")),
    }
)
"""Which of the questions that are asked every 30 days a sign asks again at once."""

UNTIL_SEEN: Mapping[RuleId, tuple[OutcomeKind, Urgency]] = MappingProxyType(
    {
        W_CHEST: (OutcomeKind.REFER, Urgency.SAME_DAY),
        W_NUMB_AGAIN: (OutcomeKind.REFER, Urgency.URGENT_WITHIN_DAYS),
        W_DIZZY_AGAIN: (OutcomeKind.REFER, Urgency.URGENT_WITHIN_DAYS),
    }
)
"""No session at all until somebody has looked at it, and how that is told."""


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A place that is marked beforehand in today's question about the skin, and when it was told."""

    place: RegionSelection
    day: date


@dataclass(frozen=True, slots=True)
class OutOfPlay:
    """A site or a place that is left out; without either, all pressing is soft."""

    rule: RuleId
    point: PointCode | None = None
    place: RegionSelection | None = None
    side: SiteSide | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """What signs mean for the next screen. ``asked_again``: answers up to that day do not count."""

    asked_again: Mapping[QuestionId, date] = field(default_factory=lambda: MappingProxyType({}))
    marked: tuple[MarkedPlace, ...] = ()
    left_out: tuple[OutOfPlay, ...] = ()
    caps: tuple[PressureCap, ...] = ()
    soft_sets: tuple[tuple[ProtocolId, RuleId], ...] = ()
    paused_sets: tuple[tuple[ProtocolId, RuleId], ...] = ()
    breathing_off_by: tuple[RuleId, ...] = ()
    until_seen: tuple[RuleId, ...] = ()

    def is_paused(self, protocol: ProtocolId | None) -> bool:
        """Whether a set waits for a clinician."""
        return any(paused == protocol for paused, _rule in self.paused_sets)


def watched(signs: Iterable[WatchSign], regions: RegionMap, today: date) -> Watched:
    """Return what some signs ask of the next screen; their order does not matter."""
    asked: dict[QuestionId, date] = {}
    marked: dict[RegionSelection, date] = {}
    left_out: set[OutOfPlay] = set()
    caps: set[PressureCap] = set()
    sets: set[tuple[ProtocolId, RuleId]] = set()
    rules: set[RuleId] = set()
    for sign in signs:
        rules.add(sign.rule)
        for question in ASKED_BY.get(sign.kind, ()):
            asked[question] = max((asked.get(question, date.min), *sign.days))
        if sign.protocol is not None:
            sets.add((sign.protocol, sign.rule))
        left_out.update(_left_out(sign, regions, today))
        caps.update(_caps(sign, regions))
        for effect in sign.effects if sign.kind is WatchKind.BRUISE else ():
            for place in _places(effect, regions):
                marked[place] = max(marked.get(place, date.min), effect.day)
    return Watched(
        asked_again=MappingProxyType(dict(sorted(asked.items()))),
        marked=tuple(
            MarkedPlace(place, day)
            for place, day in sorted(marked.items(), key=lambda row: (row[0].region, row[0].side.value))
        ),
        left_out=tuple(sorted(left_out, key=_out_order)),
        caps=tuple(sorted(caps, key=lambda cap: (cap.rule, cap.regions))),
        soft_sets=tuple(sorted(row for row in sets if row[1] != W_RISES)),
        paused_sets=tuple(sorted(row for row in sets if row[1] == W_RISES)),
        breathing_off_by=tuple(sorted(rules & {W_DIZZY, W_DIZZY_AGAIN})),
        until_seen=tuple(sorted(rules & set(UNTIL_SEEN))),
    )


def still_remembered(
    catalogue: Catalogue, remembered: Mapping[QuestionId, Remembered], seen: Watched
) -> Mapping[QuestionId, Remembered]:
    """Drop the earlier answers that a sign has overtaken, so that their questions come again.

    Only an answer that adds no risk is dropped: one that restricts already goes on to do so.
    """
    known = {question.id: question for question in catalogue.questions}
    return {
        name: earlier
        for name, earlier in remembered.items()
        if name not in seen.asked_again
        or earlier.on > seen.asked_again[name]
        or name not in known
        or earlier.answer != harmless(known[name])
    }


def narrowed(
    result: ScreenResult,
    seen: Watched,
    catalogue: Catalogue,
    atlas: Atlas,
    regions: RegionMap,
    pressed: ProtocolId | None = None,
) -> ScreenResult:
    """Return what the screen answered, with what was told between the sessions taken into account.

    ``pressed`` is what is to be pressed where it is not the complaint's own set, such as a routine; what was
    told of either counts.
    """
    match result:
        case Cleared(clearance=clearance):
            own = catalogue.complaint(clearance.complaint).protocol
            sets = tuple(one for one in (own, pressed) if one is not None)
            refusal = _refusal(seen, sets, clearance.rules)
            return refusal or _narrower(result, seen, sets, atlas, regions)
        case NotCleared(kind=OutcomeKind.POSTPONE):
            refusal = _refusal(seen, (), result.rules)
            if refusal is None:
                return result
            return replace(refusal, messages=(*refusal.messages, *result.messages))
        case _:
            return result


def _refusal(seen: Watched, sets: tuple[ProtocolId, ...], rules: tuple[RuleId, ...]) -> NotCleared | None:
    refusing = [
        *seen.until_seen,
        *dict.fromkeys(rule for paused, rule in seen.paused_sets if paused in sets),
    ]
    if not refusing:
        return None
    told = [(*UNTIL_SEEN.get(rule, (OutcomeKind.POSTPONE, None)), rule) for rule in refusing]
    told.sort(key=lambda row: (row[0] is not OutcomeKind.REFER, row[1] is not Urgency.SAME_DAY, row[2]))
    kind, urgency, _rule = told[0]
    return NotCleared(
        kind=kind,
        urgency=urgency,
        rules=(*rules, *refusing),
        messages=tuple(_message(rule, MessageKind.NO_SESSION, how_soon) for _kind, how_soon, rule in told),
    )


def _narrower(
    result: Cleared, seen: Watched, sets: tuple[ProtocolId, ...], atlas: Atlas, regions: RegionMap
) -> Cleared:
    clearance = result.clearance
    soft = [rule for softened, rule in seen.soft_sets if softened in sets]
    unplaced = [out.rule for out in seen.left_out if not _is_placed(out, atlas)]
    caps = {
        *clearance.pressure_caps,
        *seen.caps,
        *(PressureCap(SOFT_PRESSURE, (), rule) for rule in (*soft, *unplaced)),
    }
    places = tuple((out.place, out.rule) for out in seen.left_out if out.place is not None)
    rules = tuple(
        dict.fromkeys(
            (
                *(out.rule for out in seen.left_out),
                *(cap.rule for cap in seen.caps),
                *soft,
                *seen.breathing_off_by,
            )
        )
    )
    if not rules:
        return result
    return replace(
        result,
        clearance=replace(
            clearance,
            blocked_sites=_blocked_sites(clearance, seen, atlas, regions),
            blocked_regions=tuple(
                dict.fromkeys(
                    (
                        *clearance.blocked_regions,
                        *(BlockedRegion(place.region, place.side.side, rule) for place, rule in places),
                    )
                )
            ),
            pressure_caps=tuple(sorted(caps, key=lambda cap: (cap.max_felt_pressure, cap.regions, cap.rule))),
            breathing=BreathingGuide.OFF_BY_DEFAULT if seen.breathing_off_by else clearance.breathing,
            breath_holds_off_by=tuple(sorted({*clearance.breath_holds_off_by, *seen.breathing_off_by})),
            rules=(*clearance.rules, *rules),
            messages=(*clearance.messages, *(_message(rule, MessageKind.LIMIT, None) for rule in rules)),
        ),
        kind=OutcomeKind.ALLOW_WITH_LIMITS,
    )


def _blocked_sites(
    clearance: Clearance, seen: Watched, atlas: Atlas, regions: RegionMap
) -> tuple[BlockedSite, ...]:
    found = set(clearance.blocked_sites)
    for out in seen.left_out:
        if out.place is not None:
            sites = sites_in(atlas, regions, (out.place,))
            found.update(BlockedSite(code, site, out.rule) for code, site in sites)
        elif out.point is not None and _is_placed(out, atlas):
            both = atlas[out.point].sites
            sides = both if out.side is None or out.side not in both else (out.side,)
            found.update(BlockedSite(out.point, site, out.rule) for site in sides)
    order = {site: number for number, site in enumerate(all_sites(atlas))}
    return tuple(sorted(found, key=lambda row: (order[row.point, row.side], row.rule)))


def _is_placed(out: OutOfPlay, atlas: Atlas) -> bool:
    """Whether a place is known; a point that this version does not know is none."""
    if out.place is not None:
        return True
    if out.point is None:
        return False
    try:
        atlas[out.point]
    except UnknownPoint:
        return False
    return True


def _places(effect: BadEffect, regions: RegionMap) -> Iterator[RegionSelection]:
    """Say where on the body something was told; the whole region where no side was."""
    side = SiteSide.MIDLINE if effect.side is None else effect.side
    if effect.region is not None and effect.region in regions:
        yield RegionSelection(effect.region, side)
    elif effect.point is not None:
        try:
            yield RegionSelection(regions.home(effect.point), side)
        except KeyError:
            return


def _left_out(sign: WatchSign, regions: RegionMap, today: date) -> Iterator[OutOfPlay]:
    if sign.kind not in (WatchKind.BRUISE, WatchKind.NUMB, WatchKind.SHARP):
        return
    for effect in sign.effects:
        if sign.kind is WatchKind.BRUISE and (today - effect.day).days >= BRUISE_OUT_DAYS:
            continue
        if effect.point is not None:
            yield OutOfPlay(sign.rule, point=effect.point, side=effect.side)
            continue
        places = tuple(_places(effect, regions))
        if not places:
            yield OutOfPlay(sign.rule)
        for place in places:
            yield OutOfPlay(sign.rule, place=place)


def _caps(sign: WatchSign, regions: RegionMap) -> Iterator[PressureCap]:
    if sign.rule == W_BRUISES:
        yield PressureCap(SOFT_PRESSURE, (), sign.rule)
    for effect in sign.effects if sign.kind is WatchKind.SORE else ():
        where: tuple[RegionId, ...] = tuple(place.region for place in _places(effect, regions))
        yield PressureCap(SOFT_PRESSURE, where, sign.rule)


def _out_order(out: OutOfPlay) -> tuple[str, ...]:
    place = ("", "") if out.place is None else (out.place.region, out.place.side.value)
    return (out.rule, out.point or "", *place, "" if out.side is None else out.side.value)


def _message(rule: RuleId, kind: MessageKind, urgency: Urgency | None) -> Message:
    return Message(rule, f"safety.rule.{rule}", urgency, kind)
