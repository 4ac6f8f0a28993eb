"""What people do in more than one journey, in plain steps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.domain.journal import SessionStory
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.storage.journal import Journal

DAY_SECONDS = 86_400.0
EVERY_DAY = DayRange(date(2026, 1, 1), date(2027, 12, 31))


def journal_of(at: Rehearsal) -> Journal:
    """The journal that the window has open."""
    desk = at.house.desk
    assert desk is not None, "the journal is not open"
    return desk.journal


def stands_on(at: Rehearsal, page: type[QWidget]) -> bool:
    """Whether that kind of page is on the screen."""
    return isinstance(at.widget, page)


def stories_of(at: Rehearsal) -> tuple[SessionStory, ...]:
    """Every session, oldest first."""
    return tuple(reversed(journal_of(at).recall_stories(EVERY_DAY)))


def to_the_plan(
    at: Rehearsal,
    complaint: str = "Neck and shoulders",
    answers: dict[str, str | tuple[str, ...]] | None = None,
    stranger: Stranger | None = None,
) -> None:
    """From the first page of a first run to the page after the safety questions."""
    at.first_run(stranger or Stranger())
    at.hands.press(complaint)
    at.answer(answers or {})


def calm_session(at: Rehearsal) -> None:
    """The first session of all, from the first run to the saved journal."""
    to_the_plan(at)
    at.hands.press("6")
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait_for_end()
    at.hands.press("Save to journal")


def start_again(
    at: Rehearsal, pain: str = "5", answers: dict[str, str | tuple[str, ...]] | None = None
) -> None:
    """From the home page to the session screen."""
    at.hands.press("Start")
    at.answer(answers or {})
    at.hands.press(pain)
    at.hands.press("Begin")


def digest(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, byte by byte."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
