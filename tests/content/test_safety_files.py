"""The safety files: what is refused, and that the refusal names the file, the row and the line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.content.safety_files import SafetyContent, read_safety

ATLAS = read_atlas(asset_root())
REGIONS = read_regions(asset_root(), ATLAS)
PROTOCOLS = read_protocols(asset_root(), ATLAS, read_evidence(asset_root()).sources)
RULE_START = """
[[rules]]
id = "X1"
action = "advise"
sources = ["umn"]
message = "Rest."
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(asset_root() / "safety", tmp_path / "safety")
    return tmp_path


def read(root: Path) -> SafetyContent:
    return read_safety(root, ATLAS, REGIONS, PROTOCOLS)


def refused(root: Path) -> ContentError:
    with pytest.raises(ContentError) as caught:
        read(root)
    return caught.value


def add(root: Path, file: str, text: str) -> int:
    """Append to a file; return the 1-based line on which the new text starts."""
    path = root / "safety" / file
    before = path.read_text(encoding="utf-8")
    path.write_text(before + text, encoding="utf-8")
    return before.count("\n") + 1


def test_the_bundled_files_are_read(root: Path) -> None:
    content = read(root)
    assert len(content.catalogue.rules) > 100
    assert len(content.catalogue.questions) > 80


@pytest.mark.parametrize(
    ("tail", "said"),
    [
        ('when = { question = "no_such" }', "no question 'no_such'"),
        ('when = { question = "today_ill" }', "has options"),
        ('when = { question = "today_ill", is = ["sneezing"] }', "no option 'sneezing'"),
        ('when = { complaint = ["elbow"] }', "no complaint 'elbow'"),
        ('when = { question = "fracture_where", within = ["tail"] }', "no region 'tail'"),
        ("when = {}", "exactly one form"),
        ('when = { age_from = 50, question = "fracture" }', "exactly one form"),
        ('when = { question = "fracture_where", both_hands = true, within = ["hand"] }', "two things"),
        ('when = { everyone = true }\nlimits = [{ block_regions = ["tail"] }]', "no region 'tail'"),
        ('when = { everyone = true }\nlimits = [{ block_points = ["LI99"] }]', "no point 'LI99'"),
        ('when = { everyone = true }\nlimits = [{ block_tapped = "no_such" }]', "no question 'no_such'"),
        ("when = { everyone = true }\nlimits = [{}]", "exactly one form"),
        ("when = { everyone = true }\nlimits = [{ no_tools = true, cap = 3 }]", "exactly one form"),
        ('when = { everyone = true }\nlimits = [{ no_tools = true, regions = ["legs"] }]', "belong to a cap"),
    ],
)
def test_a_row_that_cannot_mean_anything_is_refused_by_name(root: Path, tail: str, said: str) -> None:
    start = add(root, "rules.toml", RULE_START + tail + "\n")
    error = refused(root)
    assert error.file.name == "rules.toml"
    assert error.line == start + 2
    assert error.what.startswith("X1: ")
    assert said in error.what


@pytest.mark.parametrize(
    "tail",
    [
        "when = { everyone = true }\ncolour = 1",
        "when = { everyone = true, colour = 1 }",
        "when = { everyone = true }\nlimits = [{ cap = 11 }]",
        "when = { everyone = true }\nlimits = [{ cap = 0 }]",
        "when = { everyone = true }\nlimits = [{ max_hold_seconds = 301 }]",
        'when = { everyone = true }\nunsure = "perhaps"',
        'when = { everyone = "yes" }',
    ],
)
def test_unknown_keys_and_impossible_values_are_refused(root: Path, tail: str) -> None:
    start = add(root, "rules.toml", RULE_START + tail + "\n")
    error = refused(root)
    assert error.file.name == "rules.toml"
    assert error.line is not None
    assert error.line >= start


def test_an_unknown_action_and_an_unknown_source_are_refused(root: Path) -> None:
    good = RULE_START + "when = { everyone = true }\n"
    add(root, "rules.toml", good.replace('"advise"', '"refer_routine"'))
    assert "no action 'refer_routine'" in refused(root).what


def test_an_unknown_source_is_refused(root: Path) -> None:
    add(root, "rules.toml", (RULE_START + "when = { everyone = true }\n").replace('"umn"', '"nobody"'))
    assert "no source 'nobody'" in refused(root).what


@pytest.mark.parametrize(
    ("file", "table"),
    [("rules.toml", "rules"), ("questions.toml", "questions"), ("complaints.toml", "complaints")],
)
def test_an_id_that_occurs_twice_is_refused(root: Path, file: str, table: str) -> None:
    text = (root / "safety" / file).read_text(encoding="utf-8")
    first = re.search(rf"\[\[{table}\]\]\n(?:[^\[]|\[(?!\[))*", text)
    assert first is not None
    add(root, file, "\n" + first[0])
    error = refused(root)
    assert error.file.name == file
    assert "occurs twice" in error.what


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ('page = "nowhere"', "no page 'nowhere'"),
        ('kind = "choice"', "do not fit"),
        ('complaints = ["elbow"]', "no complaint 'elbow'"),
        ('offered_regions = ["tail"]', "no region 'tail'"),
        ('only_if = { question = "no_such" }', "no question 'no_such'"),
    ],
)
def test_a_question_that_points_nowhere_is_refused(root: Path, change: str, said: str) -> None:
    rows = {
        "id": '"x"',
        "kind": '"region"',
        "asked": '"every_session"',
        "page": '"told"',
        "title": '"X?"',
        "why": '"Y."',
    }
    key, value = change.split(" = ", 1)
    rows[key] = value
    add(root, "questions.toml", "\n[[questions]]\n" + "".join(f"{one} = {rows[one]}\n" for one in rows))
    error = refused(root)
    assert error.file.name == "questions.toml"
    assert error.what.startswith("x: ")
    assert said in error.what


def test_broken_toml_and_a_missing_file_are_refused_in_words(root: Path) -> None:
    start = add(root, "rules.toml", "\n[[rules\n")
    assert refused(root).line == start + 1
    (root / "safety" / "sources.toml").unlink()
    assert refused(root).file.name == "sources.toml"
