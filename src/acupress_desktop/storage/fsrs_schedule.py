"""The FSRS scheduler behind ``ReviewScheduler``: the one place that knows the package.

Memories are computed by replaying the stored answers, without the package's random fuzz, so that the same
answers come to the same days on every computer. It is imported when the first point is learned, not before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from acupress_desktop.domain.point_practice import PointReview, ReviewRating
from acupress_desktop.domain.review_schedule import MemoryStage, PointMemory

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

INTERVAL_DAYS_MAX = 365
"""Nothing that a person wants to find with a finger is left alone for longer than a year."""


class FsrsScheduler:
    """Implements ``ReviewScheduler`` with FSRS at its own defaults: nine of ten remembered when due."""

    def __init__(self) -> None:
        self._made: Scheduler | None = None

    def memory(self, reviews: Sequence[PointReview], now: datetime) -> PointMemory | None:
        """Return the memory of the one point of ``reviews``; ``None`` where there are none."""
        card = self._replayed(reviews, now)
        if card is None or card.last_review is None:
            return None
        from fsrs import State

        stage = MemoryStage.LEARNED if card.state is State.Review else MemoryStage.SEEN
        return PointMemory(reviews[0].point, stage, card.due, card.last_review, len(reviews))

    def returns(self, reviews: Sequence[PointReview], now: datetime) -> Mapping[ReviewRating, datetime]:
        """Return when the point would come back for each rating of the next answer."""
        from fsrs import Card

        card = self._replayed(reviews, now) or Card(card_id=0, due=_utc(now))
        return {rating: self._reviewed(card, rating, _utc(now)).due for rating in ReviewRating}

    def _replayed(self, reviews: Sequence[PointReview], now: datetime) -> Card | None:
        from fsrs import Card

        card: Card | None = None
        for review in sorted(reviews, key=lambda each: (each.moment.utc, each.id)):
            when = min(_utc(review.moment.utc), _utc(now))
            # A card without an id would take the time of day for one, and sleep for it.
            card = self._reviewed(card or Card(card_id=0, due=when), review.rating, when)
        return card

    def _reviewed(self, card: Card, rating: ReviewRating, when: datetime) -> Card:
        from fsrs import Rating

        given = {
            ReviewRating.AGAIN: Rating.Again,
            ReviewRating.HARD: Rating.Hard,
            ReviewRating.GOOD: Rating.Good,
            ReviewRating.EASY: Rating.Easy,
        }[rating]
        after, _log = self._scheduler().review_card(card, given, when)
        return after

    def _scheduler(self) -> Scheduler:
        if self._made is None:
            from fsrs import Scheduler

            self._made = Scheduler(maximum_interval=INTERVAL_DAYS_MAX, enable_fuzzing=False)
        return self._made


def _utc(when: datetime) -> datetime:
    """Return the same instant in the zone object that the package asks for."""
    return when.astimezone(UTC)
