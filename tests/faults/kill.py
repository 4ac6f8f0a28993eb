"""Kills a writing app at random moments: what it said was saved must be there, and nothing in part.

``PYTHONPATH=src:. python -m tests.faults.kill --n 10000 --seed 1``
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from random import Random

from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.ports import DayRange, HoldCheckpoint
from acupress_desktop.storage.verify import Sound, check_file
from tests.faults.forked import Ack, Child
from tests.storage.journals import Bench


def write_on(bench: Bench, ack: Ack) -> None:
    """Save entries, sessions, holds and checkpoints for ever; say the key of each once it is saved."""
    journal = bench.open()
    while True:
        entry = bench.check_in(5, note="x" * 200)
        journal.remember_check_in(entry)
        ack(f"check_in {entry.id}")
        session = bench.session()
        journal.remember_session_opened(session, (bench.rating(session.id, 6),))
        ack(f"session {session.id}")
        for order in range(1, 4):
            bench.later(seconds=5)
            journal.remember_checkpoint(HoldCheckpoint(session.id, order, 5.0, bench.now()))
            hold = bench.hold(session.id, order)
            journal.remember_hold(hold)
            ack(f"hold {session.id} {hold.id}")
        journal.remember_session_closed(session.id, end=SessionEnd.COMPLETED, ended=bench.now())
        bench.later(minutes=1)


def one_kill(folder: Path, chance: Random, round_number: int) -> int:
    """Kill one writer and check what it left; returns how many saves it had said."""
    bench = Bench(folder, chance=Random(chance.random()))  # noqa: S311 - repeatable, not secret
    bench.later(days=round_number)
    child = Child(lambda ack: write_on(bench, ack))
    child.hear(chance.randrange(60), 5)
    # Between two lines the child is somewhere inside a write; wait a part of one.
    child.hear(1_000_000, chance.random() * 0.004)
    said = child.kill().lines
    checker = Bench(folder, when=bench.when, chance=Random(chance.random()))  # noqa: S311 - the same
    checker.later(hours=6)
    journal = checker.open()
    verdict = check_file(folder / "journal.sqlite3")
    assert isinstance(verdict, Sound), verdict
    day = bench.now().local_date
    kept = {
        each.record.id: each.record
        for each in journal.recall_check_ins(DayRange(day, checker.now().local_date))
    }
    stories = {
        str(story.session.id): story
        for story in journal.recall_stories(DayRange(day, checker.now().local_date))
    }
    for line in said:
        kind, *keys = line.split()
        if kind == "check_in":
            assert keys[0] in kept, f"lost {line}"
        elif kind == "session":
            assert keys[0] in stories, f"lost {line}"
        else:
            assert keys[1] in {hold.id for hold in stories[keys[0]].holds}, f"lost {line}"
    assert all(len(record.pains) == 1 for record in kept.values()), "an entry without its report"
    assert all(len(story.ratings) == 1 for story in stories.values()), "a session without its rating"
    unfinished = journal.recall_unfinished_session()
    if unfinished is not None:
        journal.remember_session_closed(
            unfinished.story.session.id, end=SessionEnd.EXPIRED, ended=checker.now()
        )
    assert journal.recall_unfinished_session() is None
    journal.close()
    return len(said)


def kills(count: int, seed: int) -> int:
    """Kill ``count`` writers one after another on one journal; returns the saves that were said."""
    chance = Random(seed)  # noqa: S311 - repeatable, not secret
    said = 0
    with tempfile.TemporaryDirectory() as place:
        for number in range(count):
            # A fresh folder every 50 rounds keeps the checks short.
            said += one_kill(Path(place) / f"data-{number // 50}", chance, number % 50)
    return said


def main() -> int:
    """Kill as often as asked and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    said = kills(asked.n, asked.seed)
    print(f"{asked.n} kills, {said} saves acknowledged, 0 lost, 0 in part")  # noqa: T201 - a script
    return 0


if __name__ == "__main__":
    sys.exit(main())
