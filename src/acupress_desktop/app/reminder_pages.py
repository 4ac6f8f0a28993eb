"""The page about reminders, and of which set a named one speaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from acupress_desktop.app.desk import Desk
from acupress_desktop.app.occasions_at import set_in_use
from acupress_desktop.domain.reminders import Worded
from acupress_desktop.presenters.destinations import ToReminders
from acupress_desktop.presenters.reminder_page import ReminderPorts, ReminderPresenter
from acupress_desktop.presenters.reminder_words import SetTitle, set_titles
from acupress_desktop.session.system_zone import zone_of
from acupress_desktop.ui.reminders.screen import RemindersScreen
from acupress_desktop.ui.shell.window import Mast, Page


class CalendarFiles:
    """Writes calendar files; what that needs is imported with the first one."""

    def write_calendar(self, path: Path, entries: tuple[Worded, ...]) -> int:
        """Write every reminder that is on to ``path``; return how many."""
        from acupress_desktop.exchange.calendar_file import write_calendar

        return write_calendar(path, entries)


def set_titles_of(desk: Desk) -> SetTitle:
    """Return what names the set of a reminder: that for the period, or the one that the person uses."""
    return set_titles(desk.bundle.shelf.protocols, lambda: set_in_use(desk))


def reminders_page(desk: Desk) -> Page:
    """Return the page; what is changed on it is in force at once."""
    ground, reminding = desk.ground, desk.doors.reminding

    def review_on() -> date | None:
        plan = desk.journal.recall_practice_plan()
        return None if plan is None else plan.review_on

    ports = ReminderPorts(
        desk.journal,
        CalendarFiles(),
        set_titles_of(desk),
        ground.now,
        lambda: zone_of(ground.clock),
        ground.ids.next,
        review_on,
    )
    presenter = ReminderPresenter(ports, None if reminding is None else reminding.last_said)
    screen = RemindersScreen(presenter, ground.theme, ground.ask)
    if reminding is not None:
        screen.try_asked.connect(reminding.say)
        screen.changed.connect(reminding.look)
        reminding.heard.connect(screen.hear)
    return Page(screen, screen.leave, Mast.COMMON, ToReminders)
