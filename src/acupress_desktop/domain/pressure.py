"""How hard a person's own hand presses: tries on a kitchen scale, and what may be said of them.

Felt pressure, 0 to 10, is what counts everywhere. Grams belong to one scale, one hand and one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from statistics import median

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import Side

GRAMS_MAX = 30_000
"""More than any kitchen scale weighs: a higher number is a slip of the keys."""
LEVELS = (1, 3, 5)
"""The felt pressures that are practised: barely more than a touch, light, and what most sets ask for."""
TRIES_AT_ONCE = 3
SPREAD_TRIES_MIN = 3
"""Fewer tries of one sitting than this say nothing that is worth a range."""
MIDDLE_TRIES_MIN = 4
"""Below this the tries themselves are shown and no middle one is picked."""


class PressWith(Enum):
    """What pressed the scale."""

    THUMB = "thumb"
    FINGERS = "fingers"
    KNUCKLES = "knuckles"
    PALM = "palm"


class TrialKind(Enum):
    """What a try was for: to meet a felt pressure, or to press as at the person's own ceiling."""

    LEVEL = "level"
    CEILING = "ceiling"


@dataclass(frozen=True, slots=True)
class PressureTrial:
    """One press, by feel. ``grams`` is ``None`` where no scale stood under the hand."""

    id: RowId
    hand: Side
    press_with: PressWith
    kind: TrialKind
    felt_pressure: int
    grams: int | None
    moment: Moment


@dataclass(frozen=True, slots=True)
class Spread:
    """What the scale showed in one sitting: one hand, one part of it, one purpose, one felt pressure.

    ``grams`` are all its tries, lightest first; never fewer than ``SPREAD_TRIES_MIN``.
    """

    hand: Side
    press_with: PressWith
    kind: TrialKind
    felt_pressure: int
    day: date
    grams: tuple[int, ...]

    @property
    def low(self) -> int:
        """The lightest try."""
        return self.grams[0]

    @property
    def high(self) -> int:
        """The hardest try."""
        return self.grams[-1]

    @property
    def middle(self) -> float | None:
        """The try in the middle; ``None`` where there are too few for one to mean much."""
        return float(median(self.grams)) if len(self.grams) >= MIDDLE_TRIES_MIN else None


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The hardest that a hand should press, as it felt on the last day on which it was looked for."""

    hand: Side
    felt_pressure: int
    day: date
    spread: Spread | None


class Compared(Enum):
    """How one try lies beside the other tries at the same felt pressure."""

    FIRST = "first"
    WITHIN = "within"
    SOFTER = "softer"
    HARDER = "harder"


def levels_under(cap: int) -> tuple[int, ...]:
    """Return the felt pressures to practise where a person's own answers allow at most ``cap``."""
    practised = {level for level in LEVELS if level <= cap}
    if cap < LEVELS[-1]:
        practised.add(max(cap, LEVELS[0]))
    return tuple(sorted(practised))


def looks_for_ceiling(cap: int) -> bool:
    """Whether the own ceiling may be looked for; where answers set a lower cap, that cap is the ceiling."""
    return cap >= LEVELS[-1]


def compared(grams: int, others: Sequence[int]) -> Compared:
    """Say how a try lies beside ``others`` of the same kind; no tolerance is made up."""
    if not others:
        return Compared.FIRST
    if grams > max(others):
        return Compared.HARDER
    return Compared.SOFTER if grams < min(others) else Compared.WITHIN


def spreads(trials: Iterable[PressureTrial]) -> tuple[Spread, ...]:
    """Return the newest sitting with enough tries, for each hand, part, purpose and felt pressure."""
    sittings: dict[tuple[Side, PressWith, TrialKind, int], dict[date, list[int]]] = {}
    for trial in trials:
        if trial.grams is None:
            continue
        key = (trial.hand, trial.press_with, trial.kind, trial.felt_pressure)
        days = sittings.setdefault(key, defaultdict(list))
        days[trial.moment.local_date].append(trial.grams)
    found = []
    for key, days in sittings.items():
        full = [day for day, grams in days.items() if len(grams) >= SPREAD_TRIES_MIN]
        if full:
            found.append(Spread(*key, max(full), tuple(sorted(days[max(full)]))))
    order = tuple(PressWith)
    return tuple(
        sorted(
            found,
            key=lambda spread: (
                spread.hand.value,
                order.index(spread.press_with),
                spread.felt_pressure,
                spread.kind.value,
            ),
        )
    )


def newest_spread(trials: Iterable[PressureTrial], hand: Side, felt_pressure: int) -> Spread | None:
    """Return the newest sitting in which ``hand`` practised ``felt_pressure``, whichever part pressed."""
    fitting = [
        spread
        for spread in spreads(trials)
        if (spread.hand, spread.felt_pressure, spread.kind) == (hand, felt_pressure, TrialKind.LEVEL)
    ]
    return max(fitting, key=lambda spread: spread.day, default=None)


def own_ceiling(trials: Iterable[PressureTrial], hand: Side) -> Ceiling | None:
    """Return the ceiling of a hand: of the last day on which it was looked for, the lowest that was said."""
    told = [trial for trial in trials if trial.kind is TrialKind.CEILING and trial.hand is hand]
    if not told:
        return None
    day = max(trial.moment.local_date for trial in told)
    felt = min(trial.felt_pressure for trial in told if trial.moment.local_date == day)
    spread = next(
        (each for each in spreads(told) if each.day == day and each.felt_pressure == felt),
        None,
    )
    return Ceiling(hand, felt, day, spread)
