"""What earlier answers say about pressing with the hands, apart from any session: how hard, or not at all.

It only ever takes away: an answer that was not given allows nothing that the page would not allow by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.protocols import FELT_PRESSURE_MAX
from acupress_desktop.domain.safety.conditions import Truth
from acupress_desktop.domain.safety.effects import UNSURE_CAP
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.places import ARM
from acupress_desktop.domain.safety.rules import ActionKind, Cap, Rule, Unsure

_NOT_NOW = (ActionKind.BLOCK_SESSION, ActionKind.REFER, ActionKind.EMERGENCY)


@dataclass(frozen=True, slots=True)
class HandLimits:
    """The most that may be felt, and the rows that set it; ``stopped_by`` where nothing is to be pressed."""

    max_felt_pressure: int = FELT_PRESSURE_MAX
    capped_by: tuple[RuleId, ...] = ()
    stopped_by: tuple[RuleId, ...] = ()


def hand_limits(reading: Reading) -> HandLimits:
    """Add up the rows that hold by what is known of a person."""
    caps: list[tuple[int, RuleId]] = []
    stops: list[RuleId] = []
    for rule in reading.catalogue.rules:
        truth = reading.truth(rule.when)
        if truth is Truth.NOT_SURE and rule.unsure is Unsure.ADVISE_AND_CAP_3:
            caps.append((UNSURE_CAP, rule.id))
        elif truth in (Truth.NOT_SURE, Truth.YES):
            caps.extend((cap, rule.id) for cap in _caps(reading, rule))
            if rule.action.kind in _NOT_NOW:
                stops.append(rule.id)
    most = min((cap for cap, _rule in caps), default=FELT_PRESSURE_MAX)
    capped_by = tuple(dict.fromkeys(rule for cap, rule in caps if cap == most))
    return HandLimits(most, capped_by, tuple(stops))


def _caps(reading: Reading, rule: Rule) -> list[int]:
    """Return how hard a row allows a hand or an arm to be pressed; a cap for the legs says nothing here."""
    arm = set(reading.regions.members(ARM))
    return [
        limit.max_felt_pressure
        for limit in rule.limits
        if isinstance(limit, Cap)
        and (
            not limit.regions
            or any(arm.intersection(reading.regions.members(region)) for region in limit.regions)
        )
    ]
