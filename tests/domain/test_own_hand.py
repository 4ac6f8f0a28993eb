"""Distances in a person's own centimetres and fingers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.own_body import age_of, own_body_of, own_hand_of
from acupress_desktop.domain.own_hand import (
    UNKNOWN_HAND,
    OwnHand,
    OwnHandError,
    Whose,
    Width,
    on_you,
)
from acupress_desktop.domain.screen_scale import ScreenScale, kept_scales, read_scales, scale_of, with_scale
from acupress_desktop.domain.settings import Settings
from acupress_desktop.words.own_hand import in_fingers

HAND = OwnHand(thumb_mm=20.0, four_fingers_mm=72.0)


def test_a_distance_is_told_in_the_body_s_cun_and_the_hand_s_own_fingers() -> None:
    found = on_you(2.0, 18.0, HAND)
    assert found.cun == 2.0
    assert found.centimetres == pytest.approx(3.6)
    assert (found.halves, found.width, found.whose) == (4, Width.FINGER, Whose.OWN)
    assert in_fingers(found) == "about two of your fingers"
    slim = on_you(2.0, 18.0, OwnHand(four_fingers_mm=58.0))
    assert slim.halves == 5
    assert in_fingers(slim) == "about two and a half of your fingers"


def test_where_no_hand_was_measured_four_fingers_are_three_cun() -> None:
    counts = {cun: on_you(cun, 18.0).halves / 2 for cun in (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)}
    assert counts == {1.0: 1, 1.5: 2, 2.0: 3, 3.0: 4, 4.0: 5, 6.0: 8}
    assert on_you(3.0, 18.0).whose is Whose.CLASSIC
    assert in_fingers(on_you(3.0, 20.0)) == "about four fingers"
    assert in_fingers(on_you(0.3, 18.0)) == "about one finger"


def test_short_ways_are_measured_with_the_thumb_and_long_ones_with_the_hand() -> None:
    assert in_fingers(on_you(1.0, 20.0, HAND)) == "about the width of your thumb"
    assert in_fingers(on_you(0.5, 20.0, HAND)) == "about half the width of your thumb"
    assert in_fingers(on_you(12.0, 18.0, HAND)) == "about three times your four fingers"
    assert in_fingers(on_you(2.0, 20.0, OwnHand(thumb_mm=20.0))) == "about two widths of your thumb"
    assert (
        in_fingers(on_you(0.5, 18.0, OwnHand(four_fingers_mm=72.0))) == "about half the width of your finger"
    )
    only_fingers = OwnHand(four_fingers_mm=72.0)
    assert in_fingers(on_you(1.0, 18.0, only_fingers)) == "about the width of one of your fingers"


@given(
    cun=st.floats(0.25, 20.0),
    cun_mm=st.floats(8.0, 40.0),
    thumb=st.none() | st.floats(14.0, 30.0),
    four=st.none() | st.floats(60.0, 84.0),
)
def test_the_count_is_within_a_quarter_width_of_the_way(
    cun: float, cun_mm: float, thumb: float | None, four: float | None
) -> None:
    found = on_you(cun, cun_mm, OwnHand(thumb, four))
    assert found.halves >= 1
    if found.whose is Whose.CLASSIC:
        assert (thumb, four) == (None, None)
        return
    width = {Width.THUMB: thumb, Width.FINGER: four and four / 4.0, Width.FOUR_FINGERS: four}[found.width]
    assert width is not None
    assert found.halves == 1 or abs(found.count * width - cun * cun_mm) <= width / 4.0 + 1e-6


@pytest.mark.parametrize(
    ("field", "hand"),
    [
        ("thumb_mm", {"thumb_mm": 5.0}),
        ("thumb_mm", {"thumb_mm": math.nan}),
        ("four_fingers_mm", {"four_fingers_mm": 200.0}),
        ("four_fingers_mm", {"thumb_mm": 35.0, "four_fingers_mm": 50.0}),
        ("four_fingers_mm", {"thumb_mm": 13.0, "four_fingers_mm": 110.0}),
    ],
)
def test_impossible_hands_are_refused(field: str, hand: dict[str, float]) -> None:
    with pytest.raises(OwnHandError) as refused:
        OwnHand(**hand)
    assert refused.value.field == field
    assert refused.value.low < refused.value.high


def test_the_settings_make_a_body_only_when_all_of_it_is_known() -> None:
    part = Settings(own_build_percent=30, own_height_cm=172, own_weight_kg=64)
    assert own_body_of(part, 2026) is None
    whole = Settings(
        own_build_percent=30, own_height_cm=172, own_weight_kg=64, birth_year=1980, own_forearm_mm=250
    )
    body = own_body_of(whole, 2026)
    assert body is not None
    assert (body.shape.sex, body.shape.height_cm, body.shape.weight_kg, body.shape.age) == (0.3, 172, 64, 46)
    assert body.measures.forearm_mm == 250.0
    assert body.measures.hand_mm is None
    assert age_of(Settings(birth_year=1900), 2026) == 90
    assert age_of(Settings(birth_year=2020), 2026) == 18
    assert age_of(Settings(own_age=33), 2026) == 33


def test_widths_kept_in_tenths_become_a_hand_and_a_contradiction_becomes_an_unknown_one() -> None:
    kept = Settings(own_thumb_tenth_mm=205, own_four_fingers_tenth_mm=741)
    assert own_hand_of(kept) == OwnHand(20.5, 74.1)
    assert own_hand_of(Settings()) == UNKNOWN_HAND
    assert own_hand_of(Settings(own_thumb_tenth_mm=390, own_four_fingers_tenth_mm=460)) == UNKNOWN_HAND


def test_scales_are_kept_for_each_screen_and_the_newest_win() -> None:
    kept = ""
    for number in range(9):
        kept = with_scale(kept, ScreenScale(f"{number:08x}", 3.0 + number / 10.0))
    assert len(read_scales(kept)) == 6
    assert scale_of(kept, "00000000") is None
    assert scale_of(kept, "00000008") == pytest.approx(3.8)
    kept = with_scale(kept, ScreenScale("00000005", 4.321))
    assert scale_of(kept, "00000005") == pytest.approx(4.321)
    assert Settings(card_scales=kept).card_scales == kept
    assert len(kept_scales([ScreenScale("ffffffff", 19.999)] * 9)) <= 96


@given(st.text(alphabet="0123456789abcdef: ", max_size=96))
def test_any_text_that_may_be_kept_is_read_without_harm(kept: str) -> None:
    for scale in read_scales(kept):
        assert len(scale.screen) == 8
        assert 1.5 <= scale.px_per_mm <= 20.0
