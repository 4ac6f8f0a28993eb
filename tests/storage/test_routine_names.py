"""The name of a routine outlives it, since sessions of it stay in the journal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.storage.journals import Bench


def test_a_deleted_routine_keeps_the_name_that_it_had_last(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    journal = bench.open()
    routine = bench.routine("first name")
    journal.remember_routine(routine)
    journal.remember_routine(replace(routine, name="last name"))
    journal.remember_routine_deleted(routine.id)
    assert journal.recall_routine(routine.id) is None
    assert journal.recall_routine_name(routine.id) == "last name"
    assert journal.recall_routine_name(bench.key()) is None
    journal.close()
