"""Draw every widget of the design system, in its states, into pictures to look at.

``python -m tools.gallery OUT --theme light|dark|contrast|evening --scale 1|2 --text 100|200``. Needs no
display. With ``--rtl`` the pages are laid out from right to left.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:  # noqa: PLR0915 - one recipe from arguments to pictures, read from top to bottom
    """Read the arguments, then start Qt: the scale must be set before it is loaded."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", choices=("light", "dark", "contrast", "evening"), default="light")
    parser.add_argument("--scale", type=int, choices=(1, 2), default=1)
    parser.add_argument("--text", type=int, choices=range(100, 201), metavar="100..200", default=100)
    parser.add_argument("--motion", choices=("full", "reduced"), default="full")
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--only", default="", help="name of the one page to draw")
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

    from gallery_pages import PAGES
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
    from acupress_desktop.ui.theme.tokens import Motion, Scheme
    from acupress_desktop.ui.widgets.focus_ring import FocusRing

    application = QApplication([])
    report = load_fonts(ROOT / "assets")
    if report.missing:
        print("missing faces:", ", ".join(report.missing))
    theme = LiveTheme(ThemeChoice(Scheme(arguments.theme), arguments.text / 100, Motion(arguments.motion)))
    dress_application(application, theme)
    ring = FocusRing(application, theme)
    if arguments.rtl:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        if arguments.only and name != arguments.only:
            continue
        page = make(theme)
        page.show()
        page.activateWindow()
        for _turn in range(3):
            application.processEvents()
        target = getattr(page, "focus_first", None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            application.processEvents()
        parts = [name, arguments.theme]
        parts += [f"{arguments.text}"] if arguments.text != 100 else []
        parts += [f"{arguments.scale}x"] if arguments.scale != 1 else []
        parts += ["reduced"] if arguments.motion == "reduced" else []
        parts += ["rtl"] if arguments.rtl else []
        path = arguments.out / ("_".join(parts) + ".png")
        page.grab().save(str(path))
        print(path)
        page.close()
        page.deleteLater()
        application.processEvents()
    ring.deleteLater()


if __name__ == "__main__":
    main()
