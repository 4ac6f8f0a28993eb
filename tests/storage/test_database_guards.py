from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

from acupress_desktop.domain.journal_tables import CHECK_IN, HOLD
from acupress_desktop.domain.troubles import InUse, KnownTrouble
from acupress_desktop.storage.engine import Access, open_engine, open_raw, transaction
from acupress_desktop.storage.lock import JournalLock
from acupress_desktop.storage.schema import APPLICATION_ID, SCHEMA, sql_table
from tests.faults.forked import Ack, Child
from tests.storage.journals import Bench


def made(bench: Bench) -> Path:
    journal = bench.open()
    journal.remember_check_in(bench.check_in(5))
    session = bench.session()
    journal.remember_session_opened(session)
    journal.remember_hold(bench.hold(session.id))
    journal.close()
    return bench.folder / "journal.sqlite3"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("mmap_size", 0),
        ("application_id", APPLICATION_ID),
        ("user_version", SCHEMA),
    ],
)
def test_every_guard_is_on(bench: Bench, pragma: str, value: object) -> None:
    connection = open_raw(made(bench))
    found = connection.execute(f"PRAGMA {pragma}").fetchone()
    connection.close()
    assert (found[0] if found else 0) == value


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE check_in SET mood = 11",
        "UPDATE check_in SET mood = -1",
        "UPDATE check_in SET note = NULL",
        "UPDATE check_in SET id = 'short'",
        "UPDATE pain_report SET side = 'top'",
        "UPDATE pain_report SET intensity = 'much'",
        "UPDATE pain_report SET check_in_id = '01912345-6789-7abc-8def-0123456789ab'",
        "UPDATE hold SET held_seconds = -1",
        "UPDATE hold SET completed = 2",
        "UPDATE session SET ended_utc = 1",
        "UPDATE session SET digest = x'00'",
        "DELETE FROM session",
    ],
)
def test_the_database_itself_refuses_impossible_rows(bench: Bench, change: str) -> None:
    connection = open_raw(made(bench))
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(change)
    connection.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("table", "values"),
    [
        (CHECK_IN, {"mood": True}),
        (CHECK_IN, {"mood": "7"}),
        (CHECK_IN, {"mood": 7.0}),
        (CHECK_IN, {"note": 7}),
        (CHECK_IN, {"note": "a\0b"}),
        (HOLD, {"held_seconds": float("nan")}),
        (HOLD, {"held_seconds": float("inf")}),
        (HOLD, {"held_seconds": 7}),
    ],
    ids=str,
)
def test_what_sqlite_would_bend_into_shape_never_reaches_it(
    bench: Bench, table: object, values: dict[str, object]
) -> None:
    shape = next(each for each in (CHECK_IN, HOLD) if each is table)
    engine = open_engine(made(bench))
    statement = sql_table(shape).update().values(**values)
    try:
        with (
            pytest.raises(StatementError, match="kept here"),
            transaction(engine, Access.WRITE) as connection,
        ):
            connection.execute(statement)
    finally:
        engine.dispose()


def test_the_connection_belongs_to_the_thread_that_opened_it(bench: Bench) -> None:
    journal = bench.open()
    told: list[str] = []

    def elsewhere() -> None:
        for use in (journal.recall_counts, lambda: journal.remember_check_in(bench.check_in(5))):
            try:
                use()
            except RuntimeError as error:
                told.append(str(error))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert ["thread that opened it" in line for line in told] == [True, True]
    assert journal.recall_counts().check_ins == 0
    journal.close()


def test_the_checks_may_run_on_another_thread_beside_the_journal(bench: Bench) -> None:
    journal = bench.open()
    for _ in range(5):
        journal.remember_check_in(bench.check_in(5))
    verdicts: list[object] = []

    def elsewhere() -> None:
        from acupress_desktop.storage.verify import check_file

        verdicts.append(check_file(bench.folder / "journal.sqlite3"))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    journal.remember_check_in(bench.check_in(6))
    thread.join()
    journal.close()
    assert type(verdicts[0]).__name__ == "Sound"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the second process is a fork")
def test_a_second_process_is_refused_and_a_killed_one_lets_go(bench: Bench) -> None:
    bench.open().close()

    def hold(ack: Ack) -> None:
        journal = bench.open()
        ack("open")
        while True:
            journal.recall_counts()

    child = Child(hold)
    child.hear(1, 10)
    with pytest.raises(KnownTrouble) as known:
        bench.open()
    child.kill()
    assert known.value.trouble == InUse(bench.folder)
    bench.open().close()


def test_a_lock_can_be_let_go_twice(tmp_path: Path) -> None:
    lock = JournalLock(tmp_path / "lock")
    lock.release()
    lock.release()
    JournalLock(tmp_path / "lock").release()
