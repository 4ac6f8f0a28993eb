"""Says reminders while the app runs: one deadline for the next one, quiet where the window is for others.

In a session, and while points are shown to somebody, what comes due waits and is said once afterwards. What
is later than an hour, as after a night asleep or with the app closed, is not said any more.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from acupress_desktop.app.desktop_notes import Notes
from acupress_desktop.app.ground import Ground
from acupress_desktop.domain.ports import ReminderPort
from acupress_desktop.domain.reminders import Due, Worded, due_between, next_of_all, to_say
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.reminder_page import Said
from acupress_desktop.presenters.reminder_words import SetTitle, one_line
from acupress_desktop.session.system_zone import zone_of

LOOK_AGAIN = timedelta(minutes=30)
"""No deadline is further away: a timer stands still while the computer sleeps, and clocks may be set."""


class Reminding(QObject):
    """``Reminding(ground, notes, quiet)``. ``watch`` begins, ``look`` looks again, ``forget`` ends.

    ``heard`` emits ``Said`` for each line, ``clicked`` follows a click on one.
    """

    heard = Signal(object)
    clicked = Signal()

    def __init__(
        self, ground: Ground, notes: Notes, quiet: Callable[[], object], parent: QObject | None = None
    ) -> None:
        """``quiet`` tells whether nothing may be said just now."""
        super().__init__(parent)
        self._ground = ground
        self._notes = notes
        self._quiet = quiet
        self._journal: ReminderPort | None = None
        self._set_title: SetTitle | None = None
        self._looked: datetime | None = None
        self._held: tuple[Due, ...] = ()
        self.last_said: Said | None = None
        self._deadline = ground.deadlines(self)
        self._deadline.due.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._state_changed)
        notes.heard.connect(self._hear)
        notes.clicked.connect(self.clicked)

    def watch(self, journal: ReminderPort, set_title: SetTitle) -> None:
        """Say what comes due from now on; what came due before is not made up for."""
        self._journal, self._set_title = journal, set_title
        self._looked, self._held = self._ground.now().utc, ()
        self.look()

    def forget(self) -> None:
        """Say nothing any more."""
        self._journal = self._set_title = None
        self._held = ()
        self._deadline.cancel()

    def close(self) -> None:
        """Say nothing any more, and let go of the desktop."""
        self.forget()
        self._notes.close()

    def say(self, line: Worded) -> None:
        """Say a line now, because the person wants to see it."""
        self._notes.say(line)

    def look(self) -> None:
        """Say what is due, and set the deadline for what comes next."""
        if self._journal is None or self._set_title is None or self._looked is None:
            return
        try:
            reminders = self._journal.recall_reminders()
        except KnownTrouble:
            # A journal that cannot be read says so elsewhere.
            self._deadline.cancel()
            return
        now, zone = self._ground.now().utc, zone_of(self._ground.clock)
        due = to_say((*self._held, *due_between(reminders, self._looked, now, zone)), now)
        self._looked = max(self._looked, now)
        self._held = due if due and self._quiet() else ()
        if due and not self._held:
            line = one_line(due, self._set_title)
            if line is not None:
                self._notes.say(line)
        coming = next_of_all(reminders, now, zone)
        if coming is None:
            self._deadline.cancel()
            return
        wait = min(coming.at - now, LOOK_AGAIN)
        # A moment later, so that a timer that is early by a hair finds it due.
        self._deadline.start(round(wait / timedelta(milliseconds=1)) + 50)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        """Somebody came back to the window, perhaps after the computer had slept."""
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _hear(self, said: object) -> None:
        if isinstance(said, Said):
            self.last_said = said
            with contextlib.suppress(RuntimeError):
                self.heard.emit(said)
