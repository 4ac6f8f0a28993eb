"""The first page of learning: what is due, how far one is, what is hard; always by the given clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import ReviewRating, Sureness
from acupress_desktop.presenters.destinations import ToAtlas, ToQuiz
from acupress_desktop.presenters.learning_view import BarOrder, BarView, LearningView
from tests.presenters.learning_stage import GB, LearningStage, learning_content, learning_stage

FAVOURITES = LearningScope(ScopeKind.FAVOURITES)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[LearningStage]:
    with learning_stage(tmp_path / "data") as opened:
        yield opened


def bar(view: LearningView, name: str) -> BarView:
    (found,) = [each for each in (*view.progress.whole, *view.progress.bars) if each.name == name]
    return found


def test_a_new_person_is_offered_five_new_points_of_those_in_use(stage: LearningStage) -> None:
    view = stage.start().present()
    assert view.title == "Five points to look at today"
    assert view.lead == "5 points are new."
    assert view.start is not None
    assert view.more is None
    assert view.scope.kind is ScopeKind.IN_USE
    assert view.scope.note == "31 points to learn."
    assert stage.start().start() == ToQuiz(LearningScope())


def test_what_began_today_counts_against_the_new_points_of_today_alone(stage: LearningStage) -> None:
    for code in ("LI4", "PC6", "GB21"):
        stage.know(code, 0)
    assert len(stage.book().plan(LearningScope()).new) == 2
    stage.bench.later(days=1)
    assert len(stage.book().plan(LearningScope()).new) == 5


def test_a_learned_point_comes_back_at_any_time_of_its_day(stage: LearningStage) -> None:
    stage.know("PC6", 0)
    due = stage.book().memories[PointCode("PC6")].due
    stage.bench.when = due.replace(hour=0, minute=30)
    assert stage.book().plan(LearningScope()).back == ("PC6",)
    stage.bench.later(days=-1)
    assert stage.book().plan(LearningScope()).back == ()


def test_when_everything_new_has_begun_the_page_says_so_and_offers_more(stage: LearningStage) -> None:
    for code in ("LI4", "PC6", "GB21", "HT7", "ST36"):
        stage.know(code, 0)
    page = stage.start()
    view = page.present()
    assert view.title == "Nothing to look at right now"
    assert view.start is None
    assert view.lead.startswith("Today’s new points have begun. The next point comes back in ")
    assert view.more is not None
    assert view.more.label == "Five more new points"
    assert page.start_more() == ToQuiz(LearningScope(), 5)


def test_progress_counts_learned_seen_and_not_yet(stage: LearningStage) -> None:
    stage.know("PC6", 0)
    stage.know("HT7", 0)
    stage.journal.remember_point_review(stage.bench.point_review("GB20", ReviewRating.AGAIN))
    view = stage.start().present()
    assert bar(view, "In use").words == "2 learned, 1 seen, 28 not yet"
    assert bar(view, "Neck").tally.seen == 1
    assert "1 seen" in bar(view, "Neck").spoken
    page = stage.start()
    by_line = page.order_bars(BarOrder.BY_LINE)
    assert bar(by_line, "Pericardium line (PC)").tally.learned == 1
    assert bar(by_line, "Heart line (HT)").words == "1 learned, 7 not yet"


@pytest.mark.parametrize("order", list(BarOrder))
def test_the_bars_add_up_to_all_points(stage: LearningStage, order: BarOrder) -> None:
    for code in ("PC6", "BL23", "CV17"):
        stage.know(code, 0)
    view = stage.start().order_bars(order)
    whole = bar(view, "All points").tally
    assert sum(each.tally.points for each in view.progress.bars) == whole.points
    assert sum(each.tally.learned for each in view.progress.bars) == whole.learned == 3


def test_a_line_or_an_area_is_chosen_and_those_in_use_come_first(stage: LearningStage) -> None:
    page = stage.start()
    view = page.choose_kind(ScopeKind.LINE)
    assert view.scope.option == "LU"
    view = page.choose_option("GB")
    assert view.scope.options_name == "Which line"
    assert page.start() == ToQuiz(GB)
    new = stage.book().plan(GB).new
    used = {point.code for point in stage.book().in_use}
    assert new[0] in used
    assert page.choose_option("no such line").scope.option == "GB"
    area = page.choose_kind(ScopeKind.AREA)
    assert area.scope.option in {option.key for option in area.scope.options}
    assert page.choose_option("area-hand").scope.options_name == "Which area"


def test_points_of_study_are_counted_as_such(stage: LearningStage) -> None:
    view = stage.start(LearningScope(ScopeKind.ALL)).present()
    assert "for study only" in view.scope.note
    assert "not pressed" in view.scope.note


def test_favourites_are_those_that_were_marked(stage: LearningStage) -> None:
    assert "marked no points" in stage.start(FAVOURITES).present().lead
    for code in ("SP6", "PC6"):
        stage.journal.remember_favourite(stage.bench.favourite(code))
    assert set(stage.book().plan(FAVOURITES).new) == {"SP6", "PC6"}


def test_a_point_without_a_single_place_on_a_picture_is_never_asked(stage: LearningStage) -> None:
    book = stage.book()
    for code in ("EX-HN9", "EX-UE9", "EX-LE10", "EX-HN1"):
        assert PointCode(code) not in book.askable
        stage.journal.remember_favourite(stage.bench.favourite(code))
    view = stage.start(FAVOURITES).present()
    assert view.start is None
    assert view.lead.startswith("These points have no single place on a picture")


def test_hard_points_need_two_tries_and_say_their_share(stage: LearningStage) -> None:
    view = stage.start().present()
    assert view.hard == ()
    assert "two times" in view.hard_none
    stage.journal.remember_point_check(stage.bench.point_check("GB20", Sureness.NOT_FOUND))
    assert stage.start().present().hard == ()
    for sureness in (Sureness.ROUGHLY, Sureness.SURE):
        stage.bench.later(days=1)
        stage.journal.remember_point_check(stage.bench.point_check("GB20", sureness))
    page = stage.start()
    (hard,) = page.present().hard
    assert (hard.name, hard.share) == ("Wind Pool, GB20", "not surely found in 2 of 3 tries")
    assert page.present().hard_none == ""
    assert page.open_point(hard.point) == ToAtlas(PointCode("GB20"))


def test_rows_about_a_point_that_this_atlas_does_not_hold_are_passed_over(stage: LearningStage) -> None:
    for _ in range(2):
        stage.journal.remember_point_check(stage.bench.point_check("ZZ9", Sureness.NOT_FOUND))
        stage.bench.later(minutes=1)
    stage.journal.remember_point_review(stage.bench.point_review("ZZ9"))
    stage.journal.remember_favourite(stage.bench.favourite("ZZ9"))
    assert stage.start(FAVOURITES).present().hard == ()
    assert stage.start(LearningScope(ScopeKind.ALL)).present().start is not None
    assert len(stage.book().plan(LearningScope()).new) == 4


def test_nothing_on_the_page_praises_or_blames(stage: LearningStage) -> None:
    view = stage.start().present()
    told = f"{view.title} {view.lead} {view.pace} {view.no_pressing} {view.hard_none}".casefold()
    for word in ("streak", "score", "fail", "lazy", "missed", "behind", "well done", "perfect"):
        assert word not in told
    assert "after the safety questions" in view.no_pressing


@pytest.mark.slow
def test_every_point_that_can_be_asked_has_words_for_its_place(stage: LearningStage) -> None:
    content = learning_content()
    captions = [content.caption(point) for point in content.atlas if point.code in stage.book().askable]
    assert all(captions)
    assert len(set(captions)) == len(captions)
