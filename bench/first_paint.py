"""The app from spawn to first paint, as JSON: `python -m bench.first_paint FOLDER first|live|trend`.

`first` ends after the first paint, as `bare_window.py` does. `live` goes on until the home page lives, rests,
closes the window as a person does and so leaves a picture for the next start; `trend` opens the trend page
before that. Told: `first_paint_at` (monotonic seconds), `peak_mb`, `picture` (whether a kept picture was
painted) and `modules`, all at the first paint; then `live_cpu_s` (of the whole process), `gaps_ms` (pauses of
the event loop), `mb_live`, `trend_ms` (until the page is
painted), `trend_block_ms` (longest stop of the event loop on the way), `mb_all`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from acupress_desktop.app.doorstep import Doorstep
from acupress_desktop.app.start import application
from bench.bare_window import peak_mb
from bench.measure import resident_mb

BEAT_MS = 5
LONG_MS = 20.0
REST_MS = 1_500
GIVE_UP_MS = 60_000


class Watch(QObject):
    """Watches one start."""

    def __init__(self, app: QApplication, folder: Path, leave: str) -> None:
        super().__init__()
        self.told: dict[str, object] = {}
        self._app = app
        self._leave = leave
        self._gaps_ms: list[float] = []
        self._last_at = 0.0
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._look)
        self.doorstep = Doorstep(app, folder)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        """Hear of the first paint, then listen no more: a filter in Python slows everything down."""
        if event.type() == QEvent.Type.Paint:
            self._app.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        self.told = {
            "first_paint_at": time.monotonic(),
            "peak_mb": peak_mb(),
            "picture": self.doorstep.house is None,
            "modules": sorted(sys.modules),
        }
        if self._leave == "first":
            QCoreApplication.exit(0)
            return
        self._last_at = time.monotonic()
        self._beat.start()
        QTimer.singleShot(GIVE_UP_MS, QCoreApplication.quit)

    def _look(self) -> None:
        now = time.monotonic()
        gap_ms = (now - self._last_at) * 1_000 - BEAT_MS
        self._last_at = now
        if gap_ms >= LONG_MS:
            self._gaps_ms.append(round(gap_ms, 1))
        house = self.doorstep.house
        if "live_cpu_s" not in self.told and house is not None and house.desk is not None:
            self.told["live_cpu_s"] = None
            QTimer.singleShot(REST_MS, self._rested)

    def _rested(self) -> None:
        self.told["live_cpu_s"] = time.process_time()
        self.told["mb_live"] = resident_mb()
        self.told["peak_mb_live"] = peak_mb()
        self.told["gaps_ms"] = list(self._gaps_ms)
        self._beat.stop()
        if self._leave == "trend":
            self._open_trend()
        self.doorstep.front.close()

    def _open_trend(self) -> None:
        from acupress_desktop.presenters.destinations import ToTrend

        house = self.doorstep.house
        if house is None:
            return
        begun = time.perf_counter()
        self._gaps_ms.clear()
        house.window.go(ToTrend())
        while not isinstance(house.window.last, ToTrend):
            at = time.perf_counter()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
            self._gaps_ms.append((time.perf_counter() - at) * 1_000)
        at = time.perf_counter()
        QApplication.processEvents()
        self._gaps_ms.append((time.perf_counter() - at) * 1_000)
        self.told["trend_ms"] = (time.perf_counter() - begun) * 1_000
        self.told["trend_block_ms"] = max(self._gaps_ms)
        self.told["mb_all"] = resident_mb()


def main(words: list[str]) -> int:
    """Open the window on a folder and tell."""
    app = application()
    watch = Watch(app, Path(words[0]), words[1])
    watch.doorstep.begin()
    code = app.exec()
    watch.doorstep.leave()
    print(json.dumps(watch.told))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
