"""The hazard log holds in both directions: what it names exists, and what protects is named in it."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.hazard_files import read_hazards
from acupress_desktop.domain.safety.hazards import Hazard, HazardLog, Signed
from acupress_desktop.domain.safety.rules import ActionKind
from tests.domain.safety.world import catalogue, content

ROOT = Path(__file__).resolve().parents[3]
FOLDER = Path(__file__).parent
CORE = ("test_laws.py", "test_screen.py", "test_table.py", "test_ticks.py", "test_today_product.py")
"""Files in which every test is a proof, but for those named in ``ABOUT_FORM``."""
ABOUT_FORM = {
    "test_screen.py::test_a_healthy_person_may_hold_a_breath_and_two_reasons_are_both_named": (
        "that nobody is held back for nothing"
    ),
    "test_screen.py::test_only_noes_give_leave_without_limits": "that nobody is held back for nothing",
    "test_screen.py::test_not_sure_about_a_limit_means_tell_your_clinician_and_press_softly": "a ruling",
    "test_screen.py::test_a_ticked_reminder_goes_and_its_limits_stay": "kindness",
    "test_screen.py::test_a_ticked_advice_without_limits_goes": "kindness",
    "test_table.py::test_complaints_are_the_sixteen_and_the_two_without_a_set": "the list of complaints",
    "test_table.py::test_every_question_is_used_and_has_words": "words",
    "test_table.py::test_blocks_with_places_say_why": "words",
    "test_table.py::test_the_caps_and_limits_of_a_row_are_those_of_the_source": "every row at once",
    "test_table.py::test_every_row_ends_as_the_source_says": "every row at once",
    "test_table.py::test_every_single_risky_answer_changes_the_result_and_keeps_study_points_out": "every",
}
SUPPORT = {
    "test_hazards.py": "this file",
    "test_sentences.py": "words",
    "test_plain.py": "reading of files",
}
"""Files of tests that need not be named: they are about form."""
RESTRICTIVE = (
    ActionKind.EMERGENCY,
    ActionKind.REFER,
    ActionKind.BLOCK_SESSION,
    ActionKind.SEE,
    ActionKind.LIMIT,
    ActionKind.STOP,
)
AT_LEAST = {
    *("missed", "too late", "wrong side", "wrong point", "hurts an artery", "clot", "bruise", "bone"),
    *("skin infection", "nerve", "does not feel", "pregnancy", "device", "fainting", "too hard"),
    *("medicines are changed", "child", "crisis", "clicked through", "old answer", "damaged answer"),
    *("trend", "evidence is misread", "somebody else", "drowsy", "fall", "at the wheel", "lymph", "tumour"),
    *("eye", "belly", "journal"),
}
"""Words of the harms that the log must speak of at the least."""


@cache
def log() -> HazardLog:
    rules = [*(rule.id for rule in catalogue().rules), *(row.id for row in content().watch.rows)]
    return read_hazards(asset_root(), rules, [source.id for source in catalogue().sources])


@cache
def functions_of(file: str) -> frozenset[str]:
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def proofs() -> Iterator[tuple[Hazard, str]]:
    for hazard in log().hazards:
        for test in hazard.tests:
            yield hazard, test


@pytest.mark.parametrize("words", sorted(AT_LEAST))
def test_the_log_speaks_of_every_harm_that_was_thought_of(words: str) -> None:
    assert any(words in hazard.harm.lower() for hazard in log().hazards), words


def test_every_test_that_the_log_names_exists() -> None:
    missing = [
        f"{hazard.id}: {test}"
        for hazard, test in proofs()
        if test.partition("::")[2] not in functions_of(test.partition("::")[0])
    ]
    assert not missing, "\n".join(missing)


def test_every_row_of_the_table_and_of_the_watch_stands_against_a_hazard() -> None:
    named = {rule for hazard in log().hazards for rule in hazard.rules}
    restrictive = {rule.id for rule in catalogue().rules if rule.limits or rule.action.kind in RESTRICTIVE}
    every = {rule.id for rule in catalogue().rules} | {row.id for row in content().watch.rows}
    assert restrictive <= every
    assert not every - named, "name these rows in assets/safety/hazards.toml"


def test_every_control_is_where_the_log_says() -> None:
    for control in log().controls:
        assert (ROOT / control.where).is_file(), control.id


def test_every_proof_of_the_screen_is_named_or_said_to_be_about_form() -> None:
    named = {test.removeprefix("tests/domain/safety/") for _, test in proofs()}
    found = {
        f"{file}::{name}"
        for file in CORE
        for name in functions_of(f"tests/domain/safety/{file}")
        if name.startswith("test_")
    }
    assert set(ABOUT_FORM) <= found, "what is about form has gone"
    assert not found & named & set(ABOUT_FORM), "named as a proof and as form"
    assert not found - named - set(ABOUT_FORM), "name these in assets/safety/hazards.toml"


def test_every_file_of_tests_about_safety_proves_something() -> None:
    files = {path.name for path in FOLDER.glob("test_*.py")}
    named = {test.partition("::")[0].rpartition("/")[2] for _, test in proofs()}
    assert not files - named - set(SUPPORT), "name a test of these in assets/safety/hazards.toml"


def test_every_hazard_says_what_is_left_in_a_whole_sentence() -> None:
    for hazard in log().hazards:
        assert hazard.rules or hazard.controls, hazard.id
        for text in (hazard.harm, hazard.cause, hazard.left):
            assert text.endswith("."), hazard.id
            assert len(text.split()) >= 3, hazard.id


def test_nobody_has_signed_it() -> None:
    assert log().signed is Signed.BY_NOBODY


def test_what_bears_on_a_rule_or_a_control_is_found() -> None:
    assert [hazard.id for hazard in log().about("L10")] == ["H28"]
    assert "H05" in [hazard.id for hazard in log().about("atlas.never_codes")]
    assert [hazard.id for hazard in log().about("H01")] == ["H01"]
    assert log().about("H99") == ()


def test_the_page_on_pressing_safely_says_where_not_to_press() -> None:
    page = asset_root() / "learn" / "pages" / "11_pressing_safely.toml"
    blocks = tomllib.loads(page.read_text(encoding="utf-8"))["blocks"]
    said = " ".join(str(block.get("text", "")) for block in blocks)
    assert "driving" in said
    assert "standing" in said
