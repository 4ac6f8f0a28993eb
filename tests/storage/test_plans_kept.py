"""Routines, goals, plans and reminders: kept whole, changed whole, taken back, found again."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import OccasionId, PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import Archive, ArchiveRow, DayRange, Subject
from acupress_desktop.domain.practice import Pressed
from acupress_desktop.domain.reminders import ReminderKind
from acupress_desktop.domain.routines import PICTURE_CHARACTERS_MAX, PressStep, RoutineSides
from acupress_desktop.domain.troubles import BadValue, KnownTrouble, NoSuchRow, Reason
from acupress_desktop.exchange.csv_file import write_csv
from acupress_desktop.exchange.json_file import read_json, write_json
from acupress_desktop.storage import routine_rows
from acupress_desktop.storage.journal import Journal
from tests.storage.journals import Bench

PICTURE = "iVBORw0KGgo="


def step_rows(journal: Journal) -> list[dict[str, object]]:
    return [
        dict(zip((column.name for column in row.table.columns), row.values, strict=True))
        for row in journal.recall_archive()
        if row.table.name == "routine_step"
    ]


def test_a_routine_comes_back_as_it_was_made(bench: Bench, journal: Journal) -> None:
    first, second = bench.routine("mornings", PICTURE), bench.routine("evenings")
    change = journal.remember_routine(first)
    assert (change.subjects, change.rows) == ((Subject.ROUTINES,), (first.id,))
    bench.later(minutes=1)
    journal.remember_routine(second)
    assert journal.recall_routines() == (second, first)
    bench.later(minutes=1)
    journal.remember_routine(replace(first, name="at dawn"))
    assert [each.name for each in journal.recall_routines()] == ["at dawn", "evenings"]
    assert journal.recall_routine(first.id) == replace(first, name="at dawn")
    assert journal.recall_routine(bench.key()) is None


def test_changing_a_step_is_a_new_revision_of_its_routine(bench: Bench, journal: Journal) -> None:
    routine = bench.routine("mornings", PICTURE)
    journal.remember_routine(routine)

    def revision() -> object:
        rows = [row for row in journal.recall_archive() if row.table.name == "routine"]
        return rows[0].values[2]

    journal.remember_routine(routine)
    assert revision() == 1
    bench.later(minutes=1)
    turned = replace(routine, steps=routine.steps[::-1])
    journal.remember_routine(turned)
    assert revision() == 2
    assert journal.recall_routine(routine.id) == turned


def test_a_step_taken_out_stays_as_a_deleted_row_without_its_picture(bench: Bench, journal: Journal) -> None:
    routine = bench.routine("mornings", PICTURE)
    journal.remember_routine(routine)
    fewer = replace(routine, steps=routine.steps[1:])
    journal.remember_routine(fewer)
    assert journal.recall_routine(routine.id) == fewer
    rows = {row["id"]: row for row in step_rows(journal)}
    gone = rows[routine.steps[0].id]
    assert gone["deleted_utc"] is not None
    assert gone["picture"] == ""
    journal.remember_routine(routine)
    assert journal.recall_routine(routine.id) == routine


def test_a_routine_that_cannot_be_kept_leaves_the_one_before(bench: Bench, journal: Journal) -> None:
    routine = bench.routine()
    journal.remember_routine(routine)
    press = routine.steps[0]
    assert isinstance(press, PressStep)
    bad = replace(press, point=PointCode("LI4\n"))
    with pytest.raises(KnownTrouble) as known:
        journal.remember_routine(replace(routine, name="other", steps=(*routine.steps[1:], bad)))
    assert isinstance(known.value.trouble, BadValue)
    assert known.value.trouble.field == "point"
    assert journal.recall_routine(routine.id) == routine


def test_a_deleted_routine_comes_back_with_its_pictures(bench: Bench, journal: Journal) -> None:
    routine = bench.routine("mornings", PICTURE)
    journal.remember_routine(routine)
    journal.remember_routine_deleted(routine.id)
    assert journal.recall_routines() == ()
    with pytest.raises(KnownTrouble):
        journal.remember_routine_deleted(routine.id)
    journal.remember_routine_restored(routine.id)
    assert journal.recall_routines() == (routine,)


def test_pictures_have_room_until_an_export_would_not_come_in_again(
    bench: Bench, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routine_rows, "PICTURES_CHARACTERS_MAX", 30)
    first = bench.routine("first", PICTURE)
    journal.remember_routine(first)
    journal.remember_routine(bench.routine("second", PICTURE))
    with pytest.raises(KnownTrouble) as known:
        journal.remember_routine(bench.routine("third", PICTURE))
    assert isinstance(known.value.trouble, BadValue)
    assert (known.value.trouble.field, known.value.trouble.reason) == ("picture", Reason.TOO_LARGE)
    journal.remember_routine(replace(first, steps=first.steps[1:]))
    journal.remember_routine(bench.routine("third", PICTURE))
    assert len(journal.recall_routines()) == 3


def test_a_session_says_what_it_was_chosen_for(bench: Bench, journal: Journal) -> None:
    routine = bench.routine()
    session = replace(bench.session(), occasion=OccasionId("low_energy"), routine=routine.id)
    with pytest.raises(KnownTrouble) as known:
        journal.remember_session_opened(session)
    assert known.value.trouble == NoSuchRow("routine")
    journal.remember_routine(routine)
    journal.remember_session_opened(session)
    done = [bench.exercise(session.id, order, 12.5) for order in (2, 1)]
    for exercise in done:
        change = journal.remember_exercise(exercise)
        assert change.subjects == (Subject.EXERCISES,)
    journal.remember_routine_deleted(routine.id)
    story = journal.recall_story(session.id)
    assert story is not None
    assert story.session == session
    assert story.exercises == (done[1], done[0])
    with pytest.raises(KnownTrouble):
        journal.remember_exercise(bench.exercise(bench.key()))


def test_water_and_movement_are_answered_or_not(bench: Bench, journal: Journal) -> None:
    plain = bench.check_in(3)
    told = replace(bench.check_in(4), water_glasses=0, movement_minutes=1440)
    journal.remember_check_in(plain)
    journal.remember_check_in(told)
    today = DayRange(bench.now().local_date, bench.now().local_date)
    assert {kept.record.id: kept.record for kept in journal.recall_check_ins(today)} == {
        plain.id: plain,
        told.id: told,
    }
    for wrong in (replace(plain, water_glasses=31), replace(plain, movement_minutes=-1)):
        with pytest.raises(KnownTrouble) as known:
            journal.remember_check_in_edit(wrong, seen_revision=1)
        assert isinstance(known.value.trouble, BadValue)


def test_a_goal_is_put_away_and_brought_back(bench: Bench, journal: Journal) -> None:
    goals = [bench.goal("carry the shopping"), bench.goal("sleep\nthrough")]
    for goal in goals:
        journal.remember_goal(goal)
    bench.later(days=9)
    away = replace(goals[0], ended=bench.now())
    journal.remember_goal(away)
    assert {goal.id: goal for goal in journal.recall_goals()} == {away.id: away, goals[1].id: goals[1]}
    journal.remember_goal(goals[0])
    journal.remember_goal_deleted(goals[1].id)
    assert journal.recall_goals() == (goals[0],)
    journal.remember_goal_restored(goals[1].id)
    assert set(journal.recall_goals()) == set(goals)


def test_the_newest_plan_counts_and_an_undone_one_does_not(bench: Bench, journal: Journal) -> None:
    assert journal.recall_practice_plan() is None
    first = bench.practice_plan()
    journal.remember_practice_plan(first)
    routine = bench.routine()
    journal.remember_routine(routine)
    bench.later(days=3)
    second = bench.practice_plan(routine.id, days_per_week=2)
    journal.remember_practice_plan(second)
    assert journal.recall_practice_plan() == second
    assert journal.recall_practice_plans() == (first, second)
    journal.remember_practice_plan_deleted(second.id)
    assert journal.recall_practice_plan() == first
    journal.remember_practice_plan_restored(second.id)
    assert journal.recall_practice_plan() == second
    with pytest.raises(KnownTrouble) as known:
        journal.remember_practice_plan(bench.practice_plan(bench.key()))
    assert known.value.trouble == NoSuchRow("routine")


@pytest.mark.parametrize(("days", "times"), [(0, 1), (8, 1), (3, 0), (3, 3)])
def test_a_plan_of_more_than_twice_a_day_is_refused(
    bench: Bench, journal: Journal, days: int, times: int
) -> None:
    with pytest.raises(KnownTrouble):
        journal.remember_practice_plan(
            replace(bench.practice_plan(), days_per_week=days, sessions_per_day=times)
        )
    assert journal.recall_practice_plan() is None


def test_a_plan_is_for_a_set_or_for_a_routine(bench: Bench, journal: Journal) -> None:
    routine = bench.routine()
    journal.remember_routine(routine)
    plan = bench.practice_plan()
    for wrong in (replace(plan, protocol=None), replace(plan, routine=routine.id)):
        with pytest.raises(KnownTrouble):
            journal.remember_practice_plan(wrong)
    assert journal.recall_practice_plan() is None


def days_around(bench: Bench) -> DayRange:
    today = bench.now().local_date
    return DayRange(today - timedelta(days=30), today + timedelta(days=30))


def test_a_stopped_session_counts_what_was_held_and_an_untouched_one_nothing(
    bench: Bench, journal: Journal
) -> None:
    stopped, skipped, untouched, gone = (bench.session() for _ in range(4))
    for session in (stopped, skipped, untouched, gone):
        journal.remember_session_opened(session)
    journal.remember_hold(bench.hold(stopped.id, 1, 60.0))
    journal.remember_hold(bench.hold(stopped.id, 2, 12.5))
    journal.remember_hold(bench.hold(skipped.id, 1, 0.0))
    journal.remember_hold(bench.hold(gone.id, 1, 60.0))
    journal.remember_session_deleted(gone.id)
    today = bench.now().local_date
    assert journal.recall_pressed(days_around(bench)) == (Pressed(today, stopped.protocol, 72.5),)
    assert journal.recall_pressed(DayRange(date(2020, 1, 1), date(2020, 2, 1))) == ()
    journal.remember_session_restored(gone.id)
    assert len(journal.recall_pressed(days_around(bench))) == 2


def test_a_session_belongs_to_the_day_that_the_person_saw(bench: Bench, journal: Journal) -> None:
    # Half past eleven at night in New York is the next day in Greenwich.
    late = Moment.of(datetime(2026, 11, 24, 23, 30, tzinfo=timezone(timedelta(hours=-5))))
    assert late.utc.astimezone(UTC).date() == date(2026, 11, 25)
    session = replace(bench.session(), started=late)
    journal.remember_session_opened(session)
    journal.remember_hold(bench.hold(session.id))
    assert [each.day for each in journal.recall_pressed(days_around(bench))] == [date(2026, 11, 24)]


def test_reminders_come_back_as_they_were_set(bench: Bench, journal: Journal) -> None:
    reminders = tuple(bench.reminder(kind) for kind in ReminderKind)
    for reminder in reminders:
        journal.remember_reminder(reminder)
    assert set(journal.recall_reminders()) == set(reminders)
    journal.remember_reminder_deleted(reminders[0].id)
    assert set(journal.recall_reminders()) == set(reminders[1:])
    journal.remember_reminder_restored(reminders[0].id)
    assert set(journal.recall_reminders()) == set(reminders)


def test_a_breath_keeps_its_tenths_exactly(bench: Bench, journal: Journal) -> None:
    patterns = [BreathPattern(tenths / 10, tenths / 10 + 0.1, 0.1, 0.7) for tenths in range(30, 60)]
    breaths = [bench.own_breath(f"no. {number}", pattern) for number, pattern in enumerate(patterns)]
    for breath in breaths:
        journal.remember_own_breath(breath)
    kept = {each.id: each.pattern for each in journal.recall_own_breaths()}
    for breath in breaths:
        assert kept[breath.id].in_seconds == pytest.approx(breath.pattern.in_seconds, abs=1e-9)
        assert kept[breath.id].out_seconds == pytest.approx(breath.pattern.out_seconds, abs=1e-9)
        assert kept[breath.id].hold_empty_seconds == 0.7
    journal.remember_own_breath_deleted(breaths[0].id)
    assert breaths[0].id not in {each.id for each in journal.recall_own_breaths()}


def with_values(row: ArchiveRow, **changes: int | str | None) -> ArchiveRow:
    names = [column.name for column in row.table.columns]
    plain = dict(zip(names, row.values, strict=True)) | changes
    return replace(row, values=tuple(plain[name] for name in names))


def test_what_a_file_brings_that_no_routine_may_have_is_left_out_of_it(
    bench: Bench, journal: Journal, tmp_path: Path
) -> None:
    routine = bench.routine()
    journal.remember_routine(routine)
    write_json(tmp_path / "out.json", journal.recall_person(), journal.recall_archive())
    archive = read_json(tmp_path / "out.json")
    rows: list[ArchiveRow] = []
    for row in archive.rows:
        if row.table.name == "routine":
            rows.append(with_values(row, name=" \u202e"))
            continue
        rows.append(row)
        if row.values[0] == routine.steps[0].id:
            rows.append(with_values(row, id=bench.key(), sides=RoutineSides.LEFT.value, step_order=2))
            rows.append(with_values(row, id=bench.key(), point="LI4", note="\u202e", step_order=3))
    other = Bench(tmp_path / "other").open()
    other.remember_archive(Archive("bad.json", RowId(archive.person), tuple(rows)))
    (found,) = other.recall_routines()
    assert found.steps == routine.steps
    assert found.name == "?"
    other.remember_routine(replace(found, name="mended"))
    assert sum(row["deleted_utc"] is None for row in step_rows(other)) == len(routine.steps)
    other.close()


def test_a_routine_changed_in_two_places_keeps_the_steps_of_the_newer_one(tmp_path: Path) -> None:
    homes = {name: Bench(tmp_path / name, chance=Random(name)) for name in ("desk", "laptop")}  # noqa: S311
    desk = homes["desk"].open()
    routine = homes["desk"].routine("shared")
    desk.remember_routine(routine)
    write_json(tmp_path / "first.json", desk.recall_person(), desk.recall_archive())
    laptop = homes["laptop"].open()
    laptop.remember_archive(read_json(tmp_path / "first.json"))
    # Once at the desk, twice on the laptop, each with steps that the other has never seen.
    at_desk = replace(routine, steps=(routine.steps[0], *homes["desk"].routine().steps[1:]))
    desk.remember_routine(at_desk)
    laptop.remember_routine(replace(routine, steps=routine.steps[:1]))
    on_laptop = replace(routine, steps=(routine.steps[0], *homes["laptop"].routine().steps[1:]))
    laptop.remember_routine(on_laptop)
    for source, target, name in ((desk, laptop, "d"), (laptop, desk, "l"), (desk, laptop, "again")):
        for home in homes.values():
            home.later(minutes=5)
        write_json(tmp_path / f"{name}.json", source.recall_person(), source.recall_archive())
        target.remember_archive(read_json(tmp_path / f"{name}.json"))
    assert laptop.recall_routine(routine.id) == on_laptop
    assert desk.recall_routine(routine.id) == on_laptop
    desk.close()
    laptop.close()


@pytest.mark.slow
@pytest.mark.parametrize(("write", "ending"), [(write_json, "json"), (write_csv, "zip")])
def test_an_export_with_many_pictures_needs_no_more_memory_than_a_few(
    bench: Bench, journal: Journal, tmp_path: Path, write: Callable[..., int], ending: str
) -> None:
    picture = "A" * PICTURE_CHARACTERS_MAX
    for number in range(40):
        journal.remember_routine(bench.routine(f"no. {number}", picture))
    tracemalloc.start()
    write(tmp_path / f"out.{ending}", journal.recall_person(), journal.recall_archive())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 12 * PICTURE_CHARACTERS_MAX
