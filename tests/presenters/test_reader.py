from __future__ import annotations

from pathlib import Path

import pytest

from acupress_desktop.domain.article_search import Stretch
from acupress_desktop.domain.articles import ArticleId, LinkKind, LinkTarget
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import (
    Back,
    Destination,
    ToAtlas,
    ToComplaints,
    ToEvidence,
    ToHelp,
    ToLearning,
    ToPressure,
    ToReader,
)
from acupress_desktop.presenters.reader import ReaderContent, ReaderMemory, ReadingPlace, destination_of
from acupress_desktop.presenters.reader_view import ArticleView, Beside, LineLook, PartLook, PartView
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.words.notices import not_a_medical_device
from tests.presenters.reader_stage import index_of, page_of, small_content, the_atlas


@pytest.fixture
def content(tmp_path: Path) -> ReaderContent:
    return small_content(tmp_path)


def parts_of(view: ArticleView, look: PartLook) -> list[PartView]:
    return [part for part in view.parts if part.look is look]


def texts(part: PartView) -> list[str]:
    return [line.text.text for line in part.lines]


def test_the_index_lists_pages_by_group_with_summary_and_minutes(content: ReaderContent) -> None:
    view = index_of(content).present()
    assert [(group.heading, len(group.cards)) for group in view.groups] == [
        ("The basics", 1),
        ("With other people", 1),
    ]
    (alpha,), (beta,) = (group.cards for group in view.groups)
    assert alpha.summary == "Slowly, and never harder than is pleasant."
    assert alpha.detail == "1 minute to read"
    assert beta.detail == "1 minute to read · a list to print"
    assert view.found is None


def test_the_search_shows_the_sentence_with_its_words_and_remembers_what_was_typed(
    content: ReaderContent,
) -> None:
    memory = ReaderMemory()
    index = index_of(content, memory)
    view = index.search(" tingles ")
    assert view.found is not None
    assert view.found.heading == "1 page for “tingles”"
    (hit,) = view.found.found
    assert hit.article == "alpha"
    assert hit.sentence.pieces == (("Kim stops when it ", False), ("tingles", True), (".", False))
    assert index.open(hit.article) == ToReader("alpha", "tingles")
    assert index_of(content, memory).present().query == " tingles "
    assert index.search("").found is None


def test_what_is_nearly_right_and_what_is_nowhere_are_said(content: ReaderContent) -> None:
    index = index_of(content)
    nearly = index.search("sholder").found
    assert nearly is not None
    assert nearly.note.startswith("Nothing is spelled quite like that")
    nothing = index.search("{xyzzy}").found
    assert nothing is not None
    assert nothing.heading == "No page speaks of “{xyzzy}”."
    assert nothing.found == ()


@pytest.mark.parametrize(
    ("way", "where"),
    [(Beside.POINTS, ToLearning()), (Beside.PRESSURE, ToPressure()), (Beside.EVIDENCE, ToEvidence())],
)
def test_the_other_ways_to_learn_are_beside_it(
    content: ReaderContent, way: Beside, where: Destination
) -> None:
    assert way in [one.way for one in index_of(content).present().beside]
    assert index_of(content).go_beside(way) == where


def test_every_kind_of_block_says_what_it_is(content: ReaderContent) -> None:
    view = page_of(content, "alpha").present()
    (claim,) = parts_of(view, PartLook.CLAIM)
    assert texts(claim) == [
        "What is often said",
        "Harder is better.",
        "What the evidence says",
        "Nobody has shown that (one trial, 20 people).",
    ]
    (possible,) = parts_of(view, PartLook.POSSIBLE)
    assert texts(possible)[0] == "Possible, not settled"
    (story,) = parts_of(view, PartLook.STORY)
    assert texts(story) == ["An imagined person", "Kim, 50", "Kim stops when it tingles."]
    (tradition,) = parts_of(view, PartLook.TRADITION)
    assert texts(tradition) == [
        "What tradition says",
        "Old books speak of channels.",
        "Newer ones name points.",
    ]


def test_steps_are_numbered_and_lists_are_not(content: ReaderContent) -> None:
    lines = [line for part in page_of(content, "alpha").present().parts for line in part.lines]
    assert [line.number for line in lines if line.look is LineLook.STEP] == ["1", "2"]
    assert {line.number for line in lines if line.look is LineLook.BULLET} == {""}


def test_a_picture_marks_the_persons_own_sides_and_says_what_it_shows(content: ReaderContent) -> None:
    (part,) = parts_of(page_of(content, "alpha").present(), PartLook.PICTURE)
    picture = part.picture
    assert picture is not None
    assert picture.view == "wrist_inner"
    assert {(site.point, site.side) for site in picture.sites} == {
        (PointCode(code), side) for code in ("PC6", "HT7") for side in (SiteSide.LEFT, SiteSide.RIGHT)
    }
    assert picture.spoken == "The inner side of your left wrist with two points."
    assert picture.spoken in picture.missing
    assert texts(part) == ["Two places on your left arm."]


def test_sources_stand_at_the_end_with_the_day_and_whether_anybody_read_them(content: ReaderContent) -> None:
    view = page_of(content, "alpha").present()
    assert view.parts[-1].look is PartLook.SOURCES
    assert texts(view.parts[-1]) == [
        "Sources",
        "Able 2019: A trial of something (doi:10.1/able), checked 22 Nov 2026.",
        "Baker: A book (no page read), checked 20 Nov 2026. Not verified.",
    ]
    assert view.contents[-1].text == "Sources"


def test_what_was_searched_for_is_marked_counted_and_found_first(content: ReaderContent) -> None:
    view = page_of(content, "alpha", "zurich").present()
    assert view.marked == "“zurich” is underlined in 1 place."
    assert view.first_mark is not None
    marked = view.parts[view.first_mark]
    assert any(line.text.marks for line in marked.lines)
    plain = page_of(content, "alpha").present()
    assert (plain.marked, plain.first_mark) == ("", None)


def test_links_lead_where_they_say(content: ReaderContent) -> None:
    page = page_of(content, "alpha")
    links = [part for part in page.present().parts if part.link is not None]
    assert [page.follow(part.link) for part in links if part.link is not None] == [
        ToAtlas(PointCode("PC6")),
        ToReader("beta"),
    ]


@pytest.mark.parametrize(
    ("to", "where"),
    [
        (LinkTarget(LinkKind.COMPLAINT, "knee"), ToComplaints(ComplaintId("knee"))),
        (LinkTarget(LinkKind.PRESSURE), ToPressure()),
        (LinkTarget(LinkKind.HELP, "crisis"), ToHelp("crisis")),
        (LinkTarget(LinkKind.EVIDENCE), ToEvidence()),
        (LinkTarget(LinkKind.EVIDENCE, "knee"), ToEvidence(complaint=ComplaintId("knee"))),
        (LinkTarget(LinkKind.EVIDENCE, "PC6"), ToEvidence(point=PointCode("PC6"))),
    ],
)
def test_every_kind_of_link_has_its_page(to: LinkTarget, where: Destination) -> None:
    assert destination_of(to, the_atlas()) == where


def test_one_page_leads_to_the_next_and_back(content: ReaderContent) -> None:
    alpha, beta = page_of(content, "alpha"), page_of(content, "beta")
    assert alpha.present().previous is None
    assert alpha.open_next() == ToReader("beta")
    assert beta.open_previous() == ToReader("alpha")
    assert beta.present().next is None
    assert [card.article for card in alpha.present().related] == ["beta"]
    assert alpha.back() == Back()
    assert alpha.all_pages() == ToReader()


def test_how_far_one_has_read_is_kept_but_not_after_a_search(content: ReaderContent) -> None:
    memory = ReaderMemory()
    page_of(content, "alpha", memory=memory).keep_place(ReadingPlace(4, 0.25))
    assert page_of(content, "alpha", memory=memory).place == ReadingPlace(4, 0.25)
    assert page_of(content, "beta", memory=memory).place == ReadingPlace()
    assert page_of(content, "alpha", "zurich", memory).place == ReadingPlace()


def test_the_place_in_the_list_is_kept_until_something_else_is_searched_for(content: ReaderContent) -> None:
    memory = ReaderMemory()
    index_of(content, memory).keep_place(0.6)
    assert index_of(content, memory).index_fraction == 0.6
    index_of(content, memory).search("kim")
    assert index_of(content, memory).index_fraction == 0.0


def test_on_paper_nothing_is_marked_and_what_must_be_said_stands_at_the_foot(content: ReaderContent) -> None:
    view = page_of(content, "alpha", "zurich").printed()
    assert not any(line.text.marks for part in view.parts for line in part.lines)
    assert view.foot == (
        "From Acupress Desktop 1.2.3. Sources last checked 20 Nov 2026.",
        not_a_medical_device(),
    )
    assert "In the app: See PC6 & its neighbours" in [part.words for part in view.parts]
    papers = page_of(content, "alpha").present().papers
    assert [(paper.paper, paper.kinds[0][1]) for paper in papers] == [
        (Paper.A4, "pdf"),
        (Paper.LETTER, "pdf"),
    ]


def test_a_page_without_sources_claims_no_day(content: ReaderContent) -> None:
    assert page_of(content, "beta").printed().foot[0] == "From Acupress Desktop 1.2.3."


def test_a_card_is_spoken_whole(content: ReaderContent) -> None:
    (alpha, *_rest) = index_of(content).present().groups[0].cards
    assert alpha.article == ArticleId("alpha")
    assert alpha.spoken == "How to press. Slowly, and never harder than is pleasant. 1 minute to read"


def test_a_text_without_marks_is_one_piece() -> None:
    assert Stretch("whole").pieces == (("whole", False),)
    assert Stretch("").pieces == ()
