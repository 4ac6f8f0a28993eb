"""What really gets loaded with a room, through whatever it imports: a wall seen from the inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.architecture.house import PACKAGE, ROOT

HEAVY_BELOW_UI = ("PySide6", "shiboken6", "pyqtgraph", "sqlalchemy", "alembic", "scipy")
LOAD_ALL = """
import importlib, json, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded_with(room: str) -> set[str]:
    """Top-level packages in memory once every module of `room` was imported in a fresh process."""
    names = [
        ".".join(("acupress_desktop", *path.relative_to(PACKAGE).with_suffix("").parts))
        for path in sorted((PACKAGE / room).rglob("*.py"))
        if path.name != "__init__.py"
    ]
    env = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    command = [sys.executable, "-c", LOAD_ALL, *names]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("room", ["domain", "session", "words", "presenters", "content"])
def test_a_room_below_the_windows_loads_neither_qt_nor_the_database(room: str) -> None:
    found = loaded_with(room) & set(HEAVY_BELOW_UI)
    assert not found, (
        f"importing {room} loads {sorted(found)}: import it late, or move the code to its own room"
    )


@pytest.mark.parametrize("room", ["session", "words"])
def test_sessions_and_sentences_need_no_numpy(room: str) -> None:
    found = loaded_with(room) & {"numpy"}
    assert not found, f"importing {room} loads numpy, which costs the first paint 100 ms: import it late"
