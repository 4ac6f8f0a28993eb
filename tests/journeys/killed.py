"""One visit in a process of its own that dies without a word in the middle of a hold.

``python -m tests.journeys.killed FOLDER SECONDS``: the second day's session runs for so many seconds, then
the process kills itself with the signal that nobody can catch.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.app.start import application
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.tokens import Motion
from tests.journeys.conftest import EVENING
from tests.journeys.steps import DAY_SECONDS, calm_session, start_again


def main(folder: Path, seconds: float) -> None:
    """Walk to the second day's session, press, die."""
    qt = application()
    load_fonts(asset_root())
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(qt, theme)
    at = Rehearsal(folder, EVENING, theme)
    at.open()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.hands.press("Begin") if at.hands.can_press("Begin") else at.wait(10.1)
    at.wait(seconds)
    sys.stdout.write(at.clock.now().isoformat() + "\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
