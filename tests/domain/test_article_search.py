from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.article_search import (
    ArticleSearch,
    FoundIn,
    Nearness,
    Passage,
    SearchedPage,
    sentences_of,
)
from acupress_desktop.domain.articles import ArticleId


def page(name: str, title: str, summary: str, *texts: str, heading: str = "") -> SearchedPage:
    passages = [Passage(title, FoundIn.TITLE), Passage(summary, FoundIn.SUMMARY)]
    if heading:
        passages.append(Passage(heading, FoundIn.HEADING))
    passages += [Passage(text, FoundIn.TEXT) for text in texts]
    return SearchedPage(ArticleId(name), tuple(passages))


PAGES = (
    page(
        "press",
        "How to press",
        "How hard and how long.",
        "You press slowly. Blood thinners ask for lighter hands. Numb skin is left alone.",
    ),
    page(
        "blood",
        "Heart, blood thinners and clots",
        "What to leave out.",
        "Warfarin is a blood thinner. Blood moves.",
    ),
    page("old", "Where it comes from", "Old books.", "Café society in Zürich knew Nèiguān. Shoulders ached."),
    page(
        "numbers",
        "Numbers",
        "What they mean.",
        "A number needs an interval.",
        heading="A number is no word",
    ),
)


@pytest.fixture(scope="module")
def search() -> ArticleSearch:
    return ArticleSearch(PAGES)


def found(search: ArticleSearch, typed: str) -> list[str]:
    return [match.page for match in search.find(typed).matches]


def test_a_title_comes_before_a_text(search: ArticleSearch) -> None:
    assert found(search, "blood thinners") == ["blood", "press"]


def test_all_words_must_stand_on_the_page(search: ArticleSearch) -> None:
    assert found(search, "blood slowly") == ["press"]


def test_where_no_page_has_all_words_those_with_most_are_shown_and_it_is_said(search: ArticleSearch) -> None:
    result = search.find("warfarin blood café")
    assert [match.page for match in result.matches] == ["blood"]
    assert result.nearness is Nearness.SOME_WORDS


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "zurich", "neiguan", "shoulder", "shoulders"])
def test_marks_case_and_one_or_many_do_not_matter(search: ArticleSearch, typed: str) -> None:
    assert found(search, typed) == ["old"]
    assert search.find(typed).nearness is Nearness.EVERY_WORD


def test_a_word_is_found_while_it_is_typed(search: ArticleSearch) -> None:
    assert found(search, "warf") == ["blood"]


def test_the_word_itself_comes_before_words_that_only_begin_so(search: ArticleSearch) -> None:
    assert found(search, "numb")[0] == "press"
    assert "numbers" in found(search, "numb")


@pytest.mark.parametrize("typed", ["warfarn", "sholders", "thiner"])
def test_a_slip_is_forgiven_and_said(search: ArticleSearch, typed: str) -> None:
    result = search.find(typed)
    assert result.matches
    assert result.nearness is Nearness.NEARLY


@pytest.mark.parametrize("typed", ["", "   ", "?!", "xyzzyq", "\u202e\u202e"])
def test_nothing_to_go_by_finds_nothing(search: ArticleSearch, typed: str) -> None:
    assert search.find(typed).matches == ()


def test_little_words_do_not_count_beside_others(search: ArticleSearch) -> None:
    assert found(search, "what is the warfarin") == ["blood"]


def test_the_sentence_is_the_one_that_holds_most_and_its_words_are_marked(search: ArticleSearch) -> None:
    match = next(one for one in search.find("blood thinner").matches if one.page == "press")
    assert match.sentence.text == "Blood thinners ask for lighter hands."
    assert [match.sentence.text[start:end] for start, end in match.sentence.marks] == ["Blood", "thinners"]
    assert "".join(text for text, _found in match.sentence.pieces) == match.sentence.text


def test_where_only_the_title_fits_the_summary_stands_below_it() -> None:
    search = ArticleSearch([page("a", "Trials", "A summary without it.", "Text.")])
    (match,) = search.find("trials").matches
    assert match.title.marks == ((0, 6),)
    assert match.sentence.text == "A summary without it."
    assert match.sentence.marks == ()


def test_a_page_is_marked_by_what_was_meant(search: ArticleSearch) -> None:
    query = search.query("sholders")
    assert query.marks("Shoulders ached.").marks == ((0, 9),)
    assert query.marks("Nothing of it.").marks == ()


def test_sentences_end_where_people_end_them() -> None:
    assert sentences_of("One. Two? “Three.” Four, 0.5 points.") == (
        "One.",
        "Two?",
        "“Three.",
        "Four, 0.5 points.",
    )


@given(st.text(max_size=200))
def test_any_text_may_be_typed_and_marks_lie_in_order_inside_their_text(typed: str) -> None:
    for match in ArticleSearch(PAGES).find(typed).matches:
        for stretch in (match.title, match.sentence):
            ends = [place for mark in stretch.marks for place in mark]
            assert ends == sorted(ends)
            assert all(0 <= place <= len(stretch.text) for place in ends)


def test_a_page_counts_once_however_often_it_is_found(search: ArticleSearch) -> None:
    ids = found(search, "number")
    assert len(ids) == len(set(ids))
