"""What today holds: computed from memories and the given moment alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.learning import (
    AHEAD,
    DayPlan,
    Tally,
    day_plan,
    is_due,
    kind_due,
    new_today,
    next_point,
    next_return,
    tally,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import PointReview, ReviewKind, ReviewRating
from acupress_desktop.domain.review_schedule import MemoryStage, PointMemory

NOON = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
NOW = Moment(NOON, 60, "Europe/Zurich", date(2026, 11, 22))
POINTS = [PointCode(code) for code in ("LI4", "PC6", "GB21", "HT7", "ST36")]


def memory(code: PointCode, due: timedelta, stage: MemoryStage = MemoryStage.LEARNED) -> PointMemory:
    return PointMemory(code, stage, NOON + due, NOON - timedelta(days=3), 2)


def review(code: str, when: datetime, local: date) -> PointReview:
    moment = Moment(when, 60, "Europe/Zurich", local)
    key = RowId(f"{code}{when.isoformat()}")
    return PointReview(key, PointCode(code), ReviewKind.LOCATE, ReviewRating.GOOD, moment)


MEMORIES = st.dictionaries(
    st.sampled_from(POINTS),
    st.tuples(st.integers(-50, 50).map(lambda hours: timedelta(hours=hours)), st.sampled_from(MemoryStage)),
).map(lambda drawn: {code: memory(code, *told) for code, told in drawn.items()})


def test_the_day_of_the_person_counts_and_not_that_of_greenwich() -> None:
    late = memory(PointCode("PC6"), timedelta(hours=12, minutes=5))
    assert late.due.date() == NOW.local_date
    assert is_due(memory(PointCode("PC6"), timedelta(hours=12, minutes=-5)), NOW)
    assert not is_due(late, NOW)


def test_what_is_not_settled_comes_back_by_the_clock() -> None:
    assert is_due(memory(PointCode("PC6"), AHEAD, MemoryStage.SEEN), NOW)
    assert not is_due(memory(PointCode("PC6"), AHEAD + timedelta(seconds=1), MemoryStage.SEEN), NOW)


@given(MEMORIES, st.integers(-2, 9))
def test_a_plan_holds_each_point_once_and_no_more_new_ones_than_are_left(
    memories: dict[PointCode, PointMemory], left: int
) -> None:
    plan = day_plan([*POINTS, *POINTS], memories, NOW, left)
    assert plan.count == len({*plan.back, *plan.new})
    assert len(plan.new) == min(max(0, left), len(POINTS) - len(memories))
    assert set(plan.back) == {code for code in memories if is_due(memories[code], NOW)}
    assert list(plan.new) == [code for code in POINTS if code not in memories][: max(0, left)]


@given(MEMORIES, st.sampled_from([None, *POINTS]))
def test_there_is_a_next_point_while_the_plan_holds_one(
    memories: dict[PointCode, PointMemory], last: PointCode | None
) -> None:
    plan = day_plan(POINTS, memories, NOW, 2)
    found = next_point(plan, memories, NOW, last)
    assert (found is None) == (plan.count == 0)
    assert found is None or found in (*plan.back, *plan.new)
    assert found is None or found != last or plan.count == 1


def test_what_is_due_by_the_clock_comes_before_new_points_and_those_before_what_comes_early() -> None:
    memories = {
        POINTS[0]: memory(POINTS[0], timedelta(minutes=9), MemoryStage.SEEN),
        POINTS[1]: memory(POINTS[1], timedelta(minutes=-9), MemoryStage.SEEN),
        POINTS[2]: memory(POINTS[2], timedelta(hours=2)),
    }
    plan = day_plan(POINTS[:4], memories, NOW, 5)
    order = []
    while (code := next_point(plan, memories, NOW, None)) is not None:
        order.append(code)
        plan = DayPlan(
            tuple(each for each in plan.back if each != code),
            tuple(each for each in plan.new if each != code),
        )
    assert order == [POINTS[1], POINTS[2], POINTS[3], POINTS[0]]


def test_a_point_is_new_on_the_day_of_its_first_answer_only() -> None:
    yesterday = date(2026, 11, 21)
    reviews = [
        review("LI4", NOON, NOW.local_date),
        review("LI4", NOON - timedelta(days=1), yesterday),
        review("PC6", NOON - timedelta(hours=1), NOW.local_date),
        review("PC6", NOON, NOW.local_date),
    ]
    assert new_today(reviews, NOW) == 1
    assert new_today(reversed(reviews), NOW) == 1
    assert new_today((), NOW) == 0


@given(MEMORIES)
def test_every_point_is_counted_once(memories: dict[PointCode, PointMemory]) -> None:
    found = tally(POINTS, memories)
    assert found.points == len(POINTS)
    assert found.not_yet == len(POINTS) - len(memories)
    assert found.learned == sum(each.stage is MemoryStage.LEARNED for each in memories.values())
    assert tally((), memories) == Tally(0, 0, 0)


def test_the_first_to_come_back_says_when() -> None:
    memories = {code: memory(code, timedelta(days=day)) for day, code in enumerate(POINTS, start=1)}
    assert next_return(POINTS[1:], memories) == NOON + timedelta(days=2)
    assert next_return((), memories) is None


def test_place_and_name_are_asked_in_turn() -> None:
    kinds = [kind_due(answers) for answers in range(4)]
    assert kinds == [ReviewKind.LOCATE, ReviewKind.NAME] * 2
