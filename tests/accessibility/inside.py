"""Runs inside a session bus of its own: the accessibility bus, the app, and the walk through it.

``dbus-run-session -- python inside.py LAUNCHER READER FOLDER``; prints what the walk prints.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main(launcher: str, reader: str, folder: str) -> int:
    """Start all three, and end the first two whatever becomes of the third."""
    app_env = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    app = [sys.executable, "-m", "acupress_desktop", "--data", folder]
    silent = subprocess.DEVNULL
    with (
        subprocess.Popen([launcher, "--launch-immediately"], stdout=silent, stderr=silent) as bus,
        subprocess.Popen(app, env=app_env, stdout=silent) as shown,
    ):
        try:
            walked = subprocess.run([reader, "-I", str(HERE / "walk.py")], check=False, timeout=100)
        finally:
            shown.terminate()
            bus.terminate()
    return walked.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
