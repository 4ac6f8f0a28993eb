"""The floor of every start-up and memory figure: a bare QMainWindow that quits after its first paint.

Prints one line of JSON: `first_paint_at` (monotonic seconds, the clock that the starting process reads
too) and `peak_mb` (peak resident memory, None on Windows).
"""

from __future__ import annotations

import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """Paints nothing, says when, and ends."""

    painted_at: float | None = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Note the time of the first paint and leave from the event loop, not from inside the paint."""
        super().paintEvent(event)
        if self.painted_at is None:
            self.painted_at = time.monotonic()
            QTimer.singleShot(0, QApplication.quit)


def peak_mb() -> float | None:
    """Peak resident memory of this process in MB; None where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def main() -> int:
    """Show the window, wait for its first paint, print the figures."""
    application = QApplication(sys.argv)
    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()
    print(json.dumps({"first_paint_at": window.painted_at, "peak_mb": peak_mb()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
