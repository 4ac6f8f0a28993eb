"""P7: does memory grow from session to session? `python -m bench.bench_growth [SESSIONS] [WARM_UPS]`.

One person, one window, a whole visit a day at a virtual clock: home, questions, plan, session, the questions
after it, home. The slope over the sessions after the warm-ups is told for 500 sessions.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from bench.measure import resident_mb
from bench.table import Figure, report

SESSIONS, WARM_UPS = 12, 6
BEAT_SECONDS = 1.0
"""Coarser than the app's own beat, and still no gap that would pause a hold."""


def main(words: list[str]) -> int:
    """Live through the sessions, print the table; 1 where the bar was missed."""
    sessions = int(words[0]) if words else SESSIONS
    warm_ups = int(words[1]) if len(words) > 1 else WARM_UPS
    from PySide6.QtCore import QCoreApplication, QEvent

    from acupress_desktop.app import rehearsal
    from acupress_desktop.app.start import application
    from acupress_desktop.content.asset_root import asset_root
    from acupress_desktop.presenters.destinations import ToToday
    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
    from acupress_desktop.ui.theme.tokens import Motion
    from bench.homes import START, make_home

    rehearsal.TICK_SECONDS = BEAT_SECONDS
    app = application()
    load_fonts(asset_root())
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(app, theme)
    held_mb: list[float] = []
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        make_home(folder)
        visit = rehearsal.Rehearsal(folder, START, theme)
        visit.open()
        for _ in range(warm_ups + sessions):
            visit.hands.press("Start")
            visit.answer_safely()
            visit.hands.press("5")
            visit.hands.press("Begin")
            visit.wait_for_end()
            visit.wait(300)
            visit.house.window.go(ToToday())
            visit.clock.advance(timedelta(days=1).total_seconds())
            visit.house.window.go(ToToday())
            visit.hands.settle()
            # As the running event loop does; processEvents alone leaves pages that are done with.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
            held_mb.append(resident_mb())
        visit.close()
    took_seconds = time.perf_counter() - begun
    half = sessions // 2
    # The least of each half: pictures of ten megabytes come and go with the pages.
    before_mb, after_mb = min(held_mb[-2 * half : -half]), min(held_mb[-half:])
    told = f"least of each half: {before_mb:.1f}, {after_mb:.1f} MB; {took_seconds:.0f} s"
    return report(
        [Figure("P7", f"memory grown in {half} sessions", max(0.0, after_mb - before_mb), "MB", 2, told)]
    )


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
