from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.evidence import Source, Verified
from acupress_desktop.domain.ids import SourceId
from acupress_desktop.domain.ports import Backup, BackupKind, ImportCounts, JournalCounts
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.destinations import ToFirstRun, ToToday
from acupress_desktop.presenters.exporting import ExportKind
from acupress_desktop.presenters.help import (
    AppPart,
    DataPlace,
    DataPlaceKind,
    HelpContent,
    HelpPresenter,
)
from acupress_desktop.ui.help.question import Question
from acupress_desktop.ui.help.screen import HelpScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.badges import KeyCap
from tests.storage.journals import moment
from tests.ui.pages import bears_every_size, button, keyboard, labels, settle

NOW = moment(datetime(2026, 11, 22, 14, 20, tzinfo=UTC))
BACKUP = Path("/d/backups/a")


class House:
    def __init__(self) -> None:
        self.erased = 0
        self.restored: list[Path] = []

    def recall_counts(self) -> JournalCounts:
        return JournalCounts(0, 0, 0, None, None)

    def recall_backups(self) -> tuple[Backup, ...]:
        return (Backup(BACKUP, NOW.utc, BackupKind.DAILY, 1000),)

    def remember_backup(self, kind: BackupKind) -> Backup:
        return Backup(BACKUP, NOW.utc, kind, 1000)

    def recall_settings(self) -> Settings:
        return Settings()

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        return ()

    def places(self) -> tuple[DataPlace, ...]:
        folder = Path("/home/somebody/with/a/long/name/.local/share/acupress")
        return (DataPlace(DataPlaceKind.JOURNAL, folder / "journal.sqlite3", 12),)

    def restore(self, backup: Path) -> None:
        self.restored.append(backup)

    def erase_everything(self) -> tuple[Path, ...]:
        self.erased += 1
        return ()

    def export_journal(self, path: Path, kind: ExportKind) -> int:
        return 0

    def import_journal(self, path: Path) -> ImportCounts:
        return ImportCounts(0, 0, 0)


def screen_of(qtbot: QtBot, theme: LiveTheme, section: str = "") -> tuple[HelpScreen, House, list[object]]:
    house = House()
    source = Source(SourceId("a"), "Able 2019", "Long " * 40, "doi:1", date(2026, 11, 22), Verified.READ)
    part = AppPart("Qt", "windows", "LGPL", "somewhere")
    content = HelpContent("0.1.0", (source,) * 12, (part,) * 9, lambda _number: "You matter.")
    screen = HelpScreen(HelpPresenter(house, house, house, house, content, lambda: NOW), theme, section)
    qtbot.addWidget(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    return screen, house, ways


def question_of(screen: HelpScreen) -> Question:
    (question,) = [each for each in screen.window().findChildren(Question) if each.isVisible()]
    return question


def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _house, _ways = screen_of(qtbot, theme)
    assert bears_every_size(screen, theme) == []


def test_the_key_list_shows_the_keys(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _house, _ways = screen_of(qtbot, theme)
    keys = {cap.accessibleName() for cap in screen.findChildren(KeyCap)}
    assert {"F1", "F11", "Space", "Page Down", "Page Up", "B", "Esc"} <= keys


def test_a_destination_may_name_a_section(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _house, _ways = screen_of(qtbot, theme, "crisis")
    settle(screen)
    (crisis,) = [label for label in labels(screen) if label.text() == "You matter."]
    top = crisis.mapTo(screen, crisis.rect().topLeft()).y()
    assert 0 <= top <= screen.height()


def test_erasing_needs_the_word_and_escape_leaves_everything(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, house, ways = screen_of(qtbot, theme)
    settle(screen)
    button(screen, "Erase everything").click()
    question = question_of(screen)
    erase = button(question, "Erase everything now")
    assert not erase.isEnabled()
    QTest.keyClicks(keyboard(), "era")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert house.erased == 0
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert house.erased == 0
    button(screen, "Erase everything").click()
    question = question_of(screen)
    QTest.keyClicks(keyboard(), "erase")
    assert button(question, "Erase everything now").isEnabled()
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert house.erased == 1
    assert ways == [ToFirstRun()]


def test_going_back_to_a_backup_is_asked_first_with_the_way_out_under_the_keyboard(
    qtbot: QtBot, theme: LiveTheme
) -> None:
    screen, house, ways = screen_of(qtbot, theme)
    settle(screen)
    button(screen, "Go back to this one").click()
    assert keyboard().accessibleName() == "Leave everything as it is"
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert house.restored == []
    QApplication.processEvents()
    button(screen, "Go back to this one").click()
    button(question_of(screen), "Go back to this one").click()
    assert house.restored == [BACKUP]
    assert ways == [ToToday()]


def test_the_introduction_can_be_seen_again(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _house, ways = screen_of(qtbot, theme)
    settle(screen)
    button(screen, "Show the introduction again").click()
    assert ways == [ToFirstRun()]
