from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.door_calls import Door


@pytest.fixture
def acupress(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Door:
    return Door(tmp_path / "data", capsys)
