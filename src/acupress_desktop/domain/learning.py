"""What to learn today: which points, in which order, and how far each part of the body has come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from acupress_desktop.domain.atlas import Atlas, Point
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import PointReview, ReviewKind
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.review_schedule import MemoryStage, PointMemory
from acupress_desktop.domain.sides import SiteSide

NEW_PER_DAY = 5
"""So many points are asked for the first time on one day, unless the person asks for more."""
AHEAD = timedelta(minutes=20)
"""When nothing else is left, a point that comes back within this time is asked at once."""


# --- Which points


def points_in_use(atlas: Atlas, protocols: Iterable[Protocol]) -> tuple[Point, ...]:
    """Return the points that sets press or may press instead, in the order of the atlas."""
    used: set[PointCode] = set()
    for protocol in protocols:
        for step in protocol.steps:
            used.add(step.point)
            used.update(instead.point for instead in step.replacements)
    return tuple(point for point in atlas if point.code in used)


def points_of(
    scope: LearningScope,
    atlas: Atlas,
    regions: RegionMap,
    in_use: Sequence[Point],
    favourites: Sequence[PointCode],
) -> tuple[Point, ...]:
    """Return the points of a scope, those in use first, each in the order of the atlas."""
    match scope.kind:
        case ScopeKind.IN_USE:
            return tuple(in_use)
        case ScopeKind.FAVOURITES:
            found = [point for point in atlas if point.code in favourites]
        case ScopeKind.ALL:
            found = list(atlas)
        case ScopeKind.LINE:
            found = [point for point in atlas if point.meridian.value == scope.name]
        case ScopeKind.AREA:
            found = [point for point in atlas if regions.leaf(point.region).parent == scope.name]
        case _:
            assert_never(scope.kind)
    used = {point.code for point in in_use}
    return tuple(sorted(found, key=lambda point: point.code not in used))


# --- What is due


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What today holds of a scope. ``back`` come back today, the first due first; ``new`` begin today."""

    back: tuple[PointCode, ...]
    new: tuple[PointCode, ...]

    @property
    def count(self) -> int:
        """How many points today holds."""
        return len(self.back) + len(self.new)


def new_today(reviews: Iterable[PointReview], now: Moment) -> int:
    """Count the points that were asked for the first time on this local day."""
    first: dict[PointCode, Moment] = {}
    for review in reviews:
        known = first.get(review.point)
        if known is None or review.moment.utc < known.utc:
            first[review.point] = review.moment
    return sum(moment.local_date == now.local_date for moment in first.values())


def day_plan(
    points: Iterable[PointCode], memories: Mapping[PointCode, PointMemory], now: Moment, new_left: int
) -> DayPlan:
    """Return what today holds; ``new_left`` more points may begin today."""
    every = list(dict.fromkeys(points))
    back = [memories[point] for point in every if point in memories and is_due(memories[point], now)]
    unasked = [point for point in every if point not in memories]
    back.sort(key=lambda memory: (memory.stage is MemoryStage.LEARNED, memory.due, memory.point))
    return DayPlan(tuple(memory.point for memory in back), tuple(unasked[: max(0, new_left)]))


def is_due(memory: PointMemory, now: Moment) -> bool:
    """Whether a point comes back today: a learned one at any time of its day, another by the clock."""
    if memory.stage is MemoryStage.LEARNED:
        return _local(memory.due, now).date() <= now.local_date
    return memory.due <= now.utc + AHEAD


def next_point(
    plan: DayPlan, memories: Mapping[PointCode, PointMemory], now: Moment, last: PointCode | None
) -> PointCode | None:
    """Return which point to ask next; ``None`` where nothing is left for now.

    First what the clock says is due, then learned points of today, then new ones; what comes back within
    ``AHEAD`` only when nothing else is left. The point that was asked last waits while there is another.
    """
    by_clock = [
        point
        for point in plan.back
        if memories[point].stage is MemoryStage.LEARNED or memories[point].due <= now.utc
    ]
    early = [point for point in plan.back if point not in by_clock]
    queue = [*by_clock, *plan.new, *early]
    return next((point for point in queue if point != last), queue[0] if queue else None)


def next_return(points: Iterable[PointCode], memories: Mapping[PointCode, PointMemory]) -> datetime | None:
    """Return when the first of the points comes back, in UTC; ``None`` where none was ever asked."""
    return min((memories[point].due for point in points if point in memories), default=None)


def _local(when: datetime, now: Moment) -> datetime:
    """Return ``when`` on the person's present wall clock, without a zone."""
    return when.replace(tzinfo=None) + timedelta(minutes=now.offset_minutes)


# --- Which question


def kind_due(answers: int) -> ReviewKind:
    """Return which question a point gets after so many answers: place and name in turn, the place first."""
    return ReviewKind.LOCATE if answers % 2 == 0 else ReviewKind.NAME


def side_due(point: Point, answers: int) -> SiteSide:
    """Return which side is asked: two questions on the left, then two on the right."""
    if not point.bilateral:
        return SiteSide.MIDLINE
    return SiteSide.LEFT if answers // 2 % 2 == 0 else SiteSide.RIGHT


# --- How far


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some points are learned, seen, or were not asked yet."""

    learned: int
    seen: int
    not_yet: int

    @property
    def points(self) -> int:
        """How many points there are."""
        return self.learned + self.seen + self.not_yet


def tally(points: Iterable[PointCode], memories: Mapping[PointCode, PointMemory]) -> Tally:
    """Count how far some points have come."""
    every = list(points)
    stages = [memories[point].stage for point in every if point in memories]
    learned = sum(stage is MemoryStage.LEARNED for stage in stages)
    return Tally(learned, len(stages) - learned, len(every) - len(stages))
