"""Where a person's files lie. Standard library only; nothing is opened here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Profile:
    """One data folder and the names in it."""

    folder: Path

    @property
    def journal(self) -> Path:
        """The database."""
        return self.folder / "journal.sqlite3"

    @property
    def lock(self) -> Path:
        """Held by the running app; empty."""
        return self.folder / "journal.lock"

    @property
    def glance(self) -> Path:
        """What the first paint may show."""
        return self.folder / "glance.json"

    @property
    def first_picture(self) -> Path:
        """The home page as a picture, for the first paint; it belongs to one glance."""
        return self.folder / "first_picture.png"

    @property
    def settings(self) -> Path:
        """The person's settings."""
        return self.folder / "settings.json"

    @property
    def device(self) -> Path:
        """The random name of this computer, written into each row that it makes."""
        return self.folder / "device"

    @property
    def backups(self) -> Path:
        """Verified copies of the journal."""
        return self.folder / "backups"

    @property
    def damaged(self) -> Path:
        """Where a damaged journal goes when a backup takes its place."""
        return self.folder / "damaged"

    @property
    def logs(self) -> Path:
        """Technical notes of the app; never what a person reports."""
        return self.folder / "logs"

    @property
    def bodies(self) -> Path:
        """Pictures of bodies that this computer has drawn; they can be drawn again at any time."""
        return self.folder / "bodies"

    @property
    def sample(self) -> Profile:
        """The sample journal: a folder of its own, never mixed with the real one."""
        return Profile(self.folder / "sample")

    @property
    def journal_parts(self) -> tuple[Path, ...]:
        """The database and what SQLite keeps beside it."""
        name = self.journal.name
        return (self.journal, *(self.folder / f"{name}-{part}" for part in ("wal", "shm", "journal")))
