"""A journal, a clock and the real data for the tests of learning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import ReviewRating
from acupress_desktop.presenters.learning import LearningPresenter
from acupress_desktop.presenters.learning_book import LearningBook, LearningContent
from acupress_desktop.presenters.learning_view import AnswerView, QuestionView, SpotLook
from acupress_desktop.presenters.quiz import QuizPresenter
from acupress_desktop.storage.fsrs_schedule import FsrsScheduler
from acupress_desktop.storage.journal import Journal
from tests.presenters.atlas_contents import Drawer, album, atlas_content
from tests.storage.journals import Bench

GB = LearningScope(ScopeKind.LINE, "GB")
HAND = LearningScope(ScopeKind.AREA, "area-hand")


@cache
def learning_content() -> LearningContent:
    """The data files and the pictures of one figure."""
    content = atlas_content()
    return LearningContent(content.atlas, content.regions, content.how_to, content.protocols, album())


@dataclass(slots=True)
class LearningStage:
    """Everything that the two pages stand on."""

    bench: Bench
    journal: Journal
    scheduler: FsrsScheduler = field(default_factory=FsrsScheduler)

    def book(self) -> LearningBook:
        """Read the journal as a page does when it opens."""
        return LearningBook(self.journal, self.scheduler, learning_content(), self.bench.now)

    def start(self, scope: LearningScope | None = None) -> LearningPresenter:
        """Open the first page."""
        return LearningPresenter(self.book(), self.journal, scope)

    def quiz(
        self, scope: LearningScope | None = None, *, extra_new: int = 0, chance: int = 5
    ) -> QuizPresenter:
        """Open the quiz; ``chance`` decides which answers are offered."""
        return QuizPresenter(
            self.book(),
            self.scheduler,
            Drawer(),
            Random(chance),  # noqa: S311 - repeatable, not secret
            self.bench.key,
            scope or LearningScope(),
            extra_new,
        )

    def know(self, code: str, *days: int, rating: ReviewRating = ReviewRating.GOOD) -> None:
        """Answer a point twice on each of some days from now on, and come back to now."""
        now = self.bench.when
        for day in days:
            for minutes in (0, 15):
                self.bench.when = now
                self.bench.later(days=day, minutes=minutes)
                self.journal.remember_point_review(self.bench.point_review(code, rating))
        self.bench.when = now


@contextmanager
def learning_stage(folder: Path) -> Iterator[LearningStage]:
    """Open a journal, and close it afterwards."""
    bench = Bench(folder)
    journal = bench.open()
    try:
        yield LearningStage(bench, journal)
    finally:
        journal.close()


def asked(quiz: QuizPresenter) -> QuestionView:
    """Return the question that is open."""
    view = quiz.present()
    assert isinstance(view, QuestionView)
    return view


def point_asked(quiz: QuizPresenter) -> PointCode:
    """Return the point that is asked for; the page itself never says it while the answer is open."""
    question = quiz._question
    assert question is not None
    return question.site.point


def right_number(quiz: QuizPresenter) -> int:
    """Return which of the offered answers is the right one."""
    question = quiz._question
    assert question is not None
    offered = quiz._offered(question)
    return [site.point for site in offered].index(question.site.point) + 1


def wrong_number(quiz: QuizPresenter) -> int:
    """Return one of the others."""
    return right_number(quiz) % len(asked(quiz).options) + 1


def answer(quiz: QuizPresenter, number: int) -> AnswerView:
    """Choose, and return what is said then."""
    view = quiz.choose(number)
    assert isinstance(view, AnswerView)
    return view


def looks(view: QuestionView | AnswerView) -> list[SpotLook]:
    """Return how the places on the picture stand out."""
    return [spot.look for spot in view.picture.spots]
