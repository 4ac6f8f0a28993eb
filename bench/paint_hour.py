"""An hour of session at 60 frames a second: 216,000 repaints in one go, without a pause between them.

``python bench/paint_hour.py [--frames 216000]``. The bar (P1): no abort, references to ``None`` steady, and
no memory that grows with the frames. PySide6 6.12 on Python 3.11 loses a reference to ``None`` each time.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOUR_FRAMES = 216_000
NONE_SLACK = 2_000
GROWTH_MAX_MB = 2.0


def _resident_mb() -> float:
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def main() -> None:
    """Repaint, then compare references and memory with those after the first thousand frames."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--frames", type=int, default=HOUR_FRAMES)
    frames = parser.parse_args().frames
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.path[:0] = [str(ROOT / "src")]

    from PySide6.QtWidgets import QApplication

    from acupress_desktop.domain.breathing import USUAL, breath_at
    from acupress_desktop.presenters.session_live import breath_view
    from acupress_desktop.ui.session_stage.mapping import breath_on_stage
    from acupress_desktop.ui.session_stage.stage import SessionStage
    from acupress_desktop.ui.session_stage.view import StagePhase, StageScene, StageView
    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, dress_application

    application = QApplication([])
    load_fonts(ROOT / "assets")
    theme = LiveTheme()
    dress_application(application, theme)
    stage = SessionStage(theme)
    stage.resize(240, 240)
    picture = ROOT / "assets" / "body_maps" / "views" / "figure_f_hand_back.webp"
    stage.show_scene(StageScene(picture, (624, 1280), (372.0, 560.0), 4.708, 9.5))
    stage.show()
    first = (0, 0.0)
    begun = time.perf_counter()
    for number in range(frames):
        at = number / 60
        part = breath_on_stage(breath_view(USUAL, breath_at(USUAL, at)))
        stage.show_view(StageView(StagePhase.HOLDING, (at / 60) % 1, breath=part))
        application.processEvents()
        if number == min(1_000, frames // 2):
            gc.collect()
            first = (sys.getrefcount(None), _resident_mb())
    gc.collect()
    lost = first[0] - sys.getrefcount(None)
    grown = _resident_mb() - first[1]
    seconds = time.perf_counter() - begun
    met = abs(lost) <= NONE_SLACK and grown <= GROWTH_MAX_MB
    print(f"{frames:,} repaints in {seconds:.0f} s; None lost {lost} times; memory grown {grown:.2f} MB")
    print("bar met" if met else "bar MISSED")
    raise SystemExit(0 if met else 1)


if __name__ == "__main__":
    main()
