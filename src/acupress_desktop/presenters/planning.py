"""Which set a cleared person gets now, at which dose and length; or why none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.allowance import (
    DayLimit,
    OfferShort,
    PastSession,
    Postpone,
    Turn,
    daily_allowance,
    next_set,
)
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import Occasion, ease
from acupress_desktop.domain.plans import (
    CALM,
    HAND_NOT_TO_PRESS_WITH,
    Choices,
    PlanRefusal,
    PressureOverride,
    RefusalReason,
    in_first_session_order,
    plan,
)
from acupress_desktop.domain.ports import PointPressure
from acupress_desktop.domain.protocols import Form, LeftOut, Part, Plan, Protocol
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.safety.outcome import Clearance
from acupress_desktop.domain.settings import Settings, ShoulderReach
from acupress_desktop.domain.sides import PainSide, Side, SiteSide

FAR_AREAS = (RegionId("area-shoulder"), RegionId("area-upper-back"), RegionId("area-low-back"))
"""Points here need a good reach of the shoulder."""


class Because(Enum):
    """Why another set than the wanted one is proposed."""

    AS_WANTED = "as_wanted"
    FIRST_EVER = "first_ever"
    NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants: a set, a side, a half, a length, and what they cannot reach.

    ``occasion`` is the shorter way through it, where one is wanted; ``sore`` are the regions of what hurts.
    """

    protocol: ProtocolId
    pain_side: PainSide | None
    part: Part | None
    form: Form | None = None
    out_of_reach: tuple[PointCode, ...] = ()
    occasion: Occasion | None = None
    sore: tuple[RegionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """What the journal knows of earlier sessions: first ones of each set, and those of today.

    ``paused`` are the sets that wait for a clinician; none of them stands in for another.
    """

    history: tuple[PastSession, ...]
    today: tuple[PastSession, ...]
    pressures: tuple[PointPressure, ...]
    paused: tuple[ProtocolId, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan. ``short`` is its short form where the set has one and the day allows both."""

    protocol: Protocol
    because: Because
    plan: Plan
    full: Plan
    short: Plan | None
    minutes_left: int | None


@dataclass(frozen=True, slots=True)
class NoProposal:
    """No session from this set: the day is used up, nothing is left, or it is not offered."""

    protocol: Protocol
    limit: DayLimit | None
    refusal: RefusalReason | None
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class SetBook:
    """The sets, the points and the regions."""

    protocols: tuple[Protocol, ...]
    atlas: Atlas
    regions: RegionMap

    def protocol(self, name: ProtocolId) -> Protocol:
        """Return one set; raise ``LookupError`` for an id that does not exist."""
        for protocol in self.protocols:
            if protocol.id == name:
                return protocol
        raise LookupError(name)


def propose(
    book: SetBook, wish: Wish, clearance: Clearance, past: Past, settings: Settings, now: Moment
) -> Proposal | NoProposal:
    """Compute the coming session of a cleared person."""
    occasion = wish.occasion
    wanted = book.protocol(wish.protocol if occasion is None else occasion.set_for(wish.protocol))
    coming = next_set(wanted.id, past.history, now)
    if coming.turn is Turn.FIRST_EVER:
        # The very first session is the calm set whatever the occasion.
        occasion = None
        pressed = in_first_session_order(book.protocol(CALM))
        because = Because.AS_WANTED if wish.protocol == CALM else Because.FIRST_EVER
    else:
        pressed, because = wanted, Because.AS_WANTED
    choices = Choices(
        stage=coming.stage,
        first_side=Side(settings.first_side.value),
        painful_side=wish.pain_side or PainSide.BOTH,
        part=wish.part,
        pressure_overrides=tuple(PressureOverride(row.point, row.felt_pressure) for row in past.pressures),
        out_of_reach=(*wish.out_of_reach, *_far_points(book, settings)),
    )
    if occasion is not None:
        return _on_occasion(book, wanted, occasion, clearance, choices, wish, past)
    full = plan(pressed, clearance, book.atlas, book.regions, choices)
    if _nothing_left(full) and pressed.id != CALM and CALM not in past.paused:
        lost = full.left_out if isinstance(full, PlanRefusal) else ()
        coming = next_set(CALM, past.history, now)
        choices = replace(choices, stage=coming.stage)
        pressed, because = book.protocol(CALM), Because.NOTHING_LEFT
        full = plan(pressed, clearance, book.atlas, book.regions, choices)
        if isinstance(full, PlanRefusal):
            return NoProposal(wanted, None, full.reason, lost or full.left_out)
    if isinstance(full, PlanRefusal):
        return NoProposal(wanted, None, full.reason, full.left_out)
    short = None
    if pressed.has_short_form:
        drawn = plan(pressed, clearance, book.atlas, book.regions, replace(choices, form=Form.SHORT))
        short = drawn if isinstance(drawn, Plan) else None
    return _within_the_day(wanted, pressed, because, (full, short), wish.form, past.today)


def _on_occasion(
    book: SetBook,
    wanted: Protocol,
    occasion: Occasion,
    clearance: Clearance,
    choices: Choices,
    wish: Wish,
    past: Past,
) -> Proposal | NoProposal:
    """Compute the shorter way through the set; nothing stands in where nothing of it is left."""
    sore = {point for region in wish.sore for point in book.regions.points(region)}
    eased = ease(wanted, occasion, choices.part, sore)
    waits = wanted.id != wish.protocol and wanted.id in past.paused
    if eased is None or waits:
        return NoProposal(wanted, None, RefusalReason.NOTHING_LEFT, ())
    full = plan(eased, clearance, book.atlas, book.regions, choices)
    if isinstance(full, PlanRefusal):
        return NoProposal(wanted, None, full.reason, full.left_out)
    full = replace(full, occasion=occasion.id)
    short = None
    if eased.has_short_form:
        drawn = plan(eased, clearance, book.atlas, book.regions, replace(choices, form=Form.SHORT))
        short = replace(drawn, occasion=occasion.id) if isinstance(drawn, Plan) else None
    return _within_the_day(wanted, eased, Because.AS_WANTED, (full, short), wish.form, past.today)


def lost_to_a_sore_hand(left: LeftOut, clearance: Clearance, regions: RegionMap) -> bool:
    """Whether only the hand that would press is sore, and the point itself is whole."""
    return left.rule == HAND_NOT_TO_PRESS_WITH and not any(
        regions.covers(
            RegionSelection(
                place.region, SiteSide.MIDLINE if place.side is None else SiteSide(place.side.value)
            ),
            left.point,
            left.side,
        )
        for place in clearance.blocked_regions
    )


def _nothing_left(drawn: Plan | PlanRefusal) -> bool:
    return isinstance(drawn, PlanRefusal) and drawn.reason is RefusalReason.NOTHING_LEFT


def _within_the_day(
    wanted: Protocol,
    pressed: Protocol,
    because: Because,
    drawn: tuple[Plan, Plan | None],
    form: Form | None,
    today: Iterable[PastSession],
) -> Proposal | NoProposal:
    full, short = drawn
    allowance = daily_allowance(today, full, short)
    if isinstance(allowance, Postpone):
        return NoProposal(wanted, allowance.limit, None, ())
    if isinstance(allowance, OfferShort) and short is not None:
        return Proposal(pressed, because, short, full, None, allowance.minutes_left)
    chosen = short if form is Form.SHORT and short is not None else full
    return Proposal(pressed, because, chosen, full, short, None)


def _far_points(book: SetBook, settings: Settings) -> tuple[PointCode, ...]:
    """Points that a stiff shoulder does not reach."""
    if settings.shoulder_reach is not ShoulderReach.POOR:
        return ()
    far = {leaf for area in FAR_AREAS for leaf in book.regions.members(area)}
    return tuple(point.code for point in book.atlas if point.region in far)
