from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from acupress_desktop.domain.ports import BackupKind
from acupress_desktop.domain.troubles import DiskFailed, DiskFull, KnownTrouble
from acupress_desktop.exchange.json_file import read_json, write_json
from acupress_desktop.storage.backup import list_backups
from acupress_desktop.storage.migrate import migrate
from acupress_desktop.storage.opening import restore_backup
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.schema import SCHEMA
from acupress_desktop.storage.verify import Sound, check_file
from acupress_desktop.words.storage import trouble_line
from tests.faults.flip import cuts, flips
from tests.faults.forked import Ack, Child
from tests.faults.kill import kills
from tests.storage.journals import Bench
from tests.storage.test_migrations import DATABASES, next_schema, schema_of

resource = pytest.importorskip("resource", reason="limits of this kind are known to POSIX only")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="these faults are made in forked children")


def killing_at(statement: int, work: Callable[[], None]) -> Callable[[Ack], None]:
    """Return work that ends in SIGKILL just before its n-th statement reaches SQLite."""

    def run(_ack: Ack) -> None:
        seen = 0

        @event.listens_for(Engine, "before_cursor_execute")
        def count(*_arguments: object) -> None:
            nonlocal seen
            seen += 1
            if seen == statement:
                os.kill(os.getpid(), signal.SIGKILL)

        work()

    return run


@pytest.mark.slow
def test_a_killed_writer_loses_nothing_that_was_said_to_be_saved() -> None:
    assert kills(12, seed=3) > 100


@pytest.mark.slow
def test_no_flipped_bit_changes_a_row_in_silence() -> None:
    told = flips(90, seed=4)
    assert told.found > 10
    assert cuts(8192) > 10


@pytest.mark.slow
def test_a_kill_at_any_statement_of_a_migration_leaves_the_old_or_the_new_journal(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    journal.remember_check_in(bench.check_in(5))
    journal.close()
    _old_or_new(bench.folder / "journal.sqlite3", next_schema, (SCHEMA, SCHEMA + 1), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("released", range(1, SCHEMA))
def test_a_kill_at_any_statement_of_the_way_from_an_earlier_schema_leaves_the_old_or_the_new_journal(
    tmp_path: Path, released: int
) -> None:
    _old_or_new(DATABASES / f"schema_{released:04d}.sqlite3", migrate, (released, SCHEMA), tmp_path)


def _old_or_new(
    whole: Path, migrating: Callable[[Path], None], schemas: tuple[int, int], tmp_path: Path
) -> None:
    old = schema_of(whole)
    outcomes = []
    for statement in range(1, 200):
        copy = tmp_path / f"at-{statement}.sqlite3"
        shutil.copyfile(whole, copy)
        ended = Child(killing_at(statement, partial(migrating, copy))).end()
        assert isinstance(check_file(copy), Sound)
        connection = sqlite3.connect(copy)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        stamp = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        connection.close()
        is_old = schema_of(copy) == old
        found = schemas[0] if is_old else schemas[1]
        assert (version, stamp) == (found, f"{found:04d}")
        outcomes.append(is_old)
        if ended.code == 0:
            break
    else:
        pytest.fail("the migration never ended")
    assert len(outcomes) > 5
    assert outcomes[-1] is False
    assert all(outcomes[:-2])


@pytest.mark.slow
def test_a_kill_at_any_statement_of_an_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    source = Bench(tmp_path / "source")
    journal = source.open()
    for _ in range(2):
        session = source.session()
        journal.remember_session_opened(session, (source.rating(session.id, 6),))
        journal.remember_hold(source.hold(session.id))
        source.later(hours=1)
    path = tmp_path / "out.json"
    total = write_json(path, journal.recall_person(), journal.recall_archive())
    journal.close()
    archive = read_json(path)
    target = Bench(tmp_path / "target")
    target.open().close()
    ended_well = False
    for statement in range(4, 400, 5):
        copy = Bench(tmp_path / f"at-{statement}")
        shutil.copytree(target.folder, copy.folder)

        def work(copy: Bench = copy) -> None:
            opened = copy.open()
            opened.remember_archive(archive)
            opened.close()

        ended = Child(killing_at(statement, work)).end()
        again = copy.open()
        rows = len(list(again.recall_archive()))
        again.verify()
        assert again.standing.value == "good"
        again.close()
        assert rows in {0, total}
        if ended.code == 0:
            ended_well = True
            assert rows == total
            break
    assert ended_well


@pytest.mark.slow
def test_a_kill_during_a_backup_or_a_restore_leaves_no_broken_file_in_either_place(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    for _ in range(40):
        journal.remember_check_in(bench.check_in(5, note="n" * 2000))
        bench.later(minutes=1)
    journal.remember_backup(BackupKind.ASKED)
    journal.remember_check_in(bench.check_in(9))
    journal.close()
    profile = Profile(bench.folder)
    chosen = next(backup for backup in list_backups(profile) if backup.kind is BackupKind.ASKED).path

    def restore_on(ack: Ack) -> None:
        while True:
            bench.later(seconds=1)
            restore_backup(bench.folder, chosen, now=bench.now)
            ack("restored")

    for number in range(15):
        child = Child(restore_on)
        child.hear(number % 3, 5)
        child.hear(1_000_000, 0.002 * number)
        child.kill()
        bench.later(minutes=1)
        for backup in list_backups(profile):
            assert isinstance(check_file(backup.path), Sound)
        again = bench.open()
        again.verify()
        assert again.standing.value == "good"
        assert again.recall_counts().check_ins in {40, 41}
        again.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1.5 MB, where this process may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting a small disk needs root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(bench: Bench, saved: list[str]) -> KnownTrouble:
    journal = bench.open()
    try:
        for _ in range(3_000):
            entry = bench.check_in(5, note="n" * 3000)
            journal.remember_check_in(entry)
            saved.append(entry.id)
            bench.later(seconds=9)
    except KnownTrouble as known:
        # What can still be read can still be shown.
        assert {kept.record.id for kept in journal.recall_newest_check_ins(9_999)} == set(saved)
        return known
    finally:
        journal.close()
    pytest.fail("the disk never filled up")


def test_a_full_disk_is_said_in_words_and_loses_nothing(small_disk: Path) -> None:
    bench = Bench(small_disk / "data")
    saved: list[str] = []
    known = fill(bench, saved)
    assert known.trouble == DiskFull(bench.folder)
    assert "full" in trouble_line(known.trouble)
    assert len(saved) > 20
    for backup in list_backups(Profile(bench.folder)):
        assert isinstance(check_file(backup.path), Sound)
    assert not list(bench.folder.rglob("*.part"))
    for backup in list_backups(Profile(bench.folder)):
        backup.path.unlink()
    again = bench.open()
    again.verify()
    assert again.recall_counts().check_ins == len(saved)
    again.remember_check_in(bench.check_in(1))
    again.close()


@pytest.mark.slow
def test_an_export_to_a_full_disk_is_refused_and_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    journal.remember_whole([bench.check_in(5, note="n" * 3000) for _ in range(600)], [])
    with pytest.raises(KnownTrouble) as known:
        write_json(small_disk / "out.json", journal.recall_person(), journal.recall_archive())
    journal.close()
    assert known.value.trouble == DiskFull(small_disk)
    assert list(small_disk.iterdir()) == []


def test_a_size_limit_of_the_system_is_refused_like_a_full_disk(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "data")
    bench.open().close()
    limit = (bench.folder / "journal.sqlite3").stat().st_size + 40_000

    def work(ack: Ack) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        saved: list[str] = []
        known = fill(bench, saved)
        assert isinstance(known.trouble, DiskFull | DiskFailed)
        for key in saved:
            ack(key)

    ended = Child(work).end()
    assert ended.code == 0
    again = bench.open()
    assert {kept.record.id for kept in again.recall_newest_check_ins(9_999)} == set(ended.lines)
    again.close()


def test_a_folder_that_may_not_be_written_is_refused_in_words(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    journal.remember_check_in(bench.check_in(5))
    journal.close()
    nobody = 65_534

    def work(ack: Ack) -> None:
        if os.getuid() == 0:
            os.setgid(nobody)
            os.setuid(nobody)
        else:
            bench.folder.chmod(0o500)
        try:
            bench.open().close()
        except KnownTrouble as known:
            ack(f"{type(known.trouble).__name__} {trouble_line(known.trouble)}")

    # The folders above pytest's own are closed to others; only the one in question is under test.
    opened = [parent for parent in tmp_path.parents if "pytest" in parent.name] + [tmp_path]
    before = {path: path.stat().st_mode for path in opened}
    for path in opened:
        path.chmod(0o755)
    ended = Child(work).end()
    for path, mode in before.items():
        path.chmod(mode)
    bench.folder.chmod(0o700)
    assert ended.code == 0
    assert len(ended.lines) == 1
    assert ended.lines[0].startswith("NotWritable ")
    assert "cannot be read or written" in ended.lines[0]
