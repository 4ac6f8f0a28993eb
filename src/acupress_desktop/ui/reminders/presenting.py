"""What the page about reminders needs of its presenter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.reminders import ReminderKind, ReminderWording, Weekday, Worded
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.reminder_page import Said
from acupress_desktop.presenters.reminder_view import RemindersView


class RemindersPresenting(Protocol):
    """What the page needs of its presenter."""

    def present(self) -> RemindersView:
        """Show the page."""
        ...

    def add(self, kind: ReminderKind) -> RemindersView:
        """Open the form of a new reminder."""
        ...

    def change(self, name: RowId) -> RemindersView:
        """Open the form of a reminder."""
        ...

    def turn(self, name: RowId) -> RemindersView:
        """Switch a reminder off or on."""
        ...

    def delete(self, name: RowId) -> RemindersView:
        """Take a reminder away."""
        ...

    def undo(self) -> RemindersView:
        """Take the last change back."""
        ...

    def turn_day(self, day: Weekday) -> RemindersView:
        """Choose a day of the week, or let it go."""
        ...

    def set_time(self, at_minute: int) -> RemindersView:
        """Say at what time."""
        ...

    def set_day(self, on_day: date) -> RemindersView:
        """Say on which day."""
        ...

    def choose_before(self, days: int) -> RemindersView:
        """Say how many days before."""
        ...

    def choose_wording(self, wording: ReminderWording) -> RemindersView:
        """Choose what it says."""
        ...

    def keep(self) -> RemindersView:
        """Save the form."""
        ...

    def leave(self) -> RemindersView:
        """Leave the form."""
        ...

    def to_try(self) -> Worded | None:
        """Return the line of the form."""
        ...

    def heard(self, said: Said) -> RemindersView:
        """Say what came of handing a line to the desktop."""
        ...

    def save_calendar(self, path: Path) -> RemindersView:
        """Write the calendar file."""
        ...

    def back(self) -> Destination:
        """Leave the page."""
        ...
