"""Occasions: shorter and softer ways through a set, for a tired day, a desk, exercise, a bad day.

An occasion only ever takes away from a set: sites, seconds, pressure. It never adds a point, a second or a
unit of pressure, so whatever a clearance allows of the set it allows of the occasion.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import OccasionId, PointCode, ProtocolId
from acupress_desktop.domain.protocols import Part, Protocol, Step

LOW_ENERGY = OccasionId("low_energy")
"""The one that the home page offers beside the main act."""


class Voice(Enum):
    """How much the voice says on this occasion."""

    AS_SET = "as_set"
    BRIEF = "brief"


class Room(Enum):
    """Whether the screen is dimmed for it."""

    AS_SET = "as_set"
    DIM = "dim"


class Place(Enum):
    """Which points of the set may stay."""

    ANYWHERE = "anywhere"
    AWAY_FROM_SORE = "away_from_sore"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One row of ``assets/protocols/occasions.toml``.

    ``protocols`` are the sets it is made of, first one first; empty = whichever set the person uses.
    ``points`` are those it presses, in order, as far as the set has them; empty = the first ``points_max``
    of the set. ``tested`` says in plain words that nobody has tested it, or what was, ``ours`` what of it is
    our own choice.
    """

    id: OccasionId
    title: str
    purpose: str
    protocols: tuple[ProtocolId, ...]
    points: tuple[PointCode, ...]
    points_max: int
    hold_seconds_max: int
    felt_pressure_max: int
    voice: Voice
    room: Room
    pattern: BreathPattern | None
    place: Place
    advice: tuple[str, ...]
    tested: str
    ours: str

    def set_for(self, used: ProtocolId) -> ProtocolId:
        """Return the set it is made of for somebody who uses ``used``."""
        return used if not self.protocols or used in self.protocols else self.protocols[0]


def ease(
    protocol: Protocol, occasion: Occasion, part: Part | None = None, sore: Collection[PointCode] = ()
) -> Protocol | None:
    """Return the set as the occasion presses it; ``None`` where it keeps no point of the set.

    Points go, holds get shorter and pressure lower; nothing else changes. There are no stand-ins. ``sore``
    are the points of the place that hurts.
    """
    steps = [step for step in protocol.steps if part is None or step.part in (None, part)]
    if occasion.place is Place.AWAY_FROM_SORE:
        steps = [step for step in steps if step.point not in sore]
    if occasion.points:
        by_point = {step.point: step for step in steps}
        steps = [by_point[point] for point in occasion.points if point in by_point]
    kept = tuple(_eased(step, occasion) for step in steps[: occasion.points_max])
    return replace(protocol, steps=kept, first_session_order=()) if kept else None


def _eased(step: Step, occasion: Occasion) -> Step:
    hold = min(step.hold_seconds, occasion.hold_seconds_max)
    short = step.short_hold_seconds
    return replace(
        step,
        hold_seconds=hold,
        # A hold that is no longer than the short one of the set has no short form of its own.
        short_hold_seconds=short if short is not None and short < hold else None,
        felt_pressure=min(step.felt_pressure, occasion.felt_pressure_max),
        replacements=(),
    )
