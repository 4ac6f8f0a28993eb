"""The rule language: every rule of the atlas is read, and nothing unknown is let through."""

from __future__ import annotations

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.rule_text import RuleError, read_rule
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import PointCode


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return read_atlas(asset_root())


def test_points_named_by_rules_exist_and_never_need_each_other_in_a_circle(atlas: Atlas) -> None:
    resolved: set[PointCode] = set()
    waiting = {
        point.code: {part.code for part in rules.inputs(point.rule) if isinstance(part, rules.PointPlace)}
        for point in atlas
    }
    rounds = 0
    while waiting:
        ready = {code for code, needs in waiting.items() if needs <= resolved}
        assert ready, f"these wait for each other or for an unknown point: {waiting}"
        resolved |= ready
        waiting = {code: needs for code, needs in waiting.items() if code not in ready}
        rounds += 1
    assert len(resolved) == len(atlas) == 410
    assert rounds <= 4


def test_a_measured_offset_keeps_the_place_it_counts_from() -> None:
    rule = read_rule("off('groove','proximal',1.5,'forearm',ref='crease')", "LU7")
    assert rule == rules.Off(
        rules.At(rules.LandmarkId("groove")),
        rules.Direction.PROXIMAL,
        1.5,
        rules.Scale.FOREARM,
        measured_from=rules.LandmarkId("crease"),
    )


def test_points_fractions_and_signs_are_read() -> None:
    assert read_rule("along('a',SP12,2/3)", "SP11") == rules.Along(
        rules.At(rules.LandmarkId("a")), rules.PointPlace(PointCode("SP12")), 2 / 3
    )
    assert read_rule("over('ear')", "GV20") == rules.OverHead(rules.LandmarkId("ear"))
    assert read_rule("ant(level=abd(-1.5),lat=0)", "CV6") == rules.Front(rules.FromNavel(-1.5), 0.0)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("teleport('a')", "unknown function teleport()"),
        ("at('a','b')", "at() takes 1 arguments, not 2"),
        ("mid('a')", "mid() takes 2 arguments, not 1"),
        ("ant(level=abd(1))", "ant() needs lat="),
        ("ant(level=abd(1),lat=0,depth=2)", "ant() has no depth="),
        ("cun('a','b',1,'stride')", "unknown scale: 'stride'"),
        ("off('a','sideways',1,'arm')", "unknown direction: 'sideways'"),
        ("post(level=sp('T13'),lat=1)", "unknown vertebra: 'T13'"),
        ("post(level=sf(5),lat=1)", "sf(5) is outside 1 to 4"),
        ("abd(1)", "abd() is not a place"),
        ("along('a','b','c')", "not a number: 'c'"),
        ("along('a','b',1/0)", "not a number: 1 / 0"),
        ("__import__('os').system('true')", "unknown form"),
        ("at(", "not an expression"),
        ("group()", "group() takes places only"),
    ],
)
def test_what_is_not_a_rule_is_refused_with_the_code_and_the_reason(text: str, complaint: str) -> None:
    with pytest.raises(RuleError) as refusal:
        read_rule(text, "XX1")
    assert refusal.value.owner == "XX1"
    assert complaint in str(refusal.value)
