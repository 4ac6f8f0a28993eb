"""The quiz: what is asked, what is said then, and that every answer is in the journal at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import ReviewKind, ReviewRating
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToAtlas, ToLearning
from acupress_desktop.presenters.learning_view import AnswerView, QuestionView, QuizEndView, SpotLook
from acupress_desktop.presenters.pieces import Choice
from tests.presenters.learning_stage import (
    GB,
    HAND,
    LearningStage,
    answer,
    asked,
    learning_content,
    learning_stage,
    looks,
    point_asked,
    right_number,
    wrong_number,
)

AGAIN, HARD, GOOD, EASY = ReviewRating


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[LearningStage]:
    with learning_stage(tmp_path / "data") as opened:
        yield opened


def test_the_place_is_asked_first_then_the_name_on_both_sides_in_turn(stage: LearningStage) -> None:
    quiz = stage.quiz(LearningScope(ScopeKind.LINE, "PC"))
    kinds = []
    for _ in range(4):
        point = learning_content().atlas[point_asked(quiz)]
        question = quiz._question
        assert question is not None
        if point.code == "PC6":
            kinds.append((asked(quiz).kind, question.site.side))
        answer(quiz, right_number(quiz))
        quiz.rate(AGAIN)
        stage.bench.later(minutes=30)
        quiz = stage.quiz(LearningScope(ScopeKind.LINE, "PC"))
    assert kinds[:2] == [(ReviewKind.LOCATE, SiteSide.LEFT), (ReviewKind.NAME, SiteSide.LEFT)]
    assert kinds[2:] == [(ReviewKind.LOCATE, SiteSide.RIGHT), (ReviewKind.NAME, SiteSide.RIGHT)]


def test_while_the_answer_is_open_no_word_of_the_picture_tells_it(stage: LearningStage) -> None:
    quiz = stage.quiz(GB)
    view = asked(quiz)
    point = learning_content().atlas[point_asked(quiz)]
    assert view.title == f"Where is {point.english}?"
    assert point.label in view.lead
    told = [word for spot in view.picture.spots for word in (spot.name, spot.detail, spot.spoken)]
    for word in (*told, view.picture.spoken, *(option.text + option.detail for option in view.options)):
        assert point.label not in word
        assert point.pinyin not in word
    assert set(looks(view)) == {SpotLook.OFFERED}
    assert [spot.number for spot in view.picture.spots] == list(range(1, len(view.options) + 1))
    for spot, option in zip(view.picture.spots, view.options, strict=True):
        assert spot.spoken == f"Place {option.key}: {option.text}"


def test_the_name_is_asked_without_naming_the_marked_point(stage: LearningStage) -> None:
    quiz = stage.quiz(GB)
    code = point_asked(quiz)
    answer(quiz, right_number(quiz))
    stage.bench.later(minutes=30)
    quiz = stage.quiz(GB)
    view = asked(quiz)
    assert point_asked(quiz) == code
    assert view.kind is ReviewKind.NAME
    point = learning_content().atlas[code]
    (spot,) = view.picture.spots
    assert spot.look is SpotLook.ASKED
    for word in (view.title, view.lead, spot.name, spot.detail, spot.spoken, view.picture.spoken):
        assert point.english not in word
        assert point.label not in word
    assert len(view.options) == 4
    assert f"{point.label}, {point.pinyin}" in [option.detail for option in view.options]


def test_a_right_answer_is_written_before_it_is_rated(stage: LearningStage) -> None:
    quiz = stage.quiz()
    code = point_asked(quiz)
    view = answer(quiz, right_number(quiz))
    (review,) = stage.journal.recall_point_reviews()
    assert (review.point, review.kind, review.rating) == (code, ReviewKind.LOCATE, GOOD)
    assert review.moment == stage.bench.now()
    assert [rating.choice for rating in view.ratings] == [
        Choice.OPEN, Choice.OPEN, Choice.CHOSEN, Choice.OPEN,
    ]  # fmt: skip
    assert view.kept == "Saved. You can stop at any time."
    assert view.title == "Yes, that is it."
    assert quiz.leave() == ToLearning(LearningScope())


def test_a_rating_corrects_the_same_answer(stage: LearningStage) -> None:
    quiz = stage.quiz()
    answer(quiz, right_number(quiz))
    view = quiz.rate(EASY)
    assert isinstance(view, AnswerView)
    assert [rating.label for rating in view.ratings if rating.choice is Choice.CHOSEN] == ["Easy"]
    (review,) = stage.journal.recall_point_reviews()
    assert review.rating is EASY


def test_what_is_promised_beside_a_rating_is_when_it_comes_back(stage: LearningStage) -> None:
    quiz = stage.quiz()
    code = point_asked(quiz)
    view = answer(quiz, right_number(quiz))
    assert [rating.back for rating in view.ratings[:3]] == [
        "back in 1 minute",
        "back in 6 minutes",
        "back in 10 minutes",
    ]
    assert view.ratings[3].back.startswith("back in ")
    assert view.ratings[3].back.endswith(" days")
    quiz.rate(HARD)
    stage.bench.later(minutes=7)
    assert stage.book().plan(LearningScope()).back == (code,)


def test_a_wrong_answer_is_again_without_asking_and_comes_back_soon(stage: LearningStage) -> None:
    quiz = stage.quiz()
    code = point_asked(quiz)
    view = answer(quiz, wrong_number(quiz))
    assert view.title == "Not this one."
    assert view.ratings == ()
    assert view.kept == "It comes back in 1 minute. Saved."
    (review,) = stage.journal.recall_point_reviews()
    assert (review.point, review.rating) == (code, AGAIN)
    quiz.rate(EASY)
    assert stage.journal.recall_point_reviews() == (review,)
    seen: list[PointCode] = []
    while code not in seen and len(seen) < 9:
        stage.bench.later(seconds=30)
        quiz.go_on()
        seen.append(point_asked(quiz))
        answer(quiz, right_number(quiz))
    assert seen[-1] == code
    assert len(seen) > 1


def test_after_an_answer_the_picture_names_every_place(stage: LearningStage) -> None:
    quiz = stage.quiz(HAND)
    code = point_asked(quiz)
    chosen = wrong_number(quiz)
    view = answer(quiz, chosen)
    right = [spot for spot in view.picture.spots if spot.look is SpotLook.RIGHT]
    wrong = [spot for spot in view.picture.spots if spot.look is SpotLook.CHOSEN_WRONGLY]
    assert [spot.point for spot in right] == [code]
    assert [spot.number for spot in wrong] == [chosen]
    other = learning_content().atlas[wrong[0].point]
    assert view.lead.startswith(f"You chose place {chosen}. That is {other.english}, {other.label}.")
    assert all(spot.name for spot in view.picture.spots)
    assert {spot.side for spot in view.picture.spots} <= {right[0].side, SiteSide.MIDLINE}


def test_the_card_says_where_and_how_and_opens_in_the_atlas(stage: LearningStage) -> None:
    quiz = stage.quiz(LearningScope(ScopeKind.LINE, "PC"))
    question = quiz._question
    assert question is not None
    view = answer(quiz, right_number(quiz))
    how = learning_content().how_to[question.site.point]
    assert view.caption == how.caption
    assert view.steps == how.steps[:3]
    assert quiz.open_card() == ToAtlas(question.site.point, question.site.side)


def test_the_same_point_does_not_come_twice_in_a_row_while_there_is_another(stage: LearningStage) -> None:
    quiz = stage.quiz()
    before = point_asked(quiz)
    for number in range(14):
        answer(quiz, right_number(quiz) if number % 3 else wrong_number(quiz))
        stage.bench.later(seconds=20)
        if isinstance(quiz.go_on(), QuizEndView):
            break
        assert point_asked(quiz) != before
        before = point_asked(quiz)


def test_five_new_points_known_at_once_make_ten_questions_and_an_end(stage: LearningStage) -> None:
    quiz = stage.quiz()
    count = 0
    while isinstance(quiz.present(), QuestionView):
        answer(quiz, right_number(quiz))
        stage.bench.later(seconds=20)
        quiz.go_on()
        count += 1
        assert count < 40
    assert count == 10
    view = quiz.present()
    assert isinstance(view, QuizEndView)
    assert view.lines[0] == "You answered 10 questions."
    assert view.lines[1].startswith("The next point comes back ")
    assert view.more is not None
    tally = stage.book().tally(stage.book().points(LearningScope()))
    assert (tally.learned, tally.seen) == (5, 0)
    more = quiz.more()
    assert isinstance(more, QuestionView)
    assert len({review.point for review in stage.journal.recall_point_reviews()}) == 5


def test_what_was_answered_is_there_after_the_window_was_closed_at_any_moment(stage: LearningStage) -> None:
    quiz = stage.quiz()
    for _ in range(3):
        answer(quiz, right_number(quiz))
        quiz.go_on()
        stage.bench.later(seconds=20)
    answer(quiz, wrong_number(quiz))
    kept = stage.journal.recall_point_reviews()
    stage.journal.close()
    stage.journal = stage.bench.open()
    assert stage.journal.recall_point_reviews() == kept
    assert len(kept) == 4
    assert len(stage.book().memories) == 4


def test_a_point_of_study_is_marked_so_before_and_after(stage: LearningStage) -> None:
    study = [
        point.code
        for point in learning_content().atlas
        if point.pressability is Pressability.NEVER and point.code in stage.book().askable
    ]
    for code in study[:3]:
        stage.journal.remember_favourite(stage.bench.favourite(code))
    quiz = stage.quiz(LearningScope(ScopeKind.FAVOURITES))
    assert point_asked(quiz) in study
    assert asked(quiz).study_only == "For study only: this point is not pressed."
    assert answer(quiz, right_number(quiz)).study_only


def test_a_choice_that_is_not_offered_changes_nothing(stage: LearningStage) -> None:
    quiz = stage.quiz()
    before = quiz.present()
    for number in (0, -1, 7, 99):
        assert quiz.choose(number) == before
    answer(quiz, right_number(quiz))
    told = quiz.present()
    assert quiz.choose(1) == told
    assert len(stage.journal.recall_point_reviews()) == 1


def test_the_end_does_nothing_but_lead_back(stage: LearningStage) -> None:
    quiz = stage.quiz(LearningScope(ScopeKind.FAVOURITES))
    view = quiz.present()
    assert isinstance(view, QuizEndView)
    assert view.lines == ("Nothing is due.",)
    assert view.more is None
    assert quiz.choose(1) == quiz.rate(EASY) == quiz.go_on() == quiz.more() == view
    assert quiz.open_card() == ToAtlas()
    assert quiz.leave() == ToLearning(LearningScope(ScopeKind.FAVOURITES))


def test_a_learned_point_comes_back_on_its_day_by_the_clock_that_is_given(stage: LearningStage) -> None:
    stage.know("PC6", 0)
    due = stage.book().memories[PointCode("PC6")].due
    stage.bench.when = due
    assert point_asked(stage.quiz()) == "PC6"
    stage.bench.when = due - timedelta(days=1)
    assert point_asked(stage.quiz()) != "PC6"


def test_an_answer_that_cannot_be_written_says_why_and_is_tried_again(
    stage: LearningStage,
) -> None:
    quiz = stage.quiz()
    stage.journal.close()
    view = answer(quiz, right_number(quiz))
    assert view.trouble
    assert view.kept == ""
    stage.journal = stage.bench.open()
    quiz._book._practice = stage.journal
    quiz.go_on()
    assert len(stage.journal.recall_point_reviews()) == 1


@pytest.mark.parametrize("seed", range(4))
def test_the_same_chance_asks_the_same(stage: LearningStage, seed: int) -> None:
    assert stage.quiz(GB, chance=seed).present() == stage.quiz(GB, chance=seed).present()


def test_whatever_is_answered_the_quiz_goes_on_or_ends(stage: LearningStage) -> None:
    quiz = stage.quiz(HAND, extra_new=5)
    for number in range(60):
        view = quiz.present()
        if isinstance(view, QuizEndView):
            break
        assert isinstance(view, QuestionView)
        answer(quiz, (7 * (number + 3)) % len(view.options) + 1)
        stage.bench.later(seconds=45)
        quiz.go_on()
    assert len(stage.journal.recall_point_reviews()) >= 10
