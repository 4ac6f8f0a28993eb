"""What a watch over a journal looks at: numbers, nights, sessions and what was told as unpleasant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType

from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId, RowId, RuleId
from acupress_desktop.domain.journal import (
    AdverseEventRecord,
    AdverseKind,
    CheckInRecord,
    ContextTag,
    Measure,
    RatingTime,
    SessionStory,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.domain.trends.material import EntryPains

LOOK_BACK_DAYS = 90
"""Nothing older is looked at."""


@dataclass(frozen=True, slots=True)
class BadEffect:
    """Something unpleasant, and where, as far as the person said. ``side`` alone means nothing."""

    moment: Moment
    kind: AdverseKind
    session: RowId | None = None
    point: PointCode | None = None
    region: RegionId | None = None
    side: SiteSide | None = None

    @property
    def day(self) -> date:
        """The local day that the person would name."""
        return self.moment.local_date

    @property
    def mirrored(self) -> BadEffect:
        """The same on a mirrored person."""
        return replace(self, side=None if self.side is None else self.side.mirrored)


@dataclass(frozen=True, slots=True)
class PastPress:
    """One session in which something was pressed. ``rise`` is the most that pain was above "before"."""

    id: RowId
    protocol: ProtocolId
    started: Moment
    rise: int | None


@dataclass(frozen=True, slots=True)
class WatchFacts:
    """All that the watch knows, in any order. ``checked`` is when somebody looked at a sign."""

    today: date
    entries: tuple[EntryPains, ...] = ()
    nights: frozenset[date] = frozenset()
    sessions: tuple[PastPress, ...] = ()
    effects: tuple[BadEffect, ...] = ()
    checked: Mapping[RuleId, Moment] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def mirrored(self) -> WatchFacts:
        """The same journal of a person whose left and right are swapped."""
        return replace(
            self,
            entries=tuple(_mirrored_entry(entry) for entry in self.entries),
            effects=tuple(effect.mirrored for effect in self.effects),
        )

    def days_ago(self, day: date) -> int:
        """How long ago a day was; a day in the future, written by a clock that was wrong, is today."""
        return max(0, (self.today - day).days)


def bad_effect(record: AdverseEventRecord) -> BadEffect:
    """Take over what the journal keeps."""
    return BadEffect(record.moment, record.kind, record.session, record.point, record.region, record.side)


def past_press(story: SessionStory) -> PastPress | None:
    """Sum up a session of the journal; ``None`` where nothing was pressed."""
    if not any(hold.held_seconds > 0 for hold in story.holds):
        return None
    session = story.session
    pain = [rating for rating in story.ratings if rating.measure is Measure.PAIN]
    before = [rating.value for rating in pain if rating.time is RatingTime.BEFORE]
    after = [
        rating.value
        for rating in pain
        if rating.time is not RatingTime.BEFORE and _same_day(rating.moment, session.started)
    ]
    rise = max(after) - min(before) if before and after else None
    return PastPress(session.id, session.protocol, session.started, rise)


def nights_of(records: Iterable[CheckInRecord]) -> frozenset[date]:
    """Return the days whose entries say that pain woke the person."""
    return frozenset(
        record.moment.local_date for record in records if ContextTag.WOKEN_BY_PAIN in record.tags
    )


def _same_day(moment: Moment, started: Moment) -> bool:
    """The day the session began, and a session over midnight has its twenty minutes."""
    return moment.local_date == started.local_date or moment.utc - started.utc < timedelta(hours=2)


_MIRRORED = {
    PainSide.LEFT: PainSide.RIGHT,
    PainSide.RIGHT: PainSide.LEFT,
    PainSide.BOTH: PainSide.BOTH,
    PainSide.MIDLINE: PainSide.MIDLINE,
}


def _mirrored_entry(entry: EntryPains) -> EntryPains:
    values = tuple(
        replace(value, side=None if value.side is None else _MIRRORED[value.side]) for value in entry.values
    )
    return replace(entry, values=values)
