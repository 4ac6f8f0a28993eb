"""Keeps the screen from going dark while a session runs, and never after it.

wakepy asks the system in the way that each one has. It may wait for an answer on a bus and wants to be left
on the thread on which it was entered, so each stretch has a thread of its own, which ends with the stretch.
The system lets go by itself when the process dies.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from PySide6.QtCore import QObject, Signal

LOG = logging.getLogger(__name__)
LET_GO_SECONDS = 2.0
"""At most so long is waited for the answer to letting go; later the system sees to it when the app ends."""


class KeepsAwake(Protocol):
    """Who can keep the screen awake."""

    def keep(self) -> None:
        """Keep the screen awake from now on; twice is once."""
        ...

    def let_go(self) -> None:
        """Let the screen go dark again when the system thinks fit."""
        ...


class Awake(Protocol):
    """What the system granted: ``active`` tells whether it did."""

    @property
    def active(self) -> bool:
        """Whether the screen is kept awake now."""
        ...


Presenting = Callable[[], AbstractContextManager[Awake]]


def presenting() -> AbstractContextManager[Awake]:
    """Return wakepy's mode in which the screen stays on; where it cannot, it says so in ``active``."""
    from wakepy import keep

    mode: AbstractContextManager[Awake] = keep.presenting(on_fail="pass")
    return mode


class ScreenAwake(QObject):
    """``keep`` and ``let_go`` return at once. ``refused`` is emitted once, where the system will not."""

    refused = Signal()
    _refused = Signal()

    def __init__(self, parent: QObject | None = None, mode: Presenting = presenting) -> None:
        super().__init__(parent)
        self._mode = mode
        self._stretch: _Stretch | None = None
        self._told = False
        self._refused.connect(self._tell)

    @property
    def wanted(self) -> bool:
        """Whether the screen shall stay awake now."""
        return self._stretch is not None

    def keep(self) -> None:
        """Keep the screen awake from now on; twice is once."""
        if self._stretch is None:
            self._stretch = _Stretch(self._mode, self._refused.emit)
            self._stretch.start()

    def let_go(self) -> None:
        """Let the screen go dark again when the system thinks fit."""
        stretch, self._stretch = self._stretch, None
        if stretch is not None:
            stretch.over.set()

    def end(self) -> None:
        """Let go, and wait a moment until the system has heard it."""
        stretch = self._stretch
        self.let_go()
        if stretch is not None:
            stretch.join(LET_GO_SECONDS)

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            LOG.info("the system does not keep the screen awake")
            self.refused.emit()


class _Stretch(threading.Thread):
    """One stretch of being awake. A daemon: nobody waits for it when the app ends."""

    def __init__(self, mode: Presenting, refused: Callable[[], object]) -> None:
        super().__init__(name="screen-awake", daemon=True)
        self.over = threading.Event()
        self._mode = mode
        self._refused = refused

    def run(self) -> None:
        try:
            with self._mode() as granted:
                if not granted.active:
                    self._tell()
                self.over.wait()
        except Exception as error:  # noqa: BLE001 - whatever it was, the session goes on
            LOG.info("the screen is not kept awake: %r", error)
            self._tell()

    def _tell(self) -> None:
        # Who listened may be gone by now.
        with contextlib.suppress(RuntimeError):
            self._refused()
