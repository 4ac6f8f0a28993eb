"""The real app in a process of its own is interrupted in a hold on the real clock; its journal is read then.

What the journal says was held is never more than what was, whatever ended or stopped the process.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from acupress_desktop.app.endings import SIGNALLED
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import UnfinishedSession
from acupress_desktop.session.clock import SystemClock
from acupress_desktop.session.states import CHECKPOINT_SECONDS
from acupress_desktop.storage.opening import open_journal
from bench.homes import make_home
from tests.journeys.test_system_signs import private_bus

ROOT = Path(__file__).parents[2]
CLOCK = SystemClock()
PATIENCE_SECONDS = 40
FREEZE_SECONDS = 5.0
ONE_LOOK_SECONDS = 0.3
"""How late a line of the process may be on a busy machine and still say what is."""
FAKETIME = next(
    iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), Path("/usr/lib/no-libfaketime")
)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of this kind are known to POSIX only")


class Ended(NamedTuple):
    """How a process ended: its code, and the seconds from the first press to the signal and to the end.

    Between the two the finger stays where it is until the app has heard the signal.
    """

    code: int
    told_at: float
    ended_at: float


class Running:
    """One process of the app, led into its first hold."""

    def __init__(self, folder: Path, **env: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.running", str(folder)],
            cwd=ROOT,
            env=surroundings(**env),
            stdout=subprocess.PIPE,
            text=True,
        )
        self.lines: list[str] = []
        self.begun_at = float(self.until(lambda line: line.startswith("begins")).split()[1])

    def until(self, wanted: Callable[[str], bool]) -> str:
        """The next line that is ``wanted``."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.strip())
            if wanted(line):
                return line
        raise AssertionError(f"the process ended after {self.lines}")

    def held(self, seconds: float) -> float:
        """Wait until so much is held; return what is."""
        line = self.until(lambda line: line.startswith("held") and float(line.split()[1]) >= seconds)
        return float(line.split()[1])

    def end(self, number: signal.Signals) -> Ended:
        """Send a signal and wait for the end."""
        self.process.send_signal(number)
        told_at = CLOCK.instant().at
        code = self.process.wait(PATIENCE_SECONDS)
        return Ended(code, told_at - self.begun_at, CLOCK.instant().at - self.begun_at)

    def clear(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE_SECONDS)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def unfinished(self) -> UnfinishedSession:
        """What the journal kept of the session."""
        journal = open_journal(
            self.folder,
            now=lambda: Moment.of(CLOCK.now(), "UTC"),
            random_bytes=Random(1).randbytes,  # noqa: S311 - nothing secret
        )
        try:
            found = journal.recall_unfinished_session()
        finally:
            journal.close()
        assert found is not None
        return found


def surroundings(**env: str) -> dict[str, str]:
    """The environment of the process: drawn into memory, and no bus but those that a test names."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("DBUS_")}
    return {**own, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "QT_QPA_PLATFORM": "offscreen", **env}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home") / "data"
    make_home(folder, CLOCK.now().astimezone(UTC))
    return folder


@pytest.fixture
def start(home: Path, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    there: list[Running] = []

    def run(**env: str) -> Running:
        folder = tmp_path / f"data-{len(there)}"
        shutil.copytree(home, folder)
        there.append(Running(folder, **env))
        return there[-1]

    yield run
    for each in there:
        each.clear()


Start = Callable[..., Running]


def kept(running: Running) -> float:
    """The seconds that the journal kept of the hold that was running; no other hold is there."""
    story = running.unfinished()
    assert story.story.holds == ()
    assert story.checkpoint is not None
    return story.checkpoint.held_seconds


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda one: one.name)
def test_a_signal_to_end_keeps_the_hold_to_the_second_and_ends_quickly(
    start: Start, number: signal.Signals
) -> None:
    running = start()
    held = running.held(2.2)
    ended = running.end(number)
    assert ended.code == SIGNALLED + number
    found = kept(running)
    assert max(held, ended.told_at - ONE_LOOK_SECONDS) <= found <= ended.ended_at


def test_a_power_cut_loses_at_most_five_seconds_and_adds_none(start: Start) -> None:
    running = start()
    running.held(CHECKPOINT_SECONDS + 1)
    ended = running.end(signal.SIGKILL)
    assert ended.code == -signal.SIGKILL
    assert ended.told_at - CHECKPOINT_SECONDS - ONE_LOOK_SECONDS <= kept(running) <= ended.ended_at


def test_a_process_that_is_frozen_for_five_seconds_adds_none_of_them(start: Start) -> None:
    running = start()
    running.held(1)
    running.process.send_signal(signal.SIGSTOP)
    frozen_at = CLOCK.instant().at - running.begun_at
    with pytest.raises(subprocess.TimeoutExpired):
        running.process.wait(FREEZE_SECONDS)
    running.process.send_signal(signal.SIGCONT)
    running.until(lambda line: line.startswith("phase lead_in"))
    code = running.end(signal.SIGTERM).code
    assert code == SIGNALLED + signal.SIGTERM
    story = running.unfinished()
    assert [pause.cause for pause in story.story.pauses] == ["gap"]
    assert story.story.pauses[0].seconds >= FREEZE_SECONDS
    assert kept(running) <= frozen_at


def test_a_second_start_pauses_the_hold_and_ends(start: Start) -> None:
    running = start()
    running.held(1)
    second = subprocess.run(
        [sys.executable, "-m", "acupress_desktop", "--data", str(running.folder)],
        env=surroundings(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_SECONDS,
    )
    assert second.returncode == 0, second.stderr
    assert running.until(lambda line: line.startswith("phase")).split() == ["phase", "paused", "person"]
    paused_at = CLOCK.instant().at - running.begun_at
    code = running.end(signal.SIGTERM).code
    assert code == SIGNALLED + signal.SIGTERM
    assert kept(running) <= paused_at


@pytest.mark.parametrize(
    ("sign", "cause"),
    [
        (("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "boolean:true"), "lock"),
        (
            ("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"),
            "suspend",
        ),
    ],
    ids=["lock", "lid"],
)
def test_a_lock_and_a_closed_lid_pause_the_hold_until_the_person_goes_on(
    start: Start, sign: tuple[str, str, str], cause: str
) -> None:
    speaker = shutil.which("dbus-send")
    if speaker is None:
        pytest.skip("dbus-send is not installed; on Debian: apt-get install dbus")
    with private_bus() as address:
        running = start(DBUS_SESSION_BUS_ADDRESS=address, DBUS_SYSTEM_BUS_ADDRESS=address)
        running.held(1)
        subprocess.run(
            [speaker, f"--bus={address}", "--type=signal", *sign], check=True, timeout=PATIENCE_SECONDS
        )
        assert running.until(lambda line: line.startswith("phase")).split() == ["phase", "paused", cause]
        paused_at = CLOCK.instant().at - running.begun_at
        code = running.end(signal.SIGTERM).code
    assert code == SIGNALLED + signal.SIGTERM
    # Nothing went on by itself: neither a hold nor the way to one.
    assert running.lines[-1] == f"phase paused {cause}"
    assert kept(running) <= paused_at


@pytest.mark.parametrize(
    ("number", "last"), [(signal.SIGTERM, "let go"), (signal.SIGKILL, "gone")], ids=["ended", "crashed"]
)
def test_the_screen_is_kept_awake_in_a_hold_and_let_go_at_the_end(
    start: Start, number: signal.Signals, last: str
) -> None:
    with private_bus() as address, saver(address) as heard:
        assert next(heard) == "ready"
        running = start(DBUS_SESSION_BUS_ADDRESS=address, DBUS_SYSTEM_BUS_ADDRESS=address)
        running.held(1)
        assert next(heard) == "asked"
        running.end(number)
        assert next(heard) == last


@contextlib.contextmanager
def saver(address: str) -> Iterator[Iterator[str]]:
    """A screen saver on the bus, and what it hears, line by line."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.saver", address],
        cwd=ROOT,
        env=surroundings(),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield (line.strip() for line in process.stdout)
        finally:
            process.terminate()


@pytest.mark.skipif(not FAKETIME.exists(), reason="libfaketime is not installed; apt-get install libfaketime")
@pytest.mark.parametrize("shift_seconds", [-3_600, 366 * 86_400], ids=["hour_back", "year_on"])
def test_a_wall_clock_that_is_moved_changes_nothing_of_what_was_held(
    start: Start, tmp_path: Path, shift_seconds: int
) -> None:
    shift = tmp_path / "shift"
    shift.write_text("+0\n", encoding="ascii")
    running = start(
        LD_PRELOAD=str(FAKETIME),
        FAKETIME_TIMESTAMP_FILE=str(shift),
        FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
        DONT_FAKE_MONOTONIC="1",
    )
    running.held(1)
    shift.write_text(f"{shift_seconds:+d}\n", encoding="ascii")
    held = running.held(CHECKPOINT_SECONDS + 1)
    ended = running.end(signal.SIGTERM)
    assert ended.code == SIGNALLED + signal.SIGTERM
    assert "paused" not in " ".join(running.lines)
    found = kept(running)
    assert held <= found <= ended.ended_at
    checkpoint = running.unfinished().checkpoint
    assert checkpoint is not None
    moved = checkpoint.moment.utc - CLOCK.now().astimezone(UTC)
    assert abs(moved - timedelta(seconds=shift_seconds)) < timedelta(minutes=2)
