"""The power fails while the write-ahead log is on its way to the disk: any part of it may be missing.

The log is cut at every border of its frames and at odd places between, with nothing or with zeros behind
the cut. What is found on the next start is what stood after one of the commits: the last one that is whole in
what is left of the log. Nothing of a later one is there, and nothing of an earlier one is missing.
"""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from acupress_desktop.domain.ports import HoldCheckpoint
from acupress_desktop.storage.verify import Sound, check_file
from tests.storage.journals import Bench

pytestmark = pytest.mark.slow

HEADER_BYTES = 32
FRAME_HEADER_BYTES = 24
Rows = list[tuple[object, ...]]


@dataclass(frozen=True)
class Commit:
    """What stood in the journal when so many bytes of the log were written and synchronised."""

    log_bytes: int
    rows: Rows
    held_seconds: float


def rows_of(path: Path) -> Rows:
    """Every row of every table, log included, read without the app."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        queries = [f"SELECT '{name}', * FROM {name} ORDER BY 2" for (name,) in found]  # noqa: S608 - our own
        return [row for query in queries for row in connection.execute(query)]
    finally:
        connection.close()


def a_hold_in_its_commits(bench: Bench) -> list[Commit]:
    """Write a session with one hold done and one running; copy it with its log; what stood when."""
    bench.open().close()
    journal = bench.open()
    path = bench.folder / "journal.sqlite3"
    log = bench.folder / "journal.sqlite3-wal"
    kept: list[Commit] = []

    def note(held_seconds: float) -> None:
        kept.append(Commit(log.stat().st_size if log.exists() else 0, rows_of(path), held_seconds))

    note(0.0)
    session = bench.session()
    journal.remember_session_opened(session, (bench.rating(session.id, 6),))
    note(0.0)
    for seconds in (5.0, 10.0, 15.0):
        journal.remember_checkpoint(HoldCheckpoint(session.id, 1, seconds, bench.later(seconds=5)))
        note(seconds)
    journal.remember_hold(bench.hold(session.id, 1, 60.0))
    note(60.0)
    for seconds in (5.0, 10.0):
        journal.remember_checkpoint(HoldCheckpoint(session.id, 2, seconds, bench.later(seconds=5)))
        note(60.0 + seconds)
    shutil.copytree(bench.folder, bench.folder.with_name("cut"))
    journal.close()
    return kept


def places_to_cut(log: bytes) -> list[int]:
    """Every border between frames, and odd places around and inside each."""
    page_bytes = int.from_bytes(log[8:12], "big")
    frame_bytes = FRAME_HEADER_BYTES + page_bytes
    borders = range(HEADER_BYTES, len(log) + 1, frame_bytes)
    around = {border + step for border in borders for step in (-1, 0, 1, FRAME_HEADER_BYTES + 7, 2_048)}
    return sorted({0, 1, HEADER_BYTES - 1} | {place for place in around if place <= len(log)})


@pytest.mark.parametrize("behind", ["nothing", "zeros"])
def test_a_log_that_is_torn_anywhere_leaves_the_last_whole_commit(tmp_path: Path, behind: str) -> None:
    bench = Bench(tmp_path / "data")
    commits = a_hold_in_its_commits(bench)
    cut = tmp_path / "cut"
    database = (cut / "journal.sqlite3").read_bytes()
    log = (cut / "journal.sqlite3-wal").read_bytes()
    assert [commit.log_bytes for commit in commits] == sorted({commit.log_bytes for commit in commits})
    places = places_to_cut(log)
    assert len(places) > 60
    found: set[int] = set()
    for place in places:
        target = tmp_path / "torn" / "journal.sqlite3"
        target.parent.mkdir()
        target.write_bytes(database)
        torn = log[:place] + (bytes(len(log) - place) if behind == "zeros" else b"")
        target.with_name("journal.sqlite3-wal").write_bytes(torn)
        # A zero where a zero was is no loss.
        intact = next((at for at, (a, b) in enumerate(zip(log, torn, strict=False)) if a != b), len(torn))
        whole = max(number for number, commit in enumerate(commits) if commit.log_bytes <= intact)
        assert rows_of(target) == commits[whole].rows, f"cut at {place}"
        assert isinstance(check_file(target), Sound), f"cut at {place}"
        found.add(whole)
        shutil.rmtree(target.parent)
    assert found == set(range(len(commits))), "every commit was the last whole one somewhere"


def test_after_a_torn_log_the_app_offers_what_was_kept_and_no_more(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "data")
    commits = a_hold_in_its_commits(bench)
    cut = tmp_path / "cut"
    log = (cut / "journal.sqlite3-wal").read_bytes()
    for number, commit in enumerate(commits):
        torn = tmp_path / f"torn-{number}"
        shutil.copytree(cut, torn)
        (torn / "journal.sqlite3-wal").write_bytes(log[: commit.log_bytes + 100])
        for leftover in torn.glob("journal.sqlite3-shm"):
            leftover.unlink()
        journal = Bench(torn, when=bench.when).open()
        waiting = journal.recall_unfinished_session()
        held = 0.0
        if waiting is not None:
            held = sum(hold.held_seconds for hold in waiting.story.holds)
            held += 0.0 if waiting.checkpoint is None else waiting.checkpoint.held_seconds
        assert held == commit.held_seconds
        assert (waiting is not None) == (number > 0)
        journal.close()
