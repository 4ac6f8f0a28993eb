"""The open database behind a journal: its standing, its transactions, its daily backup."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import BackupKind, JournalStanding
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.troubles import DamagedJournal, InUse, KnownTrouble, Trouble
from acupress_desktop.storage.backup import has_daily, make_backup
from acupress_desktop.storage.engine import Access, database_troubles, transaction
from acupress_desktop.storage.files import disk_troubles, private_umask
from acupress_desktop.storage.lock import JournalLock
from acupress_desktop.storage.preflight import damaged
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.verify import Sound, Verdict, check_file
from acupress_desktop.storage.writing import RowWriter

T = TypeVar("T")


class Background(Protocol):
    """Runs ``work`` elsewhere and hands its result to ``done`` on the journal's own thread."""

    def __call__(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Start ``work``; it raises nothing."""
        ...


def run_inline(work: Callable[[], T], done: Callable[[T], None]) -> None:
    """Run ``work`` here and now: for tests and for the command line."""
    done(work())


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the journal is told about its place in the world."""

    profile: Profile
    now: Callable[[], Moment]
    keys: RowIds
    device: RowId
    background: Background


class OpenDatabase:
    """One engine, one lock, one thread."""

    def __init__(self, engine: Engine, person: RowId, around: Surroundings, lock: JournalLock) -> None:
        """Take over an open engine and the lock of its folder; both end with ``close``."""
        self.person = person
        self.around = around
        self.standing = JournalStanding.UNVERIFIED
        self.backup_trouble: Trouble | None = None
        self._engine = engine
        self._lock = lock
        self._backup_day: date | None = None
        self._thread = threading.get_ident()

    @property
    def profile(self) -> Profile:
        """Where the files lie."""
        return self.around.profile

    def now(self) -> Moment:
        """Ask the injected clock."""
        return self.around.now()

    # --- Standing ----------------------------------------------------------------------------------------

    def verify(self, done: Callable[[JournalStanding], None] | None) -> None:
        """Check every page and row in the background, then tell ``done`` the standing."""
        path = self.profile.journal

        def finish(verdict: Verdict) -> None:
            self._judge(verdict)
            if done is not None:
                done(self.standing)

        self.around.background(lambda: check_file(path), finish)

    def _judge(self, verdict: Verdict) -> None:
        """Damage counts whenever it is found; that all is well counts only where nobody knew yet."""
        if self.standing is JournalStanding.CLOSED:
            return
        if not isinstance(verdict, Sound):
            self.standing = JournalStanding.DAMAGED
        elif self.standing is JournalStanding.UNVERIFIED:
            self.standing = JournalStanding.GOOD

    def close(self) -> None:
        """Empty the write-ahead log, which still holds erased text, and let go of everything."""
        if self.standing is JournalStanding.CLOSED:
            return
        if self.standing is not JournalStanding.DAMAGED:
            with contextlib.suppress(KnownTrouble), database_troubles(self.profile.journal):
                raw = self._engine.raw_connection()
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()
        self._lock.release()
        self.standing = JournalStanding.CLOSED

    # --- Transactions ------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def troubles(self) -> Iterator[None]:
        """Turn refusals inside into ``KnownTrouble``; damage closes the journal for writing."""
        path = self.profile.journal
        try:
            with database_troubles(path), disk_troubles(path):
                yield
        except KnownTrouble as known:
            if isinstance(known.trouble, DamagedJournal):
                self.standing = JournalStanding.DAMAGED
                raise KnownTrouble(damaged(self.profile)) from known
            raise

    def _check_thread(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("the journal is used on the thread that opened it; hand over values instead")

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot."""
        self._check_thread()
        with self.troubles(), transaction(self._engine, Access.READ) as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[RowWriter]:
        """One commit, or none; refused while the journal is damaged, after checking it where nobody has."""
        self._check_thread()
        if self.standing is JournalStanding.UNVERIFIED:
            self._judge(check_file(self.profile.journal))
        if self.standing is JournalStanding.DAMAGED:
            raise KnownTrouble(damaged(self.profile))
        if self.standing is JournalStanding.CLOSED:
            raise KnownTrouble(InUse(self.profile.folder))
        now = self.now()
        with (
            self.troubles(),
            private_umask(),
            transaction(self._engine, Access.WRITE) as connection,
        ):
            yield RowWriter(connection, self.person, self.around.device, now)

    # --- Daily backup ------------------------------------------------------------------------------------

    def back_up_daily(self) -> None:
        """Make the day's backup in the background at its first write; a failure never undoes the write."""
        now = self.now()
        if self._backup_day == now.local_date:
            return
        self._backup_day = now.local_date
        if has_daily(self.profile, now.local_date):
            return
        profile = self.profile

        def work() -> Trouble | None:
            try:
                make_backup(profile, BackupKind.DAILY, now)
            except KnownTrouble as known:
                return known.trouble
            return None

        self.around.background(work, self._note_backup)

    def _note_backup(self, trouble: Trouble | None) -> None:
        self.backup_trouble = trouble
        if trouble is not None:
            self._backup_day = None
        if isinstance(trouble, DamagedJournal) and self.standing is not JournalStanding.CLOSED:
            # Copying reads every row: it may be the first to see damage that came after opening.
            self.standing = JournalStanding.DAMAGED
