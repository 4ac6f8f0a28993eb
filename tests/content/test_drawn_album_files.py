"""Pictures that this computer has drawn: used only whole, and only for the body they were drawn from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.drawn_album_files import (
    LIST_FILE,
    drawn_album_name,
    picture_name,
    read_drawn_album,
    written_list,
)
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.album_wish import AlbumWish, wish_of
from acupress_desktop.domain.anatomy.shape import BodyShape, OwnMeasures
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.own_body import OwnBody
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.settings import DrawnBody, Figure, Settings, SkinTone

DARK = AlbumWish(Figure.FEMALE, SkinTone.DARK)


@pytest.fixture(scope="module")
def regions() -> RegionMap:
    root = asset_root()
    return read_regions(root, read_atlas(root))


@pytest.fixture(scope="module")
def baked() -> BodyAlbum:
    return read_album(asset_root(), "figure_f")


@pytest.fixture
def folder(tmp_path: Path, baked: BodyAlbum) -> Path:
    """A whole folder; its pictures are copies of the baked ones."""
    drawn = tmp_path / "drawn"
    for view, picture in baked.pictures.items():
        path = drawn / picture_name(view)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture.file, path)
    (drawn / LIST_FILE).write_bytes(written_list(drawn))
    return drawn


def test_another_tone_has_pictures_of_its_own_and_the_places_of_the_figure(
    folder: Path, baked: BodyAlbum, regions: RegionMap
) -> None:
    found = read_drawn_album(folder, DARK, baked, regions)
    assert found.album.points is baked.points
    assert found.plates is None
    assert {picture.file.is_relative_to(folder) for picture in found.album.pictures.values()} == {True}
    assert found.album.pictures["front"].px_per_mm == baked.pictures["front"].px_per_mm


def test_a_damaged_missing_or_unlisted_picture_makes_all_unusable(
    folder: Path, baked: BodyAlbum, regions: RegionMap
) -> None:
    picture = folder / picture_name("hand_palm")
    whole = picture.read_bytes()
    picture.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(ContentError, match="hand_palm"):
        read_drawn_album(folder, DARK, baked, regions)
    picture.unlink()
    with pytest.raises(ContentError):
        read_drawn_album(folder, DARK, baked, regions)
    (folder / LIST_FILE).write_bytes(written_list(folder))
    with pytest.raises(ContentError, match="every picture"):
        read_drawn_album(folder, DARK, baked, regions)
    (folder / LIST_FILE).unlink()
    with pytest.raises(ContentError):
        read_drawn_album(folder, DARK, baked, regions)


def test_a_list_cannot_lead_out_of_its_folder(folder: Path, baked: BodyAlbum, regions: RegionMap) -> None:
    listed = json.loads((folder / LIST_FILE).read_bytes())
    listed["files"]["../escape"] = [0, 0]
    (folder / LIST_FILE).write_text(json.dumps(listed), encoding="utf-8")
    with pytest.raises(ContentError, match="escape"):
        read_drawn_album(folder, DARK, baked, regions)


def test_the_name_of_a_folder_tells_body_tone_and_data_apart(tmp_path: Path) -> None:
    own = OwnBody(BodyShape(0.3, 170.0, 70.0, 40.0))
    wishes = [
        DARK,
        AlbumWish(Figure.MALE, SkinTone.DARK),
        AlbumWish(Figure.FEMALE, SkinTone.MEDIUM),
        AlbumWish(own, SkinTone.DARK),
        AlbumWish(OwnBody(own.shape, OwnMeasures(hand_mm=180.0)), SkinTone.DARK),
        AlbumWish(OwnBody(BodyShape(0.3, 170.0, 71.0, 40.0)), SkinTone.DARK),
    ]
    names = {drawn_album_name(asset_root(), wish) for wish in wishes}
    assert len(names) == len(wishes)
    shutil.copytree(asset_root() / "atlas", tmp_path / "atlas")
    shutil.copytree(
        asset_root() / "body_maps", tmp_path / "body_maps", ignore=shutil.ignore_patterns("*.webp", "*.svg")
    )
    assert drawn_album_name(tmp_path, DARK) == drawn_album_name(asset_root(), DARK)
    with (tmp_path / "body_maps" / "landmarks.jsonl").open("ab") as stream:
        stream.write(b"\n")
    assert drawn_album_name(tmp_path, DARK) != drawn_album_name(asset_root(), DARK)


def test_the_baked_pictures_do_where_nothing_else_was_asked_for() -> None:
    assert wish_of(Settings(), 2026) is None
    assert wish_of(Settings(drawn_body=DrawnBody.OWN), 2026) is None, "half a body is not drawn"
    assert wish_of(Settings(skin_tone=SkinTone.MEDIUM, figure=Figure.MALE), 2026) == AlbumWish(
        Figure.MALE, SkinTone.MEDIUM
    )
    known = Settings(
        drawn_body=DrawnBody.OWN, own_build_percent=50, own_height_cm=170, own_weight_kg=70, own_age=40
    )
    found = wish_of(known, 2026)
    assert found is not None
    assert found.own
    assert found.tone is SkinTone.LIGHT
