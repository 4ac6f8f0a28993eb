from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.ports import ImportCounts
from acupress_desktop.presenters.destinations import ToCheckIn
from acupress_desktop.presenters.exporting import ExportKind
from acupress_desktop.presenters.history import HistoryPresenter
from acupress_desktop.presenters.history_detail import HistoryNames
from acupress_desktop.presenters.history_view import HappeningKind
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.sample import open_sample
from acupress_desktop.ui.journal.screen import HistoryScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.ask_file import FileKinds
from acupress_desktop.ui.widgets.cards import Figure, ListRow
from acupress_desktop.ui.widgets.plain_table import PlainTable
from tests.storage.journals import Bench
from tests.ui.pages import bears_every_size, button, focused_by_tab, keyboard, labels, settle


class Files:
    def __init__(self) -> None:
        self.paths: list[Path] = []

    def export_journal(self, path: Path, kind: ExportKind) -> int:
        self.paths.append(path)
        return 3

    def import_journal(self, path: Path) -> ImportCounts:
        self.paths.append(path)
        return ImportCounts(1, 0, 0)


class Answering:
    def __init__(self, path: Path | None) -> None:
        self.path = path

    def where_to_save(self, parent: QWidget, title: str, name: str, kinds: FileKinds) -> Path | None:
        return self.path

    def what_to_open(self, parent: QWidget, title: str, kinds: FileKinds) -> Path | None:
        return self.path


@pytest.fixture(scope="module")
def names() -> HistoryNames:
    root = asset_root()
    atlas = read_atlas(root)
    protocols = read_protocols(root, atlas, read_evidence(root).sources)
    by_id = {each.id: each for each in protocols}
    return HistoryNames(atlas, read_regions(root, atlas), by_id, lambda _rule: "")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Journal:
    folder = tmp_path_factory.mktemp("sample")
    return open_sample(Profile(folder), now=Bench(folder).now)


def screen_of(
    qtbot: QtBot, theme: LiveTheme, journal: Journal, names: HistoryNames, path: Path | None = None
) -> tuple[HistoryScreen, HistoryPresenter, Files]:
    files = Files()
    presenter = HistoryPresenter(journal, names, files, Bench(Path()).now, JournalKind.SAMPLE)
    screen = HistoryScreen(presenter, theme, Answering(path))
    qtbot.addWidget(screen)
    return screen, presenter, files


def list_rows(screen: HistoryScreen) -> list[ListRow]:
    return [row for row in screen.findChildren(ListRow) if row.isVisible()]


def test_the_page_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, names: HistoryNames
) -> None:
    screen, presenter, _files = screen_of(qtbot, theme, sample, names)
    assert bears_every_size(screen, theme) == []
    rows = [row for day in presenter.present().days for row in day.rows]
    for kind in HappeningKind:
        row = next(each for each in rows if each.kind is kind)
        screen.show_view(presenter.open(row.id, kind))
        assert bears_every_size(screen, theme, (2.0,)) == []


def test_a_session_opens_beside_the_list_by_the_keyboard(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, names: HistoryNames
) -> None:
    screen, _presenter, _files = screen_of(qtbot, theme, sample, names)
    settle(screen)
    row = next(each for each in list_rows(screen) if each.accessibleName() == "Neck and shoulders")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Space)
    settle(screen)
    assert row.isChecked()
    figures = [figure.accessibleName() for figure in screen.findChildren(Figure) if figure.isVisible()]
    assert figures[0].startswith("Pain before:")
    assert figures[1].startswith("Pain 5 minutes after:")
    (table,) = [each for each in screen.findChildren(PlainTable) if each.isVisible()]
    assert table.rowCount() == 10
    assert len(list_rows(screen)) > 1


def test_in_a_narrow_window_a_row_takes_the_place_of_the_list_and_gives_it_back(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, names: HistoryNames
) -> None:
    screen, _presenter, _files = screen_of(qtbot, theme, sample, names)
    settle(screen, 960, 640)
    row = list_rows(screen)[0]
    row.click()
    settle(screen, 960, 640)
    assert list_rows(screen) == []
    assert keyboard() is button(screen, "Back to the list")
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    settle(screen, 960, 640)
    assert row in list_rows(screen)
    assert keyboard() is row


def test_a_deleted_entry_comes_back_by_undo(
    qtbot: QtBot, theme: LiveTheme, names: HistoryNames, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    journal = bench.open()
    journal.remember_check_in(bench.check_in(4, RegionId("area-neck")))
    screen, _presenter, _files = screen_of(qtbot, theme, journal, names)
    settle(screen)
    list_rows(screen)[0].click()
    settle(screen)
    button(screen, "Delete").click()
    settle(screen)
    assert list_rows(screen) == []
    assert any("Entry deleted." in label.text() for label in labels(screen))
    button(screen, "Undo").click()
    settle(screen)
    assert len(list_rows(screen)) == 1


def test_a_hostile_note_is_shown_as_it_was_written(
    qtbot: QtBot, theme: LiveTheme, names: HistoryNames, tmp_path: Path
) -> None:
    bench = Bench(tmp_path)
    journal = bench.open()
    note = "<img src=file:///etc/passwd><b>bold</b>\n" + "long " * 500
    journal.remember_check_in(bench.check_in(4, RegionId("area-neck"), note))
    screen, _presenter, _files = screen_of(qtbot, theme, journal, names)
    settle(screen)
    list_rows(screen)[0].click()
    settle(screen)
    (shown,) = [label for label in labels(screen) if label.text() == note]
    assert shown.textFormat() is Qt.TextFormat.PlainText


def test_files_go_where_the_person_says_and_nowhere_without(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, names: HistoryNames, tmp_path: Path
) -> None:
    screen, _presenter, files = screen_of(qtbot, theme, sample, names)
    settle(screen)
    button(screen, "Export everything").click()
    button(screen, "Import a file").click()
    assert files.paths == []
    path = tmp_path / "journal.json"
    screen, _presenter, files = screen_of(qtbot, theme, sample, names, path)
    settle(screen)
    button(screen, "Export everything").click()
    assert files.paths == [path]
    assert any("Saved 3 rows" in label.text() for label in labels(screen))


def test_tab_reaches_the_acts_and_the_rows(
    qtbot: QtBot, theme: LiveTheme, sample: Journal, names: HistoryNames
) -> None:
    screen, _presenter, _files = screen_of(qtbot, theme, sample, names)
    settle(screen)
    screen.setFocus()
    ways: list[object] = []
    screen.leave.connect(ways.append)
    assert keyboard() is button(screen, "Check in")
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert ways == [ToCheckIn()]
    reached = focused_by_tab(screen, 6)
    assert any(isinstance(each, ListRow) for each in reached)
