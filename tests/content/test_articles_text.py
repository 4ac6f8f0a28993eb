"""What the learning pages say: every topic, short and sourced, and no point pressed that must not be."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from functools import cache

import pytest

from acupress_desktop.content.album_files import read_album, read_view_names
from acupress_desktop.content.article_files import LinkedPlaces, read_articles
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.shelf import Shelf, read_shelf
from acupress_desktop.domain.articles import (
    Article,
    ArticleBook,
    ArticleGroup,
    Block,
    ChecklistBlock,
    ClaimBlock,
    HeadingBlock,
    LinkBlock,
    LinkKind,
    ListBlock,
    PictureBlock,
    PossibleBlock,
    Prints,
    StepsBlock,
    StoryBlock,
    TextBlock,
    TraditionBlock,
    texts_of,
)
from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.body_album import BodyAlbum, PictureSide
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.help_view import HelpSection

TOPICS = {
    "what acupressure is": "what_it_is",
    "China and Japan": "where_it_comes_from",
    "Korea, India, Thailand": "other_traditions",
    "how it may act": "how_it_may_act",
    "where it may help and where not": "where_it_may_help",
    "more complaints": "where_it_may_help_more",
    "the best trials, beyond dummy points": "trials",
    "beside medical care": "alongside_care",
    "movement, exercise, physiotherapy": "movement_and_exercise",
    "finding points": "finding_points",
    "how hard, how long, what it feels like": "how_to_press",
    "when to stop, places never pressed": "pressing_safely",
    "relaxation, breath, stress": "relaxation_and_breath",
    "expectations and timeline": "expectations",
    "regression to the mean": "good_and_bad_days",
    "what differs between people": "what_differs",
    "misconceptions": "misconceptions",
    "typical overstatements": "overstatements",
    "pregnancy": "pregnancy",
    "older people": "older_people",
    "heart and blood thinners": "illness_heart_blood",
    "cancer": "illness_cancer",
    "diabetes": "illness_numb",
    "devices and implants": "devices_and_implants",
    "children": "children",
    "long-term practice": "long_term",
    "water, sleep, lifestyle": "sleep_water_lifestyle",
    "consent, touch and trauma": "consent_and_touch",
    "choosing a practitioner": "choosing_a_practitioner",
    "when to seek help": "when_to_seek_help",
    "when to see a doctor": "when_to_see_a_doctor",
    "keeping a record": "keeping_a_record",
    "painkillers": "painkillers",
    "acute injuries": "acute_injuries",
    "nerve pain": "nerve_pain",
    "costs and access": "costs_and_access",
    "sheet for groups": "hand_out_calm",
    "self-test": "self_test",
    "glossary": "glossary",
    "glossary of trials": "glossary_numbers",
    "further learning": "further_learning",
}
JOURNEYS = ("journey_desk_neck", "journey_knee_over_60", "journey_cramps", "journey_new_mother")

CALM_SET = {"EX-HN3", "PC6", "HT7"}
NOTICE = (
    "Not a medical device; not for diagnosis or treatment. Do not stop or change medicines because of it."
)
WORDS = range(150, 451)
OUT_FIRST = (
    "Several people or pets at home have headaches or feel ill, and it is better outdoors. "
    "Everybody out first"
)
LINES_OF_A_PAGE = 50
"""What fits between the margins of A4 at 10.5 pt."""
CITED = re.compile(r"([A-ZÄÖÜ][\w-]+) ((?:19|20)\d\d)(?=[;),])")
"""An author and a year at the end of a bracket or before a semicolon."""
INTERVAL = re.compile(r"range \d|\d\.\d+ to \d+\.\d")
HOW_MANY = re.compile(r"\d+ (?:people|women|adults|carers|doctors)\b|\d+ (?:small )?trials\b")
CERTAINTY = re.compile(r"\b(?:very low|low|moderate)\b|no grade given", re.IGNORECASE)


@cache
def shelf() -> Shelf:
    return read_shelf(asset_root())


@cache
def book() -> ArticleBook:
    places = LinkedPlaces(
        atlas=shelf().atlas,
        complaints={one.complaint for one in shelf().protocols},
        views=read_view_names(asset_root()),
        help_sections={section.value for section in HelpSection},
    )
    return read_articles(asset_root(), places)


@cache
def album() -> BodyAlbum:
    return read_album(asset_root(), "figure_f")


def page(wanted: str) -> Article:
    found = book().find(wanted)
    assert found is not None, wanted
    return found


def blocks() -> Iterator[tuple[Article, Block]]:
    for article in book().articles:
        for block in article.blocks:
            yield article, block


def spoken(article: Article) -> str:
    return " ".join(article.texts())


def test_every_topic_of_an_overview_has_its_page() -> None:
    assert {*TOPICS.values(), *JOURNEYS} == {article.id for article in book().articles}


def test_every_group_has_pages() -> None:
    assert all(book().of_group(group) for group in ArticleGroup)


def test_pages_are_short() -> None:
    lengths = {article.id: article.word_count for article in book().articles}
    assert not {name: count for name, count in lengths.items() if count not in WORDS}


def test_summaries_are_one_short_line() -> None:
    for article in book().articles:
        assert article.summary.endswith("."), article.id
        assert len(article.summary) <= 130, article.id


def test_every_page_names_sources_and_every_source_is_named() -> None:
    named = {source for article in book().articles for source in article.sources}
    assert all(article.sources for article in book().articles)
    assert named == set(book().sources)


def test_what_was_not_looked_up_is_said_to_be() -> None:
    for article in book().articles:
        for source in book().sources_of(article):
            assert source.checked.year >= 2026, source.id


@pytest.mark.parametrize("wanted", ["other_traditions", "sleep_water_lifestyle", "painkillers"])
def test_facts_that_nobody_could_read_are_marked(wanted: str) -> None:
    assert "not verified" in spoken(page(wanted))


def test_every_cited_study_is_among_the_sources_of_its_page() -> None:
    lost = []
    for article in book().articles:
        known = [source.short for source in book().sources_of(article)]
        for text in article.texts():
            for author, year in CITED.findall(text):
                if not any(author in short and year in short for short in known):
                    lost.append(f"{article.id}: {author} {year}")
    assert not lost


def test_every_interval_comes_with_people_and_certainty() -> None:
    bare = []
    for article in book().articles:
        heading = ""
        for block in article.blocks:
            if isinstance(block, HeadingBlock):
                heading = block.text
            for text in texts_of(block):
                if not INTERVAL.search(text):
                    continue
                if not HOW_MANY.search(text) or not CERTAINTY.search(f"{heading} {text}"):
                    bare.append(f"{article.id}: {text}")
    assert not bare


def test_pages_relate_to_others_and_lead_into_the_app() -> None:
    for article in book().articles:
        assert len(article.related) >= 3, article.id
        assert article.links, article.id
        assert not any(link.kind is LinkKind.ARTICLE and link.name == article.id for link in article.links)
    kinds = {link.kind for article in book().articles for link in article.links}
    assert kinds == set(LinkKind)


def test_every_page_is_reached_from_another() -> None:
    reached = {str(name) for article in book().articles for name in article.related}
    reached |= {link.name for article in book().articles for link in article.links}
    assert {str(article.id) for article in book().articles} <= reached


def test_pictures_show_points_that_may_be_pressed_and_are_seen_there() -> None:
    seen = 0
    for article, block in blocks():
        if not isinstance(block, PictureBlock):
            continue
        for code in block.points:
            point = shelf().atlas[code]
            assert point.pressability in (Pressability.YES, Pressability.LIGHT_ONLY), (article.id, code)
            side = SiteSide.LEFT if point.bilateral else SiteSide.MIDLINE
            found = album().find(code, side, block.view)
            assert found is not None, (article.id, code)
            assert found.picture.id == block.view, (article.id, code)
            assert code in block.alt, (article.id, code)
            seen += 1
    assert seen >= 15


def test_alt_texts_tell_whose_side_it_is() -> None:
    for article, block in blocks():
        if isinstance(block, PictureBlock):
            assert re.search(r"\b[Yy]our\b", block.alt), article.id
            one_sided = album().pictures[block.view].side is PictureSide.LEFT
            assert ("left" in block.alt and "mirror image" in block.caption) is one_sided, article.id


def test_points_that_are_never_pressed_are_not_linked() -> None:
    for article in book().articles:
        for link in article.links:
            if link.kind is LinkKind.POINT:
                point = next(point for point in shelf().atlas if point.code == link.name)
                assert point.pressability is Pressability.YES, (article.id, link.name)


def test_pregnancy_and_the_sheet_for_groups_know_the_calm_set_only() -> None:
    for wanted in ("pregnancy", "hand_out_calm"):
        for block in page(wanted).blocks:
            if isinstance(block, PictureBlock):
                assert set(block.points) <= CALM_SET
            if isinstance(block, LinkBlock) and block.to.kind is LinkKind.COMPLAINT:
                assert block.to.name == "calm"


def test_stories_stand_on_pages_that_call_them_imagined() -> None:
    for article, block in blocks():
        assert isinstance(block, StoryBlock) is False or article.id in JOURNEYS
    for name in JOURNEYS:
        article = page(name)
        assert article.title.startswith("Imagined: ")
        first = article.blocks[0]
        assert isinstance(first, TextBlock)
        assert "Nobody in this story exists" in first.text
        assert "proves nothing" in first.text
        assert sum(isinstance(block, StoryBlock) for block in article.blocks) >= 3


def test_typical_overstatements_are_corrected_apart() -> None:
    claims = [block for block in page("overstatements").blocks if isinstance(block, ClaimBlock)]
    said = " ".join(block.said for block in claims)
    for word in ("low back", "headaches", "painkillers", "injuries", "nerve pain"):
        assert word in said
    assert sum(isinstance(block, ClaimBlock) for _, block in blocks()) >= 20


def test_every_mechanism_is_marked_as_possible() -> None:
    article = page("how_it_may_act")
    assert sum(isinstance(block, PossibleBlock) for block in article.blocks) >= 5


def test_old_teaching_stands_apart() -> None:
    for wanted in ("where_it_comes_from", "other_traditions"):
        assert sum(isinstance(block, TraditionBlock) for block in page(wanted).blocks) >= 4
    for article in book().of_group(ArticleGroup.EVIDENCE):
        assert not any(isinstance(block, TraditionBlock) for block in article.blocks), article.id


def test_signs_of_danger_have_the_words_of_the_safety_screen() -> None:
    on_the_page = {
        item.rstrip(".")
        for block in page("when_to_seek_help").blocks
        if isinstance(block, ListBlock)
        for item in block.items
    }
    question = shelf().safety.words.texts
    asked = {text.rstrip(".") for text in question.values()}
    own_words = on_the_page - asked
    assert len(on_the_page) >= 18
    assert own_words == {
        "From week 20 to six weeks after birth: a severe headache, flashing sight, or pain under the ribs",
        OUT_FIRST,
        "Thoughts of ending your life. You matter, and you need not carry this alone",
    }


def _lines_on_paper(article: Article) -> float:
    """How many lines the page takes on paper, a picture counted as nine."""
    lines = 3.0
    for block in article.blocks:
        match block:
            case HeadingBlock():
                lines += 1.6
            case PictureBlock():
                lines += 9
            case ListBlock(items) | StepsBlock(items):
                lines += 0.5 + sum(len(textwrap.wrap(item, 90)) for item in items)
            case ChecklistBlock(_, items):
                lines += 1.6 + sum(len(textwrap.wrap(item, 90)) for item in items)
            case LinkBlock():
                pass
            case _:
                lines += 0.5 + sum(len(textwrap.wrap(text, 95)) for text in texts_of(block))
    return lines


def test_what_is_made_for_paper_fits_on_one_page() -> None:
    printed = [article for article in book().articles if article.prints is not Prints.NONE]
    assert {article.id for article in printed} >= {"choosing_a_practitioner", "hand_out_calm"}
    assert not {article.id for article in printed if _lines_on_paper(article) > LINES_OF_A_PAGE}


def test_lists_to_tick_are_on_pages_made_for_paper() -> None:
    for article, block in blocks():
        if isinstance(block, ChecklistBlock):
            assert article.prints is Prints.CHECKLIST, article.id


def test_the_sheet_for_groups_carries_the_notice_and_the_danger_signs() -> None:
    text = spoken(page("hand_out_calm"))
    for needed in (NOTICE, "call your local emergency number", "Ask your midwife first", "above 3 of 10"):
        assert needed in text
