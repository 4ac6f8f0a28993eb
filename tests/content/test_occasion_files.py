"""The occasions as they are written, and what happens when the file is not right."""

from __future__ import annotations

from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.occasion_files import read_occasions
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.protocols import Protocol


@pytest.fixture(scope="module")
def sets() -> tuple[Protocol, ...]:
    root = asset_root()
    return read_protocols(root, read_atlas(root), read_evidence(root).sources)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "protocols").mkdir()
    there = (asset_root() / "protocols" / "occasions.toml").read_text(encoding="utf-8")
    (tmp_path / "protocols" / "occasions.toml").write_text(there, encoding="utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "protocols" / "occasions.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_file_is_no_set(sets: tuple[Protocol, ...]) -> None:
    assert len(sets) == 16
    assert len(read_occasions(asset_root(), sets)) >= 7


@pytest.mark.parametrize(
    ("occasion", "said"),
    [
        ("before_exercise", "Do not press or exercise while something hurts sharply"),
        ("after_exercise", "Leave out any place that is bruised, swollen or hot."),
        ("flare_up", "do not press: get medical help."),
    ],
)
def test_exercise_and_a_bad_day_say_when_not_to_press(
    sets: tuple[Protocol, ...], occasion: str, said: str
) -> None:
    (found,) = [each for each in read_occasions(asset_root(), sets) if each.id == occasion]
    assert said in " ".join(found.advice)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "desk"', 'id = "low_energy"', "low_energy occurs twice"),
        ('protocols = ["P11"]', 'protocols = ["P99"]', "no set 'P99'"),
        ('protocols = ["P11"]', 'protocols = ["P14"]', "P14 is not offered"),
        ('points = ["LI4", "GB20"]', 'points = ["LI4", "ST36"]', "none of the sets has ST36"),
        ('points = ["LI4", "GB20"]', 'points = ["LI4", "LI4"]', "LI4 occurs twice"),
        ('protocols = ["P01", "P05", "P06"]', 'protocols = ["P01", "P15"]', "P15 has none of these points"),
        ('protocols = ["P01", "P05", "P06"]\n', "", "points need the sets that have them"),
        ("out_seconds = 7.2", "out_seconds = 2.0", "desk|breaths_per_minute|out_seconds"),
        ("hold_seconds_max = 25", "hold_seconds_max = 5", "hold_seconds_max"),
        ("felt_pressure_max = 4", "felt_pressure_max = 11", "felt_pressure_max"),
        ('place = "away_from_sore"', 'place = "here"', "place"),
        ('voice = "brief"', 'voice = "loud"', "voice"),
        ("points_max = 3", "points_most = 3", "points_most"),
    ],
)
def test_a_wrong_value_is_refused_with_name_and_line(
    folder: Path, sets: tuple[Protocol, ...], old: str, new: str, said: str
) -> None:
    change(folder, old, new)
    with pytest.raises(ContentError, match=said) as refused:
        read_occasions(folder, sets)
    assert str(refused.value).startswith("occasions.toml, line ") or new == ""
    assert refused.value.file.name == "occasions.toml"


def test_without_the_one_that_the_home_page_offers_the_file_is_refused(
    folder: Path, sets: tuple[Protocol, ...]
) -> None:
    change(folder, 'id = "low_energy"', 'id = "tired_day"')
    with pytest.raises(ContentError, match="there is no low_energy"):
        read_occasions(folder, sets)
