"""When a learned point comes back: computed from the answers of the quiz, stored nowhere.

Which rule says so is a scheduler's own business; one fills ``ReviewScheduler`` in ``storage``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.point_practice import PointReview, ReviewRating


class MemoryStage(Enum):
    """How far a point has come. Points without a single answer have no memory at all."""

    SEEN = "seen"
    """Asked, and coming back within minutes or hours: new, or forgotten and being learned again."""
    LEARNED = "learned"
    """Coming back after days or longer."""


@dataclass(frozen=True, slots=True)
class PointMemory:
    """What the answers to one point come to. ``due`` and ``last`` are in UTC."""

    point: PointCode
    stage: MemoryStage
    due: datetime
    last: datetime
    answers: int


class ReviewScheduler(Protocol):
    """Says what the answers to one point come to. The same answers always come to the same."""

    def memory(self, reviews: Sequence[PointReview], now: datetime) -> PointMemory | None:
        """Return the memory of the one point of ``reviews``; ``None`` where there are none.

        The order does not matter. An answer that was dated after ``now``, by a clock that ran wrong, counts
        as given now.
        """
        ...

    def returns(self, reviews: Sequence[PointReview], now: datetime) -> Mapping[ReviewRating, datetime]:
        """Return when the point would come back if the next answer, given now, were rated so."""
        ...


def memories_of(
    scheduler: ReviewScheduler, reviews: Iterable[PointReview], now: datetime
) -> dict[PointCode, PointMemory]:
    """Return the memory of every point that was ever asked."""
    by_point: dict[PointCode, list[PointReview]] = defaultdict(list)
    for review in reviews:
        by_point[review.point].append(review)
    found = ((point, scheduler.memory(given, now)) for point, given in by_point.items())
    return {point: memory for point, memory in found if memory is not None}
