"""Evidence that a doubter could sign: ranges around their values, sources with dates, nothing mixed."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.evidence_files import Evidence, read_evidence
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.shelf import Shelf, read_shelf
from acupress_desktop.domain.evidence import (
    Against,
    ComplaintEvidence,
    Effect,
    EffectKind,
    Finding,
    Verified,
)
from acupress_desktop.domain.ids import ComplaintId, PointCode, SourceId

A_GAP = re.compile(r"(?<![\d.])(\d+\.\d+)[^().;]*?[(,]\s*(\d+\.\d+) to (\d+\.\d+)")
"""A figure with its range, as sentences write it: "0.54 points lower (0.10 to 0.97)"."""
POOLED = {"F20", "F39", "F53"}
"""Told in words only: the source puts dummy and usual care into one number, so it is no effect."""


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return read_shelf(asset_root())


@pytest.fixture(scope="module")
def evidence(shelf: Shelf) -> Evidence:
    return shelf.evidence


def every_effect(evidence: Evidence) -> list[tuple[Finding, Effect]]:
    return [(finding, effect) for finding in evidence.findings for effect in finding.effects]


def as_written(effect: Effect) -> tuple[float, float, float]:
    """The three figures as a sentence has them: without signs, the smaller end first."""
    assert effect.low is not None
    assert effect.high is not None
    ends = sorted((abs(effect.low), abs(effect.high)))
    return abs(effect.value), ends[0], ends[1]


def gaps_told(finding: Finding) -> set[tuple[float, float, float]]:
    return {(float(value), float(low), float(high)) for value, low, high in A_GAP.findall(finding.sentence)}


def test_every_range_holds_its_value(evidence: Evidence) -> None:
    bounded = [effect for _finding, effect in every_effect(evidence) if effect.low is not None]
    assert len(bounded) > 20
    for effect in bounded:
        assert effect.low is not None
        assert effect.high is not None
        assert effect.low < effect.value < effect.high


def test_an_effect_without_a_range_is_said_to_have_none(evidence: Evidence) -> None:
    bare = [(finding, effect) for finding, effect in every_effect(evidence) if effect.low is None]
    assert [finding.id for finding, _effect in bare] == ["F48"]
    for finding, effect in bare:
        assert effect.high is None
        assert "no range in what we read" in finding.sentence
        assert "range" in finding.not_verified


def test_every_figure_with_a_range_in_a_sentence_is_an_effect_of_the_row(evidence: Evidence) -> None:
    for finding in evidence.findings:
        effects = {as_written(one) for one in finding.effects if one.low is not None}
        if finding.id in POOLED:
            assert gaps_told(finding)
            assert not effects
        else:
            assert gaps_told(finding) <= effects, finding.id


def test_the_first_effect_of_a_row_stands_in_its_sentence(evidence: Evidence) -> None:
    for finding in evidence.findings:
        if finding.effects:
            first = finding.effects[0]
            assert re.search(
                rf"(?<![\d.]){abs(first.value):.2f}|{abs(first.value):g}(?!\d)", finding.sentence
            )
            if first.low is not None:
                assert as_written(first) in gaps_told(finding), finding.id


def test_figures_of_a_set_s_line_are_those_of_a_finding(shelf: Shelf) -> None:
    known = {as_written(one) for _finding, one in every_effect(shelf.evidence) if one.low is not None}
    told = 0
    for protocol in shelf.protocols:
        for value, low, high in A_GAP.findall(protocol.evidence.text):
            told += 1
            assert (float(value), float(low), float(high)) in known, protocol.id
    assert told >= 8


def test_no_finding_without_a_source_and_a_date(evidence: Evidence) -> None:
    for finding in evidence.findings:
        source = evidence.sources[finding.source]
        assert date(2026, 11, 1) <= source.checked <= date(2026, 11, 25)
        assert source.identifier


def test_dummy_and_usual_care_are_told_apart(evidence: Evidence) -> None:
    against = {effect.against for _finding, effect in every_effect(evidence)}
    assert against == set(Against)
    for finding, effect in every_effect(evidence):
        if effect.against is Against.DUMMY:
            assert finding.sham_controlled, finding.id
            assert "dummy" in finding.sentence, finding.id


def test_a_graded_finding_says_why_and_an_ungraded_one_has_no_gap(evidence: Evidence) -> None:
    for finding in evidence.findings:
        assert bool(finding.grade_why) == (finding.grade is not None), finding.id
        if finding.grade is None:
            assert not finding.effects


def test_what_nobody_looked_up_carries_no_gap(evidence: Evidence) -> None:
    unseen = [finding for finding in evidence.findings if finding.verified is Verified.NOT_VERIFIED]
    assert unseen
    assert all(finding.not_verified and not finding.effects for finding in unseen)


def test_the_impossible_range_of_a_quality_of_life_gain_is_nowhere() -> None:
    text = (asset_root() / "evidence" / "findings.toml").read_text(encoding="utf-8")
    assert "0.003" not in text
    assert "0.01)" not in text


def test_marks_belong_to_one_person_and_are_never_put_on_other_numbers(evidence: Evidence) -> None:
    for mark in evidence.marks:
        assert "within one person" in mark.said
        assert "do not divide" in mark.said
    marked = [effect for _finding, effect in every_effect(evidence) if effect.matters is not None]
    assert {effect.matters_source for effect in marked} == {mark.source for mark in evidence.marks}
    for effect in marked:
        assert effect.kind not in {EffectKind.STANDARDISED, EffectKind.RATIO}
        assert effect.scale in {mark.scale for mark in evidence.marks}


def test_every_complaint_says_what_is_not_known_and_what_is_taught(shelf: Shelf) -> None:
    for protocol in shelf.protocols:
        row = shelf.evidence.complaint(protocol.complaint)
        assert 2 <= len(row.not_known) <= 4, protocol.complaint
        assert row.tradition, protocol.complaint


def test_a_complaint_without_a_row_has_nothing_to_tell(evidence: Evidence) -> None:
    assert evidence.complaint(ComplaintId("elbow")) == ComplaintEvidence(ComplaintId("elbow"), (), ())


def test_every_point_in_use_says_what_is_taught_and_points_out_of_use_say_nothing(shelf: Shelf) -> None:
    used = {
        code
        for protocol in shelf.protocols
        for step in protocol.steps
        for code in (step.point, *(swap.point for swap in step.replacements))
    }
    assert {code for code in used if shelf.evidence.point(code) is not None} == used
    assert shelf.evidence.point(PointCode("LU3")) is None


def test_what_is_taught_is_marked_as_taught(evidence: Evidence) -> None:
    voices = re.compile(r"[Tt]raditional|verse|[Cc]lassical|song|taught|A count of|A list of|lists ")
    said = [one.text for row in evidence.complaints.values() for one in row.tradition]
    said += [one.text for row in evidence.points.values() for one in row.tradition]
    assert [text for text in said if not voices.search(text)] == []


def test_the_studies_of_a_point_are_those_that_pressed_it(evidence: Evidence) -> None:
    wrist = evidence.of_point(PointCode("PC6"))
    assert {"F15", "F17", "F41", "F46"} <= {finding.id for finding in wrist}
    assert evidence.of_point(PointCode("LU3")) == ()


def test_every_source_is_cited_somewhere(shelf: Shelf) -> None:
    told = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("evidence", "protocols", "learn")
        for path in (asset_root() / folder).rglob("*.toml")
        if path.name != "sources.toml"
    )
    assert [source for source in shelf.evidence.sources if f'"{source}"' not in told] == []


def spoilt(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """Copy the evidence, change one place of one file, and return the copy's root."""
    root = tmp_path / "assets"
    shutil.copytree(asset_root() / "evidence", root / "evidence")
    path = root / "evidence" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("findings.toml", "low = -0.97", "low = -0.50", "outside"),
        ("findings.toml", "low = -0.97\n", "", "two ends"),
        ("findings.toml", "value = 0.68", "value = -0.68", "outside"),
        ("findings.toml", 'against = "dummy"', 'against = "hope"', "hope"),
        ("findings.toml", 'kind = "ratio"', 'kind = "percent"', "percent"),
        ("findings.toml", 'mark = "pain-0-10"', 'mark = "nothing"', "no mark 'nothing'"),
        ("findings.toml", 'mark = "pain-0-10"', 'mark = "insomnia-0-28"', "another kind"),
        ("findings.toml", 'points = ["PC6"]', 'points = ["Pc-6"]', "matching regex"),
        ("findings.toml", "studies = 3", "studies = 0", "studies"),
        ("marks.toml", 'source = "farrar-2001"', 'source = "nobody-1999"', "no source 'nobody-1999'"),
        ("complaints.toml", 'source = "gyawali"', 'source = "nobody-1999"', "no source 'nobody-1999'"),
        ("points.toml", 'source = "gyawali"', 'source = "nobody-1999"', "no source 'nobody-1999'"),
        ("points.toml", 'id = "BL23"', 'id = "BL2"', "BL2 occurs twice"),
        ("complaints.toml", "not_known = [", "unknown = [", "unknown"),
    ],
)
def test_a_wrong_row_is_refused_by_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    root = spoilt(tmp_path, file, old, new)
    with pytest.raises(ContentError, match=words) as caught:
        read_evidence(root)
    assert caught.value.file.name == file
    assert caught.value.line is not None


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("findings.toml", 'points = ["PC6"]', 'points = ["PC66"]', "no point 'PC66'"),
        ("findings.toml", 'complaints = ["jaw"]', 'complaints = ["elbow"]', "no complaint 'elbow'"),
        ("points.toml", 'id = "PC6"', 'id = "PC66"', "no point 'PC66'"),
        ("complaints.toml", 'id = "jaw"', 'id = "elbow"', "no complaint 'elbow'"),
    ],
)
def test_a_point_or_complaint_that_exists_nowhere_else_is_refused(
    tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    root = tmp_path / "assets"
    shutil.copytree(asset_root(), root, ignore=shutil.ignore_patterns("*.webp", "*.png", "*.npz", "*.otf"))
    path = root / "evidence" / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=words) as caught:
        read_shelf(root)
    assert caught.value.file.name == file
    assert caught.value.line is not None


def test_every_row_is_read(evidence: Evidence) -> None:
    raw = tomllib.loads((asset_root() / "evidence" / "sources.toml").read_text(encoding="utf-8"))
    assert set(evidence.sources) == {SourceId(row["id"]) for row in raw["sources"]}
