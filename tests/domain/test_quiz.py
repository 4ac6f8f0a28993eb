"""Questions have one right answer among real places or names that may well be mistaken for it."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.anatomy.rules import Several
from acupress_desktop.domain.body_album import SiteOnPicture
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import PlacedPoint
from acupress_desktop.domain.quiz import (
    NAMES,
    PLACES_MAX,
    PLACES_MIN,
    LocateQuestion,
    NameQuestion,
    QuizMaster,
    QuizSite,
    can_ask,
)
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.spelling import plain_words
from tests.presenters.atlas_contents import atlas_content

FIGURES = ("figure_f", "figure_m")


@cache
def master(figure: str, seed: int = 0) -> QuizMaster:
    content = atlas_content()
    album = read_album(asset_root(), figure)
    return QuizMaster(content.atlas, content.regions, album, Random(seed))  # noqa: S311 - repeatable


@cache
def sites(figure: str) -> tuple[QuizSite, ...]:
    album = master(figure).album
    points = [point for point in atlas_content().atlas if can_ask(album, point)]
    return tuple(QuizSite(point.code, side) for point in points for side in point.sites)


ANY_SITE = st.sampled_from(FIGURES).flatmap(
    lambda figure: st.tuples(st.just(figure), st.sampled_from(sites(figure)), st.integers(0, 99))
)


def fresh(figure: str, seed: int) -> QuizMaster:
    known = master(figure)
    return QuizMaster(known.atlas, known.regions, known.album, Random(seed))  # noqa: S311 - repeatable


def placed(quiz: QuizMaster, site: QuizSite) -> PlacedPoint:
    found = quiz.album.points.point(site.point, site.side)
    assert found is not None
    return found


def on_picture(quiz: QuizMaster, site: QuizSite, picture: str) -> SiteOnPicture:
    found = quiz.album.find(site.point, site.side, picture)
    assert found is not None
    assert found.picture.id == picture
    return found


def is_kin(quiz: QuizMaster, one: PointCode, other: PointCode) -> bool:
    """Same line, or same part of the body."""
    first, second = quiz.atlas[one], quiz.atlas[other]
    parents = {quiz.regions.leaf(each.region).parent for each in (first, second)}
    return first.meridian is second.meridian or len(parents) == 1


@pytest.mark.slow
@settings(max_examples=60)
@given(ANY_SITE)
def test_places_are_kin_apart_and_on_the_same_side_of_one_picture(drawn: tuple[str, QuizSite, int]) -> None:
    figure, site, seed = drawn
    quiz = fresh(figure, seed)
    question = quiz.locate(site, "")
    assert question is not None
    assert question.site == site
    if isinstance(question, NameQuestion):
        return
    assert PLACES_MIN <= len(question.places) <= PLACES_MAX
    assert question.places.count(site) == 1
    assert len({place.point for place in question.places}) == len(question.places)
    here = on_picture(quiz, site, question.picture)
    ring = placed(quiz, site).uncertainty_mm
    side = SiteSide.LEFT if site.side is SiteSide.MIDLINE else site.side
    for place in question.places:
        there = on_picture(quiz, place, question.picture)
        assert there.turn is here.turn
        assert place.side in {side, SiteSide.MIDLINE}
        if place != site:
            assert is_kin(quiz, site.point, place.point)
            assert math.dist(placed(quiz, place).position_mm, placed(quiz, site).position_mm) > ring
    spots = [on_picture(quiz, place, question.picture) for place in question.places]
    least = 0.03 * max(here.picture.size_px)
    for number, one in enumerate(spots):
        for other in spots[number + 1 :]:
            assert math.hypot(one.x_px - other.x_px, one.y_px - other.y_px) >= least
    assert [(spot.y_px, spot.x_px) for spot in spots] == sorted((spot.y_px, spot.x_px) for spot in spots)


@pytest.mark.slow
@settings(max_examples=60)
@given(ANY_SITE)
def test_names_are_kin_and_never_sound_alike(drawn: tuple[str, QuizSite, int]) -> None:
    figure, site, seed = drawn
    quiz = fresh(figure, seed)
    question = quiz.name(site, "")
    assert question is not None
    assert len(set(question.names)) == len(question.names) == NAMES
    assert question.names.count(site.point) == 1
    points = [quiz.atlas[name] for name in question.names]
    assert len({"".join(plain_words(point.pinyin)) for point in points}) == NAMES
    assert len({point.english.casefold() for point in points}) == NAMES
    assert len({(point.label, point.pinyin) for point in points}) == NAMES
    for point in points:
        if point.code != site.point:
            assert is_kin(quiz, site.point, point.code)
            assert not isinstance(point.rule, Several)


@pytest.mark.slow
@pytest.mark.parametrize("figure", FIGURES)
def test_every_point_that_can_be_asked_gets_both_questions(figure: str) -> None:
    quiz = master(figure)
    kinds: Counter[type] = Counter()
    for site in sites(figure):
        located, named = quiz.locate(site, ""), quiz.name(site, "")
        assert located is not None, site
        assert named is not None, site
        kinds[type(located)] += 1
    assert kinds[LocateQuestion] > 0.98 * kinds.total()


def test_the_right_answer_stands_anywhere() -> None:
    site = QuizSite(PointCode("PC6"), SiteSide.LEFT)
    found = Counter(
        question.names.index(site.point)
        for seed in range(60)
        if (question := fresh("figure_f", seed).name(site, "")) is not None
    )
    assert set(found) == {0, 1, 2, 3}
    assert max(found.values()) < 30


def test_wrong_places_change_from_time_to_time() -> None:
    site = QuizSite(PointCode("PC6"), SiteSide.LEFT)
    asked = {
        question.places
        for seed in range(20)
        if isinstance(question := fresh("figure_f", seed).locate(site, ""), LocateQuestion)
    }
    assert len(asked) > 5


@pytest.mark.parametrize(
    "code", ["EX-HN1", "EX-B2", "EX-UE9", "EX-UE11", "EX-LE5", "EX-LE10", "GV28", "EX-HN9"]
)
def test_a_point_of_several_places_or_without_a_picture_is_not_asked(code: str) -> None:
    quiz = master("figure_f")
    assert not can_ask(quiz.album, quiz.atlas[PointCode(code)])


def test_a_point_of_several_places_is_no_wrong_answer_either() -> None:
    """One of the Eight Winds is Liver 2: whoever calls the place so is right."""
    quiz = master("figure_f")
    assert not quiz.related(quiz.atlas[PointCode("LR2")], quiz.atlas[PointCode("EX-LE10")])
    for seed in range(10):
        question = fresh("figure_f", seed).name(QuizSite(PointCode("LR2"), SiteSide.LEFT), "")
        assert question is not None
        assert PointCode("EX-LE10") not in question.names
