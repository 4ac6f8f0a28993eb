"""What is known of one person's learning while a page is open: answers, memories, points of a scope."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from acupress_desktop.domain.atlas import Atlas, Point
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning import (
    NEW_PER_DAY,
    DayPlan,
    Tally,
    day_plan,
    new_today,
    next_return,
    points_in_use,
    points_of,
    tally,
)
from acupress_desktop.domain.learning_scope import LearningScope
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import PointReview
from acupress_desktop.domain.ports import PointPracticePort
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.quiz import can_ask
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.review_schedule import PointMemory, ReviewScheduler, memories_of
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words import how_to as how_to_words
from acupress_desktop.words import learning as words
from acupress_desktop.words.body import region

_DAYS_BEFORE_MONTHS = 60
_DAYS_A_MONTH = 30.4


@dataclass(frozen=True, slots=True)
class LearningContent:
    """What learning speaks from."""

    atlas: Atlas
    regions: RegionMap
    how_to: Mapping[PointCode, HowTo]
    protocols: tuple[Protocol, ...]
    album: BodyAlbum

    def place(self, point: Point, side: SiteSide) -> str:
        """Name the part of the body that a site lies on, such as "Your left forearm, inner side"."""
        how = self.how_to.get(point.code)
        if how is not None and how.place(side):
            place = how_to_words.line(how.place(side))
            return place if side is SiteSide.MIDLINE else words.your_place(place)
        return words.your_region(region(self.regions.title(point.region)), side)

    def caption(self, point: Point) -> str:
        """Say in one plain line where a point lies; in the words of the standard where there is none."""
        how = self.how_to.get(point.code)
        return point.location if how is None else how_to_words.line(how.caption)

    def wanted(self, point: Point) -> str:
        """Name the picture that the instructions of a point ask for; empty for any."""
        how = self.how_to.get(point.code)
        return "" if how is None else how.close_up


class LearningBook:
    """Reads the journal once, when a page opens, and is kept up with each answer."""

    def __init__(
        self,
        practice: PointPracticePort,
        scheduler: ReviewScheduler,
        content: LearningContent,
        now: Callable[[], Moment],
    ) -> None:
        self._practice = practice
        self._scheduler = scheduler
        self.content = content
        self.now = now
        self.in_use = points_in_use(content.atlas, content.protocols)
        self.askable = frozenset(point.code for point in content.atlas if can_ask(content.album, point))
        self.favourites = tuple(favourite.point for favourite in practice.recall_favourites())
        self._reviews = {review.id: review for review in practice.recall_point_reviews()}
        self.memories: dict[PointCode, PointMemory] = memories_of(
            scheduler, self._reviews.values(), now().utc
        )

    def points(self, scope: LearningScope) -> tuple[Point, ...]:
        """Return the points of a scope that can be asked for."""
        content = self.content
        found = points_of(scope, content.atlas, content.regions, self.in_use, self.favourites)
        return tuple(point for point in found if point.code in self.askable)

    def plan(self, scope: LearningScope, extra_new: int = 0) -> DayPlan:
        """Return what today holds of a scope; ``extra_new`` more points may begin than usual."""
        left = NEW_PER_DAY + extra_new - new_today(self._reviews.values(), self.now())
        codes = [point.code for point in self.points(scope)]
        return day_plan(codes, self.memories, self.now(), left)

    def unasked(self, scope: LearningScope) -> int:
        """Count the points of a scope that were never asked."""
        return sum(point.code not in self.memories for point in self.points(scope))

    def next_return(self, scope: LearningScope) -> str:
        """Say when the next point of a scope comes back; empty where none was ever asked."""
        due = next_return((point.code for point in self.points(scope)), self.memories)
        return "" if due is None else self.when(due)

    def tally(self, points: tuple[Point, ...]) -> Tally:
        """Count how far some points have come; those that cannot be asked for are left out."""
        return tally((point.code for point in points if point.code in self.askable), self.memories)

    def answers_to(self, point: PointCode) -> tuple[PointReview, ...]:
        """Return every answer to one point."""
        return tuple(review for review in self._reviews.values() if review.point == point)

    def keep(self, review: PointReview) -> None:
        """Write an answer, or its other rating, into the journal; raises ``KnownTrouble``."""
        self._practice.remember_point_review(review)
        self._reviews[review.id] = review
        memory = self._scheduler.memory(self.answers_to(review.point), self.now().utc)
        if memory is not None:
            self.memories[review.point] = memory

    def when(self, due: datetime) -> str:
        """Say when something comes back: by the clock within an hour, then by the calendar."""
        now = self.now()
        left = due - now.utc
        if left < timedelta(hours=1):
            return words.in_minutes(max(0, round(left / timedelta(minutes=1))))
        local = due.replace(tzinfo=None) + timedelta(minutes=now.offset_minutes)
        days = (local.date() - now.local_date).days
        if days < 1:
            return words.in_hours(round(left / timedelta(hours=1)))
        if days > _DAYS_BEFORE_MONTHS:
            return words.in_months(round(days / _DAYS_A_MONTH))
        return words.in_days(days)
