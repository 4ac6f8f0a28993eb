"""The rehearsal that a displayless ``dev.py run`` calls, as a new user meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from acupress_desktop.app.demo import demo


@pytest.mark.slow
def test_a_whole_visit_is_rehearsed_and_says_where_everything_lies(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo(["--out", str(tmp_path)], None) == 0
    said = capsys.readouterr().out
    assert str(tmp_path / "pictures") in said
    assert str(tmp_path / "data" / "journal.sqlite3") in said
    assert (tmp_path / "data" / "journal.sqlite3").stat().st_size > 0
    pictures = sorted(picture.name.split("_", 1)[1] for picture in (tmp_path / "pictures").glob("*.png"))
    for wanted in ("calm_hold.png", "neck_hold.png", "after_session.png", "trend.png", "journal.png"):
        assert wanted in pictures
    (taps,) = (line for line in said.splitlines() if "presses after Start" in line)
    assert int(taps.split()[0]) <= 8
