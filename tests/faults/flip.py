"""Flips single bits and cuts the file: every change that a person could see must be found.

``PYTHONPATH=src:. python -m tests.faults.flip --n 1000 --seed 1``
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random

from acupress_desktop.domain.ports import ArchiveRow
from acupress_desktop.storage.verify import Sound, check_file
from tests.storage.journals import Bench


@dataclass(frozen=True, slots=True)
class Flips:
    """How many flips were found, and how many hit bytes that hold nothing."""

    found: int
    harmless: int


def rows_of(path: Path) -> list[tuple[object, ...]]:
    """Every row of every table, read without the app."""
    connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        queries = [f"SELECT * FROM {name} ORDER BY 1" for (name,) in found]  # noqa: S608 - our own file
        return [row for query in queries for row in connection.execute(query)]
    finally:
        connection.close()


def filled(folder: Path) -> Path:
    """A journal with a few dozen rows; returns its file."""
    bench = Bench(folder)
    journal = bench.open()
    for number in range(12):
        journal.remember_check_in(bench.check_in(number % 11, note=f"entry {number} " * 20))
        session = bench.session()
        journal.remember_session_opened(session, (bench.rating(session.id, 6),))
        journal.remember_hold(bench.hold(session.id))
        bench.later(hours=7)
    rows: list[ArchiveRow] = list(journal.recall_archive())
    assert rows
    journal.close()
    return folder / "journal.sqlite3"


def flips(count: int, seed: int) -> Flips:
    """Flip ``count`` bits, one at a time; raises ``AssertionError`` for a change that nobody would notice."""
    chance = Random(seed)  # noqa: S311 - repeatable, not secret
    found = harmless = 0
    with tempfile.TemporaryDirectory() as place:
        path = filled(Path(place) / "data")
        whole = path.read_bytes()
        rows = rows_of(path)
        target = Path(place) / "flipped.sqlite3"
        for _ in range(count):
            at, bit = chance.randrange(len(whole)), chance.randrange(8)
            changed = bytearray(whole)
            changed[at] ^= 1 << bit
            target.write_bytes(changed)
            if isinstance(check_file(target), Sound):
                assert rows_of(target) == rows, f"bit {bit} of byte {at} changed a row in silence"
                harmless += 1
            else:
                found += 1
    return Flips(found, harmless)


def cuts(step: int) -> int:
    """Cut the file at every ``step`` bytes; returns how many cuts were found, which is all of them."""
    found = 0
    with tempfile.TemporaryDirectory() as place:
        path = filled(Path(place) / "data")
        whole = path.read_bytes()
        target = Path(place) / "cut.sqlite3"
        for length in range(step, len(whole), step):
            target.write_bytes(whole[:length])
            assert not isinstance(check_file(target), Sound), f"cut at {length} went unnoticed"
            found += 1
    return found


def main() -> int:
    """Flip and cut as often as asked and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    told = flips(asked.n, asked.seed)
    cut = cuts(512)
    print(f"{asked.n} flips: {told.found} found, {told.harmless} in unused bytes, 0 silent; {cut} cuts found")  # noqa: T201 - a script
    return 0


if __name__ == "__main__":
    sys.exit(main())
