"""Opens a person's journal, or says in a typed way why not."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from sqlalchemy import Engine, select

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import PERSON
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import BackupKind
from acupress_desktop.domain.row_ids import RandomBytes, RowIds, is_row_id, row_id
from acupress_desktop.domain.troubles import DamagedJournal, KnownTrouble, NotAJournal
from acupress_desktop.storage import backup
from acupress_desktop.storage.engine import Access, database_troubles, open_engine, transaction
from acupress_desktop.storage.files import disk_troubles, make_private_folder, private_umask, write_whole
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.lock import JournalLock
from acupress_desktop.storage.migrate import create_journal, migrate
from acupress_desktop.storage.open_database import Background, OpenDatabase, Surroundings, run_inline
from acupress_desktop.storage.preflight import Absent, damaged, look
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.schema import SCHEMA, sql_table
from acupress_desktop.storage.verify import Sound, check_file

_URL_PREFIX = "sqlite:///"


class LostJournal(Enum):
    """What to do where no journal stands but backups do."""

    OFFER_BACKUP = "offer_backup"
    START_EMPTY = "start_empty"


def open_journal(
    place: Path | str,
    *,
    now: Callable[[], Moment],
    random_bytes: RandomBytes = os.urandom,
    background: Background = run_inline,
    lost: LostJournal = LostJournal.OFFER_BACKUP,
) -> Journal:
    """Open or make the journal in a data folder (a path, or ``sqlite:///`` and a path).

    Raises ``KnownTrouble``: in use, newer, damaged (with the newest good backup), something else in its
    place, folder not writable, disk full. Then nothing was changed. The journal comes back unverified:
    call ``verify``; a write before that verifies first.
    """
    profile = Profile(folder_of(place))
    make_private_folder(profile.folder)
    lock = JournalLock(profile.lock)
    try:
        device = _device(profile, now, random_bytes)
        _prepare(profile, device, now, random_bytes, lost)
        with private_umask(), disk_troubles(profile.journal), database_troubles(profile.journal):
            engine = open_engine(profile.journal)
            try:
                person = _person(engine)
            except BaseException:
                engine.dispose()
                raise
        if person is None:
            engine.dispose()
            raise KnownTrouble(damaged(profile))
    except KnownTrouble as known:
        lock.release()
        if isinstance(known.trouble, DamagedJournal) and known.trouble.backup is None:
            raise KnownTrouble(damaged(profile)) from known
        raise
    except BaseException:
        lock.release()
        raise
    around = Surroundings(profile, now, RowIds(now, random_bytes), device, background)
    return Journal(OpenDatabase(engine, person, around, lock))


def folder_of(place: Path | str) -> Path:
    """Return the data folder of ``place``; other databases than SQLite are not there yet."""
    if isinstance(place, Path):
        return place
    if not place.startswith(_URL_PREFIX):
        raise KnownTrouble(NotAJournal(Path(place)))
    return Path(place.removeprefix(_URL_PREFIX))


def restore_backup(place: Path | str, chosen: Path, *, now: Callable[[], Moment]) -> None:
    """Put a backup in the journal's place; refused as in use while any app has the journal open."""
    profile = Profile(folder_of(place))
    make_private_folder(profile.folder)
    lock = JournalLock(profile.lock)
    try:
        backup.restore(profile, chosen, now())
    finally:
        lock.release()


def set_damaged_aside(place: Path | str, *, now: Callable[[], Moment]) -> Path | None:
    """Move a damaged journal out of the way, to start empty; returns the folder that keeps it.

    A journal that is whole stays where it is, and ``None`` comes back.
    """
    profile = Profile(folder_of(place))
    lock = JournalLock(profile.lock)
    try:
        if isinstance(check_file(profile.journal), Sound):
            return None
        kept = backup.keep_damaged(profile, now())
        with disk_troubles(profile.journal):
            for part in profile.journal_parts:
                part.unlink(missing_ok=True)
        return kept
    finally:
        lock.release()


def _prepare(
    profile: Profile,
    device: RowId,
    now: Callable[[], Moment],
    random_bytes: RandomBytes,
    lost: LostJournal,
) -> None:
    found = look(profile, SCHEMA)
    if isinstance(found, Absent):
        if lost is LostJournal.OFFER_BACKUP and backup.list_backups(profile):
            raise KnownTrouble(damaged(profile))
        moment = now()
        with database_troubles(profile.journal):
            person = row_id(moment.utc, random_bytes(8))
            create_journal(profile.journal, person=person, device=device, now=moment)
        return
    if found.schema < SCHEMA:
        if not isinstance(check_file(profile.journal), Sound):
            raise KnownTrouble(damaged(profile))
        backup.make_backup(profile, BackupKind.MIGRATION, now())
        with private_umask(), disk_troubles(profile.journal), database_troubles(profile.journal):
            migrate(profile.journal)


def _device(profile: Profile, now: Callable[[], Moment], random_bytes: RandomBytes) -> RowId:
    """Return the random name of this computer, made at the first start. It says nothing about it."""
    try:
        text = profile.device.read_text(encoding="ascii").strip()
        if is_row_id(text):
            return RowId(text)
    except (OSError, UnicodeDecodeError):
        pass
    device = row_id(now().utc, random_bytes(8))
    with disk_troubles(profile.device):
        write_whole(profile.device, device.encode())
    return device


def _person(engine: Engine) -> RowId | None:
    table = sql_table(PERSON)
    with transaction(engine, Access.READ) as connection:
        found = connection.execute(select(table.c.id).where(table.c.deleted_utc.is_(None))).scalar()
    return None if found is None else RowId(found)
