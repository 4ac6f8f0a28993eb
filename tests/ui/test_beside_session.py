"""What goes on beside a session: the screen stays awake while it runs, and the system's signs pause it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from acupress_desktop.app.awake import Awake, ScreenAwake, presenting
from acupress_desktop.app.beside_session import WAITS_AWAKE_MS, Heeds, StaysAwake
from acupress_desktop.app.bus_signals import session_path
from acupress_desktop.app.interruptions import SystemInterruptions
from acupress_desktop.app.windows_messages import (
    PBT_APMSUSPEND,
    WM_POWERBROADCAST,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    cause_of,
)
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.session.clock import boot_clock
from acupress_desktop.session.states import PauseCause
from acupress_desktop.ui.bridge.deadlines import HandDeadline


class Screen(QObject):
    """The session's screen as far as others see it."""

    phased = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.phase = SessionPhase.READY
        self.paused_by: list[PauseCause] = []

    def turn(self, phase: SessionPhase) -> None:
        self.phase = phase
        self.phased.emit(phase)

    def interrupt(self, cause: PauseCause) -> None:
        self.paused_by.append(cause)


class Lamp:
    """Somebody who keeps the screen awake, and counts."""

    def __init__(self) -> None:
        self.lightings = 0
        self._lit = False

    def lit(self) -> bool:
        return self._lit

    def keep(self) -> None:
        self.lightings += not self._lit
        self._lit = True

    def let_go(self) -> None:
        self._lit = False


@pytest.fixture
def screen(qapp: QGuiApplication) -> Iterator[Screen]:
    made = Screen()
    yield made
    made.deleteLater()


@pytest.fixture
def lamp() -> Lamp:
    return Lamp()


@pytest.fixture
def deadline(screen: Screen, lamp: Lamp) -> HandDeadline:
    made = HandDeadline(screen)
    StaysAwake(screen, lamp, made, screen)
    return made


@pytest.mark.parametrize("phase", [phase for phase in SessionPhase if phase.runs], ids=lambda one: one.value)
def test_the_screen_stays_awake_for_as_long_as_seconds_lead_somewhere(
    screen: Screen, lamp: Lamp, deadline: HandDeadline, phase: SessionPhase
) -> None:
    screen.turn(phase)
    assert lamp.lit()
    assert not deadline.running
    deadline.pass_time(3_600_000)
    assert lamp.lit()


@pytest.mark.parametrize("phase", [SessionPhase.PAUSED, SessionPhase.STOP_CARD])
def test_in_a_pause_it_stays_awake_for_some_minutes_and_no_longer(
    screen: Screen, lamp: Lamp, deadline: HandDeadline, phase: SessionPhase
) -> None:
    screen.turn(SessionPhase.HOLDING)
    screen.turn(phase)
    deadline.pass_time(WAITS_AWAKE_MS - 1)
    assert lamp.lit()
    deadline.pass_time(1)
    assert not lamp.lit()


def test_from_a_pause_to_the_stop_card_the_minutes_do_not_begin_again(
    screen: Screen, lamp: Lamp, deadline: HandDeadline
) -> None:
    screen.turn(SessionPhase.HOLDING)
    screen.turn(SessionPhase.PAUSED)
    deadline.pass_time(WAITS_AWAKE_MS - 1)
    screen.turn(SessionPhase.STOP_CARD)
    deadline.pass_time(1)
    assert not lamp.lit()


def test_whoever_goes_on_after_a_long_pause_has_a_screen_that_stays_awake(
    screen: Screen, lamp: Lamp, deadline: HandDeadline
) -> None:
    screen.turn(SessionPhase.PAUSED)
    deadline.pass_time(WAITS_AWAKE_MS)
    assert not lamp.lit()
    screen.turn(SessionPhase.LEAD_IN)
    assert lamp.lit()
    assert lamp.lightings == 2


def test_before_the_first_press_it_stays_awake_for_some_minutes(lamp: Lamp, deadline: HandDeadline) -> None:
    assert lamp.lit()
    deadline.pass_time(WAITS_AWAKE_MS)
    assert not lamp.lit()


def test_after_the_session_the_screen_may_go_dark(screen: Screen, lamp: Lamp, deadline: HandDeadline) -> None:
    screen.turn(SessionPhase.HOLDING)
    screen.turn(SessionPhase.FINISHED)
    assert not lamp.lit()
    assert not deadline.running


class _Granted:
    def __init__(self, *, active: bool) -> None:
        self.active = active


class System:
    """A system that grants, refuses or breaks; says on which thread it was asked, and when it was let go."""

    def __init__(self, *, active: bool = True, breaks: bool = False) -> None:
        self._granted = _Granted(active=active)
        self._breaks = breaks
        self.entered = threading.Event()
        self.left = threading.Event()
        self.threads: list[threading.Thread] = []

    @contextmanager
    def mode(self) -> Iterator[Awake]:
        self.threads.append(threading.current_thread())
        if self._breaks:
            raise OSError("no such bus")
        self.entered.set()
        yield self._granted
        self.threads.append(threading.current_thread())
        self.left.set()


def test_the_system_is_asked_and_let_go_on_one_thread_that_is_not_the_windows(qapp: QGuiApplication) -> None:
    system = System()
    awake = ScreenAwake(mode=system.mode)
    awake.keep()
    awake.keep()
    assert system.entered.wait(5)
    assert not system.left.is_set()
    awake.end()
    assert system.left.is_set()
    assert not awake.wanted
    assert len(system.threads) == 2
    assert len(set(system.threads)) == 1
    assert threading.main_thread() not in system.threads


@pytest.mark.parametrize("system", [System(active=False), System(breaks=True)], ids=["refuses", "breaks"])
def test_a_system_that_does_not_do_it_is_told_of_once_and_no_trouble(qtbot: QtBot, system: System) -> None:
    awake = ScreenAwake(mode=system.mode)
    told: list[int] = []
    awake.refused.connect(lambda: told.append(1))
    with qtbot.waitSignal(awake.refused, timeout=5_000):
        awake.keep()
    awake.end()
    with qtbot.waitSignal(awake._refused, timeout=5_000):
        awake.keep()
    awake.end()
    assert told == [1]


@pytest.mark.parametrize(
    ("switch", "active"), [("WAKEPY_FAKE_SUCCESS", True), ("WAKEPY_FORCE_FAILURE", False)]
)
def test_the_mode_of_wakepy_says_whether_it_holds(
    monkeypatch: pytest.MonkeyPatch, switch: str, *, active: bool
) -> None:
    monkeypatch.setenv(switch, "1")
    mode: AbstractContextManager[Awake] = presenting()
    with mode as granted:
        assert granted.active is active
    assert not granted.active


class Signs(QObject):
    """The system's signs, given by hand."""

    happened = Signal(object)


@pytest.mark.parametrize("cause", [PauseCause.LOCK, PauseCause.SUSPEND])
def test_what_the_system_says_reaches_the_session_with_its_cause(screen: Screen, cause: PauseCause) -> None:
    signs = Signs(screen)
    Heeds(screen, signs, screen)
    signs.happened.emit(cause)
    assert screen.paused_by == [cause]


@pytest.mark.parametrize(
    ("state", "heard"),
    [
        (Qt.ApplicationState.ApplicationSuspended, [PauseCause.SUSPEND]),
        (Qt.ApplicationState.ApplicationHidden, []),
        (Qt.ApplicationState.ApplicationInactive, []),
        (Qt.ApplicationState.ApplicationActive, []),
    ],
)
def test_only_a_suspended_app_is_interrupted_and_not_one_behind_other_windows(
    qapp: QGuiApplication,
    screen: Screen,
    monkeypatch: pytest.MonkeyPatch,
    state: Qt.ApplicationState,
    heard: list[PauseCause],
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    system = SystemInterruptions(screen)
    told: list[PauseCause] = []
    system.happened.connect(told.append)
    qapp.applicationStateChanged.emit(state)
    assert told == heard


@pytest.mark.parametrize(
    ("message", "first", "cause"),
    [
        (WM_POWERBROADCAST, PBT_APMSUSPEND, PauseCause.SUSPEND),
        (WM_POWERBROADCAST, 0x12, None),
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, PauseCause.LOCK),
        (WM_WTSSESSION_CHANGE, 0x8, None),
        (0x0010, WTS_SESSION_LOCK, None),
    ],
)
def test_the_messages_of_windows_that_say_sleep_or_lock(
    message: int, first: int, cause: PauseCause | None
) -> None:
    assert cause_of(message, first) is cause


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("2", "/org/freedesktop/login1/session/_32"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("31", "/org/freedesktop/login1/session/_331"),
        ("a-b", "/org/freedesktop/login1/session/a_2db"),
        ("", ""),
    ],
)
def test_the_place_of_a_login_on_the_bus(name: str, path: str) -> None:
    assert session_path(name) == path


def test_each_system_has_its_own_clock_for_what_it_sleeps() -> None:
    import time

    assert boot_clock("darwin") == getattr(time, "CLOCK_MONOTONIC", None)
    assert boot_clock("linux") == getattr(time, "CLOCK_BOOTTIME", None)
