"""The data folder, and the journal in it, for the commands that need one."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.domain.moments import Moment

if TYPE_CHECKING:
    from acupress_desktop.session.clock import Clock
    from acupress_desktop.storage.journal import Journal

APP_NAME = "acupress-desktop"


def data_folder(arguments: argparse.Namespace) -> Path:
    """Return ``--data``, or the system's place for this person's data."""
    given: Path | None = arguments.data
    if given is not None:
        return given
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def moments_of(clock: Clock) -> Callable[[], Moment]:
    """Return what tells the moment by ``clock``."""
    return lambda: Moment.of(clock.now(), clock.zone())


@contextmanager
def opened_journal(arguments: argparse.Namespace, now: Callable[[], Moment]) -> Iterator[Journal]:
    """Open the journal and close it again; raises ``KnownTrouble`` where it cannot be opened."""
    from acupress_desktop.storage.opening import open_journal

    journal = open_journal(data_folder(arguments), now=now)
    try:
        journal.verify()
        yield journal
    finally:
        journal.close()
