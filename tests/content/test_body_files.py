"""The body files are read whole or refused by name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.body_files import BodyFileError, read_body_model, read_body_views

BODY_MAPS = Path(__file__).resolve().parents[2] / "assets" / "body_maps"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in ("body_lod0.npz", "shape_basis.npz", "views.json"):
        shutil.copy(BODY_MAPS / name, tmp_path)
    return tmp_path


def test_every_listed_file_is_there() -> None:
    for figure in read_body_views(BODY_MAPS):
        for view in figure.views:
            for path in (view.picture, view.line_art, view.region_picture, view.evening_picture):
                assert path is None or (BODY_MAPS / path).is_file(), path


def test_no_picture_lies_there_unlisted() -> None:
    listed = {
        path
        for figure in read_body_views(BODY_MAPS)
        for view in figure.views
        for path in (view.picture, view.line_art, view.region_picture, view.evening_picture)
    }
    for folder in ("views", "evening", "regions"):
        for path in (BODY_MAPS / folder).iterdir():
            assert f"{folder}/{path.name}" in listed


@pytest.mark.parametrize("name", ["body_lod0.npz", "shape_basis.npz"])
def test_a_missing_or_damaged_mesh_is_refused_by_name(copied: Path, name: str) -> None:
    (copied / name).write_bytes((copied / name).read_bytes()[:2000])
    with pytest.raises(BodyFileError) as refused:
        read_body_model(copied)
    assert refused.value.path.name == name
    (copied / name).unlink()
    with pytest.raises(BodyFileError):
        read_body_model(copied)


def test_a_mesh_of_another_schema_is_refused(copied: Path) -> None:
    with np.load(copied / "body_lod0.npz") as stored:
        arrays = {key: stored[key] for key in stored.files}
    arrays["schema"] = np.array(99)
    np.savez(copied / "body_lod0.npz", **arrays)
    with pytest.raises(BodyFileError, match="schema"):
        read_body_model(copied)


@pytest.mark.parametrize(
    "change",
    [{"schema": 2}, {"figures": {"x": {"shape": {"sex": 3.0}, "views": []}}}, {"figures": 5}, {"more": 1}],
    ids=str,
)
def test_a_damaged_list_of_pictures_is_refused(copied: Path, change: dict[str, object]) -> None:
    path = copied / "views.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(BodyFileError) as refused:
        read_body_views(copied)
    assert refused.value.path == path
