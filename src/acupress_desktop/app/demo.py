"""``acupress demo``: a whole visit, offscreen, with a picture of every step and a real journal."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.app.start import application
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.presenters.destinations import ToAtlas, ToJournal, ToToday, ToTrend
from acupress_desktop.storage.profile import Profile
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.tokens import Motion

START = datetime(2026, 11, 22, 19, 2, tzinfo=UTC)


def demo(arguments: Sequence[str], data: Path | None) -> int:
    """Walk from the first launch to the trend chart; print where pictures and journal are."""
    parser = argparse.ArgumentParser(prog="acupress demo")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(list(arguments))
    pictures = asked.out / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    qt = application()
    load_fonts(asset_root())
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(qt, theme)
    folder = data or asked.out / "data"
    if Profile(folder).journal.exists():
        parser.error(f"{folder} holds a journal already; a rehearsal needs an empty folder")
    visit = _Visit(Rehearsal(folder, START, theme), pictures)
    visit.walk()
    print(f"pictures: {pictures} ({visit.taken})")
    print(f"journal: {Profile(folder).journal}")
    return 0


class _Visit:
    """The steps of one person with a tense neck, on two days."""

    def __init__(self, rehearsal: Rehearsal, pictures: Path) -> None:
        self.taken = 0
        self._at = rehearsal
        self._pictures = pictures

    def walk(self) -> None:
        """First run, the calm set, the next day the five points for the neck, then what it left."""
        at = self._at
        at.open()
        self._take("first_run")
        at.first_run(Stranger())
        self._take("where")
        at.hands.press("Neck and shoulders")
        pages = at.answer_safely(lambda _page: self._take("safety"))
        self._say(f"{pages} pages of safety questions")
        at.hands.press("6")
        self._take("plan")
        self._session("calm", 20.0)
        self._after("5")
        at.clock.advance(timedelta(days=1).total_seconds())
        at.house.window.go(ToToday())
        self._take("today")
        at.hands.press("Start")
        before = at.hands.presses
        at.answer_safely()
        at.hands.press("5")
        self._take("plan")
        at.hands.press("Begin")
        at.wait(10.5)
        self._say(f"{at.hands.presses - before} presses after Start to the first hold")
        self._run("neck", 22.0)
        self._after("4")
        for name, where in (("atlas", ToAtlas()), ("journal", ToJournal()), ("trend", ToTrend())):
            at.house.window.go(where)
            self._take(name)
        at.close()

    def _session(self, name: str, look_after: float) -> None:
        self._at.hands.press("Begin")
        self._take(f"{name}_ready")
        self._at.hands.press("Begin")
        self._run(name, look_after)

    def _run(self, name: str, look_after: float) -> None:
        self._at.wait(look_after)
        self._take(f"{name}_hold")
        seconds = look_after + self._at.wait_for_end()
        self._say(f"{name}: {seconds:.0f} s from the first press to the end")

    def _after(self, pain: str) -> None:
        # After five minutes the question comes by itself.
        self._at.wait(301)
        self._at.hands.press(pain)
        self._at.hands.press("Nothing")
        self._take("after_session")
        self._at.hands.press("Save to journal")

    def _take(self, name: str) -> None:
        self._at.hands.photograph(self._pictures / f"{self.taken:02d}_{name}.png")
        self.taken += 1

    def _say(self, line: str) -> None:
        print(line)
