"""Signs on a real message bus reach a session. The bus is private to these tests."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from acupress_desktop.app.bus_signals import SCREEN_SAVERS, BusSignals
from acupress_desktop.session.states import PauseCause

LOGIN = "/org/freedesktop/login1"
OWN_LOGIN = f"{LOGIN}/session/_37"


@contextlib.contextmanager
def private_bus() -> Iterator[str]:
    """The address of a message bus that nobody else uses."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed; on Debian: apt-get install dbus")
    command = [daemon, "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address, "dbus-daemon ended without naming its address"
            yield address
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def voice(bus: str) -> Iterator[QDBusConnection]:
    """Who speaks on the bus."""
    yield QDBusConnection.connectToBus(bus, "voice")
    QDBusConnection.disconnectFromBus("voice")


@pytest.fixture
def ear(bus: str, qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> Iterator[BusSignals]:
    """The app's ear on the bus, which stands for both buses."""
    monkeypatch.setenv("XDG_SESSION_ID", "7")
    heard = QDBusConnection.connectToBus(bus, "ear")
    signals = BusSignals()
    signals.listen(heard, heard)
    yield signals
    signals.deleteLater()
    del heard
    QDBusConnection.disconnectFromBus("ear")


@dataclass(frozen=True)
class Sign:
    """One message on the bus."""

    path: str
    interface: str
    name: str
    words: tuple[object, ...] = ()

    def __str__(self) -> str:
        return f"{self.interface} {self.name} {self.words}"


def spoken(sign: Sign) -> QDBusMessage:
    message = QDBusMessage.createSignal(sign.path, sign.interface, sign.name)
    message.setArguments(list(sign.words))
    return message


def saver(interface: str, *words: object) -> Sign:
    return Sign(f"/{interface.replace('.', '/')}", interface, "ActiveChanged", words)


SIGNS = [
    *((saver(one, True), PauseCause.LOCK) for one in SCREEN_SAVERS),
    (Sign("/ScreenSaver", SCREEN_SAVERS[0], "ActiveChanged", (True,)), PauseCause.LOCK),
    (Sign(LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", (True,)), PauseCause.SUSPEND),
    (Sign(OWN_LOGIN, "org.freedesktop.login1.Session", "Lock"), PauseCause.LOCK),
]
NO_SIGNS = [
    saver("org.gnome.ScreenSaver", False),
    saver("org.gnome.ScreenSaver"),
    saver("org.gnome.ScreenSaver", "true"),
    saver("org.gnome.ScreenSaver", True, True),
    saver("org.gnome.ScreenSaver", {"a": True}, ["b"]),
    Sign(LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep", (False,)),
    Sign(f"{LOGIN}/session/_38", "org.freedesktop.login1.Session", "Lock"),
    Sign(OWN_LOGIN, "org.freedesktop.login1.Session", "Unlock"),
]


@pytest.mark.parametrize(("sign", "cause"), SIGNS, ids=lambda one: str(one)[-40:])
def test_each_sign_of_sleep_and_lock_is_heard(
    qtbot: QtBot, voice: QDBusConnection, ear: BusSignals, sign: Sign, cause: PauseCause
) -> None:
    with qtbot.waitSignal(ear.heard, timeout=5_000) as waited:
        assert voice.send(spoken(sign))
    assert waited.args == [cause]


def test_waking_unlocking_another_login_and_odd_words_are_no_signs(
    qtbot: QtBot, voice: QDBusConnection, ear: BusSignals
) -> None:
    told: list[PauseCause] = []
    ear.heard.connect(told.append)
    with qtbot.waitSignal(ear.heard, timeout=5_000):
        for sign in NO_SIGNS:
            assert voice.send(spoken(sign))
        # The bus keeps the order: what was sent before this one has been heard before it, or never will be.
        assert voice.send(spoken(Sign(OWN_LOGIN, "org.freedesktop.login1.Session", "Lock")))
    assert told == [PauseCause.LOCK]
