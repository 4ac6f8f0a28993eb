"""The sixteen sets as they are written, and what happens when a file is not right."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import Evidence, read_evidence
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.atlas import Atlas, Pressability
from acupress_desktop.domain.evidence import Grade, Verified
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.domain.protocols import READY_SECONDS, Protocol, StepSides, Technique


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(asset_root())


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return read_evidence(asset_root())


@pytest.fixture(scope="module")
def protocols(atlas: Atlas, evidence: Evidence) -> dict[str, Protocol]:
    return {protocol.id: protocol for protocol in read_protocols(asset_root(), atlas, evidence.sources)}


# As decided: "P02 B180" is 180 s on both sides; pressures in brackets.
TABLE = {
    "P01": "LI4 B60(5) LI10 B60(5) GB21 B60(5) SI14 B60(5) GB20 B60(3)",
    "P02": "EX-HN3 M180(3) X-ANMIAN B180(3) HT7 B180(4) SP6 B180(4) LR3 B180(4)",
    "P03": "GV20 M180(5) CV6 M180(2) LI4 B180(5) ST36 B180(5) SP6 B180(5) KI3 B180(4)",
    "P04": "BL23 B60(3) GB34 B60(4) ST36 B60(4) KI3 B60(4)",
    "P05": "LI4 B60(4) EX-HN5 B60(3) BL2 B60(3) GB20 B60(3) GV20 M60(4)",
    "P06": "PC6 B180(3) LI4 B60(3) GB20 B60(3)",
    "P07": "SP6 B60(5) LR3 B60(4) LI4 B60(5)",
    "P08": "ST6 B50(3) ST7 B50(3) EX-HN5 B50(3) LI4 B50(5)",
    "P09": "SP10 P60(4) ST34 P60(4) EX-LE2 P60(4) ST35 P60(4) SP9 P60(4) GB34 P60(4) ST36 P60(4)",
    "P10": "TE5 B60(3) LI11 B60(3) PC6 B60(3) ST36 B60(3) SP9 B60(3)",
    "P11": "ST34 B50(3) GB34 B50(3) ST36 B50(3) BL57 B50(3)",
    "P12": "GV20 M60(4) GB20 B60(3) PC6 B60(4) HT7 B60(4) CV12 M60(2) KI1 B60(4)",
    "P13": "EX-HN3 M120(3) HT7 B60(3) PC6 B60(3) GV20 M60(3)",
    "P14": "EX-HN3 M180(3) X-ANMIAN B180(3) HT7 B180(4) SP6 B180(4) LR3 B180(4)",
    "P15": "PC6 B150(4)",
    "P16": "EX-HN3 M60(3) PC6 B60(3) HT7 B60(3)",
}
LETTER = {StepSides.BOTH: "B", StepSides.MIDLINE: "M", StepSides.PAINFUL_SIDE: "P"}
MINUTES = {
    "P01": 11, "P02": 28, "P03": 31, "P04": 9, "P05": 10, "P06": 11, "P07": 7, "P08": 8, "P09": 8,
    "P11": 8, "P12": 11, "P13": 8, "P14": 28, "P15": 6, "P16": 6,
}  # fmt: skip
SHORT_MINUTES = {"P02": 15, "P03": 16}


def _minutes(protocol: Protocol, *, short: bool = False) -> int:
    sites = 0
    seconds = 0
    for step in protocol.steps:
        count = 2 if step.sides is StepSides.BOTH else 1
        sites += count
        seconds += count * ((step.short_hold_seconds if short else None) or step.hold_seconds)
    return math.ceil((seconds + READY_SECONDS * (sites - 1)) / 60)


def test_the_sets_are_those_of_the_table(protocols: dict[str, Protocol]) -> None:
    written = {
        name: " ".join(
            f"{step.point} {LETTER[step.sides]}{step.hold_seconds}({step.felt_pressure})"
            for step in protocol.steps
        )
        for name, protocol in protocols.items()
    }
    assert written == TABLE


@pytest.mark.parametrize("name", sorted(MINUTES))
def test_minutes_are_those_of_the_table(protocols: dict[str, Protocol], name: str) -> None:
    assert _minutes(protocols[name]) == MINUTES[name]


@pytest.mark.parametrize("name", sorted(SHORT_MINUTES))
def test_minutes_of_the_short_form(protocols: dict[str, Protocol], name: str) -> None:
    assert protocols[name].has_short_form
    assert _minutes(protocols[name], short=True) == SHORT_MINUTES[name]


def test_only_the_set_after_cancer_is_not_offered(protocols: dict[str, Protocol]) -> None:
    not_offered = [protocol for protocol in protocols.values() if not protocol.offered]
    assert [protocol.id for protocol in not_offered] == ["P14"]
    assert not_offered[0].not_offered_because
    assert not_offered[0].evidence.grade is Grade.MODERATE


def test_thirty_one_points_are_pressed_and_none_of_them_is_for_study_only(
    protocols: dict[str, Protocol], atlas: Atlas
) -> None:
    used = {step.point for protocol in protocols.values() for step in protocol.steps}
    swaps = {
        swap.point for protocol in protocols.values() for step in protocol.steps for swap in step.replacements
    }
    assert len(used) == 31
    assert swaps <= used
    assert {atlas[code].pressability for code in used} <= {Pressability.YES, Pressability.LIGHT_ONLY}


def test_nobody_is_told_more_than_twice_a_day(protocols: dict[str, Protocol]) -> None:
    assert {protocol.frequency.times_per_day for protocol in protocols.values()} == {1, 2}
    assert protocols["P06"].frequency.times_per_day == 2


def test_belly_points_are_pressed_with_flat_fingers(protocols: dict[str, Protocol], atlas: Atlas) -> None:
    belly = [
        step
        for protocol in protocols.values()
        for step in protocol.steps
        if atlas[step.point].region.startswith("abdomen")
    ]
    assert belly
    assert all(step.technique is Technique.FLAT_FINGERS and step.felt_pressure == 2 for step in belly)


def test_nothing_beside_the_eye_or_the_neck_stands_in_for_a_point_there(
    protocols: dict[str, Protocol], atlas: Atlas
) -> None:
    beside_the_eye = {"face-brow", "face-eye", "forehead", "head-temple"}
    neck = {"neck-anterior", "neck-posterior"}
    checked = 0
    for step in (step for protocol in protocols.values() for step in protocol.steps):
        region = atlas[step.point].region
        near = beside_the_eye if region in ("face-brow", "face-eye") else neck if region in neck else set()
        checked += bool(near and step.replacements)
        assert not {atlas[swap.point].region for swap in step.replacements} & near, step.point
        assert not {atlas[swap.point].region for swap in step.replacements} & neck, step.point
    assert checked >= 5


def test_the_first_session_presses_the_calm_set_wrists_first(protocols: dict[str, Protocol]) -> None:
    assert protocols["P16"].first_session_order == ("PC6", "HT7", "EX-HN3")
    assert all(not step.replacements for step in protocols["P16"].steps)


def test_every_evidence_line_names_people_or_says_that_there_is_no_trial(
    protocols: dict[str, Protocol],
) -> None:
    for protocol in protocols.values():
        text = protocol.evidence.text
        assert any(sign.isdigit() for sign in text) or "no trial" in text, protocol.id
        assert protocol.evidence.sources or "no trial" in text, protocol.id


def test_every_source_of_an_evidence_line_has_been_read(
    protocols: dict[str, Protocol], evidence: Evidence
) -> None:
    for protocol in protocols.values():
        for source in protocol.evidence.sources:
            assert evidence.sources[source].verified is Verified.READ


def test_findings_are_fifty_seven_and_bear_on_known_complaints(
    evidence: Evidence, protocols: dict[str, Protocol]
) -> None:
    assert len(evidence.findings) == 57
    assert "F10" not in {finding.id for finding in evidence.findings}
    known = {protocol.complaint for protocol in protocols.values()}
    assert {complaint for finding in evidence.findings for complaint in finding.complaints} <= known
    assert evidence.about(ComplaintId("knee"))


def test_a_finding_without_a_seen_result_is_marked(evidence: Evidence) -> None:
    unseen = [finding for finding in evidence.findings if finding.verified is Verified.NOT_VERIFIED]
    assert {finding.id for finding in unseen} == {"F26", "F56"}
    assert all("not seen" in finding.sentence for finding in unseen)


def _spoilt(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """Copy the assets, change one place of one file, and return the copy's root."""
    root = tmp_path / "assets"
    for folder in ("atlas", "protocols", "evidence"):
        shutil.copytree(asset_root() / folder, root / folder)
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("hold_seconds = 60", "hold_secs = 60", "hold_secs"),
        ("hold_seconds = 60", "hold_seconds = 301", "300"),
        ("hold_seconds = 60", 'hold_seconds = "60"', "int"),
        ("felt_pressure = 3", "felt_pressure = 4", "limit of 3"),
        ('point = "GB21"', 'point = "GB99"', "no point 'GB99'"),
        ('point = "GB20"', 'point = "ST9"', "'never'"),
        ('sides = "both"', 'sides = "midline"', "both sides"),
        ('sources = ["matsubara-2011"]', 'sources = ["nobody-1999"]', "nobody-1999"),
        ("offered = true", "offered = false", "not_offered_because"),
        ('grade = "very_low"', 'grade = "high"', "high"),
        ("times_per_day = 1", "times_per_day = 3", "2"),
    ],
)
def test_a_wrong_set_is_refused_by_file_and_line(
    tmp_path: Path, atlas: Atlas, evidence: Evidence, old: str, new: str, words: str
) -> None:
    root = _spoilt(tmp_path, "protocols/neck_shoulder.toml", old, new)
    with pytest.raises(ContentError) as caught:
        read_protocols(root, atlas, evidence.sources)
    lines = (root / "protocols/neck_shoulder.toml").read_text(encoding="utf-8").splitlines()
    assert caught.value.file.name == "neck_shoulder.toml"
    assert caught.value.line == next(at for at, line in enumerate(lines, start=1) if new in line)
    assert words in str(caught.value)


def test_one_id_in_two_files_is_refused(tmp_path: Path, atlas: Atlas, evidence: Evidence) -> None:
    root = _spoilt(tmp_path, "protocols/sleep.toml", 'id = "P12"', 'id = "P01"')
    with pytest.raises(ContentError, match="P01 occurs twice"):
        read_protocols(root, atlas, evidence.sources)


def test_an_empty_folder_is_refused(tmp_path: Path, atlas: Atlas, evidence: Evidence) -> None:
    (tmp_path / "protocols").mkdir()
    with pytest.raises(ContentError, match="no protocol file"):
        read_protocols(tmp_path, atlas, evidence.sources)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('source = "murphy-2019"', 'source = "nobody-1999"', "no source 'nobody-1999'"),
        ('id = "F02"', 'id = "F01"', "F01 occurs twice"),
        ("people = 67", "people = 0", "people"),
        ('comparator = "usual care"', 'comparator = ""', "comparator"),
    ],
)
def test_a_wrong_finding_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    root = _spoilt(tmp_path, "evidence/findings.toml", old, new)
    with pytest.raises(ContentError, match=words) as caught:
        read_evidence(root)
    assert caught.value.line is not None


def test_a_code_is_a_point_of_the_atlas(atlas: Atlas) -> None:
    assert PointCode("X-ANMIAN") in atlas
