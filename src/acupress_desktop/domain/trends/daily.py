"""One value per day: the median of that day's "now" entries and before-ratings of one area.

Ratings after a session never enter: a day with a session would look better for having been asked twice.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.trends.material import (
    NO_PAIN_ANYWHERE,
    EntryPains,
    PainValue,
    ValueSource,
)


@dataclass(frozen=True, slots=True)
class Area:
    """The leaf regions that a trend is about; no region at all means the whole body."""

    regions: frozenset[RegionId] = frozenset()

    def holds(self, value: PainValue) -> bool:
        """Whether a value speaks of this area."""
        return self.holds_region(value.region)

    def holds_region(self, region: RegionId | None) -> bool:
        """Whether a pain told of ``region`` speaks of this area. "No pain today" speaks of every area."""
        return not self.regions or region == NO_PAIN_ANYWHERE or region in self.regions


WHOLE_BODY = Area()


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry says about an area: its strongest pain there, 0 to 10."""

    moment: Moment
    value: int
    source: ValueSource
    tags: tuple[ContextTag, ...]

    @property
    def day(self) -> date:
        """The local day that the person would name."""
        return self.moment.local_date


@dataclass(frozen=True, slots=True)
class DailyValue:
    """The middle of one day. ``entries`` says of how many."""

    day: date
    value: float
    entries: int


def entries_of(material: Iterable[EntryPains], area: Area) -> tuple[Entry, ...]:
    """Return the entries that speak of ``area``, in the order given."""
    found = []
    for pains in material:
        here = [value for value in pains.values if area.holds(value)]
        if here:
            strongest = max(here, key=lambda value: value.intensity)
            found.append(Entry(strongest.moment, strongest.intensity, strongest.source, pains.tags))
    return tuple(found)


def daily_values(entries: Iterable[Entry]) -> tuple[DailyValue, ...]:
    """Return the median of each day that has an entry, oldest first; other days are gaps."""
    by_day: dict[date, list[int]] = defaultdict(list)
    for entry in entries:
        by_day[entry.day].append(entry.value)
    return tuple(
        DailyValue(day, middle_of_day(values), len(values)) for day, values in sorted(by_day.items())
    )


def middle_of_day(values: Sequence[int]) -> float:
    """Return the median of one day's entries; at least one."""
    return float(statistics.median(values))
