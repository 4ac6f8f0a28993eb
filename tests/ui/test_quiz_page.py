from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import ReviewRating
from acupress_desktop.presenters.destinations import ToAtlas, ToLearning
from acupress_desktop.presenters.learning_view import AnswerView, QuestionView, QuizEndView
from acupress_desktop.presenters.quiz import QuizPresenter
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import MarkerLook
from acupress_desktop.ui.learning.option_row import OptionRow
from acupress_desktop.ui.learning.quiz_screen import QuizScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from tests.presenters.atlas_contents import album
from tests.presenters.learning_stage import (
    GB,
    HAND,
    LearningStage,
    learning_content,
    learning_stage,
    point_asked,
    right_number,
    wrong_number,
)
from tests.ui.pages import bears_every_size, button, keyboard, labels, settle


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[LearningStage]:
    with learning_stage(tmp_path / "data") as opened:
        yield opened


def page(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage, scope: LearningScope | None = None
) -> tuple[QuizScreen, QuizPresenter]:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    presenter = stage.quiz(scope)
    screen = QuizScreen(presenter, theme, album())
    qtbot.addWidget(screen)
    settle(screen)
    return screen, presenter


def press(screen: QuizScreen, key: Qt.Key | int) -> None:
    """Press a key, or the digit of a number."""
    wanted = key if isinstance(key, Qt.Key) else Qt.Key(Qt.Key.Key_0.value + key)
    QTest.keyClick(keyboard(), wanted)
    settle(screen)


def texts(screen: QuizScreen) -> list[str]:
    return [label.text() for label in labels(screen)]


def rows(screen: QuizScreen) -> list[OptionRow]:
    return [row for row in screen.findChildren(OptionRow) if row.isVisible()]


def body(screen: QuizScreen) -> BodyMap:
    (found,) = screen.findChildren(BodyMap)
    return found


@pytest.mark.parametrize("scope", [GB, HAND])
def test_a_question_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage, scope: LearningScope
) -> None:
    screen, _presenter = page(qtbot, theme, stage, scope)
    assert bears_every_size(screen, theme) == []


def test_an_answer_bears_every_window_and_text_size(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    screen, presenter = page(qtbot, theme, stage, HAND)
    press(screen, right_number(presenter))
    assert bears_every_size(screen, theme) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 820), (960, 640), (880, 480)])
def test_no_row_is_lower_than_its_words(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage, size: tuple[int, int]
) -> None:
    screen, presenter = page(qtbot, theme, stage, HAND)
    for _ in range(2):
        settle(screen, *size)
        assert len(rows(screen)) >= 4
        for row in rows(screen):
            assert row.height() >= row.heightForWidth(row.width()), row.words
        press(screen, right_number(presenter))


@pytest.mark.slow
def test_a_whole_quiz_is_taken_by_the_keyboard_alone(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    count = 0
    while isinstance(presenter.present(), QuestionView):
        assert isinstance(keyboard(), OptionRow)
        press(screen, right_number(presenter))
        assert isinstance(presenter.present(), AnswerView)
        assert keyboard().accessibleName() == "Next"
        press(screen, 2 if count % 2 else 3)
        stage.bench.later(seconds=20)
        press(screen, Qt.Key.Key_Return)
        count += 1
        assert count < 60
    assert isinstance(presenter.present(), QuizEndView)
    reviews = stage.journal.recall_point_reviews()
    assert len(reviews) == count
    assert {review.rating for review in reviews} == {ReviewRating.HARD, ReviewRating.GOOD}
    assert keyboard().accessibleName() == "Back"
    spy = QSignalSpy(screen.leave)
    press(screen, Qt.Key.Key_Enter)
    assert spy.at(0)[0] == ToLearning(LearningScope())


def test_tab_and_enter_choose_the_row_that_has_the_ring(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    screen, presenter = page(qtbot, theme, stage, HAND)
    wanted = right_number(presenter)
    for _ in range(wanted - 1):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is rows(screen)[wanted - 1]
    press(screen, Qt.Key.Key_Return)
    assert "Yes, that is it." in texts(screen)


def test_a_place_is_chosen_on_the_picture(qtbot: QtBot, theme: LiveTheme, stage: LearningStage) -> None:
    screen, presenter = page(qtbot, theme, stage, HAND)
    scene = body(screen).scene
    assert scene is not None
    assert [marker.number for marker in scene.markers] == [marker.key for marker in scene.markers]
    assert {marker.look for marker in scene.markers} == {MarkerLook.PLAN}
    chosen = wrong_number(presenter)
    body(screen).choose(chosen)
    settle(screen)
    assert "Not this one." in texts(screen)
    scene = body(screen).scene
    assert scene is not None
    looks = {marker.key: marker.look for marker in scene.markers}
    assert looks[chosen] is MarkerLook.BLOCKED
    assert list(looks.values()).count(MarkerLook.NOW) == 1
    before = presenter.present()
    body(screen).choose(chosen)
    assert presenter.present() == before


def test_the_marker_of_a_question_for_a_name_is_no_answer(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    stage.know("PC6", 0)
    stage.bench.when = stage.book().memories[PointCode("PC6")].due
    stage.journal.remember_point_review(stage.bench.point_review("PC6"))
    stage.bench.when = stage.book().memories[PointCode("PC6")].due
    screen, presenter = page(qtbot, theme, stage, LearningScope(ScopeKind.LINE, "PC"))
    assert point_asked(presenter) == "PC6"
    view = presenter.present()
    assert isinstance(view, QuestionView)
    body(screen).choose(1)
    settle(screen)
    assert presenter.present() == view


def test_the_badge_and_the_words_name_the_side_that_is_asked(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    for side in ("left", "left", "right", "right"):
        screen, presenter = page(qtbot, theme, stage, LearningScope(ScopeKind.LINE, "PC"))
        assert point_asked(presenter) == "PC6"
        scene = body(screen).scene
        assert scene is not None
        assert [mark.words for mark in scene.sides] == [f"Your {side}"]
        assert f"Your {side} forearm, inner side" in texts(screen)
        press(screen, right_number(presenter))
        press(screen, 1)
        stage.bench.later(minutes=30)


def test_a_rating_shows_which_one_counts(qtbot: QtBot, theme: LiveTheme, stage: LearningStage) -> None:
    screen, presenter = page(qtbot, theme, stage)
    press(screen, right_number(presenter))
    assert [row.isChecked() for row in rows(screen)] == [False, False, True, False]
    press(screen, 4)
    assert [row.isChecked() for row in rows(screen)] == [False, False, False, True]
    rows(screen)[0].click()
    settle(screen)
    assert [row.isChecked() for row in rows(screen)] == [True, False, False, False]
    (review,) = stage.journal.recall_point_reviews()
    assert review.rating is ReviewRating.AGAIN
    press(screen, 6)
    assert isinstance(presenter.present(), AnswerView)


def test_escape_stops_at_any_moment(qtbot: QtBot, theme: LiveTheme, stage: LearningStage) -> None:
    screen, presenter = page(qtbot, theme, stage)
    spy = QSignalSpy(screen.leave)
    press(screen, Qt.Key.Key_Escape)
    press(screen, right_number(presenter))
    press(screen, Qt.Key.Key_Escape)
    assert [spy.at(number)[0] for number in range(spy.count())] == [ToLearning(LearningScope())] * 2
    assert len(stage.journal.recall_point_reviews()) == 1


def test_the_answer_opens_the_point_in_the_atlas(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    screen, presenter = page(qtbot, theme, stage)
    question = presenter._question
    assert question is not None
    press(screen, wrong_number(presenter))
    spy = QSignalSpy(screen.leave)
    button(screen, "Its page in the atlas").click()
    assert spy.at(0)[0] == ToAtlas(question.site.point, question.site.side)


def test_a_screen_reader_hears_the_question_the_places_and_what_a_rating_means(
    qtbot: QtBot, theme: LiveTheme, stage: LearningStage
) -> None:
    screen, presenter = page(qtbot, theme, stage, HAND)
    point = learning_content().atlas[point_asked(presenter)]
    assert f"Where is {point.english}?" in screen.accessibleDescription()
    assert "numbered places" in body(screen).accessibleName()
    scene = body(screen).scene
    assert scene is not None
    for marker, row in zip(scene.markers, rows(screen), strict=True):
        assert marker.spoken == f"Place {marker.number}: {row.accessibleName()}"
    press(screen, right_number(presenter))
    told = [row.accessibleDescription() for row in rows(screen)]
    assert told[3].startswith("It came at once. back in ")
