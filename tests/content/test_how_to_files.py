"""Instructions of every point: complete, plain, true to the rule, and nothing pressed that must not be."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.atlas import Atlas, Pressability
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode

STEP_CHARACTERS = 160
CAPTION_CHARACTERS = 85
WORDS_A_SENTENCE = 15
BODY_LATIN = re.compile(
    r"\b(medial|lateral|proximal|distal|anterior|posterior|caudal|cranial|malleol\w+|olecranon|epicondyle"
    r"|metacarp\w+|metatars\w+|phalan\w+|patella\w*|tibia\w*|fibula\w*|scapula\w*|clavicle|popliteal"
    r"|umbilicus|symphysis|acromion|styloid|spinous|B-cun|cun)\b",
    re.IGNORECASE,
)
PRESSING = re.compile(r"\b(press|pressing|massage|rub|knead)\b", re.IGNORECASE)
FINGERS = {
    0.5: "half a thumb-width",
    1.0: "one thumb-width",
    1.5: "two finger-widths",
    2.0: "three finger-widths",
    3.0: "four finger-widths",
}


@cache
def atlas() -> Atlas:
    return read_atlas(asset_root())


@cache
def how_to() -> dict[PointCode, HowTo]:
    return read_how_to(asset_root(), atlas())


def test_every_point_can_be_looked_up_in_words() -> None:
    assert {point.code for point in atlas()} == set(how_to())


def test_the_words_are_short_and_plain() -> None:
    for code, how in how_to().items():
        assert len(how.caption) <= CAPTION_CHARACTERS, code
        assert how.caption.endswith("."), code
        for sentence in (*how.steps, how.caption, how.press_with, how.posture):
            assert len(sentence) <= STEP_CHARACTERS, (code, sentence)
            assert not BODY_LATIN.search(sentence), (code, sentence)


def test_sentences_are_as_long_as_a_tired_reader_takes_in() -> None:
    sentences = [
        sentence
        for how in how_to().values()
        for step in how.steps
        for sentence in re.split(r"(?<=[.!?:;])\s+", step)
    ]
    lengths = sorted(len(sentence.split()) for sentence in sentences)
    assert sum(lengths) / len(lengths) <= WORDS_A_SENTENCE
    assert lengths[int(0.98 * len(lengths))] <= 2 * WORDS_A_SENTENCE


def test_a_point_of_study_speaks_of_no_pressing() -> None:
    for point in atlas():
        if point.pressability is Pressability.NEVER and point.code in how_to():
            how = how_to()[point.code]
            assert not PRESSING.search(" ".join((*how.steps, how.caption))), point.code


def test_a_point_near_a_pulse_is_capped_and_says_to_move_beside_the_beat() -> None:
    near = [
        point
        for point in atlas()
        if point.pressability is Pressability.YES and "beat" in " ".join(how_to()[point.code].steps)
    ]
    assert {"LI5", "ST41", "KI5", "HT6", "PC2"} <= {point.code for point in near}
    for point in near:
        assert point.max_felt_pressure is not None, point.code
        assert point.max_felt_pressure <= 4, point.code
        assert "beside-the-beat" in point.cautions, point.code


def test_a_point_for_others_says_who_or_what_presses() -> None:
    for point in atlas():
        how = how_to().get(point.code)
        if how is not None and point.pressability is Pressability.PARTNER_OR_TOOL:
            said = how.press_with.lower()
            assert any(word in said for word in ("another person", "somebody", "ball", "helper")), point.code


def test_what_sets_press_has_a_place_a_picture_and_a_spoken_line() -> None:
    sources = read_evidence(asset_root()).sources
    for protocol in read_protocols(asset_root(), atlas(), sources):
        codes = {step.point for step in protocol.steps}
        codes |= {instead.point for step in protocol.steps for instead in step.replacements}
        for code in codes:
            how = how_to()[code]
            assert how.close_up, code
            assert how.spoken, code
            assert all(how.place(site) for site in atlas()[code].sites), code


def test_a_measuring_line_is_that_of_the_rule() -> None:
    landmarks = read_landmarks(asset_root())
    for code, how in how_to().items():
        measure = how.measure
        if measure is None:
            continue
        assert measure.from_landmark is None or rules.LandmarkId(measure.from_landmark) in landmarks, code
        if measure.cun in FINGERS:
            assert measure.fingers == FINGERS[measure.cun], code
        rule_text = atlas()[code].rule_text
        numbers = {float(number) for number in re.findall(r"(?<![\w.])\d+(?:\.\d+)?", rule_text)}
        assert measure.cun in numbers or measure.cun * 2 in numbers, (code, rule_text)


def test_where_a_point_cannot_be_pressed_another_of_its_neighbourhood_may() -> None:
    for code, how in how_to().items():
        assert code not in how.instead
        assert code not in how.neighbours
        for other in how.instead:
            assert atlas()[other].pressability in {Pressability.YES, Pressability.LIGHT_ONLY}, code


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ('[points.LU99]\nsteps = ["a"]\ncaption = "a."\nfeel = "dip"\n', "LU99"),
        ('[points.PC6]\nsteps = ["a"]\ncaption = "a."\nfeel = "dip"\n', "described twice"),
        (
            '[points.ST9]\nsteps = ["a"]\ncaption = "a."\nfeel = "dip"\npress_with = "Thumb."\n',
            "point of study",
        ),
        ('[points.LU9]\nsteps = ["a"]\ncaption = "a."\nfeel = "dip"\n', "not with what"),
        ('[points.ST9]\nsteps = ["a"]\ncaption = "a."\nfeel = "odd"\n', "odd"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path: Path, row: str, complaint: str) -> None:
    folder = tmp_path / "atlas" / "how_to"
    folder.mkdir(parents=True)
    shutil.copy(asset_root() / "atlas" / "how_to" / "sets.toml", folder)
    (folder / "wrong.toml").write_text("# Rows\n" + row, encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        read_how_to(tmp_path, atlas())
    assert complaint in refusal.value.what
    assert refusal.value.file.name == "wrong.toml"


def test_a_folder_without_instructions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_how_to(tmp_path, atlas())
