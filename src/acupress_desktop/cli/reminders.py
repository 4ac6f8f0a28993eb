"""``acupress reminders``: the list, and a calendar file of it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, columns
from acupress_desktop.cli.library import the_library
from acupress_desktop.cli.places import data_folder, moments_of, opened_journal
from acupress_desktop.session.clock import SystemClock

if TYPE_CHECKING:
    from acupress_desktop.domain.moments import Moment
    from acupress_desktop.domain.reminders import Reminder, Worded
    from acupress_desktop.storage.journal import Journal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``list`` and ``ics``."""
    below = parser.add_subparsers(metavar="COMMAND", required=True, dest="reminders_command")
    for name, words in (
        ("list", "every reminder, and when it is due next"),
        ("ics", "write those that are on into a calendar file"),
    ):
        sub = below.add_parser(name, help=words, description=words)
        sub.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR")
        sub.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        if name == "ics":
            sub.add_argument("out", type=Path, metavar="OUT.ics")


def run(arguments: argparse.Namespace) -> Answer:
    """List the reminders, or write them into a calendar file."""
    now = moments_of(SystemClock())
    with opened_journal(arguments, now) as journal:
        told = _worded(journal, arguments, now())
    if arguments.reminders_command == "ics":
        return _written(arguments.out, told)
    return _listed(told, now())


def _worded(journal: Journal, arguments: argparse.Namespace, now: Moment) -> tuple[Worded, ...]:
    from acupress_desktop.presenters.reminder_words import set_titles, worded
    from acupress_desktop.presenters.used_set import used_set
    from acupress_desktop.storage.glance import read_glance
    from acupress_desktop.storage.profile import Profile

    protocols = tuple(the_library().protocols.values())
    glance = read_glance(Profile(data_folder(arguments)).glance, now.local_date)
    titles = set_titles(protocols, lambda: used_set(journal, glance, protocols, now))
    return tuple(worded(reminder, titles) for reminder in journal.recall_reminders())


def _written(path: Path, told: tuple[Worded, ...]) -> Answer:
    from acupress_desktop.exchange.calendar_file import write_calendar

    count = write_calendar(path, told)
    return Answer({"file": str(path), "reminders": count}, (f"{count} reminders in {path}",))


def _listed(told: tuple[Worded, ...], now: Moment) -> Answer:
    from acupress_desktop.domain.reminders import next_due
    from acupress_desktop.session.system_zone import SystemZone

    rows = []
    for each in told:
        due = next_due(each.reminder, now.utc, SystemZone())
        rows.append(
            (each, "" if due is None else due.at.astimezone(SystemZone()).isoformat(timespec="minutes"))
        )
    return Answer(
        {"reminders": [_row(each, coming) for each, coming in rows]},
        columns(
            (
                each.reminder.id,
                each.reminder.kind.value,
                each.reminder.state.value,
                coming or "never",
                each.title,
            )
            for each, coming in rows
        ),
    )


def _row(each: Worded, coming: str) -> dict[str, object]:
    reminder: Reminder = each.reminder
    return {
        "id": reminder.id,
        "kind": reminder.kind.value,
        "state": reminder.state.value,
        "at_minute": reminder.at_minute,
        "weekdays": [day.value for day in reminder.weekdays],
        "on_day": None if reminder.on_day is None else reminder.on_day.isoformat(),
        "days_before": reminder.days_before,
        "wording": reminder.wording.value,
        "says": each.title,
        "next": coming or None,
    }
