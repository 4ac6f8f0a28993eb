"""The hazard log's file: what is refused, and that the refusal names the file and the row."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.hazard_files import read_hazards
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.ids import RuleId, SourceId

RULES = [RuleId("L01")]
SOURCES = [SourceId("umn")]
SMALL = """
[[hazards]]
id = "H01"
harm = "A bruise."
cause = "Too hard."
controls = ["L01", "plan.softer"]
tests = ["tests/domain/test_plans.py::test_no_tools_means_no_fists"]
left = "Nothing measures the finger."
sources = ["umn"]

[[controls]]
id = "plan.softer"
what = "It is pressed more softly."
where = "src/acupress_desktop/domain/plans.py"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "safety").mkdir()
    return tmp_path


def write(root: Path, text: str) -> None:
    (root / "safety" / "hazards.toml").write_text(text, encoding="utf-8")


def test_rules_and_other_controls_are_told_apart(root: Path) -> None:
    write(root, SMALL)
    (hazard,) = read_hazards(root, RULES, SOURCES).hazards
    assert (hazard.rules, hazard.controls) == (("L01",), ("plan.softer",))
    assert read_hazards(root, RULES, SOURCES).control("plan.softer").what == "It is pressed more softly."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "H01"', 'id = "H02"', "in order"),
        ('"L01", ', '"L01", "L01", ', "twice"),
        ('"L01", ', '"L99", ', "no rule and no control 'L99'"),
        ('"plan.softer"]', '"plan.harder"]', "no rule and no control 'plan.harder'"),
        (', "plan.softer"]', "]", "stands against no hazard"),
        ('["umn"]', '["nobody"]', "no source 'nobody'"),
        ("::test_no_tools_means_no_fists", "", "tests"),
        ('left = "Nothing measures the finger."', 'left = ""', "left"),
        ('harm = "A bruise."', 'harm = "A bruise."\ncolour = 1', "colour"),
    ],
)
def test_a_row_that_does_not_hold_is_refused(root: Path, old: str, new: str, said: str) -> None:
    assert old in SMALL
    write(root, SMALL.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        read_hazards(root, RULES, SOURCES)
    assert caught.value.file.name == "hazards.toml"
    assert said in caught.value.what


def test_a_control_that_stands_twice_and_a_missing_file_are_refused(root: Path) -> None:
    with pytest.raises(ContentError):
        read_hazards(root, RULES, SOURCES)
    write(root, SMALL + SMALL[SMALL.index("[[controls]]") :])
    with pytest.raises(ContentError, match="control occurs twice"):
        read_hazards(root, RULES, SOURCES)


def test_the_log_travels_with_the_app(tmp_path: Path) -> None:
    shutil.copytree(asset_root() / "safety", tmp_path / "safety")
    with pytest.raises(ContentError, match="no rule and no control"):
        read_hazards(tmp_path, RULES, SOURCES)
