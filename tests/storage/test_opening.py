from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from acupress_desktop.domain.ports import BackupKind, JournalStanding
from acupress_desktop.domain.troubles import (
    BadBackup,
    DamagedJournal,
    InUse,
    KnownTrouble,
    NewerJournal,
    NotAJournal,
    NotWritable,
    Trouble,
)
from acupress_desktop.storage.backup import list_backups
from acupress_desktop.storage.erase import erase_everything
from acupress_desktop.storage.opening import (
    LostJournal,
    open_journal,
    restore_backup,
    set_damaged_aside,
)
from acupress_desktop.storage.profile import Profile
from acupress_desktop.words.storage import trouble_line
from tests.storage.journals import Bench

pytestmark = pytest.mark.slow

T = TypeVar("T")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {"device", "journal.lock"}
    }


def refusal(bench: Bench) -> Trouble:
    with pytest.raises(KnownTrouble) as known:
        bench.open()
    line = trouble_line(known.value.trouble)
    assert line.endswith(".")
    assert "Error" not in line
    return known.value.trouble


def filled(bench: Bench, entries: int = 30) -> Profile:
    journal = bench.open()
    for _ in range(entries):
        journal.remember_check_in(bench.check_in(5, note="a note that fills some room " * 9))
        bench.later(minutes=30)
    journal.remember_backup(BackupKind.ASKED)
    journal.close()
    return Profile(bench.folder)


def test_a_second_app_is_refused_in_words_until_the_first_lets_go(bench: Bench) -> None:
    journal = bench.open()
    assert refusal(bench) == InUse(bench.folder)
    journal.close()
    bench.open().close()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_every_file_is_private_under_any_umask(bench: Bench, umask: int) -> None:
    before = os.umask(umask)
    try:
        journal = bench.open()
        journal.remember_check_in(bench.check_in(5))
        journal.remember_next_set(None)
        open_files = {path.name for path in bench.folder.iterdir()}
        loose = [
            path
            for path in [bench.folder, *bench.folder.rglob("*")]
            if stat.S_IMODE(path.stat().st_mode) & 0o077
        ]
        journal.close()
    finally:
        os.umask(before)
    assert {"journal.sqlite3-wal", "journal.sqlite3-shm", "glance.json", "backups"} <= open_files
    assert loose == []


def test_a_newer_journal_is_refused_untouched(bench: Bench) -> None:
    profile = filled(bench)
    connection = sqlite3.connect(profile.journal)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = contents(bench.folder)
    trouble = refusal(bench)
    assert isinstance(trouble, NewerJournal)
    assert (trouble.found, contents(bench.folder)) == (99, before)


def test_a_newer_schema_that_stands_only_in_the_log_is_seen(bench: Bench) -> None:
    profile = filled(bench)
    connection = sqlite3.connect(profile.journal, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute("PRAGMA user_version = 99")
    aside = bench.folder.parent / "killed"
    shutil.copytree(bench.folder, aside)
    connection.close()
    killed = Bench(aside)
    assert isinstance(refusal(killed), NewerJournal)


@pytest.mark.parametrize("content", [b"dear diary", b"SQLite format 3\0" + bytes(84), os.urandom(5000)])
def test_what_is_not_a_journal_is_refused_untouched(bench: Bench, content: bytes) -> None:
    bench.folder.mkdir()
    (bench.folder / "journal.sqlite3").write_bytes(content)
    before = contents(bench.folder)
    assert refusal(bench) == NotAJournal(bench.folder / "journal.sqlite3")
    assert contents(bench.folder) == before


def test_another_apps_database_is_refused_untouched(bench: Bench) -> None:
    bench.folder.mkdir()
    connection = sqlite3.connect(bench.folder / "journal.sqlite3")
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = contents(bench.folder)
    assert isinstance(refusal(bench), NotAJournal)
    assert contents(bench.folder) == before


def test_folders_and_loops_in_the_journals_place_are_refused(bench: Bench) -> None:
    (bench.folder / "journal.sqlite3").mkdir(parents=True)
    assert isinstance(refusal(bench), NotAJournal)
    (bench.folder / "journal.sqlite3").rmdir()
    (bench.folder / "journal.sqlite3").symlink_to("journal.sqlite3")
    assert isinstance(refusal(bench), NotWritable)


def test_a_file_in_the_folders_place_is_refused(bench: Bench) -> None:
    bench.folder.write_text("not a folder")
    with pytest.raises(KnownTrouble):
        bench.open()


def test_an_empty_file_is_damage_and_never_a_fresh_journal(bench: Bench) -> None:
    profile = filled(bench)
    profile.journal.write_bytes(b"")
    trouble = refusal(bench)
    assert isinstance(trouble, DamagedJournal)
    assert trouble.backup is not None
    assert profile.journal.read_bytes() == b""


def test_a_vanished_journal_offers_its_backup_before_starting_empty(bench: Bench) -> None:
    profile = filled(bench)
    profile.journal.unlink()
    trouble = refusal(bench)
    assert isinstance(trouble, DamagedJournal)
    assert trouble.backup is not None
    journal = open_journal(
        bench.folder, now=bench.now, random_bytes=bench.chance.randbytes, lost=LostJournal.START_EMPTY
    )
    assert journal.recall_counts().check_ins == 0
    journal.close()


def damage_a_note(profile: Profile) -> None:
    """Change one letter wherever it stands: a page that is written again soon may hold one of them."""
    content = profile.journal.read_bytes()
    assert b"a note that fills" in content
    profile.journal.write_bytes(content.replace(b"a note that fills", b"a nose that fills"))


def test_a_changed_letter_is_found_and_nothing_is_written(bench: Bench) -> None:
    profile = filled(bench)
    damage_a_note(profile)
    before = contents(bench.folder)
    journal = bench.open()
    with pytest.raises(KnownTrouble) as known:
        journal.remember_check_in(bench.check_in(1))
    assert isinstance(known.value.trouble, DamagedJournal)
    assert known.value.trouble.backup == list_backups(profile)[0].path
    journal.close()
    assert contents(bench.folder)["journal.sqlite3"] == before["journal.sqlite3"]


def test_the_check_in_the_background_finds_damage_too(bench: Bench) -> None:
    profile = filled(bench)
    damage_a_note(profile)
    journal = bench.open()
    told: list[JournalStanding] = []
    journal.verify(told.append)
    journal.close()
    assert told == [JournalStanding.DAMAGED]


def test_damage_that_comes_while_the_journal_is_open_is_found_by_the_next_daily_backup(bench: Bench) -> None:
    profile = filled(bench)
    journal = bench.open()
    journal.remember_check_in(bench.check_in(1))
    damage_a_note(profile)
    bench.later(days=1)
    journal.remember_check_in(bench.check_in(2))
    with pytest.raises(KnownTrouble) as known:
        journal.remember_check_in(bench.check_in(3))
    journal.close()
    assert isinstance(known.value.trouble, DamagedJournal)
    assert known.value.trouble.backup is not None


def test_a_verdict_that_arrives_late_still_counts_when_it_is_bad(bench: Bench) -> None:
    profile = filled(bench)
    waiting: list[Callable[[], None]] = []

    def later(work: Callable[[], T], done: Callable[[T], None]) -> None:
        waiting.append(lambda: done(work()))

    journal = open_journal(bench.folder, now=bench.now, random_bytes=bench.chance.randbytes, background=later)
    told: list[JournalStanding] = []
    journal.verify(told.append)
    journal.remember_check_in(bench.check_in(1))
    damage_a_note(profile)
    for work in waiting:
        work()
    journal.close()
    assert told == [JournalStanding.DAMAGED]


def test_from_damage_back_to_the_newest_good_backup(bench: Bench) -> None:
    profile = filled(bench)
    damage_a_note(profile)
    damaged = profile.journal.read_bytes()
    newest = list_backups(profile)[0].path
    restore_backup(bench.folder, newest, now=bench.now)
    journal = bench.open()
    journal.verify()
    assert journal.standing is JournalStanding.GOOD
    assert journal.recall_counts().check_ins == 30
    journal.close()
    kept = [path.read_bytes() for path in profile.damaged.rglob("journal.sqlite3")]
    assert kept == [damaged]


def test_a_damaged_backup_is_passed_over_and_never_restored(bench: Bench) -> None:
    profile = filled(bench)
    newest, older = (backup.path for backup in list_backups(profile)[:2])
    content = bytearray(newest.read_bytes())
    content[content.index(b"a note that fills")] ^= 0x20
    newest.write_bytes(content)
    damage_a_note(profile)
    before = contents(bench.folder)
    with pytest.raises(KnownTrouble) as known:
        restore_backup(bench.folder, newest, now=bench.now)
    assert known.value.trouble == BadBackup(newest)
    assert contents(bench.folder) == before
    journal = bench.open()
    assert journal.newest_good_backup() is not None
    good = journal.newest_good_backup()
    journal.close()
    assert good is not None
    assert good.path == older


def test_restoring_can_itself_be_undone(bench: Bench) -> None:
    profile = filled(bench)
    chosen = list_backups(profile)[-1].path
    bench.later(hours=1)
    restore_backup(bench.folder, chosen, now=bench.now)
    undo = next(backup for backup in list_backups(profile) if backup.kind is BackupKind.RESTORE)
    journal = bench.open()
    few = journal.recall_counts().check_ins
    journal.close()
    bench.later(hours=1)
    restore_backup(bench.folder, undo.path, now=bench.now)
    journal = bench.open()
    assert few < journal.recall_counts().check_ins == 30
    journal.close()


def test_a_restore_is_refused_while_the_journal_is_open(bench: Bench) -> None:
    profile = filled(bench)
    journal = bench.open()
    with pytest.raises(KnownTrouble) as known:
        restore_backup(bench.folder, list_backups(profile)[0].path, now=bench.now)
    journal.close()
    assert known.value.trouble == InUse(bench.folder)


def test_a_log_left_by_another_journal_is_not_replayed_into_the_restored_one(bench: Bench) -> None:
    profile = filled(bench)
    for path in (profile.journal_parts[1], profile.journal_parts[2]):
        path.write_bytes(os.urandom(4096 * 3))
    restore_backup(bench.folder, list_backups(profile)[0].path, now=bench.now)
    journal = bench.open()
    journal.verify()
    assert journal.standing is JournalStanding.GOOD
    journal.close()


def test_without_any_backup_one_can_start_empty_and_keep_the_damaged_file(bench: Bench) -> None:
    profile = filled(bench)
    for backup in list_backups(profile):
        backup.path.unlink()
    damage_a_note(profile)
    kept = set_damaged_aside(bench.folder, now=bench.now)
    assert kept is not None
    assert (kept / "journal.sqlite3").stat().st_size > 0
    journal = bench.open()
    assert journal.recall_counts().check_ins == 0
    journal.close()


def test_a_journal_that_is_whole_is_not_set_aside(bench: Bench) -> None:
    profile = filled(bench)
    assert set_damaged_aside(bench.folder, now=bench.now) is None
    assert profile.journal.exists()


def test_the_first_write_of_a_day_makes_a_backup_and_seven_days_are_kept(bench: Bench) -> None:
    journal = bench.open()
    for _ in range(10):
        journal.remember_check_in(bench.check_in(5))
        bench.later(minutes=1)
        journal.remember_check_in(bench.check_in(4))
        bench.later(days=1)
    backups = journal.recall_backups()
    journal.close()
    assert [backup.kind for backup in backups] == [BackupKind.DAILY] * 7
    assert len({backup.made.date() for backup in backups}) == 7
    assert not list((bench.folder / "backups").glob("*.part*"))


def test_a_backup_on_a_full_disk_does_not_lose_the_entry(bench: Bench) -> None:
    journal = bench.open()
    (bench.folder / "backups").write_text("in the way")
    journal.remember_check_in(bench.check_in(5))
    troubles = [journal.backup_trouble]
    assert journal.recall_counts().check_ins == 1
    (bench.folder / "backups").unlink()
    journal.remember_check_in(bench.check_in(5))
    troubles.append(journal.backup_trouble)
    journal.close()
    assert troubles == [NotWritable(bench.folder / "backups"), None]


def test_erasing_leaves_nothing_of_ours_and_everything_of_others(bench: Bench) -> None:
    profile = filled(bench)
    Bench(profile.sample.folder).open().close()
    profile.logs.mkdir()
    (profile.logs / "app.log").write_text("started")
    pictures = profile.bodies / "a1b2" / "body_maps" / "views"
    pictures.mkdir(parents=True)
    (pictures / "front.webp").write_bytes(b"a body")
    (profile.bodies / "c3d4.part").mkdir()
    theirs = bench.folder / "holiday.txt"
    theirs.write_text("keep me")
    erased = erase_everything(profile)
    assert list(bench.folder.rglob("*")) == [theirs]
    assert {profile.journal, pictures / "front.webp"} <= set(erased.removed)
    assert erased.left == ()
    theirs.unlink()
    erase_everything(profile)
    assert not bench.folder.exists()


def test_erasing_an_open_journal_is_refused(bench: Bench) -> None:
    journal = bench.open()
    with pytest.raises(KnownTrouble):
        erase_everything(Profile(bench.folder))
    journal.remember_check_in(bench.check_in(2))
    journal.close()


def test_erased_text_is_gone_from_the_disk_after_closing(bench: Bench) -> None:
    journal = bench.open()
    journal.remember_check_in(bench.check_in(2, note="CANARY-7f3a"))
    journal.close()
    erase_everything(Profile(bench.folder))
    found = [
        path for path in bench.folder.parent.rglob("*") if path.is_file() and b"CANARY" in path.read_bytes()
    ]
    assert found == []


def test_other_databases_are_refused(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    with pytest.raises(KnownTrouble):
        open_journal("postgresql://clinic/journal", now=bench.now)
    journal = open_journal(f"sqlite:///{tmp_path / 'data'}", now=bench.now)
    journal.close()
    assert (tmp_path / "data" / "journal.sqlite3").exists()
