"""P5 and P6: time in a session, and rest outside it. `python -m bench.bench_session [SECONDS]`.

Breath: how old the breath on the screen is when its paint ends, with a neighbour that burns half the event
loop. Holds: 60 s with a 5 s stall on the virtual clock, 6 s with a 2 s stall on the real one. Rest: CPU and
repeating timers on the home page, in a paused session and in a minimised one (on a virtual screen if there
is Xvfb).
"""

from __future__ import annotations

import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.table import Figure, report

LOADED_SECONDS = 8.0
REST_SECONDS = 8.0
BURN_MS, EVERY_MS = 8, 16
HOLD_BAR_SECONDS = 0.05


def burn() -> None:
    """Keep the event loop busy, as a chart that is being dragged does."""
    until = time.perf_counter() + BURN_MS / 1_000
    while time.perf_counter() < until:
        pass


def breath_figures(seconds: float) -> list[Figure]:
    """Return the age of the painted breath under load."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from acupress_desktop.presenters.session import SessionPresenter
    from acupress_desktop.presenters.session_view import SessionView
    from acupress_desktop.ui.session_stage.stage import SessionStage
    from bench.real_time import RealTime, spend

    asked_at = [0.0]
    ages_ms: list[float] = []
    tick, paint = SessionPresenter.tick, SessionStage.paintEvent

    def watched_tick(self: SessionPresenter) -> SessionView:
        asked_at[0] = time.monotonic()
        return tick(self)

    def watched_paint(self: SessionStage, event: QPaintEvent) -> None:
        paint(self, event)
        if asked_at[0]:
            ages_ms.append((time.monotonic() - asked_at[0]) * 1_000)
            asked_at[0] = 0.0

    SessionPresenter.tick = watched_tick  # type: ignore[method-assign]
    SessionStage.paintEvent = watched_paint  # type: ignore[method-assign]
    with tempfile.TemporaryDirectory() as place:
        visit = RealTime(Path(place) / "data")
        visit.open()
        visit.to_session()
        load = QTimer(visit.house)
        load.setInterval(EVERY_MS)
        load.timeout.connect(burn)
        load.start()
        spend(1.0)
        ages_ms.clear()
        spend(seconds)
        load.stop()
        visit.close()
    SessionPresenter.tick, SessionStage.paintEvent = tick, paint  # type: ignore[method-assign]
    told = f"{len(ages_ms) / seconds:.0f} frames/s beside {BURN_MS} ms of work every {EVERY_MS} ms"
    p99_ms = statistics.quantiles(ages_ms, n=100)[98]
    return [Figure("P5", "breath on screen behind the clock, p99", p99_ms, "ms", 20, told)]


def hold_figures() -> list[Figure]:
    """Return how far a stalled hold is from its seconds, on both clocks."""
    from acupress_desktop.domain.breathing import USUAL
    from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId
    from acupress_desktop.domain.moments import Moment
    from acupress_desktop.domain.protocols import DoseStage, Form, Plan, PlannedStep
    from acupress_desktop.domain.safety.outcome import BreathingGuide, Clearance
    from acupress_desktop.domain.sides import SiteSide
    from acupress_desktop.session.clock import SystemClock, VirtualClock
    from acupress_desktop.session.events import Begin, Tick
    from acupress_desktop.session.machine import advance, prepare
    from acupress_desktop.session.rehearsal import read_script, rehearse
    from acupress_desktop.session.states import Finished, Ready, State

    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    allowed = Clearance(
        complaint=ComplaintId("stress"),
        given=Moment.of(noon, "UTC"),
        blocked_sites=(),
        blocked_regions=(),
        pressure_caps=(),
        halve_holds_by=(),
        max_hold_seconds=300,
        max_hold_by=(),
        only_points=None,
        only_points_by=None,
        hands_not_to_press_with=(),
        no_tools_by=(),
        breathing=BreathingGuide.ON,
        breath_holds_off_by=(),
        rules=(),
        messages=(),
    )

    def ready(hold_seconds: int) -> Ready:
        step = PlannedStep(
            order=1,
            point=PointCode("PC6"),
            side=SiteSide.LEFT,
            prescribed_seconds=hold_seconds,
            hold_seconds=hold_seconds,
            prescribed_pressure=3,
            felt_pressure=3,
            changed_by=(),
            site_seconds_max=300,
        )
        plan = Plan(
            protocol=ProtocolId("P13"),
            complaint=ComplaintId("stress"),
            content_version="1",
            form=Form.FULL,
            stage=DoseStage.USUAL,
            steps=(step, replace(step, order=2, side=SiteSide.RIGHT)),
            left_out=(),
        )
        return prepare(allowed, plan, USUAL)

    def stalled(hold_seconds: int, stall_seconds: float) -> State:
        """Run one hold at 30 beats a second on the real clock, and let it stall once."""
        clock = SystemClock()
        state = advance(ready(hold_seconds), Begin(clock.instant()))
        begun, waits = time.monotonic(), [stall_seconds]
        while not state.log.holds and time.monotonic() - begun < 4 * hold_seconds + 10:
            if waits and time.monotonic() - begun > hold_seconds / 3:
                time.sleep(waits.pop())
            time.sleep(0.033)
            state = advance(state, Tick(clock.instant()))
        return state

    end: State = ready(60)
    for moved in rehearse(ready(60), read_script("t=20 stall 5"), VirtualClock(noon)):
        end = moved.after
    if not isinstance(end, Finished):
        raise TypeError("the rehearsed session did not end")
    found = []
    for name, log, seconds in (
        ("60 s hold, 5 s stall", end.log, 60),
        ("6 s hold, 2 s stall, real clock", stalled(6, 2.0).log, 6),
    ):
        off_by = abs(log.holds[0].held_seconds - seconds)
        pauses = ", ".join(f"{pause.seconds:.2f} s" for pause in log.pauses)
        found.append(
            Figure("P5", f"{name}: error of what counts", off_by, "s", HOLD_BAR_SECONDS, f"pauses: {pauses}")
        )
    return found


def repeating() -> list[str]:
    """Return the timers that run now and will go on by themselves."""
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    timers = [each for each in gc.get_objects() if isinstance(each, QTimer) and isValid(each)]
    return [f"{timer.interval()} ms" for timer in timers if timer.isActive() and not timer.isSingleShot()]


def share_of_a_core(seconds: float) -> float:
    """Return the CPU that this process uses while nobody does anything, in percent of one core."""
    from bench.real_time import spend

    spend(1.5)
    before = time.process_time()
    took = spend(seconds)
    return (time.process_time() - before) / took * 100


def rest_figures(seconds: float) -> list[Figure]:
    """Return CPU and repeating timers at rest: home, paused session, minimised session."""
    from PySide6.QtCore import Qt

    from bench.real_time import RealTime

    with tempfile.TemporaryDirectory() as place:
        visit = RealTime(Path(place) / "data")
        visit.open()
        found = rested("home page", seconds)
        visit.to_session()
        beats = repeating()
        found.append(Figure("P6", "running session: repeating timers", len(beats), "", None, str(beats)))
        visit.hands.key(Qt.Key.Key_B)
        found += rested("paused session", seconds)
        visit.house.window.showMinimized()
        found += rested("paused session, minimised", seconds)
        visit.close()
    return found


def rested(name: str, seconds: float) -> list[Figure]:
    """Return the two figures of one kind of rest."""
    percent = share_of_a_core(seconds)
    timers = repeating()
    return [
        Figure("P6", f"{name}: of a core at rest", percent, "%", 0.1),
        Figure("P6", f"{name}: repeating timers", len(timers), "", 0, ", ".join(timers)),
    ]


def main(words: list[str]) -> int:
    """Measure, print the table; 1 where a bar was missed."""
    if words[:1] == ["rest"]:
        return report(rest_figures(REST_SECONDS))
    seconds = float(words[0]) if words else LOADED_SECONDS
    missed = report([*hold_figures(), *breath_figures(seconds)])
    command = [sys.executable, "-m", "bench.bench_session", "rest"]
    screen = shutil.which("xvfb-run")
    env = dict(os.environ)
    if screen and sys.platform == "linux":
        command = [screen, "-a", "-s", "-screen 0 1600x1000x24", *command]
        env["QT_QPA_PLATFORM"] = "xcb"
    return missed | subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
