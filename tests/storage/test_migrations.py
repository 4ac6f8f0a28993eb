from __future__ import annotations

import re
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from acupress_desktop.domain.ports import BackupKind, JournalStanding
from acupress_desktop.storage import migrate, opening
from acupress_desktop.storage.backup import list_backups
from acupress_desktop.storage.engine import Access, open_engine, transaction
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.schema import SCHEMA
from acupress_desktop.storage.verify import Sound, check_file
from tests.storage.journals import Bench

DATABASES = Path(__file__).parents[1] / "databases"
NEXT = Path(__file__).parent / "next_schema"


def schema_of(path: Path) -> dict[str, str]:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    connection.close()
    return {
        name: re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")").strip() for name, sql in found
    }


def columns_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {name: connection.execute(f"PRAGMA table_xinfo({name})").fetchall() for name in tables}
    connection.close()
    return found


def test_the_migrated_schema_is_the_fresh_one(tmp_path: Path, bench: Bench) -> None:
    bench.open().close()
    fresh = bench.folder / "journal.sqlite3"
    migrated = tmp_path / "migrated.sqlite3"
    migrate.migrate(migrated)
    assert schema_of(migrated) == schema_of(fresh)
    assert columns_of(migrated) == columns_of(fresh)


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(DATABASES.glob("schema_*.sqlite3")), ids=lambda path: path.stem)
def test_a_journal_of_every_released_schema_becomes_the_fresh_one(
    path: Path, bench: Bench, tmp_path: Path
) -> None:
    bench.open().close()
    older = Bench(tmp_path / "older")
    older.folder.mkdir()
    shutil.copyfile(path, older.folder / "journal.sqlite3")
    before = rows_of(path)
    older.open().close()
    assert schema_of(older.folder / "journal.sqlite3") == schema_of(bench.folder / "journal.sqlite3")
    assert columns_of(older.folder / "journal.sqlite3") == columns_of(bench.folder / "journal.sqlite3")
    for name, rows in said_in(older.folder / "journal.sqlite3").items():
        earlier = said_in(path).get(name, [])
        assert len(rows) == len(earlier)
        for now, then in zip(rows, earlier, strict=True):
            assert {column: now[column] for column in then} == then
            assert {value for column, value in now.items() if column not in then} <= {None}
    kinds = [backup.kind for backup in list_backups(Profile(older.folder))]
    assert kinds == ([] if path.stem == f"schema_{SCHEMA:04d}" else [BackupKind.MIGRATION])
    for backup in list_backups(Profile(older.folder)):
        assert isinstance(check_file(backup.path), Sound)
        assert rows_of(backup.path) == before


@pytest.mark.parametrize("released", range(1, SCHEMA))
def test_the_backup_from_before_a_migration_can_be_put_back_and_comes_along_again(
    bench: Bench, released: int
) -> None:
    bench.folder.mkdir()
    shutil.copyfile(DATABASES / f"schema_{released:04d}.sqlite3", bench.folder / "journal.sqlite3")
    journal = bench.open()
    before = journal.recall_counts()
    marked = journal.recall_favourites()
    journal.remember_favourite(bench.favourite("SP6"))
    (backup,) = [each for each in journal.recall_backups() if each.kind is BackupKind.MIGRATION]
    journal.close()
    bench.later(minutes=1)
    opening.restore_backup(bench.folder, backup.path, now=bench.now)
    bench.later(minutes=1)
    journal = bench.open()
    assert journal.recall_counts() == before
    assert journal.recall_favourites() == marked
    journal.verify()
    assert journal.standing is JournalStanding.GOOD
    journal.close()


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = {
        name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall())  # noqa: S608 - names of the file
        for name in tables
        if name != "alembic_version"
    }
    connection.close()
    return found


def said_in(path: Path) -> dict[str, list[dict[str, object]]]:
    """What each row says by the names of its columns; its digest covers those names and so may change."""
    names = {
        table: [str(column[1]) for column in columns]
        for table, columns in columns_of(path).items()
        if table != "alembic_version"
    }
    return {
        table: [
            {name: value for name, value in zip(names[table], row, strict=True) if name != "digest"}
            for row in rows
        ]
        for table, rows in rows_of(path).items()
    }


def test_every_table_is_strict_and_every_constraint_has_a_name(bench: Bench) -> None:
    bench.open().close()
    for name, sql in schema_of(bench.folder / "journal.sqlite3").items():
        if sql.startswith("CREATE TABLE") and name != "alembic_version":
            assert sql.endswith("WITHOUT ROWID, STRICT"), name
            for kind in ("CHECK", "FOREIGN KEY", "PRIMARY KEY"):
                assert len(re.findall(rf"CONSTRAINT \w+ {kind}\b", sql)) == len(
                    re.findall(rf"\b{kind}\b", sql)
                )


@pytest.mark.parametrize("path", sorted(DATABASES.glob("schema_*.sqlite3")), ids=lambda path: path.stem)
def test_a_journal_of_every_released_schema_opens_with_all_its_rows(path: Path, bench: Bench) -> None:
    bench.folder.mkdir(parents=True)
    shutil.copyfile(path, bench.folder / "journal.sqlite3")
    journal = bench.open()
    journal.verify()
    assert journal.standing is JournalStanding.GOOD
    assert journal.recall_counts().check_ins > 0
    assert journal.recall_counts().holds > 0
    journal.close()


def test_there_is_a_frozen_journal_of_the_present_schema() -> None:
    assert (DATABASES / f"schema_{SCHEMA:04d}.sqlite3").exists()


def test_opening_without_a_migration_due_does_not_load_alembic(bench: Bench) -> None:
    loaded = [name for name in sys.modules if name.split(".")[0] == "alembic"]
    for name in loaded:
        del sys.modules[name]
    bench.open().close()
    assert not [name for name in sys.modules if name.split(".")[0] == "alembic"]


def test_a_due_migration_backs_up_first_and_keeps_every_row(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = bench.open()
    journal.remember_check_in(bench.check_in(5))
    journal.close()
    monkeypatch.setattr(opening, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(opening, "migrate", next_schema)
    bench.later(hours=1)
    journal = bench.open()
    assert journal.recall_counts().check_ins == 1
    journal.close()
    kinds = [backup.kind.value for backup in list_backups(Profile(bench.folder))]
    assert kinds == ["migration", "daily"]
    assert isinstance(check_file(bench.folder / "journal.sqlite3"), Sound)


def next_schema(path: Path) -> None:
    """Migrate with the folder of a later release; its first revision stands for the present one here."""
    engine = open_engine(path)
    with transaction(engine, Access.WRITE) as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
        migrate.run_migrations(connection, str(NEXT))
    engine.dispose()


def test_a_failing_migration_leaves_the_journal_as_it_was(bench: Bench) -> None:
    bench.open().close()
    path = bench.folder / "journal.sqlite3"
    before = schema_of(path)
    with pytest.raises(ZeroDivisionError):
        half_way(path)
    assert schema_of(path) == before
    connection_after = sqlite3.connect(path)
    assert connection_after.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    connection_after.close()


def half_way(path: Path) -> None:
    engine = open_engine(path)
    try:
        with transaction(engine, Access.WRITE) as connection:
            connection.exec_driver_sql("DELETE FROM alembic_version")
            migrate.run_migrations(connection, str(NEXT))
            raise ZeroDivisionError
    finally:
        engine.dispose()
