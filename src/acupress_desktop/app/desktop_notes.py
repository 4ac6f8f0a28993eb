"""Hands a line to the desktop's own notification service, and hears whether it was taken and clicked.

desktop-notifier speaks asyncio, so it lives on a thread of its own with a loop of its own, begun with the
first line: nothing of it is imported before. A service that does not answer is an answer.
"""

from __future__ import annotations

import contextlib
import logging
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from acupress_desktop.domain.reminders import Worded
from acupress_desktop.presenters.reminder_page import Said

if TYPE_CHECKING:
    import asyncio
    from concurrent.futures import Future

    from desktop_notifier import DesktopNotifier

ANSWER_WITHIN_SECONDS = 5.0
_NO_CENTRE = "DummyNotificationCenter"
"""Takes every line and shows none: what desktop-notifier uses where there is no service."""


class Notes(Protocol):
    """Somebody who shows lines outside the window."""

    @property
    def heard(self) -> SignalInstance:
        """Emits ``Said`` for each line."""
        ...

    @property
    def clicked(self) -> SignalInstance:
        """Emitted when a line is clicked."""
        ...

    def say(self, line: Worded) -> None:
        """Show ``line``, without a sound of ours."""
        ...

    def close(self) -> None:
        """Say nothing any more."""
        ...


class NotesByHand(QObject):
    """Keeps lines instead of showing them, for tests and rehearsals. ``answer`` is what is heard."""

    heard = Signal(object)
    clicked = Signal()

    def __init__(self, answer: Said = Said.HANDED_OVER, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer = answer
        self.lines: list[Worded] = []

    def say(self, line: Worded) -> None:
        """Keep ``line``."""
        self.lines.append(line)
        self.heard.emit(self.answer)

    def close(self) -> None:
        """Nothing to let go of."""


class DesktopNotes(QObject):
    """``say`` returns at once; ``heard`` and ``clicked`` come on the thread of this object."""

    heard = Signal(object)
    clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None
        self._notifiers: dict[str, DesktopNotifier] = {}

    def say(self, line: Worded) -> None:
        """Hand ``line`` to the desktop."""
        import asyncio

        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = Thread(target=self._loop.run_forever, name="desktop-notes", daemon=True)
            self._thread.start()
        done = asyncio.run_coroutine_threadsafe(self._say(line.sender, line.title), self._loop)
        done.add_done_callback(self._hear)

    def close(self) -> None:
        """Let go of the service; lines that are shown stay with the desktop."""
        import asyncio

        loop, thread = self._loop, self._thread
        self._loop = self._thread = None
        if loop is None or thread is None:
            return
        with contextlib.suppress(TimeoutError):
            asyncio.run_coroutine_threadsafe(self._hang_up(), loop).result(ANSWER_WITHIN_SECONDS)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(ANSWER_WITHIN_SECONDS)
        if not thread.is_alive():
            loop.close()

    # --- On the other thread

    async def _say(self, sender: str, title: str) -> Said:
        import asyncio

        # It logs what it could not do, with the words of the line; we say it on the page instead.
        logging.getLogger("desktop_notifier").setLevel(logging.CRITICAL)
        from desktop_notifier import DesktopNotifier
        from desktop_notifier.main import get_backend_class

        if get_backend_class().__name__ == _NO_CENTRE:
            return Said.NOT_TAKEN
        if sender not in self._notifiers:
            self._notifiers[sender] = DesktopNotifier(app_name=sender, app_icon=None)
        taken: list[bool] = []
        sending = self._notifiers[sender].send(
            title=title,
            message="",
            on_dispatched=lambda: taken.append(True),
            on_clicked=self.clicked.emit,
        )
        await asyncio.wait_for(sending, ANSWER_WITHIN_SECONDS)
        return Said.HANDED_OVER if taken else Said.NOT_TAKEN

    def _hear(self, done: Future[Said]) -> None:
        """Report what came of a line; whatever went wrong with the service, it was not taken."""
        said = Said.NOT_TAKEN
        if not done.cancelled() and done.exception() is None:
            said = done.result()
        with contextlib.suppress(RuntimeError):
            # The window may have gone meanwhile.
            self.heard.emit(said)

    async def _hang_up(self) -> None:
        import asyncio

        for notifier in self._notifiers.values():
            bus = getattr(notifier._backend, "bus", None)  # noqa: SLF001 - it offers no other way to hang up
            if bus is not None:
                bus.disconnect()
        self._notifiers.clear()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
