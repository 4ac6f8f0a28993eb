"""What must not happen: no socket to anywhere, nothing left over after many sessions."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.presenters.destinations import ToAtlas, ToHelp, ToJournal, ToSettings, ToToday, ToTrend
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, start_again

ROOT = Path(__file__).parents[2]
INTERNET = """
import socket, sys
def hear(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        sys.stderr.write(f"INTERNET {event} {arguments}\\n")
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind"):
        sys.stderr.write(f"INTERNET {event}\\n")
sys.addaudithook(hear)
from acupress_desktop.__main__ import main
sys.exit(main(["demo", "--out", sys.argv[1]]))
"""


@pytest.mark.slow
def test_a_whole_visit_opens_no_internet_socket(tmp_path: Path) -> None:
    """By Python's own audit, and by the kernel's word where strace is there to ask it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", INTERNET, str(tmp_path / "out")]
    calls = tmp_path / "calls"
    strace = Path("/usr/bin/strace")
    if strace.exists():
        command = [str(strace), "-f", "-qq", "-e", "trace=socket", "-o", str(calls), *command]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=110, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "INTERNET" not in done.stderr
    if calls.exists():
        asked = calls.read_text(encoding="utf-8", errors="replace")
        assert [line for line in asked.splitlines() if "AF_INET" in line] == []


def _left_over(at: Rehearsal) -> tuple[int, int, int]:
    """Widgets and objects below the window, top-level widgets, timers that run."""
    at.house.window.go(ToToday())
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    window = at.house.window
    below = len(window.findChildren(QObject))
    tops = len(QApplication.topLevelWidgets())
    running = len([timer for timer in window.findChildren(QTimer) if timer.isActive()])
    return below, tops, running


@pytest.mark.slow
def test_twenty_sessions_and_visits_leave_nothing_over(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)

    def one_day() -> None:
        at.clock.advance(DAY_SECONDS)
        at.house.window.go(ToToday())
        start_again(at)
        at.wait(11)
        at.hands.press("Stop")
        at.hands.press("None of these, end here")
        at.hands.press("Not now")
        at.hands.press("Check in")
        at.hands.press("Close without saving")
        for where in (ToAtlas(), ToJournal(), ToTrend(), ToHelp(), ToSettings()):
            at.house.window.go(where)

    for _ in range(3):
        one_day()
    before = _left_over(at)
    for _ in range(20):
        one_day()
    assert _left_over(at) == before
