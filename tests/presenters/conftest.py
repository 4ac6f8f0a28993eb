"""A stage for the tests of the way from home to a plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.presenters.stage_a import Stage, stage


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        yield prepared
