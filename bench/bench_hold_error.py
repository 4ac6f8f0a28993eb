"""P5: 1,000 holds and 20 minutes of breath on the real clock, under load. `... [BREATH_SECONDS]`.

A hundred sessions run beside each other on one real event loop, each on a beat of its own as on the screen:
ten holds of 10 s each, the shortest that there are, with the way between them. That is 1,000 holds in 150 s
instead of four hours; what a session does at a beat is the same as alone. Beside them a process burns every
core but one, and something burns half the event loop.

What is measured is what a person does: from the moment at which the loop says "press" to that at which it
says "let go", by a clock that the session does not see, against the seconds that are then written down. Drift
is how far the last word of each session is from where it would stand after 9 x 15 s and 10 s.

The breath of one more session is compared with the clock at each beat, to the end of its seconds (default
150; 1200 for the whole 20 minutes), and how old it was when the next beat came.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bench.bench_session import BURN_MS, EVERY_MS, burn
from bench.table import Figure, report

if TYPE_CHECKING:
    from acupress_desktop.session.states import Ready, State
    from acupress_desktop.ui.bridge.ticker import Ticker

SESSIONS = 100
HOLDS = 10
HOLD_SECONDS = 10
READY_SECONDS = 5
LONG_HOLD_SECONDS = 300
BREATH_SECONDS = 150.0
HOLD_BAR_MS = 50.0
FRAME_MS = 1_000 / 30
BURNER = "while True: pass"


@dataclass(slots=True)
class Told:
    """When a session told to press and to let go, in seconds of the real clock."""

    begun_at: float
    pressed_at: list[float] = field(default_factory=list)
    released_at: list[float] = field(default_factory=list)


def ready(holds: int, hold_seconds: int) -> Ready:
    """Return a session of so many holds, left and right in turn, before its first press."""
    from acupress_desktop.domain.breathing import USUAL
    from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId
    from acupress_desktop.domain.moments import Moment
    from acupress_desktop.domain.protocols import DoseStage, Form, Plan, PlannedStep
    from acupress_desktop.domain.safety.outcome import BreathingGuide, Clearance
    from acupress_desktop.domain.sides import SiteSide
    from acupress_desktop.session.machine import prepare

    points = ("PC6", "HT7", "LI4", "GB20", "GB21", "SI3", "LI11", "ST36", "SP6", "LR3")
    step = PlannedStep(
        order=1,
        point=PointCode(points[0]),
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
        steps=tuple(
            replace(step, order=number + 1, point=PointCode(points[number % 10])) for number in range(holds)
        ),
        left_out=(),
    )
    allowed = Clearance(
        complaint=ComplaintId("stress"),
        given=Moment.of(datetime(2026, 11, 22, 12, tzinfo=UTC), "UTC"),
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
    return prepare(allowed, plan, USUAL)


class Sitting:
    """One session on its own beat, and when it told what."""

    def __init__(self) -> None:
        from acupress_desktop.session.clock import SystemClock
        from acupress_desktop.session.events import Begin
        from acupress_desktop.session.machine import advance
        from acupress_desktop.ui.bridge.ticker import Beat, Ticker

        self._clock = SystemClock()
        now = self._clock.instant()
        self.told = Told(now.at)
        self.state: State = advance(ready(HOLDS, HOLD_SECONDS), Begin(now))
        self.told.pressed_at.append(time.monotonic())
        self.ticker: Ticker = Ticker()
        self.ticker.ticked.connect(self._tick)
        self.ticker.start(Beat.ANIMATION_30)

    def _tick(self) -> None:
        from acupress_desktop.session.events import Tick
        from acupress_desktop.session.lines import LineId
        from acupress_desktop.session.machine import advance
        from acupress_desktop.session.states import Finished
        from acupress_desktop.session.watching import lines_since

        before = self.state
        self.state = advance(before, Tick(self._clock.instant()))
        for said in lines_since(before, self.state):
            if said.line.id is LineId.PRESS:
                self.told.pressed_at.append(time.monotonic())
            elif said.line.id is LineId.RELEASE:
                self.told.released_at.append(time.monotonic())
        if isinstance(self.state, Finished):
            self.ticker.stop()


class Breathing:
    """One session with long holds; how its breath stands to the clock."""

    def __init__(self, seconds: float) -> None:
        from acupress_desktop.session.clock import SystemClock
        from acupress_desktop.session.events import Begin
        from acupress_desktop.session.machine import advance
        from acupress_desktop.ui.bridge.ticker import Beat, Ticker

        self._clock = SystemClock()
        self._seconds = seconds
        self.seconds = 0.0
        now = self._clock.instant()
        self.begun_at = self._last = now.at
        holds = max(1, round(seconds / LONG_HOLD_SECONDS))
        self.state: State = advance(ready(holds, LONG_HOLD_SECONDS), Begin(now))
        self.off_ms: list[float] = []
        self.age_ms: list[float] = []
        self.ticker: Ticker = Ticker()
        self.ticker.ticked.connect(self._tick)
        self.ticker.start(Beat.ANIMATION_30)

    def _tick(self) -> None:
        from acupress_desktop.session.events import Tick
        from acupress_desktop.session.machine import advance
        from acupress_desktop.session.states import Finished, Holding

        now = self._clock.instant()
        self.state = advance(self.state, Tick(now))
        if isinstance(self.state, Holding):
            # Every hold begins so long after the first press: nothing that was late may have moved it.
            of_hold = now.at - self.begun_at - self.state.index * (LONG_HOLD_SECONDS + READY_SECONDS)
            self.off_ms.append(abs(self.state.held_seconds - of_hold) * 1_000)
            self.age_ms.append((time.monotonic() - self._last) * 1_000)
        self._last = now.at
        self.seconds = now.at - self.begun_at
        if isinstance(self.state, Finished) or now.at - self.begun_at >= self._seconds:
            self.ticker.stop()


def p99(values: Sequence[float]) -> float:
    """Return the 99th percentile."""
    return statistics.quantiles(values, n=100)[98]


def measured(breath_seconds: float) -> list[Figure]:
    """Run the sessions under load and return the figures."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from bench.real_time import spend

    application = QCoreApplication.instance() or QCoreApplication([])
    burning = max(1, (os.cpu_count() or 1) - 1)
    burners = [subprocess.Popen([sys.executable, "-c", BURNER]) for _ in range(burning)]
    load = QTimer()
    load.setInterval(EVERY_MS)
    load.timeout.connect(burn)
    try:
        load.start()
        breathing = Breathing(breath_seconds)
        sittings: list[Sitting] = []
        for _ in range(SESSIONS):
            # One after another, so that their beats do not fall together.
            spend(0.01)
            sittings.append(Sitting())
        tickers = [breathing.ticker, *(sitting.ticker for sitting in sittings)]
        spend(
            max(breath_seconds, HOLDS * (HOLD_SECONDS + READY_SECONDS)) + 60,
            lambda: not any(ticker.running for ticker in tickers),
        )
    finally:
        load.stop()
        for each in burners:
            each.kill()
            each.wait()
    application.processEvents()
    return [*hold_figures(sittings, burning), *breath_figures(breathing)]


def hold_figures(sittings: Sequence[Sitting], burning: int) -> list[Figure]:
    """Return what the holds were off, and what had added up at the end."""
    off_ms: list[float] = []
    written_ms: list[float] = []
    drift_ms: list[float] = []
    pauses = 0
    for sitting in sittings:
        told, log = sitting.told, sitting.state.log
        pauses += len(log.pauses)
        for hold, pressed, released in zip(log.holds, told.pressed_at, told.released_at, strict=True):
            off_ms.append(abs(released - pressed - hold.held_seconds) * 1_000)
            written_ms.append(abs(hold.held_seconds - HOLD_SECONDS) * 1_000)
        end = (HOLDS - 1) * (HOLD_SECONDS + READY_SECONDS) + HOLD_SECONDS
        drift_ms.append((told.released_at[-1] - told.begun_at - end) * 1_000)
    beside = f"{len(off_ms)} holds of {HOLD_SECONDS} s beside {burning} burning and {BURN_MS} ms of "
    beside += f"work every {EVERY_MS} ms; p50 {statistics.median(off_ms):.1f} ms, max {max(off_ms):.1f} ms"
    later = statistics.median(drift_ms)
    first = statistics.median(
        (s.told.released_at[0] - s.told.begun_at - HOLD_SECONDS) * 1_000 for s in sittings
    )
    grows = f"the first hold ends {first:.1f} ms late, the last {later:.1f} ms (medians)"
    return [
        Figure("P5", "hold, told against written: error, p99", p99(off_ms), "ms", HOLD_BAR_MS, beside),
        Figure("P5", "hold, written against planned: error, max", max(written_ms), "ms", 0.001),
        Figure("P5", "late at the end of ten holds more than of one", later - first, "ms", FRAME_MS, grows),
        Figure("P5", "pauses that nobody made", pauses, "", 0),
    ]


def breath_figures(breathing: Breathing) -> list[Figure]:
    """Return how far the breath was from the clock, and how old it became."""
    minutes = breathing.seconds / 60
    told = f"{len(breathing.off_ms)} beats in {minutes:.1f} minutes"
    oldest = f"p50 {statistics.median(breathing.age_ms):.1f} ms, max {max(breathing.age_ms):.1f} ms"
    return [
        Figure("P5", "breath against the clock at a beat: error, max", max(breathing.off_ms), "ms", 1, told),
        Figure("P5", "breath when the next beat comes: age, p99", p99(breathing.age_ms), "ms", None, oldest),
    ]


def main(words: list[str]) -> int:
    """Measure, print the table; 1 where a bar was missed."""
    return report(measured(float(words[0]) if words else BREATH_SECONDS))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
