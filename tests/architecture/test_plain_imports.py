"""PySide6 reads the source of whatever is imported after it; the app takes that hook out again."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.architecture.house import ROOT

PROGRAM = """
import linecache
import acupress_desktop.app.start
linecache.clearcache()
import acupress_desktop.presenters.today
print(len(linecache.cache))
"""


def test_no_import_reads_the_source_of_what_it_imports() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout.strip(), done.returncode) == ("0", 0), done.stderr
