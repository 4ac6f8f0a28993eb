"""Points are found by whatever people type, and the best match comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.point_search import MatchRank, PointMatch, PointSearch, TopicKind
from acupress_desktop.domain.protocols import Protocol
from tests.presenters.atlas_contents import atlas_content


def search() -> PointSearch:
    return atlas_content().search


def found(text: str) -> list[str]:
    return [match.point.code for match in search().find(text)]


def best(text: str) -> PointMatch:
    return search().find(text)[0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PC6", "PC6"), ("pc 6", "PC6"), ("Pc-06", "PC6"), ("P6", "PC6"), ("pericardium 6", "PC6"),
        ("LI4", "LI4"), ("li 04", "LI4"), ("large intestine 4", "LI4"), ("co4", "LI4"),
        ("ub60", "BL60"), ("bladder 60", "BL60"), ("sj5", "TE5"), ("triple warmer 5", "TE5"), ("th5", "TE5"),
        ("liv3", "LR3"), ("lv 3", "LR3"), ("kid3", "KI3"), ("k3", "KI3"), ("he7", "HT7"), ("du20", "GV20"),
        ("ren 6", "CV6"), ("rn6", "CV6"), ("ex-hn3", "EX-HN3"), ("exhn 3", "EX-HN3"), ("ex-le-4", "EX-LE4"),
        ("\uff33\uff34\uff13\uff16", "ST36"),
    ],
)  # fmt: skip
def test_a_code_is_understood_in_every_spelling(text: str, code: str) -> None:
    assert (best(text).point.code, best(text).rank) == (code, MatchRank.EXACT_CODE)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("neiguan", "PC6"), ("Nèiguān", "PC6"), ("nei guan", "PC6"), ("nei4guan1", "PC6"),
        ("nei-guan", "PC6"), ("內關", "PC6"), ("内关", "PC6"), ("內关", "PC6"), ("inner pass", "PC6"),
        ("INNER PASS", "PC6"),
        ("太冲", "LR3"), ("太衝", "LR3"), ("yintang", "EX-HN3"), ("gv24+", "EX-HN3"), ("renzhong", "GV26"),
        ("an mian", "X-ANMIAN"), ("zhonglvshu", "BL29"), ("zhonglushu", "BL29"), ("fuai", "SP16"),
    ],
)  # fmt: skip
def test_a_name_is_understood_in_every_script(text: str, code: str) -> None:
    assert (best(text).point.code, best(text).rank) == (code, MatchRank.EXACT_NAME)


def test_points_that_share_a_name_are_all_found() -> None:
    assert set(found("futu")) == {"LI18", "ST32"}
    assert set(found("zhongzhu")) == {"KI15", "TE3"}


def test_an_exact_code_stands_before_longer_ones() -> None:
    codes = found("st3")
    assert codes[0] == "ST3"
    assert set(codes[1:]) >= {"ST30", "ST36"}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("back of the knee", "knee-posterior"), ("knee back", "knee-posterior"),
        ("forearm", "forearm-anterior"), ("shoulders", "shoulder"),
        ("sole of the foot", "foot-sole"), ("tummy", "abdomen-upper"),
        ("wrist", "wrist-palmar"), ("between the shoulder blades", "back-upper"), ("shin", "leg-anterior"),
    ],
)  # fmt: skip
def test_a_part_of_the_body_finds_its_points(text: str, region: str) -> None:
    content = atlas_content()
    inside = {point.code for point in content.atlas if point.region == region}
    assert inside <= set(found(text))
    assert best(text).topic is not None


def points_of(complaint: str) -> set[PointCode]:
    chosen: Protocol = next(each for each in atlas_content().protocols if each.complaint == complaint)
    return {step.point for step in chosen.steps}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("sleep", "sleep"),
        ("insomnia", "sleep"),
        ("jaw pain", "jaw"),
        ("calm", "calm"),
        ("stif neck", "neck_shoulder"),
        ("stress", "stress"),
    ],
)
def test_a_complaint_finds_the_points_of_its_set(text: str, complaint: str) -> None:
    matches = search().find(text)
    of_set = {
        match.point.code for match in matches if match.topic and match.topic.kind is TopicKind.COMPLAINT
    }
    assert of_set == points_of(complaint)


def test_a_place_and_a_complaint_of_the_same_name_are_both_found() -> None:
    codes = set(found("neck"))
    assert points_of("neck_shoulder") <= codes
    assert {"GB20", "BL10", "SI16"} <= codes


def test_a_set_that_is_not_offered_is_never_found() -> None:
    titles = {match.topic.phrases[0] for match in search().find("tiredness") if match.topic is not None}
    closed = {protocol.title for protocol in atlas_content().protocols if not protocol.offered}
    assert closed
    assert not titles & closed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("neigaun", "PC6"), ("niguan", "PC6"), ("neiguam", "PC6"), ("inenr pass", "PC6"), ("zusanly", "ST36"),
        ("sanyinjo", "SP6"), ("hundrde meetings", "GV20"), ("union valey", "LI4"), ("nekc", "BL10"),
        ("forarm", "LU6"), ("insomina", "HT7"),
    ],
)  # fmt: skip
def test_a_slip_of_the_fingers_is_forgiven(text: str, code: str) -> None:
    matches = search().find(text)
    assert code in [match.point.code for match in matches]
    assert {match.rank for match in matches} == {MatchRank.NEARLY}


def test_what_fits_is_never_mixed_with_what_is_only_near() -> None:
    assert found("fengchi") == ["GB20"]
    assert "GB31" in found("fengshi")
    assert "GB31" not in found("fengchi")


@pytest.mark.parametrize("text", ["LI44", "LI 44", "PC66", "ST360", "L14", "BL6O"])
def test_a_code_is_never_guessed(text: str) -> None:
    assert found(text) == []


def test_the_order_is_code_name_place_beginning_inside() -> None:
    for text in ("st", "an", "knee", "neck", "bl1", "gu", "stomach", "shoulder", "qi"):
        ranks = [match.rank for match in search().find(text)]
        assert ranks == sorted(ranks), text
        assert ranks, text


def test_a_name_and_a_place_may_stand_together() -> None:
    assert found("hegu li4") == ["LI4"]
    assert found("st 36 zusanli") == ["ST36"]
    assert "LU7" in found("broken forearm")


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "\t\n", "?!", "🙂🙃", "\u202e\u200f", "\x00\x01\x02", "a" * 10_000, "شانه", "כתף",
        "zzzz", "<>", "chest pain", "chest pian", "belly pain",
    ],
)  # fmt: skip
def test_nothing_to_go_by_finds_nothing(text: str) -> None:
    assert found(text) == []


def test_ten_thousand_words_are_cut_short() -> None:
    assert found("shoulder " * 10_000) == found("shoulder " * 8)


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(text: str) -> None:
    codes = found(text)
    assert len(codes) == len(set(codes))


@pytest.mark.slow
def test_every_point_is_found_by_its_own_code_and_names() -> None:
    for point in atlas_content().atlas:
        for text in (
            point.label,
            point.pinyin,
            point.english,
            point.hanzi_simplified,
            point.hanzi_traditional,
        ):
            assert point.code in found(text)[:2], (point.code, text)
