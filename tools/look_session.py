"""Draw the session screen and the page after it, to look at: ``python -m tools.look_session OUT``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.after_session import AfterSessionPresenter
from acupress_desktop.presenters.session import SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.ui.after_session.screen import AfterSessionScreen
from acupress_desktop.ui.session.scenes import SitePictures
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from tests.session.sessions import ready, site
from tests.storage.journals import Bench

START = datetime(2026, 11, 22, 19, 2, tzinfo=UTC)
BOTH = (SiteSide.LEFT, SiteSide.RIGHT)
NECK = tuple(site(code, side) for code in ("LI4", "LI10", "GB21", "SI14", "GB20") for side in BOTH)


def shoot(widget: QWidget, size: tuple[int, int], file: Path) -> None:
    """Grab ``widget`` at ``size``."""
    widget.resize(*size)
    widget.show()
    for _ in range(4):
        QApplication.processEvents()
    widget.grab().save(str(file))


@dataclass(slots=True)
class Stand:
    """A rehearsed session with a screen of its own."""

    asked: argparse.Namespace
    theme: LiveTheme
    bench: Bench
    clock: VirtualClock

    @property
    def size(self) -> tuple[int, int]:
        """Window size in pixels."""
        width, height = (int(part) for part in self.asked.size.split("x"))
        return width, height

    def now(self) -> Moment:
        """Return the moment on the virtual clock."""
        return Moment.of(self.clock.now(), "UTC")

    def file(self, what: str) -> Path:
        """Name a picture."""
        still = "_still" if self.asked.still else ""
        name = f"{what}_{self.asked.theme}_{self.asked.text}_{self.asked.size}{still}.png"
        return Path(self.asked.out / name)

    def draw(self) -> None:
        """Draw every state of the session and of the page after it."""
        root = asset_root()
        atlas = read_atlas(root)
        how_to = read_how_to(root, atlas)
        pictures = SitePictures(read_album(root, "figure_f"), how_to, BodyView.AS_SEEN_BY_ANOTHER, self.theme)
        book = SessionBook("Neck and shoulders", atlas, how_to)
        journal = self.bench.open()
        session = self.bench.session()
        journal.remember_session_opened(session)
        keeping = SessionKeeping(journal, session.id, RowIds(self.now, os.urandom), self.now)
        keys = SessionPresenter(ready(*NECK, pattern=USUAL), book, keeping, self.clock, Settings)
        screen = SessionScreen(keys, self.theme, pictures)
        shoot(screen, self.size, self.file("session_0_ready"))
        screen.show_view(keys.next())
        for _ in range(self.asked.point):
            self.wait(keys, 65)
        self.wait(keys, 12 if self.asked.point else 22)
        screen.show_view(keys.view())
        shoot(screen, self.size, self.file("session_1_hold"))
        screen.show_view(keys.stop())
        shoot(screen, self.size, self.file("session_2_stop"))
        screen.show_view(keys.pause_or_go_on())
        self.wait(keys, 60)
        screen.show_view(keys.view())
        shoot(screen, self.size, self.file("session_3_later"))
        self.wait(keys, 800)
        screen.hide()
        story = journal.recall_story(session.id)
        if story is None:
            raise LookupError(session.id)
        after = AfterSessionPresenter(journal, story, book, RowIds(self.now, os.urandom), self.now, Settings)
        page = AfterSessionScreen(after, self.theme, pictures.thumb)
        shoot(page, self.size, self.file("after_0"))
        page.ask()
        shoot(page, self.size, self.file("after_1_ask"))
        journal.close()

    def wait(self, keys: SessionPresenter, seconds: float) -> None:
        """Let the session run."""
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
            keys.tick()


def main() -> int:
    """Draw every state in the asked theme."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", choices=[scheme.value for scheme in Scheme], default="light")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--size", default="1280x820")
    parser.add_argument("--still", action="store_true")
    parser.add_argument("--point", type=int, default=0)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    load_fonts(asset_root())
    motion = Motion.REDUCED if asked.still else Motion.FULL
    theme = LiveTheme(ThemeChoice(Scheme(asked.theme), asked.text / 100, motion))
    dress_application(application, theme)
    Stand(asked, theme, Bench(Path(tempfile.mkdtemp()), START), VirtualClock(START)).draw()
    return 0


if __name__ == "__main__":
    sys.exit(main())
