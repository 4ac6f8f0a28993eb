"""Somebody learns points by the keyboard, stops in the middle, and goes on another day."""

from __future__ import annotations

from PySide6.QtCore import Qt

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.ports import JournalStanding
from acupress_desktop.presenters.destinations import ToLearning, ToQuiz
from acupress_desktop.ui.learning.quiz_screen import QuizScreen
from acupress_desktop.ui.learning.screen import LearningScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, journal_of, stands_on


def points_answered(at: Rehearsal) -> list[str]:
    return [review.point for review in journal_of(at).recall_point_reviews()]


def test_points_are_learned_left_and_taken_up_again(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToLearning())
    assert at.hands.reads("Five points to look at today")
    at.hands.press("Start")
    assert stands_on(at, QuizScreen)
    for _ in range(3):
        at.hands.key(Qt.Key.Key_1)
        at.hands.key(Qt.Key.Key_Return)
        at.clock.advance(15)
    at.hands.key(Qt.Key.Key_2)
    answered = points_answered(at)
    assert len(answered) == 4
    at.hands.key(Qt.Key.Key_Escape)
    assert stands_on(at, LearningScreen)
    assert at.hands.reads("4 seen")
    at.close()

    at.clock.advance(DAY_SECONDS)
    later = arrive(when=at.clock.now())
    later.house.window.go(ToLearning())
    assert points_answered(later) == answered
    assert later.hands.reads("4 points come back. 5 points are new.")
    assert journal_of(later).standing is JournalStanding.GOOD


def test_the_quiz_of_one_line_leads_back_to_the_same_choice(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    line = LearningScope(ScopeKind.LINE, "GB")
    at.house.window.go(ToQuiz(line))
    at.hands.key(Qt.Key.Key_Escape)
    last: list[object] = [at.house.window.last]
    at.hands.press("Start")
    last.append(at.house.window.last)
    assert last == [ToLearning(line), ToQuiz(line)]


def test_an_answer_opens_the_atlas_and_comes_back(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToQuiz(LearningScope()))
    at.hands.key(Qt.Key.Key_1)
    at.hands.press("Its page in the atlas")
    assert not stands_on(at, QuizScreen)
    assert len(points_answered(at)) == 1
