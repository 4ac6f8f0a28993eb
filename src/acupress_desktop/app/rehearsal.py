"""One imagined person at the real app: every page real, only the clock moves by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import QAbstractAnimation, QMimeData, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from acupress_desktop.app.desktop_notes import NotesByHand
from acupress_desktop.app.ground import Ground, worn
from acupress_desktop.app.hands import Hands, NothingToPress
from acupress_desktop.app.house import House
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.storage.files import make_private_folder
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.settings_file import SettingsFile
from acupress_desktop.ui.bridge.background import InlineRunner
from acupress_desktop.ui.bridge.deadlines import HandDeadline
from acupress_desktop.ui.safety.screen import SafetyScreen
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.ask_file import FileKinds
from acupress_desktop.ui.widgets.fields import NoteField

SAFE_ANSWERS = (
    "None of these",
    "Nowhere",
    "No, nothing",
    "Still the same",
    "Nothing has changed",
    "No",
)
"""What a healthy person presses on a page of the safety screen, first match."""
TICK_SECONDS = 0.1
_PAGES_MAX = 40


@dataclass(slots=True)
class Stranger:
    """What the imagined person would write on the first run."""

    age: str = "44"
    pregnancy: str = "Not possible for me"
    figure: str = "Female figure"
    number: str = ""


class Deadlines:
    """What becomes due later, on the rehearsal's clock."""

    def __init__(self) -> None:
        self._made: list[HandDeadline] = []

    def make(self, parent: QObject) -> HandDeadline:
        """Return a new one."""
        deadline = HandDeadline(parent)
        self._made.append(deadline)
        return deadline

    def pass_time(self, seconds: float) -> None:
        """Let time go by for all that still stand."""
        self._made = [deadline for deadline in self._made if isValid(deadline)]
        for deadline in self._made:
            deadline.pass_time(round(seconds * 1_000))


class FilesByHand:
    """Says where files go, as the person would in the system's dialog: ``chosen``, or nowhere."""

    def __init__(self) -> None:
        self.chosen: Path | None = None

    def where_to_save(self, _parent: QWidget, _title: str, _name: str, _kinds: FileKinds) -> Path | None:
        """Return what was chosen."""
        return self.chosen

    def what_to_open(self, _parent: QWidget, _title: str, _kinds: FileKinds) -> Path | None:
        """Return what was chosen."""
        return self.chosen


class Rehearsal:
    """``Rehearsal(folder, start, theme)``: a house on its own data folder, with hands and a clock."""

    def __init__(
        self,
        folder: Path,
        start: datetime,
        theme: LiveTheme,
        seed: int = 1,
        assets: Path | None = None,
    ) -> None:
        make_private_folder(folder)
        profile = Profile(folder)
        settings = SettingsFile(profile.settings)
        theme.choose(worn(settings.recall_settings()) if profile.settings.exists() else theme.choice)
        self.clock = VirtualClock(start)
        chance = Random(seed)  # noqa: S311 - repeatable on purpose, nothing secret
        self._deadlines = Deadlines()
        self.files = FilesByHand()
        self.notes = NotesByHand()
        self.ground = Ground(
            profile,
            settings,
            self.clock,
            chance.randbytes,
            theme,
            InlineRunner(),
            assets or asset_root(),
            self._deadlines.make,
            self.files,
            notes=self.notes,
        )
        self.house = House(self.ground)
        self.hands = Hands(self.house.window)

    def open(self) -> None:
        """Show the window and let it load."""
        self.house.begin()
        self.until(lambda: self.house.desk is not None or self.house.window.last is not None)
        self.hands.settle()

    def close(self) -> None:
        """Close the window, as a person does, and let go of everything behind it."""
        self.house.window.close()
        self.house.window.deleteLater()
        self.house.deleteLater()
        self.hands.settle()

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window work until ``condition`` holds."""
        for _ in range(200):
            if condition():
                return
            self.hands.settle()

    def first_run(self, stranger: Stranger) -> None:
        """Read the first page, say who one is, leave or give the emergency number."""
        self.hands.press("I understand")
        self.write(stranger.age)
        self.hands.press(stranger.pregnancy)
        self.hands.press(stranger.figure)
        self.hands.press("Go on")
        if stranger.number:
            self.write(stranger.number)
        self.hands.press("Done")

    def write(self, text: str) -> None:
        """Type into the field that is shown."""
        for field in self.hands.window.findChildren(QLineEdit):
            if field.isVisibleTo(self.hands.window):
                field.setText(text)
                field.textEdited.emit(text)
                self.hands.settle()
                return
        raise NothingToPress("a field to write in", ())

    def write_note(self, text: str) -> None:
        """Paste into the first note that is shown."""
        for note in self.hands.front.findChildren(NoteField):
            if note.isVisibleTo(self.hands.front):
                note.selectAll()
                pasted = QMimeData()
                pasted.setText(text)
                note.insertFromMimeData(pasted)
                self.hands.settle()
                return
        raise NothingToPress("a note to write in", ())

    def answer(self, answers: Mapping[str, str | tuple[str, ...]]) -> None:
        """Answer the safety screen: what ``answers`` says where a question begins so, else as healthy.

        Several answers are pressed in turn. Ends where the safety screen does.
        """
        for _ in range(_PAGES_MAX):
            if not isinstance(self.widget, SafetyScreen):
                return
            asked = self.widget.accessibleDescription()
            given = next((answer for question, answer in answers.items() if question in asked), None)
            if given is None:
                given = next((one for one in SAFE_ANSWERS if self.hands.can_press(one)), None)
            if given is None:
                seen = tuple(button.accessibleName() for button in self.hands.buttons())
                raise NothingToPress("a safe answer", seen)
            for name in (given,) if isinstance(given, str) else given:
                self.hands.press(name)
        raise NothingToPress("the end of the questions", ())

    def answer_safely(self, each: Callable[[int], None] | None = None) -> int:
        """Answer every page of the safety screen as a healthy person; return how many pages there were."""
        for page in range(_PAGES_MAX):
            if self.hands.can_press("Begin"):
                return page
            if each is not None:
                each(page)
            answer = next((one for one in SAFE_ANSWERS if self.hands.can_press(one)), None)
            if answer is None:
                seen = tuple(button.accessibleName() for button in self.hands.buttons())
                raise NothingToPress("a safe answer", seen)
            self.hands.press(answer)
        raise NothingToPress("Begin", ())

    @property
    def widget(self) -> QWidget | None:
        """The page on the screen."""
        page = self.house.window.page
        return None if page is None else page.widget

    @property
    def session(self) -> SessionScreen | None:
        """The session on the screen, if one is."""
        return self.widget if isinstance(self.widget, SessionScreen) else None

    def wait(self, seconds: float) -> None:
        """Let time pass; a session that runs hears its beat."""
        for _ in range(round(seconds / TICK_SECONDS)):
            self.clock.advance(TICK_SECONDS)
            self._deadlines.pass_time(TICK_SECONDS)
            session = self.session
            if session is not None and session.ticker.running:
                session.ticker.ticked.emit()

    def wait_for_end(self, at_most_seconds: float = 3_600.0) -> float:
        """Let a session run to its end; return the seconds that took."""
        passed = 0.0
        while self.session is not None and passed < at_most_seconds:
            self.wait(1.0)
            passed += 1.0
        self.hands.settle()
        return passed

    def rest(self) -> None:
        """Let page changes and flights come to their end, so that a picture shows none of them half done."""
        for _ in range(40):
            self.hands.settle()
            if not any(
                animation.state() is QAbstractAnimation.State.Running
                for animation in self.hands.window.findChildren(QAbstractAnimation)
            ):
                return
            QTest.qWait(16)

    def phase(self) -> SessionPhase | None:
        """What the person does in the session just now."""
        return None if self.session is None else self.session.phase
