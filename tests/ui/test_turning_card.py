"""The graphics card and the processor draw the same body."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.architecture.house import ROOT


@pytest.mark.screen
@pytest.mark.slow
def test_card_and_processor_draw_the_same(virtual_screen: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.turning_on_card"],
        cwd=ROOT,
        env={**virtual_screen, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    if not told["context"]:
        pytest.skip("no OpenGL context on the virtual screen; on Debian: apt-get install libgl1-mesa-dri")
    for silhouette, colour, covered in told["views"]:
        assert covered > 5_000
        # Two pixels: where a sample lies exactly on an edge, either may win.
        assert silhouette <= 2
        assert colour <= 8
    # The whole view, where the processor takes sixteen samples a pixel and the card nine.
    silhouette, colour, _covered = told["widget"]
    assert silhouette == 0
    assert colour <= 40
