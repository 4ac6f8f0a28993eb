"""The checks of tests/conftest.py see what they are there to see: pytest runs a small suite of leaks."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

LEAKS = """
import logging, threading, warnings
import pytest
from PySide6.QtCore import QPropertyAnimation, QTimer, qWarning
from PySide6.QtWidgets import QApplication, QWidget

KEPT = []

def test_bad_window(qtbot):
    window = QWidget()
    window.show()
    KEPT.append(window)

def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_good_dropped_window(qtbot):
    QWidget().show()

def test_bad_timer(qtbot):
    timer = QTimer()
    timer.start(10_000)
    KEPT.append(timer)

def test_good_stopped_timer(qtbot):
    timer = QTimer()
    timer.start(10_000)
    timer.stop()
    KEPT.append(timer)

def test_bad_animation(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    animation = QPropertyAnimation(QApplication.instance(), b"objectName")
    animation.setDuration(60_000)
    animation.setStartValue("a"), animation.setEndValue("b")
    animation.start()
    KEPT.append(animation)

def test_bad_thread():
    done = threading.Event()
    KEPT.append(done)
    threading.Thread(target=done.wait, daemon=True).start()

def test_good_thread():
    threading.Thread(target=lambda: None).start()

def test_bad_log():
    logging.getLogger("acupress").warning("the disk is nearly full")

@pytest.mark.expects_log("nearly full")
def test_good_announced_log():
    logging.getLogger("acupress").warning("the disk is nearly full")

@pytest.mark.expects_log("never written")
def test_bad_announced_but_silent():
    pass

def test_good_quiet_log():
    logging.getLogger("acupress").info("started")

def test_bad_warning():
    warnings.warn("old call", DeprecationWarning)

def test_bad_qt_message(qtbot):
    qWarning("QPainter::begin: Paint device returned engine == 0")

def test_good_message_of_a_bare_machine(qtbot):
    qWarning("This plugin does not support propagateSizeHints()")

def test_bad_slot(qtbot):
    def fails():
        raise ValueError("in a slot")
    QTimer.singleShot(0, fails)
    qtbot.wait(20)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Whether each test of LEAKS was let through, setup and teardown included."""
    folder = tmp_path_factory.mktemp("leaks")
    (folder / "tests" / "ui").mkdir(parents=True)
    (folder / "tests" / "conftest.py").write_bytes((ROOT / "tests" / "conftest.py").read_bytes())
    (folder / "tests" / "ui" / "test_leaks.py").write_text(LEAKS, encoding="utf-8")
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    report = folder / "report.xml"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:randomly",
        "-p",
        "no:xdist",
        "-q",
        f"--junitxml={report}",
    ]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    subprocess.run(command, cwd=folder, env=env, check=False, capture_output=True, timeout=100)
    return read_report(report)


def read_report(report: Path) -> dict[str, bool]:
    passed: dict[str, bool] = {}
    for case in ET.parse(report).getroot().iter("testcase"):  # noqa: S314 - pytest wrote it just now
        fine = case.find("failure") is None and case.find("error") is None
        passed[case.attrib["name"]] = passed.get(case.attrib["name"], True) and fine
    return passed


@pytest.mark.slow
def test_what_is_left_behind_fails_and_only_that(outcomes: dict[str, bool]) -> None:
    names = [
        line.split("(")[0].removeprefix("def ") for line in LEAKS.splitlines() if line.startswith("def test_")
    ]
    assert sorted(outcomes) == sorted(names)
    wrongly_passed = [name for name, passed in outcomes.items() if name.startswith("test_bad") and passed]
    wrongly_failed = [
        name for name, passed in outcomes.items() if name.startswith("test_good") and not passed
    ]
    assert (wrongly_passed, wrongly_failed) == ([], [])
