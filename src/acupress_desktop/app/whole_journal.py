"""What is done with a journal as a whole: out, in, where it lies, back to a backup, gone."""

from __future__ import annotations

from pathlib import Path

from acupress_desktop.app.desk import Desk
from acupress_desktop.domain.ports import Archive, ImportCounts
from acupress_desktop.exchange.csv_file import read_csv, write_csv
from acupress_desktop.exchange.json_file import read_json, write_json
from acupress_desktop.presenters.exporting import ExportKind
from acupress_desktop.presenters.help import DataPlace, DataPlaceKind
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.storage.erase import erase_everything
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.opening import restore_backup

_ZIP_SIGN = b"PK\x03\x04"


def write_journal(journal: Journal, path: Path, kind: ExportKind) -> int:
    """Write every row of a journal to ``path``; return how many."""
    write = write_csv if kind is ExportKind.CSV else write_json
    return write(path, journal.recall_person(), journal.recall_archive())


class Exporting:
    """Implements ``ExportPort`` on the open journal."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export_journal(self, path: Path, kind: ExportKind) -> int:
        """Write every row of the journal to ``path``; return how many."""
        return write_journal(self._desk.journal, path, kind)

    def import_journal(self, path: Path) -> ImportCounts:
        """Merge the journal in ``path`` into the open one, all or nothing."""
        return self._desk.journal.remember_archive(_read(path))


def _read(path: Path) -> Archive:
    try:
        with path.open("rb") as stream:
            is_zip = stream.read(4) == _ZIP_SIGN
    except OSError:
        is_zip = path.suffix.lower() == ".zip"
    return read_csv(path) if is_zip else read_json(path)


class Keeping:
    """Implements ``DataKeeping`` on the whole data folder."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def places(self) -> tuple[DataPlace, ...]:
        """Return every file and folder that the app keeps, with its size now."""
        profile = self._desk.ground.profile
        listed = (
            (DataPlaceKind.JOURNAL, profile.journal),
            (DataPlaceKind.BACKUPS, profile.backups),
            (DataPlaceKind.SETTINGS, profile.settings),
            (DataPlaceKind.GLANCE, profile.glance),
            (DataPlaceKind.LOGS, profile.logs),
            (DataPlaceKind.BODIES, profile.bodies),
            (DataPlaceKind.DAMAGED, profile.damaged),
            (DataPlaceKind.SAMPLE, profile.sample.folder),
        )
        return tuple(DataPlace(kind, path, _bytes(path)) for kind, path in listed)

    def restore(self, backup: Path) -> None:
        """Close the journal, put ``backup`` in its place and open it again."""
        ground = self._desk.ground
        self._desk.doors.close_journal()
        try:
            restore_backup(ground.profile.folder, backup, now=ground.now)
        finally:
            self._desk.doors.open_journal(JournalKind.OWN)

    def erase_everything(self) -> tuple[Path, ...]:
        """Close the journal and remove everything; return what could not be removed."""
        self._desk.doors.close_journal()
        return erase_everything(self._desk.ground.profile).left


def _bytes(path: Path) -> int | None:
    """Return the size of a file, or of all files in a folder; ``None`` where nothing stands."""
    if path.is_dir():
        return sum(part.stat().st_size for part in path.rglob("*") if part.is_file())
    return path.stat().st_size if path.exists() else None
