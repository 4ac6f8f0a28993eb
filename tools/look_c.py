"""Draw settings, help, journal, trend, atlas and presentation from real content into pictures to look at.

``python -m tools.look_c OUT [--only settings] [--size 1280x820] [--theme light] [--text 100] [--scale 1]``.
Needs no display. The journal is the sample journal.
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
    parser.add_argument("--only", default="", help="names of the pages to draw, with commas between")
    parser.add_argument("--size", default="1280x820")
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--text", type=int, choices=range(100, 201), metavar="100..200", default=100)
    parser.add_argument("--scale", type=int, choices=(1, 2), default=1)
    parser.add_argument("--rtl", action="store_true")
    parser.add_argument("--pseudo", action="store_true", help="every text marked and a third longer")
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    sys.path.insert(0, str(ROOT / "src"))

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from acupress_desktop.ui.theme.fonts import load_fonts
    from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
    from acupress_desktop.ui.theme.tokens import Scheme
    from acupress_desktop.ui.widgets.focus_ring import FocusRing
    from acupress_desktop.words.translate import speak
    from tools.look_c_pages import PAGES, Framed

    if arguments.pseudo:
        speak("pseudo", None)

    application = QApplication([])
    load_fonts(ROOT / "assets")
    theme = LiveTheme(ThemeChoice(Scheme(arguments.theme), arguments.text / 100))
    dress_application(application, theme)
    _ring = FocusRing(application, theme)
    if arguments.rtl:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    width, height = (int(part) for part in arguments.size.split("x"))
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        if arguments.only and name not in arguments.only.split(","):
            continue
        page = make(theme)
        window = page if page.property("bare") else Framed(theme, page, str(page.property("place") or ""))
        window.resize(width, height)
        window.show()
        for _turn in range(6):
            application.processEvents()
        parts = [name, arguments.theme, arguments.size]
        parts += [f"t{arguments.text}"] if arguments.text != 100 else []
        parts += [f"{arguments.scale}x"] if arguments.scale != 1 else []
        parts += ["pseudo"] if arguments.pseudo else []
        parts += ["rtl"] if arguments.rtl else []
        path = arguments.out / ("_".join(parts) + ".png")
        window.grab().save(str(path))
        print(path)
        window.close()
        window.deleteLater()
        application.processEvents()


if __name__ == "__main__":
    main()
