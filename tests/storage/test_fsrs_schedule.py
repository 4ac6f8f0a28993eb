"""The scheduler behind the quiz: the same answers come to the same days, wherever and whenever computed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import PointReview, ReviewKind, ReviewRating
from acupress_desktop.domain.review_schedule import MemoryStage, PointMemory, memories_of
from acupress_desktop.storage.fsrs_schedule import INTERVAL_DAYS_MAX, FsrsScheduler

START = datetime(2026, 11, 22, 14, 20, tzinfo=UTC)
LATE = datetime(2036, 1, 1, tzinfo=UTC)
AGAIN, HARD, GOOD, EASY = ReviewRating


def review(rating: ReviewRating, after: timedelta, point: str = "PC6") -> PointReview:
    number = int(after / timedelta(seconds=1))
    return PointReview(
        RowId(f"{number:012d}"), PointCode(point), ReviewKind.LOCATE, rating, Moment.of(START + after)
    )


def come_to(*reviews: PointReview, now: datetime = LATE) -> PointMemory:
    memory = FsrsScheduler().memory(reviews, now)
    assert memory is not None
    return memory


ANSWERS = st.lists(
    st.tuples(st.sampled_from(ReviewRating), st.integers(1, 60 * 24 * 90)), min_size=1, max_size=12
).map(
    lambda steps: [
        review(rating, timedelta(minutes=sum(gap for _r, gap in steps[: number + 1])))
        for number, (rating, _gap) in enumerate(steps)
    ]
)


def test_a_point_without_answers_has_no_memory() -> None:
    assert FsrsScheduler().memory((), LATE) is None
    assert memories_of(FsrsScheduler(), (), LATE) == {}


def test_a_new_point_that_was_known_comes_back_the_same_day_and_then_after_days() -> None:
    first = come_to(review(GOOD, timedelta()))
    assert (first.stage, first.due - START) == (MemoryStage.SEEN, timedelta(minutes=10))
    second = come_to(review(GOOD, timedelta()), review(GOOD, timedelta(minutes=10)))
    assert second.stage is MemoryStage.LEARNED
    assert second.due - second.last >= timedelta(days=1)
    assert second.answers == 2


def test_what_was_forgotten_comes_back_within_minutes_however_well_it_was_known() -> None:
    known = [review(EASY, timedelta(days=day)) for day in (0, 20, 80)]
    assert come_to(*known).stage is MemoryStage.LEARNED
    lost = come_to(*known, review(AGAIN, timedelta(days=300)))
    assert lost.stage is MemoryStage.SEEN
    assert lost.due - lost.last <= timedelta(minutes=10)


@given(ANSWERS)
def test_the_same_answers_come_to_the_same_in_any_order(reviews: list[PointReview]) -> None:
    memory = come_to(*reviews)
    assert come_to(*reversed(reviews)) == memory
    assert memories_of(FsrsScheduler(), reviews, LATE) == {PointCode("PC6"): memory}
    assert memory.last == max(each.moment.utc for each in reviews)
    assert memory.last < memory.due <= memory.last + timedelta(days=INTERVAL_DAYS_MAX)


@given(ANSWERS)
def test_what_is_promised_for_a_rating_is_what_comes_of_it(reviews: list[PointReview]) -> None:
    now = reviews[-1].moment.utc + timedelta(hours=30)
    promised = FsrsScheduler().returns(reviews, now)
    for rating, due in promised.items():
        last = replace(reviews[-1], id=RowId("z"), rating=rating, moment=Moment.of(now))
        assert come_to(*reviews, last, now=now).due == due
    assert list(promised.values()) == sorted(promised.values())


def test_the_first_answer_is_promised_too() -> None:
    promised = FsrsScheduler().returns((), START)
    assert promised[AGAIN] < promised[HARD] < promised[GOOD] < promised[EASY]
    assert promised[GOOD] == come_to(review(GOOD, timedelta())).due


@pytest.mark.parametrize("year", [2099, 9999])
def test_an_answer_of_a_clock_that_ran_wrong_counts_as_given_now(year: int) -> None:
    ahead = replace(review(GOOD, timedelta()), moment=Moment.of(datetime(year, 12, 31, 23, 59, tzinfo=UTC)))
    memory = come_to(ahead, now=START)
    assert memory.last == START
    assert memory.due == START + timedelta(minutes=10)


def test_nothing_sleeps_and_nothing_is_thrown_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> float:
        raise AssertionError("the scheduler must neither wait nor throw dice")

    monkeypatch.setattr("fsrs.card.time.sleep", refuse)
    monkeypatch.setattr("fsrs.scheduler.random", refuse)
    known = [review(GOOD, timedelta(days=day)) for day in (0, 1, 9, 40)]
    assert come_to(*known).answers == 4
    assert FsrsScheduler().returns(known, LATE)
    assert FsrsScheduler().returns((), LATE)


def test_the_package_is_not_loaded_before_it_is_needed() -> None:
    asked = "import acupress_desktop.storage.fsrs_schedule as room; room.FsrsScheduler(); import sys; "
    asked += "print('fsrs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
