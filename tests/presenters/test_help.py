from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from acupress_desktop.domain.evidence import Source, Verified
from acupress_desktop.domain.ids import SourceId
from acupress_desktop.domain.ports import Backup, BackupKind, ImportCounts, JournalCounts
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.troubles import BadBackup, DiskFull, InUse, KnownTrouble
from acupress_desktop.presenters.destinations import ToFirstRun, ToToday
from acupress_desktop.presenters.exporting import ExportKind
from acupress_desktop.presenters.help import (
    AppPart,
    DataPlace,
    DataPlaceKind,
    HelpContent,
    HelpPresenter,
)
from acupress_desktop.presenters.help_view import HelpSection, HelpView
from tests.storage.journals import moment

NOW = moment(datetime(2026, 11, 22, 14, 20, tzinfo=UTC))
OLD = Backup(Path("/d/backups/a"), datetime(2026, 11, 21, 23, 30, tzinfo=UTC), BackupKind.DAILY, 467_000)


class House:
    """Everything outside the page, in memory."""

    def __init__(self) -> None:
        self.backups = [OLD]
        self.restored: list[Path] = []
        self.erased = 0
        self.left: tuple[Path, ...] = ()
        self.trouble: KnownTrouble | None = None
        self.number = ""

    def _fail(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def recall_counts(self) -> JournalCounts:
        assert not self.erased, "a journal that was erased is not read"
        return JournalCounts(1, 2, 20, date(2026, 11, 1), date(2026, 11, 22))

    def recall_backups(self) -> tuple[Backup, ...]:
        return tuple(self.backups)

    def remember_backup(self, kind: BackupKind) -> Backup:
        self._fail()
        made = Backup(Path("/d/backups/new"), NOW.utc, kind, 1000)
        self.backups.insert(0, made)
        return made

    def recall_settings(self) -> Settings:
        return Settings(emergency_number=self.number)

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        return ()

    def places(self) -> tuple[DataPlace, ...]:
        return (
            DataPlace(DataPlaceKind.JOURNAL, Path("/d/journal.sqlite3"), 1_240_000),
            DataPlace(DataPlaceKind.LOGS, Path("/d/logs"), None),
        )

    def restore(self, backup: Path) -> None:
        self._fail()
        self.restored.append(backup)

    def erase_everything(self) -> tuple[Path, ...]:
        self._fail()
        self.erased += 1
        return self.left

    def export_journal(self, path: Path, kind: ExportKind) -> int:
        self._fail()
        return 3

    def import_journal(self, path: Path) -> ImportCounts:
        return ImportCounts(0, 0, 0)


def _sources() -> tuple[Source, ...]:
    day = date(2026, 11, 22)
    return (
        Source(SourceId("a"), "Able 2019", "A title", "doi:10.1/a", day, Verified.READ),
        Source(SourceId("b"), "Baker 2020", "Another?", "PMID 1", day, Verified.NOT_VERIFIED),
    )


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def presenter(house: House) -> HelpPresenter:
    content = HelpContent(
        "0.1.0",
        _sources(),
        (AppPart("Qt", "windows", "LGPL-3.0-only", "The Qt Company"),),
        lambda number: f"You matter. Call {number or 'your local emergency number'} now.",
    )
    return HelpPresenter(house, house, house, house, content, lambda: NOW)


def test_every_section_has_its_heading(presenter: HelpPresenter) -> None:
    view = presenter.present()
    assert [section for section, _heading in view.sections] == list(HelpSection)
    assert all(heading for _section, heading in view.sections)


def test_where_the_data_is_and_how_large(presenter: HelpPresenter) -> None:
    view = presenter.present()
    assert view.files.rows == (
        ("Journal", "1.2 MB", "/d/journal.sqlite3"),
        ("Technical notes, without what you wrote", "not there yet", "/d/logs"),
    )
    assert view.counts == "The journal holds 1 check-in and 2 sessions, from 1 Nov 2026 to 22 Nov 2026."


def test_a_backup_is_named_by_the_clock_on_the_wall(presenter: HelpPresenter) -> None:
    (backup,) = presenter.present().backups
    assert backup.line == "22 Nov 2026, 00:30: daily"
    assert backup.size == "467 kB"


def test_the_own_number_stands_in_every_place_that_needs_it(presenter: HelpPresenter, house: House) -> None:
    view = presenter.present()
    assert "your local emergency number" in view.statements[0]
    assert "your local emergency number" in view.crisis
    house.number = "144"
    view = presenter.present()
    assert "144" in view.statements[0]
    assert "144" in view.crisis


def test_what_must_be_said_is_said(presenter: HelpPresenter) -> None:
    text = " ".join(presenter.present().statements)
    assert "Not a medical device; not for diagnosis or treatment." in text
    assert "Do not stop or change medicines because of it." in text
    assert "Stop at sharp pain, or above 3 of 10" in text
    assert "Ask your midwife first." in text


def test_sources_name_identifier_day_and_whether_anybody_read_them(presenter: HelpPresenter) -> None:
    read, unread = presenter.present().sources
    assert read.line == "A title. doi:10.1/a, looked at 22 Nov 2026."
    assert unread.line.endswith("Not verified.")


def test_a_backup_is_made_when_asked_and_a_full_disk_is_said(presenter: HelpPresenter, house: House) -> None:
    view = presenter.back_up()
    assert len(view.backups) == 2
    assert view.said
    assert presenter.present().said == ""
    house.trouble = KnownTrouble(DiskFull(Path("/d")))
    view = presenter.back_up()
    assert "full" in view.trouble
    assert len(view.backups) == 2


def test_going_back_to_a_backup_starts_from_the_home_page(presenter: HelpPresenter, house: House) -> None:
    question = presenter.restore_question(OLD.path)
    assert question.word == ""
    assert any("00:30" in line for line in question.lines)
    assert presenter.restore(OLD.path) == ToToday()
    assert house.restored == [OLD.path]


def test_a_backup_that_is_not_whole_changes_nothing(presenter: HelpPresenter, house: House) -> None:
    house.trouble = KnownTrouble(BadBackup(OLD.path))
    view = presenter.restore(OLD.path)
    assert isinstance(view, HelpView)
    assert "not a whole backup" in view.trouble
    assert house.restored == []


@pytest.mark.parametrize("typed", ["", "erase everything", "ERAS"])
def test_nothing_is_erased_without_the_word(presenter: HelpPresenter, house: House, typed: str) -> None:
    assert isinstance(presenter.erase(typed), HelpView)
    assert house.erased == 0


def test_the_word_erases_and_the_app_begins_anew(presenter: HelpPresenter, house: House) -> None:
    assert presenter.erase(" erase ") == ToFirstRun()
    assert house.erased == 1


def test_what_could_not_be_erased_is_named(presenter: HelpPresenter, house: House) -> None:
    house.left = (Path("/d/backups/a"),)
    view = presenter.erase("ERASE")
    assert isinstance(view, HelpView)
    assert "/d/backups/a" in view.trouble


def test_a_second_window_stops_the_erasing(presenter: HelpPresenter, house: House) -> None:
    house.trouble = KnownTrouble(InUse(Path("/d")))
    view = presenter.erase("ERASE")
    assert isinstance(view, HelpView)
    assert "another window" in view.trouble


def test_an_export_is_said(presenter: HelpPresenter) -> None:
    assert "2026-11-22" in presenter.export_question().name
    assert "/x/a.json" in presenter.export(Path("/x/a.json")).said
    assert presenter.first_run() == ToFirstRun()
