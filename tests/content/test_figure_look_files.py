"""The baked light of the drawn surface: read whole, or refused with its name."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.figure_look_files import read_figure_look
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy.shape import BodyShape
from tests.domain.anatomy import drawn_bodies as bodies

NAME = "figure_look.npz"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "body_maps").mkdir()
    shutil.copy(asset_root() / "body_maps" / NAME, tmp_path / "body_maps" / NAME)
    return tmp_path


def _rewrite(root: Path, **changed: Any) -> None:
    path = root / "body_maps" / NAME
    with np.load(path) as stored:
        arrays = {name: stored[name] for name in stored.files}
    arrays.update(changed)
    np.savez_compressed(path, **{name: value for name, value in arrays.items() if value is not None})


def test_every_value_lies_in_its_bounds() -> None:
    look = bodies.look()
    count = bodies.mesh().vertex_count
    assert look.open_sky.shape == look.relief.shape == (2, 3, count)
    assert 0.0 <= look.open_sky.min() < 0.3
    assert look.open_sky.max() <= 1.0
    assert -1.5 < look.relief.min() < 0.0 < look.relief.max() < 1.5
    assert look.arm_share.min() == 0.0
    assert look.arm_share.max() == pytest.approx(1.0, abs=0.02)
    assert 0 < (look.brow > 0.5).sum() < 600


def test_the_looks_of_thin_and_heavy_are_mixed() -> None:
    thin, average, heavy = (
        bodies.look().at(bodies.model().shaped(BodyShape(0.0, 165.0, weight, 35.0)))[0]
        for weight in (40.0, 62.0, 110.0)
    )
    assert not np.array_equal(thin, heavy)
    between = (average - thin) * (heavy - average)
    assert (between >= -1e-3).mean() > 0.6


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"schema": np.array(2)}, "schema"),
        ({"brow": None}, "brow"),
        ({"brow": np.zeros(5, dtype=np.uint8)}, "another mesh"),
        ({"open_sky": np.zeros((2, 3, 5), dtype=np.uint8)}, "another mesh"),
        ({"weight_knots": np.zeros((2, 3), dtype=np.float32)}, "ascend"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(root: Path, changed: dict[str, Any], said: str) -> None:
    _rewrite(root, **changed)
    with pytest.raises(ContentError, match=said) as refused:
        read_figure_look(root, bodies.mesh())
    assert refused.value.file.name == NAME


@pytest.mark.parametrize("content", [b"", b"no archive at all"])
def test_a_damaged_file_is_refused(root: Path, content: bytes) -> None:
    (root / "body_maps" / NAME).write_bytes(content)
    with pytest.raises(ContentError):
        read_figure_look(root, bodies.mesh())


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_figure_look(tmp_path, bodies.mesh())
