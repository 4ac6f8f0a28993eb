"""``acupress shots DIR``: a picture of every screen, from the sample journal and a rehearsed session."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from acupress_desktop.words.translate import PSEUDO, speak

START = datetime(2026, 11, 22, 19, 2, tzinfo=UTC)
LANGUAGES = ("en", PSEUDO, "rtl")
"""English, every text marked and a third longer, and English in a mirrored layout."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the pictures shall look like."""

    folder: Path
    theme: str
    scale: int
    language: str
    size: tuple[int, int]
    text_percent: int
    still: bool


def shots(arguments: Sequence[str], _data: Path | None) -> int:
    """Take the pictures and print how many; the person's own journal is neither read nor written."""
    parser = argparse.ArgumentParser(prog="acupress shots")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--scale", type=int, choices=(1, 2), default=1)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--size", default="1280x820", help="window size, such as 960x640")
    parser.add_argument("--text", type=int, default=100, help="text size in percent, 100 to 200")
    parser.add_argument("--still", action="store_true", help="reduced motion")
    given = parser.parse_args(list(arguments))
    try:
        width, height = (int(part) for part in given.size.split("x"))
    except ValueError:
        parser.error(f"--size is WIDTHxHEIGHT, not {given.size!r}")
    if not 100 <= given.text <= 200:
        parser.error(f"--text is 100 to 200, not {given.text}")
    asked = Asked(
        given.folder, given.theme, given.scale, given.lang, (width, height), given.text, given.still
    )
    # Qt reads both when the application is made, so they are set before anything of Qt is loaded.
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    speak(PSEUDO if asked.language == PSEUDO else "en", None)
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="acupress-shots-") as folder:
        from acupress_desktop.app.album import Photographer

        taken = Photographer(asked, Path(folder), START).take_all()
    print(f"{len(taken)} pictures in {asked.folder}")
    return 0
