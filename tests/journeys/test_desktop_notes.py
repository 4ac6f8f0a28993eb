"""A line for the desktop: against a real message bus with a service of our own on it, and without one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import asyncio, sys, threading
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.reminders import Reminder, ReminderKind, Worded
from datetime import UTC, datetime
from PySide6.QtCore import QCoreApplication, QTimer

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"

def serve():
    from dbus_fast.aio import MessageBus
    from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

    class Service(ServiceInterface):
        def __init__(self):
            super().__init__(NAME)
        @dbus_method()
        def GetServerInformation(self) -> "ssss":
            return ["test", "test", "1", "1.2"]
        @dbus_method()
        def GetCapabilities(self) -> "as":
            return ["body", "actions"]
        @dbus_method()
        def Notify(self, name: "s", old: "u", icon: "s", title: "s", body: "s", acts: "as", hints: "a{sv}",
                   lasts: "i") -> "u":
            print("NOTIFY", name, "|", title, "|", body, "|", icon, "|", sorted(hints), flush=True)
            asyncio.get_running_loop().call_later(0.2, self.ActionInvoked, 7, "default")
            return 7
        @dbus_method()
        def CloseNotification(self, which: "u"):
            pass
        @dbus_signal()
        def ActionInvoked(self, which, act) -> "us":
            return [which, act]
        @dbus_signal()
        def NotificationClosed(self, which, why) -> "uu":
            return [which, why]

    async def stand():
        bus = await MessageBus().connect()
        bus.export(PATH, Service())
        await bus.request_name(NAME)
        ready.set()
        await asyncio.get_running_loop().create_future()

    asyncio.run(stand())

if "serve" in sys.argv:
    ready = threading.Event()
    threading.Thread(target=serve, daemon=True).start()
    assert ready.wait(10)

from acupress_desktop.app.desktop_notes import DesktopNotes

qt = QCoreApplication([])
notes = DesktopNotes()
now = Moment.of(datetime(2026, 11, 25, tzinfo=UTC))
line = Worded(Reminder(RowId("r"), now, ReminderKind.REVIEW, 480), "Reminder", "A quiet moment, if you like")

def heard(said):
    print("SAID", said.value, threading.current_thread() is threading.main_thread(), flush=True)
    if said.value == "not_taken":
        qt.quit()

def clicked():
    print("CLICKED", threading.current_thread() is threading.main_thread(), flush=True)
    qt.quit()

from PySide6.QtCore import QObject
class Listener(QObject):
    def hear(self, said): heard(said)
    def click(self): clicked()
ear = Listener()
notes.heard.connect(ear.hear)
notes.clicked.connect(ear.click)
QTimer.singleShot(0, lambda: notes.say(line))
QTimer.singleShot(15000, qt.quit)
qt.exec()
notes.close()
notes.close()
print("THREADS", [thread.name for thread in threading.enumerate() if thread.name == "desktop-notes"])
"""


def ran(*command: str, **more: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "ignore", **more}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="a message bus is how Linux does it")
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_the_line_arrives_as_it_was_previewed_and_a_click_comes_back() -> None:
    out = ran("dbus-run-session", "--", sys.executable, "-c", PROGRAM, "serve")
    # No icon that tells the app, and no sound asked for.
    assert "NOTIFY Reminder | A quiet moment, if you like |  |  | ['urgency']" in out
    assert "SAID handed_over True" in out
    assert "CLICKED True" in out
    assert "THREADS []" in out


@pytest.mark.skipif(sys.platform != "linux", reason="a message bus is how Linux does it")
@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs dbus-run-session")
def test_a_bus_without_the_service_is_told() -> None:
    out = ran("dbus-run-session", "--", sys.executable, "-c", PROGRAM)
    assert "SAID not_taken True" in out
    assert "THREADS []" in out


@pytest.mark.skipif(sys.platform != "linux", reason="a message bus is how Linux does it")
def test_no_bus_at_all_is_told(tmp_path: Path) -> None:
    nowhere = f"unix:path={tmp_path / 'no-bus'}"
    out = ran(sys.executable, "-c", PROGRAM, DBUS_SESSION_BUS_ADDRESS=nowhere)
    assert "SAID not_taken True" in out
    assert "THREADS []" in out
