"""The floor program opens a real window on a virtual screen, and the figures made from it are sane."""

from __future__ import annotations

import json
import subprocess

import pytest

from bench.measure import FLOOR, Start, ratios_of, start
from tests.architecture.house import ROOT


@pytest.mark.slow
@pytest.mark.screen
def test_the_bare_window_paints_on_a_real_screen(virtual_screen: dict[str, str]) -> None:
    done = subprocess.run(
        [*FLOOR], cwd=ROOT, env=virtual_screen, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["first_paint_at"] > 0
    assert told["peak_mb"] > 10


@pytest.mark.slow
def test_a_start_is_counted_from_the_spawn() -> None:
    measured = start(FLOOR)
    assert 5 < measured.first_paint_ms < 60_000


def test_one_disturbed_pair_does_not_move_the_figures() -> None:
    calm = (Start(100.0, 50.0), Start(150.0, 80.0))
    disturbed = (Start(100.0, 50.0), Start(900.0, 80.0))
    ratios = ratios_of([calm, disturbed, calm])
    assert (ratios.first_paint, ratios.peak_memory) == (1.5, 1.6)
    assert (ratios.floor_ms, ratios.floor_mb, ratios.pairs) == (100.0, 50.0, 3)
