"""The page about reminders: what it keeps, what it shows of it, and how each change is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from acupress_desktop.domain.reminders import (
    REMINDERS_MAX,
    Due,
    Reminder,
    ReminderKind,
    ReminderState,
    ReminderWording,
    Weekday,
    Worded,
)
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.reminder_page import ReminderPorts, ReminderPresenter, Said
from acupress_desktop.presenters.reminder_words import one_line, set_titles, worded
from acupress_desktop.presenters.used_set import UsedSet
from tests.presenters.stage_a import Stage

PRIVATE = "A quiet moment, if you like"


@dataclass
class KeptCalendar:
    """A calendar in memory."""

    written: list[tuple[Path, tuple[Worded, ...]]] = field(default_factory=list)
    trouble: KnownTrouble | None = None

    def write_calendar(self, path: Path, entries: tuple[Worded, ...]) -> int:
        if self.trouble is not None:
            raise self.trouble
        self.written.append((path, entries))
        return len(entries)


def page(
    stage: Stage, calendar: KeptCalendar | None = None, last_said: Said | None = None
) -> ReminderPresenter:
    neck = next(one for one in stage.files.protocols if one.id == "P01")
    ports = ReminderPorts(
        stage.journal,
        calendar or KeptCalendar(),
        set_titles(stage.files.protocols, lambda: UsedSet(neck)),
        stage.clock.now,
        lambda: ZoneInfo("Europe/Berlin"),
        stage.new_id,
    )
    return ReminderPresenter(ports, last_said)


def kept(stage: Stage) -> tuple[Reminder, ...]:
    return stage.journal.recall_reminders()


def add_mondays(presenter: ReminderPresenter) -> None:
    presenter.add(ReminderKind.WEEKLY)
    presenter.turn_day(Weekday.MONDAY)
    presenter.set_time(8 * 60)
    presenter.keep()


def test_nobody_has_a_reminder_who_did_not_ask_for_one(set_up: Stage) -> None:
    view = page(set_up).present()
    assert view.rows == ()
    assert view.empty == "No reminders yet"
    assert [add.kind for add in view.adds] == list(ReminderKind)
    assert not view.save_calendar.ready
    assert page(set_up).back() == Back()


def test_a_weekly_one_is_private_by_itself_and_says_when_it_comes(set_up: Stage) -> None:
    presenter = page(set_up)
    form = presenter.add(ReminderKind.WEEKLY).editor
    assert form is not None
    assert (form.wording, form.preview) == (ReminderWording.PRIVATE, f"Reminder: {PRIVATE}")
    presenter.turn_day(Weekday.FRIDAY)
    presenter.turn_day(Weekday.MONDAY)
    presenter.set_time(8 * 60)
    view = presenter.keep()
    (row,) = view.rows
    assert row.title == "Monday and Friday, 08:00"
    # It is a Sunday evening.
    assert row.detail == f"{PRIVATE}. Next: 23 November 2026, 08:00."
    assert row.delete_spoken == "Delete: Monday and Friday, 08:00"
    assert (view.editor, view.said, view.undo) == (None, "Reminder saved.", "Undo")
    (reminder,) = kept(set_up)
    assert reminder.weekdays == (Weekday.MONDAY, Weekday.FRIDAY)


def test_without_a_day_it_is_not_saved_and_the_form_stays(set_up: Stage) -> None:
    presenter = page(set_up)
    presenter.add(ReminderKind.WEEKLY)
    form = presenter.keep().editor
    assert form is not None
    assert form.problem == "Choose at least one day."
    assert kept(set_up) == ()
    presenter.turn_day(Weekday.SUNDAY)
    assert presenter.turn_day(Weekday.SUNDAY).editor is not None
    assert presenter.leave().editor is None
    assert kept(set_up) == ()


def test_before_the_period_it_is_five_days_where_nothing_else_is_said(set_up: Stage) -> None:
    presenter = page(set_up)
    form = presenter.add(ReminderKind.BEFORE_PERIOD).editor
    assert form is not None
    assert (form.days_before, form.days) == (5, ())
    presenter.set_day(date(2026, 12, 8))
    view = presenter.choose_wording(ReminderWording.NAMED)
    assert view.editor is not None
    assert view.editor.preview == (
        "Acupress: Your period is expected in 5 days: “Period cramps”, if you like"
    )
    (row,) = presenter.keep().rows
    assert row.title == "5 days before the period, 18:00"
    assert row.detail.endswith("Next: 3 December 2026, 18:00.")


def test_the_preview_is_the_line_that_is_handed_over(set_up: Stage) -> None:
    presenter = page(set_up)
    presenter.add(ReminderKind.WEEKLY)
    view = presenter.choose_wording(ReminderWording.NAMED)
    line = presenter.to_try()
    assert line is not None
    assert view.editor is not None
    assert view.editor.preview == f"{line.sender}: {line.title}"
    assert line.title == "Time for “Neck and shoulders”, if you like"


def test_what_came_of_trying_is_told_beside_it(set_up: Stage) -> None:
    presenter = page(set_up)
    presenter.add(ReminderKind.WEEKLY)
    view = presenter.heard(Said.HANDED_OVER)
    assert view.editor is not None
    assert view.editor.tried.startswith("Handed to the desktop.")
    view = presenter.heard(Said.NOT_TAKEN)
    assert view.editor is not None
    assert "calendar file does not need it" in view.editor.tried
    assert view.no_service == ""
    assert "calendar file does not need it" in presenter.leave().no_service


def test_a_line_that_was_not_taken_earlier_is_told_on_the_page(set_up: Stage) -> None:
    assert "no notification service" in page(set_up, last_said=Said.NOT_TAKEN).present().no_service
    assert page(set_up, last_said=Said.HANDED_OVER).present().no_service == ""


def test_a_change_keeps_the_key_and_can_be_taken_back(set_up: Stage) -> None:
    presenter = page(set_up)
    add_mondays(presenter)
    (before,) = kept(set_up)
    form = presenter.change(before.id).editor
    assert form is not None
    assert (form.beside, form.at_minute) == (before.id, 8 * 60)
    assert [day.day for day in form.days if day.choice is Choice.CHOSEN] == [Weekday.MONDAY]
    presenter.set_time(9 * 60)
    set_up.clock.pass_time(minutes=1)
    presenter.keep()
    (after,) = kept(set_up)
    assert (after.id, after.at_minute) == (before.id, 9 * 60)
    assert after.moment > before.moment
    presenter.undo()
    assert kept(set_up) == (before,)


def test_what_was_added_or_deleted_or_switched_off_can_be_taken_back(set_up: Stage) -> None:
    presenter = page(set_up)
    add_mondays(presenter)
    assert presenter.undo().rows == ()
    add_mondays(presenter)
    (reminder,) = kept(set_up)
    view = presenter.delete(reminder.id)
    assert (view.rows, view.said) == ((), "Reminder deleted.")
    assert len(presenter.undo().rows) == 1
    off = presenter.turn(reminder.id)
    assert off.rows[0].detail == f"{PRIVATE}. Switched off."
    assert not off.save_calendar.ready
    presenter.undo()
    assert kept(set_up)[0].state is ReminderState.ON
    assert presenter.undo().undo == ""


def test_one_whose_day_has_passed_says_so_and_stands_last(set_up: Stage) -> None:
    presenter = page(set_up)
    presenter.add(ReminderKind.REVIEW)
    presenter.set_day(date(2026, 11, 23))
    presenter.keep()
    add_mondays(presenter)
    set_up.clock.pass_time(days=3)
    rows = page(set_up).present().rows
    assert [row.title for row in rows] == ["Monday, 08:00", "Review, 23 Nov 2026, 18:00"]
    assert rows[1].detail.endswith("Its day has passed.")


def test_there_is_room_for_so_many_and_no_more(set_up: Stage) -> None:
    presenter = page(set_up)
    for _number in range(REMINDERS_MAX):
        add_mondays(presenter)
    view = presenter.present()
    assert view.adds == ()
    assert "room for 20" in view.full
    assert presenter.add(ReminderKind.WEEKLY).editor is None


def test_the_calendar_file_gets_every_reminder_with_its_words(set_up: Stage, tmp_path: Path) -> None:
    calendar = KeptCalendar()
    presenter = page(set_up, calendar)
    add_mondays(presenter)
    view = presenter.save_calendar(tmp_path / "mine.ics")
    assert view.said == "1 reminder saved in mine.ics."
    assert view.undo == ""
    ((_path, entries),) = calendar.written
    assert [entry.title for entry in entries] == [PRIVATE]


def test_a_full_disk_is_told(set_up: Stage, tmp_path: Path) -> None:
    calendar = KeptCalendar(trouble=KnownTrouble(DiskFull(tmp_path)))
    presenter = page(set_up, calendar)
    add_mondays(presenter)
    view = presenter.save_calendar(tmp_path / "mine.ics")
    assert view.trouble
    assert view.said == ""


def test_what_is_impossible_changes_nothing(set_up: Stage) -> None:
    presenter = page(set_up)
    add_mondays(presenter)
    before = kept(set_up)
    gone = set_up.new_id()
    for view in (
        presenter.turn(gone),
        presenter.delete(gone),
        presenter.change(gone),
        presenter.set_time(1440),
        presenter.choose_before(99),
        presenter.keep(),
    ):
        assert view.editor is None
    assert kept(set_up) == before
    assert presenter.to_try() is None


def test_of_several_at_once_one_line_is_said_and_the_private_one_wins(set_up: Stage) -> None:
    titles = set_titles(set_up.files.protocols, lambda: None)
    now = set_up.clock.now()
    named = Reminder(
        set_up.new_id(), now, ReminderKind.WEEKLY, 480, tuple(Weekday), wording=ReminderWording.NAMED
    )
    private = Reminder(set_up.new_id(), now, ReminderKind.WEEKLY, 480, tuple(Weekday))
    line = one_line((Due(named, now.utc), Due(private, now.utc)), titles)
    assert line == worded(private, titles)
    named_line = one_line((Due(named, now.utc),), titles)
    assert named_line is not None
    assert named_line.title == "Time for “Calm set”, if you like"
    assert one_line((), titles) is None


@pytest.mark.parametrize(("away", "told"), [(40, 40), (0, 28), (-3, 28)])
def test_a_review_begins_on_the_day_that_the_practice_plan_names(set_up: Stage, away: int, told: int) -> None:
    today = set_up.clock.now().local_date
    ports = ReminderPorts(
        set_up.journal,
        KeptCalendar(),
        set_titles(set_up.files.protocols, lambda: None),
        set_up.clock.now,
        lambda: ZoneInfo("Europe/Berlin"),
        set_up.new_id,
        lambda: today + timedelta(days=away),
    )
    presenter = ReminderPresenter(ports)
    presenter.add(ReminderKind.REVIEW)
    presenter.keep()
    assert [reminder.on_day for reminder in kept(set_up)] == [today + timedelta(days=told)]
