"""The tries on a kitchen scale, on the command line."""

from __future__ import annotations

from datetime import timedelta

from acupress_desktop.domain.pressure import TrialKind
from acupress_desktop.session.clock import SystemClock
from tests.cli.door_calls import Door
from tests.storage.journals import Bench


def test_an_empty_journal_has_no_tries(acupress: Door) -> None:
    told = acupress.json("pressure")
    assert (told["trials"], told["ranges"]) == ([], [])
    assert told["ceilings"] == {"left": None, "right": None}


def test_tries_ranges_and_the_ceiling(acupress: Door) -> None:
    bench = Bench(acupress.folder, when=SystemClock().now() - timedelta(days=3))
    journal = bench.open()
    for grams in (900, 1200, 1050):
        journal.remember_pressure_trial(bench.pressure_trial(3, grams))
        bench.later(seconds=20)
    for grams in (1700, 1900):
        journal.remember_pressure_trial(bench.pressure_trial(5, grams))
        bench.later(seconds=20)
    journal.remember_pressure_trial(bench.pressure_trial(6, None, TrialKind.CEILING))
    gone = bench.pressure_trial(3, 9)
    journal.remember_pressure_trial(gone)
    journal.remember_pressure_trials_deleted((gone.id,))
    journal.close()
    told = acupress.json("pressure")
    assert [trial["grams"] for trial in told["trials"]] == [900, 1200, 1050, 1700, 1900, None]
    (found,) = told["ranges"]
    assert (found["felt_pressure"], found["low_grams"], found["high_grams"]) == (3, 900, 1200)
    assert (found["tries"], found["middle_grams"]) == (3, None)
    assert told["ceilings"]["left"]["felt_pressure"] == 6
    lines = acupress("pressure").out.splitlines()
    assert any("not weighed" in line for line in lines)
    assert lines[-1] == "6 tries. Felt pressure is what counts; grams are no target."
