"""Being told to end from outside reaches the window's own loop, and leaves no trace afterwards."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from acupress_desktop.app.endings import Endings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of this kind are known to POSIX only")
ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]


@pytest.fixture
def endings(qapp: QGuiApplication) -> Iterator[Endings]:
    made = Endings()
    made.listen(qapp)
    yield made
    made.stop()
    made.deleteLater()


@pytest.mark.parametrize("number", ENDING, ids=lambda one: one.name)
def test_a_signal_is_told_by_its_number_and_does_not_end_the_process(
    qtbot: QtBot, endings: Endings, number: signal.Signals
) -> None:
    with qtbot.waitSignal(endings.told, timeout=5_000) as waited:
        os.kill(os.getpid(), number)
    assert waited.args == [number]


def test_two_signals_at_once_are_both_told(qtbot: QtBot, endings: Endings) -> None:
    told: list[int] = []
    endings.told.connect(told.append)
    os.kill(os.getpid(), signal.SIGHUP)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=5_000)
    assert set(told) == {signal.SIGHUP, signal.SIGTERM}


def test_a_logout_that_may_be_called_off_is_near_and_no_end(endings: Endings) -> None:
    told: list[str] = []
    endings.told.connect(lambda _number: told.append("end"))
    endings.near.connect(lambda: told.append("near"))
    # Only the platform can make the object that Qt's own signal carries.
    endings.commit()
    assert told == ["near"]


def open_files() -> set[str]:
    """The descriptors of this process, where the system tells them."""
    told = Path("/proc/self/fd")
    return {one.name for one in told.iterdir()} if told.is_dir() else set()


def test_afterwards_the_signals_are_as_they_were(qapp: QGuiApplication) -> None:
    before = [signal.getsignal(number) for number in ENDING]
    open_before = open_files()
    made = Endings()
    made.listen(qapp)
    assert [signal.getsignal(number) for number in ENDING] != before
    made.stop()
    made.deleteLater()
    assert [signal.getsignal(number) for number in ENDING] == before
    assert signal.set_wakeup_fd(-1) == -1
    assert open_files() == open_before
