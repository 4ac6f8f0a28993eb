"""Shorter ways through the sets, and reminders, without a window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from acupress_desktop.cli.places import moments_of
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.reminders import Reminder, ReminderKind, ReminderState, ReminderWording, Weekday
from acupress_desktop.session.clock import SystemClock
from acupress_desktop.storage.opening import open_journal
from tests.cli.door_calls import Door


def test_every_occasion_says_what_it_comes_to(acupress: Door) -> None:
    found = {one["id"]: one for one in acupress.json("occasions")["occasions"]}
    assert {"low_energy", "desk", "flare_up", "wind_down"} <= set(found)
    assert found["low_energy"]["of_any_set"]
    assert found["low_energy"]["voice"] == "brief"
    assert all(one["total_seconds"] <= 120 for one in found["desk"]["sets"])
    assert all(len(one["points"]) <= 3 for one in found["low_energy"]["sets"])
    assert all(one["tested"].startswith("Nobody has tested") for one in found.values())


def test_a_plan_for_an_occasion_is_a_part_of_its_set(acupress: Door) -> None:
    whole = acupress.json("plan", "P01")
    desk = acupress.json("plan", "P01", "--occasion", "desk")
    assert whole["occasion"] is None
    assert desk["occasion"]["id"] == "desk"
    assert desk["total_seconds"] == 115
    there = {(step["code"], step["side"]): step for step in whole["steps"]}
    for step in desk["steps"]:
        before = there[step["code"], step["side"]]
        assert step["hold_seconds"] <= before["hold_seconds"]
        assert step["pressure"] <= before["pressure"]


def test_a_bad_day_asks_about_what_hurts_and_presses_elsewhere(acupress: Door) -> None:
    made = acupress.json("plan", "P05", "--occasion", "flare_up")
    assert (made["id"], made["complaint"]) == ("P16", "headache")
    # The point between the brows lies where it hurts.
    assert {step["code"] for step in made["steps"]} == {"PC6", "HT7"}


def test_the_first_week_halves_an_occasion_too(acupress: Door) -> None:
    made = acupress.json("plan", "P01", "--occasion", "low_energy", "--stage", "first_week")
    assert {step["hold_seconds"] for step in made["steps"]} == {12}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("P01", "--occasion", "party"), "no occasion 'party'"),
        (("P16", "--occasion", "desk", "--stage", "first_session"), "the first session is the calm set"),
    ],
)
def test_an_occasion_that_does_not_go_is_refused(
    acupress: Door, arguments: tuple[str, ...], said: str
) -> None:
    called = acupress("plan", *arguments)
    assert (called.code, called.out) == (3, "")
    assert said in called.err


def test_a_rehearsed_occasion_stands_in_the_journal(acupress: Door) -> None:
    assert acupress("rehearse", "P01", "--occasion", "desk").code == 0
    with_journal = open_journal(acupress.folder, now=moments_of(SystemClock()))
    try:
        with_journal.verify()
        (story,) = with_journal.recall_stories(_every_day())
    finally:
        with_journal.close()
    assert story.session.occasion == "desk"


def test_reminders_are_listed_and_written_into_a_calendar_file(acupress: Door, tmp_path: Path) -> None:
    now = moments_of(SystemClock())
    journal = open_journal(acupress.folder, now=now)
    try:
        journal.verify()
        weekly = (Weekday.MONDAY,)
        journal.remember_reminder(
            Reminder(RowId(_id(1)), now(), ReminderKind.WEEKLY, 480, weekly, wording=ReminderWording.NAMED)
        )
        journal.remember_reminder(
            Reminder(
                RowId(_id(2)),
                now(),
                ReminderKind.REVIEW,
                600,
                on_day=date(2031, 1, 2),
                state=ReminderState.OFF,
            )
        )
    finally:
        journal.close()
    found = {one["kind"]: one for one in acupress.json("reminders", "list")["reminders"]}
    assert found["weekly"]["says"] == "Time for “Calm set”, if you like"
    assert found["weekly"]["next"] is not None
    assert (found["review"]["state"], found["review"]["next"]) == ("off", None)
    out = tmp_path / "mine.ics"
    assert acupress.json("reminders", "ics", str(out))["reminders"] == 1
    assert b"RRULE:FREQ=WEEKLY;BYDAY=MO" in out.read_bytes()


def test_no_reminders_are_no_trouble(acupress: Door) -> None:
    assert acupress.json("reminders", "list") == {"schema": 1, "reminders": []}


def _id(number: int) -> str:
    return f"01a20e80-0280-7000-8000-{number:012d}"


def _every_day() -> DayRange:
    from acupress_desktop.cli.plans import EVERY_DAY

    return EVERY_DAY
