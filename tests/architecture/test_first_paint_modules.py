"""What is loaded when the window has painted itself for the first time: nothing that is slow to import."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from acupress_desktop.session.clock import SystemClock
from bench.homes import make_home
from tests.architecture.house import ROOT

HEAVY = (
    "numpy",
    "pyqtgraph",
    "sqlalchemy",
    "alembic",
    "sqlite3",
    "msgspec",
    "PySide6.QtMultimedia",
    "PySide6.QtTextToSpeech",
    "PySide6.QtSvg",
    "PySide6.QtNetwork",
)
OWN_WITH_PICTURE_MAX = 30
"""Own modules behind a picture of last time. Each data class costs half a millisecond of a start."""


def _first_paint(folder: Path, *, leave: str) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.first_paint", str(folder), leave],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(told, dict)
    return told


@pytest.mark.slow
def test_nothing_heavy_is_loaded_by_the_first_paint(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    make_home(folder, SystemClock().now())
    without = _first_paint(folder, leave="live")
    behind = _first_paint(folder, leave="first")
    for told in (without, behind):
        modules = told["modules"]
        assert isinstance(modules, list)
        heavy = [name for name in modules if name.startswith(HEAVY)]
        assert heavy == [], "import it where it is used, or in the background (app/loading.py)"
    assert without["picture"] is False
    assert behind["picture"] is True, "the closed app left a picture, and the next start shows it"
    own = [name for name in behind["modules"] if name.startswith("acupress_desktop")]  # type: ignore[attr-defined]
    assert len(own) <= OWN_WITH_PICTURE_MAX, own
