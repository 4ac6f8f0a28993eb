"""Letters made plain, and words that are nearly spelled right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.spelling import (
    TYPED_CHARACTERS_MAX,
    WORDS_MAX,
    Vocabulary,
    edits_allowed,
    edits_between,
    plain_words,
)

words = st.text("abcde", max_size=9)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Nèiguān", ("neiguan",)),
        ("Fù'āi", ("fuai",)),
        ("Zhōnglǚshū", ("zhonglushu",)),
        ("ex-hn 3", ("ex", "hn", "3")),
        ("\uff30\uff23\uff16", ("pc6",)),
        ("PC6內關", ("pc6", "內關")),
        ("GV24+", ("gv24+",)),
        ("\u202epc6\u202c", ("pc6",)),
        ("pc6\x00\x07", ("pc6",)),
        ("\U0001f642 \u200d", ()),
        ("", ()),
    ],
)
def test_what_is_typed_becomes_plain_words(text: str, plain: tuple[str, ...]) -> None:
    assert plain_words(text) == plain


@given(st.text(max_size=400))
def test_whatever_is_typed_stays_short(text: str) -> None:
    found = plain_words(text)
    assert len(found) <= WORDS_MAX
    assert len(plain_words(text * 100)) <= WORDS_MAX
    assert all(word == word.strip() and word for word in found)
    assert TYPED_CHARACTERS_MAX >= 60


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("neiguan", "neiguan", 0),
        ("neiguan", "neigaun", 1),
        ("neiguan", "eniguan", 1),
        ("neiguan", "neiguam", 1),
        ("neiguan", "neigan", 1),
        ("neiguan", "neiguaan", 1),
        ("neiguan", "waiguan", 2),
        ("ca", "abc", 3),
        ("", "ab", 2),
    ],
)
def test_a_swap_of_neighbours_counts_one(one: str, other: str, edits: int) -> None:
    assert edits_between(one, other, 5) == edits


@given(words, words)
def test_edits_are_the_same_both_ways_and_none_only_for_the_same_word(one: str, other: str) -> None:
    edits = edits_between(one, other, 9)
    assert edits == edits_between(other, one, 9)
    assert (edits == 0) is (one == other)
    assert abs(len(one) - len(other)) <= edits <= max(len(one), len(other))


@given(words, words, st.integers(min_value=0, max_value=3))
def test_counting_stops_one_above_what_is_allowed(one: str, other: str, most: int) -> None:
    assert edits_between(one, other, most) == min(edits_between(one, other, 9), most + 1)


@pytest.mark.parametrize(
    ("word", "edits"),
    [("lu", 0), ("ear", 0), ("neck", 1), ("neiguan", 1), ("shoulder", 2), ("bl60", 0), ("內關", 0)],
)
def test_short_words_and_codes_have_no_room_for_a_slip(word: str, edits: int) -> None:
    assert edits_allowed(word) == edits


@given(
    st.lists(st.text("abcdefghij", min_size=3, max_size=10), max_size=40),
    st.text("abcdefghij", min_size=4, max_size=10),
)
def test_no_near_word_is_missed_by_looking_at_letters_first(known: list[str], typed: str) -> None:
    most = edits_allowed(typed)
    expected = {
        word: edits_between(typed, word, most) for word in known if edits_between(typed, word, most) <= most
    }
    assert Vocabulary(known).near(typed) == expected
