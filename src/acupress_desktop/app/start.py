"""The way in: ``acupress`` opens the window, ``shots`` and ``demo`` work on an offscreen one."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

import acupress_desktop.app.plain_imports  # noqa: F401 - for its effect, before the other imports
from acupress_desktop.words import shell as words

APP_NAME = "acupress-desktop"

# Numpy's own threads wait for each other on every small product: where the cores are busy, another shape of
# the body takes 230 ms instead of 13.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main(arguments: Sequence[str]) -> int:
    """Open the window, or run one of the subcommands that need Qt; return the exit code."""
    parser = argparse.ArgumentParser(prog="acupress", add_help=False)
    parser.add_argument("command", nargs="?", choices=("shots", "demo", "voice"))
    parser.add_argument("--data", type=Path, default=None)
    asked, rest = parser.parse_known_args(list(arguments))
    if asked.command == "voice":
        from acupress_desktop.app.voice_process import voice

        return voice(rest)
    if asked.command == "demo":
        from acupress_desktop.app.demo import demo

        return demo(rest, asked.data)
    if asked.command == "shots":
        from acupress_desktop.app.shots import shots

        return shots(rest, asked.data)
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return open_window(data_folder(asked.data))


def data_folder(given: Path | None) -> Path:
    """Return the folder that was asked for, or the system's place for this person's data."""
    if given is not None:
        return given
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def application() -> QApplication:
    """Return the one application, named so that desktops can group its windows."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    made.setApplicationName(APP_NAME)
    made.setApplicationDisplayName(words.app_name())
    made.setDesktopFileName(APP_NAME)
    return made


def open_window(folder: Path) -> int:
    """Show the window on the journal in ``folder`` until it is closed."""
    from acupress_desktop.app.doorstep import Doorstep
    from acupress_desktop.app.endings import Endings
    from acupress_desktop.app.instance import OneWindow

    # For what Qt and SQLite make by themselves too: nobody else on this computer may read it.
    os.umask(0o077)
    qt = application()
    if not folder.is_dir():
        from acupress_desktop.domain.troubles import KnownTrouble
        from acupress_desktop.storage.files import make_private_folder

        # Where it cannot be made, the window says so in words when it opens the journal.
        with contextlib.suppress(KnownTrouble):
            make_private_folder(folder)
    one = OneWindow(folder)
    if one.taken:
        one.knock()
        print(words.already_open())
        return 0
    doorstep = Doorstep(qt, folder)
    one.knocked.connect(doorstep.come_forward)
    endings = Endings()
    endings.near.connect(doorstep.interrupt)
    endings.told.connect(doorstep.end)
    endings.listen(qt)
    doorstep.begin()
    code = qt.exec()
    doorstep.leave()
    one.release()
    endings.stop()
    return code
